import { type Account, createNeighbourIndex, fullness, type Neighbour } from './neighbours.ts';

/** A story an account may belong to. */
export interface StoryLikeness {
  readonly story: number;
  readonly likeness: number;
}

/**
 * Which stories an account could belong to, told as it arrives. A story is as like as its members are on average, so that one
 * look-alike member does not pull in a stranger.
 */
export interface StoryIndex {
  /** Stories at or above `arrivalLikenessMin`, best first. */
  candidates(account: Account): readonly StoryLikeness[];
  /** Accounts like this one. */
  near(account: Account): readonly Neighbour[];
  /** Puts an account into a story; it must be the one asked for last. */
  add(account: Account, story: number): void;
  /** Moves an account, by its number, to another story. */
  move(account: number, story: number): void;
}

/** Least likeness of a story for an account to join it. Chosen on development halves of all sets at once (bench/RESULTS.md). */
export const storyLikenessMin = 0.26;
/** The same as an article arrives: with less company to go by, likenesses are lower than a second look finds them. */
const arrivalLikenessMin = 0.2;
/** Nearest accounts that stand for the company an account keeps. */
const companyMax = 8;
/** Likeness below which an account is no company: in a small window the nearest may be far. */
const companyLikenessMin = 0.1;
/** Part of a likeness that is the likeness of the company two accounts keep, when both are full texts. */
const companyWeight = 0.35;
/** How far a loose story's likeness is taken for that of its middle rather than of its members: 0 not at all, 1 wholly. */
const looseness = 0.15;

/** Empty; accounts are numbered from 0 in the order they are added. */
export function createStoryIndex(): StoryIndex {
  const index = createNeighbourIndex();
  const companies: Company[] = [];
  const lengths: number[] = [];
  const storyOf: number[] = [];
  const members: number[] = [];
  // Sum of the likenesses inside a story, each account with itself included.
  const inside: number[] = [];
  const own = createCompanyWeights();
  let asked: Asked | null = null;

  function ask(account: Account): Asked {
    if (asked?.account === account) return asked;
    const near = index.near(account);
    const company = companyOf(near, index.size);
    own.lay(company);
    const sums = new Map<number, number>();
    for (const { account: other, likeness } of near) {
      const full = fullness(account.terms.hashes.length, lengths[other]);
      const mixed = mixedLikeness(likeness, own, companies[other], full);
      sums.set(storyOf[other], (sums.get(storyOf[other]) ?? 0) + mixed);
    }
    own.lift(company);
    asked = { account, near, sums };
    return asked;
  }

  return {
    near: (account) => ask(account).near,
    candidates(account) {
      const found: StoryLikeness[] = [];
      for (const [story, sum] of ask(account).sums) {
        const likeness = linkage(sum, 1, 1, members[story], inside[story]);
        if (likeness >= arrivalLikenessMin) found.push({ story, likeness });
      }
      return found.sort((a, b) => b.likeness - a.likeness || a.story - b.story);
    },
    add(account, story) {
      const { near, sums } = ask(account);
      const number = index.add(account);
      companies.push(companyOf(near, number));
      lengths.push(account.terms.hashes.length);
      storyOf.push(story);
      members[story] = (members[story] ?? 0) + 1;
      inside[story] = (inside[story] ?? 0) + 1 + 2 * (sums.get(story) ?? 0);
      for (const { account: other, likeness } of near) {
        if (likeness < companyLikenessMin) continue;
        const { near: kept } = companies[other];
        if (kept.length < companyMax || likeness > kept[kept.length - 1].likeness) {
          companies[other] = companyOf([...kept, { account: number, likeness }], other);
        }
      }
      asked = null;
    },
    move(account, story) {
      members[storyOf[account]]--;
      storyOf[account] = story;
      members[story] = (members[story] ?? 0) + 1;
      // Inner likeness is not worked out anew for one move: a story of like members stays one.
      inside[story] = (inside[story] ?? 0) + 1;
    },
  };
}

interface Asked {
  readonly account: Account;
  readonly near: readonly Neighbour[];
  readonly sums: ReadonlyMap<number, number>;
}

/** The nearest of an account, best first, with itself as near as the nearest; `length` makes it a vector of length one. */
export interface Company {
  readonly self: number;
  readonly near: readonly Neighbour[];
  readonly selfWeight: number;
  readonly length: number;
}

/** The company an account keeps among its neighbours. */
export function companyOf(neighbours: readonly Neighbour[], self: number): Company {
  const near: Neighbour[] = [];
  for (const neighbour of neighbours) {
    if (neighbour.likeness < companyLikenessMin) continue;
    let at = near.length;
    while (at > 0 && isNearer(neighbour, near[at - 1])) at--;
    if (at >= companyMax) continue;
    near.splice(at, 0, neighbour);
    if (near.length > companyMax) near.pop();
  }
  const selfWeight = near[0]?.likeness ?? 1;
  let squares = selfWeight * selfWeight;
  for (const { likeness } of near) squares += likeness * likeness;
  return { self, near, selfWeight, length: Math.sqrt(squares) };
}

/** One company laid out as weights by account, to be compared with many others. */
export interface CompanyWeights {
  readonly of: Float64Array;
  lay(company: Company): void;
  /** Takes it away again: before the next is laid. */
  lift(company: Company): void;
}

/** Room for accounts up to `size`, more when a newer one is laid out. */
export function createCompanyWeights(size = 1024): CompanyWeights {
  let weights = new Float64Array(size);
  return {
    get of() {
      return weights;
    },
    lay({ self, near, selfWeight, length }) {
      // `self` is the newest account; the others were there before it.
      if (self >= weights.length) weights = new Float64Array(self * 2);
      weights[self] = selfWeight / length;
      for (const { account, likeness } of near) weights[account] = likeness / length;
    },
    lift({ self, near }) {
      weights[self] = 0;
      for (const { account } of near) weights[account] = 0;
    },
  };
}

/**
 * Likeness of two accounts with the likeness of the company they keep (shared nearest neighbours, Jarvis and Patrick 1973):
 * accounts of two look-alike events share words, but each is nearer to its own kind.
 */
export function mixedLikeness(likeness: number, own: CompanyWeights, other: Company, full: number): number {
  const weights = own.of;
  let shared = other.selfWeight * weights[other.self];
  for (const { account, likeness: weight } of other.near) shared += weight * weights[account];
  const weight = companyWeight * full;
  return (1 - weight) * likeness + (weight * shared) / other.length;
}

function isNearer(a: Neighbour, b: Neighbour): boolean {
  return a.likeness > b.likeness || (a.likeness === b.likeness && a.account < b.account);
}

/** Likeness of two groups from the sum between them, their sizes and the sums inside them. */
export function linkage(between: number, size: number, inner: number, otherSize: number, otherInner: number): number {
  return between / (size * otherSize) ** (1 - looseness) / (inner * otherInner) ** (looseness / 2);
}
