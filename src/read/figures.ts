import type { FigureWords, Language } from '../languages/language.ts';
import type { Figure, Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import type { FoundDate } from './dates.ts';

/**
 * Numbers that stories argue about: counts of people and things, sums, percentages, with what they count.
 * A number inside a time expression is none, nor one without anything it counts.
 */
export function readFigures(split: SplitText, language: Language | null, dates: readonly FoundDate[]): Figure[] {
  const data = language?.figures;
  if (data === undefined) return [];
  const tables = tablesOf(data);
  const { words, sentences, text } = split;
  const figures: Figure[] = [];
  let dateAt = 0;
  for (const sentence of sentences) {
    for (let at = sentence.firstWord; at < sentence.lastWord; at++) {
      const word = words[at];
      while (dateAt < dates.length && dates[dateAt].end <= word.start) dateAt++;
      if (dateAt < dates.length && dates[dateAt].start <= word.start) continue;
      const number = numberAt(words, at, sentence.lastWord, tables);
      if (number === null) continue;
      const figure = figureOf(text, words, at, number, sentence.firstWord, sentence.lastWord, tables);
      if (figure !== null) figures.push(figure);
      at = number.to - 1;
    }
  }
  return figures;
}

interface Tables {
  readonly data: FigureWords;
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly percents: ReadonlySet<string>;
  readonly currencies: ReadonlyMap<string, string>;
  readonly counted: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly links: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
}

const tablesByData = new Map<FigureWords, Tables>();

function tablesOf(data: FigureWords): Tables {
  let tables = tablesByData.get(data);
  if (tables === undefined) {
    tables = {
      data,
      numbers: new Map(Object.entries(data.numbers)),
      scales: new Map(Object.entries(data.scales)),
      percents: new Set(data.percents),
      currencies: new Map(Object.entries(data.currencies)),
      counted: new Map(Object.entries(data.counted)),
      units: new Map(Object.entries(data.units)),
      links: new Set(data.links),
      stops: new Set(data.stops),
    };
    tablesByData.set(data, tables);
  }
  return tables;
}

interface NumberRead {
  readonly value: number;
  /** First word behind it. */
  readonly to: number;
  readonly worded: boolean;
}

function numberAt(words: readonly Word[], at: number, end: number, tables: Tables): NumberRead | null {
  const word = words[at];
  let value: number | null = null;
  let worded = false;
  if (word.kind === 'number') value = parse(word.text, tables.data.decimalComma === true);
  else if (word.kind === 'word') {
    value = tables.numbers.get(word.text.toLowerCase()) ?? null;
    worded = value !== null;
  }
  if (value === null) return null;
  let to = at + 1;
  // "twenty-three", "two hundred"
  if (worded && words[to]?.text === '-' && to + 1 < end) {
    const low = tables.numbers.get(words[to + 1].text.toLowerCase());
    if (low !== undefined && low < 10 && value >= 20) {
      value += low;
      to += 2;
    }
  }
  for (let guard = 0; guard < scalesMax && to < end; guard++) {
    const scale = scaleAt(words, to, tables);
    if (scale === null) break;
    value *= scale;
    to++;
    worded = false;
  }
  return { value, to, worded };
}

const scalesMax = 3;

function scaleAt(words: readonly Word[], at: number, tables: Tables): number | null {
  return tables.scales.get(words[at].text.toLowerCase()) ?? null;
}

function parse(text: string, decimalComma: boolean): number | null {
  const plain = decimalComma ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Words looked through for what a number counts. */
const countedWordsMax = 6;

function figureOf(
  text: string,
  words: readonly Word[],
  at: number,
  number: NumberRead,
  first: number,
  end: number,
  tables: Tables,
): Figure | null {
  const before = words[at - 1];
  let start = words[at].start;
  let to = number.to;
  let stop = words[to - 1].end;
  const next = words[to];
  const make = (unit: string | null, of: Span | null): Figure => ({
    span: [start, stop],
    value: number.value,
    unit,
    of: of === null ? null : text.slice(of[0], of[1]),
  });
  // "$5", "US$ 5", "€5"
  if (
    before !== undefined &&
    at - 1 >= first &&
    tables.currencies.has(before.text) &&
    words[at].start - before.end <= 1
  ) {
    start = before.start;
    return make(tables.currencies.get(before.text) ?? null, countedAt(words, to, end, tables));
  }
  if (next !== undefined && to < end) {
    const low = next.text.toLowerCase();
    if (
      tables.percents.has(low) ||
      (tables.percents.has(`${low} ${words[to + 1]?.text.toLowerCase()}`) && to + 1 < end)
    ) {
      const two = !tables.percents.has(low);
      to += two ? 2 : 1;
      stop = words[to - 1].end;
      const link = words[to];
      const of =
        link !== undefined && to < end && tables.links.has(link.text.toLowerCase())
          ? phraseAt(words, to + 1, end, tables)
          : null;
      return make('%', of);
    }
    const currency = tables.currencies.get(low);
    if (currency !== undefined) {
      stop = next.end;
      return make(currency, null);
    }
    const unit = tables.units.get(low);
    if (unit !== undefined) {
      stop = next.end;
      return make(unit, null);
    }
  }
  const counted = countedAt(words, to, end, tables);
  if (counted !== null)
    return make(unitOf(words, to, end, tables) ?? fateOf(words, at, to, first, end, counted, tables), counted);
  // "killing 12", "death toll rose to 40": the word before says what is counted.
  for (let k = at - 1; k >= first && at - k <= countedWordsMax; k--) {
    const unit = tables.data.before[words[k].text.toLowerCase()];
    if (unit !== undefined) return make(unit, [words[k].start, words[k].end]);
    if (words[k].kind === 'mark' || words[k].kind === 'number') break;
  }
  return null;
}

/** "12 people", "three more soldiers", "40 wounded": the phrase that is counted. */
function countedAt(words: readonly Word[], from: number, end: number, tables: Tables): Span | null {
  for (let at = from; at < end && at - from < countedWordsMax; at++) {
    const word = words[at];
    const low = word.text.toLowerCase();
    if (word.kind === 'character' || word.kind === 'word') {
      const known =
        tables.counted.has(low) ||
        [...tables.data.countedEndings].some((ending) => low.endsWith(ending) && low.length > ending.length + 1);
      if (tables.stops.has(low)) return null;
      if (known) return [words[from].start, word.end];
    } else if (word.kind !== 'mark' || word.text !== '-') return null;
  }
  return null;
}

function unitOf(words: readonly Word[], from: number, end: number, tables: Tables): string | null {
  for (let at = from; at < end && at - from < countedWordsMax; at++) {
    const unit = tables.counted.get(words[at].text.toLowerCase());
    if (unit !== undefined) return unit === '' ? null : unit;
    if (words[at].kind === 'mark' && words[at].text !== '-') return null;
  }
  return null;
}

/** "killed 12 people", "12 people were killed": what befell those counted. */
function fateOf(
  words: readonly Word[],
  at: number,
  to: number,
  first: number,
  end: number,
  counted: Span,
  tables: Tables,
): string | null {
  for (let k = to; k < end && k - to < 2 * countedWordsMax; k++) {
    if (words[k].start < counted[1]) continue;
    if (words[k].kind !== 'word') break;
    const unit = tables.data.before[words[k].text.toLowerCase()] ?? tables.counted.get(words[k].text.toLowerCase());
    if (unit !== undefined && unit !== '') return unit;
  }
  for (let k = at - 1; k >= first && at - k <= countedWordsMax; k--) {
    if (words[k].kind === 'mark' || words[k].kind === 'number') break;
    const unit = tables.data.before[words[k].text.toLowerCase()];
    if (unit !== undefined) return unit;
  }
  return null;
}

function phraseAt(words: readonly Word[], from: number, end: number, tables: Tables): Span | null {
  let to = from;
  while (
    to < end &&
    to - from < countedWordsMax &&
    words[to].kind !== 'mark' &&
    !tables.stops.has(words[to].text.toLowerCase())
  )
    to++;
  return to > from ? [words[from].start, words[to - 1].end] : null;
}
