import { type TimeUnit, units } from '../languages/language.ts';
import type { DateForm } from './calendar.ts';
import { centuryOf } from './date-items.ts';
import type { Captured, PatternMatch } from './pattern.ts';

/** What a matched rule says, as a form for the calendar; null when its numbers make no date. One maker a rule name. */
export function formOf(match: PatternMatch): DateForm | null {
  const maker = makers[match.rule];
  return maker === undefined ? null : maker(new Parts(match.captured), match);
}

/** The captured words of a match by class. */
class Parts {
  readonly captured: readonly Captured[];

  constructor(captured: readonly Captured[]) {
    this.captured = captured;
  }

  get(key: string): number | undefined {
    for (const part of this.captured) if (part.key === key) return part.value;
    return undefined;
  }

  all(key: string): number[] {
    return this.captured.filter((part) => part.key === key).map((part) => part.value);
  }

  word(key: string): string {
    return this.captured.find((part) => part.key === key)?.word.toLowerCase() ?? '';
  }

  get unit(): TimeUnit | undefined {
    const place = this.get('UNIT') ?? this.get('UNITS') ?? this.get('UNITNAME') ?? this.get('LONG');
    return place === undefined ? undefined : units[place - 1];
  }

  /** A number of units; null for "several". */
  get count(): number | null {
    const number = this.get('NUM');
    if (number !== undefined) return number;
    const some = this.get('QTY');
    if (some !== undefined) return some === 0 ? null : some;
    return this.get('A') === undefined ? null : 1;
  }

  get within(): DateForm['within'] {
    const mod = this.get('MOD') ?? this.get('MODPART');
    return mod === undefined ? undefined : withins[mod - 1];
  }

  get year(): number | undefined {
    const year = this.get('YEAR');
    if (year !== undefined) return year;
    const two = this.get('TWO');
    // '60 with an apostrophe looks back.
    return two === undefined ? undefined : two > 40 ? 1900 + two : centuryOf(two);
  }
}

const withins = ['start', 'mid', 'end'] as const;

type Maker = (parts: Parts, match: PatternMatch) => DateForm | null;

