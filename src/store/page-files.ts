import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asFailure, Failure, isOutage } from '../failures.ts';
import { parseWarcRecord } from '../formats/warc.ts';
import { firstMember, isPageFile, memberBytesMax, memberStart } from './page-records.ts';

/** The newest file with room that nobody holds, or a new one. */
export function holdFile(
  folder: string,
  fileBytesMax: number,
  software: string,
  date: string,
  mended: Mended[],
): PageFile {
  // Those that came from a bucket are never written on.
  const files = pageFiles(folder).filter((name) => numberedPattern.test(name));
  const last = files[files.length - 1];
  if (last !== undefined && statSync(join(folder, last)).size < fileBytesMax && hold(folder, last)) {
    const bytes = cutTornTail(join(folder, last));
    if (bytes > 0) mended.push({ file: last, bytes });
    return new PageFile(folder, last, software, date);
  }
  const first = last === undefined ? 1 : Number(numberedPattern.exec(last)![1]) + 1;
  for (let number = first; number < first + filesTriedMax; number++) {
    const file = `pages-${String(number).padStart(6, '0')}.warc.gz`;
    if (existsSync(join(folder, file)) || !hold(folder, file)) continue;
    return new PageFile(folder, file, software, date);
  }
  throw new Failure('page-folder-busy', `No file could be begun in the page folder ${folder}`, {
    retry: 'later',
    advice: 'Look for other Watchfloor processes that use this data folder.',
  });
}

/** A file whose last record was torn by a crash, and how many bytes were cut off. */
export interface Mended {
  readonly file: string;
  readonly bytes: number;
}

/** Looks at each file whose writer died and cuts off what the crash left of an unfinished record. */
export function mendAbandoned(folder: string, mended: Mended[]): void {
  for (const file of pageFiles(folder)) {
    const marker = markerOf(folder, file);
    if (!existsSync(marker) || isAlive(folder, file) || !hold(folder, file)) continue;
    const bytes = cutTornTail(join(folder, file));
    if (bytes > 0) mended.push({ file, bytes });
    release(folder, file);
  }
}

/** Names of the files of a page folder, oldest first. */
export function pageFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter(isPageFile)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** Whether a file is marked as being written, by a living process or by a dead one of this machine. */
export function isMarked(folder: string, file: string): boolean {
  const marker = markerOf(folder, file);
  if (!existsSync(marker)) return false;
  const [, on] = readFileSync(marker, 'utf8').split(' ');
  return on === undefined || on === machine || isAlive(folder, file);
}

const numberedPattern = /^pages-(\d{6,})\.warc\.gz$/;

/** File names tried before the folder is called busy. */
const filesTriedMax = 1_000;

/** A file that this process holds and appends to. */
export class PageFile {
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
      this.append(firstMember(file, software, date));
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
      // A full disk is no fault of this page: work rests until there is room.
      if (isOutage(asFailure(error))) throw asFailure(error);
      throw new Failure('page-not-kept', `A page could not be written to ${this.file}`, {
        retry: 'stop',
        advice: 'Make room on the disk of the data folder, or check that it can be written.',
        cause: error,
      });
    }
    this.size += bytes.byteLength;
    return offset;
  }

  /** Whether it is still ours: after hours without a page, another machine may have taken it for abandoned. */
  isHeld(): boolean {
    const path = join(this.#folder, this.file);
    if (idleSeconds(path) < abandonedSeconds / 4) return true;
    const now = new Date();
    if (existsSync(path)) utimesSync(path, now, now);
    const marker = markerOf(this.#folder, this.file);
    return existsSync(path) && existsSync(marker) && readFileSync(marker, 'utf8') === mark;
  }

  sync(): void {
    fdatasyncSync(this.#handle);
  }

  /** Leaves it to who took it. */
  leave(): void {
    closeSync(this.#handle);
    held.delete(markerOf(this.#folder, this.file));
  }

  close(): void {
    closeSync(this.#handle);
    release(this.#folder, this.file);
  }
}

/** Told apart from other machines, and from other containers, whose processes bear the same numbers. */
const machine = hostname();

/** What the marker of a file says that this process writes. */
const mark = `${process.pid} ${machine}`;

/** A file of another machine to which nothing was written for so long has no writer any more. */
const abandonedSeconds = 4 * 3600;

function idleSeconds(path: string): number {
  return existsSync(path) ? (Date.now() - statSync(path).mtimeMs) / 1000 : Number.POSITIVE_INFINITY;
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
      writeSync(handle, mark);
      closeSync(handle);
      held.add(marker);
      return true;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      if (isAlive(folder, file)) return false;
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

function isAlive(folder: string, file: string): boolean {
  const marker = markerOf(folder, file);
  let pid: number;
  let on: string | undefined;
  try {
    const [number, name] = readFileSync(marker, 'utf8').split(' ');
    pid = Number(number);
    on = name;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
  // Whether a process of another machine or container lives cannot be seen from here; but it would not write on by now.
  if (on !== undefined && on !== machine) return idleSeconds(join(folder, file)) < abandonedSeconds;
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
