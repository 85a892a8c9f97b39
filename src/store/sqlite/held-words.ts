import { isUnspaced } from '../../text/scripts.ts';
import type { WordPhrase, WordTree } from '../search.ts';
import type { Database } from './database.ts';
import type { FacetColumns } from './facets.ts';
import type { SearchSizes } from './sizes.ts';
import { addNumbers, type Bounds, common, countOf, exactly, intersection, lastOf, type Slots, union } from './slots.ts';
import { blockTokenOf, blockTree, isOfText, type Range, type WordBlocks, wordBlocks } from './word-blocks.ts';

/** Which articles hold words, asked of the blocks of common words and of the word index, once a search for each. */
export class HeldWords {
  readonly #database: Database;
  readonly #columns: FacetColumns;
  readonly #blocks: WordBlocks;
  readonly #sizes: SearchSizes;
  readonly #known = new Map<string, Bounds>();

  constructor(database: Database, columns: FacetColumns, sizes: SearchSizes) {
    this.#database = database;
    this.#columns = columns;
    this.#sizes = sizes;
    this.#blocks = wordBlocks(database, columns.end, sizes.blockSize);
  }

  /** Articles that hold a tree of words; removed ones may be among them. */
  of(tree: WordTree): Bounds {
    if (tree.op === 'or') return tree.of.map((part) => this.of(part)).reduce(union);
    if (tree.op === 'phrase') return this.#ofPhrase(tree, null);
    const phrases = tree.of.filter((part): part is WordPhrase => part.op === 'phrase');
    const tokens = phrases
      .filter((part) => blockTokenOf(part) !== null)
      .map((part) => ({ part, bounds: this.#ofPhrase(part, null) }));
    // Beside a rare word a phrase of common words is looked for only where the rare one stands.
    const [rarest] = tokens
      .map((one) => ({ part: one.part, slots: one.bounds.may, count: countOf(one.bounds.may) }))
      .sort((a, b) => a.count - b.count);
    const rest = tree.of
      .filter((part) => !tokens.some((one) => one.part === part))
      .map((part) => (part.op === 'phrase' ? this.#ofPhrase(part, rarest ?? null) : this.of(part)));
    return [...tokens.map((one) => one.bounds), ...rest].reduce(intersection);
  }

  /** Articles that an expression in the language of FTS5 finds among those that may match, by a cost that has an end. */
  matching(expression: string, may: Slots): Bounds {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const { base, end } = this.#columns;
    const from = lastOf(may, this.#sizes.placesMax);
    const found = this.#columns.none();
    this.#read(expression, [base + from, end], found, base);
    const bounds = from === 0 ? exactly(found) : { sure: found, may: olderToo(found, may, from) };
    this.#known.set(expression, bounds);
    return bounds;
  }

  #ofPhrase(phrase: WordPhrase, beside: { part: WordPhrase; slots: Slots } | null): Bounds {
    const token = blockTokenOf(phrase);
    if (token !== null) return this.#ofToken(token);
    if (phrase.open && phrase.tokens.length === 1) return this.#ofBeginning(phrase);
    const may = this.#tokensOf(phrase);
    if (beside === null) return this.matching(expressionOf(phrase), may);
    return this.matching(expressionOf({ op: 'and', of: [phrase, beside.part] }), common(beside.slots, may));
  }

  /**
   * About how many places of words the index would go through to weigh what a tree finds by BM25: those of each word, to know
   * how rare it is, and those of the articles found.
   */
  weighingCost(tree: WordTree): number {
    return this.#placesOf(tree) + weighedCost * countOf(this.of(tree).may);
  }

  #placesOf(tree: WordTree): number {
    if (tree.op !== 'phrase') return tree.of.reduce((sum, part) => sum + this.#placesOf(part), 0);
    if (tree.open) return beginningCost * countOf(this.of(tree).may);
    if (tree.tokens.length === 1) return countOf(this.of(tree).may);
    return comparedCost * countOf(this.#tokensOf(tree));
  }

  /** Articles that hold all tokens of a phrase, wherever in them. None when it is asked of one column: few do. */
  #tokensOf(phrase: WordPhrase): Slots {
    if (!isOfText(phrase)) return this.#columns.none();
    const { tokens, open } = phrase;
    const whole = open ? tokens.slice(0, -1) : tokens;
    return whole.map((token) => this.#ofToken(token).may).reduce(common, this.#columns.shown);
  }

  #ofToken(token: string): Bounds {
    const expression = expressionOf(blockTree(token));
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const found = this.#columns.none();
    for (const range of this.#blocks.add(token, found, this.#columns.base))
      this.#read(expression, range, found, this.#columns.base);
    const bounds = exactly(found);
    this.#known.set(expression, bounds);
    return bounds;
  }

  /** A common beginning costs the index all words that have it: then those that hold a common one are sure, and any may. */
  #ofBeginning(phrase: WordPhrase): Bounds {
    const expression = expressionOf(phrase);
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const sure = this.#columns.none();
    const isKept = isOfText(phrase) && !isUnspaced(phrase.tokens[0]);
    const count = isKept ? this.#blocks.addBeginning(phrase.tokens[0], sure, this.#columns.base) : 0;
    if (count <= this.#sizes.beginningsMax) return this.matching(expression, this.#columns.none());
    const bounds = { sure, may: this.#columns.shown };
    this.#known.set(expression, bounds);
    return bounds;
  }

  #read(expression: string, [from, before]: Range, found: Slots, base: number): void {
    for (let at = from; at < before; at += numbersAtOnce)
      readHeld(this.#database, expression, [at, Math.min(at + numbersAtOnce, before)], found, base);
  }
}

/** Adds the articles of a range of numbers that an expression finds. */
export function readHeld(
  database: Database,
  expression: string,
  [from, before]: Range,
  found: Slots,
  base: number,
): void {
  // As one text: a row each would cost four times as much. FTS5 only goes straight to numbers that are integers to it, and
  // numbers are bound as floats.
  const row = database.get<{ numbers: Uint8Array | null }>(
    `SELECT CAST(group_concat(rowid) AS BLOB) AS numbers FROM article_words
     WHERE article_words MATCH ? AND rowid >= CAST(? AS INTEGER) AND rowid < CAST(? AS INTEGER)`,
    expression,
    from,
    before,
  );
  if (row?.numbers != null) addNumbers(found, row.numbers, base);
}

/** Numbers whose articles are read as one text: a megabyte or two. */
const numbersAtOnce = 262_144;
/** An article weighed, one whose words of a phrase are compared, and one found by a beginning cost as much as so many places. */
const [weighedCost, comparedCost, beginningCost] = [12, 4, 8];

/** What was found from a slot on, and all that may match before it. */
function olderToo(found: Slots, may: Slots, from: number): Slots {
  const older = found.slice();
  for (let at = 0; at < from >>> 5; at++) older[at] |= may[at];
  return older;
}

/** Words in the language of FTS5. Tokens hold no quotation marks: `termsOf` parts words at them. */
export function expressionOf(tree: WordTree): string {
  if (tree.op === 'phrase') {
    return `{${tree.columns.join(' ')}} : "${tree.tokens.join(' ')}"${tree.open ? ' *' : ''}`;
  }
  return tree.of
    .map((part) => (part.op === 'phrase' ? expressionOf(part) : `(${expressionOf(part)})`))
    .join(` ${tree.op.toUpperCase()} `);
}
