import { decode } from '../formats/decode.ts';
import { parseHtml } from '../formats/html.ts';
import type { Article, Instant, Lead, PageHint, Problem, Result, Trace } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { type BodyModel, type ChosenBody, chooseBody } from './body.ts';
import { findCredit } from './credit.ts';
import { withoutTailSign } from './credit-tail.ts';
import { articleOfDump } from './dump-article.ts';
import { isDump } from './dumps.ts';
import { collectLeads } from './leads.ts';
import { readMetadata } from './metadata.ts';
import { findPublished } from './published.ts';
import { readStructured } from './structured.ts';
import { findDays } from './written-date.ts';

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
  /** What is known of blocks; the training gives weights here that never saw the page. */
  readonly model?: BodyModel;
}

export interface Extracted {
  readonly article: Article;
  readonly leads: readonly Lead[];
  /** Empty unless asked for. */
  readonly trace: readonly Trace[];
}

/** Turns the bytes of a page into its article and its leads. Never throws: what went wrong is in `problems`. */
export function extract(input: ExtractInput, options: ExtractOptions = {}): Result<Extracted> {
  const problems: Problem[] = [];
  const note = <T>(result: Result<T>): T => {
    problems.push(...result.problems);
    return result.value;
  };
  // 1. bytes to text, text to tree
  const html = typeof input.content === 'string' ? input.content : note(decode(input.content, input.contentType)).text;
  if (input.form === 'dump' || (input.form === 'auto' && isDump(html))) {
    const { value, problems: more } = articleOfDump(html, input, options);
    return { value, problems: [...problems, ...more] };
  }
  const tree = parseHtml(html);
  if (tree.truncated) problems.push({ step: 'html', what: `only the first ${tree.count} nodes of the page were read` });
  // 2. what the page says of itself
  const structured = note(readStructured(tree));
  // 3. the text a reader came for
  const chosen = chooseBody({ tree, structured, url: input.url }, options.explain === true, options.model);
  // 4. what is known beside the text
  const { metadata, view } = readMetadata(tree, chosen.page, chosen.kept, structured, input);
  const times = findPublished(view);
  // 5. what the page points to, and headlines of other stories that stood among the paragraphs
  const { leads, insets } = collectLeads(view, metadata.title);
  const shown = chosen.from === 'page';
  const blocks = shown ? chosen.kept.filter((block) => !insets.has(block)) : [];
  const paragraphs = shown ? blocks.map((block) => chosen.page.blocks[block].text) : chosen.paragraphs;
  const credit = findCredit(view);
  const headed = withoutHeadline(paragraphs, metadata.title);
  const signed = withoutSignature(headed, metadata.byline);
  const text = credit?.form === 'tail' ? withoutSign(signed, view.sites) : signed;
  const fates = new Map([...insets].map((block) => [block, insetFate] as const));
  if (headed.length < paragraphs.length) fates.set(blocks[0], headlineFate);
  if (text.length < headed.length) fates.set(blocks[blocks.length - 1], tailFate);
  const article: Article = {
    id: recordId('article', input.pageId),
    pageId: input.pageId,
    version: extractVersion,
    kind: chosen.kind.kind,
    ...metadata,
    published: times.published,
    modified: times.modified,
    credit,
    partial: chosen.kind.partial,
    body: text.join('\n\n'),
    notes: times.notes,
  };
  return { value: { article, leads, trace: shown ? withFates(chosen, fates) : chosen.trace }, problems };
}

/** The text without the headline that stands over it: that is told as the title. */
function withoutHeadline(paragraphs: readonly string[], title: string | null): readonly string[] {
  const first = paragraphs[0];
  if (title === null || first === undefined || paragraphs.length < 2) return paragraphs;
  // A title may still carry the name of the site behind a mark.
  const isHeadline =
    title === first ||
    (title.startsWith(`${first} `) && /^ [:|–—-] /.test(title.slice(first.length))) ||
    (first.startsWith(`${title} `) && isDayAlone(first.slice(title.length)));
  return isHeadline ? paragraphs.slice(1) : paragraphs;
}

/** A day with its label, as it stands below a headline. */
function isDayAlone(text: string): boolean {
  return text.length <= DAY_LINE_CHARACTERS_MAX && findDays(text).length > 0;
}

const DAY_LINE_CHARACTERS_MAX = 60;

/** The text without the writer's name alone at its end: that is told as the byline. */
function withoutSignature(paragraphs: readonly string[], byline: readonly string[]): readonly string[] {
  const last = paragraphs.at(-1);
  return last !== undefined && paragraphs.length > 1 && byline.includes(last) ? paragraphs.slice(0, -1) : paragraphs;
}

/** The text without the sign in brackets that ends it, "(Agency)": that is told as the credit. A line of words is text too. */
function withoutSign(paragraphs: readonly string[], sites: readonly string[]): readonly string[] {
  const last = paragraphs.at(-1);
  if (last === undefined) return paragraphs;
  const bare = withoutTailSign(last, sites);
  if (!/^[([（【]/.test(last.slice(bare.length).trimStart())) return paragraphs;
  return bare === '' ? paragraphs.slice(0, -1) : [...paragraphs.slice(0, -1), bare];
}

/** The trace with the blocks that were chosen as text and left out afterwards. */
function withFates({ trace, page }: ChosenBody, fates: ReadonlyMap<number, Fate>): readonly Trace[] {
  // Nobody asked, or nothing happened.
  if (trace.length < page.blocks.length || fates.size === 0) return trace;
  const first = trace.length - page.blocks.length;
  return trace.map((line, at) => {
    const fate = fates.get(at - first);
    return fate === undefined ? line : { ...line, ...fate, kept: false };
  });
}

type Fate = Pick<Trace, 'step' | 'reason'>;
const insetFate: Fate = { step: 'leads', reason: 'a paragraph that is nothing but a link to another story' };
const headlineFate: Fate = { step: 'title', reason: 'the headline, told as the title' };
const tailFate: Fate = { step: 'byline', reason: 'the writer or the agency alone behind the text, told as such' };
