import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type PageRead, readPage } from '../../src/cli/pages.ts';
import { reportOf } from '../../src/cli/report.ts';
import { run } from '../cli/check.ts';

/** Red text, a window title, a cleared screen, a line of its own, text turned round. */
const escapes = '\u001b[31mred\u001b]0;owned\u0007\u009b2J\nforged: 5 pages new\u202egnp';
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/;
const paragraph =
  '<p>The new bridge at Osmund opened to traffic on Monday after four years of work, the town said in a statement.</p>';

function page(mark: string): string {
  return `<html><head><title>Bridge ${mark} opens</title><meta name="author" content="Ann ${mark} Bell"></head><body><article>
<h1>Bridge ${mark} opens</h1>${paragraph.repeat(3)}<p>It ${mark} carries two lanes, said Ann Bell.</p></article>
<aside><h2>More ${mark}</h2><ul>${[1, 2, 3, 4].map((at) => `<li><a href="/n/${at}">Another headline ${mark} of some words ${at}</a></li>`).join('')}</ul></aside></body></html>`;
}

/** A page as read whose leads, problems and names all carry the mark. */
function pageWith(mark: string): PageRead {
  const read = readPage({
    content: `It ${mark} carries two lanes, said Ann Bell.`,
    form: 'text',
    url: null,
    contentType: null,
    received: '2026-11-20T12:00:00.000Z',
    hint: { title: mark, author: mark },
  });
  const lead = { title: mark, href: null, teaser: null, block: mark, language: 'en', cutOff: true, count: 2 };
  return { ...read, reading: { ...read.reading, leads: [lead] } };
}

test('nothing that a page says reaches the terminal as a control', async () => {
  const { out, exit } = await run(['read', '-'], page(escapes.replace('\n', ' ')), {}, { outInteractive: true });
  assert.equal(exit, 0);
  assert.match(out, /Bridge/);
  assert.doesNotMatch(out, controls);
  assert.match(reportOf(pageWith(escapes), 80, false), /Leads/);
  assert.doesNotMatch(reportOf(pageWith(escapes), 80, true), controls);
  const explained = await run(['read', '-', '--explain'], page(escapes), {}, { outInteractive: true });
  assert.doesNotMatch(explained.out + explained.err, controls);
});

test('a bad line of a batch cannot write a line of its own', async () => {
  const lines = [
    { id: `a${escapes}`, path: `/nowhere/${escapes}` },
    { id: 'b', path: [escapes] },
    { id: { [escapes]: 1 }, html: 5 },
  ];
  const { err, out } = await run(['read', '--batch'], lines.map((line) => JSON.stringify(line)).join('\n'));
  assert.equal(out.trim().split('\n').length, 3);
  assert.doesNotMatch(err, controls);
  assert.doesNotMatch(err, /^forged/m);
  const grouped = await run(['group', '--batch'], `{"id":"x","title":{}}\n{"id"${escapes}\n`);
  assert.doesNotMatch(grouped.err, controls);
  assert.doesNotMatch(grouped.err, /^forged/m);
});

test('names of files and what they hold are told on one line each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-terminal-'));
  const data = join(mkdtempSync(join(tmpdir(), 'watchfloor-terminal-')), 'data');
  writeFileSync(join(folder, `a${escapes.replaceAll('/', '')}.html`), '');
  writeFileSync(join(folder, 'good.html'), page(escapes));
  const imported = await run(['import', folder, '--data', data]);
  assert.doesNotMatch(imported.err, controls);
  assert.doesNotMatch(imported.err, /^forged/m);
  const found = await run(['search', 'bridge', '--data', data], '', {}, { outInteractive: true });
  assert.match(found.out, /Bridge/);
  assert.doesNotMatch(found.out + found.err, controls);
  assert.doesNotMatch(found.out, /^forged/m);
});

test('a list names files: only plain ones below it are taken, and a bad name ends its own line alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'watchfloor-list-'));
  const data = join(mkdtempSync(join(tmpdir(), 'watchfloor-list-')), 'data');
  const folder = join(root, 'list');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'no page of the list '.repeat(20));
  writeFileSync(join(folder, 'sub', 'ok.html'), page('one'));
  symlinkSync(join(root, 'secret.txt'), join(folder, 'link.html'));
  const paths = ['../secret.txt', join(root, 'secret.txt'), 'link.html', 'sub', '.', 'a\u0000b', 'x'.repeat(5_000)];
  const lines = [
    ...paths.map((path) => ({ path })),
    { path: 'sub/ok.html' },
    { html: page('two'), url: 'http://x.example/2' },
  ];
  writeFileSync(join(folder, 'list.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  const { out, err } = await run(['import', join(folder, 'list.jsonl'), '--data', data]);
  const tally = JSON.parse(out) as { accepted: number; failed: number };
  assert.equal(tally.failed, paths.length, err);
  assert.equal(tally.accepted, 2, err);
});
