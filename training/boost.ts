import { SCALE, type StoredTrees } from '../src/extract/trees.ts';

/**
 * Learns boosted trees for a yes/no question (Friedman 2001, with the second-order gains of Chen & Guestrin 2016), leaf by
 * leaf on binned columns. Fixed seed and plain arithmetic: the same data give the same trees.
 */
export function learnTrees(data: TrainingRows, options: BoostOptions): StoredTrees {
  const { rows, width, labels, weights } = data;
  const count = labels.length;
  const random = randomNumbers(options.seed);
  const { edges, bins } = binColumns(rows, width, count);
  const scores = new Float64Array(count);
  const gradient = new Float32Array(count);
  const hessian = new Float32Array(count);
  let yes = 0;
  let all = 0;
  for (let row = 0; row < count; row++) {
    all += weights[row];
    if (labels[row] > 0.5) yes += weights[row];
  }
  const bias = Math.round(SCALE * Math.log(yes / (all - yes)));
  scores.fill(bias / SCALE);
  const stored = { features: data.features, bias, roots: [], column: [], value: [], right: [] } as MutableTrees;
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < count; row++) {
      const p = sigmoid(scores[row]);
      gradient[row] = weights[row] * (p - labels[row]);
      hessian[row] = weights[row] * p * (1 - p);
    }
    const sample: number[] = [];
    for (let row = 0; row < count; row++) if (random() < options.rowShare) sample.push(row);
    const columns: number[] = [];
    for (let column = 0; column < width; column++) if (random() < options.columnShare) columns.push(column);
    const grown = growTree(bins, edges, Int32Array.from(sample), columns, gradient, hessian, options);
    store(grown, stored);
    for (let row = 0; row < count; row++) scores[row] += leafFor(grown, bins, row) / SCALE;
  }
  return stored;
}

export interface TrainingRows {
  readonly features: readonly string[];
  readonly width: number;
  readonly rows: Float32Array;
  readonly labels: Float32Array;
  readonly weights: Float32Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leavesMax: number;
  readonly rate: number;
  readonly rowShare: number;
  readonly columnShare: number;
  /** Ridge on leaf values, and the least curvature a leaf must hold. */
  readonly ridge: number;
  readonly hessianMin: number;
  readonly seed: number;
}

const BINS = 48;

interface MutableTrees {
  features: readonly string[];
  bias: number;
  roots: number[];
  column: number[];
  value: number[];
  right: number[];
}

interface TreeNode {
  column: number;
  bin: number;
  threshold: number;
  left: TreeNode | null;
  right: TreeNode | null;
  leaf: number;
}

interface Leaf {
  node: TreeNode;
  rows: Int32Array;
  histogram: Float64Array;
  gain: number;
  column: number;
  bin: number;
}

/** mulberry32: enough for sampling, and the same everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** exp by halving and a short series: `Math.exp` may differ in its last bit between engines. */
function exponential(x: number): number {
  const halvings = 10;
  const r = x / 2 ** halvings;
  let value = 1 + r * (1 + (r / 2) * (1 + (r / 3) * (1 + (r / 4) * (1 + r / 5))));
  for (let step = 0; step < halvings; step++) value *= value;
  return value;
}

function sigmoid(x: number): number {
  const bounded = Math.max(-30, Math.min(30, x));
  return 1 / (1 + exponential(-bounded));
}

/** Cuts every column at quantiles; the cuts are rounded so that they can be written short and mean the same when read. */
function binColumns(rows: Float32Array, width: number, count: number): { edges: number[][]; bins: Uint8Array[] } {
  const edges: number[][] = [];
  const bins: Uint8Array[] = [];
  const column = new Float32Array(count);
  for (let at = 0; at < width; at++) {
    for (let row = 0; row < count; row++) column[row] = rows[row * width + at];
    const sorted = column.slice().sort();
    const distinct: number[] = [];
    for (let row = 0; row < count; row++) if (row === 0 || sorted[row] !== sorted[row - 1]) distinct.push(sorted[row]);
    const cuts: number[] = [];
    if (distinct.length <= BINS) {
      for (let k = 1; k < distinct.length; k++) cuts.push(short((distinct[k - 1] + distinct[k]) / 2));
    } else {
      for (let k = 1; k < BINS; k++) cuts.push(short(sorted[Math.floor((k * count) / BINS)] * 0.999 + 0.0001));
    }
    const unique = [...new Set(cuts)].sort((a, b) => a - b);
    edges.push(unique);
    const binned = new Uint8Array(count);
    for (let row = 0; row < count; row++) {
      let low = 0;
      let high = unique.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (column[row] <= unique[middle]) high = middle;
        else low = middle + 1;
      }
      binned[row] = low;
    }
    bins.push(binned);
  }
  return { edges, bins };
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}

