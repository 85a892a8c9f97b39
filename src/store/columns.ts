import type { Article, Reading } from '../records.ts';
import { foldWord } from '../text/words.ts';
import type { ArticleBrief } from './store.ts';

/** What a store keeps of a page beside its reading. */
export interface PageKey {
  readonly url: string | null;
  readonly sourceId: string | null;
  readonly received: string;
}

/** What lists show of an article. */
export function briefOf(article: Article, page: PageKey): ArticleBrief {
  return {
    id: article.id,
    title: article.title,
    site: article.site,
    sourceId: page.sourceId,
    language: article.language,
    published: article.published,
    received: page.received,
    credit: article.credit?.agency ?? null,
    url: page.url,
  };
}

/** By publication, but never later than receipt: a page that claims a future date must not sit on top for ever. */
export function sortAt(article: Article, received: string): string {
  const { value, precision } = article.published;
  if (value === null || precision === 'unknown') return received;
  const at = Date.parse(value.length === 10 ? `${value}T23:59:59.999Z` : value);
  if (Number.isNaN(at)) return received;
  const published = new Date(at).toISOString();
  return published < received ? published : received;
}

/** The columns of a lead that are searched and sorted by, and its record. */
export function leadRows({ leads }: Reading) {
  return leads.map((lead) => ({
    language: lead.language,
    cutOff: lead.cutOff,
    title: lead.title,
    folded: foldWord(lead.title),
    record: JSON.stringify(lead),
  }));
}

/** The columns of a statement that are searched, and its record; the quote is the words of the content. */
export function statementRows({ article, statements }: Reading) {
  return statements.map((statement) => ({
    speaker: statement.speaker.name,
    folded: statement.speaker.name === null ? null : foldWord(statement.speaker.name),
    quote: wordsAt(article.body, statement.content),
    record: JSON.stringify(statement),
  }));
}

/** The columns of an event that are searched, and its record with the words it rests on. */
export function eventRows({ article: { body }, events }: Reading) {
  return events.map((event) => ({
    fromDay: event.from === null ? null : firstDay(event.from),
    toDay: event.to === null && event.from === null ? null : lastDay(event.to ?? event.from!),
    kind: event.kind,
    record: JSON.stringify({
      event,
      what: event.what === null ? null : body.slice(...event.what),
      who: event.who === null ? null : body.slice(...event.who),
      expression: wordsAt(body, event.expression),
    }),
  }));
}

function wordsAt(body: string, spans: readonly (readonly [number, number])[]): string {
  return spans.map(([start, end]) => body.slice(start, end)).join(' … ');
}

/** First and last day that a coarse value covers, as text that compares like days: `2023-11` ends at `2023-11-99`. */
function firstDay(value: string): string {
  return `${value.slice(0, 10)}${'-00-00'.slice(value.length - 4)}`.slice(0, 10);
}

function lastDay(value: string): string {
  return `${value.slice(0, 10)}${'-99-99'.slice(value.length - 4)}`.slice(0, 10);
}

/** Until when work is handed out that is taken now. */
export function leasedUntil(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
