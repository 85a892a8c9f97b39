import { attribute, type HtmlTree } from '../formats/html.ts';
import { Around, type BlockPage, type Box } from './blocks.ts';
import type { BlockFacts } from './facts.ts';

/**
 * Rows of teasers: boxes that look alike, stand side by side, and hold a headline that is a link and little more than a line or
 * two of text. Gives the blocks of every row of `TEASERS_MIN` and more: they are other stories. Linear in the boxes.
 */
export function teaserRows(
  tree: HtmlTree,
  page: BlockPage,
  facts: readonly BlockFacts[],
  url: string | null,
): Uint8Array {
  const found = new Uint8Array(page.blocks.length);
  const host = hostOf(url ?? '');
  const teasers: number[] = [];
  for (let index = 1; index < page.boxes.length; index++) {
    const box = page.boxes[index];
    if (isItem(box) && isTeaser(page, facts, box) && leadsWithin(tree, box.node, host)) teasers.push(index);
  }
  if (teasers.length < TEASERS_MIN) return found;
  const parents = new Set(teasers.map((index) => page.boxes[index].parent));
  /** Boxes alike by the box around them and their look. */
  const alike = new Map<number, number[]>();
  for (let index = 1; index < page.boxes.length; index++) {
    const box = page.boxes[index];
    if (!parents.has(box.parent) || !isItem(box)) continue;
    const key = box.parent * page.looks.length + box.look;
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [index]);
    else others.push(index);
  }
  const known = new Set(teasers);
  for (const row of alike.values()) {
    const count = row.filter((index) => known.has(index)).length;
    if (count < TEASERS_MIN || count < row.length * TEASER_SHARE_MIN) continue;
    for (const index of row) found.fill(1, page.boxes[index].first, page.boxes[index].end);
  }
  return found;
}

/** A box of two blocks or a few more; paragraphs and cells are none. */
function isItem({ first, end, tag }: Box): boolean {
  return end - first >= 2 && end - first <= ITEM_BLOCKS_MAX && tag !== 'p' && tag !== 'td';
}

/** Fewer boxes alike are as likely parts of a text. */
const TEASERS_MIN = 3;
const TEASER_SHARE_MIN = 0.8;
const ITEM_BLOCKS_MAX = 6;
const HEADLINE_MASS_MIN = 20;
const HEADLINE_MASS_MAX = 220;
/** A part of a text under a linked heading is longer. */
const TEASER_MASS_MAX = 320;
const TEASER_SENTENCES_MAX = 2.5;

/** A linked headline among the first blocks, and below it no more than a teaser or short lines. */
function isTeaser(page: BlockPage, facts: readonly BlockFacts[], box: Box): boolean {
  let headline = -1;
  let mass = 0;
  let lines = 0;
  let sentences = 0;
  for (let at = box.first; at < box.end; at++) {
    const fact = facts[at];
    const linked = fact.linkShare > 0.9 || (page.boxes[page.blocks[at].box].around & Around.link) !== 0;
    if (
      headline < 0 &&
      linked &&
      fact.mass >= HEADLINE_MASS_MIN &&
      fact.mass <= HEADLINE_MASS_MAX &&
      !fact.endsSentence
    )
      headline = at;
    else if (!linked && fact.mass > SHORT_MASS_MAX) {
      mass += fact.mass;
      sentences += fact.sentences;
      lines++;
      // A text above its link is a paragraph with a pointer behind it.
      if (headline < 0) return false;
    }
  }
  return headline >= 0 && lines <= 1 && mass <= TEASER_MASS_MAX && sentences <= TEASER_SENTENCES_MAX;
}

/** True when a box has a link to another page of the same site. Reviews link to shops, and contents to their own page. */
function leadsWithin(tree: HtmlTree, node: number, host: string): boolean {
  const end = Math.min(tree.end[node], node + ITEM_NODES_MAX);
  for (let at = node; at < end; at++) {
    if (tree.tag[at] !== 'a') continue;
    const href = attribute(tree, at, 'href').trim();
    if (href === '' || href.startsWith('#')) continue;
    return /^(?:https?:)?\/\//i.test(href) ? host !== '' && hostOf(href) === host : !/^[a-z]{3,12}:/i.test(href);
  }
  return false;
}

const ITEM_NODES_MAX = 200;

function hostOf(address: string): string {
  return address.match(/^(?:https?:)?\/\/(?:www\.)?([^/:?#]{1,255})/i)?.[1].toLowerCase() ?? '';
}

/** Dates, sections and lengths beside a headline. */
const SHORT_MASS_MAX = 40;
