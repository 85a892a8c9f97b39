import type { CountWords } from '../languages/language.ts';
import type { Figure, FigureBound, Span } from '../records.ts';
import { isHangulSyllable } from '../text/scripts.ts';
import type { SplitText } from '../text/sentences.ts';
import { type CountTables, countTablesOf } from './count-tables.ts';
import { nounOf } from './counted-signs.ts';
import type { FoundDate } from './dates.ts';
import { moneyUnit } from './money.ts';
import { afterSpaces, isDigit, type Numeral, numeralAt } from './numerals.ts';

/** Figures of Korean and Chinese, where a counter behind a number says that it counts, in one pass over the characters. */
export function readCounts(
  split: SplitText,
  data: CountWords,
  dates: readonly FoundDate[],
  figuresMax: number,
): Figure[] {
  const tables = countTablesOf(data);
  const { text, sentences } = split;
  const figures: Figure[] = [];
  let dateAt = 0;
  for (const { start, end } of sentences) {
    for (let at = start; at < end && figures.length < figuresMax; at++) {
      if (!isDigit(text.charCodeAt(at)) && !tables.firsts.has(text.charCodeAt(at))) continue;
      while (dateAt < dates.length && dates[dateAt].end <= at) dateAt++;
      const date = dates[dateAt];
      if (date !== undefined && date.start <= at) {
        at = date.end - 1;
        continue;
      }
      const place: Place = { text, start, end: Math.min(end, date?.start ?? end), tables };
      const read = countAt(place, at);
      if (read === null) continue;
      if (read.figure !== null) figures.push(read.figure);
      at = Math.max(at, read.to - 1);
    }
  }
  return figures;
}

/** A sentence, as far as a number in it may reach. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tables: CountTables;
}

interface Range {
  readonly first: Numeral;
  readonly last: Numeral;
}

function countAt(place: Place, at: number): { readonly figure: Figure | null; readonly to: number } | null {
  const { text, start, end, tables } = place;
  // "모두": a native number begins its word.
  if (tables.hangul && !isDigit(text.charCodeAt(at)) && at > start && isHangulSyllable(text.charCodeAt(at - 1)))
    return null;
  const part = partAt(place, at);
  if (part !== null) return { figure: isName(place, at) ? null : figureOf(place, part), to: part.to };
  const share = tables.percentBefore.find((word) => text.startsWith(word, at));
  const number = rangeAt(place, at + (share?.length ?? 0));
  if (number === null) return null;
  const { to } = number.last;
  if (isName(place, at)) return { figure: null, to };
  if (share !== undefined) return { figure: figureOf(place, { at, to, number, unit: '%', kind: 'share' }), to };
  // "一艘", "한 명": written out, one is an article more often than a number.
  const one = number.first.value === 1 && number.first === number.last && !isDigit(text.charCodeAt(at));
  const many = longestOf(text, to, tables.boundsBetween, end);
  let next = to + many.length;
  next = afterSpaces(text, next);
  const behind = behindNumber(place, next);
  if (behind === null) {
    const fate = tables.hangul ? undefined : longestOf(text, next, tables.fateWords, end);
    if (fate === undefined || fate === '') return { figure: null, to };
    const unit = tables.fates.get(fate) ?? null;
    return { figure: figureOf(place, { at, to: next, number, unit, kind: 'count' }), to: next };
  }
  const sign = signBefore(place, at);
  if (behind.kind === 'none' && sign === null) return { figure: null, to: behind.to };
  if (sign !== null) return { figure: figureOf(place, { at: sign.at, to, number, unit: sign.unit, kind: 'sum' }), to };
  const kind = behind.kind === 'none' ? 'count' : behind.kind;
  const figure = figureOf(place, { at, to: behind.to, number, unit: behind.unit, kind });
  return { figure: one && kind === 'count' && figure.unit === null ? null : figure, to: behind.to };
}

/** "3분의 2", "三分之二", "절반": a share, in hundredths of the whole. */
function partAt({ text, end, tables }: Place, at: number): Amount | null {
  const half = longestOf(text, at, tables.halves, end);
  if (half !== '') return shareOf(at, at + half.length, 50);
  const lower = numeralAt(text, at, end, tables);
  const link = lower === null ? '' : longestOf(text, lower.to, tables.fractionLinks, end);
  if (lower === null || link === '') return null;
  const upper = numeralAt(text, afterSpaces(text, lower.to + link.length), end, tables);
  if (upper === null || upper.value >= lower.value) return null;
  return shareOf(at, upper.to, Math.round((upper.value / lower.value) * 1000) / 10);
}

