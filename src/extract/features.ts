import { Around, type BlockPage } from './blocks.ts';
import { classCategories } from './class-words.ts';
import { type BlockFacts, logOf } from './facts.ts';
import { lexiconNames } from './lexicon.ts';
import type { RuleScores } from './rules.ts';
import { type PageMeasures, putSurroundings, surroundingNames } from './surrounding-features.ts';
import { type Surroundings, sharedWith } from './surroundings.ts';

/**
 * Describes every block of a page in numbers for the classifier: its text, its tags and class words, the boxes around it, its
 * neighbours, its place on the page, and what the page says of itself. One row of `featureNames.length` values a block.
 * Everything is counted in a fixed order with plain arithmetic, so the numbers are the same on every machine.
 */
export function blockFeatures(input: FeaturesInput): Float32Array {
  const { page, passedOver } = input;
  const values = new Float32Array(page.blocks.length * WIDTH);
  const measured = measure(input);
  for (let at = 0; at < page.blocks.length; at++) {
    if (passedOver[at] === 1) continue;
    let column = at * WIDTH;
    column = putText(values, column, at, input, measured);
    column = putTag(values, column, at, page);
    column = putBoxes(values, column, at, input, measured);
    column = putCandidate(values, column, at, input, measured);
    column = putPlace(values, column, at, input, measured);
    for (const step of NEIGHBOURS) column = putNeighbour(values, column, at, at + step, input);
    column = putPage(values, column, at, input, measured);
    putSurroundings(values, column, at, page, input.surroundings, measured);
  }
  return values;
}

/** What is counted once of a page. */
interface Measured extends PageMeasures {
  readonly looks: readonly (LookGroup | null)[];
  readonly repeats: Float32Array;
  /** By box the innermost box it shares with the box the rules name. */
  readonly shared: Int32Array;
  readonly massAll: number;
  /** Running count of the blocks the rules keep. */
  readonly keptBefore: Int32Array;
  /** By block the running text that the rules keep before and after it; -1 for none. */
  readonly lastProse: Int32Array;
  readonly nextProse: Int32Array;
}

function measure({ page, facts, rules, clues, surroundings: { sums } }: FeaturesInput): Measured {
  const count = page.blocks.length;
  const keptBefore = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) keptBefore[at + 1] = keptBefore[at] + rules.kept[at];
  const lastProse = new Int32Array(count);
  const nextProse = new Int32Array(count);
  for (let at = 0, seen = -1; at < count; at++) {
    lastProse[at] = seen;
    if (facts[at].prose && rules.kept[at] === 1) seen = at;
  }
  for (let at = count - 1, seen = -1; at >= 0; at--) {
    nextProse[at] = seen;
    if (facts[at].prose && rules.kept[at] === 1) seen = at;
  }
  return {
    looks: lookGroups(page, facts),
    repeats: repeatCounts(page),
    shared: sharedWith(page, rules.candidate),
    candidate: page.boxes[rules.candidate],
    proseAll: Math.max(1, sums.prose[count]),
    massAll: Math.max(1, sums.mass[count]),
    titleBlock: clues.titleBlock,
    keptBefore,
    lastProse,
    nextProse,
  };
}

// Each of these writes some columns of a row from `start` on and gives the column behind them.

/** The text itself. */
function putText(
  values: Float32Array,
  start: number,
  at: number,
  { page, facts, clues }: FeaturesInput,
  { repeats }: Measured,
): number {
  const block = page.blocks[at];
  const fact = facts[at];
  let column = start;
  values[column++] = logOf(fact.mass);
  values[column++] = logOf(fact.words);
  values[column++] = fact.linkShare;
  values[column++] = block.linkCount;
  values[column++] = fact.boldShare;
  values[column++] = fact.italicShare;
  values[column++] = fact.upperShare;
  values[column++] = fact.digitShare;
  values[column++] = fact.lowerWordShare;
  values[column++] = Math.min(20, fact.sentences);
  values[column++] = fact.endsSentence ? 1 : fact.endsCut ? -1 : fact.endsColon ? 2 : 0;
  values[column++] = Math.min(20, fact.commas);
  values[column++] = Math.min(10, fact.quotes);
  values[column++] = Math.min(10, fact.separators);
  values[column++] = fact.startsLower ? 1 : 0;
  values[column++] = fact.words === 0 ? 0 : fact.mass / fact.words;
  values[column++] = Math.min(10, block.breakCount);
  values[column++] = block.hasTime ? 1 : 0;
  values[column++] = fact.prose ? 1 : 0;
  values[column++] = clues.furniture[at];
  values[column++] = clues.titleLikeness[at];
  values[column++] = clues.claimed[at];
  values[column++] = Math.min(5, repeats[at]);
  return column;
}

