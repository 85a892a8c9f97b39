import { attribute, type HtmlTree, isBare } from '../formats/html.ts';
import type { FurnitureWords } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';
import type { PageHint } from '../records.ts';
import { oncePer } from '../text/once.ts';
import type { BlockPage } from './blocks.ts';
import type { Head } from './head.ts';
import type { Structured, StructuredArticle } from './structured.ts';

/** A page as the steps after the body see it: what was read of it so far, and nothing decided beyond the body. */
export interface PageView {
  readonly tree: HtmlTree;
  readonly head: Head;
  readonly structured: Structured;
  readonly page: BlockPage;
  /** Indexes of the blocks that are the body, in order. */
  readonly kept: readonly number[];
  /** Address of the page, for addresses on it. */
  readonly url: string | null;
  /** The address the page declares as its own. */
  readonly canonical: string | null;
  readonly hint: PageHint;
  /** Language of the body. */
  readonly language: string | null;
  /** The block with the headline; -1 when the page shows none. */
  readonly headlineBlock: number;
  /** The article of the structured data that is this page's own; null when there is none. */
  readonly own: StructuredArticle | null;
  /** Names the page gives its site, and those in its address. */
  readonly sites: readonly string[];
}

/** The first block of the text; -1 where there is none. A standfirst that stands apart from it is none: writer and day stand below. */
export function startOfText({ kept }: Pick<PageView, 'kept'>): number {
  if (kept.length === 0) return -1;
  const apart = kept.length > 1 ? kept[1] - kept[0] : 1;
  return apart > 1 && apart <= STANDFIRST_GAP_BLOCKS ? kept[1] : kept[0];
}

const STANDFIRST_GAP_BLOCKS = 12;

/** A set of one kind of words over all languages: for labels, where a word of another language cannot mislead. */
export const allWords: (kind: WordKind) => ReadonlySet<string> = oncePer(
  (kind: WordKind) => new Set(languages.flatMap((language) => language.furniture?.[kind] ?? [])),
);

/** Phrases with the longest first, so that a phrase is tried before the words it begins with. */
export function longestFirst(phrases: Iterable<string>): readonly string[] {
  return [...phrases].sort((a, b) => b.length - a.length);
}

/** True when one of the words of a kind, of any language, stands somewhere in a text: one search in place of one for each. */
export function holdsAny(kind: WordKind, text: string): boolean {
  return patternOf(kind).test(text);
}

const patternOf = oncePer((kind: WordKind) => new RegExp([...allWords(kind)].map(RegExp.escape).join('|')));

type WordKind = Exclude<keyof FurnitureWords, 'months'>;

/**
 * True when an element around the node belongs to other stories, comments or the foot of the page. Elements are asked from the
 * node up to the root, or up to the first that also holds `inside`, a node of the text.
 */
export function besideArticle(tree: HtmlTree, node: number, inside = -1): boolean {
  for (let at = node, steps = 0; at > 0 && steps < STEPS_MAX; at = tree.parent[at], steps++) {
    if (inside >= at && inside < tree.end[at]) return false;
    const tag = tree.tag[at];
    if (tag === 'aside' || tag === 'nav' || (tag === 'footer' && !inArticle(tree, at))) return true;
    if (isBare(tree, at) || tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') continue;
    const names = `${attribute(tree, at, 'class')} ${attribute(tree, at, 'id')}`;
    if (names.length >= 400 || (tag === 'footer' && inArticle(tree, at))) continue;
    if (besideClass.test(names)) return true;
  }
  return false;
}

/** The foot of an article is not the foot of the page. */
function inArticle(tree: HtmlTree, node: number): boolean {
  for (let at = tree.parent[node], steps = 0; at > 0 && steps < STEPS_MAX; at = tree.parent[at], steps++) {
    if (tree.tag[at] === 'article') return true;
  }
  return false;
}

const STEPS_MAX = 300;
const besideClass =
  /comment|related|recirc|recommend|sidebar|most-?(?:read|popular|viewed)|popular|trending|widget|(?<!(?:article|post|entry|story)[-_]{1,2})footer|read-?(?:more|next)|next-?up|latest|more-?(?:from|on|stories|news)|carousel|newsletter|promo\b|teaser|outbrain|taboola|disqus|upsell|nav-?(?:bar|menu)|\bmenu\b/i;
