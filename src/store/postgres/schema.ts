import { Failure } from '../../failures.ts';
import type { Database, Sql } from './database.ts';

/**
 * Brings a schema to the newest version. Several processes may start at once: one does it, the others wait. One made by a
 * newer Watchfloor is refused before anything is touched.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.run('SELECT pg_advisory_xact_lock($1)', migrationLock);
    await sql.run('CREATE TABLE IF NOT EXISTS watchfloor_version (version integer NOT NULL)');
    const row = await sql.get<{ version: number }>('SELECT version FROM watchfloor_version');
    const version = row?.version ?? 0;
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
    for (const migration of migrations.slice(version)) await sql.run(migration);
    if (row === null) await sql.run('INSERT INTO watchfloor_version VALUES ($1)', migrations.length);
    else await sql.run('UPDATE watchfloor_version SET version = $1', migrations.length);
  });
}

/** Makes sure that articles received in a month have their partition. Asked of the server once a month and process. */
export function partitions(database: Database): (received: string) => Promise<void> {
  const made = new Set<string>();
  return async (received) => {
    const month = received.slice(0, 7);
    if (made.has(month)) return;
    if (!/^\d{4}-\d{2}$/.test(month)) throw new Error(`${received} is no instant`);
    const name = `article_${month.replace('-', '_')}`;
    await database.transaction(async (sql) => {
      await sql.run('SELECT pg_advisory_xact_lock($1)', migrationLock);
      if (await exists(sql, name)) return;
      await sql.run(
        `CREATE TABLE ${name} PARTITION OF article FOR VALUES FROM ('${month}') TO ('${following(month)}')`,
      );
    });
    made.add(month);
  };
}

