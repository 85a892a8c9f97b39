import type { Readable } from 'node:stream';
import { Failure } from '../failures.ts';
import { shortAddress } from '../formats/address.ts';

/** Lets go of a body unread, and with it of the connection. The error that this raises in the stream is the wish itself. */
export function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

/** Reads a body to its end; a Failure when it is longer than the limit. */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  address: string,
  bytesMax: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    // Leaving the loop destroys the body and with it the connection.
    if (length > bytesMax) throw tooLarge(address, bytesMax);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

/** More came than is taken. */
export function tooLarge(address: string, bytesMax: number): Failure {
  const size = bytesMax >= 1024 * 1024 ? `${Math.round(bytesMax / 1024 / 1024)} MB` : `${bytesMax} bytes`;
  return new Failure('body-too-large', `${shortAddress(address)} is larger than ${size}`, {
    retry: 'never',
    advice: 'This is hardly a page of news. Leave it out, or raise WATCHFLOOR_FETCH_BODY_BYTES_MAX.',
  });
}

/** Retry-After as seconds from now: a number or an HTTP date; a minute when a 429 does not say. */
export function retryAfterSeconds(value: string | null, status: number): number | undefined {
  if (value === null) return status === 429 ? 60 : undefined;
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
