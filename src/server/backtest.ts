import { type Backtest, backtest } from '../backtest.ts';
import type { Instant, QueryNode, Watch } from '../records.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import type { BacktestView } from '../web/watches.ts';
import { checkedId, type DeskRequest, type Redirect } from './route.ts';

/**
 * What a watch would have told over the last days. A long one goes on after the first answer: whoever asks the same again is
 * told how far it is, until it is done or stopped.
 */
export async function backtestView(
  store: Store,
  query: QueryNode,
  watch: Pick<Watch, 'kinds' | 'independentMin'>,
  now: Instant,
): Promise<BacktestView> {
  const jobs = jobsOf(store);
  const key = recordId('backtest', JSON.stringify([query, watch.kinds, watch.independentMin]));
  const known = jobs.get(key);
  // What was found a while ago may no longer be true.
  if (known !== undefined && (known.running || performance.now() - known.ended < keptMilliseconds)) {
    return shown(key, known);
  }
  const job: Job = { found: null, began: performance.now(), ended: 0, running: true, stop: false };
  makeRoom(jobs);
  jobs.set(key, job);
  const work = run(job, store, query, watch, now);
  const pause = Promise.withResolvers<void>();
  const timer = setTimeout(pause.resolve, waitMilliseconds);
  await Promise.race([work, pause.promise]);
  clearTimeout(timer);
  if (!job.running) {
    jobs.delete(key);
    // A failure belongs to whoever is still waiting.
    await work;
  } else work.catch(() => jobs.delete(key));
  return shown(key, job);
}

/** POST `/backtests/:id/stop`: what was found so far stays to be looked at. */
export async function stopBacktest(request: DeskRequest): Promise<Redirect> {
  const job = jobsOf(request.tools.store).get(checkedId(request.param('id')));
  if (job !== undefined) job.stop = true;
  return { to: (await request.form()).text('back') || '/watches' };
}

interface Job {
  found: Backtest | null;
  readonly began: number;
  ended: number;
  running: boolean;
  stop: boolean;
}

const daysBack = 30;
/** How long a person waits for the first answer. */
const waitMilliseconds = 1_500;
/** How long the answer of one that went on is kept for those who look again. */
const keptMilliseconds = 60_000;
const jobsMax = 8;
const matchedShown = 5;
const allJobs = new WeakMap<Store, Map<string, Job>>();

function jobsOf(store: Store): Map<string, Job> {
  const known = allJobs.get(store);
  if (known !== undefined) return known;
  const jobs = new Map<string, Job>();
  allJobs.set(store, jobs);
  return jobs;
}

/** The oldest goes first, and is stopped: nobody has looked at it for longest. */
function makeRoom(jobs: Map<string, Job>): void {
  for (const [key, job] of jobs) {
    if (jobs.size < jobsMax) return;
    job.stop = true;
    jobs.delete(key);
  }
}

async function run(
  job: Job,
  store: Store,
  query: QueryNode,
  watch: Pick<Watch, 'kinds' | 'independentMin'>,
  now: Instant,
): Promise<void> {
  try {
    for await (const so of backtest(store, { query, watch, now, days: daysBack })) {
      job.found = so;
      if (job.stop) break;
    }
  } finally {
    job.running = false;
    job.ended = performance.now();
  }
}

function shown(key: string, job: Job): BacktestView {
  const { days, alerts, plain, looked, of, done, last, never } = job.found ?? nothing;
  const seconds = ((job.running ? performance.now() : job.ended) - job.began) / 1_000;
  const perSecond = Math.round(looked / Math.max(seconds, 0.001));
  return {
    days,
    alerts,
    plain,
    looked,
    of,
    cut: !done,
    running: job.running && !job.stop ? key : null,
    perSecond,
    secondsLeft: perSecond === 0 ? null : Math.ceil((of - looked) / perSecond),
    never: looked > 0 ? never : [],
    examples: last.map((one) => ({
      ...one,
      matched: [...new Set(one.matched.map(({ text }) => text))].slice(0, matchedShown),
    })),
  };
}

const nothing: Backtest = { days: daysBack, alerts: 0, plain: 0, looked: 0, of: 0, done: false, last: [], never: [] };
