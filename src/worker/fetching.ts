import { asFailure, type Failure, failureRecord, isOutage } from '../failures.ts';
import type { Instant, Source, SourceHealth } from '../records.ts';
import type { PageArchive } from '../store/pages.ts';
import type { ClaimedFetch, FetchRequest, PollNote, Store } from '../store/store.ts';
import type { Notes } from './notes.ts';
import type { Outage } from './outage.ts';
import { receivePages } from './receive.ts';
import type { Rest } from './rest.ts';

/** Asks sources that are due and fetches what they named, as many at once as the limits allow. Each step only begins work. */
export function createFetching({
  store,
  archive,
  ports,
  now,
  limits,
  log,
  notes,
  outage,
  rest,
  retryAt,
}: FetchingOptions): Fetching {
  const fetching = new Set<string>();
  const polling = new Set<string>();

  async function fetchSome(): Promise<boolean> {
    const free = limits.fetchesAtOnceMax - fetching.size;
    if (ports.fetchPage === undefined || free <= 0) return false;
    const claims = await store.claimFetches(now(), free, limits.leaseSeconds);
    for (const claim of claims) {
      fetching.add(claim.id);
      const work = fetchOne(claim).catch((thrown: unknown) => {
        if (!outage.met(thrown, claim.id)) throw thrown;
      });
      rest.also(work.finally(() => fetching.delete(claim.id)));
    }
    return false;
  }

  async function fetchOne(claim: ClaimedFetch): Promise<void> {
    const note = notes.begin('fetch', { url: claim.url });
    try {
      const { finalUrl, status, contentType, headers, content } = await ports.fetchPage!(claim);
      const { url, sourceId, hint } = claim;
      const page = {
        url,
        finalUrl,
        name: null,
        sourceId,
        received: now(),
        content,
        contentType,
        status,
        headers,
        hint,
      };
      const { pages } = await receivePages([page], store, archive);
      await store.finishFetch(claim.id);
      note.done({ page: pages[0]?.id ?? null });
    } catch (thrown) {
      const failure = asFailure(thrown);
      // Broken off by our own end: the claim goes back as it was.
      if (failure.code === 'stopping') return;
      note.failed(failure);
      if (isOutage(failure)) throw failure;
      if (failure.code === 'bug') log.error({ url: claim.url, error: thrown }, 'fetch failed');
      // A host that is busy or wants to be left alone was not asked: that is no try that failed.
      const spent = claim.tries >= limits.fetchTriesMax && !notAsked.has(failure.code);
      const last = spent || failure.retry !== 'later';
      await store.failFetch(claim.id, failureRecord(failure, now()), last ? null : retryAt(claim.tries, failure));
    }
    rest.wake();
  }

  async function pollSome(): Promise<boolean> {
    const free = limits.pollsAtOnceMax - polling.size;
    if (ports.poll === undefined || free <= 0) return false;
    const due = await store.sourcesDue(now(), free + polling.size);
    for (const source of due.filter(({ id }) => !polling.has(id)).slice(0, free)) {
      polling.add(source.id);
      rest.also(pollOne(source).finally(() => polling.delete(source.id)));
    }
    return false;
  }

  async function pollOne(source: Source): Promise<void> {
    const note = notes.begin('poll', { source: source.id });
    const answer = await ports.poll!(source);
    if (answer === null) return;
    const fresh = await store.queueFetches(answer.requests);
    const { health, note: history } = answer.settle(fresh);
    await store.saveHealth(source.id, health, history);
    if (health.failure === null) note.done({ fresh });
    else note.failed(health.failure);
    rest.wake();
  }

  return { pollSome, fetchSome };
}

/** How pages come in from the network. Each may be missing: that part then rests. */
export interface FetchPorts {
  /**
   * Asks a source what is new. A failure is part of the answer; `settle` gets the number of addresses that were new. Null when
   * it was broken off by the end of this process: then nothing is known.
   */
  poll?(source: Source): Promise<{
    readonly requests: readonly FetchRequest[];
    settle(fresh: number): { readonly health: SourceHealth; readonly note: PollNote };
  } | null>;
  /** Fetches a page. Throws a Failure. */
  fetchPage?(request: ClaimedFetch): Promise<FetchedPage>;
}

export interface FetchedPage {
  readonly finalUrl: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly content: Uint8Array;
}

/** Each gives whether to look again at once: never, as more is begun when what goes on beside is done. */
export interface Fetching {
  pollSome(): Promise<boolean>;
  fetchSome(): Promise<boolean>;
}

export interface FetchingOptions {
  readonly store: Store;
  readonly archive: PageArchive;
  readonly ports: FetchPorts;
  readonly now: () => Instant;
  readonly limits: {
    readonly fetchTriesMax: number;
    readonly fetchesAtOnceMax: number;
    readonly pollsAtOnceMax: number;
    readonly leaseSeconds: number;
  };
  readonly notes: Notes;
  readonly outage: Outage;
  readonly log: { error(fields: object, message: string): void };
  readonly rest: Rest;
  readonly retryAt: (tries: number, failure: Failure) => Instant;
}

/** Failures of a request that was never made. */
const notAsked = new Set(['host-busy', 'host-on-hold']);
