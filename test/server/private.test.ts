import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Role, Watch } from '../../src/records.ts';
import { apiRoutes } from '../../src/server/api.ts';
import { routes } from '../../src/server/routes.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { ferryWatch, now } from '../desk/archive.ts';
import { madePage, madeReading, madeResults, madeWatch } from '../made.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../store/postgres-server.ts';
import { addUser, openPeopledDesk, type PeopledDesk } from './peopled.ts';

const postgres = whyNoPostgres();
let server: PostgresServer | null = null;

describe('on SQLite', () => {
  privateCases(async () => openSqliteStore({ file: ':memory:', matches: matchQuery, now: () => now }));
});

describe('on PostgreSQL', { skip: postgres ?? false }, () => {
  before(async () => {
    server = await startPostgres();
  });
  after(() => server?.stop());
  privateCases(() => openPostgresStore({ url: server!.freshUrl(), matches: matchQuery, now: () => now }));
});

/** What must not reach anybody but its owner, and what must not be changed by anybody else. */
interface Private {
  readonly desk: PeopledDesk;
  readonly watch: Watch;
  readonly alertId: string;
  readonly deliveryId: string;
  readonly actId: string;
  /** Texts that stand nowhere but in what is private. */
  readonly secrets: readonly string[];
  readonly owner: Record<string, string>;
  close(): Promise<void>;
}

/** A desk whose analyst has a private watch that told something, with all that hangs on an alert. */
async function openPrivate(open: () => Promise<Store>): Promise<Private> {
  const desk = await openPeopledDesk({ store: await open() });
  const { store, users } = desk;
  const watch = { ...madeWatch('wa-private', 'zwielicht OR harbour'), name: 'Zwielicht file', channels: ['dusk'] };
  await store.saveWatch({ ...watch, owner: users.analyst.id, private: true });
  const page = madePage('private', 1, { received: now });
  await store.acceptPage(page);
  const results = madeResults(page, madeReading(page), [watch.id]);
  const [{ id: alertId }] = results.alerts;
  const failure = { code: 'x', what: 'Refused by dusk', advice: 'Wait.', retry: 'later', at: now } as const;
  const delivery = {
    id: 'de-private',
    alertId,
    channel: 'dusk',
    state: 'failed',
    tries: 13,
    due: now,
    failure,
  } as const;
  await store.savePageResults({ ...results, deliveries: [delivery] });
  const owner = await desk.session(users.analyst);
  await desk.post(`/alerts/${alertId}/assign`, { assignee: 'Vesper Only' }, owner);
  await desk.post(`/alerts/${alertId}/tags`, { tag: 'gloaming' }, owner);
  await desk.post(`/alerts/${alertId}/comments`, { text: 'Nobody else may know.' }, owner);
  await desk.post(`/watches/${watch.id}/pause`, {}, owner);
  const [act] = await store.listActs(1);
  const secrets = [alertId, watch.id, 'Zwielicht', 'zwielicht', 'Vesper Only', 'gloaming', 'Nobody else may know'];
  return {
    desk,
    watch,
    alertId,
    deliveryId: delivery.id,
    actId: act.id,
    secrets: [...secrets, 'Refused by dusk', act.id],
    owner,
    close: () => store.close(),
  };
}

