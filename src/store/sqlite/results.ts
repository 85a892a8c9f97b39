import type { Placement, Reading } from '../../records.ts';
import { briefOf, eventRows, leadRows, type PageKey, sortAt, statementRows } from '../columns.ts';
import { pack, packBytes } from '../packed.ts';
import { textsOf, wordsOf } from '../search.ts';
import type { Delivery, PageResults, Store } from '../store.ts';
import type { Database } from './database.ts';
import { wordsChanged } from './word-blocks.ts';

/** Stores what came of one page. Running it again with the same results changes nothing, alerts' states least of all. */
export function resultMethods(
  database: Database,
  marks: { bump(name: 'removals'): void },
  blockSize: number,
): Pick<Store, 'savePageResults' | 'saveManyPageResults' | 'savePlacements' | 'saveSecondLook'> {
  return {
    async savePageResults(results) {
      // Results lost to a power cut are made again from the page, with the same ids.
      database.remade(() => save(database, results, blockSize));
    },
    async saveManyPageResults(many) {
      database.remade(() => {
        for (const results of many) save(database, results, blockSize);
      });
    },
    async savePlacements(placements, stories) {
      database.transaction(() => {
        for (const story of stories) saveStory(database, story, true);
        for (const placement of placements) savePlacement(database, placement, true);
        // A worker holds stories in memory: it takes them up again with what was decided.
        marks.bump('removals');
      });
    },
    async saveSecondLook(placements, stories) {
      // Made again by the next look when a power cut takes it: nothing is told from it.
      database.remade(() => {
        for (const story of stories) saveStory(database, story, true);
        for (const placement of placements) {
          savePlacement(database, placement, false);
          bringAlong(database, placement.articleId);
        }
      });
    },
  };
}

function save(database: Database, results: PageResults, blockSize: number): void {
  const page = database.get<PageRow>(
    'SELECT number, url, source_id, received, removed FROM page WHERE id = ?',
    results.pageId,
  );
  // Pruned while it was worked on: there is nothing left to attach results to.
  if (page === null) return;
  saveReading(database, page, results, blockSize);
  if (results.story !== null) saveStory(database, results.story, false);
  if (results.placement !== null) savePlacement(database, results.placement, false);
  for (const placement of results.revised) savePlacement(database, placement, false);
  saveDevelopments(database, page.number, results);
  for (const alert of results.alerts) {
    const added = database.run(
      `INSERT INTO alert (id, article_number, watch_id, story_id, at, state, record) VALUES (?, ?, ?, ?, ?, 'new', ?)
       ON CONFLICT DO NOTHING`,
      alert.id,
      page.number,
      alert.watchId,
      alert.storyId,
      alert.at,
      JSON.stringify(alert),
    );
    if (added === 0) continue;
    for (const development of alert.developmentIds) {
      database.run(
        'INSERT INTO alert_development (alert_id, development_id, watch_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        alert.id,
        development,
        alert.watchId,
      );
    }
  }
  for (const delivery of results.deliveries) addDelivery(database, delivery);
  if (results.memory !== null) {
    database.run(
      `INSERT INTO memory (article_number, at, story_id, article, story) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET at = excluded.at, story_id = excluded.story_id, article = excluded.article,
         story = excluded.story`,
      page.number,
      results.memory.at,
      results.memory.storyId,
      packBytes(results.memory.article),
      packBytes(results.memory.story),
    );
  }
  database.run(
    `UPDATE page SET state = 'done', read = NULL, leased_until = NULL, retry_at = NULL, failure = NULL, failed_at = NULL WHERE number = ?`,
    page.number,
  );
}

interface PageRow {
  readonly number: number;
  readonly url: string | null;
  readonly source_id: string | null;
  readonly received: string;
  readonly removed: string | null;
}

function saveReading(
  database: Database,
  page: PageRow,
  { reading, problems, placement }: PageResults,
  blockSize: number,
): void {
  const { article } = reading;
  const key: PageKey = { url: page.url, sourceId: page.source_id, received: page.received };
  database.run(
    `INSERT INTO article (number, id, received, sort_at, published, language, site, source_id, story_id, brief, reading, problems, removed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET id = excluded.id, sort_at = excluded.sort_at, published = excluded.published,
       language = excluded.language, site = excluded.site, story_id = excluded.story_id, brief = excluded.brief,
       reading = excluded.reading, problems = excluded.problems`,
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
    page.removed,
  );
  wordsChanged(database, page.number, blockSize);
  saveWords(database, page.number, reading);
  saveFacts(database, page, reading);
}

