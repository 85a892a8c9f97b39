import type { Language, TimeUnit } from '../languages/language.ts';
import type { Published } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { type ResolvedDate, resolveDate } from './calendar.ts';
import { dayOfValue } from './civil.ts';
import type { FoundDate } from './dates.ts';
import type { Vocabulary } from './event-words.ts';

export interface EventInput {
  readonly articleId: string;
  readonly split: SplitText;
  readonly language: Language | null;
  readonly published: Published;
  readonly dates: readonly FoundDate[];
}

/** One date, or the two ends of a range. */
export interface Group {
  readonly dates: readonly FoundDate[];
  readonly start: number;
  readonly end: number;
  /** Counted from the day of publication: `deadline` "within 18 months", `window` "over the next week". */
  readonly counted: 'deadline' | 'window' | null;
  /** The old and the new date of something moved stand in one sentence: which of them this is. */
  readonly moved: 'old' | 'new' | null;
}

/** Puts the two ends of a range together: "between X and Y", "from X to Y", "X-Y". */
export function grouped(input: EventInput, vocabulary: Vocabulary): Group[] {
  const { text } = input.split;
  const dates = input.dates.filter((date) => isCalendar(date) || date.form.kind === 'set' || date.type === 'DURATION');
  const groups: Group[] = [];
  for (let at = 0; at < dates.length; at++) {
    const first = dates[at];
    const counted = countedFromNow(input, first, vocabulary);
    if (counted !== null) groups.push(counted);
    if (counted !== null || first.type === 'DURATION') continue;
    const second = dates[at + 1];
    const joined =
      second !== undefined && second.type !== 'DURATION' && second.sentence === first.sentence
        ? joinOf(text, first, second, vocabulary)
        : null;
    if (joined !== null) {
      const moved = joined === 'moved';
      const start = moved ? first.start : openerStart(text, first.start, vocabulary);
      if (moved) {
        groups.push({ dates: [first], start, end: first.end, counted: null, moved: 'old' });
        groups.push({
          dates: [later(first, second, input)],
          start: second.start,
          end: second.end,
          counted: null,
          moved: 'new',
        });
      } else groups.push({ dates: [first, second], start, end: second.end, counted: null, moved: null });
      at++;
    } else groups.push({ dates: [first], start: first.start, end: first.end, counted: null, moved: null });
  }
  return groups;
}

/** A range begins with its "between" or "from" where one stands there. */
function openerStart(text: string, at: number, vocabulary: Vocabulary): number {
  const opener = /[\p{L}]+(?=\s+$)/u.exec(text.slice(Math.max(0, at - rangeGap), at));
  if (opener === null) return at;
  const word = opener[0].toLowerCase();
  if (!vocabulary.betweens.has(word) && !vocabulary.rangeOpeners.has(word)) return at;
  return at - (Math.min(rangeGap, at) - opener.index);
}

/** The new day of something moved lies ahead: a weekday that was resolved to the past is resolved again. */
function later(first: FoundDate, second: FoundDate, input: EventInput): FoundDate {
  const published = dayOfValue(input.published.value);
  if (second.form.weekday === undefined || published === null || first.from === null || second.from === null)
    return second;
  if (second.from > first.from && (dayOfValue(second.from) as number) >= published) return second;
  const context = { published, direction: 1, lastDay: null, lastExactDay: null, lastQuarter: null } as const;
  return { ...second, ...resolveDate(second.form, context), direction: 1 };
}

