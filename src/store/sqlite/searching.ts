import type { DevelopmentKind } from '../../records.ts';
import { type Condition, conditionOf, isExact, narrowingOf, type WordTree } from '../search.ts';
import { type Counted, lookedMax, type Matches, type Row, searchOver } from '../searching.ts';
import type { SearchRequest, Store } from '../store.ts';
import type { Database } from './database.ts';
import { subjectNumbered } from './subjects.ts';

/** Search over the word index of SQLite. */
export function searchMethods(database: Database, matches: Matches): Pick<Store, 'search'> {
  const index = {
    candidates: (request: SearchRequest) => candidates(database, request),
    load: (row: Row) => subjectNumbered(database, row.number),
    isExact,
    count: (request: SearchRequest) => countAll(database, request),
  };
  return { search: (request) => searchOver(index, matches, request) };
}

/** Articles that may match, in the order asked for, a batch at a time. */
function* candidates(database: Database, { query, order }: SearchRequest): Iterable<Row> {
  const narrowing = narrowingOf(query);
  const { condition, values } = conditionOf(narrowing, inWords);
  if (order === 'relevance' && narrowing.by === 'words') {
    yield* database.all<Row>(
      // A word in the title weighs as much as several in the body; facts only find, they do not rank.
      `SELECT article.number, article.sort_at FROM article_words JOIN article ON article.number = article_words.rowid
       WHERE article_words MATCH ? AND article.removed IS NULL
       ORDER BY bm25(article_words, 8, 3, 1, 0), article.number DESC LIMIT ${lookedMax}`,
      expressionOf(narrowing.tree),
    );
    return;
  }
  let last: Row | null = null;
  for (;;) {
    const batch: Row[] = database.all<Row>(
      `SELECT number, sort_at FROM article WHERE removed IS NULL AND (sort_at, number) < (?, ?) AND (${condition})
       ORDER BY sort_at DESC, number DESC LIMIT ${batchRows}`,
      last?.sort_at ?? '~',
      last?.number ?? 0,
      ...values,
    );
    yield* batch;
    if (batch.length < batchRows) return;
    last = batch[batch.length - 1];
  }
}

const batchRows = 500;

function inWords(tree: WordTree): Condition {
  return {
    condition: 'article.number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)',
    values: [expressionOf(tree)],
  };
}

/** Words in the language of FTS5. Tokens hold no quotation marks: `termsOf` parts words at them. */
function expressionOf(tree: WordTree): string {
  if (tree.op === 'phrase') {
    return `{${tree.columns.join(' ')}} : "${tree.tokens.join(' ')}"${tree.open ? ' *' : ''}`;
  }
  return tree.of
    .map((part) => (part.op === 'phrase' ? expressionOf(part) : `(${expressionOf(part)})`))
    .join(` ${tree.op.toUpperCase()} `);
}

/** Total and facets of a query that the index decides alone, over all it lets through. */
function countAll(database: Database, { query, facets }: SearchRequest): Counted {
  const { condition, values } = conditionOf(narrowingOf(query), inWords);
  const found = `FROM article WHERE removed IS NULL AND (${condition})`;
  const grouped = (column: string, order: string) =>
    database.all<{ value: string; count: number }>(
      `SELECT ${column} AS value, count(*) AS count ${found} AND ${column} IS NOT NULL GROUP BY 1 ORDER BY ${order}`,
      ...values,
    );
  const total = database.get<{ count: number }>(`SELECT count(*) AS count ${found}`, ...values)?.count ?? 0;
  if (!facets) return { total, facets: null };
  const kinds = database.all<{ kind: DevelopmentKind | 'copy' | 'none'; count: number }>(
    `SELECT CASE WHEN placement.copy_of IS NOT NULL THEN 'copy' ELSE coalesce(development.kind, 'none') END AS kind,
       count(DISTINCT matched.number) AS count
     FROM (SELECT number ${found}) AS matched LEFT JOIN placement ON placement.article_number = matched.number
     LEFT JOIN development ON development.article_number = matched.number AND placement.copy_of IS NULL
     GROUP BY 1 ORDER BY count DESC, kind`,
    ...values,
  );
  return {
    total,
    facets: {
      days: grouped('substr(sort_at, 1, 10)', 'value DESC').map(({ value: day, count }) => ({ day, count })),
      sites: grouped('site', 'count DESC, value').map(({ value: site, count }) => ({ site, count })),
      languages: grouped('language', 'count DESC, value').map(({ value: language, count }) => ({ language, count })),
      kinds,
    },
  };
}
