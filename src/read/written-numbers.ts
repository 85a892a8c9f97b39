import type { Word } from '../text/words.ts';
import type { FigureTables } from './figure-tables.ts';

/** A number read from words: digits with their separators, number words, scales and collectives. */
export interface NumberRead {
  readonly value: number;
  /** First word of the number, and first word behind it. */
  readonly from: number;
  readonly to: number;
  /** What a million or a thousand behind the number made of it. */
  readonly scale: number;
  /** Ends in a scale or collective: what is counted may hang on it by a link ("millones de", "a dozen of"). */
  readonly scaled: boolean;
  /** Written in words below ten. */
  readonly small: boolean;
  /** The letters written onto the digits where they are a unit ("5m", "20km"). */
  readonly attached: string | null;
}

/** A quick look at a word: whether a number may begin with it. */
export function mayBegin({ kind, text }: Pick<Word, 'kind' | 'text'>, tables: FigureTables): boolean {
  if (kind === 'number') return true;
  if (kind !== 'word') return false;
  const code = text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return true;
  return tables.begins.has(text) || tables.writtenAsOne?.hint.test(text.toLowerCase()) === true;
}

/** The number that begins at a word; null where none does. `money` says that a sign of money stands before it. */
export function numberAt(
  words: readonly Word[],
  at: number,
  end: number,
  tables: FigureTables,
  money: boolean,
): NumberRead | null {
  const word = words[at];
  if (word.kind === 'number') return digitsAt(words, at, end, tables, money);
  if (word.kind !== 'word') return null;
  const code = word.text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return lettersOnDigits(words, at, end, tables, money);
  return mayBegin(word, tables) ? wordsAt(words, at, end, tables) : null;
}

function digitsAt(
  words: readonly Word[],
  at: number,
  end: number,
  tables: FigureTables,
  money: boolean,
): NumberRead | null {
  let text = words[at].text;
  let to = at + 1;
  // "12 000": groups of three parted by one space, whole numbers only.
  if (/^\d{1,3}$/.test(text)) {
    for (; to < end && to - at < groupsMax; to++) {
      const gap = words[to].start - words[to - 1].end;
      if (gap !== 1 || words[to].kind !== 'number' || !tables.spacedThousands || !/^\d{3}(,\d+)?$/.test(words[to].text))
        break;
      text += words[to].text;
      if (words[to].text.length > 3) {
        to++;
        break;
      }
    }
  }
  const value = valueIn(text, tables);
  return value === null ? null : scaled(words, { value, from: at, to, end, small: false, tables, money });
}

/** Groups of digits of the longest number. */
const groupsMax = 5;

/** "3.5bn", "20km": digits with a scale or a unit written onto them. */
function lettersOnDigits(
  words: readonly Word[],
  at: number,
  end: number,
  tables: FigureTables,
  money: boolean,
): NumberRead | null {
  const parts = /^(\d[\d.,]{0,20})(\p{L}{1,4})$/u.exec(words[at].text);
  const value = parts === null ? null : valueIn(parts[1].replace(/[.,]$/, ''), tables);
  if (parts === null || value === null) return null;
  const letters = parts[2].toLowerCase();
  const read = { value, from: at, to: at + 1, scale: 1, scaled: false, small: false, attached: null };
  const scale = tables.scales.get(letters);
  if (scale !== undefined && (money || !tables.units.has(letters)))
    return { ...scaled(words, { ...read, end, tables, money }), value: value * scale, scale, scaled: true };
  return tables.units.has(letters) ? { ...read, attached: letters } : null;
}

