import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Delivery, Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { createNotes } from '../../src/worker/notes.ts';
import { createSending, type SendPort } from '../../src/worker/sending.ts';
import { at, madePage, madeResults, madeWatch } from '../made.ts';

interface Desk {
  readonly store: Store;
  /** Alerts of every message that went out, carrier first, and the ids of the messages. */
  readonly sent: string[][];
  readonly ids: string[];
  setMinute(minute: number): void;
  due(count: number, change?: Partial<Delivery>): Promise<Delivery[]>;
  /** One life of a worker: what it remembers of earlier messages is its own. */
  life(port?: Partial<SendPort>): () => Promise<boolean>;
}

/** A store with deliveries of alerts that are there, and a clock that stands still until it is set. */
function check(name: string, work: (desk: Desk) => Promise<void>): void {
  test(name, async () => {
    const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
    let minute = 0;
    const now = () => at(minute);
    const page = madePage('a');
    await store.acceptPage(page);
    await store.saveWatch(madeWatch('wa-1', 'x'));
    const results = madeResults(page);
    const alerts = Array.from({ length: 300 }, (_, number) => ({
      id: `al-${String(number).padStart(3, '0')}`,
      watchId: 'wa-1',
      storyId: results.story!.id,
      articleId: results.reading.article.id,
      developmentIds: [],
      at: at(0),
      summary: 'x',
      matched: [],
    }));
    await store.savePageResults({ ...results, alerts });
    let made = 0;
    const sent: string[][] = [];
    const ids: string[] = [];
    const desk: Desk = {
      store,
      sent,
      ids,
      setMinute: (value) => {
        minute = value;
      },
      async due(count, change = {}) {
        const deliveries = Array.from({ length: count }, (): Delivery => {
          const id = `de-${String(made).padStart(3, '0')}`;
          const alertId = alerts[made++].id;
          return {
            id,
            alertId,
            watchId: 'wa-1',
            channel: 'post',
            state: 'due',
            tries: 0,
            due: now(),
            failure: null,
            ...change,
          };
        });
        await store.saveDeliveries(deliveries);
        return deliveries;
      },
      life(port = {}) {
        const sending = createSending({
          store,
          now,
          port: {
            async send({ id, alertId, folded = [] }) {
              ids.push(id);
              sent.push([alertId, ...folded]);
            },
            folds: async () => true,
            ...port,
          },
          notes: createNotes({}, () => 0),
          limits: { sendTriesMax: 3, sendsPerClaim: 500, leaseSeconds: 60, foldSeconds: 300 },
          retryAt: (tries) => at(minute + tries),
        });
        return () => sending.sendDue(() => false);
      },
    };
    try {
      await work(desk);
    } finally {
      await store.close();
    }
  });
}

check('alerts due together go out as one message', async ({ due, life, sent, store }) => {
  await due(5);
  const round = life();
  assert.equal(await round(), true);
  assert.equal(await round(), false);
  assert.deepEqual(
    sent.map((one) => one.length),
    [5],
  );
  assert.equal((await store.getDelivery('de-000'))?.state, 'sent');
  assert.equal((await store.getDelivery('de-004'))?.state, 'folded');
});

check('one message an alert where a channel does not fold, and one a watch and channel where it does', async (desk) => {
  await desk.due(2, { channel: 'hook' });
  await desk.due(2, { watchId: 'wa-2' });
  await desk.due(2, { channel: 'other' });
  await desk.due(2);
  await desk.life({ folds: async (channel) => channel !== 'hook' })();
  assert.deepEqual(desk.sent.map((one) => one.length).sort(), [1, 1, 2, 2, 2]);
});

check('a burst: the first at once, what follows within minutes together', async ({ due, life, sent, setMinute }) => {
  const round = life();
  await due(1);
  await round();
  for (const minute of [1, 2, 3, 4]) {
    setMinute(minute);
    await due(3);
    await round();
  }
  assert.deepEqual(
    sent.map((one) => one.length),
    [1],
  );
  setMinute(5);
  await round();
  assert.deepEqual(
    sent.map((one) => one.length),
    [1, 12],
  );
  assert.equal(new Set(sent.flat()).size, 13);
});

