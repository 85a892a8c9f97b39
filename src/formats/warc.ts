import {
  brotliDecompressSync,
  createGunzip,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';

/**
 * WARC 1.1 (ISO 28500:2017): records to bytes and back, over bytes and streams alone. What is read is limited in every
 * direction: a record too large, an archive cut short or a bomb ends as a problem of that item.
 */

/** A record as it stands in an archive: its own headers, and the block they describe. */
export interface WarcRecord {
  /** Header names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
}

export interface NewWarcRecord {
  readonly type: 'warcinfo' | 'response' | 'resource';
  /** `urn:uuid:…` or another URI, without brackets. */
  readonly id: string;
  readonly date: string;
  readonly targetUri: string | null;
  readonly contentType: string;
  /** Further headers, written as given. */
  readonly further?: readonly (readonly [string, string])[];
  readonly block: Uint8Array;
}

/** The bytes of a record, not compressed. Line breaks in values become spaces: a header must not be able to end itself. */
export function warcRecordBytes(record: NewWarcRecord): Uint8Array {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${record.type}`,
    `WARC-Record-ID: <${record.id}>`,
    `WARC-Date: ${record.date}`,
    ...(record.targetUri === null ? [] : [`WARC-Target-URI: ${oneLine(record.targetUri)}`]),
    ...(record.further ?? []).map(([name, value]) => `${name}: ${oneLine(value)}`),
    `Content-Type: ${oneLine(record.contentType)}`,
    `Content-Length: ${record.block.byteLength}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8'), record.block, recordEnd]);
}

const recordEnd = Buffer.from('\r\n\r\n');

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, ' ');
}

