import type { Lead, Span } from '../records.ts';
import type { ArticleBrief, StoredArticle } from '../store/store.ts';
import { eventNote, eventPlain, statementNote, statementPlain } from './facts.ts';
import { type Html, html, pathWith, safeAddress } from './html.ts';
import { actButton, type Desk, empty, name, page, press, told } from './page.ts';
import { calendarWords, timeTag } from './times.ts';

/** The reader: the article with quiet underlines, notes level with their paragraph, where it came from, what was left out. */
export function readerPage(desk: Desk, view: ReaderView): Html {
  const { words } = desk;
  const { reading, page: stored } = view.stored;
  const { article } = reading;
  const facts = factsOf(view, desk);
  return page(desk, {
    here: 'reader',
    title: article.title ?? words.frame.untitled,
    wide: true,
    main: html`<article class="reader">
<header class="reader-head">${article.section !== null && html`<p class="kicker"${press(article.language)}>${article.section}</p>`}<h1 class="press"${press(article.language)}>${article.title ?? words.frame.untitled}</h1>
${article.standfirst !== null && html`<p class="standfirst"${press(article.language)}>${article.standfirst}</p>`}
${provenance(desk, view)}${mendPart(desk, view)}</header>
${article.partial && html`<p class="hint">${words.reader.partial}</p>`}
${facts.length > 0 && html`<p class="legend"><span class="label">${words.reader.keyTitle}</span> <span class="key-said">${words.reader.keySaid}</span> <span class="key-dated">${words.reader.keyDate}</span></p>`}
<div class="text">${article.body === '' ? empty(words.reader.noBody, words.reader.noBodyText) : paragraphs(view, facts, desk)}</div>
</article>
${leftOut(desk, view)}
<details class="drawer"><summary>${words.reader.stored}</summary><p class="note">${words.reader.storedNote} <a href="/pages/${stored.id}/raw">${words.reader.storedAlone}</a></p><iframe class="stored" src="/pages/${stored.id}/raw" sandbox="" loading="lazy" title="${words.reader.stored}"></iframe></details>`,
  });
}

export interface ReaderView {
  readonly stored: StoredArticle;
  readonly story: { readonly id: string; readonly title: string } | null;
  /** What it is a copy of. */
  readonly origin: ArticleBrief | null;
  /** Lines of the page that are not in the text; null until somebody asks for them. */
  readonly removed: Removed | null;
  /** A place to show: evidence somebody followed here. */
  readonly at: Span | null;
}

/** The lines of the page that were left out of the text, of very many the first, each with its reason. */
export interface Removed {
  readonly count: number;
  readonly lines: readonly { readonly text: string; readonly reason: string }[];
}

/** A statement or a dated event as it is drawn: its spans, and its note in markup and in one line of text. */
interface Fact {
  readonly id: string;
  readonly kind: 'said' | 'dated';
  readonly spans: readonly Span[];
  readonly note: Html;
  readonly plain: string;
}

/** Facts drawn in one text; more would hide the text they point into. */
const factsMax = 400;
const notesShown = 3;

function factsOf(view: ReaderView, desk: Desk): Fact[] {
  const { reading } = view.stored;
  const { body } = reading.article;
  const inside = (spans: readonly Span[]) =>
    spans.filter(([start, end]) => start >= 0 && start < end && end <= body.length);
  const said = reading.statements.slice(0, factsMax).map((statement, index) => ({
    id: `s${index + 1}`,
    kind: 'said' as const,
    spans: inside(statement.content),
    note: statementNote(statement, desk),
    plain: statementPlain(statement, desk),
  }));
  const dated = reading.events.slice(0, factsMax).map((event, index) => ({
    id: `d${index + 1}`,
    kind: 'dated' as const,
    spans: inside(event.expression),
    note: eventNote(event, body, desk),
    plain: eventPlain(event, desk),
  }));
  return [...said, ...dated]
    .filter((fact) => fact.spans.length > 0)
    .sort((a, b) => a.spans[0][0] - b.spans[0][0] || b.spans[0][1] - a.spans[0][1]);
}

function paragraphs(view: ReaderView, facts: readonly Fact[], desk: Desk): Html[] {
  const { article } = view.stored.reading;
  const opened = new Set<string>();
  const rows: Html[] = [];
  let start = 0;
  for (const [index, text] of article.body.split('\n\n').entries()) {
    const end = start + text.length;
    const here = facts.filter((fact) => fact.spans.some(([from, to]) => from < end && to > start));
    const beginning = here.filter((fact) => fact.spans[0][0] >= start);
    rows.push(
      html`<div class="para"><p${press(article.language)}>${segments(article.body, [start, end], here, view.at, opened)}</p>${notes(beginning, index + 1, desk)}</div>\n`,
    );
    start = end + 2;
  }
  return rows;
}

