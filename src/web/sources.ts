import type { FailureRecord, Instant, Source } from '../records.ts';
import type { PollNote } from '../store/store.ts';
import { type Html, html, pathWith, safeAddress } from './html.ts';
import { actButton, type Desk, empty, mayPost, name, page, told } from './page.ts';
import { sinceTag, timeTag } from './times.ts';

/** Sources: what is good, what fails and why, what is silent; and how to add more. */
export function sourcesPage(desk: Desk, view: SourcesView): Html {
  const { sources } = desk.words;
  const count = (state: Source['health']['state']) => view.sources.filter((one) => one.health.state === state).length;
  return page(desk, {
    here: 'sources',
    title: sources.title,
    main: html`<header class="head"><h1>${sources.heading}</h1>${view.sources.length > 0 && html`<p class="figures dim">${sources.summary(count('good'), count('failing'), count('silent'))}</p>`}</header>
${view.importing !== null && importPart(view.importing, desk)}
${view.sample !== null && samplePart(view.sample, desk)}
${
  mayPost(desk, '/sources') &&
  html`<div class="adders"><form class="adder" method="get" action="/sources"><label><span class="label">${sources.address}</span><input name="look" type="text" inputmode="url" autocapitalize="off" spellcheck="false" value="${view.looked?.address ?? ''}" placeholder="https://"></label> <button${!view.canLook && html` formmethod="post" formaction="/sources"`}>${view.canLook ? sources.look : sources.subscribe}</button></form>
${mayPost(desk, '/sources/import') && html`<form class="adder" method="post" action="/sources/import" enctype="multipart/form-data" data-drop><label><span class="label">${sources.opml}</span><input type="file" name="files" multiple><span class="help">${sources.opmlHelp}</span></label><label><span class="label">${sources.folder}</span><input type="file" name="files" webkitdirectory></label> <button class="quiet">${sources.import}</button></form>`}</div>`
}
${view.looked !== null && lookedPart(view.looked, view.sources, desk)}
${
  view.sources.length === 0
    ? empty(sources.empty, sources.emptyText)
    : html`<ul class="list">${view.sources.map((source) => sourceRow(source, desk))}</ul><p class="bar-line"><a class="button quiet" href="/sources.opml">${sources.exportOpml}</a></p>`
}
${failuresPart(view, desk)}`,
  });
}

export interface SourcesView {
  readonly sources: readonly Source[];
  readonly failures: readonly {
    readonly name: string;
    readonly pageId: string | null;
    readonly failure: FailureRecord;
  }[];
  /** What was found at an address somebody asked about. */
  readonly looked: LookedAt | null;
  /** True when this process can look at an address before subscribing. */
  readonly canLook: boolean;
  readonly sample: 'loaded' | 'removed' | null;
  /** The import somebody began or looks at. */
  readonly importing: ImportView | null;
}

export interface ImportView {
  readonly id: string;
  readonly running: boolean;
  readonly stopped: boolean;
  readonly files: number;
  readonly filesDone: number;
  readonly pages: number;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
  readonly sum: { readonly accepted: number; readonly known: number; readonly sources: number };
  readonly problems: readonly string[];
}

export interface LookedAt {
  readonly address: string;
  readonly found: readonly {
    readonly address: string;
    readonly kind: 'feed' | 'sitemap' | 'listing';
    readonly title: string | null;
    readonly newest: readonly string[];
  }[];
  readonly failure: string | null;
}

/** One source: its health, its history, and what can be changed. */
export function sourcePage(desk: Desk, view: SourceView): Html {
  const { sources } = desk.words;
  const { source } = view;
  const title = source.title ?? source.address;
  return page(desk, {
    here: 'sources',
    title,
    main: html`<header class="head"><h1 dir="auto">${title}</h1></header><ul class="list">${sourceRow(source, desk, true)}</ul>
${mayPost(desk, `/sources/${source.id}`) && html`<form class="editor" method="post" action="/sources/${source.id}"><div class="fields"><label><span class="label">${sources.name}</span><input name="title" value="${source.title ?? ''}" maxlength="200"></label><label><span class="label">${sources.owner}</span><input name="owner" value="${source.owner ?? ''}" maxlength="200"><span class="help">${sources.ownerHelp}</span></label></div><p><button>${sources.save}</button></p></form>`}
<section aria-labelledby="h-history"><h2 id="h-history">${sources.history}</h2>${
      view.history.length === 0
        ? html`<p class="note">${sources.state.new}</p>`
        : html`<table class="history figures"><tbody>${view.history.map((note) => html`<tr><td>${timeTag(note.at, desk)}</td><td>${note.outcome === 'failed' ? html`<span class="state state-failing">${sources.outcome.failed}</span>` : sources.outcome[note.outcome]}</td><td>${note.failure === null ? sources.itemsFound(note.found) : html`${told(note.failure.what, desk)} <span class="dim">${told(note.failure.advice, desk)}</span>`}</td><td>${sources.milliseconds(note.milliseconds)}</td></tr>`)}</tbody></table>`
    }</section>`,
  });
}

export interface SourceView {
  readonly source: Source;
  readonly history: readonly PollNote[];
}

