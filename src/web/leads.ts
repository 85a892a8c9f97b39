import type { Instant } from '../records.ts';
import type { StoredLead } from '../store/store.ts';
import { type Html, html, pathWith, safeAddress } from './html.ts';
import { actButton, type Desk, empty, page, press } from './page.ts';
import { languageName } from './search.ts';
import { timeTag } from './times.ts';

/** Leads: headlines that pages pointed at and nobody has read, cut-off ones with their completion. */
export function leadsPage(desk: Desk, view: LeadsView): Html {
  const { words } = desk;
  const { leads } = words;
  const tab = (label: string, cut: string | null) =>
    html`<a href="${pathWith('/leads', { cut, language: view.language })}"${view.cut === cut && html` aria-current="true"`}>${label}</a>`;
  return page(desk, {
    here: 'leads',
    title: leads.title,
    main: html`<header class="head"><h1>${leads.heading}</h1><nav class="tabs" aria-label="${leads.views}">${tab(leads.all, null)}${tab(leads.cutOff, 'yes')}${tab(leads.whole, 'no')}</nav></header>
${view.queued && html`<p class="hint" role="status">${leads.fetched}</p>`}<form class="inline" action="/leads">${view.cut !== null && html`<input type="hidden" name="cut" value="${view.cut}">`}<label>${leads.language} <select name="language"><option value="">${leads.anyLanguage}</option>${view.languages.map((code) => html`<option value="${code}"${code === view.language && html` selected`}>${languageName(code, desk)}</option>`)}</select></label> <button class="quiet">${leads.show}</button></form>
${view.rows.length === 0 ? empty(leads.empty, leads.emptyText) : html`<ul class="list leads">${view.rows.map((row) => leadRow(row, desk))}</ul>`}
${view.next !== null && html`<div class="more"><a class="button quiet" rel="next" href="${pathWith('/leads', { cut: view.cut, language: view.language, before: view.next })}">${words.frame.older}</a></div>`}`,
  });
}

export interface LeadsView {
  readonly rows: readonly LeadRow[];
  /** True when a press of Fetch led here. */
  readonly queued: boolean;
  readonly cut: 'yes' | 'no' | null;
  readonly language: string | null;
  readonly languages: readonly string[];
  readonly next: Instant | null;
}

/** One headline, however many pages pointed at it; `outlet` names the newest of them. */
export interface LeadRow extends StoredLead {
  readonly pages: number;
  readonly outlet: string | null;
}

function leadRow({ lead, articleId, received, completedBy, pages, outlet }: LeadRow, desk: Desk): Html {
  const { leads, reader } = desk.words;
  const address = safeAddress(lead.href);
  return html`<li class="lead" data-row tabindex="-1"><div class="lead-main"><p class="press-small"${press(lead.language)}>${lead.title}${lead.cutOff && html`<span class="cut-sign" aria-hidden="true">…</span>`}</p>${
    lead.teaser !== null && html`<p class="teaser"${press(lead.language)}>${lead.teaser}</p>`
  }${completedBy !== null && html`<p class="note"><span class="label">${leads.completed}</span> <span class="press-small"${press(lead.language)}>${completedBy}</span></p>`}<p class="note">${lead.cutOff && html`<span class="tag plain">${reader.cutOff}</span> `}${lead.block !== null && html`<span dir="auto">${lead.block}</span> · `}<a href="/articles/${articleId}" data-key="Enter">${leads.from} ${outlet === null ? leads.aPage : html`<bdi>${outlet}</bdi>`}</a>${pages > 1 && html` · ${leads.pages(pages)}`} · ${timeTag(received, desk)}</p></div><div class="acts">${
    address === null
      ? html`<span class="dim">${leads.noAddress}</span>`
      : actButton(desk, '/leads/fetch', leads.fetch, { values: { address, title: lead.title } })
  }</div></li>`;
}
