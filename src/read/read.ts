import { languageOf } from '../languages/languages.ts';
import type { Article, Lead, Reading, Result, Trace } from '../records.ts';
import { splitText } from '../text/sentences.ts';
import { dateExpressions, datesMax, findDates, traceDates } from './dates.ts';
import { readEvents } from './events.ts';
import { readFigures } from './figures.ts';
import { findMentions, mentionRecord } from './mentions.ts';
import { readStatements } from './statements.ts';

export interface ReadOptions {
  readonly explain?: boolean;
}

export interface ReadValue {
  readonly reading: Reading;
  readonly trace: readonly Trace[];
}

/** Reads who said what and which days are meant out of an article. Never throws. */
export function read(article: Article, leads: readonly Lead[], options: ReadOptions = {}): Result<ReadValue> {
  const trace: Trace[] | null = options.explain === true ? [] : null;
  const language = languageOf(article.language);
  const split = splitText(article.body, language);
  const found = findDates(split, language, article.published);
  trace?.push(...traceDates(found, article.body));
  const mentions = findMentions(split, language);
  const statements = readStatements({ articleId: article.id, split, language, mentions, dates: found }, trace);
  const reading: Reading = {
    article,
    leads,
    statements,
    events: readEvents({ articleId: article.id, split, language, published: article.published, dates: found }, trace),
    dates: dateExpressions(found),
    figures: readFigures(split, language, found),
    mentions: mentions.map(mentionRecord),
  };
  const full = found.length >= datesMax;
  const problems = full ? [{ step: 'dates', what: `more than ${datesMax} dates: the rest is left out` }] : [];
  return { value: { reading, trace: trace ?? [] }, problems };
}
