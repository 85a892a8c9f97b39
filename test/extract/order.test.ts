import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extract } from '../../src/extract/extract.ts';
import { type LanguageCase, languageCases } from './language-cases.ts';

function pageOf({ language, title, paragraphs, list }: LanguageCase): string {
  return `<html lang="${language}"><head><title>${title} | Daily Example</title></head><body>
<nav class="main-nav"><a href="/a">${list[3]}</a></nav>
<main class="story-body"><h1>${title}</h1><p class="byline">Ann Lee, 2024-03-14</p>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</main>
<aside class="related"><h3>${list[0]}</h3><ul><li><a href="/news/one-two-three-four">${list[1]}</a></li>
<li><a href="/news/five-six-seven-eight">${list[2]}</a></li></ul></aside></body></html>`;
}

function read(one: LanguageCase): string {
  const content = pageOf(one);
  const url = 'https://news.example/story';
  const input = { pageId: one.title, content, contentType: null, url, form: 'auto', received: null, hint: {} } as const;
  return JSON.stringify(extract(input, { explain: true }));
}

test('a page gives the same records byte for byte, whatever was read before it', () => {
  const alone = new Map(languageCases.map((one) => [one, read(one)]));
  fc.assert(
    fc.property(fc.shuffledSubarray([...languageCases], { minLength: languageCases.length }), (cases) => {
      for (const one of cases) assert.equal(read(one), alone.get(one));
    }),
    { numRuns: 12, seed: 1 },
  );
});
