import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { warcRecordBytes } from '../../src/formats/warc.ts';
import { newHealth } from '../../src/sources/schedule.ts';
import { escaped } from '../../src/web/html.ts';
import { fetcher, serve } from '../fetch/server.ts';
import { plainWatch } from '../made.ts';
import { pagePaths } from '../server/desk.ts';
import { fillSmuggled } from '../server/smuggled.ts';
import { rss } from '../sources/check.ts';
import { measureShifts, openBrowser, skipped, type WatchedBrowser } from './chromium.ts';
import { openRealDesk, type RealDesk } from './real.ts';

/**
 * Pages that attack whoever looks at them, through every door there is, in a real browser: nothing of them runs, nothing of the
 * desk asks anything elsewhere (a listening server is never called), no error is told, nothing shifts.
 */
describe('hostile pages in a browser', { skip: skipped }, () => {
  let watched: WatchedBrowser;
  let desk: RealDesk;
  let canary: string;
  const called: string[] = [];
  const listening = createServer((request, response) => {
    called.push(`asked ${request.url}`);
    response.end();
  });
  listening.on('connection', () => called.push('connected'));

  before(async () => {
    await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
    canary = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    // Whoever is called is heard: without this a silent canary would prove nothing.
    await (await fetch(`${canary}/heard`)).text();
    assert.deepEqual(called.splice(0), ['connected', 'asked /heard']);
    watched = await openBrowser(() => desk.server.url);
  });
  afterEach(() => desk?.close());
  after(async () => {
    await watched?.close();
    listening.closeAllConnections();
    listening.close();
  });

  /** Visits pages as somebody who opens all there is to open, and says what happened that must not. */
  async function visit(page: Page, paths: readonly string[], shifts: () => Promise<number>): Promise<void> {
    for (const path of paths) {
      await page.goto(desk.server.url + path);
      const shifted = await shifts();
      assert.ok(shifted < 0.01, `${path} shifts by ${shifted}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.setAttribute('open', '');
        for (const field of document.querySelectorAll('input, textarea'))
          if (field instanceof HTMLElement && field.offsetParent !== null) field.focus();
        for (const one of document.querySelectorAll('main *'))
          one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      });
      const opens = page.locator('[data-opens]').first();
      if ((await opens.count()) > 0) {
        await opens.click();
        await page.locator('.opened').first().waitFor();
      }
      assert.equal(
        await page.evaluate(() => (window as unknown as { ran?: string }).ran),
        undefined,
        `${path} ran something`,
      );
      assert.equal(new URL(page.url()).origin, desk.server.url, `${path} led elsewhere`);
    }
    watched.noFaults();
    assert.deepEqual(called, [], 'somebody was called');
  }

  async function walk(paths: () => Promise<readonly string[]>): Promise<void> {
    const { context, page } = await watched.open({ viewport: { width: 1440, height: 900 } });
    try {
      await visit(page, await paths(), await measureShifts(page));
    } finally {
      await context.close();
    }
  }

  test('what is fetched: feeds, titles, bodies, bylines, sites', { timeout: 300_000 }, async (context) => {
    const attacks = attacksOn(canary);
    const pages = Object.fromEntries(
      attacks.map((attack, index) => [`/p${index}`, articlePage(attack, attacks[(index + 1) % attacks.length])]),
    );
    const items = attacks.map(
      (attack, index) =>
        `<item><title>${escaped(attack)}</title><link>/p${index}</link><description>${escaped(attack)}</description><author>${escaped(attack)}</author></item>`,
    );
    const outlet = await serve(context, {
      ...pages,
      '/feed': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(items.join(''))),
    });
    desk = await openRealDesk(() => watched.faults, { fetcher: fetcher(context) });
    const { store, worker, now } = desk;
    await store.addSource({
      id: 'so-attack',
      kind: 'feed',
      address: `${outlet.origin}/feed`,
      title: attacks[0],
      owner: attacks[1],
      added: now(),
      paused: false,
      health: newHealth(now()),
    });
    await store.saveWatch(plainWatch('wa-attack', 'harbour', { name: attacks[2], created: now() }));
    const running = worker.run();
    const read = async () => (await store.counts()).articles;
    for (let round = 0; round < 400 && (await read()) < attacks.length; round++)
      await new Promise((done) => setTimeout(done, 50));
    await worker.stop();
    await running;
    assert.equal(await read(), attacks.length);
    await walk(async () => {
      const all = await pagePaths(store);
      const raw = await Promise.all(
        all
          .filter((path) => path.startsWith('/articles/'))
          .map(async (path) => (await store.getArticle(path.slice(10).split('?')[0]))?.page.id),
      );
      return [...all, ...raw.map((id) => `/pages/${id}/raw`)];
    });
  });

  test('what is kept in records: every field of every record', { timeout: 300_000 }, async () => {
    desk = await openRealDesk(() => watched.faults);
    const attacks = attacksOn(canary);
    for (const [index, attack] of attacks.entries())
      if (index % 4 === 0) await fillSmuggled(desk.store, attack, `${index}`);
    await walk(() => pagePaths(desk.store));
  });

  test('query strings, names of files, OPML lists and WARC headers', { timeout: 300_000 }, async () => {
    desk = await openRealDesk(() => watched.faults, { filled: true });
    const attacks = attacksOn(canary);
    const { context, page } = await watched.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    try {
      const shifts = await measureShifts(page);
      const asked = attacks.flatMap((attack) => {
        const one = encodeURIComponent(attack);
        return [
          `/search?q=${one}`,
          `/?tag=${one}`,
          `/watches/new?query=${one}&name=${one}&preview=1`,
          `/speakers?prefix=${one}`,
          `/calendar?from=${one}`,
        ];
      });
      await visit(page, asked, shifts);
      // Addresses that are none answer with 404 or 400, which the browser tells as errors: what must not be is anything more.
      for (const attack of attacks) {
        const one = encodeURIComponent(attack);
        for (const path of [`/${one}`, `/speakers/${one}`, `/stories/${one}`]) await page.goto(desk.server.url + path);
      }
      assert.deepEqual(
        watched.faults.splice(0).filter((fault) => !/status of 40[04]/.test(fault)),
        [],
      );
      const opml = attacks.map(
        (attack, index) =>
          `<outline text="${escaped(attack)}" title="${escaped(attack)}" xmlUrl="https://a${index}.example/${encodeURIComponent(attack)}"/>`,
      );
      const record = (attack: string, index: number) =>
        warcRecordBytes({
          type: 'response',
          id: `urn:uuid:00000000-0000-4000-8000-00000000000${index % 10}`,
          date: '2026-11-24T10:00:00Z',
          targetUri: `https://a.example/${attack}`,
          contentType: 'application/http; msgtype=response',
          further: [['WARC-Filename', attack]],
          block: Buffer.from(
            `HTTP/1.1 200 ${attack.slice(0, 20).replace(/[\r\n]/g, '')}\r\nContent-Type: text/html; charset=${attack.replace(/[\r\n]/g, '')}\r\nX-A: ${attack.replace(/[\r\n]/g, '')}\r\nLocation: ${canary}\r\nSet-Cookie: a=${attack.replace(/[\r\n]/g, '')}\r\nLink: <${canary}/link>; rel=preload\r\nRefresh: 0; url=${canary}\r\n\r\n${articlePage(attack, attack)}`,
          ),
        });
      await page.goto(`${desk.server.url}/sources`);
      await page
        .locator('input[name="files"]')
        .first()
        .setInputFiles([
          {
            name: 'list.opml',
            mimeType: 'text/xml',
            buffer: Buffer.from(`<opml version="2.0"><body>${opml.join('')}</body></opml>`),
          },
          { name: 'all.warc', mimeType: 'application/warc', buffer: Buffer.concat(attacks.map(record)) },
          ...attacks.map((attack) => ({
            name: `${attack.replaceAll('/', '∕')}.html`,
            mimeType: 'text/html',
            buffer: Buffer.from(articlePage(attack, attack)),
          })),
          ...attacks.map((attack) => ({
            name: `bad ${attack.replaceAll('/', '∕')}.warc`,
            mimeType: 'application/warc',
            buffer: Buffer.from(`WARC/1.1\r\n${attack}`),
          })),
        ]);
      await page.getByRole('button', { name: 'Bring in', exact: true }).click();
      await page.locator('#import .hint').waitFor({ timeout: 30_000 });
      await desk.worker.drain();
      assert.ok((await desk.store.counts()).pages > attacks.length);
      const rest = (await pagePaths(desk.store)).filter((path) =>
        /^\/(\?|sources|articles|leads|settings|$)/.test(path),
      );
      await visit(page, rest, shifts);
    } finally {
      await context.close();
    }
  });
});

