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
  /** What each word tells of how an event stands, the bits below: most words of a clause tell nothing. */
  readonly telling: ReadonlyMap<string, number>;
};

export const OUTCOME = 1 << 0;
export const AWAITED = 1 << 1;
export const POSTPONED = 1 << 2;
export const CANCELLED = 1 << 3;
export const FAILED = 1 << 4;
export const LASTING = 1 << 5;
export const PLANNED = 1 << 6;
export const MOVER = 1 << 7;
export const AUXILIARY_WORD = 1 << 8;
export const DUE = 1 << 9;
const tellingLists = [
  ['awaited', AWAITED],
  ['postponed', POSTPONED],
  ['cancelled', CANCELLED],
  ['failed', FAILED],
  ['lasting', LASTING],
  ['planned', PLANNED],
  ['movers', MOVER],
  ['auxiliaries', AUXILIARY_WORD],
  ['deadline', DUE],
  // A negation may tell an outcome too: "will not take place".
  ['negations', OUTCOME],
] as const;

/** All that the words of a list tell, as bits. */
export function toldBy(words: readonly string[], { telling }: Vocabulary): number {
  let told = 0;
  for (let at = 0; at < words.length; at++) told |= telling.get(words[at]) ?? 0;
  return told;
}

/** The vocabulary of a language, made once. */
export const vocabularyOf = oncePer((words: EventWords): Vocabulary => {
  const { outcomes = {}, outcomeGap = 0, ...lists } = words;
  const outcomePhrases = Object.entries(outcomes).flatMap(([outcome, list]) =>
    list.map((phrase) => ({ outcome: outcome as Outcome, parts: phrase.split(' ') })),
  );
  const all: Readonly<Record<string, readonly string[] | undefined>> = { ...absent, ...lists };
  const sets = Object.entries(all).map(([name, list]) => [name, new Set(list)]);
  const telling = new Map<string, number>();
  const tell = (word: string, bit: number) => telling.set(word, (telling.get(word) ?? 0) | bit);
  for (const [name, bit] of tellingLists) for (const word of all[name] ?? []) tell(word, bit);
  for (const { parts } of outcomePhrases) tell(parts[0], OUTCOME);
  return {
    ...Object.fromEntries(sets),
    telling,
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
