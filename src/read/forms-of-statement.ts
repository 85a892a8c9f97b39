import type { Span, Statement } from '../records.ts';
import { firstEndingBehind } from '../text/spans.ts';
import type { Quote } from './quotes.ts';

/** Whether what was said stands in quotation marks wholly, in part or not. */
export function formOf(content: readonly Span[], quotes: readonly Quote[]): Statement['form'] {
  let all = 0;
  let quoted = 0;
  for (const [start, end] of content) {
    all += end - start;
    for (const quote of quotesIn(quotes, start, end)) quoted += Math.min(end, quote.end) - Math.max(start, quote.start);
  }
  if (quoted === 0) return 'indirect';
  return quoted >= all * directShareMin || all - quoted < 3 ? 'direct' : 'mixed';
}

function* quotesIn(quotes: readonly Quote[], start: number, end: number): Generator<Quote> {
  for (let at = firstEndingBehind(quotes, start); at < quotes.length && quotes[at].start < end; at++) yield quotes[at];
}

/** Share of what was said that must stand in quotation marks to be direct. */
const directShareMin = 0.95;
