import { asFailure } from '../failures.ts';
import type { BegunSignIn, OpenId } from '../fetch/openid.ts';
import { type AdmissionRules, admitted } from './admission.ts';
import { cookieName, secretCookie } from './asking.ts';
import { cookiesOf } from './cookies.ts';
import { networkOf } from './guesses.ts';
import { type DeskRequest, deskAddress, notHere, type Redirect } from './route.ts';
import { openSession, turnedAway } from './sign-in.ts';

/** The OpenID provider of a desk. */
export interface OpenIdDoor {
  /** As it is named on the sign-in page. */
  readonly name: string;
  readonly provider: OpenId;
  readonly rules: AdmissionRules;
}

/** GET `/sign-in/openid?next=`: sends the browser to the provider, with what it must bring back in a cookie of its own. */
export async function beginOpenId(request: DeskRequest): Promise<Redirect | Response> {
  const { raw, tools, own } = request;
  const { provider } = doorOf(request);
  const next = (request.query('next') ?? '/').slice(0, nextCharactersMax);
  if (!tools.asking.people || tools.asking.user !== null) return { to: next };
  try {
    const { to, ...secrets } = await provider.begin(backAddress(request));
    const cookie = Buffer.from(JSON.stringify({ ...secrets, next })).toString('base64url');
    const headers = new Headers({ location: to, 'cache-control': 'no-store' });
    headers.append('set-cookie', secretCookie('openid', cookie, begunSeconds, own.signIn.secure(raw)));
    return new Response(null, { status: 303, headers });
  } catch (error) {
    tools.log.error({ error: asFailure(error).message }, 'openid');
    return turnedAway(request, next, 'provider', 503);
  }
}

/** GET `/sign-in/openid/back`: where the provider sends the browser to. */
export async function finishOpenId(request: DeskRequest): Promise<Redirect | Response> {
  const { raw, url, tools, own } = request;
  const { provider, rules } = doorOf(request);
  const { asking } = tools;
  if (!asking.people) return { to: '/' };
  const network = networkOf(asking.client);
  const at = Date.parse(tools.now());
  const { byClient } = own.signIn;
  const begun = begunIn(raw, own.signIn.secure(raw));
  const next = begun?.next ?? '/';
  // Who made up an answer makes us ask the provider about it: not without end.
  if (byClient.tooMany(network, at)) return turnedAway(request, next, 'tooMany', 429);
  if (begun === null) return turnedAway(request, next, 'provider', 400);
  const refused = async (detail: string, fault: 'provider' | 'turned', status: 400 | 403): Promise<Response> => {
    byClient.wrong(network, at);
    await own.auditing.signIn(asking, null, null, { outcome: 'refused', detail: `openid: ${detail}` });
    return turnedAway(request, next, fault, status);
  };
  try {
    const person = await provider.finish(new URL(url.search, backAddress(request)), begun);
    const user = await admitted(person, rules, tools.whole, tools.now());
    if (typeof user === 'string') return await refused(user, 'turned', 403);
    const spent = secretCookie('openid', '', 0, own.signIn.secure(raw));
    return { to: next, cookies: [...(await openSession(request, user, 'openid')), spent] };
  } catch (error) {
    const failure = asFailure(error);
    tools.log.error({ error: failure.message, cause: String(failure.cause ?? '') }, 'openid');
    return refused(failure.code, 'provider', 400);
  }
}

function doorOf({ own }: DeskRequest): OpenIdDoor {
  if (own.signIn.openId === null) throw notHere('This desk has no OpenID provider');
  return own.signIn.openId;
}

/** Registered at the provider, which sends browsers nowhere else. */
function backAddress(request: DeskRequest): string {
  return `${deskAddress(request)}/sign-in/openid/back`;
}

type Begun = Omit<BegunSignIn, 'to'> & { readonly next: string };

/** What this browser began; null when it began nothing, or when somebody wrote something else there. */
function begunIn(raw: Request, secure: boolean): Begun | null {
  const text = Buffer.from(cookiesOf(raw).get(cookieName('openid', secure)) ?? '', 'base64url').toString();
  const [state, nonce, verifier, next] = ['state', 'nonce', 'verifier', 'next'].map((name) => fieldOf(text, name));
  if (state === null || nonce === null || verifier === null || next === null) return null;
  return { state, nonce, verifier, next };
}

function fieldOf(text: string, name: string): string | null {
  try {
    const value: unknown = JSON.parse(text)?.[name];
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    // No JSON: not what was put there.
    return null;
  }
}

const nextCharactersMax = 2_000;
/** How long somebody may take at the provider. */
const begunSeconds = 900;
