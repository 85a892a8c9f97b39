import type { Page } from '../../records.ts';
import { leasedUntil } from '../columns.ts';
import type { WorkMethods } from '../parts.ts';
import { type FailureRow, failureOf } from '../rows.ts';
import type { Database, Sql } from './database.ts';
import { records } from './sources.ts';

/** `WorkMethods` in PostgreSQL. */
export function workMethods(database: Database): WorkMethods {
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
      // Rows another worker is claiming are passed over: claims never wait for one another.
      const rows = await database.remade((sql) =>
        sql.all<{ number: number; record: string; tries: number }>(
          `UPDATE page SET leased_until = $2, tries = tries + 1 WHERE number IN (
             SELECT number FROM page
             WHERE state = 'waiting' AND removed IS NULL
               AND (leased_until IS NULL OR leased_until <= $1) AND (retry_at IS NULL OR retry_at <= $1)
             ORDER BY number LIMIT $3 FOR UPDATE SKIP LOCKED)
           RETURNING number, record, tries`,
          now,
          leasedUntil(now, leaseSeconds),
          limit,
        ),
      );
      return rows
        .sort((a, b) => a.number - b.number)
        .map((row) => ({ page: JSON.parse(row.record) as Page, tries: row.tries }));
    },
    async failPage(pageId, failure, retryAt) {
      await database.run(
        `UPDATE page SET state = $1, retry_at = $2, leased_until = NULL, failure = $3, failed_at = $4 WHERE id = $5`,
        retryAt === null ? 'failed' : 'waiting',
        retryAt,
        JSON.stringify(failure),
        failure.at,
        pageId,
      );
    },
    async retryPage(pageId) {
      const changed = await database.run(
        `UPDATE page SET state = 'waiting', tries = 0, retry_at = NULL, leased_until = NULL
         WHERE id = $1 AND state <> 'done'`,
        pageId,
      );
      return changed > 0;
    },
    async releaseClaims() {
      await database.transaction(async (sql) => {
        await sql.run(`UPDATE page SET leased_until = NULL WHERE state = 'waiting' AND leased_until IS NOT NULL`);
        await sql.run(`UPDATE to_fetch SET leased_until = NULL WHERE state = 'waiting' AND leased_until IS NOT NULL`);
      });
    },
    async listFailures(limit) {
      const rows = await database.all<FailureRow>(
        `SELECT id AS page_id, source_id, coalesce(url, name, id) AS name, failure, failed_at
           FROM page WHERE failure IS NOT NULL AND removed IS NULL
         UNION ALL
         SELECT NULL, source_id, url, failure, failed_at FROM to_fetch WHERE failure IS NOT NULL
         UNION ALL
         SELECT NULL, id, address, (record::json #> '{health,failure}')::text, record::json #>> '{health,failure,at}'
           FROM source WHERE removed IS NULL AND record::json #>> '{health,failure,at}' IS NOT NULL
         ORDER BY failed_at DESC LIMIT $1`,
        limit,
      );
      return rows.map(failureOf);
    },
  };
}

/** Which of the pages are new, in their order. A removed one that arrives again is wanted again, with what was read from it. */
async function accept(sql: Sql, pages: readonly Page[]): Promise<boolean[]> {
  const added = await sql.all<{ id: string }>(
    `INSERT INTO page (id, name, url, source_id, received, file, stored_bytes, record, state)
     SELECT id, name, url, source_id, received, file, stored_bytes, record, 'waiting'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[])
       WITH ORDINALITY AS given (id, name, url, source_id, received, file, stored_bytes, record, place)
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
