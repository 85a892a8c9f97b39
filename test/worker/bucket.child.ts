import { join } from 'node:path';
import { openPageObjects } from '../../src/store/page-objects.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { wirePages } from './wire.ts';

/**
 * Takes in pages two by two and says how many were accepted; once, it is killed when its object is stored and its pages are not
 * accepted yet. Arguments: folder, bucket as JSON, number of the first page never said to be accepted, number of the page at
 * which it is killed.
 */
const [folder, bucket, first, killedAt] = process.argv.slice(2);
const store = openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery });
const archive = await openPageObjects({ ...JSON.parse(bucket), gatherMilliseconds: 0 });
const pages = wirePages(8);
for (let number = Number(first); number < pages.length; number += 2) {
  const dying: typeof store = {
    ...store,
    acceptPages: async (kept) => {
      if (number === Number(killedAt)) process.kill(process.pid, 'SIGKILL');
      return store.acceptPages(kept);
    },
  };
  await receivePages(pages.slice(number, number + 2), dying, archive);
  process.stdout.write(`accepted ${number + 2}\n`);
}
await archive.close();
await store.close();
