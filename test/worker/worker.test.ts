import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import type { Instant } from '../../src/records.ts';
import { openPageArchive, type PageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { type IncomingPage, receivePages } from '../../src/worker/receive.ts';
import { createWorker, type WorkerLimits, type WorkerPorts } from '../../src/worker.ts';
import { at, madeAudit, madeSession, madeSource, madeUser, madeWatch } from '../made.ts';

/** A desk with nothing in it, whose clock stands still until it is set. */
async function check(name: string, work: (desk: Desk) => Promise<void>): Promise<void> {
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-worker-'));
    let minute = 0;
    const now = () => at(minute);
    const store = openSqliteStore({ file: join(folder, 'db'), matches: matchQuery, now });
    const archive = openPageArchive({ folder: join(folder, 'pages'), orphanSeconds: 0 });
    const errors: string[] = [];
    const log = { info: () => undefined, error: (_: object, message: string) => errors.push(message) };
    const desk: Desk = {
      store,
      archive,
      now,
      errors,
      setMinute: (value) => {
        minute = value;
      },
      worker: (ports = {}, limits = {}, other = archive) =>
        createWorker({ store, archive: other, now, log, ports, limits: { idleSeconds: 0.02, ...limits } }),
      receive: (...pages) =>
        receivePages(
          pages.map((page) => ({ ...page, received: now() })),
          store,
          archive,
        ),
    };
    try {
      await work(desk);
    } finally {
      await archive.close();
      await store.close();
      rmSync(folder, { recursive: true });
    }
  });
}

interface Desk {
  readonly store: Store;
  readonly archive: PageArchive;
  readonly errors: string[];
  now(): Instant;
  setMinute(minute: number): void;
  worker(ports?: WorkerPorts, limits?: Partial<WorkerLimits>, archive?: PageArchive): ReturnType<typeof createWorker>;
  receive(...pages: IncomingPage[]): ReturnType<typeof receivePages>;
}

/** Texts that have nothing in common, so that their stories do not either. */
const fillers = [
  'Divers searched the wreck until dusk and found its bell, which a museum would like to show. ',
  'The council of Lowell met on Monday to speak about it at length, as it does every spring. ',
];

function page(name: string, text: string): IncomingPage {
  const html = `<html lang="en"><head><title>${text.slice(0, 30)}</title></head><body><article><h1>${text.slice(0, 30)}</h1>
    <p>${text} ${fillers[name.charCodeAt(0) % fillers.length].repeat(4)}</p></article></body></html>`;
  return {
    url: `https://herald.example/${name}`,
    finalUrl: `https://herald.example/${name}`,
    name: null,
    sourceId: null,
    received: at(0),
    content: new TextEncoder().encode(html),
    contentType: 'text/html',
    status: 200,
    headers: [],
    hint: {},
  };
}

const anyAlert = { watchId: null, state: null, before: null, limit: 50 };

check('a page becomes an article and its alert, once', async ({ store, worker, receive }) => {
  await store.saveWatch(madeWatch('wa-1', 'lighthouse'));
  const first = await receive(page('a', 'The lighthouse was sold to a choir.'), page('b', 'A ferry sank in the bay.'));
  assert.equal(first.pages.length, 2);
  const second = await receive(page('a', 'The lighthouse was sold to a choir.'));
  assert.deepEqual([second.pages.length, second.known], [0, 1]);
  assert.deepEqual(await worker().drain(), { done: 2, failed: 0 });
  assert.deepEqual(await worker().drain(), { done: 0, failed: 0 });
  const alerts = await store.listAlerts(anyAlert);
  assert.deepEqual(
    alerts.map((row) => [row.alert.watchId, row.article.url]),
    [['wa-1', 'https://herald.example/a']],
  );
});

check('who may no longer place gives the pages not begun to whoever may', async ({ store, archive, now, receive }) => {
  await receive(...['a', 'b', 'c'].map((name) => page(name, `The lighthouse ${name} was sold to a choir.`)));
  let placed = 0;
  const worker = createWorker({
    store,
    archive,
    now,
    log: { info: () => undefined, error: () => undefined },
    holds: () => placed === 0,
    onResults: () => placed++,
  });
  assert.deepEqual(await worker.drain(), { done: 1, failed: 0 });
  const left = await store.claimReadings(now(), 9, 60);
  assert.deepEqual(
    left.map((claim) => [claim.page.url, claim.tries]),
    ['b', 'c'].map((name) => [`https://herald.example/${name}`, 1]),
  );
});

