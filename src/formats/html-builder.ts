import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { HtmlLimits, HtmlTree } from './html.ts';
import {
  blockTags,
  breakout,
  buttonScope,
  cellScope,
  headTags,
  listScope,
  type OpenRule,
  openRules,
  tableScope,
  tableTags,
  voidTags,
} from './html-tags.ts';
import type { TokenSink } from './html-tokens.ts';

/** Hangs tokens into the arrays of a tree: which tag closes which, what is too deep, what is a drawing. */
export class TreeBuilder implements TokenSink {
  readonly #html: string;
  readonly #limits: HtmlLimits;
  readonly #tag: string[] = ['#root'];
  readonly #text: string[] = [''];
  readonly #parent: number[] = [-1];
  readonly #end: number[] = [0];
  readonly #depth: number[] = [0];
  /** Attributes of all elements in one list; where those of each node begin. */
  readonly #firstAttribute: number[] = [0];
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  /** Where the attributes of the tag being read begin. */
  #mark = 0;
  /** Attributes of tags that only add to an element opened before, by its node. */
  readonly #added = new Map<number, Map<string, string>>();
  /** Open elements: their tags, and their nodes (-1 for one too deep to be kept). */
  readonly #openTags: string[] = ['#root'];
  readonly #openNodes: number[] = [0];
  /** How many of each tag are open, so that a stray end tag costs nothing. */
  readonly #openCounts = new Map<string, number>();
  /** The innermost kept element and how deep it lies. */
  #top = 0;
  #keptDepth = 1;
  full = false;
  /** Inside script or style whose text is not kept; inside svg; inside HTML embedded in svg. */
  #silent = false;
  #svg = 0;
  #embedded = false;

  constructor(html: string, limits: HtmlLimits) {
    this.#html = html;
    this.#limits = limits;
  }

