import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { at, madeWatch } from '../made.ts';
import { wirePages, wireQuery } from './wire.ts';

/**
 * The process that the kill test kills: takes in pages two by two and works on them, and says each thing it has done on a
 * line of its own. Arguments: data folder, number of pages, number of the first page that was never said to be accepted.
 */
const [folder, count, first] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
mkdirSync(folder, { recursive: true });
const store = openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery });
const archive = openPageArchive({ folder: join(folder, 'pages'), fileBytesMax: 8_000 });
const worker = createWorker({
  store,
  archive,
  now: () => at(10_000),
  // These kills come from outside: a page that was under way at three of them did nothing wrong.
  limits: { pageTriesMax: 1_000 },
  log: { info: () => undefined, error: (fields, message) => say(`error ${message} ${JSON.stringify(fields)}`) },
  onResults: ({ pageId }) => say(`done ${pageId}`),
});
await store.saveWatch(madeWatch('wa-1', wireQuery));
say('ready');

const pages = wirePages(Number(count));
for (let number = Number(first); number < pages.length; number += 2) {
  await receivePages(pages.slice(number, number + 2), store, archive);
  say(`accepted ${Math.min(number + 2, pages.length)}`);
  await worker.drain();
}
await worker.drain();
archive.close();
await store.close();
say('end');
