import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, gunzipSync, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { Failure } from '../failures.ts';

/**
 * Undoes the content codings of a body, last one first, off the main thread, with a limit on what may come out: a bomb is
 * stopped at `bytesMax` and never held whole. Throws `Failure` for a bomb, broken data and unknown codings.
 *
 * @param codings value of Content-Encoding; null or empty for none
 */
export async function inflateBody(body: Uint8Array, codings: string | null, bytesMax: number): Promise<Uint8Array> {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > CODINGS_MAX) throw broken(`${names.length} codings over each other`);
  let content = body;
  for (const name of names.reverse()) {
    const undo = decoders.get(name);
    if (undo === undefined) {
      throw new Failure('coding-unknown', `the answer is packed as "${name.slice(0, 40)}", which was not asked for`, {
        retry: 'never',
        advice: 'The server is set up wrongly. Try the address in a browser, or another address of the same source.',
      });
    }
    // An empty body with a coding label is common and harmless (304, HEAD, empty pages).
    if (content.length === 0) return content;
    content = await undo(content, bytesMax).catch((thrown: unknown) => {
      throw explain(thrown, bytesMax);
    });
  }
  return content;
}

/** True for bytes that begin as a gzip member. */
export function isGzip(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b && content[2] === 0x08;
}

/** Unpacks gzip bytes at once, up to a limit: for files and sitemaps that are gzip themselves. Throws `Failure`. */
export function gunzipBytes(content: Uint8Array, bytesMax: number): Uint8Array {
  try {
    return gunzipSync(content, { maxOutputLength: bytesMax });
  } catch (thrown) {
    throw explain(thrown, bytesMax);
  }
}

const CODINGS_MAX = 3;

type Decoder = (content: Uint8Array, maxOutputLength: number) => Promise<Uint8Array>;

const unzip = promisify(gunzip);
const unbrotli = promisify(brotliDecompress);
const unzstd = promisify(zstdDecompress);
const undeflate = promisify(inflate);
const undeflateRaw = promisify(inflateRaw);

const decoders = new Map<string, Decoder>([
  ['gzip', (content, maxOutputLength) => unzip(content, { maxOutputLength })],
  ['x-gzip', (content, maxOutputLength) => unzip(content, { maxOutputLength })],
  ['br', (content, maxOutputLength) => unbrotli(content, { maxOutputLength })],
  ['zstd', (content, maxOutputLength) => unzstd(content, { maxOutputLength, params: windowLimit })],
  // "deflate" means the zlib form, but some servers send the raw one: the first byte tells.
  [
    'deflate',
    (content, maxOutputLength) =>
      (content[0] & 0x0f) === 8 ? undeflate(content, { maxOutputLength }) : undeflateRaw(content, { maxOutputLength }),
  ],
]);

/** RFC 9659: a zstd window on the web is at most 8 MB, so that a header cannot ask for gigabytes. */
const windowLimit = { [constants.ZSTD_d_windowLogMax]: 23 };

function explain(thrown: unknown, bytesMax: number): Failure {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    return new Failure('body-inflates-too-far', `the answer unpacks to more than ${megabytes(bytesMax)}`, {
      retry: 'never',
      advice:
        'This looks like a compression bomb, or is no page. Leave it out, or raise WATCHFLOOR_FETCH_BODY_BYTES_MAX.',
      cause: thrown,
    });
  }
  return broken(thrown instanceof Error ? thrown.message : String(thrown), thrown);
}

function broken(what: string, cause?: unknown): Failure {
  return new Failure('body-broken', `the answer could not be unpacked: ${what}`, {
    retry: 'later',
    advice:
      'The answer was damaged or cut on the way. It is tried again; if it stays so, the server is set up wrongly.',
    cause,
  });
}

function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${bytes} bytes`;
}
