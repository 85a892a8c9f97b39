import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '../src/extract/extract.ts';
import { read } from '../src/read/read.ts';
import type { Reading, Watch } from '../src/records.ts';
import { openPageArchive } from '../src/store/pages.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import { createStories } from '../src/stories/stories.ts';
import { recordId } from '../src/text/hash.ts';
import { alertsFor, compileWatches, matchQuery } from '../src/watches/watches.ts';
import { type IncomingPage, receivePages } from '../src/worker/receive.ts';
import { createWorker } from '../src/worker.ts';
import { plainWatch } from '../test/made.ts';
import { print } from './figures.ts';

/**
 * Speed and memory of each stage and of the whole way: `npm run -s bench [-- FOLDER [PAGES]]`. FOLDER holds .html and
 * .html.gz files at any depth (the sample archive without it); PAGES is how many are taken at most, spread over all.
 *
 * Each stage runs in a process of its own up to and with that stage, one thread; only its own CPU time counts, reading files
 * never. The first pages warm the compiler and do not count where there are enough. `whole` keeps pages as WARC records,
 * works on them and stores the results in SQLite; all its CPU time counts, start and warming too.
 */
const stages = ['extract', 'read', 'stories', 'watches', 'whole'] as const;
type Stage = (typeof stages)[number];

/** Pages that warm the compiler. */
const warmingPages = 100;
const watchesMax = 1_000;
const commonQueries = ['government AND (minister OR president)', 'said NEAR/5 police', '"last week" OR "this week"'];

