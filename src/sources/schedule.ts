import { type Failure, failureRecord } from '../failures.ts';
import type { FailureRecord, Instant, Source, SourceHealth, SourceKind } from '../records.ts';
import { recordId } from '../text/hash.ts';

/**
 * What a poll means for a source: its state with since when and why, and when to ask again. New items bring the interval down
 * towards the pace at which they come, polls without any let it grow, failures let it double. Pure: the same health, outcome
 * and time give the same health.
 *
 * @param seed anything that differs between sources: spreads their polls, so that a thousand do not fall due in one second
 */
export function nextHealth(health: SourceHealth, outcome: PollOutcome, now: Instant, seed: string): SourceHealth {
  const next = outcome.kind === 'failed' ? afterFailure(health, outcome, now) : afterAnswer(health, outcome, now);
  const wait = Math.max(next.waitSeconds, INTERVAL_SECONDS_MIN) * (1 + JITTER_SHARE * spread(seed, now));
  return { ...next.health, lastTried: now, nextDue: later(now, wait) };
}

/** A source as it is when a person or a list adds it: due at once, unless it is an import, which no one asks again. */
export function newSource(
  address: string,
  kind: SourceKind,
  known: { readonly title?: string | null; readonly owner?: string | null },
  now: Instant,
): Source {
  const health = newHealth(now);
  return {
    id: recordId('source', address),
    kind,
    address,
    title: known.title ?? null,
    owner: known.owner ?? null,
    added: now,
    paused: false,
    health: kind === 'import' ? { ...health, nextDue: null } : health,
  };
}

/** Health of a source that was just added: due at once. */
export function newHealth(now: Instant): SourceHealth {
  return {
    state: 'new',
    since: now,
    lastTried: null,
    lastGood: null,
    lastItem: null,
    nextDue: now,
    intervalSeconds: INTERVAL_SECONDS_FIRST,
    usualGapSeconds: null,
    failuresInRow: 0,
    failure: null,
    etag: null,
    lastModified: null,
  };
}

export type PollOutcome =
  | {
      /** It answered and could be read; `fresh` counts the items never seen before. */
      readonly kind: 'read';
      readonly fresh: number;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly freshSeconds: number | null;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: Failure };

const INTERVAL_SECONDS_FIRST = 1_800;
const INTERVAL_SECONDS_MIN = 300;
const INTERVAL_SECONDS_MAX = 6 * 3_600;
/** No source may ask to be left alone for longer than this by its own "fresh for". */
const FRESH_SECONDS_MAX = 3_600;
/** Longest wait after failures; the longest for those that no retry is likely to mend. */
const BACKOFF_SECONDS_MAX = 24 * 3_600;
const GONE_SECONDS = 7 * 24 * 3_600;
/** Longest wait that a Retry-After is kept to. */
const RETRY_AFTER_SECONDS_MAX = 7 * 24 * 3_600;
/** Share of the wait by which polls are spread, either way. */
const JITTER_SHARE = 0.1;
/** Silent means: nothing new for so many usual gaps, but not sooner or later than these. */
const SILENT_GAPS = 8;
const SILENT_SECONDS_MIN = 2 * 24 * 3_600;
const SILENT_SECONDS_MAX = 30 * 24 * 3_600;
/** For sources whose pace is not known yet. */
const SILENT_SECONDS_UNKNOWN = 14 * 24 * 3_600;
/** Weight of the newest gap in the usual one. */
const GAP_WEIGHT = 0.25;

interface Next {
  readonly health: SourceHealth;
  readonly waitSeconds: number;
}

function afterFailure(health: SourceHealth, { failure }: { failure: Failure }, now: Instant): Next {
  const failuresInRow = health.failuresInRow + 1;
  const backoff = Math.min(health.intervalSeconds * 2 ** Math.min(failuresInRow, 10), BACKOFF_SECONDS_MAX);
  // "Never" is meant for the request; the world changes, so the source is still asked now and then.
  const own = failure.retry === 'later' ? backoff : failure.code === 'status-410' ? GONE_SECONDS : BACKOFF_SECONDS_MAX;
  const asked = Math.min(failure.retryAfterSeconds ?? 0, RETRY_AFTER_SECONDS_MAX);
  return {
    // A wait that the host asked for is kept to, not doubled; it is no shorter than the usual interval.
    waitSeconds: asked > 0 ? Math.max(asked / (1 - JITTER_SHARE), health.intervalSeconds) : own,
    health: {
      ...health,
      state: 'failing',
      since: health.state === 'failing' ? health.since : now,
      failuresInRow,
      failure: failureRecord(failure, now),
    },
  };
}

