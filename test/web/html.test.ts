import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { escaped, html, pathWith, safeAddress } from '../../src/web/html.ts';

test('whatever a hole holds is read back as the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let inner = '';
      let attribute = '';
      const tags: string[] = [];
      const parser = new Parser({
        onopentag(name, attributes) {
          tags.push(name);
          attribute = attributes.title ?? '';
        },
        ontext: (part) => {
          inner += part;
        },
      });
      parser.end(html`<p title="${text}">${text}</p>`.markup);
      assert.deepEqual([tags, inner, attribute], [['p'], text, text]);
    }),
  );
});

test('HTML in a hole stays HTML, lists are joined, nothing is printed for what is not', () => {
  const rows = ['a<', 'b'].map((row) => html`<li>${row}</li>`);
  assert.equal(
    html`<ul>${rows}${null}${undefined}${false}${true}${0}</ul>`.markup,
    '<ul><li>a&lt;</li><li>b</li>0</ul>',
  );
});

test('a hole in an attribute without quotes is a fault of ours', () => {
  assert.throws(() => html`<a href=${'x y'}>`, /without quotes/);
});

test('only web addresses become links', () => {
  assert.equal(safeAddress('https://a.example/x'), 'https://a.example/x');
  for (const address of [
    'javascript:x()',
    ' https://a',
    'data:text/html,x',
    'vbscript:x',
    '//a.example',
    'https://',
    null,
    'java\nscript:x',
  ])
    assert.equal(safeAddress(address), null, String(address));
});

test('paths carry only what is set', () => {
  assert.equal(
    pathWith('/search', { q: 'a&b "c"', order: null, cursor: undefined, page: '' }),
    '/search?q=a%26b+%22c%22',
  );
  assert.equal(pathWith('/search', {}), '/search');
  assert.equal(escaped(`<&>"'`), '&lt;&amp;&gt;&quot;&#39;');
});
