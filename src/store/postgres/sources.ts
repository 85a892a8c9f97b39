import type { Source, SourceHealth } from '../../records.ts';
import { recordId } from '../../text/hash.ts';
import { leasedUntil } from '../columns.ts';
import type { SourceMethods } from '../parts.ts';
import { claimedFetchOf, type FetchRow, pollNotesMax } from '../rows.ts';
import type { FetchRequest } from '../store.ts';
import type { Database, Sql } from './database.ts';
import { free, type Presence } from './presence.ts';
import type { ChangeMarks } from './whole.ts';

/** `SourceMethods` in PostgreSQL. */
export function sourceMethods(
  database: Database,
  presence: Presence,
  marks: ChangeMarks,
  now: () => string,
): SourceMethods {
  return {
    async listSources() {
      return records(await database.all('SELECT record FROM source WHERE removed IS NULL ORDER BY address'));
    },
    async getSource(id) {
      return (
        records<Source>(await database.all('SELECT record FROM source WHERE id = $1 AND removed IS NULL', id))[0] ??
        null
      );
    },
    async addSource(source) {
      // Adding a removed source again is the undo of its removal: it comes back with its history.
      const row = await database.get<{ record: string }>(
        `INSERT INTO source (id, address, next_due, paused, record) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (address) DO UPDATE SET removed = NULL RETURNING record`,
        source.id,
        source.address,
        source.health.nextDue,
        source.paused,
        JSON.stringify(source),
      );
      return JSON.parse(row!.record) as Source;
    },
    async updateSource(id, change) {
      await database.transaction(async (sql) => {
        const source = await locked(sql, id, 'AND removed IS NULL');
        if (source !== null) await save(sql, { ...source, ...change });
      });
    },
    async removeSource(id) {
      await database.transaction(async (sql) => {
        await sql.run('UPDATE source SET removed = $1 WHERE id = $2 AND removed IS NULL', now(), id);
        await sql.run(`DELETE FROM to_fetch WHERE source_id = $1 AND state = 'waiting'`, id);
        await marks.bump(sql, 'removals');
      });
    },
    async sourcesDue(at, limit) {
      return records(
        await database.all(
          `SELECT record FROM source WHERE removed IS NULL AND NOT paused AND next_due <= $1 ORDER BY next_due LIMIT $2`,
          at,
          limit,
        ),
      );
    },
    async saveHealth(id, health: SourceHealth, note) {
      await database.transaction(async (sql) => {
        const source = await locked(sql, id, '');
        if (source === null) return;
        await save(sql, { ...source, health });
        await sql.run('INSERT INTO poll_note (source_id, note) VALUES ($1, $2)', id, JSON.stringify(note));
        await sql.run(
          `DELETE FROM poll_note WHERE source_id = $1 AND number <= (
             SELECT number FROM poll_note WHERE source_id = $1 ORDER BY number DESC LIMIT 1 OFFSET $2)`,
          id,
          pollNotesMax,
        );
      });
    },
    async pollHistory(id, limit) {
      const rows = await database.all<{ note: string }>(
        'SELECT note FROM poll_note WHERE source_id = $1 ORDER BY number DESC LIMIT $2',
        id,
        limit,
      );
      return rows.map((row) => JSON.parse(row.note));
    },

    async queueFetches(requests: readonly FetchRequest[]) {
      return database.run(
        `INSERT INTO to_fetch (id, url, source_id, hint, state, due)
         SELECT id, url, source_id, hint, 'waiting', due
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS asked (id, url, source_id, hint, due)
         ON CONFLICT DO NOTHING`,
        requests.map(({ url }) => recordId('fetch', url)),
        requests.map(({ url }) => url),
        requests.map(({ sourceId }) => sourceId),
        requests.map(({ hint }) => JSON.stringify(hint)),
        requests.map(({ due }) => due),
      );
    },
    async claimFetches(at, limit, leaseSeconds) {
      const mine = await presence.id();
      const rows = await database.remade((sql) =>
        sql.all<FetchRow & { tries: number }>(
          `UPDATE to_fetch SET leased_until = $2, leased_by = $4, tries = tries + 1 WHERE id IN (
             SELECT id FROM to_fetch
             WHERE state = 'waiting' AND due <= $1 AND ${free('$1')}
             ORDER BY due, id LIMIT $3 FOR UPDATE SKIP LOCKED)
           RETURNING id, url, source_id, hint, due, tries`,
          at,
          leasedUntil(at, leaseSeconds),
          limit,
          mine,
        ),
      );
      return rows.sort(byDue).map((row) => claimedFetchOf(row, row.tries));
    },
    async finishFetch(id) {
      await database.remade((sql) =>
        sql.run(
          `UPDATE to_fetch SET state = 'done', leased_until = NULL, leased_by = NULL, failure = NULL WHERE id = $1`,
          id,
        ),
      );
    },
    async failFetch(id, failure, retryAt) {
      await database.run(
        `UPDATE to_fetch SET state = $1, due = coalesce($2, due), leased_until = NULL, leased_by = NULL, failure = $3, failed_at = $4
         WHERE id = $5`,
        retryAt === null ? 'failed' : 'waiting',
        retryAt,
        JSON.stringify(failure),
        failure.at,
        id,
      );
    },
  };
}

function byDue(a: FetchRow, b: FetchRow): number {
  return a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1;
}

/** The records of rows that have nothing else. */
export function records<T>(rows: readonly unknown[]): T[] {
  return rows.map((row) => JSON.parse((row as { record: string }).record) as T);
}

/** A source, held until the transaction ends: what is changed of it is changed by one at a time. */
async function locked(sql: Sql, id: string, and: string): Promise<Source | null> {
  const rows = await sql.all(`SELECT record FROM source WHERE id = $1 ${and} FOR UPDATE`, id);
  return records<Source>(rows)[0] ?? null;
}

async function save(sql: Sql, source: Source): Promise<void> {
  await sql.run(
    'UPDATE source SET record = $1, paused = $2, next_due = $3 WHERE id = $4',
    JSON.stringify(source),
    source.paused,
    source.health.nextDue,
    source.id,
  );
}
