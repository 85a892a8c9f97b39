import type { Instant } from '../records.ts';
import { nestedInterval, sameInterval, showInterval } from './days.ts';
import { type EventFact, isAhead, outcomeOf, sharedTopic, type Topic, tellingWords, wordOf } from './facts.ts';
import { subjectOf } from './subject.ts';
import { development, evidenceOf, type NewTelling, type Telling, type Weighed } from './tellings.ts';

/**
 * Dates of an article that are news: a day that takes the place of another, what became of a planned thing, a first day for what
 * the headline is about.
 */
export function dateNews(told: NewTelling, earlier: readonly Telling[]): Weighed[] {
  const known = earlier.flatMap(({ articleId, at, facts }) => facts.events.map((event) => ({ articleId, at, event })));
  const found: (DateNews & { readonly event: EventFact })[] = [];
  const subjects: Topic[] = [];
  const days = pairedDays(told.facts.events);
  for (const event of told.facts.events) {
    if (event.from === null || subjects.some((subject) => shares(subject, event.topic))) continue;
    const one = movedDate(told, event, known, days) ?? outcome(told, event, known) ?? announcedDate(told, event, known);
    if (one === null) continue;
    subjects.push(tellingWords(event.topic));
    found.push({ ...one, event });
  }
  // A day that is said to have moved elsewhere did not see the thing happen.
  const left = found.flatMap(({ weight, before }) => (weight === movedWeight && before !== null ? [before.event] : []));
  const news = found.filter(
    ({ weight, event }) => weight === movedWeight || !left.some((day) => sameInterval(day, event)),
  );
  news.sort((a, b) => b.weight - a.weight);
  // Beside a date that moved or was met, a further one in the same text is part of the same news.
  const isSettled = news.length > 0 && news[0].weight > announcedWeight;
  return news.filter(({ weight }) => !isSettled || weight > announcedWeight).slice(0, datesPerArticleMax);
}

interface KnownEvent {
  readonly articleId: string;
  readonly at: Instant;
  readonly event: EventFact;
}

/** A date as news, with what it takes the place of. */
interface DateNews extends Weighed {
  readonly before: KnownEvent | null;
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
      if (old === later || !isAhead(old) || sameInterval(old, later) || !standTogether(old, later)) continue;
      if (old.status === 'postponed' || (old.from ?? '') < (later.from ?? '')) pairs.push({ old, new: later });
    }
  }
  return pairs;
}

/** True for days of one sentence, and for a first plan that is named right behind or before the new day. */
function standTogether(old: EventFact, later: EventFact): boolean {
  if (old.quote === later.quote) return true;
  return old.status === 'postponed' && Math.abs(old.spans[0][0] - later.spans[0][0]) < togetherReach;
}

/** Characters between a new day and the first plan beside it. */
const togetherReach = 260;

/** What moved weighs more than what became of a plan, and both more than a first day. */
const movedWeight = 10;
const outcomeWeight = 9;
const announcedWeight = 6;

/** Dates told of one article at most. */
const datesPerArticleMax = 2;

/** A planned day that takes the place of another for the same thing. */
function movedDate(
  told: NewTelling,
  event: EventFact,
  known: readonly KnownEvent[],
  pairs: readonly DayPair[],
): DateNews | null {
  if (!isAhead(event) || known.some(({ event: other }) => isAhead(other) && sameInterval(other, event))) return null;
  // The last day of a known window is that window's.
  if (known.some(({ event: other }) => isAhead(other) && other.kind === 'window' && other.to === event.from))
    return null;
  // What is moved to today, or is over, happened: that is an outcome.
  if ((event.to ?? event.from ?? '').slice(0, dayGrain) <= told.at.slice(0, dayGrain)) return null;
  const own = pairs.filter((pair) => pair.new === event);
  // Of several old days the one that is called so, or that was told before.
  const ownPair =
    own.find(({ old }) => old.status === 'postponed') ??
    own.find(({ old }) => known.some(({ event: other }) => isAhead(other) && sameInterval(other, old))) ??
    own[0];
  const rivals = known.filter(({ event: other }) => {
    if (!isAhead(other) || grain(other.from) !== grain(event.from) || nestedInterval(other, event)) return false;
    if (ownPair !== undefined && sameInterval(ownPair.old, other)) return true;
    // A plan for one day does not move to some time of a week: "put off by three weeks" names no week.
    if (isOneDay(other) && !isOneDay(event) && event.kind !== 'window') return false;
    // A day that the same text moves elsewhere, or to which it moves something, is not moved here.
    const isTaken = pairs.some((pair) => sameInterval(pair.old, other) || sameInterval(pair.new, other));
    return !isTaken && sameSubject(other, event);
  });
  // The old day named again is the surest sign; else the day told last. A deadline takes no other day's place but in its sentence.
  const isNamed = ({ event: other }: KnownEvent) =>
    (other.kind === event.kind || ownPair !== undefined || event.kind !== 'deadline') &&
    told.facts.events.some((own) => sameInterval(own, other));
  const before = rivals.findLast(isNamed) ?? rivals.findLast(({ event: other }) => other.kind === event.kind);
  if (before === undefined || told.facts.events.some((own) => isOver(own, before.event))) return null;
  const summary = `${subjectOf(event, before.event, told.title)} moved from ${shown(before.event)} to ${shown(event)}`;
  return toldDate(movedWeight, told, event, summary, before);
}

