import { createHash, timingSafeEqual } from 'node:crypto';
import { guessesByClient, networkOf } from './guesses.ts';

/** Who may ask what of this server. Plain values; `now` in milliseconds. */
export interface AccessRules {
  /** Further names under which a browser may ask for the desk without a password, behind a proxy of one's own. */
  readonly names: readonly string[];
  /** Password of the desk; null only on loopback. It opens a desk without users alone: a shared one would go round their roles. */
  readonly password: string | null;
}

/** Why a request is turned away; null lets it in. */
export interface Refusal {
  readonly status: 401 | 403 | 421 | 429;
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Gives why a request is turned away. `client` is the address it came from, '' when it came from none; `people` says that the
 * desk has users, who are asked for by their own names further in.
 */
type Door = (request: Request, nowMilliseconds: number, client?: string, people?: boolean) => Refusal | null;

/**
 * The door, in order: is the name asked for ours (DNS rebinding), is the password right, does the request come from our own
 * pages (CSRF). The desk listens on loopback unless a password is set or there are users; `listening.ts` refuses to start
 * otherwise.
 */
export function createDoor(rules: AccessRules): Door {
  const expected = rules.password === null ? null : digest(rules.password);
  const guesses = guessesByClient();
  return (request, now, client = '', people = false) => {
    // With a password or users, a rebound name has no credentials of ours, so any name may be used; without, only loopback names.
    const name = hostName(request.headers.get('host'));
    if (
      !people &&
      expected === null &&
      !isLoopback(name) &&
      !(name !== null && rules.names.includes(name.toLowerCase()))
    ) {
      return refusal(421, 'The desk answers only to its own address. Open it as http://127.0.0.1 or http://localhost.');
    }
    if (!people && expected !== null && !isProbe(request)) {
      const given = passwordIn(request.headers.get('authorization'));
      // Who guesses too often is not told whether a guess was right: a limit that lets the right one through limits nothing.
      if (given !== null && guesses.tooMany(networkOf(client), now)) {
        return refusal(429, 'Too many wrong passwords; wait a minute.', { 'retry-after': '60' });
      }
      if (given === null || !timingSafeEqual(digest(given), expected)) {
        if (given !== null) guesses.wrong(networkOf(client), now);
        return refusal(401, 'This desk needs its password.', {
          'www-authenticate': 'Basic realm="Watchfloor", charset="UTF-8"',
        });
      }
    }
    if (!['GET', 'HEAD'].includes(request.method) && !fromOurPages(request)) {
      return refusal(403, 'This request came from another site and was not carried out.');
    }
    if (isLoadedByAnother(request)) return refusal(403, 'Another site tried to load this; open it by a link instead.');
    return null;
  };
}

/** What an orchestrator asks has no password, and tells nothing but whether to start again or to wait. */
export function isProbe(request: Request): boolean {
  return ['GET', 'HEAD'].includes(request.method) && ['/healthz', '/readyz'].includes(new URL(request.url).pathname);
}

/** True when listening there is reachable from this machine alone. */
export function isLoopback(host: string | null): boolean {
  if (host === null) return false;
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || name === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}

/** Headers of every answer. No inline script or style, nothing from elsewhere, no framing by others. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-dns-prefetch-control': 'off',
};

/** Policy of a stored page: an origin of its own, no scripts, no network, framed by the reader alone. */
export const storedPagePolicy =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/**
 * True for what a page of another site loads into itself: scripts, pictures, frames, streams. A link from elsewhere may open
 * the desk; nothing else from elsewhere may make it work. Feed readers and calendars send no such headers.
 */
function isLoadedByAnother(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const mode = request.headers.get('sec-fetch-mode');
  if ((site !== 'cross-site' && site !== 'same-site') || mode === null) return false;
  return mode !== 'navigate' || (request.headers.get('sec-fetch-dest') ?? 'document') !== 'document';
}

/**
 * Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; a cross-site form cannot leave out both.
 * A request with neither is no browser's, so it has no credentials that somebody else could borrow.
 */
function fromOurPages(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}

function hostName(host: string | null): string | null {
  if (host === null) return null;
  return host.startsWith('[') ? host.replace(/\].*$/, ']') : host.replace(/:\d*$/, '');
}

/** The password of HTTP Basic; the user name may be anything. Bearer is taken too, for scripts. */
function passwordIn(header: string | null): string | null {
  if (header === null) return null;
  const [, scheme, value] = /^(basic|bearer) +(.+)$/i.exec(header) ?? [];
  if (scheme === undefined) return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function refusal(status: Refusal['status'], what: string, headers: Record<string, string> = {}): Refusal {
  return { status, what, headers };
}
