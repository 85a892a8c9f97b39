import { asFailure, Failure, failureRecord, isOutage } from '../failures.ts';
import type { Instant } from '../records.ts';
import type { ClaimedPage, Store } from '../store/store.ts';
import type { Notes } from './notes.ts';

/**
 * One try of one page in one stage: noted, and when it fails set aside with its reason or put back for later. A page whose
 * tries are used up, because its process ended each time, is set aside unseen.
 */
export function createAttempts({ store, now, limits, log, notes, retryAt }: AttemptOptions): Attempt {
  return async (stage, { page, tries }, work) => {
    if (tries > limits.pageTriesMax) {
      await store.failPage(page.id, failureRecord(crashed(tries - 1), now()), null);
      return false;
    }
    const note = notes.begin(stage, { page: page.id, url: page.url });
    try {
      note.done(await work());
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      note.failed(failure);
      if (isOutage(failure)) throw failure;
      const last = tries >= limits.pageTriesMax || failure.retry === 'never';
      log.error({ stage, page: page.id, url: page.url, tries, error: thrown }, 'page failed');
      await store.failPage(page.id, failureRecord(failure, now()), last ? null : retryAt(tries, failure));
      return false;
    }
  };
}

/**
 * Runs the work of a stage on a page that was handed out; what it gives is told in the log. False when it failed and that is
 * stored; throws the Failure of an outage, for which the page is not to blame.
 */
export type Attempt = (stage: string, claim: ClaimedPage, work: () => Promise<object>) => Promise<boolean>;

export interface AttemptOptions {
  readonly store: Pick<Store, 'failPage'>;
  readonly now: () => Instant;
  readonly limits: { readonly pageTriesMax: number };
  readonly log: { error(fields: object, message: string): void };
  readonly notes: Notes;
  /** When a page is tried again that has failed so many times. */
  readonly retryAt: (tries: number, failure: Failure) => Instant;
}

function crashed(times: number): Failure {
  return new Failure('page-crashes', `The process ended ${times} times while it worked on this page`, {
    retry: 'never',
    advice: 'It was set aside and the rest goes on. Please report it with the page; "retry" puts it back to work.',
  });
}
