import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS_SETTING, createSender } from '../../src/send.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { createWorker } from '../../src/worker.ts';
import { madeWatch } from '../made.ts';
import { wirePages } from '../worker/wire.ts';

/**
 * The process that the kill test kills: takes in pages, works on them and sends their alerts, until all is sent. Arguments: data
 * folder, ports of the HTTP and the SMTP server, number of pages.
 */
const [folder, httpPort, mailPort, count] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
mkdirSync(folder, { recursive: true });
const store = openSqliteStore({ file: join(folder, 'watchfloor.sqlite'), matches: matchQuery });
const archive = openPageArchive({ folder: join(folder, 'pages') });
/** More alerts than lives, so that a life has something to send. */
const everyTopic = 'lighthouse OR tramway OR ship OR crossing OR orchard OR council OR museum OR night';
const now = () => new Date().toISOString();
const sender = createSender({
  store,
  now,
  desk: () => 'https://desk.example',
  secrets: new Map([['HOOK', 'a key']]),
  allowHosts: ['127.0.0.1'],
  userAgent: 'Watchfloor/test',
  mail: { host: '127.0.0.1', port: Number(mailPort), security: 'none', user: '', password: '', from: 'a@desk.example' },
});
const worker = createWorker({
  store,
  archive,
  now,
  ports: { send: sender.send, folds: sender.folds },
  limits: { leaseSeconds: 0.02, retrySecondsFirst: 0.02, foldSeconds: 0.01 },
  log: { info: () => undefined, error: (fields, message) => say(`error ${message} ${JSON.stringify(fields)}`) },
});
if ((await store.listWatches()).length === 0) {
  await store.setSetting(
    CHANNELS_SETTING,
    JSON.stringify([
      { name: 'hook', kind: 'webhook', address: `http://127.0.0.1:${httpPort}/hook` },
      { name: 'post', kind: 'email', address: 'editor@news.example' },
    ]),
  );
  await store.saveWatch(madeWatch('wa-1', everyTopic, { channels: ['hook', 'post'] }));
}
say('ready');

const pages = wirePages(Number(count));
for (let number = 0; number < pages.length; number += 4) {
  await receivePages(pages.slice(number, number + 4), store, archive);
  await worker.drain();
  await worker.sendAll();
  say('step');
}
// What a killed life had begun falls due again a little later.
while ((await store.deliveriesDue('9999', 1)).length > 0) {
  await worker.sendAll();
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await sender.close();
archive.close();
await store.close();
say('end');
