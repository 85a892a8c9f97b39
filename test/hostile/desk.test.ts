import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDoor } from '../../src/server/access.ts';
import { now } from '../desk/archive.ts';
import { openDesk } from '../server/desk.ts';

const instant = Date.parse(now);

function asked(headers: Record<string, string>, method = 'GET'): Request {
  return new Request('http://127.0.0.1:7311/', { method, headers: { host: '127.0.0.1:7311', ...headers } });
}

test('no spelling of "back" sends a reader to another server', async () => {
  const desk = await openDesk();
  for (const back of [
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/x/..//evil.example',
    '/\t/evil.example',
    '/.\n//evil.example',
    'https://evil.example',
    'evil.example',
    '/.//evil.example:80/path?x#y',
    '/..\\\\evil.example',
    'javascript:alert(1)',
  ]) {
    const answer = await desk.post('/alerts', { id: 'x', state: 'kept', back });
    assert.equal(answer.status, 303, back);
    const location = answer.headers.get('location') ?? '';
    assert.equal(new URL(location, 'http://127.0.0.1:7311/').origin, 'http://127.0.0.1:7311', `${back} → ${location}`);
  }
  const fine = await desk.post('/alerts', { id: 'x', state: 'kept', back: '/search?q=a%2Fb&order=newest' });
  assert.match(fine.headers.get('location') ?? '', /^\/search\?q=a%2Fb&order=newest&done=/);
});

test('who guesses passwords too fast is not told a right one, and shuts nobody else out', () => {
  const door = createDoor({ names: [], password: 'open sesame' });
  const tried = (password: string, client: string, later = 0) =>
    door(asked({ authorization: `Bearer ${password}` }), instant + later, client)?.status ?? 200;
  for (let guess = 0; guess < 20; guess++) assert.equal(tried(`guess ${guess}`, '203.0.113.7'), 401);
  assert.equal(tried('open sesame', '203.0.113.7'), 429, 'the right guess among too many tells nothing');
  assert.equal(tried('open sesame', '198.51.100.2'), 200, 'the owner comes in from elsewhere');
  assert.equal(tried('open sesame', '203.0.113.7', 61_000), 200, 'a minute later it is over');
  // One customer has 2^64 addresses of IPv6: they count as one.
  for (let guess = 0; guess < 20; guess++) tried(`guess ${guess}`, `2001:db8:1:2::${guess}`);
  assert.equal(tried('open sesame', '2001:db8:1:2:ffff::1'), 429);
  assert.equal(tried('open sesame', '2001:db8:1:3::1'), 200);
});

test('memory for guesses is bounded however many addresses guess', () => {
  const door = createDoor({ names: [], password: 'open sesame' });
  for (let client = 0; client < 12_000; client++)
    assert.equal(door(asked({ authorization: 'Bearer no' }), instant, `c${client}`)?.status, 401);
  assert.equal(door(asked({ authorization: 'Bearer open sesame' }), instant, 'c1'), null);
});

test('another site cannot make the desk work by loading its pages as pictures, frames or streams', () => {
  const door = createDoor({ names: [], password: null });
  const load = (site: string, mode: string, dest: string) =>
    door(asked({ 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest }), instant)?.status ?? 200;
  assert.equal(load('cross-site', 'no-cors', 'image'), 403);
  assert.equal(load('cross-site', 'cors', 'empty'), 403, 'a stream of events');
  assert.equal(load('same-site', 'no-cors', 'script'), 403, 'a page on another port');
  assert.equal(load('cross-site', 'navigate', 'iframe'), 403);
  assert.equal(load('cross-site', 'navigate', 'document'), 200, 'a link');
  assert.equal(load('same-origin', 'cors', 'empty'), 200);
  assert.equal(load('none', 'navigate', 'document'), 200, 'typed into the bar');
});

test('odd addresses, marks and bodies are refused in words, never as a fault of ours', async () => {
  const desk = await openDesk();
  for (const path of [
    '/assets/x/..%2f..%2fpackage.json',
    '/stories/%00',
    '/stories/%ff%fe',
    '/articles/__proto__',
    '/watches/constructor',
    '/pages/..%2f..%2fx/raw',
    `/articles/${'a'.repeat(7_000)}`,
    '/search?q=ferry&cursor=AAAA',
    '/search?q=ferry&cursor=WyJyIiwxXQ',
    '/?watch=%00&before=zzz',
    '/calendar?month=99999-13&from=0000-00-00',
    '/leads?language=%00',
    '/feeds/..%2f..%2fx.atom',
  ]) {
    const { status } = await desk.get(path);
    assert.ok(status < 500, `${status} for ${path}`);
  }
  for (const body of ['{', '['.repeat(50_000), '{"name":{"__proto__":1},"query":[]}', 'null', '']) {
    const answer = await desk.app.request('http://127.0.0.1/api/watches', {
      method: 'POST',
      headers: { host: '127.0.0.1', 'content-type': 'application/json' },
      body,
    });
    assert.equal(answer.status, 400, body.slice(0, 40));
  }
  for (const type of ['application/json', 'multipart/form-data', 'multipart/form-data; boundary=', 'text/plain'])
    assert.ok((await desk.post('/watches', { name: 'x' }, { 'content-type': type })).status < 500, type);
  assert.deepEqual(desk.errors, []);
});

test('a query of any shape is answered or refused, on the search page and for a watch', async () => {
  const desk = await openDesk();
  const shapes = {
    near: `${'ferry NEAR/5 '.repeat(400)}ferry`,
    'and in or in and': `${'ferry AND (quay OR '.repeat(39)}noon${')'.repeat(39)}`,
    'same paragraph': `${'ferry W/P quay W/P '.repeat(200)}ferry`,
    or: `${'ferry OR '.repeat(1_500)}quay`,
    brackets: '('.repeat(10_000),
    not: `${'NOT '.repeat(2_000)}ferry`,
    field: `${'title:'.repeat(2_000)}ferry`,
    wildcards: Array.from({ length: 100 }, (_, at) => `fer${at}*`).join(' OR '),
    'one long word': 'x'.repeat(19_000),
    'signs of the index': '"fe" NEAR(a b) {title}: ^a * -b +c; DROP TABLE',
    'half a pair': '\ud800 AND ferry',
  };
  for (const [name, query] of Object.entries(shapes)) {
    for (const order of ['newest', 'relevance']) {
      const { status } = await desk.get(`/search?order=${order}&q=${encodeURIComponent(query.toWellFormed())}`);
      assert.ok(status < 500, name);
    }
    const { status } = await desk.get(
      `/watches/new?preview=1&name=x&query=${encodeURIComponent(query.toWellFormed())}`,
    );
    assert.ok(status < 500, name);
  }
  assert.deepEqual(desk.errors, []);
});

test('a narrowing that is cut for its depth still lets every match through', async () => {
  const desk = await openDesk();
  const hits = async (query: string) =>
    ((await (await desk.get(`/api/search?q=${encodeURIComponent(query)}`)).json()) as { total: number }).total;
  const plain = await hits('ferry');
  assert.ok(plain > 0);
  assert.equal(await hits(`${'ferry AND (nowhere OR '.repeat(30)}ferry${')'.repeat(30)}`), plain);
  assert.equal(await hits(`${'nowhere OR (ferry AND '.repeat(30)}ferry${')'.repeat(30)}`), plain);
});
