import type { BlockPage } from './blocks.ts';

/**
 * Words learnt to tell article from furniture: words of the text ("subscribe", "getty", "tags") and words of class and id names
 * ("caption", "kicker"). Each has log odds in hundredths: above 0 it speaks for the article, below 0 against it.
 */
export interface Lexicon {
  textOdds(word: string): number | undefined;
  classOdds(word: string): number | undefined;
}

/** Columns this file fills. */
export const lexiconNames = [
  'words.sum',
  'words.mean',
  'words.least',
  'classes.own',
  'classes.near',
  'classes.least',
  'classes.most',
  'classes.sum',
] as const;

/** Writes the lexicon's columns into every block's row. */
export function fillLexicon(
  page: BlockPage,
  passedOver: Uint8Array,
  lexicon: Lexicon,
  rows: Float32Array,
  width: number,
): void {
  const chains = classChains(page, lexicon);
  const first = width - lexiconNames.length;
  /** Known words of a block: each counts once. */
  const met: string[] = [];
  for (let at = 0; at < page.blocks.length; at++) {
    if (passedOver[at] === 1) continue;
    let sum = 0;
    let least = 0;
    let known = 0;
    met.length = 0;
    for (const word of textWords(page.blocks[at].text)) {
      const odds = lexicon.textOdds(word);
      if (odds === undefined || met.includes(word)) continue;
      met.push(word);
      known++;
      sum += odds;
      if (odds < least) least = odds;
    }
    const box = page.blocks[at].box;
    const parent = Math.max(0, page.boxes[box].parent);
    const row = at * width + first;
    rows[row] = Math.max(-SUM_MAX, Math.min(SUM_MAX, sum));
    rows[row + 1] = known === 0 ? 0 : Math.round(sum / known);
    rows[row + 2] = least;
    rows[row + 3] = chains.own[box];
    rows[row + 4] = chains.own[parent] + chains.own[Math.max(0, page.boxes[parent].parent)];
    rows[row + 5] = chains.least[box];
    rows[row + 6] = chains.most[box];
    rows[row + 7] = chains.sum[box];
  }
}

const SUM_MAX = 3_000;

/** For every box the odds of its own class words, and the least, most and sum of those around it. */
function classChains(page: BlockPage, lexicon: Lexicon) {
  const count = page.boxes.length;
  const own = new Float32Array(count);
  const least = new Float32Array(count);
  const most = new Float32Array(count);
  const sum = new Float32Array(count);
  const oddsOfNames = page.names.map((words) => {
    let odds = 0;
    for (const word of words) odds += lexicon.classOdds(word) ?? 0;
    return odds;
  });
  for (let index = 0; index < count; index++) {
    const box = page.boxes[index];
    const odds = oddsOfNames[box.names];
    own[index] = odds;
    if (box.parent < 0) continue;
    least[index] = Math.min(least[box.parent], odds);
    most[index] = Math.max(most[box.parent], odds);
    sum[index] = sum[box.parent] + odds;
  }
  return { own, least, most, sum };
}

/** Words of the beginning and the end of a text, small: furniture shows there. */
export function textWords(text: string): readonly string[] {
  const ends =
    text.length <= ENDS_CHARACTERS * 2 ? text : `${text.slice(0, ENDS_CHARACTERS)} ${text.slice(-ENDS_CHARACTERS)}`;
  return ends.toLowerCase().match(/[^\s\u0000-\u0040[-`{-\u00bf\u2010-\u2027\u3000-\u3002]+/g) ?? [];
}

const ENDS_CHARACTERS = 110;
