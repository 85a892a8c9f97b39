import { randomBytes } from 'node:crypto';
import type { ApiKey, Instant, Role, Scope, Session, User } from '../records.ts';
import { roles } from '../records.ts';
import type { Store } from '../store/store.ts';
import { recordId, sha256 } from '../text/hash.ts';
import { cookiesOf } from './cookies.ts';

/** Who asks, and how that was told. On a desk without users there is nobody to tell apart. */
export interface Asking {
  /** False on a desk without users: whoever passes the door is its one person. */
  readonly people: boolean;
  /** Null where nobody is signed in, and on a desk without users. */
  readonly user: User | null;
  readonly session: Session | null;
  readonly key: ApiKey | null;
  /** What the key may do here: one in an address opens feeds alone. */
  readonly scopes: readonly Scope[];
  /** Address it comes from; '' where a test asks without one. */
  readonly client: string;
}

/** What a row of a table of routes asks of whoever comes. */
export interface Needs {
  /** The least role; `anyone` asks for nothing. */
  readonly needs: Role | 'anyone';
  /** The scope that lets a key in; absent: no key opens it. */
  readonly scope?: Scope;
}

/** What keeps somebody out of a row: 401 who is not known, 403 who may not; null when they may. */
export function barred({ needs, scope }: Needs, { people, user, key, scopes }: Asking): 401 | 403 | null {
  if (!people || needs === 'anyone') return null;
  if (user === null) return 401;
  if (key !== null && (scope === undefined || !scopes.includes(scope))) return 403;
  return mayAct(user, needs) ? null : 403;
}

