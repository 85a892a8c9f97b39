import type { Development } from '../records.ts';
import { dateNews } from './date-news.ts';
import { figureNews } from './figure-news.ts';
import { statementNews } from './statement-news.ts';
import type { NewTelling, Telling } from './tellings.ts';

/** Developments of one article at most; the weightiest stay. */
const developmentsPerArticleMax = 5;

/**
 * What an article adds to the earlier tellings of its story: a date announced, moved, met or missed; a statement by a new
 * speaker or against an earlier one; a figure changed. Weightiest first; what only repeats gives none.
 */
export function newsOf(told: NewTelling, earlier: readonly Telling[]): Development[] {
  const facts = [...dateNews(told, earlier), ...figureNews(told, earlier)];
  const others = facts.map(({ development }) => development);
  return [...facts, ...statementNews(told, earlier, others)]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, developmentsPerArticleMax)
    .map(({ development }) => development);
}
