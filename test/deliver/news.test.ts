import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNews, type NewsContext } from '../../src/deliver/news.ts';
import type { Alert, DevelopmentKind, Published } from '../../src/records.ts';

const since = '2026-11-18T12:00:00.000Z';

interface Case {
  readonly at: string;
  readonly received?: string;
  readonly published?: string | null;
  readonly hinted?: string;
  readonly modified?: string;
  readonly kind?: DevelopmentKind;
  readonly source?: 'feed' | 'import';
}

function check({
  at,
  received = '2026-11-20T12:00:00.000Z',
  published = at,
  hinted,
  modified,
  kind = 'first',
  source = 'feed',
}: Case) {
  const alert: Alert = {
    id: 'al-1',
    watchId: 'wa-1',
    storyId: 'st-1',
    articleId: 'ar-1',
    developmentIds: ['de-1'],
    at,
    summary: 'x',
    matched: [],
  };
  const date = (value: string | null): Published => ({ value, precision: 'instant', from: 'meta' });
  const context: NewsContext = {
    page: { received, hint: hinted === undefined ? {} : { published: hinted } },
    article: { published: date(published), modified: modified === undefined ? null : date(modified) },
    developments: [{ id: 'de-1', kind }],
    source: { kind: source },
  };
  return isNews(alert, context, since);
}

const old = '2023-11-20T00:00:00.000Z';
const fresh = '2026-11-20T11:00:00.000Z';

test('what became known lately is sent', () => {
  assert.equal(check({ at: fresh }), true);
  assert.equal(check({ at: fresh, published: null }), true);
  assert.equal(check({ at: fresh, source: 'import' }), true);
  assert.equal(check({ at: fresh, published: null, hinted: fresh, source: 'import' }), true);
});

test('what is old stays in the inbox', () => {
  assert.equal(check({ at: old }), false);
  assert.equal(check({ at: old, source: 'import' }), false);
  assert.equal(check({ at: fresh, received: old }), false);
  assert.equal(check({ at: fresh, published: null, source: 'import' }), false);
  assert.equal(check({ at: old, modified: 'yesterday' }), false);
});

test('an old page that changed is as new as its change', () => {
  assert.equal(check({ at: old, modified: fresh }), true);
  assert.equal(check({ at: old, kind: 'alteration' }), true);
  assert.equal(check({ at: old, kind: 'correction' }), true);
  assert.equal(check({ at: old, kind: 'correction', received: old, source: 'import' }), false);
});
