import assert from 'node:assert/strict';
import { Failure } from '../../src/failures.ts';
import type { SourceKind } from '../../src/records.ts';
import { type Listing, readSource } from '../../src/sources/source.ts';

/** Reads what a source at `https://gazette.example/feed.xml` gave. */
export function check(content: string | Uint8Array, options: { kind?: SourceKind; contentType?: string } = {}) {
  const { value, problems } = readSource(options.kind ?? 'feed', {
    address: 'https://gazette.example/feed.xml',
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    contentType: options.contentType ?? null,
    received: '2026-11-25T02:00:00.000Z',
  });
  return { value, problems: problems.map(({ what }) => what) };
}

/** The listing of a source that must be readable. */
export function listingOf(
  content: string | Uint8Array,
  options?: { kind?: SourceKind; contentType?: string },
): Listing {
  const { value } = check(content, options);
  assert.ok(!(value instanceof Failure), String(value));
  return value;
}

/** The code of the failure that a source must end in. */
export function failureOf(content: string | Uint8Array, options?: { kind?: SourceKind; contentType?: string }): string {
  const { value } = check(content, options);
  assert.ok(value instanceof Failure, 'must fail');
  assert.notEqual(value.advice, '');
  return value.code;
}

/** An RSS feed around items. */
export function rss(items: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Gazette &amp; Post</title><link>https://gazette.example/</link><language>en-GB</language><ttl>15</ttl>
${items}</channel></rss>`;
}

export const item = (path: string, title = 'Ferry to sail again') =>
  `<item><title>${title}</title><link>https://gazette.example${path}</link><pubDate>Wed, 25 Nov 2026 10:00:00 +0900</pubDate></item>`;
