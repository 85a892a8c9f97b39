import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GoldScore, scoreGold } from './gold-score.ts';
import { goldArticles } from './gold-stories.ts';

/** What is promised of developments, and what these stories hold to: short texts, each with one thing to tell. */
const promised = { precision: 0.95, recall: 0.9, mixed: 0 };
const shortStories = new Set(
  `bridge-toll mine-flood altered-copy silent-edit denial two-quakes-a two-quakes-b korean-festival chinese-canal
   spanish-market launch-window reservoir-ko bridge-zh strike-es museum-theft vaccine-doses two-fires-a two-fires-b
   merger-denied festival-held-en`.split(/\s+/),
);

/**
 * What is reached over all stories, most of them of lifelike length: less than is promised. Only ever raised until it is that.
 * `mixed` counts look-alikes that are taken for one.
 */
const reached = { precision: 0.95, recall: 0.93, mixed: 0 };

test('developments of short stories are told with the precision and recall that are promised', () => {
  const articles = goldArticles().filter(({ story }) => shortStories.has(story));
  assert.equal(new Set(articles.map(({ story }) => story)).size, shortStories.size);
  holds(scoreGold(articles), promised);
});

test('developments of all stories are told as well as they were before', () => {
  holds(scoreGold(), reached);
});

function holds({ right, found, wanted, mixed, faults }: GoldScore, bar: typeof promised): void {
  assert.ok(mixed <= bar.mixed, `${mixed} stories are one with another`);
  assert.ok(
    right / found >= bar.precision && right / wanted >= bar.recall,
    `${right} of ${found}, ${wanted} wanted\n${faults.join('\n')}`,
  );
}
