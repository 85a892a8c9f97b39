import { asFailure, type Failure } from './failures.ts';
import type { FailureRecord, Instant, Source, SourceHealth } from './records.ts';
import type { PageArchive } from './store/pages.ts';
import type { ClaimedFetch, ClaimedPage, FetchRequest, PageResults, PollNote, Store } from './store/store.ts';
import { createIndexes } from './worker/indexes.ts';
import { receivePages } from './worker/receive.ts';
import { createSending, type SendPort } from './worker/sending.ts';

/** What the worker reaches the world through. Each may be missing: that part then rests. */
export interface WorkerPorts extends Partial<SendPort> {
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

export interface WorkerLimits {
  /** A page is tried so often, crashes counted, and then set aside with its reason. */
  readonly pageTriesMax: number;
  readonly fetchTriesMax: number;
  /** With the waits below, a message is tried for about a day. */
  readonly sendTriesMax: number;
  readonly sendsPerClaim: number;
  /** After a message, further alerts of that watch to that channel wait so long and go out as one. */
  readonly foldSeconds: number;
  /** Alerts of things older than so many days stay in the inbox; null sends all. */
  readonly sendDays: number | null;
  /** Wait after a first failure; each further one doubles it. */
  readonly retrySecondsFirst: number;
  readonly retrySecondsMax: number;
  /** Work not finished within this time is handed out again. */
  readonly leaseSeconds: number;
  readonly pagesPerClaim: number;
  readonly fetchesAtOnceMax: number;
  readonly pollsAtOnceMax: number;
  /** How long a loop rests when nothing is due. */
  readonly idleSeconds: number;
  readonly storyWindowDays: number;
  /** Days for which a removal can be undone. */
  readonly undoDays: number;
  /** Days for which pages are kept; null for ever. */
  readonly keepDays: number | null;
  /** Bytes the page archive may take; null for any. */
  readonly keepBytesMax: number | null;
  readonly housekeepingSeconds: number;
  /** When open stories are looked at again as a whole, if pages came in since: after so long at rest, and so long at work. */
  readonly secondLookSeconds: number;
  readonly secondLookSecondsBusy: number;
}

const workerLimits: WorkerLimits = {
  pageTriesMax: 3,
  fetchTriesMax: 5,
  sendTriesMax: 13,
  sendsPerClaim: 500,
  foldSeconds: 300,
  sendDays: 2,
  retrySecondsFirst: 60,
  retrySecondsMax: 6 * 3600,
  leaseSeconds: 300,
  pagesPerClaim: 16,
  fetchesAtOnceMax: 16,
  pollsAtOnceMax: 4,
  idleSeconds: 2,
  storyWindowDays: 30,
  undoDays: 30,
  keepDays: null,
  keepBytesMax: null,
  housekeepingSeconds: 3600,
  secondLookSeconds: 60,
  secondLookSecondsBusy: 900,
};

export interface WorkerOptions {
  readonly store: Store;
  readonly archive: PageArchive;
  readonly ports?: WorkerPorts;
  readonly now: () => Instant;
  readonly limits?: Partial<WorkerLimits>;
  readonly log: WorkerLog;
  /** Told of every page once its results are stored. */
  readonly onResults?: (results: PageResults) => void;
}

/** The part of a pino logger that the worker uses. */
export interface WorkerLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Worker {
  /** Works until stopped: polls, fetches, reads, sends, tidies up. Only for the holder of the work lock. */
  run(): Promise<void>;
  /** Works on all pages that are due, and on nothing else; gives how many were done and how many failed. For the holder too. */
  drain(): Promise<{ done: number; failed: number }>;
  /** Sends all that is due, and does nothing else. */
  sendAll(): Promise<void>;
  /** Something was added: looks at once instead of after its rest. */
  wake(): void;
  /** Ends `run` and `drain` after what is under way. */
  stop(): Promise<void>;
}

/** The worker of one store: takes due work, runs the pipeline, stores what came of it. */
export function createWorker(options: WorkerOptions): Worker {
  const { store, archive, now, log, ports = {} } = options;
  const limits = { ...workerLimits, ...options.limits };
  const indexes = createIndexes({
    store,
    now,
    storyWindowDays: limits.storyWindowDays,
    sendDays: limits.sendDays,
  });
  const { send } = ports;
  const sending =
    send === undefined ? null : createSending({ store, now, port: { ...ports, send }, limits, retryAt, recordOf });
  const rest = createRest((error) => log.error({ error }, 'work beside the loops failed and is tried again'));
  const fetching = new Set<string>();
  const polling = new Set<string>();
  let stopping = false;
  let running: Promise<unknown> = Promise.resolve();
  // After a start, pages are taken singly until one comes that was never tried. Otherwise a page that kills the process
  // would use up the tries of all that were handed out with it.
  let careful = true;
  let tidied = Number.NEGATIVE_INFINITY;
  let looked = Date.parse(now());
  let placed = 0;

  async function workPages(tally: { done: number; failed: number }): Promise<boolean> {
    await indexes.refresh();
    const claims = await store.claimPages(now(), careful ? 1 : limits.pagesPerClaim, limits.leaseSeconds);
    careful = claims.some((claim) => claim.tries > 1);
    await lookAgain(claims.length === 0);
    for (const claim of claims) {
      if (stopping) break;
      if (await workPage(claim)) tally.done++;
      else tally.failed++;
      // The desk answers in the same process: it gets its turn after every page.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return claims.length > 0;
  }

  async function workPage({ page, tries }: ClaimedPage): Promise<boolean> {
    if (tries > limits.pageTriesMax) {
      await store.failPage(page.id, recordOf(crashed(tries - 1), now()), null);
      return false;
    }
    let begun = false;
    try {
      const content = await archive.content(page);
      if (content === null) {
        await store.failPage(page.id, recordOf(bytesGone, now()), null);
        return false;
      }
      const source = page.sourceId === null ? null : await store.getSource(page.sourceId);
      begun = true;
      const results = indexes.process(page, content, source);
      await store.savePageResults(results);
      placed++;
      options.onResults?.(results);
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      const last = tries >= limits.pageTriesMax || failure.retry === 'never';
      log.error({ page: page.id, url: page.url, tries, error: thrown }, 'page failed');
      await store.failPage(page.id, recordOf(failure, now()), last ? null : retryAt(tries, failure));
      if (begun) {
        indexes.distrust();
        await indexes.refresh();
      }
      return false;
    }
  }

  async function fetchSome(): Promise<boolean> {
    const free = limits.fetchesAtOnceMax - fetching.size;
    if (ports.fetchPage === undefined || free <= 0) return false;
    const claims = await store.claimFetches(now(), free, limits.leaseSeconds);
    for (const claim of claims) {
      fetching.add(claim.id);
      rest.also(fetchOne(claim).finally(() => fetching.delete(claim.id)));
    }
    return false;
  }

  async function fetchOne(claim: ClaimedFetch): Promise<void> {
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
      await receivePages([page], store, archive);
      await store.finishFetch(claim.id);
    } catch (thrown) {
      const failure = asFailure(thrown);
      // Broken off by our own end: the claim goes back as it was.
      if (failure.code === 'stopping') return;
      if (failure.code === 'bug') log.error({ url: claim.url, error: thrown }, 'fetch failed');
      // A host that is busy or wants to be left alone was not asked: that is no try that failed.
      const spent = claim.tries >= limits.fetchTriesMax && !notAsked.has(failure.code);
      const last = spent || failure.retry !== 'later';
      await store.failFetch(claim.id, recordOf(failure, now()), last ? null : retryAt(claim.tries, failure));
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
    const answer = await ports.poll!(source);
    if (answer === null) return;
    const fresh = await store.queueFetches(answer.requests);
    const { health, note } = answer.settle(fresh);
    await store.saveHealth(source.id, health, note);
    rest.wake();
  }

  async function sendSome(): Promise<boolean> {
    return sending !== null && (await sending.sendDue(() => stopping));
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

  async function tidyUp(): Promise<boolean> {
    if (Date.parse(now()) - tidied < limits.housekeepingSeconds * 1000) return false;
    tidied = Date.parse(now());
    const gone = await dropOldPages(store, archive, limits, now());
    if (gone.pages > 0) log.info(gone, 'old pages deleted');
    return false;
  }

  function retryAt(tries: number, failure: Failure): Instant {
    const doubled = limits.retrySecondsFirst * 2 ** Math.max(0, tries - 1);
    const seconds = Math.max(failure.retryAfterSeconds ?? 0, Math.min(doubled, limits.retrySecondsMax));
    return daysBefore(now(), -seconds / 86_400);
  }

  /** Repeats a step, at once while it finds work. A step that throws is told of and tried again after a rest. */
  async function repeat(name: string, step: () => Promise<boolean>): Promise<void> {
    while (!stopping) {
      let more = false;
      try {
        more = await step();
      } catch (error) {
        log.error({ part: name, error }, 'the worker could not go on and tries again');
      }
      if (!more && !stopping) await rest.rest(limits.idleSeconds);
    }
  }

  const worker: Worker = {
    async run() {
      await store.releaseClaims();
      running = Promise.all([
        repeat('polling', pollSome),
        repeat('fetching', fetchSome),
        repeat('pages', () => workPages({ done: 0, failed: 0 })),
        repeat('sending', sendSome),
        repeat('tidying', tidyUp),
      ]);
      await running;
      await rest.settled();
      // What was handed out and not begun goes back, so that the next start takes it in order.
      await store.releaseClaims();
    },
    async drain() {
      const tally = { done: 0, failed: 0 };
      const work = (async () => {
        await store.releaseClaims();
        while (!stopping && (await workPages(tally)));
      })();
      running = work;
      await work;
      return tally;
    },
    async sendAll() {
      while (!stopping && (await sendSome()));
    },
    wake: () => rest.wake(),
    async stop() {
      stopping = true;
      rest.wake();
      await running;
      await rest.settled();
    },
  };
  return worker;
}

/** Deletes for good what was removed long ago and what is past its time or does not fit; gives what went. */
async function dropOldPages(
  store: Store,
  archive: PageArchive,
  limits: Pick<WorkerLimits, 'undoDays' | 'keepDays' | 'keepBytesMax'>,
  now: Instant,
): Promise<{ pages: number; files: number }> {
  let { pages } = await store.purgeRemoved(daysBefore(now, limits.undoDays));
  if (limits.keepDays !== null) pages += (await store.prune(daysBefore(now, limits.keepDays))).pages;
  if (limits.keepBytesMax !== null) {
    const before = await store.receivedToKeep(limits.keepBytesMax);
    if (before !== null) pages += (await store.prune(before)).pages;
  }
  if (pages === 0) return { pages, files: 0 };
  return { pages, files: archive.deleteUnused(new Set(await store.filesInUse())).length };
}

function daysBefore(now: Instant, days: number): Instant {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}

function recordOf(failure: Failure | Omit<FailureRecord, 'at'>, at: Instant): FailureRecord {
  const what = 'what' in failure ? failure.what : failure.message;
  return { code: failure.code, what, advice: failure.advice, retry: failure.retry, at };
}

function crashed(times: number): Omit<FailureRecord, 'at'> {
  return {
    code: 'page-crashes',
    what: `The process ended ${times} times while it worked on this page`,
    advice: 'It was set aside and the rest goes on. Please report it with the page; "retry" puts it back to work.',
    retry: 'never',
  };
}

const notAsked = new Set(['host-busy', 'host-on-hold']);

const bytesGone: Omit<FailureRecord, 'at'> = {
  code: 'page-gone',
  what: 'The bytes of this page are no longer in the page folder',
  advice: 'Restore the page folder from a backup, or remove the page.',
  retry: 'never',
};

/** Rests that end early when woken, and the work that goes on beside the loops. */
function createRest(onError: (error: unknown) => void) {
  const waiting = new Set<() => void>();
  const beside = new Set<Promise<void>>();
  return {
    rest(seconds: number): Promise<void> {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, seconds * 1000);
        waiting.add(end);
      });
    },
    wake(): void {
      for (const end of [...waiting]) end();
    },
    also(work: Promise<void>): void {
      const watched = work.catch(onError).finally(() => beside.delete(watched));
      beside.add(watched);
    },
    async settled(): Promise<void> {
      await Promise.all(beside);
    },
  };
}
