import { Around, type BlockPage } from './blocks.ts';
import { classBit } from './class-words.ts';
import type { BlockFacts } from './facts.ts';

/**
 * The plain twin of the classifier: says by rules alone which blocks are the article. It names the box that holds most running
 * text for the least other text, and keeps of it what reads as text and stands in no list, form or furniture box.
 * The classifier takes its answer as one more feature, and tests compare the two.
 */
export function ruleScores(page: BlockPage, facts: readonly BlockFacts[]): RuleScores {
  const candidate = bestBox(page, facts);
  const { first, end } = page.boxes[candidate];
  const kept = new Uint8Array(page.blocks.length);
  for (let at = first; at < end; at++) {
    if (insideFurniture(page, at, candidate)) continue;
    const fact = facts[at];
    if (fact.prose) kept[at] = 1;
    else if (fact.linkShare < 0.3 && fact.mass >= 25 && (fact.endsSentence || fact.lowerWordShare > 0.5)) kept[at] = 1;
  }
  keepHeadings(page, facts, kept, first, end);
  return { candidate, kept };
}

export interface RuleScores {
  /** Index of the box that holds the article. */
  readonly candidate: number;
  /** 1 for a block the rules keep. */
  readonly kept: Uint8Array;
}

const furnitureWords =
  classBit('related') |
  classBit('share') |
  classBit('navigation') |
  classBit('promotion') |
  classBit('newsletter') |
  classBit('caption') |
  classBit('footer') |
  classBit('sidebar') |
  classBit('comment') |
  classBit('tags') |
  classBit('notice') |
  classBit('byline') |
  classBit('hidden');
const contentWords = classBit('content') | classBit('story');
const furnitureAround = Around.aside | Around.nav | Around.footer | Around.figure | Around.form | Around.hidden;

/** The box with the most prose less everything else in it; the innermost of equals. */
function bestBox(page: BlockPage, facts: readonly BlockFacts[]): number {
  const count = page.blocks.length;
  const good = new Float64Array(count + 1);
  const bad = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) {
    const fact = facts[at];
    const box = page.boxes[page.blocks[at].box];
    const shunned = (box.around & furnitureAround) !== 0 || isFurnitureBox(box.flags);
    const mass = Math.min(fact.mass, 1_500);
    const prose = fact.prose && !shunned;
    good[at + 1] = good[at] + (prose ? mass * (1 - fact.linkShare) : 0);
    bad[at + 1] = bad[at] + (prose ? mass * fact.linkShare : mass * (shunned ? 0.3 : 0.6) + 8);
  }
  let best = 0;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < page.boxes.length; index++) {
    const box = page.boxes[index];
    if (box.end === box.first) continue;
    const value = good[box.end] - good[box.first] - (bad[box.end] - bad[box.first]);
    if (value >= bestValue) {
      bestValue = value;
      best = index;
    }
  }
  return best;
}

function isFurnitureBox(flags: number): boolean {
  return (flags & furnitureWords) !== 0 && (flags & contentWords) === 0;
}

/** True when something between the candidate and the block marks it as furniture. */
function insideFurniture(page: BlockPage, block: number, candidate: number): boolean {
  let index = page.blocks[block].box;
  if (isFurnitureBox(page.blocks[block].inlineFlags)) return true;
  const inherited = page.boxes[candidate].around;
  if ((page.boxes[index].around & ~inherited & (furnitureAround | Around.link)) !== 0) return true;
  while (index > candidate) {
    if (isFurnitureBox(page.boxes[index].flags)) return true;
    index = page.boxes[index].parent;
  }
  return false;
}

/** Headings are kept when text that is kept follows them before the next heading. */
function keepHeadings(
  page: BlockPage,
  facts: readonly BlockFacts[],
  kept: Uint8Array,
  first: number,
  end: number,
): void {
  let follows = false;
  for (let at = end - 1; at >= first; at--) {
    const heading = (page.boxes[page.blocks[at].box].around & Around.heading) !== 0;
    if (!heading) {
      if (kept[at] === 1) follows = true;
      continue;
    }
    kept[at] = follows && facts[at].linkShare < 0.5 && page.boxes[page.blocks[at].box].tag !== 'h1' ? 1 : 0;
    follows = false;
  }
}
