import type { DevelopmentKind, QueryNode } from '../../records.ts';
import { type Condition, conditionOf, isExact, narrowingOf, type WordTree, withinColumns } from '../search.ts';
import {
  type Candidate,
  type Counted,
  lookedMax,
  type Matches,
  type Row,
  type SearchIndex,
  searchOver,
} from '../searching.ts';
import type { SearchRequest, Store } from '../store.ts';
import type { Bound, Database } from './database.ts';
import { subjectsNumbered } from './subjects.ts';
import { expressionOf, inWords } from './words.ts';

/** Search over the word index of PostgreSQL. */
export function searchMethods(database: Database, matches: Matches): Pick<Store, 'search' | 'makeSearchQuick'> {
  return {
    // Its indexes keep themselves.
    makeSearchQuick: async () => false,
    search: (request) => searchOver(indexOf(database, request), matches, request),
  };
}

/** One search's view of the index: articles are loaded a batch at a time, ahead of being asked for. */
function indexOf(database: Database, asked: SearchRequest): SearchIndex {
  let loaded = new Map<number, Candidate>();
  const ahead = async function* (rows: readonly Row[]): AsyncIterable<Row> {
    // Few at first: most searches end with the first page.
    for (let at = 0, size = loadedFirst; at < rows.length; at += size, size = loadedRows) {
      const batch = rows.slice(at, at + size);
      loaded = await subjectsNumbered(
        database,
        batch.map((row) => row.number),
      );
      yield* batch;
    }
  };
  return {
    async *candidates(request) {
      for await (const batch of candidateBatches(database, request)) yield* ahead(batch);
    },
    load: (row) => loaded.get(row.number) ?? null,
    told: decidesAlone(asked.query)
      ? { unsettled: () => [], settle: () => undefined, count: () => countAll(database, asked) }
      : null,
  };
}

const loadedFirst = 40;
const loadedRows = 200;
const batchRows = 500;

/** As for any store, but a phrase only lets through what has its words: it must be looked at. */
function decidesAlone(query: QueryNode): boolean {
  return isExact(query) && isWordwise(narrowingOf(query));
}

function isWordwise(narrowing: ReturnType<typeof narrowingOf>): boolean {
  if (narrowing.by === 'all') return true;
  return narrowing.by === 'words' && isSingle(narrowing.tree);
}

function isSingle(tree: WordTree): boolean {
  return tree.op === 'phrase' ? tree.tokens.length === 1 : tree.of.every(isSingle);
}

/** Articles that may match, in the order asked for. */
async function* candidateBatches(database: Database, { query, order }: SearchRequest): AsyncIterable<Row[]> {
  const narrowing = narrowingOf(query);
  const condition = numbered(conditionOf(narrowing, inWords), 3);
  if (order === 'relevance' && narrowing.by === 'words') {
    yield database.all<Row>(
      // Without places there is no BM25: a title that matches by itself comes first, then a standfirst, then the newest.
      `SELECT number, sort_at FROM article WHERE removed IS NULL AND words @@ $1::tsquery
       ORDER BY words @@ $2::tsquery DESC, words @@ $3::tsquery DESC, sort_at DESC, number DESC LIMIT ${lookedMax}`,
      expressionOf(narrowing.tree),
      expressionOf(withinColumns(narrowing.tree, ['title'])),
      expressionOf(withinColumns(narrowing.tree, ['standfirst'])),
    );
    return;
  }
  let last: Row | null = null;
  for (;;) {
    const batch: Row[] = await database.all<Row>(
      `SELECT number, sort_at FROM article WHERE removed IS NULL AND (sort_at, number) < ($1, $2) AND (${condition.sql})
       ORDER BY sort_at DESC, number DESC LIMIT ${batchRows}`,
      last?.sort_at ?? '~',
      last?.number ?? 0,
      ...condition.values,
    );
    yield batch;
    if (batch.length < batchRows) return;
    last = batch[batch.length - 1];
  }
}

async function countAll(database: Database, { query, facets }: SearchRequest): Promise<Counted> {
  const condition = numbered(conditionOf(narrowingOf(query), inWords), 1);
  const found = `FROM article WHERE removed IS NULL AND (${condition.sql})`;
  const total = (await database.get<{ count: number }>(`SELECT count(*) AS count ${found}`, ...condition.values))!
    .count;
  if (!facets) return { total, atMost: total, facets: null };
  const grouped = (column: string, order: string) =>
    database.all<{ value: string; count: number }>(
      `SELECT ${column} AS value, count(*) AS count ${found} AND ${column} IS NOT NULL GROUP BY 1 ORDER BY ${order}`,
      ...condition.values,
    );
  const kinds = await database.all<{ kind: DevelopmentKind | 'copy' | 'none'; count: number }>(
    `SELECT CASE WHEN placement.copy_of IS NOT NULL THEN 'copy' ELSE coalesce(development.kind, 'none') END AS kind,
       count(DISTINCT matched.number) AS count
     FROM (SELECT number ${found}) AS matched LEFT JOIN placement ON placement.article_number = matched.number
     LEFT JOIN development ON development.article_number = matched.number AND placement.copy_of IS NULL
     GROUP BY 1 ORDER BY count DESC, kind`,
    ...condition.values,
  );
  const [days, sites, languages] = await Promise.all([
    grouped('left(sort_at, 10)', 'value DESC'),
    grouped('site', 'count DESC, value'),
    grouped('language', 'count DESC, value'),
  ]);
  return {
    total,
    atMost: total,
    facets: {
      days: days.map(({ value: day, count }) => ({ day, count })),
      sites: sites.map(({ value: site, count }) => ({ site, count })),
      languages: languages.map(({ value: language, count }) => ({ language, count })),
      kinds,
    },
  };
}

/** A condition with PostgreSQL's numbered places, the first of them `first`; text needs to be told from other kinds. */
function numbered({ condition, values }: Condition, first: number): { sql: string; values: readonly Bound[] } {
  let at = 0;
  const sql = condition.replaceAll('?', () => {
    const place = `$${first + at}${typeof values[at] === 'number' ? '::bigint' : '::text'}`;
    at++;
    return place;
  });
  return { sql, values };
}
