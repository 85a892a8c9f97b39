/** Words read from one text at most; what follows is left out of sketches and terms (about 200 printed pages). */
const scanWordsMax = 40_000;

/** What `scan` tells of each word beside its hash. */
export const wordFlag = {
  /** Begins with a capital letter. */
  capital: 1,
  /** First word of a sentence or of a paragraph, where a capital says nothing. */
  opening: 2,
  /** Begins with a digit. */
  number: 4,
  /** Two neighbouring characters of an unspaced script. */
  unspaced: 8,
  /** All of its letters are capitals, and there are at least two. */
  allCapitals: 16,
  /** Hangul, whose words carry particles at their end. */
  hangul: 32,
  /** Inside quotation marks. */
  quoted: 64,
} as const;

/** Words of a text as numbers: the hash of the folded word, where it stands, and what it looks like. */
export interface Scan {
  /** How many entries of the arrays below hold words; the arrays are longer and are used again by the next scan. */
  count: number;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly flags: Uint8Array;
}

/** An empty scan to be filled again and again: one pass over a text must not cost an allocation a word. */
export function createScan(): Scan {
  return {
    count: 0,
    hashes: new Uint32Array(scanWordsMax),
    starts: new Uint32Array(scanWordsMax),
    ends: new Uint32Array(scanWordsMax),
    flags: new Uint8Array(scanWordsMax),
  };
}

/**
 * Fills `into` with the words of a text in one pass: case and the diacritics of Latin letters are folded, punctuation is
 * dropped, digits keep to their number ("1,200" is one word), unspaced scripts give one entry a pair of characters.
 */
export function scan(text: string, into: Scan): void {
  const { hashes, starts, ends, flags } = into;
  let count = 0;
  let opening: number = wordFlag.opening;
  let quoted = 0;
  let at = 0;
  const length = text.length;
  while (at < length && count < scanWordsMax) {
    const code = text.charCodeAt(at);
    const kind = code < 0x80 ? asciiKinds[code] : kindOf(code);
    if (kind === other) {
      if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x3002) {
        opening = wordFlag.opening;
        // A paragraph's end closes a quotation that was never closed.
        if (code === 0x0a) quoted = 0;
      } else if (code === 0x201c || code === 0x300c || code === 0x00ab) {
        quoted = wordFlag.quoted;
        opening = wordFlag.opening;
      } else if (code === 0x201d || code === 0x300d || code === 0x00bb) quoted = 0;
      else if (code === 0x22) {
        quoted ^= wordFlag.quoted;
        if (quoted) opening = wordFlag.opening;
      }
      at++;
      continue;
    }
    const start = at;
    let hash = hashSeed;
    let flag = opening | quoted;
    if (kind === unspaced) {
      at++;
      const next = at < length ? text.charCodeAt(at) : 0;
      const isPair = next >= 0x80 && kindOf(next) === unspaced;
      // The last character of a run stands alone when its run has one character, else it was told already.
      if (isPair) hash = Math.imul(Math.imul(hash ^ code, hashPrime) ^ next, hashPrime);
      else if (start > 0 && kindOf(text.charCodeAt(start - 1)) === unspaced) continue;
      else hash = Math.imul(hash ^ code, hashPrime);
      hashes[count] = mix(hash);
      starts[count] = start;
      ends[count] = isPair ? start + 2 : at;
      flags[count++] = flag | wordFlag.unspaced;
      opening = 0;
      continue;
    }
    opening = 0;
    if (kind === digit) {
      flag |= wordFlag.number;
      let digitCode = code;
      do {
        hash = Math.imul(hash ^ digitCode, hashPrime);
        at++;
        digitCode = at < length ? text.charCodeAt(at) : 0;
        // A separator counts only between digits, and a thousands comma is not part of the value.
        if ((digitCode === 0x2e || digitCode === 0x2c) && at + 1 < length && isDigit(text.charCodeAt(at + 1))) {
          if (digitCode === 0x2e) hash = Math.imul(hash ^ 0x2e, hashPrime);
          at++;
          digitCode = text.charCodeAt(at);
        }
      } while (isDigit(digitCode));
    } else {
      let letter = code;
      let letters = 0;
      let capitals = 0;
      let letterKind = kind;
      if (code >= 0xac00 && code <= 0xd7a3) flag |= wordFlag.hangul;
      do {
        const folded = letterKind === upper ? letter | 0x20 : letter < 0x80 ? letter : fold(letter);
        if (folded !== letter && (letter < 0x80 || isUpper(letter))) capitals++;
        hash = Math.imul(hash ^ folded, hashPrime);
        letters++;
        at++;
        letter = at < length ? text.charCodeAt(at) : 0;
        letterKind = letter < 0x80 ? asciiKinds[letter] : kindOf(letter);
      } while (letterKind === lower || letterKind === upper || letterKind === digit);
      if (capitals > 0 && (kind === upper || isUpper(code))) flag |= wordFlag.capital;
      if (capitals === letters && letters > 1) flag |= wordFlag.allCapitals;
    }
    hashes[count] = mix(hash);
    starts[count] = start;
    ends[count] = at;
    flags[count++] = flag;
  }
  into.count = count;
}

