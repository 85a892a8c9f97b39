import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createDigestSpace, type Digest, digestOf } from '../../src/stories/digest.ts';
import { decodeDigest, encodeDigest, withoutSketch } from '../../src/stories/memory.ts';
import { ownerOf } from '../../src/stories/owners.ts';
import { arrivalOf } from './telling.ts';

const told = {
  title: 'Ferry “Möwe” to sail again from 12 May',
  body: [
    'The ferry company of Lethmark said on Monday that the Möwe sails again between May 12 and May 19, 14 days late.',
    '“We had 3,200 bolts to turn and we turned them all,” said Ines Harrow, who leads the yard. 그녀는 웃었다. 🛳️',
  ].join('\n\n'),
  agency: 'Lethmark Press Agency',
  published: '2031-05-05',
  said: [{ words: 'We had 3,200 bolts to turn and we turned them all', by: 'Ines Harrow' }],
  dated: [{ words: 'between May 12 and May 19', from: '2031-05-12', to: '2031-05-19', what: 'the Möwe sails again' }],
  counted: [{ words: '14 days', value: 14, of: 'days', unit: 'day' }],
};
const digest = digestOf(arrivalOf(told, 0), createDigestSpace(), ownerOf);

/** A digest as it is remembered: without the ids of what is told once. */
function withoutIds({ facts, ...rest }: Digest): Digest {
  const nameless = <T extends { readonly id: string }>(list: readonly T[]) => list.map((one) => ({ ...one, id: '' }));
  // Only an article's own headline is compared with who speaks in it.
  const statements = nameless(facts.statements).map((one) => ({ ...one, who: [] }));
  return { ...rest, facts: { ...facts, statements, events: nameless(facts.events) } };
}

test('what is remembered of an article is what it was, but for the ids of its facts', () => {
  assert.ok(digest.facts.statements.length === 1 && digest.facts.events.length === 1 && digest.anchors.length > 0);
  assert.deepEqual(decodeDigest(encodeDigest(digest)), withoutIds(digest));
});

test('what a window holds of an article is all but its sketch', () => {
  const long = { ...digest, sketch: Uint32Array.from({ length: 200 }, (_, at) => at * 7919) };
  const held = withoutSketch(encodeDigest(long));
  assert.deepEqual(decodeDigest(held), { ...withoutIds(digest), sketch: new Uint32Array(0) });
  assert.ok(held.length <= encodeDigest(long).length - 4 * 200);
});

test('any title, address and outlet comes back as it was', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(text, fc.option(text), fc.option(text), fc.option(fc.integer()), (title, url, outlet, published) => {
      const odd = { ...withoutIds(digest), title, url, outlet, published };
      assert.deepEqual(decodeDigest(encodeDigest(odd)), odd);
    }),
    { numRuns: 60 },
  );
});

test('bytes of another version, cut short or of no sense are refused or read without harm', () => {
  const bytes = encodeDigest(digest);
  assert.equal(decodeDigest(new Uint8Array(0)), null);
  assert.equal(decodeDigest(Uint8Array.from(bytes, (byte, at) => (at === 0 ? byte + 1 : byte))), null);
  for (let length = 0; length < bytes.length; length += 7) assert.equal(decodeDigest(bytes.slice(0, length)), null);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      const made = decodeDigest(Uint8Array.of(bytes[0], ...noise));
      assert.ok(made === null || made.sketch.length <= noise.length);
    }),
    { numRuns: 200 },
  );
});
