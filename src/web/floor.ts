import type { AlertNotes, AlertState, DevelopmentKind, Instant, Story } from '../records.ts';
import type { AlertLabels, ArticleBrief } from '../store/store.ts';
import { alertNotes } from './alert.ts';
import { type EvidenceView, evidenceDetails, type Replaced } from './evidence.ts';
import { type Html, html, pathWith } from './html.ts';
import { mark } from './marks.ts';
import {
  actButton,
  coverageLine,
  type Desk,
  empty,
  kindName,
  mayPost,
  name,
  outletOf,
  page,
  press,
  summaryMarks,
} from './page.ts';
import { clockTag, clockTime, localDay, timeTag } from './times.ts';
import { summaryWords } from './words/summaries.ts';

/** The floor: what is new, by time, each row one line made from its evidence. */
export function floorPage(desk: Desk, view: FloorView): Html {
  const { words } = desk;
  const watch = desk.watches.find((row) => row.watch.id === view.watchId);
  const title =
    watch?.watch.name ??
    (view.tag !== null
      ? words.alert.allTagged(view.tag)
      : view.assignee !== null
        ? words.alert.allGivenTo(view.assignee)
        : words.floor.title);
  return page(desk, {
    here: 'floor',
    title,
    rail: watchRail(desk, view),
    feeds: view.watchId === null ? [] : watchFeeds(view.watchId, watch?.watch.name ?? ''),
    main: html`<div class="head"><h1 dir="auto">${title}</h1><nav class="tabs" aria-label="${words.floor.views}">${tabs(desk, view)}</nav></div>
${desk.watches.length === 0 && view.rows.length > 0 && html`<p class="hint">${words.floor.noWatch} <a href="/watches/new">${words.floor.firstWatch}</a></p>`}
${view.guide && guidePart(desk)}<div class="live" data-live hidden><button type="button" class="strong" data-show-new data-pattern="${words.frame.newRowsPattern}"></button></div>
<div id="rows" data-rows>${view.rows.length === 0 ? emptyFloor(desk, view) : sections(desk, view)}</div>
${more(desk, view)}`,
  });
}

export interface FloorView {
  /** `everything` lists developments, the others list alerts: all of them, or those in one state. */
  readonly show: 'everything' | 'all' | AlertState;
  readonly watchId: string | null;
  /** Only alerts that were given to this person, or bear this tag. */
  readonly assignee: string | null;
  readonly tag: string | null;
  readonly labels: AlertLabels;
  readonly rows: readonly FloorRow[];
  /** True until the newcomer has put the guide away. */
  readonly guide: boolean;
  /** Instant to go on before; null at the end. */
  readonly next: Instant | null;
}

export interface FloorRow {
  readonly id: string;
  readonly kind: DevelopmentKind;
  readonly summary: string;
  readonly at: Instant;
  readonly story: Story;
  readonly article: ArticleBrief;
  readonly watchIds: readonly string[];
  /** Further developments of the same article folded into this row. */
  readonly more: readonly { kind: DevelopmentKind; summary: string }[];
  readonly evidence: readonly EvidenceView[];
  readonly replaced: Replaced | null;
  readonly alert: { readonly id: string; readonly state: AlertState; readonly notes: AlertNotes } | null;
}

/** Feeds of one watch, for the head of a page. */
function watchFeeds(watchId: string, name: string): { type: string; title: string; href: string }[] {
  return [
    { type: 'application/atom+xml', title: name, href: `/feeds/${watchId}.atom` },
    { type: 'application/feed+json', title: name, href: `/feeds/${watchId}.json` },
  ];
}

/** The list of watches with their unseen counts. */
function watchRail(desk: Desk, view: FloorView): Html {
  const { words } = desk;
  return html`<h2>${words.frame.watches}</h2><ul class="rail-list"><li><a href="/"${view.watchId === null && view.assignee === null && view.tag === null && html` aria-current="true"`}><span>${words.floor.allWatches}</span><span class="count${desk.freshTotal > 0 ? ' fresh' : ''}">${desk.freshTotal}</span></a></li>${desk.watches.map(
    ({ watch, fresh }) =>
      html`<li><a href="${pathWith('/', { watch: watch.id })}"${view.watchId === watch.id && html` aria-current="true"`}><span>${name(watch.name)}</span><span class="count${fresh > 0 ? ' fresh' : ''}">${fresh}</span></a></li>`,
  )}</ul>${labelRail(words.alert.assigned, 'assignee', view, view.labels.assignees)}${labelRail(words.alert.tags, 'tag', view, view.labels.tags)}${mayPost(desk, '/watches') && html`<p><a class="button quiet small" href="/watches/new">${words.watches.add}</a></p>`}`;
}

