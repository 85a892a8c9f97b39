import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresMax } from '../../src/read/figures.ts';
import { read } from '../../src/read/read.ts';
import { plainArticle } from '../made.ts';

/** A sentence with one figure, in a language of words and in one of counters. */
const sentences = { en: '12 ships sailed. ', ko: '배 12척이 떠났다. ' } as const;

for (const [language, sentence] of Object.entries(sentences)) {
  test(`a table of figures is read up to a limit, and the reading says so: ${language}`, () => {
    const few = read(plainArticle(sentence.repeat(3), { language }), []);
    assert.equal(few.value.reading.figures.length, 3);
    assert.deepEqual(few.problems, []);
    const many = read(plainArticle(sentence.repeat(figuresMax + 3), { language }), []);
    assert.equal(many.value.reading.figures.length, figuresMax);
    assert.deepEqual(
      many.problems.map(({ step }) => step),
      ['figures'],
    );
  });
}
