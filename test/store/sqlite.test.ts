import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Page } from '../../src/records.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/match.ts';
import { parseQuery } from '../../src/watches/query.ts';
import { at, madePage, madeReading, madeResults, madeStatement, madeWatch, seeded } from '../made.ts';
import { peopleCases } from './people.cases.ts';
import { storeCases } from './store.cases.ts';

const openEmpty = async () => openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => at(600) });
storeCases('sqlite', openEmpty);
peopleCases('sqlite', openEmpty);

const inFolder = (name: string, work: (folder: string) => Promise<void>) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-store-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

inFolder('what was stored is there when the file is opened again', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const first = openSqliteStore({ file, matches: matchQuery });
  await first.acceptPage(madePage('a'));
  await first.close();
  const second = openSqliteStore({ file, matches: matchQuery });
  assert.deepEqual(await second.getPage(madePage('a').id), madePage('a'));
  await second.close();
});

inFolder('an older database is brought up to date with all that hangs on its alerts', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const store = openSqliteStore({ file, matches: matchQuery });
  await store.saveWatch(madeWatch('wa-1', 'harbour'));
  const page = madePage('a');
  await store.acceptPage(page);
  const results = madeResults(page, madeReading(page), ['wa-1']);
  const [{ id: alertId }] = results.alerts;
  const delivery = { id: 'de-1', alertId, channel: 'a', state: 'due', tries: 0, due: at(0), failure: null } as const;
  await store.savePageResults({ ...results, deliveries: [delivery] });
  await store.setAlertState([alertId], 'kept');
  const told = await store.listDevelopments({ watchId: 'wa-1', kinds: [], after: null, before: null, limit: 9 });
  await store.close();
  // The alerts as the version before held them: with three states, and nobody's name; and nothing counted.
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA foreign_keys = OFF');
  for (const { name } of raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()) {
    if (name !== 'article_removed_words') raw.exec(`DROP TRIGGER ${name}`);
  }
  raw.exec(`
    DROP INDEX page_unread; DROP INDEX page_read; DROP INDEX page_backlog;
    ALTER TABLE page DROP COLUMN read; ALTER TABLE page DROP COLUMN late;
    DROP INDEX event_window; DROP TABLE article_facet; DROP TABLE facet_name;
    DROP TABLE word_block; DROP TABLE word_block_made; DROP INDEX statement_spoken;
    DROP TABLE desk_user; DROP TABLE desk_session; DROP TABLE api_key; DROP TABLE audit;
    DROP INDEX event_coming; DROP INDEX event_long; DROP INDEX event_open; DROP INDEX development_newest;
    CREATE INDEX development_at ON development (at, id);
    DROP INDEX article_removed; DROP TABLE tally; DROP TABLE alert_count; DROP TABLE speaker;
    DROP TABLE alert_tag; DROP TABLE alert_comment;
    ALTER TABLE alert DROP COLUMN assigned_by;
    CREATE TABLE old_alert (
      id TEXT PRIMARY KEY, article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, watch_id TEXT NOT NULL,
      story_id TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('new', 'kept', 'dismissed')),
      record TEXT NOT NULL) STRICT;
    INSERT INTO old_alert SELECT id, article_number, watch_id, story_id, at, state, record FROM alert;
    DROP TABLE alert;
    ALTER TABLE old_alert RENAME TO alert;
    PRAGMA user_version = 2;
  `);
  raw.close();
  const again = openSqliteStore({ file, matches: matchQuery });
  assert.equal((await again.getAlert(alertId))?.state, 'kept');
  const { tree: query } = parseQuery('kind:first AND harbour');
  const found = await again.search({ query: query!, order: 'newest', limit: 9, cursor: null, facets: true });
  assert.deepEqual([found.total, found.facets?.kinds], [1, [{ kind: 'first', count: 1 }]]);
  assert.deepEqual(await again.getDelivery('de-1'), delivery);
  assert.equal(told.length, 1);
  assert.deepEqual(
    await again.listDevelopments({ watchId: 'wa-1', kinds: [], after: null, before: null, limit: 9 }),
    told,
  );
  await again.setAlertState([alertId], 'acknowledged');
  await again.removeWatch('wa-1');
  await again.purgeRemoved('9999-01-01T00:00:00.000Z');
  assert.equal(await again.getDelivery('de-1'), null, 'what hangs on an alert still goes with it');
  await again.close();
});

