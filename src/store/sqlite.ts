import { asFailure, Failure } from '../failures.ts';
import type { Instant } from '../records.ts';
import { migrate } from './migrations.ts';
import type { Matches } from './searching.ts';
import { articleMethods } from './sqlite/articles.ts';
import { Database } from './sqlite/database.ts';
import { resultMethods } from './sqlite/results.ts';
import { searchMethods } from './sqlite/searching.ts';
import { sourceMethods } from './sqlite/sources.ts';
import { storyMethods } from './sqlite/stories.ts';
import { subjectMethods } from './sqlite/subjects.ts';
import { watchMethods } from './sqlite/watches.ts';
import { changeMarks, wholeMethods } from './sqlite/whole.ts';
import { workMethods } from './sqlite/work.ts';
import type { Store } from './store.ts';

export interface SqliteOptions {
  /** The database file; made when it is not there. `:memory:` keeps nothing. */
  readonly file: string;
  /** `matchQuery` of watches: decides about every hit of a search. */
  readonly matches: Matches;
  /** When something is removed, so that it can be purged some days later. */
  readonly now?: () => Instant;
}

/** Opens the store in one SQLite file, made or brought up to date. Refuses one written by a newer Watchfloor. */
export function openSqliteStore({ file, matches, now = () => new Date().toISOString() }: SqliteOptions): Store {
  const database = open(file);
  const marks = changeMarks(database);
  return {
    ...sourceMethods(database, marks, now),
    ...workMethods(database),
    ...resultMethods(database, marks),
    ...articleMethods(database),
    ...searchMethods(database, matches),
    ...subjectMethods(database),
    ...storyMethods(database),
    ...watchMethods(database, marks, now),
    ...wholeMethods(database, marks, now),
  };
}

function open(file: string): Database {
  let database: Database;
  try {
    database = new Database(file);
  } catch (error) {
    throw new Failure('database-open', `The database ${file} cannot be opened`, {
      retry: 'stop',
      advice: 'Check that the data folder exists, can be written, and is on a disk that is not full.',
      cause: error,
    });
  }
  try {
    // WAL: readers of other processes never wait for the writer. FULL: what was accepted, what a person did and what was
    // sent outlive a power cut as well as a kill, for one wait for the disk a commit. Results of pages do not wait
    // (`Database.remade`).
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA busy_timeout = 10000;
      PRAGMA cache_size = -32000;
      PRAGMA journal_size_limit = 67108864;
    `);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    const failure = asFailure(error);
    if (failure.code !== 'bug') throw failure;
    // Only a file that is no database may be advised to be moved away: one that cannot be opened is whole.
    const { errcode } = error as { errcode?: number };
    if (errcode === undefined || ![11, 26].includes(errcode & 0xff)) {
      throw new Failure('database-open', `The database ${file} cannot be opened: ${failure.message}`, {
        retry: 'stop',
        advice: 'Check that its folder can be written and that its disk is not full. The file itself is left as it is.',
        cause: error,
      });
    }
    throw new Failure('database-open', `The file ${file} is not a database of Watchfloor, or it is damaged`, {
      retry: 'stop',
      advice: 'Restore a backup into an empty data folder, or move the file away to begin anew.',
      cause: error,
    });
  }
}
