import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AuditEntry } from '../../src/records.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { ferryWatch, now } from '../desk/archive.ts';
import { madePage, madeReading, madeResults, madeWatch } from '../made.ts';
import { openDesk } from './desk.ts';
import { cookiesGiven, openPeopledDesk, type PeopledDesk, passwordOf, signIn } from './peopled.ts';

/** The log as a test reads it: newest last. */
async function logOf(store: Store): Promise<AuditEntry[]> {
  return (await store.listAudit({ cursor: null, limit: 999 })).rows.toReversed();
}

const told = ({ who, what, on, outcome }: AuditEntry) => [who?.name ?? null, what, on, outcome];

test('what changes something is written down: who, through what, on what, how it ended', async () => {
  const desk = await openPeopledDesk();
  const { users } = desk;
  const session = await desk.session(users.analyst);
  await desk.post(`/watches`, { name: 'Locks', query: 'lock' }, session);
  await desk.post(`/watches/${ferryWatch.id}/pause`, {}, session);
  await desk.post('/sources', { address: 'https://a.example/' }, session);
  await desk.get('/search?q=ferry', session);
  await desk.get('/audit', session);
  await desk.app.request('http://127.0.0.1:7311/api/watches', {
    method: 'POST',
    headers: { ...(await desk.key(users.editor)), 'content-type': 'application/json', host: '127.0.0.1:7311' },
    body: JSON.stringify({ name: 'Quays', query: 'quay' }),
  });
  await desk.get('/api/watches', await desk.key(users.editor));
  await desk.post('/watches', { name: 'x' }, { authorization: 'Bearer wf_none' });
  const entries = await logOf(desk.store);
  const quays = (await desk.store.listWatches()).find(({ name }) => name === 'Quays');
  assert.deepEqual(entries.map(told), [
    ['Analyst', 'POST /watches', null, 'done'],
    ['Analyst', 'POST /watches/:id/pause', ferryWatch.id, 'refused'],
    ['Analyst', 'POST /sources', null, 'refused'],
    ['Analyst', 'GET /audit', null, 'refused'],
    ['Editor', 'POST /api/watches', quays?.id, 'done'],
  ]);
  const [{ id: act }] = await desk.store.listActs(1);
  assert.deepEqual([entries[0].detail, entries[0].through.kind], [act, 'session']);
  const [key] = await desk.store.listApiKeys(users.editor.id);
  assert.equal(entries[4].through.kind, 'key');
  assert.ok(
    (await desk.store.listApiKeys(users.editor.id)).some(({ id }) => id === entries[4].through.id),
    key.id,
  );
  const page = await (await desk.get('/audit', await desk.session(users.admin))).text();
  for (const shown of ['POST /watches/:id/pause', ferryWatch.id, 'refused']) assert.ok(page.includes(shown), shown);
  const wire = await desk.get('/api/audit?limit=2', await desk.key(users.admin, ['admin']));
  const { entries: rows, next } = (await wire.json()) as { entries: AuditEntry[]; next: string };
  assert.deepEqual([rows.map(told), rows.length, next !== null], [entries.slice(-2).toReversed().map(told), 2, true]);
});

test('sign-ins are written down, done and refused, and what was typed as a name is not', async () => {
  const desk = await openPeopledDesk();
  await signIn(desk, { name: 'hunter2-typed-as-name', password: 'x' }, { client: '203.0.113.5' });
  await signIn(desk, { name: 'reader', password: 'wrong' }, { client: '203.0.113.5' });
  const own = cookiesGiven(await signIn(desk, { name: 'reader', password: passwordOf('reader') }));
  await desk.post('/sign-out', {}, own);
  const entries = await logOf(desk.store);
  assert.deepEqual(entries.map(told), [
    [null, 'sign-in', null, 'refused'],
    ['Reader', 'sign-in', null, 'refused'],
    ['Reader', 'sign-in', null, 'done'],
    ['Reader', 'POST /sign-out', null, 'done'],
  ]);
  assert.deepEqual(entries.map(({ client, detail }) => [client, detail]).slice(0, 3), [
    ['203.0.113.5', 'unknown name'],
    ['203.0.113.5', 'wrong password'],
    ['192.0.2.1', 'password'],
  ]);
  assert.doesNotMatch(JSON.stringify(entries), /hunter2/);
});

test('guesses by the hundred do not fill the log: after some a minute one entry stands for the rest', async () => {
  const desk = await openPeopledDesk();
  for (let guess = 0; guess < 150; guess++)
    await signIn(desk, { name: `n${guess}`, password: 'x' }, { client: `203.0.113.${guess}` });
  const entries = await logOf(desk.store);
  assert.equal(entries.length, 61);
  assert.match(entries.at(-1)?.detail ?? '', /not listed/);
  await desk.post('/watches', { name: 'x', query: 'x' }, await desk.session(desk.users.analyst));
  assert.equal((await logOf(desk.store)).length, 62, 'what is done is written down all the same');
});

test('a desk without users writes nothing down', async () => {
  const desk = await openDesk();
  await desk.post('/watches', { name: 'Locks', query: 'lock' });
  assert.deepEqual(await logOf(desk.store), []);
});

