import { atomFeed } from '../deliver/atom.ts';
import type { Bulletin } from '../deliver/bulletin.ts';
import { iCalendar } from '../deliver/icalendar.ts';
import { jsonFeed } from '../deliver/jsonfeed.ts';
import type { Watch } from '../records.ts';
import type { StoredEvent } from '../store/store.ts';
import { storyDates } from './calendar.ts';
import { announced, calendarEntries } from './calendar-entries.ts';
import { checkedId, type DeskRequest, deskAddress, notAllowed, notHere } from './route.ts';

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
  checkKey(request, null);
  return calendarResponse(request, 'Watchfloor', await comingEvents(request));
}

/** GET `/calendar/:file`: `WATCH.ics`, the announced dates of the stories that one watch was told of. */
export async function watchCalendar(request: DeskRequest): Promise<Response> {
  const { name: id, ending } = parted(request.param('file'));
  if (ending !== 'ics') throw notHere('Calendars end in .ics');
  const watch = await watchOf(request, id);
  return calendarResponse(request, `Watchfloor: ${watch.name}`, await comingEvents(request, watch.id));
}

const noticesMax = 100;
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
  checkKey(request, id);
  const watch = (await request.tools.store.listWatches()).find((one) => one.id === checkedId(id));
  if (watch === undefined) throw notHere('There is no watch with this id');
  return watch;
}

/** A key that was made for one watch opens no other, and not what is of all. */
function checkKey({ tools }: DeskRequest, watchId: string | null): void {
  const only = tools.asking.key?.only ?? null;
  if (only !== null && only !== watchId)
    throw notAllowed('This key is for another address', 'Make one for this address.');
}

async function comingEvents(request: DeskRequest, toldBy: string | null = null): Promise<StoredEvent[]> {
  const now = Date.parse(request.tools.now());
  const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10);
  const events = await request.tools.store.listEvents(day(-31), day(731), false, eventsMax, false, toldBy);
  return events.filter(({ event }) => announced.has(event.kind));
}

async function calendarResponse(request: DeskRequest, name: string, events: readonly StoredEvent[]): Promise<Response> {
  const dates = await storyDates(events, request.tools.store);
  return new Response(iCalendar(name, deskAddress(request), calendarEntries(events, dates)), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

function parted(file: string): { name: string; ending: string } {
  const point = file.lastIndexOf('.');
  return point === -1 ? { name: file, ending: '' } : { name: file.slice(0, point), ending: file.slice(point + 1) };
}
