import type { Condition } from './prefilter.ts';

/**
 * The conditions of many watches as one array of numbers, so that asking a thousand of them touches a few pages of memory
 * instead of a thousand trees. A condition is `[code, end, …]` in prefix order, `end` being where the next one begins:
 *
 *   KEY, end, key                ALL, end, conditions…   ANY, end, conditions…   NOT, end, condition
 *   ALL_KEYS, end, keys…         ANY_KEYS, end, keys…    (the common shapes, without an entry for each part)
 *   PHRASE, end, count, keys of its terms…, other keys it cannot be without…
 *   WILDCARD, end, pattern, key of its first letters or -1
 *   NEAR, end, words between, ordered, condition, condition
 *   PERHAPS, end, condition or nothing
 */
export class Programs {
  /** Numbers of keys, in the order they were met. */
  readonly keys = new Map<string, number>();
  readonly patterns: string[] = [];
  readonly #patternNumbers = new Map<string, number>();
  readonly #starts: number[] = [];
  #length = 0;
  code: Int32Array = new Int32Array(1024);

  /** Adds the condition of the next watch; watches are numbered as they come. Null never holds. */
  add(condition: Condition | null): void {
    this.#starts.push(condition === null ? -1 : this.#length);
    if (condition !== null) this.#write(condition);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Where the condition of a watch begins; -1 for one that never holds. */
  startOf(watch: number): number {
    return this.#starts[watch];
  }

  /** Puts the code where it takes no more room than it needs. */
  finish(): void {
    this.code = this.code.slice(0, this.#length);
  }

  /**
   * Keys of which a subject must have one to match a watch: the rarest such set. Null when there is none, or too many.
   *
   * @param commonness expected share of subjects that have a key, by its number; only its order matters
   */
  needed(watch: number, commonness: Float64Array): Int32Array | null {
    const start = this.#starts[watch];
    return start < 0 ? nothing : (this.#need(start, commonness)?.keys ?? null);
  }

  #need(at: number, commonness: Float64Array): Need | null {
    const { code } = this;
    const end = code[at + 1];
    switch (code[at]) {
      case Code.key:
        return { keys: code.subarray(at + 2, end), cost: commonness[code[at + 2]] };
      case Code.allKeys:
        return this.#rarest(at + 2, end, commonness);
      case Code.phrase:
        return this.#rarest(at + 3, end, commonness);
      case Code.wildcard:
        return code[at + 3] < 0 ? null : this.#rarest(at + 3, end, commonness);
      case Code.anyKeys: {
        let cost = 0;
        for (let key = at + 2; key < end; key++) cost += commonness[code[key]];
        return end - at > alternativesMax ? null : { keys: code.subarray(at + 2, end), cost };
      }
      case Code.all:
        return this.#cheapest(at + 2, end, commonness);
      case Code.near:
        return this.#cheapest(at + 4, end, commonness);
      case Code.any: {
        const keys = new Set<number>();
        let cost = 0;
        for (let part = at + 2; part < end; part = code[part + 1]) {
          const one = this.#need(part, commonness);
          if (one === null || keys.size > alternativesMax) return null;
          for (const key of one.keys) keys.add(key);
          cost += one.cost;
        }
        return { keys: Int32Array.from(keys), cost };
      }
      case Code.perhaps:
        return at + 2 === end ? null : this.#need(at + 2, commonness);
      default:
        return null;
    }
  }

  #rarest(from: number, end: number, commonness: Float64Array): Need {
    const { code } = this;
    let best = from;
    for (let key = from + 1; key < end; key++) if (commonness[code[key]] < commonness[code[best]]) best = key;
    return { keys: code.subarray(best, best + 1), cost: commonness[code[best]] };
  }

  #cheapest(from: number, end: number, commonness: Float64Array): Need | null {
    let best: Need | null = null;
    for (let part = from; part < end; part = this.code[part + 1]) {
      const one = this.#need(part, commonness);
      if (one !== null && (best === null || one.cost < best.cost)) best = one;
    }
    return best;
  }

