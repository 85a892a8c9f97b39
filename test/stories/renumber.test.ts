import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBridgeIndex } from '../../src/stories/bridge-lists.ts';
import { createCopyIndex } from '../../src/stories/copies.ts';
import { createNeighbourIndex } from '../../src/stories/neighbours.ts';
import { createStories } from '../../src/stories/stories.ts';
import { createPostings } from '../../src/stories/term-postings.ts';
import { seeded } from '../made.ts';
import { madeUpText } from './made-up.ts';
import { arrivalOf } from './telling.ts';

/** New numbers where about a third of `count` is let go. */
function someKept(count: number, chance: () => number): Int32Array {
  let kept = 0;
  return Int32Array.from({ length: count }, () => (chance() < 0.33 ? -1 : kept++));
}

test('postings let go of accounts as if they had never been', () => {
  const chance = seeded(51);
  const texts = Array.from({ length: 300 }, () =>
    Array.from({ length: 6 }, () => Math.floor(40 * chance() * chance())).filter(
      (term, at, all) => all.indexOf(term) === at,
    ),
  );
  const kept = someKept(texts.length, chance);
  const whole = createPostings();
  for (const [account, terms] of texts.entries()) for (const term of terms) whole.append(term, account, account + term);
  const termOf = whole.renumber(kept, 40);
  const fresh = createPostings();
  for (const [account, terms] of texts.entries())
    if (kept[account] >= 0) for (const term of terms) fresh.append(termOf[term], kept[account], account + term);
  for (const term of termOf.filter((number) => number >= 0)) {
    assert.equal(whole.countOf(term), fresh.countOf(term));
    const found = [whole, fresh].map((postings) => {
      const [dots, touched] = [new Float32Array(texts.length), new Uint32Array(texts.length)];
      const lengths = new Uint8Array(dots.length);
      return [postings.addUp(term, 0.5, 25, { dots, touched, lengths, shortTerms: 16, least: 0 }, 0), dots, touched];
    });
    assert.deepEqual(found[0], found[1]);
  }
});

test('the index of copies lets go of texts as if they had never been', () => {
  for (let seed = 52; seed < 56; seed++) {
    const chance = seeded(seed);
    const pieces = Array.from({ length: 60 }, () =>
      Uint32Array.from({ length: 12 }, () => Math.floor(chance() * 2 ** 32)),
    );
    const texts = Array.from({ length: 60 }, () => {
      const own = Array.from({ length: 3 }, () => pieces[Math.floor(chance() * pieces.length)]);
      return { sketch: Uint32Array.from(own.flatMap((piece) => [...piece])), same: [], outlet: 0, hours: null };
    });
    const kept = someKept(40, chance);
    const [whole, fresh] = [createCopyIndex(), createCopyIndex()];
    for (const text of texts.slice(0, 40)) whole.add(text);
    whole.renumber(kept);
    for (const [at, text] of texts.slice(0, 40).entries()) if (kept[at] >= 0) fresh.add(text);
    assert.equal(whole.size, fresh.size);
    for (const text of texts.slice(40)) {
      whole.add(text);
      fresh.add(text);
      // A link of an older text to one that is gone is not looked for again; what comes is linked by what is there.
      assert.deepEqual(whole.linkOf(whole.size - 1), fresh.linkOf(fresh.size - 1));
    }
  }
});

test('neighbours and bridges answer with the new numbers and never with what was let go', () => {
  const chance = seeded(57);
  const accounts = Array.from({ length: 80 }, () => ({
    terms: {
      hashes: Uint32Array.from(new Set(Array.from({ length: 20 }, () => 1 + Math.floor(chance() * 90)))).sort(),
      counts: new Uint8Array(20).fill(16),
    },
    language: 'en',
    hours: null,
  }));
  const kept = someKept(accounts.length, chance);
  const [index, bridges] = [createNeighbourIndex(), createBridgeIndex()];
  for (const [at, account] of accounts.entries()) {
    index.add(account);
    bridges.add({ names: [at * 2 + 1, at * 2 + 2], facts: [1000 + at] }, at);
  }
  const before = accounts.map((account) => {
    const near = index.near(account);
    return [...near.accounts.subarray(0, near.count)].filter((other) => kept[other] >= 0).map((other) => kept[other]);
  });
  index.renumber(kept);
  bridges.renumber(kept);
  assert.equal(index.size, kept.filter((number) => number >= 0).length);
  for (const [at, account] of accounts.entries()) {
    const near = index.near(account);
    const found = new Set(near.accounts.subarray(0, near.count));
    assert.ok(
      before[at].every((other) => found.has(other)),
      `account ${at}`,
    );
    const tied = bridges.find(
      { names: [at * 2 + 1, at * 2 + 2], facts: [1000 + at] },
      () => true,
      () => true,
    );
    assert.equal(tied, kept[at] < 0 ? null : kept[at]);
  }
});

test('a window that let go of half its articles knows those left, places copies of them and keeps what was decided', () => {
  const stories = createStories({ windowDays: 1 });
  const chance = seeded(58);
  const texts = Array.from({ length: 4_300 }, () => madeUpText(chance, 40));
  const arrival = (text: number, turn: number) =>
    arrivalOf(
      {
        title: texts[text].slice(0, 50),
        body: texts[text],
        site: `outlet${turn}.example`,
        received: new Date(Date.UTC(2031, 0, 1, 0, turn)).toISOString(),
      },
      turn,
    );
  const placed = texts.map((_, turn) => stories.place(arrival(turn, turn)).value);
  const before = placed.map(({ placement }) => stories.placementOf(placement.articleId));
  // The oldest are let go of when half of what is held is older than a day: here at the 4,096th.
  assert.equal(before[0], null);
  for (const [turn, { placement }] of placed.entries())
    if (turn >= texts.length - 1_440) assert.deepEqual(before[turn], placement);
  const copied = texts.length - 700;
  const copy = stories.place(arrival(copied, texts.length)).value;
  assert.equal(copy.placement.copyOf, placed[copied].placement.articleId);
  assert.equal(copy.story.id, placed[copied].story.id);
});
