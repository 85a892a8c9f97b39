import { languageOf } from '../languages/languages.ts';
import type { MatchedWords, QueryField, QueryNode, Span, Statement, Subject } from '../records.ts';
import { splitText } from '../text/sentences.ts';
import { stemmerOf } from '../text/stems.ts';
import { SubjectText } from './document.ts';
import { byPlace, findNear, findPhrase, findStem, findWildcard, type Hit, type Scope } from './find.ts';

/** Most matched words told of one alert or hit. */
const matchedWordsMax = 200;

/**
 * Whether a query matches a subject, and the words that made it so; null when it does not. This is the truth that every
 * index and every full-text pre-filter is checked against. Linear in the text for each word of the query.
 */
export function matchQuery(query: QueryNode, subject: Subject): readonly MatchedWords[] | null {
  return matchedWords(query, new SubjectText(subject));
}

/** `matchQuery` on texts indexed already, for many queries over one subject. */
export function matchedWords(query: QueryNode, text: SubjectText): readonly MatchedWords[] | null {
  // Whether it matches is settled by few of its words; all of them are looked for only when it does.
  return matches(query, text) ? wordsOfMatch(query, text) : null;
}

/** The words that made a query match a text of which it is known that it does. */
export function wordsOfMatch(query: QueryNode, text: SubjectText): readonly MatchedWords[] {
  return told(evaluate(query, contextOf(text)) ?? []);
}

/** Whether a query matches a text, without its words. */
export function matches(query: QueryNode, text: SubjectText): boolean {
  return test(query, contextOf(text));
}

/** A subject's text and where in it words are looked for. */
export interface Context {
  readonly text: SubjectText;
  readonly scopes: readonly Scope[];
}

/** All of a text: where words are looked for unless a field says otherwise. */
export function contextOf(text: SubjectText): Context {
  return { text, scopes: text.scopes };
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
        if (hits === null) continue;
        found ??= [];
        found.push(...hits);
      }
      return found;
    }
    case 'not':
      return test(node.of, context) ? null : [];
    case 'word':
    case 'phrase':
    case 'wildcard':
    case 'near': {
      const hits = find(node, context, Number.POSITIVE_INFINITY);
      return hits.length === 0 ? null : hits;
    }
    case 'atleast': {
      const hits = evaluate(node.of, context);
      return hits !== null && hits.length >= node.count ? hits : null;
    }
    case 'field':
      return evaluateField(node.field, node.of, context);
    default:
      return test(node, context) ? [] : null;
  }
}

/** Whether a part of a query matches, without the places: stops at the first word that settles it. */
export function test(node: QueryNode, context: Context): boolean {
  switch (node.op) {
    case 'all':
      return true;
    case 'and': {
      for (const part of node.of) if (!test(part, context)) return false;
      // Each holds by itself; where several speak of a statement, one statement must hold all of them.
      const joint = jointParts(node.of);
      return joint.length === 0 || evaluateJoint(joint, context) !== null;
    }
    case 'or':
      return node.of.some((part) => test(part, context));
    case 'not':
      return !test(node.of, context);
    case 'word':
    case 'phrase':
      if (
        context.scopes === context.text.scopes &&
        node.terms.length === 1 &&
        !node.exact &&
        !(node.op === 'word' && node.stem)
      ) {
        return context.text.vocabulary.has(node.terms[0]);
      }
      return find(node, context, 1).length > 0;
    case 'near':
    case 'wildcard':
      return find(node, context, 1).length > 0;
    case 'range':
      return inRange(node, context.text.subject);
    case 'sources':
      return (context.text.subject.story?.independentCount ?? 0) >= node.min;
    case 'kind':
      return context.text.subject.kinds.includes(node.kind);
    default:
      return evaluate(node, context) !== null;
  }
}

type PlacedNode = QueryNode & { op: 'word' | 'phrase' | 'wildcard' | 'near' };

function find(node: PlacedNode, context: Context, most: number): Hit[] {
  const { scopes, text } = context;
  if (node.op === 'wildcard') return findWildcard(node.pattern, scopes);
  if (node.op === 'word' && node.stem)
    return findStem(node.terms[0] ?? '', stemmerOf(text.reading.article.language), scopes);
  if (node.op !== 'near') {
    if (scopes === text.scopes) for (const term of node.terms) if (!text.vocabulary.has(term)) return [];
    return findPhrase(node, scopes, most);
  }
  if (!test(node.of[0], context) || !test(node.of[1], context)) return [];
  const [left, right] = node.of.map((side) => evaluate(side, context));
  if (left == null || right == null) return [];
  const reach = typeof node.within === 'number' ? node.within : Number.POSITIVE_INFINITY;
  return findNear(left, right, scopes, reach, node.ordered, groupsOf(node.within, text));
}

function groupsOf(within: number | 'sentence' | 'paragraph', text: SubjectText): ((scope: Scope) => Int32Array) | null {
  if (within === 'paragraph') return ({ index }) => index.paragraph;
  if (within !== 'sentence') return null;
  const language = languageOf(text.reading.article.language);
  return ({ index }) => index.sentence(() => splitText(index.text, language).sentences);
}

