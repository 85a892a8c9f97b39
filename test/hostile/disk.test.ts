import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asFailure } from '../../src/failures.ts';

test('a full or locked disk is told as that, not as a fault of ours', () => {
  const thrown = (fields: object) => asFailure(Object.assign(new Error('no'), fields));
  assert.equal(thrown({ code: 'ERR_SQLITE_ERROR', errcode: 13 }).code, 'disk-full');
  assert.equal(thrown({ code: 'ENOSPC' }).code, 'disk-full');
  assert.equal(thrown({ code: 'ERR_SQLITE_ERROR', errcode: 1032 }).code, 'cannot-write', 'READONLY_DBMOVED');
  assert.equal(thrown({ code: 'EROFS' }).retry, 'later');
  assert.equal(thrown({ code: 'ERR_SQLITE_ERROR', errcode: 1 }).code, 'bug');
});
