import type { Instant } from '../records.ts';
import type { StoredStatement } from '../store/store.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, empty, page } from './page.ts';
import { ledgerLine, oncePerQuote } from './story.ts';
import { timeTag } from './times.ts';

/** People and bodies with the number of their statements. */
export function speakersPage(desk: Desk, view: SpeakersView): Html {
  const { speakers } = desk.words;
  return page(desk, {
    here: 'speakers',
    title: speakers.title,
    main: html`<header class="head"><h1>${speakers.heading}</h1></header>
<form class="inline" action="/speakers"><label>${speakers.filter} <input name="prefix" value="${view.prefix}"></label> <button class="quiet">${speakers.show}</button></form>
${
  view.rows.length === 0
    ? view.prefix === ''
      ? empty(speakers.empty, speakers.emptyText)
      : empty(speakers.none(view.prefix), '')
    : html`<ul class="names figures">${view.rows.map((row) => html`<li data-row tabindex="-1"><a class="press-small" href="/speakers/${encodeURIComponent(row.name)}" dir="auto" data-key="Enter">${row.name}</a> <span class="dim">${speakers.statements(row.statements)} · ${speakers.latest} ${timeTag(row.latest, desk)}</span></li>`)}</ul>`
}`,
  });
}

export interface SpeakersView {
  readonly prefix: string;
  readonly rows: readonly { readonly name: string; readonly statements: number; readonly latest: Instant }[];
}

/** One speaker: statements in time, those at first hand apart from those that others passed on. */
export function speakerPage(desk: Desk, view: SpeakerView): Html {
  const { speakers } = desk.words;
  const shown = view.statements.filter(({ statement }) => view.venue === null || statement.venue?.text === view.venue);
  const firstHand = shown.filter((one) => one.statement.relay.length === 0);
  const reported = shown.filter((one) => one.statement.relay.length > 0);
  const roles = [...new Set(view.statements.map((one) => one.statement.speaker.role).filter((role) => role !== null))];
  const venues = new Map<string, number>();
  for (const { statement } of view.statements) {
    const venue = statement.venue?.text;
    if (venue !== undefined) venues.set(venue, (venues.get(venue) ?? 0) + 1);
  }
  const path = `/speakers/${encodeURIComponent(view.name)}`;
  return page(desk, {
    here: 'speakers',
    title: view.name,
    wide: true,
    main: html`<header class="head"><h1 class="press" dir="auto">${view.name}</h1></header>
<p class="lede">${speakers.statements(view.statements.length)}${roles.length > 0 && html` · <span dir="auto">${roles.slice(0, 4).join(' · ')}</span>`} · <a href="${pathWith('/search', { q: `speaker:"${view.name.replaceAll('"', '')}"` })}">${speakers.searchSaid}</a></p>
${
  venues.size > 0 &&
  html`<p class="bar-line"><span class="label">${speakers.venues}</span> ${[...venues]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(
      ([venue, count]) =>
        html`<a class="tag${venue === view.venue ? '' : ' plain'}" dir="auto" href="${pathWith(path, { venue: venue === view.venue ? null : venue })}"${venue === view.venue && html` aria-current="true"`}>${venue} ${count}</a> `,
    )}</p>`
}
${
  reported.length === 0 || firstHand.length === 0
    ? html`${part('h-first', speakers.firstHand, firstHand, speakers.noFirstHand, desk)}${part('h-reported', speakers.reported, reported, speakers.noReported, desk)}`
    : html`<div class="columns">${part('h-first', speakers.firstHand, firstHand, '', desk)}${part('h-reported', speakers.reported, reported, '', desk)}</div>`
}
${view.next !== null && html`<div class="more"><a class="button quiet" rel="next" href="${pathWith(path, { venue: view.venue, before: view.next })}">${desk.words.frame.older}</a></div>`}`,
  });
}

export interface SpeakerView {
  readonly name: string;
  readonly statements: readonly StoredStatement[];
  /** Only what was said there; null for all. */
  readonly venue: string | null;
  readonly next: Instant | null;
}

/** Statements of one hand, or that there are none. */
function part(id: string, title: string, statements: readonly StoredStatement[], none: string, desk: Desk): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${statements.length === 0 ? html`<p class="note">${none}</p>` : oncePerQuote(statements).map((one) => ledgerLine(one, desk))}</section>`;
}
