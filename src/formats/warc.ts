import { createGunzip } from 'node:zlib';
import { headersOf, oneLine } from './http.ts';
import { InflateBudget } from './inflate-budget.ts';

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

/** Reads the one record in the bytes; null when they hold no whole record. */
export function parseWarcRecord(bytes: Uint8Array): WarcRecord | null {
  const head = parseHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (head === null || head === 'more' || bytes.byteLength < head.start + head.length) return null;
  return { headers: head.headers, block: bytes.subarray(head.start, head.start + head.length) };
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
  budget: InflateBudget = new InflateBudget(),
): AsyncGenerator<WarcItem> {
  const input = new Pull(chunks);
  await input.fill(2);
  const gzip = input.peek(0) === 0x1f && input.peek(1) === 0x8b;
  const unpacking = gzip ? inflated(input, budget) : null;
  const source = unpacking === null ? input : new Pull(unpacking);
  try {
    for (;;) {
      const item = await nextItem(source, limits);
      if (item === null) return;
      yield item;
      if ('problem' in item && source.ended) return;
    }
  } finally {
    // Whoever has read enough leaves nothing open behind.
    await unpacking?.return(undefined);
  }
}

/** The bytes of all gzip members as they come out. A damaged or cut stream gives what came before, then throws `Unreadable`. */
async function* inflated(input: Pull, budget: InflateBudget): AsyncGenerator<Uint8Array> {
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
    for await (const chunk of gunzip) {
      if (budget.spend((chunk as Uint8Array).byteLength)) throw new Unreadable(budget.problem);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
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
  const written = headers.get('content-length') ?? '';
  const length = Number(written);
  // Digits alone: what else `Number` takes, another reader of the same archive would read otherwise.
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(length)) return null;
  return { headers, start: end + 4, length };
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
