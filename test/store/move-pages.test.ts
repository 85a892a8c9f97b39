import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { movePages, type PagesMoved } from '../../src/store/move-pages.ts';
import { openPageArchive, type PageArchive } from '../../src/store/pages.ts';
import { fetched } from './pages.cases.ts';

/** Two page folders, each with pages of its own in files of the same names. */
function check(name: string, work: (here: PageArchive, there: PageArchive) => Promise<void>): void {
  test(name, async () => {
    const folders = ['here', 'there'].map((place) => mkdtempSync(join(tmpdir(), `watchfloor-${place}-`)));
    const [here, there] = folders.map((folder) => openPageArchive({ folder }));
    try {
      await work(here, there);
    } finally {
      await here.close();
      await there.close();
      for (const folder of folders) rmSync(folder, { recursive: true });
    }
  });
}

async function moved(from: PageArchive, to: PageArchive): Promise<PagesMoved> {
  let last: PagesMoved = { files: 0, copied: 0, bytes: 0 };
  for await (const step of movePages(from, to)) last = step;
  return last;
}

check('pages that a desk kept where they were moved to outlive a second move', async (here, there) => {
  const [one] = await here.keep([fetched('one')]);
  assert.equal((await moved(here, there)).copied, 1);
  const [two] = await there.keep([fetched('two')]);
  assert.equal(two.stored!.file, one.stored!.file, 'the desk goes on in the file that was moved');
  const { files, copied } = await moved(here, there);
  assert.deepEqual([files, copied], [1, 0]);
  for (const page of [one, two]) assert.ok((await there.content(page)) !== null);
});

check('what came meanwhile is taken by a second move', async (here, there) => {
  await here.keep([fetched('one')]);
  await moved(here, there);
  const [two] = await here.keep([fetched('two')]);
  assert.equal((await moved(here, there)).copied, 1);
  assert.ok((await there.content(two)) !== null);
});

check('pages are never moved over those of another desk', async (here, there) => {
  await here.keep([fetched('one')]);
  const [other] = await there.keep([fetched('other')]);
  await assert.rejects(moved(here, there), { code: 'not-empty' });
  assert.ok((await there.content(other)) !== null);
});

check('two that went on apart are not made one', async (here, there) => {
  await here.keep([fetched('one')]);
  await moved(here, there);
  const [two] = await there.keep([fetched('two')]);
  await here.keep([fetched('three')]);
  await assert.rejects(moved(here, there), { code: 'not-empty' });
  assert.ok((await there.content(two)) !== null);
});
