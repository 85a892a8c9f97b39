import { withoutTail } from '../text/tail.ts';
import { unitAt } from '../text/units.ts';

/**
 * Finds phrases in short lines: whether one of them stands anywhere in a line as whole words, or at its beginning. Phrases are
 * asked by their first letter, so that many languages at once cost little. Signs of unspaced scripts need no border.
 */
export class PhraseFinder {
  readonly #byFirst = new Map<number, string[]>();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const key = labelKey(phrase);
      if (key === '') continue;
      const known = this.#byFirst.get(key.charCodeAt(0));
      if (known === undefined) this.#byFirst.set(key.charCodeAt(0), [key]);
      else known.push(key);
    }
    // The longest phrase first, so that what is found is all of it.
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.length - a.length);
  }

  /** Length of the phrase that the line begins with; 0 for none. The line is a `labelKey`. */
  startOf(line: string): number {
    return this.#lengthAt(line, 0);
  }

  /** True when a phrase stands somewhere in the line, which is a `labelKey`. */
  isIn(line: string): boolean {
    const length = Math.min(line.length, LINE_CHARACTERS_MAX);
    for (let at = 0; at < length; at++) {
      if ((at === 0 || !isSpacedLetter(unitAt(line, at - 1))) && this.#lengthAt(line, at) > 0) return true;
    }
    return false;
  }

  #lengthAt(line: string, at: number): number {
    if (at >= line.length) return 0;
    const phrases = this.#byFirst.get(unitAt(line, at));
    if (phrases === undefined) return 0;
    for (const phrase of phrases) {
      const end = at + phrase.length;
      if (
        line.startsWith(phrase, at) &&
        !(end < line.length && isSpacedLetter(unitAt(line, end)) && isSpacedLetter(unitAt(line, end - 1)))
      )
        return phrase.length;
    }
    return 0;
  }
}

const LINE_CHARACTERS_MAX = 600;

/** A letter or digit of a script that parts words by spaces and writes nothing onto them: not those of East Asia and Thai. */
function isSpacedLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return code >= 0xdf && code < 0x2000 && !(code >= 0xe00 && code < 0xe80);
}

/**
 * One form for the ways a label is written: small letters, white space folded, signs at both ends taken off, and what
 * capitals lose or gain in Greek (accents) and Turkish (dots) levelled.
 */
export function labelKey(text: string): string {
  const lower = text.toLowerCase();
  if (lower === '') return lower;
  const first = unitAt(lower, 0);
  const last = unitAt(lower, lower.length - 1);
  const bare = isPlainLetter(first) && isPlainLetter(last) ? lower : withoutSigns(lower);
  return levelled.test(bare) ? bare.replace(/\u0131|\u0307|[\u0386-\u03ce]/g, (sign) => levels[sign] ?? sign) : bare;
}

function withoutSigns(line: string): string {
  return withoutTail(line.replace(/^[^\p{L}\p{N}]+/u, ''), /[^\p{L}\p{M}\p{N}]/u);
}

/** A small letter or a digit of ASCII. */
function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

const levelled = /\u0131|\u0307|[\u0386-\u03ce]/;
const levels: Readonly<Record<string, string>> = {
  '\u0131': 'i',
  '\u0307': '',
  ά: 'α',
  έ: 'ε',
  ή: 'η',
  ί: 'ι',
  ό: 'ο',
  ύ: 'υ',
  ώ: 'ω',
  ϊ: 'ι',
  ϋ: 'υ',
  ΐ: 'ι',
  ΰ: 'υ',
  ς: 'σ',
};
