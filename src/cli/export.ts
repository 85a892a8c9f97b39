import { alertColumns, alertRow } from '../deliver/csv.ts';
import { ninjsItems } from '../deliver/ninjs.ts';
import { stixBundleId, stixDesk, stixObjects } from '../deliver/stix.ts';
import { writeOpml } from '../sources/opml.ts';
import type { Store, StoredAlert, StoredStory } from '../store/store.ts';
import { type Command, exitCodes, type Terminal, text, usage, write, writeJson } from './command.ts';
import { faceOf } from './face.ts';
import { dataOption, withStore } from './open.ts';
import { watchNamed } from './watch.ts';

const kinds = ['articles', 'alerts', 'sources', 'watches', 'ninjs', 'stix'] as const;

/** Prints what the desk holds: JSON lines, CSV, OPML for sources, ninjs and STIX for stories. */
export const exportCommand: Command = {
  name: 'export',
  summary:
    'Print articles, alerts or watches as JSON lines, sources as OPML, or the stories alerted to as ninjs or STIX.',
  arguments: [{ name: '<what>', help: kinds.join(', ') }],
  options: [
    dataOption,
    { flag: '--json', help: 'sources as JSON lines instead of OPML' },
    { flag: '--csv', help: 'alerts as a table' },
    { flag: '--watch <watch>', help: 'alerts, ninjs and stix: of this watch only, by name or id' },
  ],
  examples: [
    'export articles > articles.jsonl',
    'export alerts --csv --watch launches > launches.csv',
    'export stix > stories.stix.json',
    'export sources > sources.opml',
  ],
  run: ([what], options, terminal) => {
    const kind = kinds.find((one) => one === what);
    if (kind === undefined) throw usage(`${what} cannot be exported`, `One of ${kinds.join(', ')}.`);
    return withStore(options, terminal, async (store) => {
      if (kind === 'articles') await exportArticles(store, terminal);
      const named = text(options, 'watch');
      const watchId = named === undefined ? null : (await watchNamed(store, named)).id;
      if (kind === 'alerts') await exportAlerts(store, terminal, watchId, options.csv === true);
      if (kind === 'ninjs') await exportNinjs(store, terminal, watchId);
      if (kind === 'stix') await exportStix(store, terminal, watchId);
      if (kind === 'watches') for (const watch of await store.listWatches()) await writeJson(terminal.out, watch);
      if (kind === 'sources') await exportSources(store, terminal, options.json === true);
      return exitCodes.ok;
    });
  },
};

const batchSize = 200;

/** In order of receipt; memory does not grow with the archive. */
async function exportArticles(store: Store, terminal: Terminal): Promise<void> {
  for (let after: string | null = null; ; ) {
    const batch = await store.articlesSince('0000', after, batchSize);
    for (const { reading, page, placement, problems } of batch) {
      const { url, received, sha256 } = page;
      await writeJson(terminal.out, {
        id: reading.article.id,
        ...faceOf({ url, received, sha256 }, reading, problems),
        story: placement?.storyId ?? null,
        copyOf: placement?.copyOf ?? null,
      });
      if (terminal.stopped.aborted) return;
    }
    if (batch.length < batchSize) return;
    after = batch[batch.length - 1].reading.article.id;
  }
}

async function exportAlerts(store: Store, terminal: Terminal, watchId: string | null, csv: boolean): Promise<void> {
  const names = new Map((await store.listWatches()).map(({ id, name }) => [id, name]));
  if (csv) await write(terminal.out, alertColumns);
  for await (const one of alertsOf(store, watchId)) {
    if (csv) await write(terminal.out, alertRow(one, names.get(one.alert.watchId) ?? ''));
    else await writeJson(terminal.out, one);
  }
}

async function* alertsOf(store: Store, watchId: string | null): AsyncGenerator<StoredAlert> {
  for (let before: string | null = null; ; ) {
    const batch = await store.listAlerts({ watchId, state: null, before, limit: batchSize });
    yield* batch;
    const next: string | undefined = batch.at(-1)?.alert.at;
    // Alerts of one instant stand in one batch unless a batch is full of them; then there is no smaller step to take.
    if (batch.length < batchSize || next === undefined || next === before) return;
    before = next;
  }
}

/** The stories that watches alerted to, each once, latest alert first. */
async function* storiesOf(store: Store, watchId: string | null): AsyncGenerator<StoredStory> {
  const seen = new Set<string>();
  for await (const { alert } of alertsOf(store, watchId)) {
    if (seen.has(alert.storyId)) continue;
    seen.add(alert.storyId);
    const story = await store.getStory(alert.storyId);
    if (story !== null) yield story;
  }
}

async function exportNinjs(store: Store, terminal: Terminal, watchId: string | null): Promise<void> {
  for await (const story of storiesOf(store, watchId))
    for (const item of ninjsItems(story)) await writeJson(terminal.out, item);
}

/** One bundle, written piece by piece; of people quoted in several stories the first object stands. */
async function exportStix(store: Store, terminal: Terminal, watchId: string | null): Promise<void> {
  const id = stixBundleId(`${watchId ?? 'all'} ${terminal.now().toISOString()}`);
  await write(terminal.out, `{"type":"bundle","id":${JSON.stringify(id)},"objects":[\n${JSON.stringify(stixDesk)}`);
  const seen = new Set<string>();
  for await (const story of storiesOf(store, watchId)) {
    for (const one of stixObjects(story)) {
      if (seen.has(one.id)) continue;
      seen.add(one.id);
      await write(terminal.out, `,\n${JSON.stringify(one)}`);
    }
  }
  await write(terminal.out, '\n]}\n');
}

async function exportSources(store: Store, terminal: Terminal, json: boolean): Promise<void> {
  const sources = (await store.listSources()).filter((source) => source.kind !== 'import');
  if (json) for (const source of sources) await writeJson(terminal.out, source);
  else
    await write(
      terminal.out,
      writeOpml(
        'Watchfloor',
        sources.map(({ address, kind, title, owner }) => ({ address, kind, title, owner, home: null, folder: null })),
      ),
    );
}