/** Its tag and what it lies in. */
function putTag(values: Float32Array, start: number, at: number, page: BlockPage): number {
  const block = page.blocks[at];
  const box = page.boxes[block.box];
  let column = start;
  values[column++] = tagCode(box.tag, block.row);
  values[column++] = box.depth;
  for (let index = 0; index < aroundBits.length; index++)
    values[column++] = (box.around & aroundBits[index]) !== 0 ? 1 : 0;
  const flags = nearFlags(page, block.box) | block.inlineFlags;
  for (let category = 0; category < classCategories.length; category++) {
    const bit = 1 << category;
    values[column++] = (flags & bit) !== 0 ? 2 : (box.flagsAbove & bit) !== 0 ? 1 : 0;
  }
  return column;
}

/** The boxes around it, inside out, and those that look like it. */
function putBoxes(
  values: Float32Array,
  start: number,
  at: number,
  { page: { blocks, boxes }, surroundings: { sums } }: FeaturesInput,
  { looks, proseAll }: Measured,
): number {
  let index = blocks[at].box;
  let column = start;
  for (let level = 0; level < LEVELS; level++) {
    const around = boxes[index];
    const mass = sums.mass[around.end] - sums.mass[around.first];
    values[column++] = logOf(mass);
    values[column++] = mass === 0 ? 0 : (sums.linkMass[around.end] - sums.linkMass[around.first]) / mass;
    values[column++] = Math.min(200, around.end - around.first);
    values[column++] = (sums.prose[around.end] - sums.prose[around.first]) / proseAll;
    if (around.parent >= 0) index = around.parent;
  }
  const look = looks[boxes[blocks[at].box].look]!;
  values[column++] = logOf(look.mass);
  values[column++] = look.prose / proseAll;
  values[column++] = look.mass === 0 ? 0 : look.link / look.mass;
  values[column++] = Math.min(100, look.count);
  values[column++] = look.mass / look.count;
  return column;
}

/** Where it stands against the box the rules name, and against the text they keep. */
function putCandidate(
  values: Float32Array,
  start: number,
  at: number,
  { page, rules, surroundings: { sums } }: FeaturesInput,
  { candidate, shared, proseAll, keptBefore, lastProse, nextProse }: Measured,
): number {
  const { blocks, boxes } = page;
  const index = blocks[at].box;
  const sharedDepth = boxes[shared[index]].depth;
  const inside = at >= candidate.first && at < candidate.end;
  const last = lastProse[at];
  const next = nextProse[at];
  let column = start;
  values[column++] = inside ? 1 : 0;
  values[column++] = boxes[index].depth - sharedDepth;
  values[column++] = candidate.depth - sharedDepth;
  values[column++] = inside
    ? (at - candidate.first) / Math.max(1, candidate.end - candidate.first)
    : at < candidate.first
      ? -1
      : 2;
  values[column++] = rules.kept[at];
  values[column++] = coarse((sums.prose[candidate.end] - sums.prose[candidate.first]) / proseAll, 10);
  values[column++] = last < 0 ? 99 : Math.min(50, at - last);
  values[column++] = next < 0 ? 99 : Math.min(50, next - at);
  values[column++] = last < 0 ? 99 : treeDistance(page, index, blocks[last].box);
  values[column++] = next < 0 ? 99 : treeDistance(page, index, blocks[next].box);
  values[column++] = logOf(keptBefore[at]);
  values[column++] = logOf(keptBefore[blocks.length] - keptBefore[at + 1]);
  return column;
}