/** Every address that shows something, with the ids of what is private put in, and of stories and articles that are there. */
async function addresses({ desk, watch, alertId, deliveryId, actId }: Private): Promise<string[]> {
  const [{ story, article }] = await desk.store.listDevelopments({
    watchId: watch.id,
    kinds: [],
    after: null,
    before: null,
    limit: 1,
  });
  const [source] = await desk.store.listSources();
  const ids: [prefix: RegExp, id: string][] = [
    [/\/alerts\//, alertId],
    [/\/watches\//, watch.id],
    [/\/deliveries\//, deliveryId],
    [/\/acts\//, actId],
    [/\/stories\//, story.id],
    [/\/(articles|evidence|compare)\//, article.id],
    [/\/sources\//, source.id],
    [/./, 'x'],
  ];
  const shown = [...routes, ...apiRoutes].filter(({ method, path }) => method === 'get' && path !== '/live');
  const filled = shown.flatMap(({ path }) => {
    if (path === '/feeds/:file') return [`/feeds/${watch.id}.atom`, `/feeds/${watch.id}.json`];
    if (path === '/calendar/:file') return [`/calendar/${watch.id}.ics`];
    const id = ids.find(([prefix]) => prefix.test(path))![1];
    return [path.replace(/:\w+|\{\w+\}/, id)];
  });
  return [
    ...filled,
    '/?show=everything',
    '/?show=kept',
    `/?watch=${watch.id}`,
    `/?show=everything&watch=${watch.id}`,
    '/?tag=gloaming',
    '/?assignee=Vesper%20Only',
    `/?done=${actId}`,
    `/calendar?watch=${watch.id}`,
    `/api/alerts?watch=${watch.id}`,
    `/api/alerts?story=${story.id}`,
    '/api/alerts?tag=gloaming',
    '/api/alerts?limit=200',
    `/api/developments?watch=${watch.id}`,
    '/api/developments?limit=200',
    '/api/search?q=harbour&facets=true',
    '/search?q=harbour',
  ];
}

function privateCases(open: () => Promise<Store>): void {
  const others: readonly Role[] = ['reader', 'editor', 'admin'];

  test('nobody but its owner sees anything of a private watch, by any address, session or key', async () => {
    const all = await openPrivate(open);
    const { desk, secrets } = all;
    let shownToOwner = '';
    for (const path of await addresses(all)) {
      const own = await desk.get(path, all.owner);
      shownToOwner += await own.text();
      const asked = decodeURIComponent(path);
      for (const role of others) {
        for (const headers of [await desk.session(desk.users[role]), await desk.key(desk.users[role])]) {
          const answer = await desk.get(path, headers);
          const text = await answer.text();
          // What somebody asked for by name may be told back to them.
          // The audit log holds the ids of what was done to something, and no text of it.
          const open = (secret: string) =>
            asked.includes(secret) || (/\/audit$/.test(path) && /^(al|wa|ac)-/.test(secret));
          const leaked = secrets.filter((secret) => !open(secret) && text.includes(secret));
          assert.deepEqual(leaked, [], `${path} for ${role}: ${answer.status}`);
        }
        const named = /\/(alerts|watches|feeds|calendar)\/[a-z]/.test(path) && !path.endsWith('/new');
        if (named) {
          const { status } = await desk.get(path, await desk.session(desk.users[role]));
          assert.ok(status === 404 || (status === 403 && role === 'reader'), `${path} for ${role}: ${status}`);
        }
      }
    }
    for (const secret of secrets) assert.ok(shownToOwner.includes(secret), `its owner sees ${secret}`);
    assert.deepEqual(desk.errors, []);
    await all.close();
  });

  test('nobody but its owner changes anything of a private watch, whatever id they send', async () => {
    const all = await openPrivate(open);
    const { desk, watch, alertId, deliveryId, actId } = all;
    const state = async () =>
      JSON.stringify([
        (await desk.store.listWatches()).filter(({ id }) => id === watch.id),
        await desk.store.getAlert(alertId),
        await desk.store.getDelivery(deliveryId),
        (await desk.store.listActs(99)).filter(({ id }) => id === actId),
      ]);
    const before = await state();
    const draft = { name: 'Mine now', query: 'ferry' };
    const forms: [string, Record<string, string>][] = [
      ['/alerts', { id: alertId, state: 'dismissed' }],
      [`/alerts/${alertId}/assign`, { assignee: 'Me' }],
      [`/alerts/${alertId}/tags`, { tag: 'seen' }],
      [`/alerts/${alertId}/comments`, { by: 'Me', text: 'Ha.' }],
      [`/alerts/${alertId}/fewer`, { added: 'x' }],
      [`/watches/${watch.id}`, draft],
      [`/watches/${watch.id}/pause`, {}],
      [`/watches/${watch.id}/mute`, {}],
      [`/watches/${watch.id}/remove`, {}],
      [`/watches/${watch.id}/address`, {}],
      [`/deliveries/${deliveryId}/again`, {}],
      [`/acts/${actId}/undo`, {}],
    ];
    const requests: [string, string, object?][] = [
      ['POST', '/api/alerts/state', { ids: [alertId], state: 'dismissed' }],
      ['PUT', `/api/alerts/${alertId}/assignee`, { assignee: 'Me' }],
      ['POST', `/api/alerts/${alertId}/tags`, { tag: 'seen' }],
      ['POST', `/api/alerts/${alertId}/comments`, { text: 'Ha.' }],
      ['POST', `/api/alerts/${alertId}/fewer`, { added: 'x' }],
      ['PUT', `/api/watches/${watch.id}`, draft],
      ['DELETE', `/api/watches/${watch.id}`],
      ['POST', `/api/deliveries/${deliveryId}/again`],
      ['POST', `/api/acts/${actId}/undo`],
    ];
    for (const role of ['editor', 'admin'] as const) {
      for (const [path, fields] of forms) {
        const { status } = await desk.post(path, fields, await desk.session(desk.users[role]));
        assert.equal(status, path === '/alerts' ? 303 : 404, `${path} by ${role}`);
      }
      for (const [method, path, body] of requests) {
        const answer = await desk.app.request(`http://127.0.0.1:7311${path}`, {
          method,
          headers: {
            ...(await desk.key(desk.users[role])),
            'content-type': 'application/json',
            host: '127.0.0.1:7311',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        assert.equal(answer.status, path.endsWith('/state') ? 200 : 404, `${method} ${path} by ${role}`);
      }
    }
    assert.equal(await state(), before);
    await all.close();
  });

  test('a key for the feeds of one watch opens no other; one of another user not even that', async () => {
    const all = await openPrivate(open);
    const { desk, watch } = all;
    const page = await (await desk.post(`/watches/${watch.id}/address`, {}, all.owner)).text();
    const keyed = [...page.matchAll(/http:\/\/127\.0\.0\.1:7311(\/[^\s<]+\?key=wf_[\w-]+)</g)].map(([, path]) => path);
    assert.equal(keyed.length, 3);
    for (const path of keyed) {
      const answer = await desk.get(path);
      assert.equal(answer.status, 200, path);
      assert.match(await answer.text(), /Zwielicht file/);
    }
    const [, key] = keyed[0].split('?');
    for (const path of [
      `/feeds/${ferryWatch.id}.atom`,
      '/calendar.ics',
      `/calendar/${ferryWatch.id}.ics`,
      '/',
      '/api/counts',
    ])
      assert.equal((await desk.get(`${path}?${key}`)).status, 403, path);
    const [{ id }] = await desk.store.listApiKeys(desk.users.analyst.id);
    assert.equal((await desk.post(`/me/keys/${id}/revoke`, {}, await desk.session(desk.users.editor))).status, 404);
    assert.equal((await desk.get(keyed[0])).status, 200, 'nobody else revokes it as their own');
    await desk.post(`/me/keys/${id}/revoke`, {}, all.owner);
    assert.equal((await desk.get(keyed[0])).status, 401);
    const whole = await desk.key(desk.users.editor, ['feeds']);
    assert.equal((await desk.get(`/feeds/${watch.id}.atom`, whole)).status, 404);
    assert.equal((await desk.get(`/feeds/${ferryWatch.id}.atom`, whole)).status, 200);
    await all.close();
  });

  test('a shared watch is changed by its owner and by editors, and made private by its owner alone', async () => {
    const all = await openPrivate(open);
    const { desk } = all;
    const other = await addUser(desk.store, 'second', 'analyst');
    const made = await desk.post('/watches', { name: 'Locks', query: 'lock' }, all.owner);
    const [, id] = /watch=([\w-]+)/.exec(made.headers.get('location') ?? '') ?? [];
    const saved = async () => (await desk.store.listWatches()).find((one) => one.id === id)!;
    assert.deepEqual([(await saved()).owner, (await saved()).private], [desk.users.analyst.id, false]);
    const change = (headers: Record<string, string>, name: string, own = '') =>
      desk.post(`/watches/${id}`, { name, query: 'lock', private: own }, headers);
    const [stranger, editor] = [await desk.session(other), await desk.session(desk.users.editor)];
    assert.equal((await change(stranger, 'Taken')).status, 403);
    for (const act of ['pause', 'mute', 'remove'])
      assert.equal((await desk.post(`/watches/${id}/${act}`, {}, stranger)).status, 403, act);
    assert.equal((await change(editor, 'Better', '1')).status, 303);
    assert.deepEqual([(await saved()).name, (await saved()).private], ['Better', false]);
    assert.equal((await desk.post('/watches/wa-1/pause', {}, stranger)).status, 404);
    assert.equal((await desk.post(`/watches/${ferryWatch.id}/pause`, {}, stranger)).status, 403, 'made before users');
    assert.equal((await change(all.owner, 'Mine', '1')).status, 303);
    assert.equal((await saved()).private, true);
    assert.equal((await change(editor, 'Better')).status, 404);
    const put = await desk.app.request(`http://127.0.0.1:7311/api/watches/${id}`, {
      method: 'PUT',
      headers: { ...(await desk.key(desk.users.analyst)), 'content-type': 'application/json', host: '127.0.0.1:7311' },
      body: JSON.stringify({ name: 'Mine', query: 'lock' }),
    });
    assert.equal(((await put.json()) as { private: boolean }).private, true, 'not said is not changed');
    await all.close();
  });

  test('acts bear the name of who did them, and are undone by them or by an editor', async () => {
    const all = await openPrivate(open);
    const { desk } = all;
    const second = await desk.session(await addUser(desk.store, 'second', 'analyst'));
    const [shared] = await desk.store.listAlerts({ watchId: ferryWatch.id, state: null, before: null, limit: 1 });
    const kept = async () => {
      const answer = await desk.post('/alerts', { id: shared.alert.id, state: 'kept' }, all.owner);
      return /done=([\w-]+)/.exec(answer.headers.get('location') ?? '')![1];
    };
    const stateNow = async () => (await desk.store.getAlert(shared.alert.id))?.state;
    const act = await kept();
    assert.deepEqual((await desk.store.listActs(1))[0].by, { id: desk.users.analyst.id, name: 'Analyst' });
    assert.match(await (await desk.get('/settings', second)).text(), /<bdi>Analyst<\/bdi>/);
    assert.equal((await desk.post(`/acts/${act}/undo`, {}, second)).status, 403);
    assert.equal(await stateNow(), 'kept');
    assert.equal((await desk.post(`/acts/${act}/undo`, {}, await desk.session(desk.users.editor))).status, 303);
    assert.equal(await stateNow(), shared.state);
    const again = await kept();
    assert.equal((await desk.post(`/acts/${again}/undo`, {}, all.owner)).status, 303);
    await desk.post(`/alerts/${shared.alert.id}/assign`, { assignee: 'Ida' }, second);
    assert.equal((await desk.store.getAlert(shared.alert.id))?.notes.assignedBy, 'Second');
    assert.match(await (await desk.get(`/alerts/${shared.alert.id}`, second)).text(), /given by <bdi>Second<\/bdi>/);
    const said = await desk.post(`/alerts/${shared.alert.id}/comments`, { by: 'Somebody Else', text: 'So.' }, second);
    assert.equal(said.status, 303);
    const comment = (await desk.store.getAlert(shared.alert.id))?.notes.comments.at(-1);
    assert.deepEqual([comment?.by, comment?.text], ['Second', 'So.'], 'nobody speaks under another name');
    await all.close();
  });

  test('a channel that is removed leaves also the watches that whoever removes it does not see', async () => {
    const all = await openPrivate(open);
    const { desk, watch } = all;
    const admin = await desk.session(desk.users.admin);
    const added = await desk.post('/channels', { name: 'dusk', kind: 'email', address: 'a@b.example' }, admin);
    assert.equal(added.status, 303);
    const channels = async () => (await desk.store.listWatches()).find(({ id }) => id === watch.id)?.channels;
    const removed = await desk.post('/channels/dusk/remove', {}, admin);
    assert.deepEqual(await channels(), []);
    const [, act] = /done=([\w-]+)/.exec(removed.headers.get('location') ?? '') ?? [];
    await desk.post(`/acts/${act}/undo`, {}, admin);
    assert.deepEqual(await channels(), ['dusk']);
    await all.close();
  });
}
