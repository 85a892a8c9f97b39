import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, pagePaths, type TestDesk } from './desk.ts';

/** Follows the redirect of a form and presses undo on the page that it leads to. */
async function undoAfter(desk: TestDesk, answer: Response): Promise<Response> {
  assert.equal(answer.status, 303);
  const location = answer.headers.get('location') ?? '';
  const page = await (await desk.get(location)).text();
  const action = /action="(\/acts\/[\w-]+\/undo)"/.exec(page)?.[1];
  assert.ok(action, `the page at ${location} offers undo`);
  return desk.post(action, { back: '/' });
}

test('alerts are kept and dismissed, and undo puts them back', async () => {
  const desk = await openDesk();
  const all = await desk.store.listAlerts({ watchId: null, state: 'new', before: null, limit: 50 });
  const id = all[0].alert.id;
  const answer = await desk.post('/alerts', { id, state: 'dismissed', from: 'new', back: '/?show=new' });
  assert.match(answer.headers.get('location') ?? '', /^\/\?show=new&done=/);
  const after = await desk.store.listAlerts({ watchId: null, state: 'new', before: null, limit: 50 });
  assert.equal(after.length, all.length - 1);
  await undoAfter(desk, answer);
  assert.equal(
    (await desk.store.listAlerts({ watchId: null, state: 'new', before: null, limit: 50 })).length,
    all.length,
  );
  assert.deepEqual(desk.errors, []);
});

test('a watch is made, changed, paused, muted and removed, each undoable', async () => {
  const desk = await openDesk({ empty: true });
  const made = await desk.post('/watches', {
    name: 'Locks',
    query: 'canal AND lock',
    kinds: ['date', 'first'],
    independentMin: '2',
  });
  assert.equal(made.status, 303);
  const [watch] = await desk.store.listWatches();
  assert.deepEqual(
    [watch.name, watch.kinds, watch.independentMin, watch.paused],
    ['Locks', ['date', 'first'], 2, false],
  );
  await desk.post(`/watches/${watch.id}`, { name: 'Locks', query: 'canal', kinds: [] });
  assert.equal((await desk.store.listWatches())[0].query, 'canal');
  await undoAfter(desk, await desk.post(`/watches/${watch.id}/pause`, {}));
  assert.equal((await desk.store.listWatches())[0].paused, false);
  await desk.post(`/watches/${watch.id}/mute`, {});
  assert.equal((await desk.store.listWatches())[0].mutedUntil, '2026-11-25T16:40:00.000Z');
  await undoAfter(desk, await desk.post(`/watches/${watch.id}/remove`, {}));
  assert.equal((await desk.store.listWatches()).length, 1);
});

test('a watch with a fault is not saved; the fault is shown at its character', async () => {
  const desk = await openDesk({ empty: true });
  const answer = await desk.post('/watches', { name: 'x', query: 'ferry AND (' });
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /<mark class="fault">/);
  assert.equal((await desk.store.listWatches()).length, 0);
});

test('a source is added, paused and removed, each undoable', async () => {
  const desk = await openDesk({ empty: true });
  await desk.post('/sources', { address: 'harbour.example/feed' });
  const [source] = await desk.store.listSources();
  assert.equal(source.address, 'https://harbour.example/feed');
  await desk.post(`/sources/${source.id}`, { title: 'Harbour', owner: 'Quay Group' });
  await undoAfter(desk, await desk.post(`/sources/${source.id}/pause`, {}));
  assert.equal((await desk.store.getSource(source.id))?.paused, false);
  await undoAfter(desk, await desk.post(`/sources/${source.id}/remove`, {}));
  assert.equal((await desk.store.getSource(source.id))?.owner, 'Quay Group');
  const opml = await desk.get('/sources.opml');
  assert.match(await opml.text(), /xmlUrl="https:\/\/harbour\.example\/feed"/);
});

test('an address that is none of the web is refused with advice', async () => {
  const desk = await openDesk({ empty: true });
  for (const address of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'http://']) {
    const answer = await desk.post('/sources', { address });
    assert.equal(answer.status, 400, address);
    assert.match(await answer.text(), /http:\/\/ or https:\/\//);
  }
  assert.equal((await desk.store.listSources()).length, 0);
});

