import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, Span } from '../../src/records.ts';
import { assertGrowsLikeLength } from '../growth.ts';
import { lineOf, readingOf } from './check-statements.ts';
import { type GoldenCase, goldenCases, kinds } from './golden.ts';

const cases: readonly GoldenCase[] = kinds.flatMap((kind) => [...goldenCases(kind), ...goldenCases(`no-${kind}`)]);

/** A paragraph without dates, statements and figures, put before and behind the golden texts. */
const filler: Readonly<Record<string, string>> = {
  en: 'The sound was calm and grey.',
  es: 'La bahía estaba tranquila y gris.',
  fr: 'La baie était calme et grise.',
  de: 'Die Bucht war ruhig und grau.',
  ru: 'Залив был серым и тихим.',
  ko: '만은 조용하고 잿빛이었다.',
  zh: '海湾平静而灰暗。',
};

test('every span of every golden case slices to its evidence', () => {
  for (const { language, body } of cases) {
    const reading = readingOf(body, language);
    for (const [start, end] of spansOf(reading)) {
      assert.ok(start >= 0 && start < end && end <= body.length, `${start}-${end} of ${body}`);
      assert.equal(body.slice(start, end), body.slice(start, end).trim(), body);
    }
    for (const { of } of reading.figures) assert.ok(of === null || body.includes(of), body);
  }
});

test('two spaces change no fact', () => {
  for (const { language, body } of cases) {
    // "12 000" is one number and "12  000" two.
    if (/\d \d/.test(body)) continue;
    const spaced = body.replaceAll(' ', '  ');
    assert.deepEqual(factsOf(readingOf(spaced, language), spaced), factsOf(readingOf(body, language), body), body);
  }
});

test('other quotation marks change no fact', () => {
  const pairs = [
    ['“', '”'],
    ['"', '"'],
    ['«', '»'],
  ] as const;
  for (const { language, body } of cases) {
    const expected = factsOf(readingOf(body, language), body);
    for (const [open, close] of pairs) {
      const other = requoted(body, open, close);
      if (other !== null) assert.deepEqual(factsOf(readingOf(other, language), other), expected, other);
    }
  }
});

test('a paragraph before or behind changes no fact', () => {
  for (const { language, body } of cases) {
    const expected = factsOf(readingOf(body, language), body);
    for (const text of [`${filler[language]}\n\n${body}`, `${body}\n\n${filler[language]}`])
      assert.deepEqual(factsOf(readingOf(text, language), text), expected, text);
  }
});

/** Texts that could make a reader of figures, dates or events look back and forth. */
const hostile: readonly (readonly [language: string, unit: string])[] = [
  ['en', '7'],
  ['en', '9,'],
  ['en', '1.'],
  ['en', '5-'],
  ['en', '$'],
  ['en', '4 and '],
  ['en', 'between 4 and '],
  ['en', 'two hundred and '],
  ['en', 'half a million '],
  ['en', 'of the 4 '],
  ['en', 'killed '],
  ['en', 'rose from 4 to '],
  ['fr', '1 000 '],
  ['fr', 'quatre-vingt-'],
  ['de', 'zweihundert'],
  ['de', 'findet nicht '],
  ['ru', '5 тысяч '],
  ['ko', '3만 '],
  ['ko', '12명의 '],
  ['zh', '一'],
  ['zh', '三万'],
  ['zh', '从4克朗'],
];

for (const [language, unit] of hostile) {
  test(`time grows with length, not faster: ${language} ${unit}`, () => {
    assertGrowsLikeLength(unit, (text) => readingOf(text, language), 30_000, unit);
  });
}

function spansOf({ dates, events, figures, statements }: Reading): Span[] {
  return [
    ...dates.map(({ start, end }): Span => [start, end]),
    ...events.flatMap(({ expression, what, who }) => [...expression, what, who].filter((span) => span !== null)),
    ...figures.map(({ span }) => span),
    ...statements.flatMap(({ content, cue }) => (cue === null ? content : [...content, cue])),
  ];
}

/** All that was read, without offsets, spaces and the shape of quotation marks. */
function factsOf(reading: Reading, body: string): string[] {
  return [
    ...reading.dates.map(({ start, end, value }) => `${body.slice(start, end)} = ${value}`),
    ...reading.events.map(({ expression, kind, status, from, to }) => {
      const words = expression.map((span) => body.slice(...span)).join(' … ');
      return `${words}: ${kind} ${status} ${from}..${to}`;
    }),
    ...reading.figures.map(
      ({ span, value, upTo, unit, of }) => `${body.slice(...span)} = ${value} ${upTo} ${unit} ${of}`,
    ),
    ...reading.statements.map((statement) => lineOf(statement, body)),
  ].map((line) => line.replace(/\s*["“”«»„]\s*/g, '"').replace(/\s+/g, ' '));
}

/** A text with its one quotation in other marks; null where it has none, or more than one kind. */
function requoted(body: string, open: string, close: string): string | null {
  const match = /^([^"“”«»„]*)["“«„]\s?([^"“”«»„]+?)\s?["”»“]([^"“”«»„]*)$/.exec(body);
  return match === null ? null : `${match[1]}${open}${match[2]}${close}${match[3]}`;
}
