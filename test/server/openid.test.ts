import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createOpenId } from '../../src/fetch/openid.ts';
import { type AdmissionRules, groupRolesOf } from '../../src/server/admission.ts';
import { goThrough, startProvider, type TestProvider, testClient } from '../fetch/openid-provider.ts';
import { madeUser } from '../made.ts';
import { cookiesGiven, openPeopledDesk, type PeopledDesk } from './peopled.ts';

const address = 'http://127.0.0.1:7311';
const back = `${address}/sign-in/openid/back`;
let provider: TestProvider;

before(async () => {
  provider = await startProvider(
    [back],
    [
      {
        sub: 'mara-1',
        name: 'Mara Lind',
        email: 'Mara@desk.example',
        email_verified: true,
        preferred_username: 'mara lind!',
        groups: ['night-desk', 'floor'],
      },
      { sub: 'odo-2', name: 'Odo', email: 'mara@desk.example', email_verified: false },
      { sub: 'ines-3', email: 'ines@desk.example', email_verified: true, groups: ['admins'] },
    ],
  );
});
after(() => provider.close());

type Rules = Partial<Omit<AdmissionRules, 'groupRoles'>> & { readonly groups?: string };

function openDoor({ groups = '', ...rules }: Rules = {}): Promise<PeopledDesk> {
  const client = createOpenId({
    issuer: provider.issuer,
    clientId: testClient.id,
    clientSecret: testClient.secret,
    scopes: 'openid profile email',
    groupsClaim: 'groups',
    allowHosts: [],
    userAgent: 'Watchfloor test',
    now: () => Date.now(),
  });
  return openPeopledDesk({
    rules: {
      openId: {
        name: 'Example ID',
        provider: client,
        rules: { newRole: null, groupRoles: groupRolesOf(groups), ...rules },
      },
    },
  });
}

/** Goes the whole way as a browser does, and gives the desk's last answer. */
async function signInAs(desk: PeopledDesk, subject: string | null, next = '/leads'): Promise<Response> {
  provider.signIn(subject);
  const begun = await desk.get(`/sign-in/openid?next=${encodeURIComponent(next)}`);
  assert.equal(begun.status, 303);
  const came = await goThrough(begun.headers.get('location') ?? '', back);
  return desk.get(`${came.pathname}${came.search}`, cookiesGiven(begun));
}

async function refusals(desk: PeopledDesk): Promise<(string | null)[]> {
  const { rows } = await desk.store.listAudit({ limit: 50, cursor: null } as Parameters<
    typeof desk.store.listAudit
  >[0]);
  return rows.filter(({ what, outcome }) => what === 'sign-in' && outcome === 'refused').map(({ detail }) => detail);
}

test('who is new comes in with the role that new people get, and is the same user the next time', async () => {
  const desk = await openDoor({ newRole: 'analyst' });
  const page = await (await desk.get('/sign-in', { accept: 'text/html' })).text();
  assert.match(page, /href="\/sign-in\/openid\?next=%2F"[^>]*>Sign in at Example ID/);
  const answer = await signInAs(desk, 'mara-1');
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/leads']);
  assert.equal((await desk.get('/leads', cookiesGiven(answer))).status, 200);
  const made = await desk.store.findUser({ issuer: provider.issuer, subject: 'mara-1' });
  assert.deepEqual(
    [made?.name, made?.email, made?.role, made?.password, made?.signInName],
    ['Mara Lind', 'Mara@desk.example', 'analyst', null, 'mara@desk.example'],
    'a name that cannot be one here gives way to the address',
  );
  const count = (await desk.store.listUsers()).length;
  assert.equal((await signInAs(desk, 'mara-1')).status, 303);
  assert.equal((await desk.store.listUsers()).length, count);
  const [session] = await desk.store.listSessions(made?.id ?? '');
  assert.equal(session.by, 'openid');
});

test('without a role for new people, an admin adds them, and their verified address ties them once', async () => {
  const desk = await openDoor();
  assert.equal((await signInAs(desk, 'mara-1')).status, 403);
  assert.deepEqual(await refusals(desk), ['openid: unknown']);
  await desk.store.saveUser(madeUser('added', { role: 'editor', email: 'mara@Desk.example' }));
  assert.equal((await signInAs(desk, 'odo-2')).status, 403, 'an address nobody vouches for is anybody’s');
  assert.equal((await signInAs(desk, 'mara-1')).status, 303);
  const tied = await desk.store.findUser({ signInName: 'added' });
  assert.deepEqual(tied?.identity, { issuer: provider.issuer, subject: 'mara-1' });
  assert.equal(tied?.role, 'editor');
});

test('who is to come from the provider is added without a password; without a provider nobody is', async () => {
  const fields = { name: 'Mara', signInName: 'mara', email: 'mara@desk.example', role: 'reader', password: '' };
  const desk = await openDoor();
  const admin = await desk.session(desk.users.admin);
  assert.match(await (await desk.get('/people', admin)).text(), /or none for who signs in at the provider/);
  assert.equal((await desk.post('/people', fields, admin)).status, 200);
  assert.equal((await signInAs(desk, 'mara-1')).status, 303);
  const plain = await openPeopledDesk();
  const refused = await plain.post('/people', fields, await plain.session(plain.users.admin));
  assert.equal(refused.status, 400);
});

