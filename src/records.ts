/**
 * Every record of Watchfloor and how its id is made. Types only: records are readonly plain objects that survive JSON.
 *
 * Two kinds of record: *received* (Page, Watch, Source: never rebuilt) and *derived* (all others: made from content by a
 * stage, so they can be rebuilt). A derived id is `recordId(kind, …content)` (`text/hash.ts`), never a counter.
 * Unknown is a value with a reason, never a missing field and never a guess.
 */

/** Half-open UTF-16 offsets into the body of an article: `body.slice(start, end)` is the evidence. */
export type Span = readonly [start: number, end: number];

/** An instant in UTC as ISO 8601 with milliseconds: `2023-11-21T04:05:06.000Z`. */
export type Instant = string;

/** A calendar date written as coarsely as it is known: `2023`, `2023-11`, `2023-11-21`, or with a time `2023-11-21T10:00+09:00`. */
export type CalendarValue = string;

/** Something a stage could not do, told about the one item it was given. Reading stages never throw; they return these. */
export interface Problem {
  readonly step: string;
  readonly what: string;
}

/** What every pure stage gives: a value that is always there, and what went wrong on the way to it. */
export interface Result<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** One line of the answer to "why": which step decided, on what, and for what reason. Only made when asked for. */
export interface Trace {
  readonly step: string;
  readonly reason: string;
  readonly text?: string;
  readonly span?: Span;
  readonly kept?: boolean;
}

// ── Received ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type SourceKind = 'feed' | 'sitemap' | 'listing' | 'import';

/** A subscription: where page addresses come from. */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  /** Address of the feed, sitemap or section page; for imports the name of the file or folder. */
  readonly address: string;
  readonly title: string | null;
  /** Who owns the outlet, when known: titles of one owner are not independent of each other. */
  readonly owner: string | null;
  readonly added: Instant;
  readonly paused: boolean;
  readonly health: SourceHealth;
}

