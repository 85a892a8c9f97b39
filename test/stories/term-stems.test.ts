import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScan, hashWord } from '../../src/stories/scan.ts';
import { termHashesOf, termOfWord } from '../../src/stories/term-stems.ts';
import { createWordCounter, termsOfTitle } from '../../src/stories/terms.ts';

test('the forms of one word are one term', () => {
  for (const [language, ...forms] of [
    ['ru', 'Ключи', 'Ключей', 'ключам'],
    ['ru', 'приозёрского', 'приозерском'],
    ['ru', 'огнём', 'огнем', 'огня'],
    ['ru', 'идёт', 'идет'],
    ['de', 'Regionalzug', 'Regionalzugs'],
    ['es', 'apagón', 'apagones'],
    ['fr', 'usine', 'usines'],
  ])
    assert.equal(new Set(forms.map((form) => termOfWord(form, language))).size, 1, forms.join(' '));
});

test('a word of English, or of a language without stems, stands for itself', () => {
  assert.equal(termOfWord('Ferries', 'en'), 'ferries');
  assert.equal(termOfWord('Värit', 'fi'), 'varit');
  assert.equal(termOfWord('ferries', null), 'ferries');
  assert.equal(termHashesOf('en'), null);
});

test('a term is the same each time it is asked for, and as the word counts name it, whatever words came before', () => {
  for (const [language, ...words] of [
    ['de', 'Züge', 'Brücken', 'Züge'],
    // One word without its marks, but for the stemmer two.
    ['es', 'había', 'habia'],
    ['es', 'partia', 'partía'],
  ]) {
    const hashes = termHashesOf(language)!;
    for (const word of words)
      assert.equal(hashes.termOf(`(${word})`, 1, word.length + 1), hashWord(termOfWord(word, language)), word);
  }
});

test('headlines that say one thing in other cases share their terms', () => {
  const [space, counter] = [createScan(), createWordCounter()];
  const termsOf = (title: string) => [...termsOfTitle(title, 'ru', space, counter).hashes];
  const first = termsOf('Дубровский мост');
  assert.deepEqual(termsOf('Дубровского моста'), first);
  assert.equal(first.length, 2);
});
