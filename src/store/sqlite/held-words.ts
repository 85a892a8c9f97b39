import type { WordTree } from '../search.ts';
import type { Database } from './database.ts';
import type { FacetColumns } from './facets.ts';
import { addNumbers, common, countOf, joined, type Slots } from './slots.ts';

/** Which articles hold words, asked of the word index once a search for each. */
export class HeldWords {
  readonly #database: Database;
  readonly #columns: FacetColumns;
  readonly #known = new Map<string, Slots>();

  constructor(database: Database, columns: FacetColumns) {
    this.#database = database;
    this.#columns = columns;
  }

  /** Articles that hold a tree of words. */
  of(tree: WordTree): Slots {
    if (tree.op === 'or') return tree.of.map((part) => this.of(part)).reduce(joined);
    if (tree.op === 'phrase') return this.matching(expressionOf(tree));
    const singles = tree.of.filter(isSingle).map((part) => ({ part, slots: this.of(part) }));
    const rest = tree.of.filter((part) => !isSingle(part));
    let found = singles.map(({ slots }) => slots).reduce<Slots | null>((a, b) => (a === null ? b : common(a, b)), null);
    // Beside a rare word a phrase of common words is looked for only where the rare one stands.
    const rarest = singles.map((one) => ({ ...one, count: countOf(one.slots) })).sort((a, b) => a.count - b.count)[0];
    for (const part of rest) {
      const beside =
        part.op === 'phrase' && rarest !== undefined && rarest.count < rareMax ? [part, rarest.part] : [part];
      const slots = beside.length === 1 ? this.of(part) : this.matching(expressionOf({ op: 'and', of: beside }));
      found = found === null ? slots : common(found, slots);
    }
    return found ?? this.#columns.none();
  }

  /** Articles that an expression in the language of FTS5 finds. */
  matching(expression: string): Slots {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const found = this.#columns.none();
    for (let from = this.#columns.base; from < this.#columns.end; from += numbersAtOnce)
      this.#read(expression, from, from + numbersAtOnce, found);
    this.#known.set(expression, found);
    return found;
  }

  #read(expression: string, from: number, before: number, found: Slots): void {
    // As one text: a row each would cost four times as much.
    const row = this.#database.get<{ numbers: Uint8Array | null }>(
      `SELECT CAST(group_concat(rowid) AS BLOB) AS numbers FROM article_words
       WHERE article_words MATCH ? AND rowid >= ? AND rowid < ?`,
      expression,
      from,
      Math.min(before, this.#columns.end),
    );
    if (row?.numbers != null) addNumbers(found, row.numbers, this.#columns.base);
  }
}

/** Numbers whose articles are read as one text: a megabyte or two. */
const numbersAtOnce = 262_144;
/** Fewer articles than this are a rare word's. */
const rareMax = 50_000;

function isSingle(tree: WordTree): boolean {
  return tree.op === 'phrase' && tree.tokens.length === 1 && !tree.open;
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
