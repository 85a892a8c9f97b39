import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFailure } from '../../src/failures.ts';
import { singleStages } from '../../src/store/lock.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { takePostgresLeases } from '../../src/store/postgres/lease.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { createWorker } from '../../src/worker.ts';
import { at } from '../made.ts';

/** One of several processes that the test of many workers kills. Arguments: folder, address of the database, folder of the pages, tries a page has. */
const [folder, url, pagesFolder, pageTriesMax] = process.argv.slice(2);
/** Minutes by which the test has moved the clock. */
const clock = () => (existsSync(join(folder, 'clock')) ? Number(readFileSync(join(folder, 'clock'), 'utf8')) : 0);
/** Whoever keeps services running starts one again that found no database. */
async function started<T>(open: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (asFailure(error).code !== 'database-away') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
const store = await started(() => openPostgresStore({ url, matches: matchQuery }));
const archive = openPageArchive({ folder: pagesFolder });
// The test waits for this before it makes trouble: on a busy machine a start takes longer than all of it.
appendFileSync(join(folder, 'up'), `${process.pid}\n`);
const lock = await started(() => takePostgresLeases(url, singleStages, true));
/** A clock that steps would bring it on, and what it compares with had none. */
const noSecondLook = { secondLookSeconds: 1e9, secondLookSecondsBusy: 1e9 };
const worker = createWorker({
  store,
  archive,
  now: () => at(10_000 + clock()),
  holds: lock!.held,
  // Kills come from outside: a page that was under way at three of them did nothing wrong. The clock stands still, so what
  // is tried later is tried at once.
  limits: {
    pageTriesMax: Number(pageTriesMax),
    sendTriesMax: 1_000,
    idleSeconds: 0.02,
    sendDays: null,
    retrySecondsFirst: 0,
    outageSeconds: 0,
    ...noSecondLook,
  },
  ports: {
    // What reaches a receiver, with its idempotency key.
    send: async (delivery) => appendFileSync(join(folder, 'received'), `${delivery.id} ${delivery.alertId}\n`),
  },
  log: {
    info: () => undefined,
    // The test takes the database away from it: it says so and tries again.
    error: (_, what) => appendFileSync(join(folder, 'told'), `${what}\n`),
  },
});
process.on('SIGTERM', async () => {
  await worker.stop();
  await archive.close();
  await lock!.release();
  await store.close();
  process.exit();
});
await worker.run();
