import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languageOf } from '../src/languages/languages.ts';
import { findDates } from '../src/read/dates.ts';
import { splitText } from '../src/text/sentences.ts';

/**
 * `npm run score:dates -- CORPORA [--errors N] [SET…]`: reads the dates of each development set and has the corpora's own
 * scorer compare them with the gold marks.
 */
const [corpora = '../shared/corpora', ...rest] = process.argv.slice(2);
const errorsAt = rest.indexOf('--errors');
const errors = errorsAt === -1 ? [] : rest.splice(errorsAt, 2);
const sets = rest.length > 0 ? rest : ['timebank', 'aquaint', 'meantime'];
const english = languageOf('en');
const folder = mkdtempSync(join(tmpdir(), 'score-dates-'));

for (const set of sets) {
  const gold = join(corpora, 'dates', set, 'dev.jsonl.gz');
  const lines = gunzipSync(readFileSync(gold)).toString('utf8').split('\n').filter(Boolean);
  const predicted = lines.map((line) => {
    const { id, dct, text } = JSON.parse(line) as { id: string; dct: string; text: string };
    // One document of the set has its day written day first.
    const day = dct.replace(/^(\d\d)-(\d\d)-(\d{4})$/, '$3-$2-$1').slice(0, 10);
    const published = { value: day, precision: 'day', from: 'given' } as const;
    const timexes = findDates(splitText(text, english), english, published).map(({ start, end, type, value }) => ({
      start,
      end,
      type,
      value,
    }));
    return JSON.stringify({ id, timexes });
  });
  const file = join(folder, `${set}.jsonl`);
  writeFileSync(file, `${predicted.join('\n')}\n`);
  process.stdout.write(`== ${set}\n`);
  const scorer = join(corpora, '..', 'tools', 'score-dates.mjs');
  process.stdout.write(execFileSync(process.execPath, [scorer, gold, file, ...errors], { encoding: 'utf8' }));
}
rmSync(folder, { recursive: true });
