import type { DescribedPage } from './describe.ts';
import { change, type Draft } from './draft.ts';

/**
 * Leaves out islands: runs of chosen blocks in another part of the page than the text, of which the scores are much less sure
 * (comments, tickers, other posts, what the site says of itself). A standfirst by the title is none.
 */
export function dropIslands(described: DescribedPage, draft: Draft): void {
  const runs = runsOf(described, draft);
  if (runs.length < 2) return;
  const main = runs.reduce((best, run) => (run.weight > best.weight ? run : best));
  const { page, clues } = described;
  const around = boxAround(described, main);
  for (const run of runs) {
    if (run === main || (run.first >= page.boxes[around].first && run.last < page.boxes[around].end)) continue;
    if (surenessOf(main) - surenessOf(run) < SURENESS_APART_MIN) continue;
    if (isHead(run, main, clues.titleBlock) || inBoxesAlike(described, run, main)) continue;
    for (let at = run.first; at <= run.last; at++)
      change(draft, at, 0, 'islands', 'apart from the text, and much less likely');
  }
}

/** Log odds an island is less likely by than the text. */
const SURENESS_APART_MIN = 1.5;
/** How far from the title a standfirst stands, and how many blocks it has. */
const TITLE_BLOCKS = 8;
const STANDFIRST_BLOCKS_MAX = 3;
/** What parts two runs: blocks between them, or the mass of these. */
const GAP_BLOCKS_MIN = 4;
const GAP_MASS_MIN = 300;

interface Run {
  readonly first: number;
  last: number;
  count: number;
  mass: number;
  /** Sum of scores weighed by mass. */
  weight: number;
}

const surenessOf = (run: Run) => run.weight / run.mass;

function runsOf({ facts }: DescribedPage, draft: Draft): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let gap = 0;
  for (let at = 0; at < facts.length; at++) {
    const { mass } = facts[at];
    if (draft.kept[at] === 0) {
      gap += mass;
      continue;
    }
    if (open === null || at - open.last > GAP_BLOCKS_MIN || gap >= GAP_MASS_MIN) {
      open = { first: at, last: at, count: 0, mass: 0, weight: 0 };
      runs.push(open);
    }
    open.last = at;
    open.count++;
    open.mass += mass + 1;
    open.weight += (mass + 1) * draft.scores[at];
    gap = 0;
  }
  return runs;
}

/** True for what stands between the title and the text, and for a standfirst just above the title. */
function isHead(run: Run, main: Run, title: number): boolean {
  if (title < 0 || run.last >= main.first) return false;
  if (run.first >= title) return true;
  return run.count <= STANDFIRST_BLOCKS_MAX && title - run.first <= TITLE_BLOCKS;
}

/** True where two boxes that look alike, side by side, hold the runs: a text parted by a picture. */
function inBoxesAlike({ page, surroundings }: DescribedPage, run: Run, main: Run): boolean {
  let a = page.blocks[run.first].box;
  let b = page.blocks[main.first].box;
  while (page.boxes[a].parent !== page.boxes[b].parent) {
    if (page.boxes[a].depth >= page.boxes[b].depth) a = page.boxes[a].parent;
    else b = page.boxes[b].parent;
    if (a < 0 || b < 0) return false;
  }
  return surroundings.rows[a] === surroundings.rows[b];
}

/** The innermost box around a whole run. */
function boxAround({ page }: DescribedPage, run: Run): number {
  let index = page.blocks[run.first].box;
  while (index > 0 && page.boxes[index].end <= run.last) index = page.boxes[index].parent;
  return index;
}
