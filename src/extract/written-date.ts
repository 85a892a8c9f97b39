import { monthByName } from '../languages/months.ts';

/**
 * Reads one time as machines write it (ISO 8601 in its many loose forms, RFC 2822, seconds since 1970) or, failing that, the
 * first day written in words. An instant keeps the offset it was written with; a time without one is only good for its day.
 */
export function readStamp(written: string, order: DayOrder = 'unknown'): WrittenDate | null {
  const text = latinDigits(written.slice(0, STAMP_CHARACTERS_MAX)).trim();
  const iso = text.match(
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_-]{1,2}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s{0,2}(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?/i,
  );
  const isoDay = iso === null ? null : dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (iso !== null && isoDay !== null) {
    const day = isoDay;
    if (iso[4] === undefined || iso[7] === undefined) return { value: day, precision: 'day' };
    return (
      instantOf(day, Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0), iso[7]) ?? { value: day, precision: 'day' }
    );
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    const value = instant.toISOString().replace('.000Z', 'Z');
    return dayOf(instant.getUTCFullYear(), 1, 1) === null ? null : { value, precision: 'instant' };
  }
  const mail = text.match(
    /^(?:[a-z]{3,9},?\s{1,2})?(\d{1,2})[\s-]([a-z]{3,9})[\s-](\d{4})\s{1,2}(\d{2}):(\d{2})(?::(\d{2}))?\s{0,2}(Z|UTC|GMT|[+-]\d{2}:?\d{2})/i,
  );
  if (mail !== null) {
    const day = dayOf(Number(mail[3]), monthByName.get(mail[2].toLowerCase()) ?? 0, Number(mail[1]));
    if (day !== null) return instantOf(day, Number(mail[4]), Number(mail[5]), Number(mail[6] ?? 0), mail[7]);
  }
  // "Fri Dec 22 10:00:00 UTC 2023", as dates are printed by several systems.
  const unix = text.match(
    /^[a-z]{3}\s([a-z]{3})\s{1,2}(\d{1,2})\s(\d{2}):(\d{2}):(\d{2})\s(?:([A-Z]{3,4})\s)?(\d{4})/i,
  );
  if (unix !== null) {
    const day = dayOf(Number(unix[7]), monthByName.get(unix[1].toLowerCase()) ?? 0, Number(unix[2]));
    if (day !== null) {
      if (unix[6] !== 'UTC' && unix[6] !== 'GMT') return { value: day, precision: 'day' };
      return instantOf(day, Number(unix[3]), Number(unix[4]), Number(unix[5]), 'Z');
    }
  }
  const found = findDays(text, order, 1)[0];
  return found === undefined ? null : { value: found.day, precision: 'day' };
}

/** Days written in a text, in any language known here, in order. Years must be written; nothing is completed. Linear. */
export function findDays(written: string, order: DayOrder = 'unknown', most = DAYS_MAX): FoundDay[] {
  const found: FoundDay[] = [];
  const text = latinDigits(written);
  // Most texts hold no year, and so no day.
  if (!/\d{4}|\d[./]\d{2}(?!\d)/.test(text)) return found;
  for (const { pattern, read } of forms) {
    // Not `matchAll`, which makes an expression of its own each time.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (found.length >= DAYS_MAX) break;
      const day = read(match, order);
      if (day === null) continue;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ day, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start).slice(0, most);
}

export interface WrittenDate {
  readonly value: string;
  readonly precision: 'instant' | 'day';
}

export interface FoundDay {
  /** `2023-11-21`. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** How `3/4/2023` is meant: the month first (United States), the day first, or as its numbers allow. */
export type DayOrder = 'month-first' | 'day-first' | 'unknown';

/** A calendar day that exists and is of the web's years, or null. */
function dayOf(year: number, month: number, day: number): string | null {
  // Thai pages count years of the Buddhist era, 543 ahead.
  const common = year > 2400 && year < 2700 ? year - 543 : year;
  if (common < YEAR_MIN || common > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > daysOf(common, month))
    return null;
  return `${common}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const STAMP_CHARACTERS_MAX = 200;
const DAYS_MAX = 24;
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;

const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function instantOf(day: string, hour: number, minute: number, second: number, zone: string): WrittenDate | null {
  if (hour > 23 || minute > 59 || second > 60) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}`;
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return { value: `${day}T${clock}Z`, precision: 'instant' };
  const offset = zone.match(/^([+-])(\d{1,2}):?(\d{2})?$/);
  if (offset === null || Number(offset[2]) > 14 || Number(offset[3] ?? 0) > 59) return null;
  return {
    value: `${day}T${clock}${offset[1]}${offset[2].padStart(2, '0')}:${offset[3] ?? '00'}`,
    precision: 'instant',
  };
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray, order: DayOrder) => string | null;
}

