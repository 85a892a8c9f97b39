import type { Alert, Article, Development, Instant, Page, Source } from '../records.ts';

/**
 * Whether an alert is news enough to be sent: a first look at an old archive, or a page brought in by hand that does not say of
 * when it is, tells the inbox and wakes nobody. A change of an old page is as new as the page that shows it.
 */
export function isNews(alert: Alert, { page, article, developments, source }: NewsContext, since: Instant): boolean {
  const undated = article.published.value === null && page.hint.published === undefined;
  if (undated && source?.kind === 'import') return false;
  const changed = developments.some(
    ({ id, kind }) => (kind === 'correction' || kind === 'alteration') && alert.developmentIds.includes(id),
  );
  const received = Date.parse(page.received);
  const dates = [alert.at, article.modified?.value ?? alert.at].map(Date.parse).filter((date) => !Number.isNaN(date));
  const latest = changed ? received : Math.min(received, Math.max(...dates));
  return latest >= Date.parse(since);
}

/** The page an alert came from, and what came of it. */
export interface NewsContext {
  readonly page: Pick<Page, 'received' | 'hint'>;
  readonly article: Pick<Article, 'published' | 'modified'>;
  readonly developments: readonly Pick<Development, 'id' | 'kind'>[];
  readonly source: Pick<Source, 'kind'> | null;
}
