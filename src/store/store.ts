import type {
  Alert,
  AlertComment,
  AlertNotes,
  AlertState,
  ApiKey,
  Article,
  AuditEntry,
  DatedEvent,
  Development,
  DevelopmentKind,
  FailureRecord,
  Identity,
  Instant,
  Lead,
  Page,
  Placement,
  Problem,
  QueryNode,
  Reading,
  Session,
  Source,
  SourceHealth,
  Statement,
  StoredAt,
  Story,
  Subject,
  User,
  Watch,
} from '../records.ts';

/**
 * The store port, in the words of records. Every method is one transaction: it happens whole or not at all.
 * Asynchronous because PostgreSQL is; the SQLite store answers at once.
 *
 * Delivery guarantee: work (`claim…`) is handed out at least once; `save…` with the same content is idempotent.
 */
export interface Store {
  // ── sources ──
  listSources(): Promise<Source[]>;
  getSource(id: string): Promise<Source | null>;
  /** Adds a source, or gives back the one with that address. */
  addSource(source: Source): Promise<Source>;
  updateSource(id: string, change: Partial<Pick<Source, 'title' | 'owner' | 'paused'>>): Promise<void>;
  /** Takes it out of sight and forgets the addresses that waited; its pages stay. `addSource` brings it back until it is purged. */
  removeSource(id: string): Promise<void>;
  /** Sources whose next poll is due at `now`, longest overdue first. */
  sourcesDue(now: Instant, limit: number): Promise<Source[]>;
  saveHealth(id: string, health: SourceHealth, note: PollNote): Promise<void>;
  pollHistory(id: string, limit: number): Promise<PollNote[]>;

  // ── addresses to fetch ──
  /** Queues addresses not fetched or queued before; gives how many were new. */
  queueFetches(requests: readonly FetchRequest[]): Promise<number>;
  /** Takes addresses that are due. One not finished or failed within the lease is handed out again. */
  claimFetches(now: Instant, limit: number, leaseSeconds: number): Promise<ClaimedFetch[]>;
  finishFetch(id: string): Promise<void>;
  /** The address could not be fetched. Given up for good when `retryAt` is null. */
  failFetch(id: string, failure: FailureRecord, retryAt: Instant | null): Promise<void>;

  // ── pages and the work on them ──
  /** Accepts a page whose bytes are kept already: from here on it is never lost. False when it was known. */
  acceptPage(page: Page): Promise<boolean>;
  /** The same for many at once: which of them were new. */
  acceptPages(pages: readonly Page[]): Promise<boolean[]>;
  getPage(id: string): Promise<Page | null>;
  /** The pages that came from one address, newest first: to see a silent edit. */
  pagesAt(url: string, limit: number): Promise<Page[]>;
  /**
   * Takes accepted pages to be read, in order of receipt, but those of a source that had many waiting go behind all others.
   * A page not read within the lease is handed out again; one that was begun before is handed out alone.
   */
  claimPages(now: Instant, limit: number, leaseSeconds: number): Promise<ClaimedPage[]>;
  /** What readers made of pages: from here on they wait to be placed, and their tries count anew. */
  saveReadings(readings: readonly SavedReading[]): Promise<void>;
  /**
   * Takes pages that were read, in order of receipt, up to the first that is still to be read for the first time: one that
   * is tried again later does not hold up the others.
   */
  claimReadings(now: Instant, limit: number, leaseSeconds: number): Promise<ClaimedReading[]>;
  /** All that came of one page, in one transaction: its reading, placement, developments, alerts; the page is done. */
  savePageResults(results: PageResults): Promise<void>;
  /** The same for many pages, all or none: a fraction of the time, as the words of all are filed at once. */
  saveManyPageResults(results: readonly PageResults[]): Promise<void>;
  /** The page could not be worked on. Set aside for good when `retryAt` is null. */
  failPage(pageId: string, failure: FailureRecord, retryAt: Instant | null): Promise<void>;
  /** Puts a page that was set aside back to work; false when there is nothing to do. */
  retryPage(pageId: string): Promise<boolean>;
  /**
   * Gives back what is handed out: in a file, all, since only one process works on it, and a killed one gave back nothing;
   * on a server, what this process took.
   */
  releaseClaims(): Promise<void>;
  /**
   * Gives back pages and addresses that were handed out, as if they had not been: that try does not count. For work that was
   * broken off by no fault of theirs. With none it still writes, so that it tells whether the store can.
   */
  giveBack(pageIds: readonly string[], fetchIds: readonly string[]): Promise<void>;
  /** Failures of single items, newest first: for the desk and `doctor`. */
  listFailures(
    limit: number,
  ): Promise<{ pageId: string | null; sourceId: string | null; name: string; failure: FailureRecord }[]>;

