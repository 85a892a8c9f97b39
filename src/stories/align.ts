import type { Span } from '../records.ts';
import { createScan, type Scan, scan } from './scan.ts';

/** How a copy stands to its origin, in spans of the two texts. */
export interface Alignment {
  /** Passages word for word in both, in the order of the copy; a moved passage keeps its place in the origin. */
  readonly kept: readonly { readonly origin: Span; readonly copy: Span }[];
  /** A few words that stand in place of others. */
  readonly changed: readonly { readonly origin: Span; readonly copy: Span }[];
  /** Passages of the copy alone. */
  readonly added: readonly Span[];
  /** Passages of the origin alone. */
  readonly cut: readonly Span[];
}

/** Words in a row that begin a kept passage. */
const seedWords = 4;
/** Words on either side of a change at most; more is a cut and an addition. */
const changedWordsMax = 8;
/** Places in the origin tried for one seed. */
const placesMax = 8;

/**
 * Aligns a copy with its origin, word by word and in linear time: seeds of a few words that both have are grown both ways to
 * the longest passage, from the start of the copy to its end. Case and punctuation do not count as changes.
 */
export function align(origin: string, copy: string): Alignment {
  const [from, to] = [createScan(), createScan()];
  scan(origin, from);
  scan(copy, to);
  const passages = passagesOf(from, to);
  const used = new Uint8Array(from.count);
  for (const { from: start, length } of passages) used.fill(1, start, start + length);
  const changed: { origin: Span; copy: Span }[] = [];
  const added: Span[] = [];
  let end = 0;
  let originEnd = 0;
  for (const passage of [...passages, { from: from.count, to: to.count, length: 0 }]) {
    const gap = passage.to - end;
    const originGap = passage.from - originEnd;
    const isChange = gap > 0 && originGap > 0 && gap <= changedWordsMax && originGap <= changedWordsMax;
    if (isChange && !used.subarray(originEnd, passage.from).includes(1)) {
      changed.push({ origin: spanOf(from, originEnd, originGap), copy: spanOf(to, end, gap) });
      used.fill(1, originEnd, passage.from);
    } else if (gap > 0) added.push(spanOf(to, end, gap));
    end = passage.to + passage.length;
    originEnd = passage.from + passage.length;
  }
  return {
    kept: passages.map((passage) => ({
      origin: spanOf(from, passage.from, passage.length),
      copy: spanOf(to, passage.to, passage.length),
    })),
    changed,
    added,
    cut: unusedSpans(from, used),
  };
}

interface Passage {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

function passagesOf(from: Scan, to: Scan): Passage[] {
  const places = new Map<number, number[]>();
  for (let at = 0; at + seedWords <= from.count; at++) {
    const seed = seedAt(from, at);
    const known = places.get(seed);
    if (known === undefined) places.set(seed, [at]);
    else if (known.length < placesMax) known.push(at);
  }
  const passages: Passage[] = [];
  let end = 0;
  for (let at = 0; at + seedWords <= to.count; ) {
    let best: Passage | null = null;
    const follows =
      passages.length === 0 ? 0 : passages[passages.length - 1].from + passages[passages.length - 1].length;
    for (const place of places.get(seedAt(to, at)) ?? []) {
      let back = 0;
      while (at - back > end && place - back > 0 && from.hashes[place - back - 1] === to.hashes[at - back - 1]) back++;
      let length = 0;
      while (
        place + length < from.count &&
        at + length < to.count &&
        from.hashes[place + length] === to.hashes[at + length]
      )
        length++;
      const passage = { from: place - back, to: at - back, length: length + back };
      // Among equals the one that goes on where the last passage ended.
      const isBetter =
        best === null ||
        passage.length > best.length ||
        (passage.length === best.length && passage.from >= follows && best.from < follows);
      if (length >= seedWords && isBetter) best = passage;
    }
    if (best === null) at++;
    else {
      passages.push(best);
      end = best.to + best.length;
      at = end;
    }
  }
  return passages;
}

function seedAt({ hashes }: Scan, at: number): number {
  let seed = 0;
  for (let word = 0; word < seedWords; word++) seed = Math.imul(seed ^ hashes[at + word], 0x01000193);
  return seed;
}

function spanOf({ starts, ends }: Scan, at: number, length: number): Span {
  return [starts[at], ends[at + length - 1]];
}

function unusedSpans(words: Scan, used: Uint8Array): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.count; ) {
    if (used[at]) {
      at++;
      continue;
    }
    let end = at;
    while (end < words.count && !used[end]) end++;
    spans.push(spanOf(words, at, end - at));
    at = end;
  }
  return spans;
}
