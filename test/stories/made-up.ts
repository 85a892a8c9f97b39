/** A text of made-up words, in sentences of a dozen. */
export function madeUpText(chance: () => number, words: number): string {
  const list = Array.from({ length: words }, (_, at) => {
    const word = madeUpWord(chance);
    const isFirst = at % 12 === 0;
    return `${isFirst ? word[0].toUpperCase() + word.slice(1) : word}${at % 12 === 11 ? '.' : ''}`;
  });
  return list.join(' ');
}

function madeUpWord(chance: () => number): string {
  const syllables = 2 + Math.floor(chance() * 2);
  let word = '';
  for (let syllable = 0; syllable < syllables; syllable++) {
    word += 'bdfgklmnprstv'[Math.floor(chance() * 13)] + 'aeiou'[Math.floor(chance() * 5)];
  }
  return word;
}
