import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Reread, reread } from '../src/reread.ts';
import { openPageArchive, type PageArchive } from '../src/store/pages.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { Store, StoredArticle } from '../src/store/store.ts';
import { matchQuery } from '../src/watches/watches.ts';
import { receivePages } from '../src/worker/receive.ts';
import { createWorker } from '../src/worker.ts';
import { at, madeWatch, seeded } from './made.ts';
import { madeUpText } from './stories/made-up.ts';

interface Desk {
  readonly store: Store;
  readonly archive: PageArchive;
  /** All articles in order of receipt. */
  articles(): Promise<StoredArticle[]>;
  rereadAll(apply: boolean, since?: string): Promise<Reread[]>;
}

const long = madeUpText(seeded(91), 200);
const other = madeUpText(seeded(92), 120);
const third = madeUpText(seeded(93), 120);
/** The cut comes before what it was cut from, which takes over as its origin. */
const pages: readonly (readonly [outlet: string, title: string, body: string])[] = [
  ['mail', 'Cut of the text', long.split(' ').slice(0, 120).join(' ')],
  ['wire', 'The whole text', long],
  ['post', 'Another matter', other],
  ['echo', 'A third matter', third],
];

async function withDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-reread-'));
  let minute = 0;
  const now = () => at(minute);
  const store = openSqliteStore({ file: join(folder, 'db'), matches: matchQuery, now });
  const archive = openPageArchive({ folder: join(folder, 'pages') });
  try {
    await store.saveWatch(madeWatch('wa-1', 'matter OR text'));
    const log = { info: () => undefined, error: () => undefined };
    for (const [outlet, title, body] of pages) {
      minute++;
      const content = new TextEncoder().encode(
        `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p></article></body></html>`,
      );
      const url = `https://${outlet}.example/text`;
      const page = {
        url,
        finalUrl: url,
        name: null,
        sourceId: null,
        received: now(),
        content,
        contentType: 'text/html',
      };
      await receivePages([{ ...page, status: 200, headers: [], hint: { published: '2026-11-10' } }], store, archive);
      await createWorker({ store, archive, now, log }).drain();
    }
    await work({
      store,
      archive,
      articles: () => store.articlesSince('0000', null, 100),
      async rereadAll(apply, since = '0000') {
        const all: Reread[] = [];
        for await (const one of reread({
          store,
          archive,
          since,
          now: now(),
          storyWindowDays: 30,
          coverageAccounts: 5,
          apply,
        }))
          all.push(one);
        return all;
      },
    });
  } finally {
    await archive.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

const differing = (all: readonly Reread[]) =>
  all
    .filter(({ differences }) => differences.length > 0)
    .map(({ title, differences }) => [title, differences.map(({ part }) => part)]);

test('an archive read by this version differs in nothing, late origins included', () =>
  withDesk(async ({ rereadAll, articles }) => {
    const [cut, whole] = await articles();
    assert.equal(cut.placement?.copyOf, whole.reading.article.id);
    assert.deepEqual(differing(await rereadAll(false)), []);
    assert.deepEqual(differing(await rereadAll(false, at(3))), [], 'from a day on, with what came before as it stands');
    assert.equal((await rereadAll(false, at(3))).length, 2);
  }));

test('what another version stored is reported, changed only when told to, and tells nothing again', () =>
  withDesk(async ({ store, rereadAll, articles }) => {
    const [, , post] = await articles();
    const { article } = post.reading;
    const older = { ...post.placement!, storyId: (await articles())[3].placement!.storyId, reason: 'an older version' };
    await store.savePageResults({
      pageId: post.page.id,
      reading: { ...post.reading, article: { ...article, title: 'Another title' } },
      problems: [],
      placement: older,
      revised: [],
      story: null,
      developments: [],
      alerts: [],
      deliveries: [],
      memory: null,
      at: at(9),
    });
    const before = await articles();
    const told = async () =>
      (await store.listAlerts({ watchId: null, state: null, before: null, limit: 50 })).map(({ alert }) => alert);
    const alerts = await told();
    const report = await rereadAll(false);
    assert.deepEqual(differing(report), [['Another matter', ['title', 'story']]]);
    assert.deepEqual(await articles(), before, 'a report changes nothing');
    assert.deepEqual(await rereadAll(true), report);
    assert.deepEqual(differing(await rereadAll(false)), []);
    assert.equal((await articles())[2].reading.article.title, 'Another matter');
    assert.ok(alerts.length > 0);
    assert.deepEqual(await told(), alerts);
  }));

test('what a person decided stays and is what later pages are placed by', () =>
  withDesk(async ({ store, rereadAll, articles }) => {
    const [, , post, echo] = await articles();
    const decided = { ...echo.placement!, storyId: post.placement!.storyId, reason: 'by hand', byHand: true };
    await store.savePlacements([decided], []);
    assert.deepEqual(differing(await rereadAll(false)), []);
    await rereadAll(true);
    const after = await articles();
    assert.deepEqual(after[3].placement, decided);
    assert.equal(after[2].placement?.storyId, post.placement?.storyId);
  }));
