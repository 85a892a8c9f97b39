import { randomInt } from 'node:crypto';
import pg from 'pg';
import { connectMilliseconds, told } from './database.ts';

/**
 * Tells other processes that this one lives: a number that is locked as long as it does, by a connection of its own. The
 * server frees it whenever and however the process ends, and what it had claimed is then free for others at once.
 */
export class Presence {
  readonly #url: string;
  #id: Promise<number> | null = null;
  #client: pg.Client | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  /** This process's number, locked; another one after its connection broke, as others may have taken its claims by then. */
  async id(): Promise<number> {
    this.#id ??= this.#take().catch((error) => {
      this.#id = null;
      throw error;
    });
    return this.#id;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#id = null;
    await client?.end();
  }

  async #take(): Promise<number> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      connectionTimeoutMillis: connectMilliseconds,
      application_name: 'watchfloor process',
    });
    const lost = () => {
      if (this.#client !== client) return;
      this.#client = null;
      this.#id = null;
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      for (;;) {
        const id = randomInt(1, 2 ** 31);
        const { rows } = await client.query<{ free: boolean }>(
          `SELECT pg_try_advisory_lock(${lockSpace}, $1) AS free`,
          [id],
        );
        if (!rows[0].free) continue;
        this.#client = client;
        return id;
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw told(error);
    }
  }
}

/** Numbers of processes of one schema do not meet those of another. */
const lockSpace = `hashtext(current_schema() || ' watchfloor processes')`;

/** The condition that a row is nobody's: never claimed, its time over at the instant `now`, or its process gone. */
export function free(now: string): string {
  return `(leased_until IS NULL OR leased_until <= ${now} OR leased_by <> ALL (ARRAY(
    SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND classid::bigint = ${lockSpace}::bigint & 4294967295
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))))`;
}
