import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startProbes } from '../../src/server/probes.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { at } from '../made.ts';

test('a worker without a desk answers probes, and metrics behind the password', async () => {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const options = {
    store,
    counts: () => [{ stage: 'read', done: 3, seconds: 1.5, failures: { 'page-too-big': 2 } }],
    now: () => at(0),
    host: '127.0.0.1',
    port: 0,
  };
  await assert.rejects(startProbes({ ...options, host: '0.0.0.0', password: null }), { code: 'open-without-password' });
  const probes = await startProbes({ ...options, password: 'secret' });
  const ask = (path: string, headers = {}) => fetch(`${probes.url}${path}`, { headers });
  try {
    assert.deepEqual(await (await ask('/healthz')).json(), { status: 'ok' });
    assert.deepEqual(await (await ask('/readyz')).json(), { status: 'ok' });
    assert.equal((await ask('/metrics')).status, 401);
    const allowed = { authorization: `Basic ${btoa('any:secret')}` };
    const text = await (await ask('/metrics', allowed)).text();
    assert.match(text, /^watchfloor_stage_done_total\{stage="read"\} 3$/m);
    assert.match(text, /^watchfloor_stage_failures_total\{stage="read",code="page-too-big"\} 2$/m);
    assert.equal((await ask('/', allowed)).status, 404);
    const port = Number(new URL(probes.url).port);
    await assert.rejects(startProbes({ ...options, port, password: null }), { code: 'port-taken' });
    await store.close();
    assert.equal((await ask('/metrics', allowed)).status, 503);
    assert.equal((await ask('/readyz')).status, 503);
    assert.equal((await ask('/healthz')).status, 200);
  } finally {
    await probes.close();
  }
});
