import type { Instant } from '../records.ts';
import { articleMethods } from './postgres/articles.ts';
import { Database } from './postgres/database.ts';
import { peopleMethods } from './postgres/people.ts';
import { Presence } from './postgres/presence.ts';
import { resultMethods } from './postgres/results.ts';
import { migrate, partitions } from './postgres/schema.ts';
import { searchMethods } from './postgres/searching.ts';
import { sourceMethods } from './postgres/sources.ts';
import { storyMethods } from './postgres/stories.ts';
import { subjectMethods } from './postgres/subjects.ts';
import { watchMethods } from './postgres/watches.ts';
import { changeMarks, wholeMethods } from './postgres/whole.ts';
import { workMethods } from './postgres/work.ts';
import type { Matches } from './searching.ts';
import type { Store } from './store.ts';

/** A database on a server to open. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; a schema of its own by `?options=-c search_path=name`, escaped. */
  readonly url: string;
  /** `matchQuery` of watches: decides about every hit of a search. */
  readonly matches: Matches;
  /** When something is removed, so that it can be purged some days later. */
  readonly now?: () => Instant;
  readonly connectionsMax?: number;
}

/**
 * Opens the store in a PostgreSQL database (15 or newer), made or brought up to date. Refuses one written by a newer
 * Watchfloor. A server that is away makes every method fail with `database-away`, to be tried again.
 */
export async function openPostgresStore({
  url,
  matches,
  now = () => new Date().toISOString(),
  connectionsMax = 10,
}: PostgresOptions): Promise<Store> {
  const database = new Database(url, connectionsMax);
  const presence = new Presence(url);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    ...sourceMethods(database, presence, changeMarks, now),
    ...workMethods(database, presence),
    ...resultMethods(database, changeMarks, partitions(database)),
    ...articleMethods(database),
    ...subjectMethods(database),
    ...searchMethods(database, matches),
    ...storyMethods(database),
    ...watchMethods(database, changeMarks, now),
    ...peopleMethods(database),
    ...wholeMethods(database, presence, changeMarks, now),
  };
}