/** `alone` where its title stands over it. */
function sourceRow(source: Source, desk: Desk, alone = false): Html {
  const { sources } = desk.words;
  const { health } = source;
  const state = source.paused ? 'paused' : health.state;
  const address = safeAddress(source.address);
  const sign = html`<span class="state state-${state}">${stateSign[state]} ${sources.state[state]}</span>`;
  return html`<li class="source" data-row tabindex="-1"><div class="source-main">${alone ? html`<p>${sign}</p>` : html`<h2><a href="/sources/${source.id}" dir="auto" data-key="Enter">${source.title ?? source.address}</a> ${sign}</h2>`}<p class="note">${sources.kind[source.kind]} · ${address === null ? source.address : html`<a href="${address}" rel="noreferrer noopener external">${source.address}</a>`}${source.owner !== null && html` · ${name(source.owner)}`}</p>${
    source.kind !== 'import' &&
    html`<p class="note figures">${sources.since} ${sinceTag(health.since, desk)} · ${sources.lastGood} ${when(health.lastGood, desk)} · ${sources.lastItem} ${when(health.lastItem, desk)} · ${sources.next} ${source.paused ? '–' : nextTry(health.nextDue, desk)} · ${sources.every(Math.max(1, Math.round(health.intervalSeconds / 60)))}</p>`
  }${
    health.failure !== null &&
    state !== 'good' &&
    html`<p class="failure-line"><b>${told(health.failure.what, desk)}</b> ${told(health.failure.advice, desk)} <span class="dim">${health.failuresInRow > 1 && html`${sources.failures(health.failuresInRow)}. `}${health.failure.retry === 'later' ? sources.willRetry : sources.willNot}</span></p>`
  }</div><div class="acts">${source.kind !== 'import' && desk.working && actButton(desk, `/sources/${source.id}/poll`, sources.pollNow)}${source.kind !== 'import' && actButton(desk, `/sources/${source.id}/pause`, source.paused ? sources.resume : sources.pause)}${actButton(desk, `/sources/${source.id}/remove`, sources.remove)}</div></li>`;
}

/** How far an import is, with a way to look again and to stop; or what came of it. */
function importPart(view: ImportView, desk: Desk): Html {
  const { sources, watches } = desk.words;
  const { sum, files, filesDone, problems } = view;
  const line = view.running
    ? html`<div class="bar-line"><progress aria-label="${sources.import}"${files > 1 && html` max="${files}" value="${filesDone}"`}></progress><span class="note figures" role="status">${sources.importProgress(filesDone, files, view.pages, view.perSecond, view.secondsLeft)}</span><a class="button quiet" href="${pathWith('/sources', { import: view.id })}">${watches.lookAgain}</a>${actButton(desk, `/imports/${view.id}/stop`, watches.stop)}</div>`
    : html`<p class="hint" role="status">${view.stopped && html`${sources.importStopped} `}${sources.imported(sum.accepted, sum.known, sum.sources)}</p>`;
  return html`<section id="import"${view.running && html` data-running`} aria-label="${sources.import}">${line}${problems.length > 0 && html`<div class="query-fault" role="alert">${problems.map((problem) => html`<p dir="auto">${problem}</p>`)}</div>`}</section>`;
}

function lookedPart(looked: LookedAt, known: readonly Source[], desk: Desk): Html {
  const { sources } = desk.words;
  if (looked.failure !== null) return html`<div class="query-fault" role="alert"><p>${looked.failure}</p></div>`;
  if (looked.found.length === 0) return empty(sources.foundNone, sources.foundNoneText);
  return html`<section class="looked" aria-labelledby="h-found"><h2 id="h-found">${sources.found}</h2><ul class="list">${looked.found.map(
    (one) =>
      html`<li class="source"><div class="source-main"><h3 dir="auto">${one.title ?? one.address}</h3><p class="note">${sources.kind[one.kind]} · ${one.address}</p><ul class="newest">${one.newest.slice(0, newestShown).map((title) => html`<li class="press-small" dir="auto">${title}</li>`)}</ul></div><div class="acts">${
        known.some((source) => source.address === one.address)
          ? html`<span class="dim">${sources.already}</span>`
          : html`<form method="post" action="/sources"><input type="hidden" name="address" value="${one.address}"><input type="hidden" name="kind" value="${one.kind}"><input type="hidden" name="title" value="${one.title ?? ''}"><button>${sources.subscribe}</button></form>`
      }</div></li>`,
  )}</ul></section>`;
}

function samplePart(sample: 'loaded' | 'removed', desk: Desk): Html {
  const { sources } = desk.words;
  if (sample === 'removed')
    return html`<div class="sample">${actButton(desk, '/sample/load', sources.sampleLoad, { kind: 'quiet' })}</div>`;
  return html`<div class="sample"><p><b>${sources.sample}</b><br>${sources.sampleText}</p>${actButton(desk, '/sample/remove', sources.sampleRemove, { kind: 'strong' })}</div>`;
}

function failuresPart(view: SourcesView, desk: Desk): Html | null {
  const { sources } = desk.words;
  if (view.failures.length === 0) return null;
  return html`<section aria-labelledby="h-failed"><h2 id="h-failed">${sources.failuresTitle}</h2><ul class="failures">${view.failures.map(
    ({ name: file, failure, pageId }) =>
      html`<li><span class="name" dir="auto">${pageId === null ? file : html`<a href="/pages/${pageId}/raw">${file}</a>`}</span> <b>${told(failure.what, desk)}</b> ${told(failure.advice, desk)} <span class="dim">${timeTag(failure.at, desk)}</span></li>`,
  )}</ul></section>`;
}

/** A shape beside every state's word, so that health is read at a glance and not by colour alone. */
const stateSign: Readonly<Record<Source['health']['state'], string>> = {
  new: '○',
  good: '●',
  failing: '▲',
  silent: '◇',
  paused: '‖',
};
const newestShown = 5;

function when(instant: Instant | null, desk: Desk): Html | string {
  return instant === null ? desk.words.sources.never : timeTag(instant, desk);
}

function nextTry(due: Instant | null, desk: Desk): string {
  const { sources } = desk.words;
  if (due === null) return sources.never;
  const minutes = Math.round((Date.parse(due) - Date.parse(desk.now)) / 60_000);
  return minutes <= 0 ? sources.due : sources.inMinutes(minutes);
}
