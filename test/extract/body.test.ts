import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import type { ArticleKind } from '../../src/records.ts';

interface Expected {
  readonly kind?: ArticleKind;
  readonly partial?: boolean;
  /** The whole body, paragraph by paragraph. */
  readonly body?: readonly string[];
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
}

/** A page in, what is kept of it out. */
function check(
  html: string,
  expected: Expected,
  url = 'https://harbourpost.example/news/2024/ferry-line-closes',
): void {
  const { value } = extract({
    pageId: 'p',
    content: html,
    contentType: null,
    url,
    form: 'html',
    received: null,
    hint: {},
  });
  const { article } = value;
  if (expected.body !== undefined) assert.deepEqual(article.body.split('\n\n'), expected.body);
  for (const text of expected.has ?? []) assert.ok(article.body.includes(text), `missing: ${text}\n${article.body}`);
  for (const text of expected.hasNot ?? []) assert.ok(!article.body.includes(text), `kept: ${text}\n${article.body}`);
  if (expected.kind !== undefined) assert.equal(article.kind, expected.kind);
  if (expected.partial !== undefined) assert.equal(article.partial, expected.partial);
}

const story = [
  'The last ferry between Sandholm and the islands will stop running at the end of March, the port authority said on Monday.',
  'About four hundred people use the line each day, most of them pupils and fishers who have no other way across the sound.',
  '“We have looked at every timetable and every subsidy, and the numbers do not add up,” said Ada Lund, who heads the authority.',
  'The islanders want the county to buy the ship. A meeting is planned for next week in the parish hall, according to Bo Ek, a teacher.',
  'The line was opened in 1931 and survived two wars, a strike and the bridge that was never built.',
];
const paragraphs = (list: readonly string[]) => list.map((text) => `<p>${text}</p>`).join('\n');
const headlines = [
  'Council votes to keep the old lighthouse open until autumn',
  'Herring prices climb again as boats stay in harbour',
  'School choir wins second place at the county festival',
  'Bridge repairs will close one lane for three weeks',
  'New rules for camping on the northern beaches explained',
  'Storm warning lifted for the whole of the western coast',
];
const list = (heading: string, className: string) =>
  `<div class="${className}"><h3>${heading}</h3><ul>${headlines.map((text, at) => `<li><a href="/news/${at}">${text}</a></li>`).join('')}</ul></div>`;

