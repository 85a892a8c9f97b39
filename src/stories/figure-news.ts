import type { Development } from '../records.ts';
import { type FigureFact, isFate, leadLengthMax, numberWord, sharedTopic, sharedWords } from './facts.ts';
import { replacedNumbersIn } from './replaced-numbers.ts';
import { capitalised } from './subject.ts';
import { development, evidenceOf, type NewTelling, type Telling, type Weighed } from './tellings.ts';

/** Figures told of one article at most. */
const figuresPerArticleMax = 2;
/** More than a date set for the first time, less than one that moved or what became of a plan. */
const figureWeight = 7;

/**
 * Figures of an article that take the place of earlier ones of its story: those of its headline, those that it gives beside the
 * old one, and what befell people when its first sentences say it. A count in passing changes from text to text and is no news.
 */
export function figureNews(told: NewTelling, earlier: readonly Telling[]): Weighed[] {
  const known = earlier.flatMap(({ articleId, facts }) => facts.figures.map((figure) => ({ articleId, figure })));
  const news: Weighed[] = [];
  const values = new Set<number>();
  let isHeadline = false;
  // The headline's own figure first: beside it, what else changed among those hit is part of the same news.
  for (const figure of told.facts.figures.toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle))) {
    if (values.has(figure.value) || (isHeadline && isFate(figure.unit)) || isKnown(figure, known)) continue;
    const before = beforeIt(figure, told, known);
    const isNews =
      before === null ? isFirstOfFate(figure, told, known) : isFate(figure.unit) || isSized(before.figure, figure);
    if (!isNews) continue;
    values.add(figure.value);
    isHeadline ||= figure.inTitle;
    news.push({ weight: figureWeight, development: toldFigure(told, figure, before) });
  }
  return news.slice(0, figuresPerArticleMax);
}

/** True when a text that leads with the dead is the first of its story to tell of any. */
function isFirstOfFate(figure: FigureFact, told: NewTelling, known: readonly KnownFigure[]): boolean {
  if (figure.unit !== 'deaths' || told.copied || told.translated) return false;
  if (!figure.inTitle && figure.spans[0][0] >= leadLengthMax / 2) return false;
  if (!figure.inTitle && !told.fates.has(figure.unit) && sharedWords(figure.topic, told.headline) === 0) return false;
  return known.length > 0 && !known.some(({ figure: other }) => other.unit === 'deaths');
}

interface KnownFigure {
  readonly articleId: string;
  readonly figure: FigureFact;
}

/** The figure whose place another takes; null when it is not told in a way that says so. */
function beforeIt(figure: FigureFact, told: NewTelling, known: readonly KnownFigure[]): KnownFigure | null {
  const beside = told.facts.figures.filter((other) => other.value !== figure.value && standBeside(other, figure, told));
  for (const old of beside) {
    // "from 6 to 8", "850 instead of 600": the old value was told before, of the same thing.
    const before = known.findLast(
      ({ figure: other }) =>
        other.value === old.value &&
        (sameThing(other, old) ||
          sameThing(other, figure) ||
          (old.unit !== null && other.unit === old.unit) ||
          ((old.where === 'title' || (other.unit === null && isFate(old.unit))) && old.value >= telltaleMin)),
    );
    // Who gave both before counts two things.
    if (before !== undefined && !known.some(({ figure: other }) => holdsBoth(other, old, figure))) return before;
    if (figure.inTitle && !old.inTitle && sameThing(old, figure)) return { articleId: told.articleId, figure: old };
  }
  // "212,000 and not 85,000": the old number stands there bare, but as one that was told.
  const replaced = replacedNumbersIn(figure.quote).filter((value) => value >= telltaleMin && value !== figure.value);
  const bare = known.findLast(({ figure: other }) => replaced.includes(other.value));
  if (bare !== undefined && (figure.unit === null || bare.figure.unit === figure.unit)) return bare;
  // "1,900 tonnes, up from 800": nobody told the old number before, but the headline is about the new one.
  const [own] = replaced;
  if (figure.inTitle && own !== undefined && isSized({ value: own }, figure))
    return { articleId: told.articleId, figure: { ...figure, value: own } };
  const isLead = figure.spans[0][0] < leadLengthMax;
  if (!figure.inTitle && !(isLead && isFate(figure.unit))) return null;
  const before = known.findLast(({ figure: other }) => sameCount(other, figure));
  // Of those hit ever more are counted: one more who died is not a count of all.
  const isPart = before !== undefined && isGrowing(figure.unit) && figure.value < before.figure.value;
  return before === undefined || (isPart && !figure.inTitle) ? null : before;
}

/** From here on a number is told apart from others by itself. */
const telltaleMin = 12;

/** True for what befalls ever more of those hit: a lower count of all is a correction, which a headline tells. */
function isGrowing(unit: string | null): boolean {
  return unit === 'deaths' || unit === 'injured' || unit === 'infected' || unit === 'arrested';
}

/** True when two counts of a thing could be one at two times: 5,200 traders do not become two. */
function isSized(a: Pick<FigureFact, 'value'>, b: Pick<FigureFact, 'value'>): boolean {
  return Math.max(a.value, b.value) <= Math.min(a.value, b.value) * timesMax;
}

