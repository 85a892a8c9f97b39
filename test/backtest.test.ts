import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Backtest, backtest } from '../src/backtest.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { matchQuery, parseQuery } from '../src/watches/watches.ts';
import { at, madeLead, madePage, madeReading, madeResults } from './made.ts';

/** A store with articles a minute apart: each tells of a harbour, every tenth of a lighthouse; every fifth is a copy. */
async function filled(count: number): Promise<Store> {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  for (let minute = 0; minute < count; minute++) {
    const page = madePage(`page-${minute}`, minute);
    await store.acceptPage(page);
    const leads = minute === 3 ? [madeLead('Comet seen over the bay')] : [];
    const body = minute % 10 === 0 ? 'The harbour has a new lighthouse.' : 'The harbour is quiet.';
    const results = madeResults(page, madeReading(page, { body }, { leads }));
    const copy = minute % 5 === 4;
    await store.savePageResults(copy ? { ...results, developments: [] } : results);
  }
  return store;
}

async function* run(store: Store, query: string): AsyncGenerator<Backtest> {
  const { tree } = parseQuery(query);
  assert.ok(tree !== null, query);
  yield* backtest(store, { query: tree, watch: { kinds: [], independentMin: 0 }, now: at(24 * 60), days: 30 });
}

async function whole(store: Store, query: string): Promise<Backtest> {
  let last: Backtest | null = null;
  for await (const so of run(store, query)) last = so;
  return last!;
}

test('alerts are counted once an article that brought something, beside every page a plain tool would give', async () => {
  const store = await filled(250);
  const harbour = await whole(store, 'harbour OR comet OR "sea serpent"');
  assert.deepEqual(
    [harbour.alerts, harbour.plain, harbour.looked, harbour.of, harbour.done, harbour.never],
    [
      200,
      250,
      250,
      250,
      true,
      [
        [11, 16],
        [20, 33],
      ],
    ],
  );
  assert.equal(harbour.last.length, 10);
  assert.deepEqual(
    [harbour.last[0].at, harbour.last[0].matched.map((one) => one.text)],
    [at(248), ['Harbour', 'harbour']],
  );
  const comet = await whole(store, 'comet');
  assert.deepEqual(
    [comet.alerts, comet.plain, comet.last],
    [0, 1, []],
    'a plain tool fires on the lists around a text',
  );
  assert.equal((await whole(store, 'title:harbour AND lighthouse')).alerts, 25);
  await store.close();
});

test('days are counted back from the newest article: an archive that takes nothing in any more is tried all the same', async () => {
  const store = await filled(20);
  const { tree } = parseQuery('harbour');
  const found = async (now: string, days: number) => {
    let last: Backtest | null = null;
    for await (const so of backtest(store, { query: tree!, watch: { kinds: [], independentMin: 0 }, now, days }))
      last = so;
    return [last!.looked, last!.alerts];
  };
  assert.deepEqual(await found(at(0).replace(/^\d{4}/, '2099'), 30), [20, 16], 'decades later');
  assert.deepEqual(await found(at(0), 30), [20, 16], 'a clock that is behind counts from its own now');
  const few = 5 / (24 * 60);
  assert.deepEqual(await found(at(24 * 60), few), [6, 4]);
  await store.close();
});

test('it says how far it is, newest first, and can be left at any point', async () => {
  const store = await filled(250);
  const steps: Backtest[] = [];
  for await (const so of run(store, 'lighthouse')) steps.push(so);
  assert.deepEqual(
    steps.map(({ looked, of, done }) => [looked, of, done]),
    [
      [100, 250, false],
      [200, 250, false],
      [250, 250, true],
    ],
  );
  for await (const so of run(store, 'lighthouse')) {
    assert.deepEqual([so.alerts, so.last[0].at], [10, at(240)]);
    break;
  }
  await store.close();
});

test('an empty archive is done at once', async () => {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const { looked, of, done, alerts, plain } = await whole(store, 'harbour');
  assert.deepEqual([looked, of, done, alerts, plain], [0, 0, true, 0, 0]);
  await store.close();
});
