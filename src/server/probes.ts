import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { asFailure } from '../failures.ts';
import type { FailureRecord } from '../records.ts';
import type { Store } from '../store/store.ts';
import type { StageCounts } from '../worker/notes.ts';
import { createDoor, isLoopback, openWithoutPassword } from './access.ts';
import { metricsText } from './metrics.ts';

/**
 * What a worker without a desk tells those who run it: `/healthz`, `/readyz` and `/metrics`, behind the desk's own door.
 * Fails like the desk when it would be open to other machines without a password.
 */
export async function startProbes(options: ProbeOptions): Promise<Probes> {
  const { store, counts, paused = () => null, now, host, port, password } = options;
  if (password === null && !isLoopback(host)) throw openWithoutPassword(host);
  const door = createDoor({ names: [], password });
  let requests = 0;
  let failures = 0;
  const answer = async (request: Request): Promise<Response> => {
    requests++;
    const refused = door(request, Date.parse(now()));
    if (refused !== null)
      return new Response(`${refused.what}\n`, { status: refused.status, headers: refused.headers });
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return Response.json({ status: 'ok' });
    if (pathname !== '/readyz' && pathname !== '/metrics')
      return new Response('There is nothing here.\n', { status: 404 });
    try {
      if (pathname === '/readyz') {
        await store.changeMarks();
        return Response.json({ status: 'ok' });
      }
      const own = {
        requests,
        failures,
        listeners: 0,
        nowSeconds: Date.parse(now()) / 1000,
        stages: counts(),
        paused: paused() !== null,
      };
      const text = metricsText(await store.counts(), await store.listSources(), own);
      return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
    } catch (error) {
      failures++;
      return Response.json({ status: 'not ready', what: asFailure(error).code }, { status: 503 });
    }
  };
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: answer, hostname: host, port }, () => resolve(starting));
    starting.once('error', reject);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

export interface Probes {
  readonly url: string;
  close(): Promise<void>;
}

export interface ProbeOptions {
  readonly store: Store;
  readonly counts: () => readonly StageCounts[];
  /** Why all work rests; null, or absent, while it does not. */
  readonly paused?: () => FailureRecord | null;
  readonly now: () => string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly password: string | null;
}
