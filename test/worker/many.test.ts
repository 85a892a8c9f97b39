import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { asFailure } from '../../src/failures.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at, madeWatch, seeded } from '../made.ts';
import { alertsIn, developmentsIn } from '../store/face.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../store/postgres-server.ts';
import { openWire } from '../store/wire.ts';
import { wirePages, wireQuery } from './wire.ts';

const pageCount = 60;
/** More by the environment, for a long run. */
const killsWanted = Number(process.env.WATCHFLOOR_TEST_KILLS ?? 10);
const longTime = { timeout: 90_000 + killsWanted * 10_000 };

describe('several workers on one PostgreSQL', { skip: whyNoPostgres() ?? false }, () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(async () => {
    await server.stop();
  });

  test('killed one after another in the midst of every stage, and the server with them', longTime, async () => {
    const random = seeded(20_310_505);
    const url = server.freshUrl();
    await throughTrouble({ url, workers: [url, url, url], rounds: killsWanted }, async (round, workers) => {
      await pause(200 + random() * 600);
      const victim = Math.floor(random() * workers.length);
      await workers[victim].end('SIGKILL');
      workers[victim].start();
      if (round !== Math.floor(killsWanted / 2)) return;
      await server.kill();
      await server.start();
    });
  });

  test('cut off from the server without being told, and back', longTime, async () => {
    const wire = await openWire(server.folder);
    const url = server.freshUrl();
    // The first holds the leases, behind the wire.
    await throughTrouble({ url, workers: [wire.through(url), url], rounds: 5 }, async (round) => {
      await pause(400);
      if (round === 1 || round === 3) wire.cut();
      if (round === 3) await pause(11_000);
      if (round === 2 || round === 3) wire.heal();
    });
    await wire.close();
  });

  test('the server lost, and a synchronous standby in its place', longTime, async () => {
    const first = await startPostgres();
    const url = first.freshUrl();
    const wire = await openWire(first.folder);
    const second = await first.standby();
    const by = wire.through(url);
    await throughTrouble({ url: by, workers: [by, by], rounds: 4 }, async (round) => {
      await pause(500);
      if (round !== 2) return;
      await first.kill();
      await second.promote();
      wire.turnTo(second.folder);
    });
    await wire.close();
    await second.stop();
    await first.stop();
  });

  test('with clocks that step by an hour, forwards and back', longTime, async () => {
    const url = server.freshUrl();
    await throughTrouble({ url, workers: [url, url], rounds: 5, clocksStep: true }, async (round, _, setClock) => {
      setClock([60, 0, -60, 0, 120][round]);
      await pause(400);
    });
  });

  test('beside a newer version, which adds to the schema while they work', longTime, async () => {
    const url = server.freshUrl();
    await throughTrouble({ url, workers: [url, url], rounds: 4 }, async (round) => {
      await pause(400);
      if (round !== 1) return;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`
        ALTER TABLE page ADD COLUMN of_a_later_version text;
        CREATE TABLE of_a_later_version (page_number bigint REFERENCES page ON DELETE CASCADE);
        CREATE INDEX of_a_later_index ON article (site);
        UPDATE watchfloor_version SET version = version + 1`);
      await client.end();
    });
    await assert.rejects(openPostgresStore({ url, matches: matchQuery }), { code: 'database-newer' });
  });

  interface Trouble {
    /** How the pages come in. */
    readonly url: string;
    /** How each worker reaches the database. */
    readonly workers: readonly string[];
    readonly rounds: number;
    readonly clocksStep?: boolean;
  }

  /**
   * Pages come in round by round while trouble is made; in the end all must be as if there had been none: no page lost or
   * placed elsewhere, no alert lost or told twice.
   */
  async function throughTrouble(
    { url, workers: addresses, rounds, clocksStep = false }: Trouble,
    trouble: (round: number, workers: readonly WorkerProcess[], setClock: (minutes: number) => void) => Promise<void>,
  ): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-many-'));
    const calm = await undisturbed(join(folder, 'calm'));
    assert.ok(calm.alerts.length > 3 && calm.developments.length > 10);
    const store = await openPostgresStore({ url, matches: matchQuery });
    const archive = openPageArchive({ folder: join(folder, 'pages') });
    await store.saveWatch({ ...madeWatch('wa-1', wireQuery), channels: ['receiver'] });
    const pages = wirePages(pageCount);
    const workers = addresses.map((address) => new WorkerProcess(folder, address));
    try {
      for (const worker of workers) worker.start();
      let accepted = 0;
      for (let round = 0; round < rounds; round++) {
        for (const until = Math.ceil((pageCount * (round + 1)) / rounds); accepted < until; accepted += 2) {
          const two = pages.slice(accepted, Math.min(accepted + 2, pageCount));
          // Who is not told that a page was accepted sends it again.
          await untilDone(() => receivePages(two, store, archive));
        }
        await trouble(round, workers, (minutes) => writeFileSync(join(folder, 'clock'), String(minutes)));
      }
      await untilDone(() => allDone(store));
    } finally {
      for (const worker of workers) await worker.end('SIGTERM');
    }
    const rough = await whatIsThere(store);
    assert.deepEqual(rough.articles, calm.articles, 'a page was lost, or placed elsewhere');
    assert.deepEqual(rough.developments, calm.developments);
    const told = (alerts: typeof calm.alerts) => (clocksStep ? alerts.map((alert) => ({ ...alert, at: '' })) : alerts);
    assert.deepEqual(sorted(told(rough.alerts)), sorted(told(calm.alerts)), 'an alert was lost or doubled');
    // Every alert went out, and always in the same message: a receiver that keeps ids tells nothing twice.
    const messages = new Set(readFileSync(join(folder, 'received'), 'utf8').trim().split('\n'));
    assert.equal(messages.size, calm.alerts.length);
    assert.deepEqual(
      new Set([...messages].map((message) => message.split(' ')[1])),
      new Set(calm.alerts.map(({ id }) => id)),
    );
    await archive.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const sorted = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Asks again while the database is away. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (asFailure(error).code !== 'database-away') throw error;
      await pause(100);
    }
  }
}

/** A worker in a process of its own. */
class WorkerProcess {
  readonly #folder: string;
  readonly #url: string;
  #child: ChildProcess | null = null;

  constructor(folder: string, url: string) {
    this.#folder = folder;
    this.#url = url;
  }

  start(): void {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, 'many.child.ts'), this.#folder, this.#url], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'watchfloor-compiled') },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    return new Promise((resolve) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }
}

async function allDone(store: Store): Promise<void> {
  for (const began = performance.now(); ; ) {
    const { pagesWaiting, pagesRead, pagesFailed } = await store.counts();
    const due = await store.deliveriesDue(at(20_000), 9);
    if (pagesWaiting === 0 && due.length === 0) return;
    if (performance.now() - began > 80_000)
      assert.fail(
        `it does not end: ${JSON.stringify({ pagesWaiting, pagesRead, pagesFailed, due, failures: await store.listFailures(9) })}`,
      );
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
  await archive.close();
  await store.close();
  return there;
}

async function whatIsThere(store: Store) {
  const articles = await store.articlesSince(at(0), null, 1_000);
  return {
    articles: articles.map(({ page, reading, placement }) => ({ page: page.id, reading, placement })),
    developments: await developmentsIn(store),
    alerts: await alertsIn(store),
  };
}
