import { resolve } from 'node:path';
import { extract } from '../src/extract/extract.ts';
import { corpusPages, pageBytes } from './corpora.ts';

/**
 * Speed and memory of extract on one corpus, one thread: `npm run -s bench:extract [-- ../shared/corpora [corpus]]`.
 * Reading and unpacking the files is not counted; each page is read from disk anew, as the desk does. Two rounds: the first
 * warms the compiler, the second counts.
 */
const corpora = resolve(process.argv[2] ?? '../shared/corpora');
const pages = corpusPages(corpora, process.argv[3] ?? 'aeb');
let microseconds = 0;
let peakBytes = 0;
for (let round = 0; round < 2; round++) {
  microseconds = 0;
  for (const page of pages) {
    const content = pageBytes(page);
    const before = process.cpuUsage();
    extract({
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
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }
}
console.log(`extract.pages_per_cpu_s\t${(pages.length / (microseconds / 1e6)).toFixed(1)}\tpages/s`);
console.log(`extract.peak_mb\t${(peakBytes / 1e6).toFixed(0)}\tMB`);
