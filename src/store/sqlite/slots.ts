/**
 * A set of articles, a bit each: the bit of an article is its slot, its number less the lowest number held. A million
 * articles are 125 kB whatever is in the set, and sets are joined a word of 32 articles at a time.
 */
export type Slots = Uint32Array;

/** An empty set with room for so many slots. */
export function noSlots(size: number): Slots {
  return new Uint32Array((size + 31) >>> 5);
}

/** Whether an article is in a set. */
export function hasSlot(slots: Slots, slot: number): boolean {
  return ((slots[slot >>> 5] >>> (slot & 31)) & 1) === 1;
}

/** Puts an article into a set, whose room it must fit. */
export function addSlot(slots: Slots, slot: number): void {
  slots[slot >>> 5] |= 1 << (slot & 31);
}

/** Takes an article out of a set. */
export function dropSlot(slots: Slots, slot: number): void {
  slots[slot >>> 5] &= ~(1 << (slot & 31));
}

/** Adds the articles whose numbers stand in a text of digits and commas. */
export function addNumbers(slots: Slots, text: Uint8Array, base: number): void {
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text[at] - zero;
    if (digit >= 0) {
      number = number * 10 + digit;
      continue;
    }
    addSlot(slots, number - base);
    number = 0;
  }
  if (text.length > 0) addSlot(slots, number - base);
}

const zero = 48;

/** In both; as long as the first. */
export function common(a: Slots, b: Slots): Slots {
  const found = new Uint32Array(a.length);
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) found[at] = a[at] & b[at];
  return found;
}

/** In either; as long as the first, which is no shorter. */
export function joined(a: Slots, b: Slots): Slots {
  const found = a.slice();
  for (let at = 0; at < b.length; at++) found[at] |= b[at];
  return found;
}

/** In the first and not in the second; as long as the first. */
export function without(a: Slots, b: Slots): Slots {
  const found = a.slice();
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) found[at] &= ~b[at];
  return found;
}

/** How many articles are in a set. */
export function countOf(slots: Slots): number {
  let count = 0;
  for (let at = 0; at < slots.length; at++) count += bitsOf(slots[at]);
  return count;
}

/** From which slot on a set holds so many; a multiple of 32, and 0 when it holds no more. */
export function lastOf(slots: Slots, most: number): number {
  let count = 0;
  for (let at = slots.length - 1; at >= 0; at--) {
    count += bitsOf(slots[at]);
    if (count > most) return (at + 1) << 5;
  }
  return 0;
}

/**
 * What the indexes tell of a query: articles that match for sure, and those that may. Every match is among those that may.
 * Where both are the same set the query is decided without reading an article.
 */
export interface Bounds {
  readonly sure: Slots;
  readonly may: Slots;
}

/** Bounds of a query that is decided: those that match are these. */
export function exactly(slots: Slots): Bounds {
  return { sure: slots, may: slots };
}

function isSettled({ sure, may }: Bounds): boolean {
  return sure === may;
}

/** Those that match both. */
export function intersection(a: Bounds, b: Bounds): Bounds {
  const sure = common(a.sure, b.sure);
  return { sure, may: isSettled(a) && isSettled(b) ? sure : common(a.may, b.may) };
}

/** Those that match either. */
export function union(a: Bounds, b: Bounds): Bounds {
  const sure = joined(a.sure, b.sure);
  return { sure, may: isSettled(a) && isSettled(b) ? sure : joined(a.may, b.may) };
}

/** Those of all that do not match. */
export function complement(all: Slots, of: Bounds): Bounds {
  const sure = without(all, of.may);
  return { sure, may: isSettled(of) ? sure : without(all, of.sure) };
}

/** Calls `visit` with each slot, from the last to the first. */
export function visitDown(slots: Slots, visit: (slot: number) => void): void {
  for (let at = slots.length - 1; at >= 0; at--) {
    for (let word = slots[at]; word !== 0; ) {
      const bit = 31 - Math.clz32(word);
      word &= ~(1 << bit);
      visit((at << 5) + bit);
    }
  }
}

/** How many bits of a word are set: by pairs, by fours, by bytes (Hacker's Delight, figure 5-2). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
