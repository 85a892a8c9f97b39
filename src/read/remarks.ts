import { CC, DET, PREP, SUB, THAT, VING, VPART } from './lexicon.ts';
import { isFiniteVerb } from './phrases.ts';
import { does, WITH } from './small-words.ts';
import type { Token } from './tokens.ts';

/**
 * "said it would close - a plan that few had heard of", "said it was full; the other had ten": where the writer goes on in words
 * of his own. A dash that another closes holds an aside of what is said, and with a quotation in it nothing is cut off.
 */
export function remarkBehind(tokens: readonly Token[], from: number, to: number): number {
  let dash = -1;
  for (let at = from + 1; at < to; at++) {
    const { kind } = tokens[at];
    if (kind === 'quote') dash = -2;
    if (kind !== 'mark') continue;
    if (at - from >= remarkTokensMin && at + 1 < to && (isNextSentence(tokens, at) || isComparison(tokens, at)))
      return at;
    if (isDash(tokens[at].lower) && tokens[at - 1].end < tokens[at].start) dash = dash === -1 ? at : -2;
  }
  if (dash - from < remarkTokensMin) return to;
  const next = tokens[tokens[dash + 1]?.lower === tokens[dash].lower ? dash + 2 : dash + 1];
  if (next === undefined) return dash;
  return next.tags & (CC | SUB | PREP | VING | THAT) && !(next.tags & DET) ? to : dash;
}

/** Tokens of what is said before a remark of the writer's. */
const remarkTokensMin = 4;

/** "…; the other had ten": a semicolon with no word behind it that ties it to what is said. */
function isNextSentence(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at].lower === ';' && !(next.tags & (CC | SUB | PREP)) && next.kind !== 'quote';
}

/** ", compared with two last year" */
function isComparison(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at].lower !== ',' || !(next.tags & VPART) || next.capital) return false;
  return does(tokens[at + 2], WITH) && !isFiniteVerb(tokens, at + 1);
}

function isDash(mark: string): boolean {
  return mark === '-' || mark === '–' || mark === '—' || mark === '―';
}