const makers: Record<string, Maker> = {
  date: namedDate,
  range: namedDate,
  rangeMonths: namedDate,
  rangeYears: (parts) => ({ kind: 'date', year: parts.year }),
  dayOnly: (parts) => {
    const day = parts.get('TH') ?? parts.get('ORD') ?? parts.get('DAY');
    return day === undefined || day > 31
      ? null
      : { kind: 'date', day, step: parts.get('DIR'), monthStep: parts.get('MSTEP'), weekday: parts.get('WEEKDAY') };
  },
  dayOfMonth: (parts) => ({ kind: 'date', day: parts.get('DAY'), monthStep: parts.get('DIR') }),
  year: (parts) => (parts.year === undefined ? null : { kind: 'date', year: parts.year, within: parts.within }),
  // The one day that is written without its year everywhere.
  attacks: (parts) => {
    const date = namedDate(parts);
    return date !== null && date.month === 9 && date.day === 11 ? { ...date, year: 2001 } : date;
  },
  inDay: (parts) => ({ kind: 'shift', unit: 'day', step: 0, anchor: 'text', within: parts.within }),
  iso: (parts) => {
    const [month, day] = parts.all('TWO');
    return validDate(parts.get('YEAR'), month, day);
  },
  slash: (parts) => {
    const [first, second, third] = parts.all('NUM');
    if (first > 1000) return validDate(first, second, third);
    if (third < 32 && third > 12 && first > 31) return validDate(centuryOf(first), second, third);
    const year = third < 100 ? centuryOf(third) : third;
    // Which comes first is the language's to say; a number above twelve can only be the day.
    return first > 12 ? validDate(year, second, first) : validDate(year, first, second);
  },
  slashDayFirst: (parts) => {
    const [first, second, third] = parts.all('NUM');
    if (first > 1000) return validDate(first, second, third);
    const year = third < 100 ? centuryOf(third) : third;
    return second > 12 ? validDate(year, first, second) : validDate(year, second, first);
  },
  dotted: (parts) => {
    const packed = parts.get('DMY') as number;
    return validDate(Math.floor(packed / 10_000), Math.floor(packed / 100) % 100, packed % 100);
  },
  dottedShort: (parts) => {
    const packed = parts.get('DM') as number;
    return { kind: 'date', month: Math.floor(packed / 100), day: packed % 100 };
  },
  weekOf: (parts) => {
    const date = namedDate(parts);
    return date === null
      ? null
      : { ...date, unit: 'week', within: parts.get('ENDING') === undefined ? undefined : 'end' };
  },
  weekday: (parts) => ({
    kind: 'date',
    weekday: parts.get('WEEKDAY'),
    step: parts.get('DIR'),
    part: parts.get('PART'),
    within: parts.within,
  }),
  weekdayLast: (parts) => ({
    kind: 'date',
    weekday: parts.get('WDLAST'),
    step: -1,
    unit: 'week',
    part: parts.get('PART'),
  }),
  weekdayThis: (parts) => ({
    kind: 'date',
    weekday: parts.get('WDTHIS'),
    step: 0,
    unit: 'week',
    part: parts.get('PART'),
  }),
  weekdayNext: (parts) => ({
    kind: 'date',
    weekday: parts.get('WDNEXT'),
    step: 1,
    unit: 'week',
    part: parts.get('PART'),
  }),
  weekdayOf: (parts) => ({ kind: 'date', weekday: parts.get('WEEKDAY'), step: parts.get('DIR'), unit: 'week' }),
  dayWord: (parts) => ({
    kind: 'shift',
    unit: 'day',
    step: parts.get('DAYWORD') ?? (parts.get('TONIGHT') === undefined ? -2 : 0),
    part: parts.get('PART') ?? parts.get('TONIGHT'),
    within: parts.within,
  }),
  thisPart: (parts) => {
    const weekday = parts.get('WEEKDAY');
    const part = parts.get('PART');
    if (weekday !== undefined) return { kind: 'date', weekday, part, within: parts.within };
    const direction = parts.get('DIR');
    if (direction === undefined && parts.get('DAYWORD') === undefined && parts.within === undefined) {
      return { kind: 'shift', unit: 'day', step: 1, part, anchor: 'text' };
    }
    return { kind: 'shift', unit: 'day', step: parts.get('DAYWORD') ?? direction ?? 0, part, within: parts.within };
  },
  thatPart: (parts) => ({ kind: 'shift', unit: 'day', step: 0, part: parts.get('PART'), anchor: 'text' }),
  shift: (parts) => shift(parts, parts.get('DIR') ?? 0),
  // The unit and the step are one word ("지난해", "上周", "heuer").
  shiftWord: (parts) => {
    const packed = parts.get('SHIFT');
    if (packed === undefined) return null;
    return { kind: 'shift', ...unpackShift(packed), part: parts.get('PART'), within: parts.within };
  },
  theDay: () => ({ kind: 'shift', unit: 'day', step: 0, anchor: 'text' }),
  annual: () => ({ kind: 'duration', unit: 'year', count: 1 }),
  the: (parts) => {
    if (parts.unit === 'weekend') return { kind: 'shift', unit: 'weekend' };
    return { kind: 'shift', unit: parts.unit, step: 0 };
  },
  quarterNow: (parts) => {
    const direction = parts.get('DIR');
    if (direction !== undefined) return { kind: 'shift', unit: 'quarter', step: direction };
    return { kind: 'quarter', step: 0, anchor: 'text' };
  },
  periodNow: () => ({ kind: 'quarter', step: 0, anchor: 'text' }),
  weekend: (parts) => ({ kind: 'shift', unit: 'weekend', step: parts.get('DIR') }),
  nextUnit: (parts) => shift(parts, 1),
  dayPart: (parts) => ({ kind: 'date', weekday: parts.get('DAYPART'), step: parts.get('DIR') }),
  numericDay: namedDate,
  yearStep: (parts) => ({
    kind: 'date',
    month: parts.get('MONTH'),
    day: parts.get('DAY'),
    yearStep: parts.get('DIR') ?? -1,
    within: parts.within,
  }),
  ahead: (parts) => {
    const form = counted(parts, 1);
    return form?.kind === 'shift' ? { ...form, anchor: 'published' } : form;
  },
  yearEnd: () => ({ kind: 'shift', unit: 'year', step: 0, within: 'end' }),
  follow: (parts) => {
    const unit = parts.unit;
    const step = parts.get('FOLLOW') ?? parts.get('BACK') ?? 0;
    if (unit === undefined) return null;
    return { kind: 'shift', unit, step, anchor: 'text' };
  },
  // The day, or the part of a year, that one word names.
  dayBefore: () => ({ kind: 'shift', unit: 'day', step: -1, anchor: 'text' }),
  yearPart: (parts) => ({ kind: 'shift', unit: 'year', step: parts.get('YSTEP'), within: parts.within }),
  dayAfterNext: () => ({ kind: 'shift', unit: 'day', step: 2 }),
  nextDay: () => ({ kind: 'shift', unit: 'day', step: 1, anchor: 'text' }),
  that: (parts) => ({ kind: 'shift', unit: parts.unit, step: 0, anchor: 'text' }),
  ago: (parts) => counted(parts, parts.get('AGO') ?? -1),
  // "three days later" is a length: what it is counted from seldom stands near.
  later: (parts) => ({ kind: 'duration', unit: parts.unit, count: parts.count }),
  latest: () => ({ kind: 'shift', unit: 'quarter', step: -1 }),
  // Of a report of results: the same quarter a year before. `settle` makes it a year where no quarter was named.
  yearAgo: () => ({ kind: 'quarter', step: -4, anchor: 'text' }),
  quarterOfYear: (parts) => ({ kind: 'quarter', year: parts.year, anchor: 'text' }),
  fiscal: () => ({ kind: 'duration', unit: 'year', count: 1 }),
  // Words that would be a time by themselves and are none together.
  age: () => null,
  conjunction: () => null,
  quarter: (parts) => {
    const quarter = parts.get('ORD') ?? parts.get('Q') ?? parts.get('NUM');
    if (quarter === undefined || quarter < 1 || quarter > 4) return null;
    return {
      kind: 'quarter',
      quarter,
      year: parts.year,
      step: parts.get('DIR') ?? parts.get('YSTEP'),
      within: parts.within,
    };
  },
  half: (parts) => {
    const half = parts.get('HALF') ?? parts.get('ORD') ?? 2;
    if (half > 2) return null;
    return { kind: 'half', half, year: parts.year, step: parts.get('DIR') ?? parts.get('YSTEP') ?? 0 };
  },
  season: (parts) => ({
    kind: 'season',
    season: parts.get('SEASON'),
    year: parts.year,
    step: parts.get('DIR'),
    yearStep: parts.get('YSTEP'),
    within: parts.within,
  }),
  decade: (parts) => {
    let year = parts.get('DECADE') ?? parts.get('YEAR') ?? parts.get('NUM');
    if (year === undefined || year % 10 !== 0) return null;
    if (year < 100) year += year < 30 ? 2000 : 1900;
    return year < 1000 || year > 2100 ? null : { kind: 'decade', year, within: parts.within };
  },
  // "20世纪20年代": the century stands before its decade.
  decadeOf: (_, match) => {
    const [century, decade] = match.captured.filter(({ key }) => key === 'NUM').map(({ value }) => value);
    if (decade === undefined || decade % 10 !== 0 || decade > 90 || century > 30) return null;
    return { kind: 'decade', year: (century - 1) * 100 + decade };
  },
  century: (parts) => {
    const count = parts.get('ORD') ?? parts.get('CENT') ?? parts.get('NUM');
    return count === undefined || count < 1 || count > 30 ? null : { kind: 'century', count };
  },
  holiday,
  laborDay: () => ({ kind: 'date', holiday: -3 }),
  memorialDay: () => ({ kind: 'date', holiday: -4 }),
  span: (parts) => ({
    kind: 'duration',
    unit: parts.unit,
    count: parts.count,
    step: parts.get('DIRN') ?? parts.get('DIR') ?? parts.get('FOLLOW'),
  }),
  // One word for a number of days: "사흘".
  days: (parts) => {
    const count = parts.get('DAYS') ?? null;
    const sign = parts.get('AGO') ?? parts.get('LATER');
    if (sign === undefined) return { kind: 'duration', unit: 'day', count };
    return { kind: 'shift', unit: 'day', step: sign * (count ?? 0), anchor: 'published' };
  },
  duration: (parts) => ({ kind: 'duration', unit: parts.unit, count: parts.count, approximate: has(parts, 'APPROX') }),
  halves: (parts) => ({ kind: 'duration', unit: parts.unit, count: (parts.get('NUM') ?? 1) + 0.5 }),
  half1: (parts) => ({ kind: 'duration', unit: parts.unit, count: 0.5 }),
  recent: (parts) => ({ kind: 'duration', unit: parts.unit, count: null }),
  coming: (parts) =>
    parts.unit === 'quarter'
      ? { kind: 'reference', reference: 'FUTURE_REF' }
      : { kind: 'duration', unit: parts.unit, count: null, step: 1 },
  set: (parts) => {
    const weekday = parts.get('WEEKDAY');
    if (weekday !== undefined) return { kind: 'set', set: `XXXX-WXX-${weekday}` };
    const month = parts.get('MONTH');
    if (month !== undefined) return { kind: 'set', set: `XXXX-${String(month).padStart(2, '0')}` };
    const season = parts.get('SEASON');
    if (season !== undefined) return { kind: 'set', set: `XXXX-${['SP', 'SU', 'FA', 'WI'][season - 1]}` };
    const part = parts.get('PART');
    if (part !== undefined) return { kind: 'set', set: `XXXX-XX-XX${['TMO', 'TMI', 'TAF', 'TEV', 'TNI'][part - 1]}` };
    return setOf(parts.unit, parts.get('ORD') ?? parts.get('NUM') ?? 1);
  },
  setDay: (parts) => ({ kind: 'set', set: `XXXX-WXX-${parts.get('SETDAY')}` }),
  times: (parts) => setOf(parts.unit, 1),
  setWord: (parts) => setOf(units[(parts.get('SETWORD') as number) - 1], 1),
  ref: (parts) => ({ kind: 'reference', reference: references[parts.get('REF') as number] }),
  future: () => ({ kind: 'reference', reference: 'FUTURE_REF' }),
  pastRef: () => ({ kind: 'reference', reference: 'PAST_REF' }),
  now: () => ({ kind: 'reference', reference: 'PRESENT_REF' }),
  clock,
};

