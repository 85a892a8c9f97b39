import { attribute, type HtmlTree, hasAttribute, isBare, textOf } from '../formats/html.ts';
import { unitAt } from '../text/units.ts';

/**
 * Collects, in one pass over the tree, what a page says of itself outside of its running text: meta elements, links, headings
 * of the first order, times, and the elements that its markup calls a byline or a date. Nothing is judged here. Linear.
 */
export function readHead(tree: HtmlTree): Head {
  const metas = new Map<string, string[]>();
  const times: number[] = [];
  const dated: number[] = [];
  const authors: number[] = [];
  const headings: number[] = [];
  const marked = new Map<string, number[]>();
  // Pages repeat their class names: each is judged once.
  const judgedNames = new Map<string, number>();
  let canonical: string | null = null;
  let base: string | null = null;
  let language: string | null = null;
  let titleTag: string | null = null;
  for (let node = 1; node < tree.count; node++) {
    const tag = tree.tag[node];
    if (tag === '') continue;
    if (tag === 'title' && titleTag === null) titleTag = fold(textOf(tree, node)) || null;
    else if (tag === 'h1' && headings.length < NODES_OF_A_KIND_MAX) headings.push(node);
    else if (tag === 'time' && times.length < NODES_OF_A_KIND_MAX) times.push(node);
    if (isBare(tree, node)) continue;
    if (tag === 'meta') {
      readMeta(tree, node, metas, marked);
      continue;
    }
    if (tag === 'link') {
      const rel = attribute(tree, node, 'rel').toLowerCase();
      if (rel === 'canonical' && canonical === null) canonical = attribute(tree, node, 'href') || null;
      continue;
    }
    if (tag === 'base' && base === null) base = attribute(tree, node, 'href') || null;
    if (tag === 'html') language = attribute(tree, node, 'lang') || language;
    if (hasAttribute(tree, node, 'itemprop')) mark(marked, attribute(tree, node, 'itemprop'), node);
    const rel = attribute(tree, node, 'rel');
    if (rel !== '' && rel.toLowerCase().split(/\s+/).includes('author') && authors.length < NODES_OF_A_KIND_MAX) {
      authors.push(node);
      continue;
    }
    const className = attribute(tree, node, 'class');
    const id = attribute(tree, node, 'id');
    const testId = attribute(tree, node, 'data-testid');
    if (className.length + id.length + testId.length > CLASS_CHARACTERS_MAX) continue;
    const judged = judge(className, judgedNames) | judge(id, judgedNames) | judge(testId, judgedNames);
    if ((judged & BYLINE) !== 0 && authors.length < NODES_OF_A_KIND_MAX) authors.push(node);
    if ((judged & DATE) !== 0 && dated.length < NODES_OF_A_KIND_MAX) dated.push(node);
  }
  return { metas, times, dated, authors, headings, marked, canonical, base, language, titleTag };
}

const metaKeys = ['property', 'name', 'itemprop'] as const;

/** Keeps what a meta element says, under each of its names. */
function readMeta(tree: HtmlTree, node: number, metas: Map<string, string[]>, marked: Map<string, number[]>): void {
  const content = attribute(tree, node, 'content');
  if (content === '' || metas.size >= METAS_MAX) return;
  for (const from of metaKeys) {
    const key = attribute(tree, node, from);
    if (key === '') continue;
    const name = key.toLowerCase();
    const values = metas.get(name);
    if (values === undefined) metas.set(name, [content]);
    else if (values.length < VALUES_MAX) values.push(content);
  }
  // Microdata stands in meta elements among the text too.
  if (hasAttribute(tree, node, 'itemprop')) mark(marked, attribute(tree, node, 'itemprop'), node);
}

/** What the names of an element speak of, a bit each. */
const BYLINE = 1;
const DATE = 2;

function judge(names: string, known: Map<string, number>): number {
  if (names === '') return 0;
  let judged = known.get(names);
  if (judged === undefined) {
    judged = (bylineClass.test(names) ? BYLINE : 0) | (dateClass.test(names) ? DATE : 0);
    known.set(names, judged);
  }
  return judged;
}

