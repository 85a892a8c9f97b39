import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import type { ArticleKind } from '../../src/records.ts';

/** Faults that extractors share: one case each, beside those in `body.test.ts` and `kind.test.ts`. */
const story = [
  'The last ferry between Sandholm and the islands will stop running at the end of March, the port authority said on Monday.',
  'About four hundred people use the line each day, most of them pupils and fishers who have no other way across the sound.',
  '“We have looked at every timetable and every subsidy, and the numbers do not add up,” said Ada Lund, who heads the authority.',
];
const headlines = [
  'Council votes to keep the old lighthouse open until autumn',
  'Herring prices climb again as boats stay in harbour',
  'School choir wins second place at the county festival',
  'Bridge repairs will close one lane for three weeks',
  'New rules for camping on the northern beaches explained',
  'Storm warning lifted for the whole of the western coast',
  'Gulls nest on the roof of the town hall again',
  'Island school gets its hundred year old map back',
];
const paragraphs = (list: readonly string[]) => list.map((text) => `<p>${text}</p>`).join('\n');
const address = (headline: string, at: number) => `/news/${at}-${headline.toLowerCase().replaceAll(' ', '-')}`;
const article = (inner: string) => `<article><h1>Ferry line closes after ninety years</h1>${inner}</article>`;

interface Expected {
  readonly kind?: ArticleKind;
  readonly body: readonly string[];
  readonly leads?: number;
  readonly title?: string;
  readonly url?: string;
}

