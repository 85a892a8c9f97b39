import { createHashTable } from './hash-table.ts';
import { hashSyllables, hashWord } from './scan.ts';
import weights from './terms.weights.json' with { type: 'json' };

/** How common words are in news texts at large, by language. */
export interface Background {
  readonly texts: number;
  /** In how many of the texts a word stands, by its hash; 0 for a word that was not learnt. */
  countOf(hash: number): number;
  /** How much a word of that hash tells: the logarithm of texts for every one that holds it. */
  tellingOf(hash: number): number;
}

/** The background of a language; null where none was learnt (`training/term-weights.ts`). Read on first use. */
export function backgroundOf(language: string | null): Background | null {
  const code = language ?? 'en';
  const known = loaded.get(code);
  if (known !== undefined) return known;
  // The code is a caller's or a feed's word: "constructor" is a name that every object has.
  if (!Object.hasOwn(weights, code)) return null;
  const learnt = (weights as Record<string, { texts: number; words: Record<string, string> }>)[code];
  const made = backgroundFrom(learnt.texts, learnt.words);
  loaded.set(code, made);
  return made;
}

const loaded = new Map<string, Background>();

function backgroundFrom(texts: number, words: Readonly<Record<string, string>>): Background {
  const table = createHashTable();
  const counts: number[] = [];
  for (const [count, list] of Object.entries(words)) {
    for (const term of list.split(' ')) counts[table.number(hashTerm(term))] = Number(count);
  }
  const known = Uint32Array.from(counts);
  const telling = Float64Array.from(known, (count) => Math.log((texts + 1) / (count + 0.5)));
  const tellingUnknown = Math.log((texts + 1) / 0.5);
  return {
    texts,
    countOf(hash) {
      const number = table.find(hash);
      return number < 0 ? 0 : known[number];
    },
    tellingOf(hash) {
      const number = table.find(hash);
      return number < 0 ? tellingUnknown : telling[number];
    },
  };
}

/** The hash under which `countWords` counts a term: a stem, or two Korean syllables. */
function hashTerm(term: string): number {
  return term.length === 2 && /^\p{Script=Hangul}/u.test(term)
    ? hashSyllables(term.charCodeAt(0), term.charCodeAt(1))
    : hashWord(term);
}
