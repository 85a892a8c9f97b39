import type { Language } from '../languages/language.ts';
import type { Figure, FigureBound } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { spanOf } from '../text/spans.ts';
import type { Word } from '../text/words.ts';
import { type Amount, amountAt, type Place } from './amounts.ts';
import { type Counted, countedAt, fateOf, lowerOf, measuredBefore, thingAt } from './counted.ts';
import { readCounts } from './counts.ts';
import type { FoundDate } from './dates.ts';
import { type BoundPhrase, type FigureTables, figureTablesOf } from './figure-tables.ts';
import { COUNTS, knownWords } from './known-words.ts';
import { shareAt } from './shares.ts';
import { numberAt } from './written-numbers.ts';

/**
 * Numbers that stories argue about: counts of people and things, sums, measures and shares, with what they count.
 * A number inside a time expression is none, nor one that is a name ("Route 66") or counts nothing.
 */
export function readFigures(split: SplitText, language: Language | null, dates: readonly FoundDate[]): Figure[] {
  if (language?.counts !== undefined) return readCounts(split, language.counts, dates, figuresMax);
  if (language?.figures === undefined) return [];
  const tables = figureTablesOf(language.figures);
  const { names } = knownWords(split, language);
  const { words, sentences } = split;
  const figures: Figure[] = [];
  let dateAt = 0;
  for (const { firstWord, lastWord } of sentences) {
    for (let at = firstWord; at < lastWord && figures.length < figuresMax; at++) {
      if ((names[at] & COUNTS) === 0) continue;
      const word = words[at];
      while (dateAt < dates.length && dates[dateAt].end <= word.start) dateAt++;
      // A date that begins amid what looks like a number ends it: "12 January 2024".
      const dateStart = dateAt < dates.length ? dates[dateAt].start : Number.POSITIVE_INFINITY;
      if (dateStart <= word.start) continue;
      const place: Place = { text: split.text, words, first: firstWord, end: lastWord, dateStart, tables };
      const share = shareFigure(place, at);
      if (share !== null) {
        // "two thirds": the number before is no count of its own.
        if ((figures.at(-1)?.span[1] ?? 0) > share.span[0]) figures.pop();
        figures.push(share);
        continue;
      }
      const amount = amountAt(place, at);
      if (amount === null) continue;
      const read = figuresAt(place, amount);
      figures.push(...read.figures);
      at = Math.max(at, read.to - 1);
    }
  }
  return figures;
}

/** "Two thirds of the members": so many in a hundred, and of what. */
function shareFigure(place: Place, at: number): Figure | null {
  const { words, text, first, end, tables } = place;
  const limit = Math.min(end, wordAt(words, at + 1, end, place.dateStart));
  const share = shareAt(words, at, first, limit, tables);
  if (share === null) return null;
  const linked = tables.links.has(lowerOf(words[share.to])) ? share.to + 1 : share.to;
  const counted = wholeBehind(place, share.to, limit) ?? thingAt(words, linked, limit, tables);
  const bound = boundBefore(words, share.from, first, tables);
  return {
    span: spanOf(words, share),
    value: share.percent,
    unit: '%',
    of: counted === null ? null : text.slice(...spanOf(words, counted)),
    ...(bound === null ? {} : { bound }),
  };
}

/** Most figures read of one text: beyond that it is a table. */
export const figuresMax = 5_000;

/** The figure of an amount, or the two of a change ("from 4 crowns to 6"). */
function figuresAt(place: Place, first: Amount): { readonly figures: readonly Figure[]; readonly to: number } {
  const second = rangeEnd(place, first);
  if (second === null) {
    const figure = figureOf(place, first, null);
    return { figures: figure === null ? [] : [figure], to: first.to };
  }
  if (!second.changed) {
    const figure = figureOf(place, { ...second.amount, from: first.from, value: second.from }, second.amount.value);
    return { figures: figure === null ? [] : [figure], to: second.amount.to };
  }
  // Both values of a change are of one thing and in one unit, wherever that is said.
  const from =
    first.unit === null && first.kind === 'count'
      ? { ...first, kind: second.amount.kind, unit: second.amount.unit }
      : first;
  const to =
    second.amount.unit === null && second.amount.kind === 'count'
      ? { ...second.amount, kind: first.kind, unit: first.unit }
      : second.amount;
  const later = figureOf(place, to, null, first.from);
  const earlier = figureOf(place, from, null);
  const shared = later ?? earlier;
  const figures = [earlier, later].map((figure, at): Figure | null => {
    if (shared === null) return null;
    const amount = at === 0 ? from : to;
    return {
      ...(figure ?? { ...shared, span: spanOf(place.words, amount), value: amount.value }),
      of: figure?.of ?? shared.of,
      unit: figure?.unit ?? shared.unit,
    };
  });
  return { figures: figures.filter((figure) => figure !== null), to: second.amount.to };
}

