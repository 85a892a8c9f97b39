import { test } from 'node:test';
import { createStories } from '../../src/stories/stories.ts';
import { assertGrowsLikeLength } from '../growth.ts';
import { arrivalOf } from './telling.ts';

/** Pieces that, told again and again, make words, names, numbers and quotations without end. */
const pieces: readonly [piece: string, language: string][] = [
  ['1 May ', 'en'],
  ['1st ', 'en'],
  ['1.111.', 'de'],
  ['111 111 ', 'fr'],
  ['not called off ', 'en'],
  ['a', 'en'],
  ['Aa', 'en'],
  ['“', 'en'],
  ['"汉字', 'zh'],
  ['尔', 'zh'],
  ['汉县', 'zh'],
  ['3人', 'zh'],
  ['가', 'ko'],
  ['3명 ', 'ko'],
];

test('an article of one piece without end, in title and body, takes time in proportion to its length', () => {
  for (const [piece, language] of pieces) {
    const place = (text: string) => createStories().place(arrivalOf({ title: text, body: text, language }, 0));
    assertGrowsLikeLength(piece, place, 12_000);
  }
});