const page = (
  main: string,
  { head = '', after = '', title = 'Ferry line closes after ninety years' } = {},
) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | Harbour Post</title><meta property="og:title" content="${title}">
<meta property="og:type" content="article">${head}</head><body>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="story"><h1>${title}</h1><p class="byline">By <a href="/by/x">Cia Holm</a></p>${main}</article></main>
${after}<footer class="site-footer"><p>© Harbour Post. All rights reserved.</p></footer></body></html>`;

test('a plain story is kept whole, and nothing else', () => {
  check(page(`<div class="body">${paragraphs(story)}</div>`), { kind: 'article', partial: false, body: story });
});

test('a list of headlines after the story is not part of it', () => {
  check(page(`<div class="body">${paragraphs(story)}</div>`, { after: list('Most read', 'most-read') }), {
    body: story,
  });
});

test('pointers to other stories between paragraphs are dropped', () => {
  const [first, second, ...rest] = story;
  const between =
    '<p><a href="/x"><strong>LIGHTHOUSE KEEPER RETIRES AFTER FORTY YEARS AT SEA</strong></a></p>' +
    '<p><strong>READ MORE: <a href="/y">Why the bridge to Sandholm was never built</a></strong></p>' +
    list('You may also like', 'related-stories');
  check(page(`<div class="body">${paragraphs([first, second])}${between}${paragraphs(rest)}</div>`), { body: story });
});

test('a body parted by an advertisement and a picture keeps both halves', () => {
  const ad =
    '<div class="ad-slot"><span>Advertisement</span></div><figure><img src="a.jpg"><figcaption>The ferry in June. Photo: Dan Falk</figcaption></figure>';
  check(
    page(
      `<div class="body">${paragraphs(story.slice(0, 2))}</div>${ad}<div class="body">${paragraphs(story.slice(2))}</div>`,
    ),
    {
      has: story,
      hasNot: ['Advertisement', 'Dan Falk'],
    },
  );
});

test('newsletter and cookie boxes are not chosen, however long they are', () => {
  const box =
    '<div class="newsletter-signup"><h3>Get our newsletter</h3><p>Sign up for the morning letter from our editors and have the news of the coast in your inbox every day before breakfast. You can unsubscribe at any time.</p><form><input type="email"></form></div>';
  const cookie =
    '<div class="cookie-consent"><p>We and our partners store and access information on a device, such as cookies, and process personal data to personalise content and advertisements. You may change your mind at any time by visiting the settings.</p></div>';
  check(page(`<div class="body">${paragraphs(story)}${box}</div>`, { after: cookie }), { body: story });
});

test('a short story keeps its paragraphs', () => {
  check(page(`<div class="body">${paragraphs(story.slice(0, 2))}</div>`, { after: list('Latest news', 'latest') }), {
    kind: 'article',
    body: story.slice(0, 2),
  });
});

test('headings, list items and rows of a table are lines of their own', () => {
  const extra =
    '<h2>What happens now</h2><p>The county has three choices, and each of them costs money that nobody has set aside so far:</p>' +
    '<ul><li>Buy the ship and run it with a crew of its own.</li><li>Pay another company to run the line twice a day.</li></ul>' +
    '<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2021</td><td>141,000</td></tr><tr><td>2022</td><td>128,000</td></tr></table>' +
    '<p>The figures were published by the county in its yearly report on traffic at sea, which came out in the spring.</p>';
  check(page(`<div class="body">${paragraphs(story)}${extra}</div>`), {
    has: [
      '\n\nWhat happens now\n\n',
      '\n\nBuy the ship and run it with a crew of its own.\n\nPay another company',
      '\n\n2021 | 141,000\n\n2022 | 128,000\n\n',
    ],
  });
});

test('double line breaks part paragraphs, white space is folded', () => {
  const [first, second, third] = story;
  check(page(`<div class="body">${first}<br><br>\n  ${second.replaceAll(' ', ' \n\t ')}<br>&nbsp;<br>${third}</div>`), {
    body: [first, second, third],
  });
});

test('what a text announces with a colon and embeds is part of it', () => {
  const post =
    '<blockquote class="twitter-tweet"><p lang="en">We will row the children to school ourselves if we must, every morning.</p>— Sandholm Parents (@sandholmparents) <a href="https://t.example/1">March 2</a></blockquote>';
  const [first, ...rest] = story;
  check(
    page(
      `<div class="body">${paragraphs([first, 'The parents of the island answered within the hour:'])}${post}${paragraphs(rest)}</div>`,
    ),
    {
      has: ['We will row the children to school ourselves'],
    },
  );
});

test('Arabic and Hebrew text is left as it is', () => {
  const arabic = [
    'قالت هيئة الميناء يوم الاثنين إن آخر عبّارة بين المدينة والجزر ستتوقف عن العمل في نهاية شهر مارس المقبل.',
    'ويستخدم نحو أربعمئة شخص هذا الخط كل يوم، معظمهم من التلاميذ والصيادين الذين لا يملكون وسيلة أخرى للعبور.',
    'وقالت رئيسة الهيئة إن الأرقام لا تسمح بالاستمرار بعد أن درست كل الجداول وكل أشكال الدعم الممكنة.',
  ];
  check(page(`<div class="body">${paragraphs(arabic)}</div>`), { body: arabic });
});

test('stories in unspaced scripts are kept whole', () => {
  const japanese = [
    '港湾局は月曜日、市と島々を結ぶ最後のフェリーの運航を三月末で終えると発表した。',
    '一日およそ四百人が利用しており、その多くは他に渡る手段のない生徒や漁師だという。',
    '局長は「あらゆる時刻表と補助金を検討したが、数字が合わない」と述べた。',
  ];
  check(page(`<div class="body">${paragraphs(japanese)}</div>`), { body: japanese });
});

test('a text that only the structured data hold is taken from there', () => {
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Ferry line closes after ninety years',
    datePublished: '2024-03-04',
    articleBody: story.join('\n\n'),
  });
  check(
    page('<div id="app"><p>Loading the story, please wait.</p></div>', {
      head: `<script type="application/ld+json">${data}</script>`,
    }),
    {
      kind: 'article',
      body: story,
    },
  );
});

test('a claimed text that is only a teaser does not replace the story', () => {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry line closes', articleBody: story[0] });
  check(
    page(`<div class="body">${paragraphs(story)}</div>`, {
      head: `<script type="application/ld+json">${data}</script>`,
    }),
    { body: story },
  );
});

test('a hidden twin of the story is left out', () => {
  check(
    page(
      `<div class="body">${paragraphs(story)}</div><div class="print-copy" style="display:none">${paragraphs(story)}</div>`,
    ),
    {
      body: story,
    },
  );
});

test('a line that tells the time of publication is not the first paragraph', () => {
  check(page(`<div class="body"><p>Posted 4 March 2024, 14:10</p>${paragraphs(story)}</div>`), { body: story });
});
