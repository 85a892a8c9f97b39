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
 * Log odds of every row; rows passed over get the lowest. One tree is asked about all rows before the next: its nodes stay at
 * hand. The first trees settle most blocks: far from the border the rest could not change the answer.
 */
export function scoreRows(trees: Trees, rows: Float32Array, passedOver: Uint8Array): Float32Array {
  const sums = new Float64Array(passedOver.length).fill(trees.bias);
  const asked = new Int32Array(passedOver.length);
  let count = 0;
  for (let at = 0; at < passedOver.length; at++) if (passedOver[at] === 0) asked[count++] = at;
  addTrees(trees, 0, EARLY_TREES, rows, asked.subarray(0, count), sums);
  let left = 0;
  for (let index = 0; index < count; index++) {
    const at = asked[index];
    if (sums[at] >= -EARLY_SCORE && sums[at] <= EARLY_SCORE) asked[left++] = at;
  }
  addTrees(trees, EARLY_TREES, trees.roots.length, rows, asked.subarray(0, left), sums);
  const scores = new Float32Array(passedOver.length);
  for (let at = 0; at < scores.length; at++) scores[at] = passedOver[at] === 1 ? -SCORE_MAX : sums[at] / SCALE;
  return scores;
}

/** Adds what the trees of a range say to the sums of the rows asked about. */
function addTrees(
  { width, roots, column, value, right }: Trees,
  from: number,
  to: number,
  rows: Float32Array,
  asked: Int32Array,
  sums: Float64Array,
): void {
  for (let tree = from; tree < Math.min(to, roots.length); tree++) {
    const root = roots[tree];
    for (let index = 0; index < asked.length; index++) {
      const at = asked[index];
      const offset = at * width;
      let node = root;
      while (column[node] >= 0) node = rows[offset + column[node]] <= value[node] ? node + 1 : right[node];
      sums[at] += value[node];
    }
  }
}

/** Scores are stored as log odds in units of 1/1000. */
export const SCALE = 1_000;
const SCORE_MAX = 8;
/** Trees that every block is asked of, and how far from the border they settle it. */
const EARLY_TREES = 50;
const EARLY_SCORE = 4_500;