test('files dropped in go to the worker, each with its own problems', async () => {
  const given: string[] = [];
  const desk = await openDesk({
    empty: true,
    worker: {
      async importFile(name, content) {
        given.push(`${name} ${content.length}`);
        if (name === 'bad.warc') throw new Error('cut short');
        return { accepted: 1, known: 0, sources: 2, problems: [] };
      },
    },
  });
  const form = new FormData();
  form.append('files', new File(['<p>text</p>'], 'page.html'));
  form.append('files', new File(['x'], 'bad.warc'));
  const answer = await desk.app.request('http://127.0.0.1/sources/import', {
    method: 'POST',
    body: form,
    headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin' },
  });
  const text = await answer.text();
  assert.deepEqual(given, ['page.html 11', 'bad.warc 1']);
  assert.match(text, /1 page accepted, 2 sources added/);
  assert.match(text, /bad\.warc: cut short/);
});

test('what was taken in before an import failed or was stopped is told, apart from what was known', async () => {
  const stop = Promise.withResolvers<void>();
  const desk = await openDesk({
    empty: true,
    worker: {
      async importFile(name, _, progress) {
        progress({ accepted: 1, known: 2 });
        if (name === 'cut.warc') throw new Error('cut short');
        await stop.promise;
        progress({ accepted: 3, known: 2 });
        assert.fail('what progress throws stops it');
      },
    },
  });
  const form = new FormData();
  for (const name of ['cut.warc', 'long.warc', 'never.warc']) form.append('files', new File(['x'], name));
  const answer = await desk.app.request('http://127.0.0.1/sources/import', {
    method: 'POST',
    body: form,
    headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin' },
  });
  const place = answer.headers.get('location') ?? '';
  assert.match(await (await desk.get(place)).text(), /1 of 3 files, 6 pages/);
  await desk.post(`/imports/${place.split('=')[1]}/stop`, {});
  stop.resolve();
  const text = await (await desk.get(place)).text();
  assert.match(text, /Stopped; what was taken in stays: 4 pages accepted, 4 known already/);
  assert.match(text, /cut\.warc: cut short/);
});

test('ground and zone are remembered', async () => {
  const desk = await openDesk();
  const answer = await desk.post('/settings', { ground: 'night', zone: 'Asia/Seoul' });
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const text = await (await desk.get('/', { cookie })).text();
  assert.match(text, /<html lang="en-GB" data-ground="night">/);
  assert.match(text, /25 Nov 2026, 01:31 GMT\+9/);
  assert.match(
    await (await desk.post('/settings', { ground: '', zone: 'Nowhere/Town' })).text(),
    /no time zone called/,
  );
  const korean = await desk.post('/settings', { ground: '', zone: '', language: 'ko-KR' });
  const language =
    korean.headers
      .getSetCookie()
      .find((one) => one.startsWith('language='))
      ?.split(';')[0] ?? '';
  for (const path of await pagePaths(desk.store)) {
    const page = await (await desk.get(path, { cookie: language })).text();
    assert.match(page, /<html lang="ko-KR">/, path);
    assert.doesNotMatch(page, /undefined|NaN|Invalid Date/, path);
  }
});

test('a form sends nobody elsewhere', async () => {
  const desk = await openDesk();
  const [alert] = await desk.store.listAlerts({ watchId: null, state: 'new', before: null, limit: 1 });
  for (const back of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    const answer = await desk.post('/alerts', { id: alert.alert.id, state: 'kept', back });
    assert.match(answer.headers.get('location') ?? '', /^\/\?done=/, back);
  }
});

test('a copy is said to be none, an article split off, a story merged; undo puts each back', async () => {
  const desk = await openDesk();
  const found = await desk.store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 50 });
  const ferry = found.find((one) => one.story.pageCount === 6)?.story.id ?? '';
  const strike = found.find((one) => one.story.pageCount === 1)?.story.id ?? '';
  const shape = async () => {
    const stored = await desk.store.getStory(ferry);
    return [
      stored?.articles.length,
      stored?.articles.filter((one) => one.placement.copyOf !== null).length,
      stored?.developments.length,
    ];
  };
  const before = await shape();
  assert.deepEqual(before, [6, 2, 6]);
  const copy = (await desk.store.getStory(ferry))?.articles.find((one) => one.placement.share === 0.94)?.brief.id ?? '';
  const own = await desk.post(`/articles/${copy}/own`, {});
  assert.deepEqual(await shape(), [6, 1, 6]);
  await undoAfter(desk, own);
  assert.deepEqual(await shape(), before);
  const split = await desk.post(`/articles/${copy}/split`, {});
  assert.deepEqual(await shape(), [5, 1, 5]);
  await undoAfter(desk, split);
  assert.deepEqual(await shape(), before);
  const merged = await desk.post(`/stories/${ferry}/merge`, { story: `http://127.0.0.1:7311/stories/${strike}?x=1` });
  assert.deepEqual(await shape(), [7, 2, 7]);
  await undoAfter(desk, merged);
  assert.deepEqual(await shape(), before);
  assert.equal((await desk.post(`/stories/${ferry}/merge`, { story: ferry })).status, 400);
  assert.deepEqual(desk.errors, []);
});

