import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '../src/extract/extract.ts';
import { corporaFolder, corpusPages, pageBytes } from './corpora.ts';

/**
 * Prints how well wire credits and leads are found, and how many leads leak into the text, by the scorer that comes with the
 * corpora: `npm run score:credit -- ../shared/corpora [--errors] [--leaks]`.
 */
const corpora = corporaFolder(process.argv[2]);
const goldFile = join(corpora, 'credit', 'dev.jsonl.gz');
const scorer = join(corpora, '..', 'tools', 'score-credit.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'score-credit-'));
const gold = gunzipSync(readFileSync(goldFile))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly id: string; readonly corpus: string });
const lines: string[] = [];
for (const corpus of new Set(gold.map((page) => page.corpus))) {
  const wanted = new Set(gold.filter((page) => page.corpus === corpus).map((page) => page.id));
  for (const page of corpusPages(corpora, corpus)) {
    if (!wanted.has(page.id)) continue;
    const { value } = extract({
      pageId: page.id,
      content: pageBytes(page),
      contentType: null,
      url: page.url,
      form: 'html',
      received: null,
      hint: {},
    });
    const { article, leads } = value;
    lines.push(JSON.stringify({ id: page.id, corpus, text: article.body, credit: article.credit, leads }));
  }
}
const file = join(scratch, 'predicted.jsonl');
writeFileSync(file, `${lines.join('\n')}\n`);
const flags = process.argv.slice(3).filter((flag) => flag === '--errors' || flag === '--leaks');
const run = spawnSync(
  process.execPath,
  [scorer, '--gold', goldFile, '--pred', file, '--extract', join(corpora, 'extract'), ...flags],
  {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  },
);
rmSync(scratch, { recursive: true });
process.stdout.write(run.stdout);
process.stderr.write(run.stderr);
process.exitCode = run.status ?? 1;
