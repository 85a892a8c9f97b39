import { extract } from '../extract/extract.ts';
import type { Span } from '../records.ts';
import type { Store, StoredArticle, StoredLead, StoredStory } from '../store/store.ts';
import { publisherOf } from '../stories/digest.ts';
import type { Account } from '../web/accounts.ts';
import { comparePage } from '../web/compare.ts';
import { evidencePage } from '../web/evidence.ts';
import type { Html } from '../web/html.ts';
import { type LeadRow, leadsPage } from '../web/leads.ts';
import { outletOf } from '../web/page.ts';
import { type Removed, readerPage } from '../web/reader.ts';
import { speakerPage, speakersPage } from '../web/speakers.ts';
import { storyPage } from '../web/story.ts';
import { OWNERS_SETTING, ownerOfIn } from '../worker/owners.ts';
import { briefOf, createLookup, evidenceViews, instantIn, replacedView } from './floor.ts';
import { checkedId, type DeskRequest, notHere, type PageContents } from './route.ts';

/** GET `/stories/:id`. */
export async function story(request: DeskRequest): Promise<Html> {
  const { store } = request.tools;
  const stored = await store.getStory(checkedId(request.param('id')));
  if (stored === null) throw notHere('There is no story with this id');
  const look = createLookup(store);
  const before = instantIn(request.query('before'));
  const storyId = stored.story.id;
  const alerts = await store.listAlerts({ watchId: null, state: null, before: null, limit: alertsMax, storyId });
  const older = stored.developments
    .filter(({ development }) => before === null || development.at < before)
    .sort((a, b) => b.development.at.localeCompare(a.development.at));
  const newest = older.slice(0, developmentsMax);
  const developments = await Promise.all(
    newest.map(async ({ development, article }) => ({
      development,
      article,
      evidence: await evidenceViews(development.evidence, article, look),
      replaced: await replacedView(development, article, look),
    })),
  );
  return storyPage(await request.desk(), {
    stored,
    accounts: await accountsOf(stored, store),
    alerts,
    developments,
    next: older.length > newest.length ? (newest.at(-1)?.development.at ?? null) : null,
  });
}

/** GET `/articles/:id`, with `?at=12-40` to show one place. */
export async function reader(request: DeskRequest): Promise<Html> {
  const { store } = request.tools;
  const stored = await store.getArticle(checkedId(request.param('id')));
  if (stored === null) throw notHere('There is no article with this id');
  const { placement } = stored;
  const removed = request.query('left') === null ? null : await removedLines(stored, request.tools.pages);
  const [placed, origin] = await Promise.all([
    placement === null ? null : store.getStory(placement.storyId),
    placement?.copyOf == null ? null : store.getArticle(placement.copyOf),
  ]);
  return readerPage(await request.desk(), {
    stored,
    story: placed === null ? null : { id: placed.story.id, title: placed.story.title },
    origin: origin === null ? null : briefOf(origin),
    at: spanIn(request.query('at'), stored.reading.article.body.length),
    removed,
  });
}

/** The lines of the stored page that are not in the text, each with its reason: found anew, since they are not kept. */
async function removedLines({ page }: StoredArticle, pages: PageContents): Promise<Removed> {
  const content = await pages.content(page);
  if (content === null) throw notHere('The stored page is no longer in the archive');
  const { id: pageId, contentType, received, hint } = page;
  const input = { pageId, content, contentType, url: page.finalUrl ?? page.url, form: 'auto', received, hint } as const;
  const removed = extract(input, { explain: true }).value.trace.filter(
    ({ kept, text }) => kept === false && text !== undefined && text.trim() !== '',
  );
  const lines = removed.slice(0, removedMax).map(({ text = '', reason }) => ({
    text: text.length > removedCharactersMax ? `${text.slice(0, removedCharactersMax)} …` : text,
    // Behind the colon stands how sure it was, in figures for those who work on it.
    reason: reason.split(': ')[0],
  }));
  return { count: removed.length, lines };
}

const removedMax = 300;
const removedCharactersMax = 160;

/** GET `/evidence/:id?at=12-40.52-60`: the words one fact rests on. */
export async function evidence(request: DeskRequest): Promise<Html> {
  const stored = await request.tools.store.getArticle(checkedId(request.param('id')));
  if (stored === null) throw notHere('There is no article with this id');
  const { body } = stored.reading.article;
  const spans = (request.query('at') ?? '')
    .split('.')
    .slice(0, spansMax)
    .map((one) => spanIn(one, body.length))
    .filter((span) => span !== null);
  if (spans.length === 0) throw notHere('There are no words at this place');
  const [view] = await evidenceViews(
    [{ articleId: stored.reading.article.id, where: 'body', spans, quote: '' }],
    briefOf(stored),
    async () => stored,
  );
  return evidencePage(await request.desk(), view);
}

