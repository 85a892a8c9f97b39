import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ferryWatch } from '../desk/archive.ts';
import { listPaths, newestArticle, openDesk, pagePaths } from './desk.ts';

test('every page answers, whole and small', async () => {
  const desk = await openDesk();
  for (const path of await pagePaths(desk.store)) {
    const answer = await desk.get(path);
    const text = await answer.text();
    assert.equal(answer.status, 200, path);
    assert.match(text, /^<!doctype html>[\s\S]*<\/html>\s*$/, path);
    assert.ok(Buffer.byteLength(text) < 100_000, `${path} has ${Buffer.byteLength(text)} bytes`);
    assert.doesNotMatch(text, /undefined|\[object |NaN/, path);
    assert.equal([...text.matchAll(/<h1/g)].length, 1, `${path}: one h1`);
  }
  assert.deepEqual(desk.errors, []);
});

test('no page holds an inline script or style, and nothing comes from elsewhere', async () => {
  const desk = await openDesk();
  for (const path of await pagePaths(desk.store)) {
    const text = await (await desk.get(path)).text();
    assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=|javascript:/i, path);
    for (const [, source] of text.matchAll(/<(?:script|img|iframe|link)[^>]*?\s(?:src|href)="([^"]*)"/g))
      assert.match(source, /^\//, `${path}: ${source}`);
    assert.doesNotMatch(text, /<script(?![^>]*src=)/, path);
  }
});

test('an empty desk says what belongs on each page', async () => {
  const desk = await openDesk({ empty: true });
  for (const path of listPaths) {
    const text = await (await desk.get(path)).text();
    assert.match(text, /class="empty"/, path);
  }
  assert.deepEqual(desk.errors, []);
});

test('what is not here is a 404 page that says what to do', async () => {
  const desk = await openDesk();
  for (const path of [
    '/nowhere',
    '/stories/st-0',
    '/articles/ar-0',
    '/compare/ar-0',
    '/watches/none',
    '/sources/none',
    '/speakers/Nobody',
    '/pages/pa-0/raw',
    '/stories/%2e%2e%2fetc',
    "/articles/'or'1",
    '/feeds/none.atom',
    '/calendar/none.ics',
  ]) {
    const answer = await desk.get(path);
    assert.equal(answer.status, 404, path);
    assert.match(await answer.text(), /Nothing is lost/, path);
  }
  assert.deepEqual(desk.errors, []);
});

test('the floor shows new alerts, and everything while no watch is saved', async () => {
  const desk = await openDesk();
  const fresh = await (await desk.get('/')).text();
  assert.match(fresh, /Reopening window moved from 22 Nov–1 Dec to 27 Nov–3 Dec/);
  assert.match(fresh, /6 pages · 5 outlets · 3 independent/);
  assert.match(fresh, /class="row fresh"/);
  const [{ watchId }] = await desk.store.watchCounts();
  for (const watch of await desk.store.listWatches()) await desk.store.removeWatch(watch.id);
  assert.notEqual(watchId, '');
  const all = await (await desk.get('/')).text();
  assert.match(all, /Reopening window moved/);
  assert.match(all, /Save your first watch/);
});

test('evidence opens in place: the sentence, its marked characters, where it stands, two links', async () => {
  const desk = await openDesk();
  const text = await (await desk.get('/')).text();
  assert.match(text, /<mark>moving its window to between Nov\. 27 and Dec\. 3<\/mark>/);
  assert.match(text, /announced, the harbour board said on Tuesday, <mark>/);
  assert.match(text, /href="\/articles\/[\w-]+\?at=\d+-\d+#here"/);
  assert.match(text, /href="\/pages\/[\w-]+\/raw"/);
  assert.match(text, /sha-256 [0-9a-f]{10}/);
  assert.match(text, /<mark>between Nov\. 22 and Dec\. 1<\/mark>/, 'and what it takes the place of');
});

test('the reader marks statements and dates, and the place it was asked for', async () => {
  const desk = await openDesk();
  const { rows } = await desk.store.search({
    query: { op: 'all', at: [0, 0] },
    order: 'newest',
    limit: 20,
    cursor: null,
    facets: false,
  });
  const wire = rows.find((row) => row.article.title === 'Velmar ferry line to reopen in late November');
  assert.ok(wire);
  const text = await (await desk.get(`/articles/${wire.article.id}?at=0-6`)).text();
  assert.match(
    text,
    /<a class="said" id="at-s1" href="#s1" data-facts="s1">The channel is deep enough, and the boats are ready,/,
  );
  assert.match(text, /class="dated"[^>]*>between Nov\. 22 and Dec\. 1/);
  assert.match(text, /<mark class="target" id="here">VELMAR<\/mark>/);
  assert.match(text, /as reported by <span dir="auto">the station/);
  assert.match(text, /not resolved: the text does not say which year/);
  assert.match(text, /<iframe class="stored" src="\/pages\/[\w-]+\/raw" sandbox=""/);
  assert.match(text, /3 headlines in lists around the text/);
  assert.match(text, /lang="ko" dir="auto"/);
  const arabic = rows.find((row) => row.article.language === 'ar');
  assert.match(await (await desk.get(`/articles/${arabic?.article.id}`)).text(), /<p lang="ar" dir="auto">/);
});

test('the calendar draws a moved window with its ghost, and what has no date apart', async () => {
  const desk = await openDesk();
  const text = await (await desk.get('/calendar')).text();
  assert.match(text, /<rect class="ghost"/);
  assert.match(text, /moved from <s dir="auto">22 Nov–1 Dec<\/s>/);
  assert.equal([...text.matchAll(/class="agenda-row"/g)].length, 2, 'the position it left has no line of its own');
  assert.match(text, /Fares to stay at 6\.50 crowns/);
});

test('a watch is tried on the archive before it is saved', async () => {
  const desk = await openDesk();
  const text = await (await desk.get('/watches/new?query=ferry&preview=1')).text();
  assert.match(text, /3 alerts in 30 days; a plain tool: 4/);
  const headlines = await (await desk.get('/watches/new?query=bridges&preview=1')).text();
  assert.match(headlines, /0 alerts in 30 days; a plain tool: 1/, 'a word that stands in the lists only');
});

test('feeds and calendars are given per watch', async () => {
  const desk = await openDesk();
  const atom = await desk.get(`/feeds/${ferryWatch.id}.atom`);
  assert.equal(atom.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  assert.match(await atom.text(), /Reopening window moved/);
  const json = await (await desk.get(`/feeds/${ferryWatch.id}.json`)).json();
  assert.equal(json.items.length, 5);
  const all = await (await desk.get('/calendar.ics')).text();
  assert.equal([...all.matchAll(/BEGIN:VEVENT/g)].length, 2);
  assert.match(all, /SEQUENCE:1/);
  const ferry = await (await desk.get(`/calendar/${ferryWatch.id}.ics`)).text();
  assert.equal([...ferry.matchAll(/BEGIN:VEVENT/g)].length, 1);
});

test('what is read elsewhere leads to the address under which people open the desk, and from there to the stored page', async () => {
  const desk = await openDesk({ address: 'https://desk.example' });
  const json = await (await desk.get(`/feeds/${ferryWatch.id}.json`)).json();
  assert.equal(json.feed_url, `https://desk.example/feeds/${ferryWatch.id}.json`);
  assert.match(json.items[0].url, /^https:\/\/desk\.example\/articles\/[\w-]+\?at=\d+-\d+$/);
  const calendar = (await (await desk.get('/calendar.ics')).text()).replaceAll('\r\n ', '');
  assert.match(calendar, /URL;VALUE=URI:https:\/\/desk\.example\/articles\/[\w-]+\?at=\d+-\d+\r/);
  const [, path] = /Page as received: https:\/\/desk\.example(\/\S+)$/.exec(json.items[0].content_text) ?? [];
  const answer = await desk.get(path);
  assert.equal(answer.status, 303);
  assert.match(answer.headers.get('location') ?? '', /^\/pages\/[\w-]+\/raw$/);
  assert.equal((await desk.get(answer.headers.get('location') ?? '')).status, 200);
  assert.equal((await desk.get('/articles/none/stored')).status, 404);
});

test('while nothing can be stored, every page says that work rests, since when, and what to do', async () => {
  const paused = {
    code: 'disk-full',
    what: 'The disk of the data folder is full',
    advice: 'Make room on it; what was accepted is kept and goes on then.',
    retry: 'later' as const,
    at: '2026-11-24T16:00:00.000Z',
  };
  const desk = await openDesk({ worker: { paused: () => paused } });
  for (const path of ['/', '/sources', '/settings']) {
    const text = await (await desk.get(path)).text();
    assert.match(text, /role="alert"><p><b>Work rests and goes on by itself\. Since<\/b> <time/);
    assert.match(text, /The disk of the data folder is full\. Make room on it/);
  }
  assert.match(await (await desk.get('/metrics')).text(), /^watchfloor_paused 1$/m);
  assert.doesNotMatch(await (await (await openDesk()).get('/')).text(), /Work rests/);
});

test('pages carry a validator, files of the desk may be kept for ever under their version', async () => {
  const desk = await openDesk();
  const first = await desk.get('/watches');
  const etag = first.headers.get('etag');
  assert.ok(etag);
  assert.equal((await desk.get('/watches', { 'if-none-match': etag })).status, 304);
  assert.equal(first.headers.get('cache-control'), 'private, no-cache');
  const style = /href="(\/assets\/[0-9a-f]+\/style\.css)"/.exec(await first.text())?.[1] ?? '';
  assert.match((await desk.get(style)).headers.get('cache-control') ?? '', /immutable/);
  assert.doesNotMatch((await desk.get('/assets/old/style.css')).headers.get('cache-control') ?? '', /immutable/);
});

test('style and script stay within their budget', async () => {
  const desk = await openDesk();
  const style = await (await desk.get('/assets/x/style.css')).arrayBuffer();
  const script = await (await desk.get('/assets/x/desk.js')).arrayBuffer();
  assert.ok(style.byteLength < 25_000, `style ${style.byteLength}`);
  assert.ok(script.byteLength < 30_000, `script ${script.byteLength}`);
});

test('a query is told in the reader’s language', async () => {
  const desk = await openDesk();
  const korean = { cookie: 'language=ko-KR' };
  const path = '/reading?q=title:ferry+NOT+pilot*';
  assert.match(await (await desk.get(path)).text(), /in the title: “ferry” and without words like “pilot\*”/);
  assert.match(await (await desk.get(path, korean)).text(), /제목에 ‘ferry’ 그리고 ‘pilot\*’ 꼴의 낱말 제외/);
});

test('what was left out of a text is told line by line with its reason, when asked for', async () => {
  const desk = await openDesk();
  const copy = await newestArticle(desk.store, ({ copyOf }) => copyOf !== null);
  const brief = await (await desk.get(`/articles/${copy}`)).text();
  assert.match(brief, new RegExp(`href="/articles/${copy}\\?left=1#left"`));
  assert.doesNotMatch(brief, /class="removed"/);
  const whole = await (await desk.get(`/articles/${copy}?left=1`)).text();
  assert.match(whole, /<details class="drawer" id="left" open>/);
  assert.match(whole, /\d line(s of the page are| of the page is) not in the text/);
  assert.match(whole, /<span class="dim">the words of the title<\/span>/);
  assert.deepEqual(desk.errors, []);
});

test('the calendar shows the stories of one watch alone, and subscribes to it', async () => {
  const desk = await openDesk();
  const all = await (await desk.get('/calendar')).text();
  const ferry = await (await desk.get(`/calendar?watch=${ferryWatch.id}`)).text();
  const rows = (text: string) => [...text.matchAll(/class="agenda-row"/g)].length;
  assert.equal(rows(all), 2);
  assert.equal(rows(ferry), 1);
  assert.match(ferry, new RegExp(`class="button quiet" href="/calendar/${ferryWatch.id}\\.ics"`));
  assert.match(all, /class="button quiet" href="\/calendar\.ics"/);
});

test('a speaker is shown by venue', async () => {
  const desk = await openDesk();
  const all = await (await desk.get('/speakers/Mara%20Lind')).text();
  assert.match(all, /href="\/speakers\/Mara%20Lind\?venue=the\+quay"/);
  const quay = await (await desk.get('/speakers/Mara%20Lind?venue=the+quay')).text();
  assert.match(quay, /Four or five days/);
  assert.doesNotMatch(quay, /The channel is deep enough/);
});
