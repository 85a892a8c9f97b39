import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { asFailure, isOutage } from '../../src/failures.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at } from '../made.ts';
import { mountSmallDisk, whyNoSmallDisk } from '../store/small-disk.ts';
import { wirePages } from './wire.ts';

test('a desk whose disk is full rests, says so, uses up no try, and goes on when there is room', {
  skip: whyNoSmallDisk() ?? false,
  timeout: 60_000,
}, async () => {
  const disk = mountSmallDisk(16);
  const store = openSqliteStore({ file: join(disk.folder, 'watchfloor.sqlite'), matches: matchQuery });
  const archive = openPageArchive({ folder: join(disk.folder, 'pages') });
  const told: string[] = [];
  const note = (_: object, what: string) => told.push(what);
  const pages = wirePages(60);
  try {
    await receivePages(pages.slice(0, 12), store, archive);
    await store.queueFetches(pages.slice(12).map(({ url, hint }) => ({ url: url!, sourceId: null, hint, due: at(0) })));
    const worker = createWorker({
      store,
      archive,
      now: () => at(10_000),
      limits: { pageTriesMax: 1, fetchTriesMax: 1, outageSeconds: 0, idleSeconds: 0.05 },
      log: { info: note, error: note },
      ports: {
        fetchPage: async ({ url }) => {
          const page = pages.find((one) => one.url === url)!;
          return { ...page, finalUrl: url, headers: page.headers! };
        },
      },
    });
    disk.fill(0);
    const running = worker.run();
    while (worker.paused() === null) await pause(50);
    assert.equal(worker.paused()!.code, 'disk-full');
    // Whoever hands over a page is told too: it was not accepted.
    await assert.rejects(receivePages(wirePages(61).slice(60), store, archive), (error) => isOutage(asFailure(error)));
    await pause(500);
    assert.notEqual(worker.paused(), null);
    disk.free();
    for (let tries = 0; (await store.counts()).articles < pages.length && tries < 400; tries++) await pause(50);
    await worker.stop();
    await running;
    const { articles, pagesFailed, fetchesWaiting } = await store.counts();
    assert.deepEqual([articles, pagesFailed, fetchesWaiting], [pages.length, 0, 0]);
    assert.deepEqual(await store.listFailures(9), []);
    assert.match(told.join(' '), /work pauses: The disk of the data folder is full.*work goes on/);
  } finally {
    await archive.close();
    await store.close();
    disk.unmount();
  }
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