  // ── articles and facts ──
  getArticle(id: string): Promise<StoredArticle | null>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * Makes a part of what searches of a large archive are quick by, in slices between which other work goes on; false when
   * nothing is left to make. Searches find the same without.
   */
  makeSearchQuick(): Promise<boolean>;
  /** Articles in order of receipt since an instant: for backtests and rereads. */
  articlesSince(since: Instant, after: string | null, limit: number): Promise<StoredArticle[]>;
  /** What a watch would have looked at since an instant, newest first; `before` is the article to go on from. For backtests. */
  subjectsSince(since: Instant, before: string | null, limit: number): Promise<StoredSubject[]>;
  countArticlesSince(since: Instant): Promise<number>;
  listLeads(request: LeadRequest): Promise<StoredLead[]>;
  /** Speakers whose names begin so, in any case, most statements first. */
  listSpeakers(prefix: string, limit: number): Promise<{ name: string; statements: number; latest: Instant }[]>;
  /** What one speaker said, newest first: named whole, in any case. */
  listStatements(speaker: string, before: Instant | null, limit: number): Promise<StoredStatement[]>;
  /**
   * Events whose interval touches [from, to] (days), and, when `open`, those without one; only what is to come (no past,
   * recurring or mere durations) when `comingOnly`, and, when a watch is named, only those of the stories it told of last.
   */
  listEvents(
    from: string,
    to: string,
    open: boolean,
    limit: number,
    comingOnly?: boolean,
    toldBy?: string | null,
  ): Promise<StoredEvent[]>;

  // ── stories ──
  /** With its statements unless they are not asked for: they are most of it. */
  getStory(id: string, parts?: { readonly statements: boolean }): Promise<StoredStory | null>;
  /** Of each of some stories that is shown, in no order, what a calendar needs of it: much less than the whole. */
  storyDates(ids: readonly string[]): Promise<StoryDates[]>;
  /**
   * What `stories` asked to be remembered since an instant, and of older articles so many that there are `countMin`; oldest first:
   * to rebuild its index after a start. Before them come the texts since `originsSince` that others carry.
   */
  storyMemory(since: Instant, countMin?: number, originsSince?: Instant): AsyncIterable<StoredMemory>;
  listDevelopments(request: DevelopmentRequest): Promise<StoredDevelopment[]>;
  /** What a person decided about where articles belong. Placements `byHand` outlive every rerun. */
  savePlacements(placements: readonly Placement[], stories: readonly Story[]): Promise<void>;
  /** What a second look changed by itself. Placements `byHand` stay; nothing is told again. */
  saveSecondLook(placements: readonly Placement[], stories: readonly Story[]): Promise<void>;

