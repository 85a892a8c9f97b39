import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Tokenizer } from 'htmlparser2';

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
  // Left to itself the tokenizer finds ends of texts and values with one search; entities are decoded where there is one.
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false, recognizeSelfClosing: false }, builder);
  builder.stop = () => tokenizer.pause();
  tokenizer.write(html);
  tokenizer.end();
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
  /** Attributes of an element that tell something of its content; null where it has none. */
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

/** Open elements remembered at most; deeper ones are hung without being opened. */
const OPEN_MAX = 2_048;

/** Receives the tokens (htmlparser2 names these methods) and hangs them into the arrays. */
class TreeBuilder {
  readonly #html: string;
  readonly #limits: HtmlLimits;
  readonly #tag: string[] = ['#root'];
  readonly #text: string[] = [''];
  readonly #attributes: (Record<string, string> | null)[] = [null];
  readonly #parent: number[] = [-1];
  readonly #end: number[] = [0];
  readonly #depth: number[] = [0];
  /** Open elements: their tags, and their nodes (-1 for one too deep to be kept). */
  readonly #openTags: string[] = ['#root'];
  readonly #openNodes: number[] = [0];
  /** How many of each tag are open, so that a stray end tag costs nothing. */
  readonly #openCounts = new Map<string, number>();
  /** The innermost kept element and how deep it lies. */
  #top = 0;
  #keptDepth = 1;
  /** The tag being read. */
  #name = '';
  #values: Record<string, string> | null = null;
  #attributeName = '';
  #attributeValue = '';
  #full = false;
  /** Inside an element whose text is taken as written, without entities. */
  #raw = false;
  /** Inside script or style whose text is not kept; inside svg; inside HTML embedded in svg. */
  #silent = false;
  #svg = 0;
  #embedded = false;
  stop: () => void = ignore;

  constructor(html: string, limits: HtmlLimits) {
    this.#html = html;
    this.#limits = limits;
  }

