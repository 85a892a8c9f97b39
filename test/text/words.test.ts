import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldWord, splitWords } from '../../src/text/words.ts';

/** Words of a text, parted by a bar. */
function check(text: string, expected: string): void {
  assert.equal(
    splitWords(text)
      .map((word) => word.text)
      .join('|'),
    expected,
  );
}

test('words are parted at hyphens, genitives and elisions, not inside contractions', () => {
  check("Seoul's third-quarter plan", "Seoul|'s|third|-|quarter|plan");
  check("They don't know O'Brien", "They|don't|know|O'Brien");
  check("l'accord d’Oslo, qu'il", "l'|accord|d’|Oslo|,|qu'|il");
});

test('numbers keep their inner points and commas', () => {
  check('1,000 of 3.5, in 2021.', '1,000|of|3.5|,|in|2021|.');
  check('the 1990s, 3rd, 5pm, A321neo', 'the|1990s|,|3rd|,|5pm|,|A321neo');
  check('10:30 on 11/22', '10|:|30|on|11|/|22');
});

test('letters with points are one word', () => {
  check('at 5 p.m. in the U.S. Senate', 'at|5|p.m.|in|the|U.S.|Senate');
  check('J. Doe came.', 'J|.|Doe|came|.');
});

test('scripts without spaces give one word a character, Hangul begins anew after digits', () => {
  check('11月22日发射', '11|月|22|日|发|射');
  check('2023년 11월', '2023|년|11|월');
});

test('folding joins case, width, diacritics and points of abbreviations', () => {
  for (const [word, folded] of [
    ['São', 'sao'],
    ['U.S.', 'us'],
    ['Straße', 'strasse'],
    ['ＵＮ', 'un'],
    ['Łódź', 'lodz'],
    ['ガス', 'ガス'],
    ['한국', '한국'],
    ['’s', "'s"],
  ])
    assert.equal(foldWord(word), folded, word);
});

test('words hold their own characters, in order, and leave only space out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let end = 0;
      for (const word of splitWords(text)) {
        assert.ok(word.start >= end && word.end > word.start);
        assert.equal(text.slice(word.start, word.end), word.text);
        assert.match(text.slice(end, word.start), /^[\s\u200b]*$/);
        end = word.end;
      }
    }),
  );
});
