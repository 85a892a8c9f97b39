import assert from 'node:assert/strict';
import {
  appendFileSync,
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
import { openPageArchive } from '../../src/store/pages.ts';
import { sha256 } from '../../src/text/hash.ts';
import { byOtherTool, fetched, pageArchiveCases } from './pages.cases.ts';

const inFolder = (name: string, work: (folder: string) => Promise<void>) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-pages-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

pageArchiveCases('a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-pages-'));
  return {
    open: async (change = {}) => openPageArchive({ folder, ...change }),
    bytesOf: async (file) => readFileSync(join(folder, file)),
    cleanUp: async () => rmSync(folder, { recursive: true }),
  };
});

inFolder('a file that is full is followed by a new one, one that is not is gone on with', async (folder) => {
  const files: (string | undefined)[] = [];
  for (let round = 0; round < 4; round++) {
    const archive = openPageArchive({ folder, fileBytesMax: 1_000 });
    const noise = Array.from({ length: 40 }, (_, at) => sha256(`${round} ${at}`)).join('');
    const kept = await archive.keep([fetched(`a${round}`), fetched(`b${round}`, noise.slice(0, 500))]);
    files.push(...kept.map((page) => page.stored?.file));
    await archive.close();
  }
  assert.ok(new Set(files).size > 1 && new Set(files).size < files.length, files.join(' '));
  for (const file of new Set(files))
    assert.equal((await byOtherTool(readFileSync(join(folder, file!))))[0].type, 'warcinfo');
});

inFolder('what a crash tears off is cut away, and nothing else', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one, two] = await archive.keep([fetched('one'), fetched('two')]);
  await archive.close();
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
    await after.close();
  }
  const after = openPageArchive({ folder });
  const [three] = await after.keep([fetched('three')]);
  assert.equal(three.stored!.file, one.stored!.file);
  for (const page of [one, two, three]) assert.ok((await after.content(page)) !== null);
  await after.close();
  assert.equal((await byOtherTool(readFileSync(file))).length, 4);
});

inFolder('a file torn within its first record is emptied and used again', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one] = await archive.keep([fetched('one')]);
  await archive.close();
  truncateSync(join(folder, one.stored!.file), 40);
  writeFileSync(join(folder, `${one.stored!.file}.writing`), String(deadProcess));
  const after = openPageArchive({ folder });
  assert.deepEqual(after.mended, [{ file: one.stored!.file, bytes: 40 }]);
  const [two] = await after.keep([fetched('two')]);
  await after.close();
  assert.equal((await byOtherTool(readFileSync(join(folder, two.stored!.file)))).length, 2);
});

inFolder('two that write at once never share a file', async (folder) => {
  const left = openPageArchive({ folder });
  const right = openPageArchive({ folder });
  const [one] = await left.keep([fetched('one')]);
  const [two] = await right.keep([fetched('two')]);
  assert.notEqual(one.stored!.file, two.stored!.file);
  assert.ok((await left.content(two)) !== null);
  await left.close();
  await right.close();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.writing')),
    [],
  );
});

inFolder('a file that another machine writes is left to it, until nothing was written for hours', async (folder) => {
  const archive = openPageArchive({ folder });
  const [one] = await archive.keep([fetched('one')]);
  await archive.close();
  const file = join(folder, one.stored!.file);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  // Its process has the number of one that lives here too.
  writeFileSync(`${file}.writing`, `${process.pid} another-machine`);
  appendFileSync(file, readFileSync(file).subarray(one.stored!.offset, one.stored!.offset + 13));
  const here = openPageArchive({ folder });
  assert.deepEqual(here.mended, []);
  const [two] = await here.keep([fetched('two')]);
  assert.notEqual(two.stored!.file, one.stored!.file);
  assert.deepEqual(await here.deleteUnused(async () => []), []);
  // After a rest this writer goes on in its file, unless another took it meanwhile.
  utimesSync(join(folder, two.stored!.file), hoursAgo(2), hoursAgo(2));
  const [three] = await here.keep([fetched('three')]);
  assert.equal(three.stored!.file, two.stored!.file);
  utimesSync(join(folder, two.stored!.file), hoursAgo(5), hoursAgo(5));
  writeFileSync(join(folder, `${two.stored!.file}.writing`), '7 another-machine');
  const [four] = await here.keep([fetched('four')]);
  assert.notEqual(four.stored!.file, two.stored!.file);
  await here.close();
  utimesSync(file, hoursAgo(5), hoursAgo(5));
  const later = openPageArchive({ folder });
  assert.deepEqual(later.mended, [{ file: one.stored!.file, bytes: 13 }]);
  for (const page of [one, two, three, four]) assert.ok((await later.content(page)) !== null);
  await later.close();
});

/** A number no process has: above the largest that systems give. */
const deadProcess = 2 ** 30;
