import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { sampleArchive } from '../src/cli/sample.ts';
import { startServer } from '../src/server/server.ts';
import { readSample } from '../test/desk/sample.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { withPalette } from './palette.ts';

/**
 * `node tools/screenshots.ts [folder=docs/desk [page,page]]`: pictures of every page of the desk, or of those named, over the
 * sample archive, in both grounds and two widths, to be looked at before a release. Needs a Chromium (`CHROMIUM` may name it).
 */
const target = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'desk');
if (chromiumPath === undefined) {
  process.stderr.write('there is no Chromium: install one, or name it in CHROMIUM\n');
  process.exit(69);
}
const read = await readSample((message) => process.stderr.write(`${message}\n`));
const { store } = read;
await store.setSetting('guide', 'done');
await store.setSetting('zone', 'Europe/Berlin');
const sample = sampleArchive(store, read.pages, read.now);
const server = await startServer({
  ...read,
  worker: { loadSample: async () => void (await sample.load()), removeSample: () => sample.remove() },
  log: { info: () => undefined, error: (_, message) => process.stderr.write(`${message}\n`) },
  host: '127.0.0.1',
  port: 0,
  password: null,
});

const found = await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 500 });
const stories = [...new Map(found.map((one) => [one.story.id, one.story])).values()];
const story = await store.getStory(stories.sort((a, b) => b.pageCount - a.pageCount)[0].id);
if (story === null) throw new Error('the sample archive has no story');
const copies = story.articles.filter((one) => one.placement.share !== null);
const altered = new Set(
  story.developments.filter((one) => one.development.kind === 'alteration').map((one) => one.article.id),
);
const changed =
  copies.find((one) => altered.has(one.brief.id)) ??
  copies.sort((a, b) => (a.placement.share ?? 1) - (b.placement.share ?? 1))[0];
const [speaker] = await store.listSpeakers('', 1);
const [watch] = await store.listWatches();
const alerts = await store.listAlerts({ watchId: null, state: null, before: null, limit: 20 });
const { alert } = alerts.find((one) => one.story.id === story.story.id) ?? alerts[0];
// Somebody has worked here before: a name, tags and a comment stand on one alert, others were seen.
await store.assignAlerts([alert.id], 'Ines');
await store.tagAlerts([alert.id], 'to confirm', true);
await store.commentAlert(alert.id, {
  id: 'co-1',
  at: '2026-10-19T10:41:00.000Z',
  by: 'Ines',
  text: 'Called the press office: they ring back before noon.',
});
const pages: Record<string, string> = {
  floor: '/',
  alert: `/alerts/${alert.id}`,
  fewer: `/alerts/${alert.id}/fewer`,
  story: `/stories/${story.story.id}`,
  reader: `/articles/${story.articles[0].brief.id}`,
  compare: `/compare/${changed.brief.id}`,
  calendar: '/calendar',
  speakers: '/speakers',
  speaker: `/speakers/${encodeURIComponent(speaker.name)}`,
  search: '/search?q=ferry+OR+satellite',
  watches: '/watches',
  watch: `/watches/${watch.id}?${new URLSearchParams({ name: watch.name, query: watch.query, preview: '1' })}`,
  sources: '/sources',
  leads: '/leads',
  settings: '/settings',
};

const wanted = process.argv[3]?.split(',') ?? Object.keys(pages);

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] });
for (const [ground, colorScheme] of [
  ['paper', 'light'],
  ['night', 'dark'],
] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, timezoneId: 'Europe/Berlin' });
    for (const name of wanted) {
      const path = pages[name];
      if (path === undefined) throw new Error(`there is no page called ${name}`);
      await page.goto(server.url + path);
      if (name === 'floor') await page.locator('.proof summary').first().click();
      const file = join(target, `${name}-${width}-${ground}.png`);
      const picture = withPalette(await page.screenshot());
      writeFileSync(file, picture);
      process.stderr.write(`${file} ${Math.round(picture.length / 1000)} kB\n`);
    }
    await page.close();
  }
}
await browser.close();
await server.close();
await read.close();