/** GET `/compare/:id`: a copy beside what it was made from, or beside `?with=` another article. */
export async function compare(request: DeskRequest): Promise<Html> {
  const { store } = request.tools;
  const copy = await store.getArticle(checkedId(request.param('id')));
  if (copy === null) throw notHere('There is no article with this id');
  const other = request.query('with') ?? copy.placement?.copyOf ?? null;
  if (other === null) throw notHere('This article is an account of its own, so there is nothing to compare it with');
  const origin = await store.getArticle(checkedId(other));
  if (origin === null) throw notHere('The text it was copied from is no longer here');
  return comparePage(await request.desk(), {
    origin: { brief: briefOf(origin), body: origin.reading.article.body },
    copy: { brief: briefOf(copy), body: copy.reading.article.body },
  });
}

/** GET `/speakers`. */
export async function speakers(request: DeskRequest): Promise<Html> {
  const prefix = (request.query('prefix') ?? '').trim().slice(0, 100);
  const rows = await request.tools.store.listSpeakers(prefix, speakersMax);
  return speakersPage(await request.desk(), { prefix, rows });
}

/** GET `/speakers/:name`. */
export async function speaker(request: DeskRequest): Promise<Html> {
  const name = request.param('name');
  const before = instantIn(request.query('before'));
  const statements = await request.tools.store.listStatements(name, before, statementsMax);
  if (statements.length === 0 && before === null) throw notHere(`Nobody called “${name.slice(0, 100)}” is quoted here`);
  const next = statements.length < statementsMax ? null : (statements.at(-1)?.article.received ?? null);
  const venue = request.query('venue')?.slice(0, 200) || null;
  return speakerPage(await request.desk(), { name, statements, venue, next });
}

/** GET `/leads`. */
export async function leads(request: DeskRequest): Promise<Html> {
  const cut = request.query('cut');
  const language = request.query('language');
  const { store } = request.tools;
  const found = await store.listLeads({
    before: instantIn(request.query('before')),
    limit: leadsMax,
    language: language !== null && /^[a-z]{2,3}$/.test(language) ? language : null,
    cutOff: cut === 'yes' ? true : cut === 'no' ? false : null,
  });
  const rows = await leadRows(found, store);
  const languages = [...new Set(found.map((row) => row.lead.language).filter((code) => code !== null))];
  return leadsPage(await request.desk(), {
    rows,
    queued: request.query('queued') !== null,
    cut: cut === 'yes' || cut === 'no' ? cut : null,
    language: language === '' ? null : language,
    languages: language && !languages.includes(language) ? [language, ...languages] : languages,
    next: found.length < leadsMax ? null : (found.at(-1)?.received ?? null),
  });
}

/** The articles of a story with their outlets and the owners of these, as the index knows them. */
async function accountsOf({ articles }: StoredStory, store: Store): Promise<Account[]> {
  const ownerOf = ownerOfIn(await store.getSetting(OWNERS_SETTING));
  const sources = new Map((await store.listSources()).map((one) => [one.id, one]));
  return articles.map(({ brief, placement }) => {
    const source = sources.get(brief.sourceId ?? '') ?? null;
    const { outlet, owner } = publisherOf({ site: brief.site, url: brief.url, source }, ownerOf);
    // A reader is told the owner as somebody wrote it.
    return { brief, placement, outlet, owner: source?.owner ?? owner };
  });
}

const developmentsMax = 16;
const alertsMax = 12;
const speakersMax = 80;
const leadsMax = 150;
const statementsMax = 80;
const spansMax = 8;

function spanIn(text: string | null, length: number): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (match === null) return null;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return start < end && end <= length ? [start, end] : null;
}

/** Each headline once, with the number of pages that pointed at it; those whose page has been read since are left out. */
async function leadRows(found: readonly StoredLead[], store: Store): Promise<LeadRow[]> {
  const groups = Map.groupBy(found, ({ lead }) => lead.title.toLowerCase());
  const rows = await Promise.all(
    [...groups.values()].map(async (group): Promise<LeadRow | null> => {
      const [newest] = group;
      const address = group.find((one) => one.lead.href !== null)?.lead.href ?? null;
      if (address !== null && (await store.pagesAt(address, 1)).length > 0) return null;
      return {
        ...newest,
        lead: { ...newest.lead, href: address },
        completedBy: group.find((one) => one.completedBy !== null)?.completedBy ?? null,
        pages: new Set(group.map((one) => one.articleId)).size,
        outlet: outletOf(newest.article),
      };
    }),
  );
  return rows.filter((row) => row !== null);
}
