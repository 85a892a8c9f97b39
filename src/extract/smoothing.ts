import type { BlockPage } from './blocks.ts';
import type { DescribedPage } from './describe.ts';
import { featureNames } from './features.ts';

/**
 * Describes every block once more, now by what the first pass thought of it and of the blocks around it: the article is one
 * sequence, so a doubtful block between sure ones belongs to it and one among the refused does not.
 */
export function smoothingFeatures(described: DescribedPage, scores: Float32Array): Float32Array {
  const { page, features, passedOver } = described;
  const { length: count } = page.blocks;
  const values = new Float32Array(count * WIDTH);
  const measured = measure(described, scores);
  for (let at = 0; at < count; at++) {
    if (passedOver[at] === 1) continue;
    let column = putNear(values, at * WIDTH, at, page, measured);
    column = putBoxes(values, column, at, page, measured);
    column = putRun(values, column, at, measured);
    for (const from of carriedColumns) values[column++] = features[at * featureNames.length + from];
  }
  return values;
}

/** What the first pass thought of a page. */
interface Measured {
  /** Its scores, none beyond `SCORE_MAX`. */
  readonly scores: Float32Array;
  /** What each block counts for. */
  readonly weights: Float64Array;
  /** Running sums of the scores by these weights, of the weights, and of the mass thought to be article. */
  readonly sum: Float64Array;
  readonly weight: Float64Array;
  readonly yes: Float64Array;
  /** Scores by weights, and weights, of all blocks of a look. */
  readonly lookSum: Float64Array;
  readonly lookWeight: Float64Array;
  /** The mass thought to be article, 1 at least. */
  readonly all: number;
  /** The first and the last long block that is surely article; -1 for none. */
  readonly firstSure: number;
  readonly lastSure: number;
}

function measure({ page: { blocks, boxes, looks }, facts }: DescribedPage, given: Float32Array): Measured {
  const count = blocks.length;
  const scores = given.map((score) => Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score)));
  const weights = new Float64Array(count);
  const sum = new Float64Array(count + 1);
  const weight = new Float64Array(count + 1);
  const yes = new Float64Array(count + 1);
  const lookSum = new Float64Array(looks.length);
  const lookWeight = new Float64Array(looks.length);
  let firstSure = -1;
  let lastSure = -1;
  for (let at = 0; at < count; at++) {
    const { mass } = facts[at];
    const { look } = boxes[blocks[at].box];
    weights[at] = Math.min(WEIGHED_MASS_MAX, mass) + WEIGHT_MIN;
    sum[at + 1] = sum[at] + scores[at] * weights[at];
    weight[at + 1] = weight[at] + weights[at];
    yes[at + 1] = yes[at] + (scores[at] > 0 ? mass : 0);
    lookSum[look] += scores[at] * weights[at];
    lookWeight[look] += weights[at];
    if (scores[at] > SURE_SCORE && mass > SURE_MASS_MIN) {
      if (firstSure < 0) firstSure = at;
      lastSure = at;
    }
  }
  const all = Math.max(1, yes[count]);
  return { scores, weights, sum, weight, yes, lookSum, lookWeight, all, firstSure, lastSure };
}

/** More of a block says no more, and the shortest block says something. */
const WEIGHED_MASS_MAX = 600;
const WEIGHT_MIN = 10;
const SURE_SCORE = 1;
const SURE_MASS_MIN = 80;

// As in `features.ts`, each of these writes some columns of a row from `start` on and gives the column behind them.

/** Its own score, those next to it, and the means of those before it, behind it and of its look. */
function putNear(values: Float32Array, start: number, at: number, page: BlockPage, measured: Measured): number {
  const { scores, weights, lookSum, lookWeight } = measured;
  let column = start;
  values[column++] = scores[at];
  for (const step of NEIGHBOURS) {
    const other = at + step;
    values[column++] = other < 0 || other >= scores.length ? -SCORE_MAX : scores[other];
  }
  values[column++] = meanOf(measured, at - 4, at);
  values[column++] = meanOf(measured, at + 1, at + 5);
  values[column++] = meanOf(measured, at - 12, at);
  values[column++] = meanOf(measured, at + 1, at + 13);
  const { look } = page.boxes[page.blocks[at].box];
  const others = lookWeight[look] - weights[at];
  values[column++] = others <= 0 ? -SCORE_MAX - 1 : (lookSum[look] - scores[at] * weights[at]) / others;
  return column;
}

/** The boxes around it: the mean of all others in each, and how much of the article is there. */
function putBoxes(
  values: Float32Array,
  start: number,
  at: number,
  { blocks, boxes }: BlockPage,
  measured: Measured,
): number {
  let column = start;
  let index = blocks[at].box;
  for (let level = 0; level < LEVELS; level++) {
    if (boxes[index].parent >= 0) index = boxes[index].parent;
    const { first, end } = boxes[index];
    values[column++] = meanOf(measured, first, end, at);
    values[column++] = (measured.yes[end] - measured.yes[first]) / measured.all;
  }
  return column;
}

/** Where it stands in the run of blocks that are surely article. */
function putRun(values: Float32Array, start: number, at: number, { yes, all, firstSure, lastSure }: Measured): number {
  values[start] = yes[at] / all;
  values[start + 1] = bits(all);
  values[start + 2] = firstSure < 0 ? -99 : Math.max(-60, Math.min(99, at - firstSure));
  values[start + 3] = lastSure < 0 ? 99 : Math.max(-99, Math.min(60, at - lastSure));
  values[start + 4] = firstSure < 0 ? 0 : bits(lastSure - firstSure) + 1;
  return start + 5;
}

/** Mean score of a range of blocks, one perhaps left out; the lowest for none. */
function meanOf({ scores, sum, weight }: Measured, from: number, to: number, without = -1): number {
  const low = Math.max(0, from);
  const high = Math.min(scores.length, to);
  if (low >= high) return -SCORE_MAX;
  let total = sum[high] - sum[low];
  let all = weight[high] - weight[low];
  if (without >= low && without < high) {
    total -= sum[without + 1] - sum[without];
    all -= weight[without + 1] - weight[without];
  }
  return all <= 0 ? -SCORE_MAX : total / all;
}

/** A measure of the whole page by its length in bits: finer, it would tell the training which page it is looking at. */
function bits(count: number): number {
  return 31 - Math.clz32(count);
}

/** Columns of the first description that still matter beside the scores. */
const carried =
  'mass linkShare ending upper lowerWords bold italic prose furniture titleLikeness claimed repeats tag in.heading in.list ' +
  'in.quote in.figure in.aside in.form in.link class.related class.caption class.newsletter class.promotion class.author ' +
  'class.comment class.embed look.count inside rule sinceProse untilProse sinceTitle words.sum words.mean words.least classes.own classes.near classes.least next1.tag next-1.tag next1.mass';
const carriedColumns = carried.split(' ').map((name) => featureNames.indexOf(name));

const NEIGHBOURS: readonly number[] = [-3, -2, -1, 1, 2, 3];
const LEVELS = 3;
const SCORE_MAX = 8;

/** Names of the columns, in order. */
export const smoothingNames: readonly string[] = [
  ...'score -3 -2 -1 +1 +2 +3 before4 after4 before12 after12 look'.split(' '),
  ...Array.from({ length: LEVELS }, (_, level) => [`box${level + 1}.mean`, `box${level + 1}.yes`]).flat(),
  ...'yesBefore yesAll sinceSure afterSure sureSpan'.split(' '),
  ...carried.split(' '),
];
const WIDTH = smoothingNames.length;
