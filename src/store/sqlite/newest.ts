/** The newest of many, at most so many kept: a heap whose top is the oldest kept. */
export class NewestFirst {
  readonly #most: number;
  readonly #at: Float64Array;
  readonly #slot: Int32Array;
  #size = 0;
  /** What is older than this does not come in. */
  floor = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
    this.#at = new Float64Array(most);
    this.#slot = new Int32Array(most);
  }

  add(at: number, slot: number): void {
    if (this.#size < this.#most) {
      this.#up(this.#size++, at, slot);
      if (this.#size === this.#most) this.floor = this.#at[0];
      return;
    }
    if (!this.#isOlder(0, at, slot)) return;
    this.#down(at, slot);
    this.floor = this.#at[0];
  }

  /** Slots, newest first; of one instant the last slot first. */
  slots(): number[] {
    return Array.from({ length: this.#size }, (_, place) => place)
      .sort((a, b) => this.#at[b] - this.#at[a] || this.#slot[b] - this.#slot[a])
      .map((place) => this.#slot[place]);
  }

  #isOlder(place: number, at: number, slot: number): boolean {
    return this.#at[place] < at || (this.#at[place] === at && this.#slot[place] < slot);
  }

  #up(from: number, at: number, slot: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.#isOlder(above, at, slot)) break;
      this.#move(above, place);
      place = above;
    }
    this.#put(place, at, slot);
  }

  #down(at: number, slot: number): void {
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && this.#isOlder(below + 1, this.#at[below], this.#slot[below])) below++;
      if (!this.#isOlder(below, at, slot)) break;
      this.#move(below, place);
      place = below;
    }
    this.#put(place, at, slot);
  }

  #move(from: number, to: number): void {
    this.#at[to] = this.#at[from];
    this.#slot[to] = this.#slot[from];
  }

  #put(place: number, at: number, slot: number): void {
    this.#at[place] = at;
    this.#slot[place] = slot;
  }
}
