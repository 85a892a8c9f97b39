import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLoosely, readStructured } from '../../src/extract/structured.ts';
import { parseHtml } from '../../src/formats/html.ts';

const read = (json: string) => readStructured(parseHtml(`<script type="application/ld+json">${json}</script>`));

test('an article in a graph, its publisher by reference', () => {
  const { value, problems } = read(
    `{"@graph":[{"@type":"Organization","@id":"#o","name":"Harbour Post"},
      {"@type":["NewsArticle"],"headline":"Ferry &amp; bridge","author":[{"@type":"Person","name":"Ada Lund"},"Bo Ek"],
       "publisher":{"@id":"#o"},"isAccessibleForFree":"False","articleBody":"<p>One.</p><p>Two.</p>"}]}`,
  );
  assert.deepEqual(problems, []);
  const [article] = value.articles;
  assert.equal(article.headline, 'Ferry & bridge');
  assert.deepEqual(
    article.authors.map((author) => author.name),
    ['Ada Lund', 'Bo Ek'],
  );
  assert.equal(article.publisher?.name, 'Harbour Post');
  assert.equal(article.isAccessibleForFree, false);
  assert.equal(article.articleBody, 'One.\n\nTwo.');
});

test('loosely written JSON is mended', () => {
  assert.deepEqual(parseLoosely('<!-- {"a": [1, 2,], } -->'), { a: [1, 2] });
  assert.deepEqual(parseLoosely('//<![CDATA[\n{"a":"line\nbreak"}\n//]]>'), { a: 'line\nbreak' });
  assert.deepEqual(parseLoosely('{"a":"he said "no" twice","b":1}'), { a: 'he said "no" twice', b: 1 });
  assert.deepEqual(parseLoosely('{"a":{"b":["c"'), { a: { b: ['c'] } });
  assert.deepEqual(parseLoosely('{"a":"\\x"};'), { a: '\\x' });
});

test('what cannot be mended is a problem, not an error', () => {
  const { value, problems } = read('{{{ not json');
  assert.deepEqual(value.articles, []);
  assert.equal(problems.length, 1);
});

test('nesting and repetition are bounded', () => {
  assert.deepEqual(read('['.repeat(50_000)).value.nodes, []);
  const many = `[${'{"@type":"Thing"},'.repeat(5_000)}{"@type":"Thing"}]`;
  assert.ok(read(many).value.nodes.length <= 2_000);
});
