import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import { now } from '../desk/archive.ts';
import { openDesk } from './desk.ts';

test('a channel is added, tried, used by a watch, and removed from both', async () => {
  const tried: string[] = [];
  const { get, post, store, errors } = await openDesk({
    worker: {
      async trialChannel(name) {
        tried.push(name);
        if (tried.length === 1) return;
        throw new Failure('secret-missing', 'channel team: its address is not set', {
          retry: 'later',
          advice: 'Set it.',
        });
      },
    },
  });
  assert.equal(
    (await post('/channels', { name: 'team', kind: 'slack', address: 'https://hooks.example/T0/KEY' })).status,
    303,
  );
  const page = await (await get('/settings')).text();
  assert.match(page, /https:\/\/hooks\.example\/…/);
  assert.doesNotMatch(page, /T0\/KEY/);
  for (const [fields, fault] of [
    [{ name: 'team', kind: 'slack' }, /There is a channel called/],
    [{ name: '"><b>', kind: 'slack' }, /A name is made of/],
    [{ name: 'post', kind: 'email', address: 'a@b.example\r\nBcc: c@d.example' }, /cannot be used/],
  ] as const)
    assert.match(await (await post('/channels', fields)).text(), fault);
  assert.match(await (await post('/channels/team/trial', {})).text(), /Sent\. Look for the trial/);
  assert.match(await (await post('/channels/team/trial', {})).text(), /its address is not set/);
  assert.deepEqual(tried, ['team', 'team']);
  const saved = await post('/watches', {
    name: 'Night',
    query: 'ferry',
    channels: ['team', 'old'],
    quietFrom: '22:00',
    quietTo: '07:00',
    digestAt: '08:15',
  });
  assert.equal(saved.status, 303);
  const watch = (await store.listWatches()).find(({ name }) => name === 'Night')!;
  assert.deepEqual(
    [watch.channels, watch.quiet, watch.digestAt],
    [['team', 'old'], { from: '22:00', to: '07:00' }, '08:15'],
  );
  const editor = await (await get(`/watches/${watch.id}`)).text();
  assert.match(editor, /name="channels" value="team" checked/);
  assert.match(editor, /name="quietFrom" value="22:00"/);
  assert.equal((await post('/channels/team/remove', {})).status, 303);
  assert.deepEqual((await store.listWatches()).find(({ name }) => name === 'Night')!.channels, ['old']);
  assert.equal((await post('/channels/team/remove', {})).status, 404);
  assert.deepEqual(errors, []);
  await store.close();
});

test('what could not be sent is listed with its reason and sent again under its id', async () => {
  const { get, post, store } = await openDesk();
  const [{ alert }] = await store.listAlerts({ watchId: null, state: null, before: null, limit: 1 });
  const failure = {
    code: 'status-404',
    what: 'hooks.example answered 404',
    advice: 'Make a new one',
    retry: 'never',
    at: now,
  } as const;
  const delivery = {
    id: 'de-1',
    alertId: alert.id,
    channel: 'team',
    state: 'failed',
    tries: 1,
    due: now,
    failure,
  } as const;
  await store.saveDelivery(delivery);
  assert.match(await (await get('/settings')).text(), /hooks\.example answered 404\.\s+Make a new one/);
  assert.match(await (await get('/settings')).text(), /1 could not be sent, see Settings/);
  assert.equal((await post('/deliveries/de-1/again', {})).status, 303);
  assert.deepEqual(await store.getDelivery('de-1'), { ...delivery, state: 'due', tries: 0 });
  assert.deepEqual(await store.failedDeliveries(9), []);
  assert.equal((await post('/deliveries/none/again', {})).status, 404);
  await store.close();
});

test('setting up and removing a channel can be undone, in the watches that named it too', async () => {
  const { get, post, store } = await openDesk();
  const undo = async (answer: Response) => {
    assert.equal(answer.status, 303);
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    const action = /class="undo"[\s\S]*?action="(\/acts\/[\w-]+\/undo)"/.exec(page)?.[1];
    assert.ok(action, 'undo is offered');
    assert.equal((await post(action, { back: '/settings' })).status, 303);
  };
  const hook = { name: 'team', kind: 'slack', address: 'https://hooks.example/T0/KEY' };
  const shown = async () => /hooks\.example/.test(await (await get('/settings')).text());
  await undo(await post('/channels', hook));
  assert.equal(await shown(), false);
  await post('/channels', hook);
  const [watch, other] = await store.listWatches();
  await store.saveWatch({ ...watch, channels: ['team'] });
  const removed = await post('/channels/team/remove', {});
  assert.equal(await shown(), false);
  await undo(removed);
  assert.equal(await shown(), true);
  const after = await store.listWatches();
  assert.deepEqual(after.find(({ id }) => id === watch.id)?.channels, ['team']);
  assert.deepEqual(after.find(({ id }) => id === other.id)?.channels, []);
  await store.close();
});
