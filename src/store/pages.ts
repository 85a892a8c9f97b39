import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Failure } from '../failures.ts';
import { httpResponseBlock, parseHttpResponse } from '../formats/http.ts';
import { parseWarcRecord, warcRecordBytes } from '../formats/warc.ts';
import type { Page, StoredAt } from '../records.ts';

/** A page to be kept: its record, its bytes as `sha256` has them, and the headers it came with, when it came by HTTP. */
export interface PageToKeep {
  readonly page: Page;
  readonly content: Uint8Array;
  readonly headers: readonly (readonly [string, string])[] | null;
}

/** Where the bytes of pages are kept. Nothing is ever changed there; whole files go when all their pages are gone. */
export interface PageArchive {
  /** Keeps pages and gives each with where it lies, in order. When this returns, they outlive a power cut. */
  keep(pages: readonly PageToKeep[]): Page[];
  /** The bytes of a page as received; null when the archive no longer holds them. */
  content(page: Page): Promise<Uint8Array | null>;
  /** The headers a page came with; null for imports. */
  headers(page: Page): Promise<ReadonlyMap<string, string> | null>;
  /** Deletes files that none of the places in use lies in; gives their names. Files being written stay. */
  deleteUnused(used: ReadonlySet<string>): string[];
  /** What was found and mended at opening: files whose last record was torn by a crash, and how many bytes that was. */
  readonly mended: readonly { readonly file: string; readonly bytes: number }[];
  /** Bytes in all files. */
  bytes(): number;
  close(): void;
}

export interface PageArchiveOptions {
  readonly folder: string;
  /** A file is full when it has so many bytes: then a new one begins. */
  readonly fileBytesMax?: number;
  readonly software?: string;
}

/**
 * Opens the page folder: WARC 1.1 files, one gzip member a record, written by appending alone. Any number of processes may
 * write to one folder: each holds a file of its own by a marker beside it. A file whose writer died is looked at when it is
 * next held, and what the crash tore off its last record is cut away, so that other tools can read it to the end.
 */
