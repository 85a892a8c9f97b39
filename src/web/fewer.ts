import type { AlertState, DevelopmentKind, FewerPart, Watch } from '../records.ts';
import type { ArticleBrief } from '../store/store.ts';
import { type Html, html, pathWith } from './html.ts';
import { actButton, type Desk, empty, kindName, name, outletOf, page, press, summaryMarks } from './page.ts';
import { summaryWords } from './words/summaries.ts';

/** Ways to hear of fewer like one alert, each with its effect on the last days, to take or to leave. */
export function fewerPage(desk: Desk, view: FewerView): Html {
  const { fewer: words, watches } = desk.words;
  const { watch } = view;
  const byHand = html`<p class="bar-line"><a class="button quiet" href="${pathWith(`/watches/${watch.id}`, { preview: 1 })}">${words.byHand}</a></p>`;
  return page(desk, {
    here: 'alert',
    title: words.heading,
    main: html`<header class="head"><h1>${words.heading}</h1></header>
<p class="lede press"${summaryMarks(view.kind, view.article.language)}><a href="/alerts/${view.alertId}">${summaryWords(view.kind, view.summary, desk.words)}</a></p>
<p class="note">${words.text(watch.name)}${view.limited && html` ${words.limited(view.told)}`}</p>
<p class="query-text bar-line"><span class="label">${watches.query}</span> <code>${watch.query}</code></p>
${view.proposals.length === 0 ? empty(words.none, '', byHand) : html`<ol class="list">${view.proposals.map((one) => proposalItem(one, view, desk))}</ol>${byHand}`}`,
  });
}

export interface FewerView {
  readonly alertId: string;
  readonly summary: string;
  /** What kind of news it is first of all. */
  readonly kind: DevelopmentKind;
  readonly article: ArticleBrief;
  readonly watch: Watch;
  readonly days: number;
  /** Alerts of the last days that the proposals were tried on, the one in question among them. */
  readonly told: number;
  /** True when there were more than could be tried. */
  readonly limited: boolean;
  readonly proposals: readonly {
    readonly part: FewerPart;
    readonly value: string;
    readonly added: string;
    readonly query: string;
    readonly dropped: readonly DroppedAlert[];
  }[];
}

/** An alert that a change would have left out. */
export interface DroppedAlert {
  readonly article: ArticleBrief;
  /** What was done with it; null when the watch was not there yet. */
  readonly state: AlertState | null;
  readonly wanted: boolean;
}

function proposalItem(one: FewerView['proposals'][number], view: FewerView, desk: Desk): Html {
  const { fewer: words, floor } = desk.words;
  const kept = one.dropped.filter((row) => row.wanted).length;
  const spared = one.dropped.filter((row) => row.state === 'dismissed').length;
  const kind = one.part === 'kind' ? kindName(one.value as never, desk.words) : one.value;
  return html`<li class="watch" data-row tabindex="-1"><div class="watch-main"><h2>${words.reasons[one.part](kind)}</h2><p class="query-text"><code>${one.added}</code></p><p class="figures">${words.effect(view.told, view.told - one.dropped.length, view.days)}${one.dropped.length === 1 && html` · ${words.only}`}${kept > 0 && html` · <b class="lost">${words.lost(kept)}</b>`}${spared > 0 && html` · ${words.spared(spared)}`}</p>${one.dropped.length > 1 && html`<details class="proof"><summary data-key="e">${words.dropped(one.dropped.length)}</summary><ul class="line">${one.dropped.slice(0, droppedShown).map((row) => html`<li><a class="press-small"${press(row.article.language)} href="/articles/${row.article.id}">${row.article.title ?? desk.words.frame.untitled}</a> <span class="dim">${name(outletOf(row.article))}${row.state !== null && row.state !== 'new' && html` · ${floor[row.state]}`}</span></li>`)}</ul></details>`}</div><div class="acts">${actButton(desk, `/alerts/${view.alertId}/fewer`, words.take, { values: { added: one.added } })}</div></li>`;
}

const droppedShown = 20;
