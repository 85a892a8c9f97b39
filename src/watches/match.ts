import { languageOf } from '../languages/languages.ts';
import type { MatchedWords, QueryField, QueryNode, Span, Statement, Subject } from '../records.ts';
import { splitText } from '../text/sentences.ts';
import { SubjectText, TermIndex } from './document.ts';
import { stemmerOf } from './stems.ts';

/** Most matched words told of one alert or hit. */
export const matchedWordsMax = 200;

/**
 * Whether a query matches a subject, and the words that made it so; null when it does not. This is the truth that every
 * index and every full-text pre-filter is checked against. Linear in the text for each word of the query.
 */
export function matchQuery(query: QueryNode, subject: Subject): readonly MatchedWords[] | null {
  return matchText(query, new SubjectText(subject));
}

/** `matchQuery` on texts indexed already, for many queries over one subject. */
export function matchText(query: QueryNode, text: SubjectText): readonly MatchedWords[] | null {
  const places: Scope[] = [
    { index: text.title, where: 'title', within: null },
    { index: text.standfirst, where: 'standfirst', within: null },
    { index: text.body, where: 'body', within: null },
  ];
  const hits = evaluate(query, { text, scopes: places });
  return hits === null ? null : told(hits);
}

/** Part of the subject that words are looked for in. `within` bounds it to spans of the text. */
interface Scope {
  readonly index: TermIndex;
  readonly where: MatchedWords['where'];
  readonly within: readonly Span[] | null;
}

/** Where something was found: terms `first` to `last` of a scope's index. */
interface Hit {
  readonly scope: Scope;
  readonly first: number;
  readonly last: number;
}

interface Context {
  readonly text: SubjectText;
  readonly scopes: readonly Scope[];
}

/** Null: no match. A list, perhaps empty, of the places that made it match, otherwise. */
type Hits = readonly Hit[] | null;

function evaluate(node: QueryNode, context: Context): Hits {
  switch (node.op) {
    case 'all':
      return [];
    case 'and':
      return evaluateAnd(node.of, context);
    case 'or': {
      let found: Hit[] | null = null;
      for (const one of node.of) {
        const hits = evaluate(one, context);
        if (hits !== null) found = [...(found ?? []), ...hits];
      }
      return found;
    }
    case 'not':
      return evaluate(node.of, context) === null ? [] : null;
    case 'word':
      return some(
        findWord(node.word, node.exact, node.stem ? stemmerOf(context.text.reading.article.language) : null, context),
      );
    case 'phrase':
      return some(findPhrase(node.words, node.exact, context));
    case 'wildcard':
      return some(findWildcard(node.pattern, context));
    case 'near':
      return some(findNear(node, context));
    case 'atleast': {
      const hits = evaluate(node.of, context);
      return hits !== null && hits.length >= node.count ? hits : null;
    }
    case 'field':
      return evaluateField(node.field, node.of, context);
    case 'range':
      return inRange(node, context.text.subject) ? [] : null;
    case 'sources':
      return (context.text.subject.story?.independentCount ?? 0) >= node.min ? [] : null;
    case 'kind':
      return context.text.subject.kinds.includes(node.kind) ? [] : null;
  }
}

function some(hits: readonly Hit[]): Hits {
  return hits.length === 0 ? null : hits;
}

/**
 * Statement fields that stand side by side in one AND speak of one statement: `said:satellite AND speaker:Miller` asks for
 * a statement of Miller's about a satellite, as it reads.
 */
function evaluateAnd(parts: readonly QueryNode[], context: Context): Hits {
  const ofStatement = parts.filter((part) => part.op === 'field' && statementFields.has(part.field));
  const joint = ofStatement.length > 1;
  const found: Hit[] = [];
  for (const part of parts) {
    if (joint && ofStatement.includes(part)) continue;
    const hits = evaluate(part, context);
    if (hits === null) return null;
    found.push(...hits);
  }
  if (!joint) return found;
  for (const statement of context.text.reading.statements) {
    const hits = ofStatement.map((part) =>
      part.op === 'field' ? inStatement(part.field, part.of, statement, context) : null,
    );
    if (hits.every((one) => one !== null)) return [...found, ...hits.flat()];
  }
  return null;
}

const statementFields = new Set<QueryField>(['said', 'speaker', 'role', 'venue']);

