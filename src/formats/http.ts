import { Failure } from '../failures.ts';
import { inflateBody, isGzip } from './inflate.ts';

export interface HttpMessage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Takes an HTTP response apart and undoes its transfer and content encodings; a sentence when that cannot be done. */
export async function parseHttpResponse(block: Uint8Array, bodyBytesMax: number): Promise<HttpMessage | string> {
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
  const codings = headers.get('content-encoding') ?? null;
  // Some archives kept the header although they kept the body decoded.
  if (codings !== null && (isGzip(body) || !/^\s*(x-)?gzip\s*$/i.test(codings))) {
    try {
      body = await inflateBody(body, codings, bodyBytesMax);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.message;
    }
  }
  if (body.byteLength > bodyBytesMax) return `its body has ${body.byteLength} bytes, more than ${bodyBytesMax}`;
  return { status: Number(status[1]), headers, body };
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

/** A header value on one line: it must not be able to end itself. */
export function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, ' ');
}

/** Header lines by lower-case name, folded lines joined, the first of a name kept. */
export function headersOf(lines: readonly string[]): ReadonlyMap<string, string> {
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

const headBytesMax = 64 * 1024;
