import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { asFailure, Failure } from '../failures.ts';
import { decode } from '../formats/decode.ts';
import { gunzipBytes, isGzip } from '../formats/inflate.ts';
import { parseHttpResponse, readWarc, type WarcRecord } from '../formats/warc.ts';
import type { Instant, PageHint } from '../records.ts';
import { readOpml, type Subscription } from '../sources/opml.ts';
import type { IncomingPage } from '../worker/receive.ts';
import { jsonLines, stringField } from './lines.ts';

/** Limits of one import. */
export const importLimits = {
  /** Bytes of one page, unpacked. A larger one is passed over with a problem. */
  pageBytesMax: 64 * 2 ** 20,
  /** Bytes of an OPML list. */
  opmlBytesMax: 32 * 2 ** 20,
  /** Entries of a WACZ looked at. */
  zipEntriesMax: 100_000,
} as const;

/** A file to be brought in: from a disk, or handed over by a browser. */
export interface ImportFile {
  readonly name: string;
  readonly from: { readonly path: string } | { readonly content: Uint8Array };
}

/** What an import holds, item by item: a page, a list of subscriptions, or what was wrong with one item. */
export type ImportItem =
  | { readonly page: Omit<IncomingPage, 'sourceId'> }
  | { readonly subscriptions: readonly Subscription[] }
  | { readonly problem: string };

/**
 * Reads one file of any kind Watchfloor takes: pages (HTML or bare text, gzipped or not), JSON lines, WARC and WACZ archives,
 * OPML lists. Memory stays at one page. Never throws for what the file holds: every fault is a problem of its item.
 */
export async function* readImport(file: ImportFile, now: Instant): AsyncGenerator<ImportItem> {
  try {
    const head = await firstBytes(file);
    if (head.length === 0) yield { problem: 'the file is empty' };
    else if (head[0] === 0x50 && head[1] === 0x4b) yield* readZip(file, now);
    else if (isWarc(file.name, head)) yield* readArchive(bytesOf(file), file.name, now);
    else if (/\.(jsonl|ndjson)(\.gz)?$/i.test(file.name)) yield* readLines(file, head, now);
    else yield* readSingle(file, now);
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'bug' && !isSystemError(thrown)) throw thrown;
    yield { problem: failure.code === 'bug' ? failure.message : `${failure.message}. ${failure.advice}` };
  }
}

function isSystemError(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown;
}

function isWarc(name: string, head: Buffer): boolean {
  return /\.warc(\.gz)?$/i.test(name) || head.toString('latin1', 0, 5) === 'WARC/';
}

function bytesOf({ from }: ImportFile): AsyncIterable<Uint8Array> {
  return 'path' in from ? createReadStream(from.path, { highWaterMark: 256 * 1024 }) : Readable.from([from.content]);
}

async function firstBytes(file: ImportFile): Promise<Buffer> {
  if ('content' in file.from) return Buffer.from(file.from.content.subarray(0, 64));
  const stream = createReadStream(file.from.path, { end: 63 });
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function wholeFile(file: ImportFile, bytesMax: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytesOf(file)) {
    length += part.byteLength;
    if (length > bytesMax) throw tooLarge(bytesMax);
    parts.push(part);
  }
  const whole = Buffer.concat(parts);
  return isGzip(whole) ? gunzipBytes(whole, bytesMax) : whole;
}

function tooLarge(bytesMax: number): Failure {
  return new Failure('too-large', `it is larger than ${bytesMax} bytes`, {
    retry: 'never',
    advice: 'It was passed over; nothing else is affected.',
  });
}

async function* readSingle(file: ImportFile, now: Instant): AsyncGenerator<ImportItem> {
  const content = await wholeFile(file, importLimits.pageBytesMax);
  const opening = Buffer.from(content.subarray(0, 2_000)).toString('utf8').trimStart();
  if (
    /\.opml(\.gz)?$/i.test(file.name) ||
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<opml[\s>]/i.test(opening)
  ) {
    if (content.byteLength > importLimits.opmlBytesMax) throw tooLarge(importLimits.opmlBytesMax);
    const { value, problems } = readOpml(decode(content, null).value.text);
    for (const { what } of problems) yield { problem: what };
    yield value instanceof Failure ? { problem: `${value.message}. ${value.advice}` } : { subscriptions: value };
    return;
  }
  if (/^<\?xml[^>]*>\s*<(rss|feed|rdf:RDF)[\s>]/i.test(opening) || /^<(rss|rdf:RDF)[\s>]/i.test(opening)) {
    yield { problem: 'this is a feed, not a page: add its address with "watchfloor add"' };
    return;
  }
  if (
    content.includes(0) &&
    !/^(\ufeff|\ufffe)/.test(Buffer.from(content.subarray(0, 2)).toString('utf16le')) &&
    looksBinary(content)
  ) {
    yield { problem: 'this is no page, list or archive that can be read' };
    return;
  }
  yield { page: pageOf({ name: file.name, content, received: now, contentType: typeOf(file.name) }) };
}

/** Many zero bytes in the beginning: a picture, a program. UTF-16 has them too, at every other place and no others. */
function looksBinary(content: Uint8Array): boolean {
  let [even, odd] = [0, 0];
  for (let at = 0; at < Math.min(content.length, 4_000); at++) if (content[at] === 0) at % 2 === 0 ? even++ : odd++;
  return even > 0 && odd > 0;
}

function typeOf(name: string): string | null {
  if (/\.(txt|text|md)(\.gz)?$/i.test(name)) return 'text/plain';
  return /\.(html?|xhtml)(\.gz)?$/i.test(name) ? 'text/html' : null;
}

