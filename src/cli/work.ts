import { pino } from 'pino';
import type { Configuration } from '../config.ts';
import type { Failure } from '../failures.ts';
import type { Sender } from '../send.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { createWorker, type WorkerLimits } from '../worker.ts';
import type { Terminal } from './command.ts';
import type { DataFolder } from './open.ts';
import { progress } from './progress.ts';
import { onOneLine } from './report.ts';

/**
 * Reads all pages that wait, when no other process works on the folder; a running desk reads them itself. Gives how many
 * were read and how many could not be, or null when another process does it. With a sender, what is due then goes out.
 */
export async function readWaiting(
  store: Store,
  archive: PageArchive,
  data: DataFolder,
  terminal: Terminal,
  sender: Sender | null = null,
): Promise<{ done: number; failed: number } | null> {
  const lock = await data.takeLock();
  if (lock === null) return null;
  const { configuration } = terminal;
  const { pagesWaiting } = await store.counts();
  const bar = progress(terminal, 'read', pagesWaiting);
  let read = 0;
  const log = pino(
    { level: configuration.logLevel === 'info' ? 'silent' : configuration.logLevel, base: null },
    pino.destination({ dest: 2, sync: true }),
  );
  const worker = createWorker({
    store,
    archive,
    now: () => terminal.now().toISOString(),
    log,
    holds: lock.held,
    ports: sender === null ? {} : { send: sender.send, folds: sender.folds },
    limits: workerLimitsIn(configuration),
    onResults: () => bar.at(++read),
  });
  const stop = () => void worker.stop();
  terminal.stopped.addEventListener('abort', stop, { once: true });
  try {
    const tally = await worker.drain();
    await worker.sendAll();
    return tally;
  } finally {
    terminal.stopped.removeEventListener('abort', stop);
    bar.end();
    await lock.release();
  }
}

/** The limits of a worker that settings name; 0 there sets none. */
export function workerLimitsIn(configuration: Configuration): Partial<WorkerLimits> {
  return {
    storyWindowDays: configuration.storyWindowDays,
    coverageAccounts: configuration.coverageAccounts,
    fetchesAtOnceMax: configuration.fetchesAtOnce,
    sendDays: configuration.sendDays || null,
    keepDays: configuration.keepDays || null,
    keepBytesMax: configuration.keepBytes || null,
    auditDays: configuration.auditDays || null,
    // Beyond their end, so that a browser that was here before is still known from a stranger's.
    sessionDays: configuration.sessionDays + 60,
  };
}

/** A failure as one command tells it: who, what, what to do. */
export function tell(terminal: Terminal, who: string, failure: Failure): void {
  terminal.err.write(`${onOneLine(who)}: ${onOneLine(failure.message)}\n  ${onOneLine(failure.advice)}\n`);
}