function evaluateField(field: QueryField, of: QueryNode, context: Context): Hits {
  const { text } = context;
  if (field === 'title') return evaluate(of, { text, scopes: [{ index: text.title, where: 'title', within: null }] });
  if (field === 'body') return evaluate(of, { text, scopes: [{ index: text.body, where: 'body', within: null }] });
  if (statementFields.has(field)) {
    for (const statement of text.reading.statements) {
      const hits = inStatement(field, of, statement, context);
      if (hits !== null) return hits;
    }
    return null;
  }
  for (const value of factsOf(field, text.subject)) {
    const hits = inFact(value, of, text);
    if (hits !== null) return hits;
  }
  return null;
}

function inStatement(field: QueryField, of: QueryNode, statement: Statement, { text }: Context): Hits {
  if (field === 'said')
    return evaluate(of, { text, scopes: [{ index: text.body, where: 'body', within: statement.content }] });
  const body = text.reading.article.body;
  const { speaker, venue } = statement;
  const written = speaker.span === null ? null : body.slice(speaker.span[0], speaker.span[1]);
  const values =
    field === 'speaker' ? [speaker.name, written] : field === 'role' ? [speaker.role] : [venue?.text ?? null];
  for (const value of values) {
    const hits = value === null ? null : inFact(value, of, text);
    if (hits !== null) return hits;
  }
  return null;
}

function inFact(value: string, of: QueryNode, text: SubjectText): Hits {
  return evaluate(of, { text, scopes: [{ index: text.fact(value), where: 'fact', within: null }] });
}

/** The values a field is compared with. */
export function factsOf(field: QueryField, subject: Subject): readonly string[] {
  const { article, mentions } = subject.reading;
  const named = (kind: string) => mentions.filter((mention) => mention.kind === kind).map((mention) => mention.name);
  const values: Partial<Record<QueryField, readonly (string | null | undefined)[]>> = {
    source: [subject.source?.title, subject.source?.id],
    site: [article.site, article.canonical],
    owner: [subject.source?.owner],
    lang: [article.language],
    by: article.byline,
    credit: [article.credit?.agency, ...(article.credit?.others ?? [])],
    place: named('place'),
    person: named('person'),
    org: named('organisation'),
    story: [subject.story?.id, subject.story?.title],
  };
  return [
    ...new Set((values[field] ?? []).filter((value): value is string => typeof value === 'string' && value !== '')),
  ];
}

/** `published` compares as far as both are written; `window` asks for an announced date whose interval touches the range. */
function inRange(range: QueryNode & { op: 'range' }, subject: Subject): boolean {
  const touches = (from: string, to: string) =>
    (range.from === null || to.slice(0, range.from.length) >= range.from.slice(0, to.length)) &&
    (range.to === null || from.slice(0, range.to.length) <= range.to.slice(0, from.length));
  const { article, events } = subject.reading;
  if (range.field === 'published')
    return article.published.value !== null && touches(article.published.value, article.published.value);
  return events.some(
    (event) => event.kind !== 'past' && event.from !== null && touches(event.from, event.to ?? event.from),
  );
}

/** The terms that a word of a query stands for: one, or several in a row (`mid-June`, `U.S.`, every sign of a Chinese word). */
export function termsOf(word: string): readonly string[] {
  return new TermIndex(word).terms;
}

function findWord(word: string, exact: boolean, stem: ((term: string) => string) | null, context: Context): Hit[] {
  if (stem === null) return findPhrase([word], exact, context);
  const wanted = stem(word);
  return findTerms((term) => stem(term) === wanted, context);
}

function findPhrase(words: readonly string[], exact: boolean, context: Context): Hit[] {
  const terms = words.flatMap(termsOf);
  const hits: Hit[] = [];
  if (terms.length === 0) return hits;
  const asWritten = exact ? words.join(' ') : null;
  for (const scope of context.scopes) {
    const { index } = scope;
    for (const first of index.places.get(terms[0]) ?? []) {
      const last = first + terms.length - 1;
      let equal = last < index.terms.length;
      for (let at = 1; equal && at < terms.length; at++) equal = index.terms[first + at] === terms[at];
      if (!equal || !inside(scope, first, last)) continue;
      if (
        asWritten !== null &&
        index.text.slice(index.starts[first], index.ends[last]).replace(/\s+/g, ' ') !== trimmed(asWritten)
      )
        continue;
      hits.push({ scope, first, last });
    }
  }
  return hits;
}

