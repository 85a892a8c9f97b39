import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { madePages } from '../tools/docs.ts';

const root = join(import.meta.dirname, '..');

test('every command and setting is documented as it is (node tools/docs.ts)', () => {
  for (const [page, make] of Object.entries(madePages))
    assert.equal(readFileSync(join(root, page), 'utf8'), make(), page);
});
