import type { AlertNotes, AlertState, MatchedWords } from '../records.ts';
import type { StoredAlert } from '../store/store.ts';
import { type FloorRow, floorRow } from './floor.ts';
import { type Html, html, pathWith } from './html.ts';
import { actButton, type Desk, mayPost, name, page } from './page.ts';
import { timeTag } from './times.ts';
import { alertWords } from './words/summaries.ts';

/** One alert with what people said of it: who looks after it, tags, comments. */
export function alertPage(desk: Desk, view: AlertView): Html {
  const { alert: words } = desk.words;
  const { notes, alert } = view.stored;
  const path = `/alerts/${alert.id}`;
  const watch = desk.watches.find((one) => one.watch.id === alert.watchId)?.watch;
  const matched = distinctWords(alert.matched).slice(0, matchedShown);
  return page(desk, {
    here: 'alert',
    title: alert.summary === '' ? words.title : alertWords(view.stored, desk.words),
    main: html`<header class="head"><h1>${words.title}</h1><p><a href="${pathWith('/', { watch: alert.watchId })}">${watch === undefined ? words.ofWatch : name(watch.name)}</a></p></header>
<h2 class="unseen">${watch === undefined ? words.ofWatch : name(watch.name)}</h2>${floorRow(view.row, desk, { alone: true })}
${matched.length > 0 && html`<p class="bar-line"><span class="label">${words.matched}</span> ${matched.map((text) => html`<mark>${text}</mark> `)}</p>`}
<div class="columns notes-of"><section class="column-main" aria-labelledby="h-comments"><h2 id="h-comments">${words.commentsTitle}</h2>${
      notes.comments.length === 0
        ? html`<p class="note">${words.noComments}</p>`
        : html`<ol class="comments">${notes.comments.map(({ by, at, text }) => html`<li><p class="note"><b dir="auto">${by}</b> · ${timeTag(at, desk)}</p><p dir="auto" class="comment">${text}</p></li>`)}</ol>`
    }
${mayPost(desk, `${path}/comments`) && html`<form class="editor" method="post" action="${path}/comments"><input type="hidden" name="back" value="${path}"><label><span class="label">${words.commentLabel}</span><textarea name="text" rows="2" maxlength="2000" required></textarea></label>${desk.user == null && html`<label><span class="label">${words.yourName}</span><input name="by" value="${view.own}" maxlength="60" autocomplete="name" required></label>`}<p><button>${words.addComment}</button></p></form>`}</section>
<section class="column-side" aria-labelledby="h-assigned"><h2 id="h-assigned">${words.assigned}</h2><p>${notes.assignee === null ? html`<span class="dim">${words.nobody}</span>` : html`<b dir="auto">${notes.assignee}</b>${notes.assignedBy != null && html` <span class="dim">${words.assignedBy} ${name(notes.assignedBy)}</span>`}`}</p>
${mayPost(desk, `${path}/assign`) && html`<form class="inline" method="post" action="${path}/assign"><input type="hidden" name="back" value="${path}"><input name="assignee" aria-label="${words.assignLabel}" placeholder="${words.assignLabel}" value="${notes.assignee === null ? view.own : ''}" list="people" maxlength="60" autocomplete="off" required> <button class="quiet">${words.assign}</button></form>`}
${notes.assignee !== null && actButton(desk, `${path}/assign`, words.unassign)}
<datalist id="people">${view.people.map((person) => html`<option value="${person}"></option>`)}</datalist>
<h2>${words.tags}</h2>${notes.tags.length > 0 && html`<p class="acts">${notes.tags.map((tag) => actButton(desk, `${path}/tags`, html`${tag} <span aria-hidden="true">×</span>`, { values: { tag, off: '1' }, title: words.removeTag(tag) }))}</p>`}
${mayPost(desk, `${path}/tags`) && html`<form class="inline" method="post" action="${path}/tags"><input type="hidden" name="back" value="${path}"><input name="tag" aria-label="${words.tagLabel}" placeholder="${words.tagLabel}" list="tags" maxlength="40" autocomplete="off" required> <button class="quiet">${words.addTag}</button></form>`}
<datalist id="tags">${view.tags.map((tag) => html`<option value="${tag}"></option>`)}</datalist></section></div>`,
  });
}

export interface AlertView {
  readonly stored: StoredAlert;
  readonly row: FloorRow;
  /** The name this browser last used. */
  readonly own: string;
  /** Names and tags used before, to choose from. */
  readonly people: readonly string[];
  readonly tags: readonly string[];
}

/** Who looks after an alert, its tags, and how much was said of it: in one line, wherever the alert stands. */
export function alertNotes(id: string, notes: AlertNotes, desk: Desk): Html | null {
  const { alert: words } = desk.words;
  const { assignee, tags, comments } = notes;
  if (assignee === null && tags.length === 0 && comments.length === 0) return null;
  return html`<p class="row-notes">${assignee !== null && html`<a class="tag plain" href="${pathWith('/', { assignee })}" dir="auto">${words.forPerson(assignee)}</a> `}${tags.map((tag) => html`<a class="tag plain" href="${pathWith('/', { tag })}" dir="auto">#${tag}</a> `)}${comments.length > 0 && html`<a href="/alerts/${id}#h-comments">${words.comments(comments.length)}</a>`}</p>`;
}

/** The alerts on a story, each with its watch, what was done with it, and what people said. */
export function storyAlerts(alerts: readonly StoredAlert[], desk: Desk): Html | null {
  if (alerts.length === 0) return null;
  const { alert: words, floor } = desk.words;
  const states: Record<AlertState, string> = {
    new: floor.fresh,
    acknowledged: floor.acknowledged,
    kept: floor.kept,
    dismissed: floor.dismissed,
  };
  const watchName = (id: string) => {
    const found = desk.watches.find(({ watch }) => watch.id === id)?.watch;
    return found === undefined ? words.ofWatch : name(found.name);
  };
  return html`<h2 id="h-alerts" class="story-alerts-head">${words.onStory}</h2><ul class="list story-alerts">${alerts.map(
    (one) => {
      const { alert, state, notes } = one;
      return html`<li><p><a class="watch-tag" href="/alerts/${alert.id}">${watchName(alert.watchId)}</a> <span dir="auto">${alertWords(one, desk.words)}</span></p><p class="note">${states[state]} · ${timeTag(alert.at, desk)}</p>${alertNotes(alert.id, notes, desk)}</li>`;
    },
  )}</ul>`;
}

const matchedShown = 12;

/** Words that matched, each once, whatever its case. */
export function distinctWords(matched: readonly Pick<MatchedWords, 'text'>[]): string[] {
  return [...Map.groupBy(matched, ({ text }) => text.toLowerCase()).values()].map(([{ text }]) => text);
}
