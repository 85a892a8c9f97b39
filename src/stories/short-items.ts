import { backgroundOf } from './background.ts';
import type { Digest, DigestSpace } from './digest.ts';
import { type Terms, termsOfTitle } from './terms.ts';

/** Characters of body below which a text with a title is a short item: too short for a sketch, so title and words decide. */
export const shortBodyLength = 300;
/** Days after which the same short item is taken for a new one. */
const shortItemDays = 14;

/**
 * True when a short item and another are one: from one outlet when title and words together are alike, since an outlet tells an item
 * again in other words; from two outlets only when titles or words are all but the same.
 */
export function sameItem(a: Digest, b: Digest, space: DigestSpace): boolean {
  if (a.title === '' || b.title === '') return false;
  const days = Math.abs((a.published ?? a.received) - (b.published ?? b.received)) / 86_400_000;
  if (days > shortItemDays) return false;
  const words = cosine(a.terms, b.terms, a.language);
  const [titleA, titleB] = [a, b].map(({ title, language }) =>
    termsOfTitle(title, language, space.words, space.counter),
  );
  const titles = cosine(titleA, titleB, a.language);
  if (a.isShort && b.isShort && a.outlet !== null && a.outlet === b.outlet && sameNumbers(a.title, b.title))
    return titles >= titlesAlikeMin && words + titles >= 2 * alikeMin;
  const telling = Math.min(titleA.hashes.length, titleB.hashes.length) >= tellingTitleTerms;
  return (
    (titles >= sameTitleMin && telling) || (a.isShort && b.isShort && words >= sameWordsMin && titles >= titlesAlikeMin)
  );
}

/** An outlet that tells an item again counts the same in its headline. */
function sameNumbers(a: string, b: string): boolean {
  const numbersOf = (title: string) => (title.match(/\d+/g) ?? []).toSorted().join(' ');
  return numbersOf(a) === numbersOf(b);
}

/** Cosine of two sets of terms, weighed by the background alone. */
function cosine(a: Terms, b: Terms, language: string | null): number {
  const background = backgroundOf(language) ?? backgroundOf('en')!;
  const weightOf = (hash: number, count: number) => (count / 16) * background.tellingOf(hash);
  let [dot, lengthA, lengthB] = [0, 0, 0];
  const weights = new Map<number, number>();
  for (const [at, hash] of a.hashes.entries()) {
    const weight = weightOf(hash, a.counts[at]);
    weights.set(hash, weight);
    lengthA += weight * weight;
  }
  for (const [at, hash] of b.hashes.entries()) {
    const weight = weightOf(hash, b.counts[at]);
    dot += weight * (weights.get(hash) ?? 0);
    lengthB += weight * weight;
  }
  return lengthA === 0 || lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB);
}

const alikeMin = 0.42;
/** Titles less alike than this name two items, whatever standfirst they share. */
const titlesAlikeMin = 0.4;
const sameWordsMin = 0.8;
const sameTitleMin = 0.95;
/** A title of fewer words may be many items' title. */
const tellingTitleTerms = 4;
