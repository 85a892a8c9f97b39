import { widened } from './hash-table.ts';

/** Which accounts say a term and how much it weighs with them, oldest first, by the number of the term. */
export interface Postings {
  countOf(term: number): number;
  append(term: number, account: number, weight: number): void;
  /**
   * Adds `weight` times what a term weighs with each account to `dots`, the newest `lengthMax` accounts only; accounts that had
   * nothing there yet are written to `touched` from `found` on. Gives how many `touched` then holds. Where nothing is added up
   * behind this term, an account that had nothing yet and comes to less than `sums.least` is passed over, short texts apart.
   */
  addUp(term: number, weight: number, lengthMax: number, sums: Sums, found: number): number;
  /**
   * Gives accounts new numbers, the order kept, and drops those whose new number is below zero. Gives the new numbers of the
   * first `terms` terms, below zero for those left with no account.
   */
  renumber(accounts: Int32Array, terms: number): Int32Array;
  readonly byteCount: number;
}

/** What is added up for one account that is asked for. */
export interface Sums {
  readonly dots: Float32Array;
  readonly touched: Uint32Array;
  /** Terms of each account. */
  readonly lengths: Uint8Array;
  /** Terms from which a text is no short one. */
  readonly shortTerms: number;
  least: number;
}

/**
 * No postings. They lie in chunks of a list of slabs, each chunk leading to the one before it: growing copies nothing, and the
 * newest, which are read first, lie side by side. Most terms of a window stand in one text only, so a first chunk has one place.
 */
export function createPostings(): Postings {
  let counts = new Uint32Array(1024);
  /** Where the newest chunk of a term begins, in entries. */
  let chunks = new Uint32Array(1024);
  let slabs: Slab[] = [];
  let end = 0;

  /** A new chunk with places for `places` entries behind its head, which holds the chunk before it and how full it is. */
  function chunkAfter(before: number, places: number): number {
    if (((end + places) & ~slabMask) !== (end & ~slabMask)) end = (end + slabMask) & ~slabMask;
    if (end >>> slabBits >= slabs.length) slabs.push(createSlab());
    const chunk = end;
    const { whole } = slabs[chunk >>> slabBits];
    const head = (chunk & slabMask) * 2;
    whole[head] = before;
    whole[head + 1] = 0;
    end += places + 1;
    return chunk;
  }

  function append(term: number, account: number, weight: number): void {
    if (term >= counts.length) {
      counts = widened(counts, term * 2);
      chunks = widened(chunks, term * 2);
    }
    const count = counts[term]++;
    // Chunks double up to a limit: one entry, two, four and so on.
    if (count === 0) chunks[term] = chunkAfter(0, 1);
    else if (count < chunkPlacesMax) {
      if (((count + 1) & count) === 0) chunks[term] = chunkAfter(chunks[term], count + 1);
    } else if ((count + 1) % chunkPlacesMax === 0) chunks[term] = chunkAfter(chunks[term], chunkPlacesMax);
    const chunk = chunks[term];
    const { whole, broken } = slabs[chunk >>> slabBits];
    const head = (chunk & slabMask) * 2;
    const at = head + 2 * ++whole[head + 1];
    whole[at] = account;
    broken[at + 1] = weight;
  }

  return {
    countOf: (term) => counts[term],
    append,
    addUp(term, weight, lengthMax, { dots, touched, lengths, shortTerms, least }, before) {
      let found = before;
      let left = Math.min(lengthMax, counts[term]);
      for (let chunk = chunks[term]; left > 0; ) {
        const { whole, broken } = slabs[chunk >>> slabBits];
        const head = (chunk & slabMask) * 2;
        const full = whole[head + 1];
        const last = head + 2 * Math.max(1, full - left + 1);
        for (let at = head + 2 * full; at >= last; at -= 2) {
          const account = whole[at];
          const dot = dots[account];
          const more = weight * broken[at + 1];
          if (dot === 0) {
            if (Math.fround(more) < least && lengths[account] >= shortTerms) continue;
            touched[found++] = account;
          }
          dots[account] = dot + more;
        }
        left -= full;
        chunk = whole[head];
      }
      return found;
    },
    renumber(accounts, terms) {
      const [oldCounts, oldChunks, oldSlabs] = [counts, chunks, slabs];
      [counts, chunks, slabs, end] = [new Uint32Array(1024), new Uint32Array(1024), [], 0];
      const termOf = new Int32Array(terms).fill(-1);
      let kept = 0;
      const places: number[] = [];
      for (let term = 0; term < terms; term++) {
        // Newest first as they are read, then written from the oldest on.
        places.length = 0;
        for (let chunk = oldChunks[term], left = oldCounts[term]; left > 0; ) {
          const { whole } = oldSlabs[chunk >>> slabBits];
          const head = (chunk & slabMask) * 2;
          for (let place = whole[head + 1]; place > 0; place--) places.push(chunk + place);
          left -= whole[head + 1];
          chunk = whole[head];
        }
        for (let of = places.length - 1; of >= 0; of--) {
          const { whole, broken } = oldSlabs[places[of] >>> slabBits];
          const at = (places[of] & slabMask) * 2;
          const account = accounts[whole[at]];
          if (account < 0) continue;
          if (termOf[term] < 0) termOf[term] = kept++;
          append(termOf[term], account, broken[at + 1]);
        }
      }
      return termOf;
    },
    get byteCount() {
      return slabs.length * slabEntries * entryBytes + counts.byteLength + chunks.byteLength;
    },
  };
}

/** Entries of two words side by side: an account as a whole number, its weight as a broken one. */
interface Slab {
  readonly whole: Uint32Array;
  readonly broken: Float32Array;
}

const slabBits = 16;
const slabEntries = 1 << slabBits;
const slabMask = slabEntries - 1;
const entryBytes = 8;
/** Places of the longest chunk. */
const chunkPlacesMax = 64;

function createSlab(): Slab {
  const bytes = new ArrayBuffer(slabEntries * entryBytes);
  return { whole: new Uint32Array(bytes), broken: new Float32Array(bytes) };
}
