import type { Instant, LocalTime, Watch } from '../records.ts';

/** When an alert of now is sent: at once, after the quiet hours, or with the day's digest. Pure: the zone is given. */
export function dueAt({ quiet, digestAt }: Pick<Watch, 'quiet' | 'digestAt'>, now: Instant, zone: string): Instant {
  const due = digestAt == null ? now : nextLocal(digestAt, now, zone);
  // A digest set within the quiet hours waits for their end as well.
  if (quiet == null || !isWithin(localTime(due, zone), quiet.from, quiet.to)) return due;
  return nextLocal(quiet.to, due, zone);
}

/** `07:30`, 00:00 to 23:59. */
export function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Half-open, over midnight when `from` is the later one; empty when both are the same. */
function isWithin(time: LocalTime, from: LocalTime, to: LocalTime): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

function localTime(at: Instant, zone: string): LocalTime {
  return localParts(Date.parse(at), zone).slice(11, 16);
}

/** The first instant after `now` at which clocks in the zone show that time. */
function nextLocal(time: LocalTime, now: Instant, zone: string): Instant {
  const start = Date.parse(now);
  const today = Date.parse(`${localParts(start, zone).slice(0, 10)}T${time}:00.000Z`);
  // Days of the calendar, not of 24 hours: late in the evening before the clocks go forward, those lead past the next day.
  for (let day = 0; day <= 2; day++) {
    const wanted = today + day * DAY_MILLISECONDS;
    // Twice: the first guess may lie on the other side of a change of the clocks.
    let guess = wanted;
    for (let round = 0; round < 2; round++) guess = wanted - offsetAt(guess, zone);
    if (guess > start) return new Date(guess).toISOString();
  }
  return now;
}

/** Milliseconds that clocks in the zone are ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  const whole = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${localParts(whole, zone)}:00.000Z`) - whole;
}

/** `2026-11-20T08:00` as clocks in the zone show it. */
function localParts(at: number, zone: string): string {
  const format = formats.get(zone) ?? formatOf(zone);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: isKnownZone(zone) ? zone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

/** A zone that this system no longer knows must not stop what waits for it. */
function isKnownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    // Intl throws for a zone that it does not know; there is no other way to ask.
    return false;
  }
}

const DAY_MILLISECONDS = 86_400_000;
