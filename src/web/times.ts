import type { CalendarValue, Instant } from '../records.ts';
import { type Html, html } from './html.ts';
import type { Desk } from './page.ts';

/** An instant as the desk shows it: relative up to a day, then a date; the whole of it, with its zone, on hover. */
export function timeTag(instant: Instant, desk: Desk, own: string | null = null): Html {
  const full = fullTime(instant, desk);
  const title = own === null ? full : `${full} · ${desk.words.times.onThePage(own)}`;
  return html`<time datetime="${instant}" title="${title}">${shortTime(instant, desk)}</time>`;
}

/** The hour of an instant whose day is said already. */
export function clockTag(instant: Instant, desk: Desk): Html {
  return html`<time datetime="${instant}" title="${fullTime(instant, desk)}">${clockTime(instant, desk)}</time>`;
}

/** A moment that something holds since: the clock for today, the date before. */
export function sinceTag(instant: Instant, desk: Desk): Html {
  const today = localDay(instant, desk) === localDay(desk.now, desk);
  const text = today ? clockTime(instant, desk) : dayOf(instant, desk, sameYear(instant, desk));
  return html`<time datetime="${instant}" title="${fullTime(instant, desk)}">${text}</time>`;
}

/** `4 min`, `3 h`, `21 Nov`, `21 Nov 2023`. */
export function shortTime(instant: Instant, desk: Desk): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return instant;
  const minutes = Math.floor((Date.parse(desk.now) - then) / 60_000);
  const { times } = desk.words;
  if (minutes >= 0 && minutes < 1) return times.justNow;
  if (minutes >= 1 && minutes < 60) return times.minutes(minutes);
  if (minutes >= 60 && minutes < 24 * 60) return times.hours(Math.floor(minutes / 60));
  return dayOf(instant, desk, sameYear(instant, desk));
}

/** `21 Nov 2023, 14:05 KST`. */
export function fullTime(instant: Instant, desk: Desk): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return instant;
  return formatOf(desk, 'full', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(then);
}

/** `14:05` in the reader's zone. */
export function clockTime(instant: Instant, desk: Desk): string {
  return formatOf(desk, 'clock', { hour: '2-digit', minute: '2-digit' }).format(Date.parse(instant));
}

/** The reader's own calendar day of an instant, `2023-11-21`. */
export function localDay(instant: Instant, desk: Pick<Desk, 'zone' | 'words'>): string {
  const parts = formatOf(desk, 'iso', { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(
    Date.parse(instant),
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A calendar value in words, as coarse as it is known: `2023`, `Nov 2023`, `22 Nov 2023`, `22 Nov 2023, 10:00`. */
export function calendarWords(value: CalendarValue, desk: Pick<Desk, 'words' | 'zone'>): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?/.exec(value);
  if (match === null) return value;
  const [, year, month, day, clock] = match;
  if (month === undefined) return year;
  const name = monthName(month, desk);
  if (day === undefined) return desk.words.times.monthOfYear(name, year);
  const date = desk.words.times.dayOfMonth(Number(day), name, year);
  return clock === undefined ? date : `${date}, ${clock}`;
}

/** An interval in words: one end when both are the same, `17–23 Oct 2026` in one month, `22 Nov – 1 Dec 2023` otherwise. */
export function intervalWords(
  from: CalendarValue | null,
  to: CalendarValue | null,
  desk: Pick<Desk, 'words' | 'zone'>,
): string | null {
  if (from === null && to === null) return null;
  if (from === null) return desk.words.times.until(calendarWords(to as string, desk));
  if (to === null) return desk.words.times.after(calendarWords(from, desk));
  if (from === to) return calendarWords(from, desk);
  const days = /^(\d{4})-(\d\d)-(\d\d) \1-\2-(\d\d)$/.exec(`${from} ${to}`);
  if (days !== null) {
    const [, year, month, first, last] = days;
    return desk.words.times.daysOfMonth(Number(first), Number(last), monthName(month, desk), year);
  }
  const start = calendarWords(from, desk);
  const sameYearTail = from.slice(0, 4) === to.slice(0, 4) && from.length > 4 ? ` ${from.slice(0, 4)}` : '';
  const shortened = sameYearTail !== '' && start.endsWith(sameYearTail) ? start.slice(0, -sameYearTail.length) : start;
  const end = calendarWords(to, desk);
  // Where the year comes first it is said once, at the beginning.
  const year = desk.words.times.partOfYear(null, null, from.slice(0, 4));
  const sameYearHead = shortened === start && start.startsWith(`${year} `) && end.startsWith(`${year} `);
  return `${shortened} – ${sameYearHead ? end.slice(year.length + 1) : end}`;
}

/** The short name of a month by its number, `10`. */
export function monthName(month: string, { words }: Pick<Desk, 'words'>): string {
  return words.times.monthsShort[Number(month) - 1] ?? month;
}

function sameYear(instant: Instant, desk: Desk): boolean {
  return instant.slice(0, 4) === desk.now.slice(0, 4);
}

function dayOf(instant: Instant, desk: Desk, withoutYear: boolean): string {
  return formatOf(
    desk,
    withoutYear ? 'day' : 'dayYear',
    withoutYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(Date.parse(instant));
}

/** Formats are dear to make and few, so they are kept: one for each locale, zone and form. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatsMax = 200;

function formatOf(desk: Pick<Desk, 'words' | 'zone'>, form: string, options: Intl.DateTimeFormatOptions) {
  const key = `${desk.words.locale}|${desk.zone}|${form}`;
  let format = formats.get(key);
  if (format === undefined) {
    if (formats.size >= formatsMax) formats.clear();
    format = new Intl.DateTimeFormat(desk.words.locale, { ...options, timeZone: desk.zone, hourCycle: 'h23' });
    formats.set(key, format);
  }
  return format;
}
