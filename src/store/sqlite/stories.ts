import type { Placement, Story } from '../../records.ts';
import type { StoryMethods } from '../parts.ts';
import {
  type DatesRow,
  type DevelopmentRow,
  datesOf,
  developmentOf,
  type MemoryRow,
  memoryOf,
  movedIn,
  storyRowsMax,
} from '../rows.ts';
import type { ArticleBrief, StoredDevelopment } from '../store.ts';
import { eventsOf, statementsOf } from './articles.ts';
import type { Database } from './database.ts';

/** Stories with their articles and developments, and what `stories` asked to be remembered. */
export function storyMethods(database: Database): StoryMethods {
  return {
    async getStory(id, { statements } = { statements: true }) {
      const story = database.get<{ record: string }>('SELECT record FROM story WHERE id = ?', id);
      if (story === null) return null;
      const articles = database.all<{ brief: string; placement: string }>(
        `SELECT article.brief, placement.record AS placement
         FROM placement JOIN article ON article.number = placement.article_number
         WHERE placement.story_id = ? AND article.removed IS NULL ORDER BY article.number`,
        id,
      );
      // Nothing of it is shown any more: it is gone for the reader too.
      if (articles.length === 0) return null;
      return {
        story: JSON.parse(story.record) as Story,
        articles: articles.map((row) => ({
          brief: JSON.parse(row.brief) as ArticleBrief,
          placement: JSON.parse(row.placement) as Placement,
        })),
        developments: developmentsOf(
          database,
          'development.story_id = ?',
          'development.at, development.article_number, development.position',
          storyRowsMax,
          id,
        ),
        statements: statements
          ? statementsOf(database, 'article.story_id = ?', 'statement.rowid', storyRowsMax, id)
          : [],
        events: eventsOf(database, 'article.story_id = ?', 'event.from_day, event.rowid', storyRowsMax, id),
      };
    },
    async storyDates(ids) {
      const asked = JSON.stringify(ids);
      const stories = database.all<{ record: string }>(
        `SELECT record FROM story WHERE id IN (SELECT value FROM json_each(?)) AND EXISTS
           (SELECT 1 FROM article WHERE article.story_id = story.id AND article.removed IS NULL)`,
        asked,
      );
      const developments = database.all<DatesRow>(
        // By story, not by kind: of one kind there are many.
        `SELECT development.story_id, development.record FROM development JOIN article ON article.number = development.article_number
         WHERE development.story_id IN (SELECT value FROM json_each(?)) AND +development.kind = 'date' AND article.removed IS NULL
         ORDER BY development.at, development.article_number, development.position LIMIT ?`,
        asked,
        storyRowsMax,
      );
      const events = movedIn(developments).flatMap((id) =>
        eventsOf(database, 'article.story_id = ?', 'event.from_day, event.rowid', storyRowsMax, id),
      );
      return datesOf(stories, developments, events);
    },
    async *storyMemory(since, countMin = 0, originsSince = since) {
      // Paged by key, so that no statement stays open while the caller does other things with the database.
      const newest = 'SELECT at FROM memory ORDER BY at DESC, article_number DESC LIMIT 1 OFFSET ?';
      const oldest = countMin === 0 ? since : (database.get<{ at: string }>(newest, countMin - 1)?.at ?? '');
      let at = since;
      if (oldest < at) at = oldest;
      let number = 0;
      const select = `SELECT memory.article_number, memory.at, memory.article, memory.story, memory.story_id, article.id,
           CASE WHEN placement.by_hand = 1 THEN placement.record END AS decided
         FROM memory JOIN article ON article.number = memory.article_number
         LEFT JOIN placement ON placement.article_number = memory.article_number
         WHERE article.removed IS NULL`;
      if (originsSince < at) {
        const origins = database.all<{ number: number }>(
          `SELECT DISTINCT kept.at, kept.article_number AS number
           FROM memory AS late JOIN placement AS copy ON copy.article_number = late.article_number
           JOIN placement AS origin ON origin.article_id = copy.copy_of
           JOIN memory AS kept ON kept.article_number = origin.article_number
           WHERE late.at >= ?1 AND origin.copy_of IS NULL AND kept.at >= ?1 AND kept.at < ?2
           ORDER BY kept.at, kept.article_number`,
          originsSince,
          at,
        );
        for (const origin of origins) {
          const row = database.get<MemoryRow>(`${select} AND memory.article_number = ?`, origin.number);
          if (row !== null) yield memoryOf(row);
        }
      }
      for (;;) {
        const rows = database.all<MemoryRow>(
          `${select} AND (memory.at, memory.article_number) > (?, ?)
           ORDER BY memory.at, memory.article_number LIMIT 500`,
          at,
          number,
        );
        for (const row of rows) yield memoryOf(row);
        if (rows.length < 500) return;
        ({ at, article_number: number } = rows[rows.length - 1]);
      }
    },
    async listDevelopments({ watchId, kinds, after, before, limit, articleIds }) {
      const asked: [condition: string, value: string | null | undefined][] = [
        ['development.id IN (SELECT development_id FROM alert_development WHERE watch_id = ?)', watchId],
        ['development.kind IN (SELECT value FROM json_each(?))', kinds.length === 0 ? null : JSON.stringify(kinds)],
        ['development.at > ?', after],
        ['development.at < ?', before],
        [
          'development.article_number IN (SELECT number FROM article WHERE id IN (SELECT value FROM json_each(?)))',
          articleIds === undefined ? null : JSON.stringify(articleIds),
        ],
      ];
      // Only what is asked for stands in the text, so that each question has its index.
      const conditions = asked.filter((one): one is [string, string] => one[1] != null);
      return developmentsOf(
        database,
        ['TRUE', ...conditions.map(([condition]) => condition)].join(' AND '),
        'development.at DESC, development.article_number DESC, development.position',
        limit,
        ...conditions.map(([, value]) => value),
      );
    },
  };
}

function developmentsOf(
  database: Database,
  where: string,
  order: string,
  limit: number,
  ...values: readonly (string | number | null)[]
): StoredDevelopment[] {
  return database
    .all<DevelopmentRow & { watches: string }>(
      `SELECT development.record, story.record AS story, article.brief,
         (SELECT json_group_array(DISTINCT watch_id) FROM alert_development
          WHERE development_id = development.id) AS watches
       -- In this order: developments by their own index, then what belongs to each.
       FROM development CROSS JOIN article ON article.number = development.article_number
       CROSS JOIN story ON story.id = development.story_id
       WHERE article.removed IS NULL AND (${where}) ORDER BY ${order} LIMIT ${limit | 0}`,
      ...values,
    )
    .map((row) => developmentOf(row, JSON.parse(row.watches) as string[]));
}
