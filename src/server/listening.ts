import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Failure } from '../failures.ts';
import { isLoopback } from './access.ts';

/** Where to listen. */
export interface Place {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Asked for by HTTP Basic; null only with a loopback host, or with users. */
  readonly password: string | null;
  /** True where whoever comes has to sign in. */
  readonly people?: boolean;
}

export interface Listening {
  readonly url: string;
  /** Stops listening and waits for open requests. */
  close(): Promise<void>;
}

/** Answers requests at a place; `env` tells who asks (`clientOf`). Fails with advice when the port is taken or the host is open without a password. */
export async function listen(
  place: Place,
  answer: (request: Request, env: unknown) => Response | Promise<Response>,
): Promise<Listening> {
  const { host, port, password, people = false } = place;
  if (password === null && !people && !isLoopback(host)) {
    throw new Failure('open-without-password', `${host} can be reached from other machines`, {
      retry: 'stop',
      advice: 'Add users (watchfloor user add), set a password (WATCHFLOOR_PASSWORD) or listen on 127.0.0.1.',
    });
  }
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: answer, hostname: host, port }, () => resolve(starting));
    starting.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(place, error)));
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

/** The address at the other end of the socket; '' where a test calls without one. */
export function clientOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '';
}

function cannotListen({ host, port }: Place, error: NodeJS.ErrnoException): Failure {
  const taken = error.code === 'EADDRINUSE';
  return new Failure(
    taken ? 'port-taken' : 'cannot-listen',
    taken ? `port ${port} is taken by another program` : `cannot listen on ${host}:${port}: ${error.message}`,
    {
      retry: 'stop',
      advice: taken ? 'Give another port or stop the other program.' : 'Check host and port.',
      cause: error,
    },
  );
}
