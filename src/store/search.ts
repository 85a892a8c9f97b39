import type { QueryNode, Reading } from '../records.ts';
import { isUnspaced, mustTouchSomewhere } from '../text/scripts.ts';
import { termsOf } from '../text/terms.ts';

/**
 * Full-text search over any script, in two steps: an index narrows down (here), `matchQuery` decides (the caller's). The
 * index may let too much through, never too little.
 *
 * FTS5's own tokenisers part words at spaces and so cannot serve Chinese, Japanese, Korean or Thai. Texts are therefore cut
 * here: a word of a spaced script is one token, folded; a sign of an unspaced one becomes the pair it begins ("北京市" is
 * "北京", "京市", "市"), so every term has one token, and any run of signs is found as a phrase.
 */
export function wordsOf(text: string): string {
  return tokensOf(termsOf(text), false).join(' ');
}

/** What of a reading is indexed, by column. Facts are names that need not stand in the text as written. */
export function textsOf(reading: Reading): { title: string; standfirst: string; body: string; facts: string } {
  const { article, statements, mentions } = reading;
  const facts = new Set<string | null | undefined>([
    article.site,
    article.canonical,
    article.language,
    article.credit?.agency,
    ...(article.credit?.others ?? []),
    ...article.byline,
    ...mentions.map((mention) => mention.name),
    ...statements.flatMap(({ speaker, venue }) => [speaker.name, speaker.role, venue?.text]),
  ]);
  return {
    title: article.title ?? '',
    standfirst: article.standfirst ?? '',
    body: article.body,
    facts: [...facts].filter((fact) => typeof fact === 'string').join('\n'),
  };
}

/** The columns of the word index. */
export type WordColumn = 'title' | 'standfirst' | 'body' | 'facts';

/** Those of the text itself. */
export const textColumns: readonly WordColumn[] = ['title', 'standfirst', 'body'];

/** Words that an article must hold: each store writes it in the language of its index. */
export type WordTree = WordPhrase | { readonly op: 'and' | 'or'; readonly of: readonly WordTree[] };

/** Tokens in a row, in any of some columns. */
export interface WordPhrase {
  readonly op: 'phrase';
  readonly columns: readonly WordColumn[];
  /** Tokens that follow each other, as `wordsOf` cuts them; when `open`, the last is the beginning of one. */
  readonly tokens: readonly string[];
  readonly open: boolean;
}

/**
 * What narrows a search down: `all` nothing does, `words` a tree of words with how deep it nests, `rows` an SQL condition on
 * `article`, `both` and `either` several narrowings of different kinds.
 */
export type Narrowing =
  | { readonly by: 'all' }
  | { readonly by: 'words'; readonly tree: WordTree; readonly depth: number }
  | { readonly by: 'rows'; readonly condition: string; readonly values: readonly (string | number)[] }
  | { readonly by: 'both' | 'either'; readonly of: readonly Narrowing[] };

/** The narrowing of a query: every article that the query matches is let through. */
export function narrowingOf(query: QueryNode): Narrowing {
  return narrow(query, textColumns);
}

/**
 * Whether the narrowing of a query lets through what the query matches and nothing else: then the database can count alone.
 * So for words and phrases in title, standfirst and body, joined by AND and OR.
 */
export function isExact(query: QueryNode): boolean {
  switch (query.op) {
    case 'all':
      return true;
    // Signs that must touch are not told exactly: an index of signs in a row knows nothing of spaces between them.
    case 'word':
      return !query.exact && !query.stem && query.terms.length > 0 && !mustTouchSomewhere(query.terms);
    case 'phrase':
      return !query.exact && query.terms.length > 0 && !mustTouchSomewhere(query.terms);
    case 'wildcard':
      return isBeginning(query.pattern);
    case 'and':
    case 'or':
      return query.of.every(isExact);
    case 'field':
      return (query.field === 'title' || query.field === 'body') && isExactWord(query.of);
    default:
      return false;
  }
}

