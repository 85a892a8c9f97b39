import type { Lead } from '../../records.ts';
import { withoutTail } from '../../text/tail.ts';
import { foldWord } from '../../text/words.ts';
import type { ArticleMethods } from '../parts.ts';
import {
  type ArticleRow,
  articleOf,
  completionLettersMin,
  type EventRow,
  eventOf,
  type StatementRow,
  statementOf,
  toldMax,
} from '../rows.ts';
import type { ArticleBrief, Store, StoredEvent, StoredStatement } from '../store.ts';
import { createCostly } from './costly.ts';
import type { Bound, Database } from './database.ts';

/** `ArticleMethods` in PostgreSQL. */
export function articleMethods(database: Database): ArticleMethods {
  const speakers = createCostly((asked: { readonly folded: string; readonly limit: number }) =>
    listSpeakers(database, asked.folded, asked.limit),
  );
  return {
    async getArticle(id) {
      const row = await database.get<ArticleRow>(
        `${articleSql} WHERE page.article_id = $1 AND article.removed IS NULL`,
        id,
      );
      return row === null ? null : articleOf(row);
    },
    async articlesSince(since, after, limit) {
      const from = after === null ? null : await placeOf(database, after);
      const rows = await database.all<ArticleRow>(
        `${articleSql} WHERE article.removed IS NULL AND article.received >= $1
           AND (article.received, article.number) > ($2, $3)
         ORDER BY article.received, article.number LIMIT $4`,
        since,
        from?.received ?? '',
        from?.number ?? 0,
        limit,
      );
      return rows.map(articleOf);
    },
    async countArticlesSince(since) {
      const row = await database.get<{ count: number }>(
        'SELECT count(*) AS count FROM article WHERE removed IS NULL AND received >= $1',
        since,
      );
      return row!.count;
    },
    async listLeads({ before, limit, language, cutOff }) {
      const rows = await database.all<LeadRow>(
        `SELECT lead.record, lead.folded, lead.cut_off, lead.received, article.id AS article_id, article.brief
         FROM lead JOIN article ON ${itsArticle('lead')}
         WHERE article.removed IS NULL AND ($1::text IS NULL OR lead.received < $1)
           AND ($2::text IS NULL OR lead.language = $2) AND ($3::boolean IS NULL OR lead.cut_off = $3)
         ORDER BY lead.received DESC, lead.position LIMIT $4`,
        before,
        language,
        cutOff,
        limit,
      );
      return Promise.all(
        rows.map(async (row) => ({
          lead: JSON.parse(row.record) as Lead,
          articleId: row.article_id,
          article: JSON.parse(row.brief) as ArticleBrief,
          received: row.received,
          completedBy: row.cut_off ? await completion(database, row.folded) : null,
        })),
      );
    },
    async listSpeakers(prefix, limit) {
      return [...(await speakers.get({ folded: foldWord(prefix), limit }))];
    },
    async listStatements(speaker, before, limit) {
      return statementsOf(
        database,
        'left(statement.folded, 100) = left($1, 100) AND statement.folded = $1 AND ($2::text IS NULL OR statement.received < $2)',
        'statement.received DESC, statement.position',
        limit,
        foldWord(speaker),
        before,
      );
    },
    async listEvents(from, to, open, limit, comingOnly = false, toldBy = null) {
      const kinds = comingOnly ? ` AND event.kind NOT IN ('past', 'duration', 'recurring')` : '';
      const found = (where: string, order: string, most: number, ...values: readonly string[]) => {
        const watch = `$${values.length + 1}::text`;
        const told = `SELECT story_id FROM alert WHERE watch_id = ${watch} ORDER BY at DESC LIMIT ${toldMax}`;
        const among = `(${watch} IS NULL OR article.story_id IN (${told}))`;
        return eventsOf(database, `${where}${kinds} AND ${among}`, order, most, ...values, toldBy);
      };
      // What has no day, and what began before: at most a quarter each, so that they never fill the page alone.
      const part = Math.ceil(limit / 4);
      const undated = open ? await found('from_day IS NULL', 'event.received DESC, event.position', part) : [];
      const begun = await found(
        'from_day < $1 AND to_day >= $1 AND to_day > from_day',
        'event.to_day, event.position',
        part,
        from,
      );
      const dated = await found(
        'from_day >= $1 AND from_day <= $2 AND to_day >= $1',
        'event.from_day, event.received, event.position',
        limit,
        from,
        to,
      );
      return [...undated, ...begun, ...dated].slice(0, limit);
    },
  };
}

