import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speakerPage } from '../../src/web/speakers.ts';
import { madeDesk } from './made.ts';

test('whoever looks at one venue is led to older statements made there', () => {
  const view = { name: 'Mara Lind', statements: [], next: '2026-11-20T10:00:00.000Z' };
  const older = (venue: string | null) =>
    /rel="next" href="([^"]*)"/.exec(speakerPage(madeDesk, { ...view, venue }).markup)?.[1].replaceAll('&amp;', '&');
  assert.equal(older('the quay'), '/speakers/Mara%20Lind?venue=the+quay&before=2026-11-20T10%3A00%3A00.000Z');
  assert.equal(older(null), '/speakers/Mara%20Lind?before=2026-11-20T10%3A00%3A00.000Z');
});
