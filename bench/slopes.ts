import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { searchLookMax } from '../src/server/queries.ts';
import { openPostgresStore } from '../src/store/postgres.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { matchQuery, parseQuery } from '../src/watches/watches.ts';
import { seeded } from '../test/made.ts';
import { percentile, print } from './figures.ts';
import { archiveSigns, archiveWords, generatedArchive, isServer } from './generated-archive.ts';

/**
 * `npm run -s bench:slopes -- ARTICLES FOLDER|postgres://…`: what it costs to write so many generated articles and to ask what the
 * desk asks, in CPU milliseconds of this process and of the PostgreSQL processes of this machine together. `as-is` for the
 * number asks an archive that is there already. Run at several sizes, it gives the slopes of docs/scale.md.
 */
const [count, place] = process.argv.slice(2);
const random = seeded(11);
const began = new Date();
const client = isServer(place) ? new pg.Client({ connectionString: place, application_name: 'slopes' }) : null;
await client?.connect();
let store: Store;
if (count === 'as-is') {
  store = isServer(place)
    ? await openPostgresStore({ url: place, matches: matchQuery })
    : openSqliteStore({ file: place, matches: matchQuery });
} else {
  const before = await cpuMilliseconds();
  const archive = await generatedArchive(place, Number(count));
  store = archive.store;
  print('write.ms_per_article', ((await cpuMilliseconds()) - before) / Number(count), 'ms');
}
while (await store.makeSearchQuick());
const { articles, databaseBytes } = await store.counts();
print('articles', articles, '');
print('bytes_per_article', databaseBytes / articles, 'B');

const word = (from: number, to: number) => archiveWords[Math.floor(from * (to / from) ** random())];
const sign = () => archiveSigns[Math.floor(20 * 15 ** random())];
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  search_rare: () => search(word(2_000, 30_000), 'newest'),
  search_word: () => search(word(100, 2_000), 'newest'),
  search_common: () => search(word(5, 100), 'newest'),
  search_common_relevance: () => search(word(5, 100), 'relevance'),
  search_two: () => search(`${word(20, 5_000)} ${word(20, 5_000)}`, 'newest'),
  search_phrase: () => search(`"${word(10, 1_000)} ${word(10, 1_000)}"`, 'newest'),
  search_chinese: () => search(`${sign()}${sign()}`, 'newest'),
  search_site: () => search(`${word(50, 3_000)} site:"Outlet ${Math.floor(random() * 400)}"`, 'newest'),
  counts: () => store.counts(),
  change_marks: () => store.changeMarks(),
  watch_counts: () => store.watchCounts(),
  speakers: () => store.listSpeakers('', 50),
  speakers_beginning: () => store.listSpeakers('speaker 1', 50),
  alert_labels: () => store.alertLabels(),
  leads: () => store.listLeads({ before: null, limit: 60, language: null, cutOff: null }),
  events: () => store.listEvents('2026-10-01', '2026-10-31', false, 200, true),
  developments: () => store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 60 }),
  alerts: () => store.listAlerts({ watchId: null, state: null, before: null, limit: 60 }),
};
const asked = 30;
for (const [name, ask] of Object.entries(questions)) {
  // What the first requests compile and read from the disk is not counted.
  for (let times = 0; times < 3; times++) await ask();
  const times: number[] = [];
  for (let at = 0; at < asked; at++) {
    const before = await cpuMilliseconds();
    await ask();
    times.push((await cpuMilliseconds()) - before);
  }
  print(`${name}.p50_ms`, percentile(times, 0.5), 'ms');
  print(`${name}.p95_ms`, percentile(times, 0.95), 'ms');
}
await store.close();
await client?.end();

function search(text: string, order: 'newest' | 'relevance') {
  const { tree } = parseQuery(text);
  if (tree === null) throw new Error(`${text} is no query`);
  return store.search({ query: tree, order, limit: 20, cursor: null, facets: true, lookMax: searchLookMax });
}

/** Of this process, and of those of the server that work for it: on this machine, and for no other user of it. */
async function cpuMilliseconds(): Promise<number> {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1000;
  if (client === null) return own;
  const { rows } = await client.query(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'watchfloor'
    AND datname = current_database() AND query_start > $1`,
    [began],
  );
  return own + rows.reduce((sum, { pid }) => sum + nanosecondsOf(pid) / 1e6, 0);
}

function nanosecondsOf(pid: number): number {
  const times = `/proc/${pid}/schedstat`;
  return existsSync(times) ? Number(readFileSync(times, 'utf8').split(' ')[0]) : 0;
}