const [folder = join(import.meta.dirname, '../sample/pages'), most = '1500', stage] = process.argv.slice(2);
const files = spread(globSync('**/*.{html,htm,html.gz,htm.gz}', { cwd: resolve(folder) }).sort(), Number(most));
if (files.length === 0) {
  process.stderr.write(`${folder} holds no .html or .html.gz files\n`);
  process.exitCode = 66;
} else if (stage === undefined) {
  for (const one of stages) {
    process.stderr.write(`${one}: ${files.length} pages\n`);
    process.stdout.write(
      execFileSync(process.execPath, [import.meta.filename, folder, most, one], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
  }
} else if (stage === 'whole') await benchWhole();
else benchStage(stage as Exclude<Stage, 'whole'>);

function benchStage(measured: Exclude<Stage, 'whole'>): void {
  const meter = createMeter(files.length >= 3 * warmingPages ? warmingPages : 0);
  const stories = createStories();
  let watches = compileWatches([]);
  const titles: string[] = [];
  for (const [number, page] of pages()) {
    const time = <T>(name: Stage, work: () => T) => (name === measured ? meter.time(number, work) : work());
    const { article, leads } = time('extract', () =>
      extract({
        pageId: recordId('page', page.name, number),
        content: page.content,
        contentType: page.contentType,
        url: page.url,
        form: 'auto',
        received: page.received,
        hint: page.hint,
      }),
    ).value;
    if (measured === 'extract' || article.body === '') continue;
    const { reading } = time('read', () => read(article, leads)).value;
    if (measured === 'read') continue;
    const source = { id: page.url!, title: null, owner: null };
    const placed = time('stories', () =>
      stories.place({ reading, received: page.received, url: page.url, source }),
    ).value;
    if (measured === 'stories') continue;
    // Watches are made of the words of the pages themselves, so that some of them match.
    if (titles.length < watchesMax) {
      titles.push(...queriesOf(reading));
      watches = compileWatches(titles.map(watchOf));
    }
    const kinds = placed.developments.map((development) => development.kind);
    time('watches', () =>
      alertsFor(watches, { reading, source, story: placed.story, kinds }, placed.developments, page.received),
    );
  }
  print(`${measured}.${measured === 'extract' ? 'pages' : 'articles'}_per_cpu_s`, meter.perSecond(), '1/s');
  print(`${measured}.peak_mb`, meter.peakMegabytes(), 'MB');
}

async function benchWhole(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
  const store = openSqliteStore({ file: join(data, 'watchfloor.sqlite'), matches: matchQuery });
  const archive = openPageArchive({ folder: join(data, 'pages') });
  const log = { info: () => undefined, error: (fields: object) => process.stderr.write(`${JSON.stringify(fields)}\n`) };
  const meter = createMeter(0);
  const worker = createWorker({ store, archive, now: () => new Date().toISOString(), log, onResults: meter.look });
  try {
    let readingMicroseconds = 0;
    let batch: IncomingPage[] = [];
    const work = async () => {
      await receivePages(batch, store, archive);
      await worker.drain();
      batch = [];
    };
    for (const watch of Array.from({ length: 20 }, (_, at) => watchOf(commonQueries[at % commonQueries.length], at)))
      await store.saveWatch(watch);
    let before = process.cpuUsage();
    for (const [, page] of pages()) {
      const used = process.cpuUsage(before);
      readingMicroseconds += used.user + used.system;
      batch.push(page);
      if (batch.length === 16) await work();
      before = process.cpuUsage();
    }
    await work();
    const { user, system } = process.cpuUsage();
    const counts = await store.counts();
    if (counts.pagesFailed > 0) process.stderr.write(`${counts.pagesFailed} pages failed\n`);
    print('whole.pages_per_cpu_s', files.length / ((user + system - readingMicroseconds) / 1e6), '1/s');
    print('whole.resident_mb', meter.peakMegabytes(), 'MB');
    print('whole.database_bytes_per_page', counts.databaseBytes / files.length, 'bytes');
    print('whole.archive_bytes_per_page', (await archive.bytes())! / files.length, 'bytes');
  } finally {
    await archive.close();
    await store.close();
    rmSync(data, { recursive: true });
  }
}

function* pages(): Generator<[number: number, page: IncomingPage]> {
  for (const [number, file] of files.entries()) {
    const bytes = readFileSync(join(resolve(folder), file));
    const received = new Date(Date.now() - (files.length - number) * 60_000).toISOString();
    yield [
      number,
      {
        // One outlet in forty pages: as a desk with some dozens of sources would see it.
        url: `https://outlet-${number % 40}.example/${number}`,
        finalUrl: null,
        name: file,
        sourceId: null,
        received,
        content: file.endsWith('.gz') ? gunzipSync(bytes) : bytes,
        contentType: null,
        status: 200,
        headers: null,
        hint: {},
      },
    ];
  }
}

/** Two queries of an article: two long words of its title together, and a name in it. */
function queriesOf({ article, mentions }: Reading): string[] {
  const words = (article.title ?? '').match(/\p{L}{5,}/gu) ?? [];
  const name = mentions[0]?.name.replace(/["\\]/g, '');
  return [words.length > 1 ? `${words[0]} AND ${words[1]}` : '', name === undefined ? '' : `"${name}"`].filter(
    (query) => query !== '',
  );
}

function watchOf(query: string, number: number): Watch {
  return plainWatch(`wa-${number}`, query, { name: query, created: '2026-01-01T00:00:00.000Z' });
}

function createMeter(warming: number) {
  let microseconds = 0;
  let counted = 0;
  let peakBytes = 0;
  const look = () => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  };
  return {
    look,
    time<T>(number: number, work: () => T): T {
      const before = process.cpuUsage();
      const value = work();
      const used = process.cpuUsage(before);
      if (number >= warming) {
        microseconds += used.user + used.system;
        counted++;
      }
      look();
      return value;
    },
    perSecond: () => (microseconds === 0 ? 0 : counted / (microseconds / 1e6)),
    peakMegabytes: () => peakBytes / 1e6,
  };
}

/** So many of the rows, at even steps: a part that is like the whole. */
function spread(rows: readonly string[], most: number): string[] {
  if (rows.length <= most) return [...rows];
  return Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)]);
}
