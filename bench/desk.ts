import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/server/app.ts';
import { seeded } from '../test/made.ts';
import { archiveWords, generatedArchive } from './generated-archive.ts';

/**
 * `npm run -s bench:desk -- [articles=20000] [folder]`: CPU milliseconds at p95 to answer each page of the desk over an archive
 * of that many generated articles, its largest page in kB, and the memory this process holds. A named folder is kept, and
 * used as it is when the archive is there already.
 */
const articleCount = Number(process.argv[2] ?? 20_000);
const named = process.argv[3];
const askedPerPage = 60;
const random = seeded(7);
const folder = named ?? mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
const { store, now, articleIds, storyIds } = await generatedArchive(folder, articleCount);

const { app } = createApp(
  {
    store,
    pages: { content: async () => null },
    now: () => now,
    log: {
      info: () => undefined,
      error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    },
  },
  { names: [], password: null },
);
// What a desk that is open makes beside its work.
while (await store.makeSearchQuick());
const speakers = await store.listSpeakers('', 50);
const pages: Record<string, () => string> = {
  floor: () => (random() < 0.5 ? '/' : '/?show=everything'),
  story: () => `/stories/${pick(storyIds)}`,
  reader: () => `/articles/${pick(articleIds)}`,
  search: () =>
    `/search?q=${pick(archiveWords.slice(0, 2_000))}${random() < 0.5 ? `+AND+${pick(archiveWords.slice(0, 200))}` : ''}`,
  calendar: () => `/calendar?from=${now.slice(0, 7)}`,
  speakers: () => '/speakers',
  speaker: () => `/speakers/${encodeURIComponent(pick(speakers).name)}`,
  leads: () => '/leads',
};
let largest = 0;
let largestAt = '';
for (const [name, path] of Object.entries(pages)) {
  const times: number[] = [];
  // A desk that has been open for a while: what the first requests compile is not counted.
  for (let count = 0; count < 10; count++)
    await app.request(`http://127.0.0.1${path()}`, { headers: { host: '127.0.0.1' } });
  for (let count = 0; count < askedPerPage; count++) {
    const address = `http://127.0.0.1${path()}`;
    const began = process.cpuUsage();
    const answer = await app.request(address, { headers: { host: '127.0.0.1' } });
    const text = await answer.text();
    const { user, system } = process.cpuUsage(began);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    times.push((user + system) / 1000);
    if (Buffer.byteLength(text) > largest) [largest, largestAt] = [Buffer.byteLength(text), name];
  }
  times.sort((a, b) => a - b);
  print(`desk.${name}.p95_ms`, times[Math.floor(times.length * 0.95)], 'ms');
}
print(`desk.${largestAt}.largest_kb`, largest / 1000, 'kB');
print('desk.resident_mb', process.memoryUsage().rss / 1e6, 'MB');
await store.close();
if (named === undefined) rmSync(folder, { recursive: true });

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)];
}

function print(name: string, value: number, unit: string): void {
  process.stdout.write(`${name}\t${value.toFixed(1)}\t${unit}\n`);
}
