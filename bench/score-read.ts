import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { corporaFolder } from './corpora.ts';

/**
 * `npm run score:read -- CORPORA [--peers]`: all tables of the reading stage one after another: dates (with `--peers` the npm
 * peers beside them), statements, and dated events with venue, relay and speakers.
 */
const [given, ...rest] = process.argv.slice(2);
const corpora = corporaFolder(given);
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
