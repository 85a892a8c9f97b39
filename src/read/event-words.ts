import type { DateWords } from '../languages/language.ts';

type EventWords = NonNullable<DateWords['events']>;

/** The event words of a language, each list ready to be looked up. */
export type Vocabulary = { readonly [List in keyof EventWords]-?: ReadonlySet<string> };

/** The vocabulary of a language. Built once a language. */
export function vocabularyOf(words: EventWords): Vocabulary {
  let vocabulary = vocabularies.get(words);
  if (vocabulary === undefined) {
    vocabulary = Object.fromEntries(
      Object.entries({ ...absent, ...words }).map(([name, list]) => [name, new Set(list)]),
    ) as unknown as Vocabulary;
    vocabularies.set(words, vocabulary);
  }
  return vocabulary;
}

/** Lists a language may leave out. */
const absent = {
  withins: [],
  overs: [],
  dueTo: [],
  boundsOfThan: [],
  movers: [],
  betweenClosers: [],
  withinClosers: [],
  lengthLinks: [],
};

const vocabularies = new Map<EventWords, Vocabulary>();
