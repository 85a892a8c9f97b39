import { unitAt } from './units.ts';

/**
 * The letters and digits of a text of ASCII, in small letters, as one word: what the ways of writing one name or headline share.
 * Null for a text with any other sign, whose forms must be folded first.
 */
export function plainLetters(text: string): string | null {
  const { length } = text;
  const letters = length <= SHARED_CHARACTERS ? shared : Buffer.alloc(length);
  let end = 0;
  for (let at = 0; at < length; at++) {
    const unit = unitAt(text, at);
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) letters[end++] = unit;
    else if (unit >= 65 && unit <= 90) letters[end++] = unit + 32;
    else if (unit > 127) return null;
  }
  return letters.toString('latin1', 0, end);
}

/** Texts up to this many characters, nearly all of them, share one buffer. */
const SHARED_CHARACTERS = 4_096;
const shared = Buffer.alloc(SHARED_CHARACTERS);
