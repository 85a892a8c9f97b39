import { Around, type BlockPage, type Box } from './blocks.ts';
import type { BlockFacts } from './facts.ts';

/**
 * Says what stands around each box: how many siblings look like it and what they hold, the item it lies in where boxes alike
 * stand in a row (teasers, comments, posts), the article element around it, what it shares with the title, and which heading
 * comes before each block. Linear in boxes and blocks.
 */
export function surroundingsOf(page: BlockPage, facts: readonly BlockFacts[], titleBlock: number): Surroundings {
  const { boxes, blocks } = page;
  const rows = rowsOfSiblings(page);
  const sums = sumsOf(page, facts);
  const rowSize = new Int32Array(rows.count);
  const rowProse = new Float64Array(rows.count);
  const rowMass = new Float64Array(rows.count);
  for (let index = 1; index < boxes.length; index++) {
    const { first, end } = boxes[index];
    if (end <= first) continue;
    const row = rows.of[index];
    rowSize[row]++;
    rowProse[row] += sums.prose[end] - sums.prose[first];
    rowMass[row] += sums.mass[end] - sums.mass[first];
  }
  const item = new Int32Array(boxes.length).fill(-1);
  const article = new Int32Array(boxes.length).fill(-1);
  let articles = 0;
  // Parents come before children, so one pass is enough.
  for (let index = 1; index < boxes.length; index++) {
    const box = boxes[index];
    item[index] = isItem(box) && rowSize[rows.of[index]] >= ITEMS_MIN ? index : item[box.parent];
    article[index] = box.tag === 'article' ? index : article[box.parent];
    if (box.tag === 'article' && box.end > box.first) articles++;
  }
  const title = sharedWith(page, titleBlock < 0 ? 0 : blocks[titleBlock].box);
  const headings = headingsBefore(page, facts);
  return { rows: rows.of, rowSize, rowProse, rowMass, item, article, articles, title, sums, headings };
}

export interface Surroundings {
  /** By box the number of its row: siblings that look alike. */
  readonly rows: Int32Array;
  /** By row: boxes with text in it, their running text, their mass. */
  readonly rowSize: Int32Array;
  readonly rowProse: Float64Array;
  readonly rowMass: Float64Array;
  /** By box the innermost box around it, itself included, that is one of a row of `ITEMS_MIN` and more; -1 for none. */
  readonly item: Int32Array;
  /** By box the innermost article element around it, itself included; -1 for none. */
  readonly article: Int32Array;
  /** Article elements with text on the page. */
  readonly articles: number;
  /** By box the innermost box it shares with the title, itself where it is around the title; the outermost without a title. */
  readonly title: Int32Array;
  readonly sums: BlockSums;
  readonly headings: HeadingsBefore;
}

/** Running sums over the blocks: `sums[end] - sums[first]` is what a range holds. */
interface BlockSums {
  /** Blocks that are a link of a headline's length, headings, and blocks with a time. */
  readonly links: Int32Array;
  readonly headings: Int32Array;
  readonly times: Int32Array;
  readonly prose: Float64Array;
  readonly mass: Float64Array;
  /** Mass that is links. */
  readonly linkMass: Float64Array;
}

/** What the last heading before each block is. */
interface HeadingsBefore {
  /** Blocks since it. */
  readonly since: Uint8Array;
  /** 1 to 6 by its tag, 7 for another, 0 for none. */
  readonly level: Uint8Array;
  /** 1 for a link, 0 for none, -1 where there is no heading. */
  readonly linked: Int8Array;
  /** Headings so far, and how many of the last ones in a row were links. */
  readonly count: Uint8Array;
  readonly linkedRun: Uint8Array;
}

/** By box the innermost box it shares with one of them. Parents come before children, so one pass is enough. */
export function sharedWith({ boxes }: BlockPage, box: number): Int32Array {
  const around = new Set<number>();
  for (let index = box; index >= 0; index = boxes[index].parent) around.add(index);
  const shared = new Int32Array(boxes.length);
  for (let index = 0; index < boxes.length; index++)
    shared[index] = around.has(index) ? index : shared[boxes[index].parent];
  return shared;
}

const ITEMS_MIN = 3;
const LINK_MASS_MIN = 20;
const LINK_MASS_MAX = 220;

