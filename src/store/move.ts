import { createHash } from 'node:crypto';
import { Failure } from '../failures.ts';

/**
 * Copies a whole desk from one store to another, table by table in the order in which rows refer to one another, then
 * compares both by numbers of rows and by hashes. Stopped at any point, it goes on where it was when it is called again. Rows
 * that are there already are left as they are. Both stores must be at rest: the caller holds their locks.
 *
 * @yields how far it is, after each batch
 * @throws Failure `not-empty` when the target holds another desk, `half-moved` when the source is itself the target of a move
 *   that was broken off, `move-differs` when a table came out otherwise
 */
export async function* moveDesk(from: MovingSide, to: MovingSide): AsyncGenerator<MoveProgress, MovedTable[]> {
  const goesOn = (await to.mark()) === from.name;
  if ((await from.mark()) !== null) throw halfMoved();
  if (!goesOn && !(await isEmpty(to))) {
    throw new Failure('not-empty', 'there is a desk in the place to move to', {
      retry: 'never',
      advice:
        'Name an empty one. A move that was broken off goes on when it is started again with the same two places.',
    });
  }
  await to.setMark(from.name);
  let total = 0;
  for (const table of movedTables) total += await from.count(table);
  let copied = 0;
  for (const table of movedTables) {
    let after = goesOn ? await to.lastKey(table) : null;
    if (after !== null) copied += await to.count(table);
    for (;;) {
      const batch = await from.rows(table, after, rowsPerBatch);
      if (batch.length === 0) break;
      await to.put(table, batch);
      copied += batch.length;
      after = keyOf(table, batch[batch.length - 1]);
      yield { copied, compared: 0, total };
    }
  }
  await to.finish();
  const compared: MovedTable[] = [];
  let rows = 0;
  for (const table of movedTables) {
    const [here, there] = [await fingerprint(from, table), await fingerprint(to, table)];
    if (here.rows !== there.rows || here.sha256 !== there.sha256) {
      throw new Failure(
        'move-differs',
        `${table.name} came out otherwise: ${here.rows} rows (${here.sha256.slice(0, 12)}) became ${there.rows} (${there.sha256.slice(0, 12)})`,
        {
          retry: 'never',
          advice: 'Nothing was changed where it came from: go on working there. Empty the new place and try again.',
        },
      );
    }
    compared.push({ table: table.name, ...here });
    rows += here.rows;
    yield { copied, compared: rows, total };
  }
  await to.setMark(null);
  return compared;
}

/** In rows of all tables. */
export interface MoveProgress {
  readonly copied: number;
  readonly compared: number;
  readonly total: number;
}

/** A table that is there and the same: its rows, and one hash over all of them in the order of their keys. */
export interface MovedTable {
  readonly table: TableName;
  readonly rows: number;
  readonly sha256: string;
}

