import type { Page, Placement } from '../../src/records.ts';
import type { AccessRules } from '../../src/server/access.ts';
import { createApp, type DeskWorker, type PeopleRules } from '../../src/server/app.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import * as archive from '../desk/archive.ts';

/** The desk over the small archive, without a socket. */
export interface TestDesk {
  readonly app: ReturnType<typeof createApp>['app'];
  readonly store: Store;
  /** Faults of the desk that were logged; empty unless something broke. */
  readonly errors: string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>;
}

export async function openDesk(
  options: {
    rules?: Partial<AccessRules & PeopleRules>;
    store?: Store;
    worker?: DeskWorker;
    empty?: boolean;
    address?: string;
    now?: () => string;
    content?: (page: Page) => Promise<Uint8Array | null>;
  } = {},
): Promise<TestDesk> {
  const store = options.store ?? openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => archive.now });
  if (options.empty !== true) await archive.fillStore(store);
  const errors: string[] = [];
  const { app } = createApp(
    {
      store,
      pages: { content: options.content ?? archive.content },
      ...(options.worker === undefined ? {} : { worker: options.worker }),
      ...(options.address === undefined ? {} : { address: options.address }),
      now: options.now ?? (() => archive.now),
      log: {
        info: () => undefined,
        error: (fields, message) => errors.push(`${message} ${JSON.stringify(fields)}`),
      },
    },
    { names: [], password: null, passwordCost: cheapCost, ...options.rules },
  );
  const ask = (path: string, init: RequestInit) =>
    Promise.resolve(
      app.request(`http://127.0.0.1:7311${path}`, {
        ...init,
        headers: { host: '127.0.0.1:7311', ...(init.headers as Record<string, string>) },
      }),
    );
  return {
    app,
    store,
    errors,
    get: (path, headers = {}) => ask(path, { headers }),
    post(path, fields, headers = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
      }
      return ask(path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
      });
    },
  };
}

/** Of passwords in tests: the usual cost would take a quarter of a second for each. */
export const cheapCost = { cost: 16, blockSize: 8, parallel: 1 };

/** One address of every page that shows records. */
export async function pagePaths(store: Store): Promise<string[]> {
  const found = await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 100 });
  const [watch] = await store.listWatches();
  const [source] = await store.listSources();
  const storyIds = [...new Set(found.map((one) => one.story.id))];
  const stories = (await Promise.all(storyIds.map((id) => store.getStory(id)))).filter((one) => one !== null);
  const articles = stories.flatMap((one) => one.articles);
  const speakers = await store.listSpeakers('', 3);
  const [alert] = await store.listAlerts({ watchId: null, state: null, before: null, limit: 1 });
  return [
    '/',
    '/?show=everything',
    '/?show=kept',
    '/?show=dismissed',
    '/?show=acknowledged',
    '/?assignee=Osk%20Tarn',
    '/?tag=harbour',
    `/alerts/${alert.alert.id}`,
    `/alerts/${alert.alert.id}/fewer`,
    `/?watch=${watch.id}`,
    ...storyIds.map((id) => `/stories/${id}`),
    ...articles.map(({ brief }) => `/articles/${brief.id}?at=0-6`),
    ...articles.filter(({ placement }) => placement.copyOf !== null).map(({ brief }) => `/compare/${brief.id}`),
    '/calendar?past=1',
    '/speakers',
    ...speakers.map(({ name }) => `/speakers/${encodeURIComponent(name)}`),
    '/search',
    '/search?q=ferry',
    '/search?q=ferry%20AND%20(',
    '/watches',
    '/watches/new?query=ferry&preview=1',
    `/watches/${watch.id}`,
    '/sources',
    `/sources/${source.id}`,
    '/leads',
    '/settings',
    '/people',
    '/audit',
    '/keys',
    '/offline',
  ];
}

/** One address of every page that says so when there is nothing to show. */
export const listPaths: readonly string[] = [
  '/',
  '/?show=new',
  '/?show=kept',
  '/calendar',
  '/speakers',
  '/search',
  '/watches',
  '/sources',
  '/leads',
];

/** Ids of the stories, the one with most pages first. */
export async function storyIds(store: Store): Promise<string[]> {
  const found = await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 100 });
  const stories = new Map(found.map(({ story }) => [story.id, story]));
  return [...stories.values()].sort((a, b) => b.pageCount - a.pageCount).map(({ id }) => id);
}

/** The newest article in a story whose placement is such. */
export async function newestArticle(store: Store, such: (placement: Placement) => boolean): Promise<string> {
  for (const id of await storyIds(store)) {
    const articles = (await store.getStory(id))?.articles ?? [];
    const found = articles
      .filter(({ placement }) => such(placement))
      .sort((a, b) => b.brief.received.localeCompare(a.brief.received));
    if (found.length > 0) return found[0].brief.id;
  }
  throw new Error('there is no such article');
}