  #write(condition: Condition): void {
    const at = this.#length;
    this.#push(0);
    this.#push(0);
    // Writing may put the code into a larger array: it is looked up only afterwards.
    const code = this.#writeBody(condition);
    this.code[at] = code;
    this.code[at + 1] = this.#length;
  }

  /** Writes what stands behind the code and gives the code. */
  #writeBody(condition: Condition): number {
    switch (condition.is) {
      case 'key':
        this.#push(this.#keyNumber(condition.key));
        return Code.key;
      case 'phrase':
        this.#push(condition.terms.length);
        for (const key of condition.terms) this.#push(this.#keyNumber(key));
        for (const key of condition.pairs) this.#push(this.#keyNumber(key));
        return Code.phrase;
      case 'wildcard':
        this.#push(this.#patternNumber(condition.pattern));
        this.#push(condition.prefix === null ? -1 : this.#keyNumber(condition.prefix));
        return Code.wildcard;
      case 'near':
        this.#push(condition.within);
        this.#push(condition.ordered ? 1 : 0);
        for (const side of condition.of) this.#write(side);
        return Code.near;
      case 'not':
        this.#write(condition.of);
        return Code.not;
      case 'perhaps':
        if (condition.of !== null) this.#write(condition.of);
        return Code.perhaps;
      default:
        return this.#writeParts(condition);
    }
  }

  #writeParts({ is, of }: Condition & { is: 'all' | 'any' }): number {
    const keys = of.filter((part) => part.is === 'key');
    const others = of.filter((part) => part.is !== 'key').sort((a, b) => sizeOf(a) - sizeOf(b));
    if (others.length === 0) {
      for (const { key } of keys) this.#push(this.#keyNumber(key));
      return is === 'all' ? Code.allKeys : Code.anyKeys;
    }
    // Keys first, then small parts: most candidates fall, or pass, at the first, and it had better be cheap.
    if (keys.length > 0) this.#write(keys.length === 1 ? keys[0] : { is, of: keys });
    for (const part of others) this.#write(part);
    return is === 'all' ? Code.all : Code.any;
  }

  #keyNumber(key: string): number {
    let number = this.keys.get(key);
    if (number === undefined) {
      number = this.keys.size;
      this.keys.set(standingAlone(key), number);
    }
    return number;
  }

  #patternNumber(pattern: string): number {
    let number = this.#patternNumbers.get(pattern);
    if (number === undefined) {
      number = this.patterns.push(standingAlone(pattern)) - 1;
      this.#patternNumbers.set(this.patterns[number], number);
    }
    return number;
  }

  #push(value: number): void {
    if (this.#length === this.code.length) {
      const grown = new Int32Array(this.code.length * 2);
      grown.set(this.code);
      this.code = grown;
    }
    this.code[this.#length++] = value;
  }
}

export const Code = {
  key: 1,
  all: 2,
  any: 3,
  not: 4,
  allKeys: 5,
  anyKeys: 6,
  phrase: 7,
  wildcard: 8,
  near: 9,
  perhaps: 10,
} as const;

/** Most alternatives one watch is filed under; one that needs more is asked about every article. */
const alternativesMax = 5_000;

interface Need {
  readonly keys: Int32Array;
  readonly cost: number;
}

const nothing = new Int32Array(0);

/** A piece cut from a long query would keep all of it alive: joined from its units it stands alone. */
function standingAlone(piece: string): string {
  return piece.split('').join('');
}

function sizeOf(condition: Condition): number {
  switch (condition.is) {
    case 'all':
    case 'any':
    case 'near':
      return (condition.of as readonly Condition[]).reduce((sum, part) => sum + sizeOf(part), 1);
    case 'not':
      return sizeOf(condition.of);
    case 'perhaps':
      return condition.of === null ? 1 : sizeOf(condition.of);
    case 'phrase':
      return condition.terms.length;
    default:
      return 1;
  }
}
