import type { Trace } from '../records.ts';
import type { BlockPage } from './blocks.ts';
import { type BlockFacts, factsOf } from './facts.ts';
import { ruleScores } from './rules.ts';

/** Decides which blocks are the article. Gives them in the order of the page, and with `explain` the reason for each block. */
export function chooseBody(page: BlockPage, explain: boolean): ChosenBody {
  const facts: readonly BlockFacts[] = page.blocks.map(factsOf);
  const rules = ruleScores(page, facts);
  const kept: number[] = [];
  const trace: Trace[] = [];
  for (let at = 0; at < page.blocks.length; at++) {
    if (rules.kept[at] === 1) kept.push(at);
    if (explain) {
      trace.push({
        step: 'rules',
        reason: rules.kept[at] === 1 ? 'running text in the article box' : 'outside of the article box or furniture',
        text: page.blocks[at].text,
        kept: rules.kept[at] === 1,
      });
    }
  }
  return { kept, facts, trace };
}

export interface ChosenBody {
  /** Indexes of the blocks kept. */
  readonly kept: readonly number[];
  readonly facts: readonly BlockFacts[];
  readonly trace: readonly Trace[];
}
