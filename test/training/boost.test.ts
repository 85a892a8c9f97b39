import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readyTrees, scoreRows } from '../../src/extract/trees.ts';
import { type BoostOptions, learnTrees, randomNumbers, type TrainingRows } from '../../training/boost.ts';

const features = ['length', 'links', 'noise'];
const options: BoostOptions = {
  trees: 80,
  leavesMax: 6,
  rate: 0.2,
  rowShare: 0.7,
  columnShare: 0.9,
  ridge: 1,
  hessianMin: 0.5,
  seed: 7,
};

/** Made rows: a yes is long and has few links, but for one in twenty. */
function madeRows(seed: number, count = 600): TrainingRows {
  const random = randomNumbers(seed);
  const rows = new Float32Array(count * features.length);
  const labels = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const [length, links] = [random() * 100, random()];
    rows.set([length, links, random()], row * features.length);
    const yes = length > 40 && links < 0.3;
    labels[row] = yes !== random() < 0.05 ? 1 : 0;
  }
  return { features, width: features.length, rows, labels, weights: new Float32Array(count).fill(1) };
}

test('training twice on the same rows gives the same trees, byte for byte', () => {
  const first = JSON.stringify(learnTrees(madeRows(1), options));
  learnTrees(madeRows(2), { ...options, seed: 8 });
  assert.equal(JSON.stringify(learnTrees(madeRows(1), options)), first);
  assert.notEqual(JSON.stringify(learnTrees(madeRows(1), { ...options, seed: 8 })), first);
});

test('what was learnt holds on rows never seen, also after being written and read', () => {
  const stored = JSON.parse(JSON.stringify(learnTrees(madeRows(1), options)));
  const { rows, labels } = madeRows(3);
  const scores = scoreRows(readyTrees(stored, features), rows, new Uint8Array(labels.length));
  const right = labels.filter((label, row) => scores[row] > 0 === label > 0.5).length;
  assert.ok(right > labels.length * 0.9, `${right} of ${labels.length} right`);
});

test('rows passed over are a no, trees learnt on other columns are refused', () => {
  const { rows, labels } = madeRows(3, 20);
  const stored = learnTrees(madeRows(1), options);
  const scores = scoreRows(readyTrees(stored, features), rows, new Uint8Array(labels.length).fill(1));
  assert.ok(scores.every((score) => score < 0));
  assert.throws(() => readyTrees(stored, ['length', 'noise', 'links']), /run the training again/);
});

test('the weights in the repository stay small enough to be read through', () => {
  const { size } = statSync(join(import.meta.dirname, '../../src/extract/body.weights.json'));
  assert.ok(size < 300_000, `${size} bytes`);
});
