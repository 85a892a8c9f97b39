import { firstPlans, furtherCounts } from '../languages/contrasts.ts';
import { planningWords } from '../languages/planning.ts';
import type { DatedEvent, Figure, Reading, Span, Statement } from '../records.ts';
import { slice } from '../text/spans.ts';
import { type Fate, fateIn } from './fates.ts';
import { headlineNumbers } from './headline-numbers.ts';
import { hashWord, type Scan, scan, wordFlag } from './scan.ts';
import { soundOf } from './sounds.ts';
import { anyWordOf } from './word-patterns.ts';

/** What an article says that a later one may repeat, contradict or change. Survives JSON: it is part of an article's memory. */
export interface Facts {
  readonly statements: readonly StatementFact[];
  readonly events: readonly EventFact[];
  readonly figures: readonly FigureFact[];
}

/** Words as hashes, so that facts of two articles compare quickly. */
export type Topic = readonly number[];

export interface StatementFact {
  readonly id: string;
  /** The speaker's name as it sounds, so that scripts and accents do not matter; null when unnamed. */
  readonly speaker: string | null;
  /** The speaker as shown. */
  readonly shown: string | null;
  /** Words of the speaker's name and role; left out of memory, since only an article's own headline is compared with them. */
  readonly who: Topic;
  readonly force: Statement['force'];
  readonly negated: boolean;
  readonly form: Statement['form'];
  readonly topic: Topic;
  readonly spans: readonly Span[];
  readonly quote: string;
}

export interface EventFact {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: DatedEvent['kind'];
  readonly status: DatedEvent['status'];
  readonly what: string | null;
  readonly who: string | null;
  /** Words of what happens and of who does it. */
  readonly topic: Topic;
  /** Numbers of the expression itself. */
  readonly numbers: Topic;
  /** Words of the sentence around it. */
  readonly around: Topic;
  readonly spans: readonly Span[];
  readonly quote: string;
}

export interface FigureFact {
  readonly value: number;
  readonly where: 'body' | 'title';
  /** True when the headline gives this value too. */
  readonly inTitle: boolean;
  readonly unit: string | null;
  readonly of: string;
  readonly topic: Topic;
  readonly around: Topic;
  readonly spans: readonly Span[];
  readonly quote: string;
}

/** Words of what is planned that could tell one plan from another: without those that stand in every plan. */
export function tellingWords(topic: Topic): Topic {
  return topic.filter((word) => !planningStems.has(word));
}

/** The longest word of a text whose stem is among `stems`, as written; null when there is none. */
export function wordOf(text: string, stems: Topic): string | null {
  const wanted = new Set(stems);
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const found = words.filter((word) => wanted.has(stemOf(word)));
  return found.reduce<string | null>((best, word) => (best === null || word.length > best.length ? word : best), null);
}

/** Facts of each kind kept of one article. */
const factsPerKindMax = 12;
/** Characters kept of a quotation. */
const quoteLengthMax = 160;

/** Takes from a reading what later articles are compared with. */
export function factsOf(reading: Reading, space: Scan): Facts {
  const { body, title, language } = reading.article;
  const leadEnd = leadEndOf(body);
  const fate = fateIn(`${title ?? ''}\n${body.slice(0, leadEnd)}`, language);
  return {
    statements: reading.statements.slice(0, factsPerKindMax).map((statement) => ({
      id: statement.id,
      speaker: speakerKey(statement.speaker.name),
      shown: statement.speaker.name ?? (statement.speaker.span === null ? null : slice(body, statement.speaker.span)),
      who: topicOf(`${statement.speaker.name ?? ''} ${statement.speaker.role ?? ''}`, space),
      force: statement.force,
      negated: statement.negated,
      form: statement.form,
      topic: topicOf(statement.content.map((span) => slice(body, span)).join(' '), space),
      spans: statement.content,
      quote: cut(statement.content.map((span) => slice(body, span)).join(' … ')),
    })),
    events: datedEvents(reading)
      .slice(0, factsPerKindMax)
      .map((event) => eventFact(event, body, { fate, end: leadEnd, language }, space)),
    figures: figureFacts(reading, space).slice(0, factsPerKindMax),
  };
}

