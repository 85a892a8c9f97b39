import { languageOf } from '../languages/languages.ts';
import type { Article, Lead, Problem, Reading, Result, Trace } from '../records.ts';
import { splitText } from '../text/sentences.ts';
import { statementsMax } from './collect.ts';
import { dateExpressions, datesMax, findDates, traceDates } from './dates.ts';
import { readEvents } from './events.ts';
import { figuresMax, readFigures } from './figures.ts';
import { findMentions, mentionRecord } from './mentions.ts';
import { readStatements } from './statements.ts';

/** `explain` asks for the trace of every decision. */
export interface ReadOptions {
  readonly explain?: boolean;
}

/** What was read; the trace is empty where it was not asked for. */
export interface ReadValue {
  readonly reading: Reading;
  readonly trace: readonly Trace[];
}

/** Reads who said what and which days are meant out of an article. Never throws. */
export function read(article: Article, leads: readonly Lead[], options: ReadOptions = {}): Result<ReadValue> {
  const trace: Trace[] | null = options.explain === true ? [] : null;
  const language = languageOf(article.language);
  const problems: Problem[] = [];
  const note = (step: string, what: string) => problems.push({ step, what });
  const text = beginningOf(article.body);
  if (text.length < article.body.length) note('read', `only the first ${text.length} characters were read`);
  const split = splitText(text, language);
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
  if (found.length >= datesMax) note('dates', `more than ${datesMax} dates: the rest is left out`);
  if (statements.length >= statementsMax)
    note('statements', `more than ${statementsMax} statements: the rest is left out`);
  if (reading.figures.length >= figuresMax) note('figures', `more than ${figuresMax} figures: the rest is left out`);
  return { value: { reading, trace: trace ?? [] }, problems };
}

/** A long novel; what is longer is no article, and its words and facts would take hundreds of times its memory. */
const charactersMax = 1_000_000;

function beginningOf(body: string): string {
  if (body.length <= charactersMax) return body;
  const unit = body.charCodeAt(charactersMax);
  return body.slice(0, unit >= 0xdc00 && unit <= 0xdfff ? charactersMax - 1 : charactersMax);
}
