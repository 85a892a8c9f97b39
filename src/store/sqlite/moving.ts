import type { Reading } from '../../records.ts';
import { type Column, type MovingSide, markSetting, nameOf, type Row, type Table, type Value, where } from '../move.ts';
import { unpack } from '../packed.ts';
import type { Bound, Database } from './database.ts';
import { openDatabase } from './open.ts';
import { saveWords } from './results.ts';

/** The desk in a SQLite file as one end of a move; the file is made when it is not there. */
export function openSqliteMoving(file: string): MovingSide {
  const database = openDatabase(file);
  return {
    name: `sqlite:${file}`,
    async count(table) {
      return database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table.name} ${where(table)}`)!.count;
    },
    async rows(table, after, limit) {
      const key = keyIn(table);
      const behind = after === null ? undefined : `(${key}) > (${after.map(() => '?').join(', ')})`;
      return database
        .all<Record<string, Value>>(
          `SELECT ${table.columns.map((column) => `${inFile(column)} AS ${nameOf(column)}`).join(', ')} FROM ${table.name}
           ${where(table, behind)} ORDER BY ${key} LIMIT ?`,
          ...(after ?? []),
          limit,
        )
        .map((row) => table.columns.map((column) => asTold(column, row[nameOf(column)])));
    },
    async put(table, rows) {
      database.transaction(() => {
        for (const row of rows) put(database, table, row);
      });
    },
    async lastKey(table) {
      const key = keyIn(table);
      const row = database.get<Record<string, string | number>>(
        `SELECT ${table.key.map((column) => `${inFile(column)} AS ${column}`).join(', ')} FROM ${table.name}
         ${where(table)}
         ORDER BY ${key
           .split(', ')
           .map((part) => `${part} DESC`)
           .join(', ')} LIMIT 1`,
      );
      return row === null ? null : table.key.map((column) => row[column]);
    },
    async mark() {
      return database.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', markSetting)?.value ?? null;
    },
    async setMark(mark) {
      if (mark === null) database.run('DELETE FROM setting WHERE name = ?', markSetting);
      else database.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', markSetting, mark);
    },
    // SQLite gives the next number behind the largest by itself.
    finish: async () => undefined,
    close: async () => database.close(),
  };
}

function put(database: Database, table: Table, row: Row): void {
  const added = database.run(
    `INSERT OR IGNORE INTO ${table.name} (${table.columns.map(inFile).join(', ')})
     VALUES (${table.columns.map(() => '?').join(', ')})`,
    ...row.map((value): Bound => (typeof value === 'boolean' ? Number(value) : value)),
  );
  if (added === 0 || table.name !== 'article') return;
  const reading = row[table.columns.findIndex((column) => nameOf(column) === 'reading')] as Uint8Array;
  saveWords(database, row[0] as number, unpack<Reading>(reading));
}

function keyIn(table: Table): string {
  return table.key.map(inFile).join(', ');
}

function inFile(column: Column): string {
  return nameOf(column) === 'row' ? 'rowid' : nameOf(column);
}

function asTold(column: Column, value: Value): Value {
  return typeof column !== 'string' && column[1] === 'boolean' ? value === 1 : value;
}
