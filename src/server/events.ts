import type { Store } from '../store/store.ts';

/** What changed since the last look: how many developments and alerts came in. */
export interface Fresh {
  readonly developments: number;
  readonly alerts: number;
  /** Alerts not yet kept or dismissed, for the count in the title. */
  readonly waiting: number;
}

export interface LiveRows {
  /** Calls back with what is new, until the returned function is called. Null when too many listen already. */
  listen(callback: (fresh: Fresh) => void): (() => void) | null;
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
  const listeners = new Set<(fresh: Fresh) => void>();
  let timer: NodeJS.Timeout | null = null;
  let seen: { developments: number; alerts: number } | null = null;
  let stopped: () => void;
  const closed = new Promise<void>((resolve) => {
    stopped = resolve;
  });

  async function look(): Promise<void> {
    try {
      const counts = await store.counts();
      const before = seen;
      seen = { developments: counts.developments, alerts: counts.alerts };
      if (before === null) return;
      const fresh = {
        developments: Math.max(0, counts.developments - before.developments),
        alerts: Math.max(0, counts.alerts - before.alerts),
      };
      if (fresh.developments === 0 && fresh.alerts === 0) return;
      const waiting = (await store.watchCounts()).reduce((sum, count) => sum + count.fresh, 0);
      for (const listener of listeners) listener({ ...fresh, waiting });
    } catch (error) {
      onError(error);
    } finally {
      if (listeners.size > 0) timer = setTimeout(look, lookEveryMilliseconds).unref();
    }
  }

  return {
    listen(callback) {
      if (listeners.size >= listenersMax) return null;
      listeners.add(callback);
      if (listeners.size === 1) {
        seen = null;
        clearTimeout(timer ?? undefined);
        void look();
      }
      return () => {
        listeners.delete(callback);
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

const lookEveryMilliseconds = 2_500;
const listenersMax = 100;
