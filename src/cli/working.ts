import type { Logger } from 'pino';
import type { Configuration } from '../config.ts';
import { Failure } from '../failures.ts';
import type { Fetcher } from '../fetch/fetch.ts';
import { fetchPorts } from '../poll.ts';
import type { Sender } from '../send.ts';
import { singleStages } from '../store/lock.ts';
import { refusedAtStart } from '../store/page-objects.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { openReadThreads } from '../worker/threads.ts';
import { createWorker, type Worker, type WorkStage, workStages } from '../worker.ts';
import { openArchive } from './archive.ts';
import { type Options, type Terminal, text, usage } from './command.ts';
import { openEmbedder } from './embedder.ts';
import { openFetcher } from './fetcher.ts';
import { type DataFolder, numberFrom } from './open.ts';
import { openSender } from './sender.ts';
import { workerLimitsIn } from './work.ts';

/** A worker with all that it reaches the world through, for a process that goes on working. */
export interface Working {
  readonly worker: Worker;
  readonly archive: PageArchive;
  readonly fetcher: Fetcher;
  readonly sender: Sender;
  /** Begins to work. */
  start(): void;
  /** Finishes what is under way, and lets go of all of it, the store too. Requests are broken off and asked again later. */
  close(): Promise<void>;
}

export interface WorkingOptions {
  readonly store: Store;
  readonly data: DataFolder;
  readonly terminal: Terminal;
  readonly log: Logger;
  readonly stages: ReadonlySet<WorkStage>;
  readonly readThreads: number;
  /** Where the desk listens, for links in messages. */
  readonly listening?: () => string;
}

/** Opens what a worker needs. Fails, with the store closed, when another holds the folder. */
export async function openWorking(options: WorkingOptions): Promise<Working> {
  const { store, data, terminal, log, stages, readThreads, listening } = options;
  const { configuration } = terminal;
  const now = () => terminal.now().toISOString();
  const lock = await data.takeStages(singleStages.filter((stage) => stages.has(stage)));
  if (lock === null) {
    await store.close();
    throw new Failure('in-use', `another process works on ${data.folder}`, {
      retry: 'stop',
      advice: 'Stop it first, or give this one another folder with --data.',
    });
  }
  const archive = await opened(configuration, data).catch(async (error) => {
    await lock.release();
    await store.close();
    throw error;
  });
  for (const { file, bytes } of archive.mended)
    log.warn({ file, bytes }, 'a record torn by a crash was cut away; its page had not been accepted');
  const fetcher = openFetcher(configuration);
  const sender = openSender(configuration, store, now, listening);
  const embedder = openEmbedder(configuration);
  const reader = readThreads === 0 || !stages.has('read') ? null : openReadThreads({ ...configuration, readThreads });
  const worker = createWorker({
    store,
    archive,
    now,
    log,
    stages,
    holds: lock.held,
    ports: { ...fetchPorts(fetcher, now), send: sender.send, folds: sender.folds, reader, embed: embedder },
    limits: workerLimitsIn(configuration),
  });
  let done: Promise<void> | null = null;
  return {
    worker,
    archive,
    fetcher,
    sender,
    start() {
      done = worker.run();
    },
    async close() {
      await Promise.all([fetcher.close(), sender.close(), embedder?.close(), worker.stop()]);
      await done;
      await reader?.close();
      await store.close();
      await archive.close();
      await lock.release();
    },
  };
}

/** The archive, once it is known that it lets us in. One that is away for now is waited for by the worker. */
async function opened(configuration: Configuration, data: DataFolder): Promise<PageArchive> {
  const archive = await openArchive(configuration, data.folder);
  await refusedAtStart(archive);
  return archive;
}

/** `--stages` and `--threads`, for the commands that go on working. */
export const workingOptions = [
  {
    flag: '--stages <list>',
    help: `which of ${workStages.join(', ')} it does, by commas; none for none of them. On PostgreSQL only: a file has one process for all`,
  },
  { flag: '--threads <number>', help: 'threads that read pages; 0 reads beside the rest (WATCHFLOOR_READ_THREADS)' },
] as const;

/** What `--stages` and `--threads` ask for. */
export function workingFrom(
  options: Options,
  { configuration }: Terminal,
): { readonly stages: ReadonlySet<WorkStage>; readonly readThreads: number } {
  const given = text(options, 'stages');
  const names = given === undefined ? workStages : given === 'none' ? [] : given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(workStages as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw usage(`--stages ${unknown}: there is no such stage`, `Name some of ${workStages.join(', ')}, or none.`);
  if (configuration.databaseUrl === '' && given !== undefined)
    throw usage(
      '--stages is for a desk on PostgreSQL',
      'Set DATABASE_URL, or leave it out: one process does all the work on a desk in a file.',
    );
  return {
    stages: new Set(names as WorkStage[]),
    readThreads: numberFrom(options, 'threads', configuration.readThreads, 0, 64),
  };
}
