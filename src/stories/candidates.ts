import { createCompanies } from './companies.ts';
import { widened } from './hash-table.ts';
import { type Account, createNeighbourIndex, type FoundList, fullness, type NearList } from './neighbours.ts';

/** A story an account may belong to. */
export interface StoryLikeness {
  readonly story: number;
  readonly likeness: number;
}

/** A story an account may go on with, and how many times as like as the next one. */
export interface FollowedStory extends StoryLikeness {
  readonly lead: number;
}

/**
 * Which stories an account could belong to, told as it arrives. A story is as like as its members are on average, so that one
 * look-alike member does not pull in a stranger.
 */
export interface StoryIndex {
  /** Stories at or above `likenessMin`, best first; without it those that an account joins by its words. */
  candidates(account: Account, likenessMin?: number): readonly StoryLikeness[];
  /**
   * The story that an account of a later week goes on with: time apart, it is far liker than any other of those still open. Null
   * when there is none.
   */
  followed(account: Account, isOpen: (story: number) => boolean): FollowedStory | null;
  /** Accounts like this one. */
  near(account: Account): NearList;
  /** Puts an account into a story; it must be the one asked for last. */
  add(account: Account, story: number): void;
  /** Moves an account, by its number, to another story. */
  move(account: number, story: number): void;
  /** Gives accounts and stories new numbers, in their order and without gaps, and lets go of those whose new number is below zero. */
  renumber(accounts: Int32Array, stories: Int32Array): void;
}

/** Least likeness of a story for an account to join it. Chosen on development halves of all sets at once (bench/RESULTS.md). */
export const storyLikenessMin = 0.26;
/**
 * The same as an article arrives: with less company to go by, likenesses are lower than a second look finds them. Below it,
 * accounts from one small town join by its names alone.
 */
export const arrivalLikenessMin = 0.235;
/**
 * Likeness, time apart, that a follow-up has with its story, and how many times that of the story next to it: texts of one town or
 * of one kind of happening are alike too, but then several stories are.
 */
const followedLikenessMin = 0.07;
const followedLeadMin = 1.5;
/** How far a loose story's likeness is taken for that of its middle rather than of its members: 0 not at all, 1 wholly. */
const looseness = 0.15;

