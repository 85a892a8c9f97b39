import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run score:read -- CORPORA [--peers]`: all tables of the reading stage one after another: dates (with `--peers` the npm
 * peers beside them), statements, and dated events with venue, relay and speakers.
 */
const [corpora = '../shared/corpora', ...rest] = process.argv.slice(2);
for (const [script, options] of [
  ['score-dates', rest],
  ['score-statements', []],
  ['score-events', []],
] as const) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${script}.ts`), corpora, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
