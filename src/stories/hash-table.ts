/**
 * Numbers hashes in the order they are first seen, in typed arrays: what belongs to a hash is kept by its number in arrays of the
 * caller's own. A `Map` would box every hash of more than 31 bits, and one article asks some five hundred times.
 */
export interface HashTable {
  /** Number of a hash; -1 when it was never seen. */
  find(hash: number): number;
  /** Number of a hash, a new one when it was never seen. */
  number(hash: number): number;
  hashOf(number: number): number;
  readonly size: number;
  /** Forgets all, keeping the room. */
  clear(): void;
}

/** An empty table; `hashes` are expected to be spread evenly. */
export function createHashTable(sizeExpected = 512): HashTable {
  return new OpenTable(sizeExpected);
}

/** A class, so that all tables are of one shape: a step that asks two of them is compiled for both. */
class OpenTable implements HashTable {
  size = 0;
  private capacity: number;
  /** Two words a slot, side by side: a hash, and its number plus one. Zero is an empty slot. */
  private slots: Uint32Array;
  private hashes: Uint32Array;

  constructor(sizeExpected: number) {
    this.capacity = 2 ** Math.ceil(Math.log2(Math.max(16, sizeExpected / loadMax)));
    this.slots = new Uint32Array(this.capacity * 2);
    this.hashes = new Uint32Array(Math.floor(this.capacity * loadMax) + 1);
  }

  find(hash: number): number {
    return this.slots[this.slotOf(hash) + 1] - 1;
  }

  number(hash: number): number {
    const { slots } = this;
    const at = this.slotOf(hash);
    if (slots[at + 1] !== 0) return slots[at + 1] - 1;
    this.hashes[this.size] = hash;
    slots[at] = hash;
    slots[at + 1] = ++this.size;
    if (this.size >= this.capacity * loadMax) this.grow();
    return this.size - 1;
  }

  hashOf(number: number): number {
    return this.hashes[number];
  }

  clear(): void {
    if (this.size * emptyMin > this.capacity) this.slots.fill(0);
    // From the last to the first, so that each is still found past those before it.
    else for (let number = this.size - 1; number >= 0; number--) this.slots[this.slotOf(this.hashes[number]) + 1] = 0;
    this.size = 0;
  }

  private slotOf(hash: number): number {
    const { slots } = this;
    const mask = this.capacity * 2 - 1;
    let at = (hash * 2) & mask;
    while (slots[at + 1] !== 0 && slots[at] !== hash) at = (at + 2) & mask;
    return at;
  }

  private grow(): void {
    this.capacity *= 2;
    this.slots = new Uint32Array(this.capacity * 2);
    this.hashes = widened(this.hashes, Math.floor(this.capacity * loadMax) + 1);
    for (let number = 0; number < this.size; number++) {
      const at = this.slotOf(this.hashes[number]);
      this.slots[at] = this.hashes[number];
      this.slots[at + 1] = number + 1;
    }
  }
}

/** The same numbers with more room behind them. */
export function widened<T extends Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array>(
  from: T,
  length = from.length * 2,
): T {
  const into = new (from.constructor as new (length: number) => T)(length);
  into.set(from);
  return into;
}

/** Share of the slots that is taken before there are twice as many. */
const loadMax = 0.6;
/** Slots to each hash from which on it is quicker to empty them one by one than all at once. */
const emptyMin = 32;
