/**
 * Names looked up where they stand in a longer text, by a hash of their letters made while reading: no string is made of each.
 * Capitals of ASCII count as small letters. The reader makes the hash with `hashOf` and asks with it.
 */
export class NameTable {
  readonly names: readonly string[];
  readonly #slots: Int16Array;
  readonly #mask: number;

  /** @param names in small letters, at most 32,767 */
  constructor(names: Iterable<string>) {
    this.names = [...new Set(names)];
    // Many more places than names, so that nearly all stand at their own.
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, this.names.length * 8)));
    this.#mask = size - 1;
    this.#slots = new Int16Array(size).fill(-1);
    for (const [index, name] of this.names.entries()) {
      let hash = 0;
      for (let at = 0; at < name.length; at++) hash = hashOf(hash, name.charCodeAt(at));
      let slot = hash & this.#mask;
      while (this.#slots[slot] >= 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index;
    }
  }

  /** Index of the name that stands there; -1 for one that is not in the table. */
  indexOf(text: string, start: number, end: number, hash: number): number {
    for (let slot = hash & this.#mask; this.#slots[slot] >= 0; slot = (slot + 1) & this.#mask) {
      const name = this.names[this.#slots[slot]];
      if (name.length === end - start && isSameName(text, start, end, name)) return this.#slots[slot];
    }
    return -1;
  }
}

/** The hash of a name with one more sign at its end; 0 to begin with. */
export function hashOf(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 32)) | 0;
}

const { charCodeAt } = String.prototype;

/** True when the text holds the name there, capitals of ASCII counted as small. */
export function isSameName(text: string, start: number, end: number, name: string): boolean {
  for (let at = start; at < end; at++) {
    const code = charCodeAt.call(text, at);
    const wanted = charCodeAt.call(name, at - start);
    if (code !== wanted && !(code >= 65 && code <= 90 && code + 32 === wanted)) return false;
  }
  return true;
}
