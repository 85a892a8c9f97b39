import type { Store, StoredEvent, StoryDates } from '../store/store.ts';
import { eventLabel } from '../text/event-label.ts';
import { type CalendarRow, calendarPage, dayRange, shiftMonth } from '../web/calendar.ts';
import type { Html } from '../web/html.ts';
import { earlierPositions } from '../web/positions.ts';
import { localDay } from '../web/times.ts';
import type { DeskRequest } from './route.ts';

/** GET `/calendar`: three months from `?from=2023-11` or a day of one, this month when not said. */
export async function calendar(request: DeskRequest): Promise<Html> {
  const desk = await request.desk();
  const asked = request.query('from');
  const today = localDay(desk.now, desk);
  const [, from, day] = /^(\d{4}-(?:0[1-9]|1[0-2]))(-(?:0[1-9]|[12]\d|3[01]))?$/.exec(asked ?? '') ?? [
    null,
    today.slice(0, 7),
  ];
  const past = request.query('past') === '1';
  const { store } = request.tools;
  const asking = request.query('watch');
  const watch = desk.watches.find((one) => one.watch.id === asking)?.watch ?? null;
  const [year, month] = shiftMonth(from, monthsShown).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0));
  // Days of this month that are over would fill the page before what is to come.
  const begin = !past && from === today.slice(0, 7) ? today : `${from}-01`;
  const first = day === undefined || `${from}${day}` < begin ? begin : `${from}${day}`;
  const look = async (eventsMax: number) => {
    const found = await store.listEvents(
      first,
      last.toISOString().slice(0, 10),
      true,
      eventsMax,
      !past,
      watch?.id ?? null,
    );
    const all = gathered(found, await storyDates(found, store));
    // What is over is not coming, and a year or a season is no day: both stand apart.
    const shown = all.filter(({ event }) => {
      const end = event.to ?? event.from ?? '9';
      return past || from < today.slice(0, 7) || end >= today.slice(0, end.length);
    });
    const [open, rows] = [shown.filter(isVague), shown.filter((row) => !isVague(row))];
    return { open, rows, isAll: found.length < eventsMax };
  };
  // One story may give the same day in a hundred articles: only then are so many read.
  let found = await look(eventsAtFirst);
  if (!found.isAll && found.rows.length < rowsMax) found = await look(eventsMax);
  const rows = found.rows.slice(0, rowsMax);
  const isCut = !found.isAll || rows.length < found.rows.length;
  return calendarPage(desk, {
    from,
    months: monthsShown,
    past,
    watch,
    rows,
    more: isCut ? dayToGoOn(rows, first) : null,
    open: found.open.slice(0, openMax),
  });
}

/** The day that the rows shown come to; the one after `first` when they do not come beyond it. */
function dayToGoOn(rows: readonly CalendarRow[], first: string): string | null {
  const days = rows.map(({ event }) => event.from?.slice(0, 10) ?? '').filter((day) => day.length === 10);
  const last = days.sort().at(-1);
  if (last === undefined) return null;
  return last > first ? last : new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10);
}

const monthsShown = 3;
const eventsAtFirst = 200;
const eventsMax = 600;
const rowsMax = 80;
const openMax = 40;
/** How the dates moved in the stories of some events, by story. */
export async function storyDates(events: readonly StoredEvent[], store: Store): Promise<Map<string, StoryDates>> {
  const ids = new Set(events.map((one) => one.storyId).filter((id) => id !== null));
  return new Map((await store.storyDates([...ids])).map((one) => [one.story.id, one]));
}

/** One row for all articles of a story that give the same interval, with where it stood before it moved. */
function gathered(events: readonly StoredEvent[], stories: ReadonlyMap<string, StoryDates>): CalendarRow[] {
  const groups = Map.groupBy(
    events,
    ({ event, storyId, article, expression }) =>
      `${storyId ?? article.id}|${event.from}|${event.to}|${event.partial?.from}|${event.from === null ? expression : ''}`,
  );
  const superseded = new Set<string>();
  const rows = [...groups.values()].map((group): CalendarRow => {
    const labelled = group.map((one) => ({ one, label: eventLabel(one, one.article.language) }));
    const [{ one: first, label }] = labelled.sort(
      (a, b) =>
        Number(b.label !== null) - Number(a.label !== null) ||
        Number(b.one.what !== null) - Number(a.one.what !== null),
    );
    const stored = first.storyId === null ? undefined : stories.get(first.storyId);
    const earlier =
      stored === undefined
        ? []
        : earlierPositions(new Set(group.map((one) => one.event.id)), stored.developments, stored.events);
    for (const one of earlier) if (one.from !== null) superseded.add(`${first.storyId}|${one.from}|${one.to}`);
    return {
      event: first.event,
      label,
      what: first.what,
      expression: first.expression,
      article: first.article,
      articles: new Set(group.map((one) => one.article.id)).size,
      story: stored === undefined ? null : { id: stored.story.id, title: stored.story.title },
      earlier,
    };
  });
  return rows
    .filter(({ story, event }) => !superseded.has(`${story?.id}|${event.from}|${event.to}`))
    .sort((a, b) => orderOf(a) - orderOf(b));
}

/** Days by their first one, months by their last: "in November" comes after the days of November that are known. */
function orderOf({ event }: CalendarRow): number {
  const range = dayRange(event.from, event.to);
  if (range === null) return Number.MAX_SAFE_INTEGER;
  return ['minute', 'hour', 'day'].includes(event.precision) ? range[0] : range[1];
}

/** No day, month or week is known. */
function isVague({ event }: CalendarRow): boolean {
  return dayRange(event.from, event.to) === null || ['year', 'season', 'decade', 'unknown'].includes(event.precision);
}
