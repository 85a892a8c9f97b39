import { Failure } from '../../failures.ts';
import type { Page } from '../../records.ts';
import type { WholeMethods } from '../parts.ts';
import { storedOf } from '../rows.ts';
import type { StoreCounts } from '../store.ts';
import { createCostly } from './costly.ts';
import type { Database, Sql } from './database.ts';
import type { Presence } from './presence.ts';
import { records } from './sources.ts';

/** Counters that rise with each change of a kind, so that another part, in this process or another, can see it. */
export interface ChangeMarks {
  bump(sql: Sql, name: 'watches' | 'removals'): Promise<void>;
}

/** They stand among the settings, so that they rise in the transaction of the change. */
export const changeMarks: ChangeMarks = {
  async bump(sql, name) {
    await sql.run(
      `INSERT INTO setting (name, value) VALUES ($1, '1')
       ON CONFLICT (name) DO UPDATE SET value = (setting.value::bigint + 1)::text`,
      `mark.${name}`,
    );
  },
};

/** `WholeMethods` in PostgreSQL. */
export function wholeMethods(
  database: Database,
  presence: Presence,
  marks: ChangeMarks,
  now: () => string,
): WholeMethods {
  const wholeCounts = createCostly((_: null) => database.get<Pick<StoreCounts, WholeCount>>(wholeCountsSql));
  const setting = async (name: string) =>
    (await database.get<{ value: string }>('SELECT value FROM setting WHERE name = $1', name))?.value ?? null;
  return {
    getSetting: setting,
    async setSetting(name, value) {
      if (value === null) await database.run('DELETE FROM setting WHERE name = $1', name);
      else
        await database.run(
          'INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
          name,
          value,
        );
    },
    async changeMarks() {
      return {
        watches: Number((await setting('mark.watches')) ?? 0),
        removals: Number((await setting('mark.removals')) ?? 0),
      };
    },
    async counts() {
      const [now, whole] = await Promise.all([
        database.get<Omit<StoreCounts, WholeCount>>(countsSql),
        wholeCounts.get(null),
      ]);
      const { sources, watches, deliveriesWaiting, deliveriesFailed, ...work } = now!;
      const { pages, databaseBytes, ...found } = whole!;
      // In the order in which the other store gives them: it shows in the JSON face.
      return { sources, pages, ...work, ...found, watches, deliveriesWaiting, deliveriesFailed, databaseBytes };
    },
    async backupTo() {
      throw new Failure('backup', 'A database on a PostgreSQL server is not copied into a file by Watchfloor', {
        retry: 'never',
        advice: 'Use pg_dump, or the backups of whoever runs the server, and copy the folder of pages beside it.',
      });
    },
    async prune(before) {
      return database.transaction(async (sql) => {
        // Pages with an alert that a person kept, or works on, stay.
        const pages = await deletePages(
          sql,
          `received < $1 AND NOT EXISTS (SELECT 1 FROM alert WHERE alert.article_number = page.number
             AND (state = 'kept' OR (state <> 'dismissed'
               AND (assignee IS NOT NULL OR EXISTS (SELECT 1 FROM alert_comment WHERE alert_id = alert.id)))))`,
          before,
        );
        if (pages.length > 0) await marks.bump(sql, 'removals');
        return { pages: pages.length, files: storedOf(pages) };
      });
    },
    async receivedToKeep(bytesMax) {
      const row = await database.get<{ received: string }>(
        `SELECT received FROM (
           SELECT number, received, sum(stored_bytes) OVER (ORDER BY received DESC, number DESC) AS total FROM page) AS kept
         WHERE total > $1 ORDER BY received DESC, number DESC LIMIT 1`,
        bytesMax,
      );
      // Everything up to and with this page goes; `prune` takes what was received before an instant.
      return row === null ? null : new Date(Date.parse(row.received) + 1).toISOString();
    },
    async removePagesOf(sourceId) {
      return database.transaction(async (sql) => {
        const at = now();
        const removed = await sql.run(
          'UPDATE page SET removed = $1 WHERE source_id = $2 AND removed IS NULL',
          at,
          sourceId,
        );
        await sql.run('UPDATE article SET removed = $1 WHERE source_id = $2 AND removed IS NULL', at, sourceId);
        await marks.bump(sql, 'removals');
        return removed;
      });
    },
    async restorePagesOf(sourceId) {
      return database.transaction(async (sql) => {
        const restored = await sql.run(
          'UPDATE page SET removed = NULL WHERE source_id = $1 AND removed IS NOT NULL',
          sourceId,
        );
        await sql.run('UPDATE article SET removed = NULL WHERE source_id = $1 AND removed IS NOT NULL', sourceId);
        await marks.bump(sql, 'removals');
        return restored;
      });
    },
    async purgeRemoved(before) {
      return database.transaction(async (sql) => {
        const pages = await deletePages(sql, 'removed < $1', before);
        await sql.run('DELETE FROM to_fetch WHERE source_id IN (SELECT id FROM source WHERE removed < $1)', before);
        await sql.run('DELETE FROM source WHERE removed < $1', before);
        await sql.run('DELETE FROM alert WHERE watch_id IN (SELECT id FROM watch WHERE removed < $1)', before);
        await sql.run('DELETE FROM watch WHERE removed < $1', before);
        return { pages: pages.length, files: storedOf(pages) };
      });
    },
    async filesInUse(among) {
      const rows =
        among === undefined
          ? await database.all<{ file: string }>('SELECT DISTINCT file FROM page WHERE file IS NOT NULL')
          : await database.all<{ file: string }>(
              `SELECT asked.file FROM unnest($1::text[]) AS asked (file)
               WHERE EXISTS (SELECT 1 FROM page WHERE page.file = asked.file COLLATE "C")`,
              among,
            );
      return rows.map((row) => row.file);
    },
    async close() {
      await presence.close();
      await database.close();
    },
  };
}