test('the first five minutes are shown over the sample archive until they are put away', async () => {
  const desk = await openDesk();
  assert.doesNotMatch(await (await desk.get('/')).text(), /class="guide"/);
  await desk.store.setSetting('sample', 'loaded');
  assert.match(await (await desk.get('/')).text(), /class="guide"/);
  await desk.post('/guide/done', { back: '/' });
  assert.doesNotMatch(await (await desk.get('/')).text(), /class="guide"/);
});

test('an address that a poll would be refused is refused at once, in the desk and through the API', async () => {
  const desk = await openDesk();
  const before = (await desk.store.listSources()).length;
  for (const address of ['http://127.0.0.1/feed', 'http://10.1.2.3/feed', 'http://localhost/feed', 'https://[::1]/']) {
    assert.equal((await desk.post('/sources', { address })).status, 400, address);
    const answer = await desk.app.request('http://127.0.0.1:7311/api/sources', {
      method: 'POST',
      headers: { host: '127.0.0.1:7311', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ address }),
    });
    assert.equal(answer.status, 400, address);
    assert.match((await answer.json()).advice, /WATCHFLOOR_FETCH_ALLOW_HOSTS/, address);
  }
  assert.equal((await desk.store.listSources()).length, before);
});

test('owners are told in the settings, which name the agencies and how long pages are kept', async () => {
  const desk = await openDesk();
  const page = await (await desk.get('/settings')).text();
  assert.match(page, /Pages are kept for good\./);
  assert.match(page, /Reuters/);
  const [source] = (await desk.store.listSources()).filter((one) => one.owner === null);
  assert.match(page, new RegExp(`action="/sources/${source.id}"`));
  const answer = await desk.post(`/sources/${source.id}`, {
    title: source.title ?? '',
    owner: 'Coast Group',
    back: '/settings',
  });
  assert.match(answer.headers.get('location') ?? '', /^\/settings\?done=/);
  const saved = await desk.store.getSource(source.id);
  assert.deepEqual([saved?.owner, saved?.title], ['Coast Group', source.title]);
  await undoAfter(desk, answer);
  assert.equal((await desk.store.getSource(source.id))?.owner, null);
});

test('who owns which hosts is seen and changed in the settings, undone, and counts from the next article on', async () => {
  const desk = await openDesk();
  const shown = async () => (await desk.get('/settings')).text();
  assert.match(await shown(), /name="name" value="gannett"/);
  const answer = await desk.post('/owners', {
    name: 'Velm Group',
    hosts: 'https://www.velm-daily.example/ coast-today.example',
  });
  assert.match(
    await shown(),
    /name="name" value="velm group"[\s\S]{0,300}value="velm-daily.example coast-today.example"/,
  );
  assert.equal(await desk.store.getSetting('owners'), '{"velm group":["velm-daily.example","coast-today.example"]}');
  await undoAfter(desk, answer);
  assert.equal(await desk.store.getSetting('owners'), null);
  const first = await desk.post('/owners', { name: 'Velm', hosts: 'velm.example' });
  await desk.post('/owners', { name: 'Coast', hosts: 'coast.example' });
  await undoAfter(desk, first);
  assert.equal(
    await desk.store.getSetting('owners'),
    '{"coast":["coast.example"]}',
    'undoing one owner leaves those written down since',
  );
  await desk.post('/owners', { name: 'gannett', hosts: '' });
  assert.doesNotMatch(
    await shown(),
    /name="name" value="gannett"/,
    'a known owner is taken out by taking its hosts out',
  );
  assert.equal((await desk.post('/owners', { name: 'x', hosts: 'not a host' })).status, 400);
  assert.equal((await desk.post('/owners', { name: '', hosts: 'velm.example' })).status, 400);
  assert.equal((await desk.post('/owners', { name: 'nobody', hosts: '' })).status, 400);
});
