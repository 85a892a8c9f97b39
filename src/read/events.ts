import type { DatedEvent, DatedEventKind, DatedEventStatus, Span, Trace } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { dayNumber, dayOfValue, daysInMonth, dayText } from './civil.ts';
import { type Clause, clauseAround } from './clauses.ts';
import type { FoundDate } from './dates.ts';
import { type EventInput, type Group, grouped, listed } from './event-groups.ts';
import {
  AUXILIARY_WORD,
  AWAITED,
  CANCELLED,
  DUE,
  FAILED,
  LASTING,
  MOVER,
  OUTCOME,
  PLANNED,
  POSTPONED,
  toldBy,
  type Vocabulary,
  vocabularyOf,
} from './event-words.ts';
import { knownWords } from './known-words.ts';
import { isNegated, outcomeIn } from './outcomes.ts';

/** Ties each date that something happens on to what happens, who does it, and how it stands. */
export function readEvents(input: EventInput, trace: Trace[] | null = null): DatedEvent[] {
  const words = input.language?.dates?.events;
  if (words === undefined) return [];
  const vocabulary = vocabularyOf(words);
  const published = input.published.precision === 'unknown' ? null : dayOfValue(input.published.value);
  const events: DatedEvent[] = [];
  let before: { group: Group; clause: Clause } | null = null;
  const groups = grouped(input, vocabulary);
  for (const [at, group] of groups.entries()) {
    const next = groups[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own: Clause =
      before !== null && listed(input, before.group, group)
        ? before.clause
        : clauseOf(input, group, listEnd(input, groups, at), before?.group.end ?? 0, next);
    const clause: Clause = before !== null && sharesMove(before.group, group) ? sameThing(own, before.clause) : own;
    before = { group, clause };
    const event = eventOf(input, group, clause, vocabulary, published);
    if (event !== null) events.push(event);
  }
  const all = settled(events);
  trace?.push(...all.map((event) => traceOf(event, input.split.text)));
  return all;
}

function sharesMove(first: Group, second: Group): boolean {
  return first.moved !== null && second.moved !== null && first.dates[0].sentence === second.dates[0].sentence;
}

/** What was moved is the same for its old and its new date. */
function sameThing(clause: Clause, { what, who }: Clause): Clause {
  return { ...clause, what, who };
}

/** Where words carry endings, the clause of one date of a list follows the last of them. */
function listEnd(input: EventInput, groups: readonly Group[], at: number): number {
  let last = at;
  if (input.language?.dates?.agglutinated === true)
    while (last + 1 < groups.length && listed(input, groups[last], groups[last + 1])) last++;
  return groups[last].end;
}

function clauseOf(
  { split, language }: EventInput,
  group: Group,
  end: number,
  earlierDate: number,
  nextDate: number,
): Clause {
  const sentence = split.sentences[group.dates[0].sentence];
  return clauseAround(
    split,
    knownWords(split, language!),
    sentence,
    [group.start, end],
    language,
    earlierDate,
    nextDate,
  );
}

function eventOf(
  input: EventInput,
  group: Group,
  clause: Clause,
  vocabulary: Vocabulary,
  published: number | null,
): DatedEvent | null {
  const [first] = group.dates;
  const last = group.dates.at(-1) as FoundDate;
  if (!datesSomething(input, group, clause, vocabulary, published)) return null;
  const ends = intervalOf(group, clause, vocabulary);
  const when = placed(ends, published, first, clause, vocabulary);
  const status = statusOf(group, clause, vocabulary, when, published);
  const open = first.open ?? last.open;
  const unknown = ends.from === null;
  const partial = unknown && first.partial !== null ? { from: first.partial, to: last.partial ?? first.partial } : null;
  const expression: Span[] = [[group.start, group.end]];
  return {
    id: recordId('event', input.articleId, String(group.start), String(group.end)),
    expression,
    from: ends.from,
    to: ends.to,
    precision: ends.day || (ends.from?.length === 10 && isClock(first.precision)) ? 'day' : first.precision,
    certain: !unknown && group.counted === null && !clause.before.slice(-4).some((word) => vocabulary.vague.has(word)),
    open,
    partial,
    kind: kindOf(group, clause, vocabulary, when, status),
    status,
    what: clause.what,
    who: clause.who,
  };
}

function kindOf(
  { dates, counted }: Group,
  clause: Clause,
  vocabulary: Vocabulary,
  when: number,
  status: DatedEventStatus,
): DatedEventKind {
  if (dates[0].form.kind === 'set') return 'recurring';
  if (counted !== null) return counted;
  if (dates.length > 1) return 'window';
  const ahead = when > 0 || status === 'postponed';
  if (ahead && isDeadline(clause, vocabulary)) return 'deadline';
  return ahead || status === 'planned' ? 'scheduled' : 'past';
}

/** The interval of an event: a deadline and the end of a period are the day it falls on. */
function intervalOf(
  group: Group,
  clause: Clause,
  vocabulary: Vocabulary,
): { from: string | null; to: string | null; day: boolean } {
  const first = group.dates[0];
  const last = group.dates.at(-1) as FoundDate;
  if (first.from === null || last.to === null) return { from: null, to: null, day: false };
  // A time of day without a zone tells less than it seems: the day is meant.
  const plain = (value: string, date: FoundDate) =>
    date.form.minutes === undefined || date.form.zone === undefined ? value.slice(0, 10) : value;
  const from = plain(first.from, first);
  let to = plain(last.to, last);
  if (
    group.dates.length === 1 &&
    first.form.within === 'end' &&
    clause.before.slice(-3).some((word) => vocabulary.limits.has(word))
  ) {
    const day = lastDayOf(to);
    return { from: day, to: day, day: true };
  }
  // A range written backwards is a mistake of the text or ours: it stays what was written first.
  if (from > to && group.dates.length > 1) to = from;
  return { from, to, day: false };
}

function lastDayOf(value: string): string {
  const hyphen = value.indexOf('-');
  if (hyphen !== -1 && value.indexOf('-', hyphen + 1) !== -1) return value;
  const [year, inMonth = 12] = value.split('-').map(Number);
  return dayText(dayNumber(year, inMonth, daysInMonth(year, inMonth)));
}

/** 1 to come, -1 over, as seen from the day of publication; the tense decides where that day lies inside or is not known. */
function placed(
  ends: { from: string | null; to: string | null },
  published: number | null,
  date: FoundDate,
  clause: Clause,
  vocabulary: Vocabulary,
): number {
  if (published !== null && ends.from !== null && ends.to !== null) {
    const from = dayOfValue(ends.from) as number;
    const to = dayOfValue(lastDayOf(ends.to)) as number;
    if (to < published) return -1;
    if (from > published) return 1;
  }
  if ((toldBy(clause.before, vocabulary) & PLANNED) !== 0) return 1;
  // "this year's election", "next week", "last month" say it themselves.
  if (clause.attributive && date.form.step === 0 && date.form.unit !== 'day') return 1;
  if (date.form.step !== undefined && date.form.step !== 0 && date.form.anchor !== 'text') return date.form.step;
  return date.direction > 0 ? 1 : -1;
}

function isDeadline(clause: Clause, vocabulary: Vocabulary): boolean {
  const near = clause.before.slice(-3);
  const longer = clause.before.slice(-wordsBeforeMax).some((word) => vocabulary.extended.has(word));
  if (!longer && leadsToNewDay(clause, vocabulary)) return false;
  if (near.some((word) => vocabulary.limits.has(word))) return true;
  if (longer && vocabulary.moveTo.has(near.at(-1) ?? '')) return true;
  const around = [...clause.before.slice(-8), ...clause.after.slice(0, 4)];
  if ((toldBy(around, vocabulary) & DUE) === 0) return false;
  // "is due on Friday" is a deadline, "is due to speak on Friday" is not.
  return around.some(
    (word, at) =>
      vocabulary.deadline.has(word) &&
      !(vocabulary.dueTo.has(word) && vocabulary.infinitives.has(around[at + 1] ?? '')),
  );
}

/** Words of a clause before and behind a date that can tell how its event stands. */
const wordsBeforeMax = 14;
const wordsBehindMax = 10;

function statusOf(
  group: Group,
  clause: Clause,
  vocabulary: Vocabulary,
  when: number,
  published: number | null,
): DatedEventStatus {
  if (group.counted !== null) return 'planned';
  if (group.dates[0].form.kind === 'set' && when <= 0 && group.dates[0].direction === 0) return 'planned';
  if (group.moved === 'old') return 'postponed';
  if (group.moved === 'new') return 'planned';
  const [before, after] = [clause.own.slice(-wordsBeforeMax), clause.after.slice(0, wordsBehindMax)];
  const near = [...before, ...after];
  const [told, toldBefore, toldBehind] = [near, clause.before, clause.following].map((words) =>
    toldBy(words, vocabulary),
  );
  const says = (words: readonly string[], list: ReadonlySet<string>) =>
    words.some((word, at) => list.has(word) && !isNegated(words, at, vocabulary));
  const has = (bit: number, list: ReadonlySet<string>) => (told & bit) !== 0 && says(near, list);
  const outcome =
    ((told & OUTCOME) === 0 ? null : outcomeIn(before, after, vocabulary)) ??
    ((toldBehind & OUTCOME) === 0 ? null : outcomeIn([], clause.following, vocabulary));
  const movedTo = leadsToNewDay(clause, vocabulary);
  // "was to begin", "initially slated for": what was to come and has moved since.
  const toCome =
    (toldBefore & AUXILIARY_WORD) !== 0 &&
    clause.before.some(
      (word, at) => vocabulary.auxiliaries.has(word) && vocabulary.infinitives.has(clause.before[at + 1] ?? ''),
    );
  const dropped = (bit: number, list: ReadonlySet<string>) =>
    has(bit, list) || ((toldBehind & bit) !== 0 && says(clause.following, list));
  const putOff = outcome === 'postponed';
  const backward =
    (toldBefore & AWAITED) === 0
      ? -1
      : clause.before.findIndex((word, at) => vocabulary.pluperfects.has(`${clause.before[at - 1]} ${word}`));
  if (backward !== -1 && clause.before.slice(backward).some((word) => vocabulary.awaited.has(word))) return 'postponed';
  if ((toCome || has(AWAITED, vocabulary.awaited)) && !movedTo && (putOff || dropped(POSTPONED, vocabulary.postponed)))
    return 'postponed';
  if (
    putOff ||
    has(POSTPONED, vocabulary.postponed) ||
    (clause.attributive && dropped(POSTPONED, vocabulary.postponed))
  ) {
    if (movedTo || (when > 0 && !has(AWAITED, vocabulary.awaited))) return 'planned';
    // "The meeting on Monday was put off": the date is of the meeting, and not of putting off.
    const ofNoun =
      clause.before.length > 1 && clause.after.slice(0, 2).some((word) => vocabulary.auxiliaries.has(word));
    return when > 0 || has(AWAITED, vocabulary.awaited) || clause.attributive || ofNoun ? 'postponed' : 'held';
  }
  if (outcome === 'cancelled' || dropped(CANCELLED, vocabulary.cancelled)) return 'cancelled';
  if (has(FAILED, vocabulary.failed) || (outcome === 'failed' && when <= 0)) return 'failed';
  if (clause.negated && when <= 0) return near.some((word) => vocabulary.attempt.has(word)) ? 'cancelled' : 'held';
  if (group.dates.length > 1 && published !== null) {
    const from = dayOfValue(group.dates[0].from);
    const to = dayOfValue(group.dates[1].to);
    if (from !== null && to !== null && from <= published && to >= published)
      return from === published ? 'planned' : 'ongoing';
  }
  if (when > 0) return 'planned';
  if (group.dates[0].from === null && group.dates[0].direction === 0) return 'unclear';
  if (
    clause.before.at(-1) !== undefined &&
    vocabulary.since.has(clause.before.at(-1) as string) &&
    dropped(LASTING, vocabulary.lasting)
  )
    return 'ongoing';
  return 'held';
}

/** "put off until June 10", "auf den 12. Juni verschoben", not "planned for May 30": a word of moving leads to the new date. */
function leadsToNewDay(clause: Clause, vocabulary: Vocabulary): boolean {
  if (!vocabulary.moveTo.has(clause.before.at(-1) ?? '')) return false;
  // Where verbs part, the last of them stands right behind the date.
  const verbBehind = vocabulary.phraseGap > 0 ? clause.after.slice(0, 2) : [];
  return (
    outcomeIn(clause.before.slice(-wordsBeforeMax), [], vocabulary) === 'postponed' ||
    ((toldBy(clause.before, vocabulary) | toldBy(verbBehind, vocabulary)) & (POSTPONED | MOVER)) !== 0
  );
}

/** Leaves out dates that only say when somebody spoke, what period a figure is of, or how long something took. */
function datesSomething(
  input: EventInput,
  group: Group,
  clause: Clause,
  vocabulary: Vocabulary,
  published: number | null,
): boolean {
  const [date] = group.dates;
  if (date.form.kind === 'set') return date.form.set?.startsWith('XXXX-') ?? false;
  if (date.form.kind === 'quarter' || date.form.kind === 'half') return date.direction > 0 && clause.what !== null;
  if (group.dates.length === 1 && isDateline(input, date, published)) return false;
  if ((clause.spoken || isDayOfSaying(clause, date, published)) && group.dates.length === 1) return false;
  if (clause.figures && clause.market && group.dates.length === 1) return false;
  if ((date.form.kind === 'decade' || date.form.kind === 'century') && !vocabulary.ins.has(clause.before.at(-1) ?? ''))
    return false;
  if (date.rule === 'year' && clause.after.slice(0, 2).some((word) => vocabulary.periodNouns.has(word))) return false;
  if (date.form.kind === 'shift' && date.form.unit === 'year' && clause.figures) return false;
  if (date.form.anchor === 'text' && date.form.unit !== 'day') return false;
  const bounded = vocabulary.boundsOfThan.has(clause.before.at(-2) ?? '');
  return bounded || !clause.before.slice(-2).some((word) => vocabulary.compared.has(word));
}

/** "항만청은 7일 … 밝혔다": a day just over, between who speaks and a verb of saying at the end. */
function isDayOfSaying(clause: Clause, date: FoundDate, published: number | null): boolean {
  const day = dayOfValue(date.from);
  if (clause.reported !== true || date.precision !== 'day' || published === null || day === null) return false;
  return date.form.step === undefined && day <= published && published - day <= daysSinceSayingMax;
}

/** News tells of what was said within so many days. */
const daysSinceSayingMax = 3;

/** The date line of the article itself: the day of publication or the one before, near the top, set apart from any clause. */
function isDateline(input: EventInput, date: FoundDate, published: number | null): boolean {
  const { form } = date;
  if (form.month === undefined || form.day === undefined || date.start > datelineReach) return false;
  const day = dayOfValue(date.from);
  if (published !== null && day !== null && Math.abs(day - published) > 1) return false;
  if (form.year !== undefined && day !== null) return true;
  const behind = input.split.text.slice(date.end, date.end + 8);
  const closers = input.language?.dates?.events?.datelineClosers ?? [];
  return /^[\s,]*(?:[(–—_-]|\n|$)/.test(behind) || closers.some((word) => behind.startsWith(word));
}

/** How far into the text a date line stands at most, in characters. */
const datelineReach = 400;

/** A plan that a later sentence says was not gone through with is cancelled: both name the same days. */
function settled(events: readonly DatedEvent[]): DatedEvent[] {
  return events.map((event, at) => {
    if (event.status !== 'planned' && event.status !== 'held') return event;
    const undone = events
      .slice(at + 1, at + 1 + undoneReach)
      .some((later) => later.status === 'cancelled' && later.from === event.from && later.to === event.to);
    return undone ? { ...event, status: 'cancelled' as const } : event;
  });
}

function traceOf(event: DatedEvent, text: string): Trace {
  const [[start, end]] = event.expression;
  const days = event.from === null ? `open: ${event.open ?? 'not said'}` : `${event.from} to ${event.to}`;
  return {
    step: 'events',
    reason: `${event.kind}, ${event.status}, ${days}`,
    text: text.slice(start, end),
    span: [start, end],
  };
}

/** How many events on a cancellation is still taken to speak of this one. */
const undoneReach = 3;

function isClock(precision: FoundDate['precision']): boolean {
  return precision === 'minute' || precision === 'hour';
}