/** Inside a field only plain words and their ORs: an AND there is still of the whole column, but kept simple. */
function isExactWord(query: QueryNode): boolean {
  return query.op === 'or'
    ? query.of.every(isExactWord)
    : (query.op === 'word' || query.op === 'phrase') && isExact(query);
}

/** Whether a pattern asks for one beginning of a word and nothing else, which the index finds as such. */
function isBeginning(pattern: string): boolean {
  const literal = pattern.slice(0, -1);
  const terms = termsOf(literal);
  const plain = terms.length === 1 && terms[0] === literal && !isUnspaced(literal);
  return plain && pattern.endsWith('*') && literal.length >= prefixLettersMin;
}

/** The same words, wanted in some columns; those asked for elsewhere only stay where they are. */
export function withinColumns(tree: WordTree, columns: readonly WordColumn[]): WordTree {
  if (tree.op !== 'phrase') return { op: tree.op, of: tree.of.map((part) => withinColumns(part, columns)) };
  const both = tree.columns.filter((column) => columns.includes(column));
  return both.length > 0 ? { ...tree, columns: both } : tree;
}

/** An SQL condition with `?` for its values. */
export interface Condition {
  readonly condition: string;
  readonly values: readonly (string | number)[];
}

/** A narrowing as one SQL condition, whatever it is by; `words` says how the store asks its word index. */
export function conditionOf(narrowing: Narrowing, words: (tree: WordTree) => Condition): Condition {
  switch (narrowing.by) {
    case 'all':
      return { condition: 'TRUE', values: [] };
    case 'words':
      return words(narrowing.tree);
    case 'rows':
      return narrowing;
    default: {
      const parts = narrowing.of.map((part) => conditionOf(part, words));
      return {
        condition: parts.map((part) => `(${part.condition})`).join(narrowing.by === 'both' ? ' AND ' : ' OR '),
        values: parts.flatMap((part) => part.values),
      };
    }
  }
}

const all: Narrowing = { by: 'all' };

function narrow(node: QueryNode, columns: readonly WordColumn[]): Narrowing {
  switch (node.op) {
    case 'word':
      return node.stem ? stemmed(node.word, columns) : phrase([node.word], columns);
    case 'phrase':
      return phrase(node.words, columns);
    case 'wildcard':
      return prefix(node.pattern.slice(0, node.pattern.search(/[*?]/)), columns);
    case 'and':
    case 'near':
      return both(node.of.map((part) => narrow(part, columns)));
    case 'or':
      return either(node.of.map((part) => narrow(part, columns)));
    case 'atleast':
      return narrow(node.of, columns);
    case 'field':
      return ofField(node);
    case 'range':
      return ofRange(node);
    case 'sources':
      return rows('article.story_id IN (SELECT id FROM story WHERE independent_count >= ?)', node.min);
    case 'kind':
      return rows('article.number IN (SELECT article_number FROM development WHERE kind = ?)', node.kind);
    default:
      return all;
  }
}

function ofField(node: QueryNode & { op: 'field' }): Narrowing {
  switch (node.field) {
    case 'title':
      return narrow(node.of, ['title']);
    case 'body':
    case 'said':
      return narrow(node.of, ['body']);
    case 'speaker':
      // A speaker is also compared with the words naming him in the text.
      return narrow(node.of, ['facts', 'body']);
    case 'site':
    case 'lang':
    case 'by':
    case 'credit':
    case 'role':
    case 'venue':
    case 'place':
    case 'person':
    case 'org':
      return narrow(node.of, ['facts']);
    default:
      // Titles and owners of sources and stories change without their articles being indexed again.
      return all;
  }
}

function ofRange({ field, from, to }: QueryNode & { op: 'range' }): Narrowing {
  const [first, last] = [from ?? '0000', to ?? '9999'];
  // Both sides are compared as far as both are written, as the matcher does.
  if (field === 'published') {
    return rows(
      `substr(article.published, 1, length(?)) >= substr(?, 1, length(article.published))
       AND substr(article.published, 1, length(?)) <= substr(?, 1, length(article.published))`,
      first,
      first,
      last,
      last,
    );
  }
  return rows(
    `article.number IN (SELECT article_number FROM event
       WHERE kind <> 'past' AND from_day IS NOT NULL AND substr(to_day, 1, length(?)) >= ? AND substr(from_day, 1, length(?)) <= ?)`,
    first,
    first,
    last,
    last,
  );
}

