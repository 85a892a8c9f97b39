import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { run } from './check.ts';

/**
 * Bad input, one kind a test, through the commands a person runs: each ends as one clear error for that item on standard error
 * and in the health of its source, and the good page beside it is read all the same.
 */
const good = `<html><head><title>Bridge at Osmund opens</title></head><body><article><h1>Bridge at Osmund opens</h1>
<p>The new bridge at Osmund opened to traffic on Monday after four years of work, the town said in a statement.</p>
<p>It carries two lanes and a footpath, and replaces the old one, which will be taken down by the end of March.</p></article></body></html>`;

function folder(files: Record<string, string | Uint8Array>): { pages: string; data: string } {
  const pages = mkdtempSync(join(tmpdir(), 'watchfloor-hostile-'));
  writeFileSync(join(pages, 'good.html'), good);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(pages, name), content);
  return { pages, data: join(mkdtempSync(join(tmpdir(), 'watchfloor-hostile-')), 'data') };
}

async function health(data: string) {
  const store = openSqliteStore({ file: join(data, 'watchfloor.sqlite'), matches: matchQuery });
  const [sources, counts, articles] = [
    await store.listSources(),
    await store.counts(),
    await store.articlesSince('0000', null, 100),
  ];
  await store.close();
  return { sources, counts, titles: articles.map(({ reading }) => reading.article.title) };
}

/** Imports a folder with one bad file: one error naming it, the good page read. */
async function oneFault(name: string, content: string | Uint8Array, said: RegExp): Promise<void> {
  const { pages, data } = folder({ [name]: content });
  const { exit, err, out } = await run(['import', pages, '--data', data]);
  assert.equal(exit, 1, err);
  const told = err.split('\n').filter((line) => line.includes(name) && !line.startsWith(pages));
  assert.equal(told.length, 1, err);
  assert.match(told[0], said);
  assert.equal(JSON.parse(out).failed, 1);
  const { sources, titles } = await health(data);
  assert.ok(
    titles.some((title) => title?.startsWith('Bridge at Osmund opens')),
    'the good page was read',
  );
  assert.match(sources[0].health.failure?.what ?? '', said);
}

/** Imports a folder with one page that is odd but no fault: both pages are taken, and the good one is read. */
async function noFault(name: string, content: string | Uint8Array): Promise<string[]> {
  const { pages, data } = folder({ [name]: content });
  const { exit, err } = await run(['import', pages, '--data', data]);
  assert.equal(exit, 0, err);
  const { counts, titles } = await health(data);
  assert.equal(counts.pages, 2);
  assert.equal(counts.pagesWaiting + counts.pagesFailed, 0);
  assert.ok(titles.some((title) => title?.startsWith('Bridge at Osmund opens')));
  return titles.map(String);
}

test('an empty file', () => oneFault('empty.html', '', /empty/));

test('40 MB of <div> is refused by its size', () =>
  oneFault('divs.html', '<div>'.repeat(8_000_000), /larger than|more than/));

test('ten thousand nested tags are read as a page without an article', async () => {
  await noFault('nested.html', `${'<div>'.repeat(10_000)}text${'</div>'.repeat(10_000)}`);
});

test('a mislabelled encoding is noticed and read by what the bytes are', async () => {
  const body =
    'Мост через пролив открыли в понедельник после четырёх лет работы, сообщили в городе. По мосту уже идут машины и пешеходы.';
  const bytes = Buffer.concat([
    Buffer.from('<html><head><meta charset="utf-8"><title>'),
    Buffer.from([...'Мост открыт'].map(toWindows1251)),
    Buffer.from('</title></head><body><article><p>'),
    Buffer.from([...body].map(toWindows1251)),
    Buffer.from('</p></article></body></html>'),
  ]);
  assert.ok((await noFault('mislabelled.html', bytes)).includes('Мост открыт'));
});

function toWindows1251(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x410 && point <= 0x44f) return point - 0x410 + 0xc0;
  if (point === 0x451) return 0xb8;
  if (point === 0x401) return 0xa8;
  assert.ok(point < 0x80);
  return point;
}

test('a gzip bomb', () => oneFault('bomb.html.gz', gzipSync(Buffer.alloc(300_000_000, 0x20)), /larger than|more than/));

test('a truncated WARC', () => {
  const record =
    'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://osmund.example/\r\nContent-Type: application/http\r\nContent-Length: 5000\r\n\r\nHTTP/1.1 200 OK\r\n';
  return oneFault('cut.warc', record, /ends within a record/);
});

test('an OPML with 100,000 outlines', () => {
  const outlines = Array.from(
    { length: 100_000 },
    (_, number) => `<outline type="rss" xmlUrl="https://feed${number}.example/"/>`,
  ).join('');
  return oneFault(
    'many.opml',
    `<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`,
    /more than 20000 outlines/,
  );
});

const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title></channel></rss>`;
const feed = (at: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Osmund feed</title><item><title>Bridge at Osmund opens</title><link>${at}/bridge</link></item></channel></rss>`;

const server = createServer((request, response) => {
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const answers: Record<string, () => void> = {
    '/good.xml': () => response.setHeader('content-type', 'application/rss+xml').end(feed(base)),
    '/bridge': () => response.setHeader('content-type', 'text/html').end(good),
    '/bomb.xml': () => response.setHeader('content-type', 'application/rss+xml').end(bomb),
    '/bomb.gz': () =>
      response
        .setHeader('content-type', 'text/html')
        .setHeader('content-encoding', 'gzip')
        .end(gzipSync(Buffer.alloc(100_000_000, 0x20))),
    '/inward.xml': () =>
      response
        .writeHead(302, { location: `http://127.0.0.1:${(server.address() as AddressInfo).port}/good.xml` })
        .end(),
  };
  const answer = answers[request.url ?? ''];
  if (answer === undefined) response.writeHead(404).end();
  else answer();
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());

for (const [path, what, said] of [
  ['/bomb.xml', 'a feed with an entity bomb', /entit|document type|DTD/i],
  ['/bomb.gz', 'a feed that is a gzip bomb', /larger|more than|bytes/i],
  ['/inward.xml', 'a feed that redirects to 127.0.0.1', /127\.0\.0\.1/],
] as const) {
  test(what, async () => {
    const { port } = server.address() as AddressInfo;
    const data = join(mkdtempSync(join(tmpdir(), 'watchfloor-hostile-')), 'data');
    // Only this name is let through; 127.0.0.1, where the redirect leads, is not.
    const environment = { WATCHFLOOR_FETCH_ALLOW_HOSTS: `localhost:${port}`, WATCHFLOOR_HOST_PAUSE_SECONDS: '0' };
    const opml = join(mkdtempSync(join(tmpdir(), 'watchfloor-hostile-')), 'feeds.opml');
    writeFileSync(
      opml,
      `<opml version="2.0"><body>${['/good.xml', path].map((one) => `<outline type="rss" xmlUrl="http://localhost:${port}${one}"/>`).join('')}</body></opml>`,
    );
    assert.equal((await run(['import', opml, '--data', data], '', environment)).exit, 0);
    const { exit, err } = await run(['poll', '--all', '--data', data], '', environment);
    assert.equal(exit, 1, err);
    const { sources, titles } = await health(data);
    const bad = sources.find((source) => source.address.endsWith(path));
    assert.equal(bad?.health.state, 'failing');
    assert.match(bad?.health.failure?.what ?? '', said);
    assert.match(err, said);
    assert.ok(
      titles.some((title) => title?.startsWith('Bridge at Osmund opens')),
      err,
    );
  });
}
