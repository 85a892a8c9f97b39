import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Failure } from '../failures.ts';
import { httpResponseBlock, parseHttpResponse } from '../formats/http.ts';
import { parseWarcRecord, type WarcRecord, warcRecordBytes } from '../formats/warc.ts';
import type { Page, StoredAt } from '../records.ts';
import type { PageToKeep } from './pages.ts';

/** One page as one record in one gzip member. */
export function memberOf({ page, content, headers }: PageToKeep): Uint8Array {
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

/** The record that a file begins with, as a gzip member. */
export function firstMember(file: string, software: string, date: string): Uint8Array {
  return packMember(
    warcRecordBytes({
      type: 'warcinfo',
      id: `urn:watchfloor:${file}`,
      date,
      targetUri: null,
      contentType: 'application/warc-fields',
      further: [['WARC-Filename', file]],
      block: Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`),
    }),
  );
}

/** The bytes of a page as they stand in its record; they must be those that were received. */
export async function contentOf(record: WarcRecord, page: Page): Promise<Uint8Array> {
  let body = record.block;
  if (isHttp(record)) {
    const message = await parseHttpResponse(record.block, Number.MAX_SAFE_INTEGER);
    if (typeof message === 'string') throw damaged(page, message);
    body = message.body;
  }
  if (createHash('sha256').update(body).digest('hex') !== page.sha256) throw damaged(page, 'its bytes have changed');
  return body;
}

/** The headers a page came with; null when it did not come by HTTP. */
export async function headersOf(record: WarcRecord): Promise<ReadonlyMap<string, string> | null> {
  if (!isHttp(record)) return null;
  const message = await parseHttpResponse(record.block, Number.MAX_SAFE_INTEGER);
  return typeof message === 'string' ? null : message.headers;
}

function isHttp(record: WarcRecord): boolean {
  return (record.headers.get('content-type') ?? '').startsWith('application/http');
}

/** The record in the bytes that lie where a page is said to be. */
export function recordIn(member: Uint8Array, stored: StoredAt): WarcRecord | null {
  try {
    return parseWarcRecord(unpackMember(member));
  } catch (error) {
    throw new Failure('page-damaged', `The record at byte ${stored.offset} of ${stored.file} cannot be read`, {
      retry: 'never',
      advice: `Restore the file ${stored.file} of the page archive from a backup.`,
      cause: error,
    });
  }
}

function damaged(page: Page, why: string): Failure {
  return new Failure('page-damaged', `The stored page ${page.url ?? page.name ?? page.id} is damaged: ${why}`, {
    retry: 'never',
    advice: `Restore the file ${page.stored?.file} of the page archive from a backup.`,
  });
}

/**
 * Whether a name is one that a file of the archive can have: numbered ones are written in a folder, those with a time in a
 * bucket. Either place may hold both, once pages were moved from one to the other.
 */
export function isPageFile(name: string): boolean {
  return filePattern.test(name);
}

const filePattern = /^pages-(\d{6,}|\d{8}-\d{9}-[0-9a-f]{12})\.warc\.gz$/;

/** One record as a gzip member. */
function packMember(record: Uint8Array): Uint8Array {
  return gzipSync(record, { level: gzipLevel });
}

/** The record of a gzip member. Throws what zlib throws. */
function unpackMember(member: Uint8Array): Uint8Array {
  return gunzipSync(member, { maxOutputLength: memberBytesMax });
}

/** Half the time of the default level for a tenth more bytes. */
const gzipLevel = 2;
/** Largest record read back; far more than any page that is accepted. */
export const memberBytesMax = 512 * 2 ** 20;

/** The header that zlib gives every member it writes: deflate, no name, no time, nothing said of the level. */
export const memberStart: Uint8Array = gzipSync('', { level: gzipLevel }).subarray(0, 9);
