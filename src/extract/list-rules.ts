import type { HtmlTree } from '../formats/html.ts';
import type { DescribedPage } from './describe.ts';
import { change, type Draft } from './draft.ts';
import { isHeading, isListName, isNamedLinks, leadsWithinPage } from './remarks.ts';
import { teaserRows } from './teasers.ts';

/** A list whose items are all links points to other pages, unless nearly all of it was taken for text. */
export function settleLinkLists({ page, facts }: DescribedPage, draft: Draft): void {
  const lists = new Map<number, number[]>();
  for (let at = 0; at < page.blocks.length; at++) {
    let index = page.blocks[at].box;
    for (let level = 0; level < LIST_LEVELS && index > 0; level++, index = page.boxes[index].parent) {
      if (page.boxes[index].tag !== 'ul' && page.boxes[index].tag !== 'ol') continue;
      const items = lists.get(index);
      if (items === undefined) lists.set(index, [at]);
      else items.push(at);
      break;
    }
  }
  for (const items of lists.values()) {
    if (items.length < LINK_LIST_MIN || items.some((at) => facts[at].linkShare < 0.9)) continue;
    const kept = items.filter((at) => draft.kept[at] === 1).length;
    if (kept > items.length * LINK_LIST_KEPT_SHARE) continue;
    for (const at of items) change(draft, at, 0, 'lists', 'one of a list of links');
  }
}

const LIST_LEVELS = 4;
const LINK_LIST_MIN = 3;
const LINK_LIST_KEPT_SHARE = 0.8;

/** A list of links to places on this page is its table of contents. */
export function dropContents({ page, facts }: DescribedPage, draft: Draft, tree: HtmlTree, url: string | null): void {
  let run: number[] = [];
  const endRun = () => {
    if (run.length >= LINK_LIST_MIN) for (const at of run) change(draft, at, 0, 'lists', 'the table of contents');
    run = [];
  };
  for (let at = 0; at < page.blocks.length; at++) {
    const { tag } = page.boxes[page.blocks[at].box];
    const item = tag === 'li' && facts[at].linkShare > 0.9;
    if (item && leadsWithinPage(page.blocks[at], tree, url)) run.push(at);
    else endRun();
  }
  endRun();
}

/** Rows of teasers below a text are other stories; inside of it they may be what it is about. On a page with nothing else they are for `kind` to judge. */
export function dropTeasers({ page, facts }: DescribedPage, draft: Draft, tree: HtmlTree, url: string | null): void {
  const teasers = teaserRows(tree, page, facts, url);
  let prose = 0;
  let last = -1;
  for (let at = 0; at < teasers.length; at++) {
    if (draft.kept[at] === 0 || teasers[at] === 1 || !facts[at].prose) continue;
    prose += facts[at].mass;
    last = at;
  }
  if (prose < TEXT_BESIDE_MASS_MIN) return;
  for (let at = last + 1; at < teasers.length; at++)
    if (teasers[at] === 1) change(draft, at, 0, 'teasers', 'one of a row of teasers');
}

/** A text shorter than this may be the introduction of a list. */
const TEXT_BESIDE_MASS_MIN = 200;

/** The name of a list of other stories whose list was left out, and names that stand in one block with their links. */
export function dropListNames({ page, facts }: DescribedPage, draft: Draft): void {
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0) continue;
    if (isNamedLinks(page.blocks[at])) change(draft, at, 0, 'lists', 'the name of a list and its links');
    if (!isListName(page.blocks[at].text)) continue;
    let end = at + 1;
    while (end < page.blocks.length && end <= at + LISTED_MAX && facts[end].linkShare > 0.9) end++;
    if (end === at + 1 && draft.kept[end] === 1) continue;
    change(draft, at, 0, 'lists', 'the name of a list of other stories');
    for (let link = at + 1; link < end; link++) change(draft, link, 0, 'lists', 'a headline of a named list');
  }
}

/**
 * What stands below the heading of a list of other stories, in the box of that heading, where it looks like nothing in the text
 * before: stories with their first lines.
 */
export function dropNamedStories({ page, facts }: DescribedPage, draft: Draft): void {
  const looks = new Set<number>();
  const parents = new Set<number>();
  let before = 0;
  // One look at each block is enough: a list within one that was looked at is looked at already.
  let done = 0;
  for (let at = 0; at < page.blocks.length; at++) {
    const box = page.boxes[page.blocks[at].box];
    if (at >= done && before > TEXT_BESIDE_MASS_MIN && isHeading(page, at) && isListName(page.blocks[at].text)) {
      const { end } = page.boxes[box.parent];
      done = end;
      for (let after = at; after < end; after++) {
        const { look, parent } = page.boxes[page.blocks[after].box];
        if (!looks.has(look) && !parents.has(parent))
          change(draft, after, 0, 'lists', 'one of a named list of other stories');
      }
    }
    if (draft.kept[at] === 0) continue;
    looks.add(box.look);
    parents.add(box.parent);
    before += facts[at].mass;
  }
}

/** Links looked at behind the name of a list. */
const LISTED_MAX = 12;

/** Several headlines in a row that are nothing but links, with no text after them, lead to other stories. */
export function dropLastLinks({ facts }: DescribedPage, draft: Draft): void {
  const run: number[] = [];
  let at = facts.length - 1;
  for (; at >= 0; at--) {
    if (draft.kept[at] === 0) continue;
    if (facts[at].linkShare < 0.95 || facts[at].endsSentence) break;
    run.push(at);
  }
  // A page of nothing but links is one for the reader to choose from, not the end of a text.
  if (run.length < LAST_LINKS_MIN || at < 0) return;
  // Links under a heading of the text's own belong to it; those of other stories stand under one that was left out.
  if (draft.kept[run[run.length - 1] - 1] === 1) return;
  for (const link of run) change(draft, link, 0, 'links', 'the links that a text ends in point to other stories');
}

const LAST_LINKS_MIN = 2;
