import { type Backtest, backtest } from '../backtest.ts';
import { isLocalTime } from '../deliver/timing.ts';
import { Failure } from '../failures.ts';
import { type DevelopmentKind, developmentKinds, type Watch } from '../records.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { explainQuery } from '../watches/watches.ts';
import { distinctWords } from '../web/alert.ts';
import { channelsNamed } from './channel.ts';
import { type Command, exitCodes, type Options, text, usage, write, writeJson } from './command.ts';
import { dataOption, openStore, queryFrom, withStore } from './open.ts';
import { progress } from './progress.ts';
import { counted, onOneLine } from './report.ts';

const json = { flag: '--json', help: 'print JSON even on a terminal' } as const;

export const watchAddCommand: Command = {
  name: 'watch add',
  audited: true,
  summary: 'Save a watch: a query that wakes you once per development.',
  arguments: [{ name: '<query...>', help: 'the query (docs/query.md)' }],
  options: [
    dataOption,
    { flag: '--name <name>', help: 'what to call it (the query itself)' },
    { flag: '--channel <names>', help: 'channels to send to beside the inbox, parted by commas', many: true },
    {
      flag: '--kinds <kinds>',
      help: `only such developments, parted by commas: ${developmentKinds.join(', ')}`,
      many: true,
    },
    { flag: '--independent <count>', help: 'only stories with at least so many independent accounts' },
    { flag: '--expires <day>', help: 'the last day on which it tells, as 2026-12-31' },
    { flag: '--quiet <hours>', help: 'local hours in which nothing is sent, as 22:00-07:00' },
    { flag: '--digest <time>', help: 'send the alerts of a day as one message, at this local time' },
    json,
  ],
  examples: [
    'watch add \'launch AND ("Tern-2" OR Skarholm)\' --name launches',
    'watch add ferry --channel editor,phone --quiet 22:00-07:00',
    'watch add \'source:"Harbour Post"\' --channel editor --digest 08:00',
    'watch add harbour --kinds date,figure --independent 2 --expires 2026-12-31',
  ],
  async run(words, options, terminal) {
    const query = words.join(' ');
    const tree = queryFrom(query);
    const quiet = quietFrom(options);
    const digestAt = timeFrom(text(options, 'digest'), '--digest');
    const [kinds, independentMin, expires] = [kindsFrom(options), countFrom(options), dayEndFrom(options)];
    const { store } = await openStore(options, terminal, true);
    try {
      const created = terminal.now().toISOString();
      const name = text(options, 'name') ?? query;
      const taken = (await store.listWatches()).find((watch) => watch.name === name);
      if (taken !== undefined)
        throw new Failure('usage', `there is a watch called ${name}`, {
          retry: 'never',
          advice: 'Give another --name, or remove that one first.',
        });
      const watch: Watch = {
        id: recordId('watch', name, created),
        name,
        query,
        created,
        paused: false,
        mutedUntil: null,
        expires,
        kinds,
        independentMin,
        channels: await channelsNamed(store, text(options, 'channel')),
        quiet,
        digestAt,
      };
      await store.saveWatch(watch);
      if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, watch);
      terminal.err.write(`watching for ${explainQuery(tree)}\n`);
      return exitCodes.ok;
    } finally {
      await store.close();
    }
  },
};

export const watchListCommand: Command = {
  name: 'watch list',
  summary: 'List the watches, with what is new for each.',
  arguments: [],
  options: [dataOption, json],
  examples: ['watch list', 'watch list --json'],
  run: (_, options, terminal) =>
    withStore(options, terminal, async (store) => {
      const counts = new Map((await store.watchCounts()).map((count) => [count.watchId, count]));
      for (const watch of await store.listWatches()) {
        const { fresh = 0, total = 0 } = counts.get(watch.id) ?? {};
        if (options.json === true || !terminal.outInteractive)
          await writeJson(terminal.out, { ...watch, new: fresh, alerts: total });
        else
          await write(
            terminal.out,
            `${onOneLine(watch.name)}  ${fresh} new of ${total}${watch.paused ? '  paused' : ''}${watch.private === true ? '  private' : ''}\n  ${onOneLine(watch.query)}  (${watch.id})\n`,
          );
      }
      return exitCodes.ok;
    }),
};

export const watchRemoveCommand: Command = {
  name: 'watch remove',
  audited: true,
  summary: 'Remove a watch. The desk can bring it back for some days.',
  arguments: [{ name: '<watch>', help: 'its name or id' }],
  options: [dataOption],
  examples: ['watch remove launches'],
  run: ([named], options, terminal) =>
    withStore(options, terminal, async (store) => {
      const watch = await watchNamed(store, named);
      await store.removeWatch(watch.id);
      terminal.err.write(`removed ${onOneLine(watch.name)}\n`);
      return exitCodes.ok;
    }),
};

