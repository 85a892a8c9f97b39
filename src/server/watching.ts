import { isLocalTime } from '../deliver/timing.ts';
import { type DevelopmentKind, developmentKinds, type Watch } from '../records.ts';
import type { Act } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { parseQuery } from '../watches/watches.ts';
import type { Html } from '../web/html.ts';
import { mayChange } from '../web/page.ts';
import { type WatchEditorView, watchesPage, watchPage } from '../web/watches.ts';
import { phrase } from '../web/words/phrases.ts';
import { recorded } from './acts.ts';
import { backtestView } from './backtest.ts';
import { channelsOf } from './channels.ts';
import { queryView } from './queries.ts';
import { checkedId, type DeskRequest, notHere, type Redirect } from './route.ts';
import { checkMayChange } from './viewing.ts';

/** GET `/watches`. */
export async function watches(request: DeskRequest): Promise<Html> {
  const desk = await request.desk();
  const faulty = desk.watches.filter(({ watch }) => parseQuery(watch.query).tree === null).map(({ watch }) => watch.id);
  return watchesPage(desk, new Set(faulty));
}

/** GET `/watches/new`, with the fields of a draft in the query; `preview` tries it on the archive. */
export async function newWatch(request: DeskRequest): Promise<Html> {
  return editor(request, null, draftIn(request.url.searchParams));
}

/** GET `/watches/:id`: the watch as saved, or as drafted in the query. */
export async function editWatch(request: DeskRequest): Promise<Html> {
  const saved = await savedWatch(request);
  const drafted = request.url.searchParams.has('query');
  return editor(request, saved.id, drafted ? draftIn(request.url.searchParams) : saved);
}

/** POST `/watches`: saves a new watch. */
export async function createWatch(request: DeskRequest): Promise<Html | Redirect> {
  const form = new URLSearchParams((await fields(request)) as [string, string][]);
  const draft = draftIn(form);
  const faults = faultsOf(draft, request);
  if ((await faults).length > 0) return editor(request, null, draft);
  const { store, now, asking } = request.tools;
  const { private: own, ...rest } = draft;
  const ownership = asking.user === null ? {} : { owner: asking.user.id, private: own === true };
  const id = recordId('watch', draft.name, now(), ...(asking.user === null ? [] : [asking.user.id]));
  const watch: Watch = { ...rest, id, created: now(), paused: false, ...ownership };
  await store.saveWatch(watch);
  const desk = await request.desk();
  const act = await recorded(
    request,
    'watch-changed',
    desk.words.watches.saved(watch.name),
    { id: watch.id, watch: null },
    watch,
    [watch],
  );
  return { to: `/?watch=${watch.id}`, act };
}

/** POST `/watches/:id`: saves changes. */
export async function changeWatch(request: DeskRequest): Promise<Html | Redirect> {
  const saved = await ownWatch(request);
  const draft = draftIn(new URLSearchParams((await fields(request)) as [string, string][]));
  if ((await faultsOf(draft, request)).length > 0) return editor(request, saved.id, draft);
  const { words } = await request.desk();
  const { private: own, ...rest } = draft;
  // Whether others see it is for its owner to say, whoever else may change it.
  const privacy = saved.owner != null && saved.owner === request.tools.asking.user?.id ? { private: own === true } : {};
  return change(request, saved, { ...saved, ...rest, ...privacy }, words.watches.saved(draft.name), '/watches');
}

/** POST `/watches/:id/pause`: pauses it, or lets it go on. */
export async function pauseWatch(request: DeskRequest): Promise<Redirect> {
  const saved = await ownWatch(request);
  const { watches: words } = (await request.desk()).words;
  const summary = saved.paused ? words.resumedAct(saved.name) : words.pausedAct(saved.name);
  return change(request, saved, { ...saved, paused: !saved.paused }, summary, await back(request, '/watches'));
}

/** POST `/watches/:id/mute`: mutes it for a day, or lets it speak again. */
export async function muteWatch(request: DeskRequest): Promise<Redirect> {
  const saved = await ownWatch(request);
  const { watches: words } = (await request.desk()).words;
  const now = request.tools.now();
  const muted = saved.mutedUntil !== null && saved.mutedUntil > now;
  const mutedUntil = muted ? null : new Date(Date.parse(now) + 86_400_000).toISOString();
  const summary = muted ? words.unmutedAct(saved.name) : words.mutedAct(saved.name);
  return change(request, saved, { ...saved, mutedUntil }, summary, await back(request, '/watches'));
}

/** POST `/watches/:id/remove`. */
export async function removeWatch(request: DeskRequest): Promise<Redirect> {
  const saved = await ownWatch(request);
  const { words } = await request.desk();
  await request.tools.store.removeWatch(saved.id);
  const act = await recorded(
    request,
    'watch-removed',
    words.watches.removed(saved.name),
    { id: saved.id, watch: saved },
    null,
    [saved],
  );
  return { to: '/watches', act };
}

