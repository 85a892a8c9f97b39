import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openPageArchive } from '../../src/store/pages.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at, madeWatch, seeded } from '../made.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../store/postgres-server.ts';
import { wirePages, wireQuery } from './wire.ts';

const pageCount = 60;
/** More by the environment, for a long run. */
const killsWanted = Number(process.env.WATCHFLOOR_TEST_KILLS ?? 10);

describe('several workers on one PostgreSQL', { skip: whyNoPostgres() ?? false }, () => {
  let server: PostgresServer;
  let folder: string;
  before(async () => {
    server = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'watchfloor-many-'));
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const killed =
    'killed one after another in the midst of every stage, and the server with them, they lose no page and tell nothing twice';
  test(killed, { timeout: 60_000 + killsWanted * 10_000 }, async () => {
    const calm = await undisturbed(join(folder, 'calm'));
    assert.ok(calm.alerts.length > 3 && calm.developments.length > 10);

    const url = server.freshUrl();
    const store = await openPostgresStore({ url, matches: matchQuery });
    const archive = openPageArchive({ folder: join(folder, 'pages') });
    await store.saveWatch({ ...madeWatch('wa-1', wireQuery), channels: ['receiver'] });
    const pages = wirePages(pageCount);
    const workers = Array.from({ length: 3 }, () => startWorker(folder, url));
    const random = seeded(20_310_505);
    let accepted = 0;
    for (let kill = 0; kill < killsWanted; kill++) {
      // Pages go on coming in, whatever happens to those who work on them.
      for (const until = Math.ceil((pageCount * (kill + 1)) / killsWanted); accepted < until; accepted += 2)
        await receivePages(pages.slice(accepted, Math.min(accepted + 2, pageCount)), store, archive);
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 600));
      const victim = Math.floor(random() * workers.length);
      await end(workers[victim], 'SIGKILL');
      workers[victim] = startWorker(folder, url);
      if (kill !== Math.floor(killsWanted / 2)) continue;
      await server.kill();
      await server.start();
    }
    await allDone(store);
    for (const worker of workers) await end(worker, 'SIGTERM');

    const rough = await whatIsThere(store);
    assert.deepEqual(rough.articles, calm.articles, 'a page was lost, or placed elsewhere');
    assert.deepEqual(rough.developments, calm.developments);
    assert.deepEqual(rough.alerts, calm.alerts, 'an alert was lost or doubled');
    // Every alert went out, and always in the same message: a receiver that keeps ids tells nothing twice.
    const messages = new Set(readFileSync(join(folder, 'received'), 'utf8').trim().split('\n'));
    assert.equal(messages.size, calm.alerts.length);
    assert.deepEqual(
      new Set([...messages].map((message) => message.split(' ')[1])),
      new Set(calm.alerts.map(({ id }) => id)),
    );
    archive.close();
    await store.close();
  });
});

function startWorker(folder: string, url: string): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'many.child.ts'), folder, url], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return child;
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function allDone(store: Store): Promise<void> {
  for (;;) {
    const { pagesWaiting } = await store.counts();
    if (pagesWaiting === 0 && (await store.deliveriesDue(at(20_000), 1)).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What one process makes of the same pages when nothing goes wrong. */
async function undisturbed(folder: string) {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const archive = openPageArchive({ folder });
  await store.saveWatch({ ...madeWatch('wa-1', wireQuery), channels: ['receiver'] });
  await receivePages(wirePages(pageCount), store, archive);
  await createWorker({
    store,
    archive,
    now: () => at(10_000),
    log: { info: () => undefined, error: (fields, what) => assert.fail(`${what} ${JSON.stringify(fields)}`) },
  }).drain();
  const there = await whatIsThere(store);
  archive.close();
  await store.close();
  return there;
}

async function whatIsThere(store: Store) {
  const articles = await store.articlesSince(at(0), null, 1_000);
  const developments = await store.listDevelopments({
    watchId: null,
    kinds: [],
    after: null,
    before: null,
    limit: 999,
  });
  const alerts = await store.listAlerts({ watchId: null, state: null, before: null, limit: 999 });
  return {
    articles: articles.map(({ page, reading, placement }) => ({ page: page.id, reading, placement })),
    developments: developments.map((row) => row.development),
    alerts: alerts.map((row) => row.alert),
  };
}
