import type { Language, TimeUnit } from '../languages/language.ts';
import type { Published } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { type ResolvedDate, resolveDate } from './calendar.ts';
import { civil, dayNumber, dayOfValue, daysInMonth, dayText } from './civil.ts';
import type { FoundDate } from './dates.ts';
import type { Vocabulary } from './event-words.ts';
import { isRangeRule } from './ranges.ts';

/** What events are read from: `dates` in order of the text. */
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

/** Puts the two ends of a range together ("between X and Y", "from X to Y", "X-Y") and tells an old date from its new one. */
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
      second !== undefined &&
      second.type !== 'DURATION' &&
      second.sentence === first.sentence &&
      isRange(text, first, second, vocabulary);
    const lasting = second === undefined ? null : lastingFrom(input, first, second, vocabulary);
    if (lasting !== null) {
      groups.push(lasting);
      at++;
    } else if (joined) {
      const start = openerStart(text, first.start, vocabulary);
      groups.push({ dates: [first, second], start, end: second.end, counted: null, moved: null });
      at++;
    } else groups.push({ dates: [first], start: first.start, end: first.end, counted: null, moved: null });
  }
  return withMoves(groups, input, vocabulary);
}

/** A range begins with its "between" or "from" where one stands there, with an article between them or none. */
function openerStart(text: string, at: number, vocabulary: Vocabulary): number {
  const words = [...text.slice(Math.max(0, at - openerReach), at).matchAll(/[\p{L}]+(?=\s+)/gu)];
  const opens = (word: string | undefined) =>
    word !== undefined && (vocabulary.betweens.has(word) || vocabulary.rangeOpeners.has(word));
  const nearest = words.at(-1);
  const lower = nearest?.[0].toLowerCase();
  const base = Math.max(0, at - openerReach);
  if (
    nearest === undefined ||
    lower === undefined ||
    !/^\s+$/.test(text.slice(base + nearest.index + lower.length, at))
  )
    return at;
  const farther = words.at(-2);
  if (vocabulary.determiners.has(lower) && farther !== undefined && opens(farther[0].toLowerCase()))
    return base + farther.index;
  return opens(lower) ? base + nearest.index : at;
}

/** Characters in which the word that opens a range, and an article, stand before it. */
const openerReach = 20;

/** Marks the old and the new date of something moved: "moved the vote from May 3 to May 10", "moved to May 10 from May 3". */
function withMoves(groups: readonly Group[], input: EventInput, vocabulary: Vocabulary): Group[] {
  const { text } = input.split;
  const marked = [...groups];
  for (let at = 1; at < marked.length; at++) {
    const first = marked[at - 1];
    const second = marked[at];
    if (first.counted !== null || second.counted !== null || first.moved !== null) continue;
    if (first.dates[0].sentence !== second.dates[0].sentence) continue;
    const [order, last] = [moveOf(text, first, second, vocabulary), second.dates.at(-1) as FoundDate];
    if (order === null) continue;
    const oldFirst = order === 'to';
    marked[at - 1] = { ...first, start: first.dates[0].start, moved: oldFirst ? 'old' : 'new' };
    const dates =
      oldFirst && second.dates.length === 1 ? [later(first.dates.at(-1) as FoundDate, last, input)] : second.dates;
    marked[at] = { ...second, start: second.dates[0].start, dates, moved: oldFirst ? 'new' : 'old' };
  }
  return marked;
}

/** `to` when the first of two dates was moved to the second, `from` the other way round, null when nothing was moved. */
function moveOf(text: string, first: Group, second: Group, vocabulary: Vocabulary): 'to' | 'from' | null {
  const begin = first.dates[0].start;
  const between = text.slice(first.end, second.start);
  const gap = text.slice(first.end, second.dates[0].start);
  if (gap.length > moveGap) return null;
  const link = linkOf(between, vocabulary);
  const before = wordsBefore(text, begin, moverReach);
  if (moverBetween(gap, vocabulary) || plannedThenMoved(text, gap, second, vocabulary)) return 'to';
  if (gap.length > rangeGap) return null;
  const opener = openerOf(before, vocabulary);
  const own = second.start < second.dates[0].start ? (wordsBefore(text, second.dates[0].start, 1)[0] ?? '') : link;
  if (
    vocabulary.rangeOpeners.has(own) &&
    vocabulary.moveTo.has(opener) &&
    movedAround(text, before, second, vocabulary)
  )
    return 'from';
  const links =
    vocabulary.rangeLinks.has(link) ||
    vocabulary.moveTo.has(link) ||
    (link.length > 1 && vocabulary.rangeDashes.has(link));
  if (!links) return null;
  const opened = vocabulary.rangeOpeners.has(opener) || vocabulary.rangeDashes.has(link);
  return opened && movedAround(text, before, second, vocabulary) ? 'to' : null;
}

