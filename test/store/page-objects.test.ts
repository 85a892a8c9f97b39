import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { inspect } from 'node:util';
import { Failure, isOutage } from '../../src/failures.ts';
import type { BucketOptions } from '../../src/store/bucket.ts';
import { movePages } from '../../src/store/move-pages.ts';
import { openPageObjects, refusedAtStart } from '../../src/store/page-objects.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { sha256 } from '../../src/text/hash.ts';
import { type ObjectServer, startObjectServer, whyNoObjectServer } from './object-server.ts';
import { fetched, pageArchiveCases } from './pages.cases.ts';

describe('pages in a bucket', { skip: whyNoObjectServer() ?? false }, () => {
  let server: ObjectServer;
  before(async () => {
    server = await startObjectServer();
  });
  after(async () => {
    await server.stop();
  });

  const open = (options: BucketOptions, change: object = {}) =>
    openPageObjects({ ...options, gatherMilliseconds: 20, ...change });

  pageArchiveCases('a bucket', async () => {
    const options = server.freshBucket();
    return {
      open: (change = {}) => open(options, change),
      bytesOf: async (file) => readFileSync(join(server.folderOf(options), file)),
      cleanUp: async () => undefined,
    };
  });

  test('pages that come in within a moment share an object, and each lies in it by itself', async () => {
    const options = server.freshBucket();
    const archive = await open(options, { gatherMilliseconds: 200 });
    const names = ['one', 'two', 'three'];
    const kept = await Promise.all(names.map((name) => archive.keep([fetched(name)])));
    assert.equal(new Set(kept.map(([page]) => page.stored!.file)).size, 1);
    await archive.close();
    const again = await open(options);
    for (const [at, [page]] of kept.entries())
      assert.equal(Buffer.from((await again.content(page))!).toString(), `<p>The page called ${names[at]}.</p>`);
    await again.close();
  });

  test('what an import brings at once is stored at once, in objects of bounded size', async () => {
    const options = server.freshBucket();
    const archive = await open(options, { gatherMilliseconds: 60_000 });
    const noise = Array.from({ length: 40_000 }, (_, at) => sha256(String(at))).join('');
    const pages = Array.from({ length: 12 }, (_, at) => fetched(`large ${at}`, `${at}${noise}`));
    // Nobody waits a minute.
    const kept = await Promise.all([archive.keep(pages.slice(0, 6)), archive.keep(pages.slice(6))]);
    assert.ok(new Set(kept.flat().map((page) => page.stored!.file)).size > 1);
    for (const [at, page] of kept.flat().entries())
      assert.deepEqual(Buffer.from((await archive.content(page))!), Buffer.from(pages[at].content));
    await archive.close();
  });

  test('closing waits for what was begun', async () => {
    const options = server.freshBucket();
    const archive = await open(options, { gatherMilliseconds: 60_000 });
    const keeping = archive.keep([fetched('one')]);
    await archive.close();
    const [page] = await keeping;
    const again = await open(options);
    assert.ok((await again.content(page)) !== null);
    await again.close();
  });

  test('moved from a folder and back, pages are found where their records say', async () => {
    const [here, back] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'watchfloor-pages-')));
    const folder = openPageArchive({ folder: here, fileBytesMax: 600 });
    const pages = [...(await folder.keep([fetched('one'), fetched('two'), fetched('three')]))];
    await folder.close();
    const bucket = await open(server.freshBucket());
    const moved = async (...[from, to]: Parameters<typeof movePages>) => {
      let last = { files: 0, copied: 0, bytes: 0 };
      for await (const step of movePages(from, to)) last = step;
      return last;
    };
    const files = readdirSync(here).length;
    assert.ok(files > 1);
    const source = openPageArchive({ folder: here });
    const first = await moved(source, bucket);
    assert.deepEqual([first.files, first.copied], [files, files]);
    // What is there and the same is not copied again; a file that grew or was spoiled is.
    assert.equal((await moved(source, bucket)).copied, 0);
    await bucket.putFile(pages[0].stored!.file, Buffer.from('spoiled'));
    assert.equal((await moved(source, bucket)).copied, 1);
    for (const page of pages) assert.ok((await bucket.content(page)) !== null);
    pages.push(...(await bucket.keep([fetched('four')])));
    const target = openPageArchive({ folder: back });
    assert.equal((await moved(bucket, target)).files, files + 1);
    for (const page of pages) assert.ok((await target.content(page)) !== null);
    // A folder goes on in files of its own.
    const [five] = await target.keep([fetched('five')]);
    assert.match(five.stored!.file, /^pages-\d{6}\.warc\.gz$/);
    for (const archive of [source, target, bucket]) await archive.close();
    for (const one of [here, back]) rmSync(one, { recursive: true });
  });

  test('what lies beside the pages is left alone', async () => {
    const options = server.freshBucket();
    const archive = await open(options, { orphanSeconds: 0 });
    const [page] = await archive.keep([fetched('one')]);
    await archive.check();
    writeFileSync(join(server.folderOf(options), 'pages-of-another-program.txt'), 'x');
    assert.deepEqual(await archive.deleteUnused(async () => []), [page.stored!.file]);
    assert.ok(readdirSync(server.folderOf(options)).includes('pages-of-another-program.txt'));
    await archive.close();
  });

  test('wrong keys, a bucket that is not there, a store that is away: each is told as that, and no secret with it', async () => {
    const good = server.freshBucket();
    const wrong: [BucketOptions, string][] = [
      [{ ...good, credentials: { keyId: 'watch', secretKey: 'wrong-secret' } }, 'pages-refused'],
      [{ ...good, credentials: { keyId: 'nobody-knows', secretKey: 'wrong-secret' } }, 'pages-refused'],
      [{ ...good, bucket: 'not-there' }, 'pages-refused'],
      [{ ...good, endpoint: 'http://127.0.0.1:9', retriesMax: 1 }, 'pages-away'],
    ];
    for (const [options, code] of wrong) {
      const archive = await open(options);
      const failure = await failureOf(archive.keep([fetched('one')]));
      assert.equal(failure.code, code);
      assert.ok(isOutage(failure));
      assert.doesNotMatch(inspect(failure, { depth: 9 }), /wrong-secret|nobody-knows|a-secret-of-the-test/);
      if (code === 'pages-refused') await assert.rejects(refusedAtStart(archive), { code });
      else await refusedAtStart(archive);
      await archive.close();
    }
  });

  test('killed and started again, it is gone on with', async () => {
    const options = { ...server.freshBucket(), retriesMax: 0 };
    const archive = await open(options);
    const [one] = await archive.keep([fetched('one')]);
    await server.kill();
    assert.equal((await failureOf(archive.keep([fetched('two')]))).code, 'pages-away');
    await server.start();
    const [two] = await archive.keep([fetched('two')]);
    const other = await open(options);
    for (const page of [one, two]) assert.ok((await other.content(page)) !== null);
    await archive.close();
    await other.close();
  });
});

