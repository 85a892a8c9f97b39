import { setImmediate } from 'node:timers/promises';
import type { Reading } from '../../records.ts';
import { unpack } from '../packed.ts';
import { textColumns, textsOf, type WordPhrase, type WordTree, wordsOf } from '../search.ts';
import type { Database } from './database.ts';
import { revisionOf } from './facets.ts';
import { countOf, noSlots, type Slots } from './slots.ts';

/**
 * Common words as bits. The word index lists the places of a word article by article, and a word that stands in every other
 * article of a million takes it a tenth of a second to go through. Once a block of article numbers is full, the articles that
 * hold a common word are kept as a bit each. A word without a row in a block is not known to be absent: the index is asked.
 */
export interface WordBlocks {
  /** Adds the articles of all blocks that know of a token; gives the blocks that do not, as ranges of numbers. */
  add(token: string, into: Slots, base: number): readonly Range[];
  /** Adds the articles that hold a common word beginning so; gives how many times one holds one. */
  addBeginning(beginning: string, into: Slots, base: number): number;
}

/** From a number to before another. */
export type Range = readonly [from: number, before: number];

/** The words of the blocks that are made, for numbers up to an end. */
export function wordBlocks(database: Database, end: number, blockSize: number): WordBlocks {
  const blocks = Math.ceil(end / blockSize);
  const put = (bits: Uint8Array, block: number, into: Slots, base: number) => {
    const words = new Uint32Array(bits.slice().buffer);
    const first = (block * blockSize - base) >> 5;
    for (let at = Math.max(0, -first); at < words.length && first + at < into.length; at++)
      into[first + at] |= words[at];
  };
  return {
    add(token, into, base) {
      const known = new Uint8Array(blocks);
      for (const { block, bits } of database.all<BlockRow>(
        'SELECT block, bits FROM word_block WHERE token = ?',
        token,
      )) {
        known[block] = 1;
        put(bits, block, into, base);
      }
      return unknownRanges(known, Math.floor(base / blockSize), blockSize, end);
    },
    addBeginning(beginning, into, base) {
      let count = 0;
      for (const row of database.all<BlockRow & { count: number }>(
        'SELECT block, count, bits FROM word_block WHERE token >= ? AND token < ?',
        beginning,
        `${beginning}\u{10ffff}`,
      )) {
        count += row.count;
        put(row.bits, row.block, into, base);
      }
      return count;
    },
  };
}

interface BlockRow {
  readonly block: number;
  readonly bits: Uint8Array;
}

function unknownRanges(known: Uint8Array, from: number, blockSize: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (let block = from; block < known.length; block++) {
    if (known[block] === 1) continue;
    let to = block + 1;
    while (to < known.length && known[to] === 0) to++;
    ranges.push([block * blockSize, Math.min(to * blockSize, end)]);
    block = to;
  }
  return ranges;
}

/** What the index is asked for a token of the text. */
export function blockTree(token: string): WordPhrase {
  return { op: 'phrase', columns: textColumns, tokens: [token], open: false };
}

/** The token that a tree asks the whole text for, when it asks for one alone. */
export function blockTokenOf(tree: WordTree): string | null {
  return tree.op === 'phrase' && !tree.open && tree.tokens.length === 1 && isOfText(tree) ? tree.tokens[0] : null;
}

/** Whether a phrase may stand anywhere in the text, as the blocks count their words. */
export function isOfText({ columns }: WordPhrase): boolean {
  return columns.join() === textColumns.join();
}

/**
 * Makes blocks, the newest that is full first, a few words at a time.
 *
 * @param read adds the articles of a range of numbers that hold a token
 */
export function createBlockMaker(
  database: Database,
  blockSize: number,
  read: (token: string, range: Range, into: Slots, base: number) => void,
): () => Promise<boolean> {
  return async () => {
    const block = nextBlock(database, blockSize);
    if (block === null) return false;
    const from = block * blockSize;
    const revision = revisionOf(database);
    const rows: { token: string; count: number; bits: Slots }[] = [];
    const tokens = await commonTokens(database, from, from + blockSize);
    for (const [at, token] of tokens.entries()) {
      const bits = noSlots(blockSize);
      read(token, [from, from + blockSize], bits, from);
      rows.push({ token, count: countOf(bits), bits });
      if (at % tokensAtOnce === 0) await setImmediate();
    }
    database.remade(() => {
      // What was read or indexed anew meanwhile may not be in the bits: the block is made another time.
      if (isChangedSince(database, revision, from, from + blockSize)) return;
      forgetBlock(database, block);
      for (const { token, count, bits } of rows) {
        database.run(
          'INSERT INTO word_block (token, block, count, bits) VALUES (?, ?, ?, ?)',
          token,
          block,
          count,
          new Uint8Array(bits.buffer),
        );
      }
      database.run('INSERT INTO word_block_made (block) VALUES (?)', block);
    });
    await setImmediate();
    return true;
  };
}

