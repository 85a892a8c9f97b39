import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import type { EmbedPort } from '../../src/worker/joining.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at } from '../made.ts';
import { nearlyOne } from '../stories/nearly-one.ts';

/** Works through the texts that are nearly one story, with a model or without; gives the stories that stand in the end. */
async function storiesWith(embed: EmbedPort | null): Promise<{ stories: string[]; errors: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-embedding-'));
  const now = () => at(0);
  const store = openSqliteStore({ file: join(folder, 'db'), matches: matchQuery, now });
  const archive = openPageArchive({ folder: join(folder, 'pages') });
  const errors: string[] = [];
  const worker = createWorker({
    store,
    archive,
    now,
    log: { info: () => undefined, error: (_, message) => errors.push(message) },
    ports: { embed },
    limits: { idleSeconds: 0.02, secondLookSeconds: 0, secondLookSecondsBusy: 0 },
  });
  try {
    const pages = nearlyOne().map(({ title, body }, turn) => ({
      url: `https://outlet${turn}.example/text`,
      finalUrl: `https://outlet${turn}.example/text`,
      name: null,
      sourceId: null,
      received: now(),
      content: new TextEncoder().encode(
        `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p></article></body></html>`,
      ),
      contentType: 'text/html',
      status: 200,
      headers: [],
      hint: { published: '2031-05-05' },
    }));
    await receivePages(pages, store, archive);
    const { failed } = await worker.drain();
    assert.equal(failed, 0);
    return { stories: await storyOf(store), errors };
  } finally {
    await archive.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** The story of each article, by address. */
async function storyOf(store: Store): Promise<string[]> {
  const found: [string, string][] = [];
  for (const { reading, placement, page } of await store.articlesSince('0000', null, 100))
    if (reading.article.kind !== 'none') found.push([page.url ?? '', placement?.storyId ?? '']);
  return found.sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, storyId]) => storyId);
}

test('a model that finds two stories alike makes them one, at the second look, and is asked once', async () => {
  const without = await storiesWith(null);
  assert.notEqual(without.stories[0], without.stories[2]);
  let asked = 0;
  const likenesses = async (pairs: readonly (readonly [string, string])[]) => {
    asked += pairs.length;
    return pairs.map(() => 0.9);
  };
  const joined = await storiesWith({ likenesses, likenessMin: 0.8 });
  assert.deepEqual(new Set(joined.stories.slice(0, 4)).size, 1);
  assert.equal(new Set(joined.stories).size, new Set(without.stories).size - 1);
  assert.equal(asked, 1);
  assert.deepEqual((await storiesWith({ likenesses, likenessMin: 0.95 })).stories, without.stories);
});

test('a model that fails changes nothing and stops nothing; why is logged', async () => {
  const without = await storiesWith(null);
  const failing = async () => {
    throw new Failure('status-503', 'model.example answered 503', { retry: 'later', advice: 'Try again.' });
  };
  const { stories, errors } = await storiesWith({ likenesses: failing, likenessMin: 0.8 });
  assert.deepEqual(stories, without.stories);
  assert.deepEqual(new Set(errors), new Set(['the embedding model could not be asked']));
});
