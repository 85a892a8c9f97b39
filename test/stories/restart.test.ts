import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../src/read/read.ts';
import { createStories } from '../../src/stories/stories.ts';
import { goldArticles } from './gold-stories.ts';
import { arrivalOf } from './telling.ts';

test('a second look after a restart leaves every article where it would have left it without', () => {
  const stories = createStories();
  const placed = goldArticles().map((article, turn) => {
    const bare = arrivalOf({ ...article, received: article.published }, turn);
    const { reading } = read(bare.reading.article, []).value;
    return stories.place({ ...bare, reading }).value;
  });
  const rebuilt = createStories();
  for (const { placement, memory } of placed) rebuilt.restore(placement.articleId, placement.storyId, memory);
  const [straight, after] = [stories, rebuilt].map((one) => {
    const { placements } = one.lookAgain();
    return placements.map(({ articleId, storyId }) => [articleId, storyId]);
  });
  assert.ok(straight.length > 0, 'the second look moves nothing: the test proves nothing');
  assert.deepEqual(after, straight);
});
