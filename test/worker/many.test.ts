import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { asFailure, type Failure, isOutage } from '../../src/failures.ts';
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
import { mountSmallDisk, whyNoSmallDisk } from '../store/small-disk.ts';
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
    await throughTrouble({ url, workers: [url, url, url], rounds: killsWanted }, async (round, { workers }) => {
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
    await throughTrouble({ url, workers: [url, url], rounds: 5, clocksStep: true }, async (round, { setClock }) => {
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

  const ofDisk = { skip: whyNoSmallDisk() ?? false, ...longTime };

  test('with the disk of its tables full, and room again', ofDisk, async () => {
    const disk = mountSmallDisk(60, server.folder);
    const url = server.freshUrl(disk.folder);
    try {
      await throughTrouble({ url, workers: [url, url], rounds: 4, pageTriesMax: 1 }, async (round, { saying }) => {
        if (round !== 0) return;
        await pause(400);
        disk.fill(200_000);
        return saying(/work pauses: The disk of the PostgreSQL server is full/, async () => disk.free());
      });
    } finally {
      disk.unmount();
    }
  });

  test('with the disk of its log full, which ends the server, and started again with room', ofDisk, async () => {
    const disk = mountSmallDisk(90);
    const small = await startPostgres(disk.folder);
    const url = small.freshUrl();
    try {
      await throughTrouble({ url, workers: [url, url], rounds: 4 }, async (round, { saying }) => {
        if (round !== 0) return;
        await pause(400);
        disk.fill(0);
        return saying(
          /work pauses: The (disk of the PostgreSQL server is full|PostgreSQL server does not answer)/,
          async () => {
            disk.free();
            await small.kill();
            await small.start();
          },
        );
      });
    } finally {
      await small.stop();
      disk.unmount();
    }
  });

  test('with the disk of the page folder full, and room again', ofDisk, async () => {
    const disk = mountSmallDisk(2);
    const url = server.freshUrl();
    const met = new Set<string>();
    const onOutage = ({ code }: Failure) => {
      met.add(code);
      // Nothing is accepted until then: the bytes of a page are kept first.
      setTimeout(disk.free, 1_000);
    };
    try {
      await throughTrouble({ url, workers: [url], rounds: 4, pagesIn: disk.folder, onOutage }, async (round) => {
        if (round === 0) disk.fill(0);
      });
      assert.deepEqual([...met], ['disk-full']);
    } finally {
      disk.unmount();
    }
  });

  interface Trouble {
    /** How the pages come in. */
    readonly url: string;
    /** How each worker reaches the database. */
    readonly workers: readonly string[];
    readonly rounds: number;
    readonly clocksStep?: boolean;
    /** The folder of the pages, where it is not beside the rest. */
    readonly pagesIn?: string;
    /** How often a page may be tried: what is of the disk must use up none of them. */
    readonly pageTriesMax?: number;
    /** Told of what kept pages from being accepted. */
    readonly onOutage?: (failure: Failure) => void;
  }

  /**
   * Pages come in round by round while trouble is made; in the end all must be as if there had been none: no page lost or
   * placed elsewhere, no alert lost or told twice.
   */
  async function throughTrouble(
    { url, workers: addresses, rounds, clocksStep = false, pagesIn, pageTriesMax = 1_000, onOutage }: Trouble,
    trouble: (round: number, means: Means) => Promise<void>,
  ): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-many-'));
    const pagesFolder = pagesIn ?? join(folder, 'pages');
    const calm = await undisturbed(join(folder, 'calm'));
    assert.ok(calm.alerts.length > 3 && calm.developments.length > 10);
    const store = await openPostgresStore({ url, matches: matchQuery });
    const archive = openPageArchive({ folder: pagesFolder });
    await store.saveWatch({ ...madeWatch('wa-1', wireQuery), channels: ['receiver'] });
    const pages = wirePages(pageCount);
    const workers = addresses.map((address) => new WorkerProcess([folder, address, pagesFolder, String(pageTriesMax)]));
    const heard: Promise<void>[] = [];
    const means: Means = {
      workers,
      setClock: (minutes) => writeFileSync(join(folder, 'clock'), String(minutes)),
      async saying(what, then) {
        heard.push(heardIn(join(folder, 'told'), what).then(then));
      },
    };
    try {
      for (const worker of workers) worker.start();
      await heardIn(join(folder, 'up'), new RegExp(`^(\\d+\\n){${workers.length}}$`));
      let accepted = 0;
      for (let round = 0; round < rounds; round++) {
        for (const until = Math.ceil((pageCount * (round + 1)) / rounds); accepted < until; accepted += 2) {
          const two = pages.slice(accepted, Math.min(accepted + 2, pageCount));
          // Who is not told that a page was accepted sends it again.
          await untilDone(() => receivePages(two, store, archive), onOutage);
        }
        await trouble(round, means);
      }
      await Promise.all(heard);
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

/** What trouble is made with. */
interface Means {
  readonly workers: readonly WorkerProcess[];
  setClock(minutes: number): void;
  /** Once a worker says so, it is ended; pages come in meanwhile. */
  saying(what: RegExp, then: () => Promise<void>): Promise<void>;
}

async function heardIn(file: string, what: RegExp): Promise<void> {
  for (const began = performance.now(); ; await pause(50)) {
    if (existsSync(file) && what.test(readFileSync(file, 'utf8'))) return;
    // What waits for it must go on all the same, and fail by itself.
    if (performance.now() - began > 60_000) throw new Error(`${file} never said ${what}`);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const sorted = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Asks again while nothing can be stored. */
async function untilDone<T>(work: () => Promise<T>, onOutage?: (failure: Failure) => void): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const failure = asFailure(error);
      if (!isOutage(failure)) throw error;
      onOutage?.(failure);
      await pause(100);
    }
  }
}

/** A worker in a process of its own. */
class WorkerProcess {
  readonly #arguments: readonly string[];
  #child: ChildProcess | null = null;

  /** Those of `many.child.ts`. */
  constructor(given: readonly string[]) {
    this.#arguments = given;
  }

  start(): void {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, 'many.child.ts'), ...this.#arguments], {
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
