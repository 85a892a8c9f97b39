import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';

/** What the head of a page says of its writer in, and what stands above its text; the byline out. */
function check(head: string, byline: readonly string[], above = ''): void {
  const text = [
    'The last ferry between Sandholm and the islands will stop running at the end of March, the port authority said.',
    'About four hundred people use the line each day, most of them pupils and fishers who have no other way across.',
  ];
  const { article } = extract({
    pageId: 'p',
    content: `<!doctype html><html><head><title>Ferry line closes after ninety years</title>${head}</head><body>
<main><article><h1>Ferry line closes after ninety years</h1>${above}${text.map((one) => `<p>${one}</p>`).join('')}</article></main></body></html>`,
    contentType: null,
    url: 'https://harbourpost.example/news/ferry-line-closes',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.deepEqual(article.byline, byline);
}
const card = (label: string, value: string) =>
  `<meta name="twitter:label1" content="${label}"><meta name="twitter:data1" content="${value}">`;

test('the card of a page names its writer under a label in any language that is known', () => {
  check(card('Written by', 'Cia Holm'), ['Cia Holm']);
  check(card('Geschrieben von', 'Cia Holm'), ['Cia Holm']);
  check(card('글쓴이', '강도윤'), ['강도윤']);
});

test('a card that tells how long the text takes names nobody', () => {
  check(card('Est. reading time', '3 minutes'), []);
  check(card('', 'Cia Holm'), []);
});

test('a link below the headline to a page of writers names one, though no class says so', () => {
  check('', ['Cia Holm'], '<ul><li><a href="/authors/cia-holm/">Cia Holm</a></li><li>8 min read</li></ul>');
  check('', [], '<ul><li><a href="/topics/islands/">Cia Holm</a></li></ul>');
});

test('a byline in an aside below the headline is read, one beside the text is not', () => {
  check('', ['Cia Holm'], '<aside class="post-author">Cia Holm</aside>');
  check('', [], '<aside class="post-author">More from our team</aside>');
});

test('a house in the field for writers is no person, in any language that has words for it', () => {
  const houses = [
    'Harbour Evening Courier',
    'Hafen Nachrichtenagentur',
    'Agence du Port',
    'Agencia del Puerto',
    'Assessoria do Porto',
    'Agencja Portowa',
    'Портовое агентство',
    'Liman Ajansı',
    'Πρακτορείο Λιμανιού',
    'Kantor Pelabuhan',
    'हार्बर न्यूज़ डेस्क',
    'وكالة الميناء',
    'סוכנות הנמל',
    '항구일보 편집국',
    '港湾新聞社',
    '海港日报编辑部',
    'ทีมข่าวท่าเรือ',
  ];
  for (const house of houses) check(`<meta name="author" content="${house}">`, []);
  const people = ['Cia Holm', 'Анна Белова', 'Ayşe Demir', 'Νίκος Λάμπρος', '강도윤', '林曉文', 'สมชาย ใจดี'];
  for (const person of people) check(`<meta name="author" content="${person}">`, [person]);
});

test('a day behind a name is no part of it, a post and words around writers are none', () => {
  const author = (content: string) => `<meta name="author" content="${content}">`;
  for (const day of ['Mon', 'Mo', 'jueves', 'vendredi']) check(author(`Cia Holm ${day}`), ['Cia Holm']);
  check(author('Chief Harbour Officer'), []);
  check('', [], '<p class="post-author">Alle Beiträge</p>');
  check('', [], '<p class="post-author">Ver todos</p>');
});
