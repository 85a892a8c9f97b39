import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../src/extract/extract.ts';
import { decode } from '../src/formats/decode.ts';
import { corporaFolder, corpusPages, pageBytes } from './corpora.ts';
import { extractPeers } from './peers.ts';

/**
 * Prints how well extract does on the corpora, by the scorer that comes with them:
 * `npm run score:extract -- ../shared/corpora [--worst N] [--only aeb,wcxb] [--peers]`; with `--peers` the npm peers of
 * `peers.ts` are measured beside it, in the same run.
 */
const corpora = corporaFolder(process.argv[2]);
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
  'corpus                   pages  text  shingle P / R / F1 +/- sd    exact  snippet   title  author   date  pages/CPU s',
);
type Prediction = {
  text: string;
  title: string | null;
  author: string | readonly string[] | null;
  date: string | null;
};

for (const corpus of (option('only') ?? 'aeb,fundus,newspaper4k,wcxb,trafilatura,htmldate,readability').split(',')) {
  await measure(corpus, corpus, async (content, url) => {
    const page = { pageId: 'page', content, contentType: null, url, form: 'html', received: null, hint: {} } as const;
    const { article } = extract(page).value;
    return { text: article.body, title: article.title, author: article.byline, date: article.published.value };
  });
  if (!process.argv.includes('--peers')) continue;
  for (const peer of await extractPeers()) {
    // Bytes are decoded by us for all: the peers take text.
    await measure(corpus, `  ${peer.name}`, (content, url) =>
      peer.extract(decode(content, null).value.text, url ?? 'https://page.example/'),
    );
  }
}
rmSync(scratch, { recursive: true });

/** Extracts every page of a corpus, scores what came, and prints one row. A page that makes a library throw is a miss. */
async function measure(
  corpus: string,
  name: string,
  extractPage: (content: Uint8Array, url: string | null) => Promise<Prediction>,
): Promise<void> {
  const lines: string[] = [];
  let microseconds = 0;
  for (const page of corpusPages(corpora, corpus)) {
    const content = pageBytes(page);
    const before = process.cpuUsage();
    const prediction = await extractPage(content, page.url).catch((thrown: unknown) => {
      process.stderr.write(`${name.trim()}: ${page.id}: ${thrown}\n`);
      return null;
    });
    const used = process.cpuUsage(before);
    microseconds += used.user + used.system;
    if (prediction !== null) lines.push(JSON.stringify({ id: page.id, ...prediction }));
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
      name.padEnd(24),
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
