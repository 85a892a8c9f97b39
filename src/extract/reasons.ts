import { Around } from './blocks.ts';
import { classBit } from './class-words.ts';
import type { DescribedPage } from './describe.ts';
import { nearFlags } from './features.ts';
import { furniture } from './furniture.ts';

/**
 * Says in words why the scores kept or left out a block: what it looks like, how sure the scores are, and whether the plain
 * rules say otherwise. For `explain` only.
 */
export function reasonOfScore({ page, facts, clues, rules }: DescribedPage, at: number, score: number): string {
  const kept = score > 0;
  const { around } = page.boxes[page.blocks[at].box];
  const fact = facts[at];
  const looks: string[] = [];
  const place = places.find(([bits]) => (around & bits) !== 0) ?? null;
  // What the page calls a box says why it was left out; what was kept stands in it all the same.
  const flags = kept ? 0 : nearFlags(page, page.blocks[at].box) | page.blocks[at].inlineFlags;
  const named = namedBoxes.find(([bit]) => (flags & bit) !== 0) ?? null;
  if (place !== null) looks.push(place[1]);
  else if (named !== null) looks.push(named[1]);
  if (clues.titleLikeness[at] === 2) looks.push('the words of the title');
  else if ((around & Around.heading) !== 0) looks.push('a heading');
  else if (fact.linkShare > 0.8) looks.push('nothing but a link');
  else if (labelWords[clues.furniture[at]] !== undefined) looks.push(labelWords[clues.furniture[at]]);
  else if (fact.prose)
    looks.push(kept ? 'running text' : looks.length > 0 ? 'reads as text' : 'reads as text, but not of this story');
  else looks.push(fact.mass < SHORT_MASS_MAX ? 'a short line' : 'a line');
  const sure = Math.abs(score);
  const surety = sure >= CERTAIN ? 'certain' : sure >= LIKELY ? 'likely' : 'close';
  const ruled = rules.kept[at] === 1;
  const other =
    ruled === kept ? '' : ruled ? '; the rules alone would keep it' : '; the rules alone would leave it out';
  return `${looks.join(', ')}: ${kept ? 'text' : 'no text'}, ${surety} (${score.toFixed(1)})${other}`;
}

/** Where a block stands, the most telling first. */
const places: readonly (readonly [bits: number, words: string])[] = [
  [Around.hidden, 'hidden'],
  [Around.nav, 'in a menu'],
  [Around.caption | Around.figure, 'by a picture'],
  [Around.form, 'in a form'],
  [Around.aside, 'beside the text'],
  [Around.footer, 'in a foot'],
];

/** Boxes by what the page calls them, the most telling first. */
const namedBoxes: readonly (readonly [bit: number, words: string])[] = [
  [classBit('hidden'), 'hidden'],
  [classBit('comment'), 'among what readers wrote'],
  [classBit('newsletter'), 'in a box for a newsletter'],
  [classBit('notice'), 'in a notice to the reader'],
  [classBit('promotion'), 'in a box for an offer'],
  [classBit('share'), 'among buttons to share'],
  [classBit('navigation'), 'in a menu'],
  [classBit('tags'), 'in a list of topics'],
  [classBit('related'), 'in a box of other stories'],
  [classBit('caption'), 'by a picture'],
  [classBit('author'), 'in a box about the writer'],
  [classBit('byline'), 'in the line of the writer'],
  [classBit('sidebar'), 'in a side column'],
  [classBit('footer'), 'in a foot'],
];

const labelWords: Readonly<Record<number, string>> = {
  [furniture.photo]: 'a line about a picture',
  [furniture.meta]: 'a line about the text',
  [furniture.alsoPrefix]: 'a label before another story',
  [furniture.more]: 'a link to the rest',
  [furniture.list]: 'the name of a list',
};

const SHORT_MASS_MAX = 40;
/** Log odds that are right in all but a few of a hundred blocks, and in most. */
const CERTAIN = 3;
const LIKELY = 1;
