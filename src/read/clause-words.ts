import type { DateWords } from '../languages/language.ts';
import { oncePer } from '../text/once.ts';

/** The words of a language that show where a clause begins, has its verb and ends. */
export interface ClauseSets {
  readonly borders: ReadonlySet<string>;
  readonly joiners: ReadonlySet<string>;
  readonly amounts: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly speechNouns: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly market: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly nounEnds: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly complements: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly preposed: ReadonlySet<string>;
  readonly deadline: ReadonlySet<string>;
  readonly infinitive: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  readonly adverbEndings: readonly string[];
  readonly light: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly notPast: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
}

/** The clause words of a language, ready to be looked up; made once. */
export const clauseWordsOf = oncePer((data: DateWords | undefined): ClauseSets => {
  const events = data?.events;
  return {
    borders: new Set(events?.borders),
    joiners: new Set(events?.joiners),
    amounts: new Set(events?.amounts.flatMap((word) => [word, word[0].toUpperCase() + word.slice(1)])),
    speech: new Set(events?.speech),
    speechNouns: new Set(events?.speechNouns),
    occasions: new Set(events?.occasions),
    auxiliaries: new Set(events?.auxiliaries),
    market: new Set(events?.market),
    prepositions: new Set(events?.prepositions),
    determiners: new Set(events?.determiners),
    nounEnds: new Set([...(events?.borders ?? []), ...(events?.prepositions ?? []), ...(events?.verbs ?? [])]),
    negations: new Set(events?.negations),
    complements: new Set(events?.complements),
    agents: new Set(events?.agents),
    articles: new Set(data?.doubts?.determiners),
    preposed: new Set(events?.preposed),
    deadline: new Set(events?.deadline),
    infinitive: new Set(data?.infinitive),
    adverbs: new Set(events?.adverbs),
    adverbEndings: events?.adverbEndings ?? [],
    light: new Set(events?.light),
    pronouns: new Set(events?.pronouns),
    verbs: new Set([...(events?.verbs ?? []), ...(data?.past ?? []), ...(data?.passive ?? [])]),
    notPast: new Set(data?.notPast),
    pastEndings: data?.pastEndings ?? [],
  };
});

/** What a word is in a clause, one bit each: looked up once a word, however often the clauses of a text are gone through. */
export const BORDER = 1 << 0;
export const JOINER = 1 << 1;
export const AMOUNT = 1 << 2;
export const SPEECH = 1 << 3;
export const SPEECH_NOUN = 1 << 4;
export const OCCASION_NOUN = 1 << 5;
export const AUXILIARY = 1 << 6;
export const PREPOSITION = 1 << 7;
export const DETERMINER = 1 << 8;
export const NOUN_END = 1 << 9;
export const COMPLEMENT = 1 << 10;
export const AGENT = 1 << 11;
export const ARTICLE = 1 << 12;
export const PREPOSED = 1 << 13;
export const DEADLINE = 1 << 14;
export const INFINITIVE = 1 << 15;
export const ADVERB = 1 << 16;
export const LIGHT = 1 << 17;
export const PRONOUN = 1 << 18;
export const VERB_FORM = 1 << 19;
/** It ends as verbs of the past do. */
export const PAST_FORM = 1 << 20;

/** The bits of a word as it is written. */
export function clauseMarks(text: string, sets: ClauseSets): number {
  const lower = text.toLowerCase();
  const ends = (endings: readonly string[]) => lower.length > 4 && endings.some((ending) => lower.endsWith(ending));
  let marks = 0;
  const mark = (isOne: boolean, bit: number) => {
    if (isOne) marks |= bit;
  };
  mark(sets.borders.has(lower), BORDER);
  mark(sets.joiners.has(lower), JOINER);
  mark(sets.amounts.has(text), AMOUNT);
  mark(sets.speech.has(lower), SPEECH);
  mark(sets.speechNouns.has(lower), SPEECH_NOUN);
  mark(sets.occasions.has(lower), OCCASION_NOUN);
  mark(sets.auxiliaries.has(lower), AUXILIARY);
  mark(sets.prepositions.has(lower), PREPOSITION);
  mark(sets.determiners.has(lower), DETERMINER);
  mark(sets.nounEnds.has(lower), NOUN_END);
  mark(sets.complements.has(lower), COMPLEMENT);
  mark(sets.agents.has(lower), AGENT);
  mark(sets.articles.has(lower), ARTICLE);
  mark(sets.preposed.has(lower), PREPOSED);
  mark(sets.deadline.has(lower), DEADLINE);
  mark(sets.infinitive.has(lower), INFINITIVE);
  mark(sets.adverbs.has(lower) || (text === lower && ends(sets.adverbEndings)), ADVERB);
  mark(sets.light.has(lower), LIGHT);
  mark(sets.pronouns.has(lower), PRONOUN);
  mark(sets.verbs.has(lower), VERB_FORM);
  mark(text[0] === lower[0] && !sets.notPast.has(lower) && ends(sets.pastEndings), PAST_FORM);
  return marks;
}
