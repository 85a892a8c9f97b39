import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A record as compressed JSON. Level 1: a third of the size for about 25 microseconds an article. */
export function pack(value: unknown): Uint8Array {
  return packBytes(Buffer.from(JSON.stringify(value)));
}

/** Bytes, compressed. */
export function packBytes(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

/** The record that `pack` was given. */
export function unpack<T>(packed: Uint8Array): T {
  return JSON.parse(Buffer.from(unpackBytes(packed)).toString('utf8')) as T;
}

/** The bytes that `packBytes` was given. */
export function unpackBytes(packed: Uint8Array): Uint8Array {
  return zstdDecompressSync(packed);
}
