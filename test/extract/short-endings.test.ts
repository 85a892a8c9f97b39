import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import { languageCases } from './language-cases.ts';

/** "The price stays the same." */
const shortSentences: Readonly<Record<string, string>> = {
  ko: '요금은 그대로다.',
  zh: '票价不变。',
  ja: '運賃は変わらない。',
  ar: 'ولن تتغير الأسعار.',
  he: 'המחיר לא ישתנה.',
  ru: 'Цена не изменится.',
  el: 'Η τιμή δεν αλλάζει.',
  tr: 'Ücret değişmeyecek.',
  hi: 'किराया नहीं बदलेगा।',
  th: 'ค่าโดยสารไม่เปลี่ยน',
  de: 'Der Preis bleibt gleich.',
  fr: 'Le prix ne change pas.',
  es: 'El precio no cambia.',
  pt: 'O preço não muda.',
  pl: 'Cena się nie zmieni.',
  id: 'Harga tidak berubah.',
  vi: 'Giá vé không đổi.',
};

for (const { language, title, paragraphs, list } of languageCases) {
  test(`${language}: a short paragraph inside the text and one at its end belong to it`, () => {
    const short = shortSentences[language];
    assert.ok(short !== undefined, 'every language has its sentence');
    const texts = [paragraphs[0], short, paragraphs[1], short];
    const content = `<html><head><title>${title}</title></head><body><nav><a href="/">Daily Example</a></nav>
<main><article><h1>${title}</h1><div class="text">${texts.map((text) => `<p>${text}</p>`).join('\n')}</div></article></main>
<aside class="related"><h3>${list[0]}</h3><ul><li><a href="/gulls-nest-on-roof">${list[1]}</a></li>
<li><a href="/school-gets-map-back">${list[2]}</a></li></ul></aside></body></html>`;
    const { article } = extract({
      pageId: 'page',
      content,
      contentType: null,
      url: 'https://daily.example/night-ferries-on-two-lines',
      form: 'html',
      received: null,
      hint: {},
    }).value;
    assert.equal(article.body, texts.join('\n\n'));
  });
}
