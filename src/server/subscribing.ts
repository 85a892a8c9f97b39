import { asFailure } from '../failures.ts';
import { createGuard } from '../fetch/guard.ts';
import type { Source, SourceKind } from '../records.ts';
import { writeOpml } from '../sources/opml.ts';
import { newSource } from '../sources/schedule.ts';
import type { Html } from '../web/html.ts';
import { type ImportView, type LookedAt, sourcePage, sourcesPage } from '../web/sources.ts';
import type { Words } from '../web/words/en.ts';
import { recorded } from './acts.ts';
import { beginImport, importView } from './import-jobs.ts';
import {
  badRequest,
  checkedId,
  type DeskRequest,
  type DeskTools,
  failureWords,
  notHere,
  type Redirect,
} from './route.ts';

/** GET `/sources`; `?look=` looks at an address before subscribing. */
export async function sources(request: DeskRequest): Promise<Html> {
  const { worker } = request.tools;
  const asked = request.query('look')?.trim() ?? '';
  const looked =
    asked === '' || worker?.discover === undefined
      ? null
      : await lookAt(asked, worker.discover, (await request.desk()).words);
  const job = request.query('import');
  const importing = job === null ? null : importView(request.tools.store, checkedId(job));
  return sourcesWith(request, { looked, importing });
}

/** GET `/sources/:id`. */
export async function source(request: DeskRequest): Promise<Html> {
  const found = await savedSource(request);
  const history = await request.tools.store.pollHistory(found.id, historyMax);
  return sourcePage(await request.desk(), { source: found, history });
}

/** POST `/sources`: subscribes to an address. */
export async function addSource(request: DeskRequest): Promise<Redirect> {
  const form = await request.form();
  const address = pollableAddress(form.text('address'), request.tools);
  const kind = kindIn(form.text('kind'));
  const { store, now } = request.tools;
  const added = await store.addSource(newSource(address, kind, { title: form.text('title') || null }, now()));
  const desk = await request.desk();
  const title = added.title ?? added.address;
  const act = await recorded(request, 'source-added', desk.words.sources.added(title), { id: added.id }, added);
  return { to: '/sources', act };
}

/** POST `/sources/:id`: title and owner. */
export async function changeSource(request: DeskRequest): Promise<Redirect> {
  const before = await savedSource(request);
  const form = await request.form();
  const change = { title: form.text('title') || null, owner: form.text('owner') || null };
  await request.tools.store.updateSource(before.id, change);
  return changed(request, before, change, 'changedAct', form.text('back') || `/sources/${before.id}`);
}

/** POST `/sources/:id/pause`: pauses it, or lets it go on. */
export async function pauseSource(request: DeskRequest): Promise<Redirect> {
  const before = await savedSource(request);
  const change = { paused: !before.paused };
  await request.tools.store.updateSource(before.id, change);
  const to = (await request.form()).text('back') || '/sources';
  return changed(request, before, change, before.paused ? 'resumedAct' : 'pausedAct', to);
}

/** POST `/sources/:id/poll`: makes it due now. */
export async function pollSource(request: DeskRequest): Promise<Redirect> {
  const found = await savedSource(request);
  await request.tools.worker?.pollSoon?.(found.id);
  return { to: (await request.form()).text('back') || '/sources' };
}

/** POST `/sources/:id/remove`: ends the subscription; pages already read stay. */
export async function removeSource(request: DeskRequest): Promise<Redirect> {
  const before = await savedSource(request);
  await request.tools.store.removeSource(before.id);
  const { words } = await request.desk();
  const act = await recorded(
    request,
    'source-removed',
    words.sources.removed(before.title ?? before.address),
    before,
    null,
  );
  return { to: '/sources', act };
}

/** POST `/sources/import`: files dropped in: a list of sources, pages, dumps or archives. */
export async function importFiles(request: DeskRequest): Promise<Html | Redirect> {
  const { worker } = request.tools;
  if (worker?.importFile === undefined) {
    throw badRequest('This desk cannot bring files in', 'Use "watchfloor import" on the command line.');
  }
  const files = await (await request.form()).file('files');
  if (files.length === 0)
    throw badRequest('No file was chosen', 'Choose one or more files and press the button again.');
  const { words } = await request.desk();
  const importing = await beginImport(request.tools, files, worker.importFile, words);
  return importing.running ? { to: `/sources?import=${importing.id}` } : sourcesWith(request, { importing });
}

