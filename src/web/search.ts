import type { DevelopmentKind } from '../records.ts';
import type { SearchAnswer, SearchHit } from '../store/store.ts';
import { histogram } from './charts.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, empty, name, outletOf, page, press } from './page.ts';
import { type QueryView, queryReading } from './query.ts';
import { timeTag } from './times.ts';

/** Search: the query and how it was read, a histogram of days, facets, and results with their words marked. */
export function searchPage(desk: Desk, view: SearchView): Html {
  const { words } = desk;
  const { search } = words;
  const { answer } = view;
  return page(desk, {
    here: 'search',
    title: view.query.text === '' ? search.title : `${view.query.text} · ${search.title}`,
    query: view.query.text,
    ...(answer?.facets != null && answer.rows.length > 0
      ? { rail: facets(view, desk), railTitle: search.title, railLast: true }
      : {}),
    main: html`<header class="head"><h1>${search.title}</h1></header>
<form class="query" action="/search" role="search" aria-label="${search.title}"><label class="grow"><span class="label">${search.field}</span><input type="search" name="q" value="${view.query.text}" autocomplete="off" spellcheck="false" data-query${view.query.text === '' && html` autofocus`}></label><label><span class="label">${search.order}</span><select name="order"><option value="newest"${view.order === 'newest' && html` selected`}>${search.newest}</option><option value="relevance"${view.order === 'relevance' && html` selected`}>${search.relevance}</option></select></label><button>${search.go}</button></form>
<div data-reading>${queryReading(view.query, desk)}</div>
${answer === null ? (view.query.problems.length === 0 ? start(desk) : null) : results(view, answer, desk)}`,
  });
}

export interface SearchView {
  readonly query: QueryView;
  readonly order: 'newest' | 'relevance';
  readonly answer: SearchAnswer | null;
  readonly cursor: string | null;
}

function start(desk: Desk): Html {
  const { search } = desk.words;
  return html`<div class="empty"><p class="empty-title">${search.start}</p><p>${search.startText}</p><table class="examples"><tbody>${search.examples.map(
    ([query, meaning]) =>
      html`<tr><th scope="row"><a href="${pathWith('/search', { q: query })}"><code>${query}</code></a></th><td>${meaning}</td></tr>`,
  )}</tbody></table></div>`;
}

function results(view: SearchView, answer: SearchAnswer, desk: Desk): Html {
  const { search, frame } = desk.words;
  const { text } = view.query;
  const more =
    answer.next !== null &&
    html`<div class="more"><a class="button quiet" rel="next" href="${pathWith('/search', { q: text, order: view.order === 'newest' ? null : view.order, cursor: answer.next })}">${answer.rows.length === 0 ? search.lookOn : frame.more}</a></div>`;
  if (answer.rows.length === 0)
    return answer.next === null
      ? empty(search.empty, search.emptyText)
      : html`${empty(search.emptySoFar, search.emptySoFarText)}${more}`;
  return html`<p class="bar-line"><b class="figures">${search.results(answer.total, answer.atLeast)}</b>${answer.atLeast && html` <span class="note">${search.unread(answer.atMost === null ? null : answer.atMost - answer.total)}</span>`} <a class="button quiet right" href="${pathWith('/watches/new', { query: text })}">${search.save}</a></p>
${answer.facets !== null && histogram(desk, answer.facets.days, search.histogram)}
<ol class="hits">${answer.rows.map((hit) => hitRow(hit, desk))}</ol>
${more}`;
}

function hitRow(hit: SearchHit, desk: Desk): Html {
  const { article } = hit;
  return html`<li class="hit" data-row tabindex="-1"><h2 class="press-hit"${press(article.language)}><a href="/articles/${article.id}" data-key="Enter">${article.title ?? desk.words.frame.untitled}</a></h2><p class="snippet"${press(article.language)}>${snippet(hit)}</p><p class="note">${name(outletOf(article))}${article.credit !== null && html` · ${desk.words.evidence.credit(article.credit)}`} · ${timeTag(article.received, desk, article.published.value)}${hit.storyId !== null && html` · <a href="/stories/${hit.storyId}">${desk.words.search.inStory}</a>`}</p></li>`;
}

/** A snippet with the words that matched marked. */
function snippet(hit: Pick<SearchHit, 'snippet' | 'marks'>): Html[] {
  const pieces: Html[] = [];
  let at = 0;
  if (/^\p{Ll}/u.test(hit.snippet)) pieces.push(html`… `);
  for (const [start, end] of [...hit.marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > hit.snippet.length) continue;
    pieces.push(html`${hit.snippet.slice(at, start)}<mark>${hit.snippet.slice(start, end)}</mark>`);
    at = end;
  }
  const tail = hit.snippet.slice(at);
  pieces.push(html`${tail}${!/[.!?。！？…]\s*$/.test(tail) && ' …'}`);
  return pieces;
}

function facets(view: SearchView, desk: Desk): Html {
  const { search, kinds } = desk.words;
  const facet = view.answer?.facets;
  if (facet === null || facet === undefined) return html``;
  const narrowed = (part: string) =>
    pathWith('/search', { q: joined(view.query.text, part), order: view.order === 'newest' ? null : view.order });
  const kindLabel = (kind: DevelopmentKind | 'copy' | 'none') =>
    kind === 'copy' ? search.copy : kind === 'none' ? search.nothing : kinds[kind];
  return html`<h2>${search.sites}</h2><ul class="rail-list">${facet.sites.slice(0, facetRowsMax).map(({ site, count }) => html`<li><a href="${narrowed(`site:"${site.replaceAll('"', '')}"`)}"><span>${site}</span><span class="count">${count}</span></a></li>`)}</ul>
<h2>${search.languages}</h2><ul class="rail-list">${facet.languages.slice(0, facetRowsMax).map(({ language, count }) => html`<li><a href="${narrowed(`lang:${language}`)}"><span>${languageName(language, desk)}</span><span class="count">${count}</span></a></li>`)}</ul>
<h2>${search.kinds}</h2><ul class="rail-list">${facet.kinds.map(({ kind, count }) =>
    kind === 'copy' || kind === 'none'
      ? html`<li><span class="row-plain"><span>${kindLabel(kind)}</span><span class="count">${count}</span></span></li>`
      : html`<li><a href="${narrowed(`kind:${kind}`)}"><span>${kindLabel(kind)}</span><span class="count">${count}</span></a></li>`,
  )}</ul>`;
}

/** A language by its name in the reader's words. */
export function languageName(code: string, desk: Desk): string {
  return /^[a-z]{2,3}$/.test(code)
    ? (new Intl.DisplayNames([desk.words.locale], { type: 'language' }).of(code) ?? code)
    : code;
}

/** A query narrowed by one part more; what has an OR at its top is bracketed first. */
function joined(query: string, part: string): string {
  if (query.trim() === '' || query.trim() === '*') return part;
  return /\bOR\b/.test(query) ? `(${query}) AND ${part}` : `${query} AND ${part}`;
}

const facetRowsMax = 10;
