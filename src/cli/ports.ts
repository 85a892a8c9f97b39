import type { Fetcher } from '../fetch/fetch.ts';
import { fetchPage } from '../fetch/page.ts';
import { healthAfter, pollSource } from '../poll.ts';
import type { WorkerPorts } from '../worker.ts';

/** The worker's ways to the network, over the one client. */
export function workerPorts(fetcher: Fetcher, now: () => string): WorkerPorts {
  return {
    async poll(source) {
      const polled = await pollSource(source, fetcher, now());
      return { requests: polled.requests, settle: (fresh) => healthAfter(source, polled, fresh, now()) };
    },
    fetchPage: ({ url }) => fetchPage(url, fetcher),
  };
}
