import { type DevelopmentKind, developmentKinds, type Instant, type Span, type Watch } from '../records.ts';
import type { ArticleBrief } from '../store/store.ts';
import { type Html, html, pathWith } from './html.ts';
import { mark } from './marks.ts';
import { actButton, type Desk, empty, kindName, mayChange, name, outletOf, page, summaryMarks } from './page.ts';
import { type QueryView, queryReading } from './query.ts';
import { calendarWords, fullTime, localDay, timeTag } from './times.ts';
import { summaryWords } from './words/summaries.ts';

/** All watches: what each waits for, how much it found, and what can be done to it. */
export function watchesPage(desk: Desk, faulty: ReadonlySet<string>): Html {
  const { watches } = desk.words;
  return page(desk, {
    here: 'watches',
    title: watches.title,
    main: html`<header class="head"><h1>${watches.heading}</h1><a class="button" href="/watches/new">${watches.add}</a></header>
${desk.watches.length === 0 ? empty(watches.empty, watches.emptyText, html`<p><a class="button" href="/search">${desk.words.places.search}</a></p>`) : html`<ul class="list">${desk.watches.map((row) => watchRow(row, faulty.has(row.watch.id), desk))}</ul>`}`,
  });
}

function watchRow({ watch, fresh, total }: Desk['watches'][number], faulty: boolean, desk: Desk): Html {
  const { watches, search } = desk.words;
  const muted = watch.mutedUntil !== null && watch.mutedUntil > desk.now;
  const over = watch.expires !== null && watch.expires <= desk.now;
  return html`<li class="watch" data-row tabindex="-1"><div class="watch-main"><h2><a href="/watches/${watch.id}" data-key="Enter">${name(watch.name)}</a>${watch.private === true && html` <span class="tag plain">${watches.private}</span>`}${watch.paused && html` <span class="tag plain">${watches.paused}</span>`}${muted && html` <span class="tag plain">${watches.muted(fullTime(watch.mutedUntil as string, desk))}</span>`}${over && html` <span class="tag plain">${watches.expired}</span>`}${faulty && html` <span class="tag wrong">${search.fault}</span>`}</h2><p class="query-text"><code>${watch.query}</code></p><p class="note figures"><a href="${pathWith('/', { watch: watch.id })}">${watches.counts(fresh, total)}</a>${watch.kinds.length > 0 && html` · ${watch.kinds.map((kind) => kindName(kind, desk.words)).join(', ')}`}${watch.expires !== null && !over && html` · ${watches.until(calendarWords(localDay(watch.expires, desk), desk))}`} · ${watches.feeds} <a href="/feeds/${watch.id}.atom">Atom</a> <a href="/feeds/${watch.id}.json">JSON</a> <a href="/calendar/${watch.id}.ics">iCalendar</a></p></div><div class="acts">${desk.user != null && actButton(desk, `/watches/${watch.id}/address`, watches.address)}${mayChange(watch, desk) && html`${actButton(desk, `/watches/${watch.id}/pause`, watch.paused ? watches.resume : watches.pause)}${actButton(desk, `/watches/${watch.id}/mute`, muted ? watches.unmute : watches.mute)}${actButton(desk, `/watches/${watch.id}/remove`, watches.remove)}`}</div></li>`;
}

/** The editor of one watch: query, how it was read, what it would have told over the archive. */
export function watchPage(desk: Desk, view: WatchEditorView): Html {
  const { watches, kinds } = desk.words;
  const { draft } = view;
  const title = view.id === null ? watches.add : draft.name;
  return page(desk, {
    here: 'watches',
    title,
    main: html`<header class="head"><h1 dir="auto">${title}</h1></header>
${view.faults.length > 0 && html`<div class="query-fault" role="alert">${view.faults.map((fault) => html`<p><b>${fault}</b></p>`)}</div>`}
<form class="editor" method="get" action="${view.id === null ? '/watches/new' : `/watches/${view.id}`}">
<label><span class="label">${watches.name}</span><input name="name" value="${draft.name}" maxlength="120" autocomplete="off"></label>
<label><span class="label">${watches.query}</span><textarea name="query" rows="3" spellcheck="false" maxlength="20000" data-query>${draft.query}</textarea><span class="help">${watches.queryHelp}</span></label>
<div data-reading>${queryReading(view.query, desk)}</div>
<fieldset><legend>${watches.kindsLabel} <span class="help">${watches.kindsHelp}</span></legend>${developmentKinds.map((kind) => html`<label class="check"><input type="checkbox" name="kinds" value="${kind}"${draft.kinds.includes(kind) && html` checked`}> ${mark(kind, null)} ${kinds[kind]}</label>`)}</fieldset>
<div class="fields"><label><span class="label">${watches.independentMin}</span><input type="number" name="independentMin" min="0" max="99" value="${draft.independentMin}"></label>
<label><span class="label">${watches.mutedUntil}</span><input type="date" name="mutedUntil" value="${dayField(draft.mutedUntil, desk)}"></label>
<label><span class="label">${watches.expires}</span><input type="date" name="expires" value="${dayField(draft.expires, desk)}"></label>
</div>
<fieldset><legend>${watches.channels} <span class="help">${watches.channelsHelp}</span></legend>${[...new Set([...view.channels, ...draft.channels])].map((channel) => html`<label class="check"><input type="checkbox" name="channels" value="${channel}"${draft.channels.includes(channel) && html` checked`}> ${channel}</label>`)}${view.channels.length === 0 && html`<a href="/settings#h-channels">${desk.words.channels.add}</a>`}
<div class="fields"><label><span class="label">${watches.quiet}</span><input type="time" name="quietFrom" value="${draft.quiet?.from ?? ''}"></label><label><span class="label">${watches.quietTo}</span><input type="time" name="quietTo" value="${draft.quiet?.to ?? ''}"></label><label><span class="label">${watches.digestAt}</span><input type="time" name="digestAt" value="${draft.digestAt ?? ''}"></label></div><span class="help">${watches.timesHelp}</span></fieldset>
${view.own && html`<label class="check"><input type="checkbox" name="private" value="1"${draft.private === true && html` checked`}> ${watches.private} <span class="help">${watches.privateHelp}</span></label>`}
<p class="bar-line"><button class="quiet" name="preview" value="1">${watches.preview}</button>${view.mayChange && html` <button formmethod="post" formaction="${view.id === null ? '/watches' : `/watches/${view.id}`}">${view.id === null ? watches.create : watches.change}</button>`}</p>
</form>
${view.backtest !== null && backtestPart(view.backtest, draft.query, desk)}`,
  });
}

