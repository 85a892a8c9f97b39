import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../../src/records.ts';
import { align } from '../../src/stories/align.ts';
import { seeded } from '../made.ts';
import { madeUpText } from './made-up.ts';

/** The spans of an alignment as the words they stand on. */
function check(origin: string, copy: string) {
  const { kept, changed, added, cut } = align(origin, copy);
  const own = (text: string) => (span: Span) => text.slice(...span);
  for (const passage of kept) {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
    assert.deepEqual(words(own(origin)(passage.origin)), words(own(copy)(passage.copy)));
  }
  return {
    changed: changed.map((change) => [own(origin)(change.origin), own(copy)(change.copy)]),
    added: added.map(own(copy)),
    cut: cut.map(own(origin)),
  };
}

const origin =
  'The harbour board closed the east quay on Friday. Twelve boats were moved before the tide came in. ' +
  '"We had an hour and we used it," said Mara Quill, the harbour master. The quay opens again on Monday.';

test('a figure that was changed stands beside what it was', () => {
  const copy = origin.replace('Twelve boats', 'Twenty boats');
  assert.deepEqual(check(origin, copy), { changed: [['Twelve', 'Twenty']], added: [], cut: [] });
});

test('a sentence cut and a line added are told apart', () => {
  const copy = `${origin.replace(' Twelve boats were moved before the tide came in.', '')} Write to us about your own boat and harbour, and we will print the best letters.`;
  const { changed, added, cut } = check(origin, copy);
  assert.deepEqual([changed, cut], [[], ['Twelve boats were moved before the tide came in']]);
  assert.match(added[0], /^Write to us .* letters$/);
});

test('a moved sentence is kept, not cut', () => {
  const last = ' The quay opens again on Monday.';
  const copy = `${last.trim()} ${origin.replace(last, '')}`;
  assert.deepEqual(check(origin, copy), { changed: [], added: [], cut: [] });
});

test('every word of both texts is kept, changed, added or cut, whatever the texts', () => {
  const chance = seeded(41);
  for (let round = 0; round < 20; round++) {
    const text = madeUpText(chance, 120);
    const words = text.split(' ').filter(() => chance() < 0.9);
    const copy = words.map((word) => (chance() < 0.05 ? 'zonk' : word)).join(' ');
    const { kept, changed, added, cut } = align(text, copy);
    const length = (spans: readonly Span[], of: string) =>
      spans.flatMap((span) => of.slice(...span).split(/\s+/)).length;
    assert.equal(length([...kept, ...changed].map((pair) => pair.copy).concat(added), copy), words.length);
    assert.equal(length([...kept, ...changed].map((pair) => pair.origin).concat(cut), text), 120);
  }
});

test('a text of one word a thousand times over ends soon', () => {
  const { kept } = align('same '.repeat(20_000), 'same '.repeat(20_000));
  assert.equal(kept.length, 1);
});
