import type { DevelopmentKind, Instant, MatchedWords, QueryNode, Span, Subject, Watch } from './records.ts';
import type { ArticleBrief, Store, StoredSubject } from './store/store.ts';
import { followParts, matchQuery, toldBy } from './watches/watches.ts';

export interface BacktestRequest {
  readonly query: QueryNode;
  readonly watch: Pick<Watch, 'kinds' | 'independentMin'>;
  readonly now: Instant;
  /** How far back from the newest article. */
  readonly days: number;
}

/** What a watch would have told of the articles looked at so far, newest first. */
export interface Backtest {
  readonly days: number;
  /** Articles looked at, and how many there are in all those days. */
  readonly looked: number;
  readonly of: number;
  /** True once all of them were looked at. */
  readonly done: boolean;
  readonly alerts: number;
  /** Pages on which a plain tool would have fired: those whose text or surrounding lists match, copies included. */
  readonly plain: number;
  /** The last alerts, newest first. */
  readonly last: readonly BacktestAlert[];
  /** Where in the query the smallest parts stand that matched none of these articles, in order. */
  readonly never: readonly Span[];
}

export interface BacktestAlert {
  readonly at: Instant;
  readonly kind: DevelopmentKind;
  readonly summary: string;
  readonly article: ArticleBrief;
  readonly storyId: string;
  readonly matched: readonly MatchedWords[];
}

/**
 * Runs a query over the archive as a watch would have: one alert for each article that matches and brought a development it
 * asks for. Yields how far it is after each batch, and last the whole; whoever has seen enough leaves the loop, and what was
 * yielded is true of the newest articles up to there. Time grows with the articles, memory does not.
 */
export async function* backtest(store: Store, { query, watch, now, days }: BacktestRequest): AsyncGenerator<Backtest> {
  const since = await sinceDays(store, now, days);
  const of = await store.countArticlesSince(since);
  const parts = followParts(query);
  const last: BacktestAlert[] = [];
  let [looked, alerts, plain] = [0, 0, 0];
  for (let before: string | null = null; ; ) {
    const batch: StoredSubject[] = await store.subjectsSince(since, before, batchSize);
    for (const { subject, article, developments } of batch) {
      looked++;
      parts.look(subject);
      const matched = matchQuery(query, subject);
      if (subject.reading.leads.length === 0 ? matched !== null : matchQuery(query, withLists(subject)) !== null)
        plain++;
      const told = matched === null ? [] : toldBy(watch, subject.story, developments);
      if (matched === null || told.length === 0) continue;
      alerts++;
      const { at, kind, summary, storyId } = told[0];
      if (last.length < lastShown) last.push({ at, kind, summary, article, storyId, matched });
    }
    const done = batch.length < batchSize;
    const never = parts.never().map((part) => part.at);
    yield { days, looked, of: Math.max(of, looked), done, alerts, plain, last: [...last], never };
    if (done) return;
    before = batch[batch.length - 1].article.id;
    // Others get their turn between batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * The instant that the last days of an archive begin at. They end with its newest article: in one that takes nothing in any more,
 * such as a sample or what was kept of another year, the last days before now are empty.
 */
export async function sinceDays(store: Store, now: Instant, days: number): Promise<Instant> {
  const [newest] = await store.subjectsSince('', null, 1);
  const end = newest === undefined || newest.article.received > now ? now : newest.article.received;
  return new Date(Date.parse(end) - days * 86_400_000).toISOString();
}

const batchSize = 100;
const lastShown = 10;

/** The page as a plain tool sees it: the lists of other headlines are part of the text. */
function withLists(subject: Subject): Subject {
  const { reading } = subject;
  const lists = reading.leads.map((lead) => `${lead.title} ${lead.teaser ?? ''}`).join('\n\n');
  return {
    ...subject,
    reading: { ...reading, article: { ...reading.article, body: `${reading.article.body}\n\n${lists}` } },
  };
}
