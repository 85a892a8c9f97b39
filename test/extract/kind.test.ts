import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';

const read = (html: string, url: string) =>
  extract(
    { pageId: 'p', content: html, contentType: null, url, form: 'html', received: null, hint: {} },
    { explain: true },
  ).value;

const sentence = (at: number) =>
  `In hall number ${at} the delegates went on talking about the harbour fees until late, and the chair asked them to come back.`;

test('a section page is a list and has no body', () => {
  const teasers = Array.from(
    { length: 24 },
    (_, at) =>
      `<div class="card"><h3><a href="/news/story-${at}">Harbour story number ${at} that has a headline of some length</a></h3><p class="teaser">Short words on it</p></div>`,
  );
  const { article } = read(
    `<html><head><title>News | Harbour Post</title><meta property="og:type" content="website"></head><body><h1>News</h1>${teasers.join('')}</body></html>`,
    'https://harbourpost.example/news/',
  );
  assert.equal(article.kind, 'list');
  assert.equal(article.body, '');
});

test('an error page is none', () => {
  const { article } = read(
    '<html><head><title>404: Page not found</title></head><body><h1>Page not found</h1><p>We are sorry, but the page you asked for is not here any more.</p><a href="/">Home</a></body></html>',
    'https://harbourpost.example/gone',
  );
  assert.equal(article.kind, 'none');
  assert.equal(article.body, '');
});

test('a live blog keeps its introduction and every post with its time', () => {
  const posts = Array.from(
    { length: 8 },
    (_, at) =>
      `<div class="live-post"><time datetime="2024-03-04T1${at}:05:00Z">1${at}:05</time><h3>Session ${at} ends</h3><p>${sentence(at)}</p></div>`,
  );
  const { article } = read(
    `<html><head><title>Harbour conference: live</title></head><body><main><h1>Harbour conference: live</h1><div class="intro"><p>The harbour conference has begun in Sandholm, and we follow its sessions here through the day.</p></div>${posts.join('')}</main></body></html>`,
    'https://harbourpost.example/live/harbour-conference',
  );
  assert.equal(article.kind, 'live');
  assert.match(article.body, /^The harbour conference has begun/);
  for (let at = 0; at < 8; at++)
    assert.ok(
      article.body.includes(`1${at}:05\n\nSession ${at} ends\n\n${sentence(at)}`),
      `post ${at}\n${article.body}`,
    );
});

test('posts of a live blog that only the structured data hold follow the introduction', () => {
  const updates = Array.from({ length: 12 }, (_, at) => ({
    '@type': 'BlogPosting',
    headline: `Session ${at} ends`,
    datePublished: `2024-03-04T1${at % 10}:05:00Z`,
    articleBody: sentence(at),
  }));
  const data = JSON.stringify({
    '@type': 'LiveBlogPosting',
    headline: 'Harbour conference: live',
    liveBlogUpdate: updates,
  });
  const { article } = read(
    `<html><head><title>Harbour conference: live</title><script type="application/ld+json">${data}</script></head><body><article><h1>Harbour conference: live</h1><p>The harbour conference has begun in Sandholm, and we follow its sessions here through the day.</p></article></body></html>`,
    'https://harbourpost.example/live/harbour-conference',
  );
  assert.equal(article.kind, 'live');
  assert.ok(article.body.includes(sentence(11)));
});

test('what a paywall leaves is marked as partial', () => {
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Ferry line closes',
    isAccessibleForFree: false,
    wordCount: 900,
  });
  const { article } = read(
    `<html><head><title>Ferry line closes</title><script type="application/ld+json">${data}</script></head><body><article><h1>Ferry line closes</h1><p>${sentence(1)}</p><p>${sentence(2)} It was then that the</p><div class="paywall"><p>Subscribe to read on.</p></div></article></body></html>`,
    'https://harbourpost.example/news/ferry',
  );
  assert.equal(article.kind, 'stub');
  assert.equal(article.partial, true);
  assert.ok(article.body.includes(sentence(1)));
});

test('asked why, every block has its fate, step and reason', () => {
  const { article, trace } = read(
    `<html><head><title>Ferry line closes</title></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry line closes</h1>${[1, 2, 3, 4].map((at) => `<p>${sentence(at)}</p>`).join('')}</article></body></html>`,
    'https://harbourpost.example/news/ferry',
  );
  assert.equal(trace[0].step, 'kind');
  const blocks = trace.filter((line) => line.text !== undefined);
  assert.equal(blocks.length, 6);
  for (const line of blocks) assert.ok(line.reason.length > 0 && typeof line.kept === 'boolean');
  assert.equal(
    blocks
      .filter((line) => line.kept)
      .map((line) => line.text)
      .join('\n\n'),
    article.body,
  );
});

test('the reasons say in words what a block looks like and how sure that is', () => {
  const { trace } = read(
    `<html><head><title>Ferry line closes</title></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry line closes</h1><p>By Cia Holm</p>${[1, 2, 3, 4].map((at) => `<p>${sentence(at)}</p>`).join('')}<p>Follow us on every network you use</p></article></body></html>`,
    'https://harbourpost.example/news/ferry',
  );
  const reason = (text: string) => trace.find((line) => line.text === text)?.reason ?? '';
  assert.match(reason('Home'), /^in a menu, nothing but a link: no text, certain \(-8\.0\)/);
  assert.match(reason('Ferry line closes'), /^the words of the title: /);
  assert.match(reason(sentence(2)), /^running text: text, /);
});

test('the reasons name the box that a text was left out with, and what was told elsewhere', () => {
  const { article, trace } = read(
    `<html><head><title>Ferry line closes</title></head><body><article><h2>Ferry line closes</h2>${[1, 2, 3, 4].map((at) => `<p>${sentence(at)}</p>`).join('')}<p>READ ALSO: <a href="/news/gulls-nest-on-the-roof-of-the-town-hall">Gulls nest on the roof of the town hall</a></p><p>${sentence(5)}</p>
<div class="newsletter-signup"><p>Sign up for our briefing and have the news of the harbor in your inbox each morning.</p></div></article></body></html>`,
    'https://harbourpost.example/news/ferry',
  );
  assert.equal(
    trace
      .filter((line) => line.kept)
      .map((line) => line.text)
      .join('\n\n'),
    article.body,
  );
  const texts = trace.map((line) => line.text).filter((text) => text !== undefined);
  assert.equal(new Set(texts).size, texts.length, 'each block has one line');
  const briefing = trace.find((line) => line.text?.startsWith('Sign up for our briefing'));
  assert.match(briefing?.reason ?? '', /^(?:in a box for a newsletter|asks the reader for something)/);
});

test('asked why, a page without an article keeps nothing', () => {
  const cards = Array.from(
    { length: 14 },
    (_, at) =>
      `<div class="card"><h3><a href="/news/story-${at}-of-the-harbor-section">Council meets once more over the bridge, turn ${at}</a></h3><p>What the council said and did in week ${at} of the year.</p></div>`,
  );
  const { article, trace } = read(
    `<html><head><title>Harbor</title></head><body><main><h1>Harbor</h1>${cards.join('')}</main></body></html>`,
    'https://harbourpost.example/harbor',
  );
  assert.equal(article.kind, 'list');
  assert.equal(article.body, '');
  assert.deepEqual(
    trace.filter((line) => line.kept),
    [],
  );
  assert.ok(trace.some((line) => line.reason === 'a list has no text of its own'));
});
