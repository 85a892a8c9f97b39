import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchPorts } from '../src/poll.ts';
import type { Source } from '../src/records.ts';
import { newHealth } from '../src/sources/schedule.ts';
import { openPageArchive } from '../src/store/pages.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import { matchQuery } from '../src/watches/watches.ts';
import { createWorker } from '../src/worker.ts';
import { fetcher, type Pages, serve } from './fetch/server.ts';
import { plainWatch } from './made.ts';
import { rss } from './sources/check.ts';

const sample = (start: string) => readFileSync(join(import.meta.dirname, '..', 'sample', 'pages', start), 'utf8');
const wire = '01-norlund-institute-sets-window-for-tern-2-launch.html';
const copy = '02-harrow-tern-2-launch-window-set.html';

test('a good source among bad ones: its pages are read and told once, each bad one says what is wrong', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-live-'));
  const store = openSqliteStore({ file: join(folder, 'db'), matches: matchQuery });
  const archive = openPageArchive({ folder: join(folder, 'pages') });
  const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><title>&b;</title></item>')}`;
  let polls = 0;
  const pages: Pages = {
    '/good': (request, response) => {
      polls++;
      if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      const items = ['/wire', '/copy', '/picture', '/missing'].map(
        (path) => `<item><title>A</title><link>${path}</link></item>`,
      );
      response.writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' }).end(rss(items.join('')));
    },
    '/wire': sample(wire),
    '/copy': sample(copy),
    '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    '/bomb': bomb,
    '/packed': (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(60 * 1024 * 1024))),
    '/home': (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:7311/' }).end(),
    '/busy': (_, response) => response.writeHead(503).end(),
    '/page': '<!doctype html><html><body>No feed here</body></html>',
  };
  const server = await serve(context, pages);
  const added = '2026-10-05T08:00:00.000Z';
  const add = (path: string) => {
    const source: Source = {
      id: `so-${path.slice(1)}`,
      kind: 'feed',
      address: server.origin + path,
      title: null,
      owner: null,
      added,
      paused: false,
      health: newHealth(added),
    };
    return store.addSource(source);
  };
  for (const path of ['/bomb', '/packed', '/home', '/busy', '/page', '/good']) await add(path);
  await store.saveWatch(plainWatch('wa-1', 'launch AND "Tern-2"', { name: 'Launch', created: added }));

  const errors: string[] = [];
  const worker = createWorker({
    store,
    archive,
    now: () => new Date().toISOString(),
    ports: fetchPorts(fetcher(context), () => new Date().toISOString()),
    log: { info: () => undefined, error: (_, message) => errors.push(message) },
    limits: { idleSeconds: 0.05 },
  });
  const running = worker.run();
  try {
    const settled = async () => {
      const [counts, sources, failed] = [await store.counts(), await store.listSources(), await store.listFailures(50)];
      return (
        failed.some(({ failure }) => failure.code === 'not-a-page') &&
        counts.articles >= 2 &&
        counts.pagesWaiting === 0 &&
        sources.every(({ health }) => health.lastTried !== null)
      );
    };
    for (let round = 0; round < 300 && !(await settled()); round++) await new Promise((done) => setTimeout(done, 50));

    const health = new Map((await store.listSources()).map(({ id, health }) => [id, health]));
    const codeOf = (name: string) => [health.get(`so-${name}`)?.state, health.get(`so-${name}`)?.failure?.code ?? null];
    assert.deepEqual(codeOf('good'), ['good', null]);
    assert.deepEqual(codeOf('bomb'), ['failing', 'xml-entities']);
    assert.deepEqual(codeOf('packed'), ['failing', 'body-inflates-too-far']);
    assert.deepEqual(codeOf('home'), ['failing', 'address-refused']);
    assert.deepEqual(codeOf('busy'), ['failing', 'status-503']);
    assert.deepEqual(codeOf('page'), ['failing', 'source-is-web-page']);
    for (const { failure } of health.values()) assert.ok(failure === null || failure.advice !== '');

    // Two pages with one text are one story and one alert.
    const counts = await store.counts();
    assert.deepEqual([counts.articles, counts.stories, counts.alerts], [2, 1, 1]);
    const failures = (await store.listFailures(50)).map(({ failure }) => failure.code);
    assert.ok(failures.includes('not-a-page'), String(failures));
    assert.deepEqual(errors, []);

    // Asked again, the source says that nothing changed, and nothing is told again.
    const good = health.get('so-good')!;
    await store.saveHealth(
      'so-good',
      { ...good, nextDue: added },
      { at: added, outcome: 'new', found: 4, milliseconds: 1, failure: null },
    );
    worker.wake();
    for (let round = 0; round < 100 && polls < 2; round++) await new Promise((done) => setTimeout(done, 50));
    assert.equal(polls, 2);
  } finally {
    await worker.stop();
    await running;
    await archive.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
