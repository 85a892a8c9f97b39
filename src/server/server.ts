import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Failure } from '../failures.ts';
import { isLoopback, openWithoutPassword } from './access.ts';
import { createApp, type DeskTools } from './app.ts';

/** What `startServer` needs: the tools of the desk, and where to listen. */
export interface ServerOptions extends DeskTools {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Asked for by HTTP Basic; null only with a loopback host. */
  readonly password: string | null;
  /** Further host names under which a browser may ask for the desk (behind a proxy). */
  readonly names?: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  /** Stops listening, ends live connections and waits for open requests. */
  close(): Promise<void>;
}

/** Starts the desk and its API. Fails with advice when the port is taken or the host is open without a password. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  if (options.password === null && !isLoopback(options.host)) {
    throw openWithoutPassword(options.host);
  }
  const { app, live } = createApp(options, { names: options.names ?? [], password: options.password });
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, () => resolve(starting));
    starting.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(options, error)));
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    async close() {
      live.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
    },
  };
}

function cannotListen(options: ServerOptions, error: NodeJS.ErrnoException): Failure {
  const taken = error.code === 'EADDRINUSE';
  return new Failure(
    taken ? 'port-taken' : 'cannot-listen',
    taken
      ? `port ${options.port} is taken by another program`
      : `cannot listen on ${options.host}:${options.port}: ${error.message}`,
    {
      retry: 'stop',
      advice: taken
        ? 'Give another port (--port 0 takes a free one) or stop the other program.'
        : 'Check host and port.',
      cause: error,
    },
  );
}
