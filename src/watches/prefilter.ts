import type { QueryField, QueryNode } from '../records.ts';
import { characterClass, classAt } from '../text/scripts.ts';
import type { SubjectText, TermIndex } from './document.ts';
import { stemPrefixLetters } from './find.ts';
import { factsOf, statementFacts } from './match.ts';

/**
 * What a subject must have for a query to match it, in keys alone: the query with everything left out that only places and
 * facts can tell. It may let too much through, never too little: `match.ts` decides. (The method of percolators; Lucene
 * Monitor's TermFilteredPresearcher is the model.)
 *
 *   launch        a term                      위성          two signs side by side in an unspaced script
 *   lau*          first letters of a term     lang:ko       a fact of a field, by its first term
 */
export type Condition =
  | { readonly is: 'key'; readonly key: string; readonly exact: boolean }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[]; readonly exact: boolean }
  | { readonly is: 'not'; readonly of: Condition; readonly exact: boolean }
  /** Nothing can be told from keys. */
  | { readonly is: 'open'; readonly exact: false };

/** How many letters of a wildcard's beginning are its key; no stem changes these first letters either. */
const prefixLetters = stemPrefixLetters;

const open: Condition = { is: 'open', exact: false };

export function conditionOf(node: QueryNode, field: QueryField | null = null): Condition {
  switch (node.op) {
    case 'word':
      // A stem meets other words than its own: what all of them begin with is asked for.
      if (node.stem)
        return node.word.length > prefixLetters && field === null
          ? loose(`${node.word.slice(0, prefixLetters)}*`)
          : open;
      return conditionOfTerms(node.terms, field, !node.exact);
    case 'phrase':
      return conditionOfTerms(node.terms, field, false);
    case 'wildcard': {
      const literal = node.pattern.slice(0, node.pattern.search(/[*?]/));
      return field !== null || literal.length < prefixLetters || hasUnspaced(literal)
        ? open
        : loose(`${literal.slice(0, prefixLetters)}*`);
    }
    case 'and':
      return several(
        'all',
        node.of.map((part) => conditionOf(part, field)),
        true,
      );
    case 'near':
      return several(
        'all',
        node.of.map((part) => conditionOf(part, field)),
        false,
      );
    case 'or':
      return several(
        'any',
        node.of.map((part) => conditionOf(part, field)),
        true,
      );
    case 'not': {
      const of = conditionOf(node.of, field);
      // Too much let through would be too little once turned round.
      return of.exact ? { is: 'not', of, exact: true } : open;
    }
    case 'atleast':
    case 'field': {
      const inner = node.op === 'field' && !ofText.has(node.field) ? node.field : node.op === 'field' ? null : field;
      return several('all', [conditionOf(node.of, inner)], false);
    }
    default:
      return open;
  }
}

/** Fields whose words stand in the text itself. */
const ofText = new Set<QueryField>(['title', 'body', 'said']);

function loose(key: string): Condition {
  return { is: 'key', key, exact: false };
}

function several(is: 'all' | 'any', of: readonly Condition[], exact: boolean): Condition {
  if (is === 'any' && of.some((one) => one.is === 'open')) return open;
  const told = of.filter((one) => one.is !== 'open');
  if (told.length === 0) return open;
  return { is, of: told, exact: exact && told.length === of.length && told.every((one) => one.exact) };
}

/** Terms that must all stand there, side by side; a single one is all there is to ask. */
function conditionOfTerms(terms: readonly string[], field: QueryField | null, exact: boolean): Condition {
  if (terms.length === 0) return open;
  // A NOT inside a field asks each of its facts, which keys do not tell apart.
  if (field !== null) return loose(`${field}:${terms[0]}`);
  const keys: Condition[] = [];
  for (let at = 0; at < terms.length; at++) {
    const pair = at + 1 < terms.length && hasUnspaced(terms[at]) && hasUnspaced(terms[at + 1]);
    if (hasUnspaced(terms[at]) && !pair && terms.length > 1) continue;
    keys.push(loose(pair ? terms[at] + terms[at + 1] : terms[at]));
  }
  if (terms.length === 1) return { is: 'key', key: terms[0], exact };
  return several('all', keys, false);
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
