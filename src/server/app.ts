import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { asFailure, Failure } from '../failures.ts';
import { failurePage } from '../web/failure.ts';
import { Html } from '../web/html.ts';
import { type AccessRules, createDoor, securityHeaders } from './access.ts';
import { createApi } from './api.ts';
import { deskOf } from './desk.ts';
import { createLiveRows, type LiveRows } from './events.ts';
import { clientOf } from './listening.ts';
import {
  type Answer,
  badRequest,
  type DeskRequest,
  type DeskTools,
  type Form,
  notHere,
  type Redirect,
  type Route,
  statusOf,
} from './route.ts';
import { routes } from './routes.ts';

export type { DeskTools, DeskWorker, Log, PageContents } from './route.ts';

/** The desk as a function from request to response, without a socket: what the server serves and tests call. */
export function createApp(tools: DeskTools, rules: AccessRules): { app: Hono; live: LiveRows } {
  const app = new Hono();
  const door = createDoor(rules);
  const live = createLiveRows(tools.store, (error) =>
    tools.log.error({ error: asFailure(error).message }, 'live rows'),
  );
  const own = { requests: 0, failures: 0, live };

  const failed = async (thrown: unknown, request: DeskRequest | null, path: string): Promise<Response> => {
    const failure = thrown instanceof HTTPException ? refusedByRouter(thrown) : asFailure(thrown);
    const status = statusOf(failure);
    if (status >= 500) {
      own.failures++;
      tools.log.error({ path, code: failure.code, error: failure.message, stack: stackOf(thrown) }, 'request failed');
    }
    if (request === null || path.startsWith('/api/')) {
      return Response.json({ code: failure.code, what: failure.message, advice: failure.advice }, { status });
    }
    return respond(failurePage(await request.desk(), failure, status), request.raw, status);
  };

  app.use(async (context, next) => {
    own.requests++;
    const refused = door(context.req.raw, Date.parse(tools.now()), clientOf(context.env));
    if (refused !== null) {
      context.res = new Response(`${refused.what}\n`, { status: refused.status, headers: refused.headers });
    } else {
      await next();
    }
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'private, no-cache');
  });

  for (const route of routes) {
    app.on(
      route.method.toUpperCase(),
      route.path,
      bodyLimit({ maxSize: route.bodyBytesMax ?? formBytesMax, onError: () => tooLarge(route) }),
      async (context) => {
        const request = requestOf(context.req.raw, (name) => context.req.param(name) ?? '', tools, own);
        try {
          return respond(await route.answer(request), context.req.raw);
        } catch (error) {
          return await failed(error, request, context.req.path);
        }
      },
    );
  }
  app.route('/', createApi(tools, failed));
  app.notFound((context) => {
    const request = requestOf(context.req.raw, () => '', tools, own);
    return failed(notHere('There is no page at this address'), request, context.req.path);
  });
  app.onError((error, context) => {
    const request = requestOf(context.req.raw, () => '', tools, own);
    return failed(error, request, context.req.path);
  });
  return { app, live };
}

const formBytesMax = 256 * 1024;

/** What the router finds wrong with a request before a handler sees it: JSON that is none. */
function refusedByRouter(thrown: HTTPException): Failure {
  return thrown.status < 500
    ? badRequest(thrown.message, 'See /api/openapi.json for what is taken.')
    : asFailure(thrown);
}

/** Pages get a validator of their own text, so a reload that changes nothing sends nothing. */
function respond(answer: Answer, request: Request, status = 200): Response {
  if (answer instanceof Response) return answer;
  if (answer instanceof Html) {
    const etag = `"${createHash('sha256').update(answer.markup).digest('hex').slice(0, 20)}"`;
    const headers = { 'content-type': 'text/html; charset=utf-8', etag, vary: 'cookie' };
    if (status === 200 && request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers: { etag, vary: 'cookie' } });
    }
    return new Response(answer.markup, { status, headers });
  }
  return redirect(answer);
}

function redirect({ to, act, cookies }: Redirect): Response {
  const target = ownAddress(to);
  target.searchParams.delete('done');
  if (act !== undefined) target.searchParams.set('done', act);
  const headers = new Headers({ location: `${target.pathname}${target.search}` });
  for (const cookie of cookies ?? []) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * Only a path of ours: a form field must not send the reader elsewhere. Looked at as a browser will read it, since dots and
 * tabs vanish: `/.//site` and `/%2e//site` become `//site`, the address of another server.
 */
function ownAddress(path: string): URL {
  const root = new URL('http://desk/');
  const target = path.startsWith('/') ? URL.parse(path, root) : null;
  return target === null || target.origin !== root.origin || target.pathname.startsWith('//') ? root : target;
}

function requestOf(
  raw: Request,
  param: (name: string) => string,
  tools: DeskTools,
  own: DeskRequest['own'],
): DeskRequest {
  const url = new URL(raw.url);
  let desk: ReturnType<DeskRequest['desk']> | null = null;
  let form: Promise<Form> | null = null;
  return {
    raw,
    url,
    tools,
    own,
    param,
    query: (name) => url.searchParams.get(name),
    form() {
      form ??= formOf(raw);
      return form;
    },
    desk() {
      desk ??= deskOf(raw, url, tools);
      return desk;
    },
  };
}

async function formOf(raw: Request): Promise<Form> {
  let data: FormData;
  try {
    data = await raw.formData();
  } catch (cause) {
    throw badRequest('This form could not be read', `Send it as a form (${asFailure(cause).message}).`);
  }
  return {
    text(name) {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    },
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    async file(name) {
      const files = data.getAll(name).filter((value) => typeof value !== 'string');
      return Promise.all(
        files
          .filter((file) => file.size > 0)
          .map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
      );
    },
  };
}

function tooLarge(route: Route): never {
  const kilobytes = Math.round((route.bodyBytesMax ?? formBytesMax) / 1024);
  throw new Failure('too-large', `This is larger than ${kilobytes} KB`, {
    retry: 'never',
    advice: 'Send less at once, or use "watchfloor import" on the command line.',
  });
}

function stackOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? thrown.stack : undefined;
}