/** Where an article stands in the order of receipt. */
export async function placeOf(database: Database, id: string): Promise<{ number: number; received: string } | null> {
  return database.get('SELECT number, received FROM page WHERE article_id = $1', id);
}

type Speaker = Awaited<ReturnType<Store['listSpeakers']>>[number];

/** Names are counted first and looked up then: one of each that is shown, as it was written last. */
async function listSpeakers(database: Database, folded: string, limit: number): Promise<readonly Speaker[]> {
  return database.all<Speaker>(
    `WITH most AS (
       SELECT folded, count(*) AS statements, max(received) AS latest FROM statement
       WHERE folded IS NOT NULL AND ${begins('folded', '$1')}
         AND NOT EXISTS (SELECT 1 FROM article WHERE number = statement.article_number AND removed IS NOT NULL)
       GROUP BY folded ORDER BY statements DESC, latest DESC, folded LIMIT $2)
     SELECT (SELECT speaker FROM statement JOIN article
         ON article.received = statement.received AND article.number = statement.article_number
         WHERE left(statement.folded, 100) = left(most.folded, 100) AND statement.folded = most.folded
           AND statement.received = most.latest AND article.removed IS NULL ORDER BY position LIMIT 1) AS name,
       statements, latest
     FROM most ORDER BY statements DESC, latest DESC, most.folded`,
    folded,
    limit,
  );
}

/** Both sides of an index on the first letters, then the whole. */
function begins(column: string, value: string): string {
  return `left(${column}, 100) >= left(${value}, 100) AND left(${column}, 100) < left(${value}, 100) || chr(1114111)
    AND starts_with(${column}, ${value})`;
}

const articleSql = `
  SELECT article.reading, article.problems, page.record AS page, placement.record AS placement, source.record AS source
  FROM page JOIN article ON article.received = page.received AND article.number = page.number
  LEFT JOIN placement ON placement.article_number = page.number
  LEFT JOIN source ON source.id = page.source_id`;

interface LeadRow {
  readonly record: string;
  readonly folded: string;
  readonly cut_off: boolean;
  readonly received: string;
  readonly article_id: string;
  readonly brief: string;
}

/** A cut title is completed by the newest longer one that begins with it, when it is long enough to tell. */
async function completion(database: Database, folded: string): Promise<string | null> {
  const beginning = withoutTail(folded, /[\s.…]/);
  if (beginning.length < completionLettersMin) return null;
  const row = await database.get<{ title: string }>(
    // All that begin so are found first: by time, the server would look through all leads for one that may not be there.
    `WITH longer AS MATERIALIZED (
       SELECT title, received, article_number FROM lead
       WHERE NOT cut_off AND length(folded) > length($1) AND ${begins('folded', '$1')})
     SELECT longer.title FROM longer JOIN article ON ${itsArticle('longer')}
     WHERE article.removed IS NULL ORDER BY longer.received DESC LIMIT 1`,
    beginning,
  );
  return row?.title ?? null;
}

/**
 * Joins a fact with its article. Number and time together tell the month to look in; by two equal signs, the server would take
 * them for two chances and think that hardly any fact had its article, and so read all to find the first sixty.
 */
function itsArticle(fact: 'lead' | 'statement' | 'event' | 'longer'): string {
  return `article.number = ${fact}.article_number AND article.received BETWEEN ${fact}.received AND ${fact}.received`;
}

/** Statements of articles that are shown. `where` and `order` are ours, never a user's. */
export async function statementsOf(
  database: Database,
  where: string,
  order: string,
  limit: number,
  ...values: readonly Bound[]
): Promise<StoredStatement[]> {
  const rows = await database.all<StatementRow>(
    `SELECT statement.record, statement.quote, article.brief, article.story_id
     FROM statement JOIN article ON ${itsArticle('statement')}
     WHERE article.removed IS NULL AND (${where}) ORDER BY ${order} LIMIT ${limit | 0}`,
    ...values,
  );
  return rows.map(statementOf);
}

/** Events of articles that are shown. `where` and `order` are ours, never a user's. */
export async function eventsOf(
  database: Database,
  where: string,
  order: string,
  limit: number,
  ...values: readonly Bound[]
): Promise<StoredEvent[]> {
  const rows = await database.all<EventRow>(
    `SELECT event.record, article.brief, article.story_id
     FROM event JOIN article ON ${itsArticle('event')}
     WHERE article.removed IS NULL AND (${where}) ORDER BY ${order} LIMIT ${limit | 0}`,
    ...values,
  );
  return rows.map(eventOf);
}