function isOneDay({ from, to }: EventFact): boolean {
  return grain(from) === dayGrain && (to === null || to.slice(0, dayGrain) === from?.slice(0, dayGrain));
}

/** True when an event says that the plan for another's day is off or came to an end. */
function isOver(event: EventFact, plan: EventFact): boolean {
  return outcomeOf(event) !== null && event.status !== 'held' && sameInterval(event, plan);
}

/** What became of a planned thing: held, failed or cancelled. */
function outcome(told: NewTelling, event: EventFact, known: readonly KnownEvent[]): DateNews | null {
  const result = outcomeOf(event);
  if (result === null) return null;
  const isDay = grain(event.from) === dayGrain;
  const alike = known.filter(
    ({ at, event: other }) =>
      grain(other.from) === grain(event.from) &&
      (sameSubject(other, event) ||
        (isDay && sameInterval(other, event) && (result !== 'held' || (isInLead(event) && isLaterDay(other, at))))),
  );
  // What was called off is named by its day.
  const plans = alike.filter(
    ({ event: other }) => isAhead(other) && (result !== 'cancelled' || !isDay || sameInterval(other, event)),
  );
  const before = plans.findLast(({ event: other }) => sameInterval(other, event)) ?? plans.at(-1);
  if (before === undefined) return null;
  // That something took place on the day of what failed or was called off is not that it was held.
  const isTold = ({ event: other }: KnownEvent) =>
    sameInterval(other, event) &&
    (outcomeOf(other) === result || (result === 'held' && (other.status === 'failed' || other.status === 'cancelled')));
  if (known.some(isTold)) return null;
  const planStart = before.event.from ?? '';
  if (alike.some(({ event: other }) => outcomeOf(other) === result && (other.from ?? '') >= planStart)) return null;
  // What was over before the plan was told is the past of the story, not its outcome.
  if ((event.from ?? '') < planStart && result !== 'cancelled') return null;
  // What is said in passing is no outcome of the plan, nor what the same text still looks forward to.
  const isStillAhead = told.facts.events.some((other) => isAhead(other) && sameInterval(other, event));
  if (result === 'held' && ((!isHeadline(told, event) && !isInLead(event)) || isStillAhead)) return null;
  const subject = subjectOf(event, before.event, told.title);
  const summary = `${subject} ${result} ${shown(event)} (planned ${shown(before.event)})`;
  return toldDate(outcomeWeight, told, event, summary, before);
}

/** True for a day that was still to come when it was told of. */
function isLaterDay({ from }: EventFact, at: Instant): boolean {
  return (from ?? '').slice(0, dayGrain) > at.slice(0, dayGrain);
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
  return event.spans[0][0] < firstSentencesMax;
}

/** Characters of a body in which an outcome is told: further on it is mentioned. */
const firstSentencesMax = 260;

/** A first day for a thing that the headline is about; days said in passing are not news. */
function announcedDate(told: NewTelling, event: EventFact, known: readonly KnownEvent[]): DateNews | null {
  if (told.copied || !isAhead(event) || grain(event.from) < dayGrain) return null;
  if ((event.from ?? '').slice(0, dayGrain) <= told.at.slice(0, dayGrain) || !isHeadline(told, event)) return null;
  const isKnown = ({ event: other }: KnownEvent) =>
    sameInterval(other, event) ||
    (isAhead(other) &&
      ((sameSubject(other, event) && (other.kind === event.kind || event.kind !== 'deadline')) ||
        (grain(other.from) === dayGrain && nestedInterval(other, event))));
  if (known.some(isKnown)) return null;
  const summary = `${subjectOf(event, event, told.title)} set for ${shown(event)}`;
  return toldDate(announcedWeight, told, event, summary, null);
}

/** A date as news, in the place of an earlier one where it takes that. */
function toldDate(
  weight: number,
  told: NewTelling,
  event: EventFact,
  summary: string,
  before: KnownEvent | null,
): DateNews {
  const replaces =
    before === null ? null : { summary: shown(before.event), evidence: [evidenceOf(before.articleId, before.event)] };
  const evidence = [evidenceOf(told.articleId, event)];
  return { weight, before, development: development(told, 'date', summary, evidence, { replaces, eventId: event.id }) };
}

function shown({ from, to }: EventFact): string {
  return showInterval(from, to);
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
