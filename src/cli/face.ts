import type { Lead, Problem, Published, Reading, Statement, Trace } from '../records.ts';

/** What `read --json` prints of one page. Fields may be added, never renamed: people's scripts hold on to them. */
export function faceOf(
  page: FacePage | null,
  reading: Reading,
  problems: readonly Problem[],
  trace?: readonly Trace[],
): object {
  const { article } = reading;
  return {
    page,
    article: {
      kind: article.kind,
      title: article.title,
      standfirst: article.standfirst,
      byline: article.byline,
      published: publishedOf(article.published),
      modified: article.modified === null ? null : publishedOf(article.modified),
      credit: article.credit,
      language: article.language,
      site: article.site,
      section: article.section,
      canonical: article.canonical,
      image: article.image,
      partial: article.partial,
      notes: article.notes,
      body: article.body,
    },
    leads: reading.leads.map(leadOf),
    statements: reading.statements.map(statementOf),
    events: reading.events.map(({ id: _, ...event }) => event),
    dates: reading.dates,
    figures: reading.figures,
    mentions: reading.mentions,
    problems,
    ...(trace === undefined ? {} : { trace }),
  };
}

export interface FacePage {
  readonly url: string | null;
  readonly received: string;
  readonly sha256: string;
}

function publishedOf({ value, precision, from }: Published): object {
  return { value, precision, from };
}

function leadOf({ title, href, teaser, block, language, cutOff, count }: Lead): object {
  return { title, href, teaser, block, language, cutOff, count };
}

function statementOf({ id: _, ...statement }: Statement): object {
  return statement;
}
