import type { DateWords, DoubtWords } from '../languages/language.ts';
import { oncePer } from '../text/once.ts';
import { compileGrammar, type Grammar } from './pattern.ts';
import { type TenseWords, tenseWordsOf } from './tense.ts';

/** The tables of a language's date words, made once. */
export const dateTablesOf = oncePer(
  (data: DateWords): DateTables => ({
    data,
    grammar: compileGrammar(data),
    tense: tenseWordsOf(data),
    ambiguous: new Set(data.ambiguous ?? []),
    beforeYear: new Set(data.beforeYear ?? []),
    counted: new Set(data.counted ?? []),
    clockOpeners: new Set(data.clockOpeners ?? []),
    dayOpeners: new Set(data.dayOpeners ?? []),
    dayClosers: new Set(data.dayClosers ?? []),
    rangeLinks: new Set([...(data.events?.rangeLinks ?? []), ...(data.events?.rangeDashes ?? [])]),
    daySigns: new Set(data.daySigns ?? []),
    capitalNouns: data.capitalNouns === true,
    smallNames: data.smallNames === true,
    doubts: doubtsOf(data.doubts),
  }),
);

/** A language's date words, ready to be looked up. */
export interface DateTables {
  readonly data: DateWords;
  readonly grammar: Grammar;
  readonly tense: TenseWords;
  readonly ambiguous: ReadonlySet<string>;
  readonly beforeYear: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly clockOpeners: ReadonlySet<string>;
  readonly dayOpeners: ReadonlySet<string>;
  readonly dayClosers: ReadonlySet<string>;
  /** Words and marks between the ends of a range. */
  readonly rangeLinks: ReadonlySet<string>;
  readonly daySigns: ReadonlySet<string>;
  readonly capitalNouns: boolean;
  readonly smallNames: boolean;
  readonly doubts: { readonly [List in keyof DoubtWords]: ReadonlySet<string> };
}

const noDoubts: DoubtWords = {
  titles: [],
  monthsAndWords: [],
  monthOpeners: [],
  personVerbs: [],
  alsoPeople: [],
  shortNames: [],
  shortNameOpeners: [],
  determiners: [],
  prepositions: [],
  seasonOpeners: [],
  dayOpeners: [],
  decadeOpeners: [],
  listLinks: [],
  numbered: [],
  addressOpeners: [],
  monthAlways: [],
  genitives: [],
  shareLinks: [],
  notPlural: [],
  about: [],
  rateAfter: [],
  notAfterUnit: [],
};

function doubtsOf(words: Partial<DoubtWords> = {}): DateTables['doubts'] {
  return Object.fromEntries(
    Object.entries({ ...noDoubts, ...words }).map(([name, list]) => [name, new Set(list)]),
  ) as unknown as DateTables['doubts'];
}
