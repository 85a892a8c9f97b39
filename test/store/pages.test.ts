import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { WARCParser } from 'warcio';
import type { Page } from '../../src/records.ts';
import { openPageArchive, type PageToKeep } from '../../src/store/pages.ts';
import { sha256 } from '../../src/text/hash.ts';
import { madePage } from '../made.ts';

const inFolder = (name: string, work: (folder: string) => Promise<void>) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-pages-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

const encoded = (text: string) => new TextEncoder().encode(text);

function fetched(name: string, text = `<p>The page called ${name}.</p>`, change: Partial<Page> = {}): PageToKeep {
  const content = encoded(text);
  return {
    page: madePage(name, 0, { sha256: sha256(content), byteCount: content.byteLength, stored: null, ...change }),
    content,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Encoding', 'gzip'],
      ['Content-Length', '7'],
      ['X-Split', 'one\r\nInjected: two'],
    ],
  };
}

function imported(name: string, text: string): PageToKeep {
  const content = encoded(text);
  return {
    page: madePage(name, 0, {
      url: null,
      finalUrl: null,
      name: `${name}.txt`,
      contentType: 'text/plain',
      sha256: sha256(content),
      stored: null,
    }),
    content,
    headers: null,
  };
}

/** All records of a file as another WARC tool reads them. */
async function byOtherTool(folder: string, file: string) {
  const bytes = readFileSync(join(folder, file));
  const found: {
    type: string | undefined;
    uri: string | null | undefined;
    text: string;
    headers: [string, string][];
  }[] = [];
  const parser = new WARCParser(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(bytes));
        controller.close();
      },
    }),
  );
  for await (const record of parser) {
    const text = (await record.contentText()) ?? '';
    found.push({
      type: record.warcType ?? undefined,
      uri: record.warcTargetURI,
      text,
      headers:
        record.httpHeaders === null
          ? []
          : [...record.httpHeaders.headers.entries()].map(([a, b]) => [a.toLowerCase(), b] as [string, string]),
    });
  }
  return found;
}

inFolder('pages come back byte for byte, with their headers, and are read by another tool', async (folder) => {
  const archive = openPageArchive({ folder });
  const [first, second] = archive.keep([fetched('one'), imported('dump', 'A headline\n\nAnd a text.\n')]);
  archive.close();
  const again = openPageArchive({ folder });
  assert.deepEqual(again.mended, []);
  assert.equal(Buffer.from((await again.content(first))!).toString(), '<p>The page called one.</p>');
  assert.equal(Buffer.from((await again.content(second))!).toString(), 'A headline\n\nAnd a text.\n');
  const headers = await again.headers(first);
  assert.equal(headers?.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(headers?.has('injected'), false);
  assert.equal(await again.headers(second), null);
  again.close();

  const records = await byOtherTool(folder, first.stored!.file);
  assert.deepEqual(
    records.map((record) => record.type),
    ['warcinfo', 'response', 'resource'],
  );
  assert.equal(records[1].uri, first.url);
  assert.equal(records[1].text, '<p>The page called one.</p>');
  assert.ok(records[1].headers.some(([name]) => name === 'x-archive-orig-content-encoding'));
  assert.equal(records[2].text, 'A headline\n\nAnd a text.\n');
});

test('any bytes come back as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-pages-'));
  const archive = openPageArchive({ folder, fileBytesMax: 4_000 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.boolean(), async (content, http) => {
      const made = http ? fetched('any') : imported('any', '');
      const page = { ...made.page, sha256: sha256(content) };
      const [kept] = archive.keep([{ ...made, page, content }]);
      assert.deepEqual(Buffer.from((await archive.content(kept))!), Buffer.from(content));
    }),
    { numRuns: 60 },
  );
  archive.close();
  assert.ok(readdirSync(folder).length > 2);
  rmSync(folder, { recursive: true });
});

inFolder('a file that is full is followed by a new one, one that is not is gone on with', async (folder) => {
  const files: (string | undefined)[] = [];
  for (let round = 0; round < 4; round++) {
    const archive = openPageArchive({ folder, fileBytesMax: 1_000 });
    const noise = Array.from({ length: 40 }, (_, at) => sha256(`${round} ${at}`)).join('');
    const kept = archive.keep([fetched(`a${round}`), fetched(`b${round}`, noise.slice(0, 500))]);
    files.push(...kept.map((page) => page.stored?.file));
    archive.close();
  }
  assert.ok(new Set(files).size > 1 && new Set(files).size < files.length, files.join(' '));
  for (const file of new Set(files)) assert.equal((await byOtherTool(folder, file!))[0].type, 'warcinfo');
});

