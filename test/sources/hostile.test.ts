import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Failure } from '../../src/failures.ts';
import { discoverSources } from '../../src/sources/discover.ts';
import { readOpml } from '../../src/sources/opml.ts';
import { check, item, rss } from './check.ts';

const kinds = fc.constantFrom('feed' as const, 'sitemap' as const, 'listing' as const);

/** Whatever comes, there is a listing with whole addresses or a failure with advice. */
function checkAnything(content: string | Uint8Array, kind: 'feed' | 'sitemap' | 'listing'): void {
  const { value } = check(content, { kind });
  if (value instanceof Failure) {
    assert.notEqual(value.code, 'bug');
    assert.notEqual(value.advice, '');
    return;
  }
  const addresses = value.items.map(({ url }) => url);
  assert.equal(new Set(addresses).size, addresses.length);
  for (const url of [...addresses, ...value.more]) assert.match(url, /^https?:\/\//);
}

test('any bytes end as a listing or a failure', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), kinds, checkAnything), { numRuns: 150 });
});

test('any mixture of markup ends as a listing or a failure', () => {
  const piece = fc.constantFrom(
    ...[
      '<rss version="2.0">',
      '<channel>',
      '</channel>',
      '<item>',
      '</item>',
      '<link>',
      '</link>',
      '<title>',
      '<feed>',
    ],
    ...[
      '<entry>',
      '</entry>',
      '<urlset>',
      '<url>',
      '<loc>',
      '</loc>',
      '<sitemapindex>',
      '<sitemap>',
      '<opml>',
      '<outline ',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml ?>',
      '<!DOCTYPE x [',
      ']>',
      '<a href="',
      '">',
      '</a>',
      '<rdf:RDF>',
      '{"items":[',
    ],
    ...[
      'https://gazette.example/2026/11/24/a',
      '/b',
      'javascript:x',
      '&amp;',
      '&#0;',
      '&bogus;',
      '\u0000',
      '\ud800',
      '뉴스',
      ' ',
    ],
    ...[
      'xmlUrl="https://gazette.example/f"/>',
      '<pubDate>Wed, 25 Nov 2026</pubDate>',
      '<guid>',
      '<dc:date>',
      '{',
      '}',
      '"',
    ],
  );
  const markup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(markup, kinds, (text, kind) => {
      checkAnything(text, kind);
      assert.ok(discoverSources(text, 'https://gazette.example/').length > 0);
      const { value } = readOpml(text);
      assert.ok(value instanceof Failure || Array.isArray(value));
    }),
    { numRuns: 400 },
  );
});

test('a good feed with any piece cut out still ends well', () => {
  const feed = rss(item('/a/1') + item('/a/2') + item('/a/3'));
  const place = fc.nat({ max: feed.length });
  fc.assert(
    fc.property(place, place, (from, to) => {
      checkAnything(feed.slice(0, Math.min(from, to)) + feed.slice(Math.max(from, to)), 'feed');
    }),
    { numRuns: 200 },
  );
});

test('lists made to cost time cost little', () => {
  const before = process.cpuUsage().user;
  for (const text of [
    `<rss version="2.0"><channel>${'<item><title>'.repeat(40)}${'&amp;'.repeat(500_000)}`,
    rss(`<item><title>${'<b '.repeat(300_000)}</title></item>`),
    rss(`<item><description>${'&lt;script&gt;'.repeat(200_000)}</description></item>`),
    rss(item(`/${'a-'.repeat(500_000)}`)),
    `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(500_000)}`,
    `<urlset>${'<url><loc>'.repeat(90)}${'x'.repeat(2_000_000)}`,
  ]) {
    checkAnything(text, 'feed');
  }
  checkAnything(`<html>${'<a href="/2026/11/24/x">'.repeat(200_000)}`, 'listing');
  assert.ok(process.cpuUsage().user - before < 6_000_000, `${process.cpuUsage().user - before}`);
});
