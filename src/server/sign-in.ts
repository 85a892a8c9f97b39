import { Failure } from '../failures.ts';
import type { Session, User } from '../records.ts';
import type { Store } from '../store/store.ts';
import { sha256 } from '../text/hash.ts';
import type { Html } from '../web/html.ts';
import { type SignInView, signInPage } from '../web/sign-in.ts';
import { cookieName, isToken, newDevice, newSession, type SessionLimits, secretCookie } from './asking.ts';
import { cookiesOf } from './cookies.ts';
import { bareDesk } from './desk.ts';
import { type Guesses, guessesByClient, guessesByName, networkOf } from './guesses.ts';
import type { OpenIdDoor } from './openid.ts';
import {
  createPasswordChecks,
  hashPassword,
  type PasswordChecks,
  type PasswordCost,
  passwordCost,
} from './passwords.ts';
import type { DeskRequest, Redirect } from './route.ts';
import { folding } from './users.ts';

/** What the sign-in of one server keeps between requests. */
export interface SignIn {
  readonly limits: SessionLimits;
  readonly cost: PasswordCost;
  readonly checks: PasswordChecks;
  readonly byClient: Guesses;
  readonly byName: Guesses;
  /** Whether people reach the desk over https: its cookies then go nowhere else. */
  secure(request: Request): boolean;
  /** Null on a desk without a provider. */
  readonly openId: OpenIdDoor | null;
}

export function createSignIn(
  limits: SessionLimits,
  secure: (request: Request) => boolean,
  cost: PasswordCost = passwordCost,
  openId: OpenIdDoor | null = null,
): SignIn {
  return {
    limits,
    cost,
    checks: createPasswordChecks(cost),
    byClient: guessesByClient(),
    byName: guessesByName(),
    secure,
    openId,
  };
}

/** GET `/sign-in?next=`. */
export function signInForm(request: DeskRequest): Html | Redirect {
  const { people, user } = request.tools.asking;
  const next = request.query('next') ?? '/';
  return !people || user !== null ? { to: next } : signInWith(request, next, null);
}

/** The page that asks who it is, wherever somebody came without telling. */
export function signInWith(
  { raw, own }: Pick<DeskRequest, 'raw' | 'own'>,
  next: string,
  fault: SignInView['fault'],
  name = '',
): Html {
  return signInPage(bareDesk(raw), {
    next: next.slice(0, nextCharactersMax),
    fault,
    name,
    provider: own.signIn.openId?.name ?? null,
  });
}

/** The same, for who came from the provider in vain. */
export function turnedAway(request: DeskRequest, next: string, fault: SignInView['fault'], status: number): Response {
  return page(signInWith(request, next, fault), status, {});
}

/** POST `/sign-in`: `name`, `password`, and where to go then. A wrong name and a wrong password are told apart by nothing. */
export async function signIn(request: DeskRequest): Promise<Redirect | Response> {
  const form = await request.form();
  const { tools, own } = request;
  const { asking, now } = tools;
  if (!asking.people) return { to: '/' };
  const next = form.text('next') || '/';
  const [name, password] = [form.text('name'), form.secret('password')];
  const signInName = folding(name).slice(0, nextCharactersMax);
  const at = Date.parse(now());
  const { byClient, byName, checks } = own.signIn;
  const user = signInName === '' ? null : await tools.whole.findUser({ signInName });
  const device = await knownDevice(user, request);
  const known = device !== null;
  // Who guesses too often is not told whether a guess was right. A browser that its user was signed in with before is counted by
  // itself: strangers, all together or behind the same proxy, do not shut it out.
  const counted = device === null ? networkOf(asking.client) : `device ${device}`;
  if (byClient.tooMany(counted, at) || (!known && byName.tooMany(signInName, at))) {
    await own.auditing.signIn(asking, whoIs(user), null, { outcome: 'refused', detail: 'too many wrong passwords' });
    return page(signInWith(request, next, 'tooMany', name), 429, { 'retry-after': '60' });
  }
  let right: boolean;
  try {
    right = await checks.verify(password, user?.password ?? null, known);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'busy') throw error;
    return page(signInWith(request, next, 'busy', name), 503, { 'retry-after': '10' });
  }
  // A check takes a while, in which the password may have been changed to shut somebody out.
  const still = user === null ? null : await tools.whole.getUser(user.id);
  right &&= still?.password?.salt === user?.password?.salt;
  if (!right || still === null || still.disabled !== null) {
    byClient.wrong(counted, at);
    if (!known) byName.wrong(signInName, at);
    // The name as typed is not written down: people type passwords there.
    const detail = user === null ? 'unknown name' : right ? 'disabled' : 'wrong password';
    await own.auditing.signIn(asking, whoIs(user), null, { outcome: 'refused', detail });
    return page(signInWith(request, next, 'wrong', name), 401, { 'www-authenticate': bearer });
  }
  const renewed = await renewHash(still, password, tools.whole, own.signIn.cost);
  return { to: next, cookies: await openSession(request, renewed, 'password') };
}

