import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import { createOpenId, type OpenIdOptions } from '../../src/fetch/openid.ts';
import { goThrough, startProvider, type TestProvider, testClient } from './openid-provider.ts';

const back = 'http://127.0.0.1:7311/sign-in/openid/back';
let provider: TestProvider;

before(async () => {
  provider = await startProvider(
    [back],
    [
      {
        sub: 'mara-1',
        name: ' Mara Lind ',
        email: 'mara@desk.example',
        email_verified: true,
        preferred_username: 'mara',
        groups: ['night-desk', 'editors'],
      },
      { sub: 'odo-2', email: 'odo@desk.example', email_verified: false },
    ],
  );
});
after(() => provider.close());

function openId(options: Partial<OpenIdOptions> = {}) {
  return createOpenId({
    issuer: provider.issuer,
    clientId: testClient.id,
    clientSecret: testClient.secret,
    scopes: 'openid profile email',
    groupsClaim: 'groups',
    allowHosts: [],
    userAgent: 'Watchfloor test',
    now: () => Date.now(),
    ...options,
  });
}

async function failsWith(code: string, doing: Promise<unknown>): Promise<Failure> {
  const failure = await doing.then(
    () => assert.fail(`expected ${code}`),
    (thrown) => thrown,
  );
  assert.ok(failure instanceof Failure, String(failure));
  assert.equal(failure.code, code);
  return failure;
}

test('whom the provider signs in comes back with a name, an e-mail that is theirs, and groups', async () => {
  const door = openId();
  provider.signIn('mara-1');
  const begun = await door.begin(back);
  const to = new URL(begun.to);
  assert.equal(to.origin, provider.issuer);
  assert.equal(to.searchParams.get('code_challenge_method'), 'S256');
  assert.ok(!begun.to.includes(begun.verifier));
  assert.deepEqual(await door.finish(await goThrough(begun.to, back), begun), {
    issuer: provider.issuer,
    subject: 'mara-1',
    name: 'Mara Lind',
    verifiedEmail: 'mara@desk.example',
    preferredName: 'mara',
    groups: ['night-desk', 'editors'],
  });
  await door.close();
});

test('an e-mail that the provider does not vouch for is not taken', async () => {
  const door = openId();
  provider.signIn('odo-2');
  const begun = await door.begin(back);
  const person = await door.finish(await goThrough(begun.to, back), begun);
  assert.deepEqual([person.verifiedEmail, person.name, person.groups], [null, null, []]);
  await door.close();
});

test('an answer to another sign-in is refused: state, nonce and verifier each by itself', async () => {
  const door = openId();
  provider.signIn('mara-1');
  for (const part of ['state', 'nonce', 'verifier'] as const) {
    const [begun, other] = [await door.begin(back), await door.begin(back)];
    const came = await goThrough(begun.to, back);
    await failsWith('openid-answer', door.finish(came, { ...begun, [part]: other[part] }));
  }
  await door.close();
});

test('a code is good once', async () => {
  const door = openId();
  provider.signIn('mara-1');
  const begun = await door.begin(back);
  const came = await goThrough(begun.to, back);
  await door.finish(came, begun);
  await failsWith('openid-answer', door.finish(came, begun));
  await door.close();
});

test('an answer that names another issuer is refused (mix-up, RFC 9207)', async () => {
  const door = openId();
  provider.signIn('mara-1');
  const begun = await door.begin(back);
  const came = await goThrough(begun.to, back);
  came.searchParams.set('iss', 'https://other.example');
  await failsWith('openid-answer', door.finish(came, begun));
  await door.close();
});

test('whom the provider refuses is told so, without the words that came with it', async () => {
  const door = openId();
  provider.signIn(null);
  const begun = await door.begin(back);
  const failure = await failsWith('openid-refused', door.finish(await goThrough(begun.to, back), begun));
  assert.match(failure.message, /access_denied/);
  assert.doesNotMatch(failure.message, /script/);
  const forged = new URL(`${back}?error=${encodeURIComponent('<b>')}&state=${begun.state}`);
  forged.searchParams.set('iss', provider.issuer);
  assert.doesNotMatch((await failsWith('openid-refused', door.finish(forged, begun))).message, /</);
  await door.close();
});

test('a wrong secret of the desk fails without showing it', async () => {
  const door = openId({ clientSecret: 'wrong-secret-of-the-test' });
  provider.signIn('mara-1');
  const begun = await door.begin(back);
  const failure = await failsWith('openid-answer', door.finish(await goThrough(begun.to, back), begun));
  assert.doesNotMatch(`${failure.message} ${failure.advice}`, /wrong-secret/);
  await door.close();
});

test('an issuer must be https, or http on this machine', () => {
  for (const issuer of ['http://id.example.org', 'ftp://127.0.0.1', 'nonsense', ''])
    assert.throws(() => openId({ issuer }), { code: 'openid-issuer' });
});

test('metadata that leads elsewhere into a private network is not followed', async () => {
  let asked = 0;
  const hidden = createServer((_, answer) => {
    asked++;
    answer.end('{}');
  });
  await new Promise<void>((done) => hidden.listen(0, '127.0.0.1', done));
  const inner = `http://127.0.0.1:${(hidden.address() as AddressInfo).port}`;
  const liar = createServer((request, answer) => {
    const issuer = `http://${request.headers.host}`;
    answer.setHeader('content-type', 'application/json');
    answer.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/in`,
        token_endpoint: `${inner}/token`,
        jwks_uri: `${inner}/keys`,
        response_types_supported: ['code'],
      }),
    );
  });
  await new Promise<void>((done) => liar.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
  const door = openId({ issuer });
  const begun = await door.begin(back);
  await failsWith('address-refused', door.finish(new URL(`${back}?code=x&state=${begun.state}`), begun));
  assert.equal(asked, 0);
  await door.close();
  for (const server of [hidden, liar]) {
    server.closeAllConnections();
    server.close();
  }
});

test('an answer without end is cut off, and one that is no JSON is a failure', async () => {
  let answersWith: 'much' | 'html' = 'much';
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', answersWith === 'much' ? 'application/json' : 'text/html');
    if (answersWith === 'html') return answer.end('<p>no</p>');
    answer.write('{"a":"');
    return answer.end('x'.repeat(3_000_000));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const door = openId({ issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  await failsWith('body-too-large', door.begin(back));
  answersWith = 'html';
  await failsWith('openid-answer', door.begin(back));
  await door.close();
  server.closeAllConnections();
  server.close();
});

test('what the provider says of itself is held for an hour, a failure not at all', async () => {
  let [asked, works, now] = [0, false, 0];
  const server = createServer((request, answer) => {
    asked++;
    answer.statusCode = works ? 200 : 503;
    const issuer = `http://${request.headers.host}`;
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/in`, token_endpoint: `${issuer}/token` }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const door = openId({ issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, now: () => now });
  await failsWith('openid-unavailable', door.begin(back));
  works = true;
  await door.begin(back);
  await door.begin(back);
  assert.equal(asked, 2);
  now = 3_600_001;
  await door.begin(back);
  assert.equal(asked, 3);
  await door.close();
  server.closeAllConnections();
  server.close();
});
