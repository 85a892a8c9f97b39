import { gunzipSync } from 'node:zlib';
import { parseHttpResponse } from '../formats/http.ts';
import { InflateBudget } from '../formats/inflate-budget.ts';
import { linesOf } from '../formats/lines.ts';
import { readWarc, type WarcLimits, type WarcRecord, warcLimits } from '../formats/warc.ts';
import type { Instant, PageHint } from '../records.ts';

/** What an import file holds: one page, one bare text, or many pages. `wacz` is a zip of WARC files. */
export type ArchiveForm = 'html' | 'dump' | 'jsonl' | 'warc' | 'wacz' | 'opml';

/**
 * Tells what a file holds by its first bytes, and by its name where they do not tell; null for what holds no pages.
 *
 * @param start first bytes of the file, gunzipped when it is packed
 */
export function archiveFormOf(name: string, start: Uint8Array): ArchiveForm | null {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, 1_024)).toString('latin1');
  const begin = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (begin.startsWith('WARC/')) return 'warc';
  if (text.startsWith('PK\u0003\u0004')) return /\.(wacz|zip)$/.test(plain) ? 'wacz' : null;
  if (/^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<opml[\s>]/i.test(begin)) return 'opml';
  const byName = Object.entries(formsByName).find(([, pattern]) => pattern.test(plain))?.[0] as ArchiveForm | undefined;
  if (byName !== undefined) return byName;
  if (begin.startsWith('{"')) return 'jsonl';
  return /^<(!doctype html|html|head|body)[\s>]/i.test(begin) ? 'html' : null;
}

const formsByName: Readonly<Partial<Record<ArchiveForm, RegExp>>> = {
  warc: /\.warc$/,
  wacz: /\.wacz$/,
  jsonl: /\.(jsonl|ndjson)$/,
  opml: /\.opml$/,
  html: /\.(html?|xhtml|shtml)$/,
  dump: /\.(txt|text)$/,
};

/** A page found in a file. */
export interface FoundPage {
  readonly url: string | null;
  readonly finalUrl: string | null;
  /** The file, and the place in it where it holds many. */
  readonly name: string;
  /** When the archive says it was received; null when it does not. */
  readonly received: Instant | null;
  readonly content: Uint8Array;
  readonly contentType: string | null;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[] | null;
  readonly hint: PageHint;
}

/** A page, or what was wrong with one item; `passed` is no page and no fault. */
export type FoundItem =
  | { readonly page: FoundPage }
  | { readonly problem: string; readonly name: string }
  | { readonly passed: string };

/** A page whose bytes are in a file of its own, named by a list. */
export interface NamedPage {
  readonly file: string;
  readonly page: Omit<FoundPage, 'content' | 'contentType'>;
}

export interface ArchiveLimits extends WarcLimits {
  /** Largest page, unpacked. */
  readonly pageBytesMax: number;
}

export const archiveLimits: ArchiveLimits = { ...warcLimits, pageBytesMax: 32 * 2 ** 20 };

/** The pages in the bytes of a file, one at a time; memory stays at one page. A fault of one item ends that item alone. */
export async function* pagesInFile(
  form: 'html' | 'dump' | 'warc',
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits = archiveLimits,
  budget: InflateBudget = new InflateBudget(),
): AsyncGenerator<FoundItem> {
  if (form === 'warc') yield* pagesInWarc(name, chunks, limits, budget);
  else yield await onePage(form, name, chunks, limits);
}

async function onePage(
  form: 'html' | 'dump',
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
): Promise<FoundItem> {
  const packed = await gathered(chunks, limits.pageBytesMax);
  const content = packed === null ? null : unpacked(packed, limits.pageBytesMax);
  if (content === null) return { name, problem: `it is larger than ${limits.pageBytesMax} bytes` };
  if (typeof content === 'string') return { name, problem: content };
  if (content.byteLength === 0) return { name, problem: 'it is empty' };
  return { page: { ...fromFile, name, content, contentType: form === 'html' ? 'text/html' : 'text/plain' } };
}

const fromFile = { url: null, finalUrl: null, received: null, status: 200, headers: null, hint: {} } as const;

async function gathered(chunks: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > bytesMax) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The bytes themselves, gunzipped when they are packed; null when that gives too many, a sentence when it cannot be done. */
function unpacked(bytes: Uint8Array, bytesMax: number): Uint8Array | string | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: bytesMax });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ERR_BUFFER_TOO_LARGE' ? null : `it is not whole gzip (${error.message})`;
  }
}