  // ── watches, alerts, inbox ──
  listWatches(): Promise<Watch[]>;
  saveWatch(watch: Watch): Promise<void>;
  removeWatch(id: string): Promise<void>;
  watchCounts(): Promise<{ watchId: string; fresh: number; total: number }[]>;
  listAlerts(request: AlertRequest): Promise<StoredAlert[]>;
  setAlertState(ids: readonly string[], state: AlertState): Promise<void>;
  /** Gives alerts to a person, or to nobody; `by` is who does it. */
  assignAlerts(ids: readonly string[], assignee: string | null, by?: string | null): Promise<void>;
  /** Puts a tag on alerts, or takes it off; doing it twice changes nothing more. */
  tagAlerts(ids: readonly string[], tag: string, on: boolean): Promise<void>;
  commentAlert(alertId: string, comment: AlertComment): Promise<void>;
  removeComment(id: string): Promise<void>;
  /**
   * Who alerts were given to and which tags they bear, each with the number of alerts that are not dismissed, most first; with
   * a `viewer`, of what that user may see.
   */
  alertLabels(viewer?: string | null): Promise<AlertLabels>;

  /** Null when its article or watch was removed. */
  getAlert(id: string): Promise<StoredAlert | null>;

  // ── deliveries: stored before anything is sent ──
  deliveriesDue(now: Instant, limit: number): Promise<Delivery[]>;
  saveDelivery(delivery: Delivery): Promise<void>;
  /** All or none: how many are folded into one. */
  saveDeliveries(deliveries: readonly Delivery[]): Promise<void>;
  getDelivery(id: string): Promise<Delivery | null>;
  /** Those that were given up, latest first: a person may send them again. */
  failedDeliveries(limit: number): Promise<Delivery[]>;

  // ── acts that can be undone ──
  recordAct(act: Act): Promise<void>;
  listActs(limit: number): Promise<Act[]>;
  markUndone(id: string): Promise<void>;

  // ── people ──
  /** True as soon as one user was ever added: from then on everybody signs in. */
  hasUsers(): Promise<boolean>;
  /** In the order in which they were added. */
  listUsers(): Promise<User[]>;
  getUser(id: string): Promise<User | null>;
  /** By the name to sign in with, folded, or by what an OpenID provider calls them. */
  findUser(by: { readonly signInName: string } | Identity): Promise<User | null>;
  /**
   * Adds a user or saves changes. Nothing is written, and it says why, when another has the sign-in name or the identity, or
   * when nobody would be left who is an admin and may come in.
   */
  saveUser(user: User): Promise<'saved' | 'taken' | 'last-admin'>;
  /** Changes what is named and nothing else, whatever others change at the same time; `unknown` when there is no such user. */
  changeUser(
    id: string,
    change: Partial<Omit<User, 'id' | 'made'>>,
  ): Promise<'saved' | 'taken' | 'last-admin' | 'unknown'>;
  addSession(session: Session): Promise<void>;
  /** By the hash of its token, with its user; over or not, whoever asks decides. */
  getSession(tokenHash: string): Promise<{ session: Session; user: User } | null>;
  touchSession(id: string, seen: Instant): Promise<void>;
  /** One that ended before stays as it was. */
  endSession(id: string, at: Instant): Promise<void>;
  /** Ends all of a user's but one; gives how many that were. */
  endSessionsOf(userId: string, at: Instant, butId?: string): Promise<number>;
  /** Newest first, those that are over among them, until they are forgotten. */
  listSessions(userId: string): Promise<Session[]>;
  forgetSessions(madeBefore: Instant): Promise<number>;
  saveApiKey(key: ApiKey): Promise<void>;
  /** By the hash of the key, with its user; revoked or expired or not, whoever asks decides. */
  getApiKey(keyHash: string): Promise<{ key: ApiKey; user: User } | null>;
  touchApiKey(id: string, used: Instant): Promise<void>;
  /** Newest first; of all users when none is named. */
  listApiKeys(userId: string | null): Promise<ApiKey[]>;
  /** Append only: what was written is never changed, and goes only by its age. */
  recordAudit(entry: AuditEntry): Promise<void>;
  listAudit(request: AuditRequest): Promise<Page1<AuditEntry>>;
  forgetAudit(before: Instant): Promise<number>;

