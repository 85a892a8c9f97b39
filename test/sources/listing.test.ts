import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverSources } from '../../src/sources/discover.ts';
import { failureOf, listingOf } from './check.ts';

/** The stories of a section page, as path and title. */
function check(body: string): [string, string | undefined][] {
  const listing = listingOf(`<!doctype html><html lang="en"><title>News</title><body>${body}</body></html>`, {
    kind: 'listing',
  });
  return listing.items.map(({ url, hint }) => [url.replace('https://gazette.example', ''), hint.title]);
}

test('headlines are stories, once each, with the longest words', () => {
  assert.deepEqual(
    check(`
      <a href="/2026/11/24/ferry-line-sails-again"><img src="x.jpg"></a>
      <h2><a href="/2026/11/24/ferry-line-sails-again?utm_source=home#c">Ferry line sails again after storm</a></h2>
      <a href="https://www.gazette.example/news/bridge-inspection-ends-without-findings">Bridge inspection ends without findings</a>
      <a href="/view.php?idxno=20261124">다리 점검 이상 없이 마무리</a>`),
    [
      ['/2026/11/24/ferry-line-sails-again', 'Ferry line sails again after storm'],
      [
        'https://www.gazette.example/news/bridge-inspection-ends-without-findings',
        'Bridge inspection ends without findings',
      ],
      ['/view.php?idxno=20261124', '다리 점검 이상 없이 마무리'],
    ],
  );
});

test('navigation, other sites, tags, pictures and short links are no stories', () => {
  assert.deepEqual(
    check(`
      <nav><a href="/2026/11/24/inside-the-menu-is-no-story">Inside the menu is no story at all</a></nav>
      <a href="/">Home page of the Gazette of Rill</a>
      <a href="/sport">Sport</a>
      <a href="/tag/ferry-line-and-its-long-history-here">Everything on the ferry line and its history</a>
      <a href="https://elsewhere.example/2026/11/24/a-story-of-another-house">A story of another house altogether</a>
      <a href="/files/2026/11/plan-of-the-new-bridge.pdf">The plan of the new bridge as a file</a>
      <a href="javascript:void(0)">A long link that leads nowhere at all</a>
      <a href="mailto:desk@gazette.example">Write a letter to the desk of the Gazette</a>
      <footer><a href="/about/how-we-work-and-who-pays-us">How we work, and who pays us for it</a></footer>`),
    [],
  );
});

test('a page of links is one only when the source is kept as one', () => {
  assert.equal(failureOf('<html><a href="/a">b</a></html>', { kind: 'feed' }), 'source-is-web-page');
});

test('discovery: declared, then linked, then known places', () => {
  const found = discoverSources(
    `<html><head><base href="https://gazette.example/en/">
     <link rel="alternate" type="application/rss+xml" title="Gazette &raquo; Feed" href="feed">
     <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
     <link rel="alternate" type="application/json+oembed" href="/oembed?url=1">
     <link rel="alternate" type="text/xml+oembed" href="/oembed?url=1&amp;format=xml">
     <link rel="alternate" type="application/json" href="/wp-json/posts/1">
     <link rel="alternate" hreflang="ko" href="/ko/">
     <link rel="alternate stylesheet" type="text/css" href="/x.css">
     </head><body><a href="/sport.rss">Sport feed</a><a href="/feeding-the-birds">Birds</a>
     <a href="https://elsewhere.example/dialog/feed?link=1">Share</a></body></html>`,
    'https://gazette.example/',
  );
  assert.deepEqual(
    found.filter(({ from }) => from !== 'guessed').map(({ address, title, from }) => [address, title, from]),
    [
      ['https://gazette.example/en/feed', 'Gazette » Feed', 'declared'],
      ['https://gazette.example/sport.rss', 'Sport feed', 'linked'],
    ],
  );
  assert.ok(found.some(({ address, from }) => address === 'https://gazette.example/rss.xml' && from === 'guessed'));
});
