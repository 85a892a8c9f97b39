import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import { ar } from './pages/ar.ts';
import { de } from './pages/de.ts';
import { el } from './pages/el.ts';
import { es } from './pages/es.ts';
import { fr } from './pages/fr.ts';
import { he } from './pages/he.ts';
import { hi } from './pages/hi.ts';
import { id } from './pages/id.ts';
import { ja } from './pages/ja.ts';
import { ko } from './pages/ko.ts';
import type { PageCase } from './pages/page-case.ts';
import { pl } from './pages/pl.ts';
import { pt } from './pages/pt.ts';
import { ru } from './pages/ru.ts';
import { th } from './pages/th.ts';
import { tr } from './pages/tr.ts';
import { vi } from './pages/vi.ts';
import { zh } from './pages/zh.ts';

const cases: Readonly<Record<string, readonly PageCase[]>> = {
  ar,
  de,
  el,
  es,
  fr,
  he,
  hi,
  id,
  ja,
  ko,
  pl,
  pt,
  ru,
  th,
  tr,
  vi,
  zh,
};

for (const [language, pages] of Object.entries(cases)) {
  for (const [at, one] of pages.entries()) test(`${language} ${at + 1}: ${one.build}`, () => check(one, language));
}

test('every language with words of its own has three pages', async () => {
  const { languages } = await import('../../src/languages/languages.ts');
  const wanted = languages.filter((language) => language.furniture !== undefined && language.code !== 'en');
  assert.deepEqual(
    wanted.map((language) => [language.code, cases[language.code]?.length]),
    wanted.map((language) => [language.code, 3]),
  );
});

function check(one: PageCase, language: string): void {
  const { article, leads } = extract({
    pageId: 'page',
    content: one.page.replace(/[⟨⟩⟦⟧⟪⟫]/g, ''),
    contentType: null,
    url: one.url,
    form: 'auto',
    received: null,
    hint: {},
  }).value;
  assert.deepEqual(
    {
      kind: article.kind,
      partial: article.partial,
      title: article.title,
      language: article.language,
      byline: article.byline,
      published: article.published.value,
      credit: article.credit?.agency ?? null,
      body: article.body.split('\n\n'),
      leads: leads.map((lead) => lead.title),
    },
    {
      kind: one.kind ?? 'article',
      partial: one.kind === 'stub',
      title: marked(one.page, /⟨(.*?)⟩/gsu)[0],
      language,
      byline: one.byline,
      published: one.published,
      credit: one.credit,
      body: marked(one.page, /⟦(.*?)⟧/gsu),
      leads: [...new Set(marked(one.page, /⟪(.*?)⟫/gsu))],
    },
  );
}

/** The texts between a pair of marks, without the tags in them. */
function marked(page: string, marks: RegExp): string[] {
  return [...page.matchAll(marks)].map(([, text]) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
