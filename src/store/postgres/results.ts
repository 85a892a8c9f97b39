import type { Placement } from '../../records.ts';
import { briefOf, eventRows, leadRows, type PageKey, sortAt, statementRows } from '../columns.ts';
import { pack, packBytes } from '../packed.ts';
import type { Delivery, PageResults, Store } from '../store.ts';
import type { Database, Sql } from './database.ts';
import type { ChangeMarks } from './whole.ts';
import { lexemesOf } from './words.ts';

/** Stores what came of one page. Running it again with the same results changes nothing, alerts' states least of all. */
export function resultMethods(
  database: Database,
  marks: ChangeMarks,
  makePartition: (received: string) => Promise<void>,
): Pick<Store, 'savePageResults' | 'saveManyPageResults' | 'savePlacements' | 'saveSecondLook'> {
  const saveMany = async (many: readonly PageResults[]) => {
    const pages = await database.all<{ received: string }>(
      'SELECT DISTINCT left(received, 7) AS received FROM page WHERE id = ANY($1::text[])',
      many.map((results) => results.pageId),
    );
    for (const { received } of pages) await makePartition(received);
    // Results lost to a crash of the server are made again from the page, with the same ids.
    await database.remade(async (sql) => {
      for (const results of many) await save(sql, results);
    });
  };
  return {
    async savePageResults(results) {
      await saveMany([results]);
    },
    async saveManyPageResults(many) {
      await saveMany(many);
    },
    async savePlacements(placements, stories) {
      await database.transaction(async (sql) => {
        for (const story of stories) await saveStory(sql, story, true);
        for (const placement of placements) await savePlacement(sql, placement, true);
        // A worker holds stories in memory: it takes them up again with what was decided.
        await marks.bump(sql, 'removals');
      });
    },
    async saveSecondLook(placements, stories) {
      // Made again by the next look when a crash takes it: nothing is told from it.
      await database.remade(async (sql) => {
        for (const story of stories) await saveStory(sql, story, true);
        for (const placement of placements) {
          await savePlacement(sql, placement, false);
          await bringAlong(sql, placement.articleId);
        }
      });
    },
  };
}

interface PageRow {
  readonly number: number;
  readonly url: string | null;
  readonly source_id: string | null;
  readonly received: string;
  readonly removed: string | null;
}

async function save(sql: Sql, results: PageResults): Promise<void> {
  // Held until the end: of two workers with the same page, the second finds it done and changes nothing.
  const page = await sql.get<PageRow>(
    'SELECT number, url, source_id, received, removed FROM page WHERE id = $1 FOR UPDATE',
    results.pageId,
  );
  // Pruned while it was worked on: there is nothing left to attach results to.
  if (page === null) return;
  await saveReading(sql, page, results);
  if (results.story !== null) await saveStory(sql, results.story, false);
  if (results.placement !== null) await savePlacement(sql, results.placement, false);
  for (const placement of results.revised) await savePlacement(sql, placement, false);
  await saveDevelopments(sql, page.number, results);
  await saveAlerts(sql, page.number, results);
  for (const delivery of results.deliveries) await addDelivery(sql, delivery);
  if (results.memory !== null) {
    await sql.run(
      `INSERT INTO memory (article_number, at, story_id, article, story) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (article_number) DO UPDATE SET at = excluded.at, story_id = excluded.story_id,
         article = excluded.article, story = excluded.story`,
      page.number,
      results.memory.at,
      results.memory.storyId,
      packBytes(results.memory.article),
      packBytes(results.memory.story),
    );
  }
  await sql.run(
    `UPDATE page SET state = 'done', read = NULL, leased_until = NULL, leased_by = NULL, retry_at = NULL, failure = NULL,
       failed_at = NULL, article_id = $2 WHERE number = $1`,
    page.number,
    results.reading.article.id,
  );
}