function joinOf(text: string, first: FoundDate, second: FoundDate, vocabulary: Vocabulary): 'range' | 'moved' | null {
  const between = text.slice(first.end, second.start);
  if (between.length > rangeGap) return null;
  // The stop of a German ordinal belongs to the first date.
  const link = between.replace(/^\./, '').trim().toLowerCase();
  const before = wordsBefore(text, first.start, 6);
  const opener = before.at(-1) ?? '';
  if (vocabulary.rangeDashes.has(link))
    return link.length > 1 && movedAround(text, before, second, vocabulary) ? 'moved' : 'range';
  if (vocabulary.rangeLinks.has(link)) {
    if (!vocabulary.rangeOpeners.has(opener) && first.rule !== 'range')
      return vocabulary.through.has(link) ? 'range' : null;
    // "moved from May 3 to May 10" names an old and a new date, no range.
    return movedAround(text, before, second, vocabulary) ? 'moved' : 'range';
  }
  if (vocabulary.betweenLinks.has(link) && vocabulary.betweens.has(opener)) return 'range';
  return null;
}

/** A word of moving before the dates, or after them where the verb comes last. */
function movedAround(text: string, before: readonly string[], second: FoundDate, vocabulary: Vocabulary): boolean {
  if (before.some((word) => vocabulary.postponed.has(word))) return true;
  const after = text
    .slice(second.end, second.end + movedReach)
    .split(/[.。,，;]/, 1)[0]
    .toLowerCase();
  return [...vocabulary.postponed].some((word) => after.includes(word));
}

/** How far behind the new date a word of moving may stand, in characters. */
const movedReach = 24;

/** "in August and May": the second of two dates in a list is of the same thing. */
export function listed(input: EventInput, first: Group, second: Group): boolean {
  if (first.dates[0].sentence !== second.dates[0].sentence || first.moved !== null) return false;
  const link = input.split.text.slice(first.end, second.start);
  if (link.length > rangeGap) return false;
  const words = input.language?.dates?.events?.listLinks ?? [];
  return words.includes(link.trim().toLowerCase());
}

/** Longest text between the ends of a range: " through ". */
const rangeGap = 14;

/** A length that begins on the day of publication: where it ends is a deadline, or it is a window. */
function countedFromNow(input: EventInput, date: FoundDate, vocabulary: Vocabulary): Group | null {
  const { form, start, end } = date;
  const published = input.published.precision === 'unknown' ? null : dayOfValue(input.published.value);
  const before = wordsBefore(input.split.text, start, 1)[0] ?? '';
  const opener = input.split.text.slice(start, end).split(/[\s-]/, 1)[0].toLowerCase();
  const group = (kind: 'deadline' | 'window', first: ResolvedDate, last: ResolvedDate): Group => ({
    dates: [{ ...date, ...first, to: last.to, precision: last.precision, type: 'DATE' }],
    start,
    end,
    counted: kind,
    moved: null,
  });
  const context = { published, direction: 1, lastDay: null, lastExactDay: null, lastQuarter: null } as const;
  const unit = form.unit ?? 'day';
  if (isShort(unit)) return null;
  const ahead = (step: number) =>
    resolveDate(
      { kind: 'shift', unit: unit === 'week' ? 'day' : unit, step: unit === 'week' ? 7 * step : step },
      context,
    );
  if (
    date.type === 'DURATION' &&
    form.count != null &&
    (vocabulary.withins.has(before) || vocabulary.withins.has(opener))
  ) {
    return group('deadline', ahead(form.count), ahead(form.count));
  }
  const next = form.step === 1 && vocabulary.overs.has(before);
  if (date.type === 'DURATION' && form.step === 1 && form.count != null && (next || before === 'in')) {
    return group('window', ahead(0), ahead(form.count));
  }
  if (form.kind === 'shift' && next) return group('window', ahead(0), ahead(1));
  return null;
}

function isShort(unit: TimeUnit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

/** The last words before an offset, lower case, nearest last. */
function wordsBefore(text: string, at: number, count: number): string[] {
  return (
    text
      .slice(Math.max(0, at - 80), at)
      .toLowerCase()
      .match(/[\p{L}'’]+|[^\s\p{L}]/gu)
      ?.slice(-count) ?? []
  );
}

function isCalendar(date: FoundDate): boolean {
  if (date.type === 'DURATION' || date.type === 'SET') return false;
  return date.from !== null || date.open !== null;
}
