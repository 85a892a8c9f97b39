import type { Alert, Development } from '../../src/records.ts';
import type { Store, StoredDevelopment } from '../../src/store/store.ts';
import { parseQuery } from '../../src/watches/watches.ts';
import { at } from '../made.ts';

/** All that can be asked of a store, as JSON: what two stores of the same desk must have alike. Closes it. */
export async function face(store: Store): Promise<string> {
  const developments = await developmentRowsIn(store);
  const stories = [...new Set(developments.map(({ story }) => story.id))];
  const { databaseBytes: _, ...counts } = await store.counts();
  const searches = ['launch', '"coast guard"', 'launch AND NOT ferry', 'lang:ko', 'said:window', 'kind:date'];
  const all = {
    counts,
    developments,
    alerts: await store.listAlerts({ watchId: null, state: null, before: null, limit: 999 }),
    stories: await Promise.all(stories.map((id) => store.getStory(id))),
    labels: await store.alertLabels(),
    watches: await store.listWatches(),
    sources: await store.listSources(),
    articles: await store.articlesSince('', null, 999),
    speakers: await store.listSpeakers('', 999),
    events: await store.listEvents('1900-01-01', '2100-01-01', true, 999),
    leads: await store.listLeads({ before: null, limit: 999, language: null, cutOff: null }),
    failures: await store.listFailures(99),
    fetches: await store.claimFetches(at(6), 9, 0),
    pages: await store.claimPages(at(10), 9, 0),
    placeable: await store.claimReadings(at(10), 9, 0),
    searches: await Promise.all(
      searches.map((text) =>
        store.search({ query: parseQuery(text).tree!, order: 'newest', limit: 50, cursor: null, facets: true }),
      ),
    ),
    marks: await store.changeMarks(),
    users: await store.listUsers(),
    keys: await store.listApiKeys(null),
    audit: await store.listAudit({ cursor: null, limit: 99 }),
    seen: await store.listAlerts({ watchId: null, state: null, before: null, limit: 999, viewer: 'us-none' }),
  };
  await store.close();
  return JSON.stringify(all, null, 1);
}

/** Every development that a test made, newest first, with its story. */
export async function developmentRowsIn(store: Store): Promise<StoredDevelopment[]> {
  return store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 999 });
}

export async function developmentsIn(store: Store): Promise<Development[]> {
  return (await developmentRowsIn(store)).map(({ development }) => development);
}

/** Every alert that a test made, newest first. */
export async function alertsIn(store: Store): Promise<Alert[]> {
  return (await store.listAlerts({ watchId: null, state: null, before: null, limit: 999 })).map(({ alert }) => alert);
}