/** Figures of the body, and numbers of the headline that the body does not give. */
function figureFacts(reading: Reading, space: Scan): FigureFact[] {
  const { body, title, language } = reading.article;
  const headline = title === null ? [] : headlineNumbers(title, language);
  const figures = countedFigures(reading, space).map((figure): FigureFact => {
    const sentence = sentenceAround(body, figure.span);
    return {
      value: figure.value,
      where: 'body',
      inTitle: headline.some(({ value }) => value === figure.value),
      unit: figure.unit,
      of: figure.of ?? '',
      topic: topicOf(figure.of ?? '', space),
      around: topicOf(withoutSpans(body, sentence, [figure.span]), space),
      spans: [figure.span],
      quote: cut(slice(body, sentence)),
    };
  });
  const given = new Set(figures.map(({ value }) => value));
  const words = topicOf(title ?? '', space);
  const told = headline
    .filter(({ value }) => !given.has(value))
    .map(({ value, span, fate }): FigureFact => {
      const facts = { unit: fate, of: '', topic: words, around: words, spans: [span], quote: cut(title ?? '') };
      return { value, where: 'title', inTitle: true, ...facts };
    });
  return [...told, ...figures];
}

/** True for a planned day, which may move, be met or be missed. */
export function isAhead({ kind, status }: Pick<EventFact, 'kind' | 'status'>): boolean {
  if (kind !== 'window' && kind !== 'deadline' && kind !== 'scheduled') return false;
  return status === 'planned' || status === 'postponed' || status === 'unclear';
}

/** What became of a planned thing; null while it is open. */
export function outcomeOf({ status }: Pick<EventFact, 'status'>): 'held' | 'failed' | 'cancelled' | null {
  return status === 'held' || status === 'failed' || status === 'cancelled' ? status : null;
}

/** Share of the lesser of two topics that both have; 0 when either is empty. */
export function sharedTopic(a: Topic, b: Topic): number {
  return a.length === 0 || b.length === 0 ? 0 : sharedWords(a, b) / Math.min(a.length, b.length);
}

/** Words that two topics have in common. */
export function sharedWords(a: Topic, b: Topic): number {
  // Asked thousands of times an article: a small table that is used again and again takes the place of a set.
  const mask = Math.max(sharedSlots.length, 2 ** Math.ceil(Math.log2(a.length * 2))) - 1;
  if (mask >= sharedSlots.length) sharedSlots = new Int32Array(mask + 1);
  sharedSlots.fill(-1);
  for (const word of a) {
    let at = word & mask;
    while (sharedSlots[at] !== -1 && sharedSlots[at] !== word) at = (at + 1) & mask;
    sharedSlots[at] = word;
  }
  let both = 0;
  for (const word of b) {
    let at = word & mask;
    while (sharedSlots[at] !== -1 && sharedSlots[at] !== word) at = (at + 1) & mask;
    if (sharedSlots[at] === word) both++;
  }
  return both;
}

let sharedSlots = new Int32Array(64);

/** Content words of a text: words of four letters and more by their first five, numbers, and pairs of an unspaced script. */
export function topicOf(text: string, space: Scan): Topic {
  scan(text, space);
  const topic = new Set<number>();
  for (let at = 0; at < space.count && topic.size < topicWordsMax; at++) {
    const flags = space.flags[at];
    const length = space.ends[at] - space.starts[at];
    if (flags & (wordFlag.number | wordFlag.unspaced)) topic.add(space.hashes[at] >>> unusedBits);
    else if (flags & wordFlag.hangul) topic.add(stemHash(text, space.starts[at], Math.min(2, length)));
    else if (length >= 4 || flags & wordFlag.allCapitals)
      topic.add(stemHash(text, space.starts[at], Math.min(stemLength, length)));
  }
  return [...topic];
}

/** A number as it stands in a topic. */
export function numberWord(digits: string): number {
  return hashWord(digits) >>> unusedBits;
}