async function deletePages(sql: Sql, where: string, value: string): Promise<Page[]> {
  const pages = records<Page>(await sql.all(`DELETE FROM page WHERE ${where} RETURNING record`, value));
  if (pages.length > 0) {
    await sql.run('DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM placement WHERE placement.story_id = story.id)');
  }
  return pages;
}

const countsSql = `
  SELECT
    (SELECT count(*) FROM source WHERE removed IS NULL) AS sources,
    (SELECT count(*) FROM page WHERE state = 'waiting' AND removed IS NULL) AS "pagesWaiting",
    (SELECT count(*) FROM page WHERE state = 'waiting' AND removed IS NULL AND read IS NOT NULL) AS "pagesRead",
    (SELECT count(*) FROM page WHERE failure IS NOT NULL AND state = 'failed' AND removed IS NULL) AS "pagesFailed",
    (SELECT received FROM page WHERE state = 'waiting' AND removed IS NULL ORDER BY number LIMIT 1) AS "oldestWaiting",
    (SELECT count(*) FROM to_fetch WHERE state = 'waiting') AS "fetchesWaiting",
    (SELECT count(*) FROM watch WHERE removed IS NULL) AS watches,
    (SELECT count(*) FROM delivery WHERE state = 'due') AS "deliveriesWaiting",
    (SELECT count(*) FROM delivery WHERE state = 'failed') AS "deliveriesFailed"`;

type WholeCount = 'pages' | 'articles' | 'stories' | 'developments' | 'alerts' | 'databaseBytes';

/**
 * What grows with the archive. All are counted and those out of sight taken off again: the server counts all from an index
 * alone, while `removed` stands in the rows.
 */
const wholeCountsSql = `
  SELECT
    (SELECT count(*) FROM page) - (SELECT count(*) FROM page WHERE removed IS NOT NULL) AS pages,
    (SELECT count(*) FROM article) - (SELECT count(*) FROM article WHERE removed IS NOT NULL) AS articles,
    (SELECT count(*) FROM (SELECT DISTINCT story_id FROM article WHERE removed IS NULL AND story_id IS NOT NULL) AS shown)
      AS stories,
    (SELECT count(*) FROM development) - (SELECT count(*) FROM development JOIN page
      ON page.number = development.article_number WHERE page.removed IS NOT NULL) AS developments,
    (SELECT count(*) FROM alert) - (SELECT count(*) FROM alert JOIN page
      ON page.number = alert.article_number WHERE page.removed IS NOT NULL) AS alerts,
    (SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r') AS "databaseBytes"`;
