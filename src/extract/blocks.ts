import { attribute, type HtmlTree, hasAttribute, isBare } from '../formats/html.ts';
import { blockTags } from '../formats/html-tags.ts';
import { unitAt } from '../text/units.ts';
import { type ClassCuts, classFlags, cutNames } from './class-words.ts';

/**
 * Cuts a page into its text blocks, in order: a block is a run of text that no block-level tag, no double line break and no
 * table row parts. White space is folded to one space; nothing else of the text is changed but for characters that no reader
 * sees (soft hyphen, zero-width space). What is never text (scripts, form controls, drawings) is left out; all else is kept,
 * furniture too, since telling it apart is the next step's work. One pass, linear in the tree.
 */
export function textBlocks(tree: HtmlTree): BlockPage {
  const cutter = new Cutter(tree);
  for (let node = 1; node < tree.count && cutter.blocks.length < BLOCKS_MAX; node++) node = cutter.visit(node);
  cutter.closeUntil(tree.count);
  cutter.flush();
  const { blocks, boxes, names, nameCuts, looks } = cutter;
  return { blocks, boxes, names, nameCuts, looks };
}

export interface BlockPage {
  readonly blocks: readonly Block[];
  /** Block-level elements in document order; a block's `box` is an index into it. */
  readonly boxes: readonly Box[];
  /** The class and id names on the page, as written; a box's `names` is an index into it, 0 for none. */
  readonly names: readonly string[];
  /** Where the words of each of these names stand. */
  readonly nameCuts: readonly ClassCuts[];
  /** The looks of boxes as written; a box's `look` is an index into it. */
  readonly looks: readonly string[];
}

export interface Block {
  readonly text: string;
  /** First node of the text, and one past its last. */
  readonly node: number;
  readonly endNode: number;
  /** The innermost block-level element around it. */
  readonly box: number;
  /** Characters, of them inside links, inside bold, inside italics. */
  readonly linkLength: number;
  readonly boldLength: number;
  readonly italicLength: number;
  readonly linkCount: number;
  readonly breakCount: number;
  /** Class flags of inline elements that open with the block. */
  readonly inlineFlags: number;
  readonly hasTime: boolean;
  /** Rows of a data table, cells parted by " | ". */
  readonly row: boolean;
}

/** A block-level element: what it is, what surrounds it, and which blocks it holds. */
export interface Box {
  readonly node: number;
  readonly tag: string;
  /** Index of the box around it; -1 for the outermost. */
  readonly parent: number;
  readonly depth: number;
  /** Index into the page's `names`. */
  readonly names: number;
  /** Bits of class words: of the element itself, and of all around it with its own. */
  readonly flags: number;
  readonly flagsAbove: number;
  /** Bits of `Around`: the kinds of element it lies in, itself included. */
  readonly around: number;
  /** Same for siblings that look alike: tag, class and the parent's class. Index into the page's `looks`. */
  readonly look: number;
  /** Blocks it holds: `first <= block < end`. */
  readonly first: number;
  readonly end: number;
}

/** Kinds of element a block can lie in, one bit each. */
export const Around = {
  article: 1,
  main: 2,
  section: 4,
  aside: 8,
  nav: 16,
  header: 32,
  footer: 64,
  figure: 128,
  form: 256,
  table: 512,
  list: 1024,
  quote: 2048,
  hidden: 4096,
  link: 8192,
  articleBody: 16384,
  caption: 32768,
  heading: 65536,
  details: 131072,
} as const;

const BLOCKS_MAX = 60_000;
/** A table row with more text than this, or with a longer cell, is layout and not data. */
const ROW_CHARACTERS_MAX = 600;
const CELL_CHARACTERS_MAX = 250;
const ROW_NODES_MAX = 400;

