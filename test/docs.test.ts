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
