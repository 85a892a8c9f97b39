import type { Store } from '../store/store.ts';

/** Jobs that go on after the first answer, by their id, for each store apart: whoever looks again finds them there. */
export function jobsByStore<Job>(): (store: Store) => Map<string, Job> {
  const all = new WeakMap<Store, Map<string, Job>>();
  return (store) => {
    const jobs = all.get(store) ?? new Map<string, Job>();
    all.set(store, jobs);
    return jobs;
  };
}

/** Drops jobs that may go, the oldest first, until there is room for one more; gives those dropped. */
export function makeRoom<Job>(jobs: Map<string, Job>, mayGo: (job: Job) => boolean): Job[] {
  const dropped: Job[] = [];
  for (const [id, job] of jobs) {
    if (jobs.size < jobsMax) break;
    if (!mayGo(job)) continue;
    jobs.delete(id);
    dropped.push(job);
  }
  return dropped;
}

/** Waits until work is over, well or not, but no longer than a person waits for the first answer. */
export async function forFirstAnswer(work: Promise<void>): Promise<void> {
  const pause = Promise.withResolvers<void>();
  const timer = setTimeout(pause.resolve, waitMilliseconds);
  await Promise.race([Promise.allSettled([work]), pause.promise]);
  clearTimeout(timer);
}

/** How many in a second, since `began` (milliseconds of `performance.now()`) until `ended`, or now while it goes on. */
export function pace(count: number, began: number, ended: number | null): { seconds: number; perSecond: number } {
  const seconds = ((ended ?? performance.now()) - began) / 1_000;
  return { seconds, perSecond: Math.round(count / Math.max(seconds, 0.001)) };
}

const jobsMax = 8;
const waitMilliseconds = 1_500;
