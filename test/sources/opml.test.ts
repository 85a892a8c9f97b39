import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Failure } from '../../src/failures.ts';
import { readOpml, type Subscription, writeOpml } from '../../src/sources/opml.ts';

function check(text: string): readonly Subscription[] {
  const { value } = readOpml(text);
  assert.ok(!(value instanceof Failure), String(value));
  return value;
}

function failureOf(text: string): string {
  const { value } = readOpml(text);
  assert.ok(value instanceof Failure, 'must fail');
  return value.code;
}

test('folders are flattened, addresses come once, odd ones are told', () => {
  const { value, problems } =
    readOpml(`<?xml version="1.0"?><opml version="1.1"><head><title>My feeds</title></head><body>
    <outline text="News"><outline text="Europe">
      <outline type="rss" text="Gazette &amp; Post" xmlUrl="https://gazette.example/feed" htmlUrl="https://gazette.example/"/>
    </outline></outline>
    <outline title="Again" xmlUrl="https://gazette.example/feed"/>
    <outline text="Old scheme" xmlUrl="feed://rill.example/rss"/>
    <outline text="File" xmlUrl="file:///etc/passwd"/>
    <outline text="A note"/></body></opml>`);
  assert.ok(!(value instanceof Failure));
  assert.deepEqual(value, [
    {
      address: 'https://gazette.example/feed',
      kind: 'feed',
      title: 'Gazette & Post',
      owner: null,
      home: 'https://gazette.example/',
      folder: 'News/Europe',
    },
    { address: 'http://rill.example/rss', kind: 'feed', title: 'Old scheme', owner: null, home: null, folder: null },
  ]);
  assert.deepEqual(
    problems.map(({ what }) => what),
    ['1 outlines have no usable address'],
  );
});

test('a hundred thousand outlines are refused whole, in words and quickly', () => {
  const before = process.cpuUsage().user;
  const outlines = Array.from({ length: 100_000 }, (_, at) => `<outline xmlUrl="https://gazette.example/${at}"/>`);
  assert.equal(failureOf(`<opml><body>${outlines.join('')}</body></opml>`), 'opml-too-large');
  assert.ok(process.cpuUsage().user - before < 2_000_000);
});

test('bombs, depth and other files are refused', () => {
  assert.equal(failureOf('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>'), 'xml-entities');
  assert.equal(failureOf(`<opml><body>${'<outline text="a">'.repeat(5_000)}`), 'xml-too-large');
  assert.equal(failureOf('<html><body>Hello</body></html>'), 'opml-unreadable');
  assert.equal(failureOf(''), 'opml-unreadable');
});

test('what is written reads back', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.trim());
  const subscription = fc.record({
    address: fc.webUrl({ withQueryParameters: true }).map((address) => new URL(address).href),
    kind: fc.constantFrom('feed' as const, 'sitemap' as const, 'listing' as const),
    title: text,
    owner: text,
    home: fc.constantFrom(null, 'https://gazette.example/?a=1&b="2"'),
    folder: fc.constantFrom(null, 'News', 'A & "B" <C>'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(subscription, { selector: ({ address }) => address, maxLength: 8 }), (written) => {
      const read = check(writeOpml('Mine', written));
      const expected = written.map(({ title, owner, home, address, ...rest }) => ({
        ...rest,
        address,
        title: plain(title) || null,
        owner: plain(owner) || null,
        home: home === null ? null : new URL(home).href,
      }));
      const byAddress = (list: readonly { address: string }[]) =>
        list.toSorted((a, b) => (a.address < b.address ? -1 : 1));
      assert.deepEqual(byAddress(read), byAddress(expected));
    }),
    { numRuns: 60 },
  );
});

/** What XML can carry of a text. */
function plain(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .trim();
}
