/** Writes numbers and strings as bytes; equal strings are written once. What `createUnpacker` reads in the same order. */
export interface Packer {
  /** A whole number of at least 0, in as few bytes as it needs. */
  count(value: number): void;
  /** The lowest 24 or 32 bits of a hash. */
  hash24(value: number): void;
  hash32(value: number): void;
  hashes32(values: Uint32Array): void;
  bytes(values: Uint8Array): void;
  float(value: number): void;
  text(value: string | null): void;
  /** Version, strings and all that was written. Leaves the packer empty for the next. */
  finish(version: number): Uint8Array;
}

export interface Unpacker {
  count(): number;
  hash24(): number;
  hash32(): number;
  hashes32(): Uint32Array;
  bytes(): Uint8Array;
  float(): number;
  text(): string | null;
  /** How many bytes were read. */
  position(): number;
  /** False when more was read than there is: what was read then means nothing. */
  isWhole(): boolean;
}

/** An empty packer, to be used again and again. */
export function createPacker(): Packer {
  let bytes = new Uint8Array(4096);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const strings = new Map<string, number>();

  function room(needed: number): void {
    if (at + needed <= bytes.length) return;
    const wider = new Uint8Array((at + needed) * 2);
    wider.set(bytes);
    bytes = wider;
    view = new DataView(bytes.buffer);
  }

  function count(value: number): void {
    room(countBytesMax);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80;
    bytes[at++] = rest;
  }

  return {
    count,
    hash24(value) {
      room(4);
      view.setUint16(at, value, true);
      bytes[at + 2] = value >>> 16;
      at += 3;
    },
    hash32(value) {
      room(4);
      view.setUint32(at, value, true);
      at += 4;
    },
    hashes32(values) {
      count(values.length);
      room(4 * values.length);
      for (let of = 0; of < values.length; of++, at += 4) view.setUint32(at, values[of], true);
    },
    bytes(values) {
      count(values.length);
      room(values.length);
      bytes.set(values, at);
      at += values.length;
    },
    float(value) {
      room(8);
      view.setFloat64(at, value, true);
      at += 8;
    },
    text(value) {
      if (value === null) return count(0);
      let number = strings.get(value);
      if (number === undefined) {
        number = strings.size + 1;
        strings.set(value, number);
      }
      count(number);
    },
    finish(version) {
      const body = bytes.slice(0, at);
      at = 0;
      const texts = [...strings.keys()];
      strings.clear();
      const encoded = encoder.encode(texts.join(''));
      count(texts.length);
      for (const text of texts) count(text.length);
      count(encoded.length);
      const packed = new Uint8Array(1 + at + encoded.length + body.length);
      packed[0] = version;
      packed.set(bytes.subarray(0, at), 1);
      packed.set(encoded, 1 + at);
      packed.set(body, 1 + at + encoded.length);
      at = 0;
      return packed;
    },
  };
}

/** Reads what a packer wrote. */
export function createUnpacker(bytes: Uint8Array): Unpacker {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 1;
  let whole = true;

  /** Moves on by so many bytes and gives where they begin; past the end, reading goes on over zeros that are there. */
  function step(length: number): number {
    const from = at;
    at += length;
    if (at <= bytes.length) return from;
    whole = false;
    at = bytes.length;
    return -1;
  }

  function count(): number {
    let value = 0;
    let scale = 1;
    for (let length = 0; length < countBytesMax; length++) {
      const from = step(1);
      if (from < 0) return 0;
      const byte = bytes[from];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      scale *= 0x80;
    }
    return value;
  }

  const lengths: number[] = [];
  for (let left = count(); left > 0 && whole; left--) lengths.push(count());
  const encodedLength = count();
  const encodedAt = step(encodedLength);
  let texts: readonly string[] | null = null;

  /** All texts, cut apart when the first of them is asked for. */
  function allTexts(): readonly string[] {
    if (encodedAt < 0) return [];
    const all = decoder.decode(bytes.subarray(encodedAt, encodedAt + encodedLength));
    let end = 0;
    return lengths.map((length) => {
      end += length;
      return all.slice(end - length, end);
    });
  }

  return {
    count,
    hash24() {
      const from = step(3);
      return from < 0 ? 0 : view.getUint16(from, true) | (bytes[from + 2] << 16);
    },
    hash32() {
      const from = step(4);
      return from < 0 ? 0 : view.getUint32(from, true);
    },
    hashes32() {
      const length = count();
      const from = step(4 * length);
      if (from < 0) return new Uint32Array(0);
      const values = new Uint32Array(length);
      for (let of = 0; of < length; of++) values[of] = view.getUint32(from + 4 * of, true);
      return values;
    },
    bytes() {
      const length = count();
      const from = step(length);
      return from < 0 ? new Uint8Array(0) : bytes.slice(from, from + length);
    },
    float() {
      const from = step(8);
      return from < 0 ? 0 : view.getFloat64(from, true);
    },
    text() {
      const number = count();
      if (number === 0) return null;
      texts ??= allTexts();
      return texts[number - 1] ?? '';
    },
    position: () => at,
    isWhole: () => whole,
  };
}

/** Bytes of the greatest whole number, 53 bits by seven. */
const countBytesMax = 8;
const encoder = new TextEncoder();
// The bytes may begin with a mark that is part of a text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
