import { isCapital, type Word } from '../text/words.ts';
import type { FigureTables } from './figure-tables.ts';

/** Words from one to another that name what is counted. */
export interface Counted {
  readonly from: number;
  readonly to: number;
  /** What befell those counted, where a word of the phrase tells it. */
  readonly unit: string | null;
}

/**
 * The noun phrase behind a number, as far as each language shows one: by its capital, by the plural, or by standing next.
 * `none` where the number counts times or ways, which is no figure.
 */
export function countedAt(
  words: readonly Word[],
  at: number,
  end: number,
  tables: FigureTables,
  linked: boolean,
): Counted | 'none' | null {
  let from = at;
  if (linked && from < end && tables.links.has(lowerOf(words[from]))) from++;
  while (from < end && from - at < fillersMax && tables.fillers.has(lowerOf(words[from]))) from++;
  if (from >= end || words[from].kind === 'mark' || words[from].kind === 'clitic') return null;
  // "ya son 19 los heridos": behind its article only what is known to be counted.
  if (tables.determiners.has(lowerOf(words[from])))
    return from + 1 < end && tables.counted.has(lowerOf(words[from + 1]))
      ? phrase(words, from + 1, from + 2, tables)
      : null;
  const to = headEnd(words, from, end, tables);
  if (to === null) return null;
  for (let k = from; k < to; k++) if (tables.uncounted.has(lowerOf(words[k]))) return 'none';
  return phrase(words, from, to, tables);
}

const fillersMax = 2;
/** Words of the longest counted phrase. */
const phraseWordsMax = 6;

function phrase(words: readonly Word[], from: number, to: number, tables: FigureTables): Counted {
  for (let at = from; at < to; at++) {
    const unit = tables.counted.get(lowerOf(words[at]));
    if (unit !== undefined && unit !== '') return { from, to, unit };
  }
  return { from, to, unit: null };
}

/** Where the phrase that begins at a word ends; null when none begins there. */
function headEnd(words: readonly Word[], from: number, end: number, tables: FigureTables): number | null {
  const { known } = tables.nouns;
  if (known === 'capital') return capitalEnd(words, from, end, tables);
  if (known === 'next') return nextEnd(words, from, end, tables);
  return pluralEnd(words, from, end, tables);
}

/** German: adjectives, then a word with a capital and what is joined to it by hyphens. */
function capitalEnd(words: readonly Word[], from: number, end: number, tables: FigureTables): number | null {
  let at = from;
  while (at < end && at - from < phraseWordsMax && isAdjective(words[at], tables)) at++;
  if (at >= end || words[at].kind !== 'word' || !isCapital(words[at]) || tables.stops.has(lowerOf(words[at]))) {
    // "43 verletzt": the word itself tells what befell them.
    return words[from].kind === 'word' && tables.counted.has(lowerOf(words[from])) ? from + 1 : null;
  }
  at++;
  while (at + 1 < end && words[at].text === '-' && touches(words, at) && touches(words, at + 1)) at += 2;
  return at;
}

/** Russian: adjectives, then the next word that is neither a stop nor a verb. */
function nextEnd(words: readonly Word[], from: number, end: number, tables: FigureTables): number | null {
  let at = from;
  while (
    at < end &&
    at - from < phraseWordsMax &&
    isAdjective(words[at], tables) &&
    !tables.counted.has(lowerOf(words[at]))
  )
    at++;
  const usable = (k: number) => k < end && words[k].kind === 'word' && !tables.stops.has(lowerOf(words[k]));
  if (usable(at) && !isVerb(words[at], tables) && !isCapital(words[at])) return at + 1;
  return at > from ? at : null;
}

/** English: up to the last plural of a run of words; Spanish and French: a run of plurals right behind the number. */
function pluralEnd(words: readonly Word[], from: number, end: number, tables: FigureTables): number | null {
  const run = tables.nouns.known === 'plural-run';
  let last: number | null = null;
  for (let at = from; at < end && at - from < phraseWordsMax; at++) {
    const word = words[at];
    if (word.text === '-') {
      if (touches(words, at) && at > from && at + 1 < end && touches(words, at + 1)) continue;
      break;
    }
    if (word.kind !== 'word') break;
    const low = lowerOf(word);
    if (tables.stops.has(low) && !tables.counted.has(low)) break;
    const plural =
      tables.counted.has(low) ||
      tables.others.has(low) ||
      (low.length > 2 && !low.endsWith('ss') && tables.nouns.plurals.some((ending) => low.endsWith(ending)));
    // Behind its plural the phrase goes on only with another: "police officers", "arms dealers".
    if (!plural && (run || last !== null)) break;
    if (plural && last !== null && words[at - 1].text !== '-' && isCapital(word)) break;
    if (plural) last = at + 1;
  }
  return last;
}

/** What a share or a sum is of: like a counted phrase, but one thing will do ("40% of the vote"). */
export function thingAt(words: readonly Word[], at: number, end: number, tables: FigureTables): Counted | null {
  let from = at;
  while (from < end && from - at < fillersMax && tables.determiners.has(lowerOf(words[from]))) from++;
  if (from >= end || words[from].kind !== 'word' || tables.stops.has(lowerOf(words[from]))) return null;
  const to = headEnd(words, from, end, tables);
  if (to !== null) return phrase(words, from, to, tables);
  let stop = from;
  while (
    stop < end &&
    stop - from < thingWordsMax &&
    words[stop].kind === 'word' &&
    !tables.stops.has(lowerOf(words[stop])) &&
    !isVerb(words[stop], tables)
  )
    stop++;
  if (tables.nouns.known !== 'plural') stop = Math.min(stop, from + 1);
  return stop > from ? phrase(words, from, stop, tables) : null;
}

