import { Parser } from 'htmlparser2';

/**
 * Reads HTML into a compact tree of flat arrays in document order: one pass over the text, no DOM.
 *
 * A node is a number. The subtree of node `i` is every `j` with `i <= j < end[i]`, so a scan of a subtree is a plain loop.
 * Node 0 is the root. Elements deeper than `depthMax` are hung at that depth, nodes past `nodesMax` are left out and
 * `truncated` says so; text and script are bounded by the input. Linear in the input.
 *
 * @param html decoded text of a page
 */
export function parseHtml(html: string, limits: HtmlLimits = htmlLimits): HtmlTree {
  const builder = new TreeBuilder(limits);
  const parser = new Parser(builder, { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true });
  // Fed in pieces so that the parser's own buffer stays small and a page past the limit stops early.
  for (let at = 0; at < html.length && !builder.full; at += CHUNK_CHARACTERS) {
    parser.write(html.slice(at, at + CHUNK_CHARACTERS));
  }
  parser.end();
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
  /** Attributes of an element; null where it has none. */
  readonly attributes: readonly (Readonly<Record<string, string>> | null)[];
  readonly parent: Int32Array;
  /** One past the last node of the subtree. */
  readonly end: Int32Array;
  readonly depth: Uint16Array;
  /** True when the page had more nodes than the limit. */
  readonly truncated: boolean;
}

/** The value of an attribute, '' when absent. */
export function attribute(tree: HtmlTree, node: number, name: string): string {
  return tree.attributes[node]?.[name] ?? '';
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

const CHUNK_CHARACTERS = 64 * 1024;

class TreeBuilder {
  readonly #limits: HtmlLimits;
  readonly #tag: string[] = ['#root'];
  readonly #text: string[] = [''];
  readonly #attributes: (Record<string, string> | null)[] = [null];
  readonly #parent: number[] = [-1];
  readonly #end: number[] = [0];
  readonly #depth: number[] = [0];
  /** Open elements by node; -1 for one that was not kept, so that its closing tag finds its place. */
  readonly #open: number[] = [0];
  /** Kept elements among the open ones. */
  readonly #kept: number[] = [0];
  #silent = 0;
  full = false;

  constructor(limits: HtmlLimits) {
    this.#limits = limits;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.full) return;
    if (this.#kept.length >= this.#limits.depthMax) {
      this.#open.push(-1);
      return;
    }
    let any = false;
    for (const _ in attributes) {
      any = true;
      break;
    }
    const node = this.#add(name, '', any ? attributes : null);
    this.#open.push(node);
    this.#kept.push(node);
    if (silentTags.has(name) && !(name === 'script' && (attributes.type ?? '').includes('json'))) this.#silent++;
  }

  ontext(data: string): void {
    if (this.full || this.#silent > 0) return;
    const last = this.#tag.length - 1;
    const parent = this.#kept[this.#kept.length - 1];
    // The parser splits text at entities: pieces that follow each other are one node.
    if (this.#tag[last] === '' && this.#parent[last] === parent) this.#text[last] += data;
    else this.#add('', data, null);
  }

  onclosetag(name: string): void {
    if (this.full || this.#open.length <= 1) return;
    const node = this.#open.pop()!;
    if (node === -1) return;
    this.#kept.pop();
    this.#end[node] = this.#tag.length;
    if (silentTags.has(name) && !(name === 'script' && (this.#attributes[node]?.type ?? '').includes('json'))) {
      this.#silent--;
    }
  }

  finish(): HtmlTree {
    const count = this.#tag.length;
    for (const node of this.#kept) this.#end[node] = count;
    return {
      count,
      tag: this.#tag,
      text: this.#text,
      attributes: this.#attributes,
      parent: Int32Array.from(this.#parent),
      end: Int32Array.from(this.#end),
      depth: Uint16Array.from(this.#depth),
      truncated: this.full,
    };
  }

  #add(tag: string, text: string, attributes: Record<string, string> | null): number {
    const node = this.#tag.length;
    this.#tag.push(tag);
    this.#text.push(text);
    this.#attributes.push(attributes);
    this.#parent.push(this.#kept[this.#kept.length - 1]);
    this.#end.push(node + 1);
    this.#depth.push(this.#kept.length);
    if (node + 1 >= this.#limits.nodesMax) this.full = true;
    return node;
  }
}

const silentTags = new Set(['script', 'style']);
