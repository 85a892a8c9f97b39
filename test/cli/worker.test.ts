import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startPostgres, whyNoPostgres } from '../store/postgres-server.ts';
import { run } from './check.ts';

test('a worker and its stages need PostgreSQL, and are told apart by name', async () => {
  const inFile = await run(['worker', '--stages', 'fetch,read']);
  assert.equal(inFile.exit, 2);
  assert.match(inFile.err, /DATABASE_URL/);
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-stages-'));
  const desk = await run(['serve', '--stages', 'read', '--data', folder]);
  assert.equal(desk.exit, 2);
  assert.match(desk.err, /--stages is for a desk on PostgreSQL/);
  const environment = { DATABASE_URL: 'postgres://watch@127.0.0.1:1/none' };
  const unknown = await run(['worker', '--stages', 'fetch,guess'], '', environment);
  assert.equal(unknown.exit, 2);
  assert.match(unknown.err, /guess.*poll, fetch, read, place, send, tidy/s);
  assert.match((await run(['worker', '--stages', 'none'], '', environment)).err, /nothing to do/);
  rmSync(folder, { recursive: true });
});

test('the desk takes pages in, one worker reads them and another places them', {
  skip: whyNoPostgres() ?? false,
  timeout: 60_000,
}, async () => {
  const server = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-worker-'));
  const stop = new AbortController();
  try {
    const environment = {
      DATABASE_URL: server.freshUrl(),
      WATCHFLOOR_DATA_FOLDER: folder,
      WATCHFLOOR_LOG_LEVEL: 'silent',
    };
    const change = { stopped: stop.signal };
    const reader = run(['worker', '--stages', 'read', '--threads', '1'], '', environment, change);
    const placer = run(['worker', '--stages', 'place'], '', environment, change);
    const desk = run(['serve', '--stages', 'none', '--port', '0'], '', environment, change);
    // The sample archive is taken in by the desk, which works on none of it.
    for (;;) {
      const { out } = await run(['doctor'], '', environment);
      const [, pages, articles] = /(\d+) pages, (\d+) articles/.exec(out) ?? [];
      if (Number(pages) > 20 && articles === pages) break;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    stop.abort();
    assert.deepEqual(
      (await Promise.all([reader, placer, desk])).map(({ exit }) => exit),
      [0, 0, 0],
    );
  } finally {
    stop.abort();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
