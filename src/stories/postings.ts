/**
 * Which texts hold a shingle: an open-addressed table of (hash, text) pairs in two typed arrays, eight bytes a slot.
 * A hash has a slot for every text that holds it, up to `textsPerShingleMax`.
 */
export interface SketchIndex {
  /** Writes the texts that hold `hash` into `into` and gives how many; at most `textsPerShingleMax`. */
  find(hash: number, into: Uint32Array): number;
  add(hash: number, text: number): void;
  /** Drops every text for which `keep` gives a negative number and renames the others to what it gives. */
  rename(keep: (text: number) => number): void;
  readonly byteCount: number;
}

/** A shingle that stands in this many texts is a set phrase or a notice: it is no longer stored. */
export const textsPerShingleMax = 24;

export function createSketchIndex(slotsMin = 1 << 12): SketchIndex {
  let capacity = slotsMin;
  let hashes = new Uint32Array(capacity);
  // Text numbers are stored plus one: zero is an empty slot.
  let texts = new Uint32Array(capacity);
  let used = 0;

  /** Hashes are spread evenly, so scaling keeps any capacity usable and the table may grow by less than a doubling. */
  const home = (hash: number) => Math.floor((hash / 0x1_0000_0000) * capacity);

  function place(hash: number, stored: number): void {
    let at = home(hash);
    while (texts[at] !== 0) at = at + 1 === capacity ? 0 : at + 1;
    hashes[at] = hash;
    texts[at] = stored;
    used++;
  }

  function rebuild(newCapacity: number, keep: ((text: number) => number) | null): void {
    const oldHashes = hashes;
    const oldTexts = texts;
    capacity = newCapacity;
    hashes = new Uint32Array(capacity);
    texts = new Uint32Array(capacity);
    used = 0;
    for (let at = 0; at < oldTexts.length; at++) {
      if (oldTexts[at] === 0) continue;
      const text = keep === null ? oldTexts[at] - 1 : keep(oldTexts[at] - 1);
      if (text >= 0) place(oldHashes[at], text + 1);
    }
  }

  return {
    find(hash, into) {
      let found = 0;
      let at = home(hash);
      while (texts[at] !== 0) {
        if (hashes[at] === hash) {
          into[found++] = texts[at] - 1;
          if (found === textsPerShingleMax) break;
        }
        at = at + 1 === capacity ? 0 : at + 1;
      }
      return found;
    },
    add(hash, text) {
      if (used >= capacity * loadMax) rebuild(Math.ceil(capacity * growth), null);
      place(hash, text + 1);
    },
    rename(keep) {
      let kept = 0;
      for (let at = 0; at < texts.length; at++) if (texts[at] !== 0 && keep(texts[at] - 1) >= 0) kept++;
      rebuild(Math.max(slotsMin, Math.ceil((kept / loadMax) * growth)), keep);
    },
    get byteCount() {
      return hashes.byteLength + texts.byteLength;
    },
  };
}

const loadMax = 0.8;
const growth = 1.35;
