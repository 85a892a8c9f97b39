import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { languageOf } from '../../src/languages/languages.ts';
import { knownWords } from '../../src/read/known-words.ts';
import { entryOf, lexiconOf } from '../../src/read/lexicon.ts';
import { splitText } from '../../src/text/sentences.ts';

const english = languageOf('en')!;
const lexicon = lexiconOf(english.speech!);

/** What is known of the words of a text, as plain values. */
function known(text: string) {
  const { lower, entries, tags, names, tense, meanings } = knownWords(splitText(text, english), english);
  return { lower, entries, tags: [...tags], names: [...names], tense: [...tense], meanings };
}

const sentence = "On Monday Ann Holt, NATO's envoy, said the ministry won’t sign before 22 May, 1999.";

test('words are known as the lexicon has them', () => {
  const { words } = splitText(sentence, english);
  const { lower, entries, tags } = known(sentence);
  for (const [at, { kind, text }] of words.entries()) {
    const plain = text.toLowerCase().replace('’', "'");
    const entry = kind === 'number' ? null : (entryOf(lexicon, plain) ?? null);
    assert.equal(lower[at], plain);
    assert.equal(entries[at], entry);
    assert.equal(tags[at], entry?.tags ?? 0);
  }
});

test('what is known of a word does not depend on the words met before it', () => {
  const before = known(sentence);
  // More words than are kept, and longer ones than most.
  for (let batch = 0; batch < 4; batch++) {
    const many = Array.from({ length: 10_000 }, (_, at) => `w${batch}x${at}${'y'.repeat(at % 20)}`);
    knownWords(splitText(many.join(' '), english), english);
    assert.deepEqual(known(sentence), before);
  }
});

test('random texts are known alike the first and the second time', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9 }), { maxLength: 30 }), (parts) => {
      const text = parts.join(' ');
      const first = known(text);
      assert.deepEqual(known(text), first);
      for (const [at, { kind, text: word }] of splitText(text, english).words.entries()) {
        const entry = kind === 'number' ? null : (entryOf(lexicon, first.lower[at]) ?? null);
        assert.equal(first.entries[at], entry, word);
      }
    }),
  );
});
