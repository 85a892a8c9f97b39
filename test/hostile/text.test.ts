import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import { articleOfText } from '../../src/extract/plain.ts';
import { read } from '../../src/read/read.ts';
import { matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { run } from '../cli/check.ts';
import { assertGrowsLikeLength } from '../growth.ts';

const paragraph =
  '<p>The ferry left the quay at noon, the harbour master said, and it did not come back that day.</p>'.repeat(4);

function extracted(html: string) {
  return extract({
    pageId: 'p',
    content: html,
    contentType: null,
    url: 'https://example.org/2023/11/21/a',
    form: 'auto',
    received: '2023-11-21T00:00:00.000Z',
    hint: {},
  }).value;
}

function readText(text: string, language?: string) {
  const hint = { published: '2023-11-21', ...(language === undefined ? {} : { language }) };
  const { article, leads } = articleOfText(text, { pageId: 'p', url: null, hint }).value;
  return read(article, leads);
}

/** A field of a page, filled with one sign many times and ended with another, so that no match reaches its end. */
const fields: Record<string, (fill: string) => string> = {
  title: (fill) => `<head><title>${fill}z</title></head><article>${paragraph}`,
  author: (fill) => `<head><meta name="author" content="z${fill}z"></head><article>${paragraph}`,
  headline: (fill) =>
    `<article>${paragraph}</article><ul><li><a href="/news/a-story-here">Word word ${fill}z</a></li></ul>`,
  caption: (fill) =>
    `<article>${paragraph}<figure><img src=x alt="${fill}z"><figcaption>${fill}z</figcaption></figure>`,
  json: (fill) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: `${fill}z`, author: { name: `z${fill}z` }, datePublished: `2023${fill}z` })}</script><article>${paragraph}`,
  dump: (fill) => `Home\nNews\n\nThe ferry left the quay at noon. ${fill}z\n\nThe ferry left the quay at noon.\n`,
};
const fills = [' ', '»', ':', '-', '|', '.', '1', '(', '[', 'and ', ', ', '中'];

test('no sign repeated in a field costs more than in proportion to its length', () => {
  for (const [field, page] of Object.entries(fields))
    for (const fill of fills)
      assertGrowsLikeLength(fill, (text) => extracted(page(text)), 4_000, `${field} of "${fill}"`);
});

test('pieces of speech without end are read in proportion to their length, and facts are bounded', () => {
  for (const [piece, language] of [
    ['said " ', 'en'],
    ['Monday ', 'en'],
    ['“a” he said, ', 'en'],
    ['“', 'en'],
    ['- dijo, «', 'es'],
    ['"라고 말했다 ', 'ko'],
    ['，他说“', 'zh'],
  ])
    assertGrowsLikeLength(piece, (text) => readText(text, language), 8_000, piece);
  const { value, problems } = readText('said " '.repeat(40_000), 'en');
  assert.ok(value.reading.statements.length <= 5_000);
  assert.match(problems.map(({ what }) => what).join(), /more than 5000 statements/);
});

test('of a text longer than any article the beginning is read, and it says so', () => {
  const text = `${'\ud83d\ude00'.repeat(499_999)}a\ud83d\ude00 The mayor said it will open on Monday.`;
  const { value, problems } = readText(text, 'en');
  assert.equal(value.reading.article.body, text, 'the body is whole');
  assert.match(problems[0].what, /only the first 999999 characters/);
});

test('names that every object has are words like others', async () => {
  for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    const { value } = readText(`The ${word} left, said ${word} ${word} on 5 May.`, word);
    for (const query of [word, `stem:${word}`, `lang:${word}`, `"${word} left"`, `${word} NEAR/5 left`]) {
      const { tree } = parseQuery(query);
      assert.ok(tree !== null, query);
      const subject = { reading: value.reading, source: null, story: null, kinds: [] };
      assert.ok(matchQuery(tree, subject) !== null, query);
    }
    extracted(
      `<html lang=${word}><meta name=${word} content=${word}><script type="application/ld+json">{"__proto__":{"a":1},"@type":"${word}","author":{"${word}":[]},"datePublished":{"toString":1}}</script><article class=${word}>${paragraph}<${word} ${word}=1>`,
    );
    assert.equal(({} as Record<string, unknown>).a, undefined, 'no prototype was changed');
  }
  const lines = ['__proto__', 'constructor', 'en', 'xx'].map((lang) =>
    JSON.stringify({
      id: lang,
      title: `${lang} leaves`,
      text: `The ferry ${lang} left the quay at noon.`,
      lang,
      source: lang,
    }),
  );
  const { out, err, exit } = await run(['group', '--batch'], lines.join('\n'));
  assert.equal(exit, 0, err);
  assert.equal(out.trim().split('\n').length, 4);
});
