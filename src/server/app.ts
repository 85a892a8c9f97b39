import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { asFailure, Failure } from '../failures.ts';
import { bareFailurePage, failurePage } from '../web/failure.ts';
import { Html } from '../web/html.ts';
import { type AccessRules, createDoor, isProbe, securityHeaders } from './access.ts';
import { createApi } from './api.ts';
import {
  type Asking,
  barred,
  createRecognition,
  type Needs,
  type Recognition,
  type SessionLimits,
  sessionLimits,
} from './asking.ts';
import { createAuditing } from './auditing.ts';
import { bareDesk, deskOf } from './desk.ts';
import { createLiveRows, type LiveRows } from './events.ts';
import { clientOf } from './listening.ts';
import type { OpenIdDoor } from './openid.ts';
import type { PasswordCost } from './passwords.ts';
import {
  type Answer,
  badRequest,
  type DeskRequest,
  type DeskTools,
  type Form,
  notAllowed,
  notHere,
  type Redirect,
  type RequestTools,
  type Route,
  statusOf,
} from './route.ts';
import { routes } from './routes.ts';
import { bearer, createSignIn, signInWith } from './sign-in.ts';
import { storeFor } from './viewing.ts';

export type { DeskTools, DeskWorker, Log, PageContents } from './route.ts';

/** What the door leaves for the handlers behind it. */
export interface DoorEnv {
  Variables: { asking: Asking };
}

/** What may be set of how people come in; what is left out is as usual. */
export interface PeopleRules {
  readonly sessions?: SessionLimits;
  /** Of new passwords; for tests, where one at the usual cost takes too long. */
  readonly passwordCost?: PasswordCost;
  /** Absent or null: people sign in by passwords alone. */
  readonly openId?: OpenIdDoor | null;
}

/** The desk as a function from request to response, without a socket: what the server serves and tests call. */
export function createApp(
  tools: DeskTools,
  rules: AccessRules & PeopleRules,
): { app: Hono<DoorEnv>; live: LiveRows; recognition: Recognition } {
  const app = new Hono<DoorEnv>();
  const door = createDoor(rules);
  const limits = rules.sessions ?? sessionLimits;
  const secure = isSecure(tools.address);
  const recognition = createRecognition(tools.store, limits, secure);
  const live = createLiveRows(tools.store, (error) =>
    tools.log.error({ error: asFailure(error).message }, 'live rows'),
  );
  const own = {
    requests: 0,
    failures: 0,
    live,
    recognition,
    signIn: createSignIn(limits, secure, rules.passwordCost, rules.openId ?? null),
    auditing: createAuditing(tools.store, tools.now, tools.log),
  };
  const requestIn = (context: Context<DoorEnv>) =>
    requestOf(context.req.raw, (name) => context.req.param(name) ?? '', toolsFor(tools, context.var.asking), own);

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
    const { people, user } = request.tools.asking;
    const page =
      people && user === null
        ? bareFailurePage(bareDesk(request.raw), failure, status)
        : failurePage(await request.desk(), failure, status);
    return respond(page, request.raw, status);
  };
  /** Turns away who may not, or gives null; the table says who may. */
  const kept = async (context: Context<DoorEnv>, row: Needs & { readonly path?: string }): Promise<Response | null> => {
    const { asking } = context.var;
    const status = barred(row, asking);
    if (status === null) return null;
    const { method, path } = context.req;
    if (status === 403) {
      const what = `${method} ${row.path ?? path}`;
      await own.auditing.act(asking, { what, on: askedOf(context), outcome: 'refused', detail: row.needs });
      return failed(refusalOf(row, asking), isPage(context) ? requestIn(context) : null, path);
    }
    const headers = { 'www-authenticate': bearer };
    if (!isPage(context)) return Response.json(unknownAsker, { status, headers });
    const { url } = requestIn(context);
    const next = method === 'GET' ? `${url.pathname}${url.search}` : '/';
    return respond(signInWith(requestIn(context), next, null), context.req.raw, status);
  };
  /** Writes down an act; what was only looked at is not one. */
  const noted = async (context: Context<DoorEnv>, row: Noted, status: number, told: ToldOf): Promise<void> => {
    if (['GET', 'HEAD'].includes(context.req.method) || row.needs === 'anyone') return;
    await own.auditing.act(context.var.asking, {
      what: `${context.req.method} ${row.path}`,
      on: askedOf(context) ?? told.id ?? null,
      outcome: status < 400 ? 'done' : status === 403 ? 'refused' : 'failed',
      detail: told.act ?? null,
    });
  };

  app.use(async (context, next) => {
    own.requests++;
    const { raw } = context.req;
    const client = clientOf(context.env);
    const nobody: Asking = { people: false, user: null, session: null, key: null, scopes: [], client };
    // What is asked every few seconds, by many or by machines, is no sign that somebody is there.
    const touch = context.req.path !== '/live';
    try {
      const asking = isProbe(raw) ? nobody : await recognition.of(raw, client, tools.now(), touch);
      const refused = door(raw, Date.parse(tools.now()), client, asking.people);
      if (refused !== null) {
        context.res = new Response(`${refused.what}\n`, { status: refused.status, headers: refused.headers });
      } else {
        context.set('asking', asking);
        await next();
      }
    } catch (error) {
      // Who asks could not be told: the store does not answer.
      context.res = await failed(error, null, context.req.path);
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
      async (context, next) => (await kept(context, route)) ?? (await next()),
      bodyLimit({ maxSize: route.bodyBytesMax ?? formBytesMax, onError: () => tooLarge(route) }),
      async (context) => {
        const request = requestIn(context);
        let act: string | undefined;
        let answered: Response;
        try {
          const answer = await route.answer(request);
          if (!(answer instanceof Response) && !(answer instanceof Html)) act = answer.act;
          answered = respond(answer, context.req.raw);
        } catch (error) {
          answered = await failed(error, request, context.req.path);
        }
        await noted(context, route, answered.status, { act });
        return answered;
      },
    );
  }
  app.route('/', createApi({ toolsOf: (context) => toolsFor(tools, context.var.asking), kept, noted, failed }));
  app.notFound(async (context) => {
    const barring = await kept(context, { needs: 'reader' });
    return barring ?? failed(notHere('There is no page at this address'), requestIn(context), context.req.path);
  });
  app.onError((error, context) => failed(error, requestIn(context), context.req.path));
  return { app, live, recognition };
}

