import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfiguration } from '../src/config.ts';

test('settings come from the environment, secrets also from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'watchfloor-config-')), 'password');
  writeFileSync(file, 'from a file\n');
  assert.equal(readConfiguration({ WATCHFLOOR_PORT: '0', HOME: '/x' }).port, 0);
  assert.equal(readConfiguration({ WATCHFLOOR_SAMPLE: 'off' }).sample, false);
  assert.equal(readConfiguration({ WATCHFLOOR_PASSWORD_FILE: file }).password, 'from a file');
  assert.equal(readConfiguration({}).host, '127.0.0.1');
});

test('secrets of channels come by name, also from a file, and JSON of the settings shows none', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'watchfloor-config-')), 'key');
  writeFileSync(file, 'from a file\n');
  const configuration = readConfiguration({ WATCHFLOOR_SECRET_NEWS: ' typed ', WATCHFLOOR_SECRET_MY_HOOK_FILE: file });
  assert.deepEqual(
    [...configuration.secrets],
    [
      ['NEWS', 'typed'],
      ['MY_HOOK', 'from a file'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(configuration), /typed|from a file/);
  assert.throws(
    () => readConfiguration({ WATCHFLOOR_SECRET_X_FILE: '/nowhere' }),
    /WATCHFLOOR_SECRET_X_FILE cannot be read/,
  );
});

test('a wrong setting is refused by name, and a secret is not told', () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ WATCHFLOOR_PORT: '99999' }, /WATCHFLOOR_PORT is "99999"/],
    [{ WATCHFLOOR_PORT: '' }, /WATCHFLOOR_PORT is ""/],
    [{ WATCHFLOOR_SAMPLE: 'maybe' }, /WATCHFLOOR_SAMPLE/],
    [{ WATCHFLOOR_LOG_LEVEL: 'loud' }, /WATCHFLOOR_LOG_LEVEL/],
    [{ WATCHFLOOR_PROT: '1' }, /WATCHFLOOR_PROT is no setting/],
    [{ WATCHFLOOR_PASSWORD_FILE: '/nowhere/at/all' }, /WATCHFLOOR_PASSWORD_FILE cannot be read/],
  ];
  for (const [environment, said] of wrong) assert.throws(() => readConfiguration(environment), said);
});
