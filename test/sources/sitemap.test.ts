import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { check, failureOf, listingOf } from './check.ts';

const url = (path: string, more = '') => `<url><loc>https://gazette.example${path}</loc>${more}</url>`;
const urlset = (urls: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n" xmlns:image="i">${urls}</urlset>`;

test('a news sitemap gives titles, dates and languages; pictures do not mix in', () => {
  const listing = listingOf(
    urlset(
      url(
        '/s/1',
        `<image:image><image:loc>https://gazette.example/1.jpg</image:loc><image:title>Picture</image:title></image:image>
         <news:news><news:publication><news:name>G</news:name><news:language>ko</news:language></news:publication>
         <news:publication_date>2026-11-24T09:00:00+09:00</news:publication_date><news:title>여객선 &amp; 다리</news:title></news:news>`,
      ),
    ),
    { kind: 'sitemap' },
  );
  assert.deepEqual(listing.items, [
    {
      url: 'https://gazette.example/s/1',
      hint: { title: '여객선 & 다리', published: '2026-11-24T09:00:00+09:00', language: 'ko' },
    },
  ]);
});

test('newest first, without what is old; a change is no publication', () => {
  const listing = listingOf(
    urlset(
      url('/old', '<lastmod>2020-01-01</lastmod>') +
        url('/b', '<lastmod>2026-11-23</lastmod>') +
        url('/undated') +
        url('/a', '<lastmod>2026-11-24T10:00:00Z</lastmod>') +
        url('/a', '<lastmod>2026-11-24T10:00:00Z</lastmod>'),
    ),
  );
  assert.deepEqual(
    listing.items.map(({ url, hint }) => [url.replace('https://gazette.example', ''), hint]),
    [
      ['/a', {}],
      ['/b', {}],
      ['/undated', {}],
    ],
  );
});

test('an index gives its newest parts, never itself', () => {
  const part = (loc: string, day: number) => `<sitemap><loc>${loc}</loc><lastmod>2026-11-0${day}</lastmod></sitemap>`;
  const parts = [1, 2, 3, 4, 5, 6, 7].map((day) => part(`/part-${day}.xml.gz`, day));
  const listing = listingOf(`<sitemapindex>${parts.join('')}${part('/feed.xml', 9)}</sitemapindex>`);
  assert.equal(listing.format, 'sitemap-index');
  assert.deepEqual(
    listing.more.map((address) => address.replace('https://gazette.example/', '')),
    [7, 6, 5, 4, 3].map((day) => `part-${day}.xml.gz`),
  );
});

test('packed sitemaps are unpacked, bombs are not', () => {
  assert.equal(listingOf(gzipSync(urlset(url('/s/1')))).items.length, 1);
  assert.equal(failureOf(gzipSync(Buffer.alloc(80 * 1024 * 1024))), 'body-inflates-too-far');
});

test('more entries than the standard allows are left out and told', () => {
  const { value, problems } = check(urlset(url('/s').repeat(50_100)));
  assert.ok('items' in value);
  assert.deepEqual(problems, ['only the first 50000 entries were read']);
});
