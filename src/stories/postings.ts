/**
 * Which texts hold a shingle: an open-addressed table of (hash, text) pairs in two typed arrays, eight bytes a slot.
 * A hash has a slot for every text that holds it, up to `textsPerShingleMax`.
 */
export interface SketchIndex {
  /** Writes the texts that hold `hash` into `into` and gives how many; at most `textsPerShingleMax`. */
  find(hash: number, into: Uint32Array): number;
  add(hash: number, text: number): void;
  /** Gives texts new numbers, and drops those whose new number is below zero. */
  renumber(numbers: Int32Array): void;
  readonly byteCount: number;
}

/** A shingle that stands in this many texts is a set phrase or a notice: it is no longer stored. */
export const textsPerShingleMax = 24;

export function createSketchIndex(slotsMin = 1 << 12): SketchIndex {
  let capacity = slotsMin;
  // Two words a slot, side by side: a hash, and the number of a text plus one. Zero is an empty slot.
  let slots = new Uint32Array(capacity * 2);
  let used = 0;
  // A shingle is mostly asked for and then added: where the asking ended.
  let asked = -1;
  let askedEnd = 0;

  /** Hashes are spread evenly, so scaling keeps any capacity usable and the table may grow by less than a doubling. */
  const home = (hash: number) => Math.floor((hash / 0x1_0000_0000) * capacity) * 2;

  function place(hash: number, stored: number): void {
    let at = hash === asked ? askedEnd : home(hash);
    while (slots[at + 1] !== 0) at = at + 2 === slots.length ? 0 : at + 2;
    slots[at] = hash;
    slots[at + 1] = stored;
    used++;
  }

  function rebuild(newCapacity: number, numbers: Int32Array | null): void {
    const old = slots;
    capacity = newCapacity;
    slots = new Uint32Array(capacity * 2);
    used = 0;
    asked = -1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      const text = numbers === null ? old[at + 1] - 1 : numbers[old[at + 1] - 1];
      if (text >= 0) place(old[at], text + 1);
    }
  }

  return {
    find(hash, into) {
      let found = 0;
      let at = home(hash);
      while (slots[at + 1] !== 0) {
        if (slots[at] === hash) {
          into[found++] = slots[at + 1] - 1;
          if (found === textsPerShingleMax) break;
        }
        at = at + 2 === slots.length ? 0 : at + 2;
      }
      asked = hash;
      askedEnd = at;
      return found;
    },
    add(hash, text) {
      if (used >= capacity * loadMax) rebuild(Math.ceil(capacity * growth), null);
      place(hash, text + 1);
    },
    renumber(numbers) {
      let kept = 0;
      for (let at = 1; at < slots.length; at += 2) if (slots[at] !== 0 && numbers[slots[at] - 1] >= 0) kept++;
      rebuild(Math.max(slotsMin, Math.ceil((kept / loadMax) * growth)), numbers);
    },
    get byteCount() {
      return slots.byteLength;
    },
  };
}

const loadMax = 0.8;
const growth = 1.35;
