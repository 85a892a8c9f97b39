import type { Source } from '../records.ts';
import type { StoreCounts } from '../store/store.ts';
import type { StageCounts } from '../worker/notes.ts';

/** Prometheus text (exposition format 0.0.4) of what the store and this process hold. */
export function metricsText(
  counts: StoreCounts,
  sources: readonly Source[],
  own: {
    readonly requests: number;
    readonly failures: number;
    readonly listeners: number;
    readonly nowSeconds: number;
    /** What the worker of this process did since the start. */
    readonly stages: readonly StageCounts[];
    /** Whether its work rests because nothing can be stored. */
    readonly paused: boolean;
  },
): string {
  const lines: string[] = [];
  const add = (name: string, type: 'gauge' | 'counter', help: string, value: number, labels = '') => {
    if (!lines.includes(`# TYPE ${name} ${type}`)) lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
    lines.push(`${name}${labels} ${value}`);
  };
  add('watchfloor_paused', 'gauge', 'Whether work rests because nothing can be stored.', own.paused ? 1 : 0);
  add('watchfloor_pages', 'gauge', 'Pages kept.', counts.pages);
  add('watchfloor_pages_waiting', 'gauge', 'Pages accepted and not yet worked on.', counts.pagesWaiting);
  add('watchfloor_pages_failed', 'gauge', 'Pages set aside because they could not be worked on.', counts.pagesFailed);
  const waited = counts.oldestWaiting === null ? 0 : own.nowSeconds - Date.parse(counts.oldestWaiting) / 1000;
  add('watchfloor_oldest_waiting_seconds', 'gauge', 'Age of the oldest waiting page.', Math.max(0, Math.round(waited)));
  add('watchfloor_fetches_waiting', 'gauge', 'Addresses queued to be fetched.', counts.fetchesWaiting);
  add('watchfloor_articles', 'gauge', 'Articles read.', counts.articles);
  add('watchfloor_stories', 'gauge', 'Stories.', counts.stories);
  add('watchfloor_developments', 'gauge', 'Developments found.', counts.developments);
  add('watchfloor_alerts', 'gauge', 'Alerts made.', counts.alerts);
  add('watchfloor_watches', 'gauge', 'Watches.', counts.watches);
  add(
    'watchfloor_deliveries_waiting',
    'gauge',
    'Messages to channels that are due or wait for their hour.',
    counts.deliveriesWaiting,
  );
  add('watchfloor_deliveries_failed', 'gauge', 'Messages to channels that were given up.', counts.deliveriesFailed);
  add('watchfloor_database_bytes', 'gauge', 'Size of the database.', counts.databaseBytes);
  for (const [stage, waiting] of [
    ['fetch', counts.fetchesWaiting],
    ['read', counts.pagesWaiting - counts.pagesRead],
    ['place', counts.pagesRead],
    ['send', counts.deliveriesWaiting],
  ] as const)
    add('watchfloor_stage_waiting', 'gauge', 'Items that wait for a stage.', waiting, `{stage="${stage}"}`);
  for (const { stage, done } of own.stages)
    add(
      'watchfloor_stage_done_total',
      'counter',
      'Items that a stage of this process has done.',
      done,
      `{stage="${stage}"}`,
    );
  for (const { stage, seconds } of own.stages)
    add(
      'watchfloor_stage_seconds_total',
      'counter',
      'Time that a stage of this process took for them.',
      Math.round(seconds * 1000) / 1000,
      `{stage="${stage}"}`,
    );
  for (const { stage, failures } of own.stages)
    for (const [code, number] of Object.entries(failures))
      add(
        'watchfloor_stage_failures_total',
        'counter',
        'Items that failed in a stage of this process, by what went wrong.',
        number,
        `{stage="${stage}",code="${code}"}`,
      );
  for (const state of ['new', 'good', 'failing', 'silent', 'paused'] as const) {
    const number = sources.filter((source) => source.health.state === state).length;
    add('watchfloor_sources', 'gauge', 'Sources by state of health.', number, `{state="${state}"}`);
  }
  add('watchfloor_http_requests_total', 'counter', 'Requests answered since the start.', own.requests);
  add('watchfloor_http_failures_total', 'counter', 'Requests that ended in a fault of ours.', own.failures);
  add('watchfloor_live_listeners', 'gauge', 'Open pages that listen for new rows.', own.listeners);
  return `${lines.join('\n')}\n`;
}
