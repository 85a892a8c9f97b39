import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Subject, Watch } from '../src/records.ts';
import { compileWatches } from '../src/watches/watches.ts';
import { plainArticle, plainReading, plainWatch, seeded } from '../test/made.ts';

/**
 * `npm run -s bench:watches -- [watches=100000] [folder of texts]`: articles matched per CPU second against that many watches,
 * the same with the words of every match collected, and the memory they take. Texts are JSON lines with a `text` (gunzipped); words of the watches are drawn evenly from theirs; without a
 * folder, words and texts are generated with Zipf's frequencies. Watches: 2 to 8 terms; one in twenty has 50 to 300, nested,
 * with NEAR, phrases and wildcards. Everything is seeded.
 */
const [watchCount, folder] = [Number(process.argv[2] ?? 100_000), process.argv[3]];
const random = seeded(42);
const texts = folder === undefined ? generatedTexts() : textsOf(folder);
const vocabulary = vocabularyOf(texts);

const watches = Array.from({ length: watchCount }, (_, number) =>
  watchOf(number, number % 20 === 0 ? professional() : plain()),
);
const before = memory();
const started = process.cpuUsage();
const index = compileWatches(watches);
const compileSeconds = seconds(started);

const subjects = texts.slice(0, 400).map(subjectOf);
// The index counts how common words are and files the watches anew after the first hundred and thousand: measured as it runs from then on.
for (const subject of texts.slice(400, 1600).map(subjectOf)) index.match(subject);
let matches = 0;
const decided = ratePerSecond((subject) => {
  matches += index.match(subject).length;
});
const asked = matches / subjects.length;
let words = 0;
const told = ratePerSecond((subject) => {
  for (const { matched } of index.match(subject)) words += matched.length;
});

// With the queries whose words were asked for, which are kept at hand.
const resident = memory() - before;

print('watches.articles_per_cpu_s', decided, '1/s');
print('watches.articles_with_words_per_cpu_s', told, '1/s');
print('watches.resident_mb', resident / 1e6, 'MB');
print('watches.compile_cpu_s', compileSeconds, 's');
print('watches.matches_per_article', asked, '1');
print('watches.words_per_article', words / subjects.length, '1');

/** Subjects gone through a CPU second. */
function ratePerSecond(each: (subject: Subject) => void): number {
  const run = process.cpuUsage();
  for (const subject of subjects) each(subject);
  return subjects.length / seconds(run);
}

function plain(): string {
  const count = 2 + Math.floor(random() * 7);
  const terms = Array.from({ length: count }, word);
  const kind = random();
  if (kind < 0.5) return terms.join(' AND ');
  if (kind < 0.8) return `${terms[0]} AND (${terms.slice(1).join(' OR ')})`;
  return `"${terms[0]} ${terms[1]}"${terms.length > 2 ? ` AND (${terms.slice(2).join(' OR ')})` : ''}`;
}

function professional(): string {
  const count = 50 + Math.floor(random() * 251);
  const groups: string[] = [];
  for (let made = 0; made < count; ) {
    const size = 3 + Math.floor(random() * 12);
    const terms = Array.from({ length: size }, (_, at) => {
      const kind = random();
      if (kind < 0.1) return `"${word()} ${word()}"`;
      if (kind < 0.2) return `${word()} NEAR/5 ${word()}`;
      if (kind < 0.25) return `${word().slice(0, 6).padEnd(3, 'a')}*`;
      return at === size - 1 ? word() : rare();
    });
    groups.push(`(${terms.join(' OR ')})`);
    made += size;
  }
  return `(${groups.slice(0, -3).join(' OR ')}) AND ${groups.slice(-3, -1).join(' AND ')} AND NOT ${groups.at(-1)}`;
}

function word(): string {
  return vocabulary[Math.floor(vocabulary.length * random())];
}

function rare(): string {
  return vocabulary[Math.floor(vocabulary.length * (0.3 + 0.7 * random()))];
}

function vocabularyOf(from: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of from)
    for (const term of new Set(text.toLowerCase().match(/[a-z]{3,}/g))) counts.set(term, (counts.get(term) ?? 0) + 1);
  // The hundred commonest words are no terms anyone watches for.
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(100)
    .map(([term]) => term);
}

function textsOf(path: string): string[] {
  const texts: string[] = [];
  for (const file of globSync('**/*.jsonl.gz', { cwd: path })) {
    for (const line of gunzipSync(readFileSync(join(path, file)))
      .toString('utf8')
      .split('\n')) {
      if (line.trim() === '') continue;
      const { text } = JSON.parse(line) as { text?: string };
      if (typeof text === 'string' && text.length > 1000) texts.push(text);
    }
  }
  return texts.slice(0, 4000);
}

function generatedTexts(): string[] {
  const words = Array.from({ length: 40_000 }, (_, number) => syllables(number));
  return Array.from({ length: 2000 }, () =>
    Array.from({ length: 400 }, () => words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)]).join(
      ' ',
    ),
  );
}

function syllables(number: number): string {
  const parts = ['ba', 'ko', 'mi', 'tu', 're', 'sa', 'no', 'li', 'ge', 'va'];
  let text = '';
  for (let left = number + 100; left > 0; left = Math.floor(left / 10)) text += parts[left % 10];
  return text;
}

function watchOf(number: number, query: string): Watch {
  return plainWatch(`wa-${number}`, query, { name: `watch ${number}` });
}

function subjectOf(body: string, number: number): Subject {
  const ids = { id: `ar-${number}`, pageId: `pa-${number}` };
  const reading = plainReading(plainArticle(body, { ...ids, title: body.slice(0, 60) }));
  return { reading, source: null, story: null, kinds: ['first'] };
}

function seconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function print(name: string, value: number, unit: string): void {
  process.stdout.write(`${name}\t${value.toPrecision(4)}\t${unit}\n`);
}
