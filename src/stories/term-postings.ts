import { widened } from './hash-table.ts';

/** Which accounts say a term and how much it weighs with them, oldest first, by the number of the term. */
export interface Postings {
  countOf(term: number): number;
  /** Lays the postings of a term into `list` and gives how many they are. */
  read(term: number): number;
  readonly list: PostingList;
  append(term: number, account: number, weight: number): void;
}

export interface PostingList {
  accounts: Uint32Array;
  weights: Float32Array;
}

/**
 * No postings. Most terms of a window stand in one text only: the first posting of a term is kept in shared columns, and only a
 * second gives it arrays of its own.
 */
export function createPostings(): Postings {
  let counts = new Uint32Array(1024);
  let firstAccounts = new Uint32Array(1024);
  let firstWeights = new Float32Array(1024);
  const longer = new Map<number, PostingList>();
  const single: PostingList = { accounts: new Uint32Array(1), weights: new Float32Array(1) };
  let list = single;

  return {
    countOf: (term) => counts[term],
    read(term) {
      if (counts[term] > 1) list = longer.get(term)!;
      else {
        single.accounts[0] = firstAccounts[term];
        single.weights[0] = firstWeights[term];
        list = single;
      }
      return counts[term];
    },
    get list() {
      return list;
    },
    append(term, account, weight) {
      if (term >= counts.length) {
        counts = widened(counts, term * 2);
        firstAccounts = widened(firstAccounts, term * 2);
        firstWeights = widened(firstWeights, term * 2);
      }
      const count = counts[term]++;
      if (count === 0) {
        firstAccounts[term] = account;
        firstWeights[term] = weight;
        return;
      }
      let own = longer.get(term);
      if (own === undefined) {
        own = { accounts: Uint32Array.of(firstAccounts[term], 0), weights: Float32Array.of(firstWeights[term], 0) };
        longer.set(term, own);
      } else if (count === own.accounts.length) {
        own.accounts = widened(own.accounts);
        own.weights = widened(own.weights);
      }
      own.accounts[count] = account;
      own.weights[count] = weight;
    },
  };
}
