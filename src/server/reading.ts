import { extract } from '../extract/extract.ts';
import type { Span } from '../records.ts';
import type { Store, StoredArticle, StoredEvent, StoredLead, StoredStory } from '../store/store.ts';
import { publisherOf } from '../stories/digest.ts';
import { eventLabel } from '../text/event-label.ts';
import type { Account } from '../web/accounts.ts';
import { type CalendarRow, calendarPage, dayRange, shiftMonth } from '../web/calendar.ts';
import { comparePage } from '../web/compare.ts';
import { evidencePage } from '../web/evidence.ts';
import type { Html } from '../web/html.ts';
import { type LeadRow, leadsPage } from '../web/leads.ts';
import { outletOf } from '../web/page.ts';
import { earlierPositions } from '../web/positions.ts';
import { type RemovedLine, readerPage } from '../web/reader.ts';
import { speakerPage, speakersPage } from '../web/speakers.ts';
import { storyPage } from '../web/story.ts';
import { localDay } from '../web/times.ts';
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
async function removedLines({ page }: StoredArticle, pages: PageContents): Promise<RemovedLine[]> {
  const content = await pages.content(page);
  if (content === null) throw notHere('The stored page is no longer in the archive');
  const { id: pageId, contentType, received, hint } = page;
  const input = { pageId, content, contentType, url: page.finalUrl ?? page.url, form: 'auto', received, hint } as const;
  return extract(input, { explain: true })
    .value.trace.filter(({ kept, text }) => kept === false && text !== undefined && text.trim() !== '')
    .slice(0, removedMax)
    .map(({ text = '', reason }) => ({
      text: text.length > removedCharactersMax ? `${text.slice(0, removedCharactersMax)} …` : text,
      // Behind the colon stands how sure it was, in figures for those who work on it.
      reason: reason.split(': ')[0],
    }));
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
    share: copy.placement?.copyOf === other ? copy.placement.share : null,
  });
}

/** GET `/calendar`: three months from `?from=2023-11`, this month when not said. */
export async function calendar(request: DeskRequest): Promise<Html> {
  const desk = await request.desk();
  const asked = request.query('from');
  const today = localDay(desk.now, desk);
  const from = asked !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const past = request.query('past') === '1';
  const { store } = request.tools;
  const asking = request.query('watch');
  const watch = desk.watches.find((one) => one.watch.id === asking)?.watch ?? null;
  const last = new Date(
    Date.UTC(Number(shiftMonth(from, monthsShown).slice(0, 4)), Number(shiftMonth(from, monthsShown).slice(5)) - 1, 0),
  );
  // Days of this month that are over would fill the page before what is to come.
  const first = !past && from === today.slice(0, 7) ? today : `${from}-01`;
  const all = await store.listEvents(first, last.toISOString().slice(0, 10), true, eventsMax, !past);
  const told = watch === null ? null : await storiesTold(store, watch.id);
  const found = told === null ? all : all.filter(({ storyId }) => storyId !== null && told.has(storyId));
  const stories = await storiesOf(found, (id) => store.getStory(id, { statements: false }));
  const gatheredRows = gathered(found, stories);
  // What is over is not coming, and a year or a season is no day: both stand apart.
  const rows = gatheredRows.filter(
    (row) =>
      past ||
      from < today.slice(0, 7) ||
      (row.event.to ?? row.event.from ?? '9') >= today.slice(0, (row.event.to ?? row.event.from ?? '').length),
  );
  return calendarPage(desk, {
    from,
    months: monthsShown,
    past,
    watch,
    rows: rows.filter((row) => !isVague(row)).slice(0, rowsMax),
    open: rows.filter(isVague).slice(0, openMax),
  });
}

/** The stories that a watch was told of. */
async function storiesTold(store: Store, watchId: string): Promise<Set<string>> {
  const alerts = await store.listAlerts({ watchId, state: null, before: null, limit: toldMax });
  return new Set(alerts.map(({ alert }) => alert.storyId));
}

const toldMax = 1_000;

