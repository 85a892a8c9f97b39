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
    async listEvents(from, to, open, limit, comingOnly = false, toldBy = null) {
      const kinds = comingOnly ? ` AND event.kind NOT IN ('past', 'duration', 'recurring')` : '';
      // What has no day, and what began before: at most a quarter each, so that they never fill the page alone.
      const part = Math.ceil(limit / 4);
      const places = toldBy === null ? null : placesToldOf(database, toldBy, from, to, kinds);
      const found = (
        { where, order, fits, compare }: EventPart,
        most: number,
        ...values: readonly string[]
      ): StoredEvent[] => {
        if (places === null) return eventsOf(database, where + kinds, order, most, ...values);
        const chosen = places.filter((place) => fits(place, from)).sort(compare);
        const numbers = JSON.stringify(chosen.slice(0, most).map((place) => place.number));
        return eventsOf(database, 'event.rowid IN (SELECT value FROM json_each(?))', order, most, numbers);
      };
      const undated = open ? found(undatedPart, part) : [];
      return [...undated, ...found(begunPart, part, from), ...found(datedPart, limit, from, to)].slice(0, limit);
    },
  };
}

/** One of the three parts of a list of events: in the words of SQL, and of those that were looked up already. */
interface EventPart {
  readonly where: string;
  readonly order: string;
  readonly fits: (place: EventPlace, from: string) => boolean;
  readonly compare: (a: EventPlace, b: EventPlace) => number;
}

const undatedPart: EventPart = {
  where: 'from_day IS NULL',
  order: 'event.received DESC, event.rowid',
  fits: ({ from_day }) => from_day === null,
  compare: (a, b) => byText(b.received, a.received) || a.number - b.number,
};
const begunPart: EventPart = {
  where: 'from_day < ?1 AND to_day >= ?1 AND to_day > from_day',
  order: 'event.to_day, event.rowid',
  fits: ({ from_day, to_day }, from) => from_day !== null && from_day < from && to_day !== null && to_day > from_day,
  compare: (a, b) => byText(a.to_day, b.to_day) || a.number - b.number,
};
const datedPart: EventPart = {
  where: 'from_day >= ?1 AND from_day <= ?2 AND to_day >= ?1',
  order: 'event.from_day, event.received, event.rowid',
  fits: ({ from_day }, from) => from_day !== null && from_day >= from,
  compare: (a, b) => byText(a.from_day, b.from_day) || byText(a.received, b.received) || a.number - b.number,
};

function byText(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

interface EventPlace {
  readonly number: number;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly received: string;
}

/**
 * Where the events stand that touch [from, to], or have no day, of the stories that a watch told of last: asked by their articles,
 * however many there are of others, and without the table of articles, whose rows are long.
 */
function placesToldOf(database: Database, watchId: string, from: string, to: string, kinds: string): EventPlace[] {
  return database.all<EventPlace>(
    `SELECT event.rowid AS number, from_day, to_day, received FROM event
     WHERE article_number IN (SELECT number FROM article WHERE story_id IN (SELECT story_id FROM alert
         WHERE rowid IN (SELECT rowid FROM alert WHERE watch_id = ?1 ORDER BY at DESC LIMIT ${toldMax})))
       AND article_number NOT IN (SELECT number FROM article WHERE removed IS NOT NULL)
       AND (+from_day IS NULL OR (to_day >= ?2 AND +from_day <= ?3))${kinds}`,
    watchId,
    from,
    to,
  );
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
