/**
 * Scores the statements read from a corpus folder: `npm run score:statements -- ../shared/corpora`.
 * Prints the table of the statements corpus, then venue, addressee, relay and speaker names of the events corpus.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { read } from '../src/read/read.ts';
import { articleOfText } from './article-of-text.ts';
import { corporaFolder } from './corpora.ts';

interface Document {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly published?: string | null;
}

const corpora = corporaFolder(process.argv[2]);
const tools = join(corpora, '..', 'tools');

const load = (file: string): Document[] =>
  gunzipSync(readFileSync(join(corpora, file)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document);
const span = (value: readonly [number, number] | null | undefined) => (value == null ? null : [value]);

const statements = load('statements/polnear/dev.jsonl.gz');
const before = process.cpuUsage();
const readings = statements.map((document) => read(articleOfText(document, 'en'), []).value.reading);
const used = process.cpuUsage(before);
const predicted = readings.map((reading, at) => ({
  id: statements[at].id,
  statements: reading.statements.map((one) => ({
    kind: one.form,
    content: one.content,
    source: span(one.speaker.span),
    cue: span(one.cue),
  })),
}));
const scorer = await import(join(tools, 'score-statements.mjs'));
scorer.print(scorer.scoreStatements(statements, predicted));
console.log(`articles per CPU second ${(statements.length / ((used.user + used.system) / 1e6)).toFixed(0)}\n`);

const events = load('events/dev.jsonl.gz');
const eventLines = events.map((document) => {
  const { reading } = read(articleOfText(document, 'en'), []).value;
  return {
    id: document.id,
    events: reading.events.map((one) => ({ ...one, expr: one.expression })),
    statements: reading.statements.map((one) => ({
      content: one.content,
      cue: one.cue,
      speaker: one.speaker.span,
      speakerName: one.speaker.name,
      role: one.speaker.roleSpan,
      form: one.form,
      venue: one.venue?.span ?? null,
      addressee: one.addressee?.span ?? null,
      saidOn: one.saidOn,
      relay: one.relay.map((link) => link.span),
    })),
  };
});
const eventScorer = await import(join(tools, 'score-events.mjs'));
eventScorer.print(eventScorer.scoreEvents(events, eventLines));
