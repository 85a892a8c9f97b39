import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiRoutes } from '../../src/server/api.ts';
import { ferryWatch, now } from '../desk/archive.ts';
import { madeAudit } from '../made.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { openPeopledDesk } from './peopled.ts';

async function send(desk: TestDesk, method: string, path: string, body?: object): Promise<Response> {
  return desk.app.request(`http://127.0.0.1${path}`, {
    method,
    headers: { host: '127.0.0.1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('every reading route answers in the shape that describes it', async () => {
  const desk = await openPeopledDesk();
  const key = await desk.key(desk.users.admin);
  await desk.store.recordAudit(madeAudit('au-1', desk.users.admin, { at: now }));
  const { rows } = await desk.store.search({
    query: { op: 'all', at: [0, 0] },
    order: 'newest',
    limit: 20,
    cursor: null,
    facets: false,
  });
  const wire = rows.find((row) => row.article.credit !== null && row.storyId !== null);
  assert.ok(wire);
  const [alert] = await desk.store.listAlerts({ watchId: ferryWatch.id, state: null, before: null, limit: 1 });
  const failure = {
    code: 'timeout',
    what: 'No answer',
    advice: 'Look there.',
    retry: 'later',
    at: alert.alert.at,
  } as const;
  await desk.store.saveDelivery({
    id: 'de-1',
    alertId: alert.alert.id,
    channel: 'hook',
    state: 'failed',
    tries: 13,
    due: alert.alert.at,
    failure,
  });
  const addresses: Record<string, string> = {
    '/api/alerts/{id}': `/api/alerts/${alert.alert.id}`,
    '/api/alerts/{id}/fewer': `/api/alerts/${alert.alert.id}/fewer`,
    '/api/developments': '/api/developments?limit=5',
    '/api/alerts': `/api/alerts?watch=${ferryWatch.id}&state=new`,
    '/api/stories/{id}': `/api/stories/${wire.storyId}`,
    '/api/articles/{id}': `/api/articles/${wire.article.id}`,
    '/api/search': '/api/search?q=ferry&facets=true',
    '/api/query': '/api/query?q=ferry%20AND%20(',
    '/api/speakers': '/api/speakers',
    '/api/statements': '/api/statements?speaker=Mara%20Lind',
    '/api/events': '/api/events?from=2026-11-01&to=2026-12-31&open=true',
    '/api/leads': '/api/leads?cutOff=true',
    '/api/watches': '/api/watches',
    '/api/sources': '/api/sources',
    '/api/counts': '/api/counts',
    '/api/deliveries': '/api/deliveries',
    '/api/me': '/api/me',
    '/api/users': '/api/users',
    '/api/audit': '/api/audit?since=2026-01-01T00:00:00.000Z',
  };
  for (const route of apiRoutes) {
    if (route.method !== 'get') continue;
    const address = addresses[route.path];
    assert.ok(address, `${route.path} is tried`);
    const answer = await desk.get(address, key);
    assert.equal(answer.status, 200, address);
    const body = await answer.json();
    route.answer.parse(body);
    const lists = Object.values(body).filter(Array.isArray);
    if (lists.length === 1) assert.notEqual(lists[0].length, 0, `${address} is not empty`);
  }
  assert.deepEqual(desk.errors, []);
});

test('watches and sources are made, changed and removed', async () => {
  const desk = await openDesk({ empty: true });
  const made = await (await send(desk, 'POST', '/api/watches', { name: 'Locks', query: 'canal AND lock' })).json();
  assert.equal(made.independentMin, 0);
  const changed = await send(desk, 'PUT', `/api/watches/${made.id}`, { name: 'Locks', query: 'canal', paused: true });
  assert.equal((await changed.json()).paused, true);
  assert.equal((await desk.store.listWatches())[0].query, 'canal');
  assert.equal((await send(desk, 'DELETE', `/api/watches/${made.id}`)).status, 200);
  assert.equal((await send(desk, 'DELETE', `/api/watches/${made.id}`)).status, 404);
  const [removed] = await desk.store.listActs(1);
  await send(desk, 'POST', `/api/acts/${removed.id}/undo`, {});
  assert.ok(
    (await desk.store.listWatches()).some(({ id }) => id === made.id),
    'what the API removed comes back',
  );
  const source = await (await send(desk, 'POST', '/api/sources', { address: 'https://harbour.example/feed' })).json();
  assert.equal(source.health.state, 'new');
  assert.equal((await send(desk, 'DELETE', `/api/sources/${source.id}`)).status, 200);
});

test('alerts change their state', async () => {
  const desk = await openDesk();
  const { alerts } = await (await desk.get('/api/alerts?state=new')).json();
  const answer = await send(desk, 'POST', '/api/alerts/state', { ids: [alerts[0].id], state: 'kept' });
  const { act } = await answer.json();
  assert.equal((await (await desk.get('/api/alerts?state=kept')).json()).alerts.length, 1);
  // Each goes back to the state that it had.
  const [kept, fresh] = alerts;
  const both = await send(desk, 'POST', '/api/alerts/state', { ids: [kept.id, fresh.id], state: 'dismissed' });
  await send(desk, 'POST', `/api/acts/${(await both.json()).act}/undo`, {});
  const state = async (id: string) => (await (await desk.get(`/api/alerts/${id}`)).json()).state;
  assert.deepEqual([await state(kept.id), await state(fresh.id)], ['kept', 'new']);
  await send(desk, 'POST', `/api/acts/${act}/undo`, {});
  assert.deepEqual([await state(kept.id), await state(fresh.id)], ['new', 'new']);
});

test('what was given up is sent again', async () => {
  const desk = await openDesk();
  const [{ alert }] = await desk.store.listAlerts({ watchId: null, state: null, before: null, limit: 1 });
  const failed = { id: 'de-1', alertId: alert.id, channel: 'hook', tries: 13, due: alert.at, failure: null };
  await desk.store.saveDelivery({ ...failed, state: 'failed' });
  assert.equal((await (await desk.get('/api/deliveries')).json()).deliveries[0].id, 'de-1');
  assert.equal((await send(desk, 'POST', '/api/deliveries/de-1/again', {})).status, 200);
  assert.deepEqual(await (await desk.get('/api/deliveries')).json(), { deliveries: [] });
  assert.deepEqual((await desk.store.getDelivery('de-1'))?.state, 'due');
  assert.equal((await send(desk, 'POST', '/api/deliveries/de-2/again', {})).status, 404);
});

test('a request that does not fit is told where and what to do', async () => {
  const desk = await openDesk();
  for (const [method, path, body] of [
    ['GET', '/api/search', undefined],
    ['GET', '/api/search?q=ferry%20AND%20(', undefined],
    ['GET', '/api/search?q=ferry&cursor=elsewhere', undefined],
    ['GET', '/api/developments?limit=9999', undefined],
    ['GET', '/api/developments?kind=gossip', undefined],
    ['GET', '/api/events?from=yesterday&to=2026-12-01', undefined],
    ['GET', '/api/stories/a%2Fb%20c', undefined],
    ['POST', '/api/watches', { name: '', query: 'x' }],
    ['POST', '/api/watches', { name: 'x', query: '(' }],
    ['POST', '/api/alerts/state', { ids: [], state: 'kept' }],
    ['POST', '/api/sources', { address: 'file:///etc/passwd' }],
  ] as const) {
    const answer = await send(desk, method, path, body);
    assert.equal(answer.status, 400, path);
    const failure = await answer.json();
    assert.ok(failure.what.length > 0 && failure.advice.length > 0, path);
  }
  const missing = await desk.get('/api/stories/st-0');
  assert.equal(missing.status, 404);
  assert.equal((await missing.json()).code, 'not-here');
  const nowhere = await desk.get('/api/nowhere');
  assert.deepEqual([nowhere.status, (await nowhere.json()).code], [404, 'not-here']);
  assert.deepEqual(desk.errors, []);
});

test('the description is OpenAPI 3.1, whole, and every reference in it resolves', async () => {
  const desk = await openDesk({ empty: true });
  const document = await (await desk.get('/api/openapi.json')).json();
  assert.match(document.openapi, /^3\.1\./);
  assert.ok(document.info.title && document.info.version);
  const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  assert.deepEqual(
    operations.map(({ path, method }) => `${method} ${path}`).sort(),
    apiRoutes.map(({ path, method }) => `${method} ${path}`).sort(),
  );
  for (const { path, method, operation } of operations) {
    assert.ok(operation.summary, path);
    assert.ok(operation.responses['200'].content['application/json'].schema, path);
    const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => `{${one.name}}`);
    assert.deepEqual(named, path.match(/\{\w+\}/g) ?? [], `${method} ${path}`);
  }
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    assert.ok(name in document.components.schemas, name);
});

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { in: string; name: string }[];
  readonly responses: Record<string, { content: Record<string, { schema: object }> }>;
}

test('metrics answer behind the same door; probes have none and tell nothing', async () => {
  const desk = await openDesk();
  assert.equal((await (await desk.get('/healthz')).json()).status, 'ok');
  const metrics = await (await desk.get('/metrics')).text();
  assert.match(metrics, /^watchfloor_articles \d+$/m);
  assert.match(metrics, /^watchfloor_stage_waiting\{stage="read"\} \d+$/m);
  assert.match(metrics, /^watchfloor_sources\{state="failing"\} 1$/m);
  for (const line of metrics.trim().split('\n'))
    assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? \d+(\.\d+)?)$/, line);
  const locked = await openDesk({ rules: { password: 'secret' } });
  for (const path of ['/healthz', '/readyz'])
    assert.deepEqual(await (await locked.get(path)).json(), { status: 'ok' }, path);
  for (const path of ['/metrics', '/api/counts', '/', '/assets/x/style.css'])
    assert.equal((await locked.get(path)).status, 401, path);
});
