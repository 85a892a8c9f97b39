import type { HtmlTree } from '../formats/html.ts';
import { Around, type BlockPage, textBlocks } from './blocks.ts';
import { classBit } from './class-words.ts';
import { pageClues, pageSaid } from './clues.ts';
import { type BlockFacts, factsOf } from './facts.ts';
import { blockFeatures, featureNames, type PageClues } from './features.ts';
import { fillLexicon, type Lexicon } from './lexicon.ts';
import { type RuleScores, ruleScores } from './rules.ts';
import type { Structured } from './structured.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** Cuts a page into blocks and gathers all that is known of them. Training and reading share it, so they see the same. */
export function describePage(tree: HtmlTree, structured: Structured, lexicon: Lexicon | null): DescribedPage {
  const page = textBlocks(tree);
  const facts = page.blocks.map(factsOf);
  const rules = ruleScores(page, facts);
  const said = pageSaid(tree, structured);
  const clues = pageClues(page, facts, said);
  const passedOver = plainFurniture(page, facts, rules);
  const surroundings = surroundingsOf(page, facts, clues.titleBlock);
  const features = blockFeatures({ page, facts, rules, clues, surroundings, passedOver });
  if (lexicon !== null) fillLexicon(page, passedOver, lexicon, features, featureNames.length);
  return {
    page,
    facts,
    rules,
    clues,
    surroundings,
    titles: said.titles,
    passedOver,
    features,
    width: featureNames.length,
    insideColumn,
  };
}

export interface DescribedPage {
  readonly page: BlockPage;
  readonly facts: readonly BlockFacts[];
  readonly rules: RuleScores;
  readonly clues: PageClues;
  readonly surroundings: Surroundings;
  /** What the page calls itself: headline, og:title, title. */
  readonly titles: readonly string[];
  /** 1 for blocks that are plain furniture: they are neither described nor scored. */
  readonly passedOver: Uint8Array;
  /** Rows of `width` values, a block each. */
  readonly features: Float32Array;
  readonly width: number;
  /** Column that says whether the block lies in the box the rules name. */
  readonly insideColumn: number;
}

const insideColumn = featureNames.indexOf('inside');

/** Short lines that are nothing but links, in menus and at the foot of the page, outside of the box the rules name. */
function plainFurniture(page: BlockPage, facts: readonly BlockFacts[], rules: RuleScores): Uint8Array {
  const { first, end } = page.boxes[rules.candidate];
  const plain = new Uint8Array(facts.length);
  for (let at = 0; at < facts.length; at++) {
    if (facts[at].linkShare < 0.9 || facts[at].mass > MENU_MASS_MAX || (at >= first && at < end)) continue;
    const box = page.boxes[page.blocks[at].box];
    if ((box.around & menuAround) !== 0 || (box.flagsAbove & menuWords) !== 0) plain[at] = 1;
  }
  return plain;
}

const MENU_MASS_MAX = 45;
const menuAround = Around.nav | Around.footer;
const menuWords = classBit('navigation') | classBit('footer');
