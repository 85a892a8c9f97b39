import { isHangulSyllable } from './scripts.ts';

/**
 * Words of a text with their offsets, in one pass over its characters, for scripts with and without spaces.
 *
 * A word never spans more than its characters, so `text.slice(word.start, word.end) === word.text` always holds.
 */

/**
 * `word` letters (with digits: `3rd`, `1990s`), `number` digits with inner points and commas (`1,000`, `3.5`), `character`
 * one character of a script without spaces, `clitic` what hangs on a word (`'s`), `mark` anything else that is no space.
 */
export type WordKind = 'word' | 'number' | 'character' | 'clitic' | 'mark';

/** A word or mark of a text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
  readonly text: string;
  /** 16 bits of a hash of `text`, for tables of what is known of a word. */
  readonly hash: number;
}

/**
 * All words and marks of a text in order. Hyphens part words ("mid-June" is three), an apostrophe parts a genitive
 * ("Seoul" + "'s") and an elided article ("l'" + "accord") from its word but not a contraction ("don't"); an abbreviation
 * of letters with points is one word with its last point ("U.S.", "p.m.").
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  const { length } = text;
  const codes = codesOf(text);
  let at = 0;
  while (at < length) {
    const kind = classOf(codes[at]);
    if (kind === SPACE) {
      at++;
      continue;
    }
    let end = at + 1;
    let named: WordKind = 'mark';
    if (kind === LETTER || kind === DIGIT) {
      end = endOfRun(codes, at, length);
      named = kind === DIGIT && isNumber(codes, at, end) ? 'number' : 'word';
      if (end < length) {
        if (kind === LETTER && end === at + 1 && codes[end] === POINT) end = endOfInitials(codes, at, length);
        const apostrophe = isApostrophe(codes[end]) ? apostropheAfter(codes, at, end, length) : null;
        if (apostrophe === 'elision') end++;
        else if (apostrophe === 'inner') end = endOfRun(codes, end + 1, length);
        if (apostrophe === 'genitive') {
          words.push(wordOf(text, codes, at, end, named));
          at = end;
          end += 2;
          named = 'clitic';
        }
      }
    } else if (kind === CHARACTER) {
      named = 'character';
    } else if (kind === HIGH_SURROGATE && at + 1 < length) {
      end = at + 2;
      named = /\p{L}/u.test(text.slice(at, end)) ? 'character' : 'mark';
    }
    words.push(wordOf(text, codes, at, end, named));
    at = end;
  }
  return words;
}

function wordOf(text: string, codes: Uint16Array, start: number, end: number, kind: WordKind): Word {
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ codes[at], 0x9e3779b1);
  return { start, end, kind, text: text.slice(start, end), hash: (hash ^ (hash >>> 15)) & 0xffff };
}

/** Whether a word begins with a capital. */
export function isCapital({ text }: Pick<Word, 'text'>): boolean {
  const code = text.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const first = text[0];
  return first !== first.toLowerCase();
}

/** Texts up to this many characters, most by far, share one array. */
const sharedCodesMax = 1 << 16;
const sharedCodes = new Uint16Array(sharedCodesMax + 1);

/** The code units of a text and a 0: numbers in an array are read several times as fast as the characters of a string. */
function codesOf(text: string): Uint16Array {
  const codes = text.length <= sharedCodesMax ? sharedCodes : new Uint16Array(text.length + 1);
  if (isLittleEndian) Buffer.from(codes.buffer).write(text, 'utf16le');
  else for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  codes[text.length] = 0;
  return codes;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The form in which words are compared: compatibility forms joined, lower case, without diacritics ("São" and "SAO" are one). */
export function foldWord(word: string): string {
  if (/^[\0-\x7f]*$/.test(word)) {
    // "U.S." and "US" are the same word.
    const lower = word.toLowerCase();
    return lower.length > 2 && lower.charCodeAt(1) === POINT ? lower.replaceAll('.', '') : lower;
  }
  return (
    word
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      // Only the marks written on Latin, Greek, Cyrillic, Hebrew and Arabic letters: elsewhere they are vowels or voicing.
      .replace(/[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u0652]/g, '')
      .normalize('NFC')
      .replace(/[ßøłđðþæœı’‘]/g, (letter) => foldedLetters[letter])
  );
}

/** Letters that do not decompose and what they are compared as. */
const foldedLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '’': "'",
  '‘': "'",
};

const POINT = 0x2e;
const COMMA = 0x2c;

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const CHARACTER = 4;
const HIGH_SURROGATE = 5;
const OTHER = 6;

/** Class of every UTF-16 code unit, filled as they are met: 0 is "not met yet". */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  return classes[code] || classify(code);
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  let kind = OTHER;
  if (/\s/.test(character) || code === 0x200b) kind = SPACE;
  else if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u.test(
      character,
    )
  )
    kind = CHARACTER;
  else if (/\p{Nd}/u.test(character)) kind = DIGIT;
  else if (/[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]/u.test(character)) kind = LETTER;
  else if (code >= 0xd800 && code < 0xdc00) kind = HIGH_SURROGATE;
  classes[code] = kind;
  return kind;
}

/** End of a run of letters and digits; a point or comma between digits belongs to it; Hangul and digits part from each other. */
function endOfRun(codes: Uint16Array, from: number, length: number): number {
  let at = from;
  let before = 0;
  while (at < length) {
    const code = codes[at];
    const kind = classOf(code);
    if (kind === LETTER) {
      if (before === DIGIT && isHangulSyllable(code)) return at;
    } else if (kind === DIGIT) {
      if (before === LETTER && isHangulSyllable(codes[at - 1])) return at;
    } else {
      const joins = (code === POINT || code === COMMA) && before === DIGIT && at + 1 < length;
      if (!joins || classOf(codes[at + 1]) !== DIGIT) return at;
    }
    before = kind;
    at++;
  }
  return at;
}

/** "U.S.", "a.m.": single letters each followed by a point, at least two of them; otherwise the letter alone. */
function endOfInitials(codes: Uint16Array, from: number, length: number): number {
  let at = from;
  while (at + 1 < length && classOf(codes[at]) === LETTER && codes[at + 1] === POINT) at += 2;
  return at > from + 2 ? at : from + 1;
}

function apostropheAfter(
  codes: Uint16Array,
  start: number,
  end: number,
  length: number,
): 'genitive' | 'elision' | 'inner' | null {
  if (end + 1 >= length || classOf(codes[end + 1]) !== LETTER) return null;
  const next = codes[end + 1] | 0x20;
  const nextEnds = end + 2 >= length || !isLetterOrDigit(codes[end + 2]);
  if (next === 0x73 && nextEnds) return 'genitive';
  if (end - start === 1 && 'dlcjmnstDLCJMNST'.includes(String.fromCharCode(codes[start]))) return 'elision';
  if (end - start === 2 && (codes[start] | 0x20) === 0x71) return 'elision';
  return 'inner';
}

function isLetterOrDigit(code: number): boolean {
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT;
}

function isNumber(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (classOf(codes[at]) === LETTER) return false;
  return true;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}
