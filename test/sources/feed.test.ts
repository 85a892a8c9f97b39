import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { check, failureOf, item, listingOf, rss } from './check.ts';

test('RSS 2.0: titles and texts are plain, dates keep their zone, addresses lose their tracking', () => {
  const listing = listingOf(
    rss(`<item>
      <title>Ferry &amp; bridge: &lt;b&gt;open&lt;/b&gt; again&amp;nbsp;today</title>
      <link>/a/1?utm_source=rss&amp;id=7#top</link>
      <pubDate>Wed, 25 Nov 2026 10:00:00 +0900</pubDate>
      <dc:creator>Ana Rill</dc:creator>
      <description><![CDATA[<p>The <b>ferry</b>&nbsp;sails.</p><p>At noon.</p>]]></description>
    </item>`),
  );
  assert.deepEqual(listing, {
    format: 'rss',
    title: 'The Gazette & Post',
    home: 'https://gazette.example/',
    language: 'en',
    freshSeconds: 900,
    more: [],
    items: [
      {
        url: 'https://gazette.example/a/1?id=7',
        hint: {
          title: 'Ferry & bridge: open again today',
          published: '2026-11-25T10:00:00+09:00',
          author: 'Ana Rill',
          summary: 'The ferry sails. At noon.',
          language: 'en',
        },
      },
    ],
  });
});

test('RSS 0.91 with its document type, and a guid that serves as address', () => {
  const old = rss(
    '<item><title>One</title><guid>https://gazette.example/g/1</guid></item><item><title>Two</title><guid isPermaLink="false">2</guid></item>',
  ).replace(
    '<rss version="2.0"',
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss version="0.91"',
  );
  const { value, problems } = check(old);
  assert.deepEqual('items' in value && value.items.map(({ url }) => url), ['https://gazette.example/g/1']);
  assert.deepEqual(problems, ['1 items point to no page']);
});

test('RSS 1.0 (RDF)', () => {
  const listing = listingOf(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://gazette.example/"><title>RDF</title><link>https://gazette.example/</link>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
    <item rdf:about="https://gazette.example/r/1"><title>One</title><link>https://gazette.example/r/1</link>
      <dc:date>2026-11-24T10:00:00Z</dc:date></item></rdf:RDF>`);
  assert.equal(listing.format, 'rdf');
  assert.equal(listing.freshSeconds, 1_800);
  assert.deepEqual(listing.items, [
    { url: 'https://gazette.example/r/1', hint: { title: 'One', published: '2026-11-24T10:00:00Z' } },
  ]);
});

test('Atom: the page and not the enclosure, read against xml:base', () => {
  const listing =
    listingOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es" xml:base="https://gazette.example/es/">
    <title type="html">Diario &amp;amp; más</title><link rel="self" href="https://gazette.example/atom"/><link href="./"/>
    <entry><title>Uno</title><id>tag:gazette.example,2026:1</id><updated>2026-11-24T10:00:00-03:00</updated>
      <link rel="enclosure" href="https://gazette.example/1.mp3"/><link rel="alternate" type="text/html" href="uno"/>
      <author><name>Eva Solán</name></author><summary>Hola</summary></entry></feed>`);
  assert.equal(listing.title, 'Diario & más');
  assert.equal(listing.home, 'https://gazette.example/es/');
  assert.deepEqual(listing.items[0], {
    url: 'https://gazette.example/es/uno',
    hint: {
      title: 'Uno',
      published: '2026-11-24T10:00:00-03:00',
      author: 'Eva Solán',
      summary: 'Hola',
      language: 'es',
    },
  });
});

test('JSON Feed', () => {
  const listing = listingOf(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'JSON',
      home_page_url: 'https://gazette.example/',
      items: [
        { id: '1', url: 'https://gazette.example/j/1', title: 'One', content_text: 'x', date_published: '2026-11-24' },
        { id: 'https://gazette.example/j/2', content_text: 'y' },
      ],
    }),
  );
  assert.deepEqual(
    listing.items.map(({ url, hint }) => [url, hint.published]),
    [
      ['https://gazette.example/j/1', '2026-11-24'],
      ['https://gazette.example/j/2', undefined],
    ],
  );
});

