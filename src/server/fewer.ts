import { sinceDays } from '../backtest.ts';
import type { Subject, Watch } from '../records.ts';
import type { SearchAnswer, Store, StoredAlert, StoredArticle } from '../store/store.ts';
import { parseQuery, proposeFewer, type Told, toldBy } from '../watches/watches.ts';
import type { DroppedAlert, FewerView } from '../web/fewer.ts';
import { briefOf } from './floor.ts';
import { type DeskTools, notHere } from './route.ts';

/**
 * Changes of the watch behind an alert that would leave it out, tried on what the watch tells of the last days: as it stands
 * today, whether or not it was saved then.
 */
export async function narrowing({ store, now }: DeskTools, stored: StoredAlert): Promise<FewerView> {
  const watch = (await store.listWatches()).find((one) => one.id === stored.alert.watchId);
  if (watch === undefined) throw notHere('The watch of this alert is no longer here');
  const own = await store.getArticle(stored.alert.articleId);
  if (own === null) throw notHere('The article of this alert is no longer here');
  const { articles, limited } = await foundSince(store, watch, await sinceDays(store, now(), daysBack));
  const others = articles.filter((one) => one.reading.article.id !== stored.alert.articleId);
  const told = await toldOf(store, watch, [own, ...others], stored.alert.articleId);
  const list = told.map(({ subject, wanted, state }) => ({ subject, wanted, unwanted: state === 'dismissed' }));
  const at = told.findIndex((one) => one.article.id === stored.alert.articleId);
  return {
    alertId: stored.alert.id,
    summary: stored.alert.summary,
    kind: stored.developments.find(({ id }) => id === stored.alert.developmentIds[0])?.kind ?? 'coverage',
    article: stored.article,
    watch,
    days: daysBack,
    told: told.length,
    limited,
    proposals: proposeFewer(watch.query, list, at).map(({ dropped, ...one }) => ({
      ...one,
      dropped: dropped.map((index) => told[index]),
    })),
  };
}

const daysBack = 30;
const articlesMax = 200;
const pageSize = 50;
const alertsMax = 1_000;

/** The newest articles that the query finds since an instant; `limited` says that there were more. */
async function foundSince(
  store: Store,
  watch: Watch,
  since: string,
): Promise<{ articles: StoredArticle[]; limited: boolean }> {
  const { tree } = parseQuery(watch.query);
  const articles: StoredArticle[] = [];
  if (tree === null) return { articles, limited: false };
  for (let cursor: string | null = null; ; ) {
    const answer: SearchAnswer = await store.search({
      query: tree,
      order: 'newest',
      limit: pageSize,
      cursor,
      facets: false,
    });
    const recent = answer.rows.filter((row) => row.article.received >= since);
    const found = await Promise.all(recent.map((row) => store.getArticle(row.article.id)));
    articles.push(...found.filter((one) => one !== null));
    cursor = answer.next;
    // Newest is by publication: a page of hits that all came in before the time ends the walk.
    if (cursor === null || recent.length === 0) return { articles, limited: false };
    if (articles.length >= articlesMax) return { articles, limited: true };
  }
}

/** Of the articles those that the watch tells of: they brought a development that it asks for. */
async function toldOf(
  store: Store,
  watch: Watch,
  articles: readonly StoredArticle[],
  always: string,
): Promise<(DroppedAlert & Pick<Told, 'subject'>)[]> {
  const [stored, alerts] = await Promise.all([
    store.listDevelopments({
      watchId: null,
      kinds: [],
      after: null,
      before: null,
      limit: articles.length * developmentsPerArticleMax,
      articleIds: articles.map((one) => one.reading.article.id),
    }),
    store.listAlerts({ watchId: watch.id, state: null, before: null, limit: alertsMax }),
  ]);
  const brought = Map.groupBy(stored, (one) => one.article.id);
  const alertOf = new Map(alerts.map((one) => [one.alert.articleId, one]));
  return articles.flatMap((one) => {
    const { reading, source } = one;
    const found = brought.get(reading.article.id) ?? [];
    const developments = found.map(({ development }) => development);
    const kinds = [...new Set(developments.map(({ kind }) => kind))];
    const story = found[0]?.story ?? null;
    if (toldBy(watch, story, developments).length === 0 && reading.article.id !== always) return [];
    const subject: Subject = { reading, source, story, kinds };
    const alert = alertOf.get(reading.article.id);
    const inWork = alert?.state !== 'dismissed' && (alert?.notes.assignee ?? alert?.notes.comments[0] ?? null) !== null;
    // Whoever asks for fewer like this one does not want it, though somebody may be looking after it.
    const wanted = reading.article.id !== always && (alert?.state === 'kept' || inWork);
    return [{ subject, article: briefOf(one), state: alert?.state ?? null, wanted }];
  });
}

const developmentsPerArticleMax = 20;
