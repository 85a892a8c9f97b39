import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure, Failure, isOutage } from '../failures.ts';
import type { Page, StoredAt } from '../records.ts';
import { holdFile, isMarked, type Mended, mendAbandoned, type PageFile, pageFiles } from './page-files.ts';
import { contentOf, headersOf, isPageFile, memberOf, recordIn } from './page-records.ts';

/** A page to be kept: its record, its bytes as `sha256` has them, and the headers it came with, when it came by HTTP. */
export interface PageToKeep {
  readonly page: Page;
  readonly content: Uint8Array;
  readonly headers: readonly (readonly [string, string])[] | null;
}

/** Where the bytes of pages are kept. Nothing is ever changed there; whole files go when all their pages are gone. */
export interface PageArchive extends PageFileStore {
  /** Keeps pages and gives each with where it lies, in order. From then on they outlive a power cut. */
  keep(pages: readonly PageToKeep[]): Promise<Page[]>;
  /** The bytes of a page as received; null when the archive no longer holds them. */
  content(page: Page): Promise<Uint8Array | null>;
  /** The headers a page came with; null for imports. */
  headers(page: Page): Promise<ReadonlyMap<string, string> | null>;
  /**
   * Deletes files that no page lies in, of those named or, when none are named, of all there are; gives their names.
   * What is being written, and what a page may still be accepted for, stays.
   */
  deleteUnused(inUse: FilesInUse, among?: readonly string[]): Promise<string[]>;
  /** Throws the failure of an outage when nothing could be kept now. */
  check(): Promise<void>;
  /** What was found and mended at opening: files whose last record was torn by a crash, and how many bytes that was. */
  readonly mended: readonly Mended[];
  /** Bytes in all files; null where counting them would take long. */
  bytes(): Promise<number | null>;
  close(): Promise<void>;
}

/** Those of some files that pages lie in. */
export type FilesInUse = (files: readonly string[]) => Promise<readonly string[]>;

/** Whole files of an archive, as a backup or a move takes them. */
export interface PageFileStore {
  /** Where it is, without secrets. */
  readonly place: string;
  files(): AsyncIterable<StoredFile>;
  /** The first bytes of a file. Throws `page-file-gone` when it is not there or is shorter. */
  fileContent(file: string, bytes: number): AsyncIterable<Uint8Array>;
  /** Puts a whole file there, safe when this returns, in the place of one of that name. */
  putFile(file: string, content: Uint8Array): Promise<void>;
}

/** A whole file of an archive, with its length as it was when it was listed. */
export interface StoredFile {
  readonly file: string;
  readonly bytes: number;
}

/** A folder to keep pages in, and how its files are written. */
export interface PageArchiveOptions {
  readonly folder: string;
  /** A file is full when it has so many bytes: then a new one begins. */
  readonly fileBytesMax?: number;
  readonly software?: string;
  /** Files written to since then may hold pages that are about to be accepted, and are left alone. */
  readonly orphanSeconds?: number;
}

/**
 * Opens the page folder: WARC 1.1 files, one gzip member a record, written by appending alone. Any number of processes may
 * write to one folder, on several machines too: each holds a file of its own by a marker beside it. A file whose writer died is
 * looked at when it is next held, and what the crash tore off its last record is cut away, so that other tools can read it to
 * the end.
 */
