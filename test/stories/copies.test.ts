import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCopyIndex, farShareMin, sharedMin } from '../../src/stories/copies.ts';
import { createScan, scan } from '../../src/stories/scan.ts';
import { createSketchSpace, sketch } from '../../src/stories/sketch.ts';
import { seeded, shuffled } from '../made.ts';
import { madeUpText } from './made-up.ts';

const words = createScan();
const space = createSketchSpace();
const sketchOf = (text: string) => {
  scan(text, words);
  return sketch(words, space);
};

/** Groups as lists of texts, in order. */
function grouped(texts: readonly string[]): number[][] {
  const index = createCopyIndex();
  for (const text of texts) index.add({ sketch: sketchOf(text), same: [], outlet: 0, hours: null });
  const groups = new Map<number, number[]>();
  for (const text of texts.keys()) {
    const [first] = index.groupOf(text);
    groups.set(first, [...(groups.get(first) ?? []), text]);
  }
  return [...groups.values()];
}

test('a cut, an edited and a padded text join their origin; another of the same subject does not', () => {
  const chance = seeded(1);
  const origin = madeUpText(chance, 240);
  const cut = origin.split(' ').slice(0, 90).join(' ');
  const edited = origin
    .split(' ')
    .map((word, at) => (at % 23 === 7 ? 'quaggo' : word))
    .join(' ');
  const padded = `${madeUpText(chance, 40)} ${origin}`;
  const other = `${origin.split(' ').slice(100, 125).join(' ')} ${madeUpText(chance, 200)}`;
  assert.deepEqual(grouped([origin, cut, edited, padded, other]), [[0, 1, 2, 3], [4]]);
});

test('a text that holds pieces of two others does not make them one', () => {
  const chance = seeded(2);
  const [a, b] = [madeUpText(chance, 200), madeUpText(chance, 200)];
  const half = (text: string) => text.split(' ').slice(0, 60).join(' ');
  const digest = `${half(a)} ${half(b)} ${madeUpText(chance, 60)}`;
  const groups = grouped([a, b, digest]);
  assert.ok(!groups.some((group) => group.includes(0) && group.includes(1)));
});

test('what one outlet prints under every text ties none of them', () => {
  const chance = seeded(3);
  const notice = madeUpText(chance, 60);
  const index = createCopyIndex();
  for (let text = 0; text < 12; text++) {
    const body = `${madeUpText(chance, 50)} ${notice}`;
    index.add({ sketch: sketchOf(body), same: [], outlet: 7, hours: text });
  }
  for (let text = 3; text < 12; text++) assert.deepEqual(index.groupOf(text), [text]);
});

test('groups do not depend on the order of arrival', () => {
  for (let seed = 10; seed < 16; seed++) {
    const chance = seeded(seed);
    const origins = Array.from({ length: 6 }, () => madeUpText(chance, 150 + Math.floor(chance() * 100)));
    const texts = origins.flatMap((origin) => {
      const list = origin.split(' ');
      return [
        origin,
        list.slice(0, 80).join(' '),
        list.slice(20).join(' '),
        list.filter((_, at) => at % 19 !== 3).join(' '),
      ];
    });
    const order = shuffled([...texts.keys()], chance);
    const found = grouped(order.map((text) => texts[text])).map((group) =>
      group.map((at) => order[at]).sort((a, b) => a - b),
    );
    assert.deepEqual(
      found.sort((a, b) => a[0] - b[0]),
      grouped(texts),
    );
  }
});

/** The same decision by the plain way: every pair of texts, shares counted from sets. */
function linksByHand(texts: readonly string[]): (number | null)[] {
  const sketches = texts.map((text) => [...sketchOf(text)]);
  return sketches.map((own, text) => {
    let best: { text: number; score: number } | null = null;
    for (const [other, theirs] of sketches.entries()) {
      if (other === text) continue;
      const sizes = [new Set(own).size, new Set(theirs).size];
      // The later text was asked, in its own order, for hashes that follow each other.
      const [later, earlier] = text > other ? [own, new Set(theirs)] : [theirs, new Set(own)];
      const distinct = [...new Set(later)];
      const shared = distinct.map((hash) => earlier.has(hash));
      const following = shared.filter((is, at) => is && (shared[at - 1] || shared[at + 1])).length;
      const all = shared.filter((is) => is).length;
      if (following < sharedMin || following < Math.min(...sizes) * farShareMin) continue;
      const score = Math.fround(all / sizes[0] + (0.001 * all) / sizes[1]);
      if (best === null || score > best.score) best = { text: other, score };
    }
    return best?.text ?? null;
  });
}

test('the index finds the links that comparing every pair finds', () => {
  for (let seed = 20; seed < 24; seed++) {
    const chance = seeded(seed);
    const pieces = Array.from({ length: 14 }, () => madeUpText(chance, 36));
    const texts = Array.from({ length: 24 }, () =>
      Array.from({ length: 3 + Math.floor(chance() * 4) }, () => pieces[Math.floor(chance() * pieces.length)]).join(
        ' ',
      ),
    );
    const index = createCopyIndex();
    // Pieces stand in many texts here; with few texts none is yet a set phrase of everyone.
    const few = texts.slice(0, 9);
    for (const text of few) index.add({ sketch: sketchOf(text), same: [], outlet: 0, hours: null });
    assert.deepEqual(
      few.map((_, text) => index.linkOf(text)?.text ?? null),
      linksByHand(few),
    );
  }
});
