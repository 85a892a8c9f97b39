import { asFailure, type Failure, failureRecord, isOutage } from '../failures.ts';
import type { FailureRecord, Instant } from '../records.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';

/**
 * Pauses all work while nothing can be stored, and gives back what was in hand with its try: a full disk or a server that went
 * away is no fault of the page that met it. Every so often it is tried whether work can go on; nobody has to say so.
 */
export function createOutage({ store, archive, now, outageSeconds, log, tell }: OutageOptions): Outage {
  const pages = new Set<string>();
  const fetches = new Set<string>();
  let current: FailureRecord | null = null;
  let tryAgain = Number.NEGATIVE_INFINITY;
  let trying: Promise<boolean> | null = null;

  function begin(failure: Failure): void {
    tryAgain = Date.parse(now()) + outageSeconds * 1000;
    const isKnown = current?.code === failure.code;
    if (!isKnown) current = failureRecord(failure, now());
    // Where the database is away there is nowhere to say so.
    if (failure.code !== 'database-away') tell(current);
    if (isKnown) return;
    log.error({ code: failure.code, advice: failure.advice }, `work pauses: ${failure.message}`);
  }

  /** What was in hand goes back: with that, something was stored again. */
  async function tryToGoOn(): Promise<boolean> {
    try {
      await archive.check();
      await store.giveBack([...pages], [...fetches]);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (!isOutage(failure)) throw thrown;
      begin(failure);
      return false;
    }
    pages.clear();
    fetches.clear();
    if (current !== null) {
      log.info({ code: current.code, since: current.at }, 'work goes on');
      tell(null);
    }
    current = null;
    return true;
  }

  return {
    async holding(ids, work) {
      for (const id of ids) pages.add(id);
      try {
        const value = await work();
        for (const id of ids) pages.delete(id);
        return value;
      } catch (thrown) {
        if (!isOutage(asFailure(thrown))) for (const id of ids) pages.delete(id);
        throw thrown;
      }
    },
    finished: (id) => pages.delete(id),
    met(thrown, fetchId) {
      const failure = asFailure(thrown);
      if (!isOutage(failure)) return false;
      if (fetchId !== undefined) fetches.add(fetchId);
      begin(failure);
      return true;
    },
    async mayGoOn() {
      if (current === null) return true;
      const wait = tryAgain - Date.parse(now());
      // Longer than was ever to be waited: the clock was put back.
      if (wait > 0 && wait <= outageSeconds * 1000) return false;
      // Several loops ask at once.
      trying ??= tryToGoOn().finally(() => {
        trying = null;
      });
      return trying;
    },
    current: () => current,
  };
}

export interface Outage {
  /** Works on pages that were handed out; those not finished when nothing can be stored any more are given back later. */
  holding<T>(pageIds: readonly string[], work: () => Promise<T>): Promise<T>;
  /** One of them is stored, as done or as failed. */
  finished(pageId: string): void;
  /** Whether a failure was one of the place where all is stored: then work pauses, and a fetch in hand is given back later. */
  met(thrown: unknown, fetchId?: string): boolean;
  /** False while work has to rest. */
  mayGoOn(): Promise<boolean>;
  /** Why work rests, and since when; null while it does not. */
  current(): FailureRecord | null;
}

export interface OutageOptions {
  readonly store: Pick<Store, 'giveBack'>;
  readonly archive: Pick<PageArchive, 'check'>;
  readonly now: () => Instant;
  /** After so long it is tried whether work can go on. */
  readonly outageSeconds: number;
  readonly log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Told why work rests, each time that it is met, and null when it goes on. */
  readonly tell: (outage: FailureRecord | null) => void;
}

/**
 * Where a process that rests says so, for a desk in another. Where nothing can be stored this cannot be either; but then the
 * desk meets the same.
 */
export async function tellOutage(store: Store, outage: FailureRecord | null, seen: Instant): Promise<void> {
  try {
    await store.setSetting(OUTAGE_SETTING, outage === null ? null : JSON.stringify({ ...outage, seen }));
  } catch (thrown) {
    if (!isOutage(asFailure(thrown))) throw thrown;
  }
}

/** What a process said of its rest a moment ago; null when none did. One that was killed meanwhile says nothing any more. */
export async function toldOutage(store: Store, now: Instant): Promise<FailureRecord | null> {
  const told = await store.getSetting(OUTAGE_SETTING);
  if (told === null) return null;
  const { seen, ...outage } = JSON.parse(told) as FailureRecord & { seen: Instant };
  return Math.abs(Date.parse(now) - Date.parse(seen)) < toldSeconds * 1000 ? outage : null;
}

const OUTAGE_SETTING = 'worker.outage';
/** Some times the wait between two tries (`outageSeconds`). */
const toldSeconds = 60;
