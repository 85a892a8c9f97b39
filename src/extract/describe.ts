import type { HtmlTree } from '../formats/html.ts';
import { type BlockPage, textBlocks } from './blocks.ts';
import { pageClues, pageSaid } from './clues.ts';
import { type BlockFacts, factsOf } from './facts.ts';
import { blockFeatures, featureNames, type PageClues } from './features.ts';
import { fillLexicon, type Lexicon } from './lexicon.ts';
import { type RuleScores, ruleScores } from './rules.ts';
import type { Structured } from './structured.ts';

/** Cuts a page into blocks and gathers all that is known of them. Training and reading share it, so they see the same. */
export function describePage(tree: HtmlTree, structured: Structured, lexicon: Lexicon | null): DescribedPage {
  const page = textBlocks(tree);
  const facts = page.blocks.map(factsOf);
  const rules = ruleScores(page, facts);
  const said = pageSaid(tree, structured);
  const clues = pageClues(page, facts, said);
  const features = blockFeatures(page, facts, rules, clues);
  if (lexicon !== null) fillLexicon(page, lexicon, features, featureNames.length);
  return { page, facts, rules, clues, titles: said.titles, features, width: featureNames.length, insideColumn };
}

export interface DescribedPage {
  readonly page: BlockPage;
  readonly facts: readonly BlockFacts[];
  readonly rules: RuleScores;
  readonly clues: PageClues;
  /** What the page calls itself: headline, og:title, title. */
  readonly titles: readonly string[];
  /** Rows of `width` values, a block each. */
  readonly features: Float32Array;
  readonly width: number;
  /** Column that says whether the block lies in the box the rules name. */
  readonly insideColumn: number;
}

const insideColumn = featureNames.indexOf('inside');