/** The hash that `scan` gives a word once it is folded, for tables made from words; of a text, the word from `start` to `end`. */
export function hashWord(text: string, start = 0, end = text.length): number {
  let hash = hashSeed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), hashPrime);
  return mix(hash);
}

/** The term of a Korean word, whose particles hang at its end: its first two syllables stand for it. */
export function hashSyllables(first: number, second: number): number {
  return mix(Math.imul(first, 0x9e3779b1) ^ second);
}

/** Spreads the bits of a 32-bit hash (the finaliser of MurmurHash3, Appleby). */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Folds one UTF-16 unit: lower case, and Latin letters without their marks. */
function fold(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code | 0x20;
  if (code < 0x80) return code;
  if (code >= 0xc0 && code < 0x180) return latinFolds[code - 0xc0];
  if (code >= 0x391 && code <= 0x3a9) return code + 32;
  if (code >= 0x410 && code <= 0x42f) return code + 32;
  if (code >= 0x400 && code <= 0x40f) return code + 80;
  return code;
}

// FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16 units.
const hashSeed = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

const other = 0;
const lower = 1;
const upper = 2;
const digit = 3;
const unspaced = 4;

const asciiKinds = new Uint8Array(0x80);
for (let code = 0; code < 0x80; code++) {
  if (code >= 0x61 && code <= 0x7a) asciiKinds[code] = lower;
  else if (code >= 0x41 && code <= 0x5a) asciiKinds[code] = upper;
  else if (isDigit(code)) asciiKinds[code] = digit;
}

// Built from the Unicode decomposition, so that it holds every accented Latin letter and none by hand.
const latinFolds = new Uint16Array(0xc0);
for (let code = 0xc0; code < 0x180; code++) {
  latinFolds[code - 0xc0] = String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0xc0 && code < 0x180) {
    const letter = String.fromCharCode(code);
    return letter !== letter.toLowerCase();
  }
  return (code >= 0x391 && code <= 0x3a9) || (code >= 0x400 && code <= 0x42f);
}

/** Kind of a character outside ASCII: a letter of a spaced script, of an unspaced one, or no part of a word. */
function kindOf(code: number): number {
  if (code < 0x80) return asciiKinds[code];
  if (code < 0x370) return code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7 ? lower : other;
  if (code < 0xe00) return code < 0x2000 ? lower : other;
  if (code < 0x1000) return unspaced; // Thai, Lao
  if (code < 0x2000) return lower;
  if (code >= 0x3041 && code <= 0x30ff) return code === 0x30fb ? other : unspaced;
  if (code >= 0x3400 && code <= 0x9fff) return unspaced;
  if (code >= 0xac00 && code <= 0xd7a3) return lower;
  if (code >= 0xf900 && code <= 0xfaff) return unspaced;
  return other;
}
