/** Wrong guesses by whom they came from, or at whose account, so that a stranger's guesses do not shut the owner out. */
export class Guesses {
  readonly #counts = new Map<string, { wrong: number; since: number }>();
  readonly #wrongMax: number;
  readonly #windowMilliseconds: number;

  constructor(wrongMax: number, windowMilliseconds: number) {
    this.#wrongMax = wrongMax;
    this.#windowMilliseconds = windowMilliseconds;
  }

  tooMany(key: string, now: number): boolean {
    const known = this.#counts.get(key);
    return known !== undefined && now - known.since <= this.#windowMilliseconds && known.wrong >= this.#wrongMax;
  }

  wrong(key: string, now: number): void {
    const known = this.#counts.get(key);
    if (known !== undefined && now - known.since <= this.#windowMilliseconds) {
      known.wrong++;
      return;
    }
    this.#counts.delete(key);
    // A map keeps the order of its making: the oldest goes first.
    const [oldest] = this.#counts.keys();
    if (this.#counts.size >= keysMax && oldest !== undefined) this.#counts.delete(oldest);
    this.#counts.set(key, { wrong: 1, since: now });
  }
}

/** Wrong passwords or keys that one network may give. */
export function guessesByClient(): Guesses {
  return new Guesses(20, 60_000);
}

/** Wrong passwords that strangers, all together, may give for one name. */
export function guessesByName(): Guesses {
  return new Guesses(10, 15 * 60_000);
}

const keysMax = 10_000;

/** The address, or the first 64 bits of one of IPv6: a single customer is given so many. */
export function networkOf(client: string): string {
  if (!client.includes(':') || client.includes('.')) return client;
  const [front, back] = client.split('::');
  const parts = front === '' ? [] : front.split(':');
  if (back === undefined) return parts.slice(0, 4).join(':');
  const tail = back === '' ? [] : back.split(':');
  return [...parts, ...Array<string>(Math.max(0, 8 - parts.length - tail.length)).fill('0'), ...tail]
    .slice(0, 4)
    .join(':');
}
