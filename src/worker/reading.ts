import { Failure } from '../failures.ts';
import { readPage } from '../pipeline.ts';
import type { Instant, Page } from '../records.ts';
import type { PageArchive } from '../store/pages.ts';
import type { ClaimedPage, PageReading, Store } from '../store/store.ts';
import type { Attempt } from './attempts.ts';
import type { Outage } from './outage.ts';

/** Reads pages that wait, in order of receipt, some side by side; what a page says is kept until it is placed. */
export function createReading({ store, archive, port, now, limits, attempt, outage }: ReadingOptions): Reading {
  const { read, atOnce } = port ?? inThisThread;

  const readOne = (claim: ClaimedPage) =>
    attempt('read', claim, async () => {
      const { page } = claim;
      const content = await archive.content(page);
      if (content === null) throw bytesGone();
      await store.saveReadings([{ pageId: page.id, ...(await read(page, content)) }]);
      return {};
    });

  return {
    async readSome(stopping) {
      const claims = await store.claimPages(now(), limits.pagesPerClaim, limits.leaseSeconds);
      const tally = { done: 0, failed: 0 };
      // One iterator for all lanes: each takes the next page when it is done with its last.
      const next = claims.values();
      const lane = async () => {
        for (const claim of next) {
          if (stopping()) return;
          if (await readOne(claim)) tally.done++;
          else tally.failed++;
          outage.finished(claim.page.id);
        }
      };
      await outage.holding(
        claims.map(({ page }) => page.id),
        () => Promise.all(Array.from({ length: atOnce }, lane)),
      );
      return tally;
    },
  };
}

export interface Reading {
  /** One round; nothing done and nothing failed when nothing was due. */
  readSome(stopping: () => boolean): Promise<{ readonly done: number; readonly failed: number }>;
}

/** Who reads a page's bytes. */
export interface ReadPort {
  /** Throws a Failure for a page that it cannot read within its limits. */
  read(page: Page, content: Uint8Array): Promise<PageReading>;
  /** How many pages may be given to it at once. */
  readonly atOnce: number;
}

const inThisThread: ReadPort = {
  async read(page, content) {
    // The desk answers in the same thread: it gets its turn before every page.
    await new Promise((resolve) => setImmediate(resolve));
    return readPage(page, content);
  },
  atOnce: 1,
};

export interface ReadingOptions {
  readonly store: Store;
  readonly archive: PageArchive;
  /** Null reads in this thread. */
  readonly port: ReadPort | null;
  readonly now: () => Instant;
  readonly limits: { readonly pagesPerClaim: number; readonly leaseSeconds: number };
  readonly attempt: Attempt;
  readonly outage: Outage;
}

function bytesGone(): Failure {
  return new Failure('page-gone', 'The bytes of this page are no longer in the page folder', {
    retry: 'never',
    advice: 'Restore the page folder from a backup, or remove the page.',
  });
}
