import { atomFeed } from '../deliver/atom.ts';
import type { Bulletin } from '../deliver/bulletin.ts';
import { type CalendarEntry, iCalendar } from '../deliver/icalendar.ts';
import { jsonFeed } from '../deliver/jsonfeed.ts';
import type { Watch } from '../records.ts';
import type { StoredEvent } from '../store/store.ts';
import { earlierPositions } from '../web/positions.ts';
import { checkedId, type DeskRequest, deskAddress, notHere } from './route.ts';

/** GET `/feeds/:file`: `WATCH.atom` or `WATCH.json`, the newest alerts of one watch. */
export async function watchFeed(request: DeskRequest): Promise<Response> {
  const { name: id, ending } = parted(request.param('file'));
  if (ending !== 'atom' && ending !== 'json') throw notHere('Feeds end in .atom or .json');
  const bulletin = await bulletinOf(request, id);
  return ending === 'atom'
    ? new Response(atomFeed(bulletin), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
    : new Response(jsonFeed(bulletin), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
}

/** GET `/calendar.ics`: all announced dates from a month ago to two years on. */
export async function calendarFile(request: DeskRequest): Promise<Response> {
  return calendarResponse(request, 'Watchfloor', await comingEvents(request));
}

/** GET `/calendar/:file`: `WATCH.ics`, the announced dates of the stories that one watch was told of. */
export async function watchCalendar(request: DeskRequest): Promise<Response> {
  const { name: id, ending } = parted(request.param('file'));
  if (ending !== 'ics') throw notHere('Calendars end in .ics');
  const watch = await watchOf(request, id);
  const alerts = await request.tools.store.listAlerts({
    watchId: watch.id,
    state: null,
    before: null,
    limit: alertsMax,
  });
  const stories = new Set(alerts.map((one) => one.alert.storyId));
  const events = await comingEvents(request);
  return calendarResponse(
    request,
    `Watchfloor: ${watch.name}`,
    events.filter((one) => one.storyId !== null && stories.has(one.storyId)),
  );
}

const noticesMax = 100;
const alertsMax = 1_000;
const eventsMax = 2_000;

async function bulletinOf(request: DeskRequest, id: string): Promise<Bulletin> {
  const { store, now } = request.tools;
  const desk = deskAddress(request);
  const watch = await watchOf(request, id);
  const alerts = await store.listAlerts({ watchId: watch.id, state: null, before: null, limit: noticesMax });
  return {
    watch,
    desk,
    self: `${desk}${request.url.pathname}`,
    updated: alerts[0]?.alert.at ?? watch.created ?? now(),
    notices: alerts.map(({ alert, story, article, developments }) => ({ alert, story, article, developments })),
  };
}

async function watchOf(request: DeskRequest, id: string): Promise<Watch> {
  const watch = (await request.tools.store.listWatches()).find((one) => one.id === checkedId(id));
  if (watch === undefined) throw notHere('There is no watch with this id');
  return watch;
}

async function comingEvents(request: DeskRequest): Promise<StoredEvent[]> {
  const now = Date.parse(request.tools.now());
  const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10);
  const events = await request.tools.store.listEvents(day(-31), day(731), false, eventsMax);
  return events.filter(({ event }) => ['window', 'deadline', 'scheduled'].includes(event.kind));
}

/**
 * One entry for the articles of a story that give the same interval; a thread is the story and what is announced, so that an
 * entry keeps its identity when it moves: of one thread only the newest position is given, and `sequence` counts the earlier.
 */
async function calendarResponse(request: DeskRequest, name: string, events: readonly StoredEvent[]): Promise<Response> {
  const { store } = request.tools;
  const positions = new Map<string, StoredEvent>();
  for (const one of events) {
    const key = `${one.storyId ?? one.article.id}|${one.event.from}|${one.event.to}`;
    const kept = positions.get(key);
    if (kept === undefined || one.article.received < kept.article.received) positions.set(key, one);
  }
  const moves = new Map<string, { thread: string; sequence: number }>();
  const replacedEvents = new Set<string>();
  const storyIds = new Set([...positions.values()].map((one) => one.storyId).filter((id) => id !== null));
  for (const storyId of [...storyIds].slice(0, storiesMax)) {
    const stored = await store.getStory(storyId);
    if (stored === null) continue;
    const developments = stored.developments.map((one) => one.development).sort((x, y) => x.at.localeCompare(y.at));
    for (const { kind, eventId } of developments) {
      if (kind !== 'date' || eventId === null) continue;
      for (const before of earlierPositions(new Set([eventId]), developments, stored.events)) {
        if (before.eventId === null) continue;
        const earlier = moves.get(before.eventId) ?? { thread: before.eventId, sequence: 0 };
        moves.set(eventId, { thread: earlier.thread, sequence: earlier.sequence + 1 });
        replacedEvents.add(`${storyId}|${before.from}|${before.to}`);
      }
    }
  }
  const entries = [...positions]
    .filter(([key]) => !replacedEvents.has(key))
    .map(([, one]): CalendarEntry => {
      const move = moves.get(one.event.id);
      return {
        event: one.event,
        what: one.what,
        who: one.who,
        expression: one.expression,
        articleId: one.article.id,
        title: one.article.title,
        site: one.article.site,
        received: one.article.received,
        thread: move?.thread ?? one.event.id,
        sequence: move?.sequence ?? 0,
      };
    });
  return new Response(iCalendar(name, deskAddress(request), entries), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

const storiesMax = 60;

function parted(file: string): { name: string; ending: string } {
  const point = file.lastIndexOf('.');
  return point === -1 ? { name: file, ending: '' } : { name: file.slice(0, point), ending: file.slice(point + 1) };
}