/** GET `/speakers`. */
export async function speakers(request: DeskRequest): Promise<Html> {
  const prefix = (request.query('prefix') ?? '').trim().slice(0, 100);
  const rows = await request.tools.store.listSpeakers(prefix, rowsMax);
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
const monthsShown = 3;
const eventsMax = 600;
const rowsMax = 80;
const leadsMax = 150;
const openMax = 40;
const statementsMax = 80;
const storiesMax = 40;
const spansMax = 8;

function spanIn(text: string | null, length: number): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (match === null) return null;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return start < end && end <= length ? [start, end] : null;
}

async function storiesOf(
  events: readonly StoredEvent[],
  get: (id: string) => Promise<StoredStory | null>,
): Promise<Map<string, StoredStory>> {
  const ids = [...new Set(events.map((one) => one.storyId).filter((id) => id !== null))].slice(0, storiesMax);
  const found = await Promise.all(ids.map(get));
  return new Map(found.filter((one) => one !== null).map((one) => [one.story.id, one]));
}

/** No day, month or week is known. */
function isVague({ event }: CalendarRow): boolean {
  return dayRange(event.from, event.to) === null || ['year', 'season', 'decade', 'unknown'].includes(event.precision);
}

/** Each headline once, with the number of pages that pointed at it; those whose page has been read since are left out. */
async function leadRows(found: readonly StoredLead[], store: Store): Promise<LeadRow[]> {
  const groups = new Map<string, StoredLead[]>();
  for (const one of found) {
    const key = one.lead.title.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const look = createLookup(store);
  const rows = await Promise.all(
    [...groups.values()].map(async (group): Promise<LeadRow | null> => {
      const [newest] = group;
      const address = group.find((one) => one.lead.href !== null)?.lead.href ?? null;
      if (address !== null && (await store.pagesAt(address, 1)).length > 0) return null;
      const article = await look(newest.articleId);
      return {
        ...newest,
        lead: { ...newest.lead, href: address },
        completedBy: group.find((one) => one.completedBy !== null)?.completedBy ?? null,
        pages: new Set(group.map((one) => one.articleId)).size,
        outlet: article === null ? null : outletOf(briefOf(article)),
      };
    }),
  );
  return rows.filter((row) => row !== null);
}

/** One row for all articles of a story that give the same interval, with where it stood before it moved. */
function gathered(events: readonly StoredEvent[], stories: ReadonlyMap<string, StoredStory>): CalendarRow[] {
  const groups = new Map<string, StoredEvent[]>();
  for (const one of events) {
    const { event, storyId, article } = one;
    const key = `${storyId ?? article.id}|${event.from}|${event.to}|${event.partial?.from}|${event.from === null ? one.expression : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const superseded = new Set<string>();
  const rows = [...groups].map(([key, group]) => {
    const labelled = group.map((one) => ({ one, label: eventLabel(one, one.article.language) }));
    const [{ one: first, label }] = labelled.sort(
      (a, b) =>
        Number(b.label !== null) - Number(a.label !== null) ||
        Number(b.one.what !== null) - Number(a.one.what !== null),
    );
    const stored = first.storyId === null ? undefined : stories.get(first.storyId);
    const earlier =
      stored === undefined
        ? []
        : earlierPositions(
            new Set(group.map((one) => one.event.id)),
            stored.developments.map((one) => one.development),
            stored.events,
          );
    for (const one of earlier) if (one.from !== null) superseded.add(`${first.storyId}|${one.from}|${one.to}`);
    return {
      key,
      row: {
        event: first.event,
        label,
        what: first.what,
        expression: first.expression,
        article: first.article,
        articles: new Set(group.map((one) => one.article.id)).size,
        story: stored === undefined ? null : { id: stored.story.id, title: stored.story.title },
        earlier,
      },
    };
  });
  return rows
    .filter(({ row }) => !superseded.has(`${row.story?.id}|${row.event.from}|${row.event.to}`))
    .map(({ row }) => row)
    .sort((a, b) => orderOf(a) - orderOf(b));
}

/** Days by their first one, months by their last: "in November" comes after the days of November that are known. */
function orderOf({ event }: CalendarRow): number {
  const range = dayRange(event.from, event.to);
  if (range === null) return Number.MAX_SAFE_INTEGER;
  return ['minute', 'hour', 'day'].includes(event.precision) ? range[0] : range[1];
}