/** What the API needs of the app around it. */
export interface ApiDoor {
  toolsOf(context: Context<DoorEnv>): RequestTools;
  kept(context: Context<DoorEnv>, row: Needs): Promise<Response | null>;
  noted(context: Context<DoorEnv>, row: Noted, status: number, told: ToldOf): Promise<void>;
  failed(thrown: unknown, request: DeskRequest | null, path: string): Promise<Response>;
}

type Noted = Needs & { readonly path: string };

/** What an address names: the id, or the name of a channel. */
function askedOf({ req }: Context<DoorEnv>): string | null {
  return req.param('id') ?? req.param('name') ?? null;
}

/** What an answer tells of what was done: the act that can be undone, or the id of what was made. */
interface ToldOf {
  readonly act?: string | undefined;
  readonly id?: string | undefined;
}

const unknownAsker = {
  code: 'sign-in',
  what: 'This desk asks who you are',
  advice: 'Sign in at /sign-in, or send a key as "Authorization: Bearer KEY".',
};

/** Why whoever is known may not: what their key does not open, or their role. */
function refusalOf({ needs, scope }: Needs, { key, scopes }: Asking): Failure {
  if (key === null || (scope !== undefined && scopes.includes(scope)))
    return notAllowed('You may not do this', `It takes the role of ${needs} here, which an admin can give.`);
  return scope === undefined
    ? notAllowed('No key opens this', 'Sign in at /sign-in instead.')
    : notAllowed('This key does not open this', `Send one with the scope "${scope}" as "Authorization: Bearer KEY".`);
}

/** What a person looks at, and no program takes apart. */
function isPage({ req }: Context<DoorEnv>): boolean {
  return !req.path.startsWith('/api/') && (req.header('accept') ?? '*/*').includes('text/html');
}

/** Over https by the address that was set, or as a proxy says: who lies about it takes their own cookie from themselves. */
function isSecure(address: string | undefined): (request: Request) => boolean {
  return (request) =>
    address?.startsWith('https:') === true ||
    request.url.startsWith('https:') ||
    request.headers.get('x-forwarded-proto')?.split(',')[0].trim() === 'https';
}

function toolsFor(tools: DeskTools, asking: Asking): RequestTools {
  const store = asking.user === null ? tools.store : storeFor(tools.store, asking.user);
  return { ...tools, store, whole: tools.store, asking };
}

/** Whether whoever asks may post to a path, by the table; what is no path of the table is for the handler to refuse. */
function mayPost(asking: Asking, path: string): boolean {
  const row = posted.find(({ pattern }) => pattern.test(path));
  return row === undefined || barred(row.route, asking) === null;
}

const posted = routes
  .filter(({ method }) => method === 'post')
  .map((route) => ({ route, pattern: new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`) }));

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
  tools: RequestTools,
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
      desk ??= deskOf(raw, url, tools, (path) => mayPost(tools.asking, path));
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
    secret(name) {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
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
