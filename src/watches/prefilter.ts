import type { QueryField, QueryNode } from '../records.ts';
import { isUnspaced, mustTouchSomewhere } from '../text/scripts.ts';
import { stemsOf } from '../text/stems.ts';
import { stemPrefixLetters } from './find.ts';

/**
 * A query in terms that can be looked up by number (`program.ts`): words, phrases, wildcards and nearness are told exactly,
 * of everything else only what must be there. (Percolators know the second half alone; Lucene Monitor's
 * TermFilteredPresearcher is the model.) Keys:
 *
 *   launch        a term                      위성          two signs side by side in an unspaced script
 *   lau*          first letters of a term     lang:ko       a fact of a field, by its first term
 */
export type Condition =
  | { readonly is: 'key'; readonly key: string }
  /** Terms in a row; `pairs` are keys that are rarer than the signs they join. */
  | { readonly is: 'phrase'; readonly terms: readonly string[]; readonly pairs: readonly string[] }
  | { readonly is: 'wildcard'; readonly pattern: string; readonly prefix: string | null }
  | {
      readonly is: 'near';
      readonly of: readonly [Condition, Condition];
      readonly within: number;
      readonly ordered: boolean;
    }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  /** When `of` holds, the matcher has to say whether the part does; null when nothing can be told beforehand. */
  | { readonly is: 'perhaps'; readonly of: Condition | null };

/** How many letters of a wildcard's beginning are its key; no stem changes these first letters either. */
export const prefixLetters = stemPrefixLetters;

export function conditionOf(node: QueryNode): Condition {
  return condition(node, anywhere);
}

/** Where a part of a query looks: `field` for its facts; in `part` of the text, or in all of it. */
interface Place {
  readonly field: QueryField | null;
  readonly part: boolean;
}
const anywhere: Place = { field: null, part: false };
const inPart: Place = { field: null, part: true };

const unknown: Condition = { is: 'perhaps', of: null };

function condition(node: QueryNode, place: Place): Condition {
  switch (node.op) {
    case 'word':
      return node.stem ? conditionOfStem(node.terms, place) : conditionOfTerms(node.terms, node.exact, place);
    case 'phrase':
      return conditionOfTerms(node.terms, node.exact, place);
    case 'wildcard': {
      if (place.field !== null) return unknown;
      const literal = node.pattern.slice(0, node.pattern.search(/[*?]/));
      const told = literal.length >= prefixLetters && !isUnspaced(literal);
      const wildcard: Condition = { is: 'wildcard', pattern: node.pattern, prefix: told ? prefixKey(literal) : null };
      return place.part ? perhaps(wildcard) : wildcard;
    }
    case 'and':
      return { is: 'all', of: node.of.map((part) => condition(part, place)) };
    case 'or':
      return { is: 'any', of: node.of.map((part) => condition(part, place)) };
    case 'not':
      return { is: 'not', of: condition(node.of, place) };
    case 'near': {
      const of = [condition(node.of[0], place), condition(node.of[1], place)] as const;
      const { within, ordered } = node;
      if (typeof within === 'number' && of.every(hasPlaces)) return { is: 'near', of, within, ordered };
      return perhaps({ is: 'all', of });
    }
    case 'atleast':
      return perhaps(condition(node.of, place));
    case 'field':
      // Of a word in a part of the text only its absence from all of it can be told; the same of one among several facts.
      return perhaps(condition(node.of, ofText.has(node.field) ? inPart : { field: node.field, part: true }));
    default:
      return unknown;
  }
}

/** Fields whose words stand in the text itself. */
const ofText = new Set<QueryField>(['title', 'body', 'said']);

function perhaps(of: Condition): Condition {
  return { is: 'perhaps', of };
}

function hasPlaces(one: Condition): boolean {
  return (
    one.is === 'key' || one.is === 'phrase' || one.is === 'wildcard' || (one.is === 'any' && one.of.every(hasPlaces))
  );
}

/** A stem meets other words than its own: what all of them begin with is asked for. */
function conditionOfStem([term]: readonly string[], { field }: Place): Condition {
  if (field !== null || term === undefined || term.length < prefixLetters) return unknown;
  const beginning = term.slice(0, prefixLetters);
  const kept = stemsOf(term).every((stem) => stem.length >= prefixLetters);
  return kept ? perhaps({ is: 'key', key: prefixKey(beginning) }) : unknown;
}

/** Terms that must all stand there, side by side; a single one is all there is to ask. */
function conditionOfTerms(terms: readonly string[], exact: boolean, { field, part }: Place): Condition {
  if (terms.length === 0) return unknown;
  if (field !== null) return perhaps({ is: 'key', key: `${field}:${terms[0]}` });
  const pairs: string[] = [];
  for (let at = 0; at + 1 < terms.length; at++)
    if (isUnspaced(terms[at]) && isUnspaced(terms[at + 1])) pairs.push(terms[at] + terms[at + 1]);
  const told: Condition = terms.length === 1 ? { is: 'key', key: terms[0] } : { is: 'phrase', terms, pairs };
  return exact || part || mustTouchSomewhere(terms) ? perhaps(told) : told;
}

export function prefixKey(term: string): string {
  return `${term.slice(0, prefixLetters)}*`;
}

/** A guess at how common a key is before any article was seen: long words are rare, the commonest are listed. */
export function guessedCommonness(key: string): number {
  if (key.endsWith('*')) return 0.3;
  if (key.includes(':')) return key.startsWith('lang:') ? 0.5 : 0.03;
  if (isUnspaced(key)) return key.length === 1 ? 0.2 : 0.02;
  return common.has(key) ? 0.9 : 1 / (1 + key.length * key.length);
}

const common = new Set(
  'a an and are as at be been but by for from had has have he her his i in is it its more new not of on or said say says she that the their they this to two u s was we were which who will with would year years de la el los las del en y que un una por con para der die das und von zu den im mit auf des le les et du est dans pour'.split(
    ' ',
  ),
);
