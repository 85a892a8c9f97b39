import type { Instant, Source } from '../records.ts';
import type { Subscription } from '../sources/opml.ts';
import { newHealth } from '../sources/schedule.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { type IncomingPage, receivePages } from '../worker/receive.ts';
import { type ImportFile, readImport } from './importing.ts';

/** What came of bringing one file in. */
export interface Brought {
  readonly accepted: number;
  readonly known: number;
  readonly sources: number;
  readonly problems: readonly string[];
}

export interface BringTools {
  readonly store: Store;
  readonly archive: PageArchive;
  readonly now: Instant;
  /** What all pages of this import share and no file says. */
  readonly hint?: IncomingPage['hint'];
  /** Told after every batch how many pages are in so far. */
  readonly onProgress?: (accepted: number, known: number) => void;
  readonly stopped?: AbortSignal;
}

/** Problems of one file kept for the source's health and for the person; the others are counted. */
const problemsMax = 100;
/** Pages accepted in one transaction, and the bytes after which a batch is full. */
const batchPages = 64;
const batchBytes = 16 * 2 ** 20;

/**
 * Brings a file in: its pages are kept and accepted under a source named after it, its subscriptions are added. Each fault is
 * one problem of its item, shown in the source's health; the rest goes on.
 */
export async function bringIn(file: ImportFile, tools: BringTools): Promise<Brought> {
  const { store, archive, now } = tools;
  const source = importSource(file.name, now);
  const problems: string[] = [];
  let [accepted, known, sources, faults, asked] = [0, 0, 0, 0, false];
  let batch: IncomingPage[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    if (!asked) await store.addSource(source);
    asked = true;
    const received = await receivePages(batch, store, archive);
    accepted += received.pages.length;
    known += received.known;
    [batch, bytes] = [[], 0];
    tools.onProgress?.(accepted, known);
  };
  for await (const item of readImport(file, now)) {
    if ('problem' in item) {
      if (++faults <= problemsMax) problems.push(item.problem);
    } else if ('subscriptions' in item) sources += await subscribe(item.subscriptions, store, now);
    else {
      batch.push({ ...item.page, hint: { ...item.page.hint, ...tools.hint }, sourceId: source.id });
      bytes += item.page.content.byteLength;
      if (batch.length >= batchPages || bytes >= batchBytes) await flush();
    }
    if (tools.stopped?.aborted) break;
  }
  await flush();
  if (faults > problemsMax) problems.push(`and ${faults - problemsMax} more`);
  await note(source, { accepted, problems }, tools, asked || faults > 0);
  return { accepted, known, sources, problems };
}

/** A source for what a file held. The same file name is the same source. */
function importSource(name: string, now: Instant): Source {
  return {
    id: recordId('source', 'import', name),
    kind: 'import',
    address: name,
    title: null,
    owner: null,
    added: now,
    paused: false,
    health: { ...newHealth(now), nextDue: null },
  };
}

async function note(
  source: Source,
  { accepted, problems }: { accepted: number; problems: readonly string[] },
  { store, now }: BringTools,
  there: boolean,
): Promise<void> {
  if (!there) return;
  await store.addSource(source);
  const failure =
    problems.length === 0
      ? null
      : {
          code: 'import',
          what: problems[0],
          advice: `${problems.length} ${problems.length === 1 ? 'item was' : 'items were'} passed over; mend the file and import it again: what is known already is not doubled.`,
          retry: 'never' as const,
          at: now,
        };
  const good = accepted > 0 || failure === null;
  const health: Source['health'] = {
    ...source.health,
    state: good ? 'good' : 'failing',
    lastTried: now,
    lastGood: good ? now : null,
    lastItem: accepted > 0 ? now : null,
    failuresInRow: good ? 0 : 1,
    failure,
  };
  await store.saveHealth(source.id, health, {
    at: now,
    outcome: failure !== null && !good ? 'failed' : accepted > 0 ? 'new' : 'unchanged',
    found: accepted,
    milliseconds: 0,
    failure,
  });
}

async function subscribe(subscriptions: readonly Subscription[], store: Store, now: Instant): Promise<number> {
  let added = 0;
  for (const { address, kind, title, owner } of subscriptions) {
    const source: Source = {
      id: recordId('source', address),
      kind,
      address,
      title,
      owner,
      added: now,
      paused: false,
      health: newHealth(now),
    };
    if ((await store.getSource(source.id)) === null) added++;
    await store.addSource(source);
  }
  return added;
}
