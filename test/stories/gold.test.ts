import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreGold } from './gold-score.ts';

/** What is promised is .95 and .90; these are what is reached, and only ever raised until they are that. */
const precisionMin = 0.69;
const recallMin = 0.7;
/** Stories that are one with another though they should not be: look-alikes that name each other. Only ever lowered. */
const mixedMax = 2;

test('developments are told with the precision and recall that are promised', () => {
  const { right, found, wanted, mixed, faults } = scoreGold();
  assert.ok(mixed <= mixedMax, `${mixed} stories are one with another`);
  assert.ok(
    right / found >= precisionMin && right / wanted >= recallMin,
    `${right} of ${found}, ${wanted} wanted\n${faults.join('\n')}`,
  );
});
