import { asFailure } from '../failures.ts';
import type { FailureRecord } from '../records.ts';
import type { Store } from '../store/store.ts';
import type { StageCounts } from '../worker/notes.ts';
import { createDoor } from './access.ts';
import { clientOf, type Listening, listen, type Place } from './listening.ts';
import { metricsText } from './metrics.ts';
import type { DeskRequest } from './route.ts';

/** GET `/healthz`: this process answers. What starts it again need not do so because its database is away. */
export function healthz(): Response {
  return Response.json({ status: 'ok' });
}

/** GET `/readyz`: the store answers too. */
export function readyz({ tools }: Pick<DeskRequest, 'tools'>): Promise<Response> {
  return readiness(tools.store);
}

/** GET `/metrics`. */
export function metrics({ tools, own }: DeskRequest): Promise<Response> {
  const { requests, failures, live } = own;
  // Numbers alone, of the whole desk: whoever's key asks for them.
  return measured(tools.whole, tools.now(), tools.worker ?? {}, { requests, failures, listeners: live.listeners });
}

/**
 * What a worker without a desk tells those who run it: `/healthz`, `/readyz` and `/metrics`, behind the desk's own door.
 * Fails where `listen` does.
 */
export async function startProbes(options: ProbeOptions): Promise<Probes> {
  const { store, now } = options;
  const door = createDoor({ names: [], password: options.password });
  const own = { requests: 0, failures: 0, listeners: 0 };
  return listen(options, async (request, env) => {
    own.requests++;
    const refused = door(request, Date.parse(now()), clientOf(env));
    if (refused !== null)
      return new Response(`${refused.what}\n`, { status: refused.status, headers: refused.headers });
    switch (new URL(request.url).pathname) {
      case '/healthz':
        return healthz();
      case '/readyz':
        return readiness(store);
      case '/metrics':
        return measured(store, now(), options, own).catch((error) => {
          own.failures++;
          return notReady(error);
        });
      default:
        return new Response('There is nothing here.\n', { status: 404 });
    }
  });
}

export type Probes = Listening;

export interface ProbeOptions extends Place, Told {
  readonly store: Store;
  readonly now: () => string;
}

/** What the worker of this process tells of itself, as far as there is one. */
interface Told {
  /** What each stage has done since the start. */
  counts?(): readonly StageCounts[];
  /** Why all work rests; null while it does not. */
  paused?(): FailureRecord | null;
}

function readiness(store: Store): Promise<Response> {
  return store.changeMarks().then(healthz, notReady);
}

function notReady(error: unknown): Response {
  return Response.json({ status: 'not ready', what: asFailure(error).code }, { status: 503 });
}

async function measured(
  store: Store,
  now: string,
  worker: Told,
  own: { readonly requests: number; readonly failures: number; readonly listeners: number },
): Promise<Response> {
  const [counts, sources] = await Promise.all([store.counts(), store.listSources()]);
  const text = metricsText(counts, sources, {
    ...own,
    nowSeconds: Date.parse(now) / 1000,
    stages: worker.counts?.() ?? [],
    paused: (worker.paused?.() ?? null) !== null,
  });
  return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
}