const thingWordsMax = 3;

/** What befell those counted: "killed 12 people", "12 people were killed", "bei dem 12 Menschen verletzt wurden". */
export function fateOf(
  words: readonly Word[],
  [first, end]: readonly [number, number],
  [from, to]: readonly [number, number],
  tables: FigureTables,
): { readonly unit: string; readonly at: number } | null {
  for (let at = to; at < end && at - to < tables.fateReach; at++) {
    const low = lowerOf(words[at]);
    if (words[at].kind !== 'word' || isNumberWord(words[at], tables)) break;
    const unit = tables.fates.get(low);
    if (unit !== undefined) return { unit, at };
    if (tables.stops.has(low) && !tables.auxiliaries.has(low) && tables.nouns.known !== 'capital') break;
  }
  for (let at = from - 1; at >= first && from - at <= fateBeforeMax; at--) {
    if (words[at].kind === 'mark' || words[at].kind === 'number' || isNumberWord(words[at], tables)) break;
    // "One died and one man stayed": behind a conjunction something else is told.
    if (tables.conjunctions.has(lowerOf(words[at]))) break;
    const unit = tables.fates.get(lowerOf(words[at]));
    if (unit !== undefined) return { unit, at };
  }
  return null;
}

/** How many words before a number what befell those counted may stand. */
const fateBeforeMax = 6;

/**
 * What a value is the value of, where a verb of measure leads to it: "the toll rises to 6 crowns", "die Zahl der Verletzten
 * stieg auf 43".
 */
export function measuredBefore(
  words: readonly Word[],
  first: number,
  at: number,
  tables: FigureTables,
): { readonly counted: Counted | null } | null {
  let verb = -1;
  for (let k = at - 1; k >= first && at - k <= measureReach; k--) {
    if (words[k].kind === 'mark' && words[k].text !== '%' && words[k].text !== '-' && words[k].text !== '.') break;
    if (tables.measures.has(lowerOf(words[k]))) {
      verb = k;
      break;
    }
  }
  if (verb === -1) return null;
  // "Damit stieg die Zahl der Verletzten auf 43": the quantity stands behind its verb.
  const behindVerb = quantityIn(words, verb + 1, at, tables);
  if (behindVerb !== null) return { counted: behindVerb };
  let start = verb;
  while (start > first && verb - start < subjectReach && !isBorder(words[start - 1])) start--;
  return { counted: quantityIn(words, start, verb, tables) ?? subjectIn(words, start, verb, tables) };
}

/** "The number of injured": what the quantity is of. */
function quantityIn(words: readonly Word[], from: number, to: number, tables: FigureTables): Counted | null {
  for (let k = from; k < to; k++) {
    if (!tables.quantities.has(lowerOf(words[k]))) continue;
    const own = tables.fates.get(lowerOf(words[k])) ?? null;
    const behind = k + 1 < to && tables.links.has(lowerOf(words[k + 1])) ? k + 2 : k + 1;
    const of = behind < to ? thingAt(words, behind, to, tables) : null;
    if (of !== null && (behind > k + 1 || tables.nouns.known === 'next')) return of;
    return { from: k, to: k + 1, unit: own };
  }
  return null;
}

/** How many words before a value its verb of measure may stand, and how many words a subject has before it. */
const measureReach = 9;
const subjectReach = 12;

/** The first noun phrase before a verb: "the bridge toll", "gas prices in Harrow". */
function subjectIn(words: readonly Word[], start: number, verb: number, tables: FigureTables): Counted | null {
  let from = start;
  while (from < verb && tables.determiners.has(lowerOf(words[from]))) from++;
  let to = from;
  while (
    to < verb &&
    to - from < phraseWordsMax &&
    (words[to].kind === 'word' || (words[to].text === '-' && to > from)) &&
    !tables.stops.has(lowerOf(words[to])) &&
    !tables.links.has(lowerOf(words[to])) &&
    !tables.auxiliaries.has(lowerOf(words[to]))
  )
    to++;
  return to > from && words[to - 1].text !== '-' ? phrase(words, from, to, tables) : null;
}

function isBorder(word: Word): boolean {
  // A name in quotation marks is amid its sentence: "на заводе «Химволокно» выросло".
  return word.kind === 'mark' && !/^[-%«»“”„"]$/.test(word.text);
}

function isAdjective(word: Word, tables: FigureTables): boolean {
  if (word.kind !== 'word' || isCapital(word)) return false;
  const low = lowerOf(word);
  return !tables.stops.has(low) && low.length > 3 && tables.nouns.adjectives.some((ending) => low.endsWith(ending));
}

function isVerb(word: Word, tables: FigureTables): boolean {
  const low = lowerOf(word);
  return low.length > 3 && !tables.counted.has(low) && tables.verbEndings.some((ending) => low.endsWith(ending));
}

function isNumberWord(word: Word, tables: FigureTables): boolean {
  const code = word.text.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || tables.numbers.has(lowerOf(word));
}

function touches(words: readonly Word[], at: number): boolean {
  return words[at].start === words[at - 1].end;
}

/** A word in lower case. */
export function lowerOf(word: Word): string {
  return word.text.toLowerCase();
}
