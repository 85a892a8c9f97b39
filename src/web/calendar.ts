import type { CalendarValue, DatedEvent, Watch } from '../records.ts';
import type { ArticleBrief } from '../store/store.ts';
import { round } from './charts.ts';
import { evidenceLink, readerPath } from './evidence.ts';
import { eventManner, eventWhen } from './facts.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, empty, name, page, press, told } from './page.ts';
import type { EarlierPosition } from './positions.ts';
import { calendarWords, localDay } from './times.ts';
import { replacedWords } from './words/summaries.ts';

/** The calendar: announced dates as an agenda whose every line carries its bar on one common time axis. */
export function calendarPage(desk: Desk, view: CalendarView): Html {
  const { words } = desk;
  const { calendar } = words;
  /** This calendar with something else asked of it. */
  const at = (change: Record<string, string | number | null>) =>
    pathWith('/calendar', { from: view.from, past: view.past ? 1 : null, watch: view.watch?.id ?? null, ...change });
  return page(desk, {
    here: 'calendar',
    title: calendar.title,
    wide: true,
    feeds: [{ type: 'text/calendar', title: calendar.heading, href: '/calendar.ics' }],
    main: html`<header class="head"><h1>${calendar.heading}</h1><nav class="tabs" aria-label="${calendar.title}"><a href="${at({ from: shiftMonth(view.from, -3) })}">${calendar.earlier}</a><a href="${at({ from: null })}">${calendar.today}</a><a href="${at({ from: shiftMonth(view.from, 3) })}">${calendar.later}</a></nav></header>
<p class="bar-line"><a class="button quiet" href="${view.watch === null ? '/calendar.ics' : `/calendar/${view.watch.id}.ics`}">${calendar.subscribe}</a>${desk.watches.length > 0 && html` <span class="label">${calendar.perWatch}</span> <a class="tag${view.watch === null ? '' : ' plain'}" href="${at({ watch: null })}"${view.watch === null && html` aria-current="true"`}>${desk.words.floor.allWatches}</a> ${desk.watches.map(({ watch }) => html`<a class="tag${view.watch?.id === watch.id ? '' : ' plain'}" href="${at({ watch: watch.id })}"${view.watch?.id === watch.id && html` aria-current="true"`}>${name(watch.name)}</a> `)}`}<a class="right" href="${at({ past: view.past ? null : 1 })}">${view.past ? calendar.hidePast : calendar.showPast}</a></p>
${view.rows.length === 0 ? empty(calendar.empty, calendar.emptyText) : html`<div class="agenda">${monthHeads(view, desk)}<ul>${view.rows.map((row) => agendaRow(row, view, desk))}</ul></div>`}${view.more !== null && html`<p class="more"><a class="button quiet" rel="next" href="${at({ from: view.more })}">${calendar.more(calendarWords(view.more, desk))}</a></p>`}
${view.open.length > 0 && html`<section aria-labelledby="h-open"><h2 id="h-open">${calendar.open}</h2><p class="note">${calendar.openText}</p><ul class="agenda-open">${view.open.map((row) => html`<li>${rowText(row, desk)}</li>`)}</ul></section>`}`,
  });
}

export interface CalendarView {
  /** First month shown, `2023-11`. */
  readonly from: string;
  readonly months: number;
  readonly past: boolean;
  /** The watch whose stories are shown; null for all. */
  readonly watch: Pick<Watch, 'id' | 'name'> | null;
  readonly rows: readonly CalendarRow[];
  /** The day from which there are more dates than are shown. */
  readonly more: string | null;
  /** Announced, but when is not known. */
  readonly open: readonly CalendarRow[];
}

/** One announced date, told by one or more articles of a story. */
export interface CalendarRow {
  readonly event: DatedEvent;
  /** A name made of its words; null where none could be made. */
  readonly label: string | null;
  readonly what: string | null;
  readonly expression: string;
  readonly article: ArticleBrief;
  readonly articles: number;
  readonly story: { readonly id: string; readonly title: string } | null;
  /** Where it stood before it moved, oldest first. */
  readonly earlier: readonly EarlierPosition[];
}

/** A month so many months on. */
export function shiftMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** First and last day of a calendar value as numbers of days; null when there is no day in it. */
export function dayRange(from: CalendarValue | null, to: CalendarValue | null): [first: number, last: number] | null {
  const start = from ?? to;
  const end = to ?? from;
  if (start === null || end === null) return null;
  const first = dayNumber(start, false);
  const last = dayNumber(end, true);
  return first === null || last === null ? null : [first, Math.max(first, last)];
}

function dayNumber(value: CalendarValue, atEnd: boolean): number | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? (atEnd ? 12 : 1) : Number(match[2]);
  const day = match[3] === undefined ? (atEnd ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 1) : Number(match[3]);
  return Math.floor(Date.UTC(year, month - 1, day) / dayMilliseconds);
}

const dayMilliseconds = 86_400_000;

function axisOf(view: CalendarView): { first: number; days: number } {
  const first = dayNumber(view.from, false) ?? 0;
  const last = dayNumber(shiftMonth(view.from, view.months - 1), true) ?? first;
  return { first, days: last - first + 1 };
}

