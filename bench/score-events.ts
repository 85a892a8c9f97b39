import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { read } from '../src/read/read.ts';
import { articleOfText } from './article-of-text.ts';
import { corporaFolder } from './corpora.ts';

/**
 * `npm run score:events -- CORPORA [--keep]`: reads the articles of the events set and has the corpora's own scorer compare
 * their dated events and statements with the gold marks.
 */
const [given, ...rest] = process.argv.slice(2);
const corpora = corporaFolder(given);
const gold = join(corpora, 'events', 'dev.jsonl.gz');
interface GoldLine {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
}
const lines = gunzipSync(readFileSync(gold)).toString('utf8').split('\n').filter(Boolean);
const predicted = lines.map((line) => {
  const { id, published, text } = JSON.parse(line) as GoldLine;
  const { reading } = read(articleOfText({ id, published, text }, 'en'), []).value;
  const events = reading.events.map((event) => ({ ...event, expr: event.expression }));
  const statements = reading.statements.map((statement) => ({
    ...statement,
    speaker: statement.speaker.span,
    speakerName: statement.speaker.name,
    role: statement.speaker.roleSpan,
    venue: statement.venue?.span ?? null,
    addressee: statement.addressee?.span ?? null,
    relay: statement.relay.map((relay) => relay.span),
  }));
  return JSON.stringify({ id, events, statements });
});
const folder = mkdtempSync(join(tmpdir(), 'score-events-'));
const file = rest.includes('--keep') ? 'events-predicted.jsonl' : join(folder, 'events.jsonl');
writeFileSync(file, `${predicted.join('\n')}\n`);
const scorer = join(corpora, '..', 'tools', 'score-events.mjs');
process.stdout.write(execFileSync(process.execPath, [scorer, gold, file], { encoding: 'utf8' }));
rmSync(folder, { recursive: true });
