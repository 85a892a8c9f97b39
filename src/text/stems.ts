import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';

const stemmers: ReadonlyMap<string, (word: string) => string> = new Map(
  Object.entries({
    ar: arabic,
    de: german,
    en: english,
    es: spanish,
    fr: french,
    it: italian,
    pt: portuguese,
    ru: russian,
    tr: turkish,
  }),
);

/** The Snowball stemmer of a language; the word itself where there is none, so that `stem:` then finds the word as written. */
export function stemmerOf(language: string | null): (term: string) => string {
  return (language === null ? undefined : stemmers.get(language)) ?? ((term) => term);
}

/** What the stemmers make of a term: one of them, or the term itself, is its stem in whatever language it stands. */
export function stemsOf(term: string): string[] {
  return [term, ...[...stemmers.values()].map((stem) => stem(term))];
}
