import { hashOf, NameTable } from '../formats/name-table.ts';
import { unitAt } from '../text/units.ts';
import type { BlockPage } from './blocks.ts';
import { type ClassCuts, classWords, knownClassWords } from './class-words.ts';

/**
 * Words learnt to tell article from furniture: words of the text ("subscribe", "getty", "tags") and words of class and id names
 * ("caption", "kicker"). Each has log odds in hundredths: above 0 it speaks for the article, below 0 against it.
 */
export interface Lexicon {
  /** Odds of the known words at the beginning and the end of a text, each word once. */
  textOdds(text: string): readonly number[];
  /** Sum of the odds of the known words in class and id names, each word once; names may be cut already. */
  classOdds(names: string, cuts?: ClassCuts): number;
}

/** A lexicon of stored odds. */
export function readyLexicon(text: ReadonlyMap<string, number>, classes: ReadonlyMap<string, number>): Lexicon {
  const texts = new NameTable(text.keys());
  const textOdds = texts.names.map((word) => text.get(word)!);
  const classTable = new NameTable(classes.keys());
  const classOdds = classTable.names.map((word) => classes.get(word)!);
  return {
    textOdds: (written) => knownTextWords(written, texts).map((index) => textOdds[index]),
    classOdds(names, cuts) {
      let odds = 0;
      for (const index of knownClassWords(names, classTable, cuts)) odds += classOdds[index];
      return odds;
    },
  };
}

/** The plain twin, which asks for each word by itself: slower, for odds that change with who asks. */
export function lexiconByWord(
  oddsOfTextWord: (word: string) => number | undefined,
  oddsOfClassWord: (word: string) => number | undefined,
): Lexicon {
  const known = (words: readonly string[], oddsOf: (word: string) => number | undefined) =>
    [...new Set(words)].map(oddsOf).filter((odds) => odds !== undefined);
  return {
    textOdds: (text) => known(textWords(text), oddsOfTextWord),
    classOdds: (names) => known(classWords(names), oddsOfClassWord).reduce((sum, odds) => sum + odds, 0),
  };
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
  for (let at = 0; at < page.blocks.length; at++) {
    if (passedOver[at] === 1) continue;
    let sum = 0;
    let least = 0;
    const known = lexicon.textOdds(page.blocks[at].text);
    for (const odds of known) {
      sum += odds;
      if (odds < least) least = odds;
    }
    const box = page.blocks[at].box;
    const parent = Math.max(0, page.boxes[box].parent);
    const row = at * width + first;
    rows[row] = Math.max(-SUM_MAX, Math.min(SUM_MAX, sum));
    rows[row + 1] = known.length === 0 ? 0 : Math.round(sum / known.length);
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
  const oddsOfNames = page.names.map((names, at) => lexicon.classOdds(names, page.nameCuts[at]));
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
  return endsOf(text).match(/[^\s\u0000-\u0040[-`{-\u00bf\u2010-\u2027\u3000-\u3002]+/g) ?? [];
}

/** The same words as far as a table knows them, as indexes into it, each once. */
function knownTextWords(text: string, table: NameTable): number[] {
  const known: number[] = [];
  const ends = endsOf(text);
  const { length } = ends;
  let start = 0;
  let hash = 0;
  for (let at = 0; at <= length; at++) {
    const code = at === length ? 0 : unitAt(ends, at);
    if (isOfWord(code)) {
      hash = hashOf(hash, code);
      continue;
    }
    if (at > start) {
      const index = table.indexOf(ends, start, at, hash);
      if (index >= 0 && !known.includes(index)) known.push(index);
    }
    start = at + 1;
    hash = 0;
  }
  return known;
}

function endsOf(text: string): string {
  const ends =
    text.length <= ENDS_CHARACTERS * 2 ? text : `${text.slice(0, ENDS_CHARACTERS)} ${text.slice(-ENDS_CHARACTERS)}`;
  return ends.toLowerCase();
}

/** What the pattern of `textWords` takes. */
function isOfWord(code: number): boolean {
  if (code <= 0xbf) return code > 0x40 && code < 0x7b && (code < 0x5b || code > 0x60);
  if (code < 0x1680) return true;
  return !(
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3000 && code <= 0x3002) ||
    /\s/.test(String.fromCharCode(code))
  );
}

const ENDS_CHARACTERS = 110;
