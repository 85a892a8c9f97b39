import type { NameWords, SpeechWords } from '../languages/language.ts';
import { oncePer } from '../text/once.ts';

/** The words of a language that stand for who spoke: pronouns by gender, roles, kinds of bodies, documents that speak for their author. */
export interface SpeakerWords {
  readonly female: ReadonlySet<string>;
  readonly male: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  readonly neuter: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** Every noun has a capital, and a name is known by nothing else. */
  readonly capitalNouns: boolean;
  readonly coordinators: ReadonlySet<string>;
  readonly definites: ReadonlySet<string>;
  readonly indefinites: ReadonlySet<string>;
  readonly unnamedRoles: ReadonlySet<string>;
  readonly ownDocuments: ReadonlySet<string>;
  readonly organisationNouns: ReadonlySet<string>;
  readonly companyNouns: ReadonlySet<string>;
  readonly placeBodies: ReadonlySet<string>;
  /** For each role the roles that name the same person: "chief" for a director. */
  readonly roleGroups: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Those of a language, made once. */
export const speakerWordsOf = oncePer(
  (speech: SpeechWords, names: NameWords | undefined): SpeakerWords => ({
    female: new Set(speech.female),
    male: new Set(speech.male),
    plural: new Set(speech.plural),
    neuter: new Set(speech.neuter),
    persons: new Set(speech.persons),
    capitalNouns: speech.compounds === true,
    coordinators: new Set(speech.coordinators),
    definites: new Set(speech.definites ?? []),
    indefinites: new Set(speech.indefinites ?? []),
    unnamedRoles: new Set(speech.unnamedRoles),
    ownDocuments: new Set(speech.ownDocuments),
    organisationNouns: new Set(names?.organisationNouns ?? []),
    companyNouns: new Set(names?.companyNouns ?? names?.organisationNouns ?? []),
    placeBodies: new Set(names?.placeBodies ?? []),
    roleGroups: groupsOf(speech.roleGroups ?? []),
  }),
);

function groupsOf(lists: readonly (readonly string[])[]): Map<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const list of lists) {
    const group = new Set(list);
    for (const word of list) groups.set(word, new Set([...(groups.get(word) ?? []), ...group]));
  }
  return groups;
}