function growTree(
  bins: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  sample: Int32Array,
  columns: readonly number[],
  gradient: Float32Array,
  hessian: Float32Array,
  options: BoostOptions,
): TreeNode {
  const open: Leaf[] = [];
  const makeLeaf = (rows: Int32Array, histogram: Float64Array): Leaf => {
    const node: TreeNode = { column: -1, bin: 0, threshold: 0, left: null, right: null, leaf: 0 };
    const leaf = { node, rows, histogram, gain: 0, column: -1, bin: 0 };
    findSplit(leaf, columns, edges, options);
    return leaf;
  };
  const count = (rows: Int32Array) => histogramOf(rows, bins, columns, gradient, hessian);
  const root = makeLeaf(sample, count(sample));
  open.push(root);
  while (open.length < options.leavesMax) {
    let best = -1;
    for (let at = 0; at < open.length; at++) if (open[at].gain > (best < 0 ? 1e-9 : open[best].gain)) best = at;
    if (best < 0) break;
    const leaf = open[best];
    const binned = bins[leaf.column];
    const left: number[] = [];
    const right: number[] = [];
    for (const row of leaf.rows) (binned[row] <= leaf.bin ? left : right).push(row);
    const small = left.length <= right.length ? left : right;
    const smallRows = Int32Array.from(small);
    const smallHistogram = count(smallRows);
    const bigHistogram = leaf.histogram;
    for (let at = 0; at < bigHistogram.length; at++) bigHistogram[at] -= smallHistogram[at];
    const bigRows = Int32Array.from(small === left ? right : left);
    const smallLeaf = makeLeaf(smallRows, smallHistogram);
    const bigLeaf = makeLeaf(bigRows, bigHistogram);
    leaf.node.column = leaf.column;
    leaf.node.bin = leaf.bin;
    leaf.node.threshold = edges[leaf.column][leaf.bin];
    leaf.node.left = (small === left ? smallLeaf : bigLeaf).node;
    leaf.node.right = (small === left ? bigLeaf : smallLeaf).node;
    open[best] = smallLeaf;
    open.push(bigLeaf);
  }
  for (const leaf of open) {
    let g = 0;
    let h = 0;
    for (const row of leaf.rows) {
      g += gradient[row];
      h += hessian[row];
    }
    leaf.node.leaf = Math.round((-SCALE * options.rate * g) / (h + options.ridge));
  }
  return root.node;
}

function histogramOf(
  rows: Int32Array,
  bins: readonly Uint8Array[],
  columns: readonly number[],
  gradient: Float32Array,
  hessian: Float32Array,
): Float64Array {
  const histogram = new Float64Array(columns.length * BINS * 2);
  for (let c = 0; c < columns.length; c++) {
    const binned = bins[columns[c]];
    const base = c * BINS * 2;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      const slot = base + binned[row] * 2;
      histogram[slot] += gradient[row];
      histogram[slot + 1] += hessian[row];
    }
  }
  return histogram;
}

function findSplit(
  leaf: Leaf,
  columns: readonly number[],
  edges: readonly (readonly number[])[],
  options: BoostOptions,
): void {
  const { ridge, hessianMin } = options;
  let totalG = 0;
  let totalH = 0;
  for (let bin = 0; bin < BINS; bin++) {
    totalG += leaf.histogram[bin * 2];
    totalH += leaf.histogram[bin * 2 + 1];
  }
  const parent = (totalG * totalG) / (totalH + ridge);
  for (let c = 0; c < columns.length; c++) {
    const cuts = edges[columns[c]].length;
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < cuts; bin++) {
      g += leaf.histogram[(c * BINS + bin) * 2];
      h += leaf.histogram[(c * BINS + bin) * 2 + 1];
      if (h < hessianMin) continue;
      if (totalH - h < hessianMin) break;
      const gain = (g * g) / (h + ridge) + ((totalG - g) * (totalG - g)) / (totalH - h + ridge) - parent;
      if (gain > leaf.gain) {
        leaf.gain = gain;
        leaf.column = columns[c];
        leaf.bin = bin;
      }
    }
  }
}

function leafFor(tree: TreeNode, bins: readonly Uint8Array[], row: number): number {
  let node = tree;
  while (node.left !== null && node.right !== null) node = bins[node.column][row] <= node.bin ? node.left : node.right;
  return node.leaf;
}

function store(tree: TreeNode, into: MutableTrees): void {
  into.roots.push(into.column.length);
  const put = (node: TreeNode) => {
    const index = into.column.length;
    into.column.push(node.left === null ? -1 : node.column);
    into.value.push(node.left === null ? node.leaf : node.threshold);
    into.right.push(0);
    if (node.left === null || node.right === null) return;
    put(node.left);
    into.right[index] = into.column.length;
    put(node.right);
  };
  put(tree);
}