function mark(marked: Map<string, number[]>, property: string, node: number): void {
  const name = property.toLowerCase();
  const nodes = marked.get(name);
  if (nodes === undefined) {
    if (marked.size < METAS_MAX) marked.set(name, [node]);
  } else if (nodes.length < VALUES_MAX) nodes.push(node);
}

export interface Head {
  /** Contents of meta elements by lower-case `property`, `name` or `itemprop`, in the order of the page. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** `<time>` elements. */
  readonly times: readonly number[];
  /** Elements whose class or id speaks of a date. */
  readonly dated: readonly number[];
  /** Elements whose class, id or `rel` speaks of an author. */
  readonly authors: readonly number[];
  /** `<h1>` elements. */
  readonly headings: readonly number[];
  /** Elements by lower-case `itemprop`. */
  readonly marked: ReadonlyMap<string, readonly number[]>;
  readonly canonical: string | null;
  readonly base: string | null;
  /** `<html lang>` as written. */
  readonly language: string | null;
  readonly titleTag: string | null;
}

/** The first value of the first of these meta names that has one. */
export function metaOf(head: Head, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const value of head.metas.get(name) ?? []) {
      const text = fold(value);
      if (text !== '') return text;
    }
  }
  return null;
}

/** Text below a node with white space folded, cut at `CHARACTERS_MAX`: labels and names, never running text. */
export function lineOf(tree: HtmlTree, node: number): string {
  if (tree.end[node] - node > LINE_NODES_MAX) return '';
  let text = '';
  for (let at = node; at < tree.end[node] && text.length < LINE_CHARACTERS_MAX; at++) {
    const tag = tree.tag[at];
    if (skipped.has(tag)) at = tree.end[at] - 1;
    else if (tag === '') text += tree.text[at];
    else if (tag !== 'span' && tag !== 'b' && tag !== 'i' && tag !== 'em' && tag !== 'strong' && tag !== 'a')
      text += ' ';
  }
  return fold(text);
}

/** White space folded to one space, invisible characters taken out. */
export function fold(text: string): string {
  if (isFolded(text)) return text;
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for most texts: nothing to fold, told in one pass. May be false for a folded text of rare signs. */
function isFolded(text: string): boolean {
  const { length } = text;
  let before = SPACE;
  for (let at = 0; at < length; at++) {
    const unit = unitAt(text, at);
    if (unit <= SPACE ? unit < SPACE || before === SPACE : unit === 0xa0 || unit === 0xad || unit >= 0x1680) {
      // The general punctuation that texts are full of: dashes, quotes, the ellipsis.
      if (!((unit >= 0x2010 && unit <= 0x2027) || (unit > 0x3000 && unit < 0xd800))) return false;
    }
    before = unit;
  }
  return before !== SPACE || length === 0;
}

const SPACE = 32;

/** An address against the page's own; null when it is none that a browser would follow. */
export function addressOf(href: string, base: string | null): string | null {
  const written = href.trim();
  if (
    written === '' ||
    written.length > ADDRESS_CHARACTERS_MAX ||
    /^(?:javascript|data|mailto|tel|about):/i.test(written)
  ) {
    return null;
  }
  try {
    const address = base === null ? new URL(written) : new URL(written, base);
    return address.protocol === 'http:' || address.protocol === 'https:' ? address.href : null;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

const METAS_MAX = 400;
const VALUES_MAX = 64;
const NODES_OF_A_KIND_MAX = 400;
const CLASS_CHARACTERS_MAX = 600;
const LINE_NODES_MAX = 400;
const LINE_CHARACTERS_MAX = 1_000;
const ADDRESS_CHARACTERS_MAX = 4_000;

const skipped = new Set(['script', 'style', 'noscript', 'svg', 'template', 'button', 'form']);
const bylineClass =
  /by-?_?line|author|autor|writer|contributor|reporter|journalist|verfasser|auteur|redactor|credits?-?name|firma\b/i;
const dateClass =
  /date|time|publish|posted|updated|fecha|datum|entry-?meta|article-?meta|post-?meta|article-?info|dateline|zeit|pubdata/i;
