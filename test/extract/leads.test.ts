import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import type { Lead } from '../../src/records.ts';

const story = [
  'The port authority of Haedong said on Wednesday that it would run night ferries on two routes from March, a step that shipowners have asked for since the harbor bridge was closed last autumn.',
  '"We want to know by summer whether people will use them," Han Jisoo, who heads the passenger office of the authority, told reporters at the terminal on the east side of the basin.',
  'Unions have warned that crews are already short. The authority said that it would hire 40 people before the first sailing, and that tickets would cost the same as they do by day.',
];

/** Leads of a page whose text is wrapped by the given markup; what stands in the text comes between its paragraphs. */
function check({ before = '', inside = '', after = '' }: { before?: string; inside?: string; after?: string }) {
  const [first, second, third] = story;
  const content = `<!doctype html><html lang="en"><head><title>Port to test night ferries | Daily Example</title></head><body>
<header><a href="/">Daily Example</a></header>${before}
<main><article><h1>Port to test night ferries</h1><div class="text"><p>${first}</p><p>${second}</p>${inside}<p>${third}</p></div></article></main>
${after}<footer><a href="/terms-and-conditions-of-use">Terms and conditions of use</a></footer></body></html>`;
  const { article, leads } = extract({
    pageId: 'page',
    content,
    contentType: 'text/html; charset=utf-8',
    url: 'https://daily.example/news/port-to-test-night-ferries-48213',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.deepEqual(article.body.split('\n\n'), story);
  return leads;
}

const titles = (leads: readonly Lead[]) => leads.map((lead) => lead.title);

test('a list beside the text: each headline with address, heading and teaser', () => {
  const leads = check({
    after: `<aside class="most-read"><h3>Most read</h3>
<div class="item"><h4><a href="/news/gulls-nest-on-the-roof-of-the-town-hall-48190">Gulls nest on the roof of the town hall</a></h4><p>More than thirty pairs have settled on the gravel since the first days of the month.</p></div>
<div class="item"><h4><a href="https://partner.example/island-school-gets-its-map-back">Island school gets its map back</a></h4></div></aside>`,
  });
  assert.deepEqual(leads, [
    {
      title: 'Gulls nest on the roof of the town hall',
      href: 'https://daily.example/news/gulls-nest-on-the-roof-of-the-town-hall-48190',
      teaser: 'More than thirty pairs have settled on the gravel since the first days of the month.',
      block: 'Most read',
      language: 'en',
      cutOff: false,
      count: 1,
    },
    {
      title: 'Island school gets its map back',
      href: 'https://partner.example/island-school-gets-its-map-back',
      teaser: null,
      block: 'Most read',
      language: 'en',
      cutOff: false,
      count: 1,
    },
  ]);
});

test('a line between paragraphs is a lead and no text, its label off', () => {
  const leads = check({
    inside:
      '<p><strong>READ MORE: <a href="/news/coast-road-stays-closed-for-a-second-day-48201">Coast road stays closed for a second day</a></strong></p>',
  });
  assert.deepEqual(titles(leads), ['Coast road stays closed for a second day']);
});

test('one headline in several lists is one lead, counted, with its fullest form', () => {
  const item = (text: string) => `<li><a href="/news/bakers-split-over-the-price-of-rye-48177">${text}</a></li>`;
  const leads = check({
    after: `<div class="ticker"><ul>${item('Bakers split over the price of...')}</ul></div><div class="latest"><ul>${item('Bakers split over the price of rye')}</ul></div>`,
  });
  assert.deepEqual(
    leads.map(({ title, count, cutOff }) => ({ title, count, cutOff })),
    [{ title: 'Bakers split over the price of rye', count: 2, cutOff: false }],
  );
});

test('previous and next, and a headline whose link says "read more"', () => {
  const leads = check({
    after: `<div class="post-navigation"><a rel="prev" href="/news/stamp-fair-moves-to-the-fish-hall-48155">Stamp fair moves to the fish hall</a>
<a rel="next" href="/news/clerk-who-found-the-forged-sheet-is-honoured-48230">Clerk who found the forged sheet is honoured</a></div>
<section class="related"><div><h3>Salt-tolerant rice passes its first test</h3><a href="/news/salt-tolerant-rice-passes-its-first-test-48140">Read more</a></div></section>`,
  });
  assert.deepEqual(titles(leads), [
    'Stamp fair moves to the fish hall',
    'Clerk who found the forged sheet is honoured',
    'Salt-tolerant rice passes its first test',
  ]);
});

test('a headline whose break shows is cut off', () => {
  const leads = check({
    after: `<ul class="related"><li><a href="/news/night-markets-return-to-the-old-quarter-48120">[Our Markets] Night stalls return to the</a></li>
<li><a href="/news/museum-lends-its-oldest-map-48119">Museum lends its oldest map to…</a></li></ul>`,
  });
  assert.deepEqual(
    leads.map((lead) => lead.cutOff),
    [true, true],
  );
});

test('no leads: menus, tags, sections, authors, sharing, advertisements, the page itself and links inside sentences', () => {
  const leads = check({
    before: `<nav><ul><li><a href="/news/harbor">Harbor</a><ul class="dropdown"><li><a href="/news/storm-closes-the-coast-road-for-a-day-48100">Storm closes the coast road for a day</a></li></ul></li></ul></nav>`,
    after: `<div class="tags"><a href="/tag/night-ferries-in-the-harbor">Night ferries in the harbor</a></div>
<div class="byline"><a href="/author/dana-ohlen-of-the-harbor-desk">Dana Ohlen of the harbor desk</a></div>
<div class="share"><a href="https://facebook.com/sharer?u=port-to-test-night-ferries">Share this story with your friends</a></div>
<div class="outbrain"><a href="https://ads.example/ten-things-nobody-tells-you-about-ferries">Ten things nobody tells you about ferries</a></div>
<div class="related"><a href="/news/port-to-test-night-ferries-48213">Port to test night ferries</a></div>
<p>For more on this see <a href="/news/the-long-way-home-after-ten-at-night-48001">the long way home after ten at night</a>, our account of what it takes to cross the basin without a bridge.</p>`,
  });
  assert.deepEqual(titles(leads), []);
});
