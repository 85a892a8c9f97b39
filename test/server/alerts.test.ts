import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredAlert } from '../../src/store/store.ts';
import { openDesk, type TestDesk } from './desk.ts';

const anyAlert = { watchId: null, state: null, before: null, limit: 50 };

async function firstAlert(desk: TestDesk): Promise<StoredAlert> {
  const [first] = await desk.store.listAlerts(anyAlert);
  return first;
}

/** Presses the undo that the page after a form offers. */
async function undone(desk: TestDesk, answer: Response): Promise<void> {
  assert.equal(answer.status, 303);
  const page = await (await desk.get(answer.headers.get('location') ?? '')).text();
  const action = /action="(\/acts\/[\w-]+\/undo)"/.exec(page)?.[1];
  assert.ok(action, 'undo is offered');
  assert.equal((await desk.post(action, { back: '/' })).status, 303);
}

test('an alert is given to a person, shown so everywhere, found by the name, and taken back', async () => {
  const desk = await openDesk();
  const { alert, story } = await firstAlert(desk);
  const answer = await desk.post(`/alerts/${alert.id}/assign`, { assignee: '  Osk   Tarn ' });
  assert.equal((await firstAlert(desk)).notes.assignee, 'Osk Tarn');
  for (const path of [`/alerts/${alert.id}`, '/', `/stories/${story.id}`, '/?assignee=Osk%20Tarn']) {
    assert.match(await (await desk.get(path)).text(), /for Osk Tarn/, path);
  }
  assert.match(await (await desk.get('/?assignee=Nobody')).text(), /No alerts here/);
  await undone(desk, answer);
  assert.equal((await firstAlert(desk)).notes.assignee, null);
  assert.deepEqual(desk.errors, []);
});

test('a tag is folded, found, and taken off again; undo touches only what it changed', async () => {
  const desk = await openDesk();
  const { alert } = await firstAlert(desk);
  const answer = await desk.post(`/alerts/${alert.id}/tags`, { tag: '#Harbour  Board' });
  assert.deepEqual((await firstAlert(desk)).notes.tags, ['harbour board']);
  const again = await desk.post(`/alerts/${alert.id}/tags`, { tag: 'harbour board' });
  await undone(desk, again);
  assert.deepEqual((await firstAlert(desk)).notes.tags, ['harbour board'], 'it was there before');
  const floor = await (await desk.get('/?tag=harbour%20board')).text();
  assert.equal([...floor.matchAll(/class="row[ "]/g)].length, 1);
  await undone(desk, await desk.post(`/alerts/${alert.id}/tags`, { tag: 'harbour board', off: '1' }));
  assert.deepEqual((await firstAlert(desk)).notes.tags, ['harbour board']);
  await undone(desk, answer);
  assert.deepEqual((await firstAlert(desk)).notes.tags, []);
  assert.equal((await desk.post(`/alerts/${alert.id}/tags`, { tag: ' # ' })).status, 400);
});

test('a comment bears a name and a time; the name is remembered in this browser', async () => {
  const desk = await openDesk();
  const { alert } = await firstAlert(desk);
  const answer = await desk.post(`/alerts/${alert.id}/comments`, { by: '마라 린드', text: 'Called the\r\nport.' });
  const kept = answer.headers.get('set-cookie') ?? '';
  assert.match(kept, /^name=%EB/);
  const [comment] = (await firstAlert(desk)).notes.comments;
  assert.deepEqual(
    [comment.by, comment.text, comment.at],
    ['마라 린드', 'Called the\nport.', '2026-11-24T16:40:00.000Z'],
  );
  const page = await (await desk.get(`/alerts/${alert.id}`, { cookie: kept.split(';')[0] })).text();
  assert.match(page, /name="by" value="마라 린드"/);
  assert.match(page, /Called the\nport\./);
  assert.match(await (await desk.get('/')).text(), /1 comment</);
  await undone(desk, answer);
  assert.deepEqual((await firstAlert(desk)).notes.comments, []);
  assert.equal((await desk.post(`/alerts/${alert.id}/comments`, { by: '', text: 'x' })).status, 400);
});

test('fewer like this: each change shows what it leaves out, taking one changes the watch, undo brings it back', async () => {
  const desk = await openDesk();
  const alerts = await desk.store.listAlerts(anyAlert);
  const [{ watchId }] = await desk.store.watchCounts().then((all) => [...all].sort((a, b) => b.total - a.total));
  const ours = alerts.filter((one) => one.alert.watchId === watchId);
  const { alert } = ours[0];
  await desk.store.setAlertState([ours[1].alert.id], 'kept');
  const page = await (await desk.get(`/alerts/${alert.id}/fewer`)).text();
  const [, added] = /name="added" value="([^"]+)"/.exec(page) ?? [];
  assert.match(page, /\d alerts in 30 days become \d/);
  const plain = added.replaceAll('&quot;', '"');
  const watch = () => desk.store.listWatches().then((all) => all.find((one) => one.id === watchId)?.query ?? '');
  const before = await watch();
  assert.equal((await desk.post(`/alerts/${alert.id}/fewer`, { added: 'NOT everything' })).status, 400);
  assert.equal(await watch(), before, 'only what was proposed is taken');
  const answer = await desk.post(`/alerts/${alert.id}/fewer`, { added: plain });
  assert.equal(await watch(), `${before} ${plain}`);
  await undone(desk, answer);
  assert.equal(await watch(), before);
  assert.deepEqual(desk.errors, []);
});

test('the API does the same, and its acts can be undone there', async () => {
  const desk = await openDesk();
  const { alert } = await firstAlert(desk);
  const ask = async (method: string, path: string, body: object = {}) => {
    const answer = await desk.app.request(`http://127.0.0.1:7311/api/${path}`, {
      method,
      headers: { host: '127.0.0.1:7311', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, value: await answer.json() };
  };
  const given = await ask('PUT', `alerts/${alert.id}/assignee`, { assignee: 'Osk' });
  await ask('POST', `alerts/${alert.id}/tags`, { tag: 'Ferry' });
  await ask('POST', `alerts/${alert.id}/comments`, { by: 'Osk', text: 'Mine.' });
  await ask('POST', 'alerts/state', { ids: [alert.id], state: 'acknowledged' });
  const { value } = await ask('GET', `alerts/${alert.id}`);
  assert.deepEqual(
    [value.assignee, value.tags, value.comments.length, value.state],
    ['Osk', ['ferry'], 1, 'acknowledged'],
  );
  assert.equal((await ask('GET', 'alerts?tag=ferry&assignee=Osk')).value.alerts.length, 1);
  assert.equal((await ask('GET', 'alerts?tag=none')).value.alerts.length, 0);
  await ask('POST', `acts/${given.value.act}/undo`);
  assert.equal((await firstAlert(desk)).notes.assignee, null);
  const { value: fewer } = await ask('GET', `alerts/${alert.id}/fewer`);
  assert.ok(fewer.proposals.length > 0);
  for (const one of fewer.proposals) assert.equal(one.alerts, fewer.alerts - one.dropped.length);
  assert.equal((await ask('POST', `alerts/${alert.id}/fewer`, { added: fewer.proposals[0].added })).status, 200);
  assert.equal((await ask('POST', `alerts/${alert.id}/comments`, { by: 'Osk', text: '' })).status, 400);
  assert.equal((await ask('GET', 'alerts/al-none')).status, 404);
  assert.deepEqual(desk.errors, []);
});
