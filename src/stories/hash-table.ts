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
  let capacity = 2 ** Math.ceil(Math.log2(Math.max(16, sizeExpected / loadMax)));
  // Two words a slot, side by side: a hash, and its number plus one. Zero is an empty slot.
  let slots = new Uint32Array(capacity * 2);
  let hashes = new Uint32Array(Math.floor(capacity * loadMax) + 1);
  let size = 0;

  function slotOf(hash: number): number {
    const mask = capacity * 2 - 1;
    let at = (hash * 2) & mask;
    while (slots[at + 1] !== 0 && slots[at] !== hash) at = (at + 2) & mask;
    return at;
  }

  function grow(): void {
    capacity *= 2;
    slots = new Uint32Array(capacity * 2);
    hashes = widened(hashes, Math.floor(capacity * loadMax) + 1);
    for (let number = 0; number < size; number++) {
      const at = slotOf(hashes[number]);
      slots[at] = hashes[number];
      slots[at + 1] = number + 1;
    }
  }

  return {
    find: (hash) => slots[slotOf(hash) + 1] - 1,
    number(hash) {
      const at = slotOf(hash);
      if (slots[at + 1] !== 0) return slots[at + 1] - 1;
      hashes[size] = hash;
      slots[at] = hash;
      slots[at + 1] = ++size;
      if (size >= capacity * loadMax) grow();
      return size - 1;
    },
    hashOf: (number) => hashes[number],
    get size() {
      return size;
    },
    clear() {
      if (size * 32 > capacity) slots.fill(0);
      // From the last to the first, so that each is still found past those before it.
      else for (let number = size - 1; number >= 0; number--) slots[slotOf(hashes[number]) + 1] = 0;
      size = 0;
    },
  };
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

const loadMax = 0.6;
