import { processPage } from './pipeline.ts';
import type { Instant, Placement } from './records.ts';
import type { PageArchive } from './store/pages.ts';
import type { PageResults, Store, StoredArticle } from './store/store.ts';
import { createStories } from './stories/stories.ts';
import { compileWatches } from './watches/watches.ts';
import { OWNERS_SETTING, ownerOfIn } from './worker/owners.ts';

/** What reading one stored page anew would change, part by part; empty when nothing. */
export interface Reread {
  readonly articleId: string;
  readonly title: string | null;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly part: 'title' | 'text' | 'published' | 'credit' | 'kind' | 'statements' | 'events' | 'story' | 'copy';
  readonly before: string;
  readonly after: string;
}

export interface RereadOptions {
  readonly store: Store;
  readonly archive: PageArchive;
  /** Pages received from here on, in order of receipt; earlier ones are taken as they stand. */
  readonly since: Instant;
  readonly now: Instant;
  readonly storyWindowDays: number;
  readonly coverageAccounts: number;
  /** Stores what came out. What a person decided stays, and nothing is told again. */
  readonly apply: boolean;
}

/**
 * Runs today's stages over the archive, in order of receipt, and says page by page what differs from what is stored. Changes
 * nothing unless told to. Pages whose bytes are gone are passed over. Memory is that of the open story window.
 */
export async function* reread(options: RereadOptions): AsyncGenerator<Reread> {
  const { store, archive, since, now, storyWindowDays, coverageAccounts, apply } = options;
  const ownerOf = ownerOfIn(await store.getSetting(OWNERS_SETTING));
  const stories = createStories({ windowDays: storyWindowDays, coverageMin: coverageAccounts, ownerOf });
  // No watches: what was told stays told, and what would be told anew is past.
  const watches = compileWatches([]);
  for await (const stored of articlesOf(store, since)) {
    const content = await archive.content(stored.page);
    if (content === null) continue;
    const results = processPage(stored.page, content, stored.source, { stories, watches, now });
    const kept = { ...results, placement: keptPlacement(stored.placement, results.placement) };
    if (apply) await store.savePageResults(kept);
    const { id, title } = results.reading.article;
    yield { articleId: id, title, differences: differencesOf(stored, kept) };
  }
}

/** Articles read at a time: pages are read while the store is asked for more. */
const batchSize = 100;

async function* articlesOf(store: Store, since: Instant): AsyncGenerator<StoredArticle> {
  for (let after: string | null = null; ; ) {
    const batch: StoredArticle[] = await store.articlesSince(since, after, batchSize);
    yield* batch;
    if (batch.length < batchSize) return;
    after = batch[batch.length - 1].reading.article.id;
  }
}

function keptPlacement(before: Placement | null, after: Placement | null): Placement | null {
  return before?.byHand === true ? before : after;
}

function differencesOf({ reading, placement }: StoredArticle, results: PageResults): Difference[] {
  const [a, b] = [reading.article, results.reading.article];
  const [old, fresh] = [reading, results.reading];
  const parts: readonly [Difference['part'], string, string][] = [
    ['title', a.title ?? '(none)', b.title ?? '(none)'],
    ['text', a.body, b.body],
    ['published', a.published.value ?? 'unknown', b.published.value ?? 'unknown'],
    ['credit', a.credit?.agency ?? '(none)', b.credit?.agency ?? '(none)'],
    ['kind', a.kind, b.kind],
    ['statements', idsOf(old.statements), idsOf(fresh.statements)],
    ['events', idsOf(old.events), idsOf(fresh.events)],
    ['story', placement?.storyId ?? '(none)', results.placement?.storyId ?? '(none)'],
    ['copy', placement?.copyOf ?? '(none)', results.placement?.copyOf ?? '(none)'],
  ];
  return parts
    .filter(([, before, after]) => before !== after)
    .map(([part, before, after]) => ({ part, ...shown(part, before, after) }));
}

function idsOf(facts: readonly { readonly id: string }[]): string {
  return facts.map(({ id }) => id).join(' ');
}

/** Long parts are told by their size: the desk shows the rest. */
function shown(part: Difference['part'], before: string, after: string): { before: string; after: string } {
  if (part === 'text') return { before: `${before.length} characters`, after: `${after.length} characters` };
  if (part !== 'statements' && part !== 'events') return { before, after };
  const count = (ids: string) => String(ids === '' ? 0 : ids.split(' ').length);
  return { before: count(before), after: count(after) };
}
