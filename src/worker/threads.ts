import { Tinypool } from 'tinypool';
import { Failure } from '../failures.ts';
import type { Page } from '../records.ts';
import type { PageReading } from '../store/store.ts';
import type { ReadPort } from './reading.ts';

/**
 * Reads pages in threads of their own, so that one process uses its cores and the desk answers meanwhile. A page that takes
 * too long or too much memory ends its thread alone: it is tried again, and set aside after its tries.
 */
export function openReadThreads({ readThreads, readSeconds, readMegabytes }: ReadThreadsOptions): ReadThreads {
  const pool = new Tinypool({
    filename: new URL(import.meta.url.endsWith('.ts') ? './read-thread.ts' : './read-thread.js', import.meta.url).href,
    // None is started before there is a page to read.
    minThreads: 0,
    maxThreads: readThreads,
    idleTimeout: idleMilliseconds,
    isolateWorkers: false,
    resourceLimits: { maxOldGenerationSizeMb: readMegabytes },
  });
  return {
    atOnce: readThreads,
    async read(page, content) {
      const signal = AbortSignal.timeout(readSeconds * 1000);
      try {
        return (await pool.run({ page, content }, { signal })) as PageReading;
      } catch (error) {
        if (signal.aborted) throw tooSlow(readSeconds, error);
        if (hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) throw tooBig(readMegabytes, error);
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}

export interface ReadThreads extends ReadPort {
  close(): Promise<void>;
}

export interface ReadThreadsOptions {
  readonly readThreads: number;
  readonly readSeconds: number;
  readonly readMegabytes: number;
}

/** What a thread is given. */
export interface ReadTask {
  readonly page: Page;
  readonly content: Uint8Array;
}

/** A thread that has nothing to read for so long ends, and gives its memory back. */
const idleMilliseconds = 60_000;

function tooSlow(seconds: number, cause: unknown): Failure {
  return new Failure('page-too-slow', `Reading this page took more than ${seconds} seconds`, {
    retry: 'later',
    advice: 'Please report it with the page, or allow more by WATCHFLOOR_READ_SECONDS.',
    cause,
  });
}

function tooBig(megabytes: number, cause: unknown): Failure {
  return new Failure('page-too-big', `Reading this page took more than ${megabytes} MB`, {
    retry: 'later',
    advice: 'Please report it with the page, or allow more by WATCHFLOOR_READ_MEGABYTES.',
    cause,
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
