import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Development } from '../../src/records.ts';
import { alertsFor, compileWatches, matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { assertGrowsLikeLength } from '../growth.ts';
import { plainWatch as watch } from '../made.ts';
import { subjectOf } from './check.ts';

const at = '2026-11-02T08:00:00.000Z';

const vocabulary = ['ferry', 'line', 'storm', 'bridge', 'new', 'the', 'mid-deck', '위성', '발사', '卫星', 'U.S.'];
const word = fc.constantFrom(...vocabulary);
const query: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    word.map((one) => `"${one} line"`),
    fc.constantFrom(
      'fer*',
      'bri?ge',
      'stem:bridges',
      '=U.S.',
      'lang:en',
      'site:harbour',
      'kind:first',
      'sources:>=2',
      'said:storm',
      'speaker:brook',
      'title:ferry',
    ),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} AND ${b})`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} OR ${b})`),
    tie('tree').map((a) => `(NOT ${a})`),
    fc.tuple(word, word).map(([a, b]) => `${a} NEAR/3 ${b}`),
    word.map((one) => `atleast2(${one})`),
  ),
})).tree;
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));

test('the index gives what asking every watch gives', () => {
  fc.assert(
    fc.property(
      fc.array(query, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
      (queries, articles) => {
        const watches = queries.map((one, number) => watch(`w${number}`, one));
        const index = compileWatches(watches);
        for (const [title, body] of articles) {
          const statements = body.includes('storm') ? ['Ada Brook | operator | | storm'] : [];
          const subject = subjectOf({ title, body, site: 'Harbour Post', statements });
          const plain = watches
            .filter((one) => matchQuery(parseQuery(one.query).tree!, subject) !== null)
            .map((one) => one.id);
          assert.deepEqual(
            index.match(subject).map((one) => one.watch.id),
            plain,
          );
        }
      },
    ),
    { numRuns: 400, seed: 7 },
  );
});

function development(kind: Development['kind']): Development {
  return {
    id: `de-${kind}`,
    storyId: 'st-story',
    articleId: 'ar-test',
    kind,
    at,
    summary: `new: ${kind}`,
    evidence: [],
    replaces: null,
    statementId: null,
    eventId: null,
  };
}

test('one article gives one alert a watch, its developments folded, weightiest first', () => {
  const index = compileWatches([watch('a', 'ferry'), watch('b', 'quake')]);
  const alerts = alertsFor(
    index,
    subjectOf({ title: 'Ferry resumes' }),
    [development('statement'), development('date')],
    at,
  );
  assert.deepEqual(
    alerts.map((one) => [one.watchId, one.developmentIds, one.summary]),
    [['a', ['de-date', 'de-statement'], 'new: date']],
  );
  assert.equal(alerts[0].id, alertsFor(index, subjectOf({ title: 'Ferry resumes' }), [development('date')], at)[0].id);
});

test('no alert for a copy, nor from a watch that is paused, muted, over, or asks for other kinds or more accounts', () => {
  const silent = [
    watch('paused', 'ferry', { paused: true }),
    watch('muted', 'ferry', { mutedUntil: '2026-11-03T00:00:00.000Z' }),
    watch('over', 'ferry', { expires: at }),
    watch('kinds', 'ferry', { kinds: ['date'] }),
    watch('accounts', 'ferry', { independentMin: 2 }),
    watch('faulty', 'ferry AND'),
  ];
  const index = compileWatches(silent);
  assert.deepEqual(alertsFor(index, subjectOf({ title: 'Ferry resumes' }), [development('first')], at), []);
  assert.deepEqual(
    index.faulty.map((one) => one.id),
    ['faulty'],
  );
  assert.deepEqual(alertsFor(compileWatches([watch('a', 'ferry')]), subjectOf({ title: 'Ferry resumes' }), [], at), []);
});

test('hostile text costs time in proportion to its length', () => {
  const { tree } = parseQuery('a W/S b AND (a NEAR/100 b OR "a a a b") AND ab*');
  const match = (body: string) => matchQuery(tree ?? { op: 'all', at: [0, 0] }, subjectOf({ body }));
  assertGrowsLikeLength('a ', match, 100_000);
});
