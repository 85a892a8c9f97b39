import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPasswordChecks, hashPassword, passwordCost } from '../../src/server/passwords.ts';
import { startServer } from '../../src/server/server.ts';
import { sha256 } from '../../src/text/hash.ts';
import * as archive from '../desk/archive.ts';
import { testOnBoth } from './both-stores.ts';
import { cheapCost, openDesk } from './desk.ts';
import { cookiesGiven, openPeopledDesk, passwordOf, signIn } from './peopled.ts';

const right = { name: 'editor', password: passwordOf('editor') };

testOnBoth('whoever is not signed in is asked who they are, and comes to where they wanted to go', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const asked = await desk.get('/search?q=ferry&order=newest', { accept: 'text/html' });
  const page = await asked.text();
  assert.equal(asked.status, 401);
  assert.match(page, /<form[^>]*action="\/sign-in"/);
  assert.match(page, /name="next" value="\/search\?q=ferry&amp;order=newest"/);
  for (const secret of ['Harbour', 'ferry terminal', '/watches', 'articles'])
    assert.doesNotMatch(page, new RegExp(secret), 'nothing of the archive');
  const answer = await signIn(desk, { ...right, next: '/search?q=ferry&order=newest' });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/search?q=ferry&order=newest');
  assert.equal((await desk.get('/', cookiesGiven(answer))).status, 200);
  assert.equal((await signIn(desk, { ...right, name: ' Editor ' })).status, 303, 'names are folded');
  assert.equal((await signIn(desk, { ...right, password: `${right.password} ` })).status, 401, 'passwords are not');
  const there = await desk.get('/sign-in?next=/leads', cookiesGiven(answer));
  assert.equal(there.headers.get('location'), '/leads', 'who is signed in already goes on');
});

test('what fails for whoever is not signed in shows nothing of the desk', async () => {
  const desk = await openPeopledDesk();
  for (const path of ['/assets/0/nothing.css', '/sign-in/openid', '/sign-in/openid/back?code=x']) {
    const answer = await desk.get(path, { accept: 'text/html' });
    const page = await answer.text();
    assert.equal(answer.status, 404, path);
    for (const secret of ['articles', 'class="count"', '/watches', '/settings'])
      assert.doesNotMatch(page, new RegExp(secret), path);
  }
});

test('no spelling of "next" sends a reader to another server', async () => {
  const desk = await openPeopledDesk();
  const session = await desk.session(desk.users.reader);
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/sign-in/../..//evil.example',
  ]) {
    for (const answer of [
      await signIn(desk, { ...right, next }),
      await desk.get(`/sign-in?next=${encodeURIComponent(next)}`, session),
    ]) {
      assert.equal(answer.status, 303, next);
      const location = new URL(answer.headers.get('location') ?? '', 'http://127.0.0.1:7311/');
      assert.equal(location.origin, 'http://127.0.0.1:7311', `${next} → ${location}`);
    }
  }
});

test('the cookie is for this host, this browser’s own requests and no script; over https for https alone', async () => {
  const desk = await openPeopledDesk();
  const plain = (await signIn(desk, right)).headers.getSetCookie();
  assert.equal(plain.length, 2);
  for (const cookie of plain) {
    assert.match(cookie, /^watchfloor(-device)?=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  }
  const secure = await openPeopledDesk({ address: 'https://desk.example' });
  const answer = await signIn(secure, right);
  for (const cookie of answer.headers.getSetCookie())
    assert.match(
      cookie,
      /^__Host-watchfloor(-device)?=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
  const given = cookiesGiven(answer);
  assert.equal((await secure.get('/', given)).status, 200);
  const renamed = { cookie: given.cookie.replaceAll('__Host-', '') };
  assert.equal((await secure.get('/', renamed)).status, 401, 'another host of the domain may set a cookie without it');
});

testOnBoth('a session is not fixed: the token is made at sign-in, and the one brought along ends', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const planted = 'A'.repeat(43);
  const answer = await signIn(desk, right, { cookie: `watchfloor=${planted}` });
  assert.doesNotMatch(cookiesGiven(answer).cookie, new RegExp(planted));
  assert.equal((await desk.get('/', { cookie: `watchfloor=${planted}` })).status, 401);
  const others = await desk.session(desk.users.reader);
  const second = await signIn(desk, right, others);
  assert.equal((await desk.get('/', others)).status, 401, 'the session brought along is over');
  assert.match(await (await desk.get('/me', cookiesGiven(second))).text(), /editor/);
  const again = cookiesGiven(await signIn(desk, right));
  assert.notEqual(again.cookie, cookiesGiven(second).cookie);
});

testOnBoth('of tokens and passwords the store has hashes alone', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const { cookie } = cookiesGiven(await signIn(desk, right));
  const [, token] = /watchfloor=([\w-]+)/.exec(cookie) ?? [];
  const [, device] = /watchfloor-device=([\w-]+)/.exec(cookie) ?? [];
  const [session] = await desk.store.listSessions(desk.users.editor.id);
  assert.deepEqual([session.tokenHash, session.device], [sha256(token), sha256(device)]);
  assert.doesNotMatch(JSON.stringify(await desk.store.listUsers()), new RegExp(right.password));
});

