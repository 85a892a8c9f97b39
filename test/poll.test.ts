import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchPage } from '../src/fetch/page.ts';
import { fetchPorts, findSources, healthAfter, lookAt, pollSource } from '../src/poll.ts';
import type { Source, SourceHealth, SourceKind } from '../src/records.ts';
import { newHealth } from '../src/sources/schedule.ts';
import { fetcher, type Pages, serve } from './fetch/server.ts';
import { item, rss } from './sources/check.ts';

const now = '2026-11-25T02:00:00.000Z';

/** Polls a source that lives on a real server: what it gave, and its health when all of it is new. */
async function check(
  context: TestContext,
  pages: Pages,
  options: { path?: string; kind?: SourceKind; health?: Partial<SourceHealth> } = {},
) {
  const server = await serve(context, pages);
  const source: Source = {
    id: 'so-1',
    kind: options.kind ?? 'feed',
    address: server.origin + (options.path ?? '/feed'),
    title: null,
    owner: null,
    added: now,
    paused: false,
    health: { ...newHealth(now), ...options.health },
  };
  const polled = await pollSource(source, fetcher(context), now);
  const { health, note } = healthAfter(source, polled, polled.requests.length, now);
  return { server, polled, health, note, code: polled.failure?.code ?? null };
}

const feed = rss(item('/a/1') + item('/a/2'));

test('a feed gives the pages it points to, with what it says of them', async (context) => {
  const { polled, health, note } = await check(context, {
    '/feed': (_, response) =>
      response.writeHead(200, { etag: '"v1"', 'content-type': 'application/rss+xml' }).end(feed),
  });
  assert.deepEqual(polled.requests[0], {
    url: 'https://gazette.example/a/1',
    sourceId: 'so-1',
    due: now,
    hint: { title: 'Ferry to sail again', published: '2026-11-25T10:00:00+09:00', language: 'en' },
  });
  assert.equal(health.state, 'good');
  assert.equal(health.etag, '"v1"');
  assert.equal(health.lastItem, now);
  assert.equal(note.outcome, 'new');
  assert.equal(note.found, 2);
});

test('a feed that did not change costs nothing and keeps its validators', async (context) => {
  const { polled, health, note } = await check(
    context,
    {
      '/feed': (request, response) => response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 500).end(),
    },
    { health: { etag: '"v1"', state: 'good' } },
  );
  assert.equal(polled.failure, null);
  assert.equal(health.etag, '"v1"');
  assert.equal(note.outcome, 'unchanged');
});

test('a sitemap index is followed to its parts, and one broken part spoils nothing', async (context) => {
  const part = (path: string) => `<sitemap><loc>${path}</loc></sitemap>`;
  const { polled, server } = await check(
    context,
    {
      '/map': `<sitemapindex>${part('/1.xml.gz')}${part('/gone.xml')}${part('/map')}</sitemapindex>`,
      '/1.xml.gz': (_, response) =>
        response.end(gzipSync('<urlset><url><loc>https://gazette.example/s/1</loc></url></urlset>')),
    },
    { path: '/map', kind: 'sitemap' },
  );
  assert.deepEqual(
    polled.requests.map(({ url }) => url),
    ['https://gazette.example/s/1'],
  );
  assert.equal(polled.problems.length, 1);
  assert.deepEqual(server.asked, ['/robots.txt', '/map', '/1.xml.gz', '/gone.xml']);
});

test('every bad source ends as one failure in its health, with what to do', async (context) => {
  const bomb =
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>';
  const cases: readonly [name: string, pages: Pages, code: string][] = [
    ['entity bomb', { '/feed': bomb }, 'xml-entities'],
    [
      'gzip bomb',
      {
        '/feed': (_, response) =>
          response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(60 * 1024 * 1024))),
      },
      'body-inflates-too-far',
    ],
    [
      'redirect home',
      { '/feed': (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:7311/' }).end() },
      'address-refused',
    ],
    ['gone', { '/feed': (_, response) => response.writeHead(410).end() }, 'status-410'],
    ['web page', { '/feed': '<!doctype html><html></html>' }, 'source-is-web-page'],
    ['empty', { '/feed': '' }, 'source-empty'],
    ['robots', { '/robots.txt': 'User-agent: *\nDisallow: /', '/feed': feed }, 'robots-denied'],
  ];
  for (const [name, pages, code] of cases) {
    const { polled, health, note, ...rest } = await check(context, pages);
    assert.equal(rest.code, code, name);
    assert.deepEqual(polled.requests, []);
    assert.equal(health.state, 'failing');
    assert.equal(health.failure?.code, code);
    assert.notEqual(health.failure?.advice, '');
    assert.equal(note.outcome, 'failed');
    assert.ok((health.nextDue ?? '') > now);
  }
});