check('a watch saved while it works holds for the next page', async ({ store, worker, receive }) => {
  const one = worker();
  await receive(page('a', 'The lighthouse was sold to a choir.'));
  await one.drain();
  await store.saveWatch(madeWatch('wa-1', 'ferry OR lighthouse'));
  await receive(page('b', 'A ferry sank in the bay.'));
  await one.drain();
  assert.equal((await store.listAlerts(anyAlert)).length, 1);
});

check('a worker that lost the work lock rests, and sees what another placed when it has it back', async (desk) => {
  let held = true;
  const holds = () => held;
  const log = { info: () => undefined, error: (_: object, message: string) => desk.errors.push(message) };
  const one = createWorker({ store: desk.store, archive: desk.archive, now: desk.now, log, holds });
  const text = 'The lighthouse was sold to a choir.';
  await desk.receive(page('a', text));
  await one.drain();
  held = false;
  await desk.receive(page('b', text));
  assert.deepEqual(await one.drain(), { done: 0, failed: 0 });
  // Another takes its place, with indexes of its own.
  await desk.worker().drain();
  held = true;
  await desk.receive(page('c', text));
  assert.deepEqual(await one.drain(), { done: 1, failed: 0 });
  const articles = await desk.store.articlesSince(at(0), null, 9);
  assert.equal(articles.length, 3);
  assert.equal(new Set(articles.map(({ placement }) => placement?.storyId)).size, 1);
  const story = await desk.store.getStory(articles[0].placement!.storyId);
  assert.equal(story?.story.pageCount, 3);
  assert.deepEqual(desk.errors, []);
});

check('a page that fails is tried three times and then set aside with its reason; the rest goes on', async (desk) => {
  const { pages } = await desk.receive(page('bad', 'A page that breaks.'), page('good', 'A page that does not.'));
  const breaking: PageArchive = {
    ...desk.archive,
    content: (one) => (one.id === pages[0].id ? Promise.reject(new Error('broke')) : desk.archive.content(one)),
  };
  const worker = desk.worker({}, {}, breaking);
  assert.deepEqual(await worker.drain(), { done: 1, failed: 1 });
  desk.setMinute(1);
  assert.deepEqual(await worker.drain(), { done: 0, failed: 1 });
  desk.setMinute(2);
  assert.deepEqual(await worker.drain(), { done: 0, failed: 0 }, 'the wait doubles');
  desk.setMinute(3);
  assert.deepEqual(await worker.drain(), { done: 0, failed: 1 });
  desk.setMinute(500);
  assert.deepEqual(await worker.drain(), { done: 0, failed: 0 });
  const [{ failure, pageId }] = await desk.store.listFailures(9);
  assert.deepEqual([pageId, failure.code, failure.what], [pages[0].id, 'bug', 'broke']);
  assert.equal(desk.errors.length, 3);
});

/** A store whose disk is full while it is said to be: whatever writes the results of a page fails as SQLite does. */
function onFullDisk(store: Store): { store: Store; disk: { full: boolean } } {
  const disk = { full: false };
  const writes = ['saveReadings', 'savePageResults', 'failPage', 'giveBack', 'finishFetch', 'failFetch'] as const;
  const failing = Object.fromEntries(
    writes.map((name) => [
      name,
      (...values: unknown[]) => {
        const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
        return disk.full ? Promise.reject(full) : (store[name] as (...args: unknown[]) => unknown)(...values);
      },
    ]),
  );
  return {
    store: new Proxy(store, { get: (target, name) => failing[String(name)] ?? Reflect.get(target, name) }),
    disk,
  };
}

