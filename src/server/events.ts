import type { Store } from '../store/store.ts';

/** What changed since the last look: how many developments and alerts came in. */
export interface Fresh {
  readonly developments: number;
  readonly alerts: number;
  /** Alerts not yet kept or dismissed, for the count in the title. */
  readonly waiting: number;
}

/** An open page that waits for what is new. */
export interface Listener {
  fresh(fresh: Fresh): void;
  /** Whoever listens may no longer: the stream ends. */
  end(): void;
  /** The store as whoever listens sees it: of what they may not see they are not told. */
  readonly store: Store;
  /** Whether they may still listen. */
  still(): Promise<boolean>;
}

export interface LiveRows {
  /** Tells a listener what is new, until the returned function is called. Null when too many listen already. */
  listen(listener: Listener): (() => void) | null;
  readonly listeners: number;
  /** Resolves when the server stops: open streams end. */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * Tells open pages of new rows. It asks the store itself, once for all listeners and only while somebody listens, so it sees
 * the work of every process on the same store.
 */
export function createLiveRows(store: Store, onError: (error: unknown) => void): LiveRows {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | null = null;
  let seen: Counted | null = null;
  /** Alerts in the eyes of each who listens. */
  let alertsSeen = new Map<Store, number>();
  let stopped: () => void;
  const closed = new Promise<void>((resolve) => {
    stopped = resolve;
  });

  async function look(): Promise<void> {
    try {
      for (const listener of [...listeners]) {
        if (await listener.still()) continue;
        listeners.delete(listener);
        listener.end();
      }
      const { developments, alerts } = await store.counts();
      const before = seen;
      seen = { developments, alerts };
      const changed = before !== null && (developments > before.developments || alerts > before.alerts);
      const views = new Map<Store, number>();
      for (const [view, theirs] of Map.groupBy(listeners, (listener) => listener.store)) {
        const known = alertsSeen.get(view);
        if (known !== undefined && !changed) {
          views.set(view, known);
          continue;
        }
        const counts = await view.watchCounts();
        const total = totalOf(counts);
        views.set(view, total);
        if (!changed || known === undefined) continue;
        const fresh = {
          developments: Math.max(0, developments - before.developments),
          alerts: Math.max(0, total - known),
          waiting: counts.reduce((sum, count) => sum + count.fresh, 0),
        };
        if (fresh.developments === 0 && fresh.alerts === 0) continue;
        for (const listener of theirs) listener.fresh(fresh);
      }
      // Who came meanwhile begins from what there was then.
      for (const { store: view } of listeners) {
        const begun = alertsSeen.get(view);
        if (!views.has(view) && begun !== undefined) views.set(view, begun);
      }
      alertsSeen = views;
    } catch (error) {
      onError(error);
    } finally {
      if (listeners.size > 0) timer = setTimeout(look, lookEveryMilliseconds).unref();
    }
  }

  /** What there is when somebody begins to listen is not new to them. */
  async function beginFrom(view: Store): Promise<void> {
    try {
      const counts = await view.watchCounts();
      if (!alertsSeen.has(view)) alertsSeen.set(view, totalOf(counts));
    } catch (error) {
      onError(error);
    }
  }

  return {
    listen(listener) {
      if (listeners.size >= listenersMax) return null;
      listeners.add(listener);
      if (listeners.size === 1) {
        seen = null;
        alertsSeen = new Map();
        clearTimeout(timer ?? undefined);
        void look();
      } else if (!alertsSeen.has(listener.store)) void beginFrom(listener.store);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer ?? undefined);
      };
    },
    get listeners() {
      return listeners.size;
    },
    closed,
    close() {
      clearTimeout(timer ?? undefined);
      listeners.clear();
      stopped();
    },
  };
}

function totalOf(counts: readonly { readonly total: number }[]): number {
  return counts.reduce((sum, count) => sum + count.total, 0);
}

type Counted = Pick<Fresh, 'developments' | 'alerts'>;

const lookEveryMilliseconds = 2_500;
const listenersMax = 100;
