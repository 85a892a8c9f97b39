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
import type { Bound, Database } from './database.ts';

/** Stories with their articles and developments, and what `stories` asked to be remembered. */
export function storyMethods(database: Database): StoryMethods {
  return {
    async getStory(id, { statements } = { statements: true }) {
      const story = await database.get<{ record: string }>('SELECT record FROM story WHERE id = $1', id);
      if (story === null) return null;
      const articles = await database.all<{ brief: string; placement: string }>(
        `SELECT article.brief, placement.record AS placement
         FROM placement JOIN page ON page.number = placement.article_number
         JOIN article ON article.received = page.received AND article.number = page.number
         WHERE placement.story_id = $1 AND article.removed IS NULL ORDER BY article.number`,
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
        developments: await developmentsOf(
          database,
          'development.story_id = $1',
          'development.at, development.article_number, development.position',
          storyRowsMax,
          id,
        ),
        statements: statements
          ? await statementsOf(database, 'article.story_id = $1', 'statement.position', storyRowsMax, id)
          : [],
        events: await eventsOf(
          database,
          'article.story_id = $1',
          'event.from_day NULLS FIRST, event.position',
          storyRowsMax,
          id,
        ),
      };
    },
    async storyDates(ids) {
      const stories = await database.all<{ record: string }>(
        `SELECT record FROM story WHERE id = ANY($1::text[]) AND EXISTS
           (SELECT 1 FROM article WHERE article.story_id = story.id AND article.removed IS NULL)`,
        ids,
      );
      const developments = await database.all<DatesRow>(
        `SELECT development.story_id, development.record
         FROM development JOIN page ON page.number = development.article_number
         WHERE development.story_id = ANY($1::text[]) AND development.kind = 'date' AND page.removed IS NULL
         ORDER BY development.at, development.article_number, development.position LIMIT $2`,
        ids,
        storyRowsMax,
      );
      const events = await Promise.all(
        movedIn(developments).map((id) =>
          eventsOf(database, 'article.story_id = $1', 'event.from_day NULLS FIRST, event.position', storyRowsMax, id),
        ),
      );
      return datesOf(stories, developments, events.flat());
    },
    async *storyMemory(since, countMin = 0, originsSince = since) {
      // Paged by key, so that no connection is held while the caller does other things.
      const newest = 'SELECT at FROM memory ORDER BY at DESC, article_number DESC LIMIT 1 OFFSET $1';
      const oldest = countMin === 0 ? since : ((await database.get<{ at: string }>(newest, countMin - 1))?.at ?? '');
      let at = since;
      if (oldest < at) at = oldest;
      let number = 0;
      const select = `SELECT memory.article_number, memory.at, memory.article, memory.story, memory.story_id, page.article_id AS id,
           CASE WHEN placement.by_hand THEN placement.record END AS decided
         FROM memory JOIN page ON page.number = memory.article_number
         LEFT JOIN placement ON placement.article_number = memory.article_number
         WHERE page.removed IS NULL`;
      if (originsSince < at) {
        const origins = await database.all<{ number: number }>(
          `SELECT DISTINCT kept.at, kept.article_number AS number
           FROM memory AS late JOIN placement AS copy ON copy.article_number = late.article_number
           JOIN placement AS origin ON origin.article_id = copy.copy_of
           JOIN memory AS kept ON kept.article_number = origin.article_number
           WHERE late.at >= $1 AND origin.copy_of IS NULL AND kept.at >= $1 AND kept.at < $2
           ORDER BY kept.at, kept.article_number`,
          originsSince,
          at,
        );
        for (const origin of origins) {
          const row = await database.get<MemoryRow>(`${select} AND memory.article_number = $1`, origin.number);
          if (row !== null) yield memoryOf(row);
        }
      }
      for (;;) {
        const rows: MemoryRow[] = await database.all<MemoryRow>(
          `${select} AND (memory.at, memory.article_number) > ($1, $2)
           ORDER BY memory.at, memory.article_number LIMIT ${memoryRows}`,
          at,
          number,
        );
        for (const row of rows) yield memoryOf(row);
        if (rows.length < memoryRows) return;
        ({ at, article_number: number } = rows[rows.length - 1]);
      }
    },
    async listDevelopments({ watchId, kinds, after, before, limit, articleIds = null }) {
      return developmentsOf(
        database,
        `($1::text IS NULL OR development.id IN (SELECT development_id FROM alert_development WHERE watch_id = $1))
         AND (cardinality($2::text[]) = 0 OR development.kind = ANY($2))
         AND ($3::text IS NULL OR development.at > $3) AND ($4::text IS NULL OR development.at < $4)
         AND ($5::text[] IS NULL
           OR development.article_number IN (SELECT number FROM page WHERE page.article_id = ANY($5)))`,
        'development.at DESC, development.article_number DESC, development.position',
        limit,
        watchId,
        kinds,
        after,
        before,
        articleIds,
      );
    },
  };
}

const memoryRows = 500;

async function developmentsOf(
  database: Database,
  where: string,
  order: string,
  limit: number,
  ...values: readonly Bound[]
): Promise<StoredDevelopment[]> {
  const rows = await database.all<DevelopmentRow & { watches: string[] }>(
    `SELECT development.record, story.record AS story, article.brief,
       ARRAY(SELECT DISTINCT watch_id FROM alert_development WHERE development_id = development.id) AS watches
     FROM development JOIN article ON article.number = development.article_number
     JOIN story ON story.id = development.story_id
     WHERE article.removed IS NULL AND (${where}) ORDER BY ${order} LIMIT ${limit | 0}`,
    ...values,
  );
  return rows.map((row) => developmentOf(row, row.watches));
}