/** True for a unit that says what befell people, whose count is one for a whole happening. */
export function isFate(unit: string | null): boolean {
  return unit !== null && fates.has(unit);
}

const fates: ReadonlySet<string> = new Set([
  'deaths',
  'injured',
  'hospitalised',
  'missing',
  'arrested',
  'evacuated',
  'infected',
]);

function numbersIn(text: string, space: Scan): Topic {
  return topicOf((text.match(/\d+/g) ?? []).join(' '), space);
}

/** The sentence a span stands in, by its full stops and paragraph ends; at most a few hundred characters each way. */
function sentenceAround(body: string, span: Span): Span {
  let start = span[0];
  const startMin = Math.max(0, start - sentenceReachMax);
  while (start > startMin && !endsSentence(body, start - 1)) start--;
  let end = span[1];
  const endMax = Math.min(body.length, end + sentenceReachMax);
  while (end < endMax && !endsSentence(body, end)) end++;
  if (end < endMax && body[end] !== '\n') end++;
  while (start < end && /\s/.test(body[start])) start++;
  return [start, end];
}

/** The first paragraph with its title: where it ends, and what it says became of the matter. */
interface Lead {
  readonly end: number;
  readonly fate: Fate | null;
  readonly language: string | null;
}

/** Where the first paragraph of a body ends; a body in one piece has a lead too. */
function leadEndOf(body: string): number {
  const end = body.indexOf('\n\n');
  return Math.min(end < 0 ? body.length : end, leadLengthMax);
}

/** What became of an event by its own words, else by those of its sentence or, in the lead, of the lead. */
function statusOf(
  event: DatedEvent,
  sentence: string,
  isFirstPlan: boolean,
  { end, fate, language }: Lead,
): DatedEvent['status'] {
  if (isAhead(event)) {
    if (fateIn(sentence, language) === 'cancelled') return 'cancelled';
    return isFirstPlan ? 'postponed' : event.status;
  }
  if (event.status !== 'held') return event.status;
  const isLead = event.expression[0][0] < end;
  return fateIn(sentence, language) === 'failed' || (isLead && fate === 'failed') ? 'failed' : 'held';
}

/** True when what stands before a day calls it the first plan: "originally due to end on". */
function saysFirstPlan(before: string): boolean {
  const last = [...before.matchAll(firstPlan)].at(-1);
  return last !== undefined && before.length - last.index < firstPlanReach && !/\d/.test(before.slice(last.index));
}

const firstPlan = new RegExp(anyWordOf(Object.values(firstPlans).flat()), 'giu');
/** Characters between the word and the day. */
const firstPlanReach = 90;

function eventFact(event: DatedEvent, body: string, lead: Lead, space: Scan): EventFact {
  const { id, kind, expression: spans } = event;
  const sentence = sentenceAround(body, spans[0]);
  const isFirstPlan = saysFirstPlan(body.slice(sentence[0], spans[0][0]));
  const status = statusOf(event, slice(body, sentence), isFirstPlan, lead);
  const from = event.from ?? event.partial?.from ?? null;
  const to = event.to ?? event.partial?.to ?? null;
  // A day of the past is only known to have been named: nothing is compared with it but its interval.
  if (!isAhead({ kind, status }) && outcomeOf({ status }) === null) {
    return { id, from, to, kind, status, what: null, who: null, numbers: [], topic: [], around: [], spans, quote: '' };
  }
  const what = event.what === null ? null : slice(body, event.what);
  const who = event.who === null ? null : slice(body, event.who);
  const numbers = numbersIn(spans.map((span) => slice(body, span)).join(' '), space);
  const topic = topicOf(`${what ?? ''} ${who ?? ''}`, space);
  const around = topicOf(withoutSpans(body, sentence, spans), space);
  return { id, from, to, kind, status, what, who, numbers, topic, around, spans, quote: cut(slice(body, sentence)) };
}

/** Words kept of one topic. */
const topicWordsMax = 24;
/** Characters of a sentence looked at on each side of a span. */
const sentenceReachMax = 400;
/** Characters of a body in which the news of it stands, at most. */
export const leadLengthMax = 400;