async function savedWatch(request: DeskRequest): Promise<Watch> {
  const id = checkedId(request.param('id'));
  const watch = (await request.tools.store.listWatches()).find((one) => one.id === id);
  if (watch === undefined) throw notHere('There is no watch with this id');
  return watch;
}

/** One that whoever asks may change. */
async function ownWatch(request: DeskRequest): Promise<Watch> {
  const watch = await savedWatch(request);
  checkMayChange(request.tools, watch);
  return watch;
}

async function change(
  request: DeskRequest,
  before: Watch,
  after: Watch,
  summary: string,
  to: string,
): Promise<Redirect> {
  await request.tools.store.saveWatch(after);
  const act = await recorded(
    request,
    'watch-changed' satisfies Act['what'],
    summary,
    { id: before.id, watch: before },
    after,
    [before, after],
  );
  return { to, act };
}

type Draft = WatchEditorView['draft'];

async function editor(request: DeskRequest, id: string | null, draft: Draft): Promise<Html> {
  const preview = request.url.searchParams.has('preview');
  const posted = request.raw.method === 'POST';
  const { tree } = parseQuery(draft.query);
  const { store, now } = request.tools;
  const desk = await request.desk();
  const saved = desk.watches.find(({ watch }) => watch.id === id)?.watch;
  const { user } = request.tools.asking;
  return watchPage(desk, {
    id,
    own: user !== null && (id === null || saved?.owner === user.id),
    mayChange: saved === undefined || mayChange(saved, desk),
    draft,
    channels: (await channelsOf(store)).map(({ name }) => name),
    query: queryView(draft.query, desk.words),
    faults: posted ? await faultsOf(draft, request) : [],
    backtest:
      preview && tree !== null && draft.query.trim() !== '' ? await backtestView(store, tree, draft, now()) : null,
  });
}

async function faultsOf(draft: Draft, request: DeskRequest): Promise<string[]> {
  const { watches: words, phrases } = (await request.desk()).words;
  const faults: string[] = [];
  if (draft.name === '') faults.push(words.needsName);
  if (draft.query === '') faults.push(words.needsQuery);
  else faults.push(...parseQuery(draft.query).problems.map((problem) => phrase(problem.what, phrases)));
  return faults;
}

/** The fields of the editor; a watch without a name is called by its query. */
function draftIn(values: URLSearchParams): Draft {
  const query = (values.get('query') ?? '').trim();
  const kinds = values
    .getAll('kinds')
    .filter((kind): kind is DevelopmentKind => developmentKinds.some((one) => one === kind));
  const independentMin = Number(values.get('independentMin') ?? 0);
  return {
    name: ((values.get('name') ?? '').trim() || query).slice(0, nameCharactersMax),
    query,
    kinds,
    independentMin: Number.isInteger(independentMin) && independentMin >= 0 ? Math.min(independentMin, 99) : 0,
    mutedUntil: dayStart(values.get('mutedUntil'), 'T00:00:00.000Z'),
    expires: dayStart(values.get('expires'), 'T23:59:59.000Z'),
    channels: values
      .getAll('channels')
      .flatMap((names) => names.split(','))
      .map((name) => name.trim())
      .filter((name) => /^[\w.-]{1,40}$/.test(name)),
    quiet: quietIn(values),
    digestAt: timeIn(values, 'digestAt'),
    private: values.get('private') === '1',
  };
}

/** Both ends, or none. */
function quietIn(values: URLSearchParams): Draft['quiet'] {
  const [from, to] = [timeIn(values, 'quietFrom'), timeIn(values, 'quietTo')];
  return from === null || to === null ? null : { from, to };
}

function timeIn(values: URLSearchParams, name: string): string | null {
  const time = values.get(name) ?? '';
  return isLocalTime(time) ? time : null;
}

const nameCharactersMax = 120;

function dayStart(day: string | null, time: string): string | null {
  return day !== null && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day + time)) ? day + time : null;
}

async function fields(request: DeskRequest): Promise<[string, string][]> {
  const form = await request.form();
  return ['name', 'query', 'independentMin', 'mutedUntil', 'expires', 'quietFrom', 'quietTo', 'digestAt', 'private']
    .map((name): [string, string] => [name, form.text(name)])
    .concat(form.all('kinds').map((kind): [string, string] => ['kinds', kind]))
    .concat(form.all('channels').map((channel): [string, string] => ['channels', channel]));
}

async function back(request: DeskRequest, otherwise: string): Promise<string> {
  return (await request.form()).text('back') || otherwise;
}
