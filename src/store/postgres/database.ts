import pg from 'pg';
import { Failure } from '../../failures.ts';

/** A value that can be bound to a statement. */
export type Bound = string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null)[];

/** Statements on one connection, or each on any of the pool. */
export interface Sql {
  all<Row>(sql: string, ...values: Bound[]): Promise<Row[]>;
  get<Row>(sql: string, ...values: Bound[]): Promise<Row | null>;
  /** Number of rows changed. */
  run(sql: string, ...values: Bound[]): Promise<number>;
}

/** A pool of PostgreSQL connections: rows with a type, transactions, the faults of a server told in words. */
export class Database implements Sql {
  readonly #pool: pg.Pool;

  constructor(url: string, connectionsMax: number) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: connectionsMax,
      connectionTimeoutMillis: connectMilliseconds,
      // A server that vanished without a word is noticed, whatever the network does.
      keepAlive: true,
      types: { getTypeParser },
      application_name: 'watchfloor',
    });
    // An idle connection that breaks is replaced by the next that is asked for; unheard, the event would end the process.
    this.#pool.on('error', () => undefined);
  }

  async all<Row>(sql: string, ...values: Bound[]): Promise<Row[]> {
    return (await ask(this.#pool, sql, values)).rows as Row[];
  }

  async get<Row>(sql: string, ...values: Bound[]): Promise<Row | null> {
    return (await this.all<Row>(sql, ...values))[0] ?? null;
  }

  async run(sql: string, ...values: Bound[]): Promise<number> {
    return (await ask(this.#pool, sql, values)).rowCount ?? 0;
  }

  /** Several statements without values, as they stand in the schema. */
  async exec(sql: string): Promise<void> {
    await ask(this.#pool, sql, []);
  }

  /**
   * Runs the work as one transaction. One that met another in the midst of the same rows is run again: the work must do
   * nothing but ask the database.
   */
  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#again(() => this.#once('BEGIN', work));
  }

  /**
   * A transaction whose commit does not wait for the disk: a server that crashes may lose the newest of these, never one
   * that a waiting commit came after. For what is made again from what is safe.
   */
  async remade<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#again(() => this.#once('BEGIN; SET LOCAL synchronous_commit = off', work));
  }

  /**
   * Asks for what an index of words finds. The server thinks that reading all articles costs little and does not know that
   * their words must be unpacked for it: it took ten times as long.
   */
  async byIndex<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#once(
      "BEGIN READ ONLY; SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'",
      work,
    );
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  async #once<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await connected(this.#pool);
    let broken: Error | undefined;
    // A connection that breaks between two statements tells of it by an event alone: unheard, it would end the process.
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await ask(client, begin, []);
      const value = await work(sqlOf(client));
      await ask(client, 'COMMIT', []);
      return value;
    } catch (error) {
      broken = (await rolledBack(client)) ?? broken;
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  async #again<T>(once: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once();
      } catch (error) {
        if (tries === transactionTriesMax || !isCollision(error)) throw error;
      }
    }
  }
}

/** How long a server may take to let a connection in. */
export const connectMilliseconds = 10_000;
const transactionTriesMax = 5;

/** Numbers of rows and bytes stay far under 2^53; everything else is read as `pg` reads it. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
    ? Number
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;

function sqlOf(client: pg.PoolClient): Sql {
  const all = async <Row>(sql: string, ...values: Bound[]) => (await ask(client, sql, values)).rows as Row[];
  return {
    all,
    get: async <Row>(sql: string, ...values: Bound[]) => (await all<Row>(sql, ...values))[0] ?? null,
    run: async (sql, ...values) => (await ask(client, sql, values)).rowCount ?? 0,
  };
}

async function ask(on: pg.Pool | pg.PoolClient, sql: string, values: readonly Bound[]): Promise<pg.QueryResult> {
  try {
    return await on.query(sql, values.map(bound));
  } catch (error) {
    throw told(error);
  }
}

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw told(error);
  }
}

/** The error for which the connection must not be used again, if it could not be brought back to rest. */
async function rolledBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** PostgreSQL's text holds no NUL; records keep theirs, because JSON writes it as an escape. */
function bound(value: Bound): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  if (Array.isArray(value)) return value.map(bound);
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

function isCollision(error: unknown): boolean {
  const code = codeOf(error instanceof Failure ? error.cause : error);
  // Appendix A of the manual: serialization_failure, deadlock_detected.
  return code === '40001' || code === '40P01';
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** A fault of the server or of the way to it as a Failure; a fault of a statement stays what it is. */
export function told(error: unknown): unknown {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  if (code === '53100') {
    return new Failure('disk-full', 'The disk of the PostgreSQL server is full', {
      retry: 'later',
      advice: 'Make room on the disk of the server: work goes on by itself.',
      cause: error,
    });
  }
  if (code === '28P01' || code === '28000' || code === '3D000') {
    return new Failure('database-open', `PostgreSQL does not let Watchfloor in: ${message}`, {
      retry: 'stop',
      advice: 'Check the user, password and database named in DATABASE_URL.',
      cause: error,
    });
  }
  if (code === '53300') {
    return new Failure('database-away', 'The PostgreSQL server has no connection left', {
      retry: 'later',
      advice:
        'Raise its max_connections, or run fewer processes on it: work goes on by itself, and nothing accepted is lost.',
      cause: error,
    });
  }
  if (
    isAway(code) ||
    /^(Connection terminated|timeout exceeded|Client has encountered a connection error)/.test(message)
  ) {
    return new Failure('database-away', 'The PostgreSQL server does not answer', {
      retry: 'later',
      advice: 'Start it or mend the network to it: work goes on by itself, and nothing accepted is lost.',
      cause: error,
    });
  }
  return error;
}

/** Classes 08 (connection), 57P (the server stops or starts), 25006 (a standby), and the socket's. */
function isAway(code: string): boolean {
  return (
    /^(08|57P|25006)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'].includes(
      code,
    )
  );
}
