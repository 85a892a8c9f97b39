import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { pagePaths } from '../server/desk.ts';
import * as archive from './archive.ts';
import { measureShifts, openBrowser, skipped, type WatchedBrowser } from './chromium.ts';

/** Walks the whole desk in a real browser: every page, key and form, with scripts and without, two widths, both grounds. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the desk in a browser', { skip: skipped }, () => {
  let watched: WatchedBrowser;
  let server: RunningServer;
  let store: Store;

  before(async () => {
    store = openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => archive.now });
    await archive.fillStore(store);
    watched = await openBrowser(() => server.url);
    server = await startServer({
      store,
      pages: { content: archive.content },
      now: () => archive.now,
      host: '127.0.0.1',
      port: 0,
      password: null,
      log: {
        info: () => undefined,
        error: (fields, message) => watched.faults.push(`${message} ${JSON.stringify(fields)}`),
      },
    });
  });
  after(async () => {
    await watched?.close();
    await server?.close();
  });

  const open: WatchedBrowser['open'] = (options) => watched.open(options);
  const noFaults = () => watched.noFaults();

  for (const [width, height, colorScheme, language] of [
    [1440, 900, 'light', 'en-GB'],
    [390, 844, 'dark', 'en-GB'],
    [1440, 900, 'dark', 'ko-KR'],
    [390, 844, 'light', 'ko-KR'],
  ] as const) {
    test(`axe finds nothing on any page at ${width} px, ${colorScheme}, ${language}; nothing scrolls sideways`, async () => {
      const { context, page } = await open({ viewport: { width, height }, colorScheme });
      await context.addCookies([{ name: 'language', value: language, url: server.url }]);
      for (const path of await pagePaths(store)) {
        await page.goto(server.url + path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details:not(.menu)')) details.setAttribute('open', '');
        });
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe: tool } = window as unknown as {
            axe: { run(options: object): Promise<{ violations: Violation[] }> };
          };
          interface Violation {
            id: string;
            nodes: { html: string; failureSummary?: string }[];
          }
          // The stored page is somebody else's document in a sandbox of its own.
          const { violations } = await tool.run({ exclude: ['iframe'] } as object);
          return violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary ?? ''}`,
          );
        });
        assert.deepEqual(found, [], path);
        assert.ok(
          (await page.evaluate(() => document.documentElement.scrollWidth)) <= width,
          `${path} scrolls sideways`,
        );
      }
      await context.close();
      noFaults();
    });
  }

  for (const [width, what] of [
    [320, 'the narrowest phone'],
    [640, '1280 px at 200 % zoom'],
  ] as const) {
    test(`nothing scrolls sideways at ${width} px (${what}), and nothing shifts while a page loads, in whatever zone`, async () => {
      // The server does not know the browser's zone at the first page: it is told, and nothing moves.
      const { context, page } = await open({ viewport: { width, height: 640 }, timezoneId: 'Pacific/Auckland' });
      const shifts = await measureShifts(page);
      for (const path of await pagePaths(store)) {
        await page.goto(server.url + path);
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        const shifted = await shifts();
        assert.ok(scrollWidth <= width, `${path} is ${scrollWidth} px wide`);
        assert.ok(shifted < 0.01, `${path} shifts by ${shifted}`);
      }
      await context.close();
      noFaults();
    });
  }

  test('without scripts every page is whole and every form works', async () => {
    const { context, page } = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    for (const path of await pagePaths(store)) {
      await page.goto(server.url + path);
      assert.equal(await page.locator('h1').count(), 1, path);
      assert.equal(await page.locator('[data-live]:visible').count(), 0, path);
    }
    // Save a watch from a search, pause it, undo, remove it.
    await page.goto(`${server.url}/search?q=pilot`);
    await page.getByRole('link', { name: 'Save as watch' }).click();
    await page.locator('input[name="name"]').fill('Pilots');
    await page.getByRole('button', { name: 'Try it on the archive' }).click();
    assert.match((await page.locator('.backtest').textContent()) ?? '', /1 alert in 30 days; a plain tool: 1/);
    await page.getByRole('button', { name: 'Save watch' }).click();
    assert.match((await page.locator('.undo').textContent()) ?? '', /Watch “Pilots” saved/);
    await page.goto(`${server.url}/watches`);
    const row = page.locator('.watch', { hasText: 'Pilots' });
    await row.getByRole('button', { name: 'Pause' }).click();
    assert.equal(await row.getByText('paused').count(), 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await row.getByText('paused').count(), 0);
    await row.getByRole('button', { name: 'Remove' }).click();
    assert.equal(
      await page
        .locator('.watch', { hasText: 'Pilots' })
        .filter({ has: page.locator('h2') })
        .count(),
      0,
    );
    // Evidence opens in place and leads to the reader at that place.
    await page.goto(`${server.url}/?show=everything`);
    await page.locator('.proof summary').first().click();
    await page.locator('.proof[open]').getByRole('link', { name: 'Read it there' }).first().click();
    assert.match(page.url(), /\/articles\/[\w-]+\?at=\d+-\d+#here$/);
    assert.equal(await page.locator('#here').count(), 1);
    // The ground by hand.
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Night').check();
    await page.getByRole('button', { name: 'Save' }).click();
    assert.equal(await page.locator('html[data-ground="night"]').count(), 1);
    await context.close();
    noFaults();
  });

  test('every key does what its button does', async () => {
    const { context, page } = await open({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.url);
    const rows = await page.locator('.row.fresh').count();
    assert.ok(rows > 2);
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.keyboard.press('j');
    const first = await focused();
    assert.match(first, /^r-/);
    await page.keyboard.press('j');
    assert.notEqual(await focused(), first);
    await page.keyboard.press('k');
    assert.equal(await focused(), first);
    await page.keyboard.press('e');
    assert.equal(await page.locator(`#${first} .proof[open]`).count(), 1);
    await page.keyboard.press('e');
    assert.equal(await page.locator(`#${first} .proof[open]`).count(), 0);
    await page.keyboard.press('x');
    await page.locator('.undo').waitFor();
    assert.equal(await page.locator('.row.fresh').count(), rows - 1);
    await page.keyboard.press('u');
    await page.waitForURL((url) => !url.searchParams.has('done'));
    assert.equal(await page.locator('.row.fresh').count(), rows);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.locator('.undo').waitFor();
    await page.keyboard.press('u');
    await page.waitForURL((url) => !url.searchParams.has('done'));
    await page.keyboard.press('?');
    await page.locator('dialog[open] table').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').count(), 0);
    await page.keyboard.press('/');
    await page.keyboard.type('jjx');
    assert.equal(await page.locator('[data-find]').inputValue(), 'jjx', 'keys rest while somebody writes');
    await page.keyboard.press('Escape');
    for (const [key, path] of [
      ['s', '/search'],
      ['c', '/calendar'],
      ['p', '/speakers'],
      ['w', '/watches'],
      ['o', '/sources'],
      ['l', '/leads'],
      ['f', '/'],
    ]) {
      // The search page waits with its field open, which the browser focuses a moment after the page is there; Escape leaves it.
      if (page.url().endsWith('/search')) await page.locator('input[autofocus]:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.waitForURL(server.url + path);
    }
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/stories\//);
    await context.close();
    noFaults();
  });

  test('new rows wait until asked for, with a count in the title', async () => {
    const { context, page } = await open({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}/?show=everything`);
    const rows = await page.locator('.row').count();
    // The first look of the live stream takes the count that later looks are compared with.
    await page.waitForTimeout(1_000);
    const late = archive.made({
      site: 'Velm Daily',
      title: 'First boat leaves Velmar at dawn',
      body: 'The first boat left Velmar at dawn.',
      received: '2026-11-24T16:39:00.000Z',
    });
    const [known] = await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 1 });
    await store.acceptPage(late.page);
    await store.savePageResults(
      archive.results(late, known.story, null, [
        {
          id: 'de-late',
          storyId: known.story.id,
          articleId: late.article.id,
          kind: 'statement',
          at: late.page.received,
          summary: 'First boat left at dawn',
          evidence: [],
          replaces: null,
          statementId: null,
          eventId: null,
        },
      ]),
    );
    const button = page.getByRole('button', { name: '1 new' });
    await button.waitFor({ timeout: 10_000 });
    assert.equal(await page.locator('.row').count(), rows, 'nothing moves before it is asked for');
    assert.match(await page.title(), /^\(\d+\) /);
    await page.keyboard.press('.');
    await page.locator('.row.arrived').waitFor();
    assert.equal(await page.locator('.row').count(), rows + 1);
    assert.match((await page.locator('.row.arrived').textContent()) ?? '', /First boat left at dawn/);
    await context.close();
    noFaults();
  });

  test('installed and without network the desk says so, and nothing of the archive was kept', async () => {
    const { context, page } = await open({ viewport: { width: 390, height: 844 } });
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(`${server.url}/watches`);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const caching = await Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())));
      return caching.flat().map((request) => new URL(request.url).pathname);
    });
    assert.deepEqual(kept.map((path) => path.replace(/[0-9a-f]{12}/, '#')).sort(), [
      '/assets/#/desk.js',
      '/assets/#/icon.svg',
      '/assets/#/style.css',
      '/offline',
    ]);
    noFaults();
    await context.setOffline(true);
    await page.goto(`${server.url}/?show=everything`);
    assert.equal(await page.locator('h1').textContent(), 'The desk cannot be reached');
    assert.doesNotMatch((await page.textContent('body')) ?? '', /Velmar/);
    await context.setOffline(false);
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.locator('.row').first().waitFor();
    await context.close();
    // Being without network is told on the console by the browser itself.
    watched.faults.splice(0);
  });

  test('the reader tells a fact on focus, lights its note, and the stored page runs nothing', async () => {
    const { context, page } = await open({ viewport: { width: 1440, height: 900 } });
    const answer = await store.search({
      query: { op: 'all', at: [0, 0] },
      order: 'newest',
      limit: 20,
      cursor: null,
      facets: false,
    });
    const wire = answer.rows.find((row) => row.article.title === 'Velmar ferry line to reopen in late November');
    await page.goto(`${server.url}/articles/${wire?.article.id}`);
    await page.locator('a.said').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    assert.match(
      (await page.locator('.tip:visible').textContent()) ?? '',
      /Mara Lind, board chair says, in their words/,
    );
    assert.equal(await page.locator('.notes li.lit').count(), 1);
    const [words, note] = await Promise.all([
      page.locator('a.said').first().boundingBox(),
      page.locator('.notes li.lit').boundingBox(),
    ]);
    assert.ok(
      words && note && note.x > words.x + 100 && Math.abs(note.y - words.y) < 40,
      'the note is level with its words',
    );
    await page.locator('summary', { hasText: 'The stored page' }).click();
    const frame = page.frameLocator('iframe.stored');
    await frame.locator('h1').waitFor();
    await page.goto(`${server.url}/pages/${(await store.getArticle(wire?.article.id ?? ''))?.page.id}/raw`);
    assert.notEqual(await page.title(), 'scripts ran');
    await context.close();
    noFaults();
  });
});