/** The other end of a range, or the other value of a change. */
function rangeEnd(
  place: Place,
  first: Amount,
): { readonly amount: Amount; readonly from: number; readonly changed: boolean } | null {
  const { words, end, tables } = place;
  const link = first.to;
  if (link + 1 >= end || words[link + 1].start >= place.dateStart || !tables.rangeLinks.has(lowerOf(words[link])))
    return null;
  const at = isSign(words[link + 1], tables) && link + 2 < end ? link + 2 : link + 1;
  const amount = amountAt({ ...place, first: link + 1 }, at);
  if (amount === null || (amount.kind !== first.kind && amount.kind !== 'count' && first.kind !== 'count')) return null;
  const opener = first.from > place.first ? lowerOf(words[first.from - 1]) : '';
  const opened = tables.rangeOpeners.has(opener);
  const measured =
    opened && tables.towards.has(opener) === false ? measuredBefore(words, place.first, first.from, tables) : null;
  const toward = tables.towards.has(lowerOf(words[link]));
  const changed = toward && (measured ?? measuredBefore(words, place.first, first.from, tables)) !== null && opened;
  if (changed) return { amount, from: first.value, changed };
  // "$20-30 million": one sign stands before both, a word of money behind both.
  const signed = first.from < first.number.from;
  if (first.kind !== 'count' && amount.kind === 'count' && !signed) return null;
  const joined = words[link].kind === 'mark' || opened || (toward && amount.value > first.value);
  // "2 to 3 million": the scale is of both.
  const scale =
    first.number.scale === 1 && amount.number.scale > 1 && first.value < amount.value / amount.number.scale + 1e-9
      ? amount.number.scale
      : 1;
  const from = first.value * scale;
  const whole = signed ? { ...amount, kind: first.kind, unit: first.unit } : amount;
  return joined && amount.value > from ? { amount: whole, from, changed } : null;
}

function isSign(word: Word, tables: FigureTables): boolean {
  return word.kind === 'mark' && tables.currencies.has(word.text);
}

function figureOf(place: Place, amount: Amount, upTo: number | null, from = amount.from): Figure | null {
  const { words, text, first, end, tables } = place;
  const found = countedBy(place, amount, from);
  if (found === null) return null;
  const { counted, unit } = found;
  // "One man said": one of something is a number only where it befell them.
  if (amount.number.value === 1 && amount.kind === 'count' && unit === null) return null;
  const bound = boundBefore(words, from, first, tables) ?? boundBehind(words, amount.to, counted, end, tables);
  return {
    span: spanOf(words, amount),
    value: amount.value,
    unit,
    of: counted === null ? null : text.slice(...spanOf(words, counted)),
    ...(upTo === null ? {} : { upTo }),
    ...(bound === null ? {} : { bound }),
  };
}

/** What an amount counts and its unit; null for a bare number that counts nothing. */
function countedBy(
  place: Place,
  amount: Amount,
  from: number,
): { readonly counted: Counted | null; readonly unit: string | null } | null {
  const { words, first, end, tables } = place;
  const limit = Math.min(end, wordAt(words, amount.to, end, place.dateStart));
  if (amount.kind === 'count') {
    const one = amount.number.value === 1 && amount.to < limit && tables.single.has(lowerOf(words[amount.to]));
    const counted: Counted | 'none' | null = one
      ? { from: amount.to, to: amount.to + 1, unit: tables.counted.get(lowerOf(words[amount.to])) ?? null }
      : countedAt(words, amount.to, limit, tables, amount.number.scaled);
    if (counted === 'none') return null;
    if (counted !== null) {
      const unit = counted.unit ?? fateOf(words, [first, limit], [from, counted.to], tables)?.unit ?? null;
      return { counted, unit };
    }
    const whole = wholeBehind(place, amount.to, limit);
    if (whole !== null)
      return {
        counted: whole,
        unit: whole.unit ?? fateOf(words, [first, limit], [from, whole.to], tables)?.unit ?? null,
      };
    const fate = fateOf(words, [first, limit], [from, amount.to], tables);
    const measured = measuredBefore(words, first, from, tables);
    const leads = from > first && tables.towards.has(lowerOf(words[from - 1]));
    if (measured?.counted != null && leads) return { counted: measured.counted, unit: measured.counted.unit ?? null };
    if (fate !== null) return { counted: { from: fate.at, to: fate.at + 1, unit: fate.unit }, unit: fate.unit };
    return null;
  }
  const counted =
    ofBehind(place, amount, limit) ??
    nounBefore(place, from) ??
    measuredBefore(words, first, from, tables)?.counted ??
    null;
  return { counted, unit: amount.unit };
}