/** A store that answers each request as it is told to, and counts them. */
async function answering(answer: (response: ServerResponse, count: number) => void) {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(response, ++count));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const archive = await openPageObjects({
    bucket: 'desk',
    prefix: '',
    endpoint: `http://user:hidden@127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    pathStyle: true,
    credentials: { keyId: 'watch', secretKey: 'a-secret-of-the-test' },
    retriesMax: 2,
    requestSeconds: 1,
    gatherMilliseconds: 0,
  });
  return {
    archive,
    count: () => count,
    async close() {
      await archive.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const refusal = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message><StringToSign>a-secret-of-the-test</StringToSign></Error>`;

const endings: readonly [
  name: string,
  answer: (response: ServerResponse, count: number) => void,
  code: string,
  asked: number,
][] = [
  ['errors of its own', (response) => response.writeHead(503).end(refusal('SlowDown')), 'pages-away', 3],
  ['no answer', () => undefined, 'pages-away', 3],
  ['a cut connection', (response) => response.destroy(), 'pages-away', 3],
  ['no room', (response) => response.writeHead(507).end(refusal('XMinioStorageFull')), 'disk-full', 1],
  ['a refusal', (response) => response.writeHead(403).end(refusal('SignatureDoesNotMatch')), 'pages-refused', 1],
  ['no XML', (response) => response.writeHead(400).end('a-secret-of-the-test'), 'pages-refused', 1],
];
for (const [name, answer, code, asked] of endings) {
  test(`a store that gives ${name} is tried so often and no more, and told of without what it said`, async () => {
    const store = await answering(answer);
    try {
      const failure = await failureOf(store.archive.keep([fetched('one')]));
      assert.equal(failure.code, code);
      assert.equal(store.count(), asked);
      assert.doesNotMatch(inspect(failure, { depth: 9 }), /a-secret-of-the-test|hidden/);
    } finally {
      await store.close();
    }
  });
}

test('a store that fails for a moment is not noticed', async () => {
  const store = await answering((response, count) =>
    count < 3 ? response.writeHead(500).end(refusal('InternalError')) : response.writeHead(200).end(),
  );
  assert.equal((await store.archive.keep([fetched('one')])).length, 1);
  assert.equal(store.count(), 3);
  await store.close();
});

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown = await work.then(
    () => assert.fail('it did not fail'),
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof Failure, inspect(thrown));
  return thrown;
}