/** "30일로 예정된 표결을 12일로 연기했다": a word of planning hangs on the old day, and the verb of moving follows the new one. */
function plannedThenMoved(text: string, gap: string, second: Group, vocabulary: Vocabulary): boolean {
  if (vocabulary.genitives.size === 0 || ![...vocabulary.planned].some((word) => gap.includes(word))) return false;
  const { end } = second.dates.at(-1) as FoundDate;
  const after = text.slice(end, end + movedReach).split(/[.。,，;]/, 1)[0];
  const toNew = [...vocabulary.moveTo].some((word) => after.startsWith(word));
  return toNew && [...vocabulary.postponed, ...vocabulary.movers].some((word) => after.includes(word));
}

/** "从14日推迟到20日", "set for May 3, delayed to May 10": the word of moving and its "to" stand between the dates. */
function moverBetween(between: string, vocabulary: Vocabulary): boolean {
  const lower = between.toLowerCase().trim();
  const mover = [...vocabulary.postponed, ...vocabulary.movers].find((word) => lower.includes(word));
  if (mover === undefined) return false;
  const lead = lower.slice(0, lower.indexOf(mover)).replace(/[,，]/g, ' ').trim();
  // "5月30日的投票推迟到": what is moved stands between, led by its particle.
  if (lead.length > 1 && lead.length <= movedNounMax && vocabulary.genitives.has(lead[0]))
    return leadsOn(lower, mover, vocabulary);
  const passes = (word: string) =>
    word === '' || vocabulary.auxiliaries.has(word) || vocabulary.lasting.has(word) || vocabulary.borders.has(word);
  if (!lead.split(' ').every(passes)) return false;
  return leadsOn(lower, mover, vocabulary);
}

/** "to" behind a word of moving, right before the new date. */
function leadsOn(lower: string, mover: string, vocabulary: Vocabulary): boolean {
  const rest = lower.slice(lower.indexOf(mover) + mover.length).trim();
  return [...vocabulary.moveTo].some((word) => rest === word || rest.startsWith(`${word} `));
}

/** Characters of a thing moved that stands between its old day and the word of moving. */
const movedNounMax = 8;

/** Longest text between an old and a new date with a word of moving in it, and most words before them that may hold one. */
const moveGap = 24;
const moverReach = 12;

/** The new day of something moved lies ahead: a weekday that was resolved to the past is resolved again. */
function later(first: FoundDate, second: FoundDate, input: EventInput): FoundDate {
  const published = dayOfValue(input.published.value);
  if (second.form.weekday === undefined || published === null || first.from === null || second.from === null)
    return second;
  if (second.from > first.from && (dayOfValue(second.from) as number) >= published) return second;
  const context = { published, direction: 1, lastDay: null, lastExactDay: null, lastQuarter: null } as const;
  return { ...second, ...resolveDate(second.form, context), direction: 1 };
}

function isRange(text: string, first: FoundDate, second: FoundDate, vocabulary: Vocabulary): boolean {
  const between = text.slice(first.end, second.start);
  if (between.length > rangeGap) return false;
  const link = linkOf(between, vocabulary);
  const before = wordsBefore(text, first.start, moverReach);
  const opener = openerOf(before, vocabulary);
  const moved = () => movedAround(text, before, { dates: [second] }, vocabulary);
  if (vocabulary.rangeDashes.has(link)) return link.length <= 1 || !moved();
  if (vocabulary.rangeLinks.has(link)) {
    const opened = vocabulary.rangeOpeners.has(opener) || isRangeRule(first.rule) || vocabulary.through.has(link);
    return opened && !moved();
  }
  if (!vocabulary.betweenLinks.has(link)) return false;
  return (
    vocabulary.betweens.has(opener) ||
    [...vocabulary.betweenClosers].some((word) =>
      text
        .slice(second.end, second.end + rangeGap)
        .trim()
        .startsWith(word),
    )
  );
}

/** The word between two dates, without the stop of a German ordinal before it and the article behind it. */
function linkOf(between: string, vocabulary: Vocabulary): string {
  const link = between.replace(/^\./, '').trim().toLowerCase();
  const cut = link.lastIndexOf(' ');
  return cut > 0 && vocabulary.determiners.has(link.slice(cut + 1)) && !vocabulary.rangeLinks.has(link)
    ? link.slice(0, cut).trim()
    : link;
}

/** The word before the first date, an article passed over. */
function openerOf(before: readonly string[], vocabulary: Vocabulary): string {
  const nearest = before.at(-1) ?? '';
  const opens = vocabulary.rangeOpeners.has(nearest) || vocabulary.betweens.has(nearest);
  return !opens && vocabulary.determiners.has(nearest) ? (before.at(-2) ?? '') : nearest;
}

