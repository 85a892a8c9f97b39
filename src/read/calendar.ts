import type { TimeUnit } from '../languages/language.ts';
import type { CalendarValue, DatedEvent, DateExpression } from '../records.ts';
import {
  civil,
  dayNumber,
  daysInMonth,
  dayText,
  monthText,
  pad,
  quarterIndex,
  shiftMonth,
  weekdayOf,
  weekText,
} from './civil.ts';
import { durationValue } from './durations.ts';
import { holidayIn } from './holidays.ts';
import { impliedYear, nearestDayOfMonth } from './implied.ts';

/**
 * Turns what an expression says into the days it means. Known parts come from the words, implied ones from the day of
 * publication and the tense around it, and what neither gives stays unknown: an implied part never takes a known one's place.
 */

/** What an expression says, before anything is known about when it was written. */
export interface DateForm {
  readonly kind:
    | 'date'
    | 'shift'
    | 'quarter'
    | 'half'
    | 'season'
    | 'decade'
    | 'century'
    | 'reference'
    | 'duration'
    | 'set'
    | 'time';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  readonly unit?: TimeUnit;
  /** How many units; null for "several", "some". */
  readonly count?: number | null;
  /** Steps from the anchor in `unit` (or years, for a month, season or quarter): -1 last, 0 this, 1 next. */
  readonly step?: number;
  /** Steps of years or months that were written with a month or a day ("지난해 10월", "上月15日"). */
  readonly yearStep?: number;
  readonly monthStep?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: number;
  /** Code of a holiday, as `HOLIDAY` in the language files. */
  readonly holiday?: number;
  /** 1 morning, 2 midday, 3 afternoon, 4 evening, 5 night, 6 noon, 7 midnight. */
  readonly part?: number;
  /** Minutes after midnight, and minutes east of UTC when a zone is written. */
  readonly minutes?: number;
  readonly zone?: number;
  readonly reference?: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';
  /** A stretch inside the time named: its begin, middle or end. */
  readonly within?: 'start' | 'mid' | 'end';
  readonly approximate?: boolean;
  /** `text`: counted from the date the text named last ("the following month"). */
  readonly anchor?: 'published' | 'text';
  /** Value of a set as TIMEX3 writes it. */
  readonly set?: string;
}

/** What the surroundings of an expression imply. Days are counted from 1970-01-01. */
export interface DateContext {
  readonly published: number | null;
  /** -1 what happened, 1 what is to come, 0 the words around do not tell. */
  readonly direction: -1 | 0 | 1;
  /** The last date and the last quarter that the text named, resolved. */
  readonly lastDay: number | null;
  /** The last one named to the day: hours and "that night" count from it. */
  readonly lastExactDay: number | null;
  readonly lastQuarter: number | null;
}

/** How exact the interval of a date is. */
export type Precision = DatedEvent['precision'];

/** What an expression means: a TIMEX3 value and the interval of it, or why there is none. */
export interface ResolvedDate {
  readonly type: DateExpression['type'];
  readonly value: string;
  readonly from: CalendarValue | null;
  readonly to: CalendarValue | null;
  readonly precision: Precision;
  readonly open: string | null;
  /** Month and day as written when the year is open: `--11-22`. */
  readonly partial: string | null;
}

/** Resolves one expression against its surroundings. */
export function resolveDate(form: DateForm, context: DateContext): ResolvedDate {
  switch (form.kind) {
    case 'reference':
      return unresolved('DATE', form.reference ?? 'PRESENT_REF', null);
    case 'set':
      return unresolved('SET', form.set ?? 'XXXX', 'recurring');
    case 'duration':
      return unresolved('DURATION', durationValue(form.unit ?? 'day', form.count ?? null), null);
    case 'decade':
      return interval(String(form.year).slice(0, 3), String(form.year), String((form.year as number) + 9), 'decade');
    case 'century': {
      const first = ((form.count as number) - 1) * 100;
      return interval(String((form.count as number) - 1), pad(first, 4), pad(first + 99, 4), 'year');
    }
    default:
      return withTime(form, resolveDay(form, context));
  }
}

