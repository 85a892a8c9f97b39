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