  // ── the whole ──
  /** Named small values: settings made in the desk, marks such as "sample loaded". */
  getSetting(name: string): Promise<string | null>;
  setSetting(name: string, value: string | null): Promise<void>;
  counts(): Promise<StoreCounts>;
  /** Numbers that rise when watches change and when pages or sources go or come back: to see what another did. */
  changeMarks(): Promise<{ watches: number; removals: number }>;
  /** Writes a consistent copy to a file while in use. */
  backupTo(file: string): Promise<void>;
  /** Removes pages received before an instant with all that was derived from them; gives what was removed. */
  prune(before: Instant): Promise<{ pages: number; files: StoredAt[] }>;
  /** The instant to `prune` before so that the page archive takes at most so many bytes; null when it does already. */
  receivedToKeep(bytesMax: number): Promise<Instant | null>;
  /** Takes everything that came from one source out of sight (the sample archive with one click); `restorePagesOf` undoes it. */
  removePagesOf(sourceId: string): Promise<number>;
  restorePagesOf(sourceId: string): Promise<number>;
  /**
   * Deletes for good what was removed before an instant. Until then `addSource`, `saveWatch` and `restorePagesOf` bring a
   * removed source, watch or page back with all that belonged to it.
   */
  purgeRemoved(before: Instant): Promise<{ pages: number; files: StoredAt[] }>;
  /** Names of the archive files that pages lie in, removed ones not yet purged among them: of some files, or of all. */
  filesInUse(among?: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** How one poll of a source went. */
export interface PollNote {
  readonly at: Instant;
  readonly outcome: 'new' | 'unchanged' | 'failed';
  readonly found: number;
  readonly milliseconds: number;
  readonly failure: FailureRecord | null;
}

/** An address to fetch, and what is known of its page before. */
export interface FetchRequest {
  readonly url: string;
  readonly sourceId: string | null;
  readonly hint: Page['hint'];
  readonly due: Instant;
}

/** An address handed out to be fetched; `tries` counts this one. */
export interface ClaimedFetch extends FetchRequest {
  readonly id: string;
  readonly tries: number;
}

/** A page handed out to be worked on; `tries` counts this one. */
export interface ClaimedPage {
  readonly page: Page;
  readonly tries: number;
}

/** What a page says by itself: made from its bytes alone, whatever came before it. */
export interface PageReading {
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}

/** What was read of a page, to be stored. */
export interface SavedReading extends PageReading {
  readonly pageId: string;
}

/** A page handed out to be placed, with what was read of it. */
export interface ClaimedReading extends ClaimedPage {
  readonly read: PageReading;
}

/** All that came of one page. */
export interface PageResults {
  readonly pageId: string;
  readonly reading: Reading;
  readonly problems: readonly Problem[];
  /** Null for pages without an article: they join no story. */
  readonly placement: Placement | null;
  /** Placements of earlier articles that this one changed (a late origin). */
  readonly revised: readonly Placement[];
  readonly story: Story | null;
  readonly developments: readonly Development[];
  readonly alerts: readonly Alert[];
  readonly deliveries: readonly Delivery[];
  readonly memory: StoryMemory | null;
  readonly at: Instant;
}

/** What `stories` must remember of an article and its story; opaque to the store, made and read by `stories` alone. */
export interface StoryMemory {
  readonly articleId: string;
  readonly storyId: string;
  readonly at: Instant;
  readonly article: Uint8Array;
  readonly story: Uint8Array;
}

/** A memory as it is given back, with what a person decided about the article meanwhile. */
export interface StoredMemory extends StoryMemory {
  readonly decided: Placement | null;
}

/** An article with where it came from and where it belongs. */
export interface StoredArticle {
  readonly reading: Reading;
  readonly page: Page;
  readonly placement: Placement | null;
  readonly problems: readonly Problem[];
  readonly source: Source | null;
}

/** An article as a watch looks at it, with what it brought. */
export interface StoredSubject {
  readonly subject: Subject;
  readonly article: ArticleBrief;
  readonly developments: readonly Development[];
}

/** What lists show of an article. */
export interface ArticleBrief {
  readonly id: string;
  readonly title: string | null;
  readonly site: string | null;
  readonly sourceId: string | null;
  readonly language: string | null;
  readonly published: Article['published'];
  readonly received: Instant;
  readonly credit: string | null;
  readonly url: string | null;
}

/** A story with all that belongs to it and is shown. */
export interface StoredStory {
  readonly story: Story;
  readonly articles: readonly { brief: ArticleBrief; placement: Placement }[];
  readonly developments: readonly StoredDevelopment[];
  readonly statements: readonly StoredStatement[];
  readonly events: readonly StoredEvent[];
}

/** What tells how the dates of a story moved. */
export interface StoryDates {
  readonly story: Story;
  /** Its developments of the kind `date`, oldest first. */
  readonly developments: readonly Development[];
  /** All its dates where one of them took the place of another; else none are needed. */
  readonly events: readonly StoredEvent[];
}

/** A development with the watches that told of it. */
export interface StoredDevelopment {
  readonly development: Development;
  readonly story: Story;
  readonly article: ArticleBrief;
  readonly watchIds: readonly string[];
}

/** A statement with its words and its article. */
export interface StoredStatement {
  readonly statement: Statement;
  /** The words of the content, pieces joined with " … ". */
  readonly quote: string;
  readonly article: ArticleBrief;
  readonly storyId: string | null;
}

/** A dated event with its words and its article. */
export interface StoredEvent {
  readonly event: DatedEvent;
  readonly what: string | null;
  readonly who: string | null;
  readonly expression: string;
  readonly article: ArticleBrief;
  readonly storyId: string | null;
}

/** A headline that pointed at another page. */
export interface StoredLead {
  readonly lead: Lead;
  readonly articleId: string;
  /** The article whose page pointed at it. */
  readonly article: ArticleBrief;
  readonly received: Instant;
  /** The full title seen elsewhere, for one that was cut off. */
  readonly completedBy: string | null;
}

/** An alert with what it tells of and what people did with it. */
export interface StoredAlert {
  readonly alert: Alert;
  readonly state: AlertState;
  readonly notes: AlertNotes;
  readonly story: Story;
  readonly article: ArticleBrief;
  readonly developments: readonly Development[];
}

/** One message to one channel, or a part of one. */
export interface Delivery {
  readonly id: string;
  readonly alertId: string;
  /** Whose alert it is: only alerts of one watch share a message. */
  readonly watchId?: string;
  /** The page that brought it: the same id in the log of every stage. */
  readonly pageId?: string;
  readonly channel: string;
  /** `folded`: its alert goes out in the message of another delivery. */
  readonly state: 'due' | 'sent' | 'failed' | 'folded';
  /** Further alerts that go out in this message, oldest first. Fixed with the first try: the same id is the same message. */
  readonly folded?: readonly string[];
  readonly tries: number;
  readonly due: Instant;
  readonly failure: FailureRecord | null;
}

/** Something a person did: `before` and `after` say what undo restores. */
export interface Act {
  readonly id: string;
  readonly at: Instant;
  readonly what:
    | 'alerts'
    | 'alert-assigned'
    | 'alert-tagged'
    | 'alert-commented'
    | 'channel-added'
    | 'channel-removed'
    | 'watch-removed'
    | 'watch-changed'
    | 'source-added'
    | 'source-changed'
    | 'source-removed'
    | 'story-merged'
    | 'story-split'
    | 'not-a-copy'
    | 'sample-removed'
    | 'owners-changed';
  readonly summary: string;
  readonly before: string;
  readonly after: string;
  readonly undone: boolean;
  /** Who did it, as they were called then. Absent or null: done while the desk had no users, or by the command line. */
  readonly by?: { readonly id: string; readonly name: string } | null;
  /** Id of the one user who may see it, since it is about a private watch. Absent or null: all may. */
  readonly privateTo?: string | null;
}

/** Newest first. */
export interface AuditRequest {
  /** To go on from, as it was given. */
  readonly cursor: string | null;
  readonly limit: number;
  readonly userId?: string | null;
  /** Not before this. */
  readonly since?: Instant | null;
}

/** One page of a list. */
export interface Page1<T> {
  readonly rows: readonly T[];
  /** Ask again with this to go on; null at the end. */
  readonly next: string | null;
}

/** What is searched for, and how much of the answer is wanted. */
export interface SearchRequest {
  readonly query: QueryNode;
  readonly order: 'newest' | 'relevance';
  readonly limit: number;
  readonly cursor: string | null;
  readonly facets: boolean;
  /**
   * Most articles read for one page, 20,000 by default. A page that would need more is given with the hits there are, perhaps
   * none, and `next` goes on behind the last article read.
   */
  readonly lookMax?: number;
}

/** An article that matches. */
export interface SearchHit {
  readonly article: ArticleBrief;
  readonly storyId: string | null;
  /** A piece of the body around the first match, with the matched spans inside it. */
  readonly snippet: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** The hits of one page, and how many there are of what. */
export interface SearchAnswer extends Page1<SearchHit> {
  /** Exact unless `atLeast` says that there may be more: what only reading more articles would tell. */
  readonly total: number;
  readonly atLeast: boolean;
  /** Articles that hold the words and may match: never fewer than do. Null when the store cannot tell. */
  readonly atMost: number | null;
  /** Counts of the `total`. */
  readonly facets: {
    readonly days: readonly { day: string; count: number }[];
    readonly sites: readonly { site: string; count: number }[];
    readonly languages: readonly { language: string; count: number }[];
    readonly kinds: readonly { kind: DevelopmentKind | 'copy' | 'none'; count: number }[];
  } | null;
}

/** Newest first; null asks for all. */
export interface LeadRequest {
  readonly before: Instant | null;
  readonly limit: number;
  readonly language: string | null;
  readonly cutOff: boolean | null;
}

/** Newest first; null, and no kinds, ask for all. */
export interface DevelopmentRequest {
  readonly watchId: string | null;
  readonly kinds: readonly DevelopmentKind[];
  readonly after: Instant | null;
  readonly before: Instant | null;
  readonly limit: number;
  /** Only what these articles brought. */
  readonly articleIds?: readonly string[];
}

/** Newest first; null and absent ask for all. */
export interface AlertRequest {
  readonly watchId: string | null;
  readonly state: AlertState | null;
  readonly before: Instant | null;
  readonly limit: number;
  readonly storyId?: string | null;
  readonly assignee?: string | null;
  readonly tag?: string | null;
  /** Id of a user: only alerts of shared watches and of their own private ones. Absent or null: all. */
  readonly viewer?: string | null;
}

/** Names and tags on alerts, most alerts first. */
export interface AlertLabels {
  readonly assignees: readonly { readonly name: string; readonly alerts: number }[];
  readonly tags: readonly { readonly name: string; readonly alerts: number }[];
}

/** How much there is, and how much waits. */
export interface StoreCounts {
  readonly sources: number;
  readonly pages: number;
  readonly pagesWaiting: number;
  /** Those of them that were read and wait to be placed. */
  readonly pagesRead: number;
  readonly pagesFailed: number;
  readonly oldestWaiting: Instant | null;
  readonly fetchesWaiting: number;
  readonly articles: number;
  readonly stories: number;
  readonly developments: number;
  readonly alerts: number;
  readonly watches: number;
  readonly deliveriesWaiting: number;
  /** Given up, until a person sends them again. */
  readonly deliveriesFailed: number;
  readonly databaseBytes: number;
}
