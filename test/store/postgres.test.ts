import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { sampleArchive } from '../../src/cli/sample.ts';
import { readPage } from '../../src/pipeline.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { takePostgresLeases } from '../../src/store/postgres/lease.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at, madePage, madeReading, madeResults } from '../made.ts';
import { face } from './face.ts';
import { peopleCases } from './people.cases.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres-server.ts';
import { storeCases } from './store.cases.ts';

describe('PostgreSQL', { skip: whyNoPostgres() ?? false }, () => {
  let server: PostgresServer;
  const open = (url = server.freshUrl()) => openPostgresStore({ url, matches: matchQuery, now: () => at(600) });
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  storeCases('postgres', open);
  peopleCases('postgres', open);

  test('the sample archive comes out the same as on SQLite, to the byte of its JSON', async () => {
    const onSqlite = await sampleOn(openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => at(600) }));
    const onPostgres = await sampleOn(await open());
    assert.ok(onSqlite.length > 100_000);
    assert.equal(onPostgres, onSqlite);
  });

  test('what was stored is there when it is opened again, and two may open it at once', async () => {
    const url = server.freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    await stores[0].acceptPage(madePage('a'));
    for (const store of stores) await store.close();
    const again = await open(url);
    assert.deepEqual(await again.getPage(madePage('a').id), madePage('a'));
    await again.close();
  });

  test('a schema of a newer version is refused, untouched, with what to do', async () => {
    const url = server.freshUrl();
    await (await open(url)).close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('UPDATE watchfloor_version SET version = 9999');
    await client.end();
    await assert.rejects(open(url), { code: 'database-newer', advice: /Start the newer Watchfloor/ });
  });

  test('articles lie in a partition of their month', async () => {
    const url = server.freshUrl();
    const store = await open(url);
    for (const received of ['2030-12-31T23:59:59.999Z', '2031-01-01T00:00:00.000Z']) {
      const page = madePage(received, 0, { received });
      await store.acceptPage(page);
      await store.savePageResults(madeResults(page, madeReading(page)));
    }
    await store.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      'SELECT tableoid::regclass::text AS part, received FROM article ORDER BY received',
    );
    await client.end();
    assert.deepEqual(
      rows.map((row) => row.part),
      ['article_2030_12', 'article_2031_01'],
    );
  });

  test('claims of many at once hand out every page once', async () => {
    const url = server.freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url), open(url)]);
    await stores[0].acceptPages(Array.from({ length: 200 }, (_, number) => madePage(`p${number}`, number)));
    const claimed: string[] = [];
    await Promise.all(
      stores.map(async (store) => {
        for (;;) {
          const claims = await store.claimPages(at(300), 7, 60);
          if (claims.length === 0) return;
          claimed.push(...claims.map(({ page }) => page.id));
        }
      }),
    );
    assert.equal(claimed.length, 200);
    assert.equal(new Set(claimed).size, 200);
    for (const store of stores) await store.close();
  });

  test('a lease is held by one, free when its connection breaks, and asked for again by who lost it', async () => {
    const url = server.freshUrl();
    const stages = ['place', 'send'] as const;
    const first = await takePostgresLeases(url, stages, false);
    assert.ok(first !== null);
    assert.ok(first.held() && first.held('place') && !first.held('poll'));
    assert.equal(await takePostgresLeases(url, ['send', 'tidy'], false), null, 'all are taken or none');
    const standing = await takePostgresLeases(url, ['send', 'tidy'], true);
    assert.deepEqual([standing?.held('send'), standing?.held('tidy')], [false, true]);
    const other = await takePostgresLeases(server.freshUrl(), stages, false);
    assert.ok(other !== null, 'another desk on the same server has its own');
    await other.release();
    await breakConnections(url);
    await until(() => !first.held('place'));
    // Both ask again; each lease goes to one of them.
    await until(() => first.held('place') && (first.held('send') || standing!.held('send')));
    assert.notEqual(first.held('send'), standing!.held('send'));
    await first.release();
    await until(() => standing!.held());
    await standing!.release();
    const third = await takePostgresLeases(url, stages, false);
    assert.ok(third !== null);
    await third.release();
  });

  test('a server killed and started again: what was accepted is there, and the store goes on', async () => {
    const store = await open();
    await store.acceptPage(madePage('before'));
    await server.kill();
    await assert.rejects(store.acceptPage(madePage('while')), { code: 'database-away', retry: 'later' });
    await server.start();
    assert.equal(await store.acceptPage(madePage('while')), true);
    assert.equal((await store.counts()).pages, 2);
    await store.close();
  });

  test('a page under way when the server goes away loses no try, and is done when it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-away-'));
    const store = await open();
    const archive = openPageArchive({ folder });
    const messages: string[] = [];
    const say = (_: object, message: string) => messages.push(message);
    let reading: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      reading = resolve;
    });
    let goOn: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const worker = createWorker({
      store,
      archive,
      now: () => new Date().toISOString(),
      log: { info: say, error: say },
      ports: {
        reader: {
          atOnce: 1,
          async read(page, content) {
            reading();
            await gone;
            return readPage(page, content);
          },
        },
      },
      // One try is all that the page has, and its lease would hold it for a week.
      limits: { pageTriesMax: 1, leaseSeconds: 7 * 86_400, outageSeconds: 0.05, idleSeconds: 0.02 },
    });
    try {
      const content = new TextEncoder().encode('<p>The lighthouse was sold to a choir.</p>');
      const { stored: _, ...page } = madePage('away', 0);
      await receivePages([{ ...page, content, headers: null }], store, archive);
      const running = worker.run();
      await begun;
      await server.kill();
      goOn();
      while (worker.paused() === null) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.equal(worker.paused()?.code, 'database-away');
      await server.start();
      while (worker.paused() !== null || (await store.counts()).pagesWaiting > 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await worker.stop();
      await running;
      assert.deepEqual(await store.listFailures(9), []);
      assert.equal((await store.counts()).articles, 1);
      assert.deepEqual(messages, ['work pauses: The PostgreSQL server does not answer', 'work goes on']);
    } finally {
      await archive.close();
      await store.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('a server whose connections are all taken is told as that', async () => {
    const url = server.freshUrl();
    const owner = new pg.Client(url);
    const first = new pg.Client(url.replace('watch@', 'crowded@'));
    await owner.connect();
    try {
      await owner.query('CREATE ROLE crowded LOGIN CONNECTION LIMIT 1');
      await first.connect();
      await assert.rejects(open(url.replace('watch@', 'crowded@')), {
        code: 'database-away',
        message: 'The PostgreSQL server has no connection left',
      });
    } finally {
      await first.end();
      await owner.end();
    }
  });

  test('an address that lets nobody in is told in words, without its password', async () => {
    const wrong = server.freshUrl().replace('watch@/postgres', 'watch:a-secret@/no_such_database');
    await assert.rejects(open(wrong), (error: Error) => {
      assert.match(error.message, /does not let Watchfloor in/);
      assert.doesNotMatch(JSON.stringify(error) + error.message, /a-secret/);
      return true;
    });
  });
});

/** Looks until it is so, for some seconds. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(isSo());
}

/** The sample archive read in, and all that can be asked of it. */
async function sampleOn(store: Store): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-sample-'));
  const archive = openPageArchive({ folder });
  const now = () => '2031-06-01T12:00:00.000Z';
  try {
    await sampleArchive(store, archive, now).load();
    const worker = createWorker({ store, archive, now, log: { info: () => undefined, error: assert.fail } });
    assert.equal((await worker.drain()).failed, 0);
    return await face(store);
  } finally {
    await archive.close();
    rmSync(folder, { recursive: true });
  }
}

/** As when the network goes away: the server ends the connections that hold leases. */
async function breakConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'watchfloor leases'`,
  );
  await client.end();
}
