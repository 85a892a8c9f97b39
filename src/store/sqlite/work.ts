import type { Page } from '../../records.ts';
import { leasedUntil } from '../columns.ts';
import { pack, unpack } from '../packed.ts';
import type { WorkMethods } from '../parts.ts';
import { type FailureRow, failureOf, sourcePagesAhead } from '../rows.ts';
import type { PageReading } from '../store.ts';
import type { Database } from './database.ts';

/** `WorkMethods` in SQLite. */
export function workMethods(database: Database): WorkMethods {
  /** How many pages of a source wait, as far as it matters; kept for the pages that are accepted together. */
  const waitingOf = (page: Page, waiting: Map<string, number>): number => {
    const source = page.sourceId ?? '';
    const known =
      waiting.get(source) ??
      database.get<{ count: number }>(
        `SELECT count(*) AS count FROM (SELECT 1 FROM page WHERE state = 'waiting' AND coalesce(source_id, '') = ? LIMIT ?)`,
        source,
        sourcePagesAhead,
      )!.count;
    waiting.set(source, known + 1);
    return known;
  };
  const accept = (page: Page, waiting: Map<string, number>): boolean => {
    const known = database.get<{ removed: string | null }>('SELECT removed FROM page WHERE id = ?', page.id);
    if (known === null) {
      database.run(
        `INSERT INTO page (id, url, source_id, received, file, stored_bytes, record, late, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
        page.id,
        page.url,
        page.sourceId,
        page.received,
        page.stored?.file ?? null,
        page.stored?.length ?? 0,
        JSON.stringify(page),
        waitingOf(page, waiting) < sourcePagesAhead ? 0 : 1,
      );
      return true;
    }
    // A removed page that arrives again is wanted again, with what was read from it.
    if (known.removed !== null) {
      database.run('UPDATE article SET removed = NULL WHERE number = (SELECT number FROM page WHERE id = ?)', page.id);
      database.run('UPDATE page SET removed = NULL WHERE id = ?', page.id);
      return true;
    }
    return false;
  };

  return {
    async acceptPage(page) {
      return database.transaction(() => accept(page, new Map()));
    },
    async acceptPages(pages) {
      return database.transaction(() => {
        const waiting = new Map<string, number>();
        return pages.map((page) => accept(page, waiting));
      });
    },
    async getPage(id) {
      const row = database.get<{ record: string }>('SELECT record FROM page WHERE id = ? AND removed IS NULL', id);
      return row === null ? null : (JSON.parse(row.record) as Page);
    },
    async pagesAt(url, limit) {
      return database
        .all<{ record: string }>(
          'SELECT record FROM page WHERE url = ? AND removed IS NULL ORDER BY received DESC, number DESC LIMIT ?',
          url,
          limit,
        )
        .map((row) => JSON.parse(row.record) as Page);
    },
    async claimPages(now, limit, leaseSeconds) {
      return database.remade(() =>
        claim(database, now, limit, leaseSeconds, 'AND read IS NULL').map(({ page, tries }) => ({ page, tries })),
      );
    },
    async saveReadings(readings) {
      // Lost to a power cut, it is read again from the page, with the same ids.
      database.remade(() => {
        for (const { pageId, ...read } of readings) {
          database.run(
            `UPDATE page SET read = ?, tries = 0, leased_until = NULL, retry_at = NULL WHERE id = ? AND state = 'waiting'`,
            pack(read),
            pageId,
          );
        }
      });
    },
    async claimReadings(now, limit, leaseSeconds) {
      return database.remade(() =>
        claim(
          database,
          now,
          limit,
          leaseSeconds,
          `AND read IS NOT NULL AND number < coalesce((SELECT number FROM page AS unread WHERE state = 'waiting'
             AND removed IS NULL AND read IS NULL AND retry_at IS NULL AND unread.late = page.late
             ORDER BY number LIMIT 1), 9e18)`,
        ).map(({ page, tries, read }) => ({ page, tries, read: unpack<PageReading>(read!) })),
      );
    },
    async failPage(pageId, failure, retryAt) {
      database.run(
        'UPDATE page SET state = ?, retry_at = ?, leased_until = NULL, failure = ?, failed_at = ? WHERE id = ?',
        retryAt === null ? 'failed' : 'waiting',
        retryAt,
        JSON.stringify(failure),
        failure.at,
        pageId,
      );
    },
    async retryPage(pageId) {
      return (
        database.run(
          `UPDATE page SET state = 'waiting', read = NULL, tries = 0, retry_at = NULL, leased_until = NULL
           WHERE id = ? AND state <> 'done'`,
          pageId,
        ) > 0
      );
    },
    async releaseClaims() {
      database.transaction(() => {
        database.run(`UPDATE page SET leased_until = NULL WHERE state = 'waiting' AND leased_until IS NOT NULL`);
        database.run(`UPDATE fetch SET leased_until = NULL WHERE state = 'waiting' AND leased_until IS NOT NULL`);
      });
    },
    async giveBack(pageIds, fetchIds) {
      database.transaction(() => {
        // Nobody reads this count: it is written so that the disk is asked when there is nothing to give back.
        database.run(
          `INSERT INTO setting (name, value) VALUES ('given-back', '1')
           ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
        );
        for (const [table, ids] of [
          ['page', pageIds],
          ['fetch', fetchIds],
        ] as const) {
          for (const id of ids) {
            database.run(
              `UPDATE ${table} SET leased_until = NULL, tries = max(0, tries - 1) WHERE id = ? AND state = 'waiting'`,
              id,
            );
          }
        }
      });
    },
    async listFailures(limit) {
      const rows = database.all<FailureRow>(
        `SELECT page.id AS page_id, source_id, coalesce(url, record ->> 'name', id) AS name, failure, failed_at
           FROM page WHERE failure IS NOT NULL AND removed IS NULL
         UNION ALL
         SELECT NULL, source_id, url, failure, failed_at FROM fetch WHERE failure IS NOT NULL
         UNION ALL
         SELECT NULL, id, address, record -> '$.health.failure', record ->> '$.health.failure.at'
           FROM source WHERE removed IS NULL AND record ->> '$.health.failure' IS NOT NULL
         ORDER BY failed_at DESC LIMIT ?`,
        limit,
      );
      return rows.map(failureOf);
    },
  };
}

/** Takes pages that wait, in order of receipt; `and` says which. */
function claim(database: Database, now: string, limit: number, leaseSeconds: number, and: string) {
  const rows = database.all<ClaimRow>(
    `SELECT number, record, tries, read FROM page
     WHERE state = 'waiting' AND removed IS NULL
       AND (leased_until IS NULL OR leased_until <= ?1) AND (retry_at IS NULL OR retry_at <= ?1) ${and}
     ORDER BY late, number LIMIT ?2`,
    now,
    limit,
  );
  const until = leasedUntil(now, leaseSeconds);
  // One that was begun before may be what ended its process: it is handed out alone, so that it takes no other with it.
  const tried = rows.findIndex((row) => row.tries > 0);
  return rows.slice(0, tried < 0 ? rows.length : Math.max(1, tried)).map((row) => {
    database.run('UPDATE page SET leased_until = ?, tries = tries + 1 WHERE number = ?', until, row.number);
    return { page: JSON.parse(row.record) as Page, tries: row.tries + 1, read: row.read };
  });
}

interface ClaimRow {
  readonly number: number;
  readonly record: string;
  readonly tries: number;
  readonly read: Uint8Array | null;
}
