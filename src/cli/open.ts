import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failures.ts';
import type { QueryNode } from '../records.ts';
import { databaseName } from '../store/backup.ts';
import { type SingleStage, singleStages, takeWorkLock, type WorkLock } from '../store/lock.ts';
import { halfMoved, markSetting } from '../store/move.ts';
import { takePostgresLeases } from '../store/postgres/lease.ts';
import { openPostgresStore } from '../store/postgres.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { matchQuery, parseQuery } from '../watches/watches.ts';
import { type Options, type Terminal, text } from './command.ts';

/** The option that every command with a data folder takes. */
export const dataOption = { flag: '--data <folder>', help: 'data folder (WATCHFLOOR_DATA_FOLDER)' } as const;

/** Where a desk keeps its things. */
export interface DataFolder {
  readonly folder: string;
  readonly databaseFile: string;
  /** Taken by a process that does all the work for a while; null while another holds any stage of it. */
  takeLock(): Promise<WorkLock | null>;
  /** Taken by a process that goes on working: on a server it stands by for what others hold; null when a file is held. */
  takeStages(stages: readonly SingleStage[]): Promise<WorkLock | null>;
}

export function dataFolderOf(options: Options, terminal: Terminal): DataFolder {
  const { dataFolder, databaseUrl } = terminal.configuration;
  const folder = text(options, 'data') ?? dataFolder;
  const file = join(folder, 'work.lock');
  return {
    folder,
    databaseFile: join(folder, databaseName),
    takeLock: async () =>
      databaseUrl === '' ? takeWorkLock(file) : takePostgresLeases(databaseUrl, singleStages, false),
    takeStages: async (stages) =>
      databaseUrl === '' ? takeWorkLock(file) : takePostgresLeases(databaseUrl, stages, true),
  };
}

/** Opens the store that the settings name: PostgreSQL, or the file in the data folder, made when it is not there and `make` says so. */
export async function openStore(
  options: Options,
  terminal: Terminal,
  make: boolean,
): Promise<{ store: Store; data: DataFolder }> {
  const data = dataFolderOf(options, terminal);
  const { databaseUrl } = terminal.configuration;
  if (databaseUrl === '' && !existsSync(data.databaseFile) && !make) {
    throw new Failure('no-input', `there is no desk in ${data.folder}`, {
      retry: 'never',
      advice: 'Start one with "watchfloor serve", or name its folder with --data.',
    });
  }
  try {
    mkdirSync(data.folder, { recursive: true });
  } catch (cause) {
    throw new Failure('cannot-write', `the data folder ${data.folder} cannot be made`, {
      retry: 'stop',
      advice: 'Check its path and rights, or name another with --data.',
      cause,
    });
  }
  const common = { matches: matchQuery, now: () => terminal.now().toISOString() };
  const store =
    databaseUrl === ''
      ? openSqliteStore({ file: data.databaseFile, ...common })
      : await openPostgresStore({ url: databaseUrl, ...common });
  if ((await store.getSetting(markSetting)) !== null) {
    await store.close();
    throw halfMoved();
  }
  return { store, data };
}

/** Runs `work` with the store open and closes it whatever happens. */
export async function withStore<T>(
  options: Options,
  terminal: Terminal,
  work: (store: Store, data: DataFolder) => Promise<T>,
): Promise<T> {
  const { store, data } = await openStore(options, terminal, false);
  try {
    return await work(store, data);
  } finally {
    await store.close();
  }
}

/** The tree of a query, or a Failure that shows the fault under its characters. */
export function queryFrom(query: string): QueryNode {
  const { tree, problems } = parseQuery(query);
  if (tree !== null) return tree;
  const { at, what, instead } = problems[0];
  const shown =
    query.length <= 120 ? `\n    ${query}\n    ${' '.repeat(at[0])}${'^'.repeat(Math.max(1, at[1] - at[0]))}` : '';
  throw new Failure('usage', `the query cannot be read: ${what}${shown}`, {
    retry: 'never',
    advice: instead === null ? 'See docs/query.md.' : `Try: ${instead}`,
  });
}

/** A whole number given to an option, within bounds. */
export function numberFrom(options: Options, name: string, fallback: number, min: number, max: number): number {
  const given = text(options, name);
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Failure('usage', `--${name} ${given} is no number from ${min} to ${max}`, {
      retry: 'never',
      advice: `Leave it out for ${fallback}.`,
    });
  }
  return value;
}