async function exists(sql: Sql, table: string): Promise<boolean> {
  return (await sql.get<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', table))?.found === true;
}

/** The month after: its first moment is the first that a partition no longer holds. */
function following(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}

/** Any number that no other user of the database locks with: the letters "wtch". */
const migrationLock = 0x77746368;

/**
 * Append only: the length is the version, and a step that has been released is never changed. Steps only add, so that the
 * workers of the version before go on while the new ones start.
 *
 * Instants, ids and folded words compare by their bytes (`COLLATE "C"`), as in SQLite. Records are text, not `jsonb`: they
 * come back byte for byte, and text in them may hold an escaped NUL. Facts refer to the page, which is not parted by month.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE source (
    id text COLLATE "C" PRIMARY KEY,
    address text COLLATE "C" NOT NULL UNIQUE,
    next_due text COLLATE "C",
    paused boolean NOT NULL,
    record text NOT NULL,
    removed text COLLATE "C"
  );
  CREATE INDEX source_due ON source (next_due) WHERE removed IS NULL AND NOT paused;

  CREATE TABLE poll_note (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id text COLLATE "C" NOT NULL REFERENCES source ON DELETE CASCADE,
    note text NOT NULL
  );
  CREATE INDEX poll_note_source ON poll_note (source_id, number);

  CREATE TABLE to_fetch (
    id text COLLATE "C" PRIMARY KEY,
    url text COLLATE "C" NOT NULL,
    source_id text COLLATE "C",
    hint text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    due text COLLATE "C" NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    leased_until text COLLATE "C",
    failure text,
    failed_at text COLLATE "C"
  );
  CREATE INDEX fetch_due ON to_fetch (due, id) WHERE state = 'waiting';
  CREATE INDEX fetch_source ON to_fetch (source_id);
  CREATE INDEX fetch_failed ON to_fetch (failed_at) WHERE failure IS NOT NULL;

  -- The number is the order of receipt.
  CREATE TABLE page (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    article_id text COLLATE "C" UNIQUE,
    name text,
    url text COLLATE "C",
    source_id text COLLATE "C",
    received text COLLATE "C" NOT NULL,
    file text COLLATE "C",
    stored_bytes bigint NOT NULL,
    record text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    tries integer NOT NULL DEFAULT 0,
    leased_until text COLLATE "C",
    retry_at text COLLATE "C",
    failure text,
    failed_at text COLLATE "C",
    removed text COLLATE "C"
  );
  CREATE INDEX page_waiting ON page (number) WHERE state = 'waiting' AND removed IS NULL;
  CREATE INDEX page_failed ON page (failed_at) WHERE failure IS NOT NULL;
  CREATE INDEX page_url ON page USING hash (url);
  CREATE INDEX page_source ON page (source_id);
  CREATE INDEX page_received ON page (received, number);
  CREATE INDEX page_file ON page (file);
  CREATE INDEX page_removed ON page (removed) WHERE removed IS NOT NULL;

  -- Columns are what is searched and sorted by; the whole is in reading, packed. Words: see searching.ts.
  CREATE TABLE article (
    number bigint NOT NULL REFERENCES page ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    received text COLLATE "C" NOT NULL,
    sort_at text COLLATE "C" NOT NULL,
    published text COLLATE "C",
    language text COLLATE "C",
    site text COLLATE "C",
    source_id text COLLATE "C",
    story_id text COLLATE "C",
    brief text NOT NULL,
    reading bytea NOT NULL,
    problems text NOT NULL,
    words tsvector NOT NULL,
    removed text COLLATE "C",
    PRIMARY KEY (received, number)
  ) PARTITION BY RANGE (received);
  -- Packed already: a second compression costs and saves nothing.
  ALTER TABLE article ALTER COLUMN reading SET STORAGE EXTERNAL;
  CREATE INDEX article_number ON article (number);
  CREATE INDEX article_sort ON article (sort_at, number);
  CREATE INDEX article_story ON article (story_id);
  CREATE INDEX article_words ON article USING gin (words);

  CREATE TABLE lead (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_number bigint NOT NULL REFERENCES page ON DELETE CASCADE,
    received text COLLATE "C" NOT NULL,
    language text COLLATE "C",
    cut_off boolean NOT NULL,
    title text NOT NULL,
    folded text COLLATE "C" NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX lead_article ON lead (article_number);
  CREATE INDEX lead_received ON lead (received DESC, position);
  -- Long titles are told apart by their beginning: an index entry has a size it may not pass.
  CREATE INDEX lead_folded ON lead (left(folded, 100)) WHERE NOT cut_off;

  CREATE TABLE statement (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_number bigint NOT NULL REFERENCES page ON DELETE CASCADE,
    speaker text,
    folded text COLLATE "C",
    received text COLLATE "C" NOT NULL,
    quote text NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX statement_article ON statement (article_number);
  CREATE INDEX statement_speaker ON statement (left(folded, 100), received);

  CREATE TABLE event (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_number bigint NOT NULL REFERENCES page ON DELETE CASCADE,
    from_day text COLLATE "C",
    to_day text COLLATE "C",
    kind text NOT NULL,
    received text COLLATE "C" NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX event_article ON event (article_number);
  CREATE INDEX event_days ON event (from_day, to_day);

  CREATE TABLE story (
    id text COLLATE "C" PRIMARY KEY,
    latest text COLLATE "C" NOT NULL,
    independent_count integer NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX story_latest ON story (latest);

  CREATE TABLE placement (
    article_number bigint PRIMARY KEY REFERENCES page ON DELETE CASCADE,
    article_id text COLLATE "C" NOT NULL UNIQUE,
    story_id text COLLATE "C" NOT NULL,
    copy_of text COLLATE "C",
    by_hand boolean NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX placement_story ON placement (story_id);

  CREATE TABLE memory (
    article_number bigint PRIMARY KEY REFERENCES page ON DELETE CASCADE,
    at text COLLATE "C" NOT NULL,
    story_id text COLLATE "C" NOT NULL,
    article bytea NOT NULL,
    story bytea NOT NULL
  );
  CREATE INDEX memory_at ON memory (at, article_number);

  CREATE TABLE development (
    id text COLLATE "C" PRIMARY KEY,
    article_number bigint NOT NULL REFERENCES page ON DELETE CASCADE,
    position integer NOT NULL,
    story_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    at text COLLATE "C" NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX development_article ON development (article_number);
  CREATE INDEX development_story ON development (story_id, at);
  CREATE INDEX development_at ON development (at, article_number, position);
  CREATE INDEX development_kind ON development (kind, at);

  CREATE TABLE watch (
    id text COLLATE "C" PRIMARY KEY,
    created text COLLATE "C" NOT NULL,
    record text NOT NULL,
    removed text COLLATE "C"
  );

  CREATE TABLE alert (
    id text COLLATE "C" PRIMARY KEY,
    article_number bigint NOT NULL REFERENCES page ON DELETE CASCADE,
    watch_id text COLLATE "C" NOT NULL,
    story_id text COLLATE "C" NOT NULL,
    at text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('new', 'acknowledged', 'kept', 'dismissed')),
    assignee text COLLATE "C",
    record text NOT NULL
  );
  CREATE INDEX alert_article ON alert (article_number);
  CREATE INDEX alert_at ON alert (at, id);
  CREATE INDEX alert_state ON alert (state, at);
  CREATE INDEX alert_watch ON alert (watch_id, state, at);
  CREATE INDEX alert_story ON alert (story_id, at);
  CREATE INDEX alert_assignee ON alert (assignee, at) WHERE assignee IS NOT NULL;

  CREATE TABLE alert_tag (
    tag text COLLATE "C" NOT NULL,
    alert_id text COLLATE "C" NOT NULL REFERENCES alert ON DELETE CASCADE,
    PRIMARY KEY (alert_id, tag)
  );
  CREATE INDEX alert_tag_tag ON alert_tag (tag, alert_id);

  CREATE TABLE alert_comment (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    alert_id text COLLATE "C" NOT NULL REFERENCES alert ON DELETE CASCADE,
    record text NOT NULL
  );
  CREATE INDEX alert_comment_alert ON alert_comment (alert_id, number);

  CREATE TABLE alert_development (
    alert_id text COLLATE "C" NOT NULL REFERENCES alert ON DELETE CASCADE,
    development_id text COLLATE "C" NOT NULL,
    watch_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (alert_id, development_id)
  );
  CREATE INDEX alert_development_id ON alert_development (development_id);
  CREATE INDEX alert_development_watch ON alert_development (watch_id, development_id);

  CREATE TABLE delivery (
    id text COLLATE "C" PRIMARY KEY,
    alert_id text COLLATE "C" NOT NULL REFERENCES alert ON DELETE CASCADE,
    state text NOT NULL,
    due text COLLATE "C" NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX delivery_alert ON delivery (alert_id);
  CREATE INDEX delivery_due ON delivery (due, id) WHERE state = 'due';
  CREATE INDEX delivery_failed ON delivery (due) WHERE state = 'failed';

  CREATE TABLE act (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    undone boolean NOT NULL,
    record text NOT NULL
  );

  CREATE TABLE setting (
    name text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
  );
  `,
  // Reading and placing are two steps: what was read waits in its page until it is placed. Claims name their process.
  `
  -- Late is a page of a source that had many waiting already: others go first.
  ALTER TABLE page ADD COLUMN read bytea, ADD COLUMN leased_by bigint, ADD COLUMN late integer NOT NULL DEFAULT 0;
  ALTER TABLE to_fetch ADD COLUMN leased_by bigint;
  CREATE INDEX page_unread ON page (late, number) WHERE state = 'waiting' AND removed IS NULL AND read IS NULL;
  CREATE INDEX page_read ON page (late, number) WHERE state = 'waiting' AND removed IS NULL AND read IS NOT NULL;
  CREATE INDEX page_backlog ON page (coalesce(source_id, '')) WHERE state = 'waiting';
  `,
  // Who may use the desk. Of tokens and keys only hashes are kept.
  `
  CREATE TABLE desk_user (
    id text COLLATE "C" PRIMARY KEY,
    sign_in_name text COLLATE "C" NOT NULL UNIQUE,
    issuer text COLLATE "C",
    subject text COLLATE "C",
    made text COLLATE "C" NOT NULL,
    record text NOT NULL,
    UNIQUE (issuer, subject)
  );

  CREATE TABLE desk_session (
    id text COLLATE "C" PRIMARY KEY,
    token_hash text COLLATE "C" NOT NULL UNIQUE,
    user_id text COLLATE "C" NOT NULL,
    made text COLLATE "C" NOT NULL,
    seen text COLLATE "C" NOT NULL,
    ended text COLLATE "C",
    record text NOT NULL
  );
  CREATE INDEX desk_session_user ON desk_session (user_id, made);
  CREATE INDEX desk_session_made ON desk_session (made);

  CREATE TABLE api_key (
    id text COLLATE "C" PRIMARY KEY,
    key_hash text COLLATE "C" NOT NULL UNIQUE,
    user_id text COLLATE "C" NOT NULL,
    made text COLLATE "C" NOT NULL,
    used text COLLATE "C",
    record text NOT NULL
  );
  CREATE INDEX api_key_user ON api_key (user_id, made);

  CREATE TABLE audit (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    at text COLLATE "C" NOT NULL,
    user_id text COLLATE "C",
    record text NOT NULL
  );
  CREATE INDEX audit_at ON audit (at);
  CREATE INDEX audit_user ON audit (user_id, number);
  CREATE FUNCTION audit_stands() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'what was written into the audit log is never changed';
  END $$;
  CREATE TRIGGER audit_stands BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stands();

  -- The one user who may see a watch and what it tells; null for all.
  ALTER TABLE watch ADD COLUMN private_to text COLLATE "C";
  `,
  // Who gave an alert to whoever looks after it.
  `
  ALTER TABLE alert ADD COLUMN assigned_by text COLLATE "C";
  `,
  // What is counted of a whole archive is counted from indexes alone, and what is out of sight is found without looking.
  `
  CREATE INDEX article_removed ON article (number) WHERE removed IS NOT NULL;
  CREATE INDEX article_shown_story ON article (story_id) WHERE removed IS NULL;
  `,
  // Lists are read in the order in which they are shown, and no further than they are.
  `
  CREATE INDEX development_newest ON development (at DESC, article_number DESC, position);
  CREATE INDEX alert_newest ON alert (at DESC, id);
  CREATE INDEX event_dated ON event (from_day, received, position);
  CREATE INDEX event_long ON event (to_day, position) WHERE to_day > from_day;
  `,
];