check('a full disk pauses the work, costs no page a try, and it goes on by itself', async (desk) => {
  await desk.receive(...['a', 'b', 'c'].map((name) => page(name, `The page called ${name}.`)));
  const { store, disk } = onFullDisk(desk.store);
  const messages: string[] = [];
  const say = (_: object, message: string) => messages.push(message);
  const worker = createWorker({
    store,
    archive: desk.archive,
    now: desk.now,
    log: { info: say, error: say },
    limits: { idleSeconds: 0.01, leaseSeconds: 7 * 86_400 },
  });
  disk.full = true;
  const running = worker.run();
  // More rounds than a page has tries; each finds the disk full still.
  for (let minute = 1; minute < 8; minute++) {
    await until(async () => worker.paused() !== null);
    await new Promise((resolve) => setTimeout(resolve, 30));
    desk.setMinute(minute);
  }
  assert.deepEqual([worker.paused()?.code, worker.paused()?.at], ['disk-full', at(0)]);
  assert.deepEqual(await desk.store.listFailures(9), []);
  disk.full = false;
  desk.setMinute(9);
  await until(async () => (await desk.store.counts()).pagesWaiting === 0);
  assert.equal(worker.paused(), null);
  await worker.stop();
  await running;
  assert.equal((await desk.store.counts()).articles, 3);
  assert.deepEqual(await desk.store.listFailures(9), []);
  assert.deepEqual(messages, ['work pauses: The disk of the data folder is full', 'work goes on']);
});

check('a disk that fills in the midst of the work gives all in hand their try back', async (desk) => {
  await desk.receive(...['a', 'b', 'c'].map((name) => page(name, `The page called ${name}.`)));
  const { store, disk } = onFullDisk(desk.store);
  const worker = createWorker({
    store,
    archive: desk.archive,
    now: desk.now,
    log: { info: () => undefined, error: () => undefined },
    // One try is all they have.
    limits: { pageTriesMax: 1 },
    onResults: () => {
      disk.full = true;
    },
  });
  for (const minute of [1, 2]) {
    // Each time one page is placed, and the next finds no room.
    await assert.rejects(worker.drain(), { code: 'disk-full' });
    assert.deepEqual(await worker.drain(), { done: 0, failed: 0 }, 'work rests');
    disk.full = false;
    desk.setMinute(minute);
  }
  assert.deepEqual(await worker.drain(), { done: 1, failed: 0 });
  assert.deepEqual(await desk.store.listFailures(9), []);
});

check('a page that ends the process is set aside, and those handed out with it are not', async (desk) => {
  const { pages } = await desk.receive(...['a', 'b', 'c'].map((name) => page(name, `The page called ${name}.`)));
  // What three killed processes leave behind: each had the pages in hand and began with the first.
  for (let crash = 0; crash < 3; crash++) {
    await desk.store.releaseClaims();
    await desk.store.claimPages(desk.now(), crash === 0 ? 3 : 1, 60);
  }
  assert.deepEqual(await desk.worker().drain(), { done: 2, failed: 1 });
  const [{ failure, pageId }] = await desk.store.listFailures(9);
  assert.deepEqual([pageId, failure.code], [pages[0].id, 'page-crashes']);
});

check('a page whose bytes are gone says so at once', async (desk) => {
  await desk.receive(page('a', 'A page.'));
  const empty: PageArchive = { ...desk.archive, content: () => Promise.resolve(null) };
  assert.deepEqual(await desk.worker({}, {}, empty).drain(), { done: 0, failed: 1 });
  assert.equal((await desk.store.listFailures(9))[0].failure.code, 'page-gone');
});

check('polls, fetches, reads and sends until it is stopped', async (desk) => {
  const { store } = desk;
  await store.addSource(madeSource('so-1'));
  await store.saveWatch(madeWatch('wa-1', 'lighthouse', { channels: ['mail'] }));
  const sent: string[] = [];
  const worker = desk.worker({
    async poll(source) {
      const urls = ['good', 'gone', 'later'].map((name) => `https://herald.example/${name}`);
      return {
        requests: urls.map((url) => ({ url, sourceId: source.id, hint: {}, due: desk.now() })),
        settle: (fresh) => ({
          health: { ...source.health, state: 'good', nextDue: at(60) },
          note: { at: desk.now(), outcome: 'new', found: fresh, milliseconds: 1, failure: null },
        }),
      };
    },
    async fetchPage({ url, tries }) {
      const advice = 'Nothing to do.';
      if (url.endsWith('gone')) throw new Failure('http-410', 'It is gone', { retry: 'never', advice });
      if (url.endsWith('later') && tries === 1)
        throw new Failure('timeout', 'No answer', { retry: 'later', advice, retryAfterSeconds: 120 });
      const { content, contentType, status } = page('x', `The lighthouse at ${url.slice(-5)} was sold to a choir.`);
      return { finalUrl: url, status, contentType, headers: [], content };
    },
    async send(delivery) {
      sent.push(delivery.channel);
    },
  });
  const running = worker.run();
  await until(async () => sent.length === 1 && (await store.listFailures(9)).length === 2);
  assert.deepEqual(
    (await store.pollHistory('so-1', 9)).map((note) => note.found),
    [3],
  );
  desk.setMinute(2);
  worker.wake();
  await until(async () => (await store.counts()).articles === 2);
  await worker.stop();
  await running;
  assert.deepEqual(
    (await store.listFailures(9)).map((row) => row.failure.code),
    ['http-410'],
  );
  const counts = await store.counts();
  assert.deepEqual([counts.pagesWaiting, counts.fetchesWaiting], [0, 0]);
  assert.deepEqual(desk.errors, []);
});

