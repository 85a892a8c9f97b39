import { type Backtest, backtest } from '../backtest.ts';
import type { Instant, QueryNode, Watch } from '../records.ts';
import type { Store } from '../store/store.ts';
import type { BacktestView } from '../web/watches.ts';

/** What a watch would have told over the last days, as far as that can be told while a person waits; `cut` says when it stopped early. */
export async function backtestView(
  store: Store,
  query: QueryNode,
  watch: Pick<Watch, 'kinds' | 'independentMin'>,
  now: Instant,
): Promise<BacktestView> {
  const stopAt = performance.now() + millisecondsMax;
  let found: Backtest | null = null;
  for await (const so of backtest(store, { query, watch, now, days: daysBack })) {
    found = so;
    if (performance.now() > stopAt) break;
  }
  const { days, alerts, plain, looked, done, last } = found!;
  return {
    days,
    alerts,
    plain,
    looked,
    cut: !done,
    examples: last.map((one) => ({
      ...one,
      matched: [...new Set(one.matched.map(({ text }) => text))].slice(0, matchedShown),
    })),
  };
}

const daysBack = 30;
const millisecondsMax = 3_000;
const matchedShown = 5;