/** How many times the smaller the larger of two counts of one thing may be. */
const timesMax = 20;

function isCalledSame(a: FigureFact, b: FigureFact): boolean {
  return a.topic.length === 0 || b.topic.length === 0 || sharedTopic(a.topic, b.topic) > 0;
}

/** Two figures of one sentence, or of two in a row, that count alike. */
function standBeside(old: FigureFact, figure: FigureFact, { headline }: NewTelling): boolean {
  if (old.where !== figure.where || (old.unit !== figure.unit && !isFate(old.unit ?? figure.unit))) return false;
  // "the toll at 14 … more than 200 people": who are counted without their fate are others, unless they are called the same.
  if (old.unit !== figure.unit && (old.unit === null || figure.unit === null) && !isCalledSame(old, figure))
    return false;
  if (isPartOf(figure, old)) return false;
  const reach = Math.abs(old.spans[0][0] - figure.spans[0][0]);
  if (old.quote === figure.quote) return true;
  // Further on, two sentences count people of two kinds.
  const isNews = figure.inTitle || isFate(figure.unit) || sharedWords(figure.topic, headline) > 0;
  return sameThing(old, figure) && reach < (isNews ? besideReachMax : passingReachMax);
}

/** Characters between the two counts, where the later is news and where it is said in passing. */
const besideReachMax = 200;
const passingReachMax = 130;

/** "36 of the 101 seats": the larger number right behind the smaller is the whole that it is a part of. */
function isPartOf(part: FigureFact, whole: FigureFact): boolean {
  const gap = whole.spans[0][0] - part.spans[0][1];
  return whole.value > part.value && gap > 0 && gap < partGapMax && sharedTopic(part.topic, whole.topic) >= 0.99;
}

/** Characters between a part and its whole. */
const partGapMax = 12;

/** True when an earlier sentence gave both values. */
function holdsBoth(known: FigureFact, old: FigureFact, figure: FigureFact): boolean {
  return known.value === old.value && saysNumber(known, figure.value);
}

/** True when the sentence of a figure says a further number, with a point or a comma in it. */
function saysNumber({ around }: FigureFact, value: number): boolean {
  return around.includes(numberWord(String(value))) || around.includes(numberWord(String(value).replace('.', '')));
}

/** What was told with this value before is not new, in whatever words. */
function isKnown(figure: FigureFact, known: readonly KnownFigure[]): boolean {
  const counted = known.findIndex(({ figure: other }) => other.unit === figure.unit);
  return known.some(({ figure: other }, at) => {
    if (other.value !== figure.value) return sameThing(other, figure) && saysNumber(other, figure.value);
    if (other.unit === figure.unit) return true;
    // "19 miners" is not yet "19 dead": what was told before the first of the dead were counted is of something else.
    const isFateless = figure.unit === null || (other.unit === null && at >= counted);
    return isFateless && isFate(other.unit ?? figure.unit);
  });
}

/** True when two figures could be the same count at two times. */
function sameCount(a: FigureFact, b: FigureFact): boolean {
  // Villages and campsites are evacuated too: so few may be of other things.
  if (isFate(a.unit) && a.unit === b.unit) return a.unit !== 'evacuated' || b.value >= fewMin || sameThing(a, b);
  if (b.where === 'title') return isNamedIn(a, b) && (a.unit === b.unit || (b.unit ?? '') === '');
  return sameThing(a, b) && (b.inTitle || sharedTopic(a.around, b.around) >= aroundSharedMin);
}

/** Share of the words around two counts that must be the same, where no headline says that they are of one thing. */
const aroundSharedMin = 0.3;
/** From here on so many are evacuated of one thing: people. */
const fewMin = 10;

/** True when a headline has the words of what another figure counts. */
function isNamedIn(figure: FigureFact, headline: FigureFact): boolean {
  return figure.topic.length > 0 && figure.topic.every((word) => headline.topic.includes(word));
}

function sameThing(a: FigureFact, b: FigureFact): boolean {
  return a.unit === b.unit && sharedTopic(a.topic, b.topic) >= 0.99;
}

/** A figure as news: the first of its kind, or in the place of an earlier one. */
function toldFigure(told: NewTelling, figure: FigureFact, before: KnownFigure | null): Development {
  const evidence = [evidenceOf(told.articleId, figure)];
  if (before === null) {
    const summary = `${capitalised(figure.of || 'count')}: ${figure.value} ${figure.unit}`;
    return development(told, 'figure', summary, evidence);
  }
  const { articleId, figure: old } = before;
  const of = figure.where === 'title' || figure.topic.length === 0 ? old.of : figure.of;
  // The unit of a headline's number is empty where the nearest word only names those counted.
  const unit = [figure.unit, old.unit].find((one) => one !== null && one !== '') ?? null;
  const now = of === '' || unit === null ? `${figure.value}` : `${figure.value} ${unit}`;
  const summary = `${capitalised(of || (unit ?? 'count'))}: ${now} (was ${old.value})`;
  const replaces = { summary: `${old.value} ${old.of}`.trimEnd(), evidence: [evidenceOf(articleId, old)] };
  return development(told, 'figure', summary, evidence, { replaces });
}
