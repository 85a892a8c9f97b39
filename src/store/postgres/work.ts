import type { Page } from '../../records.ts';
import { leasedUntil } from '../columns.ts';
import { pack, unpack } from '../packed.ts';
import type { WorkMethods } from '../parts.ts';
import { type FailureRow, failureOf, sourcePagesAhead } from '../rows.ts';
import type { PageReading } from '../store.ts';
import type { Database, Sql } from './database.ts';
import { free, type Presence } from './presence.ts';
import { records } from './sources.ts';

/** `WorkMethods` in PostgreSQL. */
export function workMethods(database: Database, presence: Presence): WorkMethods {
  /** Takes pages that wait, in order of receipt; `and` says which. Rows another is claiming are passed over: claims never wait. */
  const claim = async (now: string, limit: number, leaseSeconds: number, and: string) => {
    const mine = await presence.id();
    // One that was begun before may be what ended its process: it is handed out alone, so that it takes no other with it.
    const rows = await database.remade((sql) =>
      sql.all<ClaimRow>(
        `WITH due AS MATERIALIZED (
           SELECT number, tries, row_number() OVER (ORDER BY late, number) AS place FROM (
             SELECT number, late, tries FROM page
             WHERE state = 'waiting' AND removed IS NULL AND ${free('$1')} AND (retry_at IS NULL OR retry_at <= $1) ${and}
             ORDER BY late, number LIMIT $3 FOR UPDATE SKIP LOCKED) AS locked)
         UPDATE page SET leased_until = $2, leased_by = $4, tries = page.tries + 1 FROM due
         WHERE page.number = due.number AND (place = 1
           OR place < coalesce((SELECT min(place) FROM due WHERE tries > 0), ${Number.MAX_SAFE_INTEGER}))
         RETURNING page.number, page.late, page.record, page.tries, page.read`,
        now,
        leasedUntil(now, leaseSeconds),
        limit,
        mine,
      ),
    );
    return rows.sort((a, b) => a.late - b.late || a.number - b.number);
  };

  return {
    async acceptPage(page) {
      return (await database.transaction((sql) => accept(sql, [page])))[0];
    },
    async acceptPages(pages) {
      return database.transaction((sql) => accept(sql, pages));
    },
    async getPage(id) {
      return (
        records<Page>(await database.all('SELECT record FROM page WHERE id = $1 AND removed IS NULL', id))[0] ?? null
      );
    },
    async pagesAt(url, limit) {
      return records(
        await database.all(
          'SELECT record FROM page WHERE url = $1 AND removed IS NULL ORDER BY received DESC, number DESC LIMIT $2',
          url,
          limit,
        ),
      );
    },
    async claimPages(now, limit, leaseSeconds) {
      const rows = await claim(now, limit, leaseSeconds, 'AND read IS NULL');
      return rows.map(({ record, tries }) => ({ page: JSON.parse(record) as Page, tries }));
    },
    async saveReadings(readings) {
      // Lost to a crash of the server, it is read again from the page, with the same ids.
      await database.remade((sql) =>
        sql.run(
          `UPDATE page SET read = decode(saved.hex, 'hex'), tries = 0, leased_until = NULL, leased_by = NULL, retry_at = NULL
           FROM unnest($1::text[], $2::text[]) AS saved (id, hex)
           WHERE page.id = saved.id AND state = 'waiting'`,
          readings.map((saved) => saved.pageId),
          readings.map(({ pageId: _, ...read }) => Buffer.from(pack(read)).toString('hex')),
        ),
      );
    },
    async claimReadings(now, limit, leaseSeconds) {
      const rows = await claim(
        now,
        limit,
        leaseSeconds,
        `AND read IS NOT NULL AND number < coalesce((SELECT number FROM page AS unread WHERE state = 'waiting' AND removed IS NULL
           AND read IS NULL AND retry_at IS NULL AND unread.late = page.late ORDER BY number LIMIT 1), ${Number.MAX_SAFE_INTEGER})`,
      );
      return rows.map(({ record, tries, read }) => ({
        page: JSON.parse(record) as Page,
        tries,
        read: unpack<PageReading>(read!),
      }));
    },
    async failPage(pageId, failure, retryAt) {
      await database.run(
        `UPDATE page SET state = $1, retry_at = $2, leased_until = NULL, leased_by = NULL, failure = $3, failed_at = $4 WHERE id = $5`,
        retryAt === null ? 'failed' : 'waiting',
        retryAt,
        JSON.stringify(failure),
        failure.at,
        pageId,
      );
    },
    async retryPage(pageId) {
      const changed = await database.run(
        `UPDATE page SET state = 'waiting', read = NULL, tries = 0, retry_at = NULL, leased_until = NULL, leased_by = NULL
         WHERE id = $1 AND state <> 'done'`,
        pageId,
      );
      return changed > 0;
    },
    async releaseClaims() {
      const mine = await presence.id();
      await database.transaction(async (sql) => {
        await sql.run(
          `UPDATE page SET leased_until = NULL, leased_by = NULL WHERE state = 'waiting' AND leased_by = $1`,
          mine,
        );
        await sql.run(
          `UPDATE to_fetch SET leased_until = NULL, leased_by = NULL WHERE state = 'waiting' AND leased_by = $1`,
          mine,
        );
      });
    },
    async giveBack(pageIds, fetchIds) {
      const mine = await presence.id();
      await database.transaction(async (sql) => {
        await sql.run(
          `INSERT INTO setting (name, value) VALUES ('given-back', '1')
           ON CONFLICT (name) DO UPDATE SET value = (setting.value::bigint + 1)::text`,
        );
        for (const [table, ids] of [
          ['page', pageIds],
          ['to_fetch', fetchIds],
        ] as const) {
          // When the server went away, so did this process's number: another may have taken them up by now, and keeps them.
          await sql.run(
            `UPDATE ${table} SET tries = greatest(0, tries - 1),
               leased_until = CASE WHEN leased_by = $2 THEN NULL ELSE leased_until END,
               leased_by = CASE WHEN leased_by = $2 THEN NULL ELSE leased_by END
             WHERE id = ANY($1::text[]) AND state = 'waiting'`,
            ids,
            mine,
          );
        }
      });
    },
    async listFailures(limit) {
      const rows = await database.all<FailureRow>(
        `SELECT id AS page_id, source_id, coalesce(url, name, id) AS name, failure, failed_at
           FROM page WHERE failure IS NOT NULL AND removed IS NULL
         UNION ALL
         SELECT NULL, source_id, url, failure, failed_at FROM to_fetch WHERE failure IS NOT NULL
         UNION ALL
         SELECT NULL, id, address, failure, substring(failure FROM '"at":"([^"]*)"')
           FROM (SELECT id, address, substring(record FROM $2) AS failure FROM source
             WHERE removed IS NULL AND record LIKE '%"failure":{%') AS source
         ORDER BY failed_at DESC LIMIT $1`,
        limit,
        failureInRecord,
      );
      return rows.map(failureOf);
    },
  };
}

