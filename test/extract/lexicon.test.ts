import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classWords, knownClassWords } from '../../src/extract/class-words.ts';
import { lexiconByWord, readyLexicon } from '../../src/extract/lexicon.ts';
import { NameTable } from '../../src/formats/name-table.ts';

const classes = new Map([
  ['story', 40],
  ['story-body', 90],
  ['body', 15],
  ['text', 7],
  ['ad', -80],
  ['überblick', -30],
]);
const words = new Map([
  ['subscribe', -120],
  ['said', 60],
  ['été', 35],
  ['기자', -44],
  ['a', 1],
]);
const quick = readyLexicon(words, classes);
const plain = lexiconByWord(
  (word) => words.get(word),
  (word) => classes.get(word),
);

test('class words are those of the plain reading, each once', () => {
  assert.deepEqual(classWords('storyBody__text-wrap2 AD'), [
    'storybody__text-wrap2',
    'story',
    'body',
    'text',
    'wrap',
    'ad',
  ]);
  const table = new NameTable(classes.keys());
  const known = (names: string) => knownClassWords(names, table).map((index) => table.names[index]);
  assert.deepEqual(known('Story-Body story_body').toSorted(), ['body', 'story', 'story-body']);
  assert.deepEqual(known('adStory'), ['ad', 'story']);
});

test('the quick lexicon gives the odds of the one that asks word by word', () => {
  const pieces = fc.constantFrom(
    ...['story', 'Story', 'body', 'BODY', 'text', 'ad', 'Überblick', 'said', 'Subscribe', 'Été', '기자', 'a', 'x'],
    ...['-', '_', ' ', '\n', '2', '.', ',', '’', '。', '\u00a0', '|'],
  );
  const heap = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(heap, (text) => {
      assert.equal(quick.classOdds(text), plain.classOdds(text));
      assert.deepEqual(quick.textOdds(text), plain.textOdds(text));
    }),
    { numRuns: 2_000, seed: 1 },
  );
});
