import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { cheapCost } from '../server/desk.ts';
import { openPeopledDesk, type PeopledDesk, passwordOf } from '../server/peopled.ts';
import * as archive from './archive.ts';
import { openBrowser, skipped, type WatchedBrowser } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Signing in, what is one's own, and who may come in, in a real browser. */
describe('people in a browser', { skip: skipped }, () => {
  let watched: WatchedBrowser;
  let server: RunningServer;
  let desk: PeopledDesk;

  before(async () => {
    desk = await openPeopledDesk();
    await desk.key(desk.users.reader);
    await desk.post('/sources', { address: 'https://a.example/' }, await desk.session(desk.users.reader));
    watched = await openBrowser(() => server.url);
    server = await startServer({
      store: desk.store,
      pages: { content: archive.content },
      now: () => archive.now,
      host: '127.0.0.1',
      port: 0,
      password: null,
      passwordCost: cheapCost,
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

  for (const [width, colorScheme, language, javaScriptEnabled] of [
    [1440, 'light', 'en-GB', true],
    [320, 'dark', 'ko-KR', true],
    [390, 'light', 'en-GB', false],
  ] as const) {
    test(`one signs in, looks around and signs out at ${width} px in ${language}${javaScriptEnabled ? '' : ', without scripts'}; axe finds nothing`, async () => {
      const { context, page } = await watched.open({
        viewport: { width, height: 800 },
        colorScheme,
        javaScriptEnabled,
      });
      await context.addCookies([{ name: 'language', value: language, url: server.url }]);
      const clean = async (path: string) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${path} scrolls sideways by ${wide} px`);
        if (!javaScriptEnabled) return;
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details:not(.menu)')) details.setAttribute('open', '');
        });
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe: tool } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const { violations } = await tool.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
        });
        assert.deepEqual(found, [], path);
      };
      // Answers of 401 and 403 are what is wanted here, and a browser tells of them as of faults.
      await page.goto(`${server.url}/watches?shown=1`);
      await clean('/sign-in');
      await page.fill('input[name=name]', 'admin');
      await page.fill('input[name=password]', passwordOf('admin'));
      await page.click('main button');
      assert.equal(page.url(), `${server.url}/watches?shown=1`);
      for (const path of ['/people', '/me', '/audit', '/settings', '/watches', '/watches/new', '/']) {
        await page.goto(server.url + path);
        await clean(path);
        if (path !== '/audit') continue;
        const broken = await page.evaluate(() =>
          [...document.querySelectorAll('td')].flatMap((cell) => {
            const text = document.createRange();
            text.selectNodeContents(cell);
            const lines = new Set([...text.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)));
            const words = cell.textContent.trim().split(/[\s/-]+/);
            return lines.size > words.length ? [cell.textContent] : [];
          }),
        );
        assert.deepEqual(broken, [], 'no word of the audit log is broken');
      }
      await page.click('form[action="/sign-out"] button');
      assert.equal(new URL(page.url()).pathname, '/sign-in');
      watched.faults.splice(0, watched.faults.length, ...watched.faults.filter((fault) => !/\b401\b/.test(fault)));
      watched.noFaults();
      await context.close();
    });
  }
});