function isItem({ first, end, tag }: Box): boolean {
  return tag === 'li' || tag === 'article' || end - first >= 2;
}

/** Numbers the rows of siblings that look alike, from 1 on: the same box around them, tag and class, digits aside. */
function rowsOfSiblings({ boxes, looks }: BlockPage): { of: Int32Array; count: number } {
  const of = new Int32Array(boxes.length);
  const plain = plainLooks(looks);
  /** Rows by the box around them and their look, as one number. */
  const rows = new Map<number, number>();
  for (let index = 1; index < boxes.length; index++) {
    const { look, parent } = boxes[index];
    const key = parent * looks.length + plain[look];
    let row = rows.get(key);
    if (row === undefined) {
      row = rows.size + 1;
      rows.set(key, row);
    }
    of[index] = row;
  }
  return { of, count: rows.size + 1 };
}

/** By look the first that is written like it but for digits: classes may bear the number of a post. */
function plainLooks(looks: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  const plain = new Int32Array(looks.length);
  for (let look = 0; look < looks.length; look++) {
    const written = looks[look];
    const bare = /\d/.test(written) ? written.replace(/\d+/g, '') : written;
    const known = first.get(bare);
    plain[look] = known ?? look;
    if (known === undefined) first.set(bare, look);
  }
  return plain;
}

function sumsOf({ blocks, boxes }: BlockPage, facts: readonly BlockFacts[]): BlockSums {
  const links = new Int32Array(blocks.length + 1);
  const headings = new Int32Array(blocks.length + 1);
  const times = new Int32Array(blocks.length + 1);
  const prose = new Float64Array(blocks.length + 1);
  const mass = new Float64Array(blocks.length + 1);
  const linkMass = new Float64Array(blocks.length + 1);
  for (let at = 0; at < blocks.length; at++) {
    const fact = facts[at];
    const link = fact.linkShare > 0.8 && fact.mass >= LINK_MASS_MIN && fact.mass < LINK_MASS_MAX;
    const heading = (boxes[blocks[at].box].around & Around.heading) !== 0;
    links[at + 1] = links[at] + (link ? 1 : 0);
    headings[at + 1] = headings[at] + (heading ? 1 : 0);
    times[at + 1] = times[at] + (blocks[at].hasTime ? 1 : 0);
    prose[at + 1] = prose[at] + (fact.prose ? fact.mass : 0);
    mass[at + 1] = mass[at] + fact.mass;
    linkMass[at + 1] = linkMass[at] + fact.mass * fact.linkShare;
  }
  return { links, headings, times, prose, mass, linkMass };
}

function headingsBefore(page: BlockPage, facts: readonly BlockFacts[]): HeadingsBefore {
  const length = page.blocks.length;
  const found = {
    since: new Uint8Array(length),
    level: new Uint8Array(length),
    linked: new Int8Array(length),
    count: new Uint8Array(length),
    linkedRun: new Uint8Array(length),
  };
  let last = -1;
  let level = 0;
  let linked = -1;
  let count = 0;
  let run = 0;
  for (let at = 0; at < length; at++) {
    found.since[at] = last < 0 ? NO_HEADING : Math.min(SINCE_MAX, at - last);
    found.level[at] = level;
    found.linked[at] = linked;
    found.count[at] = Math.min(COUNT_MAX, count);
    found.linkedRun[at] = Math.min(RUN_MAX, run);
    const box = page.boxes[page.blocks[at].box];
    if ((box.around & Around.heading) === 0) continue;
    last = at;
    level = headingLevel(page, page.blocks[at].box);
    linked = facts[at].linkShare > 0.8 || (box.around & Around.link) !== 0 ? 1 : 0;
    count++;
    run = linked === 1 ? run + 1 : 0;
  }
  return found;
}

const NO_HEADING = 99;
const SINCE_MAX = 60;
const COUNT_MAX = 60;
const RUN_MAX = 20;

function headingLevel({ boxes }: BlockPage, index: number): number {
  for (let at = index; at > 0; at = boxes[at].parent) {
    const { tag } = boxes[at];
    if (tag.length === 2 && tag[0] === 'h' && tag[1] >= '1' && tag[1] <= '6') return Number(tag[1]);
  }
  return 7;
}
