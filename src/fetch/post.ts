import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request as send } from 'undici';
import { Failure } from '../failures.ts';
import { discard, readBounded, retryAfterSeconds } from './body.ts';
import { guardedConnector } from './connect.ts';
import { connectionFailure } from './endings.ts';
import type { Guard } from './guard.ts';

/**
 * Hands one message to one address: POST, no redirects, the answer's body unread unless asked for. The guard checks the address as
 * written, every address its name resolves to, and the socket. Failures name the host alone: paths of chat services are keys.
 */
export function createPoster({ guard, userAgent, lookup = systemLookup, limits = postLimits }: PostOptions): Poster {
  const agent = new Agent({
    connect: guardedConnector(guard, lookup, limits),
    headersTimeout: limits.idleSeconds * 1000,
    bodyTimeout: limits.idleSeconds * 1000,
    maxHeaderSize: limits.headerBytesMax,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    connections: 2,
    pipelining: 1,
  });
  const ending = new AbortController();

  /** Sends a message and gives what `read` makes of the answer's body when the other side took it. */
  async function exchange<T>(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    read: (body: Dispatcher.ResponseData['body'], host: string) => T | Promise<T>,
  ): Promise<T> {
    const url = guard.checkUrl(address);
    try {
      const response = await send(url, {
        method: 'POST',
        dispatcher: agent,
        signal: AbortSignal.any([AbortSignal.timeout(limits.totalSeconds * 1000), ending.signal]),
        headers: { 'user-agent': userAgent, ...headers },
        body,
      });
      const { statusCode: status } = response;
      if (status >= 200 && status <= 299) return await read(response.body, url.host);
      discard(response.body);
      const wait = response.headers['retry-after'];
      throw refused(status, url.host, retryAfterSeconds(typeof wait === 'string' ? wait : null, status), limits);
    } catch (thrown) {
      throw connectionFailure(thrown, url.host, limits) ?? thrown;
    }
  }

  return {
    post: (address, headers, body) => exchange(address, headers, body, discard),
    ask: (address, headers, body, bytesMax) =>
      exchange(address, headers, body, (answer, host) => readBounded(answer, host, bytesMax)),
    async close() {
      ending.abort(stopping);
      await agent.destroy();
    },
  };
}

export interface Poster {
  /** Resolves when the other side has taken it (2xx). Throws a Failure. */
  post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<void>;
  /** The same, and gives the answer; a Failure when it is longer than the limit. */
  ask(address: string, headers: Readonly<Record<string, string>>, body: string, bytesMax: number): Promise<Uint8Array>;
  /** Breaks off what is under way: it fails as `stopping`, and may have been taken or not. */
  close(): Promise<void>;
}

export interface PostOptions {
  readonly guard: Guard;
  readonly userAgent: string;
  readonly lookup?: LookupFunction;
  readonly limits?: PostLimits;
}

export interface PostLimits {
  readonly connectSeconds: number;
  readonly idleSeconds: number;
  readonly totalSeconds: number;
  readonly headerBytesMax: number;
  /** Longest time a receiver may ask us to wait. */
  readonly waitSecondsMax: number;
}

export const postLimits: PostLimits = {
  connectSeconds: 10,
  idleSeconds: 15,
  totalSeconds: 30,
  headerBytesMax: 16 * 1024,
  waitSecondsMax: 6 * 3600,
};

const stopping = new Failure('stopping', 'the message was broken off because Watchfloor stops', {
  retry: 'later',
  advice: 'Nothing to do: it is sent again after the next start.',
});

function refused(status: number, host: string, wait: number | undefined, { waitSecondsMax }: PostLimits): Failure {
  const retryAfter = wait === undefined ? undefined : Math.min(wait, waitSecondsMax);
  if (status >= 300 && status <= 399) {
    return new Failure('redirect-refused', `${host} answered ${status}: it wants the message sent elsewhere`, {
      retry: 'never',
      advice: 'Messages follow no redirect. Give the channel the address that it ends at.',
    });
  }
  if (status === 404 || status === 410) {
    return new Failure(`status-${status}`, `${host} answered ${status}: nothing takes messages at this address`, {
      retry: 'never',
      advice: 'The webhook may have been removed there. Make a new one, change the channel, then send again.',
    });
  }
  if (status === 401 || status === 403) {
    return new Failure(`status-${status}`, `${host} answered ${status}: it does not accept who we are`, {
      retry: 'later',
      advice: 'Check the secret of this channel and the rights of the webhook there.',
    });
  }
  const passing = status >= 500 || status === 408 || status === 425 || status === 429;
  return new Failure(`status-${status}`, `${host} answered ${status}`, {
    retry: passing ? 'later' : 'never',
    advice: passing
      ? 'It is tried again, more and more rarely, for a day.'
      : 'It does not take this kind of message. Check the kind and address of the channel, then send again.',
    retryAfterSeconds: retryAfter,
  });
}
