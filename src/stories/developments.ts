import type { Development, Evidence } from '../records.ts';
import { nestedInterval, sameInterval, showInterval } from './days.ts';
import {
  type EventFact,
  isAhead,
  outcomeOf,
  type StatementFact,
  sharedTopic,
  type Topic,
  tellingWords,
  wordOf,
} from './facts.ts';
import { figureNews } from './figure-news.ts';
import { subjectOf } from './subject.ts';
import { development, type NewTelling, type Telling, type Weighed } from './tellings.ts';

/** Developments of one article at most; the weightiest stay. */
const developmentsPerArticleMax = 5;
/** New statements told of one article at most: the weightiest says that there is more to read. */
const statementsPerArticleMax = 1;

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

// ── dates ──

interface KnownEvent {
  readonly articleId: string;
  readonly event: EventFact;
}

function dateNews(told: NewTelling, earlier: readonly Telling[]): Weighed[] {
  const known = earlier.flatMap(({ articleId, facts }) => facts.events.map((event) => ({ articleId, event })));
  const news: Weighed[] = [];
  const subjects: Topic[] = [];
  const days = pairedDays(told.facts.events);
  for (const event of told.facts.events) {
    if (event.from === null || subjects.some((subject) => shares(subject, event.topic))) continue;
    const found =
      movedDate(told, event, known, days) ?? outcome(told, event, known) ?? announcedDate(told, event, known);
    if (found === null) continue;
    subjects.push(tellingWords(event.topic));
    news.push(found);
  }
  news.sort((a, b) => b.weight - a.weight);
  // Beside a date that moved or was met, a further one in the same text is part of the same news.
  const isSettled = news.length > 0 && news[0].weight > announcedWeight;
  return news.filter(({ weight }) => !isSettled || weight > announcedWeight).slice(0, datesPerArticleMax);
}

/** An old and a new day of one sentence. */
interface DayPair {
  readonly old: EventFact;
  readonly new: EventFact;
}

/** Days that a sentence puts in the place of others: the surest sign of what moved where. */
function pairedDays(events: readonly EventFact[]): DayPair[] {
  const pairs: DayPair[] = [];
  for (const later of events) {
    if (!isAhead(later) || later.status === 'postponed') continue;
    for (const old of events) {
      if (old === later || old.quote !== later.quote || !isAhead(old) || sameInterval(old, later)) continue;
      if (old.status === 'postponed' || (old.from ?? '') < (later.from ?? '')) pairs.push({ old, new: later });
    }
  }
  return pairs;
}

const announcedWeight = 6;

/** Dates told of one article at most. */
const datesPerArticleMax = 2;

/** A planned day that takes the place of another for the same thing. */
function movedDate(
  told: NewTelling,
  event: EventFact,
  known: readonly KnownEvent[],
  pairs: readonly DayPair[],
): Weighed | null {
  if (!isAhead(event) || known.some(({ event: other }) => isAhead(other) && sameInterval(other, event))) return null;
  // What is moved to today, or is over, happened: that is an outcome.
  if ((event.to ?? event.from ?? '').slice(0, dayGrain) <= told.at.slice(0, dayGrain)) return null;
  const ownPair = pairs.find((pair) => pair.new === event);
  const rivals = known.filter(({ event: other }) => {
    if (!isAhead(other) || grain(other.from) !== grain(event.from) || nestedInterval(other, event)) return false;
    if (ownPair !== undefined && sameInterval(ownPair.old, other)) return true;
    // A day that the same text moves elsewhere, or to which it moves something, is not moved here.
    const isTaken = pairs.some((pair) => sameInterval(pair.old, other) || sameInterval(pair.new, other));
    return !isTaken && sameSubject(other, event);
  });
  const isNamed = ({ event: other }: KnownEvent) => told.facts.events.some((own) => sameInterval(own, other));
  // The old day named again beside the new one is the surest sign; else the day told last.
  const before = rivals.findLast(isNamed) ?? rivals.findLast(({ event: other }) => other.kind === event.kind);
  if (before === undefined || told.facts.events.some((own) => isOver(own, before.event))) return null;
  const old = showInterval(before.event.from, before.event.to);
  const summary = `${subjectOf(event, before.event, told.title)} moved from ${old} to ${showInterval(event.from, event.to)}`;
  const replaces = { summary: old, evidence: [evidenceOf(before.articleId, before.event)] };
  return {
    weight: 10,
    development: development(told, 'date', summary, [evidenceOf(told.articleId, event)], {
      replaces,
      eventId: event.id,
    }),
  };
}

/** True when an event says that the plan for another's day is off or came to an end. */
function isOver(event: EventFact, plan: EventFact): boolean {
  return outcomeOf(event) !== null && event.status !== 'held' && sameInterval(event, plan);
}

