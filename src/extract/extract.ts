import { parseHtml, textOf } from '../formats/html.ts';
import type { Article, Instant, Lead, PageHint, Result, Trace } from '../records.ts';
import { recordId } from '../text/hash.ts';

/** Version of this stage: raised when its results change, so that `reread` knows what is old. */
export const extractVersion = 1;

export interface ExtractInput {
  /** Id of the page; article ids are made from it. */
  readonly pageId: string;
  /** Bytes as received, or text decoded already. */
  readonly content: Uint8Array | string;
  readonly contentType: string | null;
  /** Address that answered; null for files. */
  readonly url: string | null;
  /** `auto` tells HTML from a bare-text dump by its content. */
  readonly form: 'auto' | 'html' | 'dump';
  readonly received: Instant | null;
  /** What the feed or the caller said: `published` from here outranks all that the page says. */
  readonly hint: PageHint;
}

export interface ExtractOptions {
  /** Keep a trace of every block's fate. */
  readonly explain?: boolean;
}

export interface Extracted {
  readonly article: Article;
  readonly leads: readonly Lead[];
  /** Empty unless asked for. */
  readonly trace: readonly Trace[];
}

/** Turns the bytes of a page into its article and its leads. Never throws: what went wrong is in `problems`. */
export function extract(input: ExtractInput, _options: ExtractOptions = {}): Result<Extracted> {
  const html = typeof input.content === 'string' ? input.content : new TextDecoder().decode(input.content);
  const tree = parseHtml(html);
  const paragraphs: string[] = [];
  let title: string | null = null;
  for (let node = 0; node < tree.count; node++) {
    if (tree.tag[node] === 'p') paragraphs.push(textOf(tree, node).replace(/\s+/g, ' ').trim());
    if (tree.tag[node] === 'title') title = textOf(tree, node).trim();
  }
  const article: Article = {
    id: recordId('article', input.pageId),
    pageId: input.pageId,
    version: extractVersion,
    kind: 'article',
    title,
    standfirst: null,
    byline: [],
    published: { value: input.hint.published ?? null, precision: 'unknown', from: 'none' },
    modified: null,
    credit: null,
    language: 'en',
    site: null,
    section: null,
    canonical: null,
    image: null,
    partial: false,
    body: paragraphs.filter((text) => text !== '').join('\n\n'),
    notes: [],
  };
  return { value: { article, leads: [], trace: [] }, problems: [] };
}