/** The block of a response record: status line, headers, body. */
export function httpResponseBlock(
  status: number,
  headers: readonly (readonly [string, string])[],
  body: Uint8Array,
): Uint8Array {
  const lines = [`HTTP/1.1 ${status} ${statusWords[status] ?? 'Answer'}`];
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (lower === 'content-length') continue;
    // The body is kept decoded. A reader that trusted the sender's encoding would decode it again.
    const kept = lower === 'content-encoding' || lower === 'transfer-encoding' ? `X-Archive-Orig-${name}` : name;
    lines.push(`${kept.replace(/[^\x21-\x39\x3b-\x7e]/g, '')}: ${oneLine(value)}`);
  }
  lines.push(`Content-Length: ${body.byteLength}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

const statusWords: Readonly<Record<number, string>> = {
  200: 'OK',
  203: 'Non-Authoritative Information',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  451: 'Unavailable For Legal Reasons',
};

/** Reads the one record in the bytes; null when they hold no whole record. */
export function parseWarcRecord(bytes: Uint8Array): WarcRecord | null {
  const head = parseHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (head === null || head === 'more' || bytes.byteLength < head.start + head.length) return null;
  return { headers: head.headers, block: bytes.subarray(head.start, head.start + head.length) };
}

export interface HttpMessage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Takes an HTTP response apart and undoes its transfer and content encodings; a sentence when that cannot be done. */
export function parseHttpResponse(block: Uint8Array, bodyBytesMax: number): HttpMessage | string {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const window = bytes.subarray(0, headBytesMax);
  const marks = ['\r\n\r\n', '\n\n'].map((mark) => ({ at: window.indexOf(mark), length: mark.length }));
  const end = marks.filter((mark) => mark.at >= 0).sort((a, b) => a.at - b.at)[0];
  if (end === undefined) return 'its HTTP headers have no end';
  const [first, ...lines] = bytes.toString('latin1', 0, end.at).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/.exec(first);
  if (status === null) return 'it does not begin with an HTTP status line';
  const headers = headersOf(lines);
  let body: Uint8Array = bytes.subarray(end.at + end.length);
  if (/\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')) body = joinChunks(body);
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(/[\s,]+/);
  for (const coding of codings
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
    .slice(0, codingsMax)) {
    const decoded = decodeContent(coding, body, bodyBytesMax);
    if (typeof decoded === 'string') return decoded;
    body = decoded;
  }
  if (body.byteLength > bodyBytesMax) return `its body has ${body.byteLength} bytes, more than ${bodyBytesMax}`;
  return { status: Number(status[1]), headers, body };
}

/** Encodings laid one over another that are undone. */
const codingsMax = 3;

function decodeContent(coding: string, body: Uint8Array, bytesMax: number): Uint8Array | string {
  const options = { maxOutputLength: bytesMax };
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        // Some archives kept the header although they kept the body decoded.
        return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, options) : body;
      case 'deflate':
        // RFC 9110 means zlib; many servers send it raw.
        return (body[0] & 0x0f) === 8 && ((body[0] << 8) | body[1]) % 31 === 0
          ? inflateSync(body, options)
          : inflateRawSync(body, options);
      case 'br':
        return brotliDecompressSync(body, options);
      case 'zstd':
        return zstdDecompressSync(body, options);
      default:
        return `its content encoding "${coding.slice(0, 40)}" is not known`;
    }
  } catch (error) {
    return isTooLarge(error)
      ? `its body is larger than ${bytesMax} bytes when unpacked`
      : `its ${coding} body is damaged (${messageOf(error)})`;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Joins an HTTP/1.1 chunked body. One that is not chunked after all, as some archives keep it, stays as it is. */
function joinChunks(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size =
      lineEnd < 0 || lineEnd - at > 1_000 ? null : /^\s*([0-9a-f]{1,8})/i.exec(bytes.toString('latin1', at, lineEnd));
    if (size === null) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size[1], 16);
    if (length === 0) break;
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

export interface WarcLimits {
  /** Largest block that is given; larger ones are passed over with a problem. */
  readonly recordBytesMax: number;
  /** Largest block that is passed over; one that claims more ends the reading. */
  readonly skipBytesMax: number;
}

export const warcLimits: WarcLimits = { recordBytesMax: 64 * 2 ** 20, skipBytesMax: 2 ** 30 };

/** A record, or what was wrong at that place of the archive. */
export type WarcItem = { readonly record: WarcRecord } | { readonly problem: string };

/**
 * Reads all records of an archive as its bytes come, compressed or not. Memory stays at one record. Never throws for what
 * the bytes hold; a failure of the source itself is passed on.
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  limits: WarcLimits = warcLimits,
): AsyncGenerator<WarcItem> {
  const input = new Pull(chunks);
  await input.fill(2);
  const gzip = input.peek(0) === 0x1f && input.peek(1) === 0x8b;
  const source = gzip ? new Pull(inflated(input)) : input;
  for (;;) {
    const item = await nextItem(source, limits);
    if (item === null) return;
    yield item;
    if ('problem' in item && source.ended) return;
  }
}

/** The bytes of all gzip members as they come out. A damaged or cut stream gives what came before, then throws `Unreadable`. */
async function* inflated(input: Pull): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let fed = 0;
  const feed = async () => {
    for await (const chunk of input.rest()) {
      fed += chunk.byteLength;
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve).once('close', resolve));
    }
    gunzip.end();
  };
  let sourceFault: unknown = null;
  const feeding = feed().catch((error) => {
    sourceFault = error;
    gunzip.destroy();
  });
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    if (sourceFault !== null) throw sourceFault;
    throw new Unreadable(`the compressed data is cut off or damaged (${messageOf(error)})`);
  } finally {
    gunzip.destroy();
  }
  await feeding;
  if (gunzip.bytesWritten < fed) throw new Unreadable(`the last ${fed - gunzip.bytesWritten} bytes are not readable`);
}

/** Thrown inside this file when a stream cannot be read on; ends as a problem. */
class Unreadable extends Error {}

async function nextItem(source: Pull, limits: WarcLimits): Promise<WarcItem | null> {
  try {
    return await readItem(source, limits);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    source.ended = true;
    return { problem: error.message };
  }
}

async function readItem(source: Pull, limits: WarcLimits): Promise<WarcItem | null> {
  await source.skipBlank();
  if (source.length === 0) return null;
  let head = parseHead(source.view());
  while (head === 'more' && (await source.fill(source.length + 1))) head = parseHead(source.view());
  if (head === null || head === 'more') {
    source.ended = true;
    return { problem: head === null ? 'this is not a WARC record' : 'a record ends within its headers' };
  }
  if (head.length > limits.skipBytesMax) {
    source.ended = true;
    return { problem: `a record claims ${head.length} bytes, more than can be passed over` };
  }
  source.take(head.start);
  if (head.length > limits.recordBytesMax) {
    const skipped = await source.skip(head.length);
    if (!skipped) source.ended = true;
    return { problem: `a record of ${head.length} bytes was passed over: more than ${limits.recordBytesMax}` };
  }
  if (!(await source.fill(head.length))) {
    source.ended = true;
    return { problem: `the archive ends within a record: ${source.length} of ${head.length} bytes are there` };
  }
  return { record: { headers: head.headers, block: source.take(head.length) } };
}

interface Head {
  readonly headers: ReadonlyMap<string, string>;
  /** Where the block begins and how long it is. */
  readonly start: number;
  readonly length: number;
}

const headBytesMax = 64 * 1024;

/** Reads version line and headers. `more` when they go on past the bytes at hand; null when this is no record. */
function parseHead(bytes: Buffer): Head | 'more' | null {
  const begins = bytes.toString('latin1', 0, Math.min(bytes.length, 5));
  if (!'WARC/'.startsWith(begins)) return null;
  const end = bytes.subarray(0, headBytesMax).indexOf('\r\n\r\n');
  if (end < 0) return bytes.length >= headBytesMax ? null : 'more';
  const [version, ...lines] = bytes.toString('utf8', 0, end).split('\r\n');
  if (!/^WARC\/\d/.test(version)) return null;
  const headers = headersOf(lines);
  const length = Number(headers.get('content-length'));
  if (!Number.isSafeInteger(length) || length < 0) return null;
  return { headers, start: end + 4, length };
}

function headersOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== null) {
      headers.set(last, `${headers.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
  }
  return headers;
}

