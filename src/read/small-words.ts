import type { SmallWords } from '../languages/language.ts';

/**
 * What small words do in a sentence, one bit each beside a word's tags. Which words do it is a language's own
 * (`SpeechWords.small`); a language without that word simply has nothing with the bit.
 */
export const TO = 1 << 0;
export const BY = 1 << 1;
export const AS = 1 << 2;
export const ON = 1 << 3;
export const OF = 1 << 4;
export const ABOUT = 1 << 5;
export const TOPIC = 1 << 6;
export const PASSIVE_TOPIC = 1 << 7;
export const WITH = 1 << 8;
export const AT = 1 << 9;
export const FROM = 1 << 10;
export const FOR = 1 << 11;
export const BUT = 1 << 12;
export const TURN = 1 << 13;
export const AND = 1 << 14;
export const WHETHER = 1 << 15;
export const WHILE = 1 << 16;
export const BOUND = 1 << 17;
export const CONTRAST = 1 << 18;
export const ASIDE = 1 << 19;
export const NONFINITE = 1 << 20;
export const EMPHATIC = 1 << 21;
export const NONE = 1 << 22;
export const TODAY = 1 << 23;
export const THAT_WORD = 1 << 24;
export const THOSE = 1 << 25;
export const SAYING = 1 << 26;
export const WHOSE = 1 << 27;
export const CLAUSE_STANDS = 1 << 28;
export const NOT = 1 << 29;
export const INTERVIEW = 1 << 30;

/** The bit of each job a language lists words for. */
export const jobBits: Readonly<Record<keyof SmallWords, number>> = {
  to: TO,
  by: BY,
  as: AS,
  on: ON,
  of: OF,
  about: ABOUT,
  topic: TOPIC,
  passiveTopic: PASSIVE_TOPIC,
  with: WITH,
  at: AT,
  from: FROM,
  for: FOR,
  but: BUT,
  turn: TURN,
  and: AND,
  whether: WHETHER,
  while: WHILE,
  bound: BOUND,
  contrast: CONTRAST,
  aside: ASIDE,
  nonfinite: NONFINITE,
  emphatic: EMPHATIC,
  none: NONE,
  today: TODAY,
  that: THAT_WORD,
  those: THOSE,
  saying: SAYING,
  whose: WHOSE,
  not: NOT,
  interview: INTERVIEW,
  clauseStands: CLAUSE_STANDS,
};

/** Whether a word does a job; a word that is not there does none. */
export function does(token: { readonly jobs: number } | undefined, job: number): boolean {
  return token !== undefined && (token.jobs & job) !== 0;
}
