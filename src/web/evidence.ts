import type { DevelopmentKind, Evidence, Span } from '../records.ts';
import type { ArticleBrief } from '../store/store.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, name, outletOf, page, press } from './page.ts';
import { timeTag } from './times.ts';
import { replacedWords } from './words/summaries.ts';

/** Evidence with what is needed to show it in place; `text` is the title or body it points into, null when it is gone. */
export interface EvidenceView {
  readonly evidence: Evidence;
  readonly article: ArticleBrief;
  readonly text: string | null;
  readonly sha256: string | null;
  readonly pageId: string | null;
}

/** What a development takes the place of, with its evidence. */
export interface Replaced {
  readonly kind: DevelopmentKind;
  readonly summary: string;
  readonly views: readonly EvidenceView[];
}

/**
 * The one way evidence is shown: the sentence with its characters marked, then article, site, time and hash, then two links,
 * the reader at that place and the stored page.
 */
function evidenceFigure(view: EvidenceView, desk: Desk): Html {
  const { words } = desk;
  const { article, evidence } = view;
  const pieces =
    view.text === null ? [{ text: evidence.quote, marked: true }] : markedPieces(view.text, evidence.spans, 160);
  return html`<figure class="evidence"><blockquote${press(article.language)}>${pieces.map((piece) =>
    piece.marked ? html`<mark>${piece.text}</mark>` : piece.text,
  )}</blockquote><figcaption>${articleLine(article, desk)}${view.sha256 !== null && html` · <span class="hash" title="${view.sha256}">${words.evidence.hash(view.sha256.slice(0, 10))}</span>`} <span class="evidence-links"><a href="${readerPath(article.id, evidence)}">${words.evidence.reader}</a>${
    view.pageId !== null && html` <a href="/pages/${view.pageId}/raw">${words.evidence.stored}</a>`
  }</span></figcaption></figure>`;
}

/**
 * Opens in place to the evidence of one fact, in lists that would grow heavy with all of it: a link to a page of its own, which
 * the script fetches and shows under the line.
 */
export function evidenceLink(articleId: string, spans: readonly Span[], desk: Desk): Html {
  const at = spans.slice(0, spansMax).map(([start, end]) => `${start}-${end}`);
  return html`<a href="${pathWith(`/evidence/${articleId}`, { at: at.join('.') })}" data-opens>${desk.words.evidence.open}</a>`;
}

/** The evidence of one fact alone: what `evidenceLink` leads to. */
export function evidencePage(desk: Desk, view: EvidenceView): Html {
  return page(desk, {
    here: 'reader',
    title: desk.words.evidence.open,
    main: html`<header class="head"><h1>${desk.words.evidence.open}</h1></header>${evidenceFigure(view, desk)}`,
  });
}

const spansMax = 8;

/** Opens in place to evidence, and to what it takes the place of. */
export function evidenceDetails(
  views: readonly EvidenceView[],
  replaced: Replaced | null,
  desk: Desk,
  open = false,
): Html {
  const { words } = desk;
  return html`<details class="proof"${open && html` open`}><summary data-key="e">${words.evidence.open}</summary><div class="proof-body">${views.map((view) => evidenceFigure(view, desk))}${
    views.length === 0 && html`<p class="note">${words.evidence.none}</p>`
  }${
    replaced !== null &&
    html`<p class="proof-before"><span class="label">${words.evidence.instead}</span> <span dir="auto">${replacedWords(replaced.kind, replaced.summary, words)}</span></p>${replaced.views.map((view) => evidenceFigure(view, desk))}`
  }</div></details>`;
}

/** `Headline, site, published`: where a piece of evidence stands. */
export function articleLine(article: ArticleBrief, desk: Desk): Html {
  const own = article.published.value;
  return html`<cite${press(article.language)}>${article.title ?? desk.words.frame.untitled}</cite>${outletOf(article) !== null && html` · ${name(outletOf(article))}`}${
    article.credit !== null && html` · ${desk.words.evidence.credit(article.credit)}`
  } · ${timeTag(article.received, desk, own)}`;
}

/** Address of the reader at a piece of evidence. */
export function readerPath(articleId: string, evidence: Pick<Evidence, 'where' | 'spans'> | null = null): string {
  const span = evidence?.where === 'body' ? evidence.spans[0] : undefined;
  return span === undefined
    ? `/articles/${articleId}`
    : `${pathWith(`/articles/${articleId}`, { at: `${span[0]}-${span[1]}` })}#here`;
}

/** A text around spans, cut at words and paragraph ends, with the spans marked. */
export function markedPieces(
  text: string,
  spans: readonly Span[],
  aroundCharacters: number,
): { text: string; marked: boolean }[] {
  const within = spans
    .filter(([start, end]) => start >= 0 && end > start && end <= text.length)
    .sort((a, b) => a[0] - b[0]);
  if (within.length === 0) return [{ text: shortened(text, aroundCharacters * 2), marked: false }];
  const pieces: { text: string; marked: boolean }[] = [];
  let at = cutBefore(text, within[0][0], aroundCharacters);
  if (at > 0 && text[at - 1] !== '\n') pieces.push({ text: '… ', marked: false });
  for (const [start, end] of within) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) pieces.push(...between(text.slice(at, from), aroundCharacters));
    pieces.push({ text: text.slice(from, end), marked: true });
    at = end;
  }
  const stop = cutAfter(text, at, aroundCharacters);
  if (stop > at) pieces.push({ text: text.slice(at, stop), marked: false });
  if (stop < text.length && text[stop] !== '\n') pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** A text cut at a word, with a sign that it goes on. */
function shortened(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const cut = text.lastIndexOf(' ', characters);
  return `${text.slice(0, cut > characters / 2 ? cut : characters)} …`;
}

/** What lies between two marked spans: whole when short, else its two ends. */
function between(gap: string, around: number): { text: string; marked: boolean }[] {
  if (gap.length <= around * 2) return [{ text: gap, marked: false }];
  const head = gap.slice(0, cutAfter(gap, 0, around));
  const tail = gap.slice(cutBefore(gap, gap.length, around));
  return [{ text: `${head} … ${tail}`, marked: false }];
}

function cutBefore(text: string, at: number, around: number): number {
  const paragraph = text.lastIndexOf('\n', at - 1) + 1;
  if (at - paragraph <= around) return paragraph;
  const space = text.indexOf(' ', at - around);
  return space === -1 || space >= at ? at - around : space + 1;
}

function cutAfter(text: string, at: number, around: number): number {
  const next = text.indexOf('\n', at);
  const paragraph = next === -1 ? text.length : next;
  if (paragraph - at <= around) return paragraph;
  const space = text.lastIndexOf(' ', at + around);
  return space <= at ? at + around : space;
}