const neverText = new Set(
  (
    'script style noscript template svg select option optgroup datalist textarea button iframe object video audio canvas map ' +
    'head title input progress meter noframes noembed applet math-renderer'
  ).split(' '),
);
const aroundOfTag = new Map<string, number>([
  ['article', Around.article],
  ['main', Around.main],
  ['section', Around.section],
  ['aside', Around.aside],
  ['nav', Around.nav],
  ['menu', Around.nav],
  ['header', Around.header],
  ['footer', Around.footer],
  ['figure', Around.figure],
  ['figcaption', Around.caption | Around.figure],
  ['form', Around.form],
  ['label', Around.form],
  ['table', Around.table],
  ['ul', Around.list],
  ['ol', Around.list],
  ['dl', Around.list],
  ['blockquote', Around.quote],
  ['h1', Around.heading],
  ['h2', Around.heading],
  ['h3', Around.heading],
  ['h4', Around.heading],
  ['h5', Around.heading],
  ['h6', Around.heading],
  ['details', Around.details],
  ['dialog', Around.hidden],
]);
const aroundOfRole = new Map<string, number>([
  ['main', Around.main],
  ['article', Around.article],
  ['navigation', Around.nav],
  ['menu', Around.nav],
  ['menubar', Around.nav],
  ['banner', Around.header],
  ['contentinfo', Around.footer],
  ['complementary', Around.aside],
  ['search', Around.form],
  ['dialog', Around.hidden],
  ['alertdialog', Around.hidden],
  ['list', Around.list],
]);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Cutter {
  readonly #tree: HtmlTree;
  readonly blocks: Block[] = [];
  readonly boxes: Mutable<Box>[] = [];
  readonly names: string[] = [''];
  readonly nameCuts: ClassCuts[] = [[]];
  readonly #namesSeen = new Map<string, number>();
  readonly #flagsOfNames: number[] = [0];
  readonly looks: string[] = [''];
  readonly #tagOfLook: string[] = ['#root'];
  readonly #looksSeen = new Map<string, number>();
  /** The last look given to a child without a class, by box, and to a box of a class. */
  readonly #bareChild: (number | undefined)[] = [];
  readonly #lastOfClass = new Map<string, number>();
  /** Open boxes, and open inline elements that count for something. */
  readonly #openBoxes: number[] = [];
  readonly #openInline: number[] = [];
  #links = 0;
  #bolds = 0;
  #italics = 0;
  /** The block being read. */
  #pieces: string[] = [];
  #startNode = -1;
  #endNode = -1;
  #length = 0;
  #linkLength = 0;
  #boldLength = 0;
  #italicLength = 0;
  #linkCount = 0;
  #breakCount = 0;
  #pendingBreaks = 0;
  #inlineFlags = 0;
  #hasTime = false;
  #row = -1;

  constructor(tree: HtmlTree) {
    this.#tree = tree;
    this.boxes.push({
      node: 0,
      tag: '#root',
      parent: -1,
      depth: 0,
      names: 0,
      flags: 0,
      flagsAbove: 0,
      around: 0,
      look: 0,
      first: 0,
      end: 0,
    });
    this.#openBoxes.push(0);
  }

  /** Takes one node; gives the last node that is done with. */
  visit(node: number): number {
    this.closeUntil(node);
    const tree = this.#tree;
    const tag = tree.tag[node];
    if (tag === '') {
      this.#text(node);
      return node;
    }
    if (neverText.has(tag)) {
      this.#endNode = this.#startNode >= 0 ? tree.end[node] : this.#endNode;
      return tree.end[node] - 1;
    }
    if (tag === 'br') this.#break();
    else if (tag === 'td' || tag === 'th') this.#cell(node);
    else if (blockTags.has(tag)) {
      this.flush();
      this.#openBox(node, tag);
      if (tag === 'tr') this.#row = isDataRow(tree, node) ? node : -1;
    } else if (tag !== 'img' && tree.end[node] > node + 1) this.#inline(node, tag);
    return node;
  }

  closeUntil(node: number): void {
    const end = this.#tree.end;
    while (this.#openInline.length > 0) {
      const open = this.#openInline[this.#openInline.length - 1];
      if (end[open] > node) break;
      this.#openInline.pop();
      const tag = this.#tree.tag[open];
      if (tag === 'a') this.#links--;
      else if (tag === 'b' || tag === 'strong') this.#bolds--;
      else this.#italics--;
    }
    while (this.#openBoxes.length > 1) {
      const box = this.boxes[this.#openBoxes[this.#openBoxes.length - 1]];
      if (end[box.node] > node) return;
      if (!(this.#row >= 0 && (box.tag === 'td' || box.tag === 'th'))) this.flush();
      if (box.node === this.#row) this.#row = -1;
      this.#openBoxes.pop();
      box.end = this.blocks.length;
    }
    this.boxes[0].end = this.blocks.length;
  }

  flush(): void {
    this.#pendingBreaks = 0;
    if (this.#startNode < 0) {
      this.#inlineFlags = 0;
      this.#hasTime = false;
      return;
    }
    const text = blockText(this.#pieces.length === 1 ? this.#pieces[0] : this.#pieces.join(''));
    if (text !== '') {
      this.blocks.push({
        text,
        node: this.#startNode,
        endNode: this.#endNode,
        box: this.#openBoxes[this.#openBoxes.length - 1],
        linkLength: Math.min(this.#linkLength, text.length),
        boldLength: Math.min(this.#boldLength, text.length),
        italicLength: Math.min(this.#italicLength, text.length),
        linkCount: this.#linkCount,
        breakCount: this.#breakCount,
        inlineFlags: this.#inlineFlags,
        hasTime: this.#hasTime,
        row: this.#row >= 0,
      });
    }
    this.#pieces = [];
    this.#startNode = -1;
    this.#length = 0;
    this.#linkLength = 0;
    this.#boldLength = 0;
    this.#italicLength = 0;
    this.#linkCount = 0;
    this.#breakCount = 0;
    this.#inlineFlags = 0;
    this.#hasTime = false;
  }

  #text(node: number): void {
    const text = this.#tree.text[node];
    const visible = visibleLength(text);
    if (visible === 0) {
      if (this.#startNode >= 0) this.#pieces.push(' ');
      return;
    }
    if (this.#pendingBreaks > 1) this.flush();
    if (this.#boxTag() === 'pre' && /\n[ \t]*\r?\n/.test(text)) {
      this.#preformatted(node, text);
      return;
    }
    this.#append(node, text, visible);
  }

  /** In preformatted text a blank line parts paragraphs. */
  #preformatted(node: number, text: string): void {
    for (const part of text.split(/\n[ \t]*\r?\n/)) {
      const visible = visibleLength(part);
      if (visible > 0) this.#append(node, part, visible);
      this.flush();
    }
  }

  #append(node: number, text: string, visible: number): void {
    if (this.#pendingBreaks === 1) this.#breakCount++;
    this.#pendingBreaks = 0;
    if (this.#startNode < 0) this.#startNode = node;
    this.#endNode = node + 1;
    this.#pieces.push(text);
    this.#length += visible;
    if (this.#links > 0) this.#linkLength += visible;
    if (this.#bolds > 0) this.#boldLength += visible;
    if (this.#italics > 0) this.#italicLength += visible;
  }

  #break(): void {
    if (this.#startNode < 0) return;
    this.#pendingBreaks++;
    this.#pieces.push(' ');
  }

  #cell(node: number): void {
    if (this.#row < 0) this.flush();
    else if (this.#startNode >= 0) this.#pieces.push(' | ');
    this.#openBox(node, this.#tree.tag[node]);
  }

  #inline(node: number, tag: string): void {
    if (this.#startNode < 0) {
      this.#inlineFlags |= this.#flagsOfNames[this.#namesOf(node)];
    }
    if (tag === 'time') this.#hasTime = true;
    else if (tag === 'a' && attribute(this.#tree, node, 'href') !== '') {
      this.#links++;
      this.#linkCount++;
      this.#openInline.push(node);
    } else if (tag === 'b' || tag === 'strong') {
      this.#bolds++;
      this.#openInline.push(node);
    } else if (tag === 'i' || tag === 'em') {
      this.#italics++;
      this.#openInline.push(node);
    }
  }

  #openBox(node: number, tag: string): void {
    const parent = this.#openBoxes[this.#openBoxes.length - 1];
    const above = this.boxes[parent];
    const names = this.#namesOf(node);
    const flags = this.#flagsOfNames[names];
    const tree = this.#tree;
    let around = above.around | (aroundOfTag.get(tag) ?? 0);
    if (this.#links > 0) around |= Around.link;
    if (!isBare(tree, node)) around |= saidByAttributes(tree, node);
    this.#openBoxes.push(this.boxes.length);
    this.boxes.push({
      node,
      tag,
      parent,
      depth: above.depth + 1,
      names,
      flags,
      flagsAbove: above.flagsAbove | flags,
      around,
      look: this.#lookOf(tag, attribute(tree, node, 'class'), parent),
      first: this.blocks.length,
      end: this.blocks.length,
    });
  }

  /** Pages repeat their boxes: the look of one is mostly that of the last with its class, or of the box before it. */
  #lookOf(tag: string, className: string, parent: number): number {
    const last = className === '' ? this.#bareChild[parent] : this.#lastOfClass.get(className);
    if (last !== undefined && this.#tagOfLook[last] === tag) return last;
    if (className === '') {
      const look = this.#look(tag, `${tag}<${this.looks[this.boxes[parent].look]}`.slice(0, LOOK_CHARACTERS));
      this.#bareChild[parent] = look;
      return look;
    }
    const look = this.#look(tag, `${tag}.${className}`.slice(0, LOOK_CLASS_CHARACTERS));
    this.#lastOfClass.set(className, look);
    return look;
  }

  /** Index of a look among those of the page. */
  #look(tag: string, written: string): number {
    let look = this.#looksSeen.get(written);
    if (look === undefined) {
      look = this.looks.length;
      this.looks.push(written);
      this.#tagOfLook.push(tag);
      this.#looksSeen.set(written, look);
    }
    return look;
  }

  #boxTag(): string {
    return this.boxes[this.#openBoxes[this.#openBoxes.length - 1]].tag;
  }

  /** Index of an element's class and id names among those of the page. */
  #namesOf(node: number): number {
    if (isBare(this.#tree, node)) return 0;
    const className = attribute(this.#tree, node, 'class');
    const id = attribute(this.#tree, node, 'id');
    const key = id === '' ? className : `${className} ${id}`;
    if (key === '') return 0;
    let index = this.#namesSeen.get(key);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(key);
      const cuts = cutNames(key);
      this.nameCuts.push(cuts);
      this.#flagsOfNames.push(classFlags(key, cuts));
      this.#namesSeen.set(key, index);
    }
    return index;
  }
}

const LOOK_CHARACTERS = 120;
const LOOK_CLASS_CHARACTERS = 44;

/** What kind of element one is by its attributes: role, microdata, hidden from sight. */
function saidByAttributes(tree: HtmlTree, node: number): number {
  let around = aroundOfRole.get(attribute(tree, node, 'role')) ?? 0;
  const property = attribute(tree, node, 'itemprop');
  if (property !== '' && /articleBody|reviewBody/i.test(property)) around |= Around.articleBody;
  const style = attribute(tree, node, 'style');
  const hidden =
    hasAttribute(tree, node, 'hidden') ||
    attribute(tree, node, 'aria-hidden') === 'true' ||
    (style !== '' && /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style));
  return hidden ? around | Around.hidden : around;
}

/** True for a row of short cells without blocks of their own: a line of a table, not of a layout. */
function isDataRow(tree: HtmlTree, row: number): boolean {
  let cells = 0;
  let total = 0;
  let cell = 0;
  const end = Math.min(tree.end[row], row + ROW_NODES_MAX);
  if (end < tree.end[row]) return false;
  for (let node = row + 1; node < end; node++) {
    const tag = tree.tag[node];
    if (tag === '') {
      const length = visibleLength(tree.text[node]);
      cell += length;
      total += length;
      if (cell > CELL_CHARACTERS_MAX || total > ROW_CHARACTERS_MAX) return false;
    } else if (tag === 'td' || tag === 'th') {
      cells++;
      cell = 0;
    } else if (blockTags.has(tag) && tag !== 'p') return false;
  }
  return cells >= 2;
}

/** Characters other than white space at the ends: enough to tell how much text there is, without a copy of it. */
function visibleLength(text: string): number {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(unitAt(text, start))) start++;
  while (end > start && isSpace(unitAt(text, end - 1))) end--;
  return end - start;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x200b || code === 0xfeff || code === 0xad || code === 0x3000;
}

/** True for most texts: nothing to fold and nothing to compose, told in one pass. May be false for such a text of rare signs. */
function isPlain(text: string): boolean {
  const { length } = text;
  let before = 0;
  for (let at = 0; at < length; at++) {
    const unit = unitAt(text, at);
    if (unit < 0x7f) {
      if (unit < 32 || (unit === 32 && before === 32)) return false;
    } else if (unit < 0x300) {
      if (unit <= 0xa0 || unit === 0xad) return false;
    } else if (
      !(unit >= 0x2010 && unit <= 0x2027) &&
      !(unit >= 0x400 && unit <= 0x482) &&
      !(unit >= 0x4e00 && unit < 0xa000)
    ) {
      return false;
    }
    before = unit;
  }
  return true;
}

/**
 * A text as a body tells it: white space to one space, none at the ends, unseen characters gone, NFC. Unlike
 * `fold` of `head.ts`, for lines beside the body, it leaves the marks that join or turn letters.
 */
export function blockText(text: string): string {
  const trimmed = text.trim();
  if (isPlain(trimmed)) return trimmed;
  let folded = /[\u00ad\u200b\u2060\ufeff]/.test(text) ? text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '') : text;
  folded = /[^\S ]| {2}/.test(folded) ? folded.replace(/\s+/g, ' ') : folded;
  folded = folded.trim();
  return /^[\u0000-\u02ff]*$/.test(folded) ? folded : folded.normalize('NFC');
}