  finish(): HtmlTree {
    const count = this.#tag.length;
    for (const node of this.#openNodes) if (node >= 0) this.#end[node] = count;
    this.#firstAttribute.push(this.#names.length);
    if (this.#added.size > 0) this.#mergeAdded();
    return {
      count,
      tag: this.#tag,
      text: this.#text,
      firstAttribute: new Int32Array(this.#firstAttribute),
      attributeName: this.#names,
      attributeValue: this.#values,
      parent: new Int32Array(this.#parent),
      end: new Int32Array(this.#end),
      depth: new Uint16Array(this.#depth),
      truncated: this.full,
    };
  }

  get isForeign(): boolean {
    return this.#svg > 0 && !this.#embedded;
  }

  text(start: number, end: number): void {
    if (this.full || this.#silent || this.#svg > 0) return;
    const text = this.#html.slice(start, end);
    this.#hangText(text.includes('&') ? decodeHTML(text) : text);
  }

  rawText(start: number, end: number): void {
    if (this.full || this.#silent || this.#svg > 0) return;
    this.#hangText(this.#html.slice(start, end));
  }

  startTag(): void {
    // Only the attributes of a tag that was passed over are still there.
    while (this.#names.length > this.#mark) {
      this.#names.pop();
      this.#values.pop();
    }
  }

  attribute(name: string, start: number, end: number): void {
    // Of two attributes of one name the first holds.
    for (let at = this.#mark; at < this.#names.length; at++) if (this.#names[at] === name) return;
    const value = this.#html.slice(start, end);
    this.#names.push(name);
    this.#values.push(value.includes('&') ? decodeHTMLAttribute(value) : value);
  }

  endTag(name: string, selfClosed: boolean): void {
    if (this.full) return;
    if (this.#svg > 0) {
      if (name === 'svg' && !selfClosed) this.#svg++;
      if (name === 'foreignobject') this.#embedded = true;
      // The standard lets these tags end a drawing that was left open.
      if (this.#embedded || !breakout.has(name)) return;
      this.#svg = 0;
    }
    const rule = openRules.get(name);
    if (rule !== undefined && !this.#prepare(name, rule)) return;
    if (this.#openTags[this.#openTags.length - 1] === 'head' && !headTags.has(name)) this.#pop();
    const isText = name === 'style' || (name === 'script' && !this.#value('type').includes('json'));
    const keep = this.#keptDepth < this.#limits.depthMax;
    const node = keep ? this.#add(name, '') : -1;
    if (name === 'svg') {
      if (!selfClosed) this.#svg = 1;
      this.#embedded = false;
      return;
    }
    if (voidTags.has(name) || this.#openTags.length >= OPEN_MAX) return;
    this.#openTags.push(name);
    this.#openNodes.push(node);
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) + 1);
    if (node >= 0) {
      this.#top = node;
      this.#keptDepth++;
    }
    if (isText) this.#silent = true;
  }

  closeTag(name: string): void {
    if (this.full) return;
    if (this.#svg > 0) {
      if (name === 'svg') this.#svg--;
      else if (name === 'foreignobject') this.#embedded = false;
      return;
    }
    if (name === 'br') {
      this.startTag();
      this.#add('br', '');
      return;
    }
    // What follows </body> still belongs to the body.
    if (name === 'body' || name === 'html' || !this.#isOpen(name)) return;
    if (name === 'script' || name === 'style') this.#silent = false;
    const table = tableTags.has(name);
    this.#closeWithin(name, table ? tableScope : name === 'li' ? listScope : cellScope, !blockTags.has(name));
  }

  /** Closes what an opening tag ends by itself; false when the tag itself is to be passed over. */
  #prepare(name: string, rule: OpenRule): boolean {
    if (rule.once && this.#isOpen(name)) {
      // A second <body> only adds its attributes to the first.
      const node = this.#openNodes[this.#openTags.indexOf(name)];
      if (node > 0) this.#addLater(node);
      return false;
    }
    if (rule.closesP && this.#isOpen('p')) this.#closeWithin('p', buttonScope, true);
    for (const tag of rule.closes) {
      if (this.#isOpen(tag) && this.#closeWithin(tag, rule.scope, rule.inlineOnly)) break;
    }
    return true;
  }

  /** Closes the innermost open element of that tag, unless a tag of `scope` (or, for `inlineOnly`, any block) shields it. */
  #closeWithin(name: string, scope: ReadonlySet<string>, inlineOnly: boolean): boolean {
    for (let at = this.#openTags.length - 1; at > 0; at--) {
      const tag = this.#openTags[at];
      if (tag === name) {
        while (this.#openTags.length > at) this.#pop();
        return true;
      }
      if (scope.has(tag) || (inlineOnly && blockTags.has(tag))) return false;
    }
    return false;
  }

  #isOpen(name: string): boolean {
    return (this.#openCounts.get(name) ?? 0) > 0;
  }

  #pop(): void {
    const name = this.#openTags.pop()!;
    const node = this.#openNodes.pop()!;
    this.#openCounts.set(name, this.#openCounts.get(name)! - 1);
    if (node < 0) return;
    this.#end[node] = this.#tag.length;
    this.#top = this.#parent[node];
    this.#keptDepth--;
  }

  #hangText(data: string): void {
    const last = this.#tag.length - 1;
    // Texts are cut at signs that open no tag: pieces that follow each other are one node.
    if (this.#tag[last] === '' && this.#parent[last] === this.#top) this.#text[last] += data;
    else {
      this.startTag();
      this.#add('', data);
    }
  }

  /** Adds a node, which takes the attributes read since the last one. */
  #add(tag: string, text: string): number {
    const node = this.#tag.length;
    this.#tag.push(tag);
    this.#text.push(text);
    this.#firstAttribute.push(this.#mark);
    this.#mark = this.#names.length;
    this.#parent.push(this.#top);
    this.#end.push(node + 1);
    this.#depth.push(this.#keptDepth);
    if (node + 1 >= this.#limits.nodesMax) this.full = true;
    return node;
  }

  /** The value of an attribute of the tag being read. */
  #value(name: string): string {
    const at = this.#names.indexOf(name, this.#mark);
    return at < 0 ? '' : this.#values[at];
  }

  #addLater(node: number): void {
    const added = this.#added.get(node) ?? new Map<string, string>();
    for (let at = this.#mark; at < this.#names.length; at++) {
      if (!added.has(this.#names[at])) added.set(this.#names[at], this.#values[at]);
    }
    if (added.size > 0) this.#added.set(node, added);
  }

  /** Puts attributes that came late behind those their elements have. */
  #mergeAdded(): void {
    const first = this.#firstAttribute;
    const names = this.#names.splice(0);
    const values = this.#values.splice(0);
    for (let node = 0; node + 1 < first.length; node++) {
      const from = first[node];
      const own = names.slice(from, first[node + 1]);
      first[node] = this.#names.length;
      this.#names.push(...own);
      this.#values.push(...values.slice(from, from + own.length));
      for (const [name, value] of this.#added.get(node) ?? []) {
        if (own.includes(name)) continue;
        this.#names.push(name);
        this.#values.push(value);
      }
    }
    first[first.length - 1] = this.#names.length;
  }
}

/** Open elements remembered at most; deeper ones are hung without being opened. */
const OPEN_MAX = 2_048;
