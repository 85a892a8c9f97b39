import { hashWord } from './scan.ts';
import weights from './terms.weights.json' with { type: 'json' };

/** How common words are in news texts at large, by language. */
export interface Background {
  readonly texts: number;
  /** In how many of the texts a word stands, by its hash. */
  readonly counts: ReadonlyMap<number, number>;
}

/** The background of a language; null where none was learnt (`training/term-weights.ts`). Read on first use. */
export function backgroundOf(language: string | null): Background | null {
  const code = language ?? 'en';
  const known = loaded.get(code);
  if (known !== undefined) return known;
  const learnt = (weights as Record<string, { texts: number; words: Record<string, string> }>)[code];
  const made = learnt === undefined ? null : { texts: learnt.texts, counts: countsOf(learnt.words) };
  loaded.set(code, made);
  return made;
}

const loaded = new Map<string, Background | null>();

function countsOf(words: Readonly<Record<string, string>>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [count, list] of Object.entries(words)) {
    for (const word of list.split(' ')) counts.set(hashWord(word), Number(count));
  }
  return counts;
}