/** A word of moving before the dates, or after them where the verb comes last. */
function movedAround(
  text: string,
  before: readonly string[],
  second: Pick<Group, 'dates'>,
  vocabulary: Vocabulary,
): boolean {
  const moves = (word: string) => vocabulary.postponed.has(word) || vocabulary.movers.has(word);
  // "the postponed vote runs from May 3 to May 10": such a word describes and moves nothing.
  if (before.some((word, at) => moves(word) && !vocabulary.determiners.has(before[at - 1] ?? ''))) return true;
  const end = (second.dates.at(-1) as FoundDate).end;
  const after = text
    .slice(end, end + movedReach)
    .split(/[.。,，;]/, 1)[0]
    .toLowerCase();
  return [...vocabulary.postponed, ...vocabulary.movers].some((word) => after.includes(word));
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
  if (date.type !== 'DURATION' && form.kind !== 'shift') return null;
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
    (vocabulary.withins.has(before) ||
      vocabulary.withins.has(opener) ||
      closesWithin(input.split.text, end, vocabulary))
  ) {
    return group('deadline', ahead(form.count), ahead(form.count));
  }
  const next = form.step === 1 && vocabulary.overs.has(before);
  if (date.type === 'DURATION' && form.step === 1 && form.count != null && (next || vocabulary.ins.has(before))) {
    return group('window', ahead(0), ahead(form.count));
  }
  if (form.kind === 'shift' && next) return group('window', ahead(0), ahead(1));
  return null;
}

/** "2주 안에": the word that makes a length a deadline stands behind it. */
function closesWithin(text: string, end: number, vocabulary: Vocabulary): boolean {
  const after = text.slice(end, end + rangeGap).trim();
  return [...vocabulary.withinClosers].some((word) => after.startsWith(word));
}

/** "from Oct. 15 for three days": a window that the length closes. */
function lastingFrom(input: EventInput, first: FoundDate, length: FoundDate, vocabulary: Vocabulary): Group | null {
  if (length.type !== 'DURATION' || length.sentence !== first.sentence || first.precision !== 'day') return null;
  const { unit, count } = length.form;
  const begin = dayOfValue(first.from);
  if (unit === undefined || count == null || begin === null || isShort(unit)) return null;
  const { text } = input.split;
  const link = text.slice(first.end, length.start).trim().toLowerCase();
  // "15日起罢工三天": without spaces the verb stands between as well.
  const opens =
    input.language?.script === 'unspaced' && [...vocabulary.lengthLinks].some((word) => link.startsWith(word));
  // "from Oct. 15 for three days", but "Monday for the two-day rally": without the word that opens a range the length is of
  // something else as often as not.
  const closes = vocabulary.lengthLinks.has(link) && openerStart(text, first.start, vocabulary) < first.start;
  const spoken = vocabulary.lengthLinks.has(link) && input.language?.dates?.agglutinated === true;
  if (length.start - first.end > rangeGap || !(opens || closes || spoken)) return null;
  const days = unit === 'week' ? 7 * count : count;
  const context = { published: begin, direction: 1, lastDay: null, lastExactDay: null, lastQuarter: null } as const;
  const after = resolveDate({ kind: 'shift', unit: unit === 'week' ? 'day' : unit, step: days }, context);
  const last = dayOfValue(after.from);
  if (last === null) return null;
  const to = dayText(unit === 'month' || unit === 'year' ? dayInNext(begin, after, last) - 1 : last - 1);
  const start = openerStart(text, first.start, vocabulary);
  const ending: FoundDate = {
    ...first,
    ...after,
    from: to,
    to,
    precision: 'day',
    start: length.start,
    end: length.end,
  };
  return { dates: [first, ending], start, end: length.end, counted: null, moved: null };
}

/** The same day of a later month or year. */
function dayInNext(begin: number, later: ResolvedDate, first: number): number {
  const { year, month } = civil(first);
  const inMonth = later.precision === 'year' ? civil(begin).month : month;
  return dayNumber(year, inMonth, Math.min(civil(begin).day, daysInMonth(year, inMonth)));
}

function isShort(unit: TimeUnit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

/** The last words before an offset, lower case, nearest last. */
function wordsBefore(text: string, at: number, count: number): string[] {
  const words = text
    .slice(Math.max(0, at - 80), at)
    .toLowerCase()
    .match(/[\p{L}'’]+|[^\s\p{L}]/gu);
  if (words === null) return [];
  const stop = words.findLastIndex((word, index) => /^[.;!?。]$/.test(word) && index < words.length - 1);
  return words.slice(Math.max(stop + 1, words.length - count));
}

function isCalendar(date: FoundDate): boolean {
  if (date.type === 'DURATION' || date.type === 'SET') return false;
  return date.from !== null || date.open !== null;
}