check('a message is tried for a day before it is given up', async (desk) => {
  const { store } = desk;
  await store.saveWatch(madeWatch('wa-1', 'lighthouse', { channels: ['hook'] }));
  const minutes: number[] = [];
  let minute = 0;
  const worker = desk.worker({
    async send() {
      minutes.push(minute);
      throw new Failure('timeout', 'No answer', { retry: 'later', advice: 'Look at the other side.' });
    },
  });
  await desk.receive(page('a', 'The lighthouse was sold to a choir.'));
  await worker.drain();
  for (let due = await store.deliveriesDue('9999', 1); due.length > 0; due = await store.deliveriesDue('9999', 1)) {
    minute = Math.max(0, Date.parse(due[0].due) - Date.parse(at(0))) / 60_000;
    desk.setMinute(minute);
    await worker.sendAll();
  }
  assert.deepEqual(minutes.slice(0, 5), [0, 1, 3, 7, 15]);
  const last = minutes[minutes.length - 1];
  assert.ok(last >= 24 * 60 && last < 36 * 60, `the last try came after ${last} minutes`);
  const [given] = await store.failedDeliveries(9);
  assert.deepEqual([given.state, given.failure?.code], ['failed', 'timeout']);
});

check('a delivery that fails waits longer each time and is given up with its reason', async (desk) => {
  const { store } = desk;
  await store.saveWatch(madeWatch('wa-1', 'lighthouse', { channels: ['hook'] }));
  let tries = 0;
  const worker = desk.worker(
    {
      async send() {
        tries++;
        throw new Failure('timeout', 'No answer', { retry: 'later', advice: 'Look at the other side.' });
      },
    },
    { sendTriesMax: 2 },
  );
  await desk.receive(page('a', 'The lighthouse was sold to a choir.'));
  const running = worker.run();
  await until(async () => tries === 1);
  desk.setMinute(1);
  worker.wake();
  await until(async () => tries === 2);
  desk.setMinute(600);
  worker.wake();
  await worker.stop();
  await running;
  assert.equal(tries, 2);
  assert.deepEqual(await store.deliveriesDue(at(9_999), 9), []);
});

check(
  'alerts of old pages stay in the inbox; those of quiet hours wait',
  async ({ store, receive, worker, setMinute }) => {
    await store.setSetting('zone', 'Asia/Seoul');
    const quiet = { from: '08:00', to: '12:00' };
    await store.saveWatch(madeWatch('wa-1', 'lighthouse OR ferry', { channels: ['mail'], quiet }));
    await receive(
      { ...page('a', 'The lighthouse was sold to a choir.'), hint: { published: '2029-01-01T00:00:00Z' } },
      page('b', 'A ferry sank in the bay.'),
    );
    await worker().drain();
    assert.equal((await store.listAlerts(anyAlert)).length, 2);
    // It is nine in the morning in Seoul.
    setMinute(179);
    const due = await store.deliveriesDue(at(180), 9);
    assert.deepEqual(
      due.map((one) => [one.channel, one.due, one.watchId]),
      [['mail', at(180), 'wa-1']],
    );
  },
);

check('tidying deletes what was removed long ago, with its files', async (desk) => {
  await desk.store.addSource(madeSource('so-1'));
  await desk.receive({ ...page('a', 'A page.'), sourceId: 'so-1' });
  await desk.worker().drain();
  await desk.store.removePagesOf('so-1');
  await desk.archive.close();
  desk.setMinute(31 * 24 * 60);
  const worker = desk.worker();
  const running = worker.run();
  await until(async () => (await desk.store.filesInUse()).length === 0);
  await worker.stop();
  await running;
  assert.equal(await desk.archive.bytes(), 0);
});

