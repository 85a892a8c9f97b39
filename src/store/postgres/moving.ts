import type { Page, Reading, Watch } from '../../records.ts';
import {
  type Column,
  type MovingSide,
  markSetting,
  nameOf,
  type Row,
  type Table,
  type TableName,
  type Value,
  where,
} from '../move.ts';
import { unpack } from '../packed.ts';
import { privateTo } from '../people-rows.ts';
import { type Bound, Database, type Sql } from './database.ts';
import { migrate, partitions } from './schema.ts';
import { lexemesOf } from './words.ts';

/** The desk in a PostgreSQL database as one end of a move; its tables are made when they are not there. */
export async function openPostgresMoving(url: string): Promise<MovingSide> {
  const database = new Database(url, 2);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const makePartition = partitions(database);
  return {
    name: placeOf(url),
    async count(table) {
      return (await database.get<{ count: number }>(
        `SELECT count(*) AS count FROM ${inServer(table.name)} ${where(table)}`,
      ))!.count;
    },
    async rows(table, after, limit) {
      const key = keyIn(table);
      const behind = after === null ? undefined : `(${key}) > (${after.map((_, at) => `$${at + 1}`).join(', ')})`;
      const rows = await database.all<Record<string, Value>>(
        `SELECT ${table.columns.map((column) => `${columnIn(column)} AS "${nameOf(column)}"`).join(', ')}
         FROM ${inServer(table.name)} ${where(table, behind)} ORDER BY ${key} LIMIT ${limit}`,
        ...(after ?? []),
      );
      return rows.map((row) => table.columns.map((column) => row[nameOf(column)]));
    },
    async put(table, rows) {
      if (table.name === 'article') {
        const at = table.columns.indexOf('received');
        for (const month of new Set(rows.map((row) => row[at] as string))) await makePartition(month);
      }
      await database.transaction((sql) => put(sql, table, rows));
    },
    async lastKey(table) {
      const row = await database.get<Record<string, string | number>>(
        `SELECT ${table.key.map((column) => `${columnIn(column)} AS "${column}"`).join(', ')} FROM ${inServer(table.name)}
         ${where(table)}
         ORDER BY ${table.key.map((column) => `${columnIn(column)} DESC`).join(', ')} LIMIT 1`,
      );
      return row === null ? null : table.key.map((column) => row[column]);
    },
    async mark() {
      const row = await database.get<{ value: string }>('SELECT value FROM setting WHERE name = $1', markSetting);
      return row?.value ?? null;
    },
    async setMark(mark) {
      await database.run('DELETE FROM setting WHERE name = $1', markSetting);
      if (mark !== null) await database.run('INSERT INTO setting (name, value) VALUES ($1, $2)', markSetting, mark);
    },
    async finish() {
      for (const [table, column] of numbered) {
        await database.run(
          `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), (SELECT coalesce(max(${column}), 0) FROM ${table}) + 1, false)`,
        );
      }
    },
    close: () => database.close(),
  };
}

async function put(sql: Sql, table: Table, rows: readonly Row[]): Promise<void> {
  const at = (name: string) => table.columns.findIndex((column) => nameOf(column) === name);
  const derived = derivedOf[table.name] ?? [];
  const values: Bound[] = [];
  const lines = rows.map((row) => {
    const place = (value: Bound) => `$${values.push(value)}`;
    const places = (row as Bound[]).map(place);
    for (const { of, from, made = (one: string) => one } of derived) places.push(made(place(from(row[at(of)]))));
    return `(${places.join(', ')})`;
  });
  const columns = [...table.columns.map(columnIn), ...derived.map(({ column }) => column)];
  await sql.run(
    `INSERT INTO ${inServer(table.name)} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE VALUES ${lines.join(', ')}
     ON CONFLICT DO NOTHING`,
    ...values,
  );
  if (table.name !== 'article') return;
  await sql.run(
    `UPDATE page SET article_id = given.id FROM unnest($1::bigint[], $2::text[]) AS given (number, id)
     WHERE page.number = given.number`,
    rows.map((row) => row[at('number')] as number),
    rows.map((row) => row[at('id')] as string),
  );
}

/** Columns that only PostgreSQL has, made of another column. */
const derivedOf: Partial<Record<TableName, readonly Derived[]>> = {
  page: [{ column: 'name', of: 'record', from: (record) => (JSON.parse(record as string) as Page).name }],
  watch: [
    { column: 'created', of: 'record', from: (record) => (JSON.parse(record as string) as Watch).created },
    { column: 'private_to', of: 'record', from: (record) => privateTo(JSON.parse(record as string) as Watch) },
  ],
  article: [
    {
      column: 'words',
      of: 'reading',
      from: (reading) => lexemesOf(unpack<Reading>(reading as Uint8Array)),
      made: (place) => `array_to_tsvector(${place}::text[])`,
    },
  ],
};

interface Derived {
  readonly column: string;
  readonly of: string;
  from(value: Value): Bound;
  /** The expression around its place, where it is more than that. */
  made?(place: string): string;
}

/** Tables whose rows the server numbers. */
const numbered = [
  ['poll_note', 'number'],
  ['page', 'number'],
  ['lead', 'position'],
  ['statement', 'position'],
  ['event', 'position'],
  ['alert_comment', 'number'],
  ['act', 'number'],
  ['audit', 'number'],
] as const;

function inServer(table: TableName): string {
  return table === 'fetch' ? 'to_fetch' : table;
}

function columnIn(column: Column): string {
  return nameOf(column) === 'row' ? 'position' : nameOf(column);
}

function keyIn(table: Table): string {
  return table.key.map(columnIn).join(', ');
}

/** The address without its password; one that names a socket folder is no URL that could be taken apart. */
function placeOf(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/, '$1@');
}
