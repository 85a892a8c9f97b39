import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/match.ts';
import { at, madePage } from '../made.ts';
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
