import { isAscii, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import type { Problem, Result } from '../records.ts';

/**
 * Turns the bytes of a page into text. What the page says of its encoding is believed in this order: byte order mark,
 * HTTP header, XML declaration, `<meta>`; but bytes that are valid UTF-8 and more than ASCII are UTF-8 whatever is said,
 * since no other encoding gives such bytes by chance. A wrong label shows as replacement characters: the encoding is then
 * told from the bytes, and a problem says so.
 */
export function decode(content: Uint8Array, contentType: string | null): Result<Decoded> {
  const problems: Problem[] = [];
  const note = (what: string) => problems.push({ step: 'decode', what });
  const bytes = content.length > BYTES_MAX ? content.subarray(0, BYTES_MAX) : content;
  if (bytes.length < content.length) note(`only the first ${BYTES_MAX} bytes of ${content.length} were read`);

  const marked = byteOrderMark(bytes);
  if (marked !== null) return { value: decodedAs(bytes, marked, 'mark'), problems };
  const declared = declaredEncoding(bytes, contentType, note);
  if (isAscii(bytes)) {
    // The 7-bit Japanese and Chinese encodings are ASCII bytes with escapes.
    const escaped = declared !== null && /^(iso-2022|hz)/.test(declared.encoding) && bytes.includes(0x1b);
    return { value: decodedAs(bytes, escaped ? declared.encoding : 'utf-8', 'declared'), problems };
  }
  if (isUtf8(bytes)) {
    if (bytes.includes(0)) return withoutZeros(bytes, declared?.encoding ?? null, problems);
    if (declared !== null && declared.encoding !== 'utf-8') {
      note(`declared as ${declared.encoding} (${declared.from}), but the bytes are UTF-8`);
    }
    return { value: decodedAs(bytes, 'utf-8', declared === null ? 'detected' : 'declared'), problems };
  }
  if (controlShare(bytes) > CONTROL_SHARE_MAX) return withoutZeros(bytes, declared?.encoding ?? null, problems);
  if (declared !== null) {
    const value = decodedAs(bytes, declared.encoding, 'declared');
    const broken = replacements(value.text);
    if (broken <= BROKEN_MAX || broken < value.text.length * BROKEN_SHARE_MAX) return { value, problems };
    const detected = detect(bytes);
    const other = decodedAs(bytes, detected, 'detected');
    if (replacements(other.text) * 2 < broken) {
      note(`declared as ${declared.encoding} (${declared.from}), but the bytes look like ${detected}`);
      return { value: other, problems };
    }
    return { value, problems };
  }
  const detected = detect(bytes);
  note(`no encoding declared; the bytes look like ${detected}`);
  return { value: decodedAs(bytes, detected, 'detected'), problems };
}

export interface Decoded {
  readonly text: string;
  /** Name by the Encoding Standard, lower case. */
  readonly encoding: string;
  readonly from: 'mark' | 'declared' | 'detected';
}

const BYTES_MAX = 64 * 1024 * 1024;
/** How far into a page a declaration is looked for. Browsers read 1024 bytes; pages put scripts and comments before it. */
const DECLARATION_BYTES = 64 * 1024;
const NEAR_BYTES = 4 * 1024;
/** Bytes shown to the detector: enough to be sure, few enough to be quick. */
const SAMPLE_BYTES = 64 * 1024;
/** Replacement characters that pass for noise, and their share of the text. */
const BROKEN_MAX = 8;
const BROKEN_SHARE_MAX = 0.0005;
/** Points of confidence, of a hundred, that two encodings may differ by and still be a near thing. */
const NEAR_CONFIDENCE = 20;
/** Share of bytes beyond ASCII side by side in a western text at most; in Cyrillic, Greek or Arabic nearly all of them are. */
const ADJOINING_SHARE_MAX = 0.5;
/** A page with more control characters than this is looked at again: UTF-16 without a mark, or no text. */
const CONTROL_SHARE_MAX = 0.01;

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

function declaredEncoding(bytes: Uint8Array, contentType: string | null, note: (what: string) => void) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES));
  const near = whole.toString('latin1', 0, NEAR_BYTES);
  // Nearly all pages declare it where browsers look.
  const head = near.includes('charset') || whole.length <= NEAR_BYTES ? near : whole.toString('latin1');
  const sources: readonly (readonly [from: string, label: string | undefined])[] = [
    ['header', /charset\s{0,9}=\s{0,9}["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]],
    ['XML declaration', /^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w:.-]+)/i.exec(head)?.[1]],
    ['meta', /<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]+)/i.exec(head)?.[1]],
  ];
  for (const [from, label] of sources) {
    if (label === undefined) continue;
    const encoding = standardName(label);
    // A page whose declaration could be read as ASCII is not UTF-16 (Encoding sniffing, HTML 13.2.3.2).
    if (encoding !== null) return { encoding: encoding.startsWith('utf-16') ? 'utf-8' : encoding, from };
    note(`unknown encoding "${label}" (${from})`);
  }
  return null;
}