/** What became of a planned thing: held, failed or cancelled. */
function outcome(told: NewTelling, event: EventFact, known: readonly KnownEvent[]): Weighed | null {
  const result = outcomeOf(event);
  if (result === null) return null;
  const isDay = grain(event.from) === dayGrain;
  const alike = known.filter(
    ({ event: other }) =>
      grain(other.from) === grain(event.from) &&
      (sameSubject(other, event) || (isDay && result !== 'held' && sameInterval(other, event))),
  );
  const plans = alike.filter(({ event: other }) => isAhead(other));
  const before = plans.findLast(({ event: other }) => sameInterval(other, event)) ?? plans.at(-1);
  if (before === undefined) return null;
  // That a failed launch took place on its day is no news after its failure.
  const isTold = ({ event: other }: KnownEvent) =>
    sameInterval(other, event) && (outcomeOf(other) === result || (result === 'held' && other.status === 'failed'));
  if (known.some(isTold)) return null;
  const planStart = before.event.from ?? '';
  if (alike.some(({ event: other }) => outcomeOf(other) === result && (other.from ?? '') >= planStart)) return null;
  // What was over before the plan was told is the past of the story, not its outcome.
  if ((event.from ?? '') < planStart && result !== 'cancelled') return null;
  // What is said in passing is no outcome of the plan.
  if (result === 'held' && !isHeadline(told, event) && !isInLead(event)) return null;
  const planned = showInterval(before.event.from, before.event.to);
  const summary = `${subjectOf(event, before.event, told.title)} ${result} ${showInterval(event.from, event.to)} (planned ${planned})`;
  const replaces = { summary: planned, evidence: [evidenceOf(before.articleId, before.event)] };
  return {
    weight: 9,
    development: development(told, 'date', summary, [evidenceOf(told.articleId, event)], {
      replaces,
      eventId: event.id,
    }),
  };
}

/** True when the headline names what happens, or its day. */
function isHeadline(told: NewTelling, event: EventFact): boolean {
  return (
    wordOf(event.what ?? '', tellingWords(told.headline)) !== null ||
    told.headline.some((word) => event.numbers.includes(word))
  );
}

/** True for what a text says in its first sentences. */
function isInLead(event: EventFact): boolean {
  return event.spans[0][0] < leadLengthMax;
}

/** Characters of a body in which the news of it stands. */
const leadLengthMax = 260;

/** A first day for a thing that the headline is about; days said in passing are not news. */
function announcedDate(told: NewTelling, event: EventFact, known: readonly KnownEvent[]): Weighed | null {
  if (told.copied || !isAhead(event) || grain(event.from) < dayGrain) return null;
  if ((event.from ?? '').slice(0, dayGrain) <= told.at.slice(0, dayGrain) || !isHeadline(told, event)) return null;
  const isKnown = ({ event: other }: KnownEvent) =>
    sameInterval(other, event) ||
    (isAhead(other) && (sameSubject(other, event) || (grain(other.from) === dayGrain && nestedInterval(other, event))));
  if (known.some(isKnown)) return null;
  const summary = `${subjectOf(event, event, told.title)} set for ${showInterval(event.from, event.to)}`;
  return {
    weight: announcedWeight,
    development: development(told, 'date', summary, [evidenceOf(told.articleId, event)], { eventId: event.id }),
  };
}

/**
 * Inside a story, two plans are for one thing when they share a telling word of what is planned; two windows also when their
 * sentences are about the same.
 */
function sameSubject(a: EventFact, b: EventFact): boolean {
  if (shares(tellingWords(a.topic), b.topic)) return true;
  const bothWindows = a.kind === 'window' && b.kind === 'window';
  return bothWindows && sharedTopic(tellingWords(a.around), tellingWords(b.around)) >= aroundLikenessMin;
}

const aroundLikenessMin = 0.3;

function shares(a: Topic, b: Topic): boolean {
  return tellingWords(a).some((word) => b.includes(word));
}

/** How finely a day is known: years 4, months 7, days 10. */
function grain(day: string | null): number {
  return day === null ? 0 : Math.min(dayGrain, day.replace(/^--/, '0000-').length);
}

const dayGrain = 10;

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
        ({ statement: other }) => isSameSaying(other.topic, statement.topic) && other.force === statement.force,
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
      // Who spoke before is no news, unless what is said now is a denial: it answers what was said elsewhere.
      (!speakers.has(statement.speaker) || statement.force === 'deny') &&
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

/** True when one says what the other says: few words in common are not enough, since short sayings share "more" and "than". */
function isSameSaying(a: Topic, b: Topic): boolean {
  const share = sharedTopic(a, b);
  return share === 1 || (share >= sameSayingMin && Math.round(share * Math.min(a.length, b.length)) >= sameWordsMin);
}

const sameWordsMin = 3;
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

function evidenceOf(articleId: string, event: EventFact): Evidence {
  return { articleId, where: 'body', spans: event.spans, quote: event.quote };
}
