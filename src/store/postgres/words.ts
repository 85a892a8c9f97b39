import type { Reading } from '../../records.ts';
import { type Condition, textsOf, type WordColumn, type WordTree, wordsOf } from '../search.ts';

/**
 * PostgreSQL's `tsvector` keeps at most 256 places of a word, so a phrase late in a long text would be missed. Words are
 * therefore indexed without places, each with the letter of its column before it, and a phrase lets through what holds all
 * its words: which articles truly match is decided by the matcher, as for every search.
 *
 * @returns one lexeme for each word and column
 */
export function lexemesOf(reading: Reading): string[] {
  const lexemes = new Set<string>();
  for (const [column, text] of Object.entries(textsOf(reading))) {
    for (const token of wordsOf(text).split(' ')) {
      if (token !== '') lexemes.add(lexeme(column as WordColumn, token));
    }
  }
  return [...lexemes];
}

/** What must stand in the index of words, as a condition on `article`. */
export function inWords(tree: WordTree): Condition {
  return { condition: 'article.words @@ (?)::tsquery', values: [expressionOf(tree)] };
}

/** Words in the language of `tsquery`. */
function expressionOf(tree: WordTree): string {
  if (tree.op !== 'phrase')
    return tree.of.map((part) => `(${expressionOf(part)})`).join(tree.op === 'and' ? ' & ' : ' | ');
  return tree.columns.map((column) => `(${all(column, tree.tokens, tree.open)})`).join(' | ');
}

function all(column: WordColumn, tokens: readonly string[], open: boolean): string {
  return tokens
    .map((token, at) => `${quoted(lexeme(column, token))}${open && at === tokens.length - 1 ? ':*' : ''}`)
    .join(' & ');
}

function lexeme(column: WordColumn, token: string): string {
  return `${letters[column]}:${token.slice(0, lexemeUnitsMax)}`;
}

const letters: Readonly<Record<WordColumn, string>> = { title: 't', standfirst: 's', body: 'b', facts: 'f' };

/** A lexeme may have 2,046 bytes; a unit of UTF-16 takes at most three. What is cut lets more through, never less. */
const lexemeUnitsMax = 600;

/** In quotation marks nothing is an operator; only they and the backslash are doubled (manual, 8.11.2). */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
