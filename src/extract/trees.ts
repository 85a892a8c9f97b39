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
  readonly width: number;
  /** The score of the row that begins at `offset`: above 0 means yes. */
  score(rows: Float32Array, offset: number): number;
}

/** Makes stored trees ready. Throws when they were learnt on other columns: then the weights file is out of date. */
export function readyTrees(stored: StoredTrees, features: readonly string[]): Trees {
  if (stored.features.join() !== features.join()) {
    throw new Error('the weights were learnt on other features: run the training again');
  }
  const roots = Int32Array.from(stored.roots);
  const column = Int16Array.from(stored.column);
  const value = Float64Array.from(stored.value);
  const right = Int32Array.from(stored.right);
  const score = (rows: Float32Array, offset: number) => {
    let sum = stored.bias;
    for (let tree = 0; tree < roots.length; tree++) {
      // The first trees settle most blocks: far from the border the rest could not change the answer.
      if (tree === EARLY_TREES && (sum < -EARLY_SCORE || sum > EARLY_SCORE)) return sum;
      let node = roots[tree];
      while (column[node] >= 0) node = rows[offset + column[node]] <= value[node] ? node + 1 : right[node];
      sum += value[node];
    }
    return sum;
  };
  return { width: features.length, score };
}

/** Log odds of every row; rows passed over get the lowest. */
export function scoreRows(trees: Trees, rows: Float32Array, passedOver: Uint8Array): Float32Array {
  const scores = new Float32Array(passedOver.length);
  for (let at = 0; at < scores.length; at++) {
    scores[at] = passedOver[at] === 1 ? -SCORE_MAX : trees.score(rows, at * trees.width) / SCALE;
  }
  return scores;
}

/** Scores are stored as log odds in units of 1/1000. */
export const SCALE = 1_000;
const SCORE_MAX = 8;
const EARLY_TREES = 60;
const EARLY_SCORE = 6_000;
