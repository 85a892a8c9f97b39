import { DatabaseSync } from 'node:sqlite';
import { Failure } from '../failures.ts';

/**
 * Takes the lock that only one working process of a data folder may hold: story indexes live in memory, and two would
 * disagree. Null when another holds it. It is SQLite's own lock on a small file, so the system frees it whenever and however
 * the holder ends.
 */
export function takeWorkLock(file: string): WorkLock | null {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw new Failure('lock-open', `The lock file ${file} cannot be opened`, {
      retry: 'stop',
      advice: 'Check that the data folder exists and can be written.',
      cause: error,
    });
  }
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
  return {
    held: () => database.isOpen,
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** The stages of the work that one process does at a time: their state is in its memory, or nothing tells two apart. */
export const singleStages = ['poll', 'place', 'send', 'tidy'] as const;

/** One of them. */
export type SingleStage = (typeof singleStages)[number];

/** A lock that is held. */
export interface WorkLock {
  /**
   * Whether this process may do a stage of the work, or all of it when none is named. False while the lock is lost without
   * having been released, as on a server that was started again; a file never loses it, and holds all stages at once.
   */
  held(stage?: SingleStage): boolean;
  release(): void | Promise<void>;
}

const SQLITE_BUSY = 5;
