import type { MatchedWords, QueryNode, Span } from '../records.ts';
import { mustTouch, mustTouchSomewhere } from '../text/scripts.ts';
import { withoutTail } from '../text/tail.ts';
import { visitTerms } from '../text/terms.ts';
import type { TermIndex } from './document.ts';

/** Part of a subject that words are looked for in. `within` bounds it to spans of the text. */
export interface Scope {
  readonly index: TermIndex;
  readonly where: MatchedWords['where'];
  readonly within: readonly Span[] | null;
}

/** Where something was found: terms `first` to `last` of a scope's index. */
export interface Hit {
  readonly scope: Scope;
  readonly first: number;
  readonly last: number;
}

type WordNode = QueryNode & { op: 'word' };
type PhraseNode = QueryNode & { op: 'phrase' };

/**
 * Places of a word or phrase, in order; at most `most` of them, so that asking whether there is one costs one. The rarest of
 * its terms is looked up and the others are compared beside it.
 */
export function findPhrase(node: WordNode | PhraseNode, scopes: readonly Scope[], most: number): Hit[] {
  const { terms } = node;
  const hits: Hit[] = [];
  if (terms.length === 0) return hits;
  const asWritten = node.exact ? trimmed(node.op === 'word' ? node.word : node.words.join(' ')) : null;
  const touching = touchingOf(node);
  for (const scope of scopes) {
    const { index } = scope;
    const [lead, places] = rarest(terms, index);
    for (const place of places) {
      const first = place - lead;
      const last = first + terms.length - 1;
      if (first < 0 || last >= index.terms.length) continue;
      let equal = true;
      for (let at = 0; equal && at < terms.length; at++) equal = index.terms[first + at] === terms[at];
      if (!equal || !inside(scope, first, last)) continue;
      // Names are written with and without a space between their parts: only text must touch.
      if (touching !== null && scope.where !== 'fact' && !touches(index, first, touching)) continue;
      if (
        asWritten !== null &&
        index.text.slice(index.starts[first], index.ends[last]).replace(/\s+/g, ' ') !== asWritten
      )
        continue;
      if (hits.push({ scope, first, last }) >= most) return hits;
    }
  }
  return hits;
}

/** Which terms of a query touch the one after them, as it was written; null when none must. */
function touchingOf(node: WordNode | PhraseNode): readonly boolean[] | null {
  const { terms } = node;
  if (!mustTouchSomewhere(terms)) return null;
  const touching: boolean[] = [];
  for (const word of node.op === 'word' ? [node.word] : node.words) {
    let before = -1;
    visitTerms(word, (term, start, end) => {
      if (before === start) touching[touching.length - 1] = mustTouch(terms[touching.length - 1], term);
      touching.push(false);
      before = end;
    });
  }
  // Cut otherwise than its terms were, a query is taken loosely.
  return touching.length === terms.length ? touching : null;
}

function touches({ starts, ends }: TermIndex, first: number, touching: readonly boolean[]): boolean {
  return touching.every((must, at) => !must || ends[first + at] === starts[first + at + 1]);
}

/** Places of the terms that a pattern with `*` and `?` stands for, in order. */
export function findWildcard(pattern: string, scopes: readonly Scope[]): Hit[] {
  return findTerms(pattern.slice(0, pattern.search(/[*?]/)), (term) => globMatches(pattern, term), scopes);
}

/** Places of the terms with the same stem, in order. Stems keep the first letters of their words, so only those are looked at. */
export function findStem(word: string, stem: (term: string) => string, scopes: readonly Scope[]): Hit[] {
  const wanted = stem(word);
  return findTerms(word.slice(0, Math.min(stemPrefixLetters, wanted.length)), (term) => stem(term) === wanted, scopes);
}

/** First letters that all forms of a word share, as the index of watches relies on too. */
export const stemPrefixLetters = 3;

