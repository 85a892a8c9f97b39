import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { channelKinds } from '../../src/deliver/channel.ts';
import type { Alert } from '../../src/records.ts';
import { createApp } from '../../src/server/app.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Delivery, Store, StoredArticle, StoredDevelopment } from '../../src/store/store.ts';
import { recordId } from '../../src/text/hash.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import type { Place } from './kills.ts';

/** What was told, in numbers. */
export interface Told {
  readonly stories: number;
  readonly copies: number;
  readonly developments: number;
  readonly alerts: number;
  /** Messages that went out, and those of them that went out again under their id. */
  readonly messages: number;
  readonly again: number;
}

/**
 * Asserts that a desk which was killed again and again told what an undisturbed one told: the same alerts, each development in
 * exactly one of every watch, none for a copy; each alert in one entry of both feeds, one date of the calendar for each that was
 * announced, and one message of every channel once those that bear a known id are dropped.
 */
export async function assertToldOnce(calm: Place, rough: Place): Promise<Told> {
  const [undisturbed, killed] = [openDesk(calm.data), openDesk(rough.data)];
  try {
    const [before, after] = [await undisturbed.all(), await killed.all()];
    for (const part of ['articles', 'developments', 'alerts'] as const) {
      const known = new Set(before[part].map((one) => JSON.stringify(one)));
      const other = after[part].find((one) => !known.has(JSON.stringify(one)));
      assert.equal(other, undefined, `the desk that was killed holds other ${part}`);
      assert.equal(after[part].length, before[part].length, `the desk that was killed holds fewer ${part}`);
    }
    assertAlerts(after);
    const every = after.alerts.filter(({ watchId }) => watchId === 'every');
    await assertFeeds(killed, every);
    await assertCalendar(undisturbed, killed);
    const sent = await assertMessages(killed.store, rough, after.alerts);
    return {
      stories: new Set(after.articles.map(({ placement }) => placement?.storyId)).size,
      copies: after.articles.filter(({ placement }) => placement !== null && placement.copyOf !== null).length,
      developments: after.developments.length,
      alerts: after.alerts.length,
      ...sent,
    };
  } finally {
    await undisturbed.close();
    await killed.close();
  }
}

/** A desk on disk, read while no process works on it. */
export interface Desk {
  readonly store: Store;
  readonly shown: { readonly inbox: readonly string[]; readonly feed: readonly string[] };
  /** Ids in the inbox and in the feed of all alerts. */
  show(): Promise<Desk['shown']>;
  all(): Promise<Records>;
  /** A file that it serves on a day of its time. */
  get(path: string, day?: string): Promise<string>;
  close(): Promise<void>;
}

interface Records {
  readonly articles: readonly Pick<StoredArticle, 'page' | 'placement' | 'reading'>[];
  readonly developments: readonly StoredDevelopment['development'][];
  readonly alerts: readonly Alert[];
}

export function openDesk(data: string): Desk {
  const store = openSqliteStore({ file: join(data, 'watchfloor.sqlite'), matches: matchQuery });
  const log = {
    info: () => undefined,
    error: (fields: object, what: string) => assert.fail(`${what} ${JSON.stringify(fields)}`),
  };
  async function get(path: string, day = '2031-06-01'): Promise<string> {
    const now = () => `${day}T00:00:00.000Z`;
    const { app } = createApp({ store, pages: { content: async () => null }, now, log }, { names: [], password: null });
    const answer = await app.request(`http://127.0.0.1:7311${path}`, { headers: { host: '127.0.0.1:7311' } });
    assert.equal(answer.status, 200);
    return answer.text();
  }
  const alerts = async () =>
    (await store.listAlerts({ watchId: null, state: null, before: null, limit: 9_999 })).map(({ alert }) => alert);
  return {
    store,
    shown: { inbox: [], feed: [] },
    get,
    async show() {
      const hasWatch = (await store.listWatches()).some(({ id }) => id === 'every');
      const feed = hasWatch ? parseAtomFeed(await get('/feeds/every.atom')).entries : [];
      return { inbox: (await alerts()).map(({ id }) => id), feed: (feed ?? []).map(({ id }) => String(id)) };
    },
    async all() {
      const articles = await store.articlesSince('0000', null, 9_999);
      const found = await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 9_999 });
      assert.equal((await store.counts()).pagesWaiting, 0);
      assert.deepEqual(await store.listFailures(9), []);
      return {
        articles: articles.map(({ page, placement, reading }) => ({
          page: { ...page, stored: null },
          placement,
          reading,
        })),
        developments: found.map(({ development }) => development),
        // When it was told differs with the life that did.
        alerts: (await alerts()).toSorted((a, b) => a.id.localeCompare(b.id)),
      };
    },
    close: () => store.close(),
  };
}

