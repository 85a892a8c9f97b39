import type { Anchor } from './anchors.ts';
import type { Digest } from './digest.ts';

/** Version of the bytes: others are refused, and the article is read again instead. */
const memoryVersion = 2;

/** Writes a digest as bytes: a small JSON head, then the sketch and the terms as they are in memory. */
export function encodeDigest(digest: Digest): Uint8Array {
  const { sketch, terms, anchors, ...rest } = digest;
  const head = new TextEncoder().encode(JSON.stringify({ ...rest, anchors: anchors.map(packAnchor) }));
  const bytes = new Uint8Array(
    headerBytes + sketch.byteLength + terms.hashes.byteLength + terms.counts.byteLength + head.length,
  );
  const view = new DataView(bytes.buffer);
  view.setUint8(0, memoryVersion);
  view.setUint16(1, sketch.length, true);
  view.setUint8(3, terms.hashes.length);
  let at = headerBytes;
  for (const hash of sketch) at = put(view, at, hash);
  for (const hash of terms.hashes) at = put(view, at, hash);
  bytes.set(terms.counts, at);
  bytes.set(head, at + terms.counts.length);
  return bytes;
}

/** Reads a digest back; null when the bytes are of another version or not whole. */
export function decodeDigest(bytes: Uint8Array): Digest | null {
  if (bytes.length < headerBytes || bytes[0] !== memoryVersion) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sketchLength = view.getUint16(1, true);
  const termsLength = view.getUint8(3);
  if (bytes.length < headerBytes + 4 * sketchLength + 5 * termsLength) return null;
  let at = headerBytes;
  const take = (length: number) => {
    const from = at;
    at += 4 * length;
    return Uint32Array.from({ length }, (_, entry) => view.getUint32(from + 4 * entry, true));
  };
  const sketch = take(sketchLength);
  const hashes = take(termsLength);
  const counts = bytes.slice(at, at + termsLength);
  const head = new TextDecoder().decode(bytes.subarray(at + termsLength));
  const rest = JSON.parse(head) as Omit<Digest, 'sketch' | 'terms' | 'anchors'> & { anchors: PackedAnchor[] };
  return { ...rest, anchors: rest.anchors.map(unpackAnchor), sketch, terms: { hashes, counts } };
}

const headerBytes = 4;

function put(view: DataView, at: number, value: number): number {
  view.setUint32(at, value, true);
  return at + 4;
}

/** A sentence's hash, then text and start of each slot: end and kind follow from the text. */
type PackedAnchor = (string | number)[];

function packAnchor({ hash, slots }: Anchor): PackedAnchor {
  return [hash, ...slots.flatMap(({ text, span }) => [text, span[0]])];
}

function unpackAnchor([hash, ...packed]: PackedAnchor): Anchor {
  const slots = [];
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const text = String(packed[at]);
    const start = Number(packed[at + 1]);
    slots.push({ text, number: /^[0-9]/.test(text), span: [start, start + text.length] as const });
  }
  return { hash: Number(hash), slots };
}
