import { languageOf } from '../languages/languages.ts';
import { monthByName } from '../languages/months.ts';
import type { CalendarValue, Instant } from '../records.ts';

/**
 * Reads the date of a feed's item as the standards have it (RFC 822, RFC 3339) and as it is found in the wild. A time whose zone
 * is not told is worth its day only; a day later than the day after it was received is a mistake. Null for all that is unclear:
 * a wrong date of publication would put every date of the text in a wrong week.
 */
export function readFeedDate(text: string | null | undefined, received: Instant): CalendarValue | null {
  const trimmed = (text ?? '').trim().slice(0, 80);
  const parts = readIso(trimmed) ?? readMail(trimmed) ?? readEpoch(trimmed);
  if (parts === null) return null;
  const { year, month, day } = parts;
  if (year < 1990 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  const last = new Date(Date.parse(received) + DAY_MILLISECONDS * 2).toISOString().slice(0, 10);
  if (date >= last) return null;
  const { hour, minute, second } = parts;
  const timed = parts.offsetMinutes !== null && hour !== null && hour < 24 && minute < 60 && second < 61;
  if (!timed) return date;
  return `${date}T${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}${offset(parts.offsetMinutes)}`;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; null when the zone is not told or not known. */
  readonly offsetMinutes: number | null;
}

const DAY_MILLISECONDS = 86_400_000;

const ISO =
  /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T\s]\s?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?([A-Za-z+-][A-Za-z0-9:+-]{0,8})?)?$/;

function readIso(text: string): Parts | null {
  const found = ISO.exec(text);
  if (found === null) return null;
  return made(found[1], Number(found[2]), found[3], found.slice(4, 7), '', found[7]);
}

/** "Wed, 25 Nov 2026 10:00:00 +0900", with all that senders leave out, swap or translate. */
const MAIL =
  /^(?:[^\d\s,]{1,15},?\s{1,3})?(\d{1,2})[\s-]{1,3}([^\d\s-]{1,14})[\s-]{1,3}(\d{4}|\d{2})(?:,?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([ap]m\b)?\s{0,3}([A-Za-z0-9:+-]{1,9})?)?/i;
const AMERICAN =
  /^(?:[^\d\s,]{1,15},?\s{1,3})?([^\d\s,]{1,14})\s{1,3}(\d{1,2}),?\s{1,3}(\d{4})(?:,?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([ap]m\b)?\s{0,3}([A-Za-z0-9:+-]{1,9})?)?/i;
/** Java's way: "Wed Nov 25 10:00:00 KST 2026". */
const CTIME =
  /^[A-Za-z]{3,9}\s{1,3}([A-Za-z]{3,9})\s{1,3}(\d{1,2})\s{1,3}(\d{1,2}):(\d{2}):(\d{2})\s{1,3}(?:([A-Za-z+-][A-Za-z0-9:+-]{0,8})\s{1,3})?(\d{4})/;

function readMail(text: string): Parts | null {
  const java = CTIME.exec(text);
  if (java !== null) return made(java[7], monthOf(java[1]), java[2], java.slice(3, 6), '', java[6]);
  const mail = MAIL.exec(text);
  if (mail !== null) return made(mail[3], monthOf(mail[2]), mail[1], mail.slice(4, 7), mail[7], mail[8]);
  const american = AMERICAN.exec(text);
  if (american === null) return null;
  return made(american[3], monthOf(american[1]), american[2], american.slice(4, 7), american[7], american[8]);
}

/** Seconds or milliseconds since 1970, as some home-made JSON feeds have it. */
function readEpoch(text: string): Parts | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null;
  return readIso(new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString());
}

function made(
  year: string,
  month: number,
  day: string,
  [hour, minute, second]: readonly (string | undefined)[],
  half: string | undefined,
  zone: string | undefined,
): Parts {
  const written = hour === undefined ? null : Number(hour);
  const isHalf = written !== null && written <= 12 && (half ?? '') !== '';
  return {
    // RFC 2822 4.3: two digits up to 49 are of this century.
    year: year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year),
    month,
    day: Number(day),
    hour: isHalf ? (written % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0) : written,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    offsetMinutes: zone === undefined ? null : offsetOf(zone),
  };
}

function offsetOf(zone: string): number | null {
  const numeric = /^(?:UTC?|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (numeric === null) return zones.get(zone.toUpperCase()) ?? null;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return minutes > 14 * 60 ? null : minutes * (numeric[1] === '-' ? -1 : 1);
}

/** Names with one meaning in feeds, in hours east of UTC. IST, AST and the like have several and stay unknown. */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3 },
    ...{ MSK: 3, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8 },
    ...{ HST: -10, JST: 9, KST: 9, HKT: 8, SGT: 8, PHT: 8, WIB: 7, ICT: 7, PKT: 5, NPT: 5.75, BRT: -3, ART: -3 },
    ...{ AEST: 10, AEDT: 11, ACST: 9.5, AWST: 8, NZST: 12, NZDT: 13, SAST: 2, EAT: 3, WAT: 1 },
  }).map(([name, hours]) => [name, hours * 60]),
);

/** Month of a name in any language we have, or of the first letters of one; 0 for no month. */
function monthOf(name: string): number {
  const folded = fold(name);
  const exact = months.get(folded);
  if (exact !== undefined) return exact;
  if (folded.length < 3) return 0;
  const found = new Set<number>();
  for (const [known, month] of months) if (known.startsWith(folded)) found.add(month);
  return found.size === 1 ? [...found][0] : 0;
}

/** English first: where a short name means two months in two languages, feeds mean the English one. */
const months: ReadonlyMap<string, number> = (() => {
  const names = new Map<string, number>();
  const english = languageOf('en')?.furniture?.months ?? [];
  for (const [at, forms] of english.entries()) for (const form of forms) names.set(fold(form), at + 1);
  for (const [name, month] of monthByName) if (!names.has(fold(name))) names.set(fold(name), month);
  return names;
})();

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function offset(minutes: number | null): string {
  if (minutes === null || minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