testOnBoth('a session ends when it is not used, after its days, at sign-out and everywhere', async (open) => {
  let now = archive.now;
  const later = (hours: number) => {
    now = new Date(Date.parse(archive.now) + hours * 3_600_000).toISOString();
  };
  const desk = await openPeopledDesk({
    store: await open(),
    now: () => now,
    rules: { sessions: { idleHours: 10, days: 2 } },
  });
  const status = async (headers: Record<string, string>) => (await desk.get('/leads', headers)).status;
  const idle = cookiesGiven(await signIn(desk, right));
  const busy = cookiesGiven(await signIn(desk, right));
  for (const hour of [4, 8, 12, 20, 29, 38, 47]) {
    later(hour);
    assert.equal(await status(busy), 200, `${hour} h`);
  }
  assert.equal(await status(idle), 401, 'not used');
  later(48.1);
  assert.equal(await status(busy), 401, 'over, whatever was done with it');
  const [one, two, three] = [
    cookiesGiven(await signIn(desk, right)),
    cookiesGiven(await signIn(desk, right)),
    cookiesGiven(await signIn(desk, right)),
  ];
  const out = await desk.post('/sign-out', {}, one);
  assert.match(out.headers.getSetCookie()[0], /^watchfloor=; Path=\/; Max-Age=0/);
  assert.deepEqual([await status(one), await status(two), await status(three)], [401, 200, 200]);
  await desk.post('/me/sessions/end', {}, two);
  assert.deepEqual([await status(two), await status(three)], [200, 401]);
});

testOnBoth('a stream that only waits does not keep a session alive', async (open) => {
  let now = archive.now;
  const desk = await openPeopledDesk({
    store: await open(),
    now: () => now,
    rules: { sessions: { idleHours: 1, days: 2 } },
  });
  const given = cookiesGiven(await signIn(desk, right));
  now = new Date(Date.parse(now) + 50 * 60_000).toISOString();
  await (await desk.get('/live', given)).body?.cancel();
  now = new Date(Date.parse(now) + 20 * 60_000).toISOString();
  assert.equal((await desk.get('/leads', given)).status, 401);
});

testOnBoth(
  'who is shut out is out at once, by session and by key; so is a key that is revoked or over',
  async (open) => {
    const desk = await openPeopledDesk({ store: await open() });
    const { editor, admin } = desk.users;
    const [session, key] = [await desk.session(editor), await desk.key(editor)];
    const status = async (headers: Record<string, string>) => (await desk.get('/api/counts', headers)).status;
    assert.deepEqual([await status(session), await status(key)], [200, 200]);
    await desk.post(`/people/${editor.id}/disable`, {}, await desk.session(admin));
    assert.deepEqual([await status(session), await status(key)], [401, 401]);
    assert.equal((await signIn(desk, right)).status, 401);
    await desk.post(`/people/${editor.id}/disable`, {}, await desk.session(admin));
    assert.deepEqual([await status(session), await status(key)], [401, 200], 'the session stays over');
    assert.equal(await status(await desk.key(editor, ['read'], { revoked: archive.now })), 401);
    assert.equal(await status(await desk.key(editor, ['read'], { expires: archive.now })), 401);
    assert.equal(
      (await desk.get(`/?key=${key.authorization.slice(7)}`)).status,
      403,
      'no page opens to a key in its address',
    );
  },
);

test('a wrong name and a wrong password get the same answer, and take the same work', async () => {
  const desk = await openPeopledDesk({ rules: { passwordCost: { cost: 2048, blockSize: 8, parallel: 1 } } });
  const editor = {
    ...desk.users.editor,
    password: await hashPassword('one', { cost: 2048, blockSize: 8, parallel: 1 }),
  };
  await desk.store.saveUser(editor);
  await desk.store.saveUser({ ...desk.users.reader, password: null });
  await signIn(desk, { name: 'warm', password: 'up' });
  const tried = async (name: string, password: string, client: string) => {
    const before = process.cpuUsage();
    const answer = await signIn(desk, { name, password }, { client });
    const { user, system } = process.cpuUsage(before);
    return {
      status: answer.status,
      page: (await answer.text()).replace(`value="${name}"`, 'NAME'),
      work: user + system,
    };
  };
  const known = await tried('editor', 'wrong', '192.0.2.10');
  for (const [name, why] of [
    ['nobody-here', 'unknown'],
    ['reader', 'without a password'],
  ]) {
    const other = await tried(name, 'wrong', '192.0.2.11');
    assert.deepEqual([other.status, other.page], [known.status, known.page], why);
    assert.ok(other.work > known.work / 4, `${why}: ${other.work} of ${known.work} microseconds`);
  }
});

