import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, request as send } from 'undici';
import { asFailure, Failure } from '../failures.ts';
import { shortAddress } from '../formats/address.ts';
import { inflateBody } from '../formats/inflate.ts';
import { discard, readBounded, retryAfterSeconds, tooLarge } from './body.ts';
import { guardedConnector } from './connect.ts';
import { connectionFailure, statusFailure } from './endings.ts';
import { createGuard, type Guard } from './guard.ts';
import { createPace, type PaceOptions } from './pace.ts';
import { createRobots } from './robots.ts';

/**
 * The one HTTP client. `get` asks one address and follows its redirects; each hop passes the guard, robots.txt and the pace of
 * its host again. Every way it can end is a page, "not changed", or a `Failure` with a code, a sentence and advice.
 */
export function createFetcher(options: FetchOptions = {}): Fetcher {
  const limits: FetchLimits = { ...fetchLimits, ...options.limits };
  const userAgent = options.userAgent ?? USER_AGENT;
  const guard = createGuard({ allowHosts: options.allowHosts });
  const pace = createPace(limits);
  const agent = new Agent({
    connect: guardedConnector(guard, options.lookup ?? systemLookup, limits),
    headersTimeout: limits.idleSeconds * 1000,
    bodyTimeout: limits.idleSeconds * 1000,
    maxHeaderSize: limits.headerBytesMax,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    connections: limits.perHostMax,
    pipelining: 1,
  });
  const ending = new AbortController();
  const tools: Tools = { limits, userAgent, guard, agent };

  /** One hop in its host's turn; the turn ends when the body is whole. */
  const hop = async (address: string, asked: GetOptions, signal: AbortSignal, crawlDelay: number): Promise<Answer> => {
    const host = new URL(address).host;
    const end = await pace.turn(host, crawlDelay);
    try {
      return await ask(address, asked, signal, tools);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.retryAfterSeconds !== null && failure.code !== 'host-on-hold') {
        pace.hold(host, Math.min(failure.retryAfterSeconds, limits.holdSecondsMax) * 1000);
      }
      throw failure;
    } finally {
      end();
    }
  };

  const follow = async (address: string, asked: GetOptions, checkRobots: boolean): Promise<Fetched> => {
    const longest = limits.totalSeconds * 1000 + limits.waitMillisecondsMax * 1.5;
    const signal = AbortSignal.any([AbortSignal.timeout(longest), ending.signal]);
    const redirects: string[] = [];
    let permanent = true;
    let movedTo: string | null = null;
    for (let at = address; ; ) {
      if (ending.signal.aborted) throw stopping();
      guard.checkUrl(at);
      const crawlDelay = checkRobots && options.robots !== false ? await robots.check(at) : 0;
      const answer = await hop(at, asked, signal, crawlDelay);
      if (answer.redirect === null) return { ...answer.page, url: address, redirects, movedTo };
      redirects.push(answer.redirect.to);
      permanent &&= answer.redirect.permanent;
      if (permanent) movedTo = answer.redirect.to;
      checkRedirects(address, redirects, limits.redirectsMax);
      at = answer.redirect.to;
    }
  };

  // A robots.txt is itself fetched, without asking robots.txt about it.
  const robots = createRobots({
    userAgent,
    get: (address) => follow(address, { bytesMax: limits.robotsBytesMax }, false),
  });

  return {
    get: (address, asked = {}) => follow(address, asked, true),
    sitemaps: (address) => robots.sitemaps(guard.checkUrl(address).href),
    async close() {
      ending.abort(stopping());
      pace.end(stopping());
      await agent.destroy();
    },
  };
}

export interface FetchOptions {
  /** Names this client in requests and in robots.txt; should say where to ask about it. */
  readonly userAgent?: string;
  readonly allowHosts?: readonly string[];
  /** False asks no robots.txt. */
  readonly robots?: boolean;
  readonly limits?: Partial<FetchLimits>;
  /** Looks names up; the system's by default. */
  readonly lookup?: LookupFunction;
}

export interface FetchLimits extends PaceOptions {
  readonly bodyBytesMax: number;
  readonly inflatedBytesMax: number;
  readonly headerBytesMax: number;
  readonly robotsBytesMax: number;
  readonly connectSeconds: number;
  /** Longest silence in the middle of an answer. */
  readonly idleSeconds: number;
  /** Longest time for one request from its turn to its last byte. */
  readonly totalSeconds: number;
  readonly redirectsMax: number;
  /** Longest time a host is left alone because it said so. */
  readonly holdSecondsMax: number;
}

const fetchLimits: FetchLimits = {
  bodyBytesMax: 16 * 1024 * 1024,
  inflatedBytesMax: 48 * 1024 * 1024,
  headerBytesMax: 32 * 1024,
  // RFC 9309 asks for at least 500 KiB.
  robotsBytesMax: 512 * 1024,
  connectSeconds: 10,
  idleSeconds: 20,
  totalSeconds: 60,
  redirectsMax: 8,
  holdSecondsMax: 6 * 3600,
  perHostMax: 2,
  delayMilliseconds: 1_000,
  delayMillisecondsMax: 60_000,
  waitMillisecondsMax: 120_000,
};

export interface Fetcher {
  get(address: string, options?: GetOptions): Promise<Fetched>;
  /** Sitemaps that the site names in its robots.txt. */
  sitemaps(address: string): Promise<readonly string[]>;
  /** Breaks off what is under way: it fails as `stopping`, which says nothing about the other side. */
  close(): Promise<void>;
}

