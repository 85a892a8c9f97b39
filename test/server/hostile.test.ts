import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { Failure } from '../../src/failures.ts';
import { routes } from '../../src/server/routes.ts';
import { madeAudit, madePage } from '../made.ts';
import { testOnBoth } from './both-stores.ts';
import { openDesk, pagePaths } from './desk.ts';
import { openPeopledDesk, signIn } from './peopled.ts';
import { fillSmuggled, payloads } from './smuggled.ts';

/** Elements and attributes that no page of the desk has by itself: what a payload that came alive would have made. */
function alive(page: string, xmlMode = false): string[] {
  const found: string[] = [];
  const parser = new Parser(
    {
      onopentag(element, attributes) {
        if (['img', 'xss-mark', 'base', 'object', 'embed', 'style'].includes(element)) found.push(element);
        if (element === 'script' && !attributes.src?.startsWith('/assets/')) found.push('script');
        for (const [attribute, value] of Object.entries(attributes)) {
          if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc') found.push(attribute);
          if (/^(href|src|action|formaction)$/.test(attribute) && !/^(\/(?!\/)|#|https?:)/.test(value))
            found.push(value);
        }
      },
      oncomment: (text) => found.push(`comment ${text}`),
    },
    { xmlMode },
  );
  parser.end(page);
  return found;
}

testOnBoth('what a page says never becomes markup, on any page of the desk, in any field', async (open) => {
  for (const payload of payloads) {
    const desk = await openDesk({ store: await open(), empty: true });
    await fillSmuggled(desk.store, payload);
    const paths = [
      ...(await pagePaths(desk.store)),
      '/?done=ac-1',
      `/search?q=${encodeURIComponent(payload)}`,
      `/watches/new?query=${encodeURIComponent(`ferry ${payload}`)}&name=${encodeURIComponent(payload)}&channels=${encodeURIComponent(payload)}`,
      `/speakers?prefix=${encodeURIComponent(payload)}`,
      `/speakers/${encodeURIComponent(payload)}`,
      `/reading?q=${encodeURIComponent(payload)}`,
      `/leads?language=${encodeURIComponent(payload)}`,
      `/sources?look=${encodeURIComponent(payload)}`,
      `/?tag=${encodeURIComponent(payload)}`,
      `/?assignee=${encodeURIComponent(payload)}`,
      `/${encodeURIComponent(payload)}`,
    ];
    for (const path of paths) {
      const answer = await desk.get(path);
      const type = answer.headers.get('content-type') ?? '';
      const html = await answer.text();
      if (type.startsWith('text/html')) assert.deepEqual(alive(html), [], `${payload} on ${path}`);
    }
    for (const path of ['/sources.opml', '/feeds/wa-1.atom'])
      assert.deepEqual(alive(await (await desk.get(path)).text(), true), [], `${payload} in ${path}`);
    assert.deepEqual(desk.errors, []);
  }
});

test('names of files, what is in lists and archives, and titles of feeds found are shown as words', async () => {
  for (const payload of payloads) {
    const desk = await openDesk({
      empty: true,
      worker: {
        importFile: async (name, content) => {
          if (name.includes('broken')) throw new Failure('x', `what ${payload}`, { retry: 'never', advice: payload });
          return { accepted: 0, known: 0, sources: 1, problems: [`record ${new TextDecoder().decode(content)}`] };
        },
        discover: async (address) => ({
          address: `${address}?${payload}`,
          feeds: [
            { address: `https://a.example/${payload}`, kind: 'feed', title: payload, newest: [payload, payload] },
          ],
        }),
      },
    });
    const body = new FormData();
    body.append('files', new File([payload], `list ${payload}.opml`));
    body.append('files', new File([payload], `broken ${payload}.warc`));
    const answer = await desk.app.request('http://127.0.0.1:7311/sources/import', {
      method: 'POST',
      headers: { host: '127.0.0.1:7311', 'sec-fetch-site': 'same-origin' },
      body,
    });
    const shown = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(shown, /record /);
    assert.deepEqual(alive(shown), [], payload);
    const looked = await (await desk.get('/sources?look=https://a.example/')).text();
    assert.match(looked, /a\.example/);
    assert.deepEqual(alive(looked), [], payload);
    assert.deepEqual(desk.errors, []);
  }
});

testOnBoth('what an archive says of a page’s type is never a header of ours', async (open) => {
  const store = await open();
  for (const [at, payload] of [
    ...payloads,
    'text/html\r\nset-cookie: a=b',
    'image/svg+xml',
    'text/html; charset="\r\nx"',
  ].entries()) {
    const page = madePage(`hostile ${at}`, 0, { contentType: payload });
    const desk = await openDesk({
      store,
      empty: true,
      content: async () => new TextEncoder().encode('<script>xss()</script>'),
    });
    await store.acceptPage(page);
    const answer = await desk.get(`/pages/${page.id}/raw`);
    assert.equal(answer.status, 200, payload);
    assert.match(
      answer.headers.get('content-type') ?? '',
      /^(text\/(html|plain)(; charset=[\w"-]+)?|application\/octet-stream)$/,
    );
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal(answer.headers.getSetCookie().length, 0);
  }
});

testOnBoth('a form that says who is who in hostile words is kept as words', async (open) => {
  const desk = await openDesk({ store: await open(), empty: true });
  for (const payload of payloads) {
    await desk.post('/watches', { name: payload, query: 'ferry' });
    await desk.post('/sources', { address: 'https://a.example/', title: payload });
    assert.deepEqual(alive(await (await desk.get('/watches')).text()), [], payload);
    assert.deepEqual(alive(await (await desk.get('/sources')).text()), [], payload);
    assert.deepEqual(alive(await (await desk.get('/settings')).text()), [], payload);
  }
});

testOnBoth(
  'what people are called, what their keys are for and what the log holds are shown as words',
  async (open) => {
    const desk = await openPeopledDesk({ store: await open(), empty: true });
    const { admin } = desk.users;
    const own = await desk.session(admin);
    for (const [at, payload] of payloads.entries()) {
      await desk.store.changeUser(admin.id, { name: payload, email: payload });
      await desk.post('/me/keys', { name: payload, scopes: 'read' }, own);
      await desk.store.recordAudit(
        madeAudit(
          `au-${at}`,
          { ...admin, name: payload },
          { what: payload, on: payload, detail: payload, client: payload },
        ),
      );
      await desk.post('/watches', { name: payload, query: 'ferry', private: '1' }, own);
      for (const path of ['/people', '/me', '/audit', '/settings', '/watches', '/'])
        assert.deepEqual(alive(await (await desk.get(path, own)).text()), [], `${payload} on ${path}`);
      const answer = await signIn(desk, { name: payload, password: payload, next: `/${payload}` });
      assert.deepEqual(alive(await answer.text()), [], `${payload} typed as a name`);
      const asked = await desk.get(`/search?q=${encodeURIComponent(payload)}`, { accept: 'text/html' });
      assert.deepEqual(alive(await asked.text()), [], `${payload} in the address`);
    }
    assert.deepEqual(desk.errors, []);
  },
);

testOnBoth('header lines cannot be smuggled in through a redirect or a cookie', async (open) => {
  const desk = await openDesk({ store: await open() });
  const [alert] = await desk.store.listAlerts({ watchId: null, state: 'new', before: null, limit: 1 });
  const answer = await desk.post('/alerts', { id: alert.alert.id, state: 'kept', back: '/\r\nset-cookie: a=b' });
  assert.equal(answer.headers.getSetCookie().length, 0);
  for (const cookie of ['ground=night; zone=%', 'zone=%E0%A4%A', 'zone=../../etc; ground="><script>', 'language=%ff'])
    assert.equal((await desk.get('/', { cookie })).status, 200, cookie);
});

testOnBoth('no address, however odd, is a fault of the desk', async (open) => {
  const desk = await openDesk({ store: await open() });
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '%',
      '%2e%2e',
      '%00',
      '%E0%A4%A',
      '__proto__',
      'constructor',
      "'",
      '"',
      '-1',
      '9e99',
      '*',
      ' ',
    ),
    fc.string({ maxLength: 12 }).map(encodeURIComponent),
  );
  const paths = routes.filter((route) => route.method === 'get' && route.path !== '/live').map((route) => route.path);
  const names = [
    'q',
    'show',
    'watch',
    'before',
    'at',
    'with',
    'from',
    'past',
    'prefix',
    'look',
    'cut',
    'language',
    'cursor',
    'order',
    'query',
    'preview',
    'kinds',
    'independentMin',
    'mutedUntil',
    'done',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.array(piece, { minLength: 3, maxLength: 3 }),
      fc.array(fc.tuple(fc.constantFrom(...names), piece), { maxLength: 3 }),
      async (path, pieces, query) => {
        const parts = [...pieces];
        const address = path.replace(/:\w+/g, () => parts.pop() || 'x');
        const tail = query.map(([name, value]) => `${name}=${value}`).join('&');
        const answer = await desk.get(`${address}?${tail}`);
        assert.ok(answer.status < 500, `${answer.status} ${address}?${tail}`);
      },
    ),
    { numRuns: 400 },
  );
  assert.deepEqual(desk.errors, []);
});