/** Empty; accounts are numbered from 0 in the order they are added. */
export function createStoryIndex(): StoryIndex {
  const index = createNeighbourIndex();
  const companies = createCompanies();
  let lengths: number[] = [];
  // A story told in two languages is two wings: texts of one language share no words with those of another, and must not
  // make the story look loose to a third.
  let wings: Wing[] = [];
  let wingOf: number[] = [];
  const numbers = new Map<number, Map<string | null, number>>();
  let asked: Asked | null = null;
  // What the account asked for last shares with each wing, as time has it and time apart, and which wings it shares anything with.
  let sums = new Float64Array(1024);
  let timeless = new Float64Array(1024);
  const touched: number[] = [];

  function ask(account: Account): Asked {
    if (asked?.account === account) return asked;
    const near = index.near(account);
    const self = index.size;
    companies.set(self, near);
    companies.lay(self);
    forget();
    for (let at = 0; at < near.count; at++) {
      const other = near.accounts[at];
      const full = fullness(account.terms.hashes.length, lengths[other]);
      const mixed = companies.mixed(other, near.likenesses[at], full);
      const wing = wingOf[other];
      // Whatever is near shares something.
      if (sums[wing] === 0) touched.push(wing);
      sums[wing] += mixed;
      timeless[wing] += near.timeless[at];
    }
    companies.lift(self);
    asked = { account, near };
    return asked;
  }

  function forget(): void {
    asked = null;
    for (let wing = touched.pop(); wing !== undefined; wing = touched.pop()) sums[wing] = timeless[wing] = 0;
  }

  /** Stories by their likest wing, best first. */
  function ranked(likenessMin: number): StoryLikeness[] {
    const best = new Map<number, number>();
    for (const wing of touched) {
      const { story, members, inside } = wings[wing];
      const likeness = linkage(sums[wing], 1, 1, members, inside);
      if (likeness >= likenessMin && likeness > (best.get(story) ?? 0)) best.set(story, likeness);
    }
    const found = Array.from(best, ([story, likeness]) => ({ story, likeness }));
    return found.sort((a, b) => b.likeness - a.likeness || a.story - b.story);
  }

  /** The likest of the open stories, time apart, and the one next to it. */
  function leading(isOpen: (story: number) => boolean): [best: StoryLikeness | null, next: StoryLikeness | null] {
    let best: StoryLikeness | null = null;
    let next: StoryLikeness | null = null;
    for (const wing of touched) {
      const { story, members, inside } = wings[wing];
      const likeness = linkage(timeless[wing], 1, 1, members, inside);
      if (!(likeness > 0) || !isOpen(story)) continue;
      const one = { story, likeness };
      if (isBefore(one, best)) {
        // Another wing of the same story takes no second place.
        if (best !== null && best.story !== story) next = best;
        best = one;
      } else if (best?.story !== story && isBefore(one, next)) next = one;
    }
    return [best, next];
  }

  function wingNumber(story: number, language: string | null): number {
    const known = numbers.get(story) ?? numbers.set(story, new Map()).get(story)!;
    const number = known.get(language) ?? wings.push({ story, language, members: 0, inside: 0 }) - 1;
    if (number >= sums.length) [sums, timeless] = [widened(sums), widened(timeless)];
    known.set(language, number);
    return number;
  }

  return {
    near: (account) => ask(account).near,
    candidates(account, likenessMin = arrivalLikenessMin) {
      ask(account);
      return ranked(likenessMin);
    },
    followed(account, isOpen) {
      ask(account);
      const [best, next] = leading(isOpen);
      if (best === null || best.likeness < followedLikenessMin) return null;
      const lead = next === null ? Number.POSITIVE_INFINITY : best.likeness / next.likeness;
      return lead >= followedLeadMin ? { ...best, lead } : null;
    },
    add(account, story) {
      const { near } = ask(account);
      const number = index.add(account);
      lengths.push(account.terms.hashes.length);
      const wing = wingNumber(story, account.language);
      wingOf.push(wing);
      wings[wing].members++;
      wings[wing].inside += 1 + 2 * sums[wing];
      for (let at = 0; at < near.count; at++) companies.tell(near.accounts[at], number, near.likenesses[at]);
      forget();
    },
    move(account, story) {
      const from = wings[wingOf[account]];
      from.members--;
      const wing = wingNumber(story, from.language);
      wingOf[account] = wing;
      wings[wing].members++;
      // Inner likeness is not worked out anew for one move: a story of like members stays one.
      wings[wing].inside++;
    },
    renumber(accounts, stories) {
      index.renumber(accounts);
      companies.renumber(accounts);
      forget();
      const [oldWings, oldWingOf, oldLengths] = [wings, wingOf, lengths];
      [wings, wingOf, lengths] = [[], [], []];
      numbers.clear();
      for (const [account, number] of accounts.entries()) {
        if (number < 0) continue;
        const { story, language } = oldWings[oldWingOf[account]];
        const wing = wingNumber(stories[story], language);
        wings[wing].members++;
        wingOf.push(wing);
        lengths.push(oldLengths[account]);
      }
      // What is left of a story is taken to be as like inside as the whole was.
      for (const { story, language, members, inside } of oldWings) {
        const wing = wings[numbers.get(stories[story])?.get(language) ?? -1];
        if (wing === undefined) continue;
        const pairs = members < 2 ? 0 : (inside - members) / (members * (members - 1));
        wing.inside = wing.members + pairs * wing.members * (wing.members - 1);
      }
    },
  };
}

/** The accounts of a story that are in one language. */
interface Wing {
  readonly story: number;
  readonly language: string | null;
  members: number;
  /** Sum of the likenesses inside, each account with itself included. */
  inside: number;
}

interface Asked {
  readonly account: Account;
  readonly near: FoundList;
}

function isBefore(one: StoryLikeness, other: StoryLikeness | null): boolean {
  if (other === null || one.likeness > other.likeness) return true;
  return one.likeness === other.likeness && one.story < other.story;
}

/** Likeness of two groups from the sum between them, their sizes and the sums inside them. */
export function linkage(between: number, size: number, inner: number, otherSize: number, otherInner: number): number {
  return between / (size * otherSize) ** (1 - looseness) / (inner * otherInner) ** (looseness / 2);
}
