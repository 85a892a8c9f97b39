import type { QueryField, QueryNode } from '../records.ts';
import { characterClass, classAt } from '../text/scripts.ts';
import type { SubjectText, TermIndex } from './document.ts';
import { stemPrefixLetters } from './find.ts';
import { factsOf, statementFacts } from './match.ts';

/**
 * Keys: what a query cannot match without, and what a subject has. A query is filed under one set of alternatives, chosen
 * as the rarest of those it needs; a subject that has none of them cannot match. The filter may let too much through, never
 * too little: `match.ts` decides. (The method of percolators; Lucene Monitor's TermFilteredPresearcher is the model.)
 *
 *   launch        a term                      위성          two signs side by side in an unspaced script
 *   lau*          first letters of a term     lang:ko       a fact of a field, by its first term
 *
 * @param commonness expected share of subjects that have a key, 0 to 1; only its order matters
 */
export function neededKeys(query: QueryNode, commonness: (key: string) => number): readonly string[] | null {
  return needed(query, null, commonness)?.keys ?? null;
}

/** How many letters of a wildcard's beginning are its key; no stem changes these first letters either. */
const prefixLetters = stemPrefixLetters;

/** Most alternatives one query is filed under; one that needs more is asked about every article. */
const alternativesMax = 5_000;

interface Need {
  readonly keys: readonly string[];
  readonly cost: number;
}

type Commonness = (key: string) => number;

function needed(node: QueryNode, field: QueryField | null, commonness: Commonness): Need | null {
  switch (node.op) {
    case 'word':
      // A stem meets other words than its own: file it under the letters all of them begin with.
      if (node.stem)
        return node.word.length > prefixLetters && field === null
          ? one(`${node.word.slice(0, prefixLetters)}*`, commonness)
          : null;
      return rarest(node.terms, field, commonness);
    case 'phrase':
      return rarest(node.terms, field, commonness);
    case 'wildcard': {
      const literal = node.pattern.slice(0, node.pattern.search(/[*?]/));
      if (field !== null || literal.length < prefixLetters || hasUnspaced(literal)) return null;
      return one(`${literal.slice(0, prefixLetters)}*`, commonness);
    }
    case 'and':
    case 'near':
      return cheapest(node.of.map((part) => needed(part, field, commonness)));
    case 'or':
      return together(node.of.map((part) => needed(part, field, commonness)));
    case 'atleast':
      return needed(node.of, field, commonness);
    case 'field':
      return needed(node.of, ofText.has(node.field) ? null : node.field, commonness);
    default:
      return null;
  }
}

/** Fields whose words stand in the text itself. */
const ofText = new Set<QueryField>(['title', 'body', 'said']);

function one(key: string, commonness: Commonness): Need {
  return { keys: [key], cost: commonness(key) };
}

function cheapest(needs: readonly (Need | null)[]): Need | null {
  let best: Need | null = null;
  for (const need of needs) if (need !== null && (best === null || need.cost < best.cost)) best = need;
  return best;
}

function together(needs: readonly (Need | null)[]): Need | null {
  const keys = new Set<string>();
  let cost = 0;
  for (const need of needs) {
    if (need === null || keys.size > alternativesMax) return null;
    for (const key of need.keys) keys.add(key);
    cost += need.cost;
  }
  return { keys: [...keys], cost };
}

/** The rarest key among terms that must all stand there, side by side. */
function rarest(terms: readonly string[], field: QueryField | null, commonness: Commonness): Need | null {
  if (field !== null) return terms.length === 0 ? null : one(`${field}:${terms[0]}`, commonness);
  let best: Need | null = null;
  for (let at = 0; at < terms.length; at++) {
    const pair = at + 1 < terms.length && hasUnspaced(terms[at]) && hasUnspaced(terms[at + 1]);
    if (hasUnspaced(terms[at]) && !pair && terms.length > 1) continue;
    best = cheapest([best, one(pair ? terms[at] + terms[at + 1] : terms[at], commonness)]);
  }
  return best;
}

function hasUnspaced(term: string): boolean {
  return term.length > 0 && classAt(term, 0) === characterClass.unspaced;
}

/** A guess at how common a key is before any article was seen: long words are rare, the commonest are listed. */
export function guessedCommonness(key: string): number {
  if (key.endsWith('*')) return 0.3;
  if (key.includes(':')) return key.startsWith('lang:') ? 0.5 : 0.03;
  if (hasUnspaced(key)) return key.length === 1 ? 0.2 : 0.02;
  return common.has(key) ? 0.9 : 1 / (1 + key.length * key.length);
}

const common = new Set(
  'a an and are as at be been but by for from had has have he her his i in is it its more new not of on or said say says she that the their they this to two u s was we were which who will with would year years de la el los las del en y que un una por con para der die das und von zu den im mit auf des le les et du est dans pour'.split(
    ' ',
  ),
);

/** Calls `visit` with every key a subject has, each once for its text and facts, of the kinds that the index uses at all. */
export function visitKeys(
  text: SubjectText,
  wanted: { readonly prefixes: boolean; readonly fields: ReadonlySet<string> },
  visit: (key: string) => void,
): void {
  for (const index of [text.title, text.standfirst, text.body]) visitTerms(index, wanted.prefixes, visit);
  const { body } = text.reading.article;
  for (const field of wanted.fields as ReadonlySet<QueryField>) {
    const values = [
      ...factsOf(field, text.subject),
      ...text.reading.statements.flatMap((statement) => statementFacts(field, statement, body)),
    ];
    for (const value of values) for (const term of text.fact(value).terms) visit(`${field}:${term}`);
  }
}

function visitTerms(index: TermIndex, prefixes: boolean, visit: (key: string) => void): void {
  for (const term of index.places.keys()) visit(term);
  if (prefixes) {
    let before = '';
    for (const term of index.sorted) {
      const prefix = term.slice(0, prefixLetters);
      if (prefix.length === prefixLetters && prefix !== before) visit(`${prefix}*`);
      before = prefix;
    }
  }
  let before = '';
  for (const term of index.terms) {
    const unspaced = hasUnspaced(term);
    if (unspaced && before !== '') visit(before + term);
    before = unspaced ? term : '';
  }
}
