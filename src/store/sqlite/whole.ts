import { backup } from 'node:sqlite';
import type { Page } from '../../records.ts';
import type { WholeMethods } from '../parts.ts';
import { storedOf } from '../rows.ts';
import type { StoreCounts } from '../store.ts';
import type { Database } from './database.ts';
import { forgetFacets } from './facets.ts';
import { forgetBlocks } from './word-blocks.ts';

/** Counters that rise with each change of a kind, so that another part, in this process or another, can see it. */
export function changeMarks(database: Database) {
  const read = (name: string) =>
    Number(database.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', `mark.${name}`)?.value ?? 0);
  return {
    read,
    bump(name: 'watches' | 'removals') {
      database.run(
        'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        `mark.${name}`,
        String(read(name) + 1),
      );
    },
  };
}

/** `WholeMethods` in SQLite. */
export function wholeMethods(
  database: Database,
  marks: ReturnType<typeof changeMarks>,
  now: () => string,
  blockSize: number,
): WholeMethods {
  return {
    async getSetting(name) {
      return database.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value ?? null;
    },
    async setSetting(name, value) {
      if (value === null) database.run('DELETE FROM setting WHERE name = ?', name);
      else
        database.run(
          'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
          name,
          value,
        );
    },
    async changeMarks() {
      return { watches: marks.read('watches'), removals: marks.read('removals') };
    },
    async counts() {
      return database.get<StoreCounts>(countsSql)!;
    },
    async backupTo(file) {
      await backup(database.raw, file);
    },
    async prune(before) {
      return database.transaction(() => {
        // Pages with an alert that a person kept, or works on, stay.
        const pages = deletePages(
          database,
          `received < ? AND number NOT IN (SELECT article_number FROM alert WHERE state = 'kept' OR (state <> 'dismissed'
             AND (assignee IS NOT NULL OR id IN (SELECT alert_id FROM alert_comment))))`,
          before,
        );
        if (pages.length > 0) marks.bump('removals');
        forgetFacets(database);
        forgetBlocks(database, blockSize);
        return { pages: pages.length, files: storedOf(pages) };
      });
    },
    async receivedToKeep(bytesMax) {
      const row = database.get<{ received: string }>(
        `SELECT received FROM (
           SELECT number, received, sum(stored_bytes) OVER (ORDER BY received DESC, number DESC) AS total FROM page)
         WHERE total > ? ORDER BY received DESC, number DESC LIMIT 1`,
        bytesMax,
      );
      // Everything up to and with this page goes; `prune` takes what was received before an instant.
      return row === null ? null : new Date(Date.parse(row.received) + 1).toISOString();
    },
    async removePagesOf(sourceId) {
      return database.transaction(() => {
        const at = now();
        const removed = database.run(
          'UPDATE page SET removed = ? WHERE source_id = ? AND removed IS NULL',
          at,
          sourceId,
        );
        database.run('UPDATE article SET removed = ? WHERE source_id = ? AND removed IS NULL', at, sourceId);
        marks.bump('removals');
        return removed;
      });
    },
    async restorePagesOf(sourceId) {
      return database.transaction(() => {
        const restored = database.run(
          'UPDATE page SET removed = NULL WHERE source_id = ? AND removed IS NOT NULL',
          sourceId,
        );
        database.run('UPDATE article SET removed = NULL WHERE source_id = ?', sourceId);
        marks.bump('removals');
        return restored;
      });
    },
    async purgeRemoved(before) {
      return database.transaction(() => {
        const pages = deletePages(database, 'removed < ?', before);
        database.run(`DELETE FROM fetch WHERE source_id IN (SELECT id FROM source WHERE removed < ?)`, before);
        database.run('DELETE FROM source WHERE removed < ?', before);
        database.run('DELETE FROM alert WHERE watch_id IN (SELECT id FROM watch WHERE removed < ?)', before);
        database.run('DELETE FROM watch WHERE removed < ?', before);
        return { pages: pages.length, files: storedOf(pages) };
      });
    },
    async filesInUse(among) {
      const rows =
        among === undefined
          ? database.all<{ file: string }>('SELECT DISTINCT file FROM page WHERE file IS NOT NULL')
          : database.all<{ file: string }>(
              `SELECT value AS file FROM json_each(?) WHERE EXISTS (SELECT 1 FROM page WHERE page.file = value)`,
              JSON.stringify(among),
            );
      return rows.map((row) => row.file);
    },
    async close() {
      database.close();
    },
  };
}

function deletePages(database: Database, where: string, value: string): Page[] {
  const pages = database
    .all<{ record: string }>(`SELECT record FROM page WHERE ${where}`, value)
    .map((row) => JSON.parse(row.record) as Page);
  if (pages.length === 0) return pages;
  database.run(`DELETE FROM page WHERE ${where}`, value);
  database.run('DELETE FROM story WHERE id NOT IN (SELECT story_id FROM placement)');
  return pages;
}

const countsSql = `
  SELECT
    (SELECT count(*) FROM source WHERE removed IS NULL) AS sources,
    (SELECT count FROM tally WHERE name = 'page') -
      (SELECT count(*) FROM page WHERE removed IS NOT NULL) AS pages,
    (SELECT count(*) FROM page WHERE state = 'waiting' AND removed IS NULL) AS pagesWaiting,
    (SELECT count(*) FROM page WHERE state = 'waiting' AND removed IS NULL AND read IS NOT NULL) AS pagesRead,
    (SELECT count(*) FROM page WHERE failure IS NOT NULL AND state = 'failed' AND removed IS NULL) AS pagesFailed,
    (SELECT received FROM page WHERE state = 'waiting' AND removed IS NULL ORDER BY number LIMIT 1) AS oldestWaiting,
    (SELECT count(*) FROM fetch WHERE state = 'waiting') AS fetchesWaiting,
    (SELECT count FROM tally WHERE name = 'article') AS articles,
    (SELECT count FROM tally WHERE name = 'story') AS stories,
    (SELECT count FROM tally WHERE name = 'development') -
      (SELECT count(*) FROM development WHERE article_number IN (SELECT number FROM article WHERE removed IS NOT NULL))
      AS developments,
    (SELECT coalesce(sum(count), 0) FROM alert_count) -
      (SELECT count(*) FROM alert WHERE article_number IN (SELECT number FROM article WHERE removed IS NOT NULL)) AS alerts,
    (SELECT count(*) FROM watch WHERE removed IS NULL) AS watches,
    (SELECT count(*) FROM delivery WHERE state = 'due') AS deliveriesWaiting,
    (SELECT count(*) FROM delivery WHERE state = 'failed') AS deliveriesFailed,
    (SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()) AS databaseBytes`;
