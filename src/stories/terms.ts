import { backgroundOf } from './background.ts';
import { mix, type Scan, scan, wordFlag } from './scan.ts';

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

/** Counts the words of title and body and keeps the most telling ones by the background of the language. */
export function termsOf(title: string, body: string, language: string | null, space: Scan): Terms {
  const counter = new Map<number, number>();
  scan(body, space);
  countWords(body, space, counter, false);
  scan(title, space);
  countWords(title, space, counter, true);
  return mostTelling(counter, language);
}

/** Adds the words of a scanned text to a count. */
export function countWords(text: string, words: Scan, counter: Map<number, number>, isTitle: boolean): void {
  const { count, flags, starts, ends, hashes } = words;
  for (let at = 0; at < count; at++) {
    const flag = flags[at];
    const length = ends[at] - starts[at];
    if (length < 2 && !(flag & (wordFlag.number | wordFlag.hangul))) continue;
    let weight = isTitle ? titleWeight : at < leadWords ? leadWeight : 1;
    if (!isTitle && flag & wordFlag.capital && !(flag & wordFlag.opening)) weight *= nameWeight;
    let hash = hashes[at];
    // Korean particles hang at the end of a word: its first two syllables stand for it.
    if (flag & wordFlag.hangul && length > 1) {
      hash = mix(Math.imul(text.charCodeAt(starts[at]), 0x9e3779b1) ^ text.charCodeAt(starts[at] + 1));
    }
    counter.set(hash, (counter.get(hash) ?? 0) + weight);
  }
}

/** The terms of a count that tell most, by the background of the language. */
export function mostTelling(counter: ReadonlyMap<number, number>, language: string | null): Terms {
  const background = backgroundOf(language) ?? backgroundOf('en')!;
  const size = counter.size;
  const weights = new Float32Array(size);
  let at = 0;
  for (const [hash, times] of counter) {
    const known = background.counts.get(hash) ?? 0;
    weights[at++] = Math.sqrt(times) * Math.log((background.texts + 1) / (known + 0.5));
  }
  const least = size <= termsMax ? -Infinity : Float32Array.from(weights).sort()[size - termsMax];
  const kept: number[] = [];
  at = 0;
  for (const hash of counter.keys()) if (weights[at++] >= least) kept.push(hash);
  // Of equals at the edge the lesser hashes stay, so that the order of words does not matter.
  const hashes = Uint32Array.from(kept).sort().slice(0, termsMax);
  return {
    hashes,
    counts: Uint8Array.from(hashes, (hash) => Math.min(255, Math.round(Math.sqrt(counter.get(hash)!) * 16))),
  };
}
