import type { Development, DevelopmentKind, Evidence, Instant } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { nestedInterval, sameInterval, showInterval } from './days.ts';
import { type EventFact, type Facts, type FigureFact, type StatementFact, sharedTopic } from './facts.ts';

/** What one article of a story said, as remembered. */
export interface Telling {
  readonly articleId: string;
  readonly facts: Facts;
}

/** The article whose news is asked for. */
export interface NewTelling extends Telling {
  readonly storyId: string;
  readonly at: Instant;
  /** True for a text that mostly carries another: only what contradicts earlier tellings counts then, not more words. */
  readonly copied: boolean;
}

/** Developments of one article at most; the weightiest stay. */
export const developmentsPerArticleMax = 5;
/** New statements told of one article at most. */
export const statementsPerArticleMax = 2;

/**
 * What an article adds to the earlier tellings of its story: a date announced, moved, met or missed; a statement by a new
 * speaker or against an earlier one; a figure changed. Weightiest first; what only repeats gives none.
 */
export function newsOf(told: NewTelling, earlier: readonly Telling[]): Development[] {
  return [...dateNews(told, earlier), ...statementNews(told, earlier), ...figureNews(told, earlier)]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, developmentsPerArticleMax)
    .map(({ development }) => development);
}

/** A development with nothing before it. */
export function development(
  told: Pick<NewTelling, 'storyId' | 'articleId' | 'at'>,
  kind: DevelopmentKind,
  summary: string,
  evidence: readonly Evidence[],
  more: Partial<Pick<Development, 'replaces' | 'statementId' | 'eventId'>> = {},
): Development {
  return {
    id: recordId('development', told.storyId, told.articleId, kind, summary),
    storyId: told.storyId,
    articleId: told.articleId,
    kind,
    at: told.at,
    summary,
    evidence,
    replaces: more.replaces ?? null,
    statementId: more.statementId ?? null,
    eventId: more.eventId ?? null,
  };
}

interface Weighed {
  readonly weight: number;
  readonly development: Development;
}

// ── dates ──

/** Events are about the same thing when what happens is named alike, or when their sentences are. */
const topicLikenessMin = 0.5;
const aroundLikenessMin = 0.5;

function dateNews(told: NewTelling, earlier: readonly Telling[]): Weighed[] {
  const known = earlier.flatMap(({ articleId, facts }) => facts.events.map((event) => ({ articleId, event })));
  const news: Weighed[] = [];
  const subjects: EventFact[] = [];
  // A headline's "late November" stands beside the text's "Nov. 27": the day is compared first and speaks for both.
  const precise = (event: EventFact) => (/-\d\d-\d\d/.test(event.from ?? event.to ?? '') ? 0 : 1);
  for (const event of told.facts.events.toSorted((a, b) => precise(a) - precise(b))) {
    if (event.from === null && event.to === null) continue;
    if (
      subjects.some(
        (subject) =>
          sameSubject(subject, event) ||
          (precise(event) > precise(subject) && sharedTopic(subject.topic, event.topic) > 0),
      )
    )
      continue;
    const near = known.filter((other) => sameSubject(other.event, event));
    const alike = near.length > 0 ? near : onlyWindow(event, known);
    const last = alike.at(-1);
    const repeated = known.some(({ event: other }) => sameInterval(other, event) || restates(event, other));
    const evidence = [evidenceOf(told.articleId, event)];
    const replaces =
      last === undefined
        ? null
        : {
            summary: showInterval(last.event.from, last.event.to),
            evidence: [evidenceOf(last.articleId, last.event)],
          };
    if (isAhead(event) && !repeated) {
      const planned = alike.filter(({ event: other }) => isAhead(other));
      const before = planned.at(-1);
      if (before !== undefined && !nestedInterval(before.event, event)) {
        const summary = `${capitalised(labelOf(event, before.event))} moved from ${showInterval(before.event.from, before.event.to)} to ${showInterval(event.from, event.to)}`;
        const replaced = {
          summary: showInterval(before.event.from, before.event.to),
          evidence: [evidenceOf(before.articleId, before.event)],
        };
        subjects.push(event);
        news.push({
          weight: 10,
          development: development(told, 'date', summary, evidence, { replaces: replaced, eventId: event.id }),
        });
      } else if (before === undefined && !told.copied) {
        const summary = `${capitalised(event.what ?? event.kind)}: ${showInterval(event.from, event.to)}`;
        subjects.push(event);
        news.push({ weight: 6, development: development(told, 'date', summary, evidence, { eventId: event.id }) });
      }
    }
    const outcome = outcomeOf(event);
    if (
      outcome !== null &&
      last !== undefined &&
      isAhead(last.event) &&
      !alike.some(({ event: other }) => outcomeOf(other) === outcome)
    ) {
      subjects.push(event);
      const summary = `${capitalised(event.what ?? last.event.what ?? event.kind)} ${outcome}`;
      news.push({
        weight: 9,
        development: development(told, 'date', summary, evidence, { replaces, eventId: event.id }),
      });
    }
  }
  return news;
}

