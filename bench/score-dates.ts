import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languageOf } from '../src/languages/languages.ts';
import { findDates } from '../src/read/dates.ts';
import { splitText } from '../src/text/sentences.ts';
import { corporaFolder } from './corpora.ts';
import { datePeers } from './peers.ts';

/**
 * `npm run score:dates -- CORPORA [--errors N] [--peers] [SET…]`: reads the dates of each development set and has the corpora's own
 * scorer compare them with the gold marks; with `--peers` the npm peers of `peers.ts` too, in the same run.
 */
const [given, ...rest] = process.argv.slice(2);
// The scorer runs only as the program itself, which it tells by its path: a link to it is not it.
const corpora = realpathSync(corporaFolder(given));
const errorsAt = rest.indexOf('--errors');
const errors = errorsAt === -1 ? [] : rest.splice(errorsAt, 2);
const peersAt = rest.indexOf('--peers');
const peers = peersAt === -1 ? [] : rest.splice(peersAt, 1) && (await datePeers());
const sets = rest.length > 0 ? rest : ['timebank', 'aquaint', 'meantime'];
const english = languageOf('en');
const folder = mkdtempSync(join(tmpdir(), 'score-dates-'));

for (const set of sets) {
  score(set, set, (text, published) => findDates(splitText(text, english), english, published));
  for (const peer of peers) score(set, `${set}, ${peer.name}`, (text, { value }) => peer.find(text, value));
}
rmSync(folder, { recursive: true });

type Expression = { start: number; end: number; type: string; value: string };
type Day = { readonly value: string; readonly precision: 'day'; readonly from: 'given' };

/** Finds the dates of every document of a set and prints the scorer's figures and the CPU seconds it took. */
function score(set: string, name: string, find: (text: string, published: Day) => readonly Expression[]): void {
  const gold = join(corpora, 'dates', set, 'dev.jsonl.gz');
  const before = process.cpuUsage();
  const predicted = gunzipSync(readFileSync(gold))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, dct, text } = JSON.parse(line) as { id: string; dct: string; text: string };
      // One document of the set has its day written day first.
      const value = dct.replace(/^(\d\d)-(\d\d)-(\d{4})$/, '$3-$2-$1').slice(0, 10);
      const timexes = find(text, { value, precision: 'day', from: 'given' }).map(({ start, end, type, value }) => ({
        start,
        end,
        type,
        value,
      }));
      return JSON.stringify({ id, timexes });
    });
  const { user, system } = process.cpuUsage(before);
  const file = join(folder, `${set}.jsonl`);
  writeFileSync(file, `${predicted.join('\n')}\n`);
  process.stdout.write(`== ${name}  (${((user + system) / 1e6).toFixed(2)} CPU s)\n`);
  const scorer = join(corpora, '..', 'tools', 'score-dates.mjs');
  process.stdout.write(execFileSync(process.execPath, [scorer, gold, file, ...errors], { encoding: 'utf8' }));
}