/** The value of digits with separators; null for what is no number ("1.2.3"). */
function valueIn(written: string, tables: FigureTables): number | null {
  const text = /^[\d.,]*$/.test(written) ? written : written.normalize('NFKC');
  if (/^\d+$/.test(text)) return Number(text);
  if (tables.decimalComma) {
    if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  } else if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (tables.commaEither && /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^\d+[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
}

interface Begun {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly small: boolean;
  readonly tables: FigureTables;
  readonly money: boolean;
}

/** Takes up the scales behind digits: "2.5 million", "12 thousand", "3 dozen". */
function scaled(words: readonly Word[], { value, from, to, end, small, tables, money }: Begun): NumberRead {
  let product = 1;
  let next = to;
  while (next < end && next - to < scalesMax && words[next].kind === 'word') {
    const low = words[next].text.toLowerCase();
    const scale = (low.length > 1 || money ? tables.scales.get(low) : undefined) ?? tables.collectives.get(low);
    if (scale === undefined) break;
    product *= scale;
    next++;
    // "млн.", "Mio.": the stop belongs to the short form.
    if (words[next]?.text === '.' && low.length <= 4 && words[next].start === words[next - 1].end && next + 1 < end)
      next++;
  }
  return { value: rounded(value * product), from, to: next, scale: product, scaled: next > to, small, attached: null };
}

const scalesMax = 4;

/** "twenty-three", "two hundred and fifty", "treinta y cinco", "zweiundzwanzig", "a million", "une vingtaine". */
function wordsAt(words: readonly Word[], at: number, end: number, tables: FigureTables): NumberRead | null {
  let total = 0;
  let current = 0;
  let next = at;
  let from = at;
  let scale = 1;
  let begun = false;
  for (let guard = 0; guard < numberWordsMax && next < end; guard++) {
    const step = begun ? joinedAt(words, next, end, current, total, tables) : next;
    if (step >= end || words[step].kind !== 'word') break;
    const low = words[step].text.toLowerCase();
    const pair = pairAt(words, step, end, low, tables);
    const value = pair?.value ?? tables.numbers.get(low) ?? (begun ? undefined : writtenAsOne(low, tables));
    if (value !== undefined) {
      if (!fits(value, current)) break;
      current += value;
      next = step + (pair === null ? 1 : 3);
      scale = 1;
    } else {
      const times = low.length > 1 ? (tables.scales.get(low) ?? tables.collectives.get(low)) : undefined;
      if (times === undefined) break;
      if (!begun) {
        const one = oneBefore(words, at, low, tables);
        if (one === null) return null;
        from = one.from;
        current = one.value;
      }
      if (times >= 1000) {
        total += current * times || times;
        current = 0;
      } else current = (current === 0 ? 1 : current) * times;
      scale = times;
      next = step + 1;
    }
    begun = true;
  }
  if (!begun) return null;
  const value = rounded(total + current);
  return { value, from, to: next, scale, scaled: scale > 1, small: value < 10, attached: null };
}

/** Words of the longest number written out. */
const numberWordsMax = 14;

/** A smaller number fits behind a greater one: tens behind hundreds, ones behind tens, "soixante-dix" and "quatre-vingt-dix". */
function fits(value: number, current: number): boolean {
  if (current === 0) return true;
  if (value >= 10 && value < 20 && (current % 100 === 60 || current % 100 === 80)) return true;
  if (value < 10) return current % 10 === 0;
  return value < 100 ? current % 100 === 0 : false;
}

/** Passes over a hyphen or a joining word inside a number. */
function joinedAt(
  words: readonly Word[],
  at: number,
  end: number,
  current: number,
  total: number,
  tables: FigureTables,
): number {
  const word = words[at];
  if (at + 1 >= end) return at;
  if (word.text === '-') return word.start === words[at - 1].end && words[at + 1].start === word.end ? at + 1 : at;
  const low = word.text.toLowerCase();
  const hundreds = (current > 0 ? current % 100 === 0 : total > 0) && tables.hundredJoiners.has(low);
  const tens = current % 100 >= 20 && tables.tenJoiners.has(low);
  if (!hundreds && !tens) return at;
  const behind = tables.numbers.get(words[at + 1].text.toLowerCase());
  return behind !== undefined && fits(behind, current) ? at + 1 : at;
}

/** "quatre-vingt" */
function pairAt(
  words: readonly Word[],
  at: number,
  end: number,
  low: string,
  tables: FigureTables,
): { value: number } | null {
  if (at + 2 >= end || words[at + 1].text !== '-') return null;
  const value = tables.numbers.get(`${low}-${words[at + 2].text.toLowerCase()}`);
  return value === undefined ? null : { value };
}

/** The article that makes one of a scale or collective, or a part of it: "a million", "half a million", "a quarter of a million". */
function oneBefore(
  words: readonly Word[],
  at: number,
  low: string,
  tables: FigureTables,
): { from: number; value: number } | null {
  const lower = (back: number) => words[at - back]?.text.toLowerCase() ?? '';
  const isOne = (back: number) => tables.ones.has(lower(back));
  const part = (back: number) => tables.fractions.get(lower(back));
  // "eine halbe Million", "half a million", "demi-million"
  const own = part(1) ?? (lower(1) === '-' ? part(2) : undefined);
  if (own !== undefined) {
    const back = lower(1) === '-' ? 2 : 1;
    return { from: at - (isOne(back + 1) ? back + 1 : back), value: own };
  }
  if (isOne(1)) {
    const whole = part(2);
    if (whole !== undefined) return { from: at - (isOne(3) ? 3 : 2), value: whole };
    const share = tables.links.has(lower(2)) ? part(3) : undefined;
    if (share !== undefined) return { from: at - (isOne(4) ? 4 : 3), value: share };
    return { from: at - 1, value: 1 };
  }
  const bare = tables.bareScales.has(low) || (tables.collectives.has(low) && tables.ones.size === 0);
  return bare ? { from: at, value: 1 } : null;
}

/** "dreihundertzwanzig", "fünftausend": German writes a number as one word. */
function writtenAsOne(low: string, tables: FigureTables): number | undefined {
  if (tables.writtenAsOne === null || low.length > joinedLettersMax || !tables.writtenAsOne.hint.test(low))
    return undefined;
  return partsOf(low, tables);
}

/** Letters of the longest number written as one word. */
const joinedLettersMax = 48;

function partsOf(low: string, tables: FigureTables): number | undefined {
  if (low === '') return 0;
  const known = tables.numbers.get(low);
  if (known !== undefined) return known;
  const joiner = tables.writtenAsOne?.joiner ?? '';
  for (const [word, scale] of tables.writtenAsOne?.scales ?? []) {
    const at = low.indexOf(word);
    if (at === -1) continue;
    const behind = low.slice(at + word.length);
    const times = at === 0 ? 1 : partsOf(low.slice(0, at), tables);
    const rest = partsOf(behind.startsWith(joiner) ? behind.slice(joiner.length) : behind, tables);
    return times === undefined || rest === undefined ? undefined : times * scale + rest;
  }
  const at = low.indexOf(joiner, 1);
  if (at === -1) return undefined;
  const ones = tables.numbers.get(low.slice(0, at));
  const tens = tables.numbers.get(low.slice(at + joiner.length));
  return ones === undefined || ones > 9 || tens === undefined || tens < 20 ? undefined : ones + tens;
}

/** Takes the noise of binary fractions off: 2.3 million is 2,300,000. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