async function* pagesInWarc(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
  budget: InflateBudget,
): AsyncGenerator<FoundItem> {
  let number = 0;
  for await (const item of readWarc(chunks, limits, budget)) {
    number++;
    const place = `${name}#${number}`;
    if ('problem' in item) yield { name: place, problem: item.problem };
    else yield await pageOfRecord(item.record, place, limits, budget);
    if (!budget.isSpent) continue;
    if (!('problem' in item)) yield { name: place, problem: budget.problem };
    return;
  }
  if (number === 0) yield { name, problem: 'it is empty' };
}

async function pageOfRecord(
  { headers, block }: WarcRecord,
  name: string,
  limits: ArchiveLimits,
  budget: InflateBudget,
): Promise<FoundItem> {
  const type = headers.get('warc-type') ?? '';
  const recordType = headers.get('content-type') ?? '';
  const target = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  const url = /^https?:/i.test(target) ? target : null;
  const found = { url, finalUrl: url, name, received: instantOf(headers.get('warc-date')), hint: {} };
  if (type === 'response' && recordType.startsWith('application/http')) {
    const message = await parseHttpResponse(block, limits.pageBytesMax);
    // A body that is packed within its record comes out a second time; what could not be unpacked may have come out in full.
    if (typeof message === 'string') budget.spend(limits.pageBytesMax);
    else if (message.body.byteLength > block.byteLength) budget.spend(message.body.byteLength);
    if (typeof message === 'string') return { name: url ?? name, problem: message };
    const contentType = message.headers.get('content-type') ?? null;
    if (message.status < 200 || message.status > 299) return { passed: `status ${message.status}` };
    if (!isPage(contentType)) return { passed: contentType ?? 'no page' };
    if (message.body.byteLength === 0) return { passed: 'empty' };
    const page = { ...found, content: message.body, contentType, status: message.status };
    return { page: { ...page, headers: [...message.headers] } };
  }
  if (type !== 'resource' && type !== 'conversion') return { passed: type };
  if (!isPage(recordType) || recordType === '') return { passed: recordType };
  if (block.byteLength > limits.pageBytesMax)
    return { name: url ?? name, problem: `it is larger than ${limits.pageBytesMax} bytes` };
  return { page: { ...found, content: block, contentType: recordType, status: 200, headers: null } };
}

function isPage(contentType: string | null): boolean {
  const type = (contentType ?? '').split(';')[0].trim().toLowerCase();
  return type === '' || type === 'text/html' || type === 'application/xhtml+xml' || type === 'text/plain';
}

function instantOf(value: unknown): Instant | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** The pages in JSON lines, not packed: `{ html | text | path, url?, title?, published?, author?, received? }`, as `read --batch` takes them. */
export async function* pagesInLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits = archiveLimits,
): AsyncGenerator<FoundItem | NamedPage> {
  let number = 0;
  for await (const line of linesOf(chunks, limits.pageBytesMax)) {
    number++;
    if (line === null)
      yield { name: `${name}#${number}`, problem: `the line is longer than ${limits.pageBytesMax} bytes` };
    else if (line.trim() !== '') yield pageOfLine(line, `${name}#${number}`);
  }
  if (number === 0) yield { name, problem: 'it is empty' };
}

function pageOfLine(line: string, name: string): FoundItem | NamedPage {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { name, problem: `the line is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { name, problem: 'the line is not a JSON object' };
  const field = (key: string) => {
    const one = (value as Record<string, unknown>)[key];
    return typeof one === 'string' && one !== '' ? one : undefined;
  };
  const url = field('url') ?? null;
  if (url !== null && !/^https?:\/\//i.test(url)) return { name, problem: `"${url.slice(0, 80)}" is no web address` };
  const hint: PageHint = {
    title: field('title'),
    published: field('published'),
    author: field('author'),
    language: field('language'),
  };
  const page = { ...fromFile, url, finalUrl: url, name, received: instantOf(field('received')), hint: given(hint) };
  const [html, text, path] = [field('html'), field('text'), field('path')];
  if (html !== undefined) return { page: { ...page, contentType: 'text/html; charset=utf-8', content: encoded(html) } };
  if (text !== undefined) {
    const content = encoded(pageAround(hint.title ?? '', text));
    return { page: { ...page, contentType: 'text/html; charset=utf-8', content } };
  }
  if (path !== undefined) return { file: path, page };
  return { name, problem: 'the line has none of html, text and path' };
}

/** Without the fields that were not given: records hold no undefined. */
function given(hint: PageHint): PageHint {
  return Object.fromEntries(Object.entries(hint).filter(([, value]) => value !== undefined));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text that is an article's body already, as the plainest page that says so: all of it is the article. */
function pageAround(title: string, text: string): string {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return `<!doctype html><title>${escaped(title)}</title><article><h1>${escaped(title)}</h1>${paragraphs
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('')}</article>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
