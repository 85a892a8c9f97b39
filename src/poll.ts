import { asFailure, Failure, failureRecord } from './failures.ts';
import type { Fetched, Fetcher } from './fetch/fetch.ts';
import { fetchPage } from './fetch/page.ts';
import { decode } from './formats/decode.ts';
import type { Instant, Problem, Source, SourceHealth, SourceKind } from './records.ts';
import { discoverSources, type FoundSource } from './sources/discover.ts';
import { nextHealth, type PollOutcome } from './sources/schedule.ts';
import { type Listing, readSource } from './sources/source.ts';
import type { FetchRequest, PollNote } from './store/store.ts';
import type { WorkerPorts } from './worker.ts';

/**
 * Asks one source what is new: fetches its list (and the parts that the list names), reads it, and gives the pages it points to.
 * Never throws: a failure is in the answer. What of it is new only the store can say, so the health comes from `healthAfter`.
 */
export async function pollSource(source: Source, fetcher: Fetcher, now: Instant): Promise<Polled> {
  const started = performance.now();
  const problems: Problem[] = [];
  const finish = (answer: Pick<Polled, 'requests' | 'listing' | 'fetched' | 'failure'>): Polled => ({
    ...answer,
    problems,
    milliseconds: Math.round(performance.now() - started),
  });
  try {
    const { etag, lastModified } = source.health;
    const fetched = await fetcher.get(source.address, { etag, lastModified, accept: accepts[source.kind] });
    if (fetched.unchanged) return finish({ requests: [], listing: null, fetched, failure: null });
    const first = read(source.kind, fetched, now, problems);
    if (first instanceof Failure) return finish({ requests: [], listing: null, fetched, failure: first });
    const listing = await withParts(first, source, fetcher, now, problems);
    if (listing instanceof Failure) return finish({ requests: [], listing: null, fetched, failure: listing });
    const requests = listing.items.map(({ url, hint }) => ({ url, hint, sourceId: source.id, due: now }));
    return finish({ requests, listing, fetched, failure: null });
  } catch (thrown) {
    return finish({ requests: [], listing: null, fetched: null, failure: asFailure(thrown) });
  }
}

export interface Polled {
  readonly requests: readonly FetchRequest[];
  /** Null when it did not change or failed. */
  readonly listing: Listing | null;
  readonly fetched: Fetched | null;
  readonly failure: Failure | null;
  readonly problems: readonly Problem[];
  readonly milliseconds: number;
}

/** Health and history note of a source after a poll, once the store has said how many of the pages were new. */
export function healthAfter(
  source: Source,
  polled: Polled,
  fresh: number,
  now: Instant,
): { health: SourceHealth; note: PollNote } {
  const outcome = outcomeOf(polled, fresh);
  const note: PollNote = {
    at: now,
    outcome: outcome.kind === 'failed' ? 'failed' : fresh > 0 ? 'new' : 'unchanged',
    found: fresh,
    milliseconds: polled.milliseconds,
    failure: polled.failure === null ? null : failureRecord(polled.failure, now),
  };
  return { health: nextHealth(source.health, outcome, now, source.id), note };
}

function outcomeOf({ failure, fetched, listing }: Polled, fresh: number): PollOutcome {
  if (failure !== null) return { kind: 'failed', failure };
  if (fetched === null || fetched.unchanged || listing === null) return { kind: 'unchanged' };
  const { etag, lastModified } = fetched;
  // An index answers "not changed" only when its own bytes did not change; its parts may have.
  const validators = listing.format === 'sitemap-index' ? { etag: null, lastModified: null } : { etag, lastModified };
  return { kind: 'read', fresh, ...validators, freshSeconds: listing.freshSeconds ?? fetched.freshSeconds };
}

/** How the worker reaches sources and pages through one HTTP client. */
export function fetchPorts(fetcher: Fetcher, now: () => Instant): Required<Pick<WorkerPorts, 'poll' | 'fetchPage'>> {
  return {
    async poll(source) {
      const polled = await pollSource(source, fetcher, now());
      if (polled.failure?.code === 'stopping') return null;
      return { requests: polled.requests, settle: (fresh) => healthAfter(source, polled, fresh, now()) };
    },
    fetchPage: ({ url }) => fetchPage(url, fetcher),
  };
}