/** The number of a month by its name; in Hebrew "in" is written onto it. */
function monthOf(name: string): number {
  const plain = name.toLowerCase().replace(/\.$/, '');
  return monthByName.get(plain) ?? (plain.startsWith('ב') ? (monthByName.get(plain.slice(1)) ?? 0) : 0);
}

/** The forms of a written day, surest first; a later one never takes characters of an earlier one. */
const forms: readonly Form[] = [
  {
    // 2023-11-21, 2023/11/21, 2023. 11. 21., 2023年11月21日, 2023년 11월 21일
    pattern: /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)/g,
    read: (match) => dayOf(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    // 21 tháng 11 năm 2023
    pattern: /(?<!\d)(\d{1,2})\s{1,2}tháng\s{1,2}(\d{1,2})(?:,|\s{1,2}năm)?\s{1,2}(\d{4})(?!\d)/giu,
    read: (match) => dayOf(Number(match[3]), Number(match[2]), Number(match[1])),
  },
  {
    // 21 November 2023, 21st of November, 2023, 21. November 2023, 21 de noviembre de 2023, 21-Nov-2023, 21 พ.ย. 2566
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|η|ης)?\.?[\s\-/,]{0,3}(?:(?:de|of)\s|d['’])?([\p{L}\p{M}][\p{L}\p{M}.]{1,14}?)\.?,?[\s\-/]{0,3}(?:(?:de|del|of|g\.)\s)?(\d{4})(?!\d)/giu,
    read: (match) => dayOf(Number(match[3]), monthOf(match[2]), Number(match[1])),
  },
  {
    // November 21, 2023; Nov. 21st 2023
    pattern:
      /(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,12})\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s{0,2}|\s{1,2})(?:at\s)?(\d{4})(?!\d)/giu,
    read: (match) => dayOf(Number(match[3]), monthOf(match[1]), Number(match[2])),
  },
  {
    // 21.11.2023, 21/11/2023, 11/21/2023, 21-11-2023
    pattern: /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/g,
    read: (match, order) => numericDay(Number(match[1]), Number(match[3]), Number(match[4]), match[2], order),
  },
  {
    // 21.11.23
    pattern: /(?<![\d.])(\d{2})([./])(\d{2})\2(\d{2})(?![\d.])/g,
    read: (match, order) => numericDay(Number(match[1]), Number(match[3]), 2000 + Number(match[4]), match[2], order),
  },
  {
    // 2023, November 21
    pattern: /(?<!\d)(\d{4})[\s,.]{1,3}([\p{L}\p{M}]{3,12})\.?\s{1,2}(\d{1,2})(?!\d)/giu,
    read: (match) => dayOf(Number(match[1]), monthOf(match[2]), Number(match[3])),
  },
];

function numericDay(first: number, second: number, year: number, mark: string, order: DayOrder): string | null {
  const dayFirst = first > 12 || mark === '.' || (second <= 12 && order !== 'month-first');
  return dayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** Arabic, Persian, Devanagari, Thai and full-width digits as Latin ones; one unit for one, so that offsets hold. */
function latinDigits(text: string): string {
  return /[٠-٩۰-۹०-९๐-๙０-９]/.test(text)
    ? text.replace(/[٠-٩۰-۹०-९๐-๙０-９]/g, (digit) => String(digitOf(digit.charCodeAt(0))))
    : text;
}

function digitOf(unit: number): number {
  for (const zero of [0x660, 0x6f0, 0x966, 0xe50, 0xff10]) if (unit >= zero && unit < zero + 10) return unit - zero;
  return 0;
}
