import type { CalendarEntry } from '../deliver/icalendar.ts';
import type { Development } from '../records.ts';
import type { StoredEvent, StoryDates } from '../store/store.ts';
import { earlierPositions } from '../web/positions.ts';

/**
 * Announced dates as entries of a calendar: one for all articles of a story that give the same interval. An entry keeps its identity
 * when a development says that the date moved or came to nothing, and then shows the newest; `sequence` counts how often. Of the
 * stories in which something moved, all that is known is needed, since where a thing first stood may lie long ago.
 */
export function calendarEntries(
  events: readonly StoredEvent[],
  stories: ReadonlyMap<string, StoryDates>,
): CalendarEntry[] {
  const shown = new Set(events.map(({ event }) => event.id));
  const byStory = Map.groupBy(events, ({ storyId, article }) => storyId ?? article.id);
  return [...byStory].flatMap(([id, own]) => {
    const story = stories.get(id);
    // Where nothing moved, what is asked for is all that is needed.
    const moved = story !== undefined && story.events.length > 0;
    const threads = moved ? threadsOf(story.events, story.developments) : threadsOf(own, []);
    return threads.filter(({ current }) => shown.has(current.event.id)).map(entryOf);
  });
}

/** One announced thing, as first told and as it stands now. */
interface Thread {
  readonly first: StoredEvent;
  current: StoredEvent;
  sequence: number;
}

function threadsOf(events: readonly StoredEvent[], developments: readonly Development[]): Thread[] {
  const told = new Set(developments.filter(({ kind }) => kind === 'date').map(({ eventId }) => eventId));
  const byInterval = new Map<string, Thread>();
  const inOrder = events
    .filter(({ event }) => event.from !== null && announced.has(event.kind))
    .toSorted((a, b) => a.article.received.localeCompare(b.article.received) || a.event.id.localeCompare(b.event.id));
  // In one article, what moved is told beside where it stood: first where things stand, then what became of them.
  for (const [, together] of Map.groupBy(inOrder, ({ article }) => article.id)) {
    for (const one of together.filter(({ event }) => !told.has(event.id))) {
      const interval = intervalOf(one);
      if (!byInterval.has(interval)) byInterval.set(interval, { first: one, current: one, sequence: 0 });
    }
    for (const one of together.filter(({ event }) => told.has(event.id))) {
      const interval = intervalOf(one);
      const before = movedFrom(one, developments, events);
      // What is called off on its day is that day's entry, whatever else it is compared with.
      const thread =
        (calledOff.has(one.event.status) ? byInterval.get(interval) : undefined) ??
        (before === null ? undefined : byInterval.get(before)) ??
        byInterval.get(interval);
      if (thread === undefined) byInterval.set(interval, { first: one, current: one, sequence: 0 });
      else {
        if (intervalOf(thread.current) !== interval || calledOff.has(one.event.status)) {
          thread.current = one;
          thread.sequence++;
        }
        byInterval.set(interval, thread);
      }
    }
  }
  return [...new Set(byInterval.values())];
}

/** Kinds of event that a calendar shows. */
export const announced: ReadonlySet<string> = new Set(['window', 'deadline', 'scheduled']);
const calledOff = new Set<string>(['cancelled', 'postponed', 'failed']);

function intervalOf({ event }: StoredEvent): string {
  return `${event.from}|${event.to}`;
}

/** The interval that a date left, by the development that tells of it; null when it left none that is known. */
function movedFrom(
  { event }: StoredEvent,
  developments: readonly Development[],
  events: readonly StoredEvent[],
): string | null {
  const [before] = earlierPositions(new Set([event.id]), developments, events);
  return before === undefined || before.from === null ? null : `${before.from}|${before.to}`;
}

/** What is planned is best said where it was first told; "is now planned" is all that a later text says of it. */
function entryOf({ first, current, sequence }: Thread): CalendarEntry {
  return {
    event: current.event,
    what: first.what ?? current.what,
    who: first.what === null ? current.who : first.who,
    expression: current.expression,
    articleId: current.article.id,
    title: current.article.title,
    site: current.article.site,
    received: current.article.received,
    thread: first.event.id,
    sequence,
  };
}
