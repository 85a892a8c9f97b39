import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import { type PageView, startOfText } from '../../src/extract/view.ts';

/** A page in, its day of publication out. */
function check(head: string, above: string, below: string, day: string): void {
  const content = `<!doctype html><html lang="en"><head><title>Ferry line closes after ninety years</title>${head}</head><body>
<main><article><h1>Ferry line closes after ninety years</h1>${above}<div class="text">${text}</div></article></main>${below}</body></html>`;
  const { article } = extract({
    pageId: 'p',
    content,
    contentType: null,
    url: 'https://harbourpost.example/news/ferry-line-closes',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.equal(article.published.value?.slice(0, 10), day);
}
const text = [
  'The last ferry between Sandholm and the islands will stop running at the end of March, the port authority said on Monday.',
  'About four hundred people use the line each day, most of them pupils and fishers who have no other way across the sound.',
  'The islanders want the county to buy the ship. A meeting is planned for next week in the parish hall, according to Bo Ek, a teacher.',
]
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('');
const other =
  '<div class="more"><a href="/b">Herring prices climb again as boats stay in harbour</a> <time datetime="2024-05-02T08:00:00Z">2 hours ago</time></div>';

test('the day by the byline below a standfirst is the text’s, the time of another story is not', () => {
  const standfirst =
    '<div class="dek"><p>Pupils and fishers will have to find another way across the sound from April on, and nobody knows which.</p></div>';
  const byline = '<div class="meta">By Cia Holm <time datetime="2024-03-18T09:15:00Z">18 March 2024</time></div>';
  check('', `${standfirst}${byline}<ul><li><a href="#">Share</a></li></ul>`, other, '2024-03-18');
});

test('a day that a sentence tells of does not confirm the day of the structured data', () => {
  const data =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry line closes after ninety years","datePublished":"2023-12-18T22:57:00-05:00"}</script>';
  const told =
    '<div class="picture-text">A view of the old ferry on December 18, 2023 as it leaves the harbour of Sandholm for the last time.</div>';
  check(data, `<div class="meta">By Cia Holm <span>Dec 19, 2023 3:57 AM</span></div>${told}`, '', '2023-12-19');
});

test('a text begins behind a standfirst that stands apart, but not behind a long gap', () => {
  const start = (kept: readonly number[]) => startOfText({ kept } as Pick<PageView, 'kept'>);
  assert.equal(start([3, 9, 10]), 9);
  assert.equal(start([3, 4, 10]), 3);
  assert.equal(start([3, 40]), 3);
  assert.equal(start([3]), 3);
  assert.equal(start([]), -1);
});

test('a meta element keeps the first day where the page shows that of a change; JSON-LD yields to a new edition', () => {
  const changed = '<meta property="article:modified_time" content="2026-03-09T10:00:00+00:00">';
  const shown = '<div class="post-date">March 9, 2026</div>';
  check(
    `<meta property="article:published_time" content="2018-09-20T09:40:57+00:00">${changed}`,
    shown,
    '',
    '2018-09-20',
  );
  check(
    `<script type="application/ld+json">{"@type":"Article","headline":"Ferry line closes after ninety years","datePublished":"2018-09-20T09:40:57+00:00","dateModified":"2026-03-09T10:00:00+00:00"}</script>`,
    shown,
    '',
    '2026-03-09',
  );
});

test('a day in a box beside the headline counts where nothing else tells one', () => {
  check('', '<aside><time datetime="2024-03-18">18 March 2024</time></aside>', '', '2024-03-18');
  check(
    '<meta property="article:published_time" content="2024-03-17T08:00:00+01:00">',
    '<aside><time datetime="2024-03-18">18 March 2024</time></aside>',
    '',
    '2024-03-17',
  );
});

test('a day that a paragraph opens with, before a dash, is its dateline', () => {
  const content = `<html lang="de"><head><title>Die Fähre fährt nicht mehr</title></head><body><main><h1>Die Fähre fährt nicht mehr</h1>
<div class="comment-box"><p>18.3.2024 – Die letzte Fähre zwischen Sandholm und den Inseln stellt Ende März den Betrieb ein, wie die Hafenbehörde am Montag mitteilte, und niemand weiß, was danach kommt.</p>
<p>Etwa vierhundert Menschen nutzen die Linie jeden Tag, die meisten von ihnen Schüler und Fischer, die keinen anderen Weg haben.</p></div></main></body></html>`;
  const page = {
    pageId: 'p',
    content,
    contentType: null,
    url: 'https://harbourpost.example/faehre',
    form: 'html',
  } as const;
  const { article } = extract({ ...page, received: null, hint: {} }).value;
  assert.deepEqual(article.published, { value: '2024-03-18', precision: 'day', from: 'visible' });
});

test('an address may end in a day written backwards', () => {
  const content = `<html><head><title>Ferry line closes</title></head><body><main><h1>Ferry line closes</h1>${text}</main></body></html>`;
  const page = { pageId: 'p', content, contentType: null, form: 'html', received: null, hint: {} } as const;
  const dayAt = (url: string) => extract({ ...page, url }).value.article.published.value;
  assert.equal(dayAt('https://harbourpost.example/news/29-10-2021'), '2021-10-29');
  assert.equal(dayAt('https://harbourpost.example/news/2021/10/29/ferry'), '2021-10-29');
  assert.equal(dayAt('https://harbourpost.example/news/tel-29-10-20215'), null);
});
