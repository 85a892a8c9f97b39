import type { BlockPage, Box } from './blocks.ts';
import { logOf } from './facts.ts';
import type { Surroundings } from './surroundings.ts';

/** Writes what stands around a block into its row of numbers from a column on, in the order of `surroundingNames`. */
export function putSurroundings(
  values: Float32Array,
  start: number,
  at: number,
  page: BlockPage,
  near: Surroundings,
  measures: PageMeasures,
): void {
  const index = page.blocks[at].box;
  let column = putRows(values, start, index, page, near, measures);
  column = putItem(values, column, index, page, near, measures);
  column = putArticle(values, column, index, page, near, measures);
  const { headings } = near;
  values[column++] = headings.since[at];
  values[column++] = headings.level[at];
  values[column++] = headings.linked[at];
  values[column++] = headings.count[at];
  values[column++] = headings.linkedRun[at];
}

/** The row of boxes alike that a box stands in, and the rows of the boxes around it. */
function putRows(
  values: Float32Array,
  start: number,
  index: number,
  { boxes }: BlockPage,
  { rows, rowSize, rowProse }: Surroundings,
  { proseAll }: PageMeasures,
): number {
  let column = start;
  values[column++] = rowSize[rows[index]];
  values[column++] = rowProse[rows[index]] / proseAll;
  let most = 0;
  let mostLevel = -1;
  for (let level = 1, up = boxes[index].parent; level <= ROW_LEVELS; level++, up = up <= 0 ? 0 : boxes[up].parent) {
    const size = up <= 0 ? 0 : rowSize[rows[up]];
    values[column++] = Math.min(ROW_SIZE_MAX, size);
    if (size > most) {
      most = size;
      mostLevel = level;
    }
  }
  values[column++] = mostLevel;
  return column;
}

/** The item of a row that a box lies in; -1 throughout for none. */
function putItem(
  values: Float32Array,
  start: number,
  index: number,
  { boxes }: BlockPage,
  { rows, rowSize, rowProse, rowMass, sums, item: items, title }: Surroundings,
  { proseAll }: PageMeasures,
): number {
  const item = items[index];
  if (item < 0) {
    values.fill(-1, start, start + itemNames.length);
    return start + itemNames.length;
  }
  const { first, end, depth } = boxes[item];
  const row = rows[item];
  let column = start;
  values[column++] = rowSize[row];
  values[column++] = end - first;
  values[column++] = logOf(sums.mass[end] - sums.mass[first]);
  values[column++] = sums.links[end] - sums.links[first];
  values[column++] = sums.headings[end] - sums.headings[first];
  values[column++] = sums.times[end] - sums.times[first];
  values[column++] = rowProse[row] / proseAll;
  values[column++] = logOf(rowMass[row] / rowSize[row]);
  values[column++] = boxes[index].depth - depth;
  values[column++] = title[item] === item ? 1 : 0;
  return column;
}

/** The article element around a box, and what it shares with the title. */
function putArticle(
  values: Float32Array,
  start: number,
  index: number,
  { boxes, blocks }: BlockPage,
  { article: articles, articles: count, title, sums }: Surroundings,
  { candidate, proseAll, titleBlock }: PageMeasures,
): number {
  const proseShare = ({ first, end }: Box) => (sums.prose[end] - sums.prose[first]) / proseAll;
  const article = articles[index];
  const holdsCandidate = article >= 0 && candidate.first >= boxes[article].first && candidate.end <= boxes[article].end;
  const shared = boxes[title[index]];
  let column = start;
  values[column++] = article < 0 ? 0 : title[article] === article ? 2 : holdsCandidate ? 1 : -1;
  values[column++] = count;
  values[column++] = article < 0 ? 0 : proseShare(boxes[article]);
  values[column++] = titleBlock < 0 ? -1 : boxes[index].depth - shared.depth;
  values[column++] = titleBlock < 0 ? -1 : boxes[blocks[titleBlock].box].depth - shared.depth;
  values[column++] = titleBlock < 0 ? -1 : proseShare(shared);
  return column;
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
