import { stemmerOf } from '../text/stems.ts';
import { createHashTable, widened } from './hash-table.ts';
import { hashWord } from './scan.ts';

/**
 * The term that stands for a word of a language, as `scan` would fold it: the forms of one word are one term. A short text says
 * "Regionalzug" and the next "des Regionalzugs"; told apart, the two would share hardly a word.
 */
export function termOfWord(word: string, language: string | null): string {
  const lower = word.toLowerCase();
  // Of the two letters that Russian texts write for each other, е and ё, the stemmer makes one.
  return withoutMarks(isInflected(language) ? stemmerOf(language)(lower) : lower);
}

/** Without the marks of Latin letters. */
function withoutMarks(word: string): string {
  return word.replace(/[\u00c0-\u017f]/g, (letter) => letter.normalize('NFD')[0]);
}

/** Hashes of terms by the word as written, marks and all, for stems go by them: a word is stemmed once. */
export interface TermHashes {
  /** The hash of the term of the word that stands there. */
  termOf(text: string, start: number, end: number): number;
}

/** Term hashes of a language; null where words stand for themselves. */
export function termHashesOf(language: string | null): TermHashes | null {
  if (!isInflected(language)) return null;
  const made = known.get(language) ?? createTermHashes(language);
  known.set(language, made);
  return made;
}

const known = new Map<string, TermHashes>();

function createTermHashes(language: string): TermHashes {
  const words = createHashTable(1 << 12);
  let terms = new Uint32Array(1 << 12);
  return {
    termOf(text, start, end) {
      if (words.size >= wordsKnownMax) words.clear();
      const before = words.size;
      const number = words.number(hashWord(text, start, end));
      if (number < before) return terms[number];
      if (number >= terms.length) terms = widened(terms);
      terms[number] = hashWord(termOfWord(text.slice(start, end), language));
      return terms[number];
    },
  };
}

function isInflected(language: string | null): language is string {
  return language !== null && inflected.has(language);
}

/** Languages whose words are known by their stems. English words hardly change: stems only make more of them alike. */
const inflected: ReadonlySet<string> = new Set(['ar', 'de', 'es', 'fr', 'it', 'pt', 'ru', 'tr']);

/** Words whose terms are known at once: the vocabulary of some thousand articles. */
const wordsKnownMax = 200_000;