function findTerms(prefix: string, accepts: (term: string) => boolean, scopes: readonly Scope[]): Hit[] {
  const hits: Hit[] = [];
  for (const scope of scopes) {
    const { sorted, places } = scope.index;
    const found: Hit[] = [];
    for (let at = firstFrom(sorted, prefix); at < sorted.length && sorted[at].startsWith(prefix); at++) {
      if (!accepts(sorted[at])) continue;
      for (const place of places.get(sorted[at]) ?? []) {
        if (inside(scope, place, place)) found.push({ scope, first: place, last: place });
      }
    }
    hits.push(...found.sort(byPlace));
  }
  return hits;
}

/** Pairs near enough, by one merge over both lists in order of place. `groups` numbers sentences or paragraphs. */
export function findNear(
  left: readonly Hit[],
  right: readonly Hit[],
  scopes: readonly Scope[],
  most: number,
  ordered: boolean,
  groups: ((scope: Scope) => Int32Array) | null,
): Hit[] {
  const found: Hit[] = [];
  for (const scope of scopes) {
    const group = groups === null ? null : groups(scope);
    const a = left.filter((hit) => hit.scope === scope).sort(byPlace);
    const b = right.filter((hit) => hit.scope === scope).sort(byPlace);
    const longest = b.reduce((longest, { first, last }) => Math.max(longest, last - first), 0);
    const hits = new Set<Hit>();
    let from = 0;
    for (const one of a) {
      while (from < b.length && isOutOfReach(b[from], one, most, group, longest)) from++;
      for (let at = from; at < b.length && !isTooFarAfter(b[at], one, most, group); at++)
        if (isNear(one, b[at], most, ordered, group)) hits.add(one).add(b[at]);
    }
    found.push(...[...hits].sort(byPlace));
  }
  return found;
}

function isNear(one: Hit, other: Hit, most: number, ordered: boolean, group: Int32Array | null): boolean {
  if (group !== null && group[one.first] !== group[other.first]) return false;
  if (other.first > one.last) return other.first - one.last - 1 <= most;
  return !ordered && other.last < one.first && one.first - other.last - 1 <= most;
}

/** True when no later `one` can be near to the hit either: places only grow, and no hit is longer than the longest. */
function isOutOfReach(hit: Hit, one: Hit, most: number, group: Int32Array | null, longest: number): boolean {
  return group === null ? one.first - hit.first - longest - 1 > most : group[hit.first] < group[one.first];
}

function isTooFarAfter(hit: Hit, one: Hit, most: number, group: Int32Array | null): boolean {
  return group === null ? hit.first - one.last - 1 > most : group[hit.first] > group[one.first];
}

export function byPlace(a: Hit, b: Hit): number {
  return a.first - b.first || a.last - b.last;
}

function inside(scope: Scope, first: number, last: number): boolean {
  if (scope.within === null) return true;
  const start = scope.index.starts[first];
  const end = scope.index.ends[last];
  return scope.within.some((span) => start >= span[0] && end <= span[1]);
}

const nowhere: readonly number[] = [];

/** Which of the terms stands in fewest places, and those places. */
function rarest(terms: readonly string[], index: TermIndex): readonly [lead: number, places: readonly number[]] {
  let lead = 0;
  let places = index.places.get(terms[0]) ?? nowhere;
  for (let at = 1; at < terms.length && places.length > 0; at++) {
    const others = index.places.get(terms[at]) ?? nowhere;
    if (others.length < places.length) [lead, places] = [at, others];
  }
  return [lead, places];
}

/** A case-exact phrase without the signs at its edges, which are no part of any term. */
function trimmed(text: string): string {
  return withoutTail(text.replace(/^[^\p{L}\p{N}]+/u, ''), /[^\p{L}\p{N}\p{M}]/u);
}

function firstFrom(sorted: readonly string[], prefix: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `*` any letters, `?` one. Two indexes and one step back: linear for one star, at worst pattern times term, both short. */
export function globMatches(pattern: string, term: string): boolean {
  let at = 0;
  let sign = 0;
  let star = -1;
  let resume = 0;
  while (at < term.length) {
    if (sign < pattern.length && (pattern[sign] === '?' || pattern[sign] === term[at])) {
      sign++;
      at++;
    } else if (sign < pattern.length && pattern[sign] === '*') {
      star = sign++;
      resume = at;
    } else if (star >= 0) {
      sign = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[sign] === '*') sign++;
  return sign === pattern.length;
}
