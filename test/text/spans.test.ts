import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstEndingBehind, firstStarting, spanOf } from '../../src/text/spans.ts';

/** Stretches of a text in order, some touching and some apart. */
const stretches = fc.array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 4 }) })).map((parts) => {
  let at = 0;
  return parts.map(({ gap, length }) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

test('halving finds the place that looking at one after another finds', () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: -1, max: 80 }), (items, offset) => {
      const plain = (fits: (one: { start: number; end: number }) => boolean) => {
        const at = items.findIndex(fits);
        return at === -1 ? items.length : at;
      };
      assert.equal(
        firstStarting(items, offset),
        plain(({ start }) => start >= offset),
      );
      assert.equal(
        firstEndingBehind(items, offset),
        plain(({ end }) => end > offset),
      );
    }),
  );
});

test('between two indexes only those between them are found', () => {
  const words = [0, 4, 8, 12].map((start) => ({ start, end: start + 3 }));
  assert.equal(firstStarting(words, 0, 1, 3), 1);
  assert.equal(firstStarting(words, 5, 1, 3), 2);
  assert.equal(firstStarting(words, 12, 1, 3), 3);
  assert.deepEqual(spanOf(words, { from: 1, to: 3 }), [4, 11]);
});