export function openPageArchive({
  folder,
  fileBytesMax = 64 * 2 ** 20,
  software = 'Watchfloor',
  orphanSeconds = 3_600,
}: PageArchiveOptions): PageArchive {
  mkdirSync(folder, { recursive: true });
  const mended: Mended[] = [];
  mendAbandoned(folder, mended);
  let writer: PageFile | null = null;

  const read = (stored: StoredAt | null) => (stored === null ? null : readRecord(folder, stored));

  function append(pages: readonly PageToKeep[]): Page[] {
    const kept: Page[] = [];
    const touched = new Set<PageFile>();
    for (const one of pages) {
      const bytes = memberOf(one);
      if (writer !== null && !touched.has(writer) && !writer.isHeld()) {
        writer.leave();
        writer = null;
      }
      if (writer !== null && writer.size + bytes.byteLength > fileBytesMax && writer.size > writer.emptySize) {
        writer.sync();
        writer.close();
        touched.delete(writer);
        writer = null;
      }
      writer ??= holdFile(folder, fileBytesMax, software, one.page.received, mended);
      touched.add(writer);
      const offset = writer.append(bytes);
      kept.push({ ...one.page, stored: { file: writer.file, offset, length: bytes.byteLength } });
    }
    for (const one of touched) one.sync();
    return kept;
  }

  return {
    place: folder,
    mended,
    async keep(pages) {
      try {
        return append(pages);
      } catch (error) {
        throw notWritten(folder, error);
      }
    },
    async content(page) {
      const record = read(page.stored);
      return record === null ? null : contentOf(record, page);
    },
    async headers(page) {
      const record = read(page.stored);
      return record === null ? null : headersOf(record);
    },
    async deleteUnused(inUse, among = pageFiles(folder)) {
      const gone: string[] = [];
      const used = new Set(await inUse(among));
      for (const file of among) {
        if (used.has(file) || file === writer?.file || !isPageFile(file) || isMarked(folder, file)) continue;
        const path = join(folder, file);
        if (!existsSync(path) || Date.now() - statSync(path).mtimeMs < orphanSeconds * 1000) continue;
        rmSync(path);
        gone.push(file);
      }
      return gone;
    },
    async check() {
      const path = join(folder, `.room-${process.pid}`);
      try {
        writeWhole(path, Buffer.alloc(checkBytes, 'x'));
      } catch (error) {
        throw notWritten(folder, error);
      } finally {
        rmSync(path, { force: true });
      }
    },
    async bytes() {
      return pageFiles(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    },
    async *files() {
      for (const file of pageFiles(folder)) yield { file, bytes: statSync(join(folder, file)).size };
    },
    fileContent: (file, bytes) => readWhole(join(folder, file), bytes),
    async putFile(file, content) {
      const part = join(folder, `.${file}.part`);
      try {
        writeWhole(part, content);
        renameSync(part, join(folder, file));
      } catch (error) {
        rmSync(part, { force: true });
        throw notWritten(folder, error);
      }
    },
    async close() {
      writer?.close();
      writer = null;
    },
  };
}

/** Room for more than nearly every page. */
const checkBytes = 2 ** 20;

/** What the system said when something was to be written: of the folder and its disk, and no page is to blame. */
function notWritten(folder: string, error: unknown): unknown {
  if (error instanceof Failure || isOutage(asFailure(error))) return asFailure(error);
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Failure('cannot-write', `Nothing can be written to the page folder ${folder}: ${error.message}`, {
    retry: 'later',
    advice: 'Check its rights and its disk; what was accepted is kept and goes on then.',
    cause: error,
  });
}

function writeWhole(path: string, content: Uint8Array): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    for (let at = 0; at < content.byteLength; ) at += writeSync(handle, content, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function readRecord(folder: string, stored: StoredAt) {
  const path = join(folder, stored.file);
  // The name comes from the database, which a restored backup may have brought: it must name a file in this folder.
  if (!isPageFile(stored.file) || !existsSync(path)) return null;
  const bytes = Buffer.alloc(stored.length);
  const handle = openSync(path, 'r');
  try {
    if (readSync(handle, bytes, 0, stored.length, stored.offset) < stored.length) return null;
  } finally {
    closeSync(handle);
  }
  return recordIn(bytes, stored);
}

const chunkBytes = 2 ** 20;

/** The first bytes of a file, in pieces. Throws `page-file-gone` when it is not there or is shorter. */
export async function* readWhole(path: string, bytes: number): AsyncGenerator<Uint8Array> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (cause) {
    throw pageFileGone(path, cause);
  }
  try {
    yield* readRange(handle, 0, bytes, () => pageFileGone(path));
  } finally {
    await handle.close();
  }
}

/** So many bytes of an open file from a place on, in pieces; throws what `cutShort` gives when it ends before. */
export async function* readRange(
  handle: FileHandle,
  from: number,
  bytes: number,
  cutShort: () => Failure,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes; ) {
    const length = Math.min(chunkBytes, bytes - at);
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, from + at);
    if (bytesRead === 0) throw cutShort();
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** A file that is not there, or is shorter than it must be. */
export function pageFileGone(name: string, cause?: unknown): Failure {
  return new Failure('page-file-gone', `${name} is missing or shorter than it should be`, {
    retry: 'later',
    advice:
      'Old pages may have been deleted meanwhile: try again. If it stays, "watchfloor doctor" names what is missing.',
    cause,
  });
}
