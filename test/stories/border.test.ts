import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStories, type Placed, type Stories } from '../../src/stories/stories.ts';
import { nearlyOne } from './nearly-one.ts';
import { arrivalOf } from './telling.ts';

/** The two stories that are nearly one, and others like neither, looked at a second time: that parts them. */
function parted(): { readonly stories: Stories; readonly all: readonly Placed[] } {
  const stories = createStories();
  const all = nearlyOne().map((told, turn) => stories.place(arrivalOf(told, turn)).value);
  assert.deepEqual(stories.borders(), [], 'nothing is on the border before a second look');
  stories.lookAgain();
  return { stories, all };
}

/** Numbers of the articles by story, those of one story together. */
function grouped(stories: Stories, all: readonly Placed[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [at, { placement }] of all.entries()) {
    const { storyId } = stories.placementOf(placement.articleId)!;
    groups.set(storyId, [...(groups.get(storyId) ?? []), at]);
  }
  return [...groups.values()];
}

const apart = [[0, 1], [2, 3], [4], [5], [6], [7]];
const joined = [[0, 1, 2, 3], [4], [5], [6], [7]];

test('after a second look the pair of stories that is nearly one is on the border, and nothing else', () => {
  const { stories, all } = parted();
  assert.deepEqual(grouped(stories, all), apart);
  const [pair, ...others] = stories.borders();
  assert.deepEqual(others, []);
  assert.deepEqual(
    pair.articleIds.map((id) => all.findIndex(({ placement }) => placement.articleId === id) < 2).toSorted(),
    [false, true],
  );
});

test('a pair that is joined is one story, the older of the two; later looks and arrivals leave it so', () => {
  const { stories, all } = parted();
  const { placements, stories: changed } = stories.join(stories.borders());
  assert.deepEqual(
    placements.map(({ articleId, storyId }) => [articleId, storyId]),
    all.slice(2, 4).map(({ placement }) => [placement.articleId, all[0].story.id]),
  );
  assert.deepEqual(
    changed.map(({ id, pageCount }) => [id, pageCount]),
    [[all[0].story.id, 4]],
  );
  assert.deepEqual(stories.lookAgain().placements, []);
  assert.deepEqual(stories.borders(), []);
  assert.deepEqual(grouped(stories, all), joined);
  assert.deepEqual(stories.join([]).placements, []);
});

test('what was joined stays joined after a restart', () => {
  const { stories, all } = parted();
  stories.join(stories.borders());
  const rebuilt = createStories();
  for (const { placement, memory } of all)
    rebuilt.restore(placement.articleId, stories.placementOf(placement.articleId)!.storyId, memory);
  assert.deepEqual(grouped(rebuilt, all), joined);
});

test('what a person decided is not joined', () => {
  const { stories, all } = parted();
  const rebuilt = createStories();
  for (const [at, { placement, memory }] of all.entries()) {
    const { articleId } = placement;
    const { storyId } = stories.placementOf(articleId)!;
    const decided = at === 2 || at === 3 ? { ...placement, storyId, byHand: true } : null;
    rebuilt.restore(articleId, storyId, memory, decided);
  }
  rebuilt.lookAgain();
  assert.deepEqual(rebuilt.join(rebuilt.borders()).placements, []);
  assert.deepEqual(grouped(rebuilt, all), apart);
});

test('stories that are alike in a chain become one, the oldest of them, in whatever order their pairs are told', () => {
  const { all } = parted();
  const pairs = [4, 5, 6].map((at) => ({
    storyIds: [all[at].story.id, all[at + 1].story.id] as const,
    articleIds: [all[at].placement.articleId, all[at + 1].placement.articleId] as const,
    likeness: 0.2,
  }));
  for (const order of [pairs, pairs.toReversed(), [pairs[0], pairs[2], pairs[1]]]) {
    const { stories } = parted();
    const { placements, stories: changed } = stories.join(order);
    assert.equal(placements.length, 3);
    assert.deepEqual(
      changed.map(({ id, pageCount }) => [id, pageCount]),
      [[all[4].story.id, 4]],
    );
    assert.deepEqual(grouped(stories, all), [
      [0, 1],
      [2, 3],
      [4, 5, 6, 7],
    ]);
  }
});