/** Ways to run a script, to call somebody, or to take over a page; `canary` is who would be called. */
function attacksOn(canary: string): readonly string[] {
  const run = `window.ran='x';fetch('${canary}/ran')`;
  return [
    `<script>${run}</script>`,
    `<img src=x onerror="${run}">`,
    `"><img src="${canary}/img" onerror="${run}">`,
    `' autofocus onfocus='${run}' x='`,
    `<svg><script>${run}</script></svg>`,
    `<svg onload="${run}">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `</title><script>${run}</script>`,
    `</textarea><script>${run}</script>`,
    `--><script>${run}</script><!--`,
    `]]><script>${run}</script>`,
    `<iframe srcdoc="<script>parent.ran='x'</script>"></iframe>`,
    `<iframe src="javascript:${run}"></iframe><a href="javascript:${run}">press</a>`,
    `<meta http-equiv="refresh" content="0;url=${canary}/refresh"><base href="${canary}/">`,
    `<link rel="stylesheet" href="${canary}/style"><link rel="preconnect" href="${canary}"><link rel="prefetch" href="${canary}/prefetch"><link rel="preload" as="image" href="${canary}/preload"><link rel="dns-prefetch" href="//leak.example">`,
    `<style>@import url(${canary}/import);body{background:url(${canary}/css)}*{display:none!important}</style>`,
    `<form action="${canary}/form"><input name=a autofocus><button>Send</button></form>`,
    `<object data="${canary}/object"></object><embed src="${canary}/embed"><video poster="${canary}/poster"><source src=x onerror="${run}"></video><audio src="${canary}/audio" autoplay></audio>`,
    `<details ontoggle="${run}" open>x</details><marquee onstart="${run}">x</marquee><body onpageshow="${run}">`,
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${canary}/rules"]}]}</script>`,
    `{{constructor.constructor("${run}")()}} \${${run}} <%= ${run} %>`,
    `\u202e\u2066<b style="position:fixed;inset:0;background:red">${'\u0300'.repeat(40)}</b>\u2069`,
    `javascript:${run}//" data-live data-running data-query data-drop data-row data-key="u" class="undo`,
    `&#x3c;script&#x3e;${run}&#x3c;/script&#x3e; %3Cscript%3E${run}%3C/script%3E`,
  ];
}

/** An article whose every told part is an attack in words, and whose markup holds another that is alive. */
function articlePage(told: string, alive: string): string {
  const words = escaped(told);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words}</title><meta name="author" content="${words}"><meta property="og:site_name" content="${words}"><meta property="article:section" content="${words}"><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: told, datePublished: '2026-11-23', author: { name: told }, publisher: { name: told } }).replaceAll('<', '\\u003c')}</script></head><body>${alive}<article><h1>${words}</h1><p class="byline">By ${words}</p><p>The harbour board said on Monday that the quay would close between Nov. 27 and Dec. 3. ${words}</p><p>"We will not wait for ${words} again," the harbour master, Ada Brent, told a press briefing. ${alive}</p><p>The ferry carried 41 people on Friday and 52 people on Saturday, ${words} said.</p></article><aside><h2>${words}</h2><ul><li><a href="javascript:window.ran='x'">${words} in a list of other headlines</a></li><li><a href="${words}">${words}</a></li></ul></aside></body></html>`;
}
