import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { asFailure, Failure, isOutage } from '../failures.ts';
import { InflateBudget } from '../formats/inflate-budget.ts';
import type { Instant, Page, Source } from '../records.ts';
import {
  type ArchiveForm,
  archiveFormOf,
  archiveLimits,
  type FoundItem,
  type NamedPage,
  pagesInFile,
  pagesInLines,
} from '../sources/archive.ts';
import { readOpml } from '../sources/opml.ts';
import { newSource } from '../sources/schedule.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { type IncomingPage, receivePages } from './receive.ts';

export interface ImportOptions {
  readonly store: Store;
  readonly archive: PageArchive;
  readonly now: () => Instant;
  /** Takes the pages to belong to this source instead of one made for the file or folder. */
  readonly sourceId?: string;
  /** What is known of all pages and no file says, such as the day of publication. */
  readonly hint?: Page['hint'];
  /** Most bytes that may come out of one archive, with all that is passed over. */
  readonly inflatedBytesMax?: number;
  /** Told after every batch that was kept, and of the first hundred problems as they are met. */
  readonly onProgress?: (tally: ImportTally) => void;
  readonly onProblem?: (problem: ImportProblem) => void;
}

export interface ImportProblem {
  readonly name: string;
  readonly what: string;
}

export interface ImportTally {
  /** Pages taken in. */
  readonly accepted: number;
  /** Pages that were there already. */
  readonly known: number;
  /** Sources that an OPML list added. */
  readonly sources: number;
  /** Records and files that are no pages: pictures, redirects, requests. */
  readonly passed: number;
  /** Items that could not be taken in. The first hundred are told one by one. */
  readonly failed: number;
  readonly problems: readonly ImportProblem[];
}

/**
 * Takes in a file or a folder with all below it: pages, bare texts, JSON lines, WARC, WACZ, OPML, each told by its content.
 * Pages are kept and accepted in batches, so that what was taken in stays when it ends early. A fault ends its item alone.
 * Only what cannot be opened at all throws.
 */
export async function importPath(path: string, options: ImportOptions): Promise<ImportTally> {
  const root = await realpath(path).catch((cause) => {
    throw new Failure('no-input', `${path} cannot be opened`, { retry: 'never', advice: 'Check the name.', cause });
  });
  const intake = createIntake(options, root);
  const isFolder = (await stat(root)).isDirectory();
  if (isFolder) for await (const file of filesBelow(root)) await takeFile(file, relative(root, file), false, intake);
  else await takeFile(root, basename(root), true, intake);
  return intake.finish();
}

/** Takes in the content of one file that a person handed over. */
export async function importContent(name: string, content: Uint8Array, options: ImportOptions): Promise<ImportTally> {
  const intake = createIntake(options, name);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  await take(name, true, intake, {
    start: bytes.subarray(0, startBytes),
    chunks: () => once(bytes),
    zip: () => fromBufferPromise(bytes, zipOptions),
    folder: null,
  });
  return intake.finish();
}

/** A file's first bytes, its bytes as a stream, and itself as a zip. */
interface Opened {
  readonly start: Uint8Array;
  chunks(): AsyncIterable<Uint8Array>;
  zip(): Promise<ZipFile>;
  /** Folder that JSON lines may name files in; null where there is none. */
  readonly folder: string | null;
}

const startBytes = 4_096;
const zipOptions = { lazyEntries: true, autoClose: false } as const;

/** Files below a folder in order of name. Hidden ones and links are left alone: a link could lead anywhere. */
async function* filesBelow(folder: string, depth = 0): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth < depthMax) yield* filesBelow(path, depth + 1);
  }
}

const depthMax = 64;

async function takeFile(path: string, name: string, asked: boolean, intake: Intake): Promise<void> {
  const handle = await open(path, 'r');
  const start = Buffer.alloc(startBytes);
  let length: number;
  try {
    length = (await handle.read(start, 0, startBytes, 0)).bytesRead;
  } finally {
    await handle.close();
  }
  await take(name, asked, intake, {
    start: start.subarray(0, length),
    chunks: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
    zip: () => openPromise(path, zipOptions),
    folder: dirname(path),
  });
}

