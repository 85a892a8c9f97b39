import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleArchive } from '../../src/cli/sample.ts';
import { openPageArchive, type PageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { createWorker } from '../../src/worker.ts';

/** The sample archive as the worker reads it, in a store and a page archive of its own. */
export interface ReadSample {
  readonly store: Store;
  readonly pages: PageArchive;
  now(): string;
  close(): Promise<void>;
}

/** Reads the sample archive; `failed` is told what must not happen. */
export async function readSample(failed: (message: string) => void): Promise<ReadSample> {
  /** Shortly after its newest page came in. */
  const now = () => '2026-10-19T10:55:00.000Z';
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-sample-'));
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery, now });
  const pages = openPageArchive({ folder });
  const log = { info: () => undefined, error: (_: object, message: string) => failed(message) };
  await sampleArchive(store, pages, now).load();
  await createWorker({ store, archive: pages, now, log }).drain();
  return {
    store,
    pages,
    now,
    async close() {
      await store.close();
      await pages.close();
      rmSync(folder, { recursive: true });
    },
  };
}
