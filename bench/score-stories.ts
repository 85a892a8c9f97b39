import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { createGrouper, type GroupItem } from '../src/stories/group.ts';
import { hashWord } from '../src/stories/scan.ts';
import { corporaFolder } from './corpora.ts';

/**
 * `npm run score:stories -- CORPORA [--half 0|1] [SET…]`: groups each development set as `group --batch` would, in the order
 * of its file, and scores copies by origin and stories by story with the corpora's own scorer. `--half` takes the half of the
 * gold stories (topics, where a set has them) that a hash picks.
 */
const [given, ...rest] = process.argv.slice(2);
const corpora = corporaFolder(given);
const halfAt = rest.indexOf('--half');
const half = halfAt === -1 ? null : Number(rest.splice(halfAt, 2)[1]);
const copySets = ['fnc1-reuse', 'wirecopy-synth', 'scoop-dedup', 'minhash-plag'];
const storySets = ['uci-titles', 'allsides-dated', 'basil', 'fnc1-claims', 'ecbplus'];
const sets = rest.length > 0 ? rest : [...copySets, ...storySets];

interface Score {
  readonly b3: { readonly p: number; readonly r: number; readonly f1: number };
  readonly pair: { readonly p: number; readonly r: number; readonly f1: number };
  readonly by?: Readonly<Record<string, { readonly recall: number }>>;
}
interface Gold extends GroupItem {
  readonly date?: string;
  readonly story: string;
  readonly topic?: string;
}
const scorer = pathToFileURL(resolve(corpora, '..', 'tools', 'score-stories.mjs')).href;
const { scoreClusters } = (await import(scorer)) as {
  scoreClusters(gold: readonly Gold[], found: readonly { id: string; cluster: string }[], by?: string): Score;
};

for (const set of sets) {
  const gold = gunzipSync(readFileSync(join(corpora, 'stories', set, 'dev.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold)
    .filter((one) => half === null || hashWord(String(one.topic ?? one.story)) % 2 === half);
  const before = process.cpuUsage();
  const grouper = createGrouper();
  // The gold's own address field is a label there, not something a caller of `group` has.
  for (const { id, title, text, date, source, lang } of gold)
    grouper.add({ id, title, text, published: date, source, lang });
  const grouped = grouper.finish();
  const used = process.cpuUsage(before);
  const isCopies = copySets.includes(set);
  const found = grouped.map(({ id, story, origin }) => ({ id, cluster: isCopies ? origin : story }));
  const score = scoreClusters(gold, found, isCopies ? 'level' : undefined);
  const { p, r, f1 } = isCopies ? score.pair : score.b3;
  const levels = Object.entries(score.by ?? {});
  const byLevel =
    levels.length > 1 ? `  recall by level ${levels.map(([, { recall }]) => recall.toFixed(3)).join('/')}` : '';
  const speed = Math.round((gold.length / (used.user + used.system)) * 1e6);
  const percent = (share: number) => (100 * share).toFixed(1);
  process.stdout.write(
    `${set.padEnd(15)} ${isCopies ? 'pair' : 'B3  '} P ${percent(p)} R ${percent(r)} F1 ${percent(f1)}${byLevel}  ${gold.length} articles, ${speed} per CPU s\n`,
  );
}
