import { type Backtest, backtest } from '../backtest.ts';
import type { Instant, QueryNode, Watch } from '../records.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { distinctWords } from '../web/alert.ts';
import type { BacktestView } from '../web/watches.ts';
import { forFirstAnswer, jobsByStore, makeRoom, pace } from './jobs.ts';
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
  if (known !== undefined && (known.ended === null || performance.now() - known.ended < keptMilliseconds)) {
    return shown(key, known);
  }
  const job: Job = { found: null, began: performance.now(), ended: null, stop: false };
  // The oldest goes first, and is stopped: nobody has looked at it for longest.
  for (const dropped of makeRoom(jobs, () => true)) dropped.stop = true;
  jobs.set(key, job);
  const work = run(job, store, query, watch, now);
  await forFirstAnswer(work);
  if (job.ended !== null) {
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
  ended: number | null;
  stop: boolean;
}

const daysBack = 30;
/** How long the answer of one that went on is kept for those who look again. */
const keptMilliseconds = 60_000;
const matchedShown = 5;
const jobsOf = jobsByStore<Job>();

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
    job.ended = performance.now();
  }
}

function shown(key: string, job: Job): BacktestView {
  const { days, alerts, plain, looked, of, done, last, never } = job.found ?? nothing;
  const { perSecond } = pace(looked, job.began, job.ended);
  return {
    days,
    alerts,
    plain,
    looked,
    of,
    cut: !done,
    running: job.ended === null && !job.stop ? key : null,
    perSecond,
    secondsLeft: perSecond === 0 ? null : Math.ceil((of - looked) / perSecond),
    never: looked > 0 ? never : [],
    examples: last.map((one) => ({
      ...one,
      matched: distinctWords(one.matched).slice(0, matchedShown),
    })),
  };
}

const nothing: Backtest = { days: daysBack, alerts: 0, plain: 0, looked: 0, of: 0, done: false, last: [], never: [] };
