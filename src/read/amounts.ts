import { isCapital, type Word } from '../text/words.ts';
import { countedAt, lowerOf } from './counted.ts';
import type { FigureTables } from './figure-tables.ts';
import { moneyUnit } from './money.ts';
import { type NumberRead, numberAt } from './written-numbers.ts';

/** The amount whose number begins at a word; null where none does, or where the number names or ranks something. */
export function amountAt(place: Place, at: number): Amount | null {
  const { words, first, tables, dateStart } = place;
  const sign = at > first ? signBefore(words, at, first, tables) : null;
  const number = numberAt(words, at, place.end, tables, sign !== null);
  if (number === null || words[number.to - 1].start >= dateStart) return null;
  if (sign !== null)
    return { kind: 'money', number, value: number.value, unit: sign.unit, from: sign.from, to: number.to };
  if (isName(words, at, number, place)) return null;
  const plain = { number, value: number.value, from: number.from };
  if (number.attached !== null)
    return { ...plain, kind: 'unit', unit: tables.units.get(number.attached) ?? null, to: number.to };
  return { ...plain, ...unitBehind(place, number) };
}

/** The sentence a number stands in. */
export interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly first: number;
  readonly end: number;
  readonly dateStart: number;
  readonly tables: FigureTables;
}

/** What a number is the number of. */
type AmountKind = 'count' | 'percent' | 'money' | 'unit';

/** A number with its sign, currency or unit. */
export interface Amount {
  readonly kind: AmountKind;
  readonly number: NumberRead;
  readonly value: number;
  readonly unit: string | null;
  readonly from: number;
  readonly to: number;
}

/** "$", "US$", "C$" right before a number. */
function signBefore(
  words: readonly Word[],
  at: number,
  first: number,
  tables: FigureTables,
): { readonly from: number; readonly unit: string } | null {
  const sign = words[at - 1];
  if (words[at].start - sign.end > 1) return null;
  const country = words[at - 2];
  if (at - 2 >= first && sign.kind === 'mark' && country.kind === 'word' && country.end === sign.start) {
    const unit = tables.currencies.get(`${lowerOf(country)}${sign.text}`);
    if (unit !== undefined) return { from: at - 2, unit };
  }
  const isSign = sign.kind === 'mark' || (sign.text.length === 3 && sign.text === sign.text.toUpperCase());
  const unit = isSign ? tables.currencies.get(lowerOf(sign)) : undefined;
  return unit === undefined ? null : { from: at - 1, unit: moneyUnit(unit, null) };
}

/** What makes a number a sum, a share or a measure. */
function unitBehind(place: Place, number: NumberRead): Pick<Amount, 'kind' | 'unit' | 'to'> {
  const { words, end, tables } = place;
  let next = number.to;
  const none = { kind: 'count', unit: null, to: number.to } as const;
  if (next >= end) return none;
  const low = lowerOf(words[next]);
  if (tables.percents.has(low)) return { kind: 'percent', unit: '%', to: next + 1 };
  if (next + 1 < end && tables.percents.has(`${low} ${lowerOf(words[next + 1])}`))
    return { kind: 'percent', unit: '%', to: next + 2 };
  // "millones de euros", "a 20-kilometre stretch"
  if (number.scaled && next + 1 < end && tables.links.has(low)) next++;
  else if (words[next].text === '-' && words[next].start === words[next - 1].end && next + 1 < end) next++;
  const money = moneyAt(words, next, end, tables);
  if (money !== null) return { kind: 'money', ...money };
  if (next + 1 < end) {
    const pair = tables.units.get(`${lowerOf(words[next])} ${lowerOf(words[next + 1])}`);
    if (pair !== undefined) return { kind: 'unit', unit: pair, to: next + 2 };
  }
  const unit = tables.units.get(lowerOf(words[next]));
  return unit === undefined ? none : { kind: 'unit', unit, to: next + 1 };
}

/** "euros", "Swedish crowns", "coronas suecas", "US-Dollar". */
function moneyAt(
  words: readonly Word[],
  at: number,
  end: number,
  tables: FigureTables,
): { readonly unit: string; readonly to: number } | null {
  const low = lowerOf(words[at]);
  const money = tables.currencies.get(low);
  if (money !== undefined && (words[at].kind === 'word' || words[at].text.length === 1)) {
    const country = at + 1 < end ? countryOf(lowerOf(words[at + 1]), tables) : null;
    const unit = moneyUnit(money, country);
    return { unit, to: country !== null && unit !== moneyUnit(money, null) ? at + 2 : at + 1 };
  }
  const next = words[at + 1]?.text === '-' ? at + 2 : at + 1;
  const named = next < end ? tables.currencies.get(lowerOf(words[next])) : undefined;
  const country = named === undefined ? null : countryOf(low, tables);
  return named === undefined || country === null ? null : { unit: moneyUnit(named, country), to: next + 1 };
}

function countryOf(low: string, tables: FigureTables): string | null {
  for (const [stem, country] of tables.moneyOf) if (low.startsWith(stem)) return country;
  return null;
}

/** A number that names or ranks something: "Tern-2", "G-20", "page 4", "5-го", "2:1", "12. Platz", "Boeing 737". */
function isName(words: readonly Word[], at: number, number: NumberRead, { first, end, tables }: Place): boolean {
  const before = at > first ? words[at - 1] : undefined;
  const after = number.to < end ? words[number.to] : undefined;
  const digits = words[at].kind === 'number';
  if (before !== undefined && number.from === at) {
    const touches = before.end === words[at].start;
    if (touches && (before.text === '#' || before.text === '№' || before.text === '/' || before.text === ':'))
      return digits;
    if (touches && before.text === '-' && at - 2 >= first && words[at - 2].end === before.start) return true;
    if (touches && before.kind === 'word') return true;
    if (tables.labels.has(lowerOf(before))) return true;
    if (before.text === '.' && at - 2 >= first && tables.labels.has(lowerOf(words[at - 2]))) return true;
    if (digits && at - 1 > first && isNameBefore(before, tables)) {
      // "In Harrow 300 homes": behind a preposition the name is a place's.
      const lead = at - 2 >= first ? lowerOf(words[at - 2]) : '';
      const place = tables.stops.has(lead) && !tables.links.has(lead);
      return !place || countedAt(words, number.to, end, tables, false) === null;
    }
  }
  if (!digits || after === undefined || after.start !== words[number.to - 1].end) return false;
  if (after.text === '/' || after.text === ':') return number.to + 1 < end && words[number.to + 1].kind === 'number';
  if (after.text !== '-') return false;
  const behind = words[number.to + 1];
  if (behind === undefined || number.to + 1 >= end || behind.start !== after.end) return false;
  if (behind.kind !== 'number')
    return (
      !tables.units.has(lowerOf(behind)) &&
      !tables.currencies.has(lowerOf(behind)) &&
      !tables.scales.has(lowerOf(behind)) &&
      countryOf(lowerOf(behind), tables) === null
    );
  return Number(behind.text) <= number.value;
}

/** In languages where only names have capitals a number behind one belongs to it. */
function isNameBefore(word: Word, tables: FigureTables): boolean {
  if (tables.nouns.known === 'capital' || word.kind !== 'word') return false;
  return isCapital(word) && !tables.fates.has(lowerOf(word));
}
