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
export const arrivalLikenessMin = 0.2;
/** Nearest accounts that stand for the company an account keeps. */
export const companyMax = 8;
/** Likeness below which an account is no company: in a small window the nearest may be far. */
export const companyLikenessMin = 0.1;
/** Part of a likeness that is the likeness of the company two accounts keep, when both are full texts. */
export const companyWeight = 0.35;
/** How far a loose story's likeness is taken for that of its middle rather than of its members: 0 not at all, 1 wholly. */
export const looseness = 0.15;

/** Empty; accounts are numbered from 0 in the order they are added. */
export function createStoryIndex(): StoryIndex {
  const index = createNeighbourIndex();
  const company: Neighbour[][] = [];
  const lengths: number[] = [];
  const storyOf: number[] = [];
  const members: number[] = [];
  // Sum of the likenesses inside a story, each account with itself included.
  const inside: number[] = [];
  let asked: { account: Account; near: readonly Neighbour[]; sums: ReadonlyMap<number, number> } | null = null;

  function ask(account: Account) {
    const near = index.near(account);
    const own = companyOf(near, index.size);
    const sums = new Map<number, number>();
    for (const { account: other, likeness } of near) {
      const mixed = mixedLikeness(
        likeness,
        own,
        companyOf(company[other], other),
        fullness(account.terms.hashes.length, lengths[other]),
      );
      sums.set(storyOf[other], (sums.get(storyOf[other]) ?? 0) + mixed);
    }
    asked = { account, near, sums };
    return asked;
  }

  return {
    near: (account) => ask(account).near,
    candidates(account) {
      const found: StoryLikeness[] = [];
      const { sums } = asked?.account === account ? asked : ask(account);
      for (const [story, sum] of sums) {
        const likeness = linkage(sum, 1, 1, members[story], inside[story]);
        if (likeness >= arrivalLikenessMin) found.push({ story, likeness });
      }
      return found.sort((a, b) => b.likeness - a.likeness || a.story - b.story);
    },
    add(account, story) {
      const { near, sums } = asked?.account === account ? asked : ask(account);
      const number = index.add(account);
      company.push(nearest(near));
      lengths.push(account.terms.hashes.length);
      storyOf.push(story);
      members[story] = (members[story] ?? 0) + 1;
      inside[story] = (inside[story] ?? 0) + 1 + 2 * (sums.get(story) ?? 0);
      for (const { account: other, likeness } of near) {
        const kept = company[other];
        if (kept.length < companyMax || likeness > kept[kept.length - 1].likeness) {
          company[other] = nearest([...kept, { account: number, likeness }]);
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

/** The nearest of some neighbours, best first. */
export function nearest(neighbours: readonly Neighbour[]): Neighbour[] {
  return neighbours
    .filter(({ likeness }) => likeness >= companyLikenessMin)
    .sort((a, b) => b.likeness - a.likeness || a.account - b.account)
    .slice(0, companyMax);
}

/** An account's company as a vector of length one; it keeps company with itself as much as with its nearest. */
export function companyOf(near: readonly Neighbour[], self: number): ReadonlyMap<number, number> {
  const kept = nearest(near);
  const entries: [number, number][] = [
    ...kept.map(({ account, likeness }): [number, number] => [account, likeness]),
    [self, kept[0]?.likeness ?? 1],
  ];
  const length = Math.sqrt(entries.reduce((sum, [, likeness]) => sum + likeness * likeness, 0)) || 1;
  return new Map(entries.map(([account, likeness]) => [account, likeness / length]));
}

/**
 * Likeness of two accounts with the likeness of the company they keep (shared nearest neighbours, Jarvis and Patrick 1973):
 * accounts of two look-alike events share words, but each is nearer to its own kind.
 */
export function mixedLikeness(
  likeness: number,
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
  full: number,
): number {
  let shared = 0;
  for (const [account, weight] of a) shared += weight * (b.get(account) ?? 0);
  const weight = companyWeight * full;
  return (1 - weight) * likeness + weight * shared;
}

/** Likeness of two groups from the sum between them, their sizes and the sums inside them. */
export function linkage(between: number, size: number, inner: number, otherSize: number, otherInner: number): number {
  return between / (size * otherSize) ** (1 - looseness) / (inner * otherInner) ** (looseness / 2);
}
