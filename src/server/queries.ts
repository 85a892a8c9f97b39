import type { QueryNode } from '../records.ts';
import { explainQuery, parseQuery } from '../watches/watches.ts';
import type { Html } from '../web/html.ts';
import { html } from '../web/html.ts';
import { type QueryView, queryReading } from '../web/query.ts';
import { searchPage } from '../web/search.ts';
import type { Words } from '../web/words/en.ts';
import { badRequest, type DeskRequest } from './route.ts';

/** GET `/search`. */
export async function search(request: DeskRequest): Promise<Html> {
  const text = queryText(request.query('q'));
  const order = request.query('order') === 'relevance' ? ('relevance' as const) : ('newest' as const);
  const cursor = request.query('cursor');
  const { tree } = parseQuery(text);
  const answer =
    text.trim() === '' || tree === null
      ? null
      : await request.tools.store.search({
          query: tree,
          order,
          limit: hitsMax,
          cursor,
          facets: cursor === null,
          lookMax: searchLookMax,
        });
  const desk = await request.desk();
  return searchPage(desk, { query: queryView(text, desk.words), order, answer, cursor });
}

/** GET `/reading?q=`: how a query is understood, as a part of a page, for the editor while somebody types. */
export async function reading(request: DeskRequest): Promise<Html> {
  const desk = await request.desk();
  return html`${queryReading(queryView(queryText(request.query('q')), desk.words), desk)}`;
}

/** A query taken apart for showing. */
export function queryView(text: string, { locale }: Pick<Words, 'locale'>): QueryView {
  if (text.trim() === '') return { text, parts: [], words: null, problems: [] };
  const { tree, problems } = parseQuery(text);
  return {
    text,
    parts: tree === null ? [] : [...leaves(tree, false), ...operatorsIn(text, tree)],
    words: tree === null ? null : explainQuery(tree, locale.slice(0, 2)),
    problems,
  };
}

const hitsMax = 30;
/** Articles read for one page of hits: about thirty milliseconds' work. */
export const searchLookMax = 120;
const queryCharactersMax = 20_000;

function queryText(text: string | null): string {
  const query = text ?? '';
  if (query.length > queryCharactersMax) throw badRequest('This query is too long', 'Make it shorter.');
  return query;
}

type Part = QueryView['parts'][number];

function leaves(node: QueryNode, negated: boolean): Part[] {
  switch (node.op) {
    case 'and':
    case 'or':
    case 'near':
      return node.of.flatMap((part) => leaves(part, negated));
    case 'not':
      return leaves(node.of, !negated);
    case 'atleast':
      return leaves(node.of, negated);
    case 'field':
      // The name and its colon, up to where what it asks for begins.
      return [{ at: [node.at[0], node.of.at[0]], kind: 'field' }, ...leaves(node.of, negated)];
    case 'range':
    case 'sources':
    case 'kind':
      return [{ at: node.at, kind: 'field' }];
    default:
      return [{ at: node.at, kind: negated ? 'not' : 'word' }];
  }
}

function operatorsIn(text: string, tree: QueryNode): Part[] {
  const taken = leaves(tree, false);
  return [...text.matchAll(/\b(?:AND|OR|NOT|NEAR\/\d{1,3}|BEFORE\/\d{1,3}|W\/[SP])(?![\p{L}\p{N}])/gu)]
    .map((match): Part => ({ at: [match.index, match.index + match[0].length], kind: 'operator' }))
    .filter((one) => !taken.some((part) => part.at[0] < one.at[1] && one.at[0] < part.at[1]));
}
