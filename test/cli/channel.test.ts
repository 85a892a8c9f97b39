import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { httpReceiver } from '../send/receivers.ts';
import { run } from './check.ts';

test('channels are added, listed without their keys, tried, named by watches and removed', async () => {
  const data = ['--data', mkdtempSync(join(tmpdir(), 'watchfloor-channel-'))];
  const receiver = await httpReceiver();
  try {
    const added = await run(['channel', 'add', 'webhook', 'my-hook', receiver.address, ...data]);
    assert.equal(added.exit, 0);
    assert.match(added.err, /it needs WATCHFLOOR_SECRET_MY_HOOK/);
    assert.equal((await run(['channel', 'add', 'slack', 'team', 'https://hooks.example/T0/KEY', ...data])).exit, 0);
    for (const wrong of [
      ['pigeon', 'roof', 'north'],
      ['email', 'post', 'nobody'],
      ['slack', 'team', 'https://hooks.example/'],
      ['webhook', 'a b', 'https://hooks.example/'],
    ])
      assert.equal((await run(['channel', 'add', ...wrong, ...data])).exit, 2, wrong.join(' '));
    const listed = await run(['channel', 'list', ...data]);
    assert.match(listed.out, /"address":"https:\/\/hooks\.example\/…"/);
    assert.doesNotMatch(listed.out, /KEY/);

    const unset = await run(['channel', 'test', 'my-hook', ...data]);
    assert.equal(unset.exit, 69);
    assert.match(unset.err, /WATCHFLOOR_SECRET_MY_HOOK/);
    const environment = { WATCHFLOOR_SECRET_MY_HOOK: 'a key', WATCHFLOOR_SEND_ALLOW_HOSTS: receiver.host };
    assert.equal((await run(['channel', 'test', 'my-hook', ...data], '', environment)).exit, 0);
    assert.match(receiver.got[0].body, /watchfloor\.trial/);

    const watch = [
      'watch',
      'add',
      'ferry',
      '--name',
      'f',
      '--channel',
      'my-hook, team',
      '--quiet',
      '22:00-7:00',
      '--digest',
      '08:30',
    ];
    const saved = JSON.parse((await run([...watch, ...data])).out);
    assert.deepEqual(
      [saved.channels, saved.quiet, saved.digestAt],
      [['my-hook', 'team'], { from: '22:00', to: '07:00' }, '08:30'],
    );
    for (const wrong of [
      ['--channel', 'nowhere'],
      ['--quiet', 'night'],
      ['--digest', '25:00'],
    ])
      assert.equal((await run(['watch', 'add', 'x', ...wrong, ...data])).exit, 2, wrong.join(' '));

    const looked = await run(['doctor', ...data]);
    assert.match(looked.out, /WATCHFLOOR_SECRET_MY_HOOK is not set here/);
    assert.equal(looked.exit, 0);
    assert.equal((await run(['channel', 'remove', 'team', ...data])).exit, 0);
    assert.deepEqual(JSON.parse((await run(['watch', 'list', ...data])).out).channels, ['my-hook']);
    assert.match((await run(['channel', 'resend', ...data])).err, /^0 in line/);
  } finally {
    await receiver.close();
  }
});