/** A case-exact phrase without the signs at its edges, which are no part of any term. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}

function findWildcard(pattern: string, context: Context): Hit[] {
  return findTerms((term) => globMatches(pattern, term), context);
}

function findTerms(accepts: (term: string) => boolean, context: Context): Hit[] {
  const hits: Hit[] = [];
  for (const scope of context.scopes) {
    for (const [term, places] of scope.index.places) {
      if (!accepts(term)) continue;
      for (const place of places) if (inside(scope, place, place)) hits.push({ scope, first: place, last: place });
    }
  }
  return hits.sort((a, b) => a.first - b.first);
}

function inside(scope: Scope, first: number, last: number): boolean {
  if (scope.within === null) return true;
  const start = scope.index.starts[first];
  const end = scope.index.ends[last];
  return scope.within.some((span) => start >= span[0] && end <= span[1]);
}

/** `*` any letters, `?` one. Two indexes and one step back: linear for one star, at worst pattern times term, both short. */
export function globMatches(pattern: string, term: string): boolean {
  let at = 0;
  let in_ = 0;
  let star = -1;
  let resume = 0;
  while (at < term.length) {
    if (in_ < pattern.length && (pattern[in_] === '?' || pattern[in_] === term[at])) {
      in_++;
      at++;
    } else if (in_ < pattern.length && pattern[in_] === '*') {
      star = in_++;
      resume = at;
    } else if (star >= 0) {
      in_ = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[in_] === '*') in_++;
  return in_ === pattern.length;
}

/** Pairs near enough, by one merge over both lists in order of place. */
function findNear(node: QueryNode & { op: 'near' }, context: Context): Hit[] {
  const [left, right] = node.of.map((side) => evaluate(side, context));
  if (left == null || right == null) return [];
  const hits = new Set<Hit>();
  for (const scope of context.scopes) {
    const group = groupOf(scope, node.within, context);
    const a = left.filter((hit) => hit.scope === scope).sort(byPlace);
    const b = right.filter((hit) => hit.scope === scope).sort(byPlace);
    const reach = typeof node.within === 'number' ? node.within : Number.POSITIVE_INFINITY;
    let from = 0;
    for (const one of a) {
      while (from < b.length && tooFarBefore(b[from], one, reach, group)) from++;
      for (let at = from; at < b.length; at++) {
        const other = b[at];
        if (other.first > one.last && apart(one, other) > reach) break;
        if (group !== null && group[other.first] > group[one.first]) break;
        if (other.first <= one.last && other.last >= one.first) continue;
        if (node.ordered && other.first < one.first) continue;
        if (
          group === null
            ? apart(one, other) > reach && apart(other, one) > reach
            : group[other.first] !== group[one.first]
        )
          continue;
        hits.add(one).add(other);
      }
    }
  }
  return [...hits].sort(byPlace);
}

/** True for a hit that no later `one` can be near to either, since places only grow. */
function tooFarBefore(hit: Hit, one: Hit, reach: number, group: Int32Array | null): boolean {
  return group === null ? one.first - hit.last - 1 > reach : group[hit.first] < group[one.first];
}

function byPlace(a: Hit, b: Hit): number {
  return a.first - b.first || a.last - b.last;
}

/** Words between two hits, the first of which comes first; infinite the other way round. */
function apart(before: Hit, after: Hit): number {
  return after.first > before.last ? after.first - before.last - 1 : Number.POSITIVE_INFINITY;
}

function groupOf(scope: Scope, within: number | 'sentence' | 'paragraph', { text }: Context): Int32Array | null {
  if (within === 'paragraph') return scope.index.paragraph;
  if (within === 'sentence')
    return scope.index.sentence(() => splitText(scope.index.text, languageOf(text.reading.article.language)).sentences);
  return null;
}

function told(hits: readonly Hit[]): MatchedWords[] {
  const seen = new Set<string>();
  const words: MatchedWords[] = [];
  const order: MatchedWords['where'][] = ['title', 'standfirst', 'body', 'fact'];
  const inOrder = [...hits].sort(
    (a, b) => order.indexOf(a.scope.where) - order.indexOf(b.scope.where) || byPlace(a, b),
  );
  for (const { scope, first, last } of inOrder) {
    const span: Span = [scope.index.starts[first], scope.index.ends[last]];
    const key = `${scope.where} ${span[0]} ${span[1]} ${scope.where === 'fact' ? scope.index.text : ''}`;
    if (seen.has(key) || words.length >= matchedWordsMax) continue;
    seen.add(key);
    const text = scope.index.text.slice(span[0], span[1]);
    words.push({ where: scope.where, span: scope.where === 'fact' ? null : span, text });
  }
  return words;
}