/** GET `/sources.opml`: the subscriptions as a list that other readers take. */
export async function exportOpml(request: DeskRequest): Promise<Response> {
  const all = await request.tools.store.listSources();
  const listed = all.filter((one) => one.kind !== 'import');
  const document = writeOpml(
    'Watchfloor',
    listed.map(({ address, kind, title, owner }) => ({ address, kind, title, owner, home: null, folder: null })),
  );
  return new Response(document, {
    headers: {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="watchfloor.opml"',
    },
  });
}

/** POST `/sample/remove`: takes the sample archive out with one click. */
export async function removeSample(request: DeskRequest): Promise<Redirect> {
  const { worker } = request.tools;
  if (worker?.removeSample === undefined) throw notHere('The sample archive cannot be removed by this process');
  const removed = await worker.removeSample();
  const { words } = await request.desk();
  const act = await recorded(request, 'sample-removed', words.sources.sampleRemoved(removed), null, null);
  return { to: '/sources', act };
}

/** POST `/sample/load`: reads the sample archive in again. */
export async function loadSample(request: DeskRequest): Promise<Redirect> {
  const { worker } = request.tools;
  if (worker?.loadSample === undefined) throw notHere('The sample archive cannot be loaded by this process');
  await worker.loadSample();
  return { to: '/' };
}

/** POST `/leads/fetch`: queues the page a lead points to. */
export async function fetchLead(request: DeskRequest): Promise<Redirect> {
  const form = await request.form();
  const url = webAddress(form.text('address'));
  const { store, now } = request.tools;
  await store.queueFetches([{ url, sourceId: null, hint: { title: form.text('title').slice(0, 500) }, due: now() }]);
  const back = form.text('back') || '/leads';
  return { to: `${back}${back.includes('?') ? '&' : '?'}queued=1` };
}

/** An address that may be subscribed to: those that a poll would be refused are refused at once, with the reason. */
export function pollableAddress(text: string, tools: DeskTools): string {
  return (tools.checkAddress ?? guard.checkUrl)(webAddress(text)).href;
}

const guard = createGuard();

/** An http or https address; a bare host name is taken as https. */
function webAddress(text: string): string {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw badRequest(
      `“${text.slice(0, 200)}” is no web address`,
      'Give an address that begins with http:// or https://.',
    );
  }
  return new URL(address).href;
}

const historyMax = 60;
const failuresMax = 50;

/** The page of sources, with what was found at an address or how far an import is. */
async function sourcesWith(
  request: DeskRequest,
  { looked = null, importing = null }: { looked?: LookedAt | null; importing?: ImportView | null },
): Promise<Html> {
  const { store, worker } = request.tools;
  const [all, failures, sample] = await Promise.all([
    store.listSources(),
    store.listFailures(failuresMax),
    store.getSetting('sample'),
  ]);
  const worst = ['failing', 'silent', 'new', 'good', 'paused'];
  return sourcesPage(await request.desk(), {
    sources: all.sort(
      (a, b) =>
        worst.indexOf(a.health.state) - worst.indexOf(b.health.state) ||
        (a.title ?? a.address).localeCompare(b.title ?? b.address),
    ),
    failures: failures.filter((one) => one.pageId !== null || one.sourceId === null),
    looked,
    canLook: worker?.discover !== undefined,
    sample:
      sample === 'loaded' && worker?.removeSample !== undefined
        ? 'loaded'
        : sample === 'removed' && worker?.loadSample !== undefined
          ? 'removed'
          : null,
    importing,
  });
}

async function lookAt(
  text: string,
  discover: (address: string) => Promise<{ address: string; feeds: LookedAt['found'] }>,
  words: Words,
): Promise<LookedAt> {
  try {
    const found = await discover(webAddress(text));
    return { address: found.address, found: found.feeds, failure: null };
  } catch (error) {
    const failure = asFailure(error);
    return { address: text, found: [], failure: failureWords(failure, words) };
  }
}

async function savedSource(request: DeskRequest): Promise<Source> {
  const found = await request.tools.store.getSource(checkedId(request.param('id')));
  if (found === null) throw notHere('There is no source with this id');
  return found;
}

async function changed(
  request: DeskRequest,
  before: Source,
  change: object,
  said: 'changedAct' | 'resumedAct' | 'pausedAct',
  to: string,
): Promise<Redirect> {
  const { sources: words } = (await request.desk()).words;
  const act = await recorded(request, 'source-changed', words[said](before.title ?? before.address), before, {
    ...before,
    ...change,
  });
  return { to, act };
}

function kindIn(text: string): SourceKind {
  return text === 'sitemap' || text === 'listing' ? text : 'feed';
}