/** Names a language's rules may have. */
export const ruleNames: ReadonlySet<string> = new Set(Object.keys(makers));

const references = ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF'] as const;

/** A unit and its step, written as one word: "지난해", "上周". */
function unpackShift(packed: number): { unit: TimeUnit; step: number } {
  return { unit: units[(packed % 100) - 1], step: Math.floor(packed / 100) - 5 };
}

function has(parts: Parts, key: string): boolean | undefined {
  return parts.get(key) === undefined ? undefined : true;
}

function namedDate(parts: Parts): DateForm | null {
  const month = parts.get('MONTH') ?? parts.get('MON');
  const [day] = parts.all('DAY');
  const year = parts.year;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && month !== undefined && day > longestMonths[month - 1]) return null;
  return {
    kind: 'date',
    year,
    month,
    day,
    weekday: parts.get('WEEKDAY'),
    step: parts.get('DIR'),
    yearStep: parts.get('YSTEP'),
    within: parts.within,
  };
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function validDate(year: number | undefined, month: number, day: number): DateForm | null {
  if (year === undefined || !(month >= 1 && month <= 12) || !(day >= 1 && day <= longestMonths[month - 1])) return null;
  return year < 1000 || year > 2999 ? null : { kind: 'date', year, month, day };
}

function shift(parts: Parts, step: number): DateForm | null {
  const unit = parts.unit;
  if (unit === undefined || unit === 'second' || unit === 'minute' || unit === 'hour') return null;
  // "the past decade" is a length; "this decade" is one of the calendar's.
  if (unit === 'decade' && step === -1) return { kind: 'duration', unit, count: 1 };
  return { kind: 'shift', unit, step, within: parts.within };
}

