import { Failure } from '../failures.ts';
import type { Database } from './sqlite/database.ts';

/**
 * Brings a database to the newest version. A database made by a newer Watchfloor is refused before anything is touched.
 */
export function migrate(database: Database): void {
  const version = database.get<{ user_version: number }>('PRAGMA user_version')!.user_version;
  if (version > migrations.length) {
    throw new Failure(
      'database-newer',
      `The database has version ${version}, this Watchfloor knows versions up to ${migrations.length}`,
      {
        retry: 'stop',
        advice: 'Start the newer Watchfloor that wrote it, or restore a backup made before the update.',
      },
    );
  }
  if (version === migrations.length) return;
  // A step that makes a table anew drops the old one: with references on, all that hangs on it would go with it.
  database.exec('PRAGMA foreign_keys = OFF');
  for (let at = version; at < migrations.length; at++) {
    database.transaction(() => {
      database.exec(migrations[at]);
      database.exec(`PRAGMA user_version = ${at + 1}`);
    });
  }
  database.exec('PRAGMA foreign_keys = ON');
}

const oneMore = `UPDATE tally SET count = count + 1 WHERE name = 'facet';`;
const revision = `(SELECT count FROM tally WHERE name = 'facet')`;

/** Append only: the length is the version. A step that has been released is never changed. */
const migrations: readonly string[] = [
  `
  CREATE TABLE source (
    id TEXT PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    next_due TEXT,
    paused INTEGER NOT NULL,
    record TEXT NOT NULL,
    removed TEXT
  ) STRICT;
  CREATE INDEX source_due ON source (next_due) WHERE removed IS NULL AND paused = 0;

  CREATE TABLE poll_note (
    number INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX poll_note_source ON poll_note (source_id, number);

  CREATE TABLE fetch (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    source_id TEXT,
    hint TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    due TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    leased_until TEXT,
    failure TEXT,
    failed_at TEXT
  ) STRICT;
  CREATE INDEX fetch_due ON fetch (due) WHERE state = 'waiting';
  CREATE INDEX fetch_source ON fetch (source_id);
  CREATE INDEX fetch_failed ON fetch (failed_at) WHERE failure IS NOT NULL;

  -- The number is the order of receipt.
  CREATE TABLE page (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    url TEXT,
    source_id TEXT,
    received TEXT NOT NULL,
    file TEXT,
    stored_bytes INTEGER NOT NULL,
    record TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    tries INTEGER NOT NULL DEFAULT 0,
    leased_until TEXT,
    retry_at TEXT,
    failure TEXT,
    failed_at TEXT,
    removed TEXT
  ) STRICT;
  CREATE INDEX page_waiting ON page (number) WHERE state = 'waiting' AND removed IS NULL;
  CREATE INDEX page_failed ON page (failed_at) WHERE failure IS NOT NULL;
  CREATE INDEX page_url ON page (url, received);
  CREATE INDEX page_source ON page (source_id);
  CREATE INDEX page_received ON page (received);
  CREATE INDEX page_file ON page (file);
  CREATE INDEX page_removed ON page (removed) WHERE removed IS NOT NULL;

  -- The number is the page's. Columns are what is searched and sorted by; the whole is in reading, packed.
  CREATE TABLE article (
    number INTEGER PRIMARY KEY REFERENCES page ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    received TEXT NOT NULL,
    sort_at TEXT NOT NULL,
    published TEXT,
    language TEXT,
    site TEXT,
    source_id TEXT,
    story_id TEXT,
    brief TEXT NOT NULL,
    reading BLOB NOT NULL,
    problems TEXT NOT NULL,
    removed TEXT
  ) STRICT;
  CREATE INDEX article_sort ON article (sort_at, number);
  CREATE INDEX article_received ON article (received, number);
  CREATE INDEX article_story ON article (story_id);

  -- Words of the articles, cut and folded by search.ts: the ascii tokenizer only parts them at the spaces written there.
  CREATE VIRTUAL TABLE article_words USING fts5 (
    title, standfirst, body, facts, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE TRIGGER article_removed_words AFTER DELETE ON article BEGIN
    DELETE FROM article_words WHERE rowid = old.number;
  END;

  CREATE TABLE lead (
    article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    received TEXT NOT NULL,
    language TEXT,
    cut_off INTEGER NOT NULL,
    title TEXT NOT NULL,
    folded TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX lead_article ON lead (article_number);
  CREATE INDEX lead_received ON lead (received);
  CREATE INDEX lead_folded ON lead (folded, cut_off);

  CREATE TABLE statement (
    article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    speaker TEXT,
    folded TEXT,
    received TEXT NOT NULL,
    quote TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX statement_article ON statement (article_number);
  CREATE INDEX statement_speaker ON statement (folded, received);

  CREATE TABLE event (
    article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    from_day TEXT,
    to_day TEXT,
    kind TEXT NOT NULL,
    received TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_article ON event (article_number);
  CREATE INDEX event_days ON event (from_day, to_day);

  CREATE TABLE story (
    id TEXT PRIMARY KEY,
    latest TEXT NOT NULL,
    independent_count INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX story_latest ON story (latest);

  CREATE TABLE placement (
    article_number INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    article_id TEXT NOT NULL UNIQUE,
    story_id TEXT NOT NULL,
    copy_of TEXT,
    by_hand INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX placement_story ON placement (story_id);

  CREATE TABLE memory (
    article_number INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    at TEXT NOT NULL,
    story_id TEXT NOT NULL,
    article BLOB NOT NULL,
    story BLOB NOT NULL
  ) STRICT;
  CREATE INDEX memory_at ON memory (at, article_number);

  CREATE TABLE development (
    id TEXT PRIMARY KEY,
    article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    position INTEGER NOT NULL,
    story_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX development_article ON development (article_number);
  CREATE INDEX development_story ON development (story_id, at);
  CREATE INDEX development_at ON development (at, id);
  CREATE INDEX development_kind ON development (kind, at);

  CREATE TABLE watch (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    removed TEXT
  ) STRICT;

  CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    watch_id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'kept', 'dismissed')),
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX alert_article ON alert (article_number);
  CREATE INDEX alert_at ON alert (at, id);
  CREATE INDEX alert_watch ON alert (watch_id, state, at);

  CREATE TABLE alert_development (
    alert_id TEXT NOT NULL REFERENCES alert ON DELETE CASCADE,
    development_id TEXT NOT NULL,
    watch_id TEXT NOT NULL,
    PRIMARY KEY (alert_id, development_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX alert_development_id ON alert_development (development_id);
  CREATE INDEX alert_development_watch ON alert_development (watch_id, development_id);

  CREATE TABLE delivery (
    id TEXT PRIMARY KEY,
    alert_id TEXT NOT NULL REFERENCES alert ON DELETE CASCADE,
    state TEXT NOT NULL,
    due TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX delivery_alert ON delivery (alert_id);
  CREATE INDEX delivery_due ON delivery (due) WHERE state = 'due';

  CREATE TABLE act (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    undone INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;

  CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE INDEX delivery_failed ON delivery (due) WHERE state = 'failed';
  `,
  // SQLite cannot change a check, so the table is made anew with one state more, as its documentation says to (12 steps).
  `
  CREATE TABLE alert_next (
    id TEXT PRIMARY KEY,
    article_number INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    watch_id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'acknowledged', 'kept', 'dismissed')),
    assignee TEXT,
    record TEXT NOT NULL
  ) STRICT;
  INSERT INTO alert_next (id, article_number, watch_id, story_id, at, state, record)
    SELECT id, article_number, watch_id, story_id, at, state, record FROM alert;
  DROP TABLE alert;
  ALTER TABLE alert_next RENAME TO alert;
  CREATE INDEX alert_article ON alert (article_number);
  CREATE INDEX alert_at ON alert (at, id);
  CREATE INDEX alert_state ON alert (state, at);
  CREATE INDEX alert_watch ON alert (watch_id, state, at);
  CREATE INDEX alert_story ON alert (story_id, at);
  CREATE INDEX alert_assignee ON alert (assignee, at) WHERE assignee IS NOT NULL;

  CREATE TABLE alert_tag (
    tag TEXT NOT NULL,
    alert_id TEXT NOT NULL REFERENCES alert ON DELETE CASCADE,
    PRIMARY KEY (alert_id, tag)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX alert_tag_tag ON alert_tag (tag, alert_id);

  CREATE TABLE alert_comment (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    alert_id TEXT NOT NULL REFERENCES alert ON DELETE CASCADE,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX alert_comment_alert ON alert_comment (alert_id, number);
  `,
  // What every page of the desk tells in numbers is kept, not counted anew: counting a million rows takes seconds. Each trigger
  // leaves what a count would give; rows of removed articles are few and are taken off when asked for, or here for speakers.
  `
  CREATE INDEX article_removed ON article (number) WHERE removed IS NOT NULL;

  CREATE TABLE tally (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO tally VALUES
    ('page', (SELECT count(*) FROM page)),
    ('article', (SELECT count(*) FROM article WHERE removed IS NULL)),
    ('story', (SELECT count(DISTINCT story_id) FROM article WHERE removed IS NULL AND story_id IS NOT NULL)),
    ('development', (SELECT count(*) FROM development));

  CREATE TRIGGER page_came AFTER INSERT ON page BEGIN
    UPDATE tally SET count = count + 1 WHERE name = 'page';
  END;
  CREATE TRIGGER page_went AFTER DELETE ON page BEGIN
    UPDATE tally SET count = count - 1 WHERE name = 'page';
  END;
  CREATE TRIGGER development_came AFTER INSERT ON development BEGIN
    UPDATE tally SET count = count + 1 WHERE name = 'development';
  END;
  CREATE TRIGGER development_went AFTER DELETE ON development BEGIN
    UPDATE tally SET count = count - 1 WHERE name = 'development';
  END;
  CREATE TRIGGER article_came AFTER INSERT ON article WHEN new.removed IS NULL BEGIN
    UPDATE tally SET count = count + 1 WHERE name = 'article';
    UPDATE tally SET count = count + 1 WHERE name = 'story' AND new.story_id IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM article WHERE story_id = new.story_id AND removed IS NULL AND number <> new.number);
  END;
  CREATE TRIGGER article_went AFTER DELETE ON article WHEN old.removed IS NULL BEGIN
    UPDATE tally SET count = count - 1 WHERE name = 'article';
    UPDATE tally SET count = count - 1 WHERE name = 'story' AND old.story_id IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM article WHERE story_id = old.story_id AND removed IS NULL);
  END;
  CREATE TRIGGER article_moved AFTER UPDATE OF story_id, removed ON article
  WHEN old.story_id IS NOT new.story_id OR (old.removed IS NULL) <> (new.removed IS NULL) BEGIN
    UPDATE tally SET count = count + (new.removed IS NULL) - (old.removed IS NULL) WHERE name = 'article';
    UPDATE tally SET count = count - 1 WHERE name = 'story' AND old.removed IS NULL AND old.story_id IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM article WHERE story_id = old.story_id AND removed IS NULL AND number <> old.number);
    UPDATE tally SET count = count + 1 WHERE name = 'story' AND new.removed IS NULL AND new.story_id IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM article WHERE story_id = new.story_id AND removed IS NULL AND number <> new.number);
  END;

  CREATE TABLE alert_count (
    watch_id TEXT NOT NULL,
    state TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (watch_id, state)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO alert_count SELECT watch_id, state, count(*) FROM alert GROUP BY watch_id, state;
  CREATE TRIGGER alert_came AFTER INSERT ON alert BEGIN
    INSERT INTO alert_count VALUES (new.watch_id, new.state, 1)
      ON CONFLICT (watch_id, state) DO UPDATE SET count = count + 1;
  END;
  CREATE TRIGGER alert_went AFTER DELETE ON alert BEGIN
    UPDATE alert_count SET count = count - 1 WHERE watch_id = old.watch_id AND state = old.state;
  END;
  CREATE TRIGGER alert_moved AFTER UPDATE OF state ON alert WHEN old.state <> new.state BEGIN
    UPDATE alert_count SET count = count - 1 WHERE watch_id = old.watch_id AND state = old.state;
    INSERT INTO alert_count VALUES (new.watch_id, new.state, 1)
      ON CONFLICT (watch_id, state) DO UPDATE SET count = count + 1;
  END;

  -- Speakers of shown articles: how often they are quoted, and when and under which name last.
  CREATE TABLE speaker (
    folded TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    statements INTEGER NOT NULL,
    latest TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX speaker_most ON speaker (statements DESC, latest DESC, folded);
  INSERT INTO speaker
    SELECT folded, speaker, count(*), max(statement.received)
    FROM statement JOIN article ON article.number = statement.article_number
    WHERE article.removed IS NULL AND folded IS NOT NULL GROUP BY folded;
  CREATE TRIGGER statement_came AFTER INSERT ON statement
  WHEN new.folded IS NOT NULL AND (SELECT removed FROM article WHERE number = new.article_number) IS NULL BEGIN
    INSERT INTO speaker VALUES (new.folded, new.speaker, 1, new.received)
      ON CONFLICT (folded) DO UPDATE SET statements = statements + 1,
        name = CASE WHEN excluded.latest >= latest THEN excluded.name ELSE name END, latest = max(latest, excluded.latest);
  END;
  CREATE TRIGGER statement_went AFTER DELETE ON statement
  WHEN old.folded IS NOT NULL AND (SELECT removed FROM article WHERE number = old.article_number) IS NULL BEGIN
    UPDATE speaker SET statements = statements - 1 WHERE folded = old.folded;
    DELETE FROM speaker WHERE folded = old.folded AND statements <= 0;
    UPDATE speaker SET (name, latest) = (
        SELECT statement.speaker, statement.received FROM statement JOIN article ON article.number = statement.article_number
        WHERE statement.folded = old.folded AND article.removed IS NULL ORDER BY statement.received DESC LIMIT 1)
      WHERE folded = old.folded AND latest = old.received;
  END;
  -- While the article is still there to say whether its statements were counted.
  CREATE TRIGGER article_goes BEFORE DELETE ON article BEGIN
    DELETE FROM statement WHERE article_number = old.number;
  END;
  CREATE TRIGGER article_hidden AFTER UPDATE OF removed ON article WHEN old.removed IS NULL AND new.removed IS NOT NULL BEGIN
    UPDATE speaker SET statements = statements -
        (SELECT count(*) FROM statement WHERE article_number = new.number AND statement.folded = speaker.folded)
      WHERE folded IN (SELECT folded FROM statement WHERE article_number = new.number AND folded IS NOT NULL);
    DELETE FROM speaker WHERE statements <= 0
      AND folded IN (SELECT folded FROM statement WHERE article_number = new.number AND folded IS NOT NULL);
    UPDATE speaker SET (name, latest) = (
        SELECT statement.speaker, statement.received FROM statement JOIN article ON article.number = statement.article_number
        WHERE statement.folded = speaker.folded AND article.removed IS NULL ORDER BY statement.received DESC LIMIT 1)
      WHERE folded IN (SELECT folded FROM statement WHERE article_number = new.number AND folded IS NOT NULL);
  END;
  CREATE TRIGGER article_shown AFTER UPDATE OF removed ON article WHEN old.removed IS NOT NULL AND new.removed IS NULL BEGIN
    INSERT INTO speaker
      SELECT folded, speaker, count(*), max(received) FROM statement
      WHERE article_number = new.number AND folded IS NOT NULL GROUP BY folded
      ON CONFLICT (folded) DO UPDATE SET statements = statements + excluded.statements,
        name = CASE WHEN excluded.latest >= latest THEN excluded.name ELSE name END, latest = max(latest, excluded.latest);
  END;
  `,
  // Indexes in the very order that lists are read in, so that a first page ends after its rows, however much is stored.
  `
  DROP INDEX development_at;
  CREATE INDEX development_newest ON development (at DESC, article_number DESC, position);
  DROP INDEX event_days;
  CREATE INDEX event_days ON event (from_day, received);
  CREATE INDEX event_coming ON event (from_day, received) WHERE kind NOT IN ('past', 'duration', 'recurring');
  CREATE INDEX event_long ON event (to_day) WHERE to_day > from_day;
  CREATE INDEX event_open ON event (received) WHERE from_day IS NULL;
  `,
  // Reading and placing are two steps: what was read waits in its page until it is placed.
  `
  ALTER TABLE page ADD COLUMN read BLOB;
  -- 1 for a page of a source that had many waiting already: others go first.
  ALTER TABLE page ADD COLUMN late INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX page_unread ON page (late, number) WHERE state = 'waiting' AND removed IS NULL AND read IS NULL;
  CREATE INDEX page_read ON page (late, number) WHERE state = 'waiting' AND removed IS NULL AND read IS NOT NULL;
  CREATE INDEX page_backlog ON page (coalesce(source_id, '')) WHERE state = 'waiting';
  `,
  // What a search counts and sorts by, in rows narrow enough to be read whole; names stand in a table of their own. The
  // revision rises with every change of a row, so that whoever holds them in memory takes up what is new alone. The row of a
  // deleted article stays, as not shown, until `prune` takes it.
  `
  CREATE TABLE facet_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE article_facet (
    number INTEGER PRIMARY KEY,
    -- Milliseconds since 1970.
    sort_at INTEGER NOT NULL,
    -- The day as written, 20231121; 0 when there is none, -1 when it is written otherwise.
    published INTEGER NOT NULL,
    -- Names; 0 for none. Kinds of development are one name, parted by commas.
    site INTEGER NOT NULL,
    language INTEGER NOT NULL,
    source INTEGER NOT NULL,
    kinds INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE kinds_then AS
    SELECT article_number, group_concat(DISTINCT kind) AS kinds FROM development GROUP BY article_number;
  CREATE INDEX kinds_then_article ON kinds_then (article_number);
  INSERT INTO facet_name VALUES (0, '');
  INSERT INTO facet_name (name)
    SELECT site FROM article WHERE site <> '' UNION SELECT language FROM article WHERE language <> ''
    UNION SELECT source_id FROM article WHERE source_id <> '' UNION SELECT kinds FROM kinds_then EXCEPT SELECT '';
  INSERT INTO article_facet
    SELECT article.number, ${millisecondsOf('article.sort_at')}, ${dayOf('article.published')},
      ${nameOf('article.site')}, ${nameOf('article.language')}, ${nameOf('article.source_id')}, ${nameOf('kinds')},
      placement.copy_of IS NOT NULL, article.removed IS NULL, article.number
    FROM article LEFT JOIN placement ON placement.article_number = article.number
    LEFT JOIN kinds_then ON kinds_then.article_number = article.number;
  DROP TABLE kinds_then;
  CREATE INDEX article_facet_revision ON article_facet (revision);
  INSERT INTO tally VALUES ('facet', (SELECT coalesce(max(number), 0) FROM article_facet));

  CREATE TRIGGER article_faceted AFTER INSERT ON article BEGIN
    ${namedFirst('new.site')} ${namedFirst('new.language')} ${namedFirst('new.source_id')} ${oneMore}
    INSERT INTO article_facet VALUES (new.number, ${millisecondsOf('new.sort_at')}, ${dayOf('new.published')},
      ${nameOf('new.site')}, ${nameOf('new.language')}, ${nameOf('new.source_id')}, 0, 0, new.removed IS NULL, ${revision});
  END;
  CREATE TRIGGER article_refaceted AFTER UPDATE OF sort_at, published, site, language, source_id, removed ON article BEGIN
    ${namedFirst('new.site')} ${namedFirst('new.language')} ${namedFirst('new.source_id')} ${oneMore}
    UPDATE article_facet SET sort_at = ${millisecondsOf('new.sort_at')}, published = ${dayOf('new.published')},
      site = ${nameOf('new.site')}, language = ${nameOf('new.language')}, source = ${nameOf('new.source_id')},
      shown = new.removed IS NULL, revision = ${revision} WHERE number = new.number;
  END;
  CREATE TRIGGER article_unfaceted AFTER DELETE ON article BEGIN
    ${oneMore} UPDATE article_facet SET shown = 0, revision = ${revision} WHERE number = old.number;
  END;
  CREATE TRIGGER placement_faceted AFTER INSERT ON placement WHEN new.copy_of IS NOT NULL BEGIN
    ${oneMore} UPDATE article_facet SET copy = 1, revision = ${revision} WHERE number = new.article_number;
  END;
  CREATE TRIGGER placement_refaceted AFTER UPDATE OF copy_of ON placement
  WHEN (old.copy_of IS NULL) <> (new.copy_of IS NULL) BEGIN
    ${oneMore}
    UPDATE article_facet SET copy = new.copy_of IS NOT NULL, revision = ${revision} WHERE number = new.article_number;
  END;
  CREATE TRIGGER development_faceted AFTER INSERT ON development BEGIN
    ${namedFirst(kindsOf('new'))} ${oneMore}
    UPDATE article_facet SET kinds = ${nameOf(kindsOf('new'))}, revision = ${revision} WHERE number = new.article_number;
  END;
  CREATE TRIGGER development_unfaceted AFTER DELETE ON development BEGIN
    ${namedFirst(kindsOf('old'))} ${oneMore}
    UPDATE article_facet SET kinds = ${nameOf(kindsOf('old'))}, revision = ${revision} WHERE number = old.article_number;
  END;

  CREATE INDEX event_window ON event (from_day, to_day, article_number) WHERE kind <> 'past';
  `,
  // Articles that hold a common word in their text, as bits, for blocks of numbers that are full: `word-blocks.ts`.
  `
  CREATE TABLE word_block (
    token TEXT NOT NULL,
    block INTEGER NOT NULL,
    count INTEGER NOT NULL,
    bits BLOB NOT NULL,
    PRIMARY KEY (token, block)
  ) STRICT;
  CREATE INDEX word_block_block ON word_block (block);
  CREATE TABLE word_block_made (block INTEGER PRIMARY KEY) STRICT;
  `,
  // Which articles hold statements of a speaker.
  `
  CREATE INDEX statement_spoken ON statement (folded, article_number);
  `,
  // Who may use the desk. Of tokens and keys only hashes are kept.
  `
  CREATE TABLE desk_user (
    id TEXT PRIMARY KEY,
    sign_in_name TEXT NOT NULL UNIQUE,
    issuer TEXT,
    subject TEXT,
    made TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (issuer, subject)
  ) STRICT;

  CREATE TABLE desk_session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    made TEXT NOT NULL,
    seen TEXT NOT NULL,
    ended TEXT,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX desk_session_user ON desk_session (user_id, made);
  CREATE INDEX desk_session_made ON desk_session (made);

  CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    key_hash TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    made TEXT NOT NULL,
    used TEXT,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX api_key_user ON api_key (user_id, made);

  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    user_id TEXT,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_at ON audit (at);
  CREATE INDEX audit_user ON audit (user_id, number);
  CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'what was written into the audit log is never changed');
  END;
  `,
  // Who gave an alert to whoever looks after it.
  `
  ALTER TABLE alert ADD COLUMN assigned_by TEXT;
  `,
];

// Parts of the step that keeps `article_facet`.

function millisecondsOf(column: string): string {
  return `coalesce(CAST(round(unixepoch(${column}, 'subsec') * 1000) AS INTEGER), 0)`;
}

function dayOf(column: string): string {
  return `CASE WHEN ${column} IS NULL THEN 0 WHEN ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'
    THEN CAST(substr(${column}, 1, 4) || substr(${column}, 6, 2) || substr(${column}, 9, 2) AS INTEGER) ELSE -1 END`;
}

function nameOf(value: string): string {
  return `coalesce((SELECT id FROM facet_name WHERE name = ${value}), 0)`;
}

/** Nothing for what is null or empty. */
function namedFirst(value: string): string {
  return `INSERT INTO facet_name (name) SELECT ${value} AS wanted
    WHERE wanted <> '' AND NOT EXISTS (SELECT 1 FROM facet_name WHERE name = wanted);`;
}

function kindsOf(row: 'new' | 'old'): string {
  return `(SELECT group_concat(DISTINCT kind) FROM development WHERE article_number = ${row}.article_number)`;
}
