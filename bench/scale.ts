import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPageArchive } from '../src/store/pages.ts';
import { openPostgresStore } from '../src/store/postgres.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { matchQuery } from '../src/watches/watches.ts';
import { type IncomingPage, receivePages } from '../src/worker/receive.ts';
import { startPostgres } from '../test/store/postgres-server.ts';
import { percentile, print } from './figures.ts';
import { generatedPages } from './generated-pages.ts';

/**
 * `npm run -s bench:scale -- [pages=1000]`: generated pages a second end to end, from accepted to placed, by the desk's own worker
 * on a file and by 1, 2 and 4 worker processes on PostgreSQL; the CPU each page takes of them all; then how long a page waits
 * when they come in at half that rate. Needs a PostgreSQL to start. By the clock, all in one run: read the ratios.
 */
const pageCount = Number(process.argv[2] ?? 1_000);
const pages = [...generatedPages(pageCount)];

for (const [name, store, processes] of [
  ['file', 'file', 1],
  ['workers_1', 'postgres', 1],
  ['workers_2', 'postgres', 2],
  ['workers_4', 'postgres', 4],
] as const) {
  const flood = await measured(store, processes, null);
  print(`scale.${name}.articles_per_s`, flood.perSecond, 'articles/s');
  print(`scale.${name}.cpu_ms_per_article`, flood.cpuMilliseconds, 'ms');
  const paced = await measured(store, processes, flood.perSecond / 2);
  print(`scale.${name}.wait_p50_ms`, paced.p50, 'ms');
  print(`scale.${name}.wait_p99_ms`, paced.p99, 'ms');
}

async function measured(kind: 'file' | 'postgres', processes: number, perSecond: number | null) {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-scale-'));
  const server = kind === 'postgres' ? await startPostgres() : null;
  const url = server?.freshUrl() ?? '';
  const store =
    server === null
      ? openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery })
      : await openPostgresStore({ url, matches: matchQuery });
  const archive = openPageArchive({ folder: join(folder, 'pages') });
  const workers = Array.from({ length: processes }, () => startWorker(folder, url));
  await Promise.all(workers.map(({ ready }) => ready));
  const began = performance.now();
  const accepted = new Map<string, number>();
  const receive = async (some: readonly IncomingPage[]) => {
    for (const page of (await receivePages(some, store, archive)).pages) accepted.set(page.id, performance.now());
  };
  const watching = watch(store, accepted);
  if (perSecond === null) await receive(pages);
  else
    for (const [number, page] of pages.entries()) {
      const due = began + (number / perSecond) * 1000;
      if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      await receive([page]);
    }
  const waits = await watching;
  const seconds = (performance.now() - began) / 1000;
  const cpuSeconds = await Promise.all(workers.map(({ end }) => end()));
  await archive.close();
  await store.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
  return {
    perSecond: pageCount / seconds,
    cpuMilliseconds: (cpuSeconds.reduce((sum, one) => sum + one, 0) / pageCount) * 1000,
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
  };
}

/** For each page, how long it was between accepted and seen as placed: looked at every 25 ms. */
async function watch(store: Store, accepted: Map<string, number>): Promise<number[]> {
  const waits: number[] = [];
  for (let after: string | null = null; waits.length < pageCount; ) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const found = await store.articlesSince('', after, 1_000);
    for (const { page, reading } of found) {
      waits.push(performance.now() - accepted.get(page.id)!);
      after = reading.article.id;
    }
  }
  return waits;
}

function startWorker(folder: string, url: string): { ready: Promise<void>; end(): Promise<number> } {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'scale.worker.ts'), folder, url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const said = () => new Promise<unknown>((resolve) => child.once('message', resolve));
  return {
    ready: said().then(() => undefined),
    async end() {
      const cpu = said();
      child.send('end');
      return Number(await cpu);
    },
  };
}
