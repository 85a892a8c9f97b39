import type { Places } from './places.ts';
import { guessedCommonness } from './prefilter.ts';
import type { Programs } from './program.ts';

/** Each watch under the keys of which a subject must have one to match it, and those asked about every subject. */
export class Filing {
  readonly #programs: Programs;
  readonly #guessed: Float64Array;
  /** In how many subjects each key was met. */
  readonly #counts: Uint32Array;
  /** Watches under key `k` stand in `#filed` from `#starts[k]` to `#starts[k + 1]`. */
  #starts = new Int32Array(0);
  #filed = new Int32Array(0);
  #always: readonly number[] = [];
  /** The subject in which a watch was last met: one under several keys is asked once. */
  readonly #met: Uint32Array;
  #subject = 0;

  constructor(programs: Programs) {
    this.#programs = programs;
    this.#guessed = Float64Array.from(programs.keys.keys(), guessedCommonness);
    this.#counts = new Uint32Array(programs.keys.size);
    this.#met = new Uint32Array(programs.count);
    this.#file(this.#guessed);
  }

  /** Calls `visit` with each watch that could match, each once, in any order. */
  visitCandidates({ keysHad, keyCount }: Places, visit: (watch: number) => void): void {
    this.#subject++;
    for (const watch of this.#always) visit(watch);
    for (let at = 0; at < keyCount; at++) {
      const key = keysHad[at];
      this.#counts[key]++;
      for (let entry = this.#starts[key]; entry < this.#starts[key + 1]; entry++) {
        const watch = this.#filed[entry];
        if (this.#met[watch] === this.#subject) continue;
        this.#met[watch] = this.#subject;
        visit(watch);
      }
    }
  }

  /** Files the watches by how common keys were so far. A guess is added so that a word not met yet is rare, not impossible. */
  fileAnew(): void {
    this.#file(this.#guessed.map((guessed, key) => (this.#counts[key] + guessed) / (this.#subject + 1)));
  }

  #file(commonness: Float64Array): void {
    const { count } = this.#programs;
    const always: number[] = [];
    const sizes = new Int32Array(commonness.length + 1);
    const needed: (Int32Array | null)[] = [];
    for (let watch = 0; watch < count; watch++) {
      const keys = this.#programs.needed(watch, commonness);
      needed.push(keys);
      if (keys === null) always.push(watch);
      else for (const key of keys) sizes[key + 1]++;
    }
    for (let key = 0; key < commonness.length; key++) sizes[key + 1] += sizes[key];
    this.#always = always;
    this.#starts = sizes;
    this.#filed = new Int32Array(sizes[commonness.length]);
    const free = sizes.slice();
    for (let watch = 0; watch < count; watch++) for (const key of needed[watch] ?? []) this.#filed[free[key]++] = watch;
  }
}
