import type { DateWords } from '../languages/language.ts';
import { oncePer } from '../text/once.ts';
import type { Outcome } from './outcomes.ts';

type EventWords = NonNullable<DateWords['events']>;

/** The event words of a language, each list ready to be looked up. */
export type Vocabulary = {
  readonly [List in Exclude<keyof EventWords, 'outcomes' | 'outcomeGap'>]-?: ReadonlySet<string>;
} & {
  /** Outcomes of several words, by the first of them. */
  readonly outcomePhrases: ReadonlyMap<
    string,
    readonly { readonly outcome: Outcome; readonly parts: readonly string[] }[]
  >;
  /** Words that may stand between two words of such a phrase. */
  readonly phraseGap: number;
};

/** The vocabulary of a language, made once. */
export const vocabularyOf = oncePer((words: EventWords): Vocabulary => {
  const { outcomes = {}, outcomeGap = 0, ...lists } = words;
  const outcomePhrases = Object.entries(outcomes).flatMap(([outcome, list]) =>
    list.map((phrase) => ({ outcome: outcome as Outcome, parts: phrase.split(' ') })),
  );
  const sets = Object.entries({ ...absent, ...lists }).map(([name, list]) => [name, new Set(list)]);
  return {
    ...Object.fromEntries(sets),
    outcomePhrases: Map.groupBy(outcomePhrases, ({ parts }) => parts[0]),
    phraseGap: outcomeGap,
  } as Vocabulary;
});

/** Lists a language may leave out. */
const absent = {
  withins: [],
  overs: [],
  dueTo: [],
  boundsOfThan: [],
  movers: [],
  betweenClosers: [],
  withinClosers: [],
  holding: [],
  joiners: [],
  ins: [],
  infinitives: [],
  pluperfects: [],
  genitives: [],
  managing: [],
  lengthLinks: [],
};
