import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import { type LanguageCase, languageCases, type Way } from './language-cases.ts';

for (const one of languageCases) {
  for (const [at, way] of one.ways.entries()) {
    test(`${one.language}: ${['first', 'second', 'third'][at]} way of naming writer, day and source`, () =>
      check(one, way));
  }
}

test('every language with words of its own has its cases', async () => {
  const { languages } = await import('../../src/languages/languages.ts');
  const covered = new Set(languageCases.map((one) => one.language));
  const wanted = languages.filter((language) => language.furniture !== undefined && language.code !== 'en');
  assert.deepEqual(
    wanted.map((language) => language.code).filter((code) => !covered.has(code)),
    [],
  );
});

function check(one: LanguageCase, way: Way): void {
  const { article, leads } = extract({
    pageId: 'page',
    content: pageOf(one, way),
    contentType: 'text/html; charset=utf-8',
    url: 'https://daily.example/news/night-ferries-on-two-lines-48213',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.equal(article.title, one.title);
  assert.equal(article.language, one.language);
  assert.deepEqual(article.byline, way.people);
  assert.equal(article.published.value, way.day);
  assert.equal(article.credit?.agency ?? null, way.agency);
  for (const paragraph of one.paragraphs) assert.ok(article.body.includes(paragraph), 'the text is whole');
  const sign = way.tail?.trim() ?? '';
  if (/^[([（【]/.test(sign)) assert.ok(!article.body.endsWith(sign), 'the sign of the agency is no text');
  for (const furniture of one.list) assert.ok(!article.body.includes(furniture), `"${furniture}" is no text`);
  assert.deepEqual(
    leads.map(({ title, language }) => ({ title, language })),
    one.list.slice(1, 3).map((title) => ({ title, language: one.language })),
  );
  assert.equal(leads[0].block, one.list[0]);
}

function pageOf({ title, paragraphs, list }: LanguageCase, way: Way): string {
  const [heading, first, second, more] = list;
  const lines = (texts: readonly string[] = []) => texts.map((text) => `<div>${text}</div>`).join('\n');
  return `<!doctype html><html><head><title>${title} | Daily Example</title><meta property="og:site_name" content="Daily Example"></head><body>
<nav><a href="/">Daily Example</a></nav>
<main><article><h1>${title}</h1>
<div class="meta">${lines(way.above)}</div>
<div class="text"><p>${way.place ?? ''}${paragraphs[0]}</p>
<p>${paragraphs[1]}${way.tail ?? ''}</p></div>
${lines(way.below)}
</article></main>
<aside class="related"><h3>${heading}</h3><ul>
<li><a href="/news/gulls-nest-on-the-town-hall-48190">${first}</a></li>
<li><a href="/news/island-school-gets-its-map-back-48177">${second}</a></li></ul>
<a href="/news">${more}</a></aside>
</body></html>`;
}