async function take(name: string, asked: boolean, intake: Intake, file: Opened): Promise<void> {
  const form = file.start.byteLength === 0 ? 'dump' : archiveFormOf(name, beginningOf(file.start));
  try {
    if (form === 'wacz') await takeZip(name, file, intake);
    else if (form === 'opml') await intake.subscribe(name, await textOf(form, name, file));
    else if (form !== null) await takeItems(form, name, file, intake);
    else if (asked)
      intake.problem({ name, what: 'it holds no pages: none of HTML, text, JSON lines, WARC, WACZ, OPML' });
    else intake.pass();
  } catch (error) {
    // What a damaged file makes its reader say ends that file; what is of the store or the disk is ours, and goes up.
    if (isOutage(asFailure(error))) throw asFailure(error);
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    intake.problem({ name, what: error.message });
  }
}

/** The first bytes, gunzipped as far as they go when they are packed. */
function beginningOf(start: Uint8Array): Uint8Array {
  if (start[0] !== 0x1f || start[1] !== 0x8b) return start;
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return new Uint8Array(0);
    throw error;
  }
}

async function takeItems(
  form: Exclude<ArchiveForm, 'wacz' | 'opml'>,
  name: string,
  file: Opened,
  intake: Intake,
): Promise<void> {
  if (form !== 'jsonl') {
    const budget = intake.budget();
    for await (const item of pagesInFile(form, name, file.chunks(), archiveLimits, budget)) await intake.item(item);
    return;
  }
  const isPacked = file.start[0] === 0x1f && file.start[1] === 0x8b;
  const lines = isPacked ? within(intake.budget(), unpackedStream(file.chunks())) : file.chunks();
  for await (const item of pagesInLines(name, lines)) {
    if ('file' in item) await takeBeside(item, file.folder, intake);
    else await intake.item(item);
  }
}

async function* unpackedStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  yield* Readable.from(chunks, { objectMode: false }).pipe(gunzip) as AsyncIterable<Uint8Array>;
}

/** What is unpacked, as long as its archive may give more. */
async function* within(budget: InflateBudget, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (budget.spend(chunk.byteLength)) throw new Error(budget.problem);
    yield chunk;
  }
}

/** A page in a file of its own that a JSON line names. Only files below the folder of the lines: a list is not trusted. */
async function takeBeside({ file, page }: NamedPage, folder: string | null, intake: Intake): Promise<void> {
  const path = folder === null ? null : await realpath(resolve(folder, file)).catch(() => null);
  if (folder === null || path === null || !path.startsWith(folder + sep)) {
    intake.problem({ name: page.name, what: `the file ${file} is not there, or not in the folder of the list` });
    return;
  }
  let start: Buffer;
  try {
    // A pipe would be waited for without end.
    if (!(await stat(path)).isFile()) throw new Error('it is a folder or a device');
    start = Buffer.from(await firstBytes(path));
  } catch (error) {
    intake.problem({ name: page.name, what: `the file ${file} cannot be read: ${asFailure(error).message}` });
    return;
  }
  const form = archiveFormOf(file, beginningOf(start)) === 'dump' ? 'dump' : 'html';
  for await (const item of pagesInFile(form, page.name, createReadStream(path))) {
    await intake.item('page' in item ? { page: { ...item.page, ...page } } : item);
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of createReadStream(path, { end: startBytes - 1 })) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** A WACZ holds its records as WARC files in the folder `archive` (WACZ 1.1.1, part 4). */
async function takeZip(name: string, file: Opened, intake: Intake): Promise<void> {
  const zip = await file.zip();
  const budget = intake.budget();
  let archives = 0;
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (++entries > zipEntriesMax) {
        intake.problem({ name, what: `it has more than ${zipEntriesMax} entries; the rest was left out` });
        break;
      }
      if (!/^archive\/[^/]+\.warc(\.gz)?$/.test(entry.fileName)) continue;
      archives++;
      await takeEntry(zip, entry, `${name}/${entry.fileName}`, budget, intake);
      if (budget.isSpent) break;
    }
  } finally {
    zip.close();
  }
  if (archives === 0) intake.problem({ name, what: 'it holds no WARC file in a folder "archive"' });
}

const zipEntriesMax = 100_000;

async function takeEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  budget: InflateBudget,
  intake: Intake,
): Promise<void> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  try {
    const chunks = entry.compressionMethod === 0 ? stream : within(budget, stream);
    for await (const item of pagesInFile('warc', name, chunks, archiveLimits, budget)) await intake.item(item);
  } finally {
    stream.destroy();
  }
}

