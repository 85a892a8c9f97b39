import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { Failure } from '../failures.ts';
import { type Source, scopes, type Watch } from '../records.ts';
import { newSource } from '../sources/schedule.ts';
import { recordId } from '../text/hash.ts';
import { explainQuery, parseQuery } from '../watches/watches.ts';
import { changeStates, recorded, undoAct } from './acts.ts';
import { apiWords, assign, comment, narrow, savedAlert, tag } from './alerts.ts';
import type { ApiDoor, DoorEnv } from './app.ts';
import type { Needs } from './asking.ts';
import { resend } from './channels.ts';
import { narrowing } from './fewer.ts';
import { searchLookMax } from './queries.ts';
import { badRequest, checkedId, notHere, type RequestTools } from './route.ts';
import * as shapes from './schemas.ts';
import { pollableAddress } from './subscribing.ts';
import { checkMayChange } from './viewing.ts';

/** One route of the API: described by the schemas that check it. */
export interface ApiRoute extends Required<Needs> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly what: string;
  readonly answer: z.ZodType;
  register(api: OpenAPIHono<DoorEnv>, door: ApiDoor): void;
}

/** The API as an app of its own, with its description at /api/openapi.json. */
export function createApi(door: ApiDoor): OpenAPIHono<DoorEnv> {
  const api = new OpenAPIHono<DoorEnv>({
    defaultHook: (result, context) => {
      if (result.success) return;
      const what = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
      return context.json({ code: 'bad-request', what, advice: 'See /api/openapi.json for what is taken.' }, 400);
    },
  });
  api.use(
    '/api/*',
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: () => {
        throw new Failure('too-large', 'This is larger than 1 MB', { retry: 'never', advice: 'Send less at once.' });
      },
    }),
  );
  for (const route of apiRoutes) route.register(api, door);
  api.use('/api/openapi.json', async (context, next) => (await door.kept(context, descriptionNeeds)) ?? next());
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Watchfloor',
      version: '1',
      description:
        'Offsets are half-open UTF-16 offsets into the body of the article. Fields may be added, never renamed.',
    },
  });
  return api;
}

const bodyBytesMax = 1024 * 1024;
/** Of `/api/openapi.json`, which is no row of the table. */
export const descriptionNeeds: Required<Needs> = { needs: 'reader', scope: 'read' };
const none = z.object({});
const idParameter = z.object({ id: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/) });
const before = z.iso.datetime().optional().openapi({ description: 'Only what is older than this.' });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const done = z.object({ done: z.literal(true) }).openapi('Done');