testOnBoth(
  'who guesses is slowed down by network and by name, and shuts out nobody who was here before',
  async (open) => {
    const desk = await openPeopledDesk({ store: await open() });
    const wrong = { ...right, password: 'a guess' };
    const home = cookiesGiven(await signIn(desk, right, { client: '198.51.100.1' }));
    const [, device] = /(watchfloor-device=[\w-]+)/.exec(home.cookie) ?? [];
    for (let guess = 0; guess < 20; guess++)
      assert.equal((await signIn(desk, { ...wrong, name: `name-${guess}` }, { client: '203.0.113.7' })).status, 401);
    assert.equal(
      (await signIn(desk, { ...right, name: 'reader' }, { client: '203.0.113.7' })).status,
      429,
      'by network',
    );
    for (let guess = 0; guess < 10; guess++)
      assert.equal((await signIn(desk, wrong, { client: `203.0.113.${20 + guess}` })).status, 401);
    const stranger = await signIn(desk, right, { client: '203.0.113.99' });
    assert.equal(stranger.status, 429, 'by name, also where the guess is right');
    const admin = { name: 'admin', password: passwordOf('admin') };
    assert.equal((await signIn(desk, admin, { client: '203.0.113.99' })).status, 303, 'others come in');
    const back = await signIn(desk, right, { client: '203.0.113.7', cookie: device });
    assert.equal(back.status, 303, 'a browser that was here before comes in, even from where the guesses come');
    assert.equal((await desk.get('/', home)).status, 200, 'and who is in stays in');
    for (let guess = 0; guess < 20; guess++)
      assert.equal((await signIn(desk, wrong, { client: '198.51.100.1', cookie: device })).status, 401);
    assert.equal(
      (await signIn(desk, right, { client: '198.51.100.1', cookie: device })).status,
      429,
      'it has its own limit',
    );
    const unknown = { name: 'no-such-name', password: 'x' };
    for (let guess = 0; guess < 10; guess++) await signIn(desk, unknown, { client: `203.0.114.${guess}` });
    assert.equal((await signIn(desk, unknown, { client: '203.0.114.99' })).status, 429, 'as for a name that is known');
  },
);

testOnBoth('a browser is not known by a cookie that somebody else planted', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const planted = `watchfloor-device=${'B'.repeat(43)}`;
  const first = cookiesGiven(await signIn(desk, right, { cookie: planted }));
  assert.doesNotMatch(first.cookie, /B{43}/);
  const [, device] = /(watchfloor-device=[\w-]+)/.exec(first.cookie) ?? [];
  const again = cookiesGiven(await signIn(desk, right, { cookie: device }));
  assert.ok(again.cookie.includes(device), 'its own stays');
});

testOnBoth('a password that is changed while somebody signs in with it lets nobody in', async (open) => {
  for (const moment of ['getUser', 'addSession'] as const) {
    const store = await open();
    let due = false;
    const change = async (now: string) => {
      if (!due || now !== moment) return;
      due = false;
      await store.changeUser(desk.users.editor.id, { password: await hashPassword('another by now', cheapCost) });
      await store.endSessionsOf(desk.users.editor.id, archive.now);
    };
    const changing: typeof store = {
      ...store,
      getUser: async (id) => {
        await change('getUser');
        return store.getUser(id);
      },
      addSession: async (session) => {
        await change('addSession');
        return store.addSession(session);
      },
    };
    const desk = await openPeopledDesk({ store: changing });
    due = true;
    const answer = await signIn(desk, right);
    assert.equal(due, false);
    assert.equal((await desk.get('/', cookiesGiven(answer))).status, 401, moment);
    if (moment === 'getUser') assert.equal(answer.status, 401);
    assert.equal((await signIn(desk, { ...right, password: 'another by now' })).status, 303);
  }
});

