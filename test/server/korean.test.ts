import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { createApp } from '../../src/server/app.ts';
import { readSample } from '../desk/sample.ts';
import { listPaths, openDesk, pagePaths } from './desk.ts';
import { openPeopledDesk } from './peopled.ts';

const korean = { cookie: 'language=ko-KR; zone=Asia/Seoul' };

/** Names and signs that stand in every language. */
const notEnglish =
  /\b(sha-256 [0-9a-f]+|Watchfloor|OPML|iCalendar|Atom|JSONL?|WARC|WACZ|HTML|API|Enter|Esc|docs\/[a-z]+\.md|Asia\/Seoul|https?:\S*|watchfloor( [a-z]+)+|MB|KB|ms|UTC|GMT\S*)\b/g;
const twoWords = /[A-Za-z]{2,}[ ,]+[a-z]{2,}/;

/** What a page says itself: its texts and told attributes, without what is marked as the press's, a name or code. */
function ownTexts(page: string): string[] {
  const found: string[] = [];
  const foreign: boolean[] = [];
  const empty = new Set(['meta', 'link', 'input', 'br', 'img', 'hr', 'path', 'rect', 'line', 'circle']);
  const parser = new Parser({
    onopentag(name, attributes) {
      const apart = ['bdi', 'code', 'kbd', 'mark', 'script', 'style', 'datalist', 'cite', 'textarea'].includes(name);
      const press = attributes.dir === 'auto' || (attributes.lang !== undefined && attributes.lang !== 'ko-KR');
      foreign.push(foreign.at(-1) === true || apart || press);
      // A hover over words of the press may quote them; what the desk says itself is in the text as well.
      if (foreign.at(-1) !== true) {
        for (const told of ['aria-label', 'placeholder', 'alt']) if (attributes[told]) found.push(attributes[told]);
        if (name === 'button' && attributes.title) found.push(attributes.title);
      }
      if (empty.has(name)) foreign.pop();
    },
    ontext: (text) => void (foreign.at(-1) === true || found.push(text)),
    onclosetag: (name) => void (empty.has(name) || foreign.pop()),
  });
  parser.end(page.replace(/<title>[\s\S]*?<\/title>/g, ''));
  return found.map((text) => text.trim()).filter((text) => text !== '');
}

function englishIn(page: string): string[] {
  return ownTexts(page).filter((text) => twoWords.test(text.replace(/“[^”]*”|‘[^’]*’/g, ' ').replace(notEnglish, ' ')));
}

test('no page of the desk says an English sentence in Korean, busy, failed or empty', async () => {
  const desk = await openDesk();
  const [alert] = await desk.store.listAlerts({ watchId: null, state: null, before: null, limit: 1 });
  await desk.post('/alerts', { id: alert.alert.id, state: 'kept' });
  const found: Record<string, string[]> = {};
  const look = (path: string, page: string) => {
    const english = englishIn(page);
    if (english.length > 0) found[path] = english;
  };
  const faults = [
    '/search?q=ferry%20NEAR/500%20boat',
    '/search?q=spekaer:Lind',
    '/search?q=%22ferry',
    '/search?q=window:soon',
    '/search?q=kind:weather',
    '/search?q=nothing-like-this',
    '/stories/none',
    '/compare/none',
    '/speakers/Nobody',
    '/nowhere',
    '/feeds/none.txt',
    '/sources?look=x',
  ];
  for (const path of [...(await pagePaths(desk.store)), ...faults]) {
    const page = await (await desk.get(path, korean)).text();
    assert.match(page, /<html lang="ko-KR"/, path);
    look(path, page);
  }
  const bare = await openDesk({ empty: true });
  for (const path of listPaths) look(`empty ${path}`, await (await bare.get(path, korean)).text());
  for (const [path, fields] of [
    ['/alerts', {}],
    ['/sources', { address: 'ftp://x' }],
    ['/sources', { address: 'http://10.0.0.1/' }],
    ['/channels', { name: 'x', kind: 'none' }],
    ['/channels', { name: 'x', kind: 'webhook', address: 'nowhere' }],
    ['/watches', { name: 'x', query: '(' }],
    [`/alerts/${alert.alert.id}/tags`, { tag: '#' }],
    [`/alerts/${alert.alert.id}/comments`, {}],
    [`/alerts/${alert.alert.id}/fewer`, { added: 'x' }],
    ['/acts/none/undo', {}],
  ] as const) {
    const page = await (await desk.post(path, fields, korean)).text();
    look(`${path} ${JSON.stringify(fields)}`, page);
  }
  assert.deepEqual(found, {});
  assert.deepEqual(desk.errors, []);
});

test('who may not is told in Korean which role it takes', async () => {
  const desk = await openPeopledDesk();
  const { cookie } = await desk.session(desk.users.reader);
  const answer = await desk.get('/people', { ...korean, cookie: `${korean.cookie}; ${cookie}`, accept: 'text/html' });
  assert.equal(answer.status, 403);
  const page = await answer.text();
  assert.match(page, /여기서는 관리자 역할이 있어야 하며/);
  assert.deepEqual(englishIn(page), []);
});

test('the sample archive is told in Korean too: every development but headlines, every reason and problem', async () => {
  const sample = await readSample(assert.fail);
  const { store } = sample;
  const log = { info: () => undefined, error: (_: object, message: string) => assert.fail(message) };
  const { app } = createApp({ ...sample, log }, { names: [], password: null });
  const get = async (path: string) =>
    (await app.request(`http://127.0.0.1:7311${path}`, { headers: { host: '127.0.0.1:7311', ...korean } })).text();
  const developments = await store.listDevelopments({
    watchId: null,
    kinds: [],
    after: null,
    before: null,
    limit: 300,
  });
  assert.ok(developments.some(({ development }) => development.kind === 'date'));
  const found: Record<string, string[]> = {};
  for (const path of await pagePaths(store)) {
    const english = englishIn(await get(path));
    if (english.length > 0) found[path] = english;
  }
  assert.deepEqual(found, {});
  for (const storyId of new Set(developments.map(({ story }) => story.id))) {
    const page = await get(`/stories/${storyId}`);
    for (const { development } of developments.filter(({ story }) => story.id === storyId)) {
      if (development.kind === 'first' || development.kind === 'statement' || development.kind === 'figure') continue;
      const shown = new RegExp(`id="r-${development.id}"[\\s\\S]*?<h3[^>]*>([^<]*)<`).exec(page)?.[1] ?? '';
      assert.match(shown, /\p{Script=Hangul}/u, development.summary);
    }
  }
  await sample.close();
});