test('broken feeds give what can be read', () => {
  const feed = rss(item('/a/1') + item('/a/2'));
  const cases: readonly [name: string, feed: string, paths: readonly string[]][] = [
    ['words before the feed', `\n<br /><b>Warning</b>: undefined index in feed.php\n${feed}`, ['/a/1', '/a/2']],
    ['a bare ampersand', rss(item('/a/1', 'Fish & chips')), ['/a/1']],
    ['an item not closed', feed.replace('</item></channel>', '</channel>'), ['/a/1', '/a/2']],
    ['a tag in a title', rss(item('/a/1', 'A <b>bold title')), ['/a/1']],
    ['cut off in a title', feed.slice(0, feed.lastIndexOf('<link>') - 12), ['/a/1']],
    ['cut off in CDATA', `${feed.slice(0, feed.lastIndexOf('Ferry'))}<![CDATA[Fer`, ['/a/1']],
    ['control characters', rss(item('/a/1', 'Fer\u0000\u0008ry')), ['/a/1']],
    ['entities of HTML', rss(item('/a/1', 'Ferry&nbsp;line &mdash; news')), ['/a/1']],
  ];
  for (const [name, broken, paths] of cases) {
    const listing = listingOf(broken);
    assert.deepEqual(
      listing.items.map(({ url }) => url.replace('https://gazette.example', '')),
      paths,
      name,
    );
  }
  assert.equal(listingOf(rss(item('/a/1', 'Ferry&nbsp;line &mdash; news'))).items[0].hint.title, 'Ferry line — news');
});

test('the encoding is the feed’s own, whatever the header says', () => {
  // "뉴스" and more in EUC-KR, in a feed whose server says UTF-8.
  const korean = Uint8Array.of(0xb4, 0xba, 0xbd, 0xba);
  const parts = [
    new TextEncoder().encode('<?xml version="1.0" encoding="euc-kr"?><rss version="2.0"><channel><title>'),
  ];
  for (let round = 0; round < 30; round++) parts.push(korean);
  parts.push(new TextEncoder().encode(`</title>${item('/k/1')}</channel></rss>`));
  const bytes = Buffer.concat(parts);
  assert.equal(listingOf(bytes).title, '뉴스'.repeat(30));
  assert.equal(listingOf(bytes, { contentType: 'text/xml; charset=utf-8' }).title, '뉴스'.repeat(30));
});

test('an id that is no address leads to no page', () => {
  const { problems } = check(rss('<item><title>One</title><guid>1234</guid></item>'));
  assert.deepEqual(problems, ['1 items point to no page']);
  const json = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1234', content_text: 'x' }] };
  assert.deepEqual(check(JSON.stringify(json)).problems, ['1 items point to no page']);
});

test('a feed kept as a gzip file is unpacked', () => {
  assert.equal(listingOf(gzipSync(rss(item('/a/1')))).items.length, 1);
});

test('entities of the feed’s own are refused, never expanded', () => {
  const bomb = (subset: string, title: string) =>
    rss(item('/a/1', title)).replace('<rss', `<!DOCTYPE rss [${subset}]>\n<rss`);
  assert.equal(
    failureOf(bomb('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">', '&c;')),
    'xml-entities',
  );
  assert.equal(failureOf(bomb('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')), 'xml-entities');
  assert.equal(failureOf(bomb('<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;', 'x')), 'xml-entities');
  // In the wrong place, in odd letters, behind a quoted bracket.
  assert.equal(failureOf(rss(`<!DOCTYPE x [<!entity a "b">]>${item('/a/1', '&a;')}`)), 'xml-entities');
  assert.equal(failureOf(bomb('<!ATTLIST a b CDATA "]>"><!ENTITY a "b">', '&a;')), 'xml-entities');
  // The same words inside a text are a text.
  assert.equal(listingOf(rss(item('/a/1', '<![CDATA[On <!ENTITY a "b"> and <!DOCTYPE html>]]>'))).items.length, 1);
});

test('what is no feed says what it is', () => {
  assert.equal(failureOf('<!doctype html><html><body>Hello</body></html>'), 'source-is-web-page');
  assert.equal(failureOf('Hello'), 'source-unknown-form');
  assert.equal(failureOf(''), 'source-empty');
  assert.equal(failureOf('{"version":"https://jsonfeed.org/version/1","items":[{'), 'source-broken');
  assert.equal(failureOf(gzipSync('x').subarray(0, 12)), 'body-broken');
  assert.equal(failureOf(`<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`), 'xml-too-large');
  assert.equal(failureOf(rss('<item/>'.repeat(300_000))), 'xml-too-large');
});

test('a feed without items is an empty list, not a failure', () => {
  assert.deepEqual(listingOf(rss('')).items, []);
});
