import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One page of an extraction corpus with its gold; fields without gold are absent. */
export interface GoldPage {
  readonly id: string;
  readonly corpus: string;
  readonly url: string | null;
  /** Path of the gzipped page. */
  readonly file: string;
  readonly text?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string;
  readonly author?: string | readonly string[];
  readonly date?: string;
  readonly page_type?: string;
}

/** The folder of the corpora, which are not in this repository; without it the measurement ends with one sentence. */
export function corporaFolder(given = '../shared/corpora'): string {
  const folder = resolve(given);
  // The scorers beside it run only under their real path.
  if (existsSync(folder)) return realpathSync(folder);
  process.stderr.write(`there are no corpora in ${folder}: give their folder (bench/RESULTS.md says which they are)\n`);
  process.exit(66);
}

/** The pages of one corpus under `<corpora>/extract`, in the order of its gold file. */
export function corpusPages(corpora: string, corpus: string): readonly GoldPage[] {
  const folder = join(corpora, 'extract', corpus);
  return readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const gold = JSON.parse(line) as Omit<GoldPage, 'corpus' | 'file'> & { html: string };
      return { ...gold, corpus, file: join(folder, gold.html) };
    });
}

/** The bytes of a page as published. */
export function pageBytes(page: GoldPage): Uint8Array {
  return gunzipSync(readFileSync(page.file));
}