const noDay = 'no day of publication';

function resolveDay(form: DateForm, context: DateContext): ResolvedDate {
  const exact = form.kind === 'time' || form.unit === 'day';
  const last = exact ? context.lastExactDay : context.lastDay;
  const anchor = form.anchor === 'text' ? (last ?? context.published) : context.published;
  switch (form.kind) {
    case 'date':
      return form.holiday === undefined ? resolveNamed(form, context) : resolveHoliday(form, form.holiday, context);
    case 'time':
      return anchor === null ? unresolved('DATE', 'XXXX-XX-XX', noDay) : dayOf(anchor);
    case 'quarter':
      return resolveQuarter(form, context);
    case 'half': {
      if (form.year === undefined && anchor === null) return unresolved('DATE', `XXXX-H${form.half}`, noDay);
      const year = form.year ?? civil(anchor as number).year + (form.step ?? 0);
      const first = form.half === 1 ? 1 : 7;
      return interval(`${year}-H${form.half}`, monthText(year, first), monthText(year, first + 5), 'quarter');
    }
    case 'season':
      return resolveSeason(form, context);
    default:
      return resolveShift(form, anchor, context);
  }
}

/** A date with some of year, month, day and weekday named. */
function resolveNamed(form: DateForm, context: DateContext): ResolvedDate {
  const { year, month, day, weekday } = form;
  const { published } = context;
  if (month === undefined && day === undefined && weekday !== undefined) return resolveWeekday(form, context);
  if (month === undefined && year !== undefined) return interval(pad(year, 4), pad(year, 4), pad(year, 4), 'year');
  if (month === undefined) {
    // A day alone ("on the 22nd"): the month is implied.
    if (published === null || day === undefined)
      return { ...unresolved('DATE', `XXXX-XX-${pad(day ?? 0, 2)}`, noDay), partial: `---${pad(day ?? 0, 2)}` };
    if (form.monthStep !== undefined) {
      const now = civil(published);
      const { year, month } = shiftMonth(now.year, now.month, form.monthStep);
      return dayOf(dayNumber(year, month, Math.min(day, daysInMonth(year, month))));
    }
    return dayOf(nearestDayOfMonth(day, published, form.step ?? context.direction));
  }
  const stepped = form.yearStep === undefined || published === null ? undefined : civil(published).year + form.yearStep;
  const known = year ?? stepped ?? impliedYear(form, context);
  if (known === null) {
    const value = day === undefined ? pad(month, 2) : `${pad(month, 2)}-${pad(day, 2)}`;
    return {
      ...unresolved('DATE', `XXXX-${value}`, noDay),
      precision: day === undefined ? 'month' : 'day',
      partial: `--${value}`,
    };
  }
  if (form.unit === 'week') {
    // The week of a day, or the first or last week of a month.
    const inWeek = day ?? (form.within === 'end' ? daysInMonth(known, month) - 3 : 4);
    const named = dayNumber(known, month, inWeek);
    return resolveShift({ kind: 'shift', unit: 'week', step: 0 }, named, context);
  }
  if (day === undefined) {
    const value = monthText(known, month);
    return interval(value, value, value, 'month');
  }
  return dayOf(dayNumber(known, month, Math.min(day, daysInMonth(known, month))));
}

/** A day the calendar knows by name: the nearest one in the direction of the words. */
function resolveHoliday(form: DateForm, holiday: number, context: DateContext): ResolvedDate {
  if (form.year !== undefined) return dayOf(holidayIn(form.year, holiday));
  const { published } = context;
  if (published === null) {
    const value = holiday > 0 ? `XXXX-${pad(Math.floor(holiday / 100), 2)}-${pad(holiday % 100, 2)}` : 'XXXX-XX-XX';
    return { ...unresolved('DATE', value, noDay), partial: holiday > 0 ? value.replace('XXXX', '-') : null };
  }
  const now = civil(published).year;
  const days = [now - 1, now, now + 1].map((year) => holidayIn(year, holiday));
  const direction = form.step ?? context.direction;
  if (direction < 0) return dayOf(Math.max(...days.filter((day) => day < published)));
  if (direction > 0) return dayOf(Math.min(...days.filter((day) => day >= published)));
  return dayOf(days.reduce((a, b) => (Math.abs(b - published) < Math.abs(a - published) ? b : a)));
}

