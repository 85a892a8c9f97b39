import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { channelKinds } from '../../src/deliver/channel.ts';
import { CHANNELS_SETTING, createSender } from '../../src/send.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { plainWatch } from '../made.ts';
import { type ArchiveName, archivePages, archiveSources } from './archive.ts';

/**
 * The process that the kill test kills: takes in pages, works on them and sends their alerts over every channel, until all is
 * sent, and says each step on a line of its own. Arguments: data folder, archive, ports of the HTTP and the SMTP server, number of
 * the first page that was never said to be accepted, and the instant at which this life begins.
 */
const pagesAtOnce = 4;
const [folder, archiveName, httpPort, mailPort, first, begins] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
mkdirSync(folder, { recursive: true });
const store = openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery });
const archive = openPageArchive({ folder: join(folder, 'pages'), fileBytesMax: 200_000 });
const started = Date.now();
const now = () => new Date(Date.parse(begins) + Date.now() - started).toISOString();
const http = `http://127.0.0.1:${httpPort}`;
const sender = createSender({
  store,
  now,
  desk: () => 'https://desk.example',
  secrets: new Map([['WEBHOOK', 'a key']]),
  allowHosts: ['127.0.0.1'],
  userAgent: 'Watchfloor/test',
  mail: { host: '127.0.0.1', port: Number(mailPort), security: 'none', user: '', password: '', from: 'a@desk.example' },
});
const worker = createWorker({
  store,
  archive,
  now,
  ports: {
    folds: sender.folds,
    async send(delivery) {
      say(`sending ${delivery.id}`);
      await sender.send(delivery);
      say(`sent ${delivery.id}`);
    },
  },
  limits: {
    leaseSeconds: 0.02,
    retrySecondsFirst: 0.02,
    foldSeconds: 0.01,
    sendDays: null,
    // A page that is under way at several kills is no page that kills.
    pageTriesMax: 20,
    sendTriesMax: 50,
    // What a second look sees depends on when it looks: the lives could not be compared with an undisturbed one.
    secondLookSeconds: 1e6,
    secondLookSecondsBusy: 1e6,
  },
  log: { info: () => undefined, error: (fields, message) => say(`error ${message} ${JSON.stringify(fields)}`) },
  onResults: ({ pageId }) => say(`done ${pageId}`),
});
if ((await store.listWatches()).length < 2) {
  const channels = channelKinds.map(({ kind, address }) => ({
    name: kind,
    kind,
    address: address === 'mail' ? `${kind}@news.example` : `${http}/${kind}`,
  }));
  await store.setSetting('zone', 'UTC');
  await store.setSetting(CHANNELS_SETTING, JSON.stringify(channels));
  for (const source of archiveSources()) await store.addSource(source);
  // An empty query matches every article, copies too: that these tell nothing is not the query's doing.
  await store.saveWatch(plainWatch('every', '', { channels: channels.map(({ name }) => name) }));
  await store.saveWatch(plainWatch('daily', '', { channels: ['email'], digestAt: '08:00', kinds: ['first', 'date'] }));
}
say('ready');

const pages = archivePages(archiveName as ArchiveName);
for (let number = Number(first); number < pages.length; number += pagesAtOnce) {
  await receivePages(pages.slice(number, number + pagesAtOnce), store, archive);
  say(`accepted ${Math.min(number + pagesAtOnce, pages.length)}`);
  await worker.drain();
  await worker.sendAll();
}
await worker.drain();
// What a killed life had begun falls due again a little later, and so does what is held back to go out as one; a digest does not.
const soon = () => new Date(Date.parse(now()) + 1_000).toISOString();
while ((await store.deliveriesDue(soon(), 1)).length > 0) {
  await worker.sendAll();
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await sender.close();
archive.close();
await store.close();
say('end');
