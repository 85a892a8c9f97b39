import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchRequest } from '../src/store/store.ts';
import { parseQuery } from '../src/watches/watches.ts';
import { seeded } from '../test/made.ts';
import { archiveSigns, archiveWords, generatedArchive } from './generated-archive.ts';

/**
 * `npm run -s bench:search -- [articles=100000] [folder]`: CPU milliseconds at p95 to answer the first page of a search over that
 * many generated articles, by time and by relevance, with counts by day, source, language and kind; of all searches, and of
 * each sort by itself. A named folder is kept, and used as it is when the archive is there already.
 */
const articleCount = Number(process.argv[2] ?? 100_000);
const named = process.argv[3];
const folder = named ?? mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
const { store } = await generatedArchive(folder, articleCount);
const random = seeded(11);

/** What people search for: mostly a word or two that few articles hold. `share` of a hundred searches are of the sort. */
const sorts: readonly { name: string; share: number; query: () => string }[] = [
  { name: 'rare_word', share: 25, query: () => word(2_000, 30_000) },
  { name: 'word', share: 20, query: () => word(100, 2_000) },
  { name: 'common_word', share: 5, query: () => word(20, 100) },
  { name: 'two_words', share: 18, query: () => `${word(50, 5_000)} ${word(50, 5_000)}` },
  { name: 'either_word', share: 5, query: () => `${word(300, 5_000)} OR ${word(300, 5_000)} OR ${word(300, 5_000)}` },
  { name: 'phrase', share: 7, query: () => `"${word(10, 200)} ${word(10, 200)}"` },
  { name: 'beginning', share: 3, query: () => `${word(1_000, 9_000)}*` },
  { name: 'chinese', share: 6, query: () => `${sign(20, 300)}${sign(20, 300)}` },
  { name: 'without', share: 3, query: () => `${word(100, 3_000)} NOT ${word(20, 500)}` },
  { name: 'kind_language', share: 3, query: () => `${word(100, 3_000)} kind:first lang:fr` },
  { name: 'site', share: 2, query: () => `${word(100, 3_000)} site:"Outlet ${Math.floor(random() * 400)}"` },
  { name: 'speaker', share: 1, query: () => `speaker:"Speaker ${Math.floor(random() ** 3 * 4_000)}"` },
  { name: 'said', share: 1, query: () => `said:${word(100, 3_000)}` },
  { name: 'near', share: 1, query: () => `${word(50, 1_000)} NEAR/10 ${word(50, 1_000)}` },
];
const searches = 600;

const times = new Map<string, number[]>(sorts.map(({ name }) => [name, []]));
for (const { query } of sorts) await milliseconds(query(), 'newest');
for (const { name, share, query } of sorts) {
  for (let count = 0; count < Math.ceil((share / 100) * searches); count++)
    times.get(name)!.push(await milliseconds(query(), count % 2 === 0 ? 'newest' : 'relevance'));
}
print('search.p95_ms', percentile([...times.values()].flat(), 0.95), 'ms');
print('search.p50_ms', percentile([...times.values()].flat(), 0.5), 'ms');
for (const [name, its] of times) print(`search.${name}.p95_ms`, percentile(its, 0.95), 'ms');
await store.close();
if (named === undefined) rmSync(folder, { recursive: true });

async function milliseconds(text: string, order: SearchRequest['order']): Promise<number> {
  const { tree } = parseQuery(text);
  if (tree === null) throw new Error(`${text} is no query`);
  const began = process.cpuUsage();
  await store.search({ query: tree, order, limit: 20, cursor: null, facets: true });
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** A word of a rank between two, evenly by the logarithm: common ones are searched more often than there are of them. */
function word(from: number, to: number): string {
  return archiveWords[Math.floor(from * (to / from) ** random())];
}

function sign(from: number, to: number): string {
  return archiveSigns[Math.floor(from * (to / from) ** random())];
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
}

function print(name: string, value: number, unit: string): void {
  process.stdout.write(`${name}\t${value.toFixed(1)}\t${unit}\n`);
}
