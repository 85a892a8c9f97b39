import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { Store } from '../../src/store/store.ts';
import { pagePaths, storyIds } from '../server/desk.ts';
import { openBrowser, skipped, type WatchedBrowser } from './chromium.ts';
import { type ReadSample, readSample } from './sample.ts';

/** What a designer would measure, over the sample archive as it is really read. */
describe('how the desk looks in a browser', { skip: skipped }, () => {
  let watched: WatchedBrowser;
  let store: Store;
  let server: RunningServer;
  let sample: ReadSample;

  before(async () => {
    watched = await openBrowser(() => server.url);
    const failed = (message: string) => void watched.faults.push(message);
    sample = await readSample(failed);
    store = sample.store;
    const log = { info: () => undefined, error: (_: object, message: string) => failed(message) };
    server = await startServer({ ...sample, log, host: '127.0.0.1', port: 0, password: null });
  });
  after(async () => {
    await watched?.close();
    await server?.close();
    await sample?.close();
  });

  const articles = async () => (await pagePaths(store)).filter((path) => path.startsWith('/articles/'));

  test('notes in the margin are level with their paragraph and cover neither text nor each other', async () => {
    const { context, page } = await watched.open({ viewport: { width: 1440, height: 900 } });
    let notes = 0;
    for (const path of await articles()) {
      await page.goto(server.url + path);
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('.para')].map((row) => {
          const box = (one: Element | null | undefined) => {
            const { top, bottom, left, right } = one?.getBoundingClientRect() ?? new DOMRect();
            return { top, bottom, left, right };
          };
          return {
            text: box(row.querySelector(':scope > p')),
            row: box(row),
            notes: [...row.querySelectorAll('.notes > ul > li')].map(box),
          };
        }),
      );
      let above = 0;
      for (const { text, row, notes: beside } of rows) {
        assert.ok(row.top >= above, `${path}: a paragraph begins within the one before`);
        above = row.bottom;
        let end = row.top - 1;
        for (const note of beside) {
          notes++;
          assert.ok(note.left >= text.right, `${path}: a note lies over the text`);
          assert.ok(note.top >= end, `${path}: a note lies over another`);
          end = note.bottom;
        }
        if (beside.length > 0) assert.ok(Math.abs(beside[0].top - text.top) < 12, `${path}: a note is not level`);
        assert.ok(end <= row.bottom + 1, `${path}: a note hangs into the next paragraph`);
      }
    }
    assert.ok(notes > 50, 'there are notes to measure');
    await context.close();
    watched.noFaults();
  });

  test('spans that lie over each other are drawn so that both are seen', async () => {
    const { context, page } = await watched.open({ viewport: { width: 1440, height: 900 } });
    let seen = 0;
    for (const path of await articles()) {
      await page.goto(server.url + path);
      const drawn = await page.evaluate(() =>
        [...document.querySelectorAll('.said.dated')].map((one) => {
          const { textDecorationLine, borderBottomStyle, borderBottomWidth } = getComputedStyle(one);
          return `${textDecorationLine} ${borderBottomStyle} ${borderBottomWidth}`;
        }),
      );
      for (const one of drawn) assert.equal(one, 'underline dotted 2px', path);
      seen += drawn.length;
    }
    assert.ok(seen > 3, 'dates stand inside statements');
    await context.close();
    watched.noFaults();
  });

  test('a story prints as a briefing of two pages with numbered evidence', async () => {
    const { context, page } = await watched.open({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
    for (const id of (await storyIds(store)).slice(0, 3)) {
      await page.goto(`${server.url}/stories/${id}`);
      const pdf = await page.pdf({ format: 'A4' });
      const sheets = [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
      assert.ok(sheets === 1 || sheets === 2, `${id} prints on ${sheets} pages`);
    }
    await page.emulateMedia({ media: 'print' });
    const numbered = await page.evaluate(() => {
      const first = document.querySelector('.evidence blockquote');
      return first === null ? null : getComputedStyle(first, '::before').content;
    });
    assert.match(numbered ?? '', /counter\(evidence\)/);
    assert.equal(await page.locator('.bar:visible, button:visible').count(), 0, 'nothing to press on paper');
    await context.close();
    watched.noFaults();
  });

  test('every page is under 100 kB, and what is too small to be pressed by a finger is not there', async () => {
    const { context, page } = await watched.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    for (const path of await pagePaths(store)) {
      const answer = await page.goto(server.url + path);
      const bytes = (await answer?.body())?.byteLength ?? 0;
      assert.ok(bytes > 0 && bytes < 100_000, `${path} has ${bytes} bytes`);
      // WCAG 2.2, 2.5.8: 24 px, for what is no link within a line of text.
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, input:not([type="hidden"]), select, summary')]
          .filter((one) => one.checkVisibility() && one.closest('p, figcaption, label') === null)
          .filter((one) => one.getBoundingClientRect().height < 23.5)
          .map((one) => one.outerHTML.slice(0, 120)),
      );
      assert.deepEqual(small, [], path);
    }
    await context.close();
    watched.noFaults();
  });

  test('times are told in the zone of the reader, the page’s own on hover', async () => {
    const { context, page } = await watched.open({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Seoul' });
    await page.goto(`${server.url}/?show=everything`);
    await page.reload();
    const [first] = await articles();
    assert.match((await page.locator('.row time').first().getAttribute('title')) ?? '', /GMT\+9|KST/);
    await page.goto(server.url + first);
    assert.match((await page.locator('.provenance time').first().getAttribute('title')) ?? '', /GMT\+9|KST/);
    await page.goto(`${server.url}/search?q=ferry`);
    assert.match((await page.locator('.hit time').first().getAttribute('title')) ?? '', /on the page: 2026-/);
    await context.close();
    watched.noFaults();
  });
});
