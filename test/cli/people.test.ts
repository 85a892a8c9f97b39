import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import type { Terminal } from '../../src/cli/command.ts';
import { newPasswordFrom } from '../../src/cli/typed.ts';
import { readConfiguration } from '../../src/config.ts';
import type { AuditEntry, User } from '../../src/records.ts';
import { createPasswordChecks } from '../../src/server/passwords.ts';
import { databaseName } from '../../src/store/backup.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { run } from './check.ts';

describe('people at the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchfloor-people-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const at = (command: string, input = '', environment: Record<string, string> = {}) =>
    run([...command.split(' '), '--data', folder], input, environment);
  const lines = <T>(out: string) =>
    out
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  const withStore = async <T>(work: (store: ReturnType<typeof openSqliteStore>) => Promise<T>): Promise<T> => {
    const store = openSqliteStore({ file: join(folder, databaseName), matches: matchQuery });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };

  test('users are added with a password from the input or a file, listed without it, and changed', async () => {
    assert.deepEqual((await at('user add ida', 'short\n')).exit, 69);
    assert.match((await at('user add ida')).err, /no password was given/);
    assert.match((await at('user add ida --role editor', 'nine quiet harbours\n')).err, /nobody would be left/i);
    const added = await at('user add Ida --name Ida-Krall', 'nine quiet harbours\nmore\n');
    assert.deepEqual([added.exit, added.out], [0, ''], added.err);
    assert.match(added.err, /Ida-Krall may come in as admin/);
    assert.match((await at('user add ida', 'nine quiet harbours')).err, /Another user has this name/);
    const file = join(folder, 'password');
    writeFileSync(file, 'ten loud harbours\n');
    const environment = { WATCHFLOOR_NEW_PASSWORD_FILE: file };
    assert.equal((await at('user add osk', '', environment)).exit, 0);
    assert.equal((await at('user add mara --no-password --email mara@news.example')).exit, 0);
    const listed = await at('user list');
    const rows = lines<User & { password: boolean }>(listed.out);
    assert.deepEqual(rows.map(({ signInName, role, password }) => [signInName, role, password]).sort(), [
      ['ida', 'admin', true],
      ['mara', 'analyst', false],
      ['osk', 'analyst', true],
    ]);
    assert.doesNotMatch(listed.out, /salt|harbours/);
    const checks = createPasswordChecks();
    const saved = (signInName: string) => withStore(async (store) => (await store.findUser({ signInName }))!);
    assert.equal(await checks.verify('nine quiet harbours', (await saved('ida')).password, false), true);
    assert.equal(await checks.verify('ten loud harbours', (await saved('osk')).password, false), true);
    assert.equal((await at('user role osk editor')).exit, 0);
    assert.match((await at('user role ida reader')).err, /nobody would be left/i);
    assert.match((await at('user role osk king')).err, /no role called king/);
    assert.match((await at('user role nobody editor')).err, /no user called nobody/);
    assert.equal((await at('user password osk', 'eleven harbours at once\n')).exit, 0);
    const osk = await saved('osk');
    assert.deepEqual([osk.role, await checks.verify('eleven harbours at once', osk.password, false)], ['editor', true]);
    assert.equal((await at('user disable osk')).exit, 0);
    assert.notEqual((await saved('osk')).disabled, null);
    assert.equal((await at('user disable osk --undo')).exit, 0);
    assert.equal((await saved('osk')).disabled, null);
    assert.equal((await at('user sign-out osk')).exit, 0);
  });

  test('doctor says how many may come in, and what does not fit', async () => {
    const told = async (environment: Record<string, string>) => (await at('doctor', '', environment)).out;
    assert.match(await told({}), /3 people may come in/);
    assert.doesNotMatch(await told({}), /WATCHFLOOR_PASSWORD|no https address/);
    const open = { WATCHFLOOR_PASSWORD: 'open sesame', WATCHFLOOR_HOST: '0.0.0.0' };
    assert.match(await told(open), /does not open to it[\s\S]*no https address/);
    assert.doesNotMatch(await told({ ...open, WATCHFLOOR_DESK_ADDRESS: 'https://desk.example' }), /no https address/);
  });

  test('keys are printed once, listed by how they begin, and revoked by it', async () => {
    const made = await at('key add osk robot --scopes read,write --days 30');
    const key = made.out.trim();
    assert.match(key, /^wf_[\w-]{43}$/);
    assert.match((await at('key add osk robot --scopes everything')).err, /no scope called everything/);
    assert.match((await at('key add osk robot --scopes admin')).err, /may not give a key this scope/);
    assert.match((await at('key add osk robot --days 0')).err, /number of days/);
    const listed = await at('key list');
    const [row] = lines<{ prefix: string; user: string; revoked: string | null }>(listed.out);
    assert.deepEqual([row.user, key.startsWith(row.prefix), row.revoked], ['osk', true, null]);
    assert.ok(!listed.out.includes(key) && !/keyHash/.test(listed.out));
    assert.match((await at('key revoke wf_nosuch')).err, /there is no such key/);
    assert.equal((await at(`key revoke ${row.prefix}`)).exit, 0);
    assert.notEqual(lines<{ revoked: string | null }>((await at('key list')).out)[0].revoked, null);
  });

  test('the audit log tells what was done here, and nothing of what was given', async () => {
    await at('watch add zwielicht --name Dusk');
    const told = await at('audit --since 1d --json');
    const entries = lines<AuditEntry>(told.out);
    assert.deepEqual(
      entries.map(({ what }) => what),
      [
        ...['watch add', 'key revoke', 'key add', 'user sign-out', 'user disable', 'user disable', 'user password'],
        ...['user role', 'user add', 'user add', 'user add'],
      ],
    );
    for (const { through, who, outcome } of entries)
      assert.deepEqual([through.kind, who, outcome], ['command-line', null, 'done']);
    assert.doesNotMatch(told.out, /zwielicht|Dusk|harbours|wf_/);
    assert.equal(lines((await at('audit --limit 2')).out).length, 2);
    assert.equal((await at('audit --user ida')).out, '', 'nobody was named at the command line');
    assert.match((await at('audit --user nobody')).err, /no user called nobody/);
  });
});

test('at a terminal the password is typed twice and never shown', async () => {
  const typing = (...typed: string[]) => {
    const raw: boolean[] = [];
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
    const err = new PassThrough();
    let shown = '';
    // Each prompt is answered with the next line.
    err.on('data', (chunk: Buffer) => {
      shown += String(chunk);
      if (String(chunk).trimEnd().endsWith(':')) setImmediate(() => input.write(typed.shift() ?? '\x03'));
    });
    const configuration = readConfiguration({});
    const given = newPasswordFrom({ input, err, configuration } as unknown as Terminal);
    return { given, raw, shown: () => shown };
  };
  const right = typing('nine quieg\x7ft harbours\r', 'nine quiet harbours\r');
  assert.equal(await right.given, 'nine quiet harbours');
  assert.deepEqual([right.raw, /harbours/.test(right.shown())], [[true, false, true, false], false]);
  await assert.rejects(typing('one\r', 'another\r').given, /not the same/);
  await assert.rejects(typing('half a passw\x03').given, /stopped/);
});
