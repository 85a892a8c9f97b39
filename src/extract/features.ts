import { Around, type BlockPage } from './blocks.ts';
import { classCategories } from './class-words.ts';
import { type BlockFacts, logOf } from './facts.ts';
import { lexiconNames } from './lexicon.ts';
import type { RuleScores } from './rules.ts';
import { putSurroundings, surroundingNames } from './surrounding-features.ts';
import { type Surroundings, sharedWith } from './surroundings.ts';

/**
 * Describes every block of a page in numbers for the classifier: its text, its tags and class words, the boxes around it, its
 * neighbours, its place on the page, and what the page says of itself. One row of `featureNames.length` values a block.
 * Everything is counted in a fixed order with plain arithmetic, so the numbers are the same on every machine.
 */
export function blockFeatures({ page, facts, rules, clues, surroundings, passedOver }: FeaturesInput): Float32Array {
  const { blocks, boxes } = page;
  const count = blocks.length;
  const values = new Float32Array(count * WIDTH);
  const { sums } = surroundings;
  const looks = lookGroups(page, facts);
  const repeats = repeatCounts(page);
  const shared = sharedWith(page, rules.candidate);
  const candidate = boxes[rules.candidate];
  const proseAll = Math.max(1, sums.prose[count]);
  const massAll = Math.max(1, sums.mass[count]);
  const keptBefore = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) keptBefore[at + 1] = keptBefore[at] + rules.kept[at];
  const lastProse = new Int32Array(count).fill(-1);
  const nextProse = new Int32Array(count).fill(-1);
  for (let at = 0, seen = -1; at < count; at++) {
    lastProse[at] = seen;
    if (facts[at].prose && rules.kept[at] === 1) seen = at;
  }
  for (let at = count - 1, seen = -1; at >= 0; at--) {
    nextProse[at] = seen;
    if (facts[at].prose && rules.kept[at] === 1) seen = at;
  }
  let at = 0;
  let row = 0;
  const put = (value: number) => {
    values[row++] = value;
  };
  for (at = 0; at < count; at++) {
    if (passedOver[at] === 1) continue;
    row = at * WIDTH;
    const block = blocks[at];
    const fact = facts[at];
    const box = boxes[block.box];
    const look = looks[box.look]!;

    // 1. the text itself
    put(logOf(fact.mass));
    put(logOf(fact.words));
    put(fact.linkShare);
    put(block.linkCount);
    put(fact.boldShare);
    put(fact.italicShare);
    put(fact.upperShare);
    put(fact.digitShare);
    put(fact.lowerWordShare);
    put(Math.min(20, fact.sentences));
    put(fact.endsSentence ? 1 : fact.endsCut ? -1 : fact.endsColon ? 2 : 0);
    put(Math.min(20, fact.commas));
    put(Math.min(10, fact.quotes));
    put(Math.min(10, fact.separators));
    put(fact.startsLower ? 1 : 0);
    put(fact.words === 0 ? 0 : fact.mass / fact.words);
    put(Math.min(10, block.breakCount));
    put(block.hasTime ? 1 : 0);
    put(fact.prose ? 1 : 0);
    put(clues.furniture[at]);
    put(clues.titleLikeness[at]);
    put(clues.claimed[at]);
    put(Math.min(5, repeats[at]));

    // 2. its tag and what it lies in
    put(tagCode(box.tag, block.row));
    put(box.depth);
    for (const bit of aroundBits) put((box.around & bit) !== 0 ? 1 : 0);
    const flags = nearFlags(page, block.box) | block.inlineFlags;
    for (let category = 0; category < classCategories.length; category++) {
      const bit = 1 << category;
      put((flags & bit) !== 0 ? 2 : (box.flagsAbove & bit) !== 0 ? 1 : 0);
    }

    // 3. the boxes around it, inside out
    let index = block.box;
    for (let level = 0; level < LEVELS; level++) {
      const around = boxes[index];
      const mass = sums.mass[around.end] - sums.mass[around.first];
      put(logOf(mass));
      put(mass === 0 ? 0 : (sums.linkMass[around.end] - sums.linkMass[around.first]) / mass);
      put(Math.min(200, around.end - around.first));
      put((sums.prose[around.end] - sums.prose[around.first]) / proseAll);
      if (around.parent >= 0) index = around.parent;
    }
    put(logOf(look.mass));
    put(look.prose / proseAll);
    put(look.mass === 0 ? 0 : look.link / look.mass);
    put(Math.min(100, look.count));
    put(look.mass / look.count);

    // 4. where it stands against the box the rules name
    const inside = at >= candidate.first && at < candidate.end;
    put(inside ? 1 : 0);
    put(box.depth - boxes[shared[block.box]].depth);
    put(candidate.depth - boxes[shared[block.box]].depth);
    put(inside ? (at - candidate.first) / Math.max(1, candidate.end - candidate.first) : at < candidate.first ? -1 : 2);
    put(rules.kept[at]);
    put(coarse((sums.prose[candidate.end] - sums.prose[candidate.first]) / proseAll, 10));
    put(lastProse[at] < 0 ? 99 : Math.min(50, at - lastProse[at]));
    put(nextProse[at] < 0 ? 99 : Math.min(50, nextProse[at] - at));
    put(lastProse[at] < 0 ? 99 : treeDistance(page, block.box, blocks[lastProse[at]].box));
    put(nextProse[at] < 0 ? 99 : treeDistance(page, block.box, blocks[nextProse[at]].box));
    put(logOf(keptBefore[at]));
    put(logOf(keptBefore[count] - keptBefore[at + 1]));

    // 5. place on the page
    put(at / count);
    put(sums.mass[at] / massAll);
    put(clues.titleBlock < 0 ? 0 : Math.max(-50, Math.min(200, at - clues.titleBlock)));

    // 6. neighbours
    for (const step of NEIGHBOURS) {
      const other = at + step;
      if (other < 0 || other >= count) {
        for (let value = 0; value < NEIGHBOUR_WIDTH; value++) put(-1);
        continue;
      }
      const next = facts[other];
      const otherBox = boxes[blocks[other].box];
      put(logOf(next.mass));
      put(next.linkShare);
      put(next.endsSentence ? 1 : 0);
      put(tagCode(otherBox.tag, blocks[other].row));
      put(
        otherBox.look === box.look
          ? otherBox.parent === box.parent
            ? 2
            : 1
          : otherBox.parent === box.parent
            ? 0.5
            : 0,
      );
      put(clues.furniture[other]);
    }
    put(logOf(windowMass(facts, at - 4, at)));
    put(logOf(windowMass(facts, at + 1, at + 5)));

    // 7. the page
    put(Math.floor(logOf(proseAll)));
    put(coarse(sums.linkMass[count] / massAll, 5));
    put(coarse(proseAll / massAll, 5));
    put(clues.claimedShare);

    // 8. rows of boxes alike, the title, headings before
    putSurroundings(at, put, page, surroundings, { candidate, proseAll, titleBlock: clues.titleBlock });
  }
  return values;
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
