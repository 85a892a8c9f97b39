import type { CountedNouns, FigureWords } from '../languages/language.ts';
import type { FigureBound } from '../records.ts';
import { oncePer } from '../text/once.ts';

/** A language's words of figures, made ready to be looked up. */
export interface FigureTables {
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly collectives: ReadonlyMap<string, number>;
  readonly bareScales: ReadonlySet<string>;
  readonly ones: ReadonlySet<string>;
  readonly fractions: ReadonlyMap<string, number>;
  readonly shares: ReadonlyMap<string, number>;
  readonly halves: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
  readonly wholesFollow: boolean;
  readonly conjunctions: ReadonlySet<string>;
  readonly hundredJoiners: ReadonlySet<string>;
  readonly tenJoiners: ReadonlySet<string>;
  /** How number words grow together: the word between ones and tens, hundred and thousand, and what such a word looks like. */
  readonly writtenAsOne: {
    readonly joiner: string;
    readonly scales: readonly (readonly [string, number])[];
    readonly hint: RegExp;
  } | null;
  readonly percents: ReadonlySet<string>;
  readonly currencies: ReadonlyMap<string, string>;
  readonly moneyOf: readonly (readonly [stem: string, country: string])[];
  readonly counted: ReadonlyMap<string, string>;
  readonly single: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, string>;
  readonly fates: ReadonlyMap<string, string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly fateReach: number;
  readonly links: ReadonlySet<string>;
  readonly sumLinks: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly verbEndings: readonly string[];
  readonly nouns: CountedNouns;
  readonly others: ReadonlySet<string>;
  readonly uncounted: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly boundsBefore: ReadonlyMap<string, readonly BoundPhrase[]>;
  readonly boundsBehind: readonly BoundPhrase[];
  readonly rangeOpeners: ReadonlySet<string>;
  readonly rangeLinks: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly changes: ReadonlySet<string>;
  readonly towards: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
  readonly decimalComma: boolean;
  readonly commaEither: boolean;
  readonly spacedThousands: boolean;
  /** Words a number may begin with, in lower case, with a capital and in capitals: most words of a text are none. */
  readonly begins: ReadonlySet<string>;
}

/** Words beside a number that limit it: "at least", "or more". */
export interface BoundPhrase {
  readonly words: readonly string[];
  readonly bound: FigureBound;
}

/** The tables of a language's words, made once. */
export const figureTablesOf = oncePer(makeTables);

function makeTables(data: FigureWords): FigureTables {
  const before = new Map<string, BoundPhrase[]>();
  for (const phrase of boundPhrases(data.bounds)) {
    const last = phrase.words.at(-1) as string;
    before.set(
      last,
      [...(before.get(last) ?? []), phrase].sort((a, b) => b.words.length - a.words.length),
    );
  }
  const map = <T>(record: Readonly<Record<string, T>>) => new Map(Object.entries(record));
  // Of a pair ("quatre-vingt") the first word is a number itself.
  const begins = [data.numbers, data.scales, data.collectives].flatMap((record) => Object.keys(record));
  return {
    numbers: map(data.numbers),
    scales: map(data.scales),
    collectives: map(data.collectives),
    bareScales: new Set(data.bareScales),
    ones: new Set(data.ones),
    fractions: map(data.fractions),
    shares: map(data.shares),
    halves: new Set(data.halves),
    ranks: new Set(data.ranks),
    wholesFollow: data.wholesFollow === true,
    conjunctions: new Set(data.conjunctions),
    hundredJoiners: new Set(data.joiners.hundreds),
    tenJoiners: new Set(data.joiners.tens),
    writtenAsOne: data.writtenAsOne === undefined ? null : joinedWords(data, data.writtenAsOne),
    percents: new Set(data.percents),
    currencies: map(data.currencies),
    moneyOf: Object.entries(data.moneyOf).sort(([a], [b]) => b.length - a.length),
    counted: map(data.counted),
    single: new Set(data.single),
    units: map(data.units),
    fates: map(data.fates),
    auxiliaries: new Set(data.auxiliaries),
    fateReach: data.fateReach,
    links: new Set(data.links),
    sumLinks: new Set(data.sumLinks),
    determiners: new Set(data.determiners),
    fillers: new Set(data.fillers),
    stops: new Set(data.stops),
    verbEndings: data.verbEndings,
    nouns: data.nouns,
    others: new Set(data.nouns.others),
    uncounted: new Set(data.uncounted),
    labels: new Set(data.labels),
    boundsBefore: before,
    boundsBehind: boundPhrases(data.boundsBehind),
    rangeOpeners: new Set(data.ranges.openers),
    rangeLinks: new Set(data.ranges.links),
    measures: new Set(data.measures),
    changes: new Set(data.changes),
    towards: new Set(data.towards),
    quantities: new Set(data.quantities),
    decimalComma: data.decimalComma !== undefined,
    commaEither: data.decimalComma === 'either',
    spacedThousands: data.spacedThousands === true,
    begins: new Set(begins.flatMap((word) => [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()])),
  };
}

function joinedWords(data: FigureWords, joiner: string): FigureTables['writtenAsOne'] {
  const scales = Object.entries(data.scales)
    .filter(([word, scale]) => scale <= 1000 && word.length > 3)
    .sort(([, a], [, b]) => b - a);
  const tens = Object.entries(data.numbers).filter(([, value]) => value >= 20);
  const hint = `${scales.map(([word]) => word).join('|')}|${joiner}(?:${tens.map(([word]) => word).join('|')})$`;
  return { joiner, scales, hint: new RegExp(hint) };
}

function boundPhrases(bounds: Readonly<Partial<Record<FigureBound, readonly string[]>>>): BoundPhrase[] {
  return Object.entries(bounds).flatMap(([bound, list]) =>
    // An elided word is a word of its own: "plus d'" is two.
    list.map((phrase) => ({ words: phrase.split(' '), bound: bound as FigureBound })),
  );
}
