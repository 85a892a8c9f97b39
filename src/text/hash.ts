import { createHash, hash } from 'node:crypto';

/** Hex SHA-256 of bytes or of a string's UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The id of a record: a short prefix naming its kind and 80 bits of SHA-256 over its content parts.
 * Parts are length-prefixed, so ('ab','c') and ('a','bc') differ. 80 bits: a collision among 10^9 records has odds below 10^-6.
 */
export function recordId(kind: string, ...parts: readonly (string | number | null)[]): string {
  let content = kind;
  for (const part of parts) {
    const text = part === null ? '\u0000' : String(part);
    content += `|${text.length}:${text}`;
  }
  return `${kind.slice(0, 2)}-${hash('sha256', content).slice(0, 20)}`;
}
