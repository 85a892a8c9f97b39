import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failures.ts';
import { httpResponseBlock, parseHttpResponse } from '../formats/http.ts';
import { parseWarcRecord, warcRecordBytes } from '../formats/warc.ts';
import type { Page, StoredAt } from '../records.ts';
import {
  holdFile,
  isMarked,
  isPageFile,
  type Mended,
  mendAbandoned,
  type PageFile,
  packMember,
  pageFiles,
  unpackMember,
} from './page-files.ts';

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
  readonly mended: readonly Mended[];
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
 * write to one folder, on several machines too: each holds a file of its own by a marker beside it. A file whose writer died is
 * looked at when it is next held, and what the crash tore off its last record is cut away, so that other tools can read it to
 * the end.
 */
export function openPageArchive({
  folder,
  fileBytesMax = 64 * 2 ** 20,
  software = 'Watchfloor',
}: PageArchiveOptions): PageArchive {
  mkdirSync(folder, { recursive: true });
  const mended: Mended[] = [];
  mendAbandoned(folder, mended);
  let writer: PageFile | null = null;

  const read = (stored: StoredAt | null) => (stored === null ? null : readMember(folder, stored));

  return {
    mended,
    keep(pages) {
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
      for (const file of pageFiles(folder)) {
        if (used.has(file) || file === writer?.file || isMarked(folder, file)) continue;
        rmSync(join(folder, file));
        gone.push(file);
      }
      return gone;
    },
    bytes() {
      return pageFiles(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
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
  return packMember(record);
}

function readMember(folder: string, stored: StoredAt) {
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
  try {
    return parseWarcRecord(unpackMember(bytes));
  } catch (error) {
    throw new Failure('page-damaged', `The record at byte ${stored.offset} of ${stored.file} cannot be read`, {
      retry: 'never',
      advice: `Restore the file ${stored.file} of the page folder from a backup.`,
      cause: error,
    });
  }
}
