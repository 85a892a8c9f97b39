import { processPage } from './pipeline.ts';
import type { Instant, Placement, Reading } from './records.ts';
import type { PageArchive } from './store/pages.ts';
import type { Store, StoredArticle } from './store/store.ts';
import { createStories, type Stories } from './stories/stories.ts';
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
 * nothing unless told to. Pages whose bytes are gone are passed over. A page is reported once the story window is past it, since
 * until then a later page may take over as its origin; memory is that of the open story window.
 */
export async function* reread(options: RereadOptions): AsyncGenerator<Reread> {
  const { store, archive, since, now, storyWindowDays, coverageAccounts, apply } = options;
  const ownerOf = ownerOfIn(await store.getSetting(OWNERS_SETTING));
  const stories = createStories({ windowDays: storyWindowDays, coverageMin: coverageAccounts, ownerOf });
  // What came before stands as it is, and what comes may belong to it.
  for await (const { at, articleId, storyId, article, story, decided } of store.storyMemory(windowBefore(options))) {
    if (at >= since) break;
    stories.restore(articleId, storyId, { article, story }, decided);
  }
  // No watches: what was told stays told, and what would be told anew is past.
  const watches = compileWatches([]);
  const waiting: Waiting[] = [];
  for await (const stored of articlesOf(store, since)) {
    const content = await archive.content(stored.page);
    if (content === null) continue;
    const results = processPage(stored.page, content, stored.source, { stories, watches, now });
    const isDecided = stored.placement?.byHand === true;
    if (isDecided) stories.decide(stored.placement);
    if (apply) await store.savePageResults(isDecided ? { ...results, placement: stored.placement } : results);
    const { id, title } = results.reading.article;
    waiting.push({
      reread: { articleId: id, title, differences: differencesOf(stored.reading, results.reading) },
      before: stored.placement,
      after: results.placement,
    });
    if (waiting.length >= waitingMax) yield* settled(waiting.splice(0, waiting.length - waitingMax / 2), stories);
  }
  const { placements, stories: changed } = stories.lookAgain();
  if (apply && placements.length > 0) await store.saveSecondLook(placements, changed);
  yield* settled(waiting, stories);
}

/** A page read anew, with where it stood before and where it was placed now. */
interface Waiting {
  readonly reread: Reread;
  readonly before: Placement | null;
  readonly after: Placement | null;
}

/** Pages that wait to be reported at most. */
const waitingMax = 200_000;

/** Pages as they stand in the end. */
function* settled(pages: readonly Waiting[], stories: Stories): Generator<Reread> {
  for (const { reread, before, after } of pages) {
    const placement = stories.placementOf(reread.articleId) ?? after;
    const moved = changesOf([
      ['story', before?.storyId ?? '(none)', placement?.storyId ?? '(none)'],
      ['copy', before?.copyOf ?? '(none)', placement?.copyOf ?? '(none)'],
    ]);
    yield { ...reread, differences: [...reread.differences, ...moved] };
  }
}

function windowBefore({ since, storyWindowDays }: RereadOptions): Instant {
  const begins = Date.parse(since);
  return Number.isNaN(begins) ? since : new Date(begins - storyWindowDays * dayMilliseconds).toISOString();
}

const dayMilliseconds = 86_400_000;

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

function differencesOf(old: Reading, fresh: Reading): Difference[] {
  const [a, b] = [old.article, fresh.article];
  return changesOf([
    ['title', a.title ?? '(none)', b.title ?? '(none)'],
    ['text', a.body, b.body],
    ['published', a.published.value ?? 'unknown', b.published.value ?? 'unknown'],
    ['credit', a.credit?.agency ?? '(none)', b.credit?.agency ?? '(none)'],
    ['kind', a.kind, b.kind],
    ['statements', idsOf(old.statements), idsOf(fresh.statements)],
    ['events', idsOf(old.events), idsOf(fresh.events)],
  ]);
}

function changesOf(
  parts: readonly (readonly [part: Difference['part'], before: string, after: string])[],
): Difference[] {
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
