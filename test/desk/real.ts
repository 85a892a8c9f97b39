import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetcher } from '../../src/fetch/fetch.ts';
import { fetchPorts } from '../../src/poll.ts';
import type { DeskWorker } from '../../src/server/app.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { importContent } from '../../src/worker/importing.ts';
import { createWorker, type Worker } from '../../src/worker.ts';
import * as fixture from './archive.ts';

/** A served desk over a store and a page archive of its own, whose imports and readings are the real ones. */
export interface RealDesk {
  readonly store: Store;
  readonly server: RunningServer;
  readonly worker: Worker;
  now(): string;
  close(): Promise<void>;
}

export async function openRealDesk(
  faults: () => string[],
  options: { filled?: boolean; more?: DeskWorker; fetcher?: Fetcher } = {},
): Promise<RealDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-browser-'));
  // A clock that goes on: two acts in one instant would be one.
  let later = 0;
  const now = () => new Date(Date.parse(fixture.now) + later++).toISOString();
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery, now });
  const archive = openPageArchive({ folder });
  if (options.filled === true) await fixture.fillStore(store);
  const log = {
    info: () => undefined,
    error: (fields: object, message: string) => faults().push(`${message} ${JSON.stringify(fields)}`),
  };
  const worker = createWorker({
    store,
    archive,
    now,
    log,
    ...(options.fetcher === undefined ? {} : { ports: fetchPorts(options.fetcher, now) }),
    limits: { idleSeconds: 0.05 },
  });
  const deskWorker: DeskWorker = {
    async importFile(name, content, progress) {
      const { problems, ...brought } = await importContent(name, content, {
        store,
        archive,
        now,
        onProgress: progress,
      });
      return { ...brought, problems: problems.map((problem) => `${problem.name}: ${problem.what}`) };
    },
    ...options.more,
  };
  const content = async (page: Parameters<typeof fixture.content>[0]) =>
    (await fixture.content(page)) ?? (await archive.content(page));
  const server = await startServer({
    store,
    pages: { content },
    worker: deskWorker,
    now,
    log,
    host: '127.0.0.1',
    port: 0,
    password: null,
  });
  return {
    store,
    server,
    worker,
    now,
    async close() {
      await server.close();
      await store.close();
      await archive.close();
      rmSync(folder, { recursive: true });
    },
  };
}
