import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { HtmlLimits, HtmlTree } from './html.ts';
import { KNOWN_TAGS, knownTag, type Opening, Scope, type Tag, unknownTag } from './html-tags.ts';
import type { TokenSink } from './html-tokens.ts';

/** Hangs tokens into the arrays of a tree: which tag closes which, what is too deep, what is a drawing. */
export class TreeBuilder implements TokenSink {
  readonly #html: string;
  readonly #limits: HtmlLimits;
  readonly #tag: string[] = ['#root'];
  readonly #text: string[] = [''];
  #columns: NodeColumns = takeColumns();
  /** Attributes of all elements in one list; those of a node begin at its `firstAttribute`. */
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  readonly #classes = new Map<string, string>();
  /** Where the attributes of the tag being read begin. */
  #mark = 0;
  /** Attributes of tags that only add to an element opened before, by its node. */
  readonly #added = new Map<number, Map<string, string>>();
  /** Open elements: their tags, and their nodes (-1 for one too deep to be kept). */
  readonly #openTags: Tag[] = [rootTag];
  readonly #openNodes: number[] = [0];
  /** How many of each tag are open, by its number, so that a stray end tag costs nothing. */
  readonly #openCounts: number[] = new Array<number>(KNOWN_TAGS).fill(0);
  readonly #unknownTags = new Map<string, Tag>();
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
    const { parent, end, depth, firstAttribute } = this.#columns;
    for (const node of this.#openNodes) if (node >= 0) end[node] = count;
    firstAttribute[count] = this.#names.length;
    if (this.#added.size > 0) this.#mergeAdded(count);
    const tree: HtmlTree = {
      count,
      tag: this.#tag,
      text: this.#text,
      firstAttribute: firstAttribute.slice(0, count + 1),
      attributeName: this.#names,
      attributeValue: this.#values,
      parent: parent.slice(0, count),
      end: end.slice(0, count),
      depth: depth.slice(0, count),
      truncated: this.full,
    };
    giveBack(this.#columns);
    return tree;
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
    const written = this.#html.slice(start, end);
    const value = written.includes('&') ? decodeHTMLAttribute(written) : written;
    this.#names.push(name);
    this.#values.push(name === 'class' ? this.#classOf(value) : value);
  }

  endTag(name: string, selfClosed: boolean): void {
    if (this.full) return;
    const tag = this.#tagOf(name) ?? otherTag;
    if (this.#svg > 0) {
      if (name === 'svg' && !selfClosed) this.#svg++;
      if (name === 'foreignobject') this.#embedded = true;
      // The standard lets these tags end a drawing that was left open.
      if (this.#embedded || !tag.breaksOut) return;
      this.#svg = 0;
    }
    if (tag.opening !== null && !this.#prepare(tag, tag.opening)) return;
    if (this.#openTags[this.#openTags.length - 1] === headTag && !tag.inHead) this.#pop();
    const isText = name === 'style' || (name === 'script' && !this.#value('type').includes('json'));
    const keep = this.#keptDepth < this.#limits.depthMax;
    const node = keep ? this.#add(name, '') : -1;
    if (name === 'svg') {
      if (!selfClosed) this.#svg = 1;
      this.#embedded = false;
      return;
    }
    if (tag.isVoid || this.#openTags.length >= OPEN_MAX) return;
    const opened = tag === otherTag ? this.#numbered(name) : tag;
    this.#openTags.push(opened);
    this.#openNodes.push(node);
    this.#openCounts[opened.number]++;
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
    if (name === 'body' || name === 'html') return;
    const tag = this.#tagOf(name);
    if (tag === undefined || this.#openCounts[tag.number] === 0) return;
    if (name === 'script' || name === 'style') this.#silent = false;
    this.#closeWithin(tag.number, tag.scope, !tag.isBlock);
  }

  /** Closes what an opening tag ends by itself; false when the tag itself is to be passed over. */
  #prepare(tag: Tag, { closes, scope, inlineOnly, closesP, once }: Opening): boolean {
    if (once && this.#openCounts[tag.number] > 0) {
      // A second <body> only adds its attributes to the first.
      const node = this.#openNodes[this.#openTags.indexOf(tag)];
      if (node > 0) this.#addLater(node);
      return false;
    }
    if (closesP && this.#openCounts[paragraph] > 0) this.#closeWithin(paragraph, Scope.button, true);
    for (const number of closes) {
      if (this.#openCounts[number] > 0 && this.#closeWithin(number, scope, inlineOnly)) break;
    }
    return true;
  }

  /** Closes the innermost open element of a tag, unless one that shields `scope` (or, for `inlineOnly`, any block) is around it. */
  #closeWithin(number: number, scope: number, inlineOnly: boolean): boolean {
    for (let at = this.#openTags.length - 1; at > 0; at--) {
      const tag = this.#openTags[at];
      if (tag.number === number) {
        while (this.#openTags.length > at) this.#pop();
        return true;
      }
      if ((tag.shields & scope) !== 0 || (inlineOnly && tag.isBlock)) return false;
    }
    return false;
  }

  /** A tag that is known or was opened before. */
  #tagOf(name: string): Tag | undefined {
    return knownTag(name) ?? this.#unknownTags.get(name);
  }

  /** Gives a tag met for the first time its number. */
  #numbered(name: string): Tag {
    const tag = unknownTag(name, this.#openCounts.length);
    this.#openCounts.push(0);
    this.#unknownTags.set(name, tag);
    return tag;
  }

  #pop(): void {
    const tag = this.#openTags.pop()!;
    const node = this.#openNodes.pop()!;
    this.#openCounts[tag.number]--;
    if (node < 0) return;
    this.#columns.end[node] = this.#tag.length;
    this.#top = this.#columns.parent[node];
    this.#keptDepth--;
  }

  #hangText(data: string): void {
    const last = this.#tag.length - 1;
    // Texts are cut at signs that open no tag: pieces that follow each other are one node.
    if (this.#tag[last] === '' && this.#columns.parent[last] === this.#top) this.#text[last] += data;
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
    // One place more than there are nodes: the end of the attributes stands there.
    if (node + 1 >= this.#columns.parent.length) this.#columns = grown(this.#columns);
    const { parent, end, depth, firstAttribute } = this.#columns;
    firstAttribute[node] = this.#mark;
    this.#mark = this.#names.length;
    parent[node] = this.#top;
    end[node] = node + 1;
    depth[node] = this.#keptDepth;
    if (node + 1 >= this.#limits.nodesMax) this.full = true;
    return node;
  }

  /** Pages repeat their class names, and whoever looks one up knows it faster when it is the same string each time. */
  #classOf(value: string): string {
    const known = this.#classes.get(value);
    if (known !== undefined) return known;
    this.#classes.set(value, value);
    return value;
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
  #mergeAdded(count: number): void {
    const first = this.#columns.firstAttribute;
    const names = this.#names.splice(0);
    const values = this.#values.splice(0);
    for (let node = 0; node < count; node++) {
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
    first[count] = this.#names.length;
  }
}

/** Open elements remembered at most; deeper ones are hung without being opened. */
const OPEN_MAX = 2_048;

const rootTag = unknownTag('#root', -1);
/** Stands for every tag that is not known and was never opened. */
const otherTag = unknownTag('', -1);
const headTag = knownTag('head');
const paragraph = knownTag('p')!.number;

/** What is known of each node, by its number. */
interface NodeColumns {
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly depth: Uint16Array;
  readonly firstAttribute: Int32Array;
}

/** Columns lent to one page after the other: to make them anew for each costs more than to fill them. */
let spareColumns: NodeColumns | null = null;
const NODES_FIRST = 4_096;
/** Columns of more nodes are given up after use. */
const SPARE_NODES_MAX = 65_536;

function takeColumns(): NodeColumns {
  const columns = spareColumns ?? {
    parent: new Int32Array(NODES_FIRST),
    end: new Int32Array(NODES_FIRST),
    depth: new Uint16Array(NODES_FIRST),
    firstAttribute: new Int32Array(NODES_FIRST),
  };
  spareColumns = null;
  columns.parent[0] = -1;
  columns.end[0] = 0;
  columns.depth[0] = 0;
  columns.firstAttribute[0] = 0;
  return columns;
}

function giveBack(columns: NodeColumns): void {
  if (columns.parent.length <= SPARE_NODES_MAX) spareColumns = columns;
}

function grown({ parent, end, depth, firstAttribute }: NodeColumns): NodeColumns {
  const size = parent.length * 2;
  const columns = {
    parent: new Int32Array(size),
    end: new Int32Array(size),
    depth: new Uint16Array(size),
    firstAttribute: new Int32Array(size),
  };
  columns.parent.set(parent);
  columns.end.set(end);
  columns.depth.set(depth);
  columns.firstAttribute.set(firstAttribute);
  return columns;
}
