import { hashOf, isSameName, NameTable } from './name-table.ts';

/**
 * Cuts HTML into tokens in one pass and tells them to a sink: tags with the attributes it knows, texts, ends of tags. What is a
 * token follows the HTML standard (13.2.5) as htmlparser2 reads it, which a test compares; comments, declarations and
 * processing instructions are passed over, and so is a tag that the end of the page cuts off.
 *
 * Ends of texts and values are found by a search, names by a hash made on the way: no string is made of what nobody reads.
 */
export function readTokens(html: string, sink: TokenSink): void {
  let text = 0;
  let open = html.indexOf('<');
  while (open >= 0 && !sink.full) {
    let next = open + 1;
    // A sign that opens nothing stands for itself, in the text it stands in.
    if (opensMarkup(html, open)) {
      if (open > text) sink.text(text, open);
      next = readMarkup(html, open, sink);
      text = next;
    }
    open = html.indexOf('<', next);
  }
  if (text < html.length) sink.text(text, html.length);
}

export interface TokenSink {
  /** True when nothing more is wanted. */
  readonly full: boolean;
  /** Inside of a drawing no element holds raw text. */
  readonly isForeign: boolean;
  /** A text with its entities; a text as written. */
  text(start: number, end: number): void;
  rawText(start: number, end: number): void;
  /** A tag opens: first `startTag`, then each of its attributes, then `endTag`; without `endTag` it is no tag after all. */
  startTag(): void;
  attribute(name: string, start: number, end: number): void;
  endTag(name: string, selfClosed: boolean): void;
  closeTag(name: string): void;
}

function opensMarkup(html: string, open: number): boolean {
  const code = html.charCodeAt(open + 1);
  return isLetter(code) || code === BANG || code === QUESTION || (code === SLASH && open + 2 < html.length);
}

/** Reads the markup that begins with the `<` at `open`; gives the place behind it. */
function readMarkup(html: string, open: number, sink: TokenSink): number {
  const code = html.charCodeAt(open + 1);
  if (isLetter(code)) return readOpenTag(html, open + 1, sink);
  if (code === SLASH && isLetter(html.charCodeAt(open + 2))) return readCloseTag(html, open + 2, sink);
  if (code !== BANG) return behind(html, '>', open + 2);
  if (html.startsWith('--', open + 2)) return behindComment(html, open + 4);
  if (!html.startsWith('[CDATA[', open + 2)) return behind(html, '>', open + 2);
  const end = html.indexOf(']]>', open + CDATA_CHARACTERS);
  // Outside of svg and math this is a comment by the standard, but pages that write it mean text.
  if (end >= 0) sink.rawText(open + CDATA_CHARACTERS, end);
  return end < 0 ? html.length : end + 3;
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** A comment ends at `-->` or `--!>`; `<!-->` and `<!--->` are whole ones. */
function behindComment(html: string, from: number): number {
  if (html.charCodeAt(from) === GREATER) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  for (let at = html.indexOf('--', from); at >= 0; at = html.indexOf('--', at)) {
    at += 2;
    while (html.charCodeAt(at) === DASH) at++;
    if (html.charCodeAt(at) === GREATER) return at + 1;
    if (html.startsWith('!>', at)) return at + 2;
  }
  return html.length;
}

function readCloseTag(html: string, start: number, sink: TokenSink): number {
  let at = start;
  let hash = 0;
  let code = html.charCodeAt(at);
  while (!isNameEnd(code)) {
    hash = hashOf(hash, code);
    code = html.charCodeAt(++at);
    if (at >= html.length) return at;
  }
  sink.closeTag(tagOf(html, start, at, hash));
  return code === GREATER ? at + 1 : behind(html, '>', at);
}

function readOpenTag(html: string, start: number, sink: TokenSink): number {
  let at = start;
  let hash = 0;
  let code = html.charCodeAt(at);
  while (!isNameEnd(code)) {
    hash = hashOf(hash, code);
    code = html.charCodeAt(++at);
    if (at >= html.length) return at;
  }
  const name = tagOf(html, start, at, hash);
  const foreign = sink.isForeign;
  sink.startTag();
  at = code === GREATER ? at + 1 : readAttributes(html, at, sink);
  if (at < 0) return html.length;
  sink.endTag(name, html.charCodeAt(at - 2) === SLASH);
  return foreign || !textOnly.has(name) ? at : readTextOnly(html, at, name, sink);
}

/** Reads to the `>` that ends a tag and gives the place behind it; -1 when the page ends first. */
function readAttributes(html: string, from: number, sink: TokenSink): number {
  let at = from;
  while (at < html.length) {
    let code = html.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === SLASH || isSpace(code)) {
      at++;
      continue;
    }
    const start = at;
    let hash = 0;
    // The first sign belongs to the name whatever it is.
    do {
      hash = hashOf(hash, code);
      code = html.charCodeAt(++at);
    } while (code !== EQUALS && !isNameEnd(code) && at < html.length);
    const name = attributes.indexOf(html, start, at, hash);
    while (isSpace(code)) code = html.charCodeAt(++at);
    if (code !== EQUALS) {
      if (name >= 0) sink.attribute(attributeNames[name], at, at);
      continue;
    }
    code = html.charCodeAt(++at);
    while (isSpace(code)) code = html.charCodeAt(++at);
    let valueStart = at;
    let valueEnd: number;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      valueStart++;
      valueEnd = html.indexOf(code === DOUBLE_QUOTE ? '"' : "'", valueStart);
      if (valueEnd < 0) return -1;
      at = valueEnd + 1;
    } else {
      while (code !== GREATER && !isSpace(code) && at < html.length) code = html.charCodeAt(++at);
      valueEnd = at;
    }
    if (name >= 0) sink.attribute(attributeNames[name], valueStart, valueEnd);
  }
  return -1;
}