/** "two weeks ago", "three days later": so many units from an anchor, as coarse as the unit. */
function counted(parts: Parts, sign: number): DateForm | null {
  const unit = parts.unit;
  if (unit === undefined) return null;
  const count = parts.count;
  const later = sign > 0 || sign < -1;
  if (count === null) {
    if (unit === 'year') return { kind: 'reference', reference: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
    return { kind: 'duration', unit, count: null };
  }
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return { kind: 'duration', unit, count };
  // "a week ago" is a day as exact as "seven days ago"; farther back it is the week.
  const weekDays = unit === 'week' && sign < 0 && count <= 2 && !has(parts, 'APPROX');
  if (weekDays) return { kind: 'shift', unit: 'day', step: -7 * count, anchor: later ? 'text' : 'published' };
  const years = unit === 'decade' ? 10 : unit === 'century' ? 100 : unit === 'millennium' ? 1000 : 0;
  return {
    kind: 'shift',
    unit: years > 0 ? 'year' : unit,
    step: sign * Math.round(count * Math.max(years, 1)),
    anchor: later ? 'text' : 'published',
    approximate: has(parts, 'APPROX'),
  };
}

const setLetters: Partial<Record<TimeUnit, string>> = {
  hour: 'PT1H',
  day: 'P1D',
  week: 'P1W',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  weekend: 'XXXX-WXX-WE',
};

function setOf(unit: TimeUnit | undefined, every: number): DateForm | null {
  const value = unit === undefined ? undefined : setLetters[unit];
  if (value === undefined) return null;
  return { kind: 'set', unit, set: every > 1 ? value.replace('1', String(every)) : value };
}

function holiday(parts: Parts, match: PatternMatch): DateForm {
  let code = parts.get('HOLIDAY') ?? newYear;
  const eve = match.captured.some((part) => part.key === 'EVE');
  if (eve && code > 0) code = code === newYear ? 1231 : code - 1;
  return { kind: 'date', holiday: code, year: parts.year, step: parts.get('DIR') };
}

const newYear = 101;

function clock(parts: Parts): DateForm | null {
  const noon = parts.get('NOON');
  const meridiem = parts.get('MER');
  const half = parts.get('CLOCK');
  let minutes: number | undefined;
  if (half !== undefined) minutes = half;
  else if (noon === undefined) {
    let hour = parts.get('HOUR') ?? parts.get('NUM');
    if (hour === undefined) return null;
    let minute = parts.get('MINUTE') ?? parts.get('HALFPAST') ?? 0;
    if (hour > 100 && parts.get('HOUR') === undefined) {
      // "1430 GMT"
      minute = hour % 100;
      hour = Math.floor(hour / 100);
    }
    if (hour > 24 || minute > 59 || (meridiem !== undefined && (hour > 12 || hour === 0))) return null;
    minutes = hour * 60 + minute;
  }
  if (meridiem !== undefined && minutes !== undefined) minutes = (minutes % 720) + meridiem * 60;
  const time = noon === undefined ? { minutes, zone: parts.get('ZONE') } : { part: noon };
  const weekday = parts.get('WEEKDAY');
  const month = parts.get('MONTH') ?? parts.get('MON');
  const dayWord = parts.get('DAYWORD');
  if (weekday !== undefined) return { kind: 'date', weekday, step: parts.get('DIR'), ...time };
  if (month !== undefined) {
    const date = namedDate(parts);
    return date === null ? null : { ...date, ...time };
  }
  if (dayWord !== undefined) return { kind: 'shift', unit: 'day', step: dayWord, ...time };
  if (parts.get('DAY') !== undefined) return { kind: 'date', day: parts.get('DAY'), ...time };
  const packed = parts.get('SHIFT');
  if (packed !== undefined) return { kind: 'shift', ...unpackShift(packed), ...time };
  return { kind: 'time', ...time, anchor: 'text' };
}
