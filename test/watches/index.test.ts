import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Development } from '../../src/records.ts';
import { alertsFor, compileWatches, matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { assertGrowsLikeLength } from '../growth.ts';
import { plainWatch as watch } from '../made.ts';
import { subjectOf } from './check.ts';
import { disagreements } from './twin.ts';

const at = '2026-11-02T08:00:00.000Z';

/** Raised to a million for the figure in bench/RESULTS.md. */
const pairsAsked = 48_000;

test('the index gives what asking every watch gives, with the same words', () => {
  const { matched, differing } = disagreements(pairsAsked, 7);
  assert.deepEqual(differing.slice(0, 3), []);
  assert.ok(matched > pairsAsked / 4);
});

test('watches that are many need more room than there is at first', () => {
  const watches = Array.from({ length: 3_000 }, (_, number) => watch(`w${number}`, `word${number} AND (a OR bri*)`));
  const found = compileWatches(watches).match(subjectOf({ body: 'word7 word2999 b' }));
  assert.deepEqual(
    found.map((one) => one.watch.id),
    [],
  );
  const more = compileWatches(watches).match(subjectOf({ body: 'word7 word2999 a' }));
  assert.deepEqual(
    more.map((one) => one.watch.id),
    ['w7', 'w2999'],
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
