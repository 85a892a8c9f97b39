import { once } from 'node:events';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { createGuard } from '../fetch/guard.ts';
import { startServer } from '../server/server.ts';
import { type Command, exitCodes, type Terminal, text } from './command.ts';
import { deskWorker } from './desk-worker.ts';
import { namesIn } from './fetcher.ts';
import { dataOption, numberFrom, openStore } from './open.ts';
import { openIdDoor } from './openid.ts';
import { sampleArchive } from './sample.ts';
import { openWorking, workingFrom, workingOptions } from './working.ts';

/** The desk with its worker, until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run the desk and its worker, on loopback unless told otherwise.',
  arguments: [],
  options: [
    dataOption,
    { flag: '--host <address>', help: 'address to listen on (WATCHFLOOR_HOST)' },
    { flag: '--port <number>', help: 'port; 0 takes a free one (WATCHFLOOR_PORT)' },
    ...workingOptions,
    { flag: '--no-sample', help: 'start a fresh data folder without the sample archive' },
  ],
  examples: ['serve', 'serve --data /srv/watchfloor --port 8080'],
  async run(_, options, terminal) {
    const { configuration } = terminal;
    const now = () => terminal.now().toISOString();
    const { stages, readThreads } = workingFrom(options, terminal);
    const { store, data } = await openStore(options, terminal, true);
    const log = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
    let listening = `http://${configuration.host}:${configuration.port}`;
    const working = await openWorking({ store, data, terminal, log, stages, readThreads, listening: () => listening });
    const { worker, archive, fetcher, sender } = working;
    const sample = sampleArchive(store, archive, now);
    const fresh =
      configuration.sample &&
      options.sample !== false &&
      (await store.getSetting('sample')) === null &&
      (await store.counts()).pages === 0;
    const loaded = fresh ? await sample.load() : 0;
    working.start();
    try {
      const server = await startServer({
        store,
        pages: archive,
        worker: deskWorker({
          store,
          archive,
          worker,
          fetcher,
          sample,
          sender,
          now,
          inflatedBytesMax: configuration.importInflatedBytesMax,
        }),
        now,
        log,
        host: text(options, 'host') ?? configuration.host,
        port: numberFrom(options, 'port', configuration.port, 0, 65_535),
        password: configuration.password === '' ? null : configuration.password,
        names: namesIn(configuration.deskHosts),
        ...(configuration.deskAddress === '' ? {} : { address: configuration.deskAddress.replace(/\/$/, '') }),
        keeps: {
          days: configuration.keepDays || null,
          bytes: configuration.keepBytes || null,
          auditDays: configuration.auditDays || null,
        },
        sessions: { idleHours: configuration.sessionIdleHours, days: configuration.sessionDays },
        openId: openIdDoor(configuration, () => terminal.now().getTime()),
        checkAddress: createGuard({ allowHosts: namesIn(configuration.fetchAllowHosts) }).checkUrl,
      });
      listening = server.url;
      greet(terminal, server.url, resolve(data.folder), loaded);
      if (!terminal.stopped.aborted) await once(terminal.stopped, 'abort');
      terminal.err.write('stopping: what is under way is finished first\n');
      await server.close();
    } finally {
      await working.close();
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
