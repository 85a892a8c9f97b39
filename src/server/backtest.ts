import type { Development, DevelopmentKind, Instant, QueryNode, Subject, Watch } from '../records.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { matchQuery, weightiestFirst } from '../watches/watches.ts';
import type { BacktestView } from '../web/watches.ts';
import { briefOf } from './floor.ts';

/**
 * What a watch would have told over the last days: one alert for each article that matches and brought a development it asks
 * for. The plain tool it is compared with fires on every page whose text or surrounding lists match, copies included.
 * Bounded by articles and by time; `cut` says when it stopped early.
 */
export async function backtest(
  store: Store,
  query: QueryNode,
  watch: Pick<Watch, 'kinds' | 'independentMin'>,
  now: Instant,
  days = daysBack,
): Promise<BacktestView> {
  const since = new Date(Date.parse(now) - days * 86_400_000).toISOString();
  const brought = await developmentsByArticle(store, since);
  const examples: BacktestView['examples'][number][] = [];
  let [alerts, plain, looked] = [0, 0, 0];
  let cut = false;
  let after: string | null = null;
  const stopAt = performance.now() + millisecondsMax;
  for (;;) {
    const batch: StoredArticle[] = await store.articlesSince(since, after, batchSize);
    for (const stored of batch) {
      looked++;
      const found = brought.get(stored.reading.article.id) ?? [];
      const kinds = [...new Set(found.map((one) => one.development.kind))];
      const subject: Subject = {
        reading: stored.reading,
        source: stored.source,
        story: found[0]?.story ?? null,
        kinds,
      };
      if (matchQuery(query, withLists(subject)) !== null) plain++;
      const told = found.filter(
        ({ development }) => watch.kinds.length === 0 || watch.kinds.includes(development.kind),
      );
      if (told.length === 0 || (subject.story?.independentCount ?? 0) < watch.independentMin) continue;
      const matched = matchQuery(query, subject);
      if (matched === null) continue;
      alerts++;
      const { development } = told.sort((a, b) => weight(a.development.kind) - weight(b.development.kind))[0];
      examples.push({
        at: development.at,
        kind: development.kind,
        summary: development.summary,
        article: briefOf(stored),
        storyId: development.storyId,
        matched: [...new Set(matched.map((one) => one.text))].slice(0, matchedShown),
      });
    }
    if (batch.length < batchSize) break;
    after = batch.at(-1)?.reading.article.id ?? null;
    if (looked >= articlesMax || performance.now() > stopAt) {
      cut = true;
      break;
    }
    // Other requests get their turn between batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const newest = examples.sort((a, b) => b.at.localeCompare(a.at)).slice(0, examplesShown);
  return { days, alerts, plain, looked, cut, examples: newest };
}

const daysBack = 30;
const batchSize = 200;
const articlesMax = 20_000;
const developmentsMax = 20_000;
const millisecondsMax = 3_000;
const examplesShown = 12;
const matchedShown = 5;

type Brought = { development: Development; story: NonNullable<Subject['story']> };

async function developmentsByArticle(store: Store, since: Instant): Promise<Map<string, Brought[]>> {
  const found = await store.listDevelopments({
    watchId: null,
    kinds: [],
    after: since,
    before: null,
    limit: developmentsMax,
  });
  const byArticle = new Map<string, Brought[]>();
  for (const one of found) {
    const list = byArticle.get(one.article.id);
    if (list === undefined) byArticle.set(one.article.id, [one]);
    else list.push(one);
  }
  return byArticle;
}

/** The page as a plain tool sees it: the lists of other headlines are part of the text. */
function withLists(subject: Subject): Subject {
  const { reading } = subject;
  const lists = reading.leads.map((lead) => `${lead.title} ${lead.teaser ?? ''}`).join('\n\n');
  return {
    ...subject,
    reading: { ...reading, article: { ...reading.article, body: `${reading.article.body}\n\n${lists}` } },
  };
}

function weight(kind: DevelopmentKind): number {
  return weightiestFirst.indexOf(kind);
}
