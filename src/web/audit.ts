import type { AuditEntry } from '../records.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, name, page } from './page.ts';
import { timeTag } from './times.ts';

/** What was done and what was refused, newest first. */
export function auditPage(desk: Desk, { entries, next, days, userId }: AuditView): Html {
  const { people: words } = desk.words;
  const heads = [words.when, words.who, words.what, words.on, words.outcome, words.through, words.from];
  return page(desk, {
    here: 'audit',
    title: words.audit,
    wide: true,
    main: html`<header class="head"><h1>${words.audit}</h1></header><p class="note">${words.auditText(days)}</p>
${
  entries.length === 0
    ? html`<p class="note">${words.noAudit}</p>`
    : html`<table class="audit"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${entries.map((entry) => entryRow(entry, desk))}</tbody></table>`
}
${next !== null && html`<div class="more"><a class="button quiet" rel="next" href="${pathWith('/audit', { cursor: next, user: userId })}">${words.older}</a></div>`}`,
  });
}

export interface AuditView {
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
  /** How long they are kept; null for good. */
  readonly days: number | null;
  /** Only of this user. */
  readonly userId: string | null;
}

function entryRow(entry: AuditEntry, desk: Desk): Html {
  const { people: words } = desk.words;
  const { at, who, what, on, outcome, detail, through, client } = entry;
  return html`<tr><td>${timeTag(at, desk)}</td><td>${who === null ? html`<span class="dim">–</span>` : html`<a href="${pathWith('/audit', { user: who.id })}">${name(who.name)}</a>`}</td><td><code>${what}</code></td><td>${on}</td><td>${words.outcomes[outcome]}${detail !== null && html` <span class="dim">${detail}</span>`}</td><td>${words.throughs[through.kind]}${through.kind === 'key' && html` <span class="dim">${through.id}</span>`}</td><td>${client}</td></tr>`;
}
