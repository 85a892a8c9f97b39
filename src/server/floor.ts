import { type AlertState, alertStates, type Development, type Evidence } from '../records.ts';
import type { ArticleBrief, StoredAlert, StoredArticle, StoredDevelopment } from '../store/store.ts';
import type { EvidenceView } from '../web/evidence.ts';
import { type FloorRow, floorPage } from '../web/floor.ts';
import type { Html } from '../web/html.ts';
import { mayHere } from './asking.ts';
import { checkedId, type DeskRequest } from './route.ts';

/** GET `/`: alerts by state, person or tag, or every development when asked for or while no watch is saved. */
export async function floor(request: DeskRequest): Promise<Html> {
  const desk = await request.desk();
  const { store } = request.tools;
  const asked = request.query('watch');
  const watchId = asked === null ? null : checkedId(asked);
  const before = instantIn(request.query('before'));
  const [assignee, tag] = [label(request.query('assignee')), label(request.query('tag'))];
  const labelled = assignee !== null || tag !== null;
  const show = shownIn(request.query('show')) ?? (labelled ? 'all' : desk.watches.length === 0 ? 'everything' : 'new');
  const look = createLookup(store);
  const guide =
    mayHere(request.tools.asking, 'editor') &&
    watchId === null &&
    before === null &&
    (await store.getSetting('sample')) === 'loaded' &&
    (await store.getSetting('guide')) === null;
  const shared = { show, watchId, assignee, tag, guide, labels: await store.alertLabels() };
  if (show === 'everything') {
    const found = await store.listDevelopments({ watchId, kinds: [], after: null, before, limit: rowsMax });
    const rows = await Promise.all(foldByArticle(found).map((group) => developmentRow(group, look)));
    const next = found.length < rowsMax ? null : (found.at(-1)?.development.at ?? null);
    return floorPage(desk, { ...shared, rows, next });
  }
  const state = show === 'all' ? null : show;
  const found = await store.listAlerts({ watchId, state, before, limit: rowsMax, assignee, tag });
  const rows = await Promise.all(found.map((alert) => alertRow(alert, look)));
  const next = found.length < rowsMax ? null : (found.at(-1)?.alert.at ?? null);
  return floorPage(desk, { ...shared, rows, next });
}

/** Articles looked up for one page, each once. */
export type Lookup = (articleId: string) => Promise<StoredArticle | null>;

export function createLookup(store: { getArticle(id: string): Promise<StoredArticle | null> }): Lookup {
  const found = new Map<string, Promise<StoredArticle | null>>();
  return (id) => {
    let article = found.get(id);
    if (article === undefined) {
      article = store.getArticle(id);
      found.set(id, article);
    }
    return article;
  };
}

/** Evidence with the text it points into. */
export async function evidenceViews(
  evidence: readonly Evidence[],
  article: ArticleBrief,
  look: Lookup,
): Promise<EvidenceView[]> {
  return Promise.all(
    evidence.slice(0, evidenceMax).map(async (one) => {
      const stored = await look(one.articleId);
      if (stored === null) return { evidence: one, article, text: null, sha256: null, pageId: null };
      const { reading, page } = stored;
      return {
        evidence: one,
        article: one.articleId === article.id ? article : briefOf(stored),
        text: one.where === 'title' ? reading.article.title : reading.article.body,
        sha256: page.sha256,
        pageId: page.id,
      };
    }),
  );
}

/** What it takes the place of, with its evidence. */
export async function replacedView(
  development: Development,
  article: ArticleBrief,
  look: Lookup,
): Promise<FloorRow['replaced']> {
  const { replaces } = development;
  if (replaces === null) return null;
  return {
    kind: development.kind,
    summary: replaces.summary,
    views: await evidenceViews(replaces.evidence, article, look),
  };
}

/** An article in brief, made from the whole of it. */
export function briefOf(stored: StoredArticle): ArticleBrief {
  const { article } = stored.reading;
  return {
    id: article.id,
    title: article.title,
    site: article.site,
    sourceId: stored.page.sourceId,
    language: article.language,
    published: article.published,
    received: stored.page.received,
    credit: article.credit?.agency ?? null,
    url: stored.page.finalUrl ?? stored.page.url,
  };
}

/** An instant in a query string, or null when it is none. */
export function instantIn(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

const rowsMax = 30;
const evidenceMax = 3;
const labelCharactersMax = 100;

function label(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.slice(0, labelCharactersMax);
}

function shownIn(text: string | null): AlertState | 'everything' | 'all' | null {
  return text === 'everything' || text === 'all' ? text : (alertStates.find((state) => state === text) ?? null);
}

/** Developments that one article brought at once are one row, as they are one alert. */
function foldByArticle(found: readonly StoredDevelopment[]): StoredDevelopment[][] {
  const groups: StoredDevelopment[][] = [];
  for (const one of found) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].article.id === one.article.id) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

async function developmentRow(group: readonly StoredDevelopment[], look: Lookup): Promise<FloorRow> {
  const [{ development, story, article, watchIds }] = group;
  return {
    id: development.id,
    kind: development.kind,
    summary: development.summary,
    at: development.at,
    story,
    article,
    watchIds,
    more: group.slice(1).map((one) => ({ kind: one.development.kind, summary: one.development.summary })),
    evidence: await evidenceViews(
      group.flatMap((one) => one.development.evidence),
      article,
      look,
    ),
    replaced: await replacedView(development, article, look),
    alert: null,
  };
}

/** An alert as a row of the floor. */
export async function alertRow(stored: StoredAlert, look: Lookup): Promise<FloorRow> {
  const { alert, developments, article, story, state, notes } = stored;
  const inOrder = alert.developmentIds.flatMap((id) => developments.filter((one) => one.id === id));
  const [first, ...others] = inOrder.length > 0 ? inOrder : developments;
  return {
    id: alert.id,
    kind: first?.kind ?? 'coverage',
    summary: alert.summary,
    at: alert.at,
    story,
    article,
    watchIds: [alert.watchId],
    more: others.map((one) => ({ kind: one.kind, summary: one.summary })),
    evidence: await evidenceViews(
      inOrder.flatMap((one) => one.evidence),
      article,
      look,
    ),
    replaced: first === undefined ? null : await replacedView(first, article, look),
    alert: { id: alert.id, state, notes },
  };
}
