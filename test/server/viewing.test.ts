import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storeFor } from '../../src/server/viewing.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { ferryWatch, fillStore, now } from '../desk/archive.ts';

/** What a user's store does as the whole store does, each with the reason why no private watch is told of or changed by it. */
const harmless = {
  'sources are shared by all users of a desk': [
    ...['listSources', 'getSource', 'addSource', 'updateSource', 'removeSource', 'sourcesDue', 'saveHealth'],
    ...['pollHistory', 'queueFetches', 'claimFetches', 'finishFetch', 'failFetch'],
  ],
  'pages and what they say are shared too, and name no watch': [
    ...['acceptPage', 'acceptPages', 'getPage', 'pagesAt', 'claimPages', 'saveReadings', 'claimReadings', 'failPage'],
    ...['retryPage', 'releaseClaims', 'giveBack', 'listFailures', 'getArticle', 'search', 'makeSearchQuick'],
    ...['articlesSince', 'subjectsSince', 'countArticlesSince', 'listLeads', 'listSpeakers', 'listStatements'],
    ...['storyDates', 'storyMemory', 'savePlacements', 'saveSecondLook'],
  ],
  'the worker alone calls these, for the watches of everybody': [
    ...['savePageResults', 'saveManyPageResults', 'deliveriesDue', 'saveDeliveries'],
  ],
  'these take only what was asked for before: a delivery, an act, the comment of an act': [
    ...['saveDelivery', 'recordAct', 'markUndone', 'removeComment'],
  ],
  'users, sessions, keys and the audit log are no watch: the table of routes says who may': [
    ...['hasUsers', 'listUsers', 'getUser', 'findUser', 'saveUser', 'changeUser', 'addSession', 'getSession'],
    ...['touchSession', 'endSession', 'endSessionsOf', 'listSessions', 'forgetSessions', 'saveApiKey', 'getApiKey'],
    ...['touchApiKey', 'listApiKeys', 'recordAudit', 'listAudit', 'forgetAudit'],
  ],
  'settings are those of the desk': ['getSetting', 'setSetting'],
  'only that something changed, not what': ['changeMarks'],
  'the store as a whole: no watch is named': [
    ...[
      'backupTo',
      'prune',
      'receivedToKeep',
      'removePagesOf',
      'restorePagesOf',
      'purgeRemoved',
      'filesInUse',
      'close',
    ],
  ],
} as const satisfies Record<string, readonly (keyof Store)[]>;

const store = openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => now });

test('every method of a store is limited to what its user may see, or is said to be harmless and why', () => {
  const view = storeFor(store, { id: 'us-1' });
  const same = (Object.keys(store) as (keyof Store)[]).filter((name) => view[name] === store[name]);
  assert.deepEqual(same.toSorted(), Object.values(harmless).flat().toSorted());
});

test('dates by the watch that told of them are not there for who may not see the watch', async () => {
  await fillStore(store);
  await store.saveWatch({ ...ferryWatch, owner: 'us-owner', private: true });
  const dates = (id: string, toldBy: string | null) =>
    storeFor(store, { id }).listEvents('2000-01-01', '2100-01-01', true, 10, false, toldBy);
  assert.ok((await dates('us-owner', ferryWatch.id)).length > 0);
  assert.deepEqual(await dates('us-other', ferryWatch.id), []);
  assert.ok((await dates('us-other', null)).length > 0, 'the dates themselves are shared');
});