async function saveReading(sql: Sql, page: PageRow, { reading, problems, placement }: PageResults): Promise<void> {
  const { article } = reading;
  const key: PageKey = { url: page.url, sourceId: page.source_id, received: page.received };
  await sql.run(
    `INSERT INTO article (number, id, received, sort_at, published, language, site, source_id, story_id, brief, reading,
       problems, words, removed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, array_to_tsvector($13::text[]), $14)
     ON CONFLICT (received, number) DO UPDATE SET id = excluded.id, sort_at = excluded.sort_at,
       published = excluded.published, language = excluded.language, site = excluded.site, story_id = excluded.story_id,
       brief = excluded.brief, reading = excluded.reading, problems = excluded.problems, words = excluded.words`,
    page.number,
    article.id,
    page.received,
    sortAt(article, page.received),
    article.published.value,
    article.language,
    article.site,
    page.source_id,
    placement?.storyId ?? null,
    JSON.stringify(briefOf(article, key)),
    pack(reading),
    JSON.stringify(problems),
    lexemesOf(reading),
    page.removed,
  );
  const leads = leadRows(reading);
  await sql.run('DELETE FROM lead WHERE article_number = $1', page.number);
  await sql.run(
    `INSERT INTO lead (article_number, received, language, cut_off, title, folded, record)
     SELECT $1::bigint, $2::text, language, cut_off, title, folded, record
     FROM unnest($3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[])
       WITH ORDINALITY AS given (language, cut_off, title, folded, record, place) ORDER BY place`,
    page.number,
    page.received,
    leads.map((lead) => lead.language),
    leads.map((lead) => lead.cutOff),
    leads.map((lead) => lead.title),
    leads.map((lead) => lead.folded),
    leads.map((lead) => lead.record),
  );
  const statements = statementRows(reading);
  await sql.run('DELETE FROM statement WHERE article_number = $1', page.number);
  await sql.run(
    `INSERT INTO statement (article_number, received, speaker, folded, quote, record)
     SELECT $1::bigint, $2::text, speaker, folded, quote, record
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
       WITH ORDINALITY AS given (speaker, folded, quote, record, place) ORDER BY place`,
    page.number,
    page.received,
    statements.map((statement) => statement.speaker),
    statements.map((statement) => statement.folded),
    statements.map((statement) => statement.quote),
    statements.map((statement) => statement.record),
  );
  const events = eventRows(reading);
  await sql.run('DELETE FROM event WHERE article_number = $1', page.number);
  await sql.run(
    `INSERT INTO event (article_number, received, from_day, to_day, kind, record)
     SELECT $1::bigint, $2::text, from_day, to_day, kind, record
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
       WITH ORDINALITY AS given (from_day, to_day, kind, record, place) ORDER BY place`,
    page.number,
    page.received,
    events.map((event) => event.fromDay),
    events.map((event) => event.toDay),
    events.map((event) => event.kind),
    events.map((event) => event.record),
  );
}

async function saveStory(sql: Sql, story: NonNullable<PageResults['story']>, byHand: boolean): Promise<void> {
  // A page worked on twice tells of its story as it was the first time: what came later must not be undone by that.
  await sql.run(
    `INSERT INTO story (id, latest, independent_count, record) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET latest = excluded.latest, independent_count = excluded.independent_count,
       record = excluded.record
     WHERE $5 OR excluded.latest >= story.latest`,
    story.id,
    story.latest,
    story.independentCount,
    JSON.stringify(story),
    byHand,
  );
}