async function textOf(form: 'opml', name: string, file: Opened): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.chunks()) {
    length += chunk.byteLength;
    if (length > archiveLimits.pageBytesMax) throw new Error(`the ${form} list ${name} is too large`);
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

interface Intake {
  /** What may come out of the next archive. */
  budget(): InflateBudget;
  item(item: FoundItem): Promise<void>;
  problem(problem: ImportProblem): void;
  pass(): void;
  subscribe(name: string, opml: string): Promise<void>;
  finish(): Promise<ImportTally>;
}

/** Gathers pages into batches, so that keeping them safe costs one wait for the disk a batch. */
function createIntake(options: ImportOptions, address: string): Intake {
  const { store, archive, now, onProgress, onProblem } = options;
  const begun = now();
  const tally = { accepted: 0, known: 0, sources: 0, passed: 0, failed: 0, problems: [] as ImportProblem[] };
  let source: Source | null = null;
  let batch: IncomingPage[] = [];
  let bytes = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const { pages, known } = await receivePages(batch, store, archive);
    tally.accepted += pages.length;
    tally.known += known;
    batch = [];
    bytes = 0;
    onProgress?.(tally);
  }

  async function sourceId(): Promise<string> {
    if (options.sourceId !== undefined) return options.sourceId;
    source ??= await store.addSource(newSource(address, 'import', { title: basename(address) }, begun));
    return source.id;
  }

  const intake: Intake = {
    budget: () => new InflateBudget(options.inflatedBytesMax),
    async item(item) {
      if ('passed' in item) return intake.pass();
      if ('problem' in item) return intake.problem({ name: item.name, what: item.problem });
      const { page } = item;
      // An archive may claim any time; a page cannot have been received after now.
      const received = page.received !== null && page.received <= begun ? page.received : begun;
      batch.push({ ...page, hint: { ...page.hint, ...options.hint }, sourceId: await sourceId(), received });
      bytes += page.content.byteLength;
      if (batch.length >= batchPagesMax || bytes >= batchBytesMax) await flush();
    },
    problem(problem) {
      tally.failed++;
      if (tally.problems.length >= problemsToldMax) return;
      tally.problems.push(problem);
      onProblem?.(problem);
    },
    pass() {
      tally.passed++;
    },
    async subscribe(name, opml) {
      const { value, problems } = readOpml(opml);
      if (value instanceof Failure) return intake.problem({ name, what: `${value.message}. ${value.advice}` });
      for (const problem of problems) intake.problem({ name, what: problem.what });
      const added = now();
      for (const { address: feed, kind, title, owner } of value) {
        const fresh = newSource(feed, kind, { title, owner }, added);
        if ((await store.getSource(fresh.id)) === null && (await store.addSource(fresh)).id === fresh.id)
          tally.sources++;
      }
    },
    async finish() {
      await flush();
      if (tally.failed > 0) await sourceId();
      if (source !== null) await saveImportHealth(source, tally, options, begun);
      onProgress?.(tally);
      return tally;
    },
  };
  return intake;
}

const batchPagesMax = 64;
const batchBytesMax = 8 * 2 ** 20;
const problemsToldMax = 100;

/** An import shows its faults where a feed does: in the health of its source. */
async function saveImportHealth(source: Source, tally: ImportTally, { store, now }: ImportOptions, begun: Instant) {
  const at = now();
  const first = tally.problems[0];
  const failure =
    first === undefined
      ? null
      : ({
          code: 'import',
          what:
            tally.failed === 1
              ? `${first.name}: ${first.what}`
              : `${first.name}: ${first.what}, and ${tally.failed - 1} more`,
          advice:
            'The rest was taken in. Mend or leave out what is named and import again: known pages are not doubled.',
          retry: 'never',
          at,
        } as const);
  const state = failure === null ? 'good' : 'failing';
  await store.saveHealth(
    source.id,
    {
      ...source.health,
      state,
      since: source.health.state === state ? source.health.since : at,
      lastTried: at,
      lastGood: tally.accepted + tally.known > 0 ? at : source.health.lastGood,
      lastItem: tally.accepted > 0 ? at : source.health.lastItem,
      nextDue: null,
      failuresInRow: failure === null ? 0 : source.health.failuresInRow + 1,
      failure,
    },
    {
      at,
      outcome: failure !== null ? 'failed' : tally.accepted > 0 ? 'new' : 'unchanged',
      found: tally.accepted,
      milliseconds: Date.parse(at) - Date.parse(begun),
      failure,
    },
  );
}
