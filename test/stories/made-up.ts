/** A source of chance with a seed, so that a failing case comes again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

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
