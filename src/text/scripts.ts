/** What a character is to a word: it parts words, belongs to one, or is a sign of a script written without spaces. */
export const characterClass = { separator: 0, letter: 1, unspaced: 2 } as const;

/**
 * The class of a UTF-16 unit. Han, kana and Hangul are `unspaced` (Hangul has spaces, but particles cling to its nouns), so
 * are Thai, Lao, Khmer and Burmese. Both halves of a pair are judged by the pair.
 */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return (classes[unit] || classify(unit)) - 1;
  const point = unit < 0xdc00 ? text.codePointAt(at)! : at > 0 ? text.codePointAt(at - 1)! : unit;
  return classOf(String.fromCodePoint(point));
}

/** Whether a term is a sign of a script written without spaces. Thai is the first of them in the order of signs. */
export function isUnspaced(term: string): boolean {
  return term.length > 0 && term.charCodeAt(0) >= THAI_FIRST && classAt(term, 0) === characterClass.unspaced;
}

const THAI_FIRST = 0x0e00;

/**
 * Whether two terms side by side are signs of Korean, which parts its words by spaces: "위한 국회" holds no 한국. In the other scripts
 * of this kind a space is chance.
 */
export function mustTouch(term: string, next: string): boolean {
  return isHangul(term.charCodeAt(0)) && isHangul(next.charCodeAt(0));
}

/** Whether any two neighbours of these terms must touch. */
export function mustTouchSomewhere(terms: readonly string[]): boolean {
  return terms.some((term, at) => at + 1 < terms.length && mustTouch(term, terms[at + 1]));
}

/** Whether a UTF-16 unit is a whole syllable of Korean. */
export function isHangulSyllable(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

function isHangul(unit: number): boolean {
  return isHangulSyllable(unit) || (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0x3131 && unit <= 0x318e);
}

/** Filled as units are met: 0 is not yet known, else class + 1. A cache of a pure function. */
const classes = new Uint8Array(0x10000);

function classify(unit: number): number {
  classes[unit] = classOf(String.fromCharCode(unit)) + 1;
  return classes[unit];
}

function classOf(character: string): number {
  if (unspacedScripts.test(character)) return characterClass.unspaced;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? characterClass.letter : characterClass.separator;
}

const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
