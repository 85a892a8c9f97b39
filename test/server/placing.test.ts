import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeReading, readPage } from '../../src/pipeline.ts';
import type { Story } from '../../src/records.ts';
import { createApp } from '../../src/server/app.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { createStories } from '../../src/stories/stories.ts';
import { compileWatches, matchQuery } from '../../src/watches/watches.ts';
import { at, publishedPage } from '../made.ts';

const told =
  'The lighthouse at Marrow Point will stay dark for nine nights, the harbour board announced on Monday. Its lens weighs two tonnes and nobody living has moved one.\n' +
  'Fishermen had counted twelve near misses among the rocks since the lamp began to fail in autumn, and two boats with lanterns will lie off the reef until a new lamp comes from a glassworks inland.';
const pages: readonly (readonly [outlet: string, title: string, body: string])[] = [
  ['Quay Times', 'Lighthouse at Marrow Point goes dark', told],
  ['North Sound', 'Marrow Point light goes dark', told],
  [
    'Evening Ledger',
    'What the dark lighthouse means at Marrow Point',
    '"The lighthouse will be dark for nine nights," harbour master Ida Holm told the Quay Times. "Two boats with lanterns will lie off the reef," Holm told the Quay Times.',
  ],
  [
    'Orchard Post',
    'Marrow Point lighthouse stays dark',
    'Skippers of Marrow Point met on Tuesday because the lighthouse is dark. The harbour board has hired two boats with lanterns for nine nights, and the skippers want a third one off the rocks.',
  ],
];

test('after a decision by hand, stories are counted as the index counts them', async () => {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const stories = createStories();
  const tools = { stories, watches: compileWatches([]), now: at(0) };
  const ids: string[] = [];
  for (const [number, [outlet, title, body]] of pages.entries()) {
    const { page, content } = publishedPage(outlet, title, body, at(number));
    await store.acceptPage(page);
    const results = placeReading(page, readPage(page, content), null, tools);
    await store.savePageResults(results);
    ids.push(results.reading.article.id);
  }
  const { app } = createApp(
    {
      store,
      pages: { content: async () => null },
      now: () => at(9),
      log: { info: () => undefined, error: (_: object, what: string) => assert.fail(what) },
    },
    { names: [], password: null },
  );
  const act = async (path: string, fields: Record<string, string> = {}) => {
    const answer = await app.request(`http://127.0.0.1:7311${path}`, {
      method: 'POST',
      headers: { host: '127.0.0.1:7311', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
    assert.equal(answer.status, 303);
  };
  const storyOf = async (number: number) => (await store.getArticle(ids[number]))!.placement!.storyId;
  const shown = async (number: number) => countsOf((await store.getStory(await storyOf(number)))!.story);
  const { originId, copyOf } = (await store.getArticle(ids[1]))!.placement!;
  assert.deepEqual([originId, copyOf], [ids[0], ids[0]], 'the second is a copy of the first');
  for (const number of [2, 3]) {
    if ((await storyOf(number)) !== (await storyOf(0)))
      await act(`/stories/${await storyOf(0)}/merge`, { story: await storyOf(number) });
  }
  // The third only cites the first.
  assert.deepEqual(await shown(0), [4, 4, 2]);
  await act(`/articles/${ids[1]}/own`);
  assert.deepEqual(await shown(0), [4, 4, 3]);
  await act(`/articles/${ids[3]}/split`);
  assert.deepEqual(
    [await shown(2), await shown(3)],
    [
      [3, 3, 2],
      [1, 1, 1],
    ],
  );
});

function countsOf({ pageCount, outletCount, independentCount }: Story): number[] {
  return [pageCount, outletCount, independentCount];
}
