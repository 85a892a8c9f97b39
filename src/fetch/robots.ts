import parser from 'robots-parser';
import { asFailure, Failure } from '../failures.ts';
import { shortAddress } from '../formats/address.ts';

/**
 * Asks each site's robots.txt before its pages (RFC 9309): kept for a day, a missing one allows all, an unreachable one forbids
 * until it can be read. `check` gives the crawl delay in milliseconds or throws `Failure`.
 */
export function createRobots(options: RobotsOptions): Robots {
  const now = options.now ?? Date.now;
  const sites = new Map<string, Site>();

  const rulesOf = (origin: string): Promise<Rules> => {
    const known = sites.get(origin);
    if (known !== undefined && known.until > now()) return known.rules;
    if (sites.size >= SITES_MAX) sites.delete(sites.keys().next().value!);
    sites.delete(origin);
    const site: Site = { until: now() + KEPT_MILLISECONDS, rules: readRules(`${origin}/robots.txt`, options) };
    sites.set(origin, site);
    // What could not be read is asked again sooner.
    site.rules.then((rules) => {
      if (rules.unreachable !== null) site.until = now() + UNREACHABLE_MILLISECONDS;
    });
    return site.rules;
  };

  return {
    async check(address) {
      const rules = await rulesOf(new URL(address).origin);
      if (rules.unreachable !== null) throw unreachable(address, rules.unreachable);
      if (rules.robot.isDisallowed(address, options.userAgent) === true) throw denied(address);
      const seconds = rules.robot.getCrawlDelay(options.userAgent) ?? 0;
      return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : 0;
    },
    async sitemaps(address) {
      const rules = await rulesOf(new URL(address).origin);
      return rules.robot.getSitemaps().slice(0, SITEMAPS_MAX);
    },
  };
}

export interface RobotsOptions {
  readonly userAgent: string;
  readonly get: (address: string) => Promise<{ readonly content: Uint8Array }>;
  readonly now?: () => number;
}

export interface Robots {
  check(address: string): Promise<number>;
  /** Sitemaps that the site names in its robots.txt. */
  sitemaps(address: string): Promise<readonly string[]>;
}

interface Site {
  until: number;
  readonly rules: Promise<Rules>;
}

interface Rules {
  readonly robot: Robot;
  /** Why robots.txt could not be read; null when it was, or when the site has none. */
  readonly unreachable: Failure | null;
}

const SITES_MAX = 5_000;
const SITEMAPS_MAX = 20;
const KEPT_MILLISECONDS = 24 * 3_600_000;
const UNREACHABLE_MILLISECONDS = 10 * 60_000;
/** Lines, wildcards and characters looked at in one file: the parser compares an address with each rule, star by star. */
const LINES_MAX = 5_000;
const WILDCARD_LINES_MAX = 500;
const LINE_CHARACTERS_MAX = 512;

interface Robot {
  isDisallowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
  getSitemaps(): string[];
}

/** The package is CommonJS under types that say it is not. */
const robotsParser = parser as unknown as (address: string, text: string) => Robot;

async function readRules(address: string, { get, userAgent }: RobotsOptions): Promise<Rules> {
  try {
    const { content } = await get(address);
    return { robot: robotsParser(address, boundedRules(content, userAgent)), unreachable: null };
  } catch (thrown) {
    const failure = asFailure(thrown);
    // RFC 9309 2.3.1.3: a 4xx means that there are no rules; 429 and all else that the site cannot be asked now.
    const none = /^status-4\d\d$/.test(failure.code) && failure.code !== 'status-429';
    const oversized = failure.code === 'body-too-large';
    return { robot: robotsParser(address, ''), unreachable: none || oversized ? null : failure };
  }
}

/** The lines that can matter to us. All other readers become one, so that a file cannot name thousands before each rule. */
function boundedRules(content: Uint8Array, userAgent: string): string {
  const own = userAgent.split('/', 1)[0].trim().toLowerCase();
  const kept: string[] = [];
  let wildcards = 0;
  for (const line of new TextDecoder().decode(content).split(/\r\n?|\n/, LINES_MAX)) {
    if (line.length > LINE_CHARACTERS_MAX) continue;
    const name = /^\s{0,20}user-agent\s{0,20}:\s{0,20}([^\s/#]{0,100})/i.exec(line)?.[1].toLowerCase();
    if (name !== undefined) {
      const reader = `User-agent: ${name === own || name === '*' ? name : 'another'}`;
      if (kept.at(-1) !== reader) kept.push(reader);
    } else if (!line.includes('*') || ++wildcards <= WILDCARD_LINES_MAX) {
      kept.push(line);
    }
  }
  return kept.join('\n');
}

function denied(address: string): Failure {
  return new Failure(
    'robots-denied',
    `the site asks automatic readers not to read ${shortAddress(address)} (robots.txt)`,
    {
      retry: 'never',
      advice: 'Look for a feed of the same outlet, or ask it for leave. Watchfloor keeps to robots.txt.',
    },
  );
}

function unreachable(address: string, cause: Failure): Failure {
  // An address that must not be asked is no matter of robots.txt: say what it is.
  if (cause.retry === 'never' || cause.retry === 'stop') return cause;
  return new Failure(
    'robots-unreachable',
    `${new URL(address).host}: its robots.txt could not be read (${cause.message})`,
    {
      retry: 'later',
      advice: 'Until it can be read nothing else is asked there. It is tried again.',
      cause,
      retryAfterSeconds: cause.retryAfterSeconds ?? undefined,
    },
  );
}
