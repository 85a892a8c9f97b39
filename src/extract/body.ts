import type { HtmlTree } from '../formats/html.ts';
import type { Trace } from '../records.ts';
import type { BlockPage } from './blocks.ts';
import weights from './body.weights.json' with { type: 'json' };
import { type DescribedPage, describePage } from './describe.ts';
import { featureNames } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { smoothingFeatures, smoothingNames } from './smoothing.ts';
import type { Structured } from './structured.ts';
import { readyTrees } from './trees.ts';

/**
 * Decides which blocks are the article: a first pass over each block by itself, a second over the sequence of their scores.
 * Gives the blocks in the order of the page, and with `explain` the reason for each.
 */
export function chooseBody(tree: HtmlTree, structured: Structured, explain: boolean): ChosenBody {
  const described = describePage(tree, structured, learntLexicon);
  const { page } = described;
  const count = page.blocks.length;
  const scores = new Float32Array(count);
  for (let at = 0; at < count; at++) scores[at] = firstPass.score(described.features, at * firstPass.width) / SCALE;
  const rows = smoothingFeatures(described, scores);
  const kept: number[] = [];
  const trace: Trace[] = [];
  for (let at = 0; at < count; at++) {
    const score = (secondPass.score(rows, at * secondPass.width) / SCALE + scores[at]) / 2;
    if (score > 0) kept.push(at);
    if (explain) trace.push(traceOf(described, at, score, scores[at]));
  }
  return { page, kept, trace };
}

export interface ChosenBody {
  readonly page: BlockPage;
  /** Indexes of the blocks kept. */
  readonly kept: readonly number[];
  readonly trace: readonly Trace[];
}

const textOdds = new Map(Object.entries<number>(weights.lexicon.text));
const classOdds = new Map(Object.entries<number>(weights.lexicon.classes));
const learntLexicon: Lexicon = {
  textOdds: (word) => textOdds.get(word),
  classOdds: (word) => classOdds.get(word),
};
/** Scores in the weights are log odds in units of 1/1000. */
const SCALE = 1_000;
const firstPass = readyTrees(weights.first, featureNames);
const secondPass = readyTrees(weights.second, smoothingNames);

function traceOf(described: DescribedPage, at: number, score: number, alone: number): Trace {
  const kept = score > 0;
  const ruled = described.rules.kept[at] === 1;
  const odds = `odds ${score.toFixed(1)}, by itself ${alone.toFixed(1)}`;
  const rule = ruled === kept ? 'as the rules do' : ruled ? 'the rules would keep it' : 'the rules would drop it';
  return { step: 'body', reason: `${odds}; ${rule}`, text: described.page.blocks[at].text, kept };
}
