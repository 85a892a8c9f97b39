import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { takeWorkLock } from '../../src/store/lock.ts';

const inFolder = (name: string, work: (file: string) => Promise<void> | void) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-lock-'));
    try {
      await work(join(folder, 'work.lock'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

inFolder('one holds the lock at a time, and another after it is given back', (file) => {
  const first = takeWorkLock(file);
  assert.notEqual(first, null);
  assert.equal(takeWorkLock(file), null);
  first?.release();
  const second = takeWorkLock(file);
  assert.notEqual(second, null);
  second?.release();
});

inFolder('a process that is killed gives it back', async (file) => {
  const lock = join(import.meta.dirname, '../../src/store/lock.ts');
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { takeWorkLock } from ${JSON.stringify(lock)}; takeWorkLock(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`,
  ]);
  await once(holder.stdout, 'data');
  assert.equal(takeWorkLock(file), null);
  holder.kill('SIGKILL');
  await once(holder, 'close');
  const lockAfter = takeWorkLock(file);
  assert.notEqual(lockAfter, null);
  lockAfter?.release();
});

test('a lock that cannot be made says what to do', () => {
  assert.throws(() => takeWorkLock(join(tmpdir(), 'watchfloor-no-such-folder', 'work.lock')), {
    code: 'lock-open',
    advice: /data folder/,
  });
});
