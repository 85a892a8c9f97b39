import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure, Reading } from '../../src/records.ts';
import { readingOf } from './check-statements.ts';
import { goldenCases, kinds } from './golden.ts';

const languages = ['en', 'ko', 'zh', 'es', 'de', 'fr', 'ru'];

/** Cases there are at least, of each kind in each language, and of texts without any. */
const casesMin = { figures: 10, negative: 4 };

for (const kind of kinds) {
  test(`golden cases: ${kind}`, () => {
    for (const { language, body, expected } of goldenCases(kind)) {
      assert.ok(expected.length > 0, body);
      assert.deepEqual(linesOf(kind, readingOf(body, language), body), expected, `[${language}] ${body}`);
    }
  });

  test(`texts without ${kind} give none`, () => {
    for (const { language, body, expected } of goldenCases(`no-${kind}`)) {
      assert.deepEqual(expected, []);
      assert.deepEqual(linesOf(kind, readingOf(body, language), body), [], `[${language}] ${body}`);
    }
  });
}

test('every language has its golden cases of every kind, and many in all', () => {
  let count = 0;
  for (const kind of kinds) {
    for (const [name, least] of [
      [kind, casesMin[kind]],
      [`no-${kind}`, casesMin.negative],
    ] as const) {
      const cases = goldenCases(name);
      assert.equal(new Set(cases.map(({ body }) => body)).size, cases.length, `${name}: a case stands twice`);
      count += cases.length;
      for (const language of languages) {
        const own = cases.filter((one) => one.language === language).length;
        assert.ok(own >= least, `${name}: ${own} cases of ${language}, ${least} wanted`);
      }
    }
  }
  assert.ok(count >= 130, String(count));
});

/** What was read of one kind, one line each. */
function linesOf(_kind: 'figures', reading: Reading, body: string): string[] {
  return reading.figures.map((figure) => figureLine(figure, body));
}

/** `words = [limit] value[..upper end] unit of what`. */
function figureLine({ span, value, upTo, unit, of, bound }: Figure, body: string): string {
  const limit = bound === undefined ? '' : `${bound} `;
  return `${body.slice(...span)} = ${limit}${value}${upTo === undefined ? '' : `..${upTo}`} ${unit ?? '-'} of ${of ?? '-'}`;
}
