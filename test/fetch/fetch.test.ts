import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { Failure } from '../../src/failures.ts';
import type { FetchOptions, GetOptions } from '../../src/fetch/fetch.ts';
import { fetcher, type Pages, serve } from './server.ts';

/** Asks a server that has these pages for one of them: what came back, or the failure's code. */
async function check(context: TestContext, pages: Pages, path: string, options: FetchOptions = {}, get?: GetOptions) {
  const server = await serve(context, pages);
  const client = fetcher(context, options);
  const answer = await client.get(server.origin + path, get).catch((thrown: unknown) => {
    assert.ok(thrown instanceof Failure, String(thrown));
    assert.notEqual(thrown.advice, '', 'a failure says what to do');
    assert.notEqual(thrown.code, 'bug', thrown.message);
    return thrown;
  });
  return { server, client, answer, code: answer instanceof Failure ? answer.code : null };
}

const text = (answer: unknown) => {
  assert.ok(!(answer instanceof Failure), String(answer));
  return new TextDecoder().decode((answer as { content: Uint8Array }).content);
};

test('a page comes back with its bytes, headers and final address', async (context) => {
  const { server, answer } = await check(context, { '/a': 'ferry news' }, '/a');
  assert.equal(text(answer), 'ferry news');
  assert.ok(!(answer instanceof Failure));
  assert.equal(answer.status, 200);
  assert.equal(answer.finalUrl, `${server.origin}/a`);
  assert.equal(answer.contentType, 'text/html; charset=utf-8');
  assert.equal(answer.movedTo, null);
  assert.match(answer.received, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('every coding is undone', async (context) => {
  const body = 'the bridge opens '.repeat(50);
  const codings: [string, Buffer][] = [
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['br', brotliCompressSync(body)],
    ['zstd', zstdCompressSync(body)],
    ['deflate', deflateSync(body)],
    ['deflate', deflateRawSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
    ['identity', Buffer.from(body)],
  ];
  for (const [coding, packed] of codings) {
    const { answer } = await check(
      context,
      { '/': (_, response) => response.writeHead(200, { 'content-encoding': coding }).end(packed) },
      '/',
    );
    assert.equal(text(answer), body, coding);
  }
});

test('redirects are followed, and a permanent move is told', async (context) => {
  const to = (status: number, location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
    response.writeHead(status, { location }).end();
  const pages: Pages = {
    '/old': to(301, '/new'),
    '/new': 'here',
    '/temporary': to(302, '/new'),
    '/mixed': to(301, '/temporary'),
  };
  const { server, client, answer } = await check(context, pages, '/old');
  assert.equal(text(answer), 'here');
  assert.ok(!(answer instanceof Failure));
  assert.equal(answer.movedTo, `${server.origin}/new`);
  assert.equal((await client.get(`${server.origin}/temporary`)).movedTo, null);
  assert.equal((await client.get(`${server.origin}/mixed`)).movedTo, `${server.origin}/temporary`);
});

test('validators are sent and "not changed" is no failure', async (context) => {
  const { answer } = await check(
    context,
    {
      '/feed': (request, response) => {
        assert.equal(request.headers['if-none-match'], '"v1"');
        assert.equal(request.headers['if-modified-since'], 'Tue, 24 Nov 2026 08:00:00 GMT');
        response.writeHead(304, { etag: '"v1"' }).end();
      },
    },
    '/feed',
    {},
    { etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT' },
  );
  assert.ok(!(answer instanceof Failure));
  assert.equal(answer.unchanged, true);
  assert.equal(answer.etag, '"v1"');
});

test('the client names itself', async (context) => {
  let agent = '';
  await check(
    context,
    {
      '/': (request, response) => {
        agent = request.headers['user-agent'] ?? '';
        response.end('x');
      },
    },
    '/',
  );
  assert.match(agent, /^Watchfloor\/[\d.]+ \(.+\)$/);
});

test('a status that brings no page is a failure of that name', async (context) => {
  for (const [status, retry] of [
    [401, 'never'],
    [403, 'later'],
    [404, 'later'],
    [410, 'never'],
    [418, 'never'],
    [500, 'later'],
    [503, 'later'],
  ] as const) {
    const { answer, code } = await check(context, { '/': (_, response) => response.writeHead(status).end() }, '/');
    assert.equal(code, `status-${status}`);
    assert.equal((answer as Failure).retry, retry);
  }
});

test('a host that says when to come again is left alone until then', async (context) => {
  const pages: Pages = {
    '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
    '/other': 'never reached',
  };
  const { server, client, answer, code } = await check(context, pages, '/busy');
  assert.equal(code, 'status-429');
  assert.equal((answer as Failure).retryAfterSeconds, 120);
  await assert.rejects(client.get(`${server.origin}/other`), { code: 'host-on-hold' });
  assert.deepEqual(server.asked, ['/robots.txt', '/busy']);
});

test('Retry-After may be a date', async (context) => {
  const at = new Date(Date.now() + 300_000).toUTCString();
  const { answer } = await check(
    context,
    { '/': (_, response) => response.writeHead(503, { 'retry-after': at }).end() },
    '/',
  );
  const seconds = (answer as Failure).retryAfterSeconds ?? 0;
  assert.ok(seconds > 290 && seconds <= 300, String(seconds));
});

test('robots.txt is kept to, asked once, and a missing one allows all', async (context) => {
  const pages: Pages = {
    '/robots.txt': 'User-agent: *\nDisallow: /private\nCrawl-delay: 0',
    '/private/a': 'x',
    '/public': 'y',
  };
  const { server, client, code } = await check(context, pages, '/private/a');
  assert.equal(code, 'robots-denied');
  assert.equal(text(await client.get(`${server.origin}/public`)), 'y');
  assert.deepEqual(server.asked, ['/robots.txt', '/public']);
  const own = await check(context, { ...pages, '/robots.txt': 'User-agent: Watchfloor\nDisallow: /' }, '/public');
  assert.equal(own.code, 'robots-denied');
  const without = await check(context, pages, '/private/a', { robots: false });
  assert.equal(text(without.answer), 'x');
});

test('a robots.txt that cannot be read forbids until it can', async (context) => {
  const { code, server } = await check(
    context,
    { '/robots.txt': (_, response) => response.writeHead(500).end(), '/a': 'x' },
    '/a',
  );
  assert.equal(code, 'robots-unreachable');
  assert.deepEqual(server.asked, ['/robots.txt']);
});

test('requests to one host keep their distance', async (context) => {
  const starts: number[] = [];
  const page: Pages[string] = (_, response) => {
    starts.push(Date.now());
    response.end('x');
  };
  const server = await serve(context, { '/1': page, '/2': page, '/3': page });
  const client = fetcher(context, { robots: false, limits: { delayMilliseconds: 60 } });
  await Promise.all(['/1', '/2', '/3'].map((path) => client.get(server.origin + path)));
  assert.ok(starts[2] - starts[0] >= 110, String(starts[2] - starts[0]));
});

test('closing breaks off what is under way and what waits', async (context) => {
  const server = await serve(context, { '/slow': () => undefined, '/other': 'x' });
  const client = fetcher(context, { robots: false, limits: { perHostMax: 1, idleSeconds: 60, totalSeconds: 60 } });
  const asked = ['/slow', '/other'].map((path) =>
    client.get(server.origin + path).catch((failure: Failure) => failure.code),
  );
  await new Promise((done) => setTimeout(done, 50));
  await client.close();
  assert.deepEqual(await Promise.all(asked), ['stopping', 'stopping']);
  await assert.rejects(client.get(`${server.origin}/other`), { code: 'stopping' });
});