function shareOf(at: number, to: number, percent: number): Amount {
  const number: Numeral = { to, value: percent, scale: 1 };
  return { at, to, number: { first: number, last: number }, unit: '%', kind: 'share' };
}

/** "40~50", "40至50": both ends before one counter. */
function rangeAt(place: Place, at: number): Range | null {
  const { text, end, tables } = place;
  const first = numeralAt(text, at, end, tables);
  if (first === null) return null;
  const link = longestOf(text, first.to, tables.rangeLinks, end);
  if (link === '') return { first, last: first };
  const from = afterSpaces(text, first.to + link.length);
  const last = numeralAt(text, from, end, tables);
  if (last === null || last.value <= first.value) return { first, last: first };
  const scale = first.scale === 1 && last.scale > 1 && first.value < last.value / last.scale ? last.scale : 1;
  return { first: { ...first, value: first.value * scale }, last };
}

interface Behind {
  readonly kind: 'count' | 'share' | 'sum' | 'measure' | 'none';
  readonly unit: string | null;
  readonly to: number;
}

/** The longest word of what may stand behind a number decides what it is: "3개" counts, "3개월" is a time. */
function behindNumber({ text, end, tables }: Place, at: number): Behind | null {
  let best: Behind | null = null;
  for (const word of tables.behind.get(text[at]) ?? []) {
    const to = at + word.text.length;
    if (to > end || (best !== null && to <= best.to) || !text.startsWith(word.text, at)) continue;
    best = { kind: word.kind, unit: word.unit, to };
  }
  if (best === null || best.kind !== 'sum') return best;
  return { ...best, unit: moneyUnit(best.unit ?? '', null) };
}

function signBefore({ text, start, tables }: Place, at: number): { readonly at: number; readonly unit: string } | null {
  if (at - 1 < start) return null;
  for (const length of [3, 2, 1]) {
    // A shorter sign at the text's beginning is found at its own length.
    if (at - length < start) continue;
    const unit = tables.signs.get(text.slice(at - length, at).toLowerCase());
    if (unit !== undefined) return { at: at - length, unit: moneyUnit(unit, null) };
  }
  return null;
}

/** "제3", "第三", "G20", "7-1": the number names or ranks, or a sign before it makes it vague. */
function isName({ text, start, tables }: Place, at: number): boolean {
  const before = text[at - 1];
  if (at - 1 < start || before === undefined) return false;
  if (/[A-Za-z#/:.]/.test(before)) return true;
  if (/[-–]/.test(before) && /[\p{L}\p{N}]/u.test(text[at - 2] ?? '')) return true;
  return tables.vague.some((word) => text.endsWith(word, at));
}

interface Amount {
  readonly at: number;
  readonly to: number;
  readonly number: Range;
  readonly unit: string | null;
  readonly kind: 'count' | 'share' | 'sum' | 'measure';
}

function figureOf(place: Place, { at, to, number, unit, kind }: Amount): Figure {
  const { text, start, end, tables } = place;
  const { first, last } = number;
  let next = to;
  const behind = longestOf(text, afterSpaces(text, next), tables.boundsAfter, end);
  if (behind !== '') next = afterSpaces(text, next) + behind.length;
  const between = longestOf(text, last.to, tables.boundsBetween, end);
  const bound =
    boundBefore(text, at, start, tables) ??
    tables.boundBehind.get(behind) ??
    (between === '' ? null : (tables.boundBehind.get(between) ?? null));
  const counted = kind === 'count';
  const { of, fate } = nounOf(place, { at, to: last.to, counterTo: to, next, counted });
  const span: Span = [at, counted ? last.to : to];
  return {
    span,
    value: first.value,
    unit: counted ? (fate ?? unit) : unit,
    of: of === null ? null : text.slice(...of),
    ...(last === first ? {} : { upTo: last.value }),
    ...(bound === null ? {} : { bound }),
  };
}

function boundBefore(text: string, at: number, start: number, tables: CountTables): FigureBound | null {
  let end = at;
  while (end > start && text[end - 1] === ' ') end--;
  for (const [word, bound] of tables.boundsBefore)
    if (text.slice(Math.max(start, end - word.length), end) === word) return bound;
  return null;
}

/** The longest of some words at an offset; empty for none. */
function longestOf(text: string, at: number, list: readonly string[], end: number): string {
  let longest = '';
  for (const word of list)
    if (word.length > longest.length && at + word.length <= end && text.startsWith(word, at)) longest = word;
  return longest;
}