function resolveWeekday(form: DateForm, context: DateContext): ResolvedDate {
  const weekday = form.weekday as number;
  const anchor = form.anchor === 'text' ? (context.lastExactDay ?? context.published) : context.published;
  if (anchor === null) return { ...unresolved('DATE', `XXXX-WXX-${weekday}`, noDay), precision: 'day' };
  const today = weekdayOf(anchor);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  if (form.unit === 'week') return dayOf(anchor - today + 1 + 7 * (form.step ?? 0) + weekday - 1);
  if (form.step === -1) return dayOf(anchor - (back === 0 ? 7 : back));
  if (form.step === 1) return dayOf(anchor + (ahead === 0 ? 7 : ahead));
  if (form.step === 0) return dayOf(context.direction < 0 ? anchor - back : anchor + ahead);
  return dayOf(context.direction > 0 ? anchor + ahead : anchor - back);
}

function resolveQuarter(form: DateForm, context: DateContext): ResolvedDate {
  const { published } = context;
  let index: number;
  const now = published === null ? null : quarterIndex(published);
  if (form.quarter === undefined) {
    // "the quarter", "the year-earlier period": the quarter the text is about.
    const base = context.lastQuarter ?? (now === null ? null : now - 1);
    if (base === null) return unresolved('DATE', 'XXXX-QX', noDay);
    index = form.year === undefined ? base + (form.step ?? 0) : form.year * 4 + (base % 4);
  } else if (form.year !== undefined) index = form.year * 4 + form.quarter - 1;
  else if (now === null) return unresolved('DATE', `XXXX-Q${form.quarter}`, noDay);
  else {
    const here = now - (now % 4) + form.quarter - 1;
    if (form.step !== undefined) index = here + 4 * form.step;
    // A quarter that has begun is this year's; one ahead is it only when the words look ahead or it is the next.
    else if (here <= now) index = context.direction > 0 && now - here > 2 ? here + 4 : here;
    else index = context.direction > 0 || (context.direction === 0 && here - now === 1) ? here : here - 4;
  }
  const year = Math.floor(index / 4);
  const quarter = (index % 4) + 1;
  return interval(`${year}-Q${quarter}`, monthText(year, quarter * 3 - 2), monthText(year, quarter * 3), 'quarter');
}

const seasonCodes = ['SP', 'SU', 'FA', 'WI'];

function resolveSeason(form: DateForm, context: DateContext): ResolvedDate {
  const season = form.season as number;
  const code = seasonCodes[season - 1];
  let { year } = form;
  if (year === undefined && form.yearStep !== undefined && context.published !== null)
    year = civil(context.published).year + form.yearStep;
  if (year === undefined) {
    if (context.published === null) return unresolved('DATE', `XXXX-${code}`, noDay);
    const now = civil(context.published);
    const begins = season * 3;
    if (form.step === -1) year = begins + 2 < now.month ? now.year : now.year - 1;
    else if (form.step === 1) year = begins > now.month ? now.year : now.year + 1;
    else if (form.step === 0 || context.direction > 0) year = now.year;
    else year = begins <= now.month + 2 ? now.year : now.year - 1;
  }
  const first = season * 3;
  const end = shiftMonth(year, first, 2);
  return interval(`${year}-${code}`, monthText(year, first), monthText(end.year, end.month), 'season');
}

