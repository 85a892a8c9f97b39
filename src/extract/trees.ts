/**
 * Boosted decision trees as they are stored: all nodes of all trees in one list, each tree in preorder (a node's left child
 * follows it). Leaves are whole numbers and thresholds short decimals, so a score is an exact sum, the same on every machine.
 */
export interface StoredTrees {
  /** Names of the columns the trees were learnt on; checked against the columns there are. */
  readonly features: readonly string[];
  readonly bias: number;
  /** Index of each tree's root. */
  readonly roots: readonly number[];
  /** Column a node asks, -1 for a leaf. */
  readonly column: readonly number[];
  /** Threshold of a node (left when value <= threshold), or the value of a leaf. */
  readonly value: readonly number[];
  /** Index of a node's right child; 0 for leaves. */
  readonly right: readonly number[];
}

/** Trees made ready to be asked. */
export interface Trees {
  /** Columns of a row. */
  readonly width: number;
  readonly bias: number;
  readonly roots: Int32Array;
  readonly column: Int16Array;
  readonly value: Float64Array;
  readonly right: Int32Array;
}

/** Makes stored trees ready. Throws when they were learnt on other columns: then the weights file is out of date. */
export function readyTrees(stored: StoredTrees, features: readonly string[]): Trees {
  if (stored.features.join() !== features.join()) {
    throw new Error('the weights were learnt on other features: run the training again');
  }
  return {
    width: features.length,
    bias: stored.bias,
    roots: Int32Array.from(stored.roots),
    column: Int16Array.from(stored.column),
    value: Float64Array.from(stored.value),
    right: Int32Array.from(stored.right),
  };
}

/**
 * Log odds of every row; rows passed over get the lowest. The first trees settle most blocks: far from the border the rest could
 * not change the answer.
 */
export function scoreRows(trees: Trees, rows: Float32Array, passedOver: Uint8Array): Float32Array {
  const sums = new Float64Array(passedOver.length).fill(trees.bias);
  const asked = new Int32Array(passedOver.length);
  let count = 0;
  for (let at = 0; at < passedOver.length; at++) if (passedOver[at] === 0) asked[count++] = at;
  const asking = { trees, rows, asked, sums };
  for (let tree = 0; tree < Math.min(EARLY_TREES, trees.roots.length); tree++)
    addTree(asking, trees.roots[tree], 0, count);
  let left = 0;
  for (let index = 0; index < count; index++) {
    const at = asked[index];
    if (sums[at] >= -EARLY_SCORE && sums[at] <= EARLY_SCORE) asked[left++] = at;
  }
  for (let tree = EARLY_TREES; tree < trees.roots.length; tree++) addTree(asking, trees.roots[tree], 0, left);
  const scores = new Float32Array(passedOver.length);
  for (let at = 0; at < scores.length; at++) scores[at] = passedOver[at] === 1 ? -SCORE_MAX : sums[at] / SCALE;
  return scores;
}

interface Asking {
  readonly trees: Trees;
  readonly rows: Float32Array;
  /** The rows asked about; their order changes with every tree. */
  readonly asked: Int32Array;
  readonly sums: Float64Array;
}

/**
 * Adds what a tree says from one node down to the sums of a range of the rows asked about. A node parts its range in two and each
 * goes on as a whole: no processor can foretell the way of a row down a tree, and to part a range it need not. The sums are of
 * whole numbers, so the order does not show.
 */
function addTree(asking: Asking, root: number, from: number, to: number): void {
  const { trees, asked, sums } = asking;
  let node = root;
  let end = to;
  while (end - from > WALKED_ROWS_MAX) {
    if (trees.column[node] < 0) {
      const value = trees.value[node];
      for (let index = from; index < end; index++) sums[asked[index]] += value;
      return;
    }
    const middle = partRange(asking, node, from, end);
    addTree(asking, trees.right[node], middle, end);
    node++;
    end = middle;
  }
  for (let index = from; index < end; index++) sums[asked[index]] += leafValue(asking, node, asked[index]);
}

/** Puts the rows that go left at a node before those that go right; gives where the latter begin. */
function partRange({ trees, rows, asked }: Asking, node: number, from: number, end: number): number {
  const { width } = trees;
  const column = trees.column[node];
  const threshold = trees.value[node];
  let middle = from;
  for (let index = from; index < end; index++) {
    const at = asked[index];
    asked[index] = asked[middle];
    asked[middle] = at;
    // A number and no branch, see above.
    middle += Number(rows[at * width + column] <= threshold);
  }
  return middle;
}

/** The value of the leaf that a row comes to from a node on. */
function leafValue({ trees, rows }: Asking, from: number, at: number): number {
  const { column, value, right } = trees;
  const offset = at * trees.width;
  let node = from;
  while (column[node] >= 0) node = rows[offset + column[node]] <= value[node] ? node + 1 : right[node];
  return value[node];
}

/** So few rows go down a tree one by one. */
const WALKED_ROWS_MAX = 3;

/** Scores are stored as log odds in units of 1/1000. */
export const SCALE = 1_000;
const SCORE_MAX = 8;
/** Trees that every block is asked of, and how far from the border they settle it. */
const EARLY_TREES = 50;
const EARLY_SCORE = 4_500;
