import assert from 'node:assert/strict';
import { test } from 'node:test';
import { surviveKills } from './kills.ts';

// The long form, fifty kills over all stories: npm run bench:kills.
test('killed between any two steps, it tells every development once over every channel, and no copy', {
  timeout: 180_000,
}, async (context) => {
  const figures = await surviveKills('sample', 10, 20_310_601);
  context.diagnostic(JSON.stringify(figures));
  assert.ok(figures.kills >= 8);
});