test('checks of passwords are done one after another, and only so many may wait', async () => {
  const checks = createPasswordChecks(cheapCost);
  const hash = await hashPassword('right', cheapCost);
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, at) => checks.verify(at === 3 ? 'right' : 'wrong', hash, false)),
  );
  assert.deepEqual(
    results.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as { code: string }).code)),
    results.map((_, at) => (at >= 16 ? 'busy' : at === 3)),
  );
  const waiting = Array.from({ length: 16 }, () => checks.verify('wrong', hash, false));
  assert.equal(await checks.verify('right', hash, true), true, 'who was here before does not wait behind strangers');
  await Promise.all(waiting);
  assert.equal(await checks.verify('right', hash, false), true, 'and goes on afterwards');
  assert.ok(passwordCost.cost * passwordCost.blockSize * 128 <= 64e6, 'memory of one check');
});

test('a form of another site signs nobody in', async () => {
  const desk = await openPeopledDesk();
  const answer = await signIn(desk, right, { 'sec-fetch-site': 'cross-site' });
  assert.equal(answer.status, 403);
  assert.deepEqual(answer.headers.getSetCookie(), []);
});

testOnBoth(
  'the password of the desk opens it no longer once there are users, and any name may ask for it',
  async (open) => {
    const desk = await openDesk({ store: await open(), rules: { password: 'open sesame' } });
    const basic = { authorization: `Basic ${btoa('x:open sesame')}` };
    assert.equal((await desk.get('/', basic)).status, 200);
    const peopled = await openPeopledDesk({ store: await open(), rules: { password: 'open sesame' } });
    for (const headers of [basic, { authorization: 'Bearer open sesame' }])
      assert.equal((await peopled.get('/', headers)).status, 401);
    assert.equal(
      (await peopled.get('/', { host: 'desk.example', ...(await peopled.session(peopled.users.reader)) })).status,
      200,
    );
  },
);

testOnBoth('the first user is added in the desk, is an admin, and is signed in as one', async (open) => {
  const desk = await openDesk({ store: await open() });
  const asked = { name: 'Ida Krall', signInName: 'Ida', role: 'editor', password: 'twelve ferries a day' };
  assert.equal((await desk.post('/people', asked)).status, 400, 'nobody could let others in');
  assert.equal((await desk.post('/people', { ...asked, role: 'admin', password: 'short' })).status, 400);
  assert.equal((await desk.get('/')).status, 200);
  const answer = await desk.post('/people', { ...asked, role: 'admin' });
  assert.equal(answer.headers.get('location'), '/people');
  assert.equal((await desk.get('/')).status, 401);
  const own = cookiesGiven(answer);
  assert.match(await (await desk.get('/people', own)).text(), /Ida Krall/);
  const [user] = await desk.store.listUsers();
  assert.deepEqual([user.signInName, user.role, user.name], ['ida', 'admin', 'Ida Krall']);
  assert.equal((await desk.post(`/people/${user.id}/disable`, {}, own)).status, 400, 'the last admin stays');
  assert.equal((await desk.post(`/people/${user.id}`, { name: 'x', role: 'reader' }, own)).status, 400);
});

test('a desk with users may listen where others can reach it, without a password of its own', async () => {
  const { store } = await openPeopledDesk();
  const log = { info: () => undefined, error: () => undefined };
  const options = { store, pages: { content: archive.content }, now: () => archive.now, log, port: 0, password: null };
  const server = await startServer({ ...options, host: '0.0.0.0' });
  const { port } = new URL(server.url);
  assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 401);
  await server.close();
  const { store: empty } = await openDesk({ empty: true });
  await assert.rejects(startServer({ ...options, store: empty, host: '0.0.0.0' }), { code: 'open-without-password' });
});

testOnBoth('changing a password asks for the old one, and ends what others opened with it', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const [mine, other] = [await desk.session(desk.users.reader), await desk.session(desk.users.reader)];
  const post = (old: string) => desk.post('/me/password', { old, password: 'eleven herons asleep' }, mine);
  assert.match(await (await post('no')).text(), /role="alert"/);
  assert.equal((await desk.get('/me', other)).status, 200);
  await post(passwordOf('reader'));
  assert.deepEqual([(await desk.get('/me', mine)).status, (await desk.get('/me', other)).status], [200, 401]);
  assert.equal((await signIn(desk, { name: 'reader', password: 'eleven herons asleep' })).status, 303);
  assert.equal((await signIn(desk, { name: 'reader', password: passwordOf('reader') })).status, 401);
});

testOnBoth('a password hashed at another cost is hashed anew when it is used', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const costly = { cost: 64, blockSize: 8, parallel: 1 };
  await desk.store.changeUser(desk.users.reader.id, { password: await hashPassword('an old one', costly) });
  assert.equal((await signIn(desk, { name: 'reader', password: 'an old one' })).status, 303);
  assert.equal((await desk.store.getUser(desk.users.reader.id))?.password?.cost, cheapCost.cost);
  assert.equal((await signIn(desk, { name: 'reader', password: 'an old one' })).status, 303);
});
