import type { Article, Result, Trace } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { namesOfBylines } from './byline.ts';
import { creditOf } from './credit.ts';
import type { CreditLines } from './credit-lines.ts';
import { withoutTailSign } from './credit-tail.ts';
import { type Dump, readDump } from './dumps.ts';
import { type Extracted, type ExtractInput, type ExtractOptions, extractVersion } from './extract.ts';
import { labelOf } from './lines.ts';
import { allWords } from './view.ts';
import { findDays, readStamp } from './written-date.ts';

/** The article and the leads of a page that reached us as bare text. */
export function articleOfDump(text: string, input: ExtractInput, options: ExtractOptions): Result<Extracted> {
  const dump = readDump(text, input.hint.language ?? null);
  const credit = creditOf(linesOf(dump));
  const last = dump.paragraphs.length - 1;
  const paragraphs = dump.paragraphs
    .map((paragraph, at) => (at === last && credit?.form === 'tail' ? withoutTailSign(paragraph, []) : paragraph))
    .filter((paragraph) => paragraph !== '');
  const body = paragraphs.join('\n\n');
  const title = dump.title ?? input.hint.title ?? null;
  const article: Article = {
    id: recordId('article', input.pageId),
    pageId: input.pageId,
    version: extractVersion,
    kind: body !== '' ? 'article' : dump.leads.length > 0 ? 'list' : 'none',
    title,
    standfirst: dump.standfirst,
    byline: namesOfBylines(dump.labels, dump.language, input.hint.author ?? null),
    ...timesOf(dump, input),
    credit,
    language: dump.language,
    site: null,
    section: null,
    canonical: input.url,
    image: null,
    partial: false,
    body,
  };
  const trace: Trace[] =
    options.explain === true
      ? dump.lines.map(({ text: line, kind, role }) => ({
          step: 'dump',
          reason: `reads as ${kind}, taken as ${role}`,
          text: line,
          kept: role === 'body',
        }))
      : [];
  return { value: { article, leads: dump.leads, trace }, problems: [] };
}

const NEAR_PARAGRAPHS = 3;

function linesOf(dump: Dump): CreditLines {
  const { paragraphs, labels } = dump;
  return {
    bylines: labels.filter(
      (label) => allWords('by').has(labelOf(label)) || allWords('by').has(label.split(/\s/, 1)[0].toLowerCase()),
    ),
    above: labels,
    first: paragraphs.slice(0, NEAR_PARAGRAPHS),
    last: paragraphs.slice(-NEAR_PARAGRAPHS),
    below: labels,
    metadata: [],
    logos: [],
    sites: [],
  };
}

/** What the caller gave outranks the lines about the text; a line with a label of a change is the time of that. */
function timesOf(dump: Dump, input: ExtractInput): Pick<Article, 'published' | 'modified' | 'notes'> {
  let published: Article['published'] = { value: null, precision: 'unknown', from: 'none' };
  let modified: Article['modified'] = null;
  const notes: string[] = [];
  for (const label of dump.labels) {
    const words = label.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
    const updated =
      words.some((word) => allWords('updated').has(word)) && !words.some((word) => allWords('published').has(word));
    for (const { day } of findDays(label)) {
      if (updated) modified ??= { value: day, precision: 'day', from: 'visible' };
      else if (published.value === null) published = { value: day, precision: 'day', from: 'visible' };
    }
  }
  const given = input.hint.published === undefined ? null : readStamp(input.hint.published);
  if (given !== null) {
    if (published.value !== null && published.value.slice(0, 10) !== given.value.slice(0, 10)) {
      notes.push(`visible date ${published.value} against given ${given.value}`);
    }
    published = { ...given, from: 'given' };
  }
  return { published, modified, notes };
}
