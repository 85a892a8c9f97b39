import type { Instant } from '../records.ts';
import type { Matches } from './searching.ts';
import { articleMethods } from './sqlite/articles.ts';
import { openDatabase } from './sqlite/open.ts';
import { peopleMethods } from './sqlite/people.ts';
import { resultMethods } from './sqlite/results.ts';
import { searchMethods } from './sqlite/searching.ts';
import { type SearchSizes, searchSizes } from './sqlite/sizes.ts';
import { sourceMethods } from './sqlite/sources.ts';
import { storyMethods } from './sqlite/stories.ts';
import { subjectMethods } from './sqlite/subjects.ts';
import { watchMethods } from './sqlite/watches.ts';
import { changeMarks, wholeMethods } from './sqlite/whole.ts';
import { workMethods } from './sqlite/work.ts';
import type { Store } from './store.ts';

/** A database file to open. */
export interface SqliteOptions {
  /** The database file; made when it is not there. `:memory:` keeps nothing. */
  readonly file: string;
  /** `matchQuery` of watches: decides about every hit of a search. */
  readonly matches: Matches;
  /** When something is removed, so that it can be purged some days later. */
  readonly now?: () => Instant;
  /** For tests: archives of a size that makes them matter take long to make. */
  readonly sizes?: SearchSizes;
}

/** Opens the store in one SQLite file, made or brought up to date. Refuses one written by a newer Watchfloor. */
export function openSqliteStore({
  file,
  matches,
  now = () => new Date().toISOString(),
  sizes = searchSizes,
}: SqliteOptions): Store {
  const database = openDatabase(file);
  const marks = changeMarks(database);
  return {
    ...sourceMethods(database, marks, now),
    ...workMethods(database),
    ...resultMethods(database, marks, sizes.blockSize),
    ...articleMethods(database),
    ...searchMethods(database, matches, sizes),
    ...subjectMethods(database),
    ...storyMethods(database),
    ...watchMethods(database, marks, now),
    ...peopleMethods(database),
    ...wholeMethods(database, marks, now, sizes.blockSize),
  };
}
