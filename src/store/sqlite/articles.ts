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
} from '../rows.ts';
import type { ArticleBrief, StoredEvent, StoredStatement } from '../store.ts';
import type { Database } from './database.ts';

/** `ArticleMethods` in SQLite. */
export function articleMethods(database: Database): ArticleMethods {
  return {
    async getArticle(id) {
      const row = database.get<ArticleRow>(`${articleSql} WHERE article.id = ? AND article.removed IS NULL`, id);
      return row === null ? null : articleOf(row);
    },
    async articlesSince(since, after, limit) {
      const from =
        after === null
          ? null
          : database.get<{ number: number; received: string }>(
              'SELECT number, received FROM article WHERE id = ?',
              after,
            );
      return database
        .all<ArticleRow>(
          `${articleSql} WHERE article.removed IS NULL AND article.received >= ?
             AND (article.received, article.number) > (?, ?)
           ORDER BY article.received, article.number LIMIT ?`,
          since,
          from?.received ?? '',
          from?.number ?? 0,
          limit,
        )
        .map(articleOf);
    },
    async countArticlesSince(since) {
      return database.get<{ count: number }>(
        'SELECT count(*) AS count FROM article WHERE received >= ? AND removed IS NULL',
        since,
      )!.count;
    },
    async listLeads({ before, limit, language, cutOff }) {
      return database
        .all<LeadRow>(
          `SELECT lead.record, lead.folded, lead.cut_off, lead.received, article.id AS article_id, article.brief
           FROM lead JOIN article ON article.number = lead.article_number
           WHERE article.removed IS NULL AND (?1 IS NULL OR lead.received < ?1)
             AND (?2 IS NULL OR lead.language = ?2) AND (?3 IS NULL OR lead.cut_off = ?3)
           ORDER BY lead.received DESC, lead.rowid LIMIT ?4`,
          before,
          language,
          cutOff === null ? null : cutOff ? 1 : 0,
          limit,
        )
        .map((row) => ({
          lead: JSON.parse(row.record) as Lead,
          articleId: row.article_id,
          article: JSON.parse(row.brief) as ArticleBrief,
          received: row.received,
          completedBy: row.cut_off === 1 ? completion(database, row.folded) : null,
        }));
    },
    async listSpeakers(prefix, limit) {
      const folded = foldWord(prefix);
      return database.all<{ name: string; statements: number; latest: string }>(
        `SELECT name, statements, latest FROM speaker
         ${folded === '' ? 'WHERE ?1 IS NOT NULL' : 'WHERE folded >= ?1 AND folded < ?1 || char(1114111)'}
         ORDER BY statements DESC, latest DESC, folded LIMIT ?2`,
        folded,
        limit,
      );
    },
    async listStatements(speaker, before, limit) {
      return statementsOf(
        database,
        'statement.folded = ? AND (? IS NULL OR statement.received < ?)',
        'statement.received DESC, statement.rowid',
        limit,
        foldWord(speaker),
        before,
        before,
      );
    },
    async listEvents(from, to, open, limit, comingOnly = false, storyIds = null) {
      const kinds = comingOnly ? ` AND event.kind NOT IN ('past', 'duration', 'recurring')` : '';
      const found = (where: string, order: string, most: number, ...values: readonly string[]) =>
        storyIds === null
          ? eventsOf(database, where + kinds, order, most, ...values)
          : eventsOf(
              database,
              amongStories(where + kinds, order, most, `?${values.length + 1}`),
              order,
              most,
              ...values,
              JSON.stringify(storyIds),
            );
      // What has no day, and what began before: at most a quarter each, so that they never fill the page alone.
      const part = Math.ceil(limit / 4);
      const undated = open ? found('from_day IS NULL', 'event.received DESC, event.rowid', part) : [];
      const begun = found(
        'from_day < ?1 AND to_day >= ?1 AND to_day > from_day',
        'event.to_day, event.rowid',
        part,
        from,
      );
      const dated = found(
        'from_day >= ?1 AND from_day <= ?2 AND to_day >= ?1',
        'event.from_day, event.received, event.rowid',
        limit,
        from,
        to,
      );
      return [...undated, ...begun, ...dated].slice(0, limit);
    },
  };
}

const articleSql = `
  SELECT article.reading, article.problems, page.record AS page, placement.record AS placement, source.record AS source
  FROM article JOIN page ON page.number = article.number
  LEFT JOIN placement ON placement.article_number = article.number
  LEFT JOIN source ON source.id = article.source_id`;

interface LeadRow {
  readonly record: string;
  readonly folded: string;
  readonly cut_off: number;
  readonly received: string;
  readonly article_id: string;
  readonly brief: string;
}

/** A cut title is completed by the newest longer one that begins with it, when it is long enough to tell. */
function completion(database: Database, folded: string): string | null {
  const beginning = withoutTail(folded, /[\s.…]/);
  if (beginning.length < completionLettersMin) return null;
  const row = database.get<{ title: string }>(
    `SELECT lead.title FROM lead JOIN article ON article.number = lead.article_number
     WHERE article.removed IS NULL AND cut_off = 0 AND length(folded) > ?2
       AND folded >= ?1 AND folded < ?1 || char(1114111) ORDER BY lead.received DESC LIMIT 1`,
    beginning,
    beginning.length,
  );
  return row?.title ?? null;
}

/** Statements of articles that are shown. `where` and `order` are ours, never a user's. */
export function statementsOf(
  database: Database,
  where: string,
  order: string,
  limit: number,
  ...values: readonly (string | number | null)[]
): StoredStatement[] {
  return database
    .all<StatementRow>(
      `SELECT statement.record, statement.quote, article.brief, article.story_id
       FROM statement JOIN article ON article.number = statement.article_number
       WHERE article.removed IS NULL AND (${where}) ORDER BY ${order} LIMIT ${limit | 0}`,
      ...values,
    )
    .map(statementOf);
}

/**
 * Events of some stories, a list in JSON, asked by their articles: however many there are of others, only these are read. Chosen by
 * number before anything is joined to them, and without the table of articles, whose rows are long.
 */
function amongStories(where: string, order: string, most: number, storyIds: string): string {
  return `event.rowid IN (
    SELECT event.rowid FROM event
    WHERE article_number IN (SELECT number FROM article WHERE story_id IN (SELECT value FROM json_each(${storyIds})))
      AND article_number NOT IN (SELECT number FROM article WHERE removed IS NOT NULL)
      AND (${where.replaceAll('from_day', '+from_day')}) ORDER BY ${order} LIMIT ${most | 0})`;
}

/** Events of articles that are shown. `where` and `order` are ours, never a user's. */
export function eventsOf(
  database: Database,
  where: string,
  order: string,
  limit: number,
  ...values: readonly (string | number | null)[]
): StoredEvent[] {
  return database
    .all<EventRow>(
      `SELECT event.record, article.brief, article.story_id
       FROM event JOIN article ON article.number = event.article_number
       WHERE article.removed IS NULL AND (${where}) ORDER BY ${order} LIMIT ${limit | 0}`,
      ...values,
    )
    .map(eventOf);
}