/**
 * A paragraph cut where any span begins or ends, so that spans which overlap are each drawn whole: a statement underlined,
 * a date dotted below it, a second statement doubled. The first piece of a fact links to its note; every piece tells it on
 * hover, and the first one on focus.
 */
function segments(body: string, range: Span, facts: readonly Fact[], at: Span | null, opened: Set<string>): Html[] {
  const cuts = new Set<number>([range[0], range[1]]);
  const spans = facts.flatMap((fact) => fact.spans);
  for (const [from, to] of at === null ? spans : [...spans, at]) {
    if (from > range[0] && from < range[1]) cuts.add(from);
    if (to > range[0] && to < range[1]) cuts.add(to);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const pieces: Html[] = [];
  for (let index = 0; index + 1 < points.length; index++) {
    const [from, to] = [points[index], points[index + 1]];
    const text = body.slice(from, to);
    const on = facts.filter((fact) => fact.spans.some((span) => span[0] <= from && span[1] >= to));
    pieces.push(segment(text, on, at !== null && at[0] <= from && at[1] >= to, opened));
  }
  return pieces;
}

function segment(text: string, on: readonly Fact[], target: boolean, opened: Set<string>): Html {
  const inner = target
    ? html`<mark class="target"${!opened.has('here') && html` id="here"`}>${text}</mark>`
    : html`${text}`;
  if (target) opened.add('here');
  if (on.length === 0) return inner;
  const said = on.filter((fact) => fact.kind === 'said').length;
  const classes = [said > 0 ? 'said' : '', said > 1 ? 'twice' : '', on.length > said ? 'dated' : '']
    .filter((name) => name !== '')
    .join(' ');
  const facts = on.map((fact) => fact.id).join(' ');
  const first = on.filter((fact) => !opened.has(fact.id));
  if (first.length === 0) {
    return html`<span class="${classes}" data-facts="${facts}" title="${on.map((fact) => fact.plain).join('\n')}">${inner}</span>`;
  }
  for (const fact of first) opened.add(fact.id);
  const lead = first[0];
  return html`<a class="${classes}" id="at-${lead.id}" href="#${lead.id}" data-facts="${facts}">${inner}<span class="tip" role="note">${on.map((fact) => html`<span class="tip-line">${fact.plain}</span>`)}</span></a>`;
}

function notes(facts: readonly Fact[], paragraph: number, desk: Desk): Html {
  const { words } = desk;
  if (facts.length === 0) return html`<div class="notes"></div>`;
  const line = (fact: Fact) =>
    html`<li id="${fact.id}" class="margin-${fact.kind}" data-fact="${fact.id}">${fact.note} <a class="back" href="#at-${fact.id}" aria-label="${words.reader.backToText}">↩</a></li>`;
  const rest = facts.slice(notesShown);
  return html`<aside class="notes" aria-label="${words.reader.notesFor(paragraph)}"><ul>${facts.slice(0, notesShown).map(line)}</ul>${
    rest.length > 0 &&
    html`<details><summary>${words.reader.moreNotes(rest.length)}</summary><ul>${rest.map(line)}</ul></details>`
  }</aside>`;
}

function provenance(desk: Desk, view: ReaderView): Html {
  const { words } = desk;
  const { page: stored, reading, placement } = view.stored;
  const { article } = reading;
  const address = safeAddress(stored.finalUrl ?? stored.url ?? article.canonical);
  const entry = (label: string, value: Html | string | null) =>
    value !== null && html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const copy =
    placement?.copyOf == null
      ? placement === null
        ? null
        : html`${words.reader.kindNames[article.kind]}, ${words.reader.ownAccount}`
      : html`<a href="/articles/${placement.copyOf}"${press(view.origin?.language ?? null)}>${view.origin?.site ?? view.origin?.title ?? placement.copyOf}</a>${
          placement.share !== null && html`, ${words.story.shareKept(Math.round(placement.share * 100))}`
        } · <a href="/compare/${article.id}">${words.story.compare}</a>`;
  return html`<dl class="provenance" aria-label="${words.reader.provenance}">${entry(words.reader.site, name(article.site ?? stored.name))}${entry(
    words.reader.credit,
    article.credit === null
      ? null
      : html`<span title="${article.credit.evidence}" dir="auto">${article.credit.agency}</span>`,
  )}${entry(words.reader.by, article.byline.length === 0 ? null : html`<span dir="auto">${article.byline.join(', ')}</span>`)}${entry(
    words.reader.published,
    html`<span title="${article.published.value ?? ''}">${
      article.published.value === null ? words.frame.unknown : calendarWords(article.published.value, desk)
    }</span> <span class="dim">${words.reader.publishedFrom[article.published.from]}</span>`,
  )}${entry(words.reader.received, timeTag(stored.received, desk))}${entry(
    placement?.copyOf == null ? words.reader.kind : words.reader.copyOf,
    copy,
  )}${entry(
    words.reader.story,
    view.story === null ? null : html`<a href="/stories/${view.story.id}" dir="auto">${view.story.title}</a>`,
  )}${entry(words.reader.hash, html`<code title="${stored.sha256}">${stored.sha256.slice(0, 12)}</code>`)}${entry(
    words.reader.address,
    address === null
      ? null
      : html`<a href="${address}" rel="noreferrer noopener external">${new URL(address).host}</a>`,
  )}</dl>`;
}

/** What a person may say about where the article was placed; every act can be undone. */
function mendPart(desk: Desk, view: ReaderView): Html | null {
  const { placement, reading } = view.stored;
  if (placement === null) return null;
  const { story } = desk.words;
  return html`<details class="mend"><summary>${story.mendTitle}</summary><p class="acts">${placement.copyOf !== null && actButton(desk, `/articles/${reading.article.id}/own`, story.notACopy)}${actButton(desk, `/articles/${reading.article.id}/split`, story.split)} <span class="note">${told(placement.reason, desk)}</span></p></details>`;
}

function leftOut(desk: Desk, view: ReaderView): Html {
  const { words } = desk;
  const { reading, problems } = view.stored;
  const { leads } = reading;
  const nothing = leads.length === 0 && reading.article.notes.length === 0 && problems.length === 0;
  return html`<details class="drawer" id="left"${view.removed !== null && html` open`}><summary>${words.reader.leftOut} <span class="count">${leads.length + reading.article.notes.length + problems.length}</span></summary>${
    nothing && html`<p class="note">${words.reader.leftOutNone}</p>`
  }${removedPart(view, desk)}${
    reading.article.notes.length > 0 &&
    html`<h2>${words.reader.notes}</h2><ul>${reading.article.notes.map((note) => html`<li dir="auto">${told(note, desk)}</li>`)}</ul>`
  }${
    problems.length > 0 &&
    html`<h2>${words.reader.problems}</h2><ul>${problems.map((problem) => html`<li><b>${problem.step}</b> ${told(problem.what, desk)}</li>`)}</ul>`
  }${
    leads.length > 0 &&
    html`<h2>${words.reader.leadsOnPage(leads.length)}</h2>${byBlock(leads).map(
      ([block, list]) =>
        html`${block !== null && html`<h3 dir="auto">${block}</h3>`}<ul class="lead-list">${list.map((lead) => leadLine(lead, desk))}</ul>`,
    )}`
  }</details>`;
}

/** Every line that is not in the text, with its reason; a link to them until they are asked for. */
function removedPart(view: ReaderView, desk: Desk): Html {
  const { reader } = desk.words;
  const { removed, stored } = view;
  if (removed === null)
    return html`<p><a href="${pathWith(`/articles/${stored.reading.article.id}`, { left: 1 })}#left">${reader.removedAsk}</a></p>`;
  return html`<h2>${reader.removed(removed.count)}</h2><ul class="removed">${removed.lines.map(({ text, reason }) => html`<li><span class="dim">${reasonWords(reason, desk)}</span> <span dir="auto">${text}</span></li>`)}${removed.count > removed.lines.length && html`<li>…</li>`}</ul>`;
}

/** "in a menu, nothing but a link": each part has words of its own. */
function reasonWords(reason: string, desk: Desk): string {
  const whole = told(reason, desk);
  if (whole !== reason) return whole;
  return reason
    .split(', ')
    .map((part) => told(part, desk))
    .join(', ');
}

function leadLine(lead: Lead, desk: Desk): Html {
  const { words } = desk;
  return html`<li><span${press(lead.language)} class="press-small">${lead.title}</span>${lead.cutOff && html` <span class="tag plain">${words.reader.cutOff}</span>`}${
    lead.count > 1 && html` <span class="dim">${words.reader.times(lead.count)}</span>`
  }</li>`;
}

function byBlock(leads: readonly Lead[]): [string | null, Lead[]][] {
  const blocks = new Map<string | null, Lead[]>();
  for (const lead of leads) {
    const list = blocks.get(lead.block);
    if (list === undefined) blocks.set(lead.block, [lead]);
    else list.push(lead);
  }
  return [...blocks];
}