export const watchTestCommand: Command = {
  name: 'watch test',
  summary:
    'Show what a query would have told you over the stored archive, and which part of it never matched, without saving it.',
  arguments: [{ name: '<query...>', help: 'the query (docs/query.md)' }],
  options: [dataOption, { flag: '--since <days>', help: 'how far back from the newest article, as 30d (30d)' }, json],
  examples: ["watch test 'launch AND Skarholm' --since 30d"],
  async run(words, options, terminal) {
    const written = words.join(' ');
    const query = queryFrom(written);
    const days = daysFrom(options);
    return withStore(options, terminal, async (store) => {
      const watch = { kinds: [], independentMin: 0 };
      const now = terminal.now().toISOString();
      const bar = progress(terminal, 'articles looked at', 0);
      let found: Backtest | null = null;
      for await (const so of backtest(store, { query, watch, now, days })) {
        found = so;
        bar.at(so.looked, so.of);
        if (terminal.stopped.aborted) break;
      }
      bar.end();
      if (options.json === true || !terminal.outInteractive)
        await writeJson(terminal.out, { ...found, never: found!.never.map(([from, to]) => written.slice(from, to)) });
      else await write(terminal.out, reported(found!, written));
      return terminal.stopped.aborted ? exitCodes.stopped : exitCodes.ok;
    });
  },
};

function reported({ alerts, looked, of, done, days, plain, last, never }: Backtest, query: string): string {
  const articles = done ? `the ${counted(looked, 'article')}` : `the newest ${looked} of ${counted(of, 'article')}`;
  const lines = [`${counted(alerts, 'alert')} from ${articles} of ${days} days; a plain keyword tool: ${plain}`];
  for (const { at, summary, matched } of last) {
    const words = distinctWords(matched).slice(0, wordsShown);
    lines.push(`  ${at.slice(0, 10)}  ${onOneLine(summary)}  [${onOneLine(words.join(', '))}]`);
  }
  if (looked > 0)
    for (const [from, to] of never) lines.push(`never matched anything: ${onOneLine(query.slice(from, to))}`);
  return `${lines.join('\n')}\n`;
}

const wordsShown = 5;

/** A watch by its name or id; a Failure when there is none. */
export async function watchNamed(store: Store, named: string): Promise<Watch> {
  const watches = await store.listWatches();
  const watch = watches.find((one) => one.id === named) ?? watches.find((one) => one.name === named);
  if (watch !== undefined) return watch;
  throw new Failure('no-input', `there is no watch called ${named}`, {
    retry: 'never',
    advice: '"watchfloor watch list" names them.',
  });
}

function quietFrom(options: Options): NonNullable<Watch['quiet']> | null {
  const given = text(options, 'quiet');
  if (given === undefined) return null;
  const [from, to] = given.split('-', 2).map((time) => timeFrom(time.trim(), '--quiet'));
  if (from == null || to == null) throw usage(`--quiet ${given} is no span of hours`, 'Write it as 22:00-07:00.');
  return { from, to };
}

function kindsFrom(options: Options): DevelopmentKind[] {
  const given = (text(options, 'kinds') ?? '').split(',').map((kind) => kind.trim());
  const kinds = given.filter((kind) => kind !== '');
  const unknown = kinds.find((kind) => !developmentKinds.some((known) => known === kind));
  if (unknown !== undefined)
    throw usage(`--kinds ${unknown} is no kind of development`, `One or more of ${developmentKinds.join(', ')}.`);
  return developmentKinds.filter((kind) => kinds.includes(kind));
}

function countFrom(options: Options): number {
  const given = text(options, 'independent') ?? '0';
  if (!/^\d{1,2}$/.test(given)) throw usage(`--independent ${given} is no number up to 99`, 'Write it as 2.');
  return Number(given);
}

/** The end of a day, as the desk writes it. */
function dayEndFrom(options: Options): string | null {
  const given = text(options, 'expires');
  if (given === undefined) return null;
  const end = `${given}T23:59:59.000Z`;
  if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(Date.parse(end)))
    throw usage(`--expires ${given} is no day`, 'Write it as 2026-12-31.');
  return end;
}

function timeFrom(given: string | undefined, option: string): string | null {
  if (given === undefined) return null;
  const time = /^\d:/.test(given) ? `0${given}` : given;
  if (!isLocalTime(time)) throw usage(`${option} ${given} is no time of day`, 'Write it as 08:00.');
  return time;
}

function daysFrom(options: Options): number {
  const given = text(options, 'since') ?? '30d';
  const days = /^(\d{1,4})d?$/.exec(given);
  if (days === null || Number(days[1]) < 1)
    throw new Failure('usage', `--since ${given} is no number of days`, { retry: 'never', advice: 'Write it as 30d.' });
  return Number(days[1]);
}
