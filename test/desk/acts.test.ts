import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Store } from '../../src/store/store.ts';
import { newestArticle, storyIds } from '../server/desk.ts';
import { openBrowser, skipped, type WatchedBrowser } from './chromium.ts';
import { openRealDesk, type RealDesk } from './real.ts';

/** Presses every act of the desk as a person does, and undoes it: with scripts on a wide screen, without them on a phone. */
describe('every act and its undo in a browser', { skip: skipped }, () => {
  let watched: WatchedBrowser;
  let desk: RealDesk;

  before(async () => {
    watched = await openBrowser(() => desk.server.url);
  });
  after(() => watched?.close());

  const ways = [
    { javaScriptEnabled: true, colorScheme: 'light', viewport: { width: 1440, height: 900 } },
    { javaScriptEnabled: false, colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  ] as const;

  for (const way of ways) {
    const said = `${way.javaScriptEnabled ? 'with' : 'without'} scripts, ${way.viewport.width} px, ${way.colorScheme}`;
    /** One walk over a desk of its own. */
    const walk = (name: string, act: (page: Page, store: Store) => Promise<void>, more = {}) =>
      test(`${name} (${said})`, { timeout: 60_000 }, async () => {
        desk = await openRealDesk(() => watched.faults, { filled: true, more });
        const { context, page } = await watched.open({ ...way, acceptDownloads: false });
        page.setDefaultTimeout(5_000);
        try {
          await act(page, desk.store);
        } finally {
          await context.close();
          await desk.close();
        }
        watched.noFaults();
      });
    const at = (path: string) => `${desk.server.url}${path}`;
    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
    /** What was done is told, and the button beside it takes it back. */
    const undo = async (page: Page, told: RegExp) => {
      assert.match((await page.locator('.undo').textContent()) ?? '', told);
      await page.locator('.undo button').click();
      await page.locator('.undo').waitFor({ state: 'detached' });
    };
    const count = async (store: Store, state: 'new' | 'acknowledged' | 'kept' | 'dismissed') =>
      (await store.listAlerts({ watchId: null, state, before: null, limit: 99 })).length;

    walk('alerts are acknowledged, kept, dismissed one by one and together, and put back', async (page, store) => {
      const all = await count(store, 'new');
      for (const [name, state, told] of [
        ['Acknowledge', 'acknowledged', /One alert acknowledged/],
        ['Keep', 'kept', /One alert kept/],
        ['Dismiss', 'dismissed', /One alert dismissed/],
      ] as const) {
        await page.goto(at('/'));
        await press(page, name);
        await page.locator('.undo').waitFor();
        assert.equal(await count(store, state), 1);
        assert.equal(await page.locator('.row.fresh').count(), all - 1);
        await undo(page, told);
        assert.equal(await count(store, 'new'), all);
        assert.equal(await page.locator('.row.fresh').count(), all);
      }
      await press(page, 'Dismiss all shown');
      await undo(page, new RegExp(`${all} alerts dismissed`));
      await press(page, 'Keep');
      await page.goto(at('/?show=kept'));
      await press(page, 'Back to new');
      await undo(page, /One alert put back/);
      assert.equal(await count(store, 'kept'), 1);
    });

    walk('an alert is given to a person, tagged and spoken of', async (page, store) => {
      const [{ alert }] = await store.listAlerts({ watchId: null, state: null, before: null, limit: 1 });
      const notes = async () => (await store.getAlert(alert.id))?.notes;
      await page.goto(at('/'));
      await page.getByRole('link', { name: 'Notes' }).first().click();
      await page.locator('input[name="assignee"]').fill('Osk Tarn');
      await press(page, 'Assign');
      await undo(page, /Alert given to Osk Tarn/);
      assert.equal((await notes())?.assignee, null);
      await page.locator('input[name="assignee"]').fill('Ines');
      await press(page, 'Assign');
      await press(page, 'Give back');
      await undo(page, /Alert given back/);
      assert.equal((await notes())?.assignee, 'Ines');
      await page.locator('input[name="tag"]').fill('Harbour');
      await press(page, 'Add tag');
      await undo(page, /Tag “harbour” added/);
      await page.locator('input[name="tag"]').fill('harbour');
      await press(page, 'Add tag');
      await page.getByRole('button', { name: /^harbour/ }).click();
      await undo(page, /Tag “harbour” taken off/);
      assert.deepEqual((await notes())?.tags, ['harbour']);
      await page.locator('textarea[name="text"]').fill('They ring back.\nBefore noon.');
      await page.locator('input[name="by"]').fill('Ines');
      await press(page, 'Add comment');
      assert.match((await page.locator('.comments').textContent()) ?? '', /They ring back\.\s*Before noon\./);
      await undo(page, /Comment added/);
      assert.equal((await notes())?.comments.length, 0);
      assert.equal(await page.locator('input[name="by"]').inputValue(), 'Ines', 'the name is kept for the next time');
      await page.goto(at('/?assignee=Ines'));
      assert.equal(await page.locator('.row').count(), 1);
    });

    walk('a watch is made to tell of fewer', async (page, store) => {
      await page.goto(at('/'));
      await page.getByRole('link', { name: 'Fewer like this' }).first().click();
      await press(page, 'Take it');
      await page.locator('.undo').waitFor();
      const changed = await store.listWatches();
      assert.ok(changed.some(({ query }) => / NOT /.test(query)));
      await undo(page, /tells of fewer/);
      assert.ok((await store.listWatches()).every(({ query }) => !/ NOT /.test(query)));
    });

    walk('stories are merged and split, a copy is said to be none', async (page, store) => {
      const [one, other] = await storyIds(store);
      await page.goto(at(`/stories/${one}`));
      await page.locator('.mend summary').click();
      await page.locator('input[name="story"]').fill(at(`/stories/${other}`));
      await press(page, 'Merge');
      await page.locator('.undo').waitFor();
      assert.equal(await store.getStory(other), null);
      await undo(page, /was merged into this story/);
      assert.notEqual(await store.getStory(other), null);
      const copy = await newestArticle(store, ({ copyOf }) => copyOf !== null);
      await page.goto(at(`/articles/${copy}`));
      await page.locator('.mend summary').click();
      await press(page, 'Not a copy');
      await page.locator('.undo').waitFor();
      assert.equal((await store.getArticle(copy))?.placement?.copyOf, null);
      await undo(page, /counts as an account of its own/);
      assert.notEqual((await store.getArticle(copy))?.placement?.copyOf, null);
      await page.goto(at(`/articles/${copy}`));
      const before = (await store.getArticle(copy))?.placement?.storyId;
      await page.locator('.mend summary').click();
      await press(page, 'Its own story');
      await page.locator('.undo').waitFor();
      assert.notEqual((await store.getArticle(copy))?.placement?.storyId, before);
      await undo(page, /was given a story of its own/);
      assert.equal((await store.getArticle(copy))?.placement?.storyId, before);
    });

    walk('channels and owners are set up and taken away', async (page, store) => {
      const channels = async () => ((await store.getSetting('channels')) ?? '').match(/desk-hook/g)?.length ?? 0;
      await page.goto(at('/settings'));
      const add = async () => {
        await page.locator('form[action="/channels"] input[name="name"]').fill('desk-hook');
        await page.locator('form[action="/channels"] input[name="address"]').fill('https://hooks.example/a');
        await press(page, 'Add channel');
        await page.locator('.undo').waitFor();
      };
      await add();
      assert.equal(await channels(), 1);
      await undo(page, /Channel “desk-hook” set up/);
      assert.equal(await channels(), 0);
      await add();
      const [watch] = await store.listWatches();
      await store.saveWatch({ ...watch, channels: ['desk-hook'] });
      await page.locator('form[action="/channels/desk-hook/remove"] button').click();
      await undo(page, /Channel “desk-hook” removed/);
      assert.equal(await channels(), 1);
      assert.deepEqual((await store.listWatches()).find(({ id }) => id === watch.id)?.channels, ['desk-hook']);
      await page.locator('summary', { hasText: 'owners known' }).click();
      await page.locator('.owner input[name="name"]').first().fill('Velm Group');
      await page.locator('.owner input[name="hosts"]').first().fill('velm-daily.example coast-today.example');
      await press(page, 'Add owner');
      await undo(page, /Owner “velm group” changed/);
      assert.equal(await store.getSetting('owners'), null);
      await page.locator('summary', { hasText: 'Owners of the subscriptions' }).click();
      await page.locator('form.inline input[name="owner"]').first().fill('Coast Group');
      await page.locator('form.inline button').first().click();
      await undo(page, /changed/);
      assert.ok((await store.listSources()).every(({ owner }) => owner !== 'Coast Group'));
    });

    walk('a search becomes a watch; it is paused, muted, changed and removed', async (page, store) => {
      const named = async () => (await store.listWatches()).find(({ name }) => name === 'Pilots');
      await page.goto(at('/search?q=pilot'));
      await page.getByRole('link', { name: 'Save as watch' }).click();
      await page.locator('input[name="name"]').fill('Pilots');
      await press(page, 'Save watch');
      await undo(page, /Watch “Pilots” saved/);
      assert.equal(await named(), undefined);
      await page.goto(at('/watches/new?query=pilot&name=Pilots'));
      await press(page, 'Save watch');
      await page.locator('.undo').waitFor();
      const row = page.locator('.watch', { hasText: 'Pilots' });
      for (const [button, told] of [
        ['Pause', /Watch “Pilots” paused/],
        ['Mute for a day', /Watch “Pilots” muted/],
        ['Remove', /Watch “Pilots” removed/],
      ] as const) {
        await page.goto(at('/watches'));
        await row.getByRole('button', { name: button }).click();
        await undo(page, told);
      }
      const kept = await named();
      assert.deepEqual([kept?.paused, kept?.mutedUntil], [false, null]);
      await page.goto(at(`/watches/${kept?.id}`));
      await page.locator('textarea[name="query"]').fill('pilot AND harbour');
      await press(page, 'Save changes');
      await undo(page, /Watch “Pilots” saved/);
      assert.equal((await named())?.query, 'pilot');
    });

    walk(
      'a source is looked at, subscribed to, renamed, paused and removed; a lead is fetched',
      async (page, store) => {
        const known = async () => (await store.listSources()).find(({ address }) => address.includes('quay.example'));
        await page.goto(at('/sources'));
        await page.locator('input[name="look"]').fill('quay.example');
        await press(page, 'Look');
        assert.match((await page.locator('.looked').textContent()) ?? '', /Quay News[\s\S]*Lamps go out/);
        await page.locator('.looked button').click();
        await undo(page, /Subscribed to Quay News/);
        assert.equal(await known(), undefined);
        await page.goto(at('/sources?look=quay.example'));
        await page.locator('.looked button').click();
        await page.goto(at(`/sources/${(await known())?.id}`));
        await page.locator('.editor input[name="title"]').fill('Quay News, late');
        await press(page, 'Save');
        await undo(page, /changed/);
        assert.equal((await known())?.title, 'Quay News');
        for (const [button, told] of [
          ['Pause', /paused/],
          ['Remove', /removed/],
        ] as const) {
          await page.goto(at('/sources'));
          await page.locator('.source', { hasText: 'Quay News' }).getByRole('button', { name: button }).click();
          await undo(page, told);
        }
        assert.equal((await known())?.paused, false);
        await page.goto(at('/leads'));
        await press(page, 'Fetch');
        assert.match((await page.locator('[role="status"]').textContent()) ?? '', /queued/);
        assert.equal((await store.counts()).fetchesWaiting, 1);
        await page.goto(at('/settings'));
        assert.ok((await page.getByText('undone').count()) >= 4, 'what was done stands in the settings');
      },
      {
        discover: async (address: string) => ({
          address,
          feeds: [{ address: 'https://quay.example/feed', kind: 'feed', title: 'Quay News', newest: ['Lamps go out'] }],
        }),
        pollSoon: async () => undefined,
      },
    );

    walk('the first five minutes lead through the desk and are put away for good', async (page, store) => {
      await store.setSetting('sample', 'loaded');
      for (const [step, place] of [
        ['Open the evidence', /show=everything/],
        ['Read a story', /show=everything/],
        ['Ask for something', /\/search$/],
        ['Save your first watch', /\/watches\/new$/],
      ] as const) {
        await page.goto(at('/'));
        await page.locator('.guide').getByRole('link', { name: step }).click();
        await page.waitForURL(place);
      }
      await page.goto(at('/'));
      await press(page, 'Put this away for good');
      await page.locator('.guide').waitFor({ state: 'detached' });
      await page.goto(at('/'));
      assert.equal(await page.locator('.guide').count(), 0);
    });

    walk(
      'the sample archive goes and comes back',
      async (page, store) => {
        await store.setSetting('sample', 'loaded');
        await page.goto(at('/sources'));
        await press(page, 'Remove the sample archive');
        await undo(page, /Sample archive removed \(60 pages\)/);
      },
      { removeSample: async () => 60, loadSample: async () => undefined },
    );

    walk('files are brought in: a list, pages, several at once, with what is wrong with each', async (page, store) => {
      const folder = mkdtempSync(join(tmpdir(), 'watchfloor-files-'));
      const file = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const list = file(
        'list.opml',
        '<opml version="2.0"><body><outline text="Quay" xmlUrl="https://quay.example/feed"/></body></opml>',
      );
      const article = file(
        'page.html',
        `<html><title>Lamps go out on the quay</title><article><h1>Lamps go out on the quay</h1><p>${'The lamps on the quay went out at nine, the harbour board said. '.repeat(6)}</p></article></html>`,
      );
      const bad = file('bad.warc', 'WARC/1.1\r\nthis is none');
      await page.goto(at('/sources'));
      await page.locator('input[name="files"]').first().setInputFiles([list, article, bad]);
      await press(page, 'Bring in');
      const told = (await page.locator('#import').textContent()) ?? '';
      assert.match(told, /1 page accepted, 1 source added/);
      assert.match(told, /bad\.warc/);
      assert.ok((await store.listSources()).some(({ address }) => address === 'https://quay.example/feed'));
      await desk.worker.drain();
      await page.goto(at('/search?q=lamps'));
      assert.equal(await page.locator('.hit').count(), 1);
      mkdirSync(join(folder, 'whole', 'deep'), { recursive: true });
      for (const [name, text] of [
        ['whole/a.html', 'first'],
        ['whole/deep/b.html', 'second'],
      ])
        file(
          name,
          `<title>${text}</title><article><p>${`The ${text} page tells of the quay. `.repeat(9)}</p></article>`,
        );
      await page.goto(at('/sources'));
      await page.locator('input[webkitdirectory]').setInputFiles(join(folder, 'whole'));
      await press(page, 'Bring in');
      assert.match((await page.locator('#import').textContent()) ?? '', /2 pages accepted/);
      rmSync(folder, { recursive: true });
    });

    walk('a long backtest tells how far it is and is stopped', async (page, store) => {
      const real = store.subjectsSince;
      const slow: Store['subjectsSince'] = async (since) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const found = await real.call(store, since, null, 100);
        return Array.from({ length: 100 }, (_, index) => found[index % found.length]);
      };
      Object.assign(store, { subjectsSince: slow, countArticlesSince: async () => 1_000_000 });
      await page.goto(at('/watches/new?query=ferry&name=Ferries'));
      await press(page, 'Try it on the archive');
      const progress = page.locator('.backtest progress');
      const first = Number(await progress.getAttribute('value'));
      if (way.javaScriptEnabled) {
        await page.waitForFunction(
          (earlier) => Number(document.querySelector('.backtest progress')?.getAttribute('value')) > earlier,
          first,
        );
      }
      await press(page, 'Stop');
      await page.getByText(/Stopped: looked at the newest/).waitFor();
    });

    walk(
      'a long import tells how far it is and is stopped',
      async (page) => {
        await page.goto(at('/sources'));
        const files = Array.from({ length: 40 }, (_, index) => ({
          name: `page-${index}.html`,
          mimeType: 'text/html',
          buffer: Buffer.from('<p>slow'),
        }));
        await page.locator('input[name="files"]').first().setInputFiles(files);
        await press(page, 'Bring in');
        await page.waitForURL(/import=/);
        assert.match((await page.locator('#import').textContent()) ?? '', /\d+ of 40 files, \d+ pages, \d+ a second/);
        await press(page, 'Stop');
        await page.getByText(/Stopped; what was taken in stays/).waitFor();
      },
      {
        importFile: async () => {
          await new Promise((resolve) => setTimeout(resolve, 200));
          return { accepted: 1, known: 0, sources: 0, problems: [] };
        },
      },
    );

    walk('evidence opens in place where there are scripts, else on a page of its own', async (page, store) => {
      const [story] = await storyIds(store);
      await page.goto(at(`/stories/${story}`));
      const line = page.locator('.said-line').first();
      await line.locator('[data-opens]').click();
      const figure = way.javaScriptEnabled ? line.locator('.opened .evidence') : page.locator('main .evidence');
      await figure.waitFor();
      assert.equal((await figure.locator('mark').count()) > 0, true);
      assert.match((await figure.locator('figcaption').textContent()) ?? '', /sha-256 [0-9a-f]{10}/);
      assert.equal(await figure.getByRole('link', { name: 'Stored page' }).count(), 1);
      if (way.javaScriptEnabled) {
        assert.match(page.url(), new RegExp(`/stories/${story}$`));
        await line.locator('[data-opens]').click();
        await figure.waitFor({ state: 'hidden' });
        await line.locator('[data-opens]').click();
      }
      await figure.getByRole('link', { name: 'Read it there' }).click();
      assert.equal(await page.locator('#here').count(), 1);
    });
  }

  test('evidence is copied with where it stands, a list is dropped, and a query is explained as it is typed', {
    timeout: 60_000,
  }, async () => {
    desk = await openRealDesk(() => watched.faults, { filled: true });
    const { context, page } = await watched.open({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    try {
      await page.goto(`${desk.server.url}/`);
      await page.locator('.proof summary').first().click();
      await page.locator('.proof[open] button.copy').first().click();
      await page.getByText('Copied').first().waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^[^\n]+\n[^\n]*sha-256 [0-9a-f]{10}[^\n]*\nhttp:\/\/127[^\n]+\?at=\d+-\d+#here$/);
      await page.goto(`${desk.server.url}/search`);
      await page.locator('[data-query]').fill('title:ferry AND (');
      await page.locator('[data-reading] .query-fault').waitFor();
      await page.locator('[data-query]').fill('title:ferry NOT pilot');
      await page.getByText('in the title: “ferry”').waitFor();
      await page.goto(`${desk.server.url}/sources`);
      await page.evaluate(() => {
        const dropped = new DataTransfer();
        dropped.items.add(
          new File(
            ['<opml version="2.0"><body><outline text="Drop" xmlUrl="https://drop.example/feed"/></body></opml>'],
            'list.opml',
          ),
        );
        document.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true }));
        document.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));
      });
      await page.getByText('1 source added').waitFor();
    } finally {
      await context.close();
      await desk.close();
    }
    watched.noFaults();
  });
});
