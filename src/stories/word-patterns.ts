/**
 * The source of a pattern that finds any of the words, the longest first; of one that finds nothing when there are none. Whole words
 * where letters have a case, which are the scripts that part words by spaces; pieces of words elsewhere.
 */
export function anyWordOf(words: readonly string[]): string {
  const choices = words.toSorted((a, b) => b.length - a.length);
  const whole = choices.filter(hasCase).map(RegExp.escape);
  const pieces = choices.filter((word) => !hasCase(word)).map(RegExp.escape);
  // What stands around a word is asked once for all of them.
  if (whole.length > 0) pieces.unshift(`(?<![\\p{L}\\p{N}])(?:${whole.join('|')})(?![\\p{L}\\p{N}])`);
  return pieces.length === 0 ? '(?!)' : `(?:${pieces.join('|')})`;
}

function hasCase(word: string): boolean {
  return /^[\p{Lu}\p{Ll}]/u.test(word);
}