function check(main: string, expected: Expected): void {
  const title = expected.title ?? 'Ferry line closes after ninety years';
  const { article: got, leads } = extract({
    pageId: 'p',
    content: `<!doctype html><html lang="en"><head><title>${title} | Harbour Post</title></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><main>${main}</main><footer>© Harbour Post</footer></body></html>`,
    contentType: null,
    url: expected.url ?? 'https://harbourpost.example/news/ferry-line-closes-after-ninety-years',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.deepEqual(got.body === '' ? [] : got.body.split('\n\n'), expected.body);
  assert.equal(got.kind, expected.kind ?? 'article');
  assert.equal(got.partial, expected.kind === 'stub');
  if (expected.leads !== undefined) assert.equal(leads.length, expected.leads);
}

const teaser = 'The people who know it best say it will take until the summer before anything is decided about it.';

test('a row of short texts under the wanted one is other stories', () => {
  const brief = (text: string, at: number) =>
    `<div class="brief"><h3><a href="${address(text, at)}">${text}</a></h3><p>${teaser}</p></div>`;
  const row = `<section><h2>In brief</h2>${headlines.slice(0, 5).map(brief).join('')}</section>`;
  check(article(paragraphs(story)) + row, { body: story, leads: 5 });
});

test('a review of things, each with a link to a shop, keeps them', () => {
  const things = ['The red rope of hemp', 'The blue rope of nylon', 'The white rope of cotton'].map(
    (name, at) =>
      `<div class="pick"><h3><a href="https://shop.example/${at}">${name} for mooring</a></h3><p>${name} holds a boat of ten tons in any wind, and does not swell when it lies in the water for a month.</p></div>`,
  );
  const { body } = extract({
    pageId: 'p',
    content: `<html><head><title>Three ropes we like</title></head><body><article><h1>Three ropes we like</h1>${paragraphs(story)}${things.join('')}</article></body></html>`,
    contentType: null,
    url: 'https://harbourpost.example/reviews/ropes',
    form: 'html',
    received: null,
    hint: {},
  }).value.article;
  assert.ok(body.includes('The blue rope of nylon holds a boat'), body);
});

test('an invitation to register is not the text', () => {
  const box =
    '<div class="box"><h3>Create a free account</h3><p>Register now to read five stories each month, save the ones you like for later, and have the morning letter sent to you. We never share your address with anyone, and you may leave whenever you wish.</p><form><input></form></div>';
  check(article(box + paragraphs(story)), { body: story });
});

test('the calendar, date and tags beside an announcement are not its text', () => {
  const week = (from: number) =>
    `<tr>${[0, 1, 2, 3, 4, 5, 6].map((day) => `<td><a href="/day/${from + day}">${from + day}</a></td>`).join('')}</tr>`;
  const about = [
    'The county orchestra plays in the fish hall on Saturday, and the doors open at seven in the evening for all who have a ticket.',
    'The programme has two suites and a march that was written for the opening of the hall a hundred years ago.',
  ];
  check(
    `<div class="event"><h1>Concert in the fish hall</h1><table><tr><th>Mo</th><th>Tu</th><th>We</th><th>Th</th><th>Fr</th><th>Sa</th><th>Su</th></tr>${[1, 8, 15, 22].map(week).join('')}</table>
<p>Date: 16 March 2024</p><p>Tags: <a href="/tag/music">music</a>, <a href="/tag/hall">hall</a></p>${paragraphs(about)}</div>`,
    {
      body: about,
      title: 'Concert in the fish hall',
      url: 'https://harbourpost.example/events/concert-in-the-fish-hall',
    },
  );
});

test('"don\'t miss" and "you may also like" inside the text go with their links', () => {
  const [first, second, third] = story;
  const link = (at: number) => `<a href="${address(headlines[at], at)}">${headlines[at]}</a>`;
  check(
    article(
      `<p>${first}</p><p><strong>DON'T MISS</strong></p><p>${link(0)}</p><p>${link(1)}</p><p>${second}</p><p><b>You may also like: </b>${link(2)}</p><p>${third}</p>`,
    ),
    { body: story, leads: 3 },
  );
});

test('an embedded post of any network that the text announces stays', () => {
  const [first, second, third] = story;
  const announced = 'The parents answered on the network:';
  const post = 'We will row the children to school ourselves if we must.';
  check(
    article(
      `${paragraphs([first, announced])}<blockquote class="instagram-media"><p>${post}</p></blockquote>${paragraphs([second, third])}`,
    ),
    { body: [first, announced, post, second, third] },
  );
});

test('a text that breaks off before an offer is a stub, without structured data too', () => {
  const cut = 'About four hundred people use the line each day, most of them pupils and…';
  check(
    article(
      `${paragraphs([story[0], cut])}<div class="box"><p>Subscribe to continue reading this article.</p><a href="/subscribe">See offers</a></div>`,
    ),
    { kind: 'stub', body: [story[0], cut] },
  );
});

test('a search is a list', () => {
  const hit = (text: string, at: number) =>
    `<div class="result"><a href="${address(text, at)}">${text}</a><p>… the ferry was late again, according to people on the quay who had waited …</p><span>3 March 2024</span></div>`;
  check(`<h1>Search results for “ferry”</h1><p>14 results</p>${headlines.map(hit).join('')}`, {
    kind: 'list',
    body: [],
    leads: 8,
    title: 'Search results for “ferry”',
    url: 'https://harbourpost.example/search?q=ferry',
  });
});

test('a section whose stories have teasers and times is a list', () => {
  const card = (text: string, at: number) =>
    `<article class="teaser"><h2><a href="${address(text, at)}">${text}</a></h2><p>${teaser}</p><time datetime="2024-03-1${at}">1${at} March</time></article>`;
  check(`<h1>Coast</h1>${headlines.map(card).join('')}`, {
    kind: 'list',
    body: [],
    leads: 8,
    title: 'Coast',
    url: 'https://harbourpost.example/coast/',
  });
});

test('a hub of videos is a list', () => {
  const card = (text: string, at: number) =>
    `<div class="card"><a href="/video/${at}"><img src="${at}.jpg"><span>1:2${at}</span><h3>${text}</h3></a></div>`;
  check(`<h1>Videos</h1>${headlines.map(card).join('')}`, {
    kind: 'list',
    body: [],
    title: 'Videos',
    url: 'https://harbourpost.example/video/',
  });
});

test('an error page is none, whatever its title says', () => {
  check(
    '<h1>Oops!</h1><p>Sorry, the page you requested could not be found on our server. It may have moved, or the link that brought you here may be out of date.</p>',
    { kind: 'none', body: [], title: 'Oops', url: 'https://harbourpost.example/gone' },
  );
});

test('a story about a page that was taken down is a story', () => {
  const about = [
    ...story,
    'By noon the page could not be found on the site of the authority, and nobody there would say why.',
  ];
  check(article(paragraphs(about)), { body: about });
});
