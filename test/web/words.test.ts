import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { en } from '../../src/web/words/en.ts';
import { ko } from '../../src/web/words/ko.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every text of a list by its path, tables keyed by a record's own values as one. */
function paths(list: object, before = ''): [path: string, value: unknown][] {
  return Object.entries(list).flatMap(([key, value]): [string, unknown][] =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? paths(value, `${before}${key}.`)
      : [[`${before}${key}`, value]],
  );
}

test('every language has every text, and none is empty', () => {
  assert.deepEqual(
    paths(ko)
      .map(([path]) => path)
      .sort(),
    paths(en)
      .map(([path]) => path)
      .sort(),
  );
  for (const [path, value] of paths(ko)) if (typeof value === 'string') assert.notEqual(value.trim(), '', path);
});

test('Korean is Korean: no text was left in English', () => {
  const same = paths(ko).filter(
    ([path, value]) => typeof value === 'string' && value === Object.fromEntries(paths(en))[path],
  );
  assert.deepEqual(
    same.map(([path]) => path),
    ['frame.api', 'reader.hash'],
  );
});

test('every text is shown somewhere', () => {
  const sources = globSync('src/{web,server}/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  // Tables whose keys are a record's own values are read by that value.
  const tables =
    /^(kinds|force|form|eventKinds|eventStatus|places)\.|\.(publishedFrom|kindNames|state|kind|outcome|reasons|ties|roles|faults|scopes|outcomes|throughs)\.|^compare\.(kept|cut|added|changed|figure|quotation|name)$/;
  const unused = paths(en)
    .map(([path]) => path)
    .filter((path) => !tables.test(path) && !new RegExp(`\\.${path.split('.').at(-1)}\\b`).test(sources));
  assert.deepEqual(
    unused.filter((path) => !/^sources\.(changedAct|resumedAct|pausedAct)$/.test(path)),
    [],
  );
});
