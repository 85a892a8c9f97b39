import type { NameWords } from '../languages/language.ts';
import { oncePer } from '../text/once.ts';
import type { Lexicon } from './lexicon.ts';

/** The words by which a language tells names from other words, ready to be looked up. */
export interface Finder {
  readonly names: NameWords;
  readonly lexicon: Lexicon;
  readonly organisations: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly male: ReadonlySet<string>;
  readonly female: ReadonlySet<string>;
  readonly surnameFirst: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly joints: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly joinedBodies: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly shortTitles: ReadonlySet<string>;
  readonly generations: ReadonlySet<string>;
  /** Common nouns of companies and outlets: what is called one is no person. */
  readonly bodies: ReadonlySet<string>;
  readonly bodyNouns: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
  readonly placeOpeners: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  readonly based: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** The finder of a language, made once. */
export const finderOf = oncePer(
  (names: NameWords, lexicon: Lexicon): Finder => ({
    names,
    lexicon,
    organisations: new Set(names.organisations),
    particles: new Set(names.particles),
    weak: new Set(names.weak),
    male: new Set([...names.male, ...names.maleTitles]),
    female: new Set([...names.female, ...names.femaleTitles]),
    surnameFirst: new Set(names.surnameFirst),
    honorifics: new Set(names.honorifics ?? []),
    joints: new Set(names.joints ?? []),
    owners: new Set(names.owners ?? []),
    joinedBodies: new Set(names.joinedBodies ?? []),
    weekdays: new Set(names.weekdays ?? []),
    shortTitles: new Set(names.shortTitles ?? []),
    generations: new Set(names.generations ?? []),
    bodies: new Set(names.companyNouns ?? []),
    bodyNouns: new Set(names.organisationNouns),
    placeNouns: new Set(names.placeNouns ?? []),
    placeOpeners: new Set(names.placeOpeners ?? []),
    placePrepositions: new Set(names.placePrepositions ?? []),
    based: new Set(names.based ?? []),
    regions: new Set(names.regions ?? []),
  }),
);
