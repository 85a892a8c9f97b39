import type { QueryNode } from '../../records.ts';
import { type Condition, conditionOf, isExact, narrowingOf, type WordTree, withinColumns } from '../search.ts';
import {
  type Candidate,
  type Counted,
  type FacetKind,
  facetsOf,
  lookedMax,
  type Matches,
  type Row,
  type SearchIndex,
  searchOver,
} from '../searching.ts';
import type { SearchRequest, Store } from '../store.ts';
import type { Bound, Database } from './database.ts';
import { subjectsNumbered } from './subjects.ts';
import { inWords } from './words.ts';

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
  if (order === 'newest' || narrowing.by !== 'words') {
    yield* newestFirst(database, conditionOf(narrowing, inWords));
    return;
  }
  // Without places there is no BM25: what matches by title and standfirst each comes first, then by the title, then by the
  // standfirst, then the rest. Each is asked of the index of words by itself, and only when those before it are used up.
  const [title, standfirst] = (['title', 'standfirst'] as const).map((column) =>
    inWords(withinColumns(narrowing.tree, [column])),
  );
  const given = new Set<number>();
  for (const condition of [both(title, standfirst), title, standfirst, inWords(narrowing.tree)]) {
    for await (const batch of newestFirst(database, condition)) {
      const fresh = batch.filter(({ number }) => !given.has(number));
      for (const { number } of fresh) given.add(number);
      if (fresh.length > 0) yield fresh;
      if (given.size >= lookedMax) return;
    }
  }
}

function both(a: Condition, b: Condition): Condition {
  return { condition: `(${a.condition}) AND (${b.condition})`, values: [...a.values, ...b.values] };
}

async function* newestFirst(database: Database, narrowed: Condition): AsyncIterable<Row[]> {
  const condition = numbered(narrowed, 3);
  let last: Row | null = null;
  for (;;) {
    const at: Row | null = last;
    const batch: Row[] = await database.byIndex((sql) =>
      sql.all<Row>(
        `SELECT number, sort_at FROM article WHERE removed IS NULL AND (sort_at, number) < ($1, $2) AND (${condition.sql})
         ORDER BY sort_at DESC, number DESC LIMIT ${batchRows}`,
        at?.sort_at ?? '~',
        at?.number ?? 0,
        ...condition.values,
      ),
    );
    yield batch;
    if (batch.length < batchRows) return;
    last = batch[batch.length - 1];
  }
}

/**
 * Counts month by month, the newest first, and ends where enough are counted: a common word of a large archive would be
 * counted for seconds. What was counted then is told as the least there is.
 */
async function countAll(database: Database, { query, facets }: SearchRequest): Promise<Counted> {
  const condition = numbered(conditionOf(narrowingOf(query), inWords), 2);
  const parts = await database.all<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
     WHERE inhparent = 'article'::regclass ORDER BY relname DESC`,
  );
  const counts: Record<FacetRow['facet'], Map<string, number>> = {
    total: new Map(),
    days: new Map(),
    sites: new Map(),
    languages: new Map(),
    kinds: new Map(),
  };
  const total = () => counts.total.get('') ?? 0;
  let looked = 0;
  for (const { name } of parts) {
    if (total() >= countedMax) break;
    looked++;
    const rows = await database.byIndex((sql) =>
      sql.all<FacetRow>(
        `WITH matched AS MATERIALIZED (
           SELECT number, left(sort_at, 10) AS day, site, language FROM ${name} AS article
           WHERE removed IS NULL AND (${condition.sql}) LIMIT $1)
         SELECT 'total' AS facet, '' AS value, count(*) AS count FROM matched ${facets ? facetsSql : ''}`,
        countedMax - total(),
        ...condition.values,
      ),
    );
    for (const { facet, value, count } of rows) counts[facet].set(value, (counts[facet].get(value) ?? 0) + count);
  }
  const isAll = total() < countedMax && looked === parts.length;
  return {
    total: total(),
    atMost: isAll ? total() : null,
    facets: facets ? facetsOf({ ...counts, kinds: counts.kinds as Map<FacetKind, number> }) : null,
  };
}

interface FacetRow {
  readonly facet: 'total' | 'days' | 'sites' | 'languages' | 'kinds';
  readonly value: string;
  readonly count: number;
}

/** Most articles that are counted: about a fifth of a second of the server's. */
const countedMax = 20_000;

const facetsSql = `
  UNION ALL SELECT 'days', day, count(*) FROM matched GROUP BY day
  UNION ALL SELECT 'sites', site, count(*) FROM matched WHERE site IS NOT NULL GROUP BY site
  UNION ALL SELECT 'languages', language, count(*) FROM matched WHERE language IS NOT NULL GROUP BY language
  UNION ALL SELECT 'kinds', kind, count(*) FROM (
    SELECT DISTINCT matched.number,
      CASE WHEN placement.copy_of IS NOT NULL THEN 'copy' ELSE coalesce(development.kind, 'none') END AS kind
    FROM matched LEFT JOIN placement ON placement.article_number = matched.number
    LEFT JOIN development ON development.article_number = matched.number AND placement.copy_of IS NULL) AS kinds
  GROUP BY kind`;

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
