import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { at, seeded } from '../made.ts';
import { alertsIn, developmentRowsIn } from '../store/face.ts';
import { wirePages } from './wire.ts';

const killsWanted = 50;
const pageCount = 72;

test('killed fifty times over, it loses no accepted page and tells nothing twice', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-kill-'));
  try {
    const calm = join(folder, 'calm');
    const rough = join(folder, 'rough');
    // The undisturbed run also fills the compile cache, so that each later life begins its work sooner.
    const undisturbed = await live(folder, calm, 0, null);
    assert.equal(undisturbed.ended, true);

    const random = seeded(20_310_505);
    let accepted = 0;
    let kills = 0;
    for (let life = 0; life < killsWanted; life++) {
      // Some lives end while it opens its files, most a few lines and some milliseconds into the work.
      const after = { lines: Math.floor(random() * 4), milliseconds: random() * 12 };
      const lived = await live(folder, rough, accepted, after);
      accepted = Math.max(accepted, lived.accepted);
      if (!lived.ended) kills++;
      assert.deepEqual(lived.errors, []);
    }
    assert.ok(kills >= 0.8 * killsWanted, `only ${kills} of ${killsWanted} lives ended by a kill in the midst of work`);
    const last = await live(folder, rough, accepted, null);
    assert.deepEqual(last.errors, []);
    assert.equal(last.ended, true);

    const before = await whatIsThere(calm);
    const after = await whatIsThere(rough);
    assert.equal(before.pages.length, pageCount);
    assert.ok(before.alerts.length > 3 && before.developments.length > 10);
    assert.deepEqual(after.pages, before.pages, 'a page was lost, or came in another order');
    assert.deepEqual(after.alerts, before.alerts, 'an alert was lost or doubled');
    assert.deepEqual(after.placements, before.placements);
    assert.deepEqual(after.developments, before.developments);
    assert.deepEqual(after.stories, before.stories);
    assert.deepEqual(after.waiting, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

interface Life {
  /** Pages that the process said were accepted. */
  accepted: number;
  ended: boolean;
  errors: string[];
}

/** Runs the process, killed some milliseconds after so many lines; to its end when `killAfter` is null. */
function live(
  cache: string,
  data: string,
  first: number,
  killAfter: { lines: number; milliseconds: number } | null,
): Promise<Life> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'kill.child.ts'), data, String(pageCount), String(first)],
    { env: { ...process.env, NODE_COMPILE_CACHE: join(cache, 'compiled') }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const life: Life = { accepted: 0, ended: false, errors: [] };
  let lines = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, value] = line.split(' ');
    if (word === 'accepted') life.accepted = Number(value);
    if (word === 'error') life.errors.push(line);
    if (word === 'end') life.ended = true;
    if (killAfter !== null && lines++ === killAfter.lines)
      setTimeout(() => child.kill('SIGKILL'), killAfter.milliseconds);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => life.errors.push(text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(life));
  });
}

async function whatIsThere(data: string) {
  const store = openSqliteStore({ file: join(data, 'watchfloor.sqlite'), matches: matchQuery });
  const archive = openPageArchive({ folder: join(data, 'pages') });
  try {
    const articles = await store.articlesSince(at(0), null, 1_000);
    const sent = wirePages(pageCount);
    for (const [number, { page }] of articles.entries()) {
      assert.deepEqual(Buffer.from((await archive.content(page))!), Buffer.from(sent[number].content));
    }
    const developments = await developmentRowsIn(store);
    return {
      pages: articles.map(({ page }) => page.id),
      placements: articles.map(({ placement }) => placement),
      developments: developments.map((row) => row.development),
      stories: [...new Map(developments.map((row) => [row.story.id, row.story])).values()],
      alerts: await alertsIn(store),
      waiting: (await store.counts()).pagesWaiting,
    };
  } finally {
    await archive.close();
    await store.close();
  }
}
