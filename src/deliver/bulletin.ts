import type { Alert, Development, Instant, Span, Story, Watch } from '../records.ts';

/** One alert with all that a channel may show of it; the caller joins it from the store. Every text in it comes from pages: untrusted. */
export interface Notice {
  readonly alert: Alert;
  readonly story: Story;
  readonly article: {
    readonly title: string | null;
    readonly site: string | null;
    readonly url: string | null;
    /** The agency whose text it is. */
    readonly credit?: string | null;
  };
  /** The alert's developments, weightiest first. */
  readonly developments: readonly Development[];
}

/** A list of notices under one name: what a feed is made of. */
export interface Bulletin {
  readonly watch: Pick<Watch, 'id' | 'name' | 'query'>;
  /** Address of the desk, without a closing slash. */
  readonly desk: string;
  /** Address of the feed itself. */
  readonly self: string;
  readonly updated: Instant;
  /** Newest first. */
  readonly notices: readonly Notice[];
}

/** A notice as plain text: each development's line and words, then where it stands and the page as received. Read in ten seconds. */
export function noticeText({ alert, developments, story, article }: Notice, desk: string): string {
  const lines: string[] = [];
  for (const one of developments) {
    const { summary, evidence } = one;
    lines.push(printable(summary));
    for (const { quote } of evidence.slice(0, evidencesMax))
      if (addsWords(quote, summary)) lines.push(`  ${quoted(printable(quote))}`);
    const instead = insteadOf(one);
    if (instead !== null) lines.push(`  instead of: ${printable(instead)}`);
  }
  lines.push(
    '',
    storyLine(story, article.title),
    fromLine(article),
    `${storedWords}: ${storedAddress(desk, alert.articleId)}`,
  );
  return lines.join('\n');
}

/** "14 pages · 9 outlets · 2 independent accounts". */
export function countLine({ pageCount, outletCount, independentCount }: Story): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${count(pageCount, 'page')} · ${count(outletCount, 'outlet')} · ${count(independentCount, 'independent account')}`;
}

/** The story with its counts; without its title where that stands beside it already. */
export function storyLine(story: Story, articleTitle: string | null): string {
  return story.title === '' || !addsWords(story.title, articleTitle ?? '')
    ? countLine(story)
    : `${printable(story.title)} · ${countLine(story)}`;
}

/** Title, outlet, and whose text it is when it is another's. */
export function fromLine({ title, site, credit = null }: Notice['article']): string {
  const agency = credit === null || !addsWords(credit, site ?? '') ? '' : ` (${printable(credit)})`;
  return `${printable(title ?? '(no title)')}${site === null ? '' : ` — ${printable(site)}`}${agency}`;
}

/** Words in quotation marks; those that begin with one of their own need no more. */
export function quoted(text: string): string {
  return /^\s*["“”„«»「『‘'‹《]/.test(text) ? text : `“${text}”`;
}

/** Whether a text says something that another does not hold already, letters and digits alone compared. */
export function addsWords(text: string, to: string): boolean {
  const [own, other] = [text, to].map((one) =>
    one
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return own !== '' && !other.includes(own);
}

/** The words that a query matched, each once, whatever its case. */
export function matchedTexts({ matched }: Pick<Alert, 'matched'>): string[] {
  return [...Map.groupBy(matched, ({ text }) => text.toLowerCase()).values()].map(([{ text }]) => text);
}

/** What a development takes the place of; null where its own line says it, as one of a moved date does. */
export function insteadOf({ kind, summary, replaces }: Development): string | null {
  if (replaces === null || (kind === 'date' && !addsWords(replaces.summary, summary))) return null;
  return replaces.summary;
}

/** Quotations shown of one development. */
const evidencesMax = 3;

/** Without the control characters that XML 1.0 (section 2.2), mail headers and terminals cannot hold. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '').toWellFormed();
}

/** Address of an alert's article in the desk's reader. */
export function readerAddress(desk: string, articleId: string): string {
  return `${desk}/articles/${encodeURIComponent(articleId)}`;
}

/** The reader at the words that an alert rests on: those of its weightiest development, or those that matched. */
export function placeAddress(desk: string, { alert, developments }: Notice): string {
  const { articleId } = alert;
  const evidence = developments.flatMap((one) => one.evidence);
  const told = evidence.find((one) => one.where === 'body' && one.articleId === articleId && one.spans.length > 0);
  const matched = alert.matched.find(({ where, span }) => where === 'body' && span !== null);
  return spanAddress(desk, articleId, told?.spans[0] ?? matched?.span ?? null);
}

/** The reader at one place of an article's body. */
export function spanAddress(desk: string, articleId: string, span: Span | null): string {
  return `${readerAddress(desk, articleId)}${span === null ? '' : `?at=${span[0]}-${span[1]}`}`;
}

/** Address of an article's page as it was received: what it says now may be something else. */
export function storedAddress(desk: string, articleId: string): string {
  return `${readerAddress(desk, articleId)}/stored`;
}

/** What a link to the page as it was received is called. */
export const storedWords = 'Page as received';

/** The `tag:` address (RFC 4151) that stays the same wherever the desk moves. */
export function tagAddress(kind: string, id: string): string {
  return `tag:watchfloor.example,2026:${kind}/${encodeURIComponent(id)}`;
}