  finish(): HtmlTree {
    const count = this.#tag.length;
    for (const node of this.#openNodes) if (node >= 0) this.#end[node] = count;
    return {
      count,
      tag: this.#tag,
      text: this.#text,
      attributes: this.#attributes,
      parent: Int32Array.from(this.#parent),
      end: Int32Array.from(this.#end),
      depth: Uint16Array.from(this.#depth),
      truncated: this.#full,
    };
  }

  ontext(start: number, end: number): void {
    if (this.#full || this.#silent || this.#svg > 0) return;
    const text = this.#html.slice(start, end);
    this.#hangText(this.#raw || !text.includes('&') ? text : decodeHTML(text));
  }

  oncdata(start: number, end: number, offset: number): void {
    // Outside of svg and math this is a comment by the standard, but pages that write it mean text.
    this.#hangText(this.#html.slice(start, end - offset));
  }

  onopentagname(start: number, end: number): void {
    this.#name = tagName(this.#html.slice(start, end));
    this.#values = null;
    this.#raw = rawTags.has(this.#name) && !this.isInForeignContext();
  }

  onattribname(start: number, end: number): void {
    const name = attributeName(this.#html.slice(start, end));
    this.#attributeName = isContent(name) ? name : '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributeName === '') return;
    const data = this.#html.slice(start, end);
    this.#attributeValue = data.includes('&') ? decodeHTMLAttribute(data) : data;
  }

  onattribend(): void {
    const name = this.#attributeName;
    if (name === '') return;
    if (this.#values === null) this.#values = { [name]: this.#attributeValue };
    else if (this.#values[name] === undefined) this.#values[name] = this.#attributeValue;
    this.#attributeValue = '';
  }

  onopentagend(): void {
    this.#open(false);
  }

  onselfclosingtag(): void {
    this.#open(true);
  }

  onclosetag(start: number, end: number): void {
    this.#raw = false;
    this.#close(tagName(this.#html.slice(start, end)));
  }

  isInForeignContext(): boolean {
    return this.#svg > 0 && !this.#embedded;
  }

  // The tokenizer calls these whether or not anyone listens.
  readonly ontextentity = ignore;
  readonly onattribentity = ignore;
  readonly oncomment = ignore;
  readonly ondeclaration = ignore;
  readonly onprocessinginstruction = ignore;
  readonly onend = ignore;

  #open(selfClosed: boolean): void {
    const name = this.#name;
    const values = this.#values;
    if (this.#full) return;
    if (this.#svg > 0) {
      if (name === 'svg' && !selfClosed) this.#svg++;
      if (name === 'foreignobject') this.#embedded = true;
      // The standard lets these tags end a drawing that was left open.
      if (this.#embedded || !breakout.has(name)) return;
      this.#svg = 0;
    }
    const rule = openRules.get(name);
    if (rule !== undefined && !this.#prepare(name, rule, values)) return;
    if (this.#openTags[this.#openTags.length - 1] === 'head' && !headTags.has(name)) this.#pop();
    const keep = this.#keptDepth < this.#limits.depthMax;
    const node = keep ? this.#add(name, '', values) : -1;
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
    if (name === 'style' || (name === 'script' && !(values?.type ?? '').includes('json'))) this.#silent = true;
  }

  /** Closes what an opening tag ends by itself; false when the tag itself is to be passed over. */
  #prepare(name: string, rule: OpenRule, values: Record<string, string> | null): boolean {
    if (rule.once && this.#isOpen(name)) {
      // A second <body> only adds its attributes to the first.
      const node = this.#openNodes[this.#openTags.indexOf(name)];
      if (node > 0 && values !== null) this.#attributes[node] = { ...values, ...this.#attributes[node] };
      return false;
    }
    if (rule.closesP && this.#isOpen('p')) this.#closeWithin('p', buttonScope, true);
    for (const tag of rule.closes) {
      if (this.#isOpen(tag) && this.#closeWithin(tag, rule.scope, rule.inlineOnly)) break;
    }
    return true;
  }

  #close(name: string): void {
    if (this.#full) return;
    if (this.#svg > 0) {
      if (name === 'svg') this.#svg--;
      else if (name === 'foreignobject') this.#embedded = false;
      return;
    }
    if (name === 'br') {
      this.#add('br', '', null);
      return;
    }
    // What follows </body> still belongs to the body.
    if (name === 'body' || name === 'html' || !this.#isOpen(name)) return;
    if (name === 'script' || name === 'style') this.#silent = false;
    const table = tableTags.has(name);
    this.#closeWithin(name, table ? tableScope : name === 'li' ? listScope : cellScope, !blockTags.has(name));
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
    if (this.#full || this.#silent || this.#svg > 0) return;
    const last = this.#tag.length - 1;
    // The tokenizer splits text at signs that open no tag: pieces that follow each other are one node.
    if (this.#tag[last] === '' && this.#parent[last] === this.#top) this.#text[last] += data;
    else this.#add('', data, null);
  }

  #add(tag: string, text: string, attributes: Record<string, string> | null): number {
    const node = this.#tag.length;
    this.#tag.push(tag);
    this.#text.push(text);
    this.#attributes.push(attributes);
    this.#parent.push(this.#top);
    this.#end.push(node + 1);
    this.#depth.push(this.#keptDepth);
    if (node + 1 >= this.#limits.nodesMax) {
      this.#full = true;
      this.stop();
    }
    return node;
  }
}

/** What opening a tag does to what is open already. */
interface OpenRule {
  readonly closes: readonly string[];
  readonly scope: ReadonlySet<string>;
  readonly inlineOnly: boolean;
  readonly closesP: boolean;
  readonly once: boolean;
}

const ignore = (): void => undefined;
const words = (list: string) => list.split(' ');

const voidTags = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr bgsound',
  ),
);
/** Elements whose text the tokenizer takes as written (13.1.2: raw text and what browsers treat alike). */
const rawTags = new Set(words('script style xmp iframe noembed noframes plaintext'));
const headTags = new Set(words('meta link title script style base basefont bgsound noscript noframes template'));
const tableTags = new Set(words('table thead tbody tfoot tr td th caption colgroup'));
const listScope = new Set(words('ul ol table td th caption template'));
const cellScope = new Set(words('table td th caption template'));
const tableScope = new Set(words('table template'));
const rowScope = new Set(words('table template tr'));
const buttonScope = new Set(words('button table td th caption template'));

/** Elements that end a line: the standard's "special" ones that hold text. */
export const blockTags: ReadonlySet<string> = new Set(
  words(
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
      'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre ' +
      'search section select summary table tbody td template textarea tfoot th thead title tr ul button noscript iframe',
  ),
);

const pClosers = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt',
);

/** Tags that end an open drawing (13.2.6.5). */
const breakout = new Set(
  words(
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol ' +
      'p pre ruby s small span strong strike sub sup table tt u ul var article section main aside header footer nav',
  ),
);

const openRules: ReadonlyMap<string, OpenRule> = makeOpenRules();

function makeOpenRules(): Map<string, OpenRule> {
  const rules = new Map<string, OpenRule>();
  const rule = (names: string, closes: string, scope: ReadonlySet<string>, inlineOnly = false, once = false) => {
    for (const name of words(names)) {
      const tags = closes === '' ? [] : words(closes);
      rules.set(name, { closes: tags, scope, inlineOnly, closesP: pClosers.includes(name), once });
    }
  };
  rule(pClosers.join(' '), '', cellScope);
  rule('h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6', cellScope, true);
  rule('li', 'li', listScope);
  rule('dd dt', 'dd dt', new Set(words('dl table td th caption template')));
  rule('a', 'a', cellScope, true);
  rule('button', 'button', cellScope);
  rule('option', 'option', new Set(words('select optgroup datalist template')));
  rule('optgroup', 'optgroup option', new Set(words('select datalist template')));
  rule('tr', 'tr', tableScope);
  rule('td th', 'td th', rowScope);
  rule('thead tbody tfoot', 'thead tbody tfoot', tableScope);
  rule('body', 'head', tableScope, false, true);
  rule('html head form', '', tableScope, false, true);
  rules.set('form', { ...rules.get('form')!, closesP: true });
  return rules;
}

/** Tags and attribute names in lower case; the frequent ones without a new string each. */
function tagName(written: string): string {
  return knownNames.get(written) ?? lowered(written);
}

function attributeName(written: string): string {
  return knownNames.get(written) ?? lowered(written);
}

/** False for attributes that speak to scripts and to the layout alone: event handlers, sizes, and data but for test names. */
function isContent(name: string): boolean {
  const first = name.charCodeAt(0);
  // "on…"
  if (first === 111) return name.charCodeAt(1) !== 110;
  // "data-…"
  if (first === 100) return !name.startsWith('data-') || name === 'data-testid';
  return !layoutAttributes.has(name);
}

const layoutAttributes = new Set(
  words(
    'width height srcset sizes loading target border align valign cellpadding cellspacing tabindex fetchpriority decoding ' +
      'imagesrcset crossorigin integrity async defer',
  ),
);

function lowered(written: string): string {
  const name = written.toLowerCase();
  return name === 'image' ? 'img' : name;
}

const knownNames = new Map<string, string>(
  [
    ...blockTags,
    ...voidTags,
    ...words(
      'a abbr b cite em font i label path picture q s small span strong sub sup svg time u script style video audio',
    ),
    ...words(
      'class id href src alt title rel type name content property style role width height target itemprop value',
    ),
    ...words('itemscope itemtype datetime lang dir data-src srcset sizes loading aria-label aria-hidden hidden for'),
  ].flatMap((name) => [
    [name, name],
    [name.toUpperCase(), name],
  ]),
);