test('passwords, tokens and keys are in no page, log, error, audit entry, export or backup', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-secrets-'));
  const file = join(folder, 'desk.sqlite');
  const desk = await openPeopledDesk({ store: openSqliteStore({ file, matches: matchQuery, now: () => now }) });
  const { admin } = desk.users;
  const answer = await signIn(desk, { name: 'admin', password: passwordOf('admin') });
  const own = cookiesGiven(answer);
  const cookies = [...own.cookie.matchAll(/=([\w-]+)/g)].map(([, value]) => value);
  const made = await (await desk.post('/me/keys', { name: 'robot', scopes: ['read', 'feeds'] }, own)).text();
  const [key] = /wf_[\w-]{43}/.exec(made) ?? [];
  assert.ok(key !== undefined && cookies.length === 2);
  const typed = 'seven lanterns unlit';
  await desk.post('/people', { signInName: 'new', role: 'reader', password: typed }, own);
  await desk.post(`/people/${admin.id}/password`, { password: 'short' }, own);
  await desk.get(`/feeds/none.atom?key=${key}`);
  await desk.get('/api/counts', { authorization: `Bearer ${key}` });
  await desk.post('/sign-in', { name: typed, password: typed });
  const secrets = [...cookies, key, typed, passwordOf('admin')];
  const pages = await Promise.all(
    [
      '/me',
      '/people',
      '/audit',
      '/settings',
      '/api/users',
      '/api/audit',
      '/api/me',
      '/metrics',
      '/sources.opml',
      '/',
    ].map(async (path) => (await desk.get(path, own)).text()),
  );
  await desk.store.backupTo(join(folder, 'backup.sqlite'));
  const everywhere = [
    ...pages,
    ...desk.errors,
    JSON.stringify(await logOf(desk.store)),
    readFileSync(join(folder, 'backup.sqlite'), 'latin1'),
    readFileSync(file, 'latin1'),
  ].join('\n');
  for (const secret of secrets) assert.ok(!everywhere.includes(secret), `${secret} is somewhere`);
  const hashes = (await desk.store.listUsers()).map(({ password }) => password?.hash ?? 'none');
  for (const hash of hashes) assert.ok(!pages.join('\n').includes(hash), 'no page shows a hash');
  await desk.store.close();
  rmSync(folder, { recursive: true });
});

/** What comes of a stream until a pause, and whether it ended. */
async function heard(
  stream: ReadableStream<Uint8Array>,
  milliseconds: number,
): Promise<{ text: string; ended: boolean }> {
  const reader = stream.getReader();
  let text = '';
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(late.resolve, milliseconds, null);
  for (;;) {
    const next = await Promise.race([reader.read(), late.promise]);
    if (next === null) {
      reader.releaseLock();
      return { text, ended: false };
    }
    if (next.done) {
      clearTimeout(timer);
      return { text, ended: true };
    }
    text += new TextDecoder().decode(next.value);
  }
}

test('live events tell of a private watch to its owner alone, and end with the session, the user or the key', async () => {
  const desk = await openPeopledDesk();
  const { analyst, editor, reader, admin } = desk.users;
  await desk.store.saveWatch({ ...madeWatch('wa-private', 'harbour'), owner: analyst.id, private: true });
  const listen = async (headers: Record<string, string>) => (await desk.get('/live', headers)).body!;
  const signedOut = await desk.session(editor);
  const streams = {
    owner: await listen(await desk.session(analyst)),
    other: await listen(await desk.session(editor)),
    signedOut: await listen(signedOut),
    disabled: await listen(await desk.session(reader)),
  };
  await waitForLook();
  await tellOf(desk, 'wa-private');
  await desk.post('/sign-out', {}, signedOut);
  await desk.post(`/people/${reader.id}/disable`, {}, await desk.session(admin));
  const [owner, other, out, disabled] = await Promise.all(
    Object.values(streams).map((stream) => heard(stream, lookMilliseconds + 1_500)),
  );
  const fresh = ({ text }: { text: string }) => JSON.parse(/event: fresh\ndata: (.*)/.exec(text)?.[1] ?? 'null');
  assert.deepEqual([fresh(owner).alerts, fresh(owner).developments], [1, 1]);
  assert.deepEqual([fresh(other).alerts, fresh(other).developments], [0, 1]);
  assert.equal(fresh(owner).waiting, fresh(other).waiting + 1);
  assert.deepEqual([owner.ended, other.ended, out.ended, disabled.ended], [false, false, true, true]);
  assert.equal(fresh(out), null, 'nothing is told on the way out');
  await Promise.all([streams.owner.cancel(), streams.other.cancel()]);
});

const lookMilliseconds = 2_500;

/** Until those who listen were looked at once. */
function waitForLook(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}

async function tellOf(desk: PeopledDesk, watchId: string): Promise<void> {
  const page = madePage('told', 1, { received: now });
  await desk.store.acceptPage(page);
  await desk.store.savePageResults(madeResults(page, madeReading(page), [watchId]));
}
