import { backgroundOf } from './background.ts';
import { createHashTable, widened } from './hash-table.ts';
import { createPostings, type Sums } from './term-postings.ts';
import type { Terms } from './terms.ts';

/** An account of its own as the index takes it. */
export interface Account {
  readonly terms: Terms;
  readonly language: string | null;
  /** When it became known, in hours since 1970; null when no time is known. */
  readonly hours: number | null;
}

/** Accounts and how like each is, 0 to 1: `count` of them. */
export interface NearList {
  readonly accounts: Uint32Array;
  readonly likenesses: Float64Array;
  readonly count: number;
}

/** What an index answers. The next question to the same index overwrites it. */
export interface FoundList extends NearList {
  /** The same likenesses before time took from them. */
  readonly timeless: Float64Array;
  count: number;
}

/** Finds the accounts that say like things, by an inverted index of terms. */
export interface NeighbourIndex {
  /** Accounts with a likeness of at least `neighbourLikenessMin`, each once. */
  near(account: Account): FoundList;
  add(account: Account): number;
  /** Gives accounts new numbers, in their order and without gaps, and lets go of those whose new number is below zero. */
  renumber(accounts: Int32Array): void;
  /** The same accounts, weighed by all of them; the accounts must be those added, in their order. */
  settled(accounts: readonly Account[]): NeighbourIndex;
  readonly size: number;
}

/** Likeness below which two accounts are strangers. */
const neighbourLikenessMin = 0.03;
/** Postings read for one account at most, rarest terms first: bounds the work on a full window. */
const postingsReadMax = 3_000;
/** Days apart at which likeness counts half, and the least part of it that time leaves: a follow-up may come weeks later. */
const halvingDays = 2;
const timeFloor = 0.3;
/**
 * A text of fewer terms than this is hardly more than a title: it names its event in few words of many, so two of them are
 * likelier one than their cosine says, up to `shortGain` times more.
 */
const shortTerms = 16;
const shortGain = 16;
/** Hours apart at which that gain is halved: titles of one event come in a burst. */
const shortHalvingHours = 1.5;