/** True for who has the role, or one above it. */
export function mayAct({ role }: Pick<User, 'role'>, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** True where whoever asks may do what the role may: always on a desk without users. */
export function mayHere({ people, user }: Pick<Asking, 'people' | 'user'>, needed: Role): boolean {
  return !people || (user !== null && mayAct(user, needed));
}

/** How long sessions last. */
export interface SessionLimits {
  readonly idleHours: number;
  readonly days: number;
}

export const sessionLimits: SessionLimits = { idleHours: 72, days: 30 };

/** Tells who asks, by cookie or key. Asked again for a stream, it tells whether they may still listen. */
export interface Recognition {
  /** `touch`: note that it was used just now. Tokens and keys of 256 bits are not guessed, so guesses are not counted. */
  of(request: Request, client: string, now: Instant, touch: boolean): Promise<Asking>;
  /** Whether the user, session and key are still good. */
  still(asking: Asking, now: Instant): Promise<boolean>;
}

export function createRecognition(store: Store, limits: SessionLimits, secure: (request: Request) => boolean) {
  // Users are never removed: where there was one there always is.
  let people = false;
  const recognition: Recognition = {
    async of(request, client, now, touch) {
      people ||= await store.hasUsers();
      const nobody: Asking = { people, user: null, session: null, key: null, scopes: [], client };
      if (!people) return nobody;
      const given = keyIn(request);
      if (given !== null) {
        const found = await store.getApiKey(sha256(given.key));
        if (found === null || !isGoodKey(found.key, found.user, now)) return nobody;
        const { key, user } = found;
        if (touch && longAgo(key.used, now)) await store.touchApiKey(key.id, now);
        const scopes = given.inAddress ? key.scopes.filter((scope) => scope === 'feeds') : key.scopes;
        return { ...nobody, user, key, scopes };
      }
      const token = cookiesOf(request).get(cookieName('session', secure(request))) ?? '';
      if (!tokenShape.test(token)) return nobody;
      const found = await store.getSession(sha256(token));
      if (found === null || !isGoodSession(found.session, found.user, limits, now)) return nobody;
      const { session, user } = found;
      if (touch && longAgo(session.seen, now)) await store.touchSession(session.id, now);
      return { ...nobody, user, session };
    },
    async still({ people: then, session, key }, now) {
      if (!then) return !(await store.hasUsers());
      if (session !== null) {
        const found = await store.getSession(session.tokenHash);
        return found !== null && isGoodSession(found.session, found.user, limits, now);
      }
      if (key === null) return false;
      const found = await store.getApiKey(key.keyHash);
      return found !== null && isGoodKey(found.key, found.user, now);
    },
  };
  return recognition;
}

/** A new session with the token that opens it; only the cookie holds the token. */
export function newSession(
  user: User,
  made: { by: Session['by']; client: string; device: string; now: Instant; limits: SessionLimits },
): { session: Session; token: string } {
  const token = randomBytes(tokenBytes).toString('base64url');
  const { by, client, device, now, limits } = made;
  const session: Session = {
    id: recordId('session', sha256(token)),
    tokenHash: sha256(token),
    userId: user.id,
    made: now,
    seen: now,
    expires: new Date(Date.parse(now) + limits.days * dayMilliseconds).toISOString(),
    ended: null,
    by,
    client,
    device: sha256(device),
  };
  return { session, token };
}

/** A new key with what is shown of it once. */
export function newApiKey(
  user: User,
  asked: Pick<ApiKey, 'name' | 'scopes' | 'expires'> & { readonly only?: string | null },
  now: Instant,
): { record: ApiKey; key: string } {
  const key = `${keyStart}${randomBytes(tokenBytes).toString('base64url')}`;
  const keyHash = sha256(key);
  const record: ApiKey = {
    id: recordId('key', keyHash),
    keyHash,
    prefix: key.slice(0, keyStart.length + prefixCharacters),
    ...asked,
    userId: user.id,
    made: now,
    used: null,
    revoked: null,
  };
  return { record, key };
}

/** A token for the cookie that tells a browser that was here before. */
export function newDevice(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** True for what `newSession` and `newDevice` made: 256 bits. */
export function isToken(text: string): boolean {
  return tokenShape.test(text);
}

/** Of a session, of a browser, of a sign-in that waits for the provider. */
type SecretCookie = 'session' | 'device' | 'openid';

/** `__Host-` binds a cookie to this host alone, over https alone; a browser takes it only so. */
export function cookieName(kind: SecretCookie, secure: boolean): string {
  const name = kind === 'session' ? 'watchfloor' : `watchfloor-${kind}`;
  return secure ? `__Host-${name}` : name;
}

/** A cookie that no script reads and that no form of another site sends along; an empty value takes it back. */
export function secretCookie(kind: SecretCookie, value: string, seconds: number, secure: boolean): string {
  const age = value === '' ? 0 : seconds;
  return `${cookieName(kind, secure)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function isGoodSession(session: Session, user: User, { idleHours }: SessionLimits, now: Instant): boolean {
  const idle = Date.parse(now) - Date.parse(session.seen);
  return session.ended === null && session.expires > now && idle <= idleHours * 3_600_000 && user.disabled === null;
}

function isGoodKey({ revoked, expires }: ApiKey, { disabled }: User, now: Instant): boolean {
  return revoked === null && (expires === null || expires > now) && disabled === null;
}

/** Behind `Bearer`, or in the address of a feed or calendar: readers of those send no headers of ours. */
function keyIn(request: Request): { key: string; inAddress: boolean } | null {
  const [, bearer] = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (bearer !== undefined) return { key: bearer, inAddress: false };
  const url = new URL(request.url);
  const key = url.searchParams.get('key');
  return key?.startsWith(keyStart) ? { key, inAddress: true } : null;
}

/** To the minute: a write for every request would cost more than it tells. */
function longAgo(at: Instant | null, now: Instant): boolean {
  return at === null || Math.abs(Date.parse(now) - Date.parse(at)) >= 60_000;
}

const keyStart = 'wf_';
const prefixCharacters = 6;
const tokenBytes = 32;
const tokenShape = /^[A-Za-z0-9_-]{43}$/;
const dayMilliseconds = 86_400_000;
