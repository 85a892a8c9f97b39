import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignTexts, alterations, percentKept, wordRuns } from '../../src/web/alignment.ts';

/** Kinds of the steps in order: `kept changed cut`. */
function steps(origin: string, copy: string): string {
  return alignTexts(origin, copy)
    .map((pair) => pair.kind)
    .join(' ');
}

test('paragraphs kept, cut, added and changed are told apart', () => {
  const origin = 'The bridge was closed on Sunday.\n\nTwo boats waited.\n\nNobody was hurt, the keeper said.';
  assert.equal(steps(origin, origin), 'kept kept kept');
  assert.equal(steps(origin, origin.split('\n\n').slice(0, 2).join('\n\n')), 'kept kept cut');
  assert.equal(steps(origin, `An opening line of another hand.\n\n${origin}`), 'added kept kept kept');
  assert.equal(steps(origin, origin.replace('closed on Sunday', 'shut on Sunday')), 'changed kept kept');
  assert.equal(steps('', 'One.'), 'added');
});

test('the words of both sides stand in the runs, in order', () => {
  const word = fc.constantFrom('sea', 'boat', 'the', 'ran', '12', 'líne', '港', '口', 'Mara,');
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordRuns(before, after) ?? [];
      const joined = (side: 'before' | 'after') => runs.map((run) => ('same' in run ? run.same : run[side])).join('');
      const bare = (side: string) => side.replace(/\s+/g, '');
      assert.equal(bare(joined('before')), bare(before));
      assert.equal(bare(joined('after')), bare(after));
    }),
  );
});

test('the steps hold every paragraph of both texts once, in order', () => {
  const paragraph = fc.constantFrom('The sea was calm today.', 'The sea was rough today.', 'Nine boats left.', 'Fog.');
  const text = fc.array(paragraph, { maxLength: 8 }).map((paragraphs) => paragraphs.join('\n\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pairs = alignTexts(before, after);
      const side = (which: 'before' | 'after') => pairs.map((pair) => pair[which]).filter((one) => one !== null);
      assert.equal(side('before').join('\n\n'), before);
      assert.equal(side('after').join('\n\n'), after);
    }),
  );
});

test('figures, quotations and names that changed come first, in this order', () => {
  const origin = 'Pilot Ada Brent said “we saw nine lights” when 14 boats came in.';
  const copy = 'Pilot Ida Brent said “we saw many lights” when 40 boats came in.';
  assert.deepEqual(alterations(alignTexts(origin, copy)), [
    { kind: 'figure', before: '14', after: '40', following: 'boats came in.' },
    { kind: 'quotation', before: 'nine', after: 'many', following: 'lights” when' },
    { kind: 'name', before: 'Ada', after: 'Ida', following: 'Brent said “we' },
  ]);
});

test('texts too long for their words are still laid side by side', () => {
  const long = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
  const [pair] = alignTexts(long, `${long} more`);
  assert.deepEqual([pair.kind, pair.kind === 'changed' && pair.runs], ['changed', null]);
});

test('of a copy all is kept only where every word stands in the origin', () => {
  const words = Array.from({ length: 400 }, (_, index) => `word${index}`);
  const kept = (origin: string, copy: string) => percentKept(alignTexts(origin, copy));
  const text = words.join(' ');
  assert.equal(kept(`${text}\n\nAnd more.`, text), 100);
  assert.equal(kept(text, text.replace('word9 ', 'changed ')), 99, 'one word of four hundred is not none');
  assert.equal(kept('a b c d e f g h', 'a b c d e f x y'), 75);
  assert.equal(kept('something', 'else'), 0);
  assert.equal(kept('something', ''), 0);
});