/** So many days, weeks, months or years from the anchor. */
function resolveShift(form: DateForm, anchor: number | null, context: DateContext): ResolvedDate {
  const unit = form.unit ?? 'day';
  const step = form.step ?? 0;
  if (anchor === null) return unresolved('DATE', unknownOf[unit] ?? 'XXXX-XX-XX', noDay);
  const now = civil(anchor);
  switch (unit) {
    case 'day':
      return dayOf(anchor + step);
    case 'week': {
      const monday = anchor - weekdayOf(anchor) + 1 + 7 * step;
      return interval(weekText(monday), dayText(monday), dayText(monday + 6), 'week');
    }
    case 'weekend': {
      const monday = anchor - weekdayOf(anchor) + 1;
      // "the weekend" of a report on Monday or Tuesday is the one before.
      const shift =
        form.step === undefined
          ? context.direction > 0
            ? 0
            : weekdayOf(anchor) >= 6
              ? 0
              : -1
          : step === 0 && context.direction < 0 && weekdayOf(anchor) < 5
            ? -1
            : step;
      const saturday = monday + 7 * shift + 5;
      return interval(`${weekText(saturday - 5)}-WE`, dayText(saturday), dayText(saturday + 1), 'day');
    }
    case 'month': {
      const { year, month } = shiftMonth(now.year, now.month, step);
      const value = monthText(year, month);
      return interval(value, value, value, 'month');
    }
    case 'quarter': {
      const index = quarterIndex(anchor) + step;
      return resolveQuarter({ kind: 'quarter', year: Math.floor(index / 4), quarter: (index % 4) + 1 }, context);
    }
    case 'half': {
      const index = now.year * 2 + (now.month > 6 ? 1 : 0) + step;
      return resolveDay({ kind: 'half', year: Math.floor(index / 2), half: (index % 2) + 1 }, context);
    }
    case 'year': {
      const value = pad(now.year + step, 4);
      return interval(value, value, value, 'year');
    }
    case 'decade': {
      const year = Math.floor(now.year / 10) * 10 + 10 * step;
      return interval(String(year).slice(0, 3), String(year), String(year + 9), 'decade');
    }
    case 'century': {
      const century = Math.floor(now.year / 100) + step;
      return interval(String(century), `${century}00`, `${century}99`, 'year');
    }
    default:
      return dayOf(anchor);
  }
}

const unknownOf: Partial<Record<TimeUnit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

const partCodes = ['', 'TMO', 'TMI', 'TAF', 'TEV', 'TNI', 'T12:00', 'T24:00'];

/** Adds the time of day that was written to the day that was resolved. */
function withTime(form: DateForm, day: ResolvedDate): ResolvedDate {
  if (form.part !== undefined && form.minutes === undefined) {
    return { ...day, type: 'TIME', value: day.value + partCodes[form.part] };
  }
  if (form.minutes === undefined) return day;
  const clock = `T${pad(Math.floor(form.minutes / 60), 2)}:${pad(form.minutes % 60, 2)}`;
  const zone = form.zone;
  const value = day.value + clock + (zone === 0 ? 'Z' : '');
  if (day.from === null || day.precision !== 'day') return { ...day, type: 'TIME', value };
  const written = day.from + clock + (zone === undefined ? '' : zoneText(zone));
  return {
    ...day,
    type: 'TIME',
    value,
    from: written,
    to: written,
    precision: form.minutes % 60 === 0 ? 'hour' : 'minute',
  };
}

function zoneText(zone: number): string {
  if (zone === 0) return 'Z';
  const size = Math.abs(zone);
  return `${zone < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

function interval(value: string, from: string, to: string, precision: Precision): ResolvedDate {
  return { type: 'DATE', value, from, to, precision, open: null, partial: null };
}

function dayOf(day: number): ResolvedDate {
  const value = dayText(day);
  return interval(value, value, value, 'day');
}

function unresolved(type: DateExpression['type'], value: string, open: string | null): ResolvedDate {
  return { type, value, from: null, to: null, precision: 'unknown', open, partial: null };
}