function evaluateAnd(parts: readonly QueryNode[], context: Context): Hits {
  const joint = jointParts(parts);
  const found: Hit[] = [];
  for (const part of parts) {
    if (joint.length > 0 && isStatementField(part)) continue;
    const hits = evaluate(part, context);
    if (hits === null) return null;
    found.push(...hits);
  }
  if (joint.length === 0) return found;
  const hits = evaluateJoint(joint, context);
  return hits === null ? null : [...found, ...hits];
}

type FieldNode = QueryNode & { op: 'field' };
const noParts: readonly FieldNode[] = [];

/**
 * Statement fields that stand side by side in one AND speak of one statement: `said:satellite AND speaker:Miller` asks for
 * a statement of Miller's about a satellite, as it reads.
 */
function jointParts(parts: readonly QueryNode[]): readonly FieldNode[] {
  let count = 0;
  for (const part of parts) if (isStatementField(part)) count++;
  return count > 1 ? parts.filter(isStatementField) : noParts;
}

function isStatementField(part: QueryNode): part is FieldNode {
  return part.op === 'field' && statementFields.has(part.field);
}

function evaluateJoint(parts: readonly FieldNode[], context: Context): Hits {
  for (const statement of context.text.reading.statements) {
    const hits = parts.map((part) => evaluateInStatement(part, statement, context.text));
    if (hits.every((one) => one !== null)) return hits.flat();
  }
  return null;
}

function evaluateInStatement({ field, of }: FieldNode, statement: Statement, text: SubjectText): Hits {
  for (const place of placesInStatement(field, statement, text)) {
    const hits = evaluate(of, place);
    if (hits !== null) return hits;
  }
  return null;
}

const statementFields = new Set<QueryField>(['said', 'speaker', 'role', 'venue']);

function evaluateField(field: QueryField, of: QueryNode, context: Context): Hits {
  for (const place of placesOf(field, context)) {
    const hits = evaluate(of, place);
    if (hits !== null) return hits;
  }
  return null;
}

/** Where a field is looked for, one place after the other: it matches when one of them does. */
export function placesOf(field: QueryField, { text }: Context): readonly Context[] {
  if (field === 'title' || field === 'body')
    return [{ text, scopes: text.scopes.filter((scope) => scope.where === field) }];
  if (statementFields.has(field))
    return text.reading.statements.flatMap((statement) => placesInStatement(field, statement, text));
  return factsOf(field, text.subject).map((value) => placeOfFact(value, text));
}

function placesInStatement(field: QueryField, statement: Statement, text: SubjectText): readonly Context[] {
  if (field === 'said') return [{ text, scopes: [{ index: text.body, where: 'body', within: statement.content }] }];
  const { body } = text.reading.article;
  return statementFacts(field, statement, body).map((value) => placeOfFact(value, text));
}

function placeOfFact(value: string, text: SubjectText): Context {
  return { text, scopes: [{ index: text.fact(value), where: 'fact', within: null }] };
}

/** The values of a statement that its field is compared with. */
export function statementFacts(field: QueryField, { speaker, venue }: Statement, body: string): readonly string[] {
  const written = speaker.span === null ? null : body.slice(speaker.span[0], speaker.span[1]);
  const values =
    field === 'speaker'
      ? [speaker.name, written]
      : field === 'role'
        ? [speaker.role]
        : field === 'venue'
          ? [venue?.text ?? null]
          : [];
  return values.filter((value) => value !== null);
}

/** The values of a subject that a field is compared with. */
export function factsOf(field: QueryField, subject: Subject): readonly string[] {
  const { article, mentions } = subject.reading;
  const named = (kind: string) => mentions.filter((mention) => mention.kind === kind).map((mention) => mention.name);
  const values: Partial<Record<QueryField, () => readonly (string | null | undefined)[]>> = {
    source: () => [subject.source?.title, subject.source?.id],
    site: () => [article.site, article.canonical],
    owner: () => [subject.source?.owner],
    lang: () => [article.language],
    by: () => article.byline,
    credit: () => [article.credit?.agency, ...(article.credit?.others ?? [])],
    place: () => named('place'),
    person: () => named('person'),
    org: () => named('organisation'),
    story: () => [subject.story?.id, subject.story?.title],
  };
  return [
    ...new Set((values[field]?.() ?? []).filter((value): value is string => typeof value === 'string' && value !== '')),
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

const reading: readonly MatchedWords['where'][] = ['title', 'standfirst', 'body', 'fact'];

function told(hits: readonly Hit[]): MatchedWords[] {
  const seen = new Set<string>();
  const words: MatchedWords[] = [];
  const inOrder = [...hits].sort(
    (a, b) => reading.indexOf(a.scope.where) - reading.indexOf(b.scope.where) || byPlace(a, b),
  );
  for (const { scope, first, last } of inOrder) {
    if (words.length >= matchedWordsMax) break;
    const span: Span = [scope.index.starts[first], scope.index.ends[last]];
    const key = `${scope.where} ${span[0]} ${span[1]} ${scope.where === 'fact' ? scope.index.text : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    words.push({
      where: scope.where,
      span: scope.where === 'fact' ? null : span,
      text: scope.index.text.slice(span[0], span[1]),
    });
  }
  return words;
}