/** Lets go of the block of an article whose words change. */
export function wordsChanged(database: Database, number: number, blockSize: number): void {
  const block = Math.floor(number / blockSize);
  if (database.get('SELECT 1 FROM word_block_made WHERE block = ?', block) !== null) forgetBlock(database, block);
}

/** Lets go of the blocks whose articles were all deleted. */
export function forgetBlocks(database: Database, blockSize: number): void {
  const { first } = database.get<{ first: number | null }>('SELECT min(number) AS first FROM article')!;
  if (first === null) return;
  for (const { block } of database.all<{ block: number }>(
    'SELECT block FROM word_block_made WHERE block < ?',
    Math.floor(first / blockSize),
  ))
    forgetBlock(database, block);
}

function forgetBlock(database: Database, block: number): void {
  database.run('DELETE FROM word_block WHERE block = ?', block);
  database.run('DELETE FROM word_block_made WHERE block = ?', block);
}

/** Tokens asked for in a row before what else there is to do: ten milliseconds or two. */
const tokensAtOnce = 16;
/** Articles of a block whose words are looked at, and how many of them a common word stands in. */
const sampleSize = 400;
const sampleCountMin = 10;

/** The newest full block that is not made. Those that articles still come to are left: the newest, and what waits. */
function nextBlock(database: Database, blockSize: number): number | null {
  const { first, last, waiting } = database.get<{ first: number | null; last: number | null; waiting: number | null }>(
    `SELECT (SELECT min(number) FROM article) AS first, (SELECT max(number) FROM article_facet) AS last,
       (SELECT min(number) FROM page WHERE state = 'waiting' AND removed IS NULL) AS waiting`,
  )!;
  if (first === null || last === null) return null;
  const made = new Set(database.all<{ block: number }>('SELECT block FROM word_block_made').map(({ block }) => block));
  const waitingIn = waiting === null ? -1 : Math.floor(waiting / blockSize);
  for (let block = Math.floor((last + 1) / blockSize) - 1; block >= Math.floor(first / blockSize); block--)
    if (!made.has(block) && block !== waitingIn) return block;
  return null;
}

function isChangedSince(database: Database, revision: number, from: number, before: number): boolean {
  return (
    database.get(
      'SELECT 1 FROM article_facet WHERE revision > ? AND number >= ? AND number < ? LIMIT 1',
      revision,
      from,
      before,
    ) !== null
  );
}

/** Tokens that stand in many of a block's articles, by a sample spread over it. */
async function commonTokens(database: Database, from: number, before: number): Promise<string[]> {
  const numbers = database
    .all<{ number: number }>(
      'SELECT number FROM article_facet WHERE number >= ? AND number < ? AND shown = 1',
      from,
      before,
    )
    .map(({ number }) => number);
  const counts = new Map<string, number>();
  const step = Math.max(1, Math.floor(numbers.length / sampleSize));
  for (let at = 0; at < numbers.length; at += step) {
    const row = database.get<{ reading: Uint8Array }>('SELECT reading FROM article WHERE number = ?', numbers[at]);
    if (row === null) continue;
    const { title, standfirst, body } = textsOf(unpack<Reading>(row.reading));
    const tokens = new Set([title, standfirst, body].flatMap((text) => wordsOf(text).split(' ')));
    for (const token of tokens) if (token !== '') counts.set(token, (counts.get(token) ?? 0) + 1);
    if (at % (step * 16) === 0) await setImmediate();
  }
  const least = Math.max(2, (sampleCountMin / sampleSize) * Math.min(sampleSize, numbers.length));
  return [...counts].filter(([, count]) => count >= least).map(([token]) => token);
}
