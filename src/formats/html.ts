import { TreeBuilder } from './html-builder.ts';
import { type attributeNames, readTokens } from './html-tokens.ts';

/**
 * Reads HTML into a compact tree of flat arrays in document order: one pass over the text, no DOM.
 *
 * A node is a number. The subtree of node `i` is every `j` with `i <= j < end[i]`, so a scan of a subtree is a plain loop.
 * Node 0 is the root. Elements deeper than `depthMax` are hung at that depth, nodes past `nodesMax` are left out and
 * `truncated` says so; text and script are bounded by the input. What is inside `<svg>` is left out. Linear in the input.
 *
 * Tags that close each other follow the HTML standard where pages depend on it (13.2.6: scopes of `p`, `li`, table cells;
 * an end tag never reaches out of its cell; an inline end tag never closes a block); formatting is not reopened.
 *
 * @param html decoded text of a page
 */
export function parseHtml(html: string, limits: HtmlLimits = htmlLimits): HtmlTree {
  const builder = new TreeBuilder(html, limits);
  readTokens(html, builder);
  return builder.finish();
}

export interface HtmlLimits {
  /** Most nodes kept of one page. */
  readonly nodesMax: number;
  /** Deepest nesting kept as such. */
  readonly depthMax: number;
}

export const htmlLimits: HtmlLimits = { nodesMax: 400_000, depthMax: 256 };

export interface HtmlTree {
  readonly count: number;
  /** Lower-case tag of an element; '' for a text node; '#root' for node 0. */
  readonly tag: readonly string[];
  /** Text of a text node, entities decoded, white space as written; '' for elements. Script and style text is kept only for JSON (`type` has "json"). */
  readonly text: readonly string[];
  /** Names and values of all attributes in one list; those of node `i` stand from `firstAttribute[i]` to `firstAttribute[i + 1]`. */
  readonly firstAttribute: Int32Array;
  readonly attributeName: readonly string[];
  readonly attributeValue: readonly string[];
  readonly parent: Int32Array;
  /** One past the last node of the subtree. */
  readonly end: Int32Array;
  readonly depth: Uint16Array;
  /** True when the page had more nodes than the limit. */
  readonly truncated: boolean;
}

/** The attributes that are kept of a page: those that a step asks for. */
export type AttributeName = (typeof attributeNames)[number];

/** The value of an attribute, '' when absent. */
export function attribute(tree: HtmlTree, node: number, name: AttributeName): string {
  const { firstAttribute, attributeName } = tree;
  for (let at = firstAttribute[node]; at < firstAttribute[node + 1]; at++) {
    if (attributeName[at] === name) return tree.attributeValue[at];
  }
  return '';
}

/** True for an element that has the attribute, with or without a value. */
export function hasAttribute(tree: HtmlTree, node: number, name: AttributeName): boolean {
  for (let at = tree.firstAttribute[node]; at < tree.firstAttribute[node + 1]; at++) {
    if (tree.attributeName[at] === name) return true;
  }
  return false;
}

/** True for an element that has none of the attributes kept. */
export function isBare(tree: HtmlTree, node: number): boolean {
  return tree.firstAttribute[node] === tree.firstAttribute[node + 1];
}

/** The first elements of these tags in the order of the page, at most so many. */
export function elementsOf(tree: HtmlTree, tags: readonly string[], most: number): number[] {
  const found: number[] = [];
  for (let node = 1; node < tree.count && found.length < most; node++) {
    const tag = tree.tag[node];
    if (tag !== '' && tags.includes(tag)) found.push(node);
  }
  return found;
}

/** All text below a node, as written, without script and style. Linear in the subtree. */
export function textOf(tree: HtmlTree, node: number): string {
  let text = '';
  for (let at = node; at < tree.end[node]; at++) {
    if (tree.tag[at] === 'script' || tree.tag[at] === 'style') at = tree.end[at] - 1;
    else text += tree.text[at];
  }
  return text;
}
