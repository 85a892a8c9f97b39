import { mix, type Scan } from './scan.ts';

/** Words in a shingle. Three, because an edit every eleven words leaves three in a row standing far more often than five. */
const shingleWords = 3;
/** Neighbouring shingles of which the least is kept: two shingles in nine on average. */
const winnowWindow = 8;
/** Shingles kept of one text at most: a longer text is told by its beginning. */
const sketchSizeMax = 4_000;

/** Scratch space for `sketch`, used again and again. */
export interface SketchSpace {
  readonly kept: Uint32Array;
  readonly window: Uint32Array;
}

export function createSketchSpace(): SketchSpace {
  return { kept: new Uint32Array(sketchSizeMax), window: new Uint32Array(winnowWindow) };
}

/**
 * The sketch of a text: hashes of its word shingles, thinned by winnowing (Schleimer, Wilkerson and Aiken 2003), so that any
 * run of `winnowWindow + shingleWords - 1` words that two texts share gives both one hash in common, wherever it stands.
 * In the order of the text; a shingle that stands there twice is told twice.
 */
export function sketch(words: Scan, space: SketchSpace): Uint32Array {
  const { kept, window } = space;
  const { hashes, count } = words;
  const shingles = count - shingleWords + 1;
  if (shingles <= 0) return new Uint32Array(0);
  let size = 0;
  let least = 0xffffffff;
  let leastAt = -1;
  for (let at = 0; at < shingles && size < sketchSizeMax; at++) {
    const hash = mix(Math.imul(Math.imul(hashes[at], roll) + hashes[at + 1], roll) + hashes[at + 2]);
    window[at % winnowWindow] = hash;
    let fresh = false;
    if (hash <= least) {
      least = hash;
      leastAt = at;
      fresh = true;
    } else if (leastAt <= at - winnowWindow) {
      // The least one left the window: find the next, the rightmost among equals.
      least = 0xffffffff;
      for (let back = Math.max(0, at - winnowWindow + 1); back <= at; back++) {
        const other = window[back % winnowWindow];
        if (other <= least) {
          least = other;
          leastAt = back;
        }
      }
      fresh = true;
    }
    if (!fresh) continue;
    // A text shorter than one window keeps its least shingle only; before the first full window nothing is settled.
    if (at >= winnowWindow - 1) kept[size++] = least;
    else if (at === shingles - 1) kept[size++] = least;
  }
  if (size === 0) kept[size++] = least;
  // Least ones lie close to zero; mixed once more they spread over a table again.
  for (let at = 0; at < size; at++) kept[at] = mix(kept[at] ^ spread);
  return kept.slice(0, size);
}

const spread = 0x5bd1e995;

const roll = 0x9e3779b1 | 0;
