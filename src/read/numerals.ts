import type { CountTables } from './count-tables.ts';

/** A number in digits, native words or signs, with the scales of Chinese and Korean: "3만5천", "1억 2000만", "一百二十三", "열두". */
export interface Numeral {
  readonly value: number;
  readonly to: number;
  /** The last great scale, which the lower end of a range shares: "2至3万". */
  readonly scale: number;
}

/** The number that begins at an offset; null where none does. Never looks further than `numeralCharactersMax`. */
export function numeralAt(text: string, at: number, end: number, tables: CountTables): Numeral | null {
  let total = 0;
  let section = 0;
  let current: number | null = null;
  let scale = 1;
  let to = at;
  let begun = false;
  const stop = Math.min(end, at + numeralCharactersMax);
  for (let next = at; next < stop; ) {
    const digits = digitsAt(text, next, stop);
    if (digits !== null) {
      if (current !== null) break;
      current = digits.value;
      next = to = digits.to;
      begun = true;
      continue;
    }
    const word = wordAt(text, next, stop, tables);
    if (word === null) {
      // "1억 2000만": a space parts what a great scale closes from what is smaller.
      const smaller =
        begun && current === null && text[next] === ' ' && scale >= greatScale
          ? digitsAt(text, afterSpaces(text, next), stop)
          : null;
      if (smaller === null || smaller.value >= scale) break;
      next = afterSpaces(text, next);
      continue;
    }
    if (word.scale) {
      if (!begun && tables.hangul) return null;
      if (word.value >= greatScale) {
        total += (section + (current ?? (section === 0 ? 1 : 0))) * word.value;
        section = 0;
      } else section += (current ?? 1) * word.value;
      current = null;
      scale = word.value;
    } else if (current === null) current = word.value;
    else if (tables.hangul) {
      if (current % 10 !== 0 || word.value >= 10) break;
      current += word.value;
    } else current = current * 10 + word.value;
    next = to = word.to;
    begun = true;
  }
  if (!begun) return null;
  const value = Number((total + section + (current ?? 0)).toPrecision(15));
  return { value, to, scale };
}

/** Characters of the longest number. */
const numeralCharactersMax = 40;
/** From here on a scale multiplies all that stands before it. */
const greatScale = 10_000;

/** A native word or sign of a number, or a scale. */
function wordAt(
  text: string,
  at: number,
  end: number,
  tables: CountTables,
): { readonly value: number; readonly scale: boolean; readonly to: number } | null {
  let best: { value: number; scale: boolean; to: number } | null = null;
  for (const word of tables.numerals.get(text[at]) ?? []) {
    const to = at + word.text.length;
    if (to <= end && (best === null || to > best.to) && text.startsWith(word.text, at))
      best = { value: word.value, scale: word.scale, to };
  }
  return best;
}

/** Digits with commas in thousands and one decimal point, in ASCII or full width. */
function digitsAt(text: string, at: number, end: number): { readonly value: number; readonly to: number } | null {
  if (!isDigit(text.charCodeAt(at))) return null;
  let to = at;
  let point = false;
  while (to < end) {
    const code = text.charCodeAt(to);
    if (!isDigit(code)) {
      const comma = (code === 0x2c || code === 0xff0c) && !point && threeDigitsAt(text, to + 1, end);
      const dot: boolean =
        (code === 0x2e || code === 0xff0e) && !point && to + 1 < end && isDigit(text.charCodeAt(to + 1));
      if (!comma && !dot) break;
      point ||= dot;
    }
    to++;
  }
  const value = Number(text.slice(at, to).normalize('NFKC').replaceAll(',', ''));
  return Number.isFinite(value) ? { value, to } : null;
}

function threeDigitsAt(text: string, at: number, end: number): boolean {
  if (at + 3 > end) return false;
  for (let k = at; k < at + 3; k++) if (!isDigit(text.charCodeAt(k))) return false;
  return at + 3 >= end || !isDigit(text.charCodeAt(at + 3));
}

/** The first offset that is no space, at most a few characters on. */
export function afterSpaces(text: string, at: number): number {
  let to = at;
  while (text[to] === ' ' && to - at < spacesMax) to++;
  return to;
}

const spacesMax = 4;

/** True for a digit in ASCII or full width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