function endsSentence(body: string, at: number): boolean {
  const mark = body[at];
  if (mark === '\n' || mark === '。' || mark === '！' || mark === '？') return true;
  if (mark !== '.' && mark !== '!' && mark !== '?') return false;
  // "Nov. 22" and "U.S. forces" go on: a sentence ends where a space and a capital, a quote or nothing follow a word of more than three letters.
  const next = body[at + 1];
  if (next !== undefined && !/[\s"”’)]/.test(next)) return false;
  const word = body.slice(Math.max(0, at - 4), at);
  // No Korean word is cut short by a full stop, and no short one in small letters where a capital follows: "of him. The".
  if (/\p{Script=Hangul}$/u.test(word)) return true;
  if (/(?:^|\s)\p{Ll}{2,}$/u.test(word) && /^\s+["“”'‘’«»(]?\p{Lu}/u.test(body.slice(at + 1, at + 5))) return true;
  return /[\p{L}\p{N}"”’)]{4}$/u.test(word);
}

function stemHash(text: string, start: number, length: number): number {
  return stemOf(text.slice(start, start + length));
}

/** A word by its root, in 24 bits: words are compared inside one story, where that is plenty, and memory is dear. */
export function stemOf(word: string): number {
  return hashWord(foldedStem(word)) >>> unusedBits;
}

const unusedBits = 8;

function foldedStem(word: string): string {
  return word.slice(0, stemLength).toLowerCase();
}

/** Letters by which words of one root are taken to be the same. */
const stemLength = 5;

const planningStems = new Set(Object.values(planningWords).flatMap((list) => list.split(/\s+/).map(stemOf)));

function withoutSpans(body: string, sentence: Span, spans: readonly Span[]): string {
  let text = '';
  let at = sentence[0];
  for (const [start, end] of spans) {
    if (start < at || end > sentence[1]) continue;
    text += `${body.slice(at, start)} `;
    at = end;
  }
  return text + body.slice(at, sentence[1]);
}

function speakerKey(name: string | null): string | null {
  if (name === null) return null;
  const sound = soundOf(name);
  return sound.length >= speakerSoundMin ? sound : name.toLowerCase();
}

/** A shorter sound is too many people's. */
const speakerSoundMin = 3;

function cut(text: string): string {
  return text.length <= quoteLengthMax ? text : `${text.slice(0, quoteLengthMax - 1)}…`;
}

/** Durations and repetitions name no day that could move. */
function datedEvents(reading: Reading): DatedEvent[] {
  return reading.events.filter(
    (event) => event.kind !== 'duration' && event.kind !== 'recurring' && event.expression.length > 0,
  );
}

function countedFigures(reading: Reading, space: Scan): Figure[] {
  // "two ships", "four bidders": so few of something that nothing befell change from sentence to sentence, but for what the title names.
  const titled = new Set(topicOf(reading.article.title ?? '', space));
  const isTitled = (of: string) => topicOf(of, space).some((word) => titled.has(word));
  return reading.figures.filter(
    ({ of, unit, value, span }) =>
      // A sum or a measure that the text opens with is compared by its unit, though nothing is named that it is of.
      ((of !== null && of !== '') || (unit !== null && !isFate(unit) && unit !== '%' && span[0] < leadLengthMax)) &&
      (unit !== null || value >= fewMin || isTitled(of ?? '')) &&
      !(isFate(unit) && isFurther(reading.article.body, span)),
  );
}

/** "Five more bodies", "weitere 12 Verletzte": further ones are not all who were hit. */
function isFurther(body: string, [start, end]: Span): boolean {
  return further.test(`${body.slice(Math.max(0, start - furtherReach), start)}|${body.slice(end, end + furtherReach)}`);
}

/** Characters beside a count in which the word stands. */
const furtherReach = 10;
const furtherWord = anyWordOf(Object.values(furtherCounts).flat());
/** The bar stands for the count. */
const further = new RegExp(`${furtherWord}\\s*\\||\\|\\s*(?:\\p{L}+\\s)?${furtherWord}`, 'iu');

/** From here on a bare count is compared with another. */
const fewMin = 10;
