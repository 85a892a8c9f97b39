import { writeOpml } from '../sources/opml.ts';
import type { Store } from '../store/store.ts';
import { type Command, exitCodes, type Terminal, usage, write, writeJson } from './command.ts';
import { faceOf } from './face.ts';
import { dataOption, withStore } from './open.ts';

const kinds = ['articles', 'alerts', 'sources', 'watches'] as const;

/** Prints what the desk holds: JSON lines, or OPML for sources. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Print articles, alerts or watches as JSON lines, or sources as OPML.',
  arguments: [{ name: '<what>', help: kinds.join(', ') }],
  options: [dataOption, { flag: '--json', help: 'sources as JSON lines instead of OPML' }],
  examples: ['export articles > articles.jsonl', 'export sources > sources.opml'],
  run: ([what], options, terminal) => {
    const kind = kinds.find((one) => one === what);
    if (kind === undefined) throw usage(`${what} cannot be exported`, `One of ${kinds.join(', ')}.`);
    return withStore(options, terminal, async (store) => {
      if (kind === 'articles') await exportArticles(store, terminal);
      if (kind === 'alerts') await exportAlerts(store, terminal);
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

async function exportAlerts(store: Store, terminal: Terminal): Promise<void> {
  for (let before: string | null = null; ; ) {
    const batch = await store.listAlerts({ watchId: null, state: null, before, limit: batchSize });
    for (const one of batch) await writeJson(terminal.out, one);
    const next: string | undefined = batch.at(-1)?.alert.at;
    // Alerts of one instant stand in one batch unless a batch is full of them; then there is no smaller step to take.
    if (batch.length < batchSize || next === undefined || next === before) return;
    before = next;
  }
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
