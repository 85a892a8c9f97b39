import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** A value that can be bound to a statement. */
export type Bound = SQLInputValue;

/** One SQLite connection: prepared statements kept by their text, rows with a type, transactions that nest. */
export class Database {
  readonly raw: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(file: string) {
    this.raw = new DatabaseSync(file);
  }

  all<Row>(sql: string, ...values: Bound[]): Row[] {
    // Rows are copied into plain objects: SQLite's have no prototype, and records are plain.
    return this.#prepared(sql)
      .all(...values)
      .map((row) => ({ ...row }) as Row);
  }

  get<Row>(sql: string, ...values: Bound[]): Row | null {
    const row = this.#prepared(sql).get(...values);
    return row === undefined ? null : ({ ...row } as Row);
  }

  /** Number of rows changed. */
  run(sql: string, ...values: Bound[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  exec(sql: string): void {
    this.raw.exec(sql);
  }

  /** Runs the work as one transaction. Inside another it joins that one, so a method may be built from others. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    // Taken for writing at once: a transaction that reads first and then writes could be refused half way.
    this.raw.exec('BEGIN IMMEDIATE');
    this.#depth++;
    try {
      const value = work();
      this.raw.exec('COMMIT');
      return value;
    } catch (error) {
      if (this.raw.isTransaction) this.raw.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /**
   * A transaction whose commit does not wait for the disk. A kill loses nothing; a power cut may lose the newest of these,
   * never one that a waiting commit came after. For what is made again from what is safe.
   */
  remade<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.raw.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.transaction(work);
    } finally {
      this.raw.exec('PRAGMA synchronous = FULL');
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.raw.isOpen) this.raw.close();
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.raw.prepare(sql);
      // Searches build their own text: the cache must not grow with the number of queries ever asked.
      if (this.#statements.size >= statementsMax) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Most prepared statements kept. */
const statementsMax = 400;
