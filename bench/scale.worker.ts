import { join } from 'node:path';
import { singleStages } from '../src/store/lock.ts';
import { openPageArchive } from '../src/store/pages.ts';
import { takePostgresLeases } from '../src/store/postgres/lease.ts';
import { openPostgresStore } from '../src/store/postgres.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import { matchQuery } from '../src/watches/watches.ts';
import { openReadThreads } from '../src/worker/threads.ts';
import { createWorker } from '../src/worker.ts';

/** One worker of the bench, as `watchfloor worker` and `watchfloor serve` run it. Arguments: folder, database or ''. */
const [folder, url] = process.argv.slice(2);
const store =
  url === ''
    ? openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery })
    : await openPostgresStore({ url, matches: matchQuery });
const archive = openPageArchive({ folder: join(folder, 'pages') });
const lock = url === '' ? null : await takePostgresLeases(url, singleStages, true);
const reader = openReadThreads({ readThreads: 1, readSeconds: 60, readMegabytes: 1_024 });
const worker = createWorker({
  store,
  archive,
  now: () => new Date().toISOString(),
  holds: lock === null ? undefined : lock.held,
  limits: { idleSeconds: 0.05 },
  ports: { reader },
  log: { info: () => undefined, error: (fields, message) => console.error(message, fields) },
});
const working = worker.run();
process.send!('ready');
process.once('message', async () => {
  await worker.stop();
  await working;
  await reader.close();
  await archive.close();
  await lock?.release();
  await store.close();
  const { user, system } = process.cpuUsage();
  process.send!((user + system) / 1e6, undefined, undefined, () => process.exit());
});