/** Place on the page. */
function putPlace(
  values: Float32Array,
  start: number,
  at: number,
  { page, clues, surroundings }: FeaturesInput,
  { massAll }: Measured,
): number {
  values[start] = at / page.blocks.length;
  values[start + 1] = surroundings.sums.mass[at] / massAll;
  values[start + 2] = clues.titleBlock < 0 ? 0 : Math.max(-50, Math.min(200, at - clues.titleBlock));
  return start + 3;
}

/** A neighbour; -1 throughout where the page ends. */
function putNeighbour(
  values: Float32Array,
  start: number,
  at: number,
  other: number,
  { page: { blocks, boxes }, facts, clues }: FeaturesInput,
): number {
  if (other < 0 || other >= blocks.length) {
    values.fill(-1, start, start + NEIGHBOUR_WIDTH);
    return start + NEIGHBOUR_WIDTH;
  }
  const fact = facts[other];
  const box = boxes[blocks[at].box];
  const otherBox = boxes[blocks[other].box];
  const siblings = otherBox.parent === box.parent;
  values[start] = logOf(fact.mass);
  values[start + 1] = fact.linkShare;
  values[start + 2] = fact.endsSentence ? 1 : 0;
  values[start + 3] = tagCode(otherBox.tag, blocks[other].row);
  values[start + 4] = otherBox.look === box.look ? (siblings ? 2 : 1) : siblings ? 0.5 : 0;
  values[start + 5] = clues.furniture[other];
  return start + NEIGHBOUR_WIDTH;
}

/** What stands before and after it, and the page. */
function putPage(
  values: Float32Array,
  start: number,
  at: number,
  { facts, clues, surroundings: { sums } }: FeaturesInput,
  { proseAll, massAll }: Measured,
): number {
  values[start] = logOf(windowMass(facts, at - 4, at));
  values[start + 1] = logOf(windowMass(facts, at + 1, at + 5));
  values[start + 2] = Math.floor(logOf(proseAll));
  values[start + 3] = coarse(sums.linkMass[facts.length] / massAll, 5);
  values[start + 4] = coarse(proseAll / massAll, 5);
  values[start + 5] = clues.claimedShare;
  return start + 6;
}

export interface FeaturesInput {
  readonly page: BlockPage;
  readonly facts: readonly BlockFacts[];
  readonly rules: RuleScores;
  readonly clues: PageClues;
  readonly surroundings: Surroundings;
  /** 1 for blocks that are not described. */
  readonly passedOver: Uint8Array;
}

/** What other steps know of the page, by block. */
export interface PageClues {
  /** Strength of a furniture line by its words, 0 for none. */
  readonly furniture: Float32Array;
  /** 2 for the title itself, 1 for its like, 0 for neither. */
  readonly titleLikeness: Float32Array;
  /** Block that is the visible title; -1 when there is none. */
  readonly titleBlock: number;
  /** 1 when the page's own `articleBody` holds the block, 0 when it does not, -1 when there is none to ask. */
  readonly claimed: Float32Array;
  /** Length of the claimed text against the page's prose, 0 to 3; 0 when there is none. */
  readonly claimedShare: number;
}

const LEVELS = 5;
const NEIGHBOURS = [-2, -1, 1, 2] as const;
const NEIGHBOUR_WIDTH = 6;
const aroundBits = Object.values(Around);

/** Names of the columns, in order. */
export const featureNames: readonly string[] = nameFeatures();
const WIDTH = featureNames.length;

