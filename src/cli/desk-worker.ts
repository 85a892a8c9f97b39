import type { Fetcher } from '../fetch/fetch.ts';
import { fetchPorts, lookAt } from '../poll.ts';
import type { Sender } from '../send.ts';
import type { DeskWorker } from '../server/app.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { importContent } from '../worker/importing.ts';
import type { Worker } from '../worker.ts';
import type { Sample } from './sample.ts';

export interface DeskWorkerTools {
  readonly store: Store;
  readonly archive: PageArchive;
  readonly worker: Worker;
  readonly fetcher: Fetcher;
  readonly sample: Sample;
  readonly sender: Sender;
  readonly now: () => string;
  /** Most bytes that may come out of an archive handed over. */
  readonly inflatedBytesMax: number;
}

/** What the desk asks of the worker beside it. */
export function deskWorker(tools: DeskWorkerTools): DeskWorker {
  const { store, archive, worker, fetcher, sample, sender, now, inflatedBytesMax } = tools;
  const { poll } = fetchPorts(fetcher, now);
  return {
    async pollSoon(sourceId) {
      const source = await store.getSource(sourceId);
      if (source === null || source.kind === 'import') return;
      const answer = await poll(source);
      if (answer === null) return;
      const { health, note } = answer.settle(await store.queueFetches(answer.requests));
      await store.saveHealth(source.id, health, note);
      worker.wake();
    },
    discover: (address) => lookAt(address, fetcher, now()),
    async importFile(name, content, progress) {
      const { problems, ...brought } = await importContent(name, content, {
        store,
        archive,
        now,
        inflatedBytesMax,
        onProgress: progress,
      });
      worker.wake();
      return {
        ...brought,
        problems: problems.map((problem) =>
          problem.name === name ? problem.what : `${problem.name}: ${problem.what}`,
        ),
      };
    },
    async loadSample() {
      await sample.load();
      worker.wake();
    },
    removeSample: () => sample.remove(),
    counts: () => worker.counts(),
    paused: () => worker.paused(),
    trialChannel: (name) => sender.trial(name),
  };
}