function assertAlerts({ articles, developments, alerts }: Records): void {
  assert.ok(developments.length > 20 && alerts.length > 10, 'there is too little to tell');
  const told = alerts.filter(({ watchId }) => watchId === 'every').flatMap(({ developmentIds }) => developmentIds);
  assert.deepEqual(told.toSorted(), developments.map(({ id }) => id).toSorted(), 'a development is told not once');
  const received = new Map(articles.map(({ page, reading }) => [reading.article.id, page.received]));
  const copies = articles.filter(({ placement }) => placement !== null && placement.copyOf !== null);
  assert.ok(copies.length > 2, 'there are too few copies');
  for (const { placement, page } of copies) {
    const { articleId, originId } = placement!;
    // A text that was first until an earlier one came late has told already.
    if (page.received < (received.get(originId) ?? '')) continue;
    // What an outlet adds when it tells an item again is new; that the item is there, and that many tell it, is not.
    for (const { articleId: by, kind, summary } of developments)
      assert.ok(by !== articleId || (kind !== 'first' && kind !== 'coverage'), `a copy is told: ${kind}, ${summary}`);
  }
}

async function assertFeeds(desk: Desk, alerts: readonly Alert[]): Promise<void> {
  const newest = (await desk.store.listAlerts({ watchId: 'every', state: null, before: null, limit: 100 })).map(
    ({ alert }) => `tag:watchfloor.example,2026:alert/${alert.id}`,
  );
  assert.equal(newest.length, Math.min(100, alerts.length));
  const atom = parseAtomFeed(await desk.get('/feeds/every.atom'));
  const json = parseJsonFeed(await desk.get('/feeds/every.json'));
  assert.deepEqual(
    atom.entries?.map(({ id }) => id),
    newest,
  );
  assert.deepEqual(
    json.items?.map(({ id }) => id),
    newest,
  );
}

async function assertCalendar(undisturbed: Desk, killed: Desk): Promise<void> {
  // The days of the sample archive and of the gold stories.
  for (const day of ['2026-10-15', '2031-05-15']) {
    const text = await killed.get('/calendar.ics', day);
    assert.equal(text, await undisturbed.get('/calendar.ics', day));
    const dates = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const ids = dates.map((one) => String(one.getFirstPropertyValue('uid')));
    assert.equal(new Set(ids).size, ids.length, 'a date stands twice in the calendar');
  }
}

async function assertMessages(store: Store, { http, mail }: Place, alerts: readonly Alert[]) {
  assert.equal((await store.counts()).deliveriesWaiting, 0);
  assert.deepEqual(await store.failedDeliveries(9), []);
  const articleOf = new Map(alerts.map(({ id, articleId }) => [id, articleId]));
  let [messages, again] = [0, 0];
  for (const { kind } of channelKinds) {
    const expected = await carriersOf(
      store,
      alerts.filter(({ watchId }) => kind === 'email' || watchId === 'every'),
      kind,
    );
    const got =
      kind === 'email'
        ? mail.got.map((one) => ({ id: (one.mail.messageId ?? '').slice(1).split('@')[0], text: one.mail.text ?? '' }))
        : http.got
            .filter(({ path, body }) => path === `/${kind}` || (path === '/' && JSON.parse(body).topic === kind))
            .map(({ headers, body }) => ({ id: String(headers['idempotency-key']), text: body }));
    const known = new Set(got.map(({ id }) => id));
    assert.deepEqual(
      [...known].toSorted(),
      [...expected.keys()].toSorted(),
      `${kind}: a message was lost or is of no alert`,
    );
    for (const { id, text } of got) {
      const [first, ...more] = expected.get(id)!;
      const linked = new Set([...text.matchAll(/\/articles\/([A-Za-z0-9-]+)\/stored/g)].map(([, article]) => article));
      const wanted = [first, ...more].map((alertId) => articleOf.get(alertId));
      // A message of many shows the first and counts the others.
      if (more.length < 3)
        assert.deepEqual([...linked].toSorted(), wanted.toSorted(), `${kind}: another alert under a known id`);
      else
        assert.ok(linked.has(wanted[0] ?? '') && text.includes(`${wanted.length} alerts`), `${kind}: a burst is cut`);
    }
    messages += got.length;
    again += got.length - known.size;
  }
  assert.ok(again > 0, 'no life was killed between sending and noting: the test proves nothing');
  return { messages, again };
}

/** The messages that went out over a channel by their ids, each with its alerts: together all alerts, each once. */
async function carriersOf(
  store: Store,
  alerts: readonly Alert[],
  channel: string,
): Promise<Map<string, readonly string[]>> {
  const deliveries: Delivery[] = [];
  for (const { id } of alerts) {
    const delivery = await store.getDelivery(recordId('delivery', id, channel));
    if (delivery !== null) deliveries.push(delivery);
  }
  const carriers = deliveries.filter(({ state }) => state === 'sent');
  const carried = carriers.flatMap(({ alertId, folded = [] }) => [alertId, ...folded]);
  assert.deepEqual(
    carried.toSorted(),
    alerts.map(({ id }) => id).toSorted(),
    `${channel}: an alert is in no message, or in two`,
  );
  return new Map(carriers.map(({ id, alertId, folded = [] }) => [id, [alertId, ...folded]]));
}
