import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type ExtractInput, extract } from '../extract/extract.ts';
import { articleOfText } from '../extract/plain.ts';
import { Failure } from '../failures.ts';
import { read } from '../read/read.ts';
import type { PageHint, Problem, Reading, Trace } from '../records.ts';
import { recordId, sha256 } from '../text/hash.ts';
import { type FacePage, faceOf } from './face.ts';

/** Most bytes of a page file, gunzipped: a page past it is refused, not cut. */
const pageFileBytesMax = 100_000_000;

/** A page to read at the command line, with what the caller knows of it. */
export interface PageToRead {
  readonly content: Uint8Array | string;
  /** `text` is an article's body already: it is taken as it is. */
  readonly form: 'page' | 'text';
  readonly url: string | null;
  readonly contentType: string | null;
  readonly received: string;
  readonly hint: PageHint;
}

export interface PageRead {
  readonly page: FacePage;
  readonly reading: Reading;
  readonly problems: readonly Problem[];
  readonly trace: readonly Trace[];
}

/** Extracts and reads one page, without store or network. */
export function readPage(page: PageToRead, explain = false): PageRead {
  const hash = sha256(page.content);
  const pageId = recordId('page', page.url, hash);
  const face: FacePage = { url: page.url, received: page.received, sha256: hash };
  const extracted =
    page.form === 'text'
      ? articleOfText(String(page.content), { pageId, url: page.url, hint: page.hint })
      : extract(inputOf(page, pageId), { explain });
  const { article, leads, trace } = extracted.value;
  const empty: Problem[] = page.content.length === 0 ? [{ step: 'input', what: 'the page is empty' }] : [];
  const result = read(article, leads, { explain });
  return {
    page: face,
    reading: result.value.reading,
    problems: [...empty, ...extracted.problems, ...result.problems],
    trace: [...trace, ...result.value.trace],
  };
}

/** The JSON face of a page that was read. */
export function faceOfPage(read: PageRead, explain = false): object {
  return faceOf(read.page, read.reading, read.problems, explain ? read.trace : undefined);
}

function inputOf(page: PageToRead, pageId: string): ExtractInput {
  const { content, contentType, url, received, hint } = page;
  return { pageId, content, contentType, url, form: 'auto', received, hint };
}

/** The bytes of a page file, gunzipped where they are gzip, whatever its name. Failures say which file and what to do. */
export async function readPageFile(path: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw noInput(path, cause);
  }
  return unpacked(bytes, path);
}

/** The same for bytes that came another way; `name` is what a failure calls them. */
export function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: pageFileBytesMax });
  } catch (cause) {
    const bomb = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Failure(
      'bad-page',
      bomb ? `${name} inflates to more than ${pageFileBytesMax} bytes` : `${name} is not whole gzip`,
      {
        retry: 'never',
        advice: bomb ? 'It is refused; unpack it yourself if you trust it.' : 'Fetch or copy the file again.',
        cause,
      },
    );
  }
}

function noInput(path: string, cause: unknown): Failure {
  const code = (cause as NodeJS.ErrnoException).code;
  const what =
    code === 'ENOENT'
      ? 'there is no file'
      : code === 'EISDIR'
        ? 'this is a folder'
        : code === 'EACCES'
          ? 'no right to read'
          : 'cannot read';
  const advice = code === 'EISDIR' ? 'Use "watchfloor import" for folders.' : 'Check the path.';
  return new Failure('no-input', `${what}: ${path}`, { retry: 'never', advice, cause });
}
