import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followParts, parseQuery } from '../../src/watches/watches.ts';
import { type Given, subjectOf } from './check.ts';

/** The parts of a query that never matched, as written, joined by ` · `. */
function never(query: string, articles: readonly Given[]): string {
  const { tree } = parseQuery(query);
  assert.ok(tree !== null, query);
  const parts = followParts(tree);
  for (const given of articles) parts.look(subjectOf(given));
  return parts
    .never()
    .map(({ at }) => query.slice(at[0], at[1]))
    .join(' · ');
}

const ferry = { title: 'Ferry resumes', body: 'The door was mended.' };
const storm = {
  title: 'Storm at sea',
  body: 'A storm came. The boat is safe, the master said.',
  statements: ['Ada Brook | master | | The boat is safe'],
};

const cases: readonly [query: string, never: string][] = [
  ['ferry', ''],
  ['ferry OR quake', 'quake'],
  ['ferry AND quake', 'quake'],
  ['ferry AND storm', 'ferry AND storm'],
  ['(ferry AND storm) OR door', '(ferry AND storm)'],
  ['(ferry OR quake) AND (storm OR flood)', '(ferry OR quake) AND (storm OR flood) · quake · flood'],
  ['ferry NOT quake', 'quake'],
  ['ferry NOT door', 'ferry NOT door'],
  ['ferry NEAR/5 storm', 'ferry NEAR/5 storm'],
  ['ferry NEAR/5 quake', 'quake'],
  ['"door was" OR "was door"', '"was door"'],
  ['said:(boat AND storm)', 'storm'],
  ['said:boat AND speaker:Brook', ''],
  ['said:boat AND speaker:Reed', 'Reed'],
  ['atleast2(storm) OR atleast9(storm)', 'atleast9(storm)'],
  ['title:door', 'door'],
  ['kind:first OR kind:date', 'kind:date'],
  ['sources:>=2 published:2026', 'sources:>=2 · published:2026'],
  ['fer* OR qua*', 'qua*'],
];

test('the smallest parts of a query that never matched are told as they stand in it', () => {
  for (const [query, expected] of cases) assert.equal(never(query, [ferry, storm]), expected, query);
});

test('nothing has matched before an article was looked at', () => {
  assert.equal(never('ferry OR storm', []), 'ferry · storm');
});
