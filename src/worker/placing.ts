import { asFailure, type Failure, failureRecord, isOutage } from '../failures.ts';
import type { Instant } from '../records.ts';
import type { ClaimedReading, PageResults, Store } from '../store/store.ts';
import type { Indexes } from './indexes.ts';
import type { Notes } from './notes.ts';
import type { Outage } from './outage.ts';
import { crashed } from './reading.ts';

/** Places what was read among the stories, matches it with the watches and stores what came of it: one page after another. */
export function createPlacing({
  store,
  indexes,
  now,
  limits,
  log,
  notes,
  outage,
  retryAt,
  onResults,
}: PlacingOptions): Placing {
  let looked = Date.parse(now());
  let placed = 0;

  async function placeOne({ page, tries, read }: ClaimedReading): Promise<boolean> {
    if (tries > limits.pageTriesMax) {
      await store.failPage(page.id, failureRecord(crashed(tries - 1), now()), null);
      return false;
    }
    const note = notes.begin('place', { page: page.id, url: page.url });
    try {
      const source = page.sourceId === null ? null : await store.getSource(page.sourceId);
      const results = await indexes.process(page, read, source);
      await store.savePageResults(results);
      placed++;
      note.done({
        article: results.reading.article.id,
        story: results.story?.id ?? null,
        developments: results.developments.length,
        alerts: results.alerts.length,
      });
      onResults?.(results);
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      note.failed(failure);
      if (isOutage(failure)) {
        indexes.distrust();
        throw failure;
      }
      const last = tries >= limits.pageTriesMax || failure.retry === 'never';
      log.error({ page: page.id, url: page.url, tries, error: thrown }, 'page failed');
      // The index may hold it although the store does not.
      indexes.distrust();
      await store.failPage(page.id, failureRecord(failure, now()), last ? null : retryAt(tries, failure));
      await indexes.refresh();
      return false;
    }
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
          for (const claim of claims) {
            if (stopping()) break;
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
    readonly pageTriesMax: number;
    readonly pagesPerClaim: number;
    readonly leaseSeconds: number;
    readonly secondLookSeconds: number;
    readonly secondLookSecondsBusy: number;
  };
  readonly notes: Notes;
  readonly outage: Outage;
  readonly log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  readonly retryAt: (tries: number, failure: Failure) => Instant;
  readonly onResults?: (results: PageResults) => void;
}
