/** Bytes of a block: headers are one, contents are padded to whole ones (POSIX.1-2017, pax, "ustar Interchange Format"). */
export const tarBlockBytes = 512;

/** The header of a regular file. Names of up to 100 ASCII characters: all that a backup holds. */
export function tarHeader(name: string, size: number, modifiedSeconds: number): Uint8Array {
  const block = Buffer.alloc(tarBlockBytes);
  block.write(name, 0, 100, 'latin1');
  block.write('0000600\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  if (size < OCTAL_SIZE_END) block.write(`${size.toString(8).padStart(11, '0')} `, 124, 'latin1');
  else {
    // Past eight gigabytes the size is binary, with the highest bit set, as GNU tar and libarchive write it.
    block[124] = 0x80;
    block.writeBigUInt64BE(BigInt(size), 128);
  }
  block.write(`${Math.trunc(modifiedSeconds).toString(8).padStart(11, '0')} `, 136, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\u000000', 257, 'latin1');
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** `0` a regular file; anything else is a link, a folder or a device. */
  readonly type: string;
}

/** Reads a header; `end` for the empty block after the last file, null for what is no header. */
export function parseTarHeader(bytes: Uint8Array): TarEntry | 'end' | null {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (block.length < tarBlockBytes) return null;
  if (block.subarray(0, tarBlockBytes).every((byte) => byte === 0)) return 'end';
  const field = (from: number, length: number) =>
    block
      .toString('latin1', from, from + length)
      .split('\0')[0]
      .trim();
  if (Number.parseInt(field(148, 8), 8) !== checksum(block)) return null;
  const size = block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(field(124, 12) || '0', 8);
  if (!Number.isSafeInteger(size) || size < 0) return null;
  const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
  return { name: prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`, size, type: field(156, 1) || '0' };
}

/** Bytes that follow a content of this size up to the next block. */
export function tarPadding(size: number): number {
  return (tarBlockBytes - (size % tarBlockBytes)) % tarBlockBytes;
}

const OCTAL_SIZE_END = 8 ** 11;

/** Sum of all bytes, those of the checksum itself taken as spaces. */
function checksum(block: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < tarBlockBytes; at++) sum += at >= 148 && at < 156 ? 0x20 : block[at];
  return sum;
}
