import type { Condition } from './prefilter.ts';

/**
 * The conditions of many watches as one array of numbers, so that asking a thousand of them touches a few pages of memory
 * instead of a thousand trees. A condition is `[code, end, …]` in prefix order, `end` being where the next one begins:
 *
 *   KEY, end, key     ALL, end, conditions…     ANY, end, conditions…     NOT, end, condition
 *   ALL_KEYS, end, keys…     ANY_KEYS, end, keys…     (the common shapes, without an entry for each part)
 */
export class Programs {
  readonly #keys = new Map<string, number>();
  readonly #starts: number[] = [];
  #code: Int32Array = new Int32Array(1024);
  #length = 0;
  /** Subject in which each key was last seen: no clearing between subjects. */
  #seen: Uint32Array = new Uint32Array(0);
  #subject = 0;

  /** Adds the condition of the next watch; watches are numbered as they come. */
  add(condition: Condition | null): void {
    this.#starts.push(condition === null ? -1 : this.#length);
    if (condition !== null) this.#write(condition);
  }

  /** The number of a key, or undefined for one that no watch asks for. */
  keyNumber(key: string): number | undefined {
    return this.#keys.get(key);
  }

  get keys(): Iterable<string> {
    return this.#keys.keys();
  }

  /** Begins a new subject that has no key yet. */
  begin(): void {
    if (this.#seen.length < this.#keys.size) this.#seen = new Uint32Array(this.#keys.size);
    this.#subject++;
  }

  /** The subject has this key; true the first time it is told. */
  have(key: number): boolean {
    if (this.#seen[key] === this.#subject) return false;
    this.#seen[key] = this.#subject;
    return true;
  }

  /** Whether the subject could match a watch. */
  could(watch: number): boolean {
    const start = this.#starts[watch];
    return start < 0 || this.#ask(start);
  }

  /**
   * Keys of which a subject must have one to match a watch: the rarest such set. Null when there is none, or too many.
   *
   * @param commonness expected share of subjects that have a key, by its number; only its order matters
   */
  needed(watch: number, commonness: Float64Array): Int32Array | null {
    const start = this.#starts[watch];
    return start < 0 ? null : (this.#need(start, commonness)?.keys ?? null);
  }

  #need(at: number, commonness: Float64Array): Need | null {
    const code = this.#code;
    const end = code[at + 1];
    switch (code[at]) {
      case KEY:
        return { keys: code.subarray(at + 2, end), cost: commonness[code[at + 2]] };
      case ALL_KEYS: {
        let best = at + 2;
        for (let key = best + 1; key < end; key++) if (commonness[code[key]] < commonness[code[best]]) best = key;
        return { keys: code.subarray(best, best + 1), cost: commonness[code[best]] };
      }
      case ANY_KEYS: {
        let cost = 0;
        for (let key = at + 2; key < end; key++) cost += commonness[code[key]];
        return end - at > alternativesMax ? null : { keys: code.subarray(at + 2, end), cost };
      }
      case ALL: {
        let best: Need | null = null;
        for (let part = at + 2; part < end; part = code[part + 1]) {
          const one = this.#need(part, commonness);
          if (one !== null && (best === null || one.cost < best.cost)) best = one;
        }
        return best;
      }
      case ANY: {
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
      default:
        return null;
    }
  }

  #ask(at: number): boolean {
    const code = this.#code;
    const end = code[at + 1];
    switch (code[at]) {
      case KEY:
        return this.#seen[code[at + 2]] === this.#subject;
      case ALL_KEYS:
        for (let key = at + 2; key < end; key++) if (this.#seen[code[key]] !== this.#subject) return false;
        return true;
      case ANY_KEYS:
        for (let key = at + 2; key < end; key++) if (this.#seen[code[key]] === this.#subject) return true;
        return false;
      case ALL:
        for (let part = at + 2; part < end; part = code[part + 1]) if (!this.#ask(part)) return false;
        return true;
      case ANY:
        for (let part = at + 2; part < end; part = code[part + 1]) if (this.#ask(part)) return true;
        return false;
      case NOT:
        return !this.#ask(at + 2);
      default:
        return true;
    }
  }

  #write(condition: Condition): void {
    const at = this.#length;
    this.#push(OPEN);
    this.#push(0);
    if (condition.is === 'key') {
      this.#code[at] = KEY;
      this.#push(this.#number(condition.key));
    } else if (condition.is === 'not') {
      this.#code[at] = NOT;
      this.#write(condition.of);
    } else if (condition.is !== 'open') {
      const keys = condition.of.every((part) => part.is === 'key');
      this.#code[at] = condition.is === 'all' ? (keys ? ALL_KEYS : ALL) : keys ? ANY_KEYS : ANY;
      // Small parts first: most candidates fall at the first part, and it had better be cheap.
      for (const part of [...condition.of].sort((a, b) => sizeOf(a) - sizeOf(b))) {
        if (keys && part.is === 'key') this.#push(this.#number(part.key));
        else this.#write(part);
      }
    }
    this.#code[at + 1] = this.#length;
  }

  #number(key: string): number {
    let number = this.#keys.get(key);
    if (number === undefined) {
      number = this.#keys.size;
      // A piece cut from a long query would keep all of it alive: joined from its units it stands alone.
      this.#keys.set(key.split('').join(''), number);
    }
    return number;
  }

  #push(value: number): void {
    if (this.#length === this.#code.length) {
      const grown = new Int32Array(this.#code.length * 2);
      grown.set(this.#code);
      this.#code = grown;
    }
    this.#code[this.#length++] = value;
  }
}

const OPEN = 0;
const KEY = 1;
const ALL = 2;
const ANY = 3;
const NOT = 4;
const ALL_KEYS = 5;
const ANY_KEYS = 6;

/** Most alternatives one watch is filed under; one that needs more is asked about every article. */
const alternativesMax = 5_000;

interface Need {
  readonly keys: Int32Array;
  readonly cost: number;
}

function sizeOf(condition: Condition): number {
  return condition.is === 'all' || condition.is === 'any'
    ? condition.of.length
    : condition.is === 'not'
      ? sizeOf(condition.of)
      : 1;
}