/** People that alerts were given to, or tags, each with its number of alerts. */
function labelRail(title: string, kind: 'assignee' | 'tag', view: FloorView, labels: AlertLabels['tags']): Html | null {
  if (labels.length === 0) return null;
  return html`<h2>${title}</h2><ul class="rail-list">${labels.map(({ name: label, alerts }) => html`<li><a href="${pathWith('/', { [kind]: label })}"${view[kind] === label && html` aria-current="true"`}><span dir="auto">${kind === 'tag' ? `#${label}` : label}</span><span class="count">${alerts}</span></a></li>`)}</ul>`;
}

/** Four steps that end with the newcomer's own first watch. */
function guidePart(desk: Desk): Html {
  const { guide } = desk.words;
  return html`<section class="guide" aria-labelledby="h-guide"><h2 id="h-guide">${guide.title}</h2><p>${guide.intro}</p><ol>${guide.steps.map(
    ([title, text, path]) => html`<li><a href="${path}">${title}</a> <span class="dim">${text}</span></li>`,
  )}</ol>${actButton(desk, '/guide/done', guide.done)}</section>`;
}

function tabs(desk: Desk, view: FloorView): Html[] {
  const { words } = desk;
  const labelled = view.assignee !== null || view.tag !== null;
  const all = [
    ...(labelled ? ([['all', words.alert.all]] as const) : []),
    ['new', words.floor.fresh],
    ['acknowledged', words.floor.acknowledged],
    ['kept', words.floor.kept],
    ['dismissed', words.floor.dismissed],
    ...(labelled ? [] : ([['everything', words.floor.everything]] as const)),
  ] as const;
  return all.map(
    ([show, label]) =>
      html`<a href="${pathWith('/', { show, watch: view.watchId, assignee: view.assignee, tag: view.tag })}"${view.show === show && html` aria-current="true"`}>${label}</a>`,
  );
}

