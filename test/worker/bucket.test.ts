import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../src/server/app.ts';
import type { BucketOptions } from '../../src/store/bucket.ts';
import { openPageObjects } from '../../src/store/page-objects.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at } from '../made.ts';
import { type ObjectServer, startObjectServer, whyNoObjectServer } from '../store/object-server.ts';
import { wirePages } from './wire.ts';

describe('pages in a bucket', { skip: whyNoObjectServer() ?? false, timeout: 60_000 }, () => {
  let server: ObjectServer;
  before(async () => {
    server = await startObjectServer();
  });
  after(async () => {
    await server.stop();
  });

  test('killed between an upload and its acceptance, nothing accepted is lost and the orphan goes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bucket-'));
    const options = server.freshBucket();
    assert.equal(await live(folder, options, 0, 4), 4);
    assert.equal(await live(folder, options, 4, null), 8);

    const store = openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery });
    const archive = await openPageObjects({ ...options, orphanSeconds: 0 });
    const objects = () => readdirSync(server.folderOf(options)).filter((name) => name.startsWith('pages-')).length;
    assert.equal(objects(), 5);
    assert.equal((await store.filesInUse()).length, 4);
    // `tidy` sweeps at its first turn.
    const worker = createWorker({ ...quiet, store, archive, stages: new Set(['tidy']) });
    const running = worker.run();
    for (let tries = 0; objects() > 4 && tries < 200; tries++) await pause(50);
    await worker.stop();
    await running;
    assert.equal(objects(), 4);
    const sent = wirePages(8);
    const accepted = await store.claimPages(at(20_000), 100, 1);
    assert.equal(accepted.length, 8);
    for (const [number, { page }] of accepted.entries())
      assert.deepEqual(Buffer.from((await archive.content(page))!), Buffer.from(sent[number].content));
    await archive.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('a bucket that goes away while pages are fetched and read costs none of them a try', async () => {
    const options = { ...server.freshBucket(), retriesMax: 0 };
    const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
    const archive = await openPageObjects({ ...options, gatherMilliseconds: 0 });
    const [first, second, ...more] = wirePages(8);
    await receivePages([first, second], store, archive);
    // As another process would find them: not in its memory.
    await archive.close();
    const fresh = await openPageObjects({ ...options, gatherMilliseconds: 0 });
    await store.queueFetches(more.map(({ url, hint }) => ({ url: url!, sourceId: null, hint, due: at(0) })));
    const told: string[] = [];
    const worker = createWorker({
      ...quiet,
      store,
      archive: fresh,
      limits: { outageSeconds: 0, idleSeconds: 0.05, pageTriesMax: 1, fetchTriesMax: 1 },
      log: { info: (_, message) => told.push(message), error: (_, message) => told.push(message) },
      ports: {
        fetchPage: async ({ url }) => {
          const page = more.find((one) => one.url === url)!;
          return { ...page, finalUrl: url, headers: page.headers! };
        },
      },
    });
    await server.kill();
    const running = worker.run();
    while (worker.paused() === null) await pause(50);
    assert.equal(worker.paused()!.code, 'pages-away');
    assert.match(told.join('\n'), /work pauses: The page archive s3:\/\/\S+ at 127\.0\.0\.1:\d+ does not answer/);
    await pause(300);
    // A desk in another process shows it too.
    const { app } = createApp(
      {
        store,
        pages: { content: async () => null },
        now: () => at(10_000),
        log: { info: () => undefined, error: () => undefined },
      },
      { names: [], password: null },
    );
    const shown = async () => (await app.request('http://127.0.0.1/', { headers: { host: '127.0.0.1' } })).text();
    assert.match(await shown(), /The page archive s3:[^<]* does not answer/);
    await server.start();
    for (let tries = 0; (await store.counts()).articles < 8 && tries < 300; tries++) await pause(50);
    const counts = await store.counts();
    await worker.stop();
    await running;
    assert.deepEqual(
      [counts.articles, counts.pagesFailed, counts.fetchesWaiting, await store.listFailures(9)],
      [8, 0, 0, []],
    );
    assert.equal(worker.paused(), null);
    assert.match(told.join('\n'), /work goes on/);
    assert.doesNotMatch(await shown(), /does not answer/);
    await fresh.close();
    await store.close();
  });
});

const quiet = {
  now: () => at(10_000),
  log: {
    info: () => undefined,
    error: (fields: object, what: string) => assert.fail(`${what} ${JSON.stringify(fields)}`),
  },
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs the process to its end, or to its kill; gives how many pages it said were accepted. */
async function live(folder: string, bucket: BucketOptions, first: number, killedAt: number | null): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bucket.child.ts'), folder, JSON.stringify(bucket), String(first), String(killedAt)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const [, signal] = await once(child, 'close');
  assert.equal(signal, killedAt === null ? null : 'SIGKILL');
  return Number(text.trim().split(' ').at(-1) ?? first);
}
