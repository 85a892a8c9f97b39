import { corporaFolder } from './corpora.ts';
/**
 * Speed of the whole of read, one thread: `npm run -s bench:read [-- ../shared/corpora]`. The articles are those of the
 * statements corpus, about 4,600 characters each. Three rounds: the first two warm the compiler, the last counts.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { read } from '../src/read/read.ts';
import { articleOfText } from './article-of-text.ts';

const roundCount = 3;
const corpora = corporaFolder(process.argv[2]);
const articles = gunzipSync(readFileSync(join(corpora, 'statements/polnear/dev.jsonl.gz')))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => articleOfText(JSON.parse(line) as { id: string; text: string; date: string }, 'en'));

let microseconds = 0;
for (let round = 0; round < roundCount; round++) {
  const before = process.cpuUsage();
  for (const article of articles) read(article, []);
  const used = process.cpuUsage(before);
  microseconds = used.user + used.system;
}
console.log(`read.articles_per_cpu_s\t${(articles.length / (microseconds / 1e6)).toFixed(1)}\tarticles/s`);
