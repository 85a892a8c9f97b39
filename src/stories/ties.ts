import type { SharedTies } from './bridge-lists.ts';

/**
 * True when an article so like a story is of the same kind as it but not of it: its title names places or people of its own, and
 * none of the story's. Two strikes or two launches of one week share most of their words.
 */
export function isLookAlike({ all, inTitles, titled }: SharedTies, likeness: number): boolean {
  return likeness < sureLikenessMin && titled >= namesOfOwnMin && inTitles === 0 && all <= lookAlikeTiesMax;
}

/**
 * True when all that is rare in an article and in a story so like it are names of their titles: one court, council or firm did two
 * things in a week, and the words left are those of its trade.
 */
export function isOtherDeed(
  { facts, inTitles }: SharedTies,
  likeness: number,
  terms: number,
  rareWords: () => number,
): boolean {
  if (likeness >= sureLikenessMin || facts > 0 || inTitles === 0 || terms < textTermsMin) return false;
  return rareWords() <= inTitles;
}

/** True when an article that is hardly like a story enough (from `namedLikenessMin` on) has a rare name in common with its titles. */
export function isNamed({ all, inTitles }: SharedTies): boolean {
  return inTitles > 0 && all >= namedTiesMin;
}

/**
 * True when an article of a later week shares enough with a story that few others have, a name in its title among it: the more, the
 * less like it, time apart, it need be.
 */
export function isFollowUp({ all, inTitles }: SharedTies, likeness: number): boolean {
  return likeness >= followUpLikenessMin && inTitles > 0 && all + likeness * likenessTies >= followUpTiesMin;
}

/**
 * The same without a name in its title, and for texts so short that they are hardly like anything: no other story is nearly as like,
 * and it speaks in several rare words, beside the names, of what the story's texts speak of.
 */
export function isLoneFollowUp(
  { all, facts, inTitles }: SharedTies,
  likeness: number,
  lead: number,
  rareWords: () => number,
): boolean {
  if (lead < loneLeadMin || all < loneNamesMin || likeness < loneLikenessMin) return false;
  // The day that both look forward to, or the number that both give, weighs more than a name.
  if (all + Math.min(1, facts) + likeness * likenessTies < loneTiesMin) return false;
  // A name in both titles counts once more. With few names, it must be like the story and speak of the same in more words.
  const isNamedEnough = all + inTitles >= tiesMin;
  if (!isNamedEnough && likeness < likeLoneMin) return false;
  return rareWords() >= (isNamedEnough ? loneRareWordsMin : loneRareWordsMin + 1);
}

/** True when a text has enough in common with the one that opened a story to go on with it in other words. */
export function isContinuation({ all, inTitles }: Omit<SharedTies, 'titled'>): boolean {
  return inTitles > 0 && all >= tiesMin;
}

/** Likeness from which on words alone say that an article is of a story. */
const sureLikenessMin = 0.4;
/** Rare names in a title that make it one of another happening when the story's titles have none of them. */
const namesOfOwnMin = 2;
/** Terms below which a text is hardly more than its title, and names are most of what it has. */
const textTermsMin = 20;
/** Ties that a text has with another happening that it speaks of in passing. */
const lookAlikeTiesMax = 4;
/** Likeness from which on an article is of a story whose rare names it shares, and how many of them. */
export const namedLikenessMin = 0.18;
const namedTiesMin = 2;
/** How many ties a likeness of one is worth, and how many of both an article of a later week needs. */
const likenessTies = 20;
const followUpTiesMin = 7.5;
const followUpLikenessMin = 0.07;
const loneTiesMin = 6;
const loneLikenessMin = 0.1;
const loneNamesMin = 2;
const likeLoneMin = 0.3;
/** How many times as like as the next story. */
const loneLeadMin = 3;
const loneRareWordsMin = 3;
/** Rare names, days and numbers that are few to share within a story, and enough to go on with what opened it. */
const tiesMin = 3;
