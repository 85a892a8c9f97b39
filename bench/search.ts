import { searchLookMax } from '../src/server/queries.ts';
import type { SearchAnswer, SearchRequest } from '../src/store/store.ts';
import { parseQuery } from '../src/watches/watches.ts';
import { seeded } from '../test/made.ts';
import { cpuMillisecondsSince, percentile, print } from './figures.ts';
import { archiveSigns, archiveWords } from './generated-archive.ts';
import { generatedDesk } from './generated-desk.ts';

/**
 * `npm run -s bench:search -- [articles=20000] [folder]`: CPU milliseconds at p95 to answer the first page of a search over that
 * many generated articles, by time and by relevance, with counts by day, source, language and kind; of all searches, of each
 * sort by itself, and of the desk's page. A named folder is kept, and used as it is when the archive is there already.
 */
const articleCount = Number(process.argv[2] ?? 20_000);
const { store, ask, close } = await generatedDesk(articleCount, process.argv[3]);
const random = seeded(11);

/**
 * What people search for, as a share of a hundred searches. Ranks are those of the words by how common they are: of a million
 * articles 870,000 hold the word of rank 10, 160,000 that of rank 200, 7,000 that of rank 5,000.
 */
const sorts: readonly { name: string; share: number; query: () => string }[] = [
  { name: 'rare_word', share: 20, query: () => word(2_000, 30_000) },
  { name: 'word', share: 15, query: () => word(100, 2_000) },
  { name: 'common_word', share: 5, query: () => word(5, 100) },
  { name: 'two_words', share: 16, query: () => `${word(20, 5_000)} ${word(20, 5_000)}` },
  { name: 'either_word', share: 5, query: () => `${word(50, 5_000)} OR ${word(50, 5_000)} OR ${word(50, 5_000)}` },
  { name: 'phrase', share: 8, query: () => `"${word(10, 1_000)} ${word(10, 1_000)}"` },
  { name: 'without', share: 4, query: () => `${word(50, 3_000)} NOT ${word(20, 500)}` },
  { name: 'near', share: 4, query: () => `${word(20, 1_000)} NEAR/10 ${word(20, 1_000)}` },
  { name: 'beginning', share: 4, query: () => `${word(1_000, 9_000)}*` },
  { name: 'wildcard', share: 1, query: () => `${word(1_000, 9_000).slice(0, 5)}?${word(1_000, 9_000).slice(6)}` },
  { name: 'chinese', share: 5, query: () => `${sign(20, 300)}${sign(20, 300)}` },
  { name: 'title', share: 2, query: () => `title:${word(20, 3_000)}` },
  { name: 'kind_language', share: 3, query: () => `${word(50, 3_000)} kind:first lang:fr` },
  { name: 'site', share: 2, query: () => `${word(50, 3_000)} site:"Outlet ${Math.floor(random() * 400)}"` },
  { name: 'speaker', share: 2, query: () => `speaker:"Speaker ${Math.floor(random() ** 3 * 4_000)}"` },
  { name: 'said', share: 1, query: () => `said:${word(50, 3_000)}` },
  {
    name: 'published',
    share: 3,
    query: () => `${word(20, 3_000)} published:2026-10-${10 + Math.floor(random() * 20)}..2026-11`,
  },
];
/** Searches of all sorts together. */
const searches = 1_000;
/** Searches of a sort at least, so that its own figure says something. */
const searchesMin = 40;

// What a desk that is open makes beside its work: the bits of common words.
const beforeMaking = process.cpuUsage();
while (await store.makeSearchQuick());
const makingMilliseconds = cpuMillisecondsSince(beforeMaking);
const beforeLoading = process.cpuUsage();
await answer('kind:first', 'newest');
const loadingMilliseconds = cpuMillisecondsSince(beforeLoading);
// A desk that has been open for a while: what the first requests compile is not counted.
for (const { query } of sorts) for (const order of ['newest', 'relevance'] as const) await answer(query(), order);

const all: number[] = [];
const ofPage: number[] = [];
const ofOrder = { newest: [] as number[], relevance: [] as number[] };
let exact = 0;
for (const { name, share, query } of sorts) {
  const times: number[] = [];
  const counted = Math.ceil((share / 100) * searches);
  for (let count = 0; count < Math.max(counted, searchesMin); count++) {
    const order = count % 2 === 0 ? 'newest' : 'relevance';
    const text = query();
    const { milliseconds, atLeast } = await answer(text, order);
    times.push(milliseconds);
    if (count >= counted) continue;
    all.push(milliseconds);
    ofOrder[order].push(milliseconds);
    if (!atLeast) exact++;
    if (count % 5 === 0) ofPage.push((await ask(`/search?q=${encodeURIComponent(text)}&order=${order}`)).milliseconds);
  }
  print(`search.${name}.p95_ms`, percentile(times, 0.95), 'ms');
}
print('search.p95_ms', percentile(all, 0.95), 'ms');
print('search.p50_ms', percentile(all, 0.5), 'ms');
print('search.newest.p95_ms', percentile(ofOrder.newest, 0.95), 'ms');
print('search.relevance.p95_ms', percentile(ofOrder.relevance, 0.95), 'ms');
print('search.page.p95_ms', percentile(ofPage, 0.95), 'ms');
print('search.exact_counts', (100 * exact) / all.length, '%');
print('search.load_ms', loadingMilliseconds, 'ms');
print('search.make_s', makingMilliseconds / 1000, 's');
print('search.resident_mb', process.memoryUsage().rss / 1e6, 'MB');
await close();

async function answer(
  text: string,
  order: SearchRequest['order'],
): Promise<Pick<SearchAnswer, 'atLeast'> & { milliseconds: number }> {
  const start = process.cpuUsage();
  const { tree } = parseQuery(text);
  if (tree === null) throw new Error(`${text} is no query`);
  const { atLeast } = await store.search({
    query: tree,
    order,
    limit: 20,
    cursor: null,
    facets: true,
    lookMax: searchLookMax,
  });
  return { atLeast, milliseconds: cpuMillisecondsSince(start) };
}

/** A word of a rank between two, evenly by the logarithm: common ones are searched more often than there are of them. */
function word(from: number, to: number): string {
  return archiveWords[Math.floor(from * (to / from) ** random())];
}

function sign(from: number, to: number): string {
  return archiveSigns[Math.floor(from * (to / from) ** random())];
}
