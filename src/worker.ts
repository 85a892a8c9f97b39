import type { Failure } from './failures.ts';
import type { FailureRecord, Instant, StoredAt } from './records.ts';
import type { SingleStage } from './store/lock.ts';
import type { PageArchive } from './store/pages.ts';
import type { PageResults, Store } from './store/store.ts';
import { createAttempts } from './worker/attempts.ts';
import { createFetching, type FetchPorts } from './worker/fetching.ts';
import { createIndexes } from './worker/indexes.ts';
import type { EmbedPort } from './worker/joining.ts';
import { createNotes, type StageCounts } from './worker/notes.ts';
import { createOutage, tellOutage } from './worker/outage.ts';
import { createPlacing } from './worker/placing.ts';
import { createReading, type ReadPort } from './worker/reading.ts';
import { createRest } from './worker/rest.ts';
import { createSending, type SendPort } from './worker/sending.ts';

/** What the worker reaches the world through. Each may be missing: that stage then rests. */
export interface WorkerPorts extends FetchPorts, Partial<SendPort> {
  /** Reads pages elsewhere than in this thread. */
  readonly reader?: ReadPort | null;
  /** Says how alike texts are, for stories that words alone cannot tell apart; absent: words alone decide. */
  readonly embed?: EmbedPort | null;
}

/** The stages of the work, in the order of a page's way. */
export const workStages = ['poll', 'fetch', 'read', 'place', 'send', 'tidy'] as const;

export type WorkStage = (typeof workStages)[number];

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
  /** While nothing can be stored, work rests and it is tried again so often. */
  readonly outageSeconds: number;
  readonly pagesPerClaim: number;
  readonly fetchesAtOnceMax: number;
  readonly pollsAtOnceMax: number;
  /** How long a loop rests when nothing is due. */
  readonly idleSeconds: number;
  readonly storyWindowDays: number;
  /** Independent accounts at which a story's wide coverage is told. */
  readonly coverageAccounts: number;
  /** Days for which a removal can be undone. */
  readonly undoDays: number;
  /** Days for which pages are kept; null for ever. */
  readonly keepDays: number | null;
  /** Bytes the page archive may take; null for any. */
  readonly keepBytesMax: number | null;
  /** Days for which the audit log is kept; null for ever. */
  readonly auditDays: number | null;
  /** Days for which it is known where somebody was signed in. */
  readonly sessionDays: number;
  readonly housekeepingSeconds: number;
  /** How often the whole page archive is looked through for files of pages that were never accepted. */
  readonly sweepSeconds: number;
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
  outageSeconds: 10,
  pagesPerClaim: 16,
  fetchesAtOnceMax: 16,
  pollsAtOnceMax: 4,
  idleSeconds: 2,
  storyWindowDays: 30,
  coverageAccounts: 5,
  undoDays: 30,
  keepDays: null,
  keepBytesMax: null,
  auditDays: 365,
  sessionDays: 90,
  housekeepingSeconds: 3600,
  sweepSeconds: 86_400,
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
  /** Which stages of the work this process does; absent: all. */
  readonly stages?: ReadonlySet<WorkStage>;
  /** Whether this process holds the lock of a stage that only one may do: while it does not, that stage rests. Absent: always. */
  readonly holds?: (stage: SingleStage) => boolean;
  /** Told of every page once its results are stored. */
  readonly onResults?: (results: PageResults) => void;
}

