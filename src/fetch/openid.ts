import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Agent, request as send } from 'undici';
import { Failure } from '../failures.ts';
import { discard, readBounded } from './body.ts';
import { guardedConnector } from './connect.ts';
import { connectionFailure } from './endings.ts';
import { createGuard, hostOf } from './guard.ts';
import { postLimits } from './post.ts';

/**
 * Signs people in at one OpenID provider: the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), state
 * and nonce. The issuer's own host may be private, since the operator named it; every other address its metadata points at must
 * be public or allowed. Failures never carry a code, a token or a secret.
 */
export function createOpenId(options: OpenIdOptions): OpenId {
  const issuer = checkedIssuer(options.issuer);
  const guard = createGuard({
    allowHosts: [issuer.host.toLowerCase(), ...options.allowHosts],
    setting: 'WATCHFLOOR_OPENID_ALLOW_HOSTS',
  });
  const agent = new Agent({
    connect: guardedConnector(guard, options.lookup ?? systemLookup, postLimits),
    headersTimeout: postLimits.idleSeconds * 1000,
    bodyTimeout: postLimits.idleSeconds * 1000,
    maxHeaderSize: postLimits.headerBytesMax,
    connections: 4,
  });
  let known: { readonly at: number; readonly configuration: Promise<Configuration> } | null = null;

  /** What the provider says of itself and its keys, asked for again after a while, and after every failure. */
  function configuration(): Promise<Configuration> {
    const now = options.now();
    if (known !== null && now - known.at < knownMilliseconds) return known.configuration;
    const asked = { at: now, configuration: discovered() };
    known = asked;
    // Whoever asked is told of the failure; here it only must not be remembered.
    asked.configuration.catch(() => {
      if (known === asked) known = null;
    });
    return asked.configuration;
  }

  function discovered(): Promise<Configuration> {
    return discovery(issuer, options.clientId, options.clientSecret, undefined, {
      [customFetch]: ask,
      timeout: postLimits.totalSeconds,
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
  }

  async function ask(address: string, { method, headers, body, signal }: AskOptions): Promise<Response> {
    const url = guard.checkUrl(address);
    const limit = AbortSignal.timeout(postLimits.totalSeconds * 1000);
    const answer = await send(url, {
      method: method as 'GET' | 'POST',
      dispatcher: agent,
      signal: signal == null ? limit : AbortSignal.any([signal, limit]),
      headers: { ...headers, 'user-agent': options.userAgent },
      body: body == null ? null : String(body),
    });
    if (answer.statusCode >= 500) {
      discard(answer.body);
      throw unavailable(url.host, answer.statusCode);
    }
    const bytes = await readBounded(answer.body, url.host, answerBytesMax);
    const type = answer.headers['content-type'];
    const challenge = answer.headers['www-authenticate'];
    return new Response(bytes.length === 0 ? null : new Uint8Array(bytes), {
      status: answer.statusCode,
      headers: {
        ...(typeof type === 'string' ? { 'content-type': type } : {}),
        ...(typeof challenge === 'string' ? { 'www-authenticate': challenge } : {}),
      },
    });
  }

  return {
    async begin(back) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      try {
        const at = await configuration();
        const to = buildAuthorizationUrl(at, {
          redirect_uri: back,
          scope: options.scopes,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return { to: to.href, state, nonce, verifier };
      } catch (thrown) {
        throw openIdFailure(thrown, issuer.host);
      }
    },
    async finish(came, begun) {
      try {
        const at = await configuration();
        const tokens = await authorizationCodeGrant(at, came, {
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
          idTokenExpected: true,
        });
        const signed = tokens.claims();
        if (signed === undefined) throw unproved(issuer.host);
        const asksMore = at.serverMetadata().userinfo_endpoint !== undefined;
        const told = asksMore ? await fetchUserInfo(at, tokens.access_token, signed.sub) : {};
        // What is signed goes before what was only told over the wire.
        return personOf({ ...told, ...signed }, signed.iss, signed.sub, options.groupsClaim);
      } catch (thrown) {
        throw openIdFailure(thrown, issuer.host);
      }
    },
    close: () => agent.destroy(),
  };
}

export interface OpenId {
  /** Where to send the browser, and what it must bring back. `back` is our own address that the provider sends it to. */
  begin(back: string): Promise<BegunSignIn>;
  /** Whom the provider vouches for. `came` is the address the browser came back to, with all its parameters. Throws a Failure. */
  finish(came: URL, begun: Omit<BegunSignIn, 'to'>): Promise<OpenIdPerson>;
  close(): Promise<void>;
}

/** Secrets of one sign-in, for the browser that began it alone. */
export interface BegunSignIn {
  readonly to: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface OpenIdPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  /** Only when the provider says that it is theirs. */
  readonly verifiedEmail: string | null;
  readonly preferredName: string | null;
  readonly groups: readonly string[];
}

export interface OpenIdOptions {
  /** The provider's issuer identifier: https, or http on loopback. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Parted by blanks, `openid` among them. */
  readonly scopes: string;
  /** Claim that holds the person's groups. */
  readonly groupsClaim: string;
  readonly allowHosts: readonly string[];
  readonly userAgent: string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly lookup?: LookupFunction;
}

interface AskOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly signal?: AbortSignal;
}

/** How long what a provider says of itself is held. */
const knownMilliseconds = 3_600_000;
const answerBytesMax = 1024 * 1024;
const claimCharactersMax = 200;
const groupsMax = 200;

function checkedIssuer(address: string): URL {
  const url = URL.parse(address);
  const isLoopback = url !== null && /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostOf(url));
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) return url;
  throw new Failure('openid-issuer', 'the issuer of the OpenID provider is no https address', {
    retry: 'never',
    advice: 'Set WATCHFLOOR_OPENID_ISSUER to the address the provider names as its issuer: https://id.example.org.',
  });
}

