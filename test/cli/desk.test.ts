import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './check.ts';

const fresh = () => join(mkdtempSync(join(tmpdir(), 'watchfloor-desk-')), 'data');
const page = (head: string, body: string) =>
  `<html><head><title>${head}</title></head><body><article><h1>${head}</h1>${body
    .split('\n')
    .map((one) => `<p>${one}</p>`)
    .join('')}</article></body></html>`;
const bridge = page(
  'Bridge at Osmund opens',
  'The new bridge at Osmund opened to traffic on Monday after four years of work, the town said.\n“It stands,” said Ada Brook, the mayor, who cut the ribbon in front of some two hundred people.',
);

test('a page brought in is searched, watched for, exported, backed up and restored', async () => {
  const data = fresh();
  const file = join(mkdtempSync(join(tmpdir(), 'watchfloor-desk-')), 'bridge.html');
  writeFileSync(file, bridge);
  const at = ['--data', data];
  assert.equal((await run(['watch', 'add', 'bridge AND Osmund', '--name', 'bridges', ...at])).exit, 0);
  assert.equal((await run(['watch', 'add', 'bridge', '--name', 'bridges', ...at])).exit, 2, 'a name is taken once');
  const brought = await run(['import', file, '--published', '2026-11-17', ...at]);
  assert.equal(brought.exit, 0, brought.err);
  assert.match(brought.err, /1 page new, 0 known already\n1 read/);
  const again = await run(['import', file, '--published', '2026-11-17', ...at]);
  assert.match(again.err, /0 pages new, 1 known already/);

  const found = JSON.parse((await run(['search', 'speaker:brook', ...at])).out);
  assert.match(found.article.title, /^Bridge at Osmund opens/);
  const [listed] = (await run(['watch', 'list', ...at])).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([listed.name, listed.alerts], ['bridges', 1]);
  const tested = JSON.parse((await run(['watch', 'test', 'bridge OR tunnel', '--since', '30d', ...at])).out);
  assert.deepEqual([tested.alerts, tested.plain, tested.never], [1, 1, ['tunnel']]);
  const exported = JSON.parse((await run(['export', 'articles', ...at])).out);
  assert.deepEqual(
    exported.statements.map((one: { speaker: { name: string | null } }) => one.speaker.name),
    [null, 'Ada Brook'],
  );

  const anew = await run(['reread', ...at]);
  assert.match(anew.err, /^1 page read anew, 0 would change\n$/, anew.out);
  const applied = await run(['reread', '--apply', ...at]);
  assert.equal(applied.exit, 0, applied.err);
  assert.equal(JSON.parse((await run(['watch', 'list', ...at])).out).alerts, 1, 'nothing is told again');

  const copy = join(mkdtempSync(join(tmpdir(), 'watchfloor-desk-')), 'copy.tar');
  assert.equal((await run(['backup', copy, ...at])).exit, 0);
  const other = fresh();
  assert.equal((await run(['restore', copy, '--data', other])).exit, 0);
  assert.equal(
    (await run(['export', 'articles', '--data', other])).out,
    (await run(['export', 'articles', ...at])).out,
  );
  assert.notEqual((await run(['restore', copy, '--data', other])).exit, 0, 'only into an empty folder');
  assert.equal((await run(['watch', 'remove', 'bridges', ...at])).exit, 0);
  assert.equal((await run(['watch', 'list', ...at])).out, '');
  const looked = (await run(['doctor', ...at])).out;
  assert.match(looked, /1 page, 1 article, 1 story/);
});

test('a folder without a desk, a query with a fault and an unknown export are told in words', async () => {
  const nowhere = await run(['search', 'bridge', '--data', fresh()]);
  assert.equal(nowhere.exit, 66);
  assert.match(nowhere.err, /there is no desk in .*\n {2}Start one with "watchfloor serve"/);
  const fault = await run(['search', 'bridge AND (', '--data', fresh()]);
  assert.equal(fault.exit, 2);
  assert.match(fault.err, / {4}bridge AND \(\n {15}\^/);
  assert.equal((await run(['export', 'everything', '--data', fresh()])).exit, 2);
});

test('poll of a source that is not there says so instead of asking nobody', async () => {
  const data = fresh();
  assert.equal((await run(['watch', 'add', 'bridge', '--data', data])).exit, 0);
  const { exit, err } = await run(['poll', 'https://osmund.example/feed.xml', '--data', data]);
  assert.equal(exit, 66);
  assert.match(
    err,
    /there is no source https:\/\/osmund\.example\/feed\.xml\n {2}"watchfloor export sources" lists them/,
  );
});

test('serve prints where it is, answers, reads the sample, and ends in order when told to', {
  timeout: 60_000,
}, async () => {
  const data = fresh();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../bin/watchfloor.js'), 'serve', '--data', data, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } },
  );
  let told = '';
  child.stderr.on('data', (part) => {
    told += part;
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const until = async (what: () => boolean | Promise<boolean>) => {
    while (!(await what())) await new Promise((done) => setTimeout(done, 100));
  };
  await until(() => /Watchfloor is at http\S+/.test(told));
  const [address] = /http\S+/.exec(told) ?? [''];
  assert.match(told, new RegExp(`data +${data}`));
  await until(
    async () =>
      ((await (await fetch(`${address}/api/counts`)).json()) as { articles: number; waiting: number }).articles >= 60,
  );
  assert.match(await (await fetch(address)).text(), /Tern-2/);
  const second = await run(['serve', '--data', data, '--port', '0']);
  assert.match(second.err, /another process works on/);
  child.kill('SIGTERM');
  assert.equal(await ended, 0, told);
});

test('a watch is given its kinds, its floor and its end, and channels one by one or together', async () => {
  const at = ['--data', fresh()];
  for (const name of ['one', 'two', 'three'])
    assert.equal((await run(['channel', 'add', 'email', name, `${name}@news.example`, ...at])).exit, 0);
  const options = ['--kinds', 'figure,date', '--independent', '2', '--expires', '2031-12-31'];
  const added = await run(['watch', 'add', 'bridge', '--channel', 'one,two', '--channel', 'three', ...options, ...at]);
  const { channels, kinds, independentMin, expires } = JSON.parse(added.out);
  assert.deepEqual(channels, ['one', 'two', 'three']);
  assert.deepEqual(kinds, ['date', 'figure']);
  assert.deepEqual([independentMin, expires], [2, '2031-12-31T23:59:59.000Z']);
  for (const [option, value] of [
    ['--kinds', 'rumour'],
    ['--independent', 'many'],
    ['--expires', '2031-13-01'],
  ]) {
    const refused = await run(['watch', 'add', 'harbour', option, value, ...at]);
    assert.equal(refused.exit, 2);
    assert.ok(refused.err.includes(`${option} ${value}`), refused.err);
  }
});