inFolder('what a crash tears off is cut away, and nothing else', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one, two] = archive.keep([fetched('one'), fetched('two')]);
  archive.close();
  const file = join(folder, one.stored!.file);
  const whole = readFileSync(file);
  const member = whole.subarray(two.stored!.offset);
  // A record torn at every length, down to the first byte, by a process that is no more.
  for (const length of [...Array.from({ length: 20 }, (_, at) => at + 1), member.length >> 1, member.length - 1]) {
    appendFileSync(file, member.subarray(0, length));
    writeFileSync(`${file}.writing`, String(deadProcess));
    const after = openPageArchive({ folder });
    assert.deepEqual(after.mended, [{ file: one.stored!.file, bytes: length }]);
    assert.deepEqual(readFileSync(file), whole);
    after.close();
  }
  const after = openPageArchive({ folder });
  const [three] = after.keep([fetched('three')]);
  assert.equal(three.stored!.file, one.stored!.file);
  for (const page of [one, two, three]) assert.ok((await after.content(page)) !== null);
  after.close();
  assert.equal((await byOtherTool(folder, one.stored!.file)).length, 4);
});

inFolder('a file torn within its first record is emptied and used again', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one] = archive.keep([fetched('one')]);
  archive.close();
  truncateSync(join(folder, one.stored!.file), 40);
  writeFileSync(join(folder, `${one.stored!.file}.writing`), String(deadProcess));
  const after = openPageArchive({ folder });
  assert.deepEqual(after.mended, [{ file: one.stored!.file, bytes: 40 }]);
  const [two] = after.keep([fetched('two')]);
  after.close();
  assert.equal((await byOtherTool(folder, two.stored!.file)).length, 2);
});

inFolder('two that write at once never share a file', async (folder) => {
  const left = openPageArchive({ folder });
  const right = openPageArchive({ folder });
  const [one] = left.keep([fetched('one')]);
  const [two] = right.keep([fetched('two')]);
  assert.notEqual(one.stored!.file, two.stored!.file);
  assert.ok((await left.content(two)) !== null);
  left.close();
  right.close();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.writing')),
    [],
  );
});

inFolder('a file that another machine writes is left to it, until nothing was written for hours', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one] = archive.keep([fetched('one')]);
  archive.close();
  const file = join(folder, one.stored!.file);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  // Its process has the number of one that lives here too.
  writeFileSync(`${file}.writing`, `${process.pid} another-machine`);
  appendFileSync(file, readFileSync(file).subarray(one.stored!.offset, one.stored!.offset + 13));
  const here = openPageArchive({ folder });
  assert.deepEqual(here.mended, []);
  const [two] = here.keep([fetched('two')]);
  assert.notEqual(two.stored!.file, one.stored!.file);
  assert.deepEqual(here.deleteUnused(new Set()), []);
  // After a rest this writer goes on in its file, unless another took it meanwhile.
  utimesSync(join(folder, two.stored!.file), hoursAgo(2), hoursAgo(2));
  const [three] = here.keep([fetched('three')]);
  assert.equal(three.stored!.file, two.stored!.file);
  utimesSync(join(folder, two.stored!.file), hoursAgo(5), hoursAgo(5));
  writeFileSync(join(folder, `${two.stored!.file}.writing`), '7 another-machine');
  const [four] = here.keep([fetched('four')]);
  assert.notEqual(four.stored!.file, two.stored!.file);
  here.close();
  utimesSync(file, hoursAgo(5), hoursAgo(5));
  const later = openPageArchive({ folder });
  assert.deepEqual(later.mended, [{ file: one.stored!.file, bytes: 13 }]);
  for (const page of [one, two, three, four]) assert.ok((await later.content(page)) !== null);
  later.close();
});

inFolder('damage and absence are told apart', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one] = archive.keep([fetched('one')]);
  archive.close();
  const after = openPageArchive({ folder });
  await assert.rejects(after.content({ ...one, sha256: sha256('another') }), {
    code: 'page-damaged',
    advice: /backup/,
  });
  await assert.rejects(
    after.content({ ...one, stored: { ...one.stored!, offset: one.stored!.offset + 3, length: 30 } }),
    {
      code: 'page-damaged',
    },
  );
  assert.equal(await after.content({ ...one, stored: null }), null);
  assert.equal(await after.content({ ...one, stored: { ...one.stored!, file: '../secret.warc.gz' } }), null);
  assert.deepEqual(after.deleteUnused(new Set([one.stored!.file])), []);
  assert.deepEqual(after.deleteUnused(new Set()), [one.stored!.file]);
  assert.equal(existsSync(join(folder, one.stored!.file)), false);
  assert.equal(await after.content(one), null);
  after.close();
});

/** A number no process has: above the largest that systems give. */
const deadProcess = 2 ** 30;