function personOf(
  claims: Readonly<Record<string, unknown>>,
  issuer: string,
  subject: string,
  groupsClaim: string,
): OpenIdPerson {
  const groups = claims[groupsClaim];
  return {
    issuer,
    subject,
    name: text(claims.name),
    verifiedEmail: claims.email_verified === true ? text(claims.email) : null,
    preferredName: text(claims.preferred_username),
    groups: (Array.isArray(groups) ? groups : [groups])
      .slice(0, groupsMax)
      .map(text)
      .filter((group) => group !== null),
  };
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' || trimmed.length > claimCharactersMax ? null : trimmed;
}

function unavailable(host: string, status: number): Failure {
  return new Failure('openid-unavailable', `${host} answered ${status}: it cannot sign anybody in just now`, {
    retry: 'later',
    advice: 'Try again in a while. Who has a password of this desk can sign in with it meanwhile.',
  });
}

/** Why a sign-in did not come about. Messages of the library may quote what was sent, so none is passed on. */
function openIdFailure(thrown: unknown, host: string): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof AuthorizationResponseError) {
    return new Failure('openid-refused', `${host} did not sign you in (${errorName(thrown.error)})`, {
      retry: 'never',
      advice: 'Try again. If it stays so, ask who runs the provider whether you may use this desk.',
    });
  }
  const network = connectionFailure(thrown, host, postLimits);
  if (network !== null) return network;
  return unproved(host, thrown);
}

function unproved(host: string, cause?: unknown): Failure {
  return new Failure('openid-answer', `What ${host} answered does not prove who you are`, {
    retry: 'never',
    advice:
      'Start again from the sign-in page. If it stays so, the desk or the provider is set up wrongly: see the log.',
    cause,
  });
}

/** Error names of RFC 6749 are of few letters; anything else came from somebody who made up the address. */
function errorName(name: string): string {
  return /^[a-z_]{1,60}$/.test(name) ? name : 'error';
}