/**
 * The failure in the JSON of a source, as it stands there. PostgreSQL would read the JSON itself, but refuses all of it for one
 * escaped NUL or half a surrogate pair in any text, which JavaScript writes and a hostile feed sends.
 */
const failureInRecord = String.raw`"failure":(\{(?:"(?:[^"\\]|\\.)*"|[^"{}])*\})`;

interface ClaimRow {
  readonly number: number;
  readonly late: number;
  readonly record: string;
  readonly tries: number;
  readonly read: Uint8Array | null;
}

/** Which of the pages are new, in their order. A removed one that arrives again is wanted again, with what was read from it. */
async function accept(sql: Sql, pages: readonly Page[]): Promise<boolean[]> {
  const backlog = await sql.all<{ source: string; count: number }>(
    `SELECT source, (SELECT count(*) FROM (
       SELECT 1 FROM page WHERE state = 'waiting' AND coalesce(source_id, '') = source LIMIT $2) AS ahead) AS count
     FROM unnest($1::text[]) AS named (source)`,
    [...new Set(pages.map((page) => page.sourceId ?? ''))],
    sourcePagesAhead,
  );
  const waiting = new Map(backlog.map(({ source, count }) => [source, count]));
  const late = pages.map(({ sourceId }) => {
    const count = waiting.get(sourceId ?? '')!;
    waiting.set(sourceId ?? '', count + 1);
    return count < sourcePagesAhead ? 0 : 1;
  });
  const added = await sql.all<{ id: string }>(
    `INSERT INTO page (id, name, url, source_id, received, file, stored_bytes, record, late, state)
     SELECT id, name, url, source_id, received, file, stored_bytes, record, late, 'waiting'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[],
         $9::int[])
       WITH ORDINALITY AS given (id, name, url, source_id, received, file, stored_bytes, record, late, place)
     ORDER BY place
     ON CONFLICT DO NOTHING RETURNING id`,
    pages.map((page) => page.id),
    pages.map((page) => page.name),
    pages.map((page) => page.url),
    pages.map((page) => page.sourceId),
    pages.map((page) => page.received),
    pages.map((page) => page.stored?.file ?? null),
    pages.map((page) => page.stored?.length ?? 0),
    pages.map((page) => JSON.stringify(page)),
    late,
  );
  const back = await sql.all<{ id: string; number: number }>(
    'UPDATE page SET removed = NULL WHERE id = ANY($1::text[]) AND removed IS NOT NULL RETURNING id, number',
    pages.map((page) => page.id),
  );
  if (back.length > 0) {
    await sql.run(
      'UPDATE article SET removed = NULL WHERE number = ANY($1::bigint[])',
      back.map((row) => row.number),
    );
  }
  // The same page twice among those given is new once.
  const fresh = new Set([...added, ...back].map((row) => row.id));
  return pages.map((page) => fresh.delete(page.id));
}