export interface GetOptions {
  /** Validators of the last answer: the server may then say "not changed". */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept?: string;
  /** Smaller limit for this body, in bytes unpacked. */
  readonly bytesMax?: number;
}

/** What came back. `content` is unpacked but otherwise as received. */
export interface Fetched {
  /** The address asked for. */
  readonly url: string;
  /** The address that answered. */
  readonly finalUrl: string;
  /** 200 to 299, or 304 for "not changed". */
  readonly status: number;
  readonly unchanged: boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly contentType: string | null;
  readonly content: Uint8Array;
  readonly wireBytes: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds for which the server says that the answer stays fresh (Cache-Control); null when it does not. */
  readonly freshSeconds: number | null;
  readonly received: string;
  readonly redirects: readonly string[];
  /** Where the source lives now, when every redirect to there was a permanent one. */
  readonly movedTo: string | null;
}

/** Default name; the address says what it is to whoever reads a server's log. */
const USER_AGENT = 'Watchfloor/0.1 (self-hosted news reader; respects robots.txt as "watchfloor")';

const ACCEPT =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';

interface Tools {
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly guard: Guard;
  readonly agent: Agent;
}

type Answer =
  | { readonly redirect: null; readonly page: Omit<Fetched, 'url' | 'redirects' | 'movedTo'> }
  | { readonly redirect: { readonly to: string; readonly permanent: boolean } };

/** One request and its answer, without following. */
async function ask(address: string, asked: GetOptions, outer: AbortSignal, tools: Tools): Promise<Answer> {
  const { limits, agent } = tools;
  const host = new URL(address).host;
  const signal = AbortSignal.any([outer, AbortSignal.timeout(limits.totalSeconds * 1000)]);
  try {
    const response = await send(address, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': tools.userAgent,
        accept: asked.accept ?? ACCEPT,
        'accept-encoding': 'gzip, deflate, br, zstd',
        ...(asked.etag ? { 'if-none-match': asked.etag } : {}),
        ...(asked.lastModified ? { 'if-modified-since': asked.lastModified } : {}),
      },
    });
    const { statusCode: status, body } = response;
    const headers = headerPairs(response.headers);
    const header = (name: string) => headers.find(([key]) => key === name)?.[1] ?? null;
    const refuse = (failure: Failure): never => {
      discard(body);
      throw failure;
    };
    const location = header('location');
    if (isRedirect(status) && location !== null) {
      discard(body);
      const to = URL.canParse(location, address) ? new URL(location, address).href : null;
      if (to === null) throw redirectMalformed(address, location);
      return { redirect: { to, permanent: status === 301 || status === 308 } };
    }
    if (status !== 304 && (status < 200 || status > 299)) {
      return refuse(statusFailure(status, address, retryAfterSeconds(header('retry-after'), status)));
    }
    const declared = Number(header('content-length') ?? 0);
    if (declared > limits.bodyBytesMax) return refuse(tooLarge(address, limits.bodyBytesMax));
    const wire = await readBounded(body, address, limits.bodyBytesMax);
    const inflatedBytesMax = Math.min(asked.bytesMax ?? Number.POSITIVE_INFINITY, limits.inflatedBytesMax);
    const content = await inflateBody(wire, header('content-encoding'), inflatedBytesMax);
    if (content.length > inflatedBytesMax) throw tooLarge(address, inflatedBytesMax);
    return {
      redirect: null,
      page: {
        finalUrl: address,
        status,
        unchanged: status === 304,
        headers,
        contentType: header('content-type'),
        content,
        wireBytes: wire.length,
        etag: header('etag'),
        lastModified: header('last-modified'),
        freshSeconds: freshSeconds(header('cache-control')),
        received: new Date().toISOString(),
      },
    };
  } catch (thrown) {
    throw connectionFailure(thrown, host, limits) ?? thrown;
  }
}

function headerPairs(headers: Record<string, string | string[] | undefined>): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) pairs.push([name, one]);
  }
  return pairs;
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function freshSeconds(cacheControl: string | null): number | null {
  const seconds = /(?:^|[\s,])max-age\s{0,9}=\s{0,9}"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds);
}

function checkRedirects(address: string, redirects: readonly string[], redirectsMax: number): void {
  const seen = new Set([address, ...redirects]);
  const loops = seen.size <= redirects.length;
  if (!loops && redirects.length <= redirectsMax) return;
  const what = loops ? 'redirects in a circle' : `redirects more than ${redirectsMax} times`;
  throw new Failure(loops ? 'redirect-loop' : 'redirects-too-many', `${shortAddress(address)} ${what}`, {
    retry: 'later',
    advice: 'The site may want cookies or a consent click. Look at the address in a browser; a feed may work better.',
  });
}

function stopping(): Failure {
  return new Failure('stopping', 'the request was broken off because Watchfloor stops', {
    retry: 'later',
    advice: 'Nothing to do: it is asked again after the next start.',
  });
}

function redirectMalformed(address: string, location: string): Failure {
  return new Failure(
    'redirect-malformed',
    `${shortAddress(address)} redirects to "${location.slice(0, 100)}", which is no address`,
    {
      retry: 'later',
      advice: 'The server is set up wrongly. Look at the address in a browser and give the one that it ends at.',
    },
  );
}
