import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { languageOf } from '../../src/languages/languages.ts';
import { datesMax, findDates } from '../../src/read/dates.ts';
import { splitText } from '../../src/text/sentences.ts';
import { assertGrowsLikeLength } from '../growth.ts';
import { publishedOn } from '../made.ts';
import { datesOf, eventsOf, tuesday } from './check.ts';

const pieces = fc.constantFrom(
  'May',
  '3',
  '2021',
  'Monday',
  'last',
  'week',
  'the',
  'end of',
  'between',
  'and',
  'from',
  'to',
  ',',
  '. ',
  '-',
  "'90s",
  'will',
  'was',
  'Nov.',
  '22',
  'third quarter',
  '5 p.m.',
  'two',
  'years',
  'ago',
  '\n\n',
  '11월',
  '22일',
  '11月',
  '上周',
  '12',
);

test('every span slices the text, in order and without overlap', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom('en', 'ko', 'zh', 'es', 'de'), (words, code) => {
      const text = words.join(' ');
      const language = languageOf(code);
      let end = 0;
      for (const date of findDates(splitText(text, language), language, publishedOn(tuesday))) {
        assert.ok(date.start >= end && date.end > date.start && date.end <= text.length);
        assert.equal(text.slice(date.start, date.end), text.slice(date.start, date.end).trim());
        end = date.end;
      }
      for (const event of eventsOf(text, code)) {
        for (const span of [...event.expression, event.what, event.who]) {
          if (span !== null) assert.ok(span[0] >= 0 && span[1] > span[0] && span[1] <= text.length);
        }
      }
    }),
  );
});

test('two spaces change no value, and the same text gives the same dates', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
      const single = datesOf(words.join(' '), 'en', tuesday).values;
      assert.deepEqual(datesOf(words.join('  '), 'en', tuesday).values, single);
      assert.deepEqual(datesOf(words.join(' '), 'en', tuesday).values, single);
    }),
    // The year of the last May reaches back over two words, however far they stand apart.
    { examples: [[['Nov.', 'May', 'May', 'May', '2021']]] },
  );
});

test('without a day of publication no relative date is resolved', () => {
  fc.assert(
    fc.property(fc.constantFrom('Monday', 'last week', 'yesterday', 'Nov. 22', 'in October', 'next year'), (when) => {
      for (const value of datesOf(`They met ${when}.`, 'en', null).values) assert.match(value, /^X/);
    }),
  );
});

test('a text of nothing but dates is cut off', () => {
  const language = languageOf('en');
  const split = splitText('May 3 '.repeat(datesMax + 5), language);
  assert.equal(findDates(split, language, publishedOn(tuesday)).length, datesMax);
});

test('time grows with the length of a hostile text, not faster', () => {
  for (const [unit, code] of [
    ['7', 'en'],
    ['may march ', 'en'],
    ['May 3 to ', 'en'],
    ['twenty hundred ', 'en'],
    ['22일부터 ', 'ko'],
    ['十一月', 'zh'],
    ["'90s, ", 'en'],
  ]) {
    assertGrowsLikeLength(unit, (text) => eventsOf(text, code), 40_000);
  }
});
