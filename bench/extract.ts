import { spawnSync } from 'node:child_process';
import { extract } from '../src/extract/extract.ts';
import { corporaFolder, corpusPages, pageBytes } from './corpora.ts';

/**
 * Speed and memory of extract on one corpus, one thread: `npm run -s bench:extract [-- ../shared/corpora [corpus]]`.
 * Reading and unpacking the files is not counted; each page is read from disk anew, as the desk does. Speed is that of the last
 * of four rounds: the others warm the compiler. V8 lets its heap grow while memory is free, so the peak is taken in a process
 * of its own whose heap is held small: it shows what extract needs, the runtime with its type stripper (65 MB) included.
 */
const corpora = corporaFolder(process.argv[2]);
const corpus = process.argv[3] ?? 'aeb';
const smallHeap = ['--max-semi-space-size=1', '--max-old-space-size=48'];
const pages = corpusPages(corpora, corpus);

function readAll(): { microseconds: number; peakBytes: number } {
  let microseconds = 0;
  let peakBytes = 0;
  for (const page of pages) {
    const content = pageBytes(page);
    const before = process.cpuUsage();
    extract({ pageId: page.id, content, contentType: null, url: page.url, form: 'html', received: null, hint: {} });
    const used = process.cpuUsage(before);
    microseconds += used.user + used.system;
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }
  return { microseconds, peakBytes };
}

if (process.argv[4] === 'memory') {
  console.log(readAll().peakBytes);
} else {
  for (let round = 0; round < 3; round++) readAll();
  const { microseconds } = readAll();
  console.log(`extract.pages_per_cpu_s\t${(pages.length / (microseconds / 1e6)).toFixed(1)}\tpages/s`);
  const child = spawnSync(process.execPath, [...smallHeap, import.meta.filename, corpora, corpus, 'memory'], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  console.log(`extract.peak_mb\t${(Number(child.stdout) / 1e6).toFixed(0)}\tMB`);
}
