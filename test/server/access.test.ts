import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import { createDoor, isLoopback } from '../../src/server/access.ts';
import { routes } from '../../src/server/routes.ts';
import { startServer } from '../../src/server/server.ts';
import { now } from '../desk/archive.ts';
import { openDesk } from './desk.ts';

const instant = Date.parse(now);

function asked(headers: Record<string, string>, method = 'GET'): Request {
  return new Request('http://127.0.0.1:7311/', { method, headers: { host: '127.0.0.1:7311', ...headers } });
}

test('without a password only loopback names are answered', () => {
  const door = createDoor({ names: ['desk.lan'], password: null });
  for (const host of ['127.0.0.1:7311', 'localhost:7311', '[::1]:7311', 'LOCALHOST', 'desk.lan:80', 'Desk.lan'])
    assert.equal(door(asked({ host }), instant), null, host);
  for (const host of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:7311',
    '10.0.0.5',
    '',
    'desk.lan.evil',
  ])
    assert.equal(door(asked({ host }), instant)?.status, 421, host);
});

test('with a password every address asks for it, and wrong ones are slowed down', () => {
  const door = createDoor({ names: [], password: 'open sesame' });
  const basic = (password: string) => `Basic ${Buffer.from(`any:${password}`).toString('base64')}`;
  const refused = door(asked({}), instant);
  assert.equal(refused?.status, 401);
  assert.match(refused?.headers['www-authenticate'] ?? '', /^Basic realm/);
  assert.equal(door(asked({ authorization: basic('open sesame'), host: 'desk.example' }), instant), null);
  assert.equal(door(asked({ authorization: 'Bearer open sesame' }), instant), null);
  assert.equal(door(asked({ authorization: 'Basic !!!' }), instant)?.status, 401);
  for (let tries = 0; tries < 20; tries++) door(asked({ authorization: basic('guess') }), instant);
  assert.equal(door(asked({ authorization: basic('guess') }), instant)?.status, 429);
  assert.equal(door(asked({ authorization: basic('guess') }), instant + 61_000)?.status, 401);
});

test('what changes something is refused from other sites', () => {
  const door = createDoor({ names: [], password: null });
  for (const method of ['POST', 'PUT', 'DELETE']) {
    assert.equal(door(asked({ 'sec-fetch-site': 'cross-site' }, method), instant)?.status, 403);
    assert.equal(door(asked({ 'sec-fetch-site': 'same-site' }, method), instant)?.status, 403);
    assert.equal(door(asked({ origin: 'https://evil.example' }, method), instant)?.status, 403);
    assert.equal(door(asked({ origin: 'null' }, method), instant)?.status, 403);
    assert.equal(door(asked({ origin: 'http://127.0.0.1:9999' }, method), instant)?.status, 403);
    assert.equal(door(asked({ origin: 'http://127.0.0.1:7311' }, method), instant), null);
    assert.equal(door(asked({ 'sec-fetch-site': 'same-origin' }, method), instant), null);
    assert.equal(door(asked({}, method), instant), null, 'a script of the owner sends neither');
  }
  assert.equal(door(asked({ 'sec-fetch-site': 'cross-site' }), instant), null, 'a link from elsewhere may open a page');
});

test('every form is refused from another site and changes nothing', async () => {
  const desk = await openDesk();
  const before = JSON.stringify([
    await desk.store.listWatches(),
    await desk.store.listSources(),
    await desk.store.listActs(9),
  ]);
  for (const { method, path } of routes) {
    if (method !== 'post') continue;
    const answer = await desk.post(
      path.replace(/:\w+/g, 'x'),
      { id: 'x', name: 'x', query: 'x' },
      { 'sec-fetch-site': 'cross-site' },
    );
    assert.equal(answer.status, 403, path);
  }
  assert.equal(
    JSON.stringify([await desk.store.listWatches(), await desk.store.listSources(), await desk.store.listActs(9)]),
    before,
  );
});

test('the strict policy is on every answer of every route', async () => {
  const desk = await openDesk();
  for (const { method, path } of routes) {
    if (path === '/live') continue;
    const address = path.replace(/:\w+/g, 'x');
    const answer = method === 'get' ? await desk.get(address) : await desk.post(address, {});
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/, path);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer', path);
  }
  for (const path of ['/nowhere', '/api/nowhere', '/api/counts', '/api/openapi.json'])
    assert.match((await desk.get(path)).headers.get('content-security-policy') ?? '', /default-src 'none'/, path);
  const refused = await desk.get('/', { host: 'evil.example' });
  assert.equal(refused.status, 421);
  assert.match(refused.headers.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('a stored page is served in an origin of its own, and only HTML as HTML', async () => {
  const desk = await openDesk();
  const [one] = await desk.store.articlesSince('2026-01-01T00:00:00.000Z', null, 1);
  const answer = await desk.get(`/pages/${one.page.id}/raw`);
  assert.match(await answer.text(), /<script>/, 'byte for byte');
  const policy = answer.headers.get('content-security-policy') ?? '';
  assert.match(policy, /^sandbox;/);
  assert.doesNotMatch(policy, /allow-|script-src/);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  for (const [stored, served] of [
    ['image/svg+xml', 'text/plain'],
    ['application/xml; charset=utf-8', 'text/plain; charset=utf-8'],
    ['text/javascript', 'text/plain'],
    ['application/pdf', 'application/octet-stream'],
    ['text/html; charset="><script>', 'text/html'],
    ['text/html; charset=EUC-KR', 'text/html; charset=euc-kr'],
  ]) {
    const page = { ...one.page, id: `pa-${stored.length}${served.length}`, contentType: stored };
    await desk.store.acceptPage(page);
    const other = await openDesk({ empty: true, content: async () => new Uint8Array([60]) });
    await other.store.acceptPage(page);
    assert.equal((await other.get(`/pages/${page.id}/raw`)).headers.get('content-type'), served, stored);
  }
});

test('bodies larger than a form are refused', async () => {
  const desk = await openDesk();
  const answer = await desk.post('/watches', { name: 'x', query: 'a'.repeat(300_000) });
  assert.equal(answer.status, 413);
  const api = await desk.app.request('http://127.0.0.1/api/watches', {
    method: 'POST',
    headers: { host: '127.0.0.1', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x', query: 'a'.repeat(1_100_000) }),
  });
  assert.equal(api.status, 413);
});

test('an open host without a password does not start, a taken port says so', async () => {
  const { store } = await openDesk({ empty: true });
  const options = {
    store,
    pages: { content: async () => null },
    now: () => now,
    log: { info: () => undefined, error: () => undefined },
    port: 0,
    password: null,
  };
  await assert.rejects(
    startServer({ ...options, host: '0.0.0.0' }),
    (error) => error instanceof Failure && /WATCHFLOOR_PASSWORD/.test(error.advice),
  );
  const server = await startServer({ ...options, host: '127.0.0.1' });
  const port = Number(new URL(server.url).port);
  await assert.rejects(
    startServer({ ...options, host: '127.0.0.1', port }),
    (error) => error instanceof Failure && error.code === 'port-taken',
  );
  const live = await fetch(`${server.url}/live`);
  assert.equal(live.headers.get('content-type'), 'text/event-stream');
  await server.close();
  assert.match(await live.text(), /listening/, 'an open stream ends with the server');
  assert.equal(isLoopback('0.0.0.0'), false);
});
