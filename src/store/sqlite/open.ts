import { asFailure, Failure } from '../../failures.ts';
import { migrate } from '../migrations.ts';
import { Database } from './database.ts';

/** Opens the database file, made or brought up to date. Refuses one written by a newer Watchfloor. */
export function openDatabase(file: string): Database {
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
      PRAGMA cache_size = -8000;
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
