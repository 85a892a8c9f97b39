import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '../../src/store/store.ts';
import { openDesk } from './desk.ts';

test('a long backtest goes on after the first answer, says how far it is, and can be stopped', async () => {
  const desk = await openDesk();
  const { store } = desk;
  const real = store.subjectsSince;
  let batches = 0;
  // Every batch is full and takes a while, as over a large archive.
  const slow: Store['subjectsSince'] = async (since) => {
    batches++;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found = await real.call(store, since, null, 100);
    return Array.from({ length: 100 }, (_, index) => found[index % found.length]);
  };
  Object.assign(store, { subjectsSince: slow, countArticlesSince: async () => 1_000_000 });
  const address = '/watches/new?query=ferry&name=x&preview=1';
  const first = await (await desk.get(address)).text();
  assert.match(first, /[\d,]+ of 1,000,000 articles, [\d,]+ a second, about [\d,]+ s left/);
  assert.match(first, /<progress max="1000000" value="\d+"/);
  const stop = /action="(\/backtests\/[\w-]+\/stop)"/.exec(first)?.[1] ?? '';
  assert.equal((await desk.post(stop, { back: address })).headers.get('location'), address);
  assert.match(await (await desk.get(address)).text(), /Stopped: looked at the newest [\d,]+ of 1,000,000 articles/);
  await new Promise((resolve) => setTimeout(resolve, 250));
  const stoppedAt = batches;
  await new Promise((resolve) => setTimeout(resolve, 250));
  assert.equal(batches, stoppedAt, 'nothing goes on behind it');
  assert.deepEqual(desk.errors, []);
});

test('a part of the query that never matched is shown', async () => {
  const desk = await openDesk();
  const text = await (await desk.get('/watches/new?query=ferry+OR+zeppelin&preview=1')).text();
  assert.match(text, /Never matched anything: <code>zeppelin<\/code>/);
  assert.doesNotMatch(text, /<progress/);
});

test('a backtest that fails says so each time it is asked for', async () => {
  const desk = await openDesk();
  Object.assign(desk.store, { subjectsSince: () => Promise.reject(new Error('no such table')) });
  for (const failures of [1, 2]) {
    assert.equal((await desk.get('/watches/new?query=ferry&preview=1')).status, 500);
    assert.equal(desk.errors.length, failures);
  }
});
