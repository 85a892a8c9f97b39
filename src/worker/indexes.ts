import { isNews } from '../deliver/news.ts';
import { dueAt } from '../deliver/timing.ts';
import type { Failure } from '../failures.ts';
import { placeReading } from '../pipeline.ts';
import type { Alert, Instant, Page, Source, Watch } from '../records.ts';
import type { Delivery, PageReading, PageResults, Store } from '../store/store.ts';
import type { OwnerOf } from '../stories/owners.ts';
import { createStories, originTailWindows, type Stories, windowArticlesMin } from '../stories/stories.ts';
import { recordId } from '../text/hash.ts';
import { compileWatches, type WatchIndex } from '../watches/watches.ts';
import { withHeldBack } from './floors.ts';
import { createJoining, type EmbedPort } from './joining.ts';
import { OWNERS_SETTING, ownerOfIn } from './owners.ts';

/** What a worker holds in memory, made from the store and made again when the store has moved on without it. */
export interface Indexes {
  /** Brings the indexes up to date with watches changed and pages removed by others. */
  refresh(): Promise<void>;
  /** The stories index may hold a page that was never saved: it is built again before the next page. */
  distrust(): void;
  /** Looks again at all open stories at once, which sees more than one arrival did, and stores what that changed; gives how many articles moved. */
  lookAgain(): Promise<number>;
  /** The results of one page that was read, with the deliveries its alerts ask for. */
  process(page: Page, read: PageReading, source: Source | null): Promise<PageResults>;
}

export interface IndexesOptions {
  readonly store: Store;
  readonly now: () => Instant;
  /** Days of stories held: an older story gets no new articles. */
  readonly storyWindowDays: number;
  /** Independent accounts at which a story's wide coverage is told. */
  readonly coverageAccounts: number;
  /** Alerts of things older than so many days are not sent anywhere but the inbox; null sends all. */
  readonly sendDays: number | null;
  /** Says how alike texts are, for stories that words alone cannot tell apart; absent: words alone decide. */
  readonly embed?: EmbedPort | null;
  /** Told why the model could not be asked: the stories stay as words have them. */
  readonly onEmbedFailure?: (failure: Failure) => void;
}

/** Empty indexes: the first `refresh` fills them. */
export function createIndexes(options: IndexesOptions): Indexes {
  const { store, now, storyWindowDays, coverageAccounts, sendDays, embed = null } = options;
  const joining = embed === null ? null : createJoining({ store, embed, onFailure: options.onEmbedFailure });
  let stories: Stories | null = null;
  let watches: WatchIndex = compileWatches([]);
  let sent = new Map<string, Watch>();
  let floored = new Map<string, Watch>();
  let zone = systemZone;
  let owners: { setting: string | null; of: OwnerOf } = { setting: null, of: ownerOfIn(null) };
  let seen = { watches: -1, removals: -1 };

  async function rebuild(): Promise<Stories> {
    const rebuilt = createStories({
      windowDays: storyWindowDays,
      coverageMin: coverageAccounts,
      ownerOf: (host) => owners.of(host),
    });
    // Pages of an old archive still wait among stories of their own days.
    const { oldestWaiting } = await store.counts();
    const newest = oldestWaiting !== null && oldestWaiting < now() ? oldestWaiting : now();
    const windowsBefore = (windows: number) =>
      new Date(Date.parse(newest) - windows * storyWindowDays * DAY_MILLISECONDS).toISOString();
    // As much as the window that was here before the start held: no page is placed otherwise because of it.
    const memory = store.storyMemory(windowsBefore(1), windowArticlesMin, windowsBefore(1 + originTailWindows));
    for await (const { articleId, storyId, article, story, decided } of memory) {
      rebuilt.restore(articleId, storyId, { article, story }, decided);
    }
    return rebuilt;
  }

  return {
    async refresh() {
      const marks = await store.changeMarks();
      zone = (await store.getSetting('zone')) ?? systemZone;
      const setting = await store.getSetting(OWNERS_SETTING);
      if (setting !== owners.setting) owners = { setting, of: ownerOfIn(setting) };
      if (marks.watches !== seen.watches) {
        const all = await store.listWatches();
        watches = compileWatches(all);
        floored = new Map(all.filter((watch) => watch.independentMin > 1).map((watch) => [watch.id, watch]));
        sent = new Map(all.filter((watch) => watch.channels.length > 0).map((watch) => [watch.id, watch]));
      }
      if (stories === null || marks.removals !== seen.removals) stories = await rebuild();
      seen = marks;
    },
    distrust() {
      stories = null;
    },
    async lookAgain() {
      if (stories === null) return 0;
      const { placements, stories: changed } = stories.lookAgain();
      if (placements.length > 0) await store.saveSecondLook(placements, changed);
      return placements.length + ((await joining?.join(stories)) ?? 0);
    },
    async process(page, read, source) {
      if (stories === null) throw new Error('indexes are used before they were refreshed');
      const at = now();
      const placed = placeReading(page, read, source, { stories, watches, now: at });
      const alerts = await withHeldBack(placed.alerts, placed.developments, (id) => floored.get(id), store);
      const results = { ...placed, alerts };
      if (sent.size === 0) return results;
      const context = { page, article: results.reading.article, developments: results.developments, source };
      const since = new Date(Date.parse(at) - (sendDays ?? 0) * DAY_MILLISECONDS).toISOString();
      const news = results.alerts.filter((alert) => sendDays === null || isNews(alert, context, since));
      return {
        ...results,
        deliveries: news.flatMap((alert) => deliveriesOf(alert, page.id, sent.get(alert.watchId), at, zone)),
      };
    },
  };
}

const systemZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function deliveriesOf(alert: Alert, pageId: string, watch: Watch | undefined, now: Instant, zone: string): Delivery[] {
  if (watch === undefined) return [];
  const due = dueAt(watch, now, zone);
  return watch.channels.map((channel) => ({
    // Made of alert and channel: whatever is run again, one alert goes to one channel once.
    id: recordId('delivery', alert.id, channel),
    alertId: alert.id,
    watchId: watch.id,
    pageId,
    channel,
    state: 'due',
    tries: 0,
    due,
    failure: null,
  }));
}

const DAY_MILLISECONDS = 86_400_000;