/** The standard's name for a label; null for one it does not know. */
function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodedAs(bytes: Uint8Array, encoding: string, from: Decoded['from']): Decoded {
  // UTF-8 is nearly all there is, and Buffer reads it fastest; both put U+FFFD for what is broken.
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text =
    encoding === 'utf-8'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', marked ? 3 : 0)
      : new TextDecoder(encoding).decode(bytes);
  return { text, encoding, from };
}

function detect(bytes: Uint8Array): string {
  // The detector wants the part that is not ASCII: markup tells it nothing.
  let start = 0;
  while (start < bytes.length && bytes[start] < 0x80) start++;
  const from = Math.max(0, start - 64);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  const found = chardet.analyse(sample);
  const western = found.find(({ name }) => /^(?:ISO-8859-1|windows-1252)$/i.test(name));
  // Where it is a near thing, the encoding that browsers take for undeclared pages: if letters with accents stand alone in the text.
  const best =
    western !== undefined &&
    western.confidence + NEAR_CONFIDENCE >= found[0].confidence &&
    adjoiningShare(sample) <= ADJOINING_SHARE_MAX
      ? western
      : found[0];
  return (best === undefined ? null : standardName(best.name)) ?? 'windows-1252';
}

/** Of the bytes that are not ASCII the share that follows another one. A whole alphabet of them stands side by side. */
function adjoiningShare(bytes: Uint8Array): number {
  let count = 0;
  let adjoining = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue;
    count++;
    if (at > 0 && bytes[at - 1] >= 0x80) adjoining++;
  }
  return count === 0 ? 0 : adjoining / count;
}

function replacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** Share of control characters that no text holds. */
function controlShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  let count = 0;
  for (let at = 0; at < length; at++)
    if (bytes[at] < 9 || (bytes[at] > 13 && bytes[at] < 32 && bytes[at] !== 27)) count++;
  return count / length;
}

/** Bytes with zeros are UTF-16 without a mark, or no text at all. */
function withoutZeros(bytes: Uint8Array, declared: string | null, problems: Problem[]): Result<Decoded> {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (Math.max(even, odd) > length * 0.2 && Math.min(even, odd) < length * 0.02) {
    const encoding = even > odd ? 'utf-16be' : 'utf-16le';
    problems.push({ step: 'decode', what: `no encoding declared; the bytes look like ${encoding}` });
    return { value: decodedAs(bytes, encoding, 'detected'), problems };
  }
  if (even + odd > length * 0.01 || controlShare(bytes) > CONTROL_SHARE_MAX * 2) {
    problems.push({ step: 'decode', what: 'the bytes are no text' });
    return { value: { text: '', encoding: 'utf-8', from: 'detected' }, problems };
  }
  const decoded = decodedAs(bytes, declared ?? (isUtf8(bytes) ? 'utf-8' : detect(bytes)), 'detected');
  return { value: { ...decoded, text: decoded.text.replaceAll('\u0000', '') }, problems };
}