function monthHeads(view: CalendarView, desk: Desk): Html {
  const { first, days } = axisOf(view);
  const heads = Array.from({ length: view.months }, (_, index) => {
    const month = shiftMonth(view.from, index);
    const [year, number] = month.split('-').map(Number);
    const x = round((((dayNumber(month, false) ?? first) - first) / days) * 100);
    const name = desk.words.times.monthsShort[number - 1];
    const { monthOfYear } = desk.words.times;
    return html`<line class="axis-line" x1="${x}%" x2="${x}%" y1="0" y2="20"/><text class="tick" x="${x}%" dx="4" y="14">${number === 1 || index === 0 ? monthOfYear(name, String(year)) : name}</text>`;
  });
  return html`<div class="agenda-head" aria-hidden="true"><svg width="100%" height="20">${heads}</svg></div>`;
}

function agendaRow(row: CalendarRow, view: CalendarView, desk: Desk): Html {
  return html`<li class="agenda-row" data-row tabindex="-1">${rowText(row, desk)}<div class="agenda-strip">${strip(row, view, desk)}</div></li>`;
}

function rowText(row: CalendarRow, desk: Desk): Html {
  const { words } = desk;
  const title = row.story?.title ?? row.article.title;
  // Where no name can be made of the words, the title stands first and the words under it.
  const what = row.label ?? title ?? row.expression;
  const under = row.label === null ? row.what : title;
  return html`<div class="agenda-when"><b class="figures">${eventWhen(row.event, desk)}</b> <br><span class="dim">${eventManner(row.event, desk)}</span></div><div class="agenda-what"><a class="press-small" href="${readerPath(row.article.id, { where: 'body', spans: row.event.expression })}" data-key="Enter"${press(row.article.language)}>${what}</a>${row.earlier.map((one) => html`<br><span class="moved">${words.calendar.movedFrom} <s dir="auto">${replacedWords('date', one.summary, words)}</s></span>`)}<br><span class="dim">${row.story !== null && under !== null && under !== what && html`<a class="plain" href="/stories/${row.story.id}" dir="auto">${under}</a> · `}${words.calendar.articles(row.articles)} ${evidenceLink(row.article.id, row.event.expression, desk)}${row.event.open !== null && html` · ${words.reader.unresolved}: ${told(row.event.open, desk)}`}</span></div>`;
}

/** The bar of one date: solid when the days are known, dashed when only a month or year is; ghosts where it stood before. */
function strip(row: CalendarRow, view: CalendarView, desk: Desk): Html {
  const { words } = desk;
  const { first, days } = axisOf(view);
  const place = (range: [number, number]) => {
    const x = ((range[0] - first) / days) * 100;
    const end = ((range[1] + 1 - first) / days) * 100;
    return { x: Math.max(0, x), end: Math.min(100, end) };
  };
  const today = Math.floor(Date.parse(`${localDay(desk.now, desk)}T00:00:00Z`) / dayMilliseconds);
  const todayX = ((today + 0.5 - first) / days) * 100;
  const months = Array.from({ length: view.months }, (_, index) => {
    const x = round((((dayNumber(shiftMonth(view.from, index), false) ?? first) - first) / days) * 100);
    return html`<line class="axis-line" x1="${x}%" x2="${x}%" y1="0" y2="100%"/>`;
  });
  const range = dayRange(row.event.from, row.event.to);
  const now = range === null ? null : place(range);
  const known = ['minute', 'hour', 'day', 'week'].includes(row.event.precision);
  const ghosts = row.earlier
    .map((one) => ({ one, range: dayRange(one.from, one.to) }))
    .filter((ghost) => ghost.range !== null)
    .map((ghost) => ({ ...ghost, ...place(ghost.range as [number, number]) }))
    .filter((ghost) => ghost.end > ghost.x);
  const off = ['cancelled', 'failed'].includes(row.event.status);
  return html`<svg role="img" aria-label="${eventWhen(row.event, desk)}">${months}${todayX > 0 && todayX < 100 && html`<line class="today" x1="${round(todayX)}%" x2="${round(todayX)}%" y1="0" y2="100%"/>`}${ghosts.map(
    (ghost) =>
      html`<rect class="ghost" x="${round(ghost.x)}%" width="${round(Math.max(ghost.end - ghost.x, 0.8))}%" y="12" height="8" rx="2"><title>${words.calendar.ghost}: ${replacedWords('date', ghost.one.summary, words)}</title></rect>${
        now !== null &&
        html`<line class="ghost-arrow" x1="${round((ghost.x + ghost.end) / 2)}%" y1="20" x2="${round((now.x + now.end) / 2)}%" y2="25"/>`
      }`,
  )}${
    now !== null &&
    now.end > now.x &&
    html`<rect class="window${known ? '' : ' vague'}${off ? ' off' : ''}" x="${round(now.x)}%" width="${round(Math.max(now.end - now.x, 0.9))}%" y="25" height="10" rx="2"><title>${eventWhen(row.event, desk)}${known ? '' : `, ${words.calendar.monthOnly}`}</title></rect>`
  }</svg>`;
}