export interface SourceHealth {
  readonly state: 'new' | 'good' | 'failing' | 'silent' | 'paused';
  /** Since when the state holds. */
  readonly since: Instant;
  readonly lastTried: Instant | null;
  readonly lastGood: Instant | null;
  /** When the newest item so far came in. */
  readonly lastItem: Instant | null;
  readonly nextDue: Instant | null;
  readonly intervalSeconds: number;
  /** How long it usually takes until something new comes, learnt from the polls; null or absent while unknown. */
  readonly usualGapSeconds?: number | null;
  readonly failuresInRow: number;
  readonly failure: FailureRecord | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A failure as it is stored and shown: what happened, and what to do. `retry` says what the machine will do by itself. */
export interface FailureRecord {
  readonly code: string;
  readonly what: string;
  readonly advice: string;
  readonly retry: 'later' | 'never' | 'stop';
  readonly at: Instant;
}

/** What a feed, list or caller already said about a page before it was read. */
export interface PageHint {
  readonly title?: string;
  readonly published?: string;
  readonly author?: string;
  readonly summary?: string;
  readonly language?: string;
}

/** A page as it was received, byte for byte. The bytes are in a WARC record; `stored` says where. Never changed. */
export interface Page {
  /** `recordId('page', url ?? name, sha256)`: the same bytes at the same address are the same page. */
  readonly id: string;
  /** The address asked for; null for a page that came from a file. */
  readonly url: string | null;
  /** The address that answered, after redirects. */
  readonly finalUrl: string | null;
  /** For imports: the name of the file or archive record it came from. */
  readonly name: string | null;
  readonly sourceId: string | null;
  readonly received: Instant;
  readonly sha256: string;
  readonly byteCount: number;
  readonly contentType: string | null;
  readonly status: number;
  readonly hint: PageHint;
  readonly stored: StoredAt | null;
}

/** Where a page's WARC record lies: file name inside the page folder, offset and length in bytes of its gzip member. */
export interface StoredAt {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

// ── What extract gives ──────────────────────────────────────────────────────────────────────────────────────────────

/** `article` a text; `live` a live blog; `list` a section page; `stub` a paywall's first lines; `none` no text at all. */
export type ArticleKind = 'article' | 'live' | 'list' | 'stub' | 'none';

export interface Published {
  /** Instant with its offset where the page gives one (`2023-11-21T09:00:00+09:00`), a local day, or null. */
  readonly value: string | null;
  readonly precision: 'instant' | 'day' | 'unknown';
  readonly from: 'given' | 'jsonld' | 'meta' | 'visible' | 'url' | 'none';
}

/** Who wrote the text when it was not the site. `agency` is the normalised name. */
export interface Credit {
  readonly agency: string;
  /** As it stands on the page. */
  readonly evidence: string;
  readonly form: 'byline' | 'dateline' | 'tail' | 'source-line' | 'metadata' | 'logo-alt';
  /** Further agencies credited for the same text. */
  readonly others: readonly string[];
}

export interface Article {
  readonly id: string;
  readonly pageId: string;
  /** Version of the extract stage that made it. */
  readonly version: number;
  readonly kind: ArticleKind;
  readonly title: string | null;
  readonly standfirst: string | null;
  /** People's names only. */
  readonly byline: readonly string[];
  readonly published: Published;
  readonly modified: Published | null;
  readonly credit: Credit | null;
  /** BCP 47 primary tag; null when it could not be told. */
  readonly language: string | null;
  readonly site: string | null;
  readonly section: string | null;
  readonly canonical: string | null;
  readonly image: { readonly address: string; readonly credit: string | null } | null;
  /** True when the text plainly stops early (paywall, cut copy). */
  readonly partial: boolean;
  /** Plain text, paragraphs parted by one blank line. */
  readonly body: string;
  /** What disagreed and lost: "visible date 2023-11-20 against jsonld 2023-11-21". */
  readonly notes: readonly string[];
}

/** A headline the page points to. */
export interface Lead {
  readonly title: string;
  readonly href: string | null;
  readonly teaser: string | null;
  /** Name of the list it stood in, as the page heads it; null when the list has no heading. */
  readonly block: string | null;
  readonly language: string | null;
  readonly cutOff: boolean;
  /** How often it stood on the page. */
  readonly count: number;
}

// ── What read gives ─────────────────────────────────────────────────────────────────────────────────────────────────

export interface SpanText {
  readonly span: Span;
  readonly text: string;
}

export interface Speaker {
  /** The nearest words naming the speaker, as written (a pronoun is fine). */
  readonly span: Span | null;
  /** The fullest name in the article; null for unnamed people and groups. */
  readonly name: string | null;
  /** Why this name: `as written`, `surname of …`, `pronoun after …`, `unknown: …`. */
  readonly reason: string;
  readonly role: string | null;
  readonly roleSpan: Span | null;
}

export interface Statement {
  readonly id: string;
  /** Pieces of what was said, in order. */
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly form: 'direct' | 'mixed' | 'indirect';
  /** Lemma of the verb of saying: `say`, `warn`, `deny`; null when the cue is no verb. */
  readonly verb: string | null;
  /** What the verb does: tells a denial from a claim. */
  readonly force: 'say' | 'claim' | 'warn' | 'deny' | 'confirm' | 'promise' | 'threaten' | 'ask' | 'refuse' | 'report';
  /** "did not say", "refused to confirm". */
  readonly negated: boolean;
  readonly speaker: Speaker;
  readonly venue: SpanText | null;
  readonly addressee: SpanText | null;
  /** Day it was said, resolved; null when the text or the day of publication does not tell. */
  readonly saidOn: CalendarValue | null;
  /** Who passed it on, outermost last. */
  readonly relay: readonly SpanText[];
}

export type DatedEventKind = 'window' | 'deadline' | 'scheduled' | 'past' | 'recurring' | 'duration';
export type DatedEventStatus = 'planned' | 'held' | 'postponed' | 'cancelled' | 'failed' | 'ongoing' | 'unclear';

/** Something with a date: what, who, when, how sure. An unresolved interval is open on both sides and says why in `open`. */
export interface DatedEvent {
  readonly id: string;
  readonly expression: readonly Span[];
  readonly from: CalendarValue | null;
  readonly to: CalendarValue | null;
  readonly precision:
    | 'minute'
    | 'hour'
    | 'day'
    | 'week'
    | 'month'
    | 'quarter'
    | 'season'
    | 'year'
    | 'decade'
    | 'unknown';
  readonly certain: boolean;
  /** Why an end is open: `no day of publication`, `recurring`; null when both ends are known. */
  readonly open: string | null;
  /** What is known although the interval is open, month and day as written: `--11-22`..`--12-01`. */
  readonly partial: { readonly from: string; readonly to: string } | null;
  readonly kind: DatedEventKind;
  readonly status: DatedEventStatus;
  readonly what: Span | null;
  readonly who: Span | null;
}

/** A time expression in TIMEX3 terms (TimeML 1.2.1), with the interval it means. */
export interface DateExpression {
  readonly start: number;
  readonly end: number;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly from: CalendarValue | null;
  readonly to: CalendarValue | null;
}

/** How a text limits a number: "about 40", "at least 30", "up to 50", "more than 20", "fewer than 10". */
export type FigureBound = 'about' | 'at least' | 'at most' | 'over' | 'under';

export interface Figure {
  readonly span: Span;
  readonly value: number;
  /** What befell those counted (`deaths`, `injured`), a unit, `%`, an ISO 4217 code, or a money's name where no country is said (`crown`). */
  readonly unit: string | null;
  /** What is counted, as written. */
  readonly of: string | null;
  /** The upper end of a range; `value` is its lower one. */
  readonly upTo?: number;
  /** Left out where the text gives the number as it is. */
  readonly bound?: FigureBound;
}

export interface Mention {
  readonly span: Span;
  readonly kind: 'person' | 'organisation' | 'place';
  /** Fullest name in the article. */
  readonly name: string;
}

/** An article and all that was read from it. */
export interface Reading {
  readonly article: Article;
  readonly leads: readonly Lead[];
  readonly statements: readonly Statement[];
  readonly events: readonly DatedEvent[];
  readonly dates: readonly DateExpression[];
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
}

// ── What stories gives ──────────────────────────────────────────────────────────────────────────────────────────────

/** Where an article belongs: its story, and what it is a copy of. */
export interface Placement {
  readonly articleId: string;
  readonly storyId: string;
  /** The article whose text this one carries; null when it is an account of its own. */
  readonly copyOf: string | null;
  /** The first text of its group of copies; its own id when it is no copy. */
  readonly originId: string;
  /** Share of this text found in `copyOf`, 0 to 1; null when it is no copy. */
  readonly share: number | null;
  readonly reason: string;
  /** Set when a person decided it: automatic reruns leave it alone. */
  readonly byHand: boolean;
}

export interface Story {
  /** `recordId('story', id of the article that opened it)`. */
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly opened: Instant;
  readonly latest: Instant;
  readonly pageCount: number;
  readonly outletCount: number;
  /** Accounts left when copies, one owner's titles, one wire, and accounts that only cite another are each counted once. */
  readonly independentCount: number;
}

/** What can be new, in the order a person reads the kinds in: the one list of them. */
export const developmentKinds = [
  'first',
  'statement',
  'date',
  'figure',
  'correction',
  'alteration',
  'coverage',
] as const;

export type DevelopmentKind = (typeof developmentKinds)[number];

export interface Evidence {
  readonly articleId: string;
  readonly where: 'title' | 'body';
  readonly spans: readonly Span[];
  /** The sentence that `spans` stand in, or their own words where they are whole sentences: evidence reads without a look-up. */
  readonly quote: string;
}

/** What one article adds to a story. A copy adds none. */
export interface Development {
  readonly id: string;
  readonly storyId: string;
  readonly articleId: string;
  readonly kind: DevelopmentKind;
  /** When it became known here: received, or published where that is earlier. */
  readonly at: Instant;
  /** What is new in one line made from the evidence: "Launch window moved from 22 Nov–1 Dec to 27 Nov–3 Dec". */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  /** What it takes the place of, in words, with its own evidence; null when nothing. */
  readonly replaces: { readonly summary: string; readonly evidence: readonly Evidence[] } | null;
  readonly statementId: string | null;
  readonly eventId: string | null;
}

// ── Watches and alerts ──────────────────────────────────────────────────────────────────────────────────────────────

/** What a change of a watch turns on that leaves an article out: what it has that others have not. */
export type FewerPart =
  | 'source'
  | 'site'
  | 'credit'
  | 'lang'
  | 'speaker'
  | 'person'
  | 'org'
  | 'place'
  | 'title'
  | 'body'
  | 'kind'
  | 'sources';

export interface Watch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly created: Instant;
  readonly paused: boolean;
  readonly mutedUntil: Instant | null;
  readonly expires: Instant | null;
  /** Kinds of development that alert; empty means all. */
  readonly kinds: readonly DevelopmentKind[];
  /** Fewest independent accounts a story must have. */
  readonly independentMin: number;
  /** Names of channels beside the inbox. */
  readonly channels: readonly string[];
  /** Local times between which nothing is sent to `channels`: what comes meanwhile is sent at their end. Absent or null: never quiet. */
  readonly quiet?: { readonly from: LocalTime; readonly to: LocalTime } | null;
  /** Local time at which the day's alerts are sent as one message. Absent or null: each at once. */
  readonly digestAt?: LocalTime | null;
  /** Id of the user who made it. Absent or null: made while the desk had no users. */
  readonly owner?: string | null;
  /** True: its owner alone sees it and what it tells. Means nothing without an owner. */
  readonly private?: boolean;
}

/** A time of day in the person's zone: `07:30`. */
export type LocalTime = string;

/**
 * What matched one watch in one article: its developments folded into one alert, so that a reader is told once.
 * `id = recordId('alert', watchId, articleId)`; delivered at most once per channel.
 */
export interface Alert {
  readonly id: string;
  readonly watchId: string;
  readonly storyId: string;
  readonly articleId: string;
  /** Weightiest first. */
  readonly developmentIds: readonly string[];
  readonly at: Instant;
  readonly summary: string;
  readonly matched: readonly MatchedWords[];
}

/** Words of the article that made a query match. */
export interface MatchedWords {
  readonly where: 'title' | 'body' | 'standfirst' | 'fact';
  readonly span: Span | null;
  readonly text: string;
}

/** What a person did with an alert, in the order it is usually done: seen by somebody, worth keeping, or not. */
export const alertStates = ['new', 'acknowledged', 'kept', 'dismissed'] as const;

export type AlertState = (typeof alertStates)[number];

/** What people wrote on an alert, beside its state. */
export interface AlertNotes {
  /** Name of the person who looks after it; null while nobody does. */
  readonly assignee: string | null;
  /** Name of the user who gave it to them. Absent or null: nobody did, or it was not known. */
  readonly assignedBy?: string | null;
  /** In alphabetical order, each once, folded to lower case. */
  readonly tags: readonly string[];
  /** Oldest first. */
  readonly comments: readonly AlertComment[];
}

export interface AlertComment {
  readonly id: string;
  readonly at: Instant;
  /** The user's name then; on a desk without users, as the person called themselves. */
  readonly by: string;
  /** Absent or null: said while the desk had no users. */
  readonly userId?: string | null;
  readonly text: string;
}

/**
 * The query of a watch or a search as a tree. `at` is the span in the query text it was parsed from.
 * `terms` are what a word is compared as, folded: one, or several in a row (`mid-June`, `U.S.`, every sign of a Chinese word);
 * `exact` asks for case and diacritics as well.
 */
export type QueryNode =
  | { readonly op: 'and' | 'or'; readonly of: readonly QueryNode[]; readonly at: Span }
  | { readonly op: 'not'; readonly of: QueryNode; readonly at: Span }
  | { readonly op: 'all'; readonly at: Span }
  | {
      readonly op: 'word';
      readonly word: string;
      readonly terms: readonly string[];
      readonly exact: boolean;
      readonly stem: boolean;
      readonly at: Span;
    }
  | { readonly op: 'wildcard'; readonly pattern: string; readonly at: Span }
  | {
      readonly op: 'phrase';
      readonly words: readonly string[];
      readonly terms: readonly string[];
      readonly exact: boolean;
      readonly at: Span;
    }
  | {
      readonly op: 'near';
      readonly of: readonly [QueryNode, QueryNode];
      /** Most words between the two; `sentence` and `paragraph` ask for the same one. */
      readonly within: number | 'sentence' | 'paragraph';
      readonly ordered: boolean;
      readonly at: Span;
    }
  | { readonly op: 'atleast'; readonly count: number; readonly of: QueryNode; readonly at: Span }
  | { readonly op: 'field'; readonly field: QueryField; readonly of: QueryNode; readonly at: Span }
  | {
      readonly op: 'range';
      readonly field: 'published' | 'window';
      readonly from: string | null;
      readonly to: string | null;
      readonly at: Span;
    }
  | { readonly op: 'sources'; readonly min: number; readonly at: Span }
  | { readonly op: 'kind'; readonly kind: DevelopmentKind; readonly at: Span };

export type QueryField =
  | 'title'
  | 'body'
  | 'source'
  | 'site'
  | 'owner'
  | 'lang'
  | 'by'
  | 'credit'
  | 'speaker'
  | 'role'
  | 'said'
  | 'venue'
  | 'place'
  | 'person'
  | 'org'
  | 'story';

/** What a query looks at: one article as read, where it came from, and the story it belongs to. */
export interface Subject {
  readonly reading: Reading;
  readonly source: { readonly id: string; readonly title: string | null; readonly owner: string | null } | null;
  readonly story: Story | null;
  /** Kinds of development the article brought; empty for a copy and in plain search. */
  readonly kinds: readonly DevelopmentKind[];
}

// ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What users may do, each more than the one before: read; work on alerts and watches; change what all share; let people in. */
export const roles = ['reader', 'analyst', 'editor', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Who may use the desk. Never removed, so that what they did keeps its name. */
export interface User {
  readonly id: string;
  /** As others see them. */
  readonly name: string;
  /** Folded (`signInNameOf`); no other user has it. */
  readonly signInName: string;
  readonly email: string | null;
  readonly role: Role;
  /** How an OpenID provider names them; null for who signs in by password alone. */
  readonly identity: Identity | null;
  /** Null for who has none to sign in with. */
  readonly password: PasswordHash | null;
  readonly made: Instant;
  /** Since when they may not come in; null while they may. */
  readonly disabled: Instant | null;
}

/** The `iss` and `sub` of OpenID Connect: together they name one person for good. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** What scrypt (RFC 7914) made of a password, with what is needed to make it again. */
export interface PasswordHash {
  readonly scheme: 'scrypt';
  /** N, r and p of the RFC. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallel: number;
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
}

/** A browser that somebody signed in with. The token itself is in its cookie alone. */
export interface Session {
  readonly id: string;
  /** Hex SHA-256 of the token. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly made: Instant;
  /** When it was last used, to the minute. */
  readonly seen: Instant;
  /** When it ends whatever is done with it. */
  readonly expires: Instant;
  /** When it was signed out; null while it was not. */
  readonly ended: Instant | null;
  /** How they proved who they are. */
  readonly by: 'password' | 'openid';
  /** Address it was made from. */
  readonly client: string;
  /** Hex SHA-256 of a cookie that outlives sessions: tells a browser that was here before from a stranger's. */
  readonly device: string | null;
}

/** What a key lets a program do, each apart: `read` and `write` in the API, `admin` what admins do there, `feeds` feeds and calendars. */
export const scopes = ['read', 'write', 'admin', 'feeds'] as const;

export type Scope = (typeof scopes)[number];

/** A key for programs. It does what its scopes say and its user may do at that time; the key itself is shown once. */
export interface ApiKey {
  readonly id: string;
  /** Hex SHA-256 of the key. */
  readonly keyHash: string;
  /** How the key begins, to know it again by. */
  readonly prefix: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Id of the one watch whose feeds and calendar it opens. Absent or null: whatever its scopes open. */
  readonly only?: string | null;
  readonly userId: string;
  readonly made: Instant;
  /** When it was last used, to the minute; null for never. */
  readonly used: Instant | null;
  readonly expires: Instant | null;
  readonly revoked: Instant | null;
}

/** One thing that somebody did, or was refused. Never changed. It holds no secret and no text of a private watch. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  /** As they were called then; null for who is not known: a refused sign-in, the command line. */
  readonly who: { readonly id: string; readonly name: string } | null;
  readonly through: {
    readonly kind: 'session' | 'key' | 'sign-in' | 'command-line';
    /** Of the session or the key. */
    readonly id: string | null;
  };
  /** An address of the desk's tables (`POST /watches/:id`), a command (`user add`), or `sign-in`. */
  readonly what: string;
  /** Id of what it was done to. */
  readonly on: string | null;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Why it was refused, or what is to be known beside. */
  readonly detail: string | null;
  /** Address it came from; empty for the command line. */
  readonly client: string;
}
