import type { Placement } from '../records.ts';
import type { ArticleBrief } from '../store/store.ts';
import { shareBar } from './charts.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, name, outletOf, press } from './page.ts';
import { timeTag } from './times.ts';

/** Accounts with the copies made of them, each copy under the text it carries, with the share it kept. */
export function originTree(
  articles: readonly { brief: ArticleBrief; placement: Placement }[],
  storyId: string,
  desk: Desk,
): Html {
  const here = new Set(articles.map(({ brief }) => brief.id));
  const copiesOf = new Map<string, (typeof articles)[number][]>();
  const accounts: (typeof articles)[number][] = [];
  for (const one of articles) {
    const { copyOf } = one.placement;
    if (copyOf === null || !here.has(copyOf) || copyOf === one.brief.id) accounts.push(one);
    else copiesOf.set(copyOf, [...(copiesOf.get(copyOf) ?? []), one]);
  }
  const drawn = new Set<string>();
  const branch = (one: (typeof articles)[number], depth: number): Html => {
    drawn.add(one.brief.id);
    const copies = (copiesOf.get(one.brief.id) ?? []).filter(({ brief }) => !drawn.has(brief.id));
    return html`<li>${treeLine(one, desk, copies.length)}${
      copies.length > 0 &&
      depth < depthMax &&
      html`<ul>${copies.slice(0, copiesShown).map((copy) => branch(copy, depth + 1))}</ul>${
        copies.length > copiesShown &&
        html`<details><summary>${desk.words.story.moreArticles(copies.length - copiesShown)}</summary><ul>${copies.slice(copiesShown, copiesMax).map((copy) => branch(copy, depth + 1))}</ul></details>`
      }`
    }</li>`;
  };
  const tree = html`<ul class="tree">${accounts.slice(0, accountsShown).map((one) => branch(one, 0))}</ul>`;
  const more = articles.length - drawn.size;
  return html`${tree}${more > 0 && html`<p><a href="${pathWith('/search', { q: `story:${storyId}` })}">${desk.words.story.moreArticles(more)}</a></p>`}`;
}

const depthMax = 6;
const accountsShown = 16;
const copiesShown = 8;
const copiesMax = 14;

function treeLine(
  { brief, placement }: { brief: ArticleBrief; placement: Placement },
  desk: Desk,
  copies: number,
): Html {
  const { words } = desk;
  const percent = placement.share === null ? null : Math.round(placement.share * 100);
  return html`<p class="tree-line"><a class="press-small" href="/articles/${brief.id}"${press(brief.language)}>${brief.title ?? words.frame.untitled}</a> <span class="dim">${articleTail(brief, desk)}${
    copies > 0 && html` · <b>${words.story.copies(copies)}</b>`
  }</span>${
    percent !== null &&
    html` <span class="share">${shareBar(percent)} ${words.story.shareKept(percent)} · <a href="/compare/${brief.id}">${words.story.compare}</a></span>`
  }</p>`;
}

function articleTail(brief: ArticleBrief, desk: Desk): Html {
  return html`${name(outletOf(brief))}${brief.credit !== null && html` · ${desk.words.evidence.credit(brief.credit)}`} · ${timeTag(brief.received, desk, brief.published.value)}`;
}