function afterAnswer(health: SourceHealth, outcome: Exclude<PollOutcome, { kind: 'failed' }>, now: Instant): Next {
  const fresh = outcome.kind === 'read' ? outcome.fresh : 0;
  const gap = health.lastItem === null ? null : secondsBetween(health.lastItem, now);
  const usualGapSeconds =
    fresh > 0 ? usualGap(health.usualGapSeconds ?? null, gap, fresh) : (health.usualGapSeconds ?? null);
  // A poll that brings several new items came too late, one that brings none too early.
  const factor = fresh > 3 ? 0.5 : fresh > 0 ? 0.75 : 1.25;
  const intervalSeconds = Math.round(
    clamp(health.intervalSeconds * factor, INTERVAL_SECONDS_MIN, INTERVAL_SECONDS_MAX),
  );
  const lastItem = fresh > 0 ? now : health.lastItem;
  const quiet = lastItem === null ? secondsBetween(firstSeen(health, now), now) : secondsBetween(lastItem, now);
  const isSilent = fresh === 0 && quiet > silentAfter(usualGapSeconds);
  const state = isSilent ? 'silent' : 'good';
  const asked = outcome.kind === 'read' ? Math.min(outcome.freshSeconds ?? 0, FRESH_SECONDS_MAX) : 0;
  return {
    waitSeconds: Math.max(intervalSeconds, asked),
    health: {
      ...health,
      state,
      since: state === health.state ? health.since : isSilent ? (lastItem ?? firstSeen(health, now)) : now,
      lastGood: now,
      lastItem,
      intervalSeconds,
      usualGapSeconds,
      failuresInRow: 0,
      failure: isSilent ? silence(lastItem, usualGapSeconds, now) : null,
      // A 304 may leave its validators out: those we sent still hold.
      etag: outcome.kind === 'read' ? outcome.etag : health.etag,
      lastModified: outcome.kind === 'read' ? outcome.lastModified : health.lastModified,
    },
  };
}

function silence(lastItem: Instant | null, usualGapSeconds: number | null, now: Instant): FailureRecord {
  const since = lastItem === null ? 'nothing has come from it yet' : `nothing new since ${lastItem.slice(0, 10)}`;
  const pace = usualGapSeconds === null ? '' : `; before, something new came about every ${inWords(usualGapSeconds)}`;
  return {
    code: 'silent',
    what: `It answers, but ${since}${pace}`,
    advice: 'The outlet may have moved its feed. Look at its site, or leave it: it is still asked.',
    retry: 'later',
    at: now,
  };
}

/** The gap between items: several new in one poll came in parts of the gap. */
function usualGap(usual: number | null, gap: number | null, fresh: number): number | null {
  if (gap === null) return usual;
  const each = Math.max(60, gap / fresh);
  return Math.round(usual === null ? each : usual + (each - usual) * GAP_WEIGHT);
}

function silentAfter(usualGapSeconds: number | null): number {
  if (usualGapSeconds === null) return SILENT_SECONDS_UNKNOWN;
  return clamp(usualGapSeconds * SILENT_GAPS, SILENT_SECONDS_MIN, SILENT_SECONDS_MAX);
}

/** For a source that never gave an item: since when it has been asked. */
function firstSeen(health: SourceHealth, now: Instant): Instant {
  return health.state === 'new' || health.state === 'good' || health.state === 'silent'
    ? health.since
    : (health.lastGood ?? now);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

function later(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + Math.round(seconds) * 1000).toISOString();
}

function inWords(seconds: number): string {
  if (seconds < 5_400) return `${Math.max(1, Math.round(seconds / 60))} minutes`;
  return seconds < 129_600 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`;
}

/** A number from -1 to 1 made from a source and a time: chance that can be replayed (FNV-1a). */
function spread(seed: string, now: Instant): number {
  let hash = 0x811c9dc5;
  for (const character of seed + now) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash / 0x7fffffff - 1;
}
