import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languageOf } from '../src/languages/languages.ts';
import { findDates } from '../src/read/dates.ts';
import { splitText } from '../src/text/sentences.ts';
import { corporaFolder } from './corpora.ts';

/** `npm run -s bench:dates [CORPORA]`: articles of 1,600 characters cut into words and read for dates, per CPU second. */
const corpora = corporaFolder(process.argv[2]);
const articleLength = 1600;
const measuredSeconds = 3;

const english = languageOf('en');
const published = { value: '1998-03-02', precision: 'day', from: 'given' } as const;
const all = ['timebank', 'aquaint', 'meantime']
  .flatMap((set) =>
    gunzipSync(readFileSync(join(corpora, 'dates', set, 'dev.jsonl.gz')))
      .toString('utf8')
      .split('\n'),
  )
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .join('\n\n');
const articles: string[] = [];
for (let at = 0; at + articleLength <= all.length; at += articleLength)
  articles.push(all.slice(at, at + articleLength));

const round = () => {
  for (const text of articles) findDates(splitText(text, english), english, published);
};
round();
const before = process.cpuUsage();
let rounds = 0;
let seconds = 0;
while (seconds < measuredSeconds) {
  round();
  rounds++;
  const used = process.cpuUsage(before);
  seconds = (used.user + used.system) / 1e6;
}
process.stdout.write(
  `dates.articles_per_cpu_s\t${Math.round((rounds * articles.length) / seconds)}\tarticles of ${articleLength} characters\n`,
);
