import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { singleStages } from '../../src/store/lock.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { takePostgresLeases } from '../../src/store/postgres/lease.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { createWorker } from '../../src/worker.ts';
import { at } from '../made.ts';

/** One of several processes that the test of many workers kills. Arguments: folder, address of the database. */
const [folder, url] = process.argv.slice(2);
const store = await openPostgresStore({ url, matches: matchQuery });
const archive = openPageArchive({ folder: join(folder, 'pages') });
const lock = await takePostgresLeases(url, singleStages, true);
const worker = createWorker({
  store,
  archive,
  now: () => at(10_000),
  holds: lock!.held,
  // These kills come from outside: a page that was under way at three of them did nothing wrong.
  limits: { pageTriesMax: 1_000, sendTriesMax: 1_000, idleSeconds: 0.02, sendDays: null },
  ports: {
    // What reaches a receiver, with its idempotency key.
    send: async (delivery) => appendFileSync(join(folder, 'received'), `${delivery.id} ${delivery.alertId}\n`),
  },
  log: {
    info: () => undefined,
    // The test takes the database away from it: it says so and tries again.
    error: () => undefined,
  },
});
process.on('SIGTERM', async () => {
  await worker.stop();
  archive.close();
  await lock!.release();
  await store.close();
  process.exit();
});
await worker.run();