/** Looks at an address for a person: what it can be followed by, and the newest titles found there. Stores nothing. */
export async function lookAt(address: string, fetcher: Fetcher, now: Instant): Promise<LookedAt> {
  const found = await findSources(address, fetcher, now);
  const feeds: LookedAt['feeds'][number][] = [];
  for (const { address: at, kind, title } of found.slice(0, LOOKED_AT_MAX)) {
    if (kind === 'import') continue;
    const fetched = await fetcher.get(at, { accept: accepts[kind] }).catch(asFailure);
    const listing = fetched instanceof Failure ? fetched : read(kind, fetched, now, []);
    // What cannot be read now is shown without titles: the person may know better.
    const items = listing instanceof Failure ? [] : listing.items;
    const newest = items.map(({ url, hint }) => hint.title ?? url).slice(0, NEWEST_MAX);
    const named = listing instanceof Failure ? null : listing.title;
    feeds.push({ address: at, kind, title: title ?? named, newest });
  }
  return { address, feeds };
}

export interface LookedAt {
  readonly address: string;
  readonly feeds: readonly {
    readonly address: string;
    readonly kind: Exclude<SourceKind, 'import'>;
    readonly title: string | null;
    readonly newest: readonly string[];
  }[];
}

const LOOKED_AT_MAX = 6;
const NEWEST_MAX = 5;

/** What an address that a person gave can be followed by: itself when it is a feed or sitemap, else what its page names. */
export async function findSources(written: string, fetcher: Fetcher, now: Instant): Promise<readonly FoundSource[]> {
  // People write "news.example"; who means plain http writes it.
  const address = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
  const fetched = await fetcher.get(address);
  const listing = read('feed', fetched, now, []);
  if (!(listing instanceof Failure)) {
    const kind: SourceKind = listing.format.startsWith('sitemap') ? 'sitemap' : 'feed';
    return [{ address: fetched.movedTo ?? address, kind, title: listing.title, from: 'declared' }];
  }
  if (listing.code !== 'source-is-web-page') throw listing;
  const { text } = decode(fetched.content, fetched.contentType).value;
  const found = discoverSources(text, fetched.finalUrl);
  const named = found.filter(({ from }) => from === 'declared');
  // Guesses cost requests, so they are tried only when the page names nothing, and only until one answers.
  if (named.length > 0) return [...named, ...found.filter(({ from }) => from === 'linked')];
  const maps = (await fetcher.sitemaps(fetched.finalUrl)).filter((map) => /news/i.test(map));
  const fromRobots = maps.map((map): FoundSource => ({ address: map, kind: 'sitemap', title: null, from: 'declared' }));
  for (const guess of [...fromRobots, ...found].slice(0, GUESSES_MAX)) {
    const answer = await fetcher.get(guess.address).catch(asFailure);
    if (answer instanceof Failure) continue;
    const guessed = read(guess.kind, answer, now, []);
    if (!(guessed instanceof Failure)) return [{ ...guess, title: guessed.title ?? guess.title }];
  }
  return [{ address: fetched.finalUrl, kind: 'listing', title: null, from: 'guessed' }];
}

/** Requests spent on looking for a feed that a page does not name. */
const GUESSES_MAX = 12;
/** Lists fetched in one poll of a sitemap index. */
const PARTS_MAX = 6;

const accepts: Readonly<Record<SourceKind, string | undefined>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.3',
  sitemap: 'application/xml, text/xml, application/gzip;q=0.9, */*;q=0.3',
  listing: undefined,
  import: undefined,
};

function read(kind: SourceKind, fetched: Fetched, now: Instant, problems: Problem[]): Listing | Failure {
  const { finalUrl, content, contentType } = fetched;
  const result = readSource(kind, { address: finalUrl, content, contentType, received: now });
  problems.push(...result.problems);
  return result.value;
}

/** Follows an index to its newest parts. One part that fails is a problem and the others are read; all failing is a failure. */
async function withParts(
  first: Listing,
  source: Source,
  fetcher: Fetcher,
  now: Instant,
  problems: Problem[],
): Promise<Listing | Failure> {
  const items = new Map(first.items.map((item) => [item.url, item]));
  const queue = [...first.more];
  const seen = new Set([source.address]);
  let lastFailure: Failure | null = null;
  let answered = queue.length === 0;
  for (let part = 0; part < PARTS_MAX && queue.length > 0; ) {
    const address = queue.shift()!;
    if (seen.has(address)) continue;
    seen.add(address);
    part++;
    const fetched = await fetcher.get(address, { accept: accepts.sitemap }).catch(asFailure);
    const listing = fetched instanceof Failure ? fetched : read('sitemap', fetched, now, problems);
    if (listing instanceof Failure) {
      problems.push({ step: 'poll', what: listing.message });
      lastFailure = listing;
      continue;
    }
    answered = true;
    for (const item of listing.items) if (!items.has(item.url)) items.set(item.url, item);
    queue.push(...listing.more);
  }
  return lastFailure !== null && !answered ? lastFailure : { ...first, items: [...items.values()] };
}