/** The part of a pino logger that the worker uses. */
export interface WorkerLog {
  /** One line for each item of each stage. */
  debug?(fields: object, message: string): void;
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Worker {
  /** Works until stopped: polls, fetches, reads, places, sends, tidies up, as far as these are its stages. */
  run(): Promise<void>;
  /** Works on all pages that are due, and on nothing else; gives how many were done and how many failed. For the holder of all stages. */
  drain(): Promise<{ done: number; failed: number }>;
  /** Sends all that is due, and does nothing else. */
  sendAll(): Promise<void>;
  /** Why all work rests, and since when: nothing can be stored. It goes on by itself. Null while it does not rest. */
  paused(): FailureRecord | null;
  /** What each stage has done since the start. */
  counts(): readonly StageCounts[];
  /** Something was added: looks at once instead of after its rest. */
  wake(): void;
  /** Ends `run` and `drain` after what is under way. */
  stop(): Promise<void>;
}

/** The worker of one store: takes due work, runs the pipeline, stores what came of it. */
export function createWorker(options: WorkerOptions): Worker {
  const { store, archive, now, log, ports = {}, stages = new Set(workStages), holds = () => true } = options;
  const limits = { ...workerLimits, ...options.limits };
  const indexes = createIndexes({
    store,
    now,
    storyWindowDays: limits.storyWindowDays,
    coverageAccounts: limits.coverageAccounts,
    sendDays: limits.sendDays,
    embed: ports.embed,
    onEmbedFailure: (failure) => log.error({ error: failure }, 'the embedding model could not be asked'),
  });
  const notes = createNotes(log, () => performance.now());
  const { send } = ports;
  const sending =
    send === undefined ? null : createSending({ store, now, port: { ...ports, send }, limits, notes, retryAt });
  const outage = createOutage({
    store,
    archive,
    now,
    outageSeconds: limits.outageSeconds,
    log,
    tell: (current) => rest.also(tellOutage(store, current, now())),
  });
  const rest = createRest((error) => {
    if (!outage.met(error)) log.error({ error }, 'work beside the loops failed and is tried again');
  });
  const attempt = createAttempts({ store, now, limits, log, notes, retryAt });
  const shared = { store, archive, now, limits, log, attempt, outage };
  const fetching = createFetching({ ...shared, ports, notes, rest, retryAt });
  const reading = createReading({ ...shared, port: ports.reader ?? null });
  const placing = createPlacing({ ...shared, indexes, onResults: options.onResults });
  const isStopping = () => stopping;
  /** What only the holder of a lock may do ends where it is when the lock is lost. */
  const mayNotPlace = () => stopping || !holds('place');
  const mayNotSend = () => stopping || !holds('send');
  let stopping = false;
  let running: Promise<unknown> = Promise.resolve();
  let tidied = Number.NEGATIVE_INFINITY;
  let swept = Number.NEGATIVE_INFINITY;

  async function readSome(): Promise<boolean> {
    const { done, failed } = await reading.readSome(isStopping);
    if (done > 0) rest.wake();
    return done + failed > 0;
  }

  async function placeSome(): Promise<boolean> {
    const { done, failed } = await placing.placeSome(mayNotPlace);
    if (done > 0) rest.wake();
    return done + failed > 0;
  }

  async function sendSome(): Promise<boolean> {
    return sending !== null && (await sending.sendDue(mayNotSend));
  }

  async function tidyUp(): Promise<boolean> {
    if (Date.parse(now()) - tidied < limits.housekeepingSeconds * 1000) return store.makeSearchQuick();
    tidied = Date.parse(now());
    const sweeps = Date.parse(now()) - swept >= limits.sweepSeconds * 1000;
    if (sweeps) swept = Date.parse(now());
    const gone = await dropOldPages(store, archive, limits, now(), sweeps);
    if (gone.pages > 0 || gone.files > 0) log.info(gone, 'old pages deleted');
    await store.forgetSessions(daysBefore(now(), limits.sessionDays));
    if (limits.auditDays !== null) await store.forgetAudit(daysBefore(now(), limits.auditDays));
    return false;
  }

  function retryAt(tries: number, failure: Failure): Instant {
    const doubled = limits.retrySecondsFirst * 2 ** Math.max(0, tries - 1);
    const seconds = Math.max(failure.retryAfterSeconds ?? 0, Math.min(doubled, limits.retrySecondsMax));
    return daysBefore(now(), -seconds / 86_400);
  }

  const whileHeld = (stage: SingleStage, step: () => Promise<boolean>) => async () => holds(stage) && (await step());
  const loops: Record<WorkStage, () => Promise<boolean>> = {
    poll: whileHeld('poll', fetching.pollSome),
    fetch: fetching.fetchSome,
    read: readSome,
    place: placeSome,
    send: whileHeld('send', sendSome),
    tidy: whileHeld('tidy', tidyUp),
  };

  /** Repeats a step, at once while it finds work. A step that throws is told of and tried again after a rest. */
  async function repeat(name: string, step: () => Promise<boolean>): Promise<void> {
    while (!stopping) {
      let more = false;
      try {
        more = (await outage.mayGoOn()) && (await step());
      } catch (error) {
        if (!outage.met(error)) log.error({ stage: name, error }, 'the worker could not go on and tries again');
      }
      if (!more && !stopping) await rest.rest(limits.idleSeconds);
    }
  }

  /** Gives back what is handed out. A server that is away is waited for, but not by who is stopping: its claims end by themselves. */
  async function giveBack(): Promise<void> {
    for (;;) {
      try {
        await store.releaseClaims();
        return;
      } catch (error) {
        log.error({ error }, 'the store does not answer');
        if (stopping) return;
        await rest.rest(limits.idleSeconds);
      }
    }
  }

  const worker: Worker = {
    async run() {
      await giveBack();
      running = Promise.all(
        workStages.filter((stage) => stages.has(stage)).map((stage) => repeat(stage, loops[stage])),
      );
      await running;
      await rest.settled();
      // What was handed out and not begun goes back, so that the next start takes it in order.
      await giveBack();
    },
    async drain() {
      const tally = { done: 0, failed: 0 };
      const work = (async () => {
        await store.releaseClaims();
        for (let more = await outage.mayGoOn(); more && !stopping; ) {
          const read = await reading.readSome(isStopping);
          const placed = await placing.placeSome(mayNotPlace);
          tally.done += placed.done;
          tally.failed += read.failed + placed.failed;
          more = read.done + read.failed + placed.done + placed.failed > 0;
        }
      })().catch((thrown: unknown) => {
        // Whoever waits for the end is told that there is none; what was in hand is given back by the next that goes on.
        outage.met(thrown);
        throw thrown;
      });
      running = work;
      await work;
      return tally;
    },
    async sendAll() {
      while (!stopping && (await sendSome()));
    },
    paused: outage.current,
    counts: notes.counts,
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
  sweeps: boolean,
): Promise<{ pages: number; files: number }> {
  const left = new Set<string>();
  let pages = 0;
  const took = (gone: { readonly pages: number; readonly files: readonly StoredAt[] }) => {
    pages += gone.pages;
    for (const { file } of gone.files) left.add(file);
  };
  took(await store.purgeRemoved(daysBefore(now, limits.undoDays)));
  if (limits.keepDays !== null) took(await store.prune(daysBefore(now, limits.keepDays)));
  if (limits.keepBytesMax !== null) {
    const before = await store.receivedToKeep(limits.keepBytesMax);
    if (before !== null) took(await store.prune(before));
  }
  if (left.size === 0 && !sweeps) return { pages, files: 0 };
  const inUse = (files: readonly string[]) => store.filesInUse(files);
  return { pages, files: (await archive.deleteUnused(inUse, sweeps ? undefined : [...left])).length };
}

function daysBefore(now: Instant, days: number): Instant {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}
