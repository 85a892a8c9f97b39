import { type DateContext, type DateForm, type ResolvedDate, resolveDate } from './calendar.ts';
import { civil, dayOfValue } from './civil.ts';
import type { Item, PatternMatch } from './pattern.ts';

/** A time expression as written, not yet resolved. */
export interface Piece {
  readonly form: DateForm;
  readonly match: PatternMatch;
  readonly start: number;
  readonly end: number;
}

/** Rules that give both ends of a range: the class that stands in them twice, and the part of a date it is. */
const rangeKeys: Readonly<Record<string, readonly [key: string, field: 'day' | 'month' | 'year']>> = {
  range: ['DAY', 'day'],
  rangeMonths: ['MON', 'month'],
  rangeYears: ['YEAR', 'year'],
};

/** Whether a rule gives both ends of a range. */
export function isRangeRule(rule: string): boolean {
  return Object.hasOwn(rangeKeys, rule);
}

/** "Nov. 22-26" is two expressions with one month, "7∼9월" two months. */
export function bothEnds(
  match: PatternMatch,
  form: DateForm,
  items: readonly Item[],
  daySigns: ReadonlySet<string>,
): Piece[] {
  const [key, field] = rangeKeys[match.rule] ?? rangeKeys.range;
  const [from, to] = match.captured.filter((part) => part.key === key);
  if (to === undefined) return [{ form, match, start: match.start, end: match.end }];
  const monthFirst = match.captured[0].key !== key;
  const digits = from.start + from.word.length;
  let end = digits;
  for (let at = match.first; at < match.last; at++) {
    if (items[at].start === digits && daySigns.has(items[at].text)) end = items[at].end;
  }
  return [
    { form, match, start: monthFirst ? match.start : from.start, end },
    { form: { ...form, [field]: to.value }, match, start: to.start, end: match.end },
  ];
}

/**
 * Gives neighbours what is written once for both: a year behind the second ("in June and July 2019"), a month before the
 * first ("10월 14일부터 20일까지"). Changes `pieces`.
 */
export function shareParts(pieces: Piece[], text: string): void {
  // Two spaces are no more distance than one.
  const near = (at: number) =>
    text.slice(pieces[at].end, pieces[at + 1].start).replace(/\s+/g, ' ').length <= sharedGapChars;
  for (let at = pieces.length - 2; at >= 0; at--) {
    const { form } = pieces[at];
    const next = pieces[at + 1].form;
    if (form.month === undefined || form.year !== undefined || next.month === undefined) continue;
    if (next.year === undefined || form.step !== undefined || !near(at)) continue;
    pieces[at] = { ...pieces[at], form: { ...form, year: next.year } };
  }
  for (let at = 0; at + 1 < pieces.length; at++) {
    const { form } = pieces[at];
    const next = pieces[at + 1].form;
    if (form.month === undefined || form.day === undefined || !isBareDay(next) || !near(at)) continue;
    const over = (next.day as number) < form.day ? 1 : 0;
    const month = form.month + over > 12 ? 1 : form.month + over;
    const year = form.year === undefined ? undefined : form.year + (month < form.month ? 1 : 0);
    pieces[at + 1] = { ...pieces[at + 1], form: { ...next, month, year, yearStep: form.yearStep } };
  }
}

/**
 * The end of a range does not lie before its begin: a weekday is the next one after it, a month that comes out nearly a year
 * too early is the one of the year after.
 */
export function afterFirst(
  form: DateForm,
  resolved: ResolvedDate,
  first: ResolvedDate,
  context: DateContext,
): ResolvedDate {
  const begin = dayOfValue(first.from);
  const day = dayOfValue(resolved.from);
  if (begin === null || day === null || day >= begin || form.year !== undefined || form.step !== undefined)
    return resolved;
  if (form.month === undefined) {
    return form.weekday === undefined ? resolved : resolveDate(form, { ...context, published: begin, direction: 1 });
  }
  if (begin - day < backwardDaysMin) return resolved;
  const { year } = civil(begin);
  const same = resolveDate({ ...form, year }, context);
  return (dayOfValue(same.from) as number) >= begin ? same : resolveDate({ ...form, year: year + 1 }, context);
}

/** So far back an end is a year too early; nearer, the text may name an earlier day ("brought forward from May 20 to May 6"). */
const backwardDaysMin = 60;

/** What stands between two dates, as the lists of links have it. */
export function linkText(text: string, from: number, to: number): string {
  return to - from > linkCharactersMax ? '' : text.slice(from, to).replace(/^\./, '').trim().toLowerCase();
}

const linkCharactersMax = 14;

function isBareDay(form: DateForm): boolean {
  const { kind, day, month, weekday, step, monthStep, holiday } = form;
  if (kind !== 'date' || day === undefined || month !== undefined) return false;
  return weekday === undefined && step === undefined && monthStep === undefined && holiday === undefined;
}

/**
 * A day without its month is one of the month of publication where languages say so otherwise ("내달 3일", "上月15日"); on the
 * first days of a month the last ones of the month before are nearer.
 */
export function inThisMonth(form: DateForm, published: number | null): DateForm {
  if (published === null || !isBareDay(form)) return form;
  const ahead = (form.day as number) - civil(published).day;
  return { ...form, monthStep: ahead > farDaysMin ? -1 : ahead < -farDaysMin ? 1 : 0 };
}

/** So many days from the day of publication, a bare day is one of the month beside. */
const farDaysMin = 25;

/** Longest text between two dates that share a year or a month, in characters. */
const sharedGapChars = 12;
