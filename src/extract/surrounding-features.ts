import type { BlockPage, Box } from './blocks.ts';
import { logOf } from './facts.ts';
import type { Surroundings } from './surroundings.ts';

/** Puts what stands around a block into its row of numbers, in the order of `surroundingNames`. */
export function putSurroundings(
  at: number,
  put: (value: number) => void,
  { blocks, boxes }: BlockPage,
  near: Surroundings,
  { candidate, proseAll, titleBlock }: PageMeasures,
): void {
  const { rows, rowSize, rowProse, rowMass, sums, headings } = near;
  const index = blocks[at].box;
  const box = boxes[index];
  const proseShare = ({ first, end }: Box) => (sums.prose[end] - sums.prose[first]) / proseAll;

  put(rowSize[rows[index]]);
  put(rowProse[rows[index]] / proseAll);
  let most = 0;
  let mostLevel = -1;
  for (let level = 1, up = box.parent; level <= ROW_LEVELS; level++, up = up <= 0 ? 0 : boxes[up].parent) {
    const size = up <= 0 ? 0 : rowSize[rows[up]];
    put(Math.min(ROW_SIZE_MAX, size));
    if (size > most) {
      most = size;
      mostLevel = level;
    }
  }
  put(mostLevel);

  const item = near.item[index];
  if (item < 0) for (let value = 0; value < itemNames.length; value++) put(-1);
  else {
    const { first, end, depth } = boxes[item];
    const row = rows[item];
    put(rowSize[row]);
    put(end - first);
    put(logOf(sums.mass[end] - sums.mass[first]));
    put(sums.links[end] - sums.links[first]);
    put(sums.headings[end] - sums.headings[first]);
    put(sums.times[end] - sums.times[first]);
    put(rowProse[row] / proseAll);
    put(logOf(rowMass[row] / rowSize[row]));
    put(box.depth - depth);
    put(near.title[item] === item ? 1 : 0);
  }

  const article = near.article[index];
  const holdsCandidate = article >= 0 && candidate.first >= boxes[article].first && candidate.end <= boxes[article].end;
  put(article < 0 ? 0 : near.title[article] === article ? 2 : holdsCandidate ? 1 : -1);
  put(near.articles);
  put(article < 0 ? 0 : proseShare(boxes[article]));

  const shared = boxes[near.title[index]];
  put(titleBlock < 0 ? -1 : box.depth - shared.depth);
  put(titleBlock < 0 ? -1 : boxes[blocks[titleBlock].box].depth - shared.depth);
  put(titleBlock < 0 ? -1 : proseShare(shared));

  put(headings.since[at]);
  put(headings.level[at]);
  put(headings.linked[at]);
  put(headings.count[at]);
  put(headings.linkedRun[at]);
}

/** What was measured of the page as a whole. */
export interface PageMeasures {
  /** The box the rules name. */
  readonly candidate: Box;
  readonly proseAll: number;
  readonly titleBlock: number;
}

const ROW_LEVELS = 4;
const ROW_SIZE_MAX = 60;
const itemNames = 'size blocks mass links headings times proseShare massMean down title'.split(' ');

/** Names of these columns, in order. */
export const surroundingNames: readonly string[] = [
  'row.size',
  'row.proseShare',
  ...Array.from({ length: ROW_LEVELS }, (_, level) => `row${level + 1}.size`),
  'row.mostLevel',
  ...itemNames.map((name) => `item.${name}`),
  ...'article.kind article.count article.proseShare title.down title.up title.proseShare'.split(' '),
  ...'head.since head.level head.linked head.count head.linkedRun'.split(' '),
];
