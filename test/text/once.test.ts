import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oncePer } from '../../src/text/once.ts';

test('each data gets its own, made at the first asking, nothing included', () => {
  const asked: string[] = [];
  const lengthOf = oncePer((data: { readonly name: string } | undefined, suffix: string) => {
    asked.push(`${data?.name}${suffix}`);
    return data?.name.length;
  });
  const one = { name: 'one' };
  const three = { name: 'three' };
  for (const [data, length] of [
    [one, 3],
    [three, 5],
    [undefined, undefined],
    [one, 3],
    [undefined, undefined],
  ] as const)
    assert.equal(lengthOf(data, '!'), length);
  assert.deepEqual(asked, ['one!', 'three!', 'undefined!']);
});
