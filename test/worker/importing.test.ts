import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, gzipSync } from 'node:zlib';
import { httpResponseBlock } from '../../src/formats/http.ts';
import { type NewWarcRecord, warcRecordBytes } from '../../src/formats/warc.ts';
import type { Page } from '../../src/records.ts';
import { openPageArchive, type PageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { importContent, importPath } from '../../src/worker/importing.ts';
import { at } from '../made.ts';

/** Writes files into a folder, imports it (or one of them), and hands over what came of it. */
function check(
  name: string,
  files: Record<string, Uint8Array | string>,
  expected: (result: Imported) => Promise<void> | void,
  asked = '',
  more: { readonly inflatedBytesMax?: number } = {},
): void {
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-import-'));
    const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
    const archive = openPageArchive({ folder: join(folder, 'archive') });
    try {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(join(folder, 'in', path, '..'), { recursive: true });
        writeFileSync(join(folder, 'in', path), content);
      }
      const tally = await importPath(join(folder, 'in', asked), { store, archive, now: () => at(0), ...more });
      const claims = await store.claimPages(at(0), 1_000, 60);
      await expected({ tally, pages: claims.map((claim) => claim.page), store, archive, folder });
    } finally {
      await archive.close();
      await store.close();
      rmSync(folder, { recursive: true });
    }
  });
}

interface Imported {
  readonly tally: Awaited<ReturnType<typeof importPath>>;
  readonly pages: readonly Page[];
  readonly store: Store;
  readonly archive: PageArchive;
  readonly folder: string;
}

const html = (title: string) => `<!doctype html><title>${title}</title><p>${title} in Lowell.</p>`;

function record(
  url: string,
  body: Uint8Array | string,
  change: Partial<NewWarcRecord> = {},
  headers: [string, string][] = [],
) {
  const block = httpResponseBlock(200, [['Content-Type', 'text/html'], ...headers], Buffer.from(body));
  return warcRecordBytes({
    type: 'response',
    id: `urn:test:${url}`,
    date: '2031-05-04T12:00:00Z',
    targetUri: url,
    contentType: 'application/http; msgtype=response',
    block,
    ...change,
  });
}