async function savePlacement(sql: Sql, placement: Placement, byHand: boolean): Promise<void> {
  const article = await sql.get<{ number: number; received: string }>(
    'SELECT number, received FROM article WHERE number = (SELECT number FROM page WHERE article_id = $1) OR id = $1 LIMIT 1',
    placement.articleId,
  );
  if (article === null) return;
  const changed = await sql.run(
    `INSERT INTO placement (article_number, article_id, story_id, copy_of, by_hand, record) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (article_number) DO UPDATE SET article_id = excluded.article_id, story_id = excluded.story_id,
       copy_of = excluded.copy_of, by_hand = excluded.by_hand, record = excluded.record
     WHERE $7 OR NOT placement.by_hand`,
    article.number,
    placement.articleId,
    placement.storyId,
    placement.copyOf,
    placement.byHand,
    JSON.stringify(placement),
    byHand,
  );
  // What a person decided stays, and the article's story with it.
  const story =
    changed > 0
      ? placement.storyId
      : (await sql.get<{ story_id: string }>(
          'SELECT story_id FROM placement WHERE article_number = $1',
          article.number,
        ))!.story_id;
  // An article's row is long and has many index entries: it is only written when its story is another.
  await sql.run(
    'UPDATE article SET story_id = $1 WHERE received = $2 AND number = $3 AND story_id IS DISTINCT FROM $1',
    story,
    article.received,
    article.number,
  );
  if (byHand) await bringAlong(sql, placement.articleId);
}

/** What an article brought, what was told of it and what is remembered of it goes to the story it stands in. */
async function bringAlong(sql: Sql, articleId: string): Promise<void> {
  const placed = await sql.get<{ article_number: number; story_id: string }>(
    'SELECT article_number, story_id FROM placement WHERE article_id = $1',
    articleId,
  );
  if (placed === null) return;
  for (const table of ['memory', 'development', 'alert']) {
    await sql.run(
      `UPDATE ${table} SET story_id = $1 WHERE article_number = $2`,
      placed.story_id,
      placed.article_number,
    );
  }
}

async function saveDevelopments(sql: Sql, number: number, { developments }: PageResults): Promise<void> {
  await sql.run('DELETE FROM development WHERE article_number = $1', number);
  await sql.run(
    `INSERT INTO development (id, article_number, position, story_id, kind, at, record)
     SELECT id, $1::bigint, place - 1, story_id, kind, at, record
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       WITH ORDINALITY AS given (id, story_id, kind, at, record, place)
     ON CONFLICT DO NOTHING`,
    number,
    developments.map((development) => development.id),
    developments.map((development) => development.storyId),
    developments.map((development) => development.kind),
    developments.map((development) => development.at),
    developments.map((development) => JSON.stringify(development)),
  );
}

async function saveAlerts(sql: Sql, number: number, { alerts }: PageResults): Promise<void> {
  const added = await sql.all<{ id: string }>(
    `INSERT INTO alert (id, article_number, watch_id, story_id, at, state, record)
     SELECT id, $1::bigint, watch_id, story_id, at, 'new', record
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS given (id, watch_id, story_id, at, record)
     ON CONFLICT DO NOTHING RETURNING id`,
    number,
    alerts.map((alert) => alert.id),
    alerts.map((alert) => alert.watchId),
    alerts.map((alert) => alert.storyId),
    alerts.map((alert) => alert.at),
    alerts.map((alert) => JSON.stringify(alert)),
  );
  const ids = new Set(added.map((row) => row.id));
  const told = alerts
    .filter((alert) => ids.has(alert.id))
    .flatMap((alert) => alert.developmentIds.map((development) => ({ alert, development })));
  await sql.run(
    `INSERT INTO alert_development (alert_id, development_id, watch_id)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
    told.map(({ alert }) => alert.id),
    told.map(({ development }) => development),
    told.map(({ alert }) => alert.watchId),
  );
}

/** Keeps a delivery that is there: one that was sent already must not fall due again. */
async function addDelivery(sql: Sql, delivery: Delivery): Promise<void> {
  await sql.run(
    `INSERT INTO delivery (id, alert_id, state, due, record)
     SELECT $1, $2::text, $3, $4, $5 WHERE EXISTS (SELECT 1 FROM alert WHERE id = $2::text) ON CONFLICT DO NOTHING`,
    delivery.id,
    delivery.alertId,
    delivery.state,
    delivery.due,
    JSON.stringify(delivery),
  );
}
