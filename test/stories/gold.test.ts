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
 * What is reached over all stories that rules were made by, most of them of lifelike length, a little below what they score so that
 * one wrong reading elsewhere does not stop everything. Only ever raised. `mixed` counts look-alikes that are taken for one.
 */
const reached = { precision: 0.95, recall: 0.95, mixed: 0 };

/**
 * Stories written after the rules: on first sight 20 of 29 told were right, and 20 of 32 wanted were found. What was mended then
 * was kinds of fault, not these texts; what is left shows how much less other texts give than those above.
 */
const laterStories = new Set(
  'avalanche-pass brueckensperre-de sequia-embalse-es subway-ko flood-zh bridge-ru bank-outage-en whale-en'.split(' '),
);
const reachedLater = { precision: 0.85, recall: 0.85, mixed: 0 };

/**
 * Stories of later batches by when they were written, each before the program saw it: its own first figures are in
 * `bench/RESULTS.md`, and kinds of fault were mended since.
 */
const batches: Readonly<Record<string, string>> = {
  first: `ferry-grounding clinic-breach airline-strike-ko milk-powder-zh apagon-isla zugunglueck-de usine-fermeture-fr
    lesnoy-pozhar-ru`,
  second: `trial-halted fish-quota coaster-ko marathon-zh basura-es trinkwasser-de proces-fr shahta-ru`,
  third: `chip-plant ice-storm museum-ko bridge-opening-zh vuelo-es klinik-streik-de canicule-fr metro-ru`,
  fourth: `zoo-escape bus-crash hagakgyo-ko volcan-alerta-es tunnelbau-de hopital-fr zavod-ru yugang-zh`,
};
const laterBatches = new Set(Object.values(batches).flatMap((list) => list.split(/\s+/)));
const reachedBatches = { precision: 0.92, recall: 0.87, mixed: 0 };

test('developments of short stories are told with the precision and recall that are promised', () => {
  const articles = goldArticles().filter(({ story }) => shortStories.has(story));
  assert.equal(new Set(articles.map(({ story }) => story)).size, shortStories.size);
  holds(scoreGold(articles), promised);
});

test('developments of all stories are told as well as they were before', () => {
  holds(scoreGold(goldArticles().filter(({ story }) => !laterStories.has(story) && !laterBatches.has(story))), reached);
});

test('developments of stories written later are told as well as they were before', () => {
  const articles = goldArticles().filter(({ story }) => laterStories.has(story));
  assert.equal(new Set(articles.map(({ story }) => story)).size, laterStories.size);
  holds(scoreGold(articles), reachedLater);
});

for (const [batch, list] of Object.entries(batches)) {
  test(`developments of the ${batch} batch of later stories are told as well as they were before`, () => {
    const names = new Set(list.split(/\s+/));
    const articles = goldArticles().filter(({ story }) => names.has(story));
    assert.equal(new Set(articles.map(({ story }) => story)).size, names.size);
    holds(scoreGold(articles), reachedBatches);
  });
}

function holds({ right, found, wanted, mixed, faults }: GoldScore, bar: typeof promised): void {
  assert.ok(mixed <= bar.mixed, `${mixed} stories are one with another`);
  assert.ok(
    right / found >= bar.precision && right / wanted >= bar.recall,
    `${right} of ${found}, ${wanted} wanted\n${faults.join('\n')}`,
  );
}
