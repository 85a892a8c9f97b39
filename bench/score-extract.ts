import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extract } from '../src/extract/extract.ts';
import { corpusPages, pageBytes } from './corpora.ts';

/**
 * Prints how well extract does on the corpora, by the scorer that comes with them:
 * `npm run score:extract -- ../shared/corpora [--worst N] [--only aeb,wcxb]`.
 */
const corpora = resolve(process.argv[2] ?? '../shared/corpora');
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? null : process.argv[at + 1];
};
const scorer = join(corpora, '..', 'tools', 'score-extract.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'score-extract-'));

interface Figures {
  readonly n: number;
  readonly f1: number;
  readonly p: number;
  readonly r: number;
  readonly f1_sd?: number;
  /** Share of pages with every token as in the gold; for title, author and date the share that is right. */
  readonly exact?: number;
}
interface Summary {
  readonly pages: number;
  readonly predicted: number;
  readonly shingle?: Figures;
  readonly snippet?: Figures;
  readonly title?: Figures;
  readonly author?: Figures;
  readonly date?: Figures;
  readonly worst?: readonly { id: string; f1: number; p: number | null; r: number | null; url: string | null }[];
}

const show = (value: number | undefined) => (value === undefined ? '    -' : value.toFixed(3).padStart(5));
console.log(
  'corpus       pages  text  shingle P / R / F1 +/- sd    exact  snippet   title  author   date  pages/CPU s',
);
for (const corpus of (option('only') ?? 'aeb,fundus,newspaper4k,wcxb,trafilatura,htmldate,readability').split(',')) {
  const lines: string[] = [];
  let microseconds = 0;
  for (const page of corpusPages(corpora, corpus)) {
    const content = pageBytes(page);
    const before = process.cpuUsage();
    const { value } = extract({
      pageId: page.id,
      content,
      contentType: null,
      url: page.url,
      form: 'html',
      received: null,
      hint: {},
    });
    const used = process.cpuUsage(before);
    microseconds += used.user + used.system;
    const { article } = value;
    lines.push(
      JSON.stringify({
        id: page.id,
        text: article.body,
        title: article.title,
        author: article.byline,
        date: article.published.value,
        kind: article.kind,
      }),
    );
  }
  const file = join(scratch, `${corpus}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const worst = option('worst') === null ? [] : ['--worst', option('worst')!];
  const run = spawnSync(
    process.execPath,
    [scorer, '--corpus', join(corpora, 'extract', corpus), '--pred', file, '--json', '--bootstrap', '200', ...worst],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const summary = JSON.parse(run.stdout) as Summary;
  const { shingle, snippet } = summary;
  console.log(
    [
      corpus.padEnd(12),
      String(summary.pages).padStart(5),
      String(summary.predicted).padStart(5),
      ` ${show(shingle?.p)} ${show(shingle?.r)} ${show(shingle?.f1)} ${show(shingle?.f1_sd)}`,
      ` ${show(shingle?.exact)}`,
      `  ${show(snippet?.f1)}`,
      `  ${show(summary.title?.exact)}`,
      `  ${show(summary.author?.exact)}`,
      `  ${show(summary.date?.exact)}`,
      (lines.length / (microseconds / 1e6)).toFixed(0).padStart(7),
    ].join(' '),
  );
  for (const page of summary.worst ?? []) {
    console.log(
      `    ${show(page.f1)} P ${show(page.p ?? undefined)} R ${show(page.r ?? undefined)} ${page.id} ${page.url}`,
    );
  }
}
rmSync(scratch, { recursive: true });
