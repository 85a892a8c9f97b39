import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/match.ts';
import { at, madePage, madeReading, madeResults, madeWatch } from '../made.ts';
import { storeCases } from './store.cases.ts';

storeCases('sqlite', async () => openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => at(600) }));

const inFolder = (name: string, work: (folder: string) => Promise<void>) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-store-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

inFolder('what was stored is there when the file is opened again', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const first = openSqliteStore({ file, matches: matchQuery });
  await first.acceptPage(madePage('a'));
  await first.close();
  const second = openSqliteStore({ file, matches: matchQuery });
  assert.deepEqual(await second.getPage(madePage('a').id), madePage('a'));
  await second.close();
});

inFolder('an older database is brought up to date with all that hangs on its alerts', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const store = openSqliteStore({ file, matches: matchQuery });
  await store.saveWatch(madeWatch('wa-1', 'harbour'));
  const page = madePage('a');
  await store.acceptPage(page);
  const results = madeResults(page, madeReading(page), ['wa-1']);
  const [{ id: alertId }] = results.alerts;
  const delivery = { id: 'de-1', alertId, channel: 'a', state: 'due', tries: 0, due: at(0), failure: null } as const;
  await store.savePageResults({ ...results, deliveries: [delivery] });
  await store.setAlertState([alertId], 'kept');
  const told = await store.listDevelopments({ watchId: 'wa-1', kinds: [], after: null, before: null, limit: 9 });
  await store.close();
  // The alerts as the version before held them: with three states, and nobody's name.
  const raw = new DatabaseSync(file);
  raw.exec(`
    PRAGMA foreign_keys = OFF;
    DROP TABLE alert_tag; DROP TABLE alert_comment;
    CREATE TABLE old_alert (
      id TEXT PRIMARY KEY, article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, watch_id TEXT NOT NULL,
      story_id TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('new', 'kept', 'dismissed')),
      record TEXT NOT NULL) STRICT;
    INSERT INTO old_alert SELECT id, article_number, watch_id, story_id, at, state, record FROM alert;
    DROP TABLE alert;
    ALTER TABLE old_alert RENAME TO alert;
    PRAGMA user_version = 2;
  `);
  raw.close();
  const again = openSqliteStore({ file, matches: matchQuery });
  assert.equal((await again.getAlert(alertId))?.state, 'kept');
  assert.deepEqual(await again.getDelivery('de-1'), delivery);
  assert.equal(told.length, 1);
  assert.deepEqual(
    await again.listDevelopments({ watchId: 'wa-1', kinds: [], after: null, before: null, limit: 9 }),
    told,
  );
  await again.setAlertState([alertId], 'acknowledged');
  await again.removeWatch('wa-1');
  await again.purgeRemoved('9999-01-01T00:00:00.000Z');
  assert.equal(await again.getDelivery('de-1'), null, 'what hangs on an alert still goes with it');
  await again.close();
});

inFolder('a database of a newer version is refused, untouched, with what to do', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA user_version = 9999');
  raw.close();
  assert.throws(() => openSqliteStore({ file, matches: matchQuery }), {
    code: 'database-newer',
    advice: /Start the newer Watchfloor/,
  });
});

inFolder('a file that is no database is refused with what to do', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  writeFileSync(file, 'These are the notes of a gardener, and nothing else. '.repeat(50));
  assert.throws(() => openSqliteStore({ file, matches: matchQuery }), { code: 'database-open', advice: /backup/ });
  assert.throws(() => openSqliteStore({ file: join(folder, 'no', 'such.db'), matches: matchQuery }), {
    code: 'database-open',
    advice: /data folder/,
  });
});

inFolder('a copy made while in use can be opened', async (folder) => {
  const store = openSqliteStore({ file: join(folder, 'a.db'), matches: matchQuery });
  await store.acceptPage(madePage('a'));
  await store.backupTo(join(folder, 'b.db'));
  await store.acceptPage(madePage('b'));
  await store.close();
  const copy = openSqliteStore({ file: join(folder, 'b.db'), matches: matchQuery });
  assert.equal((await copy.counts()).pages, 1);
  await copy.close();
});