export interface WatchEditorView {
  /** Null for one not saved yet. */
  readonly id: string | null;
  /** Whether it is for whoever reads to say who may see it: on a desk with users, of their own ones. */
  readonly own: boolean;
  readonly mayChange: boolean;
  readonly draft: Pick<
    Watch,
    | 'name'
    | 'query'
    | 'kinds'
    | 'independentMin'
    | 'mutedUntil'
    | 'expires'
    | 'channels'
    | 'quiet'
    | 'digestAt'
    | 'private'
  >;
  /** Names of the channels that are set up. */
  readonly channels: readonly string[];
  readonly query: QueryView;
  readonly faults: readonly string[];
  readonly backtest: BacktestView | null;
}

/** What a watch would have told over the archive, and what a plain word search over whole pages would have. */
export interface BacktestView {
  readonly days: number;
  readonly alerts: number;
  readonly plain: number;
  readonly looked: number;
  /** Articles there are in all those days. */
  readonly of: number;
  /** True when not all of them were looked at. */
  readonly cut: boolean;
  /** Its name while it goes on, to stop it by. */
  readonly running: string | null;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
  /** Parts of the query that never matched anything. */
  readonly never: readonly Span[];
  readonly examples: readonly {
    readonly at: Instant;
    readonly kind: DevelopmentKind;
    readonly summary: string;
    readonly article: ArticleBrief;
    readonly storyId: string;
    readonly matched: readonly string[];
  }[];
}

function backtestPart(backtest: BacktestView, query: string, desk: Desk): Html {
  const { watches, kinds } = desk.words;
  return html`<section class="backtest" id="backtest"${backtest.running !== null && html` data-running`} aria-labelledby="h-back"><h2 id="h-back">${watches.backtest}</h2><p class="lede figures">${watches.backtestDays(backtest.alerts, backtest.days, backtest.plain)}</p><p class="note">${watches.backtestNote}</p>${backtestProgress(backtest, desk)}${
    backtest.never.length > 0 &&
    html`<p class="note">${watches.neverMatched} ${backtest.never.map(([start, end]) => html`<code>${query.slice(start, end)}</code> `)}</p>`
  }${
    backtest.examples.length === 0
      ? html`<p>${watches.wouldNot}</p>`
      : html`<h3>${watches.wouldHave}</h3><ol class="line">${backtest.examples.map((one) => html`<li class="row"><div class="row-mark">${mark(one.kind, kinds[one.kind])}</div><div class="row-main"><h4${summaryMarks(one.kind, one.article.language)}><a href="/stories/${one.storyId}">${summaryWords(one.kind, one.summary, desk.words)}</a></h4><p class="row-meta">${name(outletOf(one.article))}${one.matched.length > 0 && html` · ${watches.matchedWords} ${one.matched.map((word) => html`<mark>${word}</mark> `)}`}</p></div><div class="row-side">${timeTag(one.at, desk)}</div></li>`)}</ol>`
  }</section>`;
}

/** How far it is, with a way to look again and to stop; or that it was stopped before the end. */
function backtestProgress(backtest: BacktestView, desk: Desk): Html | null {
  const { watches } = desk.words;
  const { looked, of, running, perSecond, secondsLeft } = backtest;
  if (!backtest.cut) return null;
  if (running === null) return html`<p class="note">${watches.backtestCut(looked, of)}</p>`;
  return html`<div class="bar-line"><progress max="${of}" value="${looked}" aria-label="${watches.backtest}"></progress><span class="note figures" role="status">${watches.backtestProgress(looked, of, perSecond, secondsLeft)}</span><a class="button quiet" href="${desk.here}">${watches.lookAgain}</a>${actButton(desk, `/backtests/${running}/stop`, watches.stop)}</div>`;
}

function dayField(instant: Instant | null, desk: Desk): string {
  return instant === null ? '' : localDay(instant, desk);
}
