import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { DatedEvent, Instant } from '../records.ts';
import { printable, spanAddress, storedAddress, storedWords } from './bulletin.ts';

/** An announced date with the words around it, as the calendar shows it. */
export interface CalendarEntry {
  readonly event: DatedEvent;
  readonly what: string | null;
  readonly who: string | null;
  readonly expression: string;
  readonly articleId: string;
  readonly title: string | null;
  readonly site: string | null;
  readonly received: Instant;
  /** Stays the same when the window moves; the event's own id when it never did. */
  readonly thread: string;
  /** How often it was moved or called off so far. */
  readonly sequence: number;
}

/**
 * An iCalendar (RFC 5545) of announced dates. One VEVENT a thread, with a UID that outlives a move; SEQUENCE rises and STATUS
 * changes when it is moved or called off. All-day unless a time with its zone is known; what is uncertain is said in words.
 * Entries without an interval are left out: a calendar has no place for them.
 */
export function iCalendar(name: string, desk: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name: printable(name),
    prodId: { company: 'Watchfloor', product: 'desk', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    const span = interval(entry.event);
    if (span === null) continue;
    const { event } = entry;
    calendar.createEvent({
      id: `${entry.thread}@watchfloor`,
      stamp: new Date(entry.received),
      sequence: entry.sequence,
      ...span,
      summary: printable(`${mark(event)}${inShort(entry)}`).slice(0, summaryCharactersMax),
      description: printable(inWords(entry, desk)),
      url: spanAddress(desk, entry.articleId, event.expression[0] ?? null),
      status: statusOf(event),
      transparency: null,
    });
  }
  return calendar.toString();
}

const summaryCharactersMax = 250;

function interval({ from, to }: DatedEvent): { start: Date; end: Date; allDay: boolean } | null {
  if (from === null) return null;
  const last = to ?? from;
  if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(from) && /T.*(Z|[+-]\d\d:?\d\d)$/.test(last)) {
    const start = new Date(from);
    const end = new Date(last);
    if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return null;
    return { start, end: end > start ? end : new Date(start.getTime() + 3_600_000), allDay: false };
  }
  const start = firstDay(from);
  const end = dayAfter(last);
  return start === null || end === null || end <= start ? null : { start, end, allDay: true };
}

function parts(value: string): [year: number, month: number | null, day: number | null] | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value);
  return match === null
    ? null
    : [
        Number(match[1]),
        match[2] === undefined ? null : Number(match[2]),
        match[3] === undefined ? null : Number(match[3]),
      ];
}

function firstDay(value: string): Date | null {
  const read = parts(value);
  return read === null ? null : new Date(Date.UTC(read[0], (read[1] ?? 1) - 1, read[2] ?? 1));
}

/** DTEND of an all-day event is the day after the last one (RFC 5545, 3.6.1). */
function dayAfter(value: string): Date | null {
  const read = parts(value);
  if (read === null) return null;
  const [year, month, day] = read;
  if (month === null) return new Date(Date.UTC(year + 1, 0, 1));
  return day === null ? new Date(Date.UTC(year, month, 1)) : new Date(Date.UTC(year, month - 1, day + 1));
}

function statusOf({ status, certain }: DatedEvent): ICalEventStatus {
  if (status === 'cancelled' || status === 'postponed' || status === 'failed') return ICalEventStatus.CANCELLED;
  return certain && status !== 'unclear' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

function mark({ status }: DatedEvent): string {
  return status === 'cancelled'
    ? 'Cancelled: '
    : status === 'postponed'
      ? 'Postponed: '
      : status === 'failed'
        ? 'Failed: '
        : '';
}

/** Who does what, as written; the headline where the text does not say. */
function inShort({ what, who, title, expression }: CalendarEntry): string {
  if (what === null) return title ?? expression;
  if (who === null) return what;
  return /\p{Script=Han}$/u.test(who) ? `${who}${what}` : `${who} ${what}`;
}

function inWords({ event, who, expression, articleId, title, site }: CalendarEntry, desk: string): string {
  const lines = [`“${expression}”`];
  if (who !== null) lines.push(`Who: ${who}`);
  lines.push(`${event.kind}, ${event.status}`);
  if (!event.certain) lines.push('Uncertain: the text itself is vague or careful.');
  if (event.precision !== 'day' && event.precision !== 'minute' && event.precision !== 'hour')
    lines.push(`Known to the ${event.precision} only.`);
  if (title !== null) lines.push(`${title}${site === null ? '' : ` — ${site}`}`);
  lines.push(`${storedWords}: ${storedAddress(desk, articleId)}`);
  return lines.join('\n');
}
