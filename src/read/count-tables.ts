import type { CountWords } from '../languages/language.ts';
import type { FigureBound } from '../records.ts';
import { oncePer } from '../text/once.ts';

/** A language's words of counts, made ready to be looked up by their first character. */
export interface CountTables {
  readonly data: CountWords;
  /** As in `CountWords`. */
  readonly hangul: boolean;
  readonly numerals: ReadonlyMap<
    string,
    readonly { readonly text: string; readonly value: number; readonly scale: boolean }[]
  >;
  /** First characters of what a number may begin with, besides digits. */
  readonly firsts: ReadonlySet<number>;
  readonly percentBefore: readonly string[];
  readonly fractionLinks: readonly string[];
  readonly halves: readonly string[];
  readonly behind: ReadonlyMap<string, readonly WordBehind[]>;
  readonly signs: ReadonlyMap<string, string>;
  readonly vague: readonly string[];
  readonly rangeLinks: readonly string[];
  readonly boundsBefore: readonly (readonly [word: string, bound: FigureBound])[];
  readonly boundBehind: ReadonlyMap<string, FigureBound>;
  readonly boundsAfter: readonly string[];
  /** Signs of about and over between a number and its counter. */
  readonly boundsBetween: readonly string[];
  readonly fates: ReadonlyMap<string, string>;
  readonly fateWords: readonly string[];
  readonly stops: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
  readonly particles: readonly string[];
}

/** What may stand behind a number, and what it makes of it; `none` for what counts nothing ("년"). */
export interface WordBehind {
  readonly text: string;
  readonly kind: 'count' | 'share' | 'sum' | 'measure' | 'none';
  readonly unit: string | null;
}

/** The tables of a language's words, made once. */
export const countTablesOf = oncePer(makeTables);

function makeTables(data: CountWords): CountTables {
  const numerals = [
    ...Object.entries(data.numerals).map(([text, value]) => ({ text, value, scale: false })),
    ...Object.entries(data.scales).map(([text, value]) => ({ text, value, scale: true })),
  ];
  const { hangul } = data;
  const begins = [
    ...numerals.filter(({ scale }) => !(hangul && scale)).map(({ text }) => text),
    ...data.percentBefore,
    ...data.halves,
  ];
  const words = (list: readonly string[], kind: WordBehind['kind'], unit: string | null = null) =>
    list.map((text): WordBehind => ({ text, kind, unit }));
  const behind = [
    // What is named first wins among words of one length.
    ...words(data.notCounters, 'none'),
    ...words(data.percents, 'share', '%'),
    ...Object.entries(data.currencies).map(([text, unit]): WordBehind => ({ text, kind: 'sum', unit })),
    ...Object.entries(data.units).map(([text, unit]): WordBehind => ({ text, kind: 'measure', unit })),
    ...words(data.counters, 'count'),
  ];
  const behindBounds = Object.entries(data.boundsBehind) as [FigureBound, readonly string[]][];
  return {
    data,
    hangul,
    numerals: Map.groupBy(numerals, ({ text }) => text[0]),
    firsts: new Set(begins.map((word) => word.charCodeAt(0))),
    percentBefore: data.percentBefore,
    fractionLinks: data.fractionLinks,
    halves: data.halves,
    behind: Map.groupBy(behind, ({ text }) => text[0]),
    signs: new Map(Object.entries(data.currencies).filter(([sign]) => !/\p{Script=Han}|\p{Script=Hangul}/u.test(sign))),
    vague: data.vague,
    rangeLinks: data.rangeLinks,
    boundsBefore: Object.entries(data.bounds)
      .flatMap(([bound, list]) => list.map((word) => [word, bound as FigureBound] as const))
      .sort(([a], [b]) => b.length - a.length),
    boundBehind: new Map(behindBounds.flatMap(([bound, list]) => list.map((word) => [word, bound] as const))),
    boundsAfter: behindBounds.flatMap(([, list]) => list),
    boundsBetween: behindBounds.filter(([bound]) => bound === 'about' || bound === 'over').flatMap(([, list]) => list),
    fates: new Map(Object.entries(data.fates)),
    fateWords: Object.keys(data.fates),
    stops: new Set(data.stops),
    passed: new Set(data.passed),
    particles: [...data.particles].sort((a, b) => b.length - a.length),
  };
}
