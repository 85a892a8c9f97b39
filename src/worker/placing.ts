import type { Instant } from '../records.ts';
import type { ClaimedReading, PageResults, Store } from '../store/store.ts';
import type { Attempt } from './attempts.ts';
import type { Indexes } from './indexes.ts';
import type { Outage } from './outage.ts';

/** Places what was read among the stories, matches it with the watches and stores what came of it: one page after another. */
export function createPlacing(options: PlacingOptions): Placing {
  const { store, indexes, now, limits, log, attempt, outage, onResults } = options;
  let looked = Date.parse(now());
  let placed = 0;

  async function placeOne(claim: ClaimedReading): Promise<boolean> {
    const isPlaced = await attempt('place', claim, async () => {
      const { page, read } = claim;
      try {
        const source = page.sourceId === null ? null : await store.getSource(page.sourceId);
        const results = await indexes.process(page, read, source);
        await store.savePageResults(results);
        placed++;
        onResults?.(results);
        return told(results);
      } catch (error) {
        // The index may hold it although the store does not.
        indexes.distrust();
        throw error;
      }
    });
    if (!isPlaced) await indexes.refresh();
    return isPlaced;
  }

  /** Between pages, never beside one: the index is one. */
  async function lookAgain(atRest: boolean): Promise<void> {
    const seconds = atRest ? limits.secondLookSeconds : limits.secondLookSecondsBusy;
    if (placed === 0 || Date.parse(now()) - looked < seconds * 1000) return;
    looked = Date.parse(now());
    placed = 0;
    const moved = await indexes.lookAgain();
    if (moved > 0) log.info({ moved }, 'a second look moved articles to other stories');
  }

  return {
    async placeSome(stopping) {
      if (stopping()) {
        // Another may place pages meanwhile.
        indexes.distrust();
        return { done: 0, failed: 0 };
      }
      await indexes.refresh();
      const claims = await store.claimReadings(now(), limits.pagesPerClaim, limits.leaseSeconds);
      await lookAgain(claims.length === 0);
      const tally = { done: 0, failed: 0 };
      await outage.holding(
        claims.map(({ page }) => page.id),
        async () => {
          for (const [at, claim] of claims.entries()) {
            if (stopping()) {
              // Whoever may place now must not wait for the end of our claims.
              const left = claims.slice(at).map(({ page }) => page.id);
              await store.giveBack(left, []);
              break;
            }
            if (await placeOne(claim)) tally.done++;
            else tally.failed++;
            outage.finished(claim.page.id);
            // The desk answers in the same thread: it gets its turn after every page.
            await new Promise((resolve) => setImmediate(resolve));
          }
        },
      );
      return tally;
    },
  };
}

export interface Placing {
  /** One round; nothing done and nothing failed when nothing was due. */
  placeSome(stopping: () => boolean): Promise<{ readonly done: number; readonly failed: number }>;
}

export interface PlacingOptions {
  readonly store: Store;
  readonly indexes: Indexes;
  readonly now: () => Instant;
  readonly limits: {
    readonly pagesPerClaim: number;
    readonly leaseSeconds: number;
    readonly secondLookSeconds: number;
    readonly secondLookSecondsBusy: number;
  };
  readonly attempt: Attempt;
  readonly outage: Outage;
  readonly log: { info(fields: object, message: string): void };
  readonly onResults?: (results: PageResults) => void;
}

/** What the log says of a page that was placed. */
function told({ reading, story, developments, alerts }: PageResults): object {
  return {
    article: reading.article.id,
    story: story?.id ?? null,
    developments: developments.length,
    alerts: alerts.length,
  };
}
