import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createByteStore } from '../../src/stories/byte-store.ts';

test('what was laid down comes back, however much lies before and behind it', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 50 }), (pieces) => {
      const store = createByteStore();
      const places = pieces.map((piece) => store.put(piece));
      for (const [at, piece] of pieces.entries()) assert.deepEqual(store.get(places[at]).slice(), piece);
    }),
  );
});

test('pieces that fill an array, or are larger than one, come back too', () => {
  const store = createByteStore();
  const pieces = [3, 1 << 20, 1_500_000, 700_000, 700_000, 0].map((length, at) => new Uint8Array(length).fill(at + 1));
  const places = pieces.map((piece) => store.put(piece));
  for (const [at, piece] of pieces.entries()) assert.ok(Buffer.compare(store.get(places[at]), piece) === 0);
});
