import { once } from 'node:events';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { Failure } from '../failures.ts';
import { createGuard } from '../fetch/guard.ts';
import { fetchPorts } from '../poll.ts';
import { startServer } from '../server/server.ts';
import { openPageArchive } from '../store/pages.ts';
import { openReadThreads } from '../worker/threads.ts';
import { createWorker } from '../worker.ts';
import { type Command, exitCodes, type Terminal, text } from './command.ts';
import { deskWorker } from './desk-worker.ts';
import { namesIn, openFetcher } from './fetcher.ts';
import { dataOption, numberFrom, openStore } from './open.ts';
import { sampleArchive } from './sample.ts';
import { openSender } from './sender.ts';

/** The desk with its worker, until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run the desk and its worker, on loopback unless told otherwise.',
  arguments: [],
  options: [
    dataOption,
    { flag: '--host <address>', help: 'address to listen on (WATCHFLOOR_HOST)' },
    { flag: '--port <number>', help: 'port; 0 takes a free one (WATCHFLOOR_PORT)' },
    { flag: '--no-sample', help: 'start a fresh data folder without the sample archive' },
  ],
  examples: ['serve', 'serve --data /srv/watchfloor --port 8080'],
  async run(_, options, terminal) {
    const { configuration } = terminal;
    const now = () => terminal.now().toISOString();
    const { store, data } = await openStore(options, terminal, true);
    const lock = await data.takeLock();
    if (lock === null) {
      await store.close();
      throw new Failure('in-use', `another process works on ${data.folder}`, {
        retry: 'stop',
        advice: 'Stop it first, or give this one another folder with --data.',
      });
    }
    const archive = openPageArchive({ folder: data.pagesFolder });
    const log = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
    for (const { file, bytes } of archive.mended)
      log.warn({ file, bytes }, 'a record torn by a crash was cut away; its page had not been accepted');
    const fetcher = openFetcher(configuration);
    let listening = `http://${configuration.host}:${configuration.port}`;
    const sender = openSender(configuration, store, now, () => listening);
    const reader = configuration.readThreads === 0 ? null : openReadThreads(configuration);
    const worker = createWorker({
      store,
      archive,
      now,
      log,
      holdsLock: lock.held,
      ports: { ...fetchPorts(fetcher, now), send: sender.send, folds: sender.folds, reader },
      limits: {
        storyWindowDays: configuration.storyWindowDays,
        fetchesAtOnceMax: configuration.fetchesAtOnce,
        sendDays: configuration.sendDays || null,
        keepDays: configuration.keepDays || null,
        keepBytesMax: configuration.keepBytes || null,
      },
    });
    const sample = sampleArchive(store, archive, now);
    const fresh =
      configuration.sample &&
      options.sample !== false &&
      (await store.getSetting('sample')) === null &&
      (await store.counts()).pages === 0;
    const loaded = fresh ? await sample.load() : 0;
    const working = worker.run();
    try {
      const server = await startServer({
        store,
        pages: archive,
        worker: deskWorker({ store, archive, worker, fetcher, sample, sender, now }),
        now,
        log,
        host: text(options, 'host') ?? configuration.host,
        port: numberFrom(options, 'port', configuration.port, 0, 65_535),
        password: configuration.password === '' ? null : configuration.password,
        names: namesIn(configuration.deskHosts),
        ...(configuration.deskAddress === '' ? {} : { address: configuration.deskAddress.replace(/\/$/, '') }),
        keeps: { days: configuration.keepDays || null, bytes: configuration.keepBytes || null },
        checkAddress: createGuard({ allowHosts: namesIn(configuration.fetchAllowHosts) }).checkUrl,
      });
      listening = server.url;
      greet(terminal, server.url, resolve(data.folder), loaded);
      if (!terminal.stopped.aborted) await once(terminal.stopped, 'abort');
      terminal.err.write('stopping: what is under way is finished first\n');
      await server.close();
    } finally {
      // Requests are broken off and asked again after the next start; pages under way are finished.
      await Promise.all([fetcher.close(), sender.close(), worker.stop()]);
      await working;
      await reader?.close();
      await store.close();
      archive.close();
      await lock.release();
    }
    return exitCodes.ok;
  },
};

function greet(terminal: Terminal, url: string, folder: string, loaded: number): void {
  const lines = [
    `Watchfloor is at ${url}`,
    `  data       ${folder}`,
    loaded > 0 ? `  sample     ${loaded} invented pages are being read in; Sources removes them with one click` : null,
    '  next       open it, look around, then add what you read under Sources (or: npx watchfloor add ADDRESS)',
    '  stop       Ctrl-C; nothing is lost whenever it stops',
  ];
  terminal.err.write(`${lines.filter((line) => line !== null).join('\n')}\n`);
}