function nameFeatures(): string[] {
  const names = (
    'mass words linkShare links bold italic upper digits lowerWords sentences ending commas quotes separators ' +
    'startsLower wordLength breaks time prose furniture titleLikeness claimed repeats tag depth'
  ).split(' ');
  for (const name of Object.keys(Around)) names.push(`in.${name}`);
  for (const category of classCategories) names.push(`class.${category}`);
  for (let level = 0; level < LEVELS; level++) {
    for (const name of ['mass', 'linkShare', 'blocks', 'proseShare']) names.push(`box${level}.${name}`);
  }
  names.push('look.mass', 'look.proseShare', 'look.linkShare', 'look.count', 'look.massMean');
  names.push('inside', 'down', 'up', 'place', 'rule', 'candidateShare', 'sinceProse', 'untilProse');
  names.push('treeToLast', 'treeToNext', 'keptBefore', 'keptAfter', 'order', 'massBefore', 'sinceTitle');
  for (const step of NEIGHBOURS) {
    for (const name of ['mass', 'linkShare', 'ends', 'tag', 'alike', 'furniture']) names.push(`next${step}.${name}`);
  }
  names.push('windowBefore', 'windowAfter', 'page.prose', 'page.linkShare', 'page.proseShare', 'page.claimedShare');
  names.push(...surroundingNames);
  // Filled by lexicon.ts, last.
  names.push(...lexiconNames);
  return names;
}

const tagCodes = new Map(
  'p div li td tr blockquote figcaption pre dd dt section article h6 h5 h4 h3 h2 h1'
    .split(' ')
    .map((tag, at) => [tag, at]),
);

/** Tags in an order that a threshold can part: text, containers, headings. */
function tagCode(tag: string, row: boolean): number {
  return row ? 4 : (tagCodes.get(tag) ?? 11);
}

/** A measure of the whole page in steps: finer, it would tell the training which page it is looking at. */
function coarse(share: number, steps: number): number {
  return Math.round(share * steps) / steps;
}

interface LookGroup {
  mass: number;
  prose: number;
  link: number;
  count: number;
}

/** What the blocks of each look come to; null for looks without a block. */
function lookGroups(page: BlockPage, facts: readonly BlockFacts[]): readonly (LookGroup | null)[] {
  const groups = new Array<LookGroup | null>(page.looks.length).fill(null);
  for (let at = 0; at < facts.length; at++) {
    const look = page.boxes[page.blocks[at].box].look;
    let group = groups[look];
    if (group === null) {
      group = { mass: 0, prose: 0, link: 0, count: 0 };
      groups[look] = group;
    }
    const fact = facts[at];
    group.mass += fact.mass;
    group.link += fact.mass * fact.linkShare;
    group.count++;
    if (fact.prose) group.prose += fact.mass;
  }
  return groups;
}

function repeatCounts(page: BlockPage): Float32Array {
  /** By text the number of its first block; the count stands there. */
  const firsts = new Map<string, number>();
  const { blocks } = page;
  const first = new Int32Array(blocks.length);
  const counts = new Float32Array(blocks.length);
  for (let at = 0; at < blocks.length; at++) {
    const { text } = blocks[at];
    const known = firsts.get(text);
    if (known === undefined) firsts.set(text, at);
    else counts[known]++;
    first[at] = known ?? at;
  }
  for (let at = 0; at < blocks.length; at++) counts[at] = counts[first[at]];
  return counts;
}

/** Steps up and down between two boxes, at most `TREE_STEPS_MAX`. */
function treeDistance(page: BlockPage, from: number, to: number): number {
  let steps = 0;
  let a = from;
  let b = to;
  while (a !== b && steps < TREE_STEPS_MAX) {
    if (page.boxes[a].depth >= page.boxes[b].depth) a = page.boxes[a].parent;
    else b = page.boxes[b].parent;
    steps++;
  }
  return steps;
}

const TREE_STEPS_MAX = 24;

/** Class flags of a box and of the two around it. */
export function nearFlags(page: BlockPage, index: number): number {
  const box = page.boxes[index];
  const above = page.boxes[Math.max(0, box.parent)];
  return box.flags | above.flags | page.boxes[Math.max(0, above.parent)].flags;
}

function windowMass(facts: readonly BlockFacts[], from: number, to: number): number {
  let mass = 0;
  for (let at = Math.max(0, from); at < Math.min(facts.length, to); at++) {
    mass += facts[at].mass * (1 - facts[at].linkShare);
  }
  return mass;
}