function sections(desk: Desk, view: FloorView): Html[] {
  const { words } = desk;
  const groups: { heading: string; rows: FloorRow[] }[] = [];
  for (const row of view.rows) {
    const heading = headingOf(row.at, desk);
    const last = groups.at(-1);
    if (last?.heading === heading) last.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups.map(
    ({ heading, rows }) =>
      html`<section class="day"><h2>${heading}</h2>${rows.map((row) => floorRow(row, desk, { underDay: heading !== words.times.thisHour && heading !== words.times.today }))}</section>`,
  );
}

/**
 * One development or alert: what is new in one line, then where it belongs, its evidence and what can be done.
 *
 * @param place `underDay` where a heading has said the day; `alone` where it is all there is, so that its evidence stands open
 */
export function floorRow(row: FloorRow, desk: Desk, place: { underDay?: boolean; alone?: boolean } = {}): Html {
  const { words } = desk;
  const fresh = row.alert?.state === 'new';
  const hasClock = !row.at.endsWith('T00:00:00.000Z');
  const storyIsNews = row.summary === row.story.title;
  const names = desk.watches.filter(({ watch }) => row.watchIds.includes(watch.id)).map(({ watch }) => watch);
  return html`<article class="row${fresh ? ' fresh' : ''}" id="r-${row.id}" data-row tabindex="-1">
<div class="row-mark">${mark(row.kind, kindName(row.kind, words))}</div>
<div class="row-main"><h3${summaryMarks(row.kind, row.article.language)}><a href="/stories/${row.story.id}" data-key="Enter">${row.summary === '' ? words.frame.untitled : summaryWords(row.kind, row.summary, words)}</a></h3>
<p class="row-meta">${!storyIsNews && html`<span class="row-story"${press(row.story.language)}>${row.story.title}</span> `}<span class="row-counts">${outletOf(row.article) !== null && html`<b>${name(outletOf(row.article))}</b> · `}${coverageLine(row.story, words)}${names.map((watch) => html` <a class="watch-tag" href="${pathWith('/', { watch: watch.id })}">${name(watch.name)}</a>`)}</span></p>
${row.more.length > 0 && html`<ul class="row-more">${row.more.map((one) => html`<li>${mark(one.kind, kindName(one.kind, words))} <span dir="auto">${summaryWords(one.kind, one.summary, words)}</span></li>`)}</ul>`}
${row.alert !== null && alertNotes(row.alert.id, row.alert.notes, desk)}
<div class="row-foot">${evidenceDetails(row.evidence, row.replaced, desk, place.alone)}${rowActs(row, desk)}</div></div>
<div class="row-side">${place.underDay === true ? hasClock && clockTag(row.at, desk) : html`${timeTag(row.at, desk)}${hasClock && html`<span class="clock">${clockTime(row.at, desk)}</span>`}`}</div>
</article>`;
}

function rowActs(row: FloorRow, desk: Desk): Html | null {
  if (row.alert === null) return null;
  const { words } = desk;
  const { id, state } = row.alert;
  if (!mayPost(desk, '/alerts'))
    return desk.here.startsWith(`/alerts/${id}`)
      ? null
      : html`<a class="row-link" href="/alerts/${id}">${words.alert.notes}</a>`;
  const button = (to: AlertState, label: string, key: string) =>
    html`<button class="quiet" name="state" value="${to}" data-key="${key}">${label}</button>`;
  return html`<form method="post" action="/alerts" class="act"><input type="hidden" name="back" value="${desk.here}"><input type="hidden" name="id" value="${id}">${state === 'new' && button('acknowledged', words.floor.acknowledge, 'a')}${state !== 'kept' && button('kept', words.floor.keep, 's')}${state !== 'dismissed' && button('dismissed', words.floor.dismiss, 'x')}${state !== 'new' && button('new', words.floor.putBack, 'n')}</form>${!desk.here.startsWith(`/alerts/${id}`) && html`<a class="row-link" href="/alerts/${id}">${words.alert.notes}</a>`}<a class="row-link" href="/alerts/${id}/fewer">${words.alert.fewer}</a>`;
}

function headingOf(at: Instant, desk: Desk): string {
  const { times } = desk.words;
  const age = Date.parse(desk.now) - Date.parse(at);
  const hour = 3_600_000;
  if (age >= 0 && age < hour) return times.thisHour;
  const day = localDay(at, desk);
  if (day === localDay(desk.now, desk)) return times.today;
  const yesterday = new Date(Date.parse(desk.now) - 24 * hour).toISOString();
  if (day === localDay(yesterday, desk)) return times.yesterday;
  const [year, month, date] = day.split('-');
  return times.dayOfMonth(Number(date), times.months[Number(month) - 1], year);
}

function emptyFloor(desk: Desk, view: FloorView): Html {
  const { floor } = desk.words;
  if (view.show === 'all') return empty(desk.words.alert.emptyLabel, desk.words.alert.emptyLabelText);
  if (view.show === 'new') return empty(floor.emptyFresh, floor.emptyFreshText);
  if (view.show === 'acknowledged') return empty(floor.emptyAcknowledged, floor.emptyAcknowledgedText);
  if (view.show === 'kept') return empty(floor.emptyKept, floor.emptyKeptText);
  if (view.show === 'dismissed') return empty(floor.emptyDismissed, floor.emptyDismissedText);
  return empty(
    floor.emptyAll,
    floor.emptyAllText,
    html`<p><a class="button" href="/sources">${floor.addSource}</a></p>`,
  );
}

function more(desk: Desk, view: FloorView): Html | null {
  const older =
    view.next !== null &&
    html`<a class="button quiet" rel="next" href="${pathWith('/', { show: view.show, watch: view.watchId, assignee: view.assignee, tag: view.tag, before: view.next })}">${desk.words.frame.older}</a>`;
  const shown = view.rows.filter((row) => row.alert?.state === 'new');
  const clear =
    shown.length > 1 &&
    mayPost(desk, '/alerts') &&
    html`<form method="post" action="/alerts" class="act"><input type="hidden" name="back" value="${desk.here}"><input type="hidden" name="state" value="dismissed">${shown.map((row) => html`<input type="hidden" name="id" value="${row.alert?.id}">`)}<button class="quiet">${desk.words.floor.dismissAll}</button></form>`;
  return older === false && clear === false ? null : html`<div class="more">${older}${clear}</div>`;
}
