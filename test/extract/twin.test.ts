import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseBody } from '../../src/extract/body.ts';
import { describePage } from '../../src/extract/describe.ts';
import { readStructured } from '../../src/extract/structured.ts';
import { parseHtml } from '../../src/formats/html.ts';
import { type LanguageCase, languageCases } from './language-cases.ts';

/** Where nothing is doubtful the learnt trees must say what the plain rules say: a menu, a text, a list, a foot. */
for (const one of languageCases) {
  test(`${one.language}: on a plain page the trees keep what the rules keep`, () => {
    const tree = parseHtml(plainPage(one));
    const structured = readStructured(tree).value;
    const { rules, page } = describePage(tree, structured, null);
    const ruled = page.blocks.filter((_, at) => rules.kept[at] === 1).map((block) => block.text);
    const chosen = chooseBody({ tree, structured, url: null }, false);
    assert.deepEqual(ruled, [...one.paragraphs, ...one.paragraphs.toReversed()]);
    assert.deepEqual(chosen.paragraphs, ruled);
  });
}

function plainPage({ language, title, paragraphs, list }: LanguageCase): string {
  const texts = [...paragraphs, ...paragraphs.toReversed()];
  return `<html lang="${language}"><head><title>${title}</title></head><body>
<nav><ul><li><a href="/a">${list[3]}</a></li><li><a href="/b">Daily Example</a></li></ul></nav>
<main><article><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<aside><h3>${list[0]}</h3><ul><li><a href="/c">${list[1]}</a></li><li><a href="/d">${list[2]}</a></li></ul></aside>
<footer><a href="/e">Daily Example</a></footer></body></html>`;
}
