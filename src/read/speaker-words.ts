import type { NameWords, SpeechWords } from '../languages/language.ts';

/** The words of a language that stand for who spoke: pronouns by gender, roles that stay unnamed, documents that speak for their author. */
export type SpeakerWords = Record<
  'female' | 'male' | 'plural' | 'neuter' | 'unnamedRoles' | 'ownDocuments' | 'persons' | 'coordinators',
  ReadonlySet<string>
>;

const wordsByLanguage = new Map<SpeechWords, SpeakerWords>();
const nounsByLanguage = new Map<NameWords | undefined, ReadonlySet<string>>();

/** Those of a language; made once. */
export function speakerWordsOf(words: SpeechWords): SpeakerWords {
  let sets = wordsByLanguage.get(words);
  if (sets === undefined) {
    sets = {
      female: new Set(words.female),
      male: new Set(words.male),
      plural: new Set(words.plural),
      neuter: new Set(words.neuter),
      unnamedRoles: new Set(words.unnamedRoles),
      ownDocuments: new Set(words.ownDocuments),
      persons: new Set(words.persons),
      coordinators: new Set(words.coordinators),
    };
    wordsByLanguage.set(words, sets);
  }
  return sets;
}

/** Nouns that take up an organisation: "the company". */
export function nounsOf(names: NameWords | undefined): ReadonlySet<string> {
  let nouns = nounsByLanguage.get(names);
  if (nouns === undefined) {
    nouns = new Set(names?.organisationNouns ?? []);
    nounsByLanguage.set(names, nouns);
  }
  return nouns;
}
