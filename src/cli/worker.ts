import { once } from 'node:events';
import { pino } from 'pino';
import { type Probes, startProbes } from '../server/probes.ts';
import { type Command, exitCodes, usage } from './command.ts';
import { dataOption, openStore } from './open.ts';
import { openWorking, workingFrom, workingOptions } from './working.ts';

/** A worker without a desk, until it is told to stop: as many as wanted on one PostgreSQL. */
export const workerCommand: Command = {
  name: 'worker',
  summary: 'Work for a desk on PostgreSQL, beside its own process and others.',
  arguments: [],
  options: [dataOption, ...workingOptions],
  examples: ['worker', 'worker --stages fetch,read --threads 2'],
  async run(_, options, terminal) {
    const { configuration } = terminal;
    if (configuration.databaseUrl === '')
      throw usage(
        'a desk in a file has its worker in the process of the desk',
        'Set DATABASE_URL to share the work, or start the desk with "watchfloor serve".',
      );
    const { stages, readThreads } = workingFrom(options, terminal);
    if (stages.size === 0)
      throw usage('--stages none leaves a worker nothing to do', 'Name a stage, or leave it out for all.');
    const { store, data } = await openStore(options, terminal, true);
    const log = pino(
      { level: configuration.logLevel, base: { process: process.pid } },
      pino.destination({ dest: 2, sync: true }),
    );
    const working = await openWorking({ store, data, terminal, log, stages, readThreads });
    const { workerPort, host, password } = configuration;
    let probes: Probes | null = null;
    try {
      if (workerPort !== 0)
        probes = await startProbes({
          store,
          counts: () => working.worker.counts(),
          paused: () => working.worker.paused(),
          now: () => terminal.now().toISOString(),
          host,
          port: workerPort,
          password: password === '' ? null : password,
        });
      working.start();
      log.info({ stages: [...stages], readThreads }, 'the worker works');
      if (!terminal.stopped.aborted) await once(terminal.stopped, 'abort');
      log.info({}, 'stopping: what is under way is finished first');
    } finally {
      await probes?.close();
      await working.close();
    }
    return exitCodes.ok;
  },
};
