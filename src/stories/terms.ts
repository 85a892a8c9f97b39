import { backgroundOf } from './background.ts';
import { createHashTable, type HashTable, widened } from './hash-table.ts';
import { hashSyllables, type Scan, scan, wordFlag } from './scan.ts';
import { termHashesOf } from './term-stems.ts';

/** Terms kept of one article: its most telling ones. */
const termsMax = 80;
/** Words of a title count this many times. */
const titleWeight = 3;
/** A capital inside a sentence marks a name. */
const nameWeight = 2;
/** The first words of a body say what it is about. */
const leadWords = 60;
const leadWeight = 2;

/** What an article is about, before any weighing: its most telling terms and how often it says them. */
export interface Terms {
  /** Hashes, ascending. */
  readonly hashes: Uint32Array;
  /** Weighted count of each term, its square root in sixteenths; 255 at most. */
  readonly counts: Uint8Array;
}

/** Weighted counts of the words of one text, filled again and again. */
export interface WordCounter {
  readonly words: HashTable;
  weights: Float64Array;
  /** How telling each word is, and the same to be put into disorder. */
  telling: Float32Array;
  ranked: Float32Array;
  /** Numbers of the words kept, before and after they are put in order. */
  kept: Uint32Array;
  ordered: Uint32Array;
}

export function createWordCounter(): WordCounter {
  const size = 1024;
  return {
    words: createHashTable(size),
    weights: new Float64Array(size),
    telling: new Float32Array(size),
    ranked: new Float32Array(size),
    kept: new Uint32Array(size),
    ordered: new Uint32Array(size),
  };
}

/** Counts the words of a title and keeps the most telling ones by the background of the language. */
export function termsOfTitle(title: string, language: string | null, space: Scan, counter: WordCounter): Terms {
  scan(title, space);
  counter.words.clear();
  countWords(title, language, space, counter, true);
  return mostTelling(counter, language);
}

/** Adds the words of a scanned text to a count. */
export function countWords(
  text: string,
  language: string | null,
  words: Scan,
  counter: WordCounter,
  isTitle: boolean,
): void {
  const { count, flags, starts, ends, hashes } = words;
  const stems = termHashesOf(language);
  for (let at = 0; at < count; at++) {
    const flag = flags[at];
    const length = ends[at] - starts[at];
    if (length < 2 && !(flag & (wordFlag.number | wordFlag.hangul))) continue;
    let weight = isTitle ? titleWeight : at < leadWords ? leadWeight : 1;
    if (!isTitle && flag & wordFlag.capital && !(flag & wordFlag.opening)) weight *= nameWeight;
    let hash = hashes[at];
    if (flag & wordFlag.hangul && length > 1)
      hash = hashSyllables(text.charCodeAt(starts[at]), text.charCodeAt(starts[at] + 1));
    else if (stems !== null && !(flag & (wordFlag.number | wordFlag.unspaced)))
      hash = stems.termOf(text, starts[at], ends[at]);
    const known = counter.words.size;
    const number = counter.words.number(hash);
    if (number < known) counter.weights[number] += weight;
    else {
      if (number === counter.weights.length) counter.weights = widened(counter.weights);
      counter.weights[number] = weight;
    }
  }
}

/** The terms of a count that tell most, by the background of the language. */
export function mostTelling(counter: WordCounter, language: string | null): Terms {
  const background = backgroundOf(language) ?? backgroundOf('en')!;
  const { words, weights } = counter;
  const { size } = words;
  if (size > counter.telling.length) {
    for (const column of ['telling', 'ranked'] as const) counter[column] = new Float32Array(weights.length);
    for (const column of ['kept', 'ordered'] as const) counter[column] = new Uint32Array(weights.length);
  }
  const { telling, ranked, kept } = counter;
  for (let word = 0; word < size; word++)
    telling[word] = Math.sqrt(weights[word]) * background.tellingOf(words.hashOf(word));
  ranked.set(telling.subarray(0, size));
  const least = size <= termsMax ? -Infinity : nthLeast(ranked, size, size - termsMax);
  let keptCount = 0;
  for (let word = 0; word < size; word++) if (telling[word] >= least) kept[keptCount++] = word;
  const ordered = orderByHash(counter, keptCount);
  // Of equals at the edge the lesser hashes stay, so that the order of words does not matter.
  const length = Math.min(keptCount, termsMax);
  const hashes = new Uint32Array(length);
  const counts = new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    hashes[at] = words.hashOf(ordered[at]);
    counts[at] = Math.min(255, Math.round(Math.sqrt(weights[ordered[at]]) * 16));
  }
  return { hashes, counts };
}

/** How many of the terms of both stand in few texts at large. */
export function sharedRareTerms(a: Terms, b: Terms, language: string | null): number {
  const background = backgroundOf(language) ?? backgroundOf('en')!;
  const both = new Set(b.hashes);
  return a.hashes.reduce((sum, hash) => sum + (both.has(hash) && background.countOf(hash) <= rareMax ? 1 : 0), 0);
}

/** Background texts up to which a term is rare: one in fifty. */
const rareMax = 12;

/** The words kept by their hashes, ascending: dealt out by the highest bits, which are spread evenly, then each put in its place. */
function orderByHash({ words, kept, ordered }: WordCounter, count: number): Uint32Array {
  bucketEnds.fill(0);
  for (let at = 0; at < count; at++) bucketEnds[(words.hashOf(kept[at]) >>> bucketShift) + 1]++;
  for (let bucket = 1; bucket < bucketEnds.length; bucket++) bucketEnds[bucket] += bucketEnds[bucket - 1];
  for (let at = 0; at < count; at++) ordered[bucketEnds[words.hashOf(kept[at]) >>> bucketShift]++] = kept[at];
  for (let at = 1; at < count; at++) {
    const word = ordered[at];
    const hash = words.hashOf(word);
    let to = at;
    for (; to > 0 && words.hashOf(ordered[to - 1]) > hash; to--) ordered[to] = ordered[to - 1];
    ordered[to] = word;
  }
  return ordered;
}

const bucketShift = 25;
const bucketEnds = new Uint32Array(2 ** (32 - bucketShift) + 1);

/** The value that would stand at a place if the first `length` were sorted (quickselect, Hoare 1961); puts them into disorder. */
function nthLeast(values: Float32Array, length: number, place: number): number {
  let [from, to] = [0, length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1];
    let [low, high] = [from, to];
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (values[high] > pivot) high--;
      if (low > high) break;
      const value = values[low];
      values[low++] = values[high];
      values[high--] = value;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else return values[place];
  }
  return values[place];
}