/** Headers as they were sent, without the archive's own renaming. */
function rawRecord(url: string, head: string, body: Uint8Array) {
  return record(url, '', {
    block: Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n\r\n`), body]),
  });
}

const warc = (...records: Uint8Array[]) => Buffer.concat(records.map((one) => gzipSync(one)));

check(
  'a folder gives its pages and texts, packed or not, and passes over the rest',
  {
    'a.html': html('A'),
    'deep/er/b.html.gz': gzipSync(html('B')),
    'c.txt': 'A dump\n\nof a page.',
    'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    '.hidden.html': html('Hidden'),
    'index.dat': html('By its content'),
  },
  async ({ tally, pages, archive, store }) => {
    assert.deepEqual([tally.accepted, tally.passed, tally.failed], [4, 1, 0]);
    assert.deepEqual(
      pages.map((page) => [page.name, page.contentType]),
      [
        ['a.html', 'text/html'],
        ['c.txt', 'text/plain'],
        ['deep/er/b.html.gz', 'text/html'],
        ['index.dat', 'text/html'],
      ],
    );
    assert.equal(Buffer.from((await archive.content(pages[2]))!).toString(), html('B'));
    const [source] = await store.listSources();
    assert.deepEqual(
      [source.kind, source.title, source.health.state, source.id],
      ['import', 'in', 'good', pages[0].sourceId],
    );
  },
);

check(
  'a WARC gives its web pages with their addresses and times, whatever their encoding',
  {
    'crawl.warc.gz': warc(
      warcRecordBytes({
        type: 'warcinfo',
        id: 'urn:x',
        date: at(0),
        targetUri: null,
        contentType: 'application/warc-fields',
        block: Buffer.from('software: x'),
      }),
      record('https://herald.example/plain', html('Plain')),
      rawRecord('https://herald.example/gzip', 'Content-Encoding: gzip', gzipSync(html('Gzip'))),
      rawRecord('https://herald.example/kept-decoded', 'Content-Encoding: gzip', Buffer.from(html('Decoded'))),
      rawRecord(
        'https://herald.example/chunks',
        'Transfer-Encoding: chunked',
        Buffer.from(`5\r\n<html\r\n1\r\n>\r\n0\r\n\r\n`),
      ),
      record('https://herald.example/logo.png', 'PNG', {
        block: httpResponseBlock(200, [['Content-Type', 'image/png']], Buffer.from('x')),
      }),
      record('https://herald.example/moved', '', { block: httpResponseBlock(301, [], Buffer.from('')) }),
      record('https://herald.example/file.txt', '', {
        type: 'resource',
        contentType: 'text/plain',
        block: Buffer.from('A dump.'),
      }),
      record('https://herald.example/tomorrow', html('Tomorrow'), { date: '2099-01-01T00:00:00Z' }),
    ),
  },
  async ({ tally, pages, archive }) => {
    assert.deepEqual([tally.accepted, tally.passed, tally.failed], [6, 3, 0]);
    const texts = await Promise.all(pages.map(async (page) => Buffer.from((await archive.content(page))!).toString()));
    assert.deepEqual(texts, [html('Plain'), html('Gzip'), html('Decoded'), '<html>', 'A dump.', html('Tomorrow')]);
    assert.equal(pages[0].url, 'https://herald.example/plain');
    assert.equal(pages[0].received, '2031-05-04T12:00:00.000Z');
    assert.equal(pages[5].received, at(0), 'nothing was received after now');
  },
);

const threePages = ['one', 'two', 'three'].map((name) => record(`https://herald.example/${name}`, html(name)));

check(
  'a WARC that is cut short gives what is whole and one fault',
  { 'cut.warc.gz': warc(...threePages).subarray(0, -20), 'plain-cut.warc': Buffer.concat(threePages).subarray(0, -40) },
  async ({ tally, store }) => {
    // The same two pages are in both files.
    assert.deepEqual([tally.accepted, tally.known, tally.failed], [2, 2, 2]);
    assert.match(tally.problems[0].what, /cut off or damaged|ends within a record/);
    assert.match(tally.problems[1].what, /ends within a record/);
    const [source] = await store.listSources();
    assert.equal(source.health.state, 'failing');
    assert.match(source.health.failure!.what, /cut\.warc\.gz#3: .*, and 1 more/);
  },
);

check(
  'bombs inside a WARC cost their own record only',
  {
    'bomb.warc.gz': warc(
      threePages[0],
      rawRecord('https://herald.example/bomb', 'Content-Encoding: gzip', gzipSync(Buffer.alloc(60 * 2 ** 20))),
      record('https://herald.example/huge', Buffer.alloc(70 * 2 ** 20)),
      threePages[1],
    ),
  },
  ({ tally, pages }) => {
    assert.deepEqual([tally.accepted, tally.failed], [2, 2]);
    assert.deepEqual(
      pages.map((page) => page.url),
      ['https://herald.example/one', 'https://herald.example/two'],
    );
    assert.equal(tally.problems[0].name, 'https://herald.example/bomb');
  },
);

/** Records that are passed over, each of a megabyte packed into a thousand bytes. */
const hugeRecords = Array.from({ length: 30 }, (_, number) =>
  record(`https://herald.example/film-${number}`, Buffer.alloc(2 ** 20)),
);

check(
  'an archive of which far too much comes out ends there, whatever it is packed in',
  {
    'a.warc.gz': warc(threePages[0], ...hugeRecords, threePages[1]),
    'b.wacz': zip({
      'archive/one.warc.gz': warc(threePages[1], ...hugeRecords),
      'archive/two.warc': Buffer.concat([threePages[2], ...hugeRecords]),
    }),
    'c.jsonl.gz': gzipSync(`${JSON.stringify({ text: 'x'.repeat(2_000) })}\n${' '.repeat(20 * 2 ** 20)}`),
    'd.warc.gz': warc(
      ...Array.from({ length: 9 }, (_, number) =>
        rawRecord(`https://herald.example/${number}`, 'Content-Encoding: gzip', gzipSync(Buffer.alloc(2 ** 21))),
      ),
    ),
  },
  ({ tally, pages }) => {
    assert.deepEqual(
      pages.map((page) => page.url).filter((url) => url !== null && /one|two|three/.test(url)),
      ['https://herald.example/one', 'https://herald.example/two'],
    );
    const told = tally.problems.filter(({ what }) => what.includes('more than 10000000 bytes come out of it'));
    assert.deepEqual(
      told.map(({ name }) => name.replace(/[#/].*/, '')),
      ['a.warc.gz', 'b.wacz', 'c.jsonl.gz', 'd.warc.gz'],
    );
  },
  '',
  { inflatedBytesMax: 1e7 },
);

check(
  'what only calls itself a WARC, an empty file and a page bomb are one fault each',
  {
    'liar.warc': 'These are not the records you look for.',
    'claims.warc': 'WARC/1.1\r\nContent-Length: 99999999999999\r\n\r\n',
    'empty.html': '',
    'bomb.html.gz': gzipSync(Buffer.alloc(40 * 2 ** 20, '<div>')),
    'torn.html.gz': gzipSync(html('Torn')).subarray(0, 30),
    'good.html': html('Good'),
  },
  ({ tally }) => {
    assert.deepEqual([tally.accepted, tally.failed], [1, 5]);
    assert.deepEqual(tally.problems.map((problem) => problem.name).sort(), [
      'bomb.html.gz',
      'claims.warc#1',
      'empty.html',
      'liar.warc#1',
      'torn.html.gz',
    ]);
  },
);

check(
  'JSON lines give pages from markup, from text and from files beside them, and name each faulty line',
  {
    'lines.jsonl': [
      JSON.stringify({ url: 'https://herald.example/1', html: html('One'), published: '2031-05-01', title: 'One' }),
      JSON.stringify({ text: 'First <paragraph>.\n\nSecond.', title: 'A & B', received: '2031-05-02T00:00:00Z' }),
      '{"text": ',
      '[]',
      '{}',
      JSON.stringify({ url: 'ftp://x', html: 'x' }),
      JSON.stringify({ path: 'pages/beside.html', url: 'https://herald.example/2' }),
      JSON.stringify({ path: '../../etc/passwd' }),
      '',
    ].join('\n'),
    'pages/beside.html': html('Beside'),
    'packed.jsonl.gz': gzipSync(`${JSON.stringify({ html: html('Packed') })}\n`),
  },
  async ({ tally, pages, archive }) => {
    assert.deepEqual(
      tally.problems.map((problem) => problem.name),
      [3, 4, 5, 6, 8].map((line) => `lines.jsonl#${line}`),
    );
    // The file beside the list is met a second time by itself: under its own name it is another page.
    assert.deepEqual([tally.accepted, tally.failed], [5, 5]);
    assert.deepEqual(pages[0].hint, { title: 'One', published: '2031-05-01' });
    assert.equal(pages[1].received, '2031-05-02T00:00:00.000Z');
    assert.match(
      Buffer.from((await archive.content(pages[1]))!).toString(),
      /<h1>A &amp; B<\/h1><p>First &lt;paragraph&gt;\.<\/p><p>Second/,
    );
    assert.equal(pages[2].url, 'https://herald.example/2');
  },
);

check(
  'an OPML list adds its sources; one that is far too long is one fault',
  {
    'feeds.opml': `<?xml version="1.0"?><opml version="2.0"><head/><body><outline type="rss" text="Herald" xmlUrl="https://herald.example/feed"/></body></opml>`,
    'long.opml': `<opml version="2.0"><body>${'<outline type="rss" xmlUrl="https://herald.example/f"/>'.repeat(100_000)}</body></opml>`,
  },
  async ({ tally, store }) => {
    assert.deepEqual([tally.sources, tally.failed], [1, 1]);
    assert.equal(tally.problems[0].name, 'long.opml');
    const feed = (await store.listSources()).find((source) => source.kind === 'feed');
    assert.equal(feed?.address, 'https://herald.example/feed');
    assert.notEqual(feed?.health.nextDue, null);
  },
);

check(
  'a WACZ gives the pages of its archives',
  { 'site.wacz': zip({ 'archive/data.warc.gz': warc(...threePages), 'pages/pages.jsonl': '{}' }) },
  ({ tally, pages }) => {
    assert.deepEqual([tally.accepted, tally.failed], [3, 0]);
    assert.equal(pages[0].name, 'site.wacz/archive/data.warc.gz#1');
  },
);

check(
  'a zip that is cut short is one fault',
  { 'cut.wacz': zip({ 'archive/data.warc.gz': warc(...threePages) }).subarray(0, -30), 'good.html': html('Good') },
  ({ tally }) => {
    assert.deepEqual([tally.accepted, tally.failed], [1, 1]);
  },
);

check(
  'a file asked for by name that holds no pages says so',
  { 'picture.png': Buffer.from([0x89, 0x50, 0, 1]) },
  ({ tally }) => {
    assert.match(tally.problems[0].what, /holds no pages/);
  },
  'picture.png',
);

check('links are not followed', { 'a.html': html('A') }, async ({ folder, store, archive }) => {
  writeFileSync(join(folder, 'secret.html'), html('Secret'));
  symlinkSync(join(folder, 'secret.html'), join(folder, 'in', 'link.html'));
  const again = await importPath(join(folder, 'in'), { store, archive, now: () => at(1) });
  assert.deepEqual([again.accepted, again.known], [0, 1]);
  await assert.rejects(importPath(join(folder, 'nowhere'), { store, archive, now: () => at(1) }), { code: 'no-input' });
  const handed = await importContent('handed.html', readFileSync(join(folder, 'secret.html')), {
    store,
    archive,
    now: () => at(1),
  });
  assert.equal(handed.accepted, 1);
});

/** A zip with its files stored as they are (APPNOTE 6.3, parts 4.3.7 to 4.3.16). */
function zip(files: Record<string, Uint8Array | string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
