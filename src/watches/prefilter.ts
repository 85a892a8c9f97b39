import type { QueryField, QueryNode } from '../records.ts';
import { characterClass, classAt } from '../text/scripts.ts';
import type { SubjectText, TermIndex } from './document.ts';
import { factsOf, termsOf } from './match.ts';

/**
 * Keys: what a query cannot match without, and what a subject has. A query is filed under one set of alternatives, chosen
 * as the rarest of those it needs; a subject that has none of them cannot match. The filter may let too much through, never
 * too little: `match.ts` decides. (The method of percolators; Lucene Monitor's TermFilteredPresearcher is the model.)
 *
 *   w:launch    a term                      c:위성   two signs side by side in an unspaced script
 *   p:lau       first letters of a term     f:lang   a fact of a field, by its first term
 */
export function neededKeys(query: QueryNode): readonly string[] | null {
  return needed(query, 'w')?.keys ?? null;
}

/** How many letters of a wildcard's beginning are its key. */
const prefixLetters = 3;

/** Most alternatives one query is filed under; one that needs more is asked about every article. */
const alternativesMax = 5_000;

interface Need {
  readonly keys: readonly string[];
  /** Expected share of subjects that have one of the keys; only its order matters. */
  readonly cost: number;
}

function needed(node: QueryNode, field: string): Need | null {
  switch (node.op) {
    case 'word':
      // A stem meets other words than its own: file it under the letters all of them begin with.
      if (node.stem)
        return node.word.length > prefixLetters && field === 'w' ? one(`p:${node.word.slice(0, prefixLetters)}`) : null;
      return rarest(termsOf(node.word), field);
    case 'phrase':
      return rarest(node.words.flatMap(termsOf), field);
    case 'wildcard': {
      const literal = node.pattern.slice(0, node.pattern.search(/[*?]/));
      return field === 'w' && literal.length >= prefixLetters && !hasUnspaced(literal)
        ? one(`p:${literal.slice(0, prefixLetters)}`)
        : null;
    }
    case 'and':
    case 'near':
      return cheapest(node.of.map((part) => needed(part, field)));
    case 'or': {
      const parts = node.of.map((part) => needed(part, field));
      const keys: string[] = [];
      let cost = 0;
      for (const part of parts) {
        if (part === null || keys.length > alternativesMax) return null;
        keys.push(...part.keys);
        cost += part.cost;
      }
      return { keys: [...new Set(keys)], cost };
    }
    case 'atleast':
      return needed(node.of, field);
    case 'field':
      return needed(node.of, ofText.has(node.field) ? 'w' : node.field);
    default:
      return null;
  }
}

/** Fields whose words stand in the text itself. */
const ofText = new Set<QueryField>(['title', 'body', 'said']);
/** Fields compared with facts of their own, in the order their keys are made. */
const ofFacts: readonly QueryField[] = [
  'source',
  'site',
  'owner',
  'lang',
  'by',
  'credit',
  'place',
  'person',
  'org',
  'story',
];

function one(key: string): Need {
  return { keys: [key], cost: costOf(key) };
}

function cheapest(needs: readonly (Need | null)[]): Need | null {
  let best: Need | null = null;
  for (const need of needs) if (need !== null && (best === null || need.cost < best.cost)) best = need;
  return best;
}

/** The rarest key among terms that must all stand there, side by side. */
function rarest(terms: readonly string[], field: string): Need | null {
  if (field !== 'w') return terms.length === 0 ? null : one(`${field}:${terms[0]}`);
  const needs: Need[] = [];
  for (let at = 0; at < terms.length; at++) {
    const next = terms[at + 1];
    if (!hasUnspaced(terms[at])) needs.push(one(`w:${terms[at]}`));
    else if (next !== undefined && hasUnspaced(next)) needs.push(one(`c:${terms[at]}${next}`));
    else if (terms.length === 1) needs.push(one(`w:${terms[at]}`));
  }
  return cheapest(needs);
}

function hasUnspaced(term: string): boolean {
  return term.length > 0 && classAt(term, 0) === characterClass.unspaced;
}

/** A guess at how common a key is: long words are rare, the commonest are listed, a language is met in half of all. */
function costOf(key: string): number {
  const kind = key.slice(0, 2);
  const term = key.slice(2);
  if (kind === 'w:') return common.has(term) ? 0.9 : hasUnspaced(term) ? 0.2 : 1 / (1 + term.length * term.length);
  if (kind === 'c:') return 0.02;
  if (kind === 'p:') return 0.3;
  return key.startsWith('lang:') ? 0.5 : 0.03;
}

const common = new Set(
  'a an and are as at be been but by for from had has have he her his i in is it its more new not of on or said say says she that the their they this to two u s was we were which who will with would year years de la el los las del en y que un una por con para der die das und von zu den im mit auf des le les et du est dans pour'.split(
    ' ',
  ),
);

/** All keys a subject has, for the kinds of key that the index uses at all. */
export function keysOf(
  text: SubjectText,
  wanted: { readonly prefixes: boolean; readonly fields: ReadonlySet<string> },
): Set<string> {
  const keys = new Set<string>();
  for (const index of [text.title, text.standfirst, text.body]) addTerms(keys, index, wanted.prefixes);
  for (const field of ofFacts) {
    if (!wanted.fields.has(field)) continue;
    for (const value of factsOf(field, text.subject))
      for (const term of text.fact(value).terms) keys.add(`${field}:${term}`);
  }
  const { body } = text.reading.article;
  for (const { speaker, venue } of text.reading.statements) {
    const written = speaker.span === null ? null : body.slice(speaker.span[0], speaker.span[1]);
    const values = { speaker: [speaker.name, written], role: [speaker.role], venue: [venue?.text ?? null] };
    for (const [field, texts] of Object.entries(values)) {
      if (!wanted.fields.has(field)) continue;
      for (const value of texts)
        if (value !== null) for (const term of text.fact(value).terms) keys.add(`${field}:${term}`);
    }
  }
  return keys;
}

function addTerms(keys: Set<string>, index: TermIndex, prefixes: boolean): void {
  let before = '';
  for (const term of index.terms) {
    keys.add(`w:${term}`);
    const unspaced = hasUnspaced(term);
    if (unspaced && before !== '') keys.add(`c:${before}${term}`);
    else if (prefixes && term.length >= prefixLetters) keys.add(`p:${term.slice(0, prefixLetters)}`);
    before = unspaced ? term : '';
  }
}