/** Every route of the API. docs/api.md lists them all; a test compares. */
export const apiRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/developments',
    needs: 'reader',
    scope: 'read',
    what: 'Developments, newest first.',
    query: z.object({ watch: idParameter.shape.id.optional(), kind: shapes.kindShape.optional(), before, limit }),
    answer: z.object({ developments: z.array(shapes.developmentShape) }),
    async run({ query }, { store }) {
      const found = await store.listDevelopments({
        watchId: query.watch ?? null,
        kinds: query.kind === undefined ? [] : [query.kind],
        after: null,
        before: query.before ?? null,
        limit: query.limit,
      });
      return { developments: found.map(shapes.wireDevelopment) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/alerts',
    needs: 'reader',
    scope: 'read',
    what: 'Alerts, newest first.',
    query: z.object({
      watch: idParameter.shape.id.optional(),
      state: shapes.stateShape.optional(),
      story: idParameter.shape.id.optional(),
      assignee: z.string().max(100).optional(),
      tag: z.string().max(100).optional(),
      before,
      limit,
    }),
    answer: z.object({ alerts: z.array(shapes.alertShape) }),
    async run({ query }, { store }) {
      const found = await store.listAlerts({
        watchId: query.watch ?? null,
        state: query.state ?? null,
        before: query.before ?? null,
        limit: query.limit,
        storyId: query.story ?? null,
        assignee: query.assignee ?? null,
        tag: query.tag ?? null,
      });
      return { alerts: found.map(shapes.wireAlert) };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/alerts/state',
    needs: 'analyst',
    scope: 'write',
    what: 'Acknowledges, keeps, dismisses or puts back alerts.',
    body: z.object({ ids: z.array(idParameter.shape.id).min(1).max(1000), state: shapes.stateShape }),
    answer: shapes.actDoneShape,
    async run({ body }, tools) {
      return { done: true as const, act: await changeStates(tools, apiWords, body.ids, body.state) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/alerts/{id}',
    needs: 'reader',
    scope: 'read',
    what: 'One alert with what people said of it.',
    params: idParameter,
    answer: shapes.alertShape,
    async run({ params }, tools) {
      return shapes.wireAlert(await savedAlert(tools, params.id));
    },
  }),
  apiRoute({
    method: 'put',
    path: '/api/alerts/{id}/assignee',
    needs: 'analyst',
    scope: 'write',
    what: 'Gives an alert to a person; null gives it back.',
    params: idParameter,
    body: z.object({ assignee: z.string().trim().min(1).max(60).nullable() }),
    answer: shapes.actDoneShape,
    async run({ params, body }, tools) {
      const act = await assign(tools, apiWords, [await savedAlert(tools, params.id)], body.assignee ?? '');
      return { done: true as const, act };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/alerts/{id}/tags',
    needs: 'analyst',
    scope: 'write',
    what: 'Adds a tag to an alert, or takes it off.',
    params: idParameter,
    body: z.object({ tag: z.string().trim().min(1).max(40), on: z.boolean().default(true) }),
    answer: shapes.actDoneShape,
    async run({ params, body }, tools) {
      const act = await tag(tools, apiWords, [await savedAlert(tools, params.id)], body.tag, body.on);
      return { done: true as const, act };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/alerts/{id}/comments',
    needs: 'analyst',
    scope: 'write',
    what: 'Says something of an alert, under the name of the user; on a desk without users under the name in `by`.',
    params: idParameter,
    body: z.object({ by: z.string().trim().min(1).max(60).optional(), text: z.string().trim().min(1).max(2_000) }),
    answer: shapes.actDoneShape,
    async run({ params, body }, tools) {
      const { act } = await comment(tools, apiWords, await savedAlert(tools, params.id), body.by ?? '', body.text);
      return { done: true as const, act };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/alerts/{id}/fewer',
    needs: 'analyst',
    scope: 'read',
    what: 'How its watch could tell of fewer like it, with the effect on the last 30 days.',
    params: idParameter,
    answer: shapes.fewerShape,
    async run({ params }, tools) {
      return shapes.wireFewer(await narrowing(tools, await savedAlert(tools, params.id)));
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/alerts/{id}/fewer',
    needs: 'analyst',
    scope: 'write',
    what: 'Changes the watch by one of these proposals, named by what it adds.',
    params: idParameter,
    body: z.object({ added: z.string().min(1).max(1_000) }),
    answer: shapes.actDoneShape,
    async run({ params, body }, tools) {
      const { act } = await narrow(tools, apiWords, await savedAlert(tools, params.id), body.added);
      return { done: true as const, act };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/acts/{id}/undo',
    needs: 'analyst',
    scope: 'write',
    what: 'Undoes what was done, here or in the desk.',
    params: idParameter,
    answer: done,
    async run({ params }, tools) {
      await undoAct(tools, checkedId(params.id));
      return { done: true as const };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/stories/{id}',
    needs: 'reader',
    scope: 'read',
    what: 'A story with its articles, developments, statements and dates.',
    params: idParameter,
    answer: shapes.storyShape,
    async run({ params }, { store }) {
      const stored = await store.getStory(checkedId(params.id));
      if (stored === null) throw notHere('There is no story with this id');
      return shapes.wireStoredStory(stored);
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/articles/{id}',
    needs: 'reader',
    scope: 'read',
    what: 'An article with all that was read from it.',
    params: idParameter,
    answer: shapes.articleShape,
    async run({ params }, { store }) {
      const stored = await store.getArticle(checkedId(params.id));
      if (stored === null) throw notHere('There is no article with this id');
      return shapes.wireArticle(stored);
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/search',
    needs: 'reader',
    scope: 'read',
    what: 'Searches the archive in the query language (docs/query.md). A page may hold fewer hits than asked for, even none: `next` goes on. `atLeast` says that `total` and the facets leave out articles that only reading them could decide about; `atMost` counts those too.',
    query: z.object({
      q: z.string().min(1).max(20_000),
      order: z.enum(['newest', 'relevance']).default('newest'),
      limit,
      cursor: z.string().max(400).optional(),
      facets: z.enum(['true', 'false']).default('false'),
    }),
    answer: shapes.searchShape,
    async run({ query }, { store }) {
      const answer = await store.search({
        query: parsed(query.q),
        order: query.order,
        limit: query.limit,
        cursor: query.cursor ?? null,
        facets: query.facets === 'true',
        lookMax: searchLookMax,
      });
      return shapes.wireSearch(answer);
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/query',
    needs: 'reader',
    scope: 'read',
    what: 'How a query is understood, or where its fault is.',
    query: z.object({ q: z.string().max(20_000) }),
    answer: shapes.queryShape,
    async run({ query }) {
      const { tree, problems } = parseQuery(query.q);
      return {
        valid: tree !== null,
        words: tree === null ? null : explainQuery(tree),
        problems: problems.map(({ at, what, instead }) => ({ at: [at[0], at[1]] as [number, number], what, instead })),
      };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/speakers',
    needs: 'reader',
    scope: 'read',
    what: 'Speakers with the number of their statements.',
    query: z.object({ prefix: z.string().max(100).default(''), limit }),
    answer: z.object({ speakers: z.array(shapes.speakerShape) }),
    async run({ query }, { store }) {
      return { speakers: await store.listSpeakers(query.prefix, query.limit) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/statements',
    needs: 'reader',
    scope: 'read',
    what: 'Statements of one speaker, newest first.',
    query: z.object({ speaker: z.string().min(1).max(300), before, limit }),
    answer: z.object({ statements: z.array(shapes.statementShape) }),
    async run({ query }, { store }) {
      const found = await store.listStatements(query.speaker, query.before ?? null, query.limit);
      return { statements: found.map(shapes.wireStatement) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/events',
    needs: 'reader',
    scope: 'read',
    what: 'Dated events that touch the days from `from` to `to`.',
    query: z.object({ from: day, to: day, open: z.enum(['true', 'false']).default('false'), limit }),
    answer: z.object({ events: z.array(shapes.eventShape) }),
    async run({ query }, { store }) {
      const found = await store.listEvents(query.from, query.to, query.open === 'true', query.limit);
      return { events: found.map(shapes.wireEvent) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/leads',
    needs: 'reader',
    scope: 'read',
    what: 'Headlines that pages pointed at, newest first.',
    query: z.object({
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/)
        .optional(),
      cutOff: z.enum(['true', 'false']).optional(),
      before,
      limit,
    }),
    answer: z.object({ leads: z.array(shapes.leadShape) }),
    async run({ query }, { store }) {
      const found = await store.listLeads({
        before: query.before ?? null,
        limit: query.limit,
        language: query.language ?? null,
        cutOff: query.cutOff === undefined ? null : query.cutOff === 'true',
      });
      return { leads: found.map(shapes.wireLead) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/watches',
    needs: 'reader',
    scope: 'read',
    what: 'All watches with their counts.',
    answer: z.object({ watches: z.array(shapes.watchShape) }),
    async run(_input, { store }) {
      const [watches, counts] = await Promise.all([store.listWatches(), store.watchCounts()]);
      const countOf = new Map(counts.map((count) => [count.watchId, count]));
      return {
        watches: watches.map((watch) => shapes.wireWatch(watch, countOf.get(watch.id) ?? { fresh: 0, total: 0 })),
      };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/watches',
    needs: 'analyst',
    scope: 'write',
    what: 'Saves a new watch.',
    body: shapes.watchDraftShape,
    answer: shapes.watchShape,
    async run({ body }, { store, now, asking: { user } }) {
      parsed(body.query);
      const { private: own, ...draft } = body;
      const ownership = user === null ? {} : { owner: user.id, private: own === true };
      const id = recordId('watch', body.name, now(), ...(user === null ? [] : [user.id]));
      const watch: Watch = { ...draft, id, created: now(), ...ownership };
      await store.saveWatch(watch);
      return shapes.wireWatch(watch, { fresh: 0, total: 0 });
    },
  }),
  apiRoute({
    method: 'put',
    path: '/api/watches/{id}',
    needs: 'analyst',
    scope: 'write',
    what: 'Changes a watch.',
    params: idParameter,
    body: shapes.watchDraftShape,
    answer: shapes.watchShape,
    async run({ params, body }, tools) {
      const { store } = tools;
      const saved = (await store.listWatches()).find((watch) => watch.id === params.id);
      if (saved === undefined) throw notHere('There is no watch with this id');
      checkMayChange(tools, saved);
      parsed(body.query);
      const { private: own, ...draft } = body;
      const isOwner = saved.owner != null && saved.owner === tools.asking.user?.id;
      const watch: Watch = { ...saved, ...draft, ...(isOwner && own !== undefined ? { private: own } : {}) };
      await store.saveWatch(watch);
      const before = { id: saved.id, watch: saved };
      await recorded({ tools }, 'watch-changed', apiWords.watches.saved(watch.name), before, watch, [saved, watch]);
      const count = (await store.watchCounts()).find((one) => one.watchId === watch.id);
      return shapes.wireWatch(watch, count ?? { fresh: 0, total: 0 });
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/watches/{id}',
    needs: 'analyst',
    scope: 'write',
    what: 'Removes a watch.',
    params: idParameter,
    answer: shapes.actDoneShape,
    async run({ params: { id } }, tools) {
      const watch = (await tools.store.listWatches()).find((one) => one.id === id);
      if (watch === undefined) throw notHere('There is no watch with this id');
      checkMayChange(tools, watch);
      await tools.store.removeWatch(id);
      const summary = apiWords.watches.removed(watch.name);
      const act = await recorded({ tools }, 'watch-removed', summary, { id, watch }, null, [watch]);
      return { done: true as const, act };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/sources',
    needs: 'reader',
    scope: 'read',
    what: 'All sources with their health.',
    answer: z.object({ sources: z.array(shapes.sourceShape) }),
    async run(_input, { store }) {
      return { sources: (await store.listSources()).map(shapes.wireSource) };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/sources',
    needs: 'editor',
    scope: 'write',
    what: 'Subscribes to an address.',
    body: shapes.sourceDraftShape,
    answer: shapes.sourceShape,
    async run({ body }, tools) {
      const address = pollableAddress(body.address, tools);
      const source: Source = newSource(address, body.kind, body, tools.now());
      return shapes.wireSource(await tools.store.addSource(source));
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/sources/{id}',
    needs: 'editor',
    scope: 'write',
    what: 'Ends a subscription; pages already read stay.',
    params: idParameter,
    answer: shapes.actDoneShape,
    async run({ params }, tools) {
      const source = await tools.store.getSource(params.id);
      if (source === null) throw notHere('There is no source with this id');
      await tools.store.removeSource(params.id);
      const summary = apiWords.sources.removed(source.title ?? source.address);
      return { done: true as const, act: await recorded({ tools }, 'source-removed', summary, source, null) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/deliveries',
    needs: 'reader',
    scope: 'read',
    what: 'Messages that were given up, latest first.',
    query: z.object({ limit }),
    answer: z.object({ deliveries: z.array(shapes.deliveryShape) }),
    async run({ query }, { store }) {
      return { deliveries: (await store.failedDeliveries(query.limit)).map(shapes.wireDelivery) };
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/deliveries/{id}/again',
    needs: 'analyst',
    scope: 'write',
    what: 'Sends again, under its id, what was given up.',
    params: idParameter,
    answer: done,
    async run({ params }, tools) {
      await resend(tools, params.id);
      return { done: true as const };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/me',
    what: 'Whose key or session this is, and what it may do; null on a desk without users.',
    needs: 'reader',
    scope: 'read',
    answer: z.object({ user: shapes.userShape.nullable(), scopes: z.array(z.enum(scopes)) }),
    async run(_input, { asking: { user, key } }) {
      return { user: user === null ? null : shapes.wireUser(user), scopes: [...(key?.scopes ?? [])] };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/users',
    what: 'Who may use the desk.',
    needs: 'admin',
    scope: 'admin',
    answer: z.object({ users: z.array(shapes.userShape) }),
    async run(_input, { whole }) {
      return { users: (await whole.listUsers()).map(shapes.wireUser) };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/audit',
    what: 'The audit log, newest first; `next` goes on.',
    needs: 'admin',
    scope: 'admin',
    query: z.object({
      user: idParameter.shape.id.optional(),
      since: z.iso.datetime().optional(),
      cursor: z.string().max(40).optional(),
      limit,
    }),
    answer: z.object({ entries: z.array(shapes.auditShape), next: z.string().nullable() }),
    async run({ query }, { whole }) {
      const { user = null, since = null, cursor = null } = query;
      const { rows, next } = await whole.listAudit({ cursor, limit: query.limit, userId: user, since });
      return { entries: rows.map((entry) => ({ ...entry })), next };
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/counts',
    needs: 'reader',
    scope: 'read',
    what: 'What the store holds.',
    answer: shapes.countsShape,
    async run(_input, { store }) {
      return shapes.wireCounts(await store.counts());
    },
  }),
];

interface Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>
  extends Required<Needs> {
  readonly method: ApiRoute['method'];
  readonly path: string;
  readonly what: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  run(input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> }, tools: RequestTools): Promise<z.input<A>>;
}

function apiRoute<
  P extends z.ZodType = typeof none,
  Q extends z.ZodType = typeof none,
  B extends z.ZodType = typeof none,
  A extends z.ZodType = typeof none,
>(spec: Spec<P, Q, B, A>): ApiRoute {
  const { method, path, what, needs, scope, params, query, body, answer } = spec;
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
  const route = createRoute({
    method,
    path,
    summary: what,
    request: {
      ...(params === undefined ? {} : { params: params as unknown as typeof none }),
      ...(query === undefined ? {} : { query: query as unknown as typeof none }),
      ...(body === undefined ? {} : { body: { content: json(body), required: true } }),
    },
    responses: {
      200: { description: what, content: json(answer) },
      400: { description: 'The request does not fit its description.', content: json(shapes.failureShape) },
      401: { description: 'Nobody is signed in, and no key was sent.', content: json(shapes.failureShape) },
      403: { description: 'This role or this key may not.', content: json(shapes.failureShape) },
      404: { description: 'There is nothing with this id.', content: json(shapes.failureShape) },
      413: { description: 'The body is larger than 1 MB.', content: json(shapes.failureShape) },
      500: { description: 'A fault of Watchfloor; it is in its log.', content: json(shapes.failureShape) },
    },
  });
  return {
    method,
    path,
    what,
    needs,
    scope,
    answer,
    register(api, { toolsOf, kept, noted, failed }) {
      const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
      const row = { path, needs, scope };
      // Before the request is looked at: who may not is told nothing of what is wrong with it.
      api.on(method.toUpperCase(), pattern, async (context, next) => (await kept(context, row)) ?? next());
      api.openapi(route, async (context) => {
        try {
          // The schemas above have checked each part; only their types are lost on the way through the router.
          const valid = (part: 'param' | 'query' | 'json') => context.req.valid(part as never) as unknown;
          const input = {
            params: valid('param') as z.output<P>,
            query: valid('query') as z.output<Q>,
            body: valid('json') as z.output<B>,
          };
          const given = await spec.run(input, toolsOf(context));
          await noted(context, row, 200, told(given));
          return Response.json(given) as never;
        } catch (error) {
          const answered = await failed(error, null, context.req.path);
          await noted(context, row, answered.status, {});
          return answered as never;
        }
      });
    },
  };
}

/** Of an answer, the act that can be undone and the id of what was made. */
function told(answer: unknown): { act?: string; id?: string } {
  const { act, id } = (answer ?? {}) as { act?: unknown; id?: unknown };
  return { ...(typeof act === 'string' ? { act } : {}), ...(typeof id === 'string' ? { id } : {}) };
}

/** The tree of a query, or a failure that says where its fault is. */
function parsed(text: string) {
  const { tree, problems } = parseQuery(text);
  if (tree !== null) return tree;
  const [problem] = problems;
  throw badRequest(
    `This query has a fault at ${problem?.at[0] ?? 0}: ${problem?.what ?? 'it cannot be read'}`,
    problem?.instead == null ? 'See docs/query.md.' : `Try: ${problem.instead}`,
  );
}
