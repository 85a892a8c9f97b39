import type { FailureRecord, Source, SourceHealth } from '../../records.ts';
import { recordId } from '../../text/hash.ts';
import { leasedUntil } from '../columns.ts';
import type { SourceMethods } from '../parts.ts';
import { claimedFetchOf, type FetchRow, pollNotesMax } from '../rows.ts';
import type { FetchRequest, PollNote } from '../store.ts';
import type { Database } from './database.ts';

/** `SourceMethods` in SQLite. */
export function sourceMethods(
  database: Database,
  marks: { bump(name: 'removals'): void },
  now: () => string,
): SourceMethods {
  const find = (id: string) =>
    database.get<{ record: string }>('SELECT record FROM source WHERE id = ? AND removed IS NULL', id);
  const save = (source: Source) =>
    database.run(
      'UPDATE source SET record = ?, paused = ?, next_due = ? WHERE id = ?',
      JSON.stringify(source),
      source.paused ? 1 : 0,
      source.health.nextDue,
      source.id,
    );

  return {
    async listSources() {
      return database
        .all<{ record: string }>('SELECT record FROM source WHERE removed IS NULL ORDER BY address')
        .map((row) => JSON.parse(row.record) as Source);
    },
    async getSource(id) {
      const row = find(id);
      return row === null ? null : (JSON.parse(row.record) as Source);
    },
    async addSource(source) {
      return database.transaction(() => {
        const known = database.get<{ id: string; record: string; removed: string | null }>(
          'SELECT id, record, removed FROM source WHERE address = ?',
          source.address,
        );
        if (known === null) {
          database.run(
            'INSERT INTO source (id, address, next_due, paused, record) VALUES (?, ?, ?, ?, ?)',
            source.id,
            source.address,
            source.health.nextDue,
            source.paused ? 1 : 0,
            JSON.stringify(source),
          );
          return source;
        }
        // Adding a removed source again is the undo of its removal: it comes back with its history.
        if (known.removed !== null) database.run('UPDATE source SET removed = NULL WHERE id = ?', known.id);
        return JSON.parse(known.record) as Source;
      });
    },
    async updateSource(id, change) {
      database.transaction(() => {
        const row = find(id);
        if (row !== null) save({ ...(JSON.parse(row.record) as Source), ...change });
      });
    },
    async removeSource(id) {
      database.transaction(() => {
        database.run('UPDATE source SET removed = ? WHERE id = ? AND removed IS NULL', now(), id);
        database.run(`DELETE FROM fetch WHERE source_id = ? AND state = 'waiting'`, id);
        marks.bump('removals');
      });
    },
    async sourcesDue(at, limit) {
      return database
        .all<{ record: string }>(
          `SELECT record FROM source WHERE removed IS NULL AND paused = 0 AND next_due <= ? ORDER BY next_due LIMIT ?`,
          at,
          limit,
        )
        .map((row) => JSON.parse(row.record) as Source);
    },
    async saveHealth(id, health: SourceHealth, note: PollNote) {
      database.transaction(() => {
        const row = database.get<{ record: string }>('SELECT record FROM source WHERE id = ?', id);
        if (row === null) return;
        save({ ...(JSON.parse(row.record) as Source), health });
        database.run('INSERT INTO poll_note (source_id, note) VALUES (?, ?)', id, JSON.stringify(note));
        database.run(
          `DELETE FROM poll_note WHERE source_id = ?1 AND number <= (
             SELECT number FROM poll_note WHERE source_id = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)`,
          id,
          pollNotesMax,
        );
      });
    },
    async pollHistory(id, limit) {
      return database
        .all<{ note: string }>('SELECT note FROM poll_note WHERE source_id = ? ORDER BY number DESC LIMIT ?', id, limit)
        .map((row) => JSON.parse(row.note) as PollNote);
    },

    async queueFetches(requests: readonly FetchRequest[]) {
      return database.transaction(() => {
        let added = 0;
        for (const { url, sourceId, hint, due } of requests) {
          added += database.run(
            `INSERT INTO fetch (id, url, source_id, hint, state, due) VALUES (?, ?, ?, ?, 'waiting', ?)
             ON CONFLICT DO NOTHING`,
            recordId('fetch', url),
            url,
            sourceId,
            JSON.stringify(hint),
            due,
          );
        }
        return added;
      });
    },
    async claimFetches(at, limit, leaseSeconds) {
      return database.remade(() => {
        const rows = database.all<FetchRow & { tries: number }>(
          `SELECT id, url, source_id, hint, due, tries FROM fetch
           WHERE state = 'waiting' AND due <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)
           ORDER BY due, id LIMIT ?2`,
          at,
          limit,
        );
        const until = leasedUntil(at, leaseSeconds);
        return rows.map((row) => {
          database.run('UPDATE fetch SET leased_until = ?, tries = tries + 1 WHERE id = ?', until, row.id);
          return claimedFetchOf(row, row.tries + 1);
        });
      });
    },
    async finishFetch(id) {
      database.remade(() =>
        database.run(`UPDATE fetch SET state = 'done', leased_until = NULL, failure = NULL WHERE id = ?`, id),
      );
    },
    async failFetch(id, failure: FailureRecord, retryAt) {
      database.run(
        `UPDATE fetch SET state = ?, due = coalesce(?, due), leased_until = NULL, failure = ?, failed_at = ? WHERE id = ?`,
        retryAt === null ? 'failed' : 'waiting',
        retryAt,
        JSON.stringify(failure),
        failure.at,
        id,
      );
    },
  };
}
