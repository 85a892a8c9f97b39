import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { madePages } from '../tools/docs.ts';

const root = join(import.meta.dirname, '..');

test('every command and setting is documented as it is (node tools/docs.ts)', () => {
  for (const [page, make] of Object.entries(madePages))
    assert.equal(readFileSync(join(root, page), 'utf8'), make(), page);
});

test('every licence of what is installed is known, and lets it be used', () => {
  const rows = madePages['docs/licences.md']()
    .split('\n')
    .slice(6)
    .filter((row) => row !== '');
  assert.ok(rows.length > 20);
  const free = /\| (MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0) \|$/;
  assert.deepEqual(
    rows.filter((row) => !free.test(row)),
    [],
  );
});

test('every test that docs/security.md names is there', () => {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const named = [...page.matchAll(/`(test\/[^`]+)`(?:: ([^|;`]+))?/g)];
  const missing = named.filter(([, file, title = '']) => {
    const path = join(root, file);
    // Titles are told without the signs that a table would trip over.
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(title.trim());
  });
  assert.ok(named.length > 30);
  assert.deepEqual(
    missing.map(([text]) => text),
    [],
  );
});

test('every link of a page in Markdown leads somewhere', () => {
  const pages = globSync(['*.md', 'docs/**/*.md', 'bench/*.md', 'sample/*.md'], { cwd: root });
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, to]) => to)
      .filter((to) => !/^https?:/.test(to) && !existsSync(join(root, dirname(page), to)))
      .map((to) => `${page}: ${to}`),
  );
  assert.ok(pages.length > 10);
  assert.deepEqual(broken, []);
});
