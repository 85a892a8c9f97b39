import { createCompanies } from './companies.ts';
import { type Account, createNeighbourIndex, fullness, type NearList } from './neighbours.ts';

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
  near(account: Account): NearList;
  /** Puts an account into a story; it must be the one asked for last. */
  add(account: Account, story: number): void;
  /** Moves an account, by its number, to another story. */
  move(account: number, story: number): void;
}

/** Least likeness of a story for an account to join it. Chosen on development halves of all sets at once (bench/RESULTS.md). */
export const storyLikenessMin = 0.26;
/** The same as an article arrives: with less company to go by, likenesses are lower than a second look finds them. */
const arrivalLikenessMin = 0.2;
/** How far a loose story's likeness is taken for that of its middle rather than of its members: 0 not at all, 1 wholly. */
const looseness = 0.15;

/** Empty; accounts are numbered from 0 in the order they are added. */
export function createStoryIndex(): StoryIndex {
  const index = createNeighbourIndex();
  const companies = createCompanies();
  const lengths: number[] = [];
  const storyOf: number[] = [];
  const members: number[] = [];
  // Sum of the likenesses inside a story, each account with itself included.
  const inside: number[] = [];
  let asked: Asked | null = null;

  function ask(account: Account): Asked {
    if (asked?.account === account) return asked;
    const near = index.near(account);
    const self = index.size;
    companies.set(self, near);
    companies.lay(self);
    const sums = new Map<number, number>();
    for (let at = 0; at < near.count; at++) {
      const other = near.accounts[at];
      const full = fullness(account.terms.hashes.length, lengths[other]);
      const mixed = companies.mixed(other, near.likenesses[at], full);
      sums.set(storyOf[other], (sums.get(storyOf[other]) ?? 0) + mixed);
    }
    companies.lift(self);
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
      lengths.push(account.terms.hashes.length);
      storyOf.push(story);
      members[story] = (members[story] ?? 0) + 1;
      inside[story] = (inside[story] ?? 0) + 1 + 2 * (sums.get(story) ?? 0);
      for (let at = 0; at < near.count; at++) companies.tell(near.accounts[at], number, near.likenesses[at]);
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
  readonly near: NearList;
  readonly sums: ReadonlyMap<number, number>;
}

/** Likeness of two groups from the sum between them, their sizes and the sums inside them. */
export function linkage(between: number, size: number, inner: number, otherSize: number, otherInner: number): number {
  return between / (size * otherSize) ** (1 - looseness) / (inner * otherInner) ** (looseness / 2);
}