test('two users with one address: nobody is tied to either', async () => {
  const desk = await openDoor();
  for (const name of ['first', 'second'])
    await desk.store.saveUser(madeUser(name, { role: 'reader', email: 'mara@desk.example' }));
  assert.equal((await signInAs(desk, 'mara-1')).status, 403);
});

test('the groups decide at every sign-in, the highest first; who is in none stays out', async () => {
  const desk = await openDoor({ groups: 'floor=reader, night-desk = editor' });
  assert.equal((await signInAs(desk, 'mara-1')).status, 303);
  const mara = { issuer: provider.issuer, subject: 'mara-1' };
  const found = await desk.store.findUser(mara);
  assert.equal(found?.role, 'editor');
  await desk.store.changeUser(found?.id ?? '', { role: 'admin' });
  await signInAs(desk, 'mara-1');
  assert.equal((await desk.store.findUser(mara))?.role, 'editor');
  assert.equal((await signInAs(desk, 'ines-3')).status, 403);
  assert.deepEqual(await refusals(desk), ['openid: no-group']);
});

test('who is shut out here stays out, whatever the provider says', async () => {
  const desk = await openDoor({ newRole: 'reader' });
  await signInAs(desk, 'mara-1');
  const user = await desk.store.findUser({ issuer: provider.issuer, subject: 'mara-1' });
  await desk.store.changeUser(user?.id ?? '', { disabled: user?.made ?? '' });
  assert.equal((await signInAs(desk, 'mara-1')).status, 403);
  assert.deepEqual(await refusals(desk), ['openid: disabled']);
});

test('an answer that this browser did not ask for signs nobody in', async () => {
  const desk = await openDoor({ newRole: 'reader' });
  provider.signIn('mara-1');
  const begun = await desk.get('/sign-in/openid');
  const came = await goThrough(begun.headers.get('location') ?? '', back);
  const answered = `${came.pathname}${came.search}`;
  assert.equal((await desk.get(answered)).status, 400, 'sign-in planted by another site');
  const other = await desk.get('/sign-in/openid');
  assert.equal((await desk.get(answered, cookiesGiven(other))).status, 400, 'another browser');
  for (const cookie of ['watchfloor-openid=x', `watchfloor-openid=${Buffer.from('[1]').toString('base64url')}`])
    assert.equal((await desk.get(answered, { cookie })).status, 400);
  for (const refused of [answered, '/sign-in/openid/back', '/sign-in/openid/back?error=x&state=y'])
    assert.deepEqual((await desk.get(refused)).headers.getSetCookie(), []);
});

test('what the provider refuses leads back to the sign-in page, and leads nowhere else', async () => {
  const desk = await openDoor({ newRole: 'reader' });
  const refused = await signInAs(desk, null, '//evil.example');
  const page = await refused.text();
  assert.equal(refused.status, 400);
  assert.match(page, /did not prove who you are/);
  assert.doesNotMatch(page, /nobody is here/);
  const answer = await signInAs(desk, 'mara-1', '//evil.example/x');
  assert.equal(new URL(answer.headers.get('location') ?? '', `${address}/`).origin, address);
});

test('the cookie of a sign-in that waits is for this host alone, and spent when it is done', async () => {
  const desk = await openDoor({ newRole: 'reader' });
  provider.signIn('mara-1');
  const begun = await desk.get('/sign-in/openid');
  assert.match(
    begun.headers.get('set-cookie') ?? '',
    /^watchfloor-openid=[\w-]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/,
  );
  const came = await goThrough(begun.headers.get('location') ?? '', back);
  const done = await desk.get(`${came.pathname}${came.search}`, cookiesGiven(begun));
  assert.ok(done.headers.getSetCookie().includes('watchfloor-openid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'));
});

test('made up answers are counted like wrong passwords', async () => {
  const desk = await openDoor({ newRole: 'reader' });
  const begun = await desk.get('/sign-in/openid');
  let status = 0;
  for (let guess = 0; guess < 30 && status !== 429; guess++)
    status = (await desk.get(`/sign-in/openid/back?code=made-up&state=${guess}`, cookiesGiven(begun))).status;
  assert.equal(status, 429);
});

test('a desk without a provider has no such page, and one without users sends nobody there', async () => {
  assert.equal((await (await openPeopledDesk()).get('/sign-in/openid')).status, 404);
});

test('groups and roles are read from one line, and a role that there is not is told', () => {
  const read = [...groupRolesOf(' night desk=reader, cn=b = admin,')];
  assert.deepEqual(read, [
    ['night desk', 'reader'],
    ['cn=b', 'admin'],
  ]);
  assert.deepEqual([...groupRolesOf('')], []);
  for (const wrong of ['a=king', 'a', '=']) assert.throws(() => groupRolesOf(wrong), { code: 'bad-request' });
});
