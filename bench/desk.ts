import { seeded } from '../test/made.ts';
import { percentile, print } from './figures.ts';
import { archiveWords } from './generated-archive.ts';
import { generatedDesk } from './generated-desk.ts';

/**
 * `npm run -s bench:desk -- [articles=20000] [folder]`: CPU milliseconds at p95 to answer each page of the desk over an archive
 * of that many generated articles, its largest page in kB, and the memory this process holds. A named folder is kept, and
 * used as it is when the archive is there already.
 */
const articleCount = Number(process.argv[2] ?? 20_000);
const askedPerPage = 60;
const random = seeded(7);
const { store, now, articleIds, storyIds, ask, close } = await generatedDesk(articleCount, process.argv[3]);

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
  for (let count = 0; count < 10; count++) await ask(path());
  for (let count = 0; count < askedPerPage; count++) {
    const { text, milliseconds } = await ask(path());
    times.push(milliseconds);
    if (Buffer.byteLength(text) > largest) [largest, largestAt] = [Buffer.byteLength(text), name];
  }
  print(`desk.${name}.p95_ms`, percentile(times, 0.95), 'ms');
}
print(`desk.${largestAt}.largest_kb`, largest / 1000, 'kB');
print('desk.resident_mb', process.memoryUsage().rss / 1e6, 'MB');
await close();

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)];
}