function sameSubject(a: EventFact, b: EventFact): boolean {
  const topic = sharedTopic(a.topic, b.topic);
  return (
    topic >= topicLikenessMin ||
    (topic === 0 &&
      (a.topic.length === 0 || b.topic.length === 0) &&
      sharedTopic(a.around, b.around) >= aroundLikenessMin)
  );
}

/**
 * The one announced window of the story, for a window that is told in quite other words: two windows that share a word and
 * stand in one story, of which there never was another, are one window moved.
 */
function onlyWindow(event: EventFact, known: readonly KnownEvent[]): readonly KnownEvent[] {
  if (event.kind !== 'window' || !isAhead(event)) return [];
  const windows = known.filter(({ event: other }) => other.kind === 'window' && isAhead(other));
  const [first] = windows;
  if (first === undefined || windows.some(({ event: other }) => !sameInterval(other, first.event))) return [];
  return windows.filter(({ event: other }) => sharedTopic(other.topic, event.topic) > 0);
}

interface KnownEvent {
  readonly articleId: string;
  readonly event: EventFact;
}

/** A day inside a window that is known and shares its words says again what was said: "due on 22 November" of "22 Nov to 1 Dec". */
function restates(event: EventFact, known: EventFact): boolean {
  return (
    known.kind === 'window' &&
    isAhead(known) &&
    nestedInterval(known, event) &&
    sharedTopic(known.topic, event.topic) > 0
  );
}

/** What moved, in the article's own word: the longest that both tellings use of it, with "window" where it is one. */
function labelOf(event: EventFact, before: EventFact): string {
  const wordsIn = (text: string | null) => (text ?? '').toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? [];
  const earlier = new Set([...wordsIn(before.what), ...wordsIn(before.who), ...wordsIn(before.quote)]);
  const shared = [...wordsIn(event.who), ...wordsIn(event.what)].filter((word) => earlier.has(word));
  const [first] = shared.length > 0 ? shared : [event.what ?? before.what ?? event.kind];
  return event.kind === 'window' && shared.length > 0 ? `${first} window` : first;
}

function isAhead(event: EventFact): boolean {
  if (event.kind !== 'window' && event.kind !== 'deadline' && event.kind !== 'scheduled') return false;
  return event.status === 'planned' || event.status === 'postponed' || event.status === 'unclear';
}

function outcomeOf(event: EventFact): string | null {
  if (event.status === 'held' || event.status === 'failed' || event.status === 'cancelled') return event.status;
  return null;
}

// ── statements ──

const sameSayingMin = 0.6;
const aboutTheSameMin = 0.35;
/** Force of what is said for a new speaker to be news even in reported speech. */
const strong = new Set<StatementFact['force']>(['deny', 'confirm', 'warn', 'promise', 'threaten', 'refuse']);
const against: Partial<Record<StatementFact['force'], readonly StatementFact['force'][]>> = {
  deny: ['say', 'claim', 'confirm', 'report', 'warn', 'promise', 'threaten'],
  confirm: ['claim', 'report', 'deny'],
  refuse: ['promise', 'confirm'],
};