/** Empty; accounts are numbered from 0 in the order they are added. */
export function createNeighbourIndex(known: TermCounts | null = null): NeighbourIndex {
  let terms = createHashTable(1 << 12);
  const postings = createPostings();
  let hours = new Float64Array(1024);
  let lengths = new Uint8Array(1024);
  let dots = new Float32Array(1024);
  let count = 0;
  // An account is mostly asked for and then added: its weights and the numbers of its terms are the same.
  let weighed: Account | null = null;
  const weights = new Float32Array(termsPerAccountMax);
  const numbers = new Int32Array(termsPerAccountMax);
  const rarestFirst = new Float64Array(termsPerAccountMax);
  const touched = new Uint32Array(postingsReadMax);
  const found: FoundList = {
    accounts: new Uint32Array(postingsReadMax),
    likenesses: new Float64Array(postingsReadMax),
    timeless: new Float64Array(postingsReadMax),
    count: 0,
  };

  /** Weighs an account's terms by background and window together, as a vector of length one. */
  function weigh(account: Account): void {
    if (weighed === account) return;
    weighed = account;
    const { hashes, counts } = account.terms;
    const background = backgroundOf(account.language) ?? backgroundOf('en')!;
    const texts = Math.log(backgroundWeight * background.texts + (known?.texts ?? count) + 1);
    let sum = 0;
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at];
      const number = terms.find(hash);
      numbers[at] = number;
      const inWindow = known === null ? (number < 0 ? 0 : postings.countOf(number)) : known.of(hash);
      const holding = backgroundWeight * background.countOf(hash) + inWindow;
      const weight = (counts[at] / 16) * Math.max(0, texts - Math.log(holding + 0.5));
      weights[at] = weight;
      sum += weight * weight;
    }
    const length = Math.sqrt(sum) || 1;
    for (let at = 0; at < hashes.length; at++) weights[at] /= length;
  }

  /** Adds up what every account shares with the weighed one, in `dots`; gives how many of `touched` it wrote. */
  function addUp(termCount: number): number {
    let lists = 0;
    for (let at = 0; at < termCount; at++) {
      if (numbers[at] >= 0) rarestFirst[lists++] = postings.countOf(numbers[at]) * termsPerAccountMax + at;
    }
    rarestFirst.subarray(0, lists).sort();
    const sums: Sums = { dots, touched, lengths, shortTerms, least: 0 };
    let budget = postingsReadMax;
    let found = 0;
    for (let list = 0; list < lists && budget > 0; list++) {
      const at = rarestFirst[list] % termsPerAccountMax;
      const after = budget - postings.countOf(numbers[at]);
      // The last list is the longest and tells least: most whom it alone names are strangers.
      if ((after <= 0 || list === lists - 1) && termCount >= shortTerms) sums.least = neighbourLikenessMin;
      // The newest are read first: what is old is rarely gone on with.
      found = postings.addUp(numbers[at], weights[at], budget, sums, found);
      budget = after;
    }
    return found;
  }

  return {
    near(account) {
      weigh(account);
      const { length } = account.terms.hashes;
      const touchedCount = addUp(length);
      found.count = 0;
      for (let at = 0; at < touchedCount; at++) {
        const other = touched[at];
        const cosine = dots[other];
        dots[other] = 0;
        // Time takes from a likeness and only a short text's gains: most strangers are told by their cosine alone.
        if (cosine < neighbourLikenessMin && length >= shortTerms && lengths[other] >= shortTerms) continue;
        const likeness = adjusted(cosine, account, hours[other], lengths[other]);
        if (likeness < neighbourLikenessMin) continue;
        found.accounts[found.count] = other;
        found.timeless[found.count] = cosine;
        found.likenesses[found.count++] = likeness;
      }
      return found;
    },
    add(account) {
      weigh(account);
      const { hashes } = account.terms;
      if (count === dots.length) {
        dots = new Float32Array(count * 2);
        hours = widened(hours);
        lengths = widened(lengths);
      }
      for (let at = 0; at < hashes.length; at++) {
        postings.append(numbers[at] >= 0 ? numbers[at] : terms.number(hashes[at]), count, weights[at]);
      }
      weighed = null;
      hours[count] = account.hours ?? Number.NaN;
      lengths[count] = hashes.length;
      return count++;
    },
    renumber(accounts) {
      const termOf = postings.renumber(accounts, terms.size);
      const old = terms;
      terms = createHashTable(termOf.reduce((kept, term) => (term < 0 ? kept : kept + 1), 0));
      // New numbers were given in the order of the old ones, as the table gives them.
      for (let term = 0; term < termOf.length; term++) if (termOf[term] >= 0) terms.number(old.hashOf(term));
      weighed = null;
      let kept = 0;
      for (let account = 0; account < count; account++) {
        if (accounts[account] < 0) continue;
        hours[kept] = hours[account];
        lengths[kept++] = lengths[account];
      }
      count = kept;
    },
    settled(accounts) {
      const countOf = (hash: number) => {
        const number = terms.find(hash);
        return number < 0 ? 0 : postings.countOf(number);
      };
      const settled = createNeighbourIndex({ texts: count, of: countOf });
      for (const account of accounts) settled.add(account);
      return settled;
    },
    get size() {
      return count;
    },
  };
}

/** Room for the terms of one account: at least `termsMax`. */
const termsPerAccountMax = 128;

/** How much of a likeness two accounts share by their length alone, 0 for titles to 1 for texts. */
export function fullness(terms: number, otherTerms: number): number {
  return Math.min(1, Math.min(terms, otherTerms) / shortTerms);
}

/** Hours that two titles without times are taken to be apart. */
const untimedHours = 12;
/** A background text counts as much as this many of the window. */
const backgroundWeight = 2;

/** In how many texts of a window a term stands. */
interface TermCounts {
  readonly texts: number;
  of(hash: number): number;
}

function adjusted(cosine: number, account: Account, otherHours: number, otherTerms: number): number {
  const isTimed = account.hours !== null && !Number.isNaN(otherHours);
  const gap = isTimed ? Math.abs(account.hours! - otherHours) : 0;
  const soon = 1 / (1 + (isTimed ? gap : untimedHours) / shortHalvingHours);
  const gain = 1 + shortGain * soon * (1 - fullness(account.terms.hashes.length, otherTerms));
  return Math.min(1, cosine * gain * Math.max(timeFloor, 1 / (1 + gap / 24 / halvingDays)));
}
