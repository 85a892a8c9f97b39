import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DatedEvent, Figure, Reading } from '../../src/records.ts';
import { lineOf, readingOf } from './check-statements.ts';
import { goldenCases, type Kind, kinds } from './golden.ts';

const languages = ['en', 'ko', 'zh', 'es', 'de', 'fr', 'ru'];

/** Cases there are at least, of each kind in each language, and of texts without any. */
const casesMin = { dates: 7, events: 12, statements: 5, figures: 10, negative: 4 };

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

test('every language has its golden cases of every kind, 250 and more in all', () => {
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
  assert.ok(count >= 250, String(count));
});

/** What was read of one kind, one line each. */
function linesOf(kind: Kind, reading: Reading, body: string): string[] {
  if (kind === 'dates')
    return reading.dates.map(
      ({ start, end, value, from, to }) => `${body.slice(start, end)} = ${value} ${from ?? '?'}..${to ?? '?'}`,
    );
  if (kind === 'events') return reading.events.map((event) => eventLine(event, body));
  if (kind === 'statements') return reading.statements.map((statement) => lineOf(statement, body));
  return reading.figures.map((figure) => figureLine(figure, body));
}

function eventLine({ expression, kind, status, from, to }: DatedEvent, body: string): string {
  const words = expression.map((span) => body.slice(...span)).join(' … ');
  return `${words}: ${kind} ${status} ${from ?? '?'}..${to ?? '?'}`;
}

/** `words = [limit] value[..upper end] unit of what`. */
function figureLine({ span, value, upTo, unit, of, bound }: Figure, body: string): string {
  const limit = bound === undefined ? '' : `${bound} `;
  return `${body.slice(...span)} = ${limit}${value}${upTo === undefined ? '' : `..${upTo}`} ${unit ?? '-'} of ${of ?? '-'}`;
}
