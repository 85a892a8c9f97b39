import { after, test } from 'node:test';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { now } from '../desk/archive.ts';
import { startPostgres, whyNoPostgres } from '../store/postgres-server.ts';

/** Opens an empty store, each time another. */
export type OpenStore = () => Promise<Store>;

/** Tests a case on a store of either kind; the one server of a file is started for its first case on PostgreSQL. */
export function testOnBoth(name: string, run: (open: OpenStore) => Promise<void>): void {
  test(
    `${name} (SQLite)`,
    closing(run, async () => openSqliteStore({ file: ':memory:', ...options })),
  );
  test(
    `${name} (PostgreSQL)`,
    { skip: whyNoPostgres() ?? false },
    closing(run, async () => {
      server ??= startPostgres();
      // Few connections, so that the server has enough for every store of a case.
      return openPostgresStore({ url: (await server).freshUrl(), connectionsMax: 4, ...options });
    }),
  );
}

const options = { matches: matchQuery, now: () => now };
let server: ReturnType<typeof startPostgres> | null = null;
after(async () => (await server)?.stop());

/** Closes what a case opened, also where it failed: the server stops when nobody is connected. */
function closing(run: (open: OpenStore) => Promise<void>, open: OpenStore): () => Promise<void> {
  return async () => {
    const opened: Store[] = [];
    try {
      await run(async () => {
        const store = await open();
        opened.push(store);
        return store;
      });
    } finally {
      for (const store of opened) await store.close();
    }
  };
}