function rows(condition: string, ...values: (string | number)[]): Narrowing {
  return { by: 'rows', condition, values };
}

function both(parts: readonly Narrowing[]): Narrowing {
  const narrowing = parts.filter((part) => part.by !== 'all');
  if (narrowing.length === 0) return all;
  const words = narrowing.filter((part) => part.by === 'words');
  const joined: Narrowing[] = narrowing.filter((part) => part.by !== 'words');
  // What nests too deep is left out: fewer words narrow less, and that is allowed.
  const shallow = words.filter((part) => part.depth < treeDepthMax);
  if (shallow.length > 0) joined.push(joinedWords(shallow, 'and'));
  if (joined.length === 0) return all;
  return joined.length === 1 ? joined[0] : { by: 'both', of: joined };
}

function either(parts: readonly Narrowing[]): Narrowing {
  if (parts.some((part) => part.by === 'all')) return all;
  const words = parts.filter((part) => part.by === 'words');
  if (words.length < parts.length) return { by: 'either', of: parts };
  return words.every((part) => part.depth < treeDepthMax) ? joinedWords(words, 'or') : all;
}

type Words = Narrowing & { by: 'words' };

/** Trees joined by one operator; those joined by the same one already lie beside the others. */
function joinedWords(parts: readonly Words[], op: 'and' | 'or'): Words {
  return {
    by: 'words',
    tree: { op, of: parts.flatMap(({ tree }) => (tree.op === op ? tree.of : [tree])) },
    depth: Math.max(...parts.map(({ tree, depth }) => depth + (tree.op === op ? 0 : 1))),
  };
}

/** The parser of FTS5 has a stack of a hundred places and takes some for every bracket that is open. */
const treeDepthMax = 12;

function phrase(words: readonly string[], columns: readonly WordColumn[]): Narrowing {
  const terms = words.flatMap(termsOf);
  if (terms.length === 0) return all;
  const tokens = tokensOf(terms, true);
  const last = terms[terms.length - 1];
  // A single sign at the end was indexed as the pair it begins: it is found as the beginning of one.
  const open = isUnspaced(last) && (terms.length === 1 || !isUnspaced(terms[terms.length - 2]));
  return { by: 'words', tree: { op: 'phrase', columns, tokens, open }, depth: 0 };
}

function prefix(beginning: string, columns: readonly WordColumn[]): Narrowing {
  const terms = termsOf(beginning);
  // The letters before the sign may be folded differently when more follow; and a prefix of one letter narrows nothing.
  if (terms.length !== 1 || terms[0].length < prefixLettersMin || isUnspaced(terms[0])) return all;
  return { by: 'words', tree: { op: 'phrase', columns, tokens: terms, open: true }, depth: 0 };
}

/** A stem is shorter than its word by an ending, and words of one stem share its first letters. */
function stemmed(word: string, columns: readonly WordColumn[]): Narrowing {
  const terms = termsOf(word);
  if (terms.length !== 1) return all;
  if (isUnspaced(terms[0])) return phrase([word], columns);
  return prefix(terms[0].slice(0, stemLetters), columns);
}

const prefixLettersMin = 2;
/** As many first letters as `watches/prefilter.ts` relies on for words of one stem. */
const stemLetters = 3;

/** One token per term; of a query, the last sign is left to the pair before it. */
function tokensOf(terms: readonly string[], query: boolean): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    const next = terms[at + 1];
    if (!isUnspaced(terms[at])) tokens.push(terms[at]);
    else if (next !== undefined && isUnspaced(next)) tokens.push(terms[at] + next);
    else if (!query || at === 0 || !isUnspaced(terms[at - 1])) tokens.push(terms[at]);
  }
  return tokens;
}
