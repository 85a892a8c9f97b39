import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { sampleArchive } from '../../src/cli/sample.ts';
import { databaseName } from '../../src/store/backup.ts';
import { type MovingSide, moveDesk } from '../../src/store/move.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openPostgresMoving } from '../../src/store/postgres/moving.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteMoving } from '../../src/store/sqlite/moving.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { createWorker } from '../../src/worker.ts';
import { run } from '../cli/check.ts';
import { at, madeApiKey, madeAudit, madePage, madeReading, madeResults, madeUser, madeWatch } from '../made.ts';
import { face } from './face.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres-server.ts';

const now = () => '2031-06-01T12:00:00.000Z';

describe('a desk moves', { skip: whyNoPostgres() ?? false }, () => {
  let server: PostgresServer;
  let folder: string;
  before(async () => {
    server = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'watchfloor-move-'));
    await makeDesk(folder);
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test('from a file to PostgreSQL and back, the same to the byte of its JSON, and goes on there', async () => {
    const url = server.freshUrl();
    const place = `sqlite:${folder}`;
    const there = await run(['move', place, url]);
    assert.deepEqual([there.exit, there.err.includes('all rows')], [0, true], there.err);
    const before = await face(openFile(join(folder, databaseName)));
    const onServer = await openPostgresStore({ url, matches: matchQuery, now });
    // What comes after the move follows what came along.
    const next = madePage('after the move', 500);
    assert.equal(await face(onServer), before);
    const moved = await openPostgresStore({ url, matches: matchQuery, now });
    await moved.acceptPage(next);
    await moved.savePageResults(madeResults(next, madeReading(next)));
    assert.equal(
      (
        await moved.search({
          query: parseQuery('harbour').tree!,
          order: 'newest',
          limit: 5,
          cursor: null,
          facets: false,
        })
      ).total > 0,
      true,
    );
    await moved.close();

    const back = join(folder, 'back');
    assert.equal((await run(['move', url, `sqlite:${back}`])).exit, 0);
    assert.equal(
      await face(openFile(join(back, databaseName))),
      await face(await openPostgresStore({ url, matches: matchQuery, now })),
    );
  });

  test('broken off after any batch it goes on, and never into a desk that is there', async () => {
    const url = server.freshUrl();
    const file = join(folder, databaseName);
    for (const steps of [1, 4, 7]) {
      const [from, to] = [openSqliteMoving(file), await openPostgresMoving(url)];
      const moving = moveDesk(from, to);
      for (let step = 0; step < steps; step++) assert.equal((await moving.next()).done, false);
      await from.close();
      await to.close();
      // Nobody works on half a desk, and nobody takes it elsewhere.
      assert.match((await run(['doctor'], '', { DATABASE_URL: url })).err, /a move into this desk was broken off/);
      assert.match(
        (await run(['move', url, `sqlite:${join(folder, 'half')}`])).err,
        /a move into this desk was broken off/,
      );
    }
    const other = mkdtempSync(join(tmpdir(), 'watchfloor-move-'));
    const empty = openFile(join(other, databaseName));
    await empty.close();
    const refused = await run(['move', `sqlite:${other}`, url]);
    assert.match(refused.err, /there is a desk in the place to move to/);
    rmSync(other, { recursive: true });
    assert.equal((await run(['move', `sqlite:${folder}`, url])).exit, 0);
    const store = await openPostgresStore({ url, matches: matchQuery, now });
    assert.equal(await face(store), await face(openFile(file)));
  });

  test('every table goes along that is not made anew from the others', async () => {
    const [from, to] = [openSqliteMoving(join(folder, databaseName)), openSqliteMoving(':memory:')];
    const moving = moveDesk(from, to);
    let step = await moving.next();
    while (!step.done) step = await moving.next();
    await Promise.all([from.close(), to.close()]);
    const raw = new DatabaseSync(join(folder, databaseName));
    const tables = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as { name: string }[];
    raw.close();
    // Sessions stay behind: everybody signs in anew where the desk is then.
    const derived =
      /^(article_words.*|sqlite_.*|tally|alert_count|speaker|article_facet|facet_name|word_block.*|desk_session)$/;
    assert.deepEqual(
      step.value.map(({ table }) => table as string).sort(),
      tables
        .map(({ name }) => name)
        .filter((name) => !derived.test(name))
        .sort(),
    );
  });

  test('a row that came out otherwise is told, and the move is not called done', async () => {
    const url = server.freshUrl();
    const [from, to] = [openSqliteMoving(join(folder, databaseName)), await openPostgresMoving(url)];
    const forgetful: MovingSide = {
      ...to,
      put: (table, rows) => to.put(table, table.name === 'alert_tag' ? rows.slice(1) : rows),
    };
    await assert.rejects(async () => {
      for await (const _ of moveDesk(from, forgetful));
    }, /alert_tag came out otherwise/);
    await from.close();
    await to.close();
  });

  test('a desk at work is not moved', async () => {
    const stop = new AbortController();
    const busy = mkdtempSync(join(tmpdir(), 'watchfloor-move-'));
    const desk = run(
      ['serve', '--port', '0', '--no-sample', '--data', busy],
      '',
      { WATCHFLOOR_LOG_LEVEL: 'silent' },
      { stopped: stop.signal },
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.match((await run(['move', `sqlite:${busy}`, server.freshUrl()])).err, /a desk works on/);
    stop.abort();
    await desk;
    rmSync(busy, { recursive: true });
  });
});

const openFile = (file: string) => openSqliteStore({ file, matches: matchQuery, now });

/** The sample archive read in, with traces of every act in it. */
async function makeDesk(folder: string): Promise<void> {
  const store = openFile(join(folder, databaseName));
  const archive = openPageArchive({ folder: join(folder, 'pages') });
  await sampleArchive(store, archive, now).load();
  await createWorker({ store, archive, now, log: { info: () => undefined, error: assert.fail } }).drain();
  const alerts = await store.listAlerts({ watchId: null, state: null, before: null, limit: 9 });
  const ids = alerts.map(({ alert }) => alert.id);
  await store.setAlertState(ids.slice(0, 2), 'kept');
  await store.assignAlerts(ids.slice(1, 3), 'Ida');
  for (const tag of ['ferry', 'to check', '等']) await store.tagAlerts(ids.slice(0, 2), tag, true);
  await store.saveWatch({ ...madeWatch('wa-9', 'ferry'), created: '2020-01-01T00:00:00.000Z' });
  await store.acceptPages([madePage('waiting', 1), madePage('read', 2), { ...madePage('nul', 3), name: 'a\0b' }]);
  await store.saveReadings([
    { pageId: madePage('read', 2).id, reading: madeReading(madePage('read', 2)), problems: [] },
  ]);
  await store.failPage(
    madePage('waiting', 1).id,
    { code: 'bug', what: 'It broke', advice: 'Report it', retry: 'later', at: at(1) },
    at(9),
  );
  await store.queueFetches([{ url: 'https://quay-times.example/1', sourceId: null, hint: {}, due: at(5) }]);
  const user = madeUser('ida');
  await store.saveUser(user);
  await store.saveWatch({ ...madeWatch('wa-8', 'harbour'), owner: user.id, private: true });
  await store.saveApiKey(madeApiKey('feeds', user));
  await store.recordAudit(madeAudit('au-1', user));
  await archive.close();
  await store.close();
}