type Known = Pick<IncomingPage, 'content' | 'received' | 'contentType'> & Partial<Omit<IncomingPage, 'sourceId'>>;

function pageOf(known: Known): Omit<IncomingPage, 'sourceId'> {
  return { url: null, finalUrl: null, name: null, status: 200, headers: null, hint: {}, ...known };
}

/** JSON lines: `{url?, html | text, title?, published?, received?, author?, language?}`. Files are not opened by name here: a line may come from anywhere. */
async function* readLines(file: ImportFile, head: Buffer, now: Instant): AsyncGenerator<ImportItem> {
  const bytes = Readable.from(bytesOf(file));
  const input = isGzip(head) ? bytes.pipe(createGunzip()) : bytes;
  for await (const { line, value, fault } of jsonLines(input)) {
    try {
      if (value === null) throw new TypeError(fault ?? 'not readable');
      const html = stringField(value, 'html');
      const text = stringField(value, 'text');
      const url = stringField(value, 'url');
      const content = html ?? text;
      if (content === null) throw new TypeError('a line needs "html" or "text"');
      if (url !== null && !(URL.canParse(url) && /^https?:/i.test(url)))
        throw new TypeError(`"url" is no web address: ${url.slice(0, 200)}`);
      const received = stringField(value, 'received');
      yield {
        page: pageOf({
          content: Buffer.from(content),
          url,
          finalUrl: url,
          name: `${file.name}#${stringField(value, 'id') ?? line}`,
          contentType: html === null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
          received: received !== null && !Number.isNaN(Date.parse(received)) ? new Date(received).toISOString() : now,
          hint: hintOf(value),
        }),
      };
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
      yield { problem: `line ${line}: ${thrown.message}` };
    }
  }
}

function hintOf(value: Record<string, unknown>): PageHint {
  const hint: Record<string, string> = {};
  for (const name of ['title', 'published', 'author', 'language'] as const) {
    const given = stringField(value, name);
    if (given !== null) hint[name] = given;
  }
  return hint;
}

/** The HTML and text responses of a web archive, in its order. Requests, pictures and redirects are passed over in silence. */
async function* readArchive(chunks: AsyncIterable<Uint8Array>, name: string, now: Instant): AsyncGenerator<ImportItem> {
  let number = 0;
  for await (const item of readWarc(chunks)) {
    number++;
    if ('problem' in item) {
      yield { problem: `record ${number}: ${item.problem}` };
      continue;
    }
    const page = pageOfRecord(item.record, `${name}#${number}`, now);
    if (page !== null) yield typeof page === 'string' ? { problem: `record ${number}: ${page}` } : { page };
  }
}

function pageOfRecord(
  { headers, block }: WarcRecord,
  name: string,
  now: Instant,
): Omit<IncomingPage, 'sourceId'> | string | null {
  const type = headers.get('warc-type');
  if (type !== 'response' && type !== 'resource') return null;
  const target = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  const url = /^https?:/i.test(target) && URL.canParse(target) ? target : null;
  if (type === 'response' && url === null) return null;
  const date = headers.get('warc-date') ?? '';
  const received = Number.isNaN(Date.parse(date)) ? now : new Date(date).toISOString();
  if (type === 'resource') {
    const contentType = headers.get('content-type') ?? null;
    return isPageType(contentType) ? pageOf({ content: block, url, finalUrl: url, name, contentType, received }) : null;
  }
  if (!/^application\/http/i.test(headers.get('content-type') ?? 'application/http')) return null;
  const message = parseHttpResponse(block, importLimits.pageBytesMax);
  if (typeof message === 'string') return message;
  const contentType = message.headers.get('content-type') ?? null;
  if (message.status !== 200 || message.body.byteLength === 0 || !isPageType(contentType)) return null;
  // The body is kept unpacked, so the headers that spoke of its packing no longer hold.
  const kept = [...message.headers].filter(
    ([header]) => !/^(content-encoding|transfer-encoding|content-length)$/.test(header),
  );
  return pageOf({ content: message.body, url, finalUrl: url, name, contentType, received, headers: kept });
}

function isPageType(contentType: string | null): boolean {
  return contentType === null || /^\s*(text\/(html|plain)|application\/xhtml)/i.test(contentType);
}

/** A WACZ (or any ZIP): its WARC files, then nothing else. Names in it are never used as paths. */
async function* readZip(file: ImportFile, now: Instant): AsyncGenerator<ImportItem> {
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true } as const;
  const zip: ZipFile = await ('path' in file.from
    ? openPromise(file.from.path, options)
    : fromBufferPromise(Buffer.from(file.from.content), options)
  ).catch((thrown: unknown) => {
    throw new Failure('bad-archive', `the ZIP cannot be read (${thrown instanceof Error ? thrown.message : thrown})`, {
      retry: 'never',
      advice: 'Fetch or copy it again.',
      cause: thrown,
    });
  });
  let archives = 0;
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (++entries > importLimits.zipEntriesMax) {
        yield { problem: `more than ${importLimits.zipEntriesMax} entries: the rest was passed over` };
        break;
      }
      if (!/\.warc(\.gz)?$/i.test(entry.fileName)) continue;
      archives++;
      yield* readArchive(
        Readable.from(await zip.openReadStreamPromise(entry as Entry)),
        `${file.name}/${entry.fileName}`,
        now,
      );
    }
  } catch (thrown) {
    yield { problem: `the ZIP cannot be read on (${thrown instanceof Error ? thrown.message : thrown})` };
  } finally {
    zip.close();
  }
  if (archives === 0) yield { problem: 'the ZIP holds no web archive (.warc or .warc.gz)' };
}