/**
 * Signs somebody in who has proved who they are, and gives the cookies for it: a token made now, whatever the browser brought
 * along, and the session it brought along ends.
 */
export async function openSession(
  request: Pick<DeskRequest, 'raw' | 'tools' | 'own'>,
  user: User,
  by: Session['by'],
): Promise<string[]> {
  const { raw, tools, own } = request;
  const { asking, whole } = tools;
  const now = tools.now();
  const { limits, secure } = own.signIn;
  if (asking.session !== null) await whole.endSession(asking.session.id, now);
  // One that this user was not signed in with before may have been planted by somebody who wants to be known by it.
  const known = (await knownDevice(user, request)) !== null;
  const device = (known ? deviceOf(raw, secure(raw)) : null) ?? newDevice();
  const { session, token } = newSession(user, { by, client: asking.client, device, now, limits });
  await whole.addSession(session);
  // Who changes a password or shuts a user out ends the sessions there are: one that was being opened then ends here.
  const still = await whole.getUser(user.id);
  if (still === null || still.disabled !== null || still.password?.salt !== user.password?.salt)
    await whole.endSession(session.id, now);
  const who = { id: user.id, name: user.name };
  await own.auditing.signIn({ ...asking, people: true }, who, session.id, { outcome: 'done', detail: by });
  return [
    secretCookie('session', token, limits.days * daySeconds, secure(raw)),
    secretCookie('device', device, deviceDays * daySeconds, secure(raw)),
  ];
}

/** POST `/sign-out`: ends this session. */
export async function signOut({ raw, tools, own }: DeskRequest): Promise<Response> {
  const { session } = tools.asking;
  if (session !== null) await tools.whole.endSession(session.id, tools.now());
  const headers = new Headers({ location: '/sign-in', 'clear-site-data': '"cache"' });
  headers.append('set-cookie', secretCookie('session', '', 0, own.signIn.secure(raw)));
  return new Response(null, { status: 303, headers });
}

/** For an answer of 401: a scheme that no browser asks for with a window of its own. */
export const bearer = 'Bearer realm="Watchfloor"';

/** The hash that tells this browser, where its user was signed in with it before; null for any other. */
async function knownDevice(
  user: User | null,
  { raw, tools, own }: Pick<DeskRequest, 'raw' | 'tools' | 'own'>,
): Promise<string | null> {
  const sessions = await tools.whole.listSessions(user?.id ?? 'nobody');
  const device = deviceOf(raw, own.signIn.secure(raw));
  const hash = device === null ? null : sha256(device);
  return hash !== null && sessions.some((one) => one.device === hash) ? hash : null;
}

/** What was hashed at another cost is hashed anew, since only now the password is known. The user with the hash that counts. */
async function renewHash(user: User, password: string, store: Store, cost: PasswordCost): Promise<User> {
  const kept = user.password;
  const same = (['cost', 'blockSize', 'parallel'] as const).every((part) => kept?.[part] === cost[part]);
  if (same) return user;
  const renewed = await hashPassword(password, cost);
  const { password: now = null } = (await store.getUser(user.id)) ?? {};
  if (now?.salt !== kept?.salt) return user;
  await store.changeUser(user.id, { password: renewed });
  return { ...user, password: renewed };
}

function deviceOf(raw: Request, secure: boolean): string | null {
  const device = cookiesOf(raw).get(cookieName('device', secure)) ?? '';
  return isToken(device) ? device : null;
}

function whoIs(user: User | null): { id: string; name: string } | null {
  return user === null ? null : { id: user.id, name: user.name };
}

function page(html: Html, status: number, headers: Record<string, string>): Response {
  return new Response(html.markup, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
}

const daySeconds = 86_400;
const deviceDays = 400;
const nextCharactersMax = 2_000;