/** Waits for a condition, at most ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail('it did not come to this within ten seconds');
}

check('a floor of accounts that is reached tells what it held back, though nothing new came', async (desk) => {
  const { store } = desk;
  await store.saveWatch(madeWatch('wa-1', 'lighthouse', { independentMin: 2 }));
  await store.saveWatch(madeWatch('wa-2', 'lighthouse', { independentMin: 3 }));
  await store.saveWatch(madeWatch('wa-3', 'lighthouse', { independentMin: 2, kinds: ['correction'] }));
  const sold = 'Choir buys the lighthouse at Marrow Point';
  const told =
    'The lighthouse at Marrow Point now belongs to a choir. The harbour board of Lowell sold the tower and the keeper house beside it on Monday, after nine years in which its lamp stayed dark. Singers from three villages will practise under the lens, which remains where it is, and fishermen may climb the stairs on the first Sunday of a month.';
  const texts = [
    ['herald', sold, told],
    // A copy is no second account.
    ['mirror', sold, told],
    [
      'quay',
      'Marrow Point lighthouse sold to a choir by Lowell harbour board',
      'Lowell parts with its lighthouse at Marrow Point. On Monday the harbour board handed the dark tower to a choir, whose singers mean to practise in the lantern room. The lens stays, the keeper house goes with the tower, and fishermen who work off the point keep the right to climb the stairs once in a month, according to the paper that both sides put their names to.',
    ],
    [
      'north',
      'Dark lighthouse of Marrow Point goes to a choir',
      'Song instead of light at Marrow Point: Lowell has found an owner for the lighthouse whose lamp nobody lit for nine years. A choir takes over tower and keeper house from the harbour board, which signed the sale on Monday and asked for one thing alone, that the old lens be left untouched and the stairs be opened to fishermen one Sunday in each month.',
    ],
  ] as const;
  const from = (outlet: string, title: string, text: string): IncomingPage => {
    const url = `https://${outlet}.example/light`;
    const html = `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
    return { ...page(outlet, text), url, finalUrl: url, content: new TextEncoder().encode(html) };
  };
  const seen: string[][] = [];
  for (const [minute, [outlet, title, text]] of texts.entries()) {
    desk.setMinute(minute);
    await desk.receive(from(outlet, title, text));
    await desk.worker().drain();
    const alerts = await store.listAlerts(anyAlert);
    const kinds = alerts.map(({ alert, developments }) => `${alert.watchId}: ${developments.map(({ kind }) => kind)}`);
    seen.push(kinds.sort());
  }
  const articles = await store.articlesSince('0000', null, 9);
  assert.deepEqual(
    articles.map(({ placement }) => placement?.copyOf !== null),
    [false, true, false, false],
  );
  assert.equal((await store.getStory(articles[0].placement!.storyId))?.story.independentCount, 3);
  assert.deepEqual(seen, [[], [], ['wa-1: first'], ['wa-1: first', 'wa-2: first']]);
  const [{ alert, developments }] = await store.listAlerts({ ...anyAlert, watchId: 'wa-1' });
  assert.deepEqual([alert.articleId, alert.summary], [articles[2].reading.article.id, developments[0].summary]);
  assert.deepEqual(desk.errors, []);
});

check('the audit log and old sessions go by their age', async ({ worker, store, setMinute }) => {
  const user = madeUser('ida');
  await store.saveUser(user);
  const day = 24 * 60;
  setMinute(100 * day);
  for (const days of [5, 40, 95]) {
    await store.recordAudit(madeAudit(`au-${days}`, user, { at: at(days * day) }));
    await store.addSession(madeSession(`${days}`, user, { made: at(days * day) }));
  }
  const old = worker({}, { auditDays: 90, sessionDays: 50 });
  const running = old.run();
  while ((await store.listSessions(user.id)).length > 1) await new Promise((resolve) => setTimeout(resolve, 20));
  await old.stop();
  await running;
  const { rows } = await store.listAudit({ cursor: null, limit: 9 });
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['au-95', 'au-40'],
  );
});