/** "12 of the 40 sailors": what the whole counts. */
function wholeBehind({ words, tables }: Place, at: number, end: number): Counted | null {
  if (at >= end || !tables.links.has(lowerOf(words[at]))) return null;
  let next = at + 1;
  if (next < end && tables.determiners.has(lowerOf(words[next]))) next++;
  const whole = next < end ? numberAt(words, next, end, tables, false) : null;
  const counted = whole === null ? null : countedAt(words, whole.to, end, tables, whole.scaled);
  return counted === 'none' ? null : counted;
}

/** "a fine of 300 crowns": what is so much. */
function nounBefore({ words, first, tables }: Place, at: number): Counted | null {
  if (at - 2 < first || !tables.links.has(lowerOf(words[at - 1]))) return null;
  const ends = (word: Word) =>
    word.kind !== 'word' ||
    tables.stops.has(lowerOf(word)) ||
    tables.determiners.has(lowerOf(word)) ||
    tables.measures.has(lowerOf(word));
  let from = at - 1;
  while (from > first && at - 1 - from < nounWordsMax && !ends(words[from - 1])) from--;
  // Where words have endings, only the noun itself is sure.
  if (tables.nouns.known !== 'plural') from = Math.max(from, at - 2);
  return from < at - 1 ? { from, to: at - 1, unit: null } : null;
}

const nounWordsMax = 3;

/** What a share, a sum or a measure is of: "60% of voters", "$3 billion in aid", "a $5 million fine", "20 tonnes of fish". */
function ofBehind({ words, first, tables }: Place, amount: Amount, end: number): Counted | null {
  let at = amount.to;
  if (at >= end) return null;
  const low = lowerOf(words[at]);
  const links = amount.kind === 'money' ? tables.sumLinks : tables.links;
  if (links.has(low)) {
    const next = words[at + 1];
    const sum =
      amount.kind === 'money' &&
      (next === undefined || tables.determiners.has(lowerOf(next)) || /^\p{Lu}/u.test(next.text));
    return sum && tables.nouns.known !== 'capital' ? null : thingAt(words, at + 1, end, tables);
  }
  const article = amount.from > first && tables.ones.has(lowerOf(words[amount.from - 1]));
  if (article && tables.changes.has(low) && at + 1 < end && tables.sumLinks.has(lowerOf(words[at + 1])))
    return thingAt(words, at + 2, end, tables);
  if (words[at].text === '-') at++;
  if (article && tables.nouns.known === 'plural' && !tables.stops.has(low)) return thingAt(words, at, end, tables);
  const direct = tables.nouns.known === 'next' || tables.nouns.known === 'capital' || amount.kind === 'money';
  const counted = direct ? countedAt(words, at, end, tables, false) : null;
  return counted === 'none' ? null : counted;
}

/** Index of the first word at or behind an offset. */
function wordAt(words: readonly Word[], from: number, end: number, offset: number): number {
  let at = from;
  while (at < end && at - from < limitWordsMax && words[at].start < offset) at++;
  return at - from === limitWordsMax ? end : at;
}

/** No phrase or fate is looked for so far behind a number. */
const limitWordsMax = 20;

/** "at least", "more than" before a number. */
function boundBefore(words: readonly Word[], from: number, first: number, tables: FigureTables): FigureBound | null {
  const last = from - 1;
  if (last < first) return null;
  for (const { words: phrase, bound } of tables.boundsBefore.get(lowerOf(words[last])) ?? []) {
    const begin = last - phrase.length + 1;
    if (begin >= first && phrase.every((word, at) => lowerOf(words[begin + at]) === word)) return bound;
  }
  return null;
}

/** "or more" behind a number or behind what it counts. */
function boundBehind(
  words: readonly Word[],
  to: number,
  counted: Counted | null,
  end: number,
  tables: FigureTables,
): FigureBound | null {
  const at = (start: number, { words: phrase }: BoundPhrase) =>
    start + phrase.length <= end &&
    phrase.every((word, k) => lowerOf(words[start + k]) === word) &&
    !goesOn(words, start + phrase.length, end, tables);
  for (const phrase of tables.boundsBehind)
    if (at(to, phrase) || (counted !== null && counted.from >= to && at(counted.to, phrase))) return phrase.bound;
  return null;
}

/** "12 houses and more than 30 ships": what ends before a word limits the number behind it. */
function goesOn(words: readonly Word[], at: number, end: number, tables: FigureTables): boolean {
  if (at >= end) return false;
  const before = lowerOf(words[at - 1]);
  return tables.boundsBefore.get(lowerOf(words[at]))?.some((phrase) => phrase.words.at(-2) === before) === true;
}
