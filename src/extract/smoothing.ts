import type { DescribedPage } from './describe.ts';
import { featureNames } from './features.ts';

/**
 * Describes every block once more, now by what the first pass thought of it and of the blocks around it: the article is one
 * sequence, so a doubtful block between sure ones belongs to it and one among the refused does not.
 */
export function smoothingFeatures(
  { page, facts, features, passedOver }: DescribedPage,
  scores: Float32Array,
): Float32Array {
  const { blocks, boxes } = page;
  const count = blocks.length;
  const values = new Float32Array(count * WIDTH);
  const bounded = scores.map((score) => Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score)));
  // Running sums of the score weighed by mass, of mass, and of the mass thought to be article.
  const sum = new Float64Array(count + 1);
  const mass = new Float64Array(count + 1);
  const yes = new Float64Array(count + 1);
  const lookSum = new Float64Array(page.looks.length);
  const lookMass = new Float64Array(page.looks.length);
  let firstSure = -1;
  let lastSure = -1;
  for (let at = 0; at < count; at++) {
    const weight = Math.min(600, facts[at].mass) + 10;
    sum[at + 1] = sum[at] + bounded[at] * weight;
    mass[at + 1] = mass[at] + weight;
    yes[at + 1] = yes[at] + (bounded[at] > 0 ? facts[at].mass : 0);
    if (bounded[at] > SURE_SCORE && facts[at].mass > 80) {
      if (firstSure < 0) firstSure = at;
      lastSure = at;
    }
    const { look } = boxes[blocks[at].box];
    lookSum[look] += bounded[at] * weight;
    lookMass[look] += weight;
  }
  const mean = (from: number, to: number, without: number) => {
    const low = Math.max(0, from);
    const high = Math.min(count, to);
    if (low >= high) return -SCORE_MAX;
    let total = sum[high] - sum[low];
    let weight = mass[high] - mass[low];
    if (without >= low && without < high) {
      total -= sum[without + 1] - sum[without];
      weight -= mass[without + 1] - mass[without];
    }
    return weight <= 0 ? -SCORE_MAX : total / weight;
  };
  const all = Math.max(1, yes[count]);
  for (let at = 0; at < count; at++) {
    if (passedOver[at] === 1) continue;
    let column = at * WIDTH;
    values[column++] = bounded[at];
    for (const step of [-3, -2, -1, 1, 2, 3]) {
      values[column++] = at + step < 0 || at + step >= count ? -SCORE_MAX : bounded[at + step];
    }
    values[column++] = mean(at - 4, at, -1);
    values[column++] = mean(at + 1, at + 5, -1);
    values[column++] = mean(at - 12, at, -1);
    values[column++] = mean(at + 1, at + 13, -1);
    const box = boxes[blocks[at].box];
    const own = Math.min(600, facts[at].mass) + 10;
    const others = lookMass[box.look] - own;
    values[column++] = others <= 0 ? -SCORE_MAX - 1 : (lookSum[box.look] - bounded[at] * own) / others;
    let index = blocks[at].box;
    for (let level = 0; level < LEVELS; level++) {
      if (boxes[index].parent >= 0) index = boxes[index].parent;
      values[column++] = mean(boxes[index].first, boxes[index].end, at);
      values[column++] = (yes[boxes[index].end] - yes[boxes[index].first]) / all;
    }
    values[column++] = yes[at] / all;
    values[column++] = bits(all);
    values[column++] = firstSure < 0 ? -99 : Math.max(-60, Math.min(99, at - firstSure));
    values[column++] = lastSure < 0 ? 99 : Math.max(-99, Math.min(60, at - lastSure));
    values[column++] = firstSure < 0 ? 0 : bits(lastSure - firstSure) + 1;
    for (const from of carriedColumns) values[column++] = features[at * featureNames.length + from];
  }
  return values;
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

const LEVELS = 3;
const SCORE_MAX = 8;
const SURE_SCORE = 1;

/** Names of the columns, in order. */
export const smoothingNames: readonly string[] = [
  ...'score -3 -2 -1 +1 +2 +3 before4 after4 before12 after12 look'.split(' '),
  ...Array.from({ length: LEVELS }, (_, level) => [`box${level + 1}.mean`, `box${level + 1}.yes`]).flat(),
  ...'yesBefore yesAll sinceSure afterSure sureSpan'.split(' '),
  ...carried.split(' '),
];
const WIDTH = smoothingNames.length;
