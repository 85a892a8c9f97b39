import { createCopyIndex } from '../src/stories/copies.ts';
import { createGrouper } from '../src/stories/group.ts';
import { createScan, scan } from '../src/stories/scan.ts';
import { createSketchSpace, sketch } from '../src/stories/sketch.ts';
import { createStories } from '../src/stories/stories.ts';
import { generatedArticles, readingOf } from './generated-articles.ts';

/**
 * `npm run -s bench:copies [N]`: sketches and places N generated articles in the index of copies.
 * `npm run -s bench:stories [N [DAYS]]`: places N generated articles, two hundred an hour, in copies and stories that a window of
 * DAYS is held of, from readings made beforehand, and shows speed and memory of each ten thousand on the way.
 */
const [what = 'copies', countText = what === 'copies' ? '60000' : '20000', daysText = '30'] = process.argv.slice(2);
const count = Number(countText);
const windowDays = Number(daysText);
const print = (name: string, value: number, unit: string) =>
  process.stdout.write(`${name}\t${Math.round(value)}\t${unit}\n`);
const cpuSeconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

if (what === 'copies') benchCopies();
else benchStories();

function benchCopies(): void {
  const words = createScan();
  const space = createSketchSpace();
  const index = createCopyIndex();
  let seconds = 0;
  let done = 0;
  for (const batch of generatedArticles(count)) {
    const since = process.cpuUsage();
    for (const { body, outlet, hours } of batch) {
      scan(body, words);
      index.add({ sketch: sketch(words, space), same: [], outlet, hours });
    }
    // The first thousand warm the compiler up.
    if (done >= 1000) seconds += cpuSeconds(since);
    done += batch.length;
  }
  print('copies.articles_per_cpu_s', (done - 1000) / seconds, 'articles of 350 words');
  print('copies.bytes_per_article', index.byteCount / done, 'bytes in the index');
}

function benchStories(): void {
  const stories = createStories({ windowDays });
  let seconds = 0;
  let done = 0;
  const last = { seconds: 0, done: 1000 };
  for (const batch of generatedArticles(count)) {
    const arrivals = batch.map(readingOf);
    const since = process.cpuUsage();
    for (const arrival of arrivals) stories.place(arrival);
    if (done >= 1000) seconds += cpuSeconds(since);
    done += batch.length;
    if (done % 10_000 !== 0) continue;
    const speed = Math.round((done - last.done) / (seconds - last.seconds));
    Object.assign(last, { seconds, done });
    const { rss, heapUsed, external } = process.memoryUsage();
    const [resident, held] = [rss, heapUsed + external].map((bytes) => Math.round(bytes / 1e6));
    process.stderr.write(`${done}\t${speed} articles per CPU s\t${resident} MB resident\t${held} MB held\n`);
  }
  print('stories.articles_per_cpu_s', (done - 1000) / seconds, 'articles of 350 words');
  print('stories.resident_mb', process.memoryUsage().rss / 1e6, 'MB');
  const grouper = createGrouper();
  const since = process.cpuUsage();
  let grouped = 0;
  for (const batch of generatedArticles(Math.min(count, 5000))) {
    for (const { id, title, body, hours, outlet } of batch) {
      grouper.add({
        id,
        title,
        text: body,
        published: new Date(hours * 3_600_000).toISOString(),
        source: `outlet ${outlet}`,
        lang: 'en',
      });
      grouped++;
    }
  }
  grouper.finish();
  print('group.articles_per_cpu_s', grouped / cpuSeconds(since), 'articles with their second look');
}
