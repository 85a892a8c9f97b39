import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WARCParser } from 'warcio';
import type { Page } from '../../src/records.ts';
import type { PageArchive, PageToKeep } from '../../src/store/pages.ts';
import { sha256 } from '../../src/text/hash.ts';
import { madePage } from '../made.ts';

/** A place for pages that a test opens archives on. */
export interface ArchivePlace {
  open(change?: { readonly orphanSeconds?: number }): Promise<PageArchive>;
  /** A file as it lies there. */
  bytesOf(file: string): Promise<Uint8Array>;
  cleanUp(): Promise<void>;
}

/** The promise of a page archive, wherever it keeps them. */
export function pageArchiveCases(where: string, place: () => Promise<ArchivePlace>): void {
  const check = (name: string, work: (place: ArchivePlace) => Promise<void>) =>
    test(`${where}: ${name}`, async () => {
      const made = await place();
      try {
        await work(made);
      } finally {
        await made.cleanUp();
      }
    });

  check(
    'pages come back byte for byte, with their headers, and are read by another tool',
    async ({ open, bytesOf }) => {
      const archive = await open();
      const [first, second] = await archive.keep([fetched('one'), imported('dump', 'A headline\n\nAnd a text.\n')]);
      await archive.close();
      const again = await open();
      assert.deepEqual(again.mended, []);
      assert.equal(Buffer.from((await again.content(first))!).toString(), '<p>The page called one.</p>');
      assert.equal(Buffer.from((await again.content(second))!).toString(), 'A headline\n\nAnd a text.\n');
      const headers = await again.headers(first);
      assert.equal(headers?.get('content-type'), 'text/html; charset=utf-8');
      assert.equal(headers?.has('injected'), false);
      assert.equal(await again.headers(second), null);
      await again.close();

      const records = await byOtherTool(await bytesOf(first.stored!.file));
      assert.deepEqual(
        records.map((record) => record.type),
        ['warcinfo', 'response', 'resource'],
      );
      assert.equal(records[1].uri, first.url);
      assert.equal(records[1].text, '<p>The page called one.</p>');
      assert.ok(records[1].headers.some(([name]) => name === 'x-archive-orig-content-encoding'));
      assert.equal(records[2].text, 'A headline\n\nAnd a text.\n');
    },
  );

  check('any bytes come back as they were', async ({ open }) => {
    const archive = await open();
    const kept: Promise<void>[] = [];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.boolean(), (content, http) => {
        const made = http ? fetched('any') : imported('any', '');
        const page = { ...made.page, sha256: sha256(content) };
        const backAgain = async () => {
          const [one] = await archive.keep([{ ...made, page, content }]);
          assert.deepEqual(Buffer.from((await archive.content(one))!), Buffer.from(content));
        };
        kept.push(backAgain());
      }),
      { numRuns: 60 },
    );
    await Promise.all(kept);
    await archive.close();
  });

  check('two that write at once never share a file', async ({ open }) => {
    const [left, right] = [await open(), await open()];
    const [[one], [two]] = await Promise.all([left.keep([fetched('one')]), right.keep([fetched('two')])]);
    assert.notEqual(one.stored!.file, two.stored!.file);
    assert.ok((await left.content(two)) !== null);
    await left.close();
    await right.close();
  });

  check('damage and absence are told apart', async ({ open }) => {
    const archive = await open();
    const [one] = await archive.keep([fetched('one')]);
    await archive.close();
    const after = await open();
    await assert.rejects(after.content({ ...one, sha256: sha256('another') }), {
      code: 'page-damaged',
      advice: /backup/,
    });
    const stored = one.stored!;
    await assert.rejects(after.content({ ...one, stored: { ...stored, offset: stored.offset + 3, length: 30 } }), {
      code: 'page-damaged',
    });
    assert.equal(await after.content({ ...one, stored: null }), null);
    for (const name of ['../secret.warc.gz', '../can-write', 'pages-1.warc.gz', '', 'pages-000001.warc.gz/..'])
      assert.equal(await after.content({ ...one, stored: { ...stored, file: name } }), null, name);
    assert.equal(await after.content({ ...one, stored: { ...stored, file: 'pages-999999.warc.gz' } }), null);
    assert.equal(await after.content({ ...one, stored: { ...stored, offset: stored.offset + 1e9 } }), null);
    await after.close();
  });

  check('files that no page lies in go, but what may still be accepted stays', async ({ open }) => {
    const archive = await open();
    const [one] = await archive.keep([fetched('one')]);
    await archive.close();
    const careful = await open();
    assert.deepEqual(await careful.deleteUnused(async () => []), []);
    await careful.close();
    const after = await open({ orphanSeconds: 0 });
    const asked: string[] = [];
    const inUse = async (files: readonly string[]) => {
      asked.push(...files);
      return files.filter((file) => file === one.stored!.file);
    };
    assert.deepEqual(await after.deleteUnused(inUse), []);
    assert.deepEqual(asked, [one.stored!.file]);
    assert.deepEqual(await after.deleteUnused(async () => [], ['../other', 'can-write']), []);
    assert.deepEqual(await after.deleteUnused(async () => [], [one.stored!.file]), [one.stored!.file]);
    assert.equal(await after.content(one), null);
    await after.close();
  });

  check('whole files are listed, read and put back', async ({ open }) => {
    const archive = await open();
    const [one] = await archive.keep([fetched('one')]);
    await archive.close();
    const after = await open();
    const files: { file: string; bytes: number }[] = [];
    for await (const file of after.files()) files.push(file);
    assert.deepEqual(
      files.map(({ file }) => file),
      [one.stored!.file],
    );
    const [{ file, bytes }] = files;
    const read = async (name: string, length: number) => {
      const parts: Uint8Array[] = [];
      for await (const part of after.fileContent(name, length)) parts.push(part);
      return Buffer.concat(parts);
    };
    const content = await read(file, bytes);
    assert.equal(content.byteLength, bytes);
    assert.deepEqual(await read(file, 20), content.subarray(0, 20));
    await assert.rejects(read(file, bytes + 1), { code: 'page-file-gone' });
    await assert.rejects(read('pages-000007.warc.gz', 1), { code: 'page-file-gone' });
    // A name of either kind is found where it was put.
    for (const name of ['pages-000007.warc.gz', 'pages-20261125-140812345-0123456789ab.warc.gz']) {
      await after.putFile(name, content);
      const moved = { ...one, stored: { ...one.stored!, file: name } };
      assert.equal(Buffer.from((await after.content(moved))!).toString(), '<p>The page called one.</p>');
    }
    const [next] = await after.keep([fetched('next')]);
    assert.ok((await after.content(next)) !== null);
    await after.check();
    await after.close();
  });
}

const encoded = (text: string) => new TextEncoder().encode(text);

export function fetched(
  name: string,
  text = `<p>The page called ${name}.</p>`,
  change: Partial<Page> = {},
): PageToKeep {
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

export function imported(name: string, text: string): PageToKeep {
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
export async function byOtherTool(bytes: Uint8Array) {
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
