import type { DevelopmentKind, FailureRecord, Instant, User, Watch } from '../records.ts';
import type { Act, StoreCounts } from '../store/store.ts';
import { type Hole, type Html, html } from './html.ts';
import { markSheet, showsMarks } from './marks.ts';
import { timeTag } from './times.ts';
import { actWords } from './words/acts.ts';
import type { Words } from './words/en.ts';
import { phrase } from './words/phrases.ts';

/** The frame of every page: head, bar of places, rail of watches, what can be undone, and the page itself. */
export function page(desk: Desk, content: PageContent): Html {
  const { words } = desk;
  const title =
    content.here === 'floor' && desk.freshTotal > 0 ? `(${desk.freshTotal}) ${content.title}` : content.title;
  const rail =
    content.rail !== undefined &&
    html`<aside class="rail${content.railLast ? '' : ' by-watch'}" aria-label="${content.railTitle ?? words.frame.watches}">${content.rail}</aside>`;
  return html`<!doctype html>
<html lang="${words.locale}"${ground(desk)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Watchfloor</title>
<link rel="icon" href="${desk.assets.icon}" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="${desk.assets.style}">
${content.feeds?.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">\n`)}<script src="${desk.assets.script}" defer></script>
</head>
<body data-here="${content.here}" data-keys="${words.keys.title}" data-minutes="${words.times.minutes(0)}" data-copy="${words.evidence.copy}" data-copied="${words.evidence.copied}"${content.wide ? html` class="wide"` : null}>
${(content.here === 'floor' || showsMarks(content.main)) && markSheet()}<a class="skip" href="#main">${words.frame.skip}</a>
<header class="bar"><div class="bar-in">
<a class="wordmark" href="/">Watchfloor</a>
<nav class="places" aria-label="${words.frame.places}">${places.map((place) => placeLink(place, content.here, desk))}</nav>
<form class="find" action="/search" role="search"><input type="search" name="q" value="${content.query ?? ''}" aria-label="${words.frame.find}" placeholder="${words.places.search}" data-find></form>
<details class="menu"><summary>${words.frame.menu}</summary><nav aria-label="${words.frame.menu}">${places.map((place) => placeLink(place, content.here, desk))}</nav></details>
</div></header>
<div class="sheet${content.rail === undefined ? '' : ' railed'}">
${!content.railLast && rail}
<main id="main" tabindex="-1">
${pausedBar(desk)}${undoBar(desk)}${content.main}
</main>
${content.railLast && rail}
</div>
<footer class="foot"><p>${footLine(desk)}</p><div>${userLinks(desk)}<a href="/keys">${words.frame.keys}</a><a href="/api/openapi.json">${words.frame.api}</a></div></footer>
</body>
</html>
`;
}

/** What every page is given beside its own values. */
export interface Desk {
  readonly words: Words;
  readonly now: Instant;
  /** IANA name of the reader's time zone. */
  readonly zone: string;
  /** Paper or night by hand; null follows the system. */
  readonly ground: 'paper' | 'night' | null;
  readonly assets: { readonly style: string; readonly script: string; readonly icon: string };
  readonly watches: readonly WatchCount[];
  readonly freshTotal: number;
  readonly counts: StoreCounts;
  /** The newest thing done, while it can still be undone and has just been done. */
  readonly undo: Pick<Act, 'id' | 'summary'> | null;
  /** Where the reader is, to come back to after a form. */
  readonly here: string;
  /** True when a background worker runs in this process: buttons that need one are shown. */
  readonly working: boolean;
  /** Why the worker rests, and since when; null, or absent, while it does not. */
  readonly paused?: FailureRecord | null;
  /** Who reads; null, or absent, on a desk without users. */
  readonly user?: Pick<User, 'id' | 'name' | 'role'> | null;
  /** Whether who reads may post to a path of ours; absent: to all. What they may not do is not shown as a button. */
  readonly mayPost?: (path: string) => boolean;
}

/** Whether who reads may post there. */
export function mayPost({ mayPost: may }: Pick<Desk, 'mayPost'>, path: string): boolean {
  return may === undefined || may(path);
}

/** Whether who reads may change a watch: their own, and as an editor what all see. */
export function mayChange(
  watch: Pick<Watch, 'id' | 'owner'>,
  { user, mayPost: may }: Pick<Desk, 'user' | 'mayPost'>,
): boolean {
  const own = user == null || watch.owner === user.id || user.role === 'editor' || user.role === 'admin';
  return own && mayPost({ mayPost: may }, `/watches/${watch.id}`);
}

export interface WatchCount {
  readonly watch: Watch;
  readonly fresh: number;
  readonly total: number;
}

export type Place = 'floor' | 'search' | 'calendar' | 'speakers' | 'watches' | 'sources' | 'leads' | 'settings';

export interface PageContent {
  readonly here: Place | 'story' | 'reader' | 'compare' | 'alert' | 'keys' | 'failure' | 'people' | 'me' | 'audit';
  readonly title: string;
  readonly main: Html;
  readonly rail?: Html;
  readonly railTitle?: string;
  /** The rail refines what the page asks, so on a phone, and for a screen reader, it comes after. */
  readonly railLast?: boolean;
  readonly query?: string;
  readonly wide?: boolean;
  readonly feeds?: readonly { type: string; title: string; href: string }[];
}

/** A form with one button that posts to an address and comes back here. */
export function actButton(
  desk: Desk,
  action: string,
  label: Hole,
  options: { values?: Readonly<Record<string, string>>; kind?: string; key?: string; title?: string } = {},
): Html | null {
  if (!mayPost(desk, action)) return null;
  return html`<form method="post" action="${action}" class="act"><input type="hidden" name="back" value="${desk.here}">${Object.entries(
    options.values ?? {},
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="${options.kind ?? 'quiet'}"${options.key !== undefined && html` data-key="${options.key}"`}${options.title !== undefined && html` title="${options.title}"`}>${label}</button></form>`;
}

/** An empty page or part: what belongs here, and how to fill it. */
export function empty(title: string, text: Hole, more: Hole = null): Html {
  return html`<div class="empty"><p class="empty-title">${title}</p><p>${text}</p>${more}</div>`;
}

/** `14 pages · 9 outlets · 2 independent`. */
export function coverageLine(
  story: { pageCount: number; outletCount: number; independentCount: number },
  words: Words,
): string {
  return [
    words.story.pages(story.pageCount),
    words.story.outlets(story.outletCount),
    words.story.independent(story.independentCount),
  ].join(' · ');
}

/** Name of a kind of development in the reader's words. */
export function kindName(kind: DevelopmentKind, words: Words): string {
  return words.kinds[kind];
}

/** `lang` and `dir` for text of the press: its own language, and its own direction. */
export function press(language: string | null): Html {
  return language === null ? html` dir="auto"` : html` lang="${language}" dir="auto"`;
}

/** `lang` and `dir` for what is new: a headline is the press's, any other summary is ours with words of the press in it. */
export function summaryMarks(kind: DevelopmentKind, language: string | null): Html {
  return kind === 'first' ? press(language) : press(null);
}

/** What to call the outlet of an article: its site, else the host that answered. */
export function outletOf(article: { readonly site: string | null; readonly url: string | null }): string | null {
  if (article.site !== null) return article.site;
  return article.url !== null && URL.canParse(article.url) ? new URL(article.url).hostname.replace(/^www\./, '') : null;
}

/** A sentence that another part of Watchfloor made, in the reader's words. */
export function told(sentence: string, { words }: Pick<Desk, 'words'>): string {
  return phrase(sentence, words.phrases);
}

/** A name in its own direction, so that it never turns the line around it. */
export function name(text: string | null): Html | null {
  return text === null ? null : html`<bdi>${text}</bdi>`;
}

/** The places of the desk in the order of the bar. */
const places: readonly Place[] = ['floor', 'search', 'calendar', 'speakers', 'watches', 'sources', 'leads', 'settings'];

/** Address of a place. */
function placePath(place: Place): string {
  return place === 'floor' ? '/' : `/${place}`;
}

function placeLink(place: Place, here: PageContent['here'], desk: Desk): Html {
  const fresh = place === 'floor' && desk.freshTotal > 0 && html` <span class="count">${desk.freshTotal}</span>`;
  return html`<a href="${placePath(place)}"${place === here && html` aria-current="page"`} data-go="${place}">${desk.words.places[place]}${fresh}</a>`;
}

function ground(desk: Desk): Html | null {
  return desk.ground === null ? null : html` data-ground="${desk.ground}"`;
}

/** Nothing new comes in while nothing can be stored: every page says so. */
function pausedBar(desk: Desk): Html | null {
  const { paused, words } = desk;
  if (paused == null) return null;
  return html`<div class="hint" role="alert"><p><b>${words.frame.paused}</b> ${timeTag(paused.at, desk)}</p><p>${told(paused.what, desk)}. ${told(paused.advice, desk)}</p></div>`;
}

function undoBar(desk: Desk): Html | null {
  if (desk.undo === null) return null;
  return html`<div class="undo" role="status"><span>${actWords(desk.undo.summary, desk.words)}</span>${actButton(desk, `/acts/${desk.undo.id}/undo`, desk.words.frame.undo, { kind: 'strong', key: 'u' })}</div>`;
}

/** Who reads, the way to what is theirs, and out. */
function userLinks(desk: Desk): Html | null {
  const { user, words } = desk;
  if (user == null) return null;
  return html`<a href="/me" dir="auto">${user.name}</a><form class="act" method="post" action="/sign-out"><button class="quiet small">${words.people.signOut}</button></form>`;
}

function footLine(desk: Desk): string {
  const { counts, words } = desk;
  return [
    words.frame.holding(counts.articles, counts.stories, counts.sources),
    ...(counts.pagesWaiting > 0 ? [words.frame.waiting(counts.pagesWaiting)] : []),
    ...(counts.deliveriesFailed > 0 ? [words.frame.unsent(counts.deliveriesFailed)] : []),
  ].join(' · ');
}
