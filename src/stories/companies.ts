import { widened } from './hash-table.ts';
import type { NearList } from './neighbours.ts';

/** Nearest accounts that stand for the company an account keeps. */
const companyMax = 8;
/** Likeness below which an account is no company: in a small window the nearest may be far. */
const companyLikenessMin = 0.1;
/** Part of a likeness that is the likeness of the company two accounts keep, when both are full texts. */
const companyWeight = 0.35;

/**
 * The company each account keeps: its nearest, best first, with itself as near as the nearest, as a vector of length one. One of
 * them is laid out at a time, to be compared with many others.
 */
export interface Companies {
  /** Works out the company of an account from its neighbours. */
  set(account: number, near: NearList): void;
  /** Tells an account of a newer one, which may be nearer than those it knew. */
  tell(account: number, newer: number, likeness: number): void;
  /** Gives the first `accounts.length` accounts new numbers, as `NeighbourIndex.renumber` does. */
  renumber(accounts: Int32Array): void;
  /** Lays one company out; taken away again by `lift` before the next is laid. */
  lay(account: number): void;
  lift(account: number): void;
  /**
   * Likeness of the account laid out and another, with the likeness of the company they keep (shared nearest neighbours, Jarvis
   * and Patrick 1973): accounts of two look-alike events share words, but each is nearer to its own kind.
   */
  mixed(other: number, likeness: number, full: number): number;
}

/** No company; there is room for accounts up to `size`, and more is made as they come. */
export function createCompanies(size = 1024): Companies {
  let near = new Uint32Array(size * companyMax);
  let likenesses = new Float64Array(size * companyMax);
  let counts = new Uint8Array(size);
  let lengths = new Float64Array(size);
  let laid = new Float64Array(size);

  const selfWeightOf = (account: number) => (counts[account] === 0 ? 1 : likenesses[account * companyMax]);

  function put(account: number, newer: number, likeness: number): void {
    const first = account * companyMax;
    let at = first + counts[account];
    while (at > first && isNearer(newer, likeness, near[at - 1], likenesses[at - 1])) at--;
    if (at - first >= companyMax) return;
    if (counts[account] < companyMax) counts[account]++;
    for (let last = first + counts[account] - 1; last > at; last--) {
      near[last] = near[last - 1];
      likenesses[last] = likenesses[last - 1];
    }
    near[at] = newer;
    likenesses[at] = likeness;
  }

  function measure(account: number): void {
    const first = account * companyMax;
    const selfWeight = selfWeightOf(account);
    let squares = selfWeight * selfWeight;
    for (let at = first; at < first + counts[account]; at++) squares += likenesses[at] * likenesses[at];
    lengths[account] = Math.sqrt(squares);
  }

  function grow(): void {
    [near, likenesses] = [widened(near), widened(likenesses)];
    [counts, lengths, laid] = [widened(counts), widened(lengths), widened(laid)];
  }

  return {
    set(account, list) {
      while (account >= counts.length) grow();
      counts[account] = 0;
      for (let at = 0; at < list.count; at++)
        if (list.likenesses[at] >= companyLikenessMin) put(account, list.accounts[at], list.likenesses[at]);
      measure(account);
    },
    tell(account, newer, likeness) {
      if (likeness < companyLikenessMin) return;
      // Among equals the older stays.
      if (counts[account] === companyMax && likeness <= likenesses[account * companyMax + companyMax - 1]) return;
      put(account, newer, likeness);
      measure(account);
    },
    renumber(accounts) {
      for (let old = 0; old < accounts.length; old++) {
        const account = accounts[old];
        if (account < 0) continue;
        const [from, to] = [old * companyMax, account * companyMax];
        let kept = 0;
        for (let at = from; at < from + counts[old]; at++) {
          if (accounts[near[at]] < 0) continue;
          near[to + kept] = accounts[near[at]];
          likenesses[to + kept++] = likenesses[at];
        }
        counts[account] = kept;
        measure(account);
      }
    },
    lay(account) {
      laid[account] = selfWeightOf(account) / lengths[account];
      const first = account * companyMax;
      for (let at = first; at < first + counts[account]; at++) laid[near[at]] = likenesses[at] / lengths[account];
    },
    lift(account) {
      laid[account] = 0;
      const first = account * companyMax;
      for (let at = first; at < first + counts[account]; at++) laid[near[at]] = 0;
    },
    mixed(other, likeness, full) {
      let shared = selfWeightOf(other) * laid[other];
      const first = other * companyMax;
      for (let at = first; at < first + counts[other]; at++) shared += likenesses[at] * laid[near[at]];
      const weight = companyWeight * full;
      return (1 - weight) * likeness + (weight * shared) / lengths[other];
    },
  };
}

function isNearer(account: number, likeness: number, other: number, otherLikeness: number): boolean {
  return likeness > otherLikeness || (likeness === otherLikeness && account < other);
}