check('no message grows without end', async ({ due, life, sent }) => {
  await due(250);
  await life()();
  assert.equal(sent[0].length, 100);
});

check('what fails keeps its alerts and its id, waits, is given up, and can be sent again', async (desk) => {
  const { store, due, setMinute, sent, ids } = desk;
  await due(2);
  const tried: string[][] = [];
  const fail: Partial<SendPort> = {
    async send({ alertId, folded = [] }) {
      tried.push([alertId, ...folded]);
      throw new Failure('timeout', 'No answer', { retry: 'later', advice: 'Look there.' });
    },
  };
  const round = desk.life(fail);
  await round();
  await due(1);
  setMinute(1);
  await desk.life()();
  assert.deepEqual(tried, [['al-000', 'al-001']]);
  // The message that failed takes nothing on; the alert that came meanwhile goes out by itself.
  assert.deepEqual(sent.toSorted(), [['al-000', 'al-001'], ['al-002']]);
  const again = await due(1, { tries: 2 });
  setMinute(5);
  await round();
  const [failed] = await store.failedDeliveries(9);
  assert.deepEqual([failed.id, failed.state, failed.failure?.code], [again[0].id, 'failed', 'timeout']);
  await store.saveDelivery({ ...failed, state: 'due', tries: 0, due: at(5) });
  await due(1);
  await desk.life()();
  assert.ok(ids.includes(failed.id));
  assert.deepEqual(
    sent.find(([first]) => first === failed.alertId),
    [failed.alertId],
  );
  assert.deepEqual(await store.failedDeliveries(9), []);
});

check('killed between sending and noting, the same message goes again under its id, and only that', async (desk) => {
  const { due, life, sent, ids, setMinute } = desk;
  await due(3);
  const killed = new Error('killed');
  const lost = life({
    async send({ id, alertId, folded = [] }) {
      ids.push(id);
      sent.push([alertId, ...folded]);
      // It went out, and then nothing more was written.
      desk.store.saveDelivery = () => Promise.reject(killed);
    },
  });
  const { saveDelivery } = desk.store;
  await assert.rejects(lost(), killed);
  desk.store.saveDelivery = saveDelivery;
  await due(2);
  const next = life();
  await next();
  setMinute(2);
  await next();
  setMinute(20);
  await next();
  assert.deepEqual(sent[0], ['al-000', 'al-001', 'al-002']);
  assert.equal(ids.filter((id) => id === ids[0]).length, 2);
  assert.deepEqual(
    sent.filter((_, number) => ids[number] === ids[0]),
    [sent[0], sent[0]],
  );
  assert.deepEqual(sent.filter((_, number) => ids[number] !== ids[0]).flat(), ['al-003', 'al-004']);
});

check('a channel that cannot be reached holds up no other, and one bad message none of the rest', async (desk) => {
  const { due, sent, setMinute, store } = desk;
  const folds = async () => false;
  const tried: string[] = [];
  let down = true;
  const round = desk.life({
    folds,
    async send({ id, alertId, channel }) {
      if (channel === 'dead') tried.push(id);
      if (channel === 'dead' && (down || alertId === 'al-000'))
        throw new Failure('timeout', 'No answer', { retry: 'later', advice: 'Look there.' });
      sent.push([alertId]);
    },
  });
  await due(4, { channel: 'dead' });
  await due(1, { channel: 'fine' });
  await round();
  assert.deepEqual([tried, sent], [['de-000'], [['al-004']]]);
  assert.equal((await store.getDelivery('de-001'))?.tries, 0);
  setMinute(1);
  await round();
  assert.deepEqual(tried, ['de-000', 'de-001']);
  down = false;
  setMinute(3);
  await round();
  assert.deepEqual(sent.flat().sort(), ['al-002', 'al-003', 'al-004']);
  setMinute(5);
  await round();
  assert.deepEqual(sent.flat().sort(), ['al-001', 'al-002', 'al-003', 'al-004']);
});