export function openPageArchive({
  folder,
  fileBytesMax = 64 * 2 ** 20,
  software = 'Watchfloor',
}: PageArchiveOptions): PageArchive {
  mkdirSync(folder, { recursive: true });
  const mended: { file: string; bytes: number }[] = [];
  mendAbandoned(folder, mended);
  let writer: Writer | null = null;

  const read = (stored: StoredAt | null) => (stored === null ? null : readMember(folder, stored));

  return {
    mended,
    keep(pages) {
      const kept: Page[] = [];
      const touched = new Set<Writer>();
      for (const one of pages) {
        const bytes = memberOf(one);
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
    },
    async content(page) {
      const record = read(page.stored);
      if (record === null) return null;
      const isHttp = (record.headers.get('content-type') ?? '').startsWith('application/http');
      let body = record.block;
      if (isHttp) {
        const message = await parseHttpResponse(record.block, Number.MAX_SAFE_INTEGER);
        if (typeof message === 'string') throw damaged(page, message);
        body = message.body;
      }
      if (createHash('sha256').update(body).digest('hex') !== page.sha256)
        throw damaged(page, 'its bytes have changed');
      return body;
    },
    async headers(page) {
      const record = read(page.stored);
      if (record === null || !(record.headers.get('content-type') ?? '').startsWith('application/http')) return null;
      const message = await parseHttpResponse(record.block, Number.MAX_SAFE_INTEGER);
      return typeof message === 'string' ? null : message.headers;
    },
    deleteUnused(used) {
      const gone: string[] = [];
      for (const file of archiveFiles(folder)) {
        if (used.has(file) || file === writer?.file || existsSync(markerOf(folder, file))) continue;
        rmSync(join(folder, file));
        gone.push(file);
      }
      return gone;
    },
    bytes() {
      return archiveFiles(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    },
    close() {
      writer?.close();
      writer = null;
    },
  };
}

function damaged(page: Page, why: string): Failure {
  return new Failure('page-damaged', `The stored page ${page.url ?? page.name ?? page.id} is damaged: ${why}`, {
    retry: 'never',
    advice: `Restore the file ${page.stored?.file} of the page folder from a backup.`,
  });
}

/** One page as one record in one gzip member. */
function memberOf({ page, content, headers }: PageToKeep): Uint8Array {
  const asHttp = headers !== null && page.url !== null;
  const block = asHttp ? httpResponseBlock(page.status, headers, content) : content;
  const record = warcRecordBytes({
    type: asHttp ? 'response' : 'resource',
    id: `urn:watchfloor:${page.id}`,
    date: page.received,
    targetUri: page.finalUrl ?? page.url ?? `urn:watchfloor:file:${encodeURIComponent(page.name ?? page.id)}`,
    contentType: asHttp ? 'application/http; msgtype=response' : (page.contentType ?? 'application/octet-stream'),
    further: [
      ['WARC-Payload-Digest', `sha256:${page.sha256}`],
      ...(asHttp ? [['WARC-Block-Digest', `sha256:${createHash('sha256').update(block).digest('hex')}`] as const] : []),
    ],
    block,
  });
  return gzipSync(record, { level: gzipLevel });
}

/** Half the time of the default level for a tenth more bytes. */
const gzipLevel = 2;

function readMember(folder: string, stored: StoredAt) {
  const path = join(folder, stored.file);
  // The name comes from the database, which a restored backup may have brought: it must name a file in this folder.
  if (!filePattern.test(stored.file) || !existsSync(path)) return null;
  const bytes = Buffer.alloc(stored.length);
  const handle = openSync(path, 'r');
  try {
    if (readSync(handle, bytes, 0, stored.length, stored.offset) < stored.length) return null;
  } finally {
    closeSync(handle);
  }
  try {
    return parseWarcRecord(gunzipSync(bytes, { maxOutputLength: memberBytesMax }));
  } catch (error) {
    throw new Failure('page-damaged', `The record at byte ${stored.offset} of ${stored.file} cannot be read`, {
      retry: 'never',
      advice: `Restore the file ${stored.file} of the page folder from a backup.`,
      cause: error,
    });
  }
}

/** Largest record read back; far more than any page that is accepted. */
const memberBytesMax = 512 * 2 ** 20;

const filePattern = /^pages-\d{6,}\.warc\.gz$/;

function archiveFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => filePattern.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function markerOf(folder: string, file: string): string {
  return join(folder, `${file}.writing`);
}

/** Files held by this process: a marker with our own number is otherwise one left by an earlier process of that number. */
const held = new Set<string>();

/** Takes the marker of a file; false when a living process holds it. */
function hold(folder: string, file: string): boolean {
  const marker = markerOf(folder, file);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(marker, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      held.add(marker);
      return true;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      if (isAlive(marker)) return false;
      rmSync(marker, { force: true });
    }
  }
  return false;
}

function release(folder: string, file: string): void {
  const marker = markerOf(folder, file);
  held.delete(marker);
  rmSync(marker, { force: true });
}

function isAlive(marker: string): boolean {
  let pid: number;
  try {
    pid = Number(readFileSync(marker, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
  if (pid === process.pid) return held.has(marker);
  // A marker without a number: its writer died, or is only just writing it.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Looks at each file whose writer died and cuts off what the crash left of an unfinished record. */
function mendAbandoned(folder: string, mended: { file: string; bytes: number }[]): void {
  for (const file of archiveFiles(folder)) {
    const marker = markerOf(folder, file);
    if (!existsSync(marker) || isAlive(marker) || !hold(folder, file)) continue;
    const bytes = cutTornTail(join(folder, file));
    if (bytes > 0) mended.push({ file, bytes });
    release(folder, file);
  }
}

/** The newest file with room that nobody holds, or a new one. */
function holdFile(
  folder: string,
  fileBytesMax: number,
  software: string,
  date: string,
  mended: { file: string; bytes: number }[],
): Writer {
  const files = archiveFiles(folder);
  const last = files[files.length - 1];
  if (last !== undefined && statSync(join(folder, last)).size < fileBytesMax && hold(folder, last)) {
    const bytes = cutTornTail(join(folder, last));
    if (bytes > 0) mended.push({ file: last, bytes });
    return new Writer(folder, last, software, date);
  }
  const first = last === undefined ? 1 : Number(/\d+/.exec(last)![0]) + 1;
  for (let number = first; number < first + filesTriedMax; number++) {
    const file = `pages-${String(number).padStart(6, '0')}.warc.gz`;
    if (existsSync(join(folder, file)) || !hold(folder, file)) continue;
    return new Writer(folder, file, software, date);
  }
  throw new Failure('page-folder-busy', `No file could be begun in the page folder ${folder}`, {
    retry: 'later',
    advice: 'Look for other Watchfloor processes that use this data folder.',
  });
}

const filesTriedMax = 1_000;

class Writer {
  readonly file: string;
  readonly emptySize: number;
  readonly #folder: string;
  readonly #handle: number;
  size: number;

  constructor(folder: string, file: string, software: string, date: string) {
    this.#folder = folder;
    this.file = file;
    this.#handle = openSync(join(folder, file), 'a');
    this.size = fstatSync(this.#handle).size;
    const began = this.size === 0;
    if (began) {
      const block = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`);
      this.append(
        gzipSync(
          warcRecordBytes({
            type: 'warcinfo',
            id: `urn:watchfloor:${file}`,
            date,
            targetUri: null,
            contentType: 'application/warc-fields',
            further: [['WARC-Filename', file]],
            block,
          }),
          { level: gzipLevel },
        ),
      );
      this.sync();
      syncFolder(folder);
    }
    this.emptySize = began ? this.size : 0;
  }

  /** Appends a member and gives where it begins. A write that fails half way is taken back. */
  append(bytes: Uint8Array): number {
    const offset = this.size;
    try {
      for (let at = 0; at < bytes.byteLength; ) at += writeSync(this.#handle, bytes, at);
    } catch (error) {
      ftruncateSync(this.#handle, offset);
      throw new Failure('page-not-kept', `A page could not be written to ${this.file}`, {
        retry: 'stop',
        advice: 'Make room on the disk of the data folder, or check that it can be written.',
        cause: error,
      });
    }
    this.size += bytes.byteLength;
    return offset;
  }

  sync(): void {
    fdatasyncSync(this.#handle);
  }

  close(): void {
    closeSync(this.#handle);
    release(this.#folder, this.file);
  }
}

/** A new file is only sure to be found after a power cut when its folder was written too. Not every system allows it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Cuts off an unfinished member at the end of a file; gives how many bytes that were. Looks from the end for the last
 * beginning of a member: zlib writes the same nine bytes at each, and in compressed data they are as good as impossible.
 */
function cutTornTail(path: string): number {
  const bytes = readFileSync(path);
  let end = bytes.length;
  for (let before = bytes.length; before >= 0; ) {
    const start = before === 0 ? -1 : bytes.lastIndexOf(memberStart, before - 1);
    const length = start < 0 ? 0 : wholeLength(bytes.subarray(start, before));
    if (length !== null) {
      end = Math.max(0, start) + length;
      break;
    }
    before = start;
  }
  if (end < bytes.length) {
    truncateSync(path, end);
    const handle = openSync(path, 'r+');
    fsyncSync(handle);
    closeSync(handle);
  }
  return bytes.length - end;
}

/** The header that zlib gives every member it writes: deflate, no name, no time, nothing said of the level. */
const memberStart = gzipSync('', { level: gzipLevel }).subarray(0, 9);

/** Length of the gzip member at the beginning of the bytes when it holds a whole record; null otherwise. */
function wholeLength(bytes: Buffer): number | null {
  // After a whole member may stand the first bytes of a torn one, too few to be found as a beginning: gunzip would take
  // them for one that is cut off and refuse the whole.
  for (let torn = 0; torn < memberStart.length && torn < bytes.length; torn++) {
    try {
      const { buffer, engine } = gunzipSync(bytes.subarray(0, bytes.length - torn), {
        info: true,
        maxOutputLength: memberBytesMax,
      }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      return parseWarcRecord(buffer) === null ? null : engine.bytesWritten;
    } catch (error) {
      // Anything but zlib's own refusals is a fault of ours.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return null;
}