test('Retry-After moves the next poll', async (context) => {
  const { health } = await check(context, {
    '/feed': (_, response) => response.writeHead(429, { 'retry-after': '18000' }).end(),
  });
  assert.ok((health.nextDue ?? '') >= '2026-11-25T07:00:00.000Z');
});

test('an address is followed by its own feed, by what its page names, by a known place, or as a list of links', async (context) => {
  const find = async (pages: Pages, path = '/') => {
    const server = await serve(context, pages);
    const found = await findSources(server.origin + path, fetcher(context), now);
    return found.map(({ address, kind, title }) => [address.replace(server.origin, ''), kind, title]);
  };
  const page = (head: string) => `<!doctype html><html><head>${head}</head><body>News</body></html>`;
  assert.deepEqual(await find({ '/feed': feed }, '/feed'), [['/feed', 'feed', 'The Gazette & Post']]);
  assert.deepEqual(
    await find({ '/': page('<link rel=alternate type="application/atom+xml" title="All" href="/all">') }),
    [['/all', 'feed', 'All']],
  );
  assert.deepEqual(await find({ '/': page(''), '/rss.xml': feed }), [['/rss.xml', 'feed', 'The Gazette & Post']]);
  const map = '<urlset><url><loc>https://gazette.example/s/1</loc></url></urlset>';
  const robots: Pages[string] = (request, response) =>
    response.end(`User-agent: *\nDisallow:\nSitemap: http://${request.headers.host}/maps/news.xml`);
  assert.deepEqual(await find({ '/': page(''), '/robots.txt': robots, '/maps/news.xml': map }), [
    ['/maps/news.xml', 'sitemap', null],
  ]);
  assert.deepEqual(await find({ '/': page('') }), [['/', 'listing', null]]);
});

test('a page must be text, and there must be some of it', async (context) => {
  const server = await serve(context, {
    '/page': 'words',
    '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end('x'),
    '/nothing': '',
  });
  const client = fetcher(context);
  assert.equal((await fetchPage(`${server.origin}/page`, client)).content.length, 5);
  await assert.rejects(fetchPage(`${server.origin}/picture`, client), { code: 'not-a-page', retry: 'never' });
  await assert.rejects(fetchPage(`${server.origin}/nothing`, client), { code: 'page-empty', retry: 'later' });
});

test('a look at an address shows what would be read', async (context) => {
  const server = await serve(context, {
    '/': '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    '/feed': feed,
  });
  assert.deepEqual(await lookAt(`${server.origin}/`, fetcher(context), now), {
    address: `${server.origin}/`,
    feeds: [
      {
        address: `${server.origin}/feed`,
        kind: 'feed',
        title: 'The Gazette & Post',
        newest: ['Ferry to sail again', 'Ferry to sail again'],
      },
    ],
  });
});

test('the worker’s ports poll, settle and fetch', async (context) => {
  const server = await serve(context, { '/feed': feed, '/a': 'words' });
  const ports = fetchPorts(fetcher(context), () => now);
  const source: Source = {
    id: 'so-1',
    kind: 'feed',
    address: `${server.origin}/feed`,
    title: null,
    owner: null,
    added: now,
    paused: false,
    health: newHealth(now),
  };
  const answer = await ports.poll(source);
  assert.ok(answer !== null);
  assert.equal(answer.requests.length, 2);
  const { health, note } = answer.settle(1);
  assert.equal(health.lastItem, now);
  assert.equal(note.found, 1);
  const claim = { id: 'f-1', url: `${server.origin}/a`, sourceId: null, hint: {}, due: now, tries: 1 };
  assert.equal(new TextDecoder().decode((await ports.fetchPage(claim)).content), 'words');
});
