import type { CountWords, FigureWords } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { monthByName } from '../languages/months.ts';
import type { Span } from '../records.ts';
import { anyWordOf } from './word-patterns.ts';

/** A number in a headline that could be a count. */
export interface HeadlineNumber {
  readonly value: number;
  readonly span: Span;
  /** What the headline says befell those counted ("deaths"); empty when the nearest word only names them, null without either. */
  readonly fate: string | null;
}

/** Numbers read from one headline at most. */
const numbersMax = 4;
/** Characters beside a number in which the word stands that makes it a day or no count. */
const besideMax = 40;

/**
 * Numbers of a headline, but for days, times, versions and shares: "toll climbs to 23". Headlines leave out so much that what is
 * counted is known only beside an earlier count.
 */
export function headlineNumbers(title: string, language: string | null): HeadlineNumber[] {
  if (!/\d/.test(title)) return [];
  const words = headlineWordsOf(language);
  if (words === null) return [];
  let fates: readonly FateAt[] | null = null;
  const found: HeadlineNumber[] = [];
  for (const { 0: whole, 1: written, 2: scale, index: start } of title.matchAll(words.numbers)) {
    const end = start + whole.length;
    if (found.length === numbersMax) break;
    const [before, after] = [title.slice(Math.max(0, start - besideMax), start), title.slice(end, end + besideMax)];
    if (isNoCount(before, after, words)) continue;
    const value = countOf(written) * (words.scaleOf.get(scale?.trim().toLowerCase() ?? '') ?? 1);
    // The nearest word of what befell says it: "6 dead, 11 hurt".
    const distanceOf = (at: number) => (at >= end ? at - end : start - at);
    fates ??= fatesIn(title, words);
    const [nearest] = fates.toSorted((a, b) => distanceOf(a.at) - distanceOf(b.at));
    found.push({ value, span: [start, end], fate: nearest?.fate ?? null });
  }
  return found;
}

/** What a headline says befell somebody, with or without a number in digits: "deaths". */
export function headlineFates(title: string, language: string | null): ReadonlySet<string> {
  const words = headlineWordsOf(language);
  const fates = words === null ? [] : fatesIn(title, words);
  return new Set(fates.flatMap(({ fate }) => (fate === null || fate === '' ? [] : [fate])));
}

/** A number as written: "2 600", "1,400"; a point or comma before one or two digits parts a decimal. */
function countOf(written: string): number {
  const decimal = /^(\d{1,3})[.,](\d{1,2})$/.exec(written);
  return decimal === null ? Number(written.replace(/[^\d]/g, '')) : Number(`${decimal[1]}.${decimal[2]}`);
}

/** A word of what befell, where it stands. */
interface FateAt {
  readonly at: number;
  readonly fate: string | null;
}

function fatesIn(title: string, words: HeadlineWords): FateAt[] {
  return Array.from(title.matchAll(words.fates), ({ index, 0: word }) => ({
    at: index,
    fate: words.fateOf.get(word.toLowerCase()) ?? null,
  }));
}

/** True for a number beside a month, and before what counts nothing: years, days, ranks. */
function isNoCount(before: string, after: string, { notCounters }: HeadlineWords): boolean {
  const last = /(\p{L}+)\.? *$/u.exec(before)?.[1].toLowerCase() ?? '';
  const next = /^(?:\.|º|st|nd|rd|th)? *(?:de )?(\p{L}+)/u.exec(after)?.[1].toLowerCase() ?? '';
  return monthByName.has(last) || monthByName.has(next) || notCounters.test(after);
}

interface HeadlineWords {
  readonly numbers: RegExp;
  readonly scaleOf: ReadonlyMap<string, number>;
  readonly fates: RegExp;
  readonly fateOf: ReadonlyMap<string, string>;
  readonly notCounters: RegExp;
}

const known = new Map<string, HeadlineWords>();

function headlineWordsOf(code: string | null): HeadlineWords | null {
  const language = languageOf(code);
  const data = language?.counts ?? language?.figures;
  if (language === null || data === undefined) return null;
  const made = known.get(language.code) ?? wordsOf(data);
  known.set(language.code, made);
  return made;
}

function wordsOf(data: FigureWords | CountWords): HeadlineWords {
  const fateOf = new Map([...Object.entries(data.fates), ...('counted' in data ? Object.entries(data.counted) : [])]);
  return {
    numbers: new RegExp(
      `(?<![\\p{Lu}\\p{Ll}\\p{N}.,:/–-])(\\d{1,3}[.,]\\d{1,2}(?= ?${anyOf(Object.keys(data.scales))})|\\d{1,3}(?:[.,\\u00a0\\u202f ]\\d{3})+|\\d{1,9})(?![.,:/–-]?\\d|[-–/:]| ?[%％])( ?${anyOf(Object.keys(data.scales))})?`,
      'giu',
    ),
    scaleOf: new Map(Object.entries(data.scales)),
    fates: new RegExp(anyOf([...fateOf.keys()]), 'giu'),
    fateOf,
    notCounters: new RegExp(`^ ?${anyOf('notCounters' in data ? notCountersOf(data) : [])}`, 'iu'),
  };
}

/** What counts nothing, without what begins like a counter with a particle ("대로" of "대"). */
function notCountersOf({ counters, notCounters }: CountWords): string[] {
  return notCounters.filter((word) => !counters.some((counter) => counter !== word && word.startsWith(counter)));
}

/** Any of the words; those written with `_` are several, which headlines hardly have side by side. */
function anyOf(words: readonly string[]): string {
  return anyWordOf(words.filter((word) => !word.includes('_')));
}
