import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreGold } from './gold-score.ts';

const precisionMin = 0.95;
const recallMin = 0.9;

test('developments are told with the precision and recall that are promised', () => {
  const { right, found, wanted, mixed, faults } = scoreGold();
  assert.equal(mixed, 0, 'no two stories are one');
  assert.ok(
    right / found >= precisionMin && right / wanted >= recallMin,
    `${right} of ${found}, ${wanted} wanted\n${faults.join('\n')}`,
  );
});