/** Files the words of an article for search, in the place of those filed before. */
export function saveWords(database: Database, number: number, reading: Reading): void {
  const texts = textsOf(reading);
  database.run('DELETE FROM article_words WHERE rowid = ?', number);
  database.run(
    'INSERT INTO article_words (rowid, title, standfirst, body, facts) VALUES (?, ?, ?, ?, ?)',
    number,
    wordsOf(texts.title),
    wordsOf(texts.standfirst),
    wordsOf(texts.body),
    wordsOf(texts.facts),
  );
}

function saveFacts(database: Database, page: PageRow, reading: Reading): void {
  for (const table of ['lead', 'statement', 'event']) {
    database.run(`DELETE FROM ${table} WHERE article_number = ?`, page.number);
  }
  for (const lead of leadRows(reading)) {
    database.run(
      'INSERT INTO lead (article_number, received, language, cut_off, title, folded, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
      page.number,
      page.received,
      lead.language,
      lead.cutOff ? 1 : 0,
      lead.title,
      lead.folded,
      lead.record,
    );
  }
  for (const statement of statementRows(reading)) {
    database.run(
      'INSERT INTO statement (article_number, speaker, folded, received, quote, record) VALUES (?, ?, ?, ?, ?, ?)',
      page.number,
      statement.speaker,
      statement.folded,
      page.received,
      statement.quote,
      statement.record,
    );
  }
  for (const event of eventRows(reading)) {
    database.run(
      'INSERT INTO event (article_number, from_day, to_day, kind, received, record) VALUES (?, ?, ?, ?, ?, ?)',
      page.number,
      event.fromDay,
      event.toDay,
      event.kind,
      page.received,
      event.record,
    );
  }
}

function saveStory(database: Database, story: NonNullable<PageResults['story']>, byHand: boolean): void {
  // A page worked on twice tells of its story as it was the first time: what came later must not be undone by that.
  database.run(
    `INSERT INTO story (id, latest, independent_count, record) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT DO UPDATE SET latest = excluded.latest, independent_count = excluded.independent_count,
       record = excluded.record
     WHERE ?5 = 1 OR excluded.latest >= story.latest`,
    story.id,
    story.latest,
    story.independentCount,
    JSON.stringify(story),
    byHand ? 1 : 0,
  );
}

function savePlacement(database: Database, placement: Placement, byHand: boolean): void {
  const article = database.get<{ number: number }>('SELECT number FROM article WHERE id = ?', placement.articleId);
  if (article === null) return;
  const changed = database.run(
    `INSERT INTO placement (article_number, article_id, story_id, copy_of, by_hand, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (article_number) DO UPDATE SET article_id = excluded.article_id, story_id = excluded.story_id,
       copy_of = excluded.copy_of, by_hand = excluded.by_hand, record = excluded.record
     WHERE ?7 = 1 OR placement.by_hand = 0`,
    article.number,
    placement.articleId,
    placement.storyId,
    placement.copyOf,
    placement.byHand ? 1 : 0,
    JSON.stringify(placement),
    byHand ? 1 : 0,
  );
  // What a person decided stays, and the article's story with it.
  const story =
    changed > 0
      ? placement.storyId
      : database.get<{ story_id: string }>('SELECT story_id FROM placement WHERE article_number = ?', article.number)!
          .story_id;
  database.run('UPDATE article SET story_id = ? WHERE number = ?', story, article.number);
  if (byHand) bringAlong(database, placement.articleId);
}

/** What an article brought, what was told of it and what is remembered of it goes to the story it stands in. */
function bringAlong(database: Database, articleId: string): void {
  const placed = database.get<{ article_number: number; story_id: string }>(
    'SELECT article_number, story_id FROM placement WHERE article_id = ?',
    articleId,
  );
  if (placed === null) return;
  for (const table of ['memory', 'development', 'alert']) {
    database.run(`UPDATE ${table} SET story_id = ? WHERE article_number = ?`, placed.story_id, placed.article_number);
  }
}

function saveDevelopments(database: Database, number: number, results: PageResults): void {
  database.run('DELETE FROM development WHERE article_number = ?', number);
  for (const [position, development] of results.developments.entries()) {
    database.run(
      `INSERT INTO development (id, article_number, position, story_id, kind, at, record) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      development.id,
      number,
      position,
      development.storyId,
      development.kind,
      development.at,
      JSON.stringify(development),
    );
  }
}

/** Keeps a delivery that is there: one that was sent already must not fall due again. */
function addDelivery(database: Database, delivery: Delivery): void {
  database.run(
    `INSERT INTO delivery (id, alert_id, state, due, record)
     SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM alert WHERE id = ?2) ON CONFLICT DO NOTHING`,
    delivery.id,
    delivery.alertId,
    delivery.state,
    delivery.due,
    JSON.stringify(delivery),
  );
}