function statementNews(told: NewTelling, earlier: readonly Telling[]): Weighed[] {
  const known = earlier.flatMap(({ articleId, facts }) =>
    facts.statements.map((statement) => ({ articleId, statement })),
  );
  const speakers = new Set(known.map(({ statement }) => statement.speaker));
  const news: Weighed[] = [];
  for (const statement of told.facts.statements) {
    if (statement.shown === null || statement.topic.length < statementWordsMin) continue;
    if (
      known.some(
        ({ statement: other }) =>
          sharedTopic(other.topic, statement.topic) >= sameSayingMin && other.force === statement.force,
      )
    )
      continue;
    const opposed = known.findLast(
      ({ statement: other }) =>
        (against[statement.force] ?? []).includes(other.force) &&
        sharedTopic(other.topic, statement.topic) >= aboutTheSameMin,
    );
    const evidence: Evidence[] = [
      { articleId: told.articleId, where: 'body', spans: statement.spans, quote: statement.quote },
    ];
    if (opposed !== undefined) {
      const replaced = {
        summary: `${opposed.statement.shown ?? 'Unnamed'}: ${opposed.statement.quote}`,
        evidence: [
          {
            articleId: opposed.articleId,
            where: 'body' as const,
            spans: opposed.statement.spans,
            quote: opposed.statement.quote,
          },
        ],
      };
      news.push({
        weight: 8,
        development: development(told, 'statement', sayingOf(statement), evidence, {
          replaces: replaced,
          statementId: statement.id,
        }),
      });
    } else if (
      !told.copied &&
      statement.speaker !== null &&
      !speakers.has(statement.speaker) &&
      (statement.form !== 'indirect' || strong.has(statement.force))
    ) {
      speakers.add(statement.speaker);
      news.push({
        weight: strong.has(statement.force) ? 5 : 4,
        development: development(told, 'statement', sayingOf(statement), evidence, { statementId: statement.id }),
      });
    }
  }
  return news.sort((a, b) => b.weight - a.weight).slice(0, statementsPerArticleMax);
}

const statementWordsMin = 3;
const verbs: Record<StatementFact['force'], string> = {
  say: 'says',
  claim: 'claims',
  warn: 'warns',
  deny: 'denies',
  confirm: 'confirms',
  promise: 'promises',
  threaten: 'threatens',
  ask: 'asks',
  refuse: 'refuses',
  report: 'reports',
};

function sayingOf(statement: StatementFact): string {
  const words =
    statement.quote.length <= 110 ? statement.quote : `${statement.quote.slice(0, 109).replace(/\s+\S*$/, '')}…`;
  return `${statement.shown} ${verbs[statement.force]}: ${words}`;
}

// ── figures ──

function figureNews(told: NewTelling, earlier: readonly Telling[]): Weighed[] {
  const known = earlier.flatMap(({ articleId, facts }) => facts.figures.map((figure) => ({ articleId, figure })));
  const news: Weighed[] = [];
  for (const figure of told.facts.figures) {
    const alike = known.filter(({ figure: other }) => sameCount(other, figure));
    const last = alike.at(-1);
    if (last === undefined || alike.some(({ figure: other }) => other.value === figure.value)) continue;
    // An article that still gives the old value counts two things.
    if (told.facts.figures.some((other) => other.value === last.figure.value && sameCount(other, figure))) continue;
    const unit = figure.unit === null ? '' : `${figure.unit} `;
    const summary = `${capitalised(figure.of)}: ${figure.value} ${unit}(was ${last.figure.value})`;
    const evidence: Evidence[] = [
      { articleId: told.articleId, where: 'body', spans: figure.spans, quote: figure.quote },
    ];
    const replaced = {
      summary: `${last.figure.value} ${last.figure.of}`,
      evidence: [
        { articleId: last.articleId, where: 'body' as const, spans: last.figure.spans, quote: last.figure.quote },
      ],
    };
    news.push({ weight: 7, development: development(told, 'figure', summary, evidence, { replaces: replaced }) });
  }
  return news.slice(0, 2);
}

function sameCount(a: FigureFact, b: FigureFact): boolean {
  return a.unit === b.unit && sharedTopic(a.topic, b.topic) >= 0.99 && sharedTopic(a.around, b.around) >= 0.3;
}

function evidenceOf(articleId: string, event: EventFact): Evidence {
  return { articleId, where: 'body', spans: event.spans, quote: event.quote };
}

function capitalised(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}
