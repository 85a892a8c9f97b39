import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, scopes } from '../../src/records.ts';
import { apiRoutes, descriptionNeeds } from '../../src/server/api.ts';
import type { Needs } from '../../src/server/asking.ts';
import { routes } from '../../src/server/routes.ts';
import { testOnBoth } from './both-stores.ts';
import { openDesk } from './desk.ts';
import { openPeopledDesk } from './peopled.ts';

/** Every address there is, with what it takes. */
const rows: readonly (Needs & { method: string; path: string })[] = [
  ...routes,
  ...apiRoutes,
  { method: 'get', path: '/api/openapi.json', ...descriptionNeeds },
];

type Ask = (row: (typeof rows)[number], headers: Record<string, string>) => Promise<number>;

/** The status that an address answers with. Nothing is named, so that whoever is let in changes nothing. */
function askedOf(app: Awaited<ReturnType<typeof openDesk>>['app']): Ask {
  return async ({ method, path }, headers) => {
    const address = path.replace(/:\w+|\{\w+\}/g, 'x');
    const answer = await app.request(`http://127.0.0.1:7311${address}`, {
      method: method.toUpperCase(),
      headers: { host: '127.0.0.1:7311', 'sec-fetch-site': 'same-origin', ...headers },
    });
    await answer.body?.cancel();
    return answer.status;
  };
}

testOnBoth('every address lets in whom the table says, by role and by scope of keys, and nobody else', async (open) => {
  const desk = await openPeopledDesk({ store: await open() });
  const ask = askedOf(desk.app);
  const expected = (status: 200 | 401 | 403, given: number) =>
    status === 200 ? given !== 401 && given !== 403 : given === status;
  for (const row of rows) {
    const told = `${row.method} ${row.path}`;
    const open = row.needs === 'anyone';
    // Wrong words are answered with 401 where one signs in: no role has to do with it.
    if (row.path === '/sign-in') continue;
    assert.ok(expected(open ? 200 : 401, await ask(row, {})), `${told} for nobody`);
    assert.ok(expected(open ? 200 : 401, await ask(row, { authorization: 'Bearer wf_none' })), `${told} for no key`);
    assert.ok(
      expected(open ? 200 : 401, await ask(row, { authorization: `Basic ${btoa('a:b')}`, cookie: 'watchfloor=x' })),
      `${told} for what is none`,
    );
    for (const role of roles) {
      const may = open || roles.indexOf(role) >= roles.indexOf(row.needs as (typeof roles)[number]);
      const by = async (headers: Record<string, string>) => ask(row, headers);
      const given = await by(await desk.session(desk.users[role]));
      assert.ok(expected(may ? 200 : 403, given), `${told} for ${role}: ${given}`);
      const byKey = await by(await desk.key(desk.users[role]));
      const keyMay = open || (may && row.scope !== undefined);
      assert.ok(expected(keyMay ? 200 : 403, byKey), `${told} for a key of ${role}: ${byKey}`);
    }
    for (const scope of scopes) {
      const given = await ask(row, await desk.key(desk.users.admin, [scope]));
      assert.ok(expected(open || row.scope === scope ? 200 : 403, given), `${told} for a key to ${scope}: ${given}`);
      const others = scopes.filter((one) => one !== scope);
      const without = await ask(row, await desk.key(desk.users.admin, others));
      assert.ok(
        expected(open || (row.scope !== undefined && row.scope !== scope) ? 200 : 403, without),
        `${told} for a key to all but ${scope}: ${without}`,
      );
    }
  }
  assert.deepEqual(desk.errors, []);
});

test('an address that is none tells a stranger nothing, not even that', async () => {
  const desk = await openPeopledDesk();
  for (const path of ['/nowhere', '/api/nowhere', '/watches/wa-1/nowhere'])
    assert.equal((await desk.get(path)).status, 401);
  assert.equal((await desk.get('/nowhere', await desk.session(desk.users.reader))).status, 404);
});

test('on a desk without users nothing asks for a role', async () => {
  const desk = await openDesk();
  const ask = askedOf(desk.app);
  for (const row of rows) {
    if (row.path === '/sign-in') continue;
    const given = await ask(row, {});
    assert.ok(given !== 401 && given !== 403, `${row.method} ${row.path}: ${given}`);
  }
});

test('what changes something is not open to keys that only read, nor to readers', () => {
  for (const { method, path, needs, scope } of rows) {
    if (method === 'get' || needs === 'anyone') continue;
    assert.notEqual(scope, 'read', path);
    assert.notEqual(scope, 'feeds', path);
    if (needs === 'reader') assert.match(path, /^\/(me|sign-out|settings|watches\/:id\/address)/, path);
  }
});

test('who is refused is told what it takes: a role, another scope, or no key at all', async () => {
  const desk = await openPeopledDesk();
  const told = async (path: string, headers: Record<string, string>) => {
    const answer = await desk.get(path, headers);
    assert.equal(answer.status, 403, path);
    const { what, advice } = (await answer.json()) as { what: string; advice: string };
    return `${what}. ${advice}`;
  };
  const { users } = desk;
  assert.match(await told('/api/users', await desk.session(users.editor)), /^You may not.* role of admin /);
  assert.match(await told('/api/users', await desk.key(users.editor)), /^You may not.* role of admin /);
  assert.match(await told('/api/users', await desk.key(users.admin, ['read'])), /^This key .* scope "admin" /);
  assert.match(await told('/watches', await desk.key(users.admin)), /^No key opens this\. Sign in /);
});