/** One end of a move. */
export interface MovingSide {
  /** Names the place without its secrets: the mark of a move that was begun. */
  readonly name: string;
  count(table: Table): Promise<number>;
  /** Rows behind a key, in the order of their keys. */
  rows(table: Table, after: Key | null, limit: number): Promise<Row[]>;
  /** Adds rows with what is derived from them, all or none; one that is there already stays. */
  put(table: Table, rows: readonly Row[]): Promise<void>;
  lastKey(table: Table): Promise<Key | null>;
  mark(): Promise<string | null>;
  setMark(mark: string | null): Promise<void>;
  /** When all is there: numbers given from here on follow those that came along. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** What a column can hold, in either database. */
export type Value = string | number | boolean | Uint8Array | null;
/** In the order of the table's columns. */
export type Row = readonly Value[];
/** The key columns of a row. */
export type Key = readonly (string | number)[];
/** The tables that a move takes. */
export type TableName = (typeof movedTables)[number]['name'];

/** A table as both databases have it. */
export interface Table {
  readonly name: TableName;
  /** Columns that tell rows apart and give their order; they come first in a row. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** A condition on its rows that both kinds of database understand; absent: all go along. */
  readonly where?: string;
}

/** A column, and what it holds where that is no text. */
export type Column = string | readonly [name: string, holds: 'boolean' | 'number' | 'bytes'];

/** The name of a column. */
export function nameOf(column: Column): string {
  return typeof column === 'string' ? column : column[0];
}

function keyOf(table: Table, row: Row): Key {
  return row.slice(0, table.key.length) as Key;
}

/** The setting that names the move under way; it is no part of the desk. */
export const markSetting = 'move.from';

/** A desk that a move was broken off into lacks what had not come yet: nobody may work on it or take it elsewhere. */
export function halfMoved(): Failure {
  return new Failure('half-moved', 'a move into this desk was broken off', {
    retry: 'never',
    advice: 'Start the same "watchfloor move" again: it goes on where it was.',
  });
}

/**
 * All that a store holds but what is derived from it (words, tallies), who works on what at the moment, and who is signed in:
 * everybody signs in anew. `row` is the number of a row that has no other key.
 */
const movedTables = [
  table('source', ['id'], ['id', 'address', 'next_due', ['paused', 'boolean'], 'record', 'removed']),
  table('poll_note', ['number'], [['number', 'number'], 'source_id', 'note']),
  table(
    'fetch',
    ['id'],
    ['id', 'url', 'source_id', 'hint', 'state', 'due', ['tries', 'number'], 'failure', 'failed_at'],
  ),
  table(
    'page',
    ['number'],
    [
      ['number', 'number'],
      'id',
      'url',
      'source_id',
      'received',
      'file',
      ['stored_bytes', 'number'],
      'record',
      'state',
      ['tries', 'number'],
      'retry_at',
      'failure',
      'failed_at',
      'removed',
      ['read', 'bytes'],
      ['late', 'number'],
    ],
  ),
  table(
    'article',
    ['number'],
    [
      ['number', 'number'],
      'id',
      'received',
      'sort_at',
      'published',
      'language',
      'site',
      'source_id',
      'story_id',
      'brief',
      ['reading', 'bytes'],
      'problems',
      'removed',
    ],
  ),
  table(
    'lead',
    ['row'],
    [
      ['row', 'number'],
      ['article_number', 'number'],
      'received',
      'language',
      ['cut_off', 'boolean'],
      'title',
      'folded',
      'record',
    ],
  ),
  table(
    'statement',
    ['row'],
    [['row', 'number'], ['article_number', 'number'], 'speaker', 'folded', 'received', 'quote', 'record'],
  ),
  table(
    'event',
    ['row'],
    [['row', 'number'], ['article_number', 'number'], 'from_day', 'to_day', 'kind', 'received', 'record'],
  ),
  table('story', ['id'], ['id', 'latest', ['independent_count', 'number'], 'record']),
  table(
    'placement',
    ['article_number'],
    [['article_number', 'number'], 'article_id', 'story_id', 'copy_of', ['by_hand', 'boolean'], 'record'],
  ),
  table(
    'memory',
    ['article_number'],
    [['article_number', 'number'], 'at', 'story_id', ['article', 'bytes'], ['story', 'bytes']],
  ),
  table(
    'development',
    ['id'],
    ['id', ['article_number', 'number'], ['position', 'number'], 'story_id', 'kind', 'at', 'record'],
  ),
  table('watch', ['id'], ['id', 'record', 'removed']),
  table(
    'alert',
    ['id'],
    ['id', ['article_number', 'number'], 'watch_id', 'story_id', 'at', 'state', 'assignee', 'assigned_by', 'record'],
  ),
  table('alert_tag', ['alert_id', 'tag'], ['alert_id', 'tag']),
  table('alert_comment', ['number'], [['number', 'number'], 'id', 'alert_id', 'record']),
  table('alert_development', ['alert_id', 'development_id'], ['alert_id', 'development_id', 'watch_id']),
  table('delivery', ['id'], ['id', 'alert_id', 'state', 'due', 'record']),
  table('act', ['number'], [['number', 'number'], 'id', ['undone', 'boolean'], 'record']),
  table('desk_user', ['id'], ['id', 'sign_in_name', 'issuer', 'subject', 'made', 'record']),
  table('api_key', ['id'], ['id', 'key_hash', 'user_id', 'made', 'used', 'record']),
  table('audit', ['number'], [['number', 'number'], 'id', 'at', 'user_id', 'record']),
  { ...table('setting', ['name'], ['name', 'value']), where: `name <> '${markSetting}'` },
] as const;

/** The clause of a table's own condition and a further one; empty when there is none. */
export function where(table: Table, further?: string): string {
  const conditions = [table.where, further].filter((condition) => condition !== undefined);
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function table<Name extends string>(name: Name, key: readonly string[], columns: readonly Column[]) {
  return { name, key, columns };
}

/** Settings are made by opening a desk; everything else somebody wanted. */
async function isEmpty(side: MovingSide): Promise<boolean> {
  for (const table of movedTables) if (table.name !== 'setting' && (await side.count(table)) > 0) return false;
  return true;
}

async function fingerprint(side: MovingSide, table: Table): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for (let after: Key | null = null; ; ) {
    const batch: Row[] = await side.rows(table, after, rowsPerBatch);
    if (batch.length === 0) return { rows, sha256: hash.digest('hex') };
    for (const row of batch) hash.update(`${JSON.stringify(row.map(comparable))}\n`);
    rows += batch.length;
    after = keyOf(table, batch[batch.length - 1]);
  }
}

/** PostgreSQL's text holds no NUL: one in a title is told as what it becomes there. */
function comparable(value: Value): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}

/** A reading is a few kilobytes: a batch stays under some megabytes. */
const rowsPerBatch = 500;