/** Bytes pulled from a source as they are needed. */
class Pull {
  readonly #source: AsyncIterator<Uint8Array>;
  #parts: Buffer[] = [];
  length = 0;
  ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Pulls until so many bytes are there; false when the source ends before. */
  async fill(bytes: number): Promise<boolean> {
    while (this.length < bytes && !this.ended) {
      const { value, done } = await this.#source.next();
      if (done) this.ended = true;
      else if (value.byteLength > 0) {
        this.#parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
        this.length += value.byteLength;
      }
    }
    return this.length >= bytes;
  }

  /** All bytes at hand. */
  view(): Buffer {
    if (this.#parts.length > 1) this.#parts = [Buffer.concat(this.#parts)];
    return this.#parts[0] ?? Buffer.alloc(0);
  }

  peek(at: number): number {
    return this.view()[at] ?? -1;
  }

  take(bytes: number): Buffer {
    const view = this.view();
    const taken = view.subarray(0, bytes);
    this.#parts = view.length > bytes ? [view.subarray(bytes)] : [];
    this.length = Math.max(0, view.length - bytes);
    return taken;
  }

  /** Passes over bytes without holding them. */
  async skip(bytes: number): Promise<boolean> {
    let left = bytes;
    while (left > 0) {
      if (this.length === 0 && !(await this.fill(1))) return false;
      const now = Math.min(left, this.length);
      this.take(now);
      left -= now;
    }
    return true;
  }

  async skipBlank(): Promise<void> {
    while (await this.fill(1)) {
      const view = this.view();
      let at = 0;
      while (at < view.length && (view[at] === 0x0d || view[at] === 0x0a)) at++;
      this.take(at);
      if (this.length > 0) return;
    }
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    if (this.length > 0) yield this.take(this.length);
    for (;;) {
      const { value, done } = await this.#source.next();
      if (done) return;
      yield value;
    }
  }
}