inFolder('what is kept in numbers is what a count would give, whatever was done', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const store = openSqliteStore({ file, matches: matchQuery, now: () => at(600) });
  const raw = new DatabaseSync(file);
  const random = seeded(11);
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  for (const id of ['wa-1', 'wa-2']) await store.saveWatch(madeWatch(id, 'harbour'));
  const pages = Array.from({ length: 30 }, (_, number) =>
    madePage(`p${number}`, number, { sourceId: `so-${number % 3}` }),
  );
  await store.acceptPages(pages);
  const speakers = ['Osk Tarn', 'OSK TARN', 'Mara Lind', null];
  const read = async (page: Page) => {
    const { article } = madeReading(page);
    const statements = Array.from({ length: Math.floor(random() * 4) }, (_, number) => ({
      ...madeStatement(article.body, 'It took nine years,', among(speakers) ?? 'nobody'),
      id: `st-${number}`,
    })).map((one) =>
      one.speaker.name === 'nobody' ? { ...one, speaker: { ...one.speaker, name: null, reason: 'unknown' } } : one,
    );
    await store.savePageResults(
      madeResults(page, madeReading(page, {}, { statements }), among([[], ['wa-1'], ['wa-2']])),
    );
  };
  const acts = [
    () => read(among(pages)),
    () => read(among(pages)),
    async () => void (await store.removePagesOf(`so-${Math.floor(random() * 3)}`)),
    async () => void (await store.restorePagesOf(`so-${Math.floor(random() * 3)}`)),
    async () => {
      const alerts = await store.listAlerts({ watchId: null, state: null, before: null, limit: 50 });
      if (alerts.length > 0)
        await store.setAlertState([among(alerts).alert.id], among(['new', 'acknowledged', 'kept']));
    },
    async () => {
      const stored = await store.getArticle(madeReading(among(pages)).article.id);
      if (stored?.placement) {
        const [one] = await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 1 });
        if (one) await store.savePlacements([{ ...stored.placement, storyId: one.story.id, byHand: true }], []);
      }
    },
    async () => void (await store.prune(at(Math.floor(random() * 12)))),
    async () => void (await store.purgeRemoved(at(random() < 0.2 ? 601 : 1))),
    async () => void (await store.acceptPages(pages)),
  ];
  for (let step = 0; step < 150; step++) {
    await among(acts)();
    const counts = await store.counts();
    const { pages: held, articles, stories, developments, alerts } = counts;
    const one = (sql: string) => Number(Object.values(raw.prepare(sql).get() ?? {})[0]);
    const shown = 'JOIN article ON article.number = article_number WHERE article.removed IS NULL';
    assert.deepEqual(
      [held, articles, stories, developments, alerts],
      [
        one('SELECT count(*) FROM page WHERE removed IS NULL'),
        one('SELECT count(*) FROM article WHERE removed IS NULL'),
        one('SELECT count(DISTINCT story_id) FROM article WHERE removed IS NULL'),
        one(`SELECT count(*) FROM development ${shown}`),
        one(`SELECT count(*) FROM alert ${shown}`),
      ],
      `after step ${step}`,
    );
    assert.deepEqual(
      (await store.listSpeakers('', 9)).map(({ statements, latest }) => [statements, latest]),
      raw
        .prepare(
          `SELECT count(*) AS c, max(statement.received) AS l FROM statement ${shown} AND folded IS NOT NULL
           GROUP BY folded ORDER BY c DESC, l DESC, folded`,
        )
        .all()
        .map(({ c, l }) => [c, l]),
      `speakers after step ${step}`,
    );
    for (const { watchId, fresh, total } of await store.watchCounts()) {
      const ofWatch = `SELECT count(*) FROM alert ${shown} AND watch_id = '${watchId}'`;
      assert.deepEqual(
        [fresh, total],
        [one(`${ofWatch} AND state = 'new'`), one(ofWatch)],
        `watches after step ${step}`,
      );
    }
  }
  raw.close();
  await store.close();
});

inFolder('a database of a newer version is refused, untouched, with what to do', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA user_version = 9999');
  raw.close();
  assert.throws(() => openSqliteStore({ file, matches: matchQuery }), {
    code: 'database-newer',
    advice: /Start the newer Watchfloor/,
  });
});

inFolder('a file that is no database is refused with what to do', async (folder) => {
  const file = join(folder, 'watchfloor.db');
  writeFileSync(file, 'These are the notes of a gardener, and nothing else. '.repeat(50));
  assert.throws(() => openSqliteStore({ file, matches: matchQuery }), { code: 'database-open', advice: /backup/ });
  assert.throws(() => openSqliteStore({ file: join(folder, 'no', 'such.db'), matches: matchQuery }), {
    code: 'database-open',
    advice: /data folder/,
  });
});

inFolder('a copy made while in use can be opened', async (folder) => {
  const store = openSqliteStore({ file: join(folder, 'a.db'), matches: matchQuery });
  await store.acceptPage(madePage('a'));
  await store.backupTo(join(folder, 'b.db'));
  await store.acceptPage(madePage('b'));
  await store.close();
  const copy = openSqliteStore({ file: join(folder, 'b.db'), matches: matchQuery });
  assert.equal((await copy.counts()).pages, 1);
  await copy.close();
});