/** Reads an element that holds text alone, up to its own end tag; without one the rest of the page is its text. */
function readTextOnly(html: string, start: number, name: string, sink: TokenSink): number {
  const raw = name !== 'title' && name !== 'textarea';
  let close = name === 'plaintext' ? -1 : html.indexOf('</', start);
  while (close >= 0 && !isEndOf(html, close + 2, name)) close = html.indexOf('</', close + 2);
  const end = close < 0 ? html.length : close;
  if (end > start) {
    if (raw) sink.rawText(start, end);
    else sink.text(start, end);
  }
  if (close < 0) return end;
  sink.closeTag(name);
  return behind(html, '>', close + 2 + name.length);
}

function isEndOf(html: string, at: number, name: string): boolean {
  const end = at + name.length;
  return end < html.length && isNameEnd(html.charCodeAt(end)) && isSameName(html, at, end, name);
}

function tagOf(html: string, start: number, end: number, hash: number): string {
  const known = tags.indexOf(html, start, end, hash);
  const name = known < 0 ? html.slice(start, end).toLowerCase() : tags.names[known];
  return name === 'image' ? 'img' : name;
}

const BANG = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const DASH = 45;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const CDATA_CHARACTERS = '<![CDATA['.length;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** What ends the name of a tag. */
function isNameEnd(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code);
}

const words = (list: string) => list.split(' ');

/** The attributes that a step of reading asks for; the others speak to scripts and to the layout and are passed over. */
export const attributeNames = [
  'alt',
  'aria-hidden',
  'class',
  'content',
  'data-testid',
  'datetime',
  'hidden',
  'href',
  'id',
  'itemprop',
  'itemtype',
  'lang',
  'name',
  'property',
  'pubdate',
  'rel',
  'role',
  'style',
  'title',
  'type',
] as const;

/** Elements whose content is text up to their own end tag (13.1.2). */
const textOnly = new Set(words('script style xmp iframe noembed noframes plaintext title textarea'));

const attributes = new NameTable(attributeNames);
/** The names that pages use; others are read too, but as strings of their own. */
const tags = new NameTable(
  words(
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blockquote body br button ' +
      'canvas caption center circle cite clippath code col colgroup command content data datalist dd defs del desc details dfn ' +
      'dialog dir div dl dt ellipse em embed fieldset figcaption figure filter font footer foreignobject form frame frameset g ' +
      'h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li line ' +
      'lineargradient link listing main map mark mask math menu menuitem meta meter nav nobr noembed noframes noscript object ' +
      'ol optgroup option output p param path pattern picture plaintext polygon polyline pre progress q radialgradient rb rect ' +
      'rp rt rtc ruby s samp script search section select slot small source span stop strike strong style sub summary sup svg ' +
      'symbol table tbody td template text textarea tfoot th thead time title tr track tspan tt u ul use var video wbr xmp',
  ),
);
