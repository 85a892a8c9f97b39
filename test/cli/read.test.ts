import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { run } from './check.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-read-'));
const html = `<html><head><title>Bridge at Osmund opens</title></head><body><article><h1>Bridge at Osmund opens</h1>
<p>The new bridge at Osmund opened to traffic on Monday after four years of work, the town said.</p>
<p>“It stands,” said Ada Brook, the mayor, who cut the ribbon in front of some two hundred people.</p>
<p>The old bridge will be taken down by the end of March, according to the county engineer.</p></article></body></html>`;
const file = join(folder, 'page.html');
writeFileSync(file, html);
writeFileSync(`${file}.gz`, gzipSync(html));

test('read prints the JSON face of a file, gunzipped when its name says so', async () => {
  const plain = await run(['read', file, '--published', '2026-11-17', '--json']);
  const packed = await run(['read', `${file}.gz`, '--published', '2026-11-17', '--json']);
  assert.equal(plain.exit, 0, plain.err);
  const face = JSON.parse(plain.out);
  assert.match(face.article.title, /^Bridge at Osmund opens/);
  assert.equal(face.article.body.split('\n\n').length, 3);
  assert.deepEqual(face.article.published, { value: '2026-11-17', precision: 'day', from: 'given' });
  assert.deepEqual(JSON.parse(packed.out), face);
  for (const list of ['leads', 'statements', 'events', 'dates', 'figures', 'mentions', 'problems'])
    assert.ok(Array.isArray(face[list]), list);
});

test('read --batch answers line for line, in order, and a bad line stops nothing', async () => {
  const text = 'The line runs again, Ada Brook said.\r\n\r\nIt ran  before.';
  const lines = [
    JSON.stringify({ id: 'a', path: file }),
    'not json',
    JSON.stringify({ id: 'b', text, published: '2026-11-17', title: 'Line' }),
    JSON.stringify({ id: 3, path: '/nowhere/x.html' }),
    '',
    JSON.stringify({ id: 'd', html }),
  ];
  const { exit, out, err } = await run(['read', '--batch'], lines.join('\n'));
  const faces = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(exit, 1);
  assert.deepEqual(
    faces.map((face) => face.id),
    ['a', null, 'b', 3, 'd'],
  );
  assert.equal(faces[2].article.body, text);
  assert.equal(faces[2].article.title, 'Line');
  assert.equal(faces[3].article.kind, 'none');
  assert.match(faces[3].problems[0].what, /there is no file/);
  assert.equal(faces[4].article.body, faces[0].article.body);
  assert.match(err, /line 2: not JSON/);
  assert.match(err, /there is no file: \/nowhere\/x\.html/);
});

test('a person at a terminal gets a report, and the page cannot speak to the terminal', async () => {
  const evil = join(folder, 'evil.html');
  writeFileSync(evil, html.replace('It stands', 'It \u001b[2Jstands\u009b31m'));
  const { out } = await run(['read', evil], '', {}, { outInteractive: true });
  assert.match(out, /Bridge at Osmund opens/);
  assert.doesNotMatch(out, /[\u001b\u009b]/);
});

test('misuse is told in a line with what to do', async () => {
  const cases: [string[], number, RegExp][] = [
    [['read'], 2, /read needs a page/],
    [['read', '/nowhere'], 66, /there is no file: \/nowhere/],
    [['read', folder], 66, /this is a folder.*\n.*watchfloor import/],
    [['read', file, '--published', 'soonish'], 2, /--published soonish is no day/],
    [['read', '--batch', file], 2, /takes no page/],
    [['reed'], 2, /unknown command/],
    [['read', file, '--jsn'], 2, /unknown option/],
  ];
  for (const [argv, exit, said] of cases) {
    const ran = await run(argv);
    assert.equal(ran.exit, exit, argv.join(' '));
    assert.match(ran.err, said);
    assert.equal(ran.out, '');
  }
});

test('an empty page and one that is no text are told, and end as one that failed', async () => {
  const empty = join(folder, 'empty.html');
  const noise = join(folder, 'picture.png');
  writeFileSync(empty, '');
  writeFileSync(noise, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 9, 8, 7, 0, 0]));
  const first = await run(['read', empty]);
  assert.deepEqual([first.exit, first.err], [1, 'input: the page is empty\n']);
  const second = await run(['read', noise]);
  assert.deepEqual([second.exit, second.err], [1, 'decode: the bytes are no text\n']);
});

test('gzip is known by its bytes, on standard input and under any name', async () => {
  const odd = join(folder, 'packed.html');
  writeFileSync(odd, gzipSync(html));
  const { exit, out, err } = await run(['read', odd]);
  assert.equal(exit, 0, err);
  assert.match(JSON.parse(out).article.title, /^Bridge at Osmund opens/);
});

test('the report names speaker, word of saying and words, and no verb stands uninflected', async () => {
  const { out } = await run(['read', file], '', {}, { outInteractive: true, columns: 100 });
  assert.match(out, /Ada Brook \(the mayor\) · said: “It stands,”/);
  assert.match(out, / · according to: The old bridge will be taken down/);
});
