import { processPage } from '../pipeline.ts';
import type { Alert, Instant, Page, Source, Watch } from '../records.ts';
import type { Delivery, PageResults, Store } from '../store/store.ts';
import { createStories, type Stories } from '../stories/stories.ts';
import { recordId } from '../text/hash.ts';
import { compileWatches, type WatchIndex } from '../watches/watches.ts';

/** What a worker holds in memory, made from the store and made again when the store has moved on without it. */
export interface Indexes {
  /** Brings the indexes up to date with watches changed and pages removed by others. */
  refresh(): Promise<void>;
  /** The stories index may hold a page that was never saved: it is built again before the next page. */
  distrust(): void;
  /** The results of one page, with the deliveries its alerts ask for. */
  process(page: Page, content: Uint8Array, source: Source | null): PageResults;
}

export interface IndexesOptions {
  readonly store: Store;
  readonly now: () => Instant;
  /** Days of stories held: an older story gets no new articles. */
  readonly storyWindowDays: number;
  /** Whether alerts are sent anywhere but the inbox. */
  readonly delivers: boolean;
}

/** Empty indexes: the first `refresh` fills them. */
export function createIndexes({ store, now, storyWindowDays, delivers }: IndexesOptions): Indexes {
  let stories: Stories | null = null;
  let watches: WatchIndex = compileWatches([]);
  let channels = new Map<string, readonly string[]>();
  let seen = { watches: -1, removals: -1 };

  async function rebuild(): Promise<Stories> {
    const rebuilt = createStories({ windowDays: storyWindowDays });
    // Pages of an old archive still wait among stories of their own days.
    const { oldestWaiting } = await store.counts();
    const newest = oldestWaiting !== null && oldestWaiting < now() ? oldestWaiting : now();
    const since = new Date(Date.parse(newest) - storyWindowDays * DAY_MILLISECONDS).toISOString();
    for await (const { articleId, storyId, article, story } of store.storyMemory(since)) {
      rebuilt.restore(articleId, storyId, { article, story });
    }
    return rebuilt;
  }

  return {
    async refresh() {
      const marks = await store.changeMarks();
      if (marks.watches !== seen.watches) {
        const all = await store.listWatches();
        watches = compileWatches(all);
        channels = new Map(all.map((watch: Watch) => [watch.id, watch.channels]));
      }
      if (stories === null || marks.removals !== seen.removals) stories = await rebuild();
      seen = marks;
    },
    distrust() {
      stories = null;
    },
    process(page, content, source) {
      if (stories === null) throw new Error('indexes are used before they were refreshed');
      const at = now();
      const results = processPage(page, content, source, { stories, watches, now: at });
      if (!delivers) return results;
      return { ...results, deliveries: results.alerts.flatMap((alert) => deliveriesOf(alert, channels, at)) };
    },
  };
}

function deliveriesOf(alert: Alert, channels: ReadonlyMap<string, readonly string[]>, due: Instant): Delivery[] {
  return (channels.get(alert.watchId) ?? []).map((channel) => ({
    // Made of alert and channel: whatever is run again, one alert goes to one channel once.
    id: recordId('delivery', alert.id, channel),
    alertId: alert.id,
    channel,
    state: 'due',
    tries: 0,
    due,
    failure: null,
  }));
}

const DAY_MILLISECONDS = 86_400_000;
