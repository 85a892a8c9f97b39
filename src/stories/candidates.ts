import { backgroundOf } from './background.ts';
import type { Terms } from './terms.ts';

/** An article as the index of stories takes it. */
export interface Candidate {
  readonly terms: Terms;
  readonly language: string | null;
  /** When it became known, in hours since 1970; null when no article here has a time. */
  readonly hours: number;
}

/** How like the article is to one story. */
export interface StoryLikeness {
  readonly story: number;
  readonly likeness: number;
}

/**
 * Which stories an article could belong to. Every account of its own is in an inverted index by its terms; a story is as like
 * as its members are on average (average link, so that one look-alike member does not pull in a stranger).
 */
export interface StoryIndex {
  /** Stories by likeness, best first; only those at or above `likenessMin`. */
  candidates(article: Candidate): readonly StoryLikeness[];
  /** Puts an account of its own into a story. */
  add(article: Candidate, story: number): void;
}

/** Least average likeness to a story's members for an article to join it. */
export const likenessMin = 0.16;

export function createStoryIndex(): StoryIndex {
  const postings = new Map<number, Posting>();
  const storyOf: number[] = [];
  const hoursOf: number[] = [];
  const members: number[] = [];
  let dots = new Float32Array(1024);
  let count = 0;

  function weigh({ terms, language }: Candidate): Float32Array {
    const background = backgroundOf(language) ?? backgroundOf('en')!;
    const weights = new Float32Array(terms.hashes.length);
    let sum = 0;
    for (let at = 0; at < weights.length; at++) {
      const seen =
        (background.counts.get(terms.hashes[at]) ?? 0) + (postings.get(terms.hashes[at])?.articles.length ?? 0);
      const weight = (terms.counts[at] / 16) * Math.max(0, Math.log((background.texts + count + 2) / (seen + 0.5)));
      weights[at] = weight;
      sum += weight * weight;
    }
    const length = Math.sqrt(sum) || 1;
    for (let at = 0; at < weights.length; at++) weights[at] /= length;
    return weights;
  }

  return {
    candidates(article) {
      const weights = weigh(article);
      const touched: number[] = [];
      for (let at = 0; at < weights.length; at++) {
        const posting = postings.get(article.terms.hashes[at]);
        if (posting === undefined) continue;
        const { articles, weights: others } = posting;
        const from = Math.max(0, articles.length - postingsReadMax);
        for (let of = from; of < articles.length; of++) {
          const other = articles[of];
          if (dots[other] === 0) touched.push(other);
          dots[other] += weights[at] * others[of];
        }
      }
      const sums = new Map<number, number>();
      for (const other of touched) {
        const gapDays = Math.abs(article.hours - hoursOf[other]) / 24;
        const likeness = dots[other] / (1 + gapDays / likenessHalfDays);
        dots[other] = 0;
        sums.set(storyOf[other], (sums.get(storyOf[other]) ?? 0) + likeness);
      }
      const found: StoryLikeness[] = [];
      for (const [story, sum] of sums) {
        const likeness = sum / members[story];
        if (likeness >= likenessMin) found.push({ story, likeness });
      }
      return found.sort((a, b) => b.likeness - a.likeness || a.story - b.story);
    },
    add(article, story) {
      const weights = weigh(article);
      for (let at = 0; at < weights.length; at++) {
        const hash = article.terms.hashes[at];
        let posting = postings.get(hash);
        if (posting === undefined) {
          posting = { articles: [], weights: [] };
          postings.set(hash, posting);
        }
        posting.articles.push(count);
        posting.weights.push(weights[at]);
      }
      storyOf.push(story);
      hoursOf.push(article.hours);
      members[story] = (members[story] ?? 0) + 1;
      count++;
      if (count > dots.length) dots = new Float32Array(count * 2);
    },
  };
}

interface Posting {
  readonly articles: number[];
  readonly weights: number[];
}

/** Newest articles read of one term: a term of more is too common to tell stories apart. */
const postingsReadMax = 2_000;
/** Days apart at which likeness counts half. */
const likenessHalfDays = 14;
