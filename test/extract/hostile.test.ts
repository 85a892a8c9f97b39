import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extract } from '../../src/extract/extract.ts';
import { assertGrowsLikeLength } from '../growth.ts';

const read = (content: string | Uint8Array) =>
  extract({
    pageId: 'p',
    content,
    contentType: null,
    url: 'https://example.org/a',
    form: 'html',
    received: null,
    hint: {},
  });

const paragraph = '<p>The ferry left the quay at noon, the harbour master said, and it did not come back that day.</p>';
const page = `<html><head><title>Ferry leaves</title></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry leaves</h1>
${paragraph.repeat(6)}</article><footer>About us</footer></body></html>`;

/** Each is a piece that, repeated, has broken parsers: by nesting, by stray ends, by one endless token. */
const pieces: Record<string, string> = {
  'open div': '<div>',
  'open inline': '<b>',
  'open list': '<ul><li>',
  'open table': '<table><tr><td>',
  'stray end': '</section>',
  'stray paragraph end': '</p>',
  'end of what never was': '</x-y>',
  'unclosed link': '<a href="/x">word ',
  'half a tag': '<div class="a',
  'comment start': '<!--',
  'entity start': '&',
  'form in form': '<form><input>',
  svg: '<svg><g>',
  'script start': '<script>',
  'json start': '<script type="application/ld+json">{"a":[',
  'quote in attribute': '<p title="',
  'paragraph in paragraph': '<p><span>',
  break: 'a<br><br>',
  'same paragraph': paragraph,
  'time post': '<div class="live-post"><time>10:00</time><p>Something happened here, it was said.</p></div>',
};

test('repeated pieces cost time in proportion to their length', () => {
  for (const [name, piece] of Object.entries(pieces)) assertGrowsLikeLength(piece, read, 60_000, name);
});

test('an article is found under ten thousand open tags', () => {
  const { value } = read('<div>'.repeat(10_000) + page);
  assert.match(value.article.body, /harbour master/);
});

test('an attribute of a megabyte and a page without any tag end quickly', () => {
  read(`<p class="${'x '.repeat(500_000)}">text</p>`);
  read('<'.repeat(300_000));
  read('word '.repeat(200_000));
});

test('whatever is done to a page, reading it neither throws nor forgets its promises', () => {
  const edits = fc.array(
    fc.record({
      at: fc.nat(page.length),
      drop: fc.nat(40),
      put: fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom(...Object.values(pieces)),
        fc.constantFrom('\u0000', '\ufffd', '\ud800', '&#xD800;', '&nbsp;', '<![CDATA[', '-->', '</script>', '\u202e'),
      ),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(edits, (list) => {
      let mutated = page;
      for (const { at, drop, put } of list) mutated = mutated.slice(0, at) + put + mutated.slice(at + drop);
      const { value, problems } = read(mutated);
      const { body } = value.article;
      assert.ok(Array.isArray(problems));
      for (const part of body === '' ? [] : body.split('\n\n')) {
        assert.notEqual(part, '');
        assert.equal(part, part.trim());
        assert.doesNotMatch(part, /\s{2}|[\t\n\r]/);
      }
      // The same page gives the same records, whatever was read in between.
      assert.deepEqual(read(mutated).value, value);
    }),
    { numRuns: 150, seed: 20261124 },
  );
});

test('bytes that are no page are no article', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      read(bytes);
    }),
    { numRuns: 200, seed: 20261124 },
  );
  const picture = new Uint8Array(5_000).map((_, at) => (at * 7919) % 251);
  assert.equal(read(picture).value.article.body, '');
});
