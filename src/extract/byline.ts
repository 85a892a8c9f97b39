import { attribute } from '../formats/html.ts';
import { Around } from './blocks.ts';
import { agencyNamed } from './credit-names.ts';
import { fold, lineOf, metaOf } from './head.ts';
import { NameReader } from './people.ts';
import { keyOf } from './title.ts';
import { allWords, besideArticle, type PageView, startOfText } from './view.ts';
import { findDays } from './written-date.ts';

/**
 * The people who wrote a page's text: names only, in the order of the page. Structured data first, then meta elements, then
 * what the markup or the words near the headline call a byline. Agencies, the site, roles, dates and "staff" are no people.
 */
export function readByline(view: PageView, sites: readonly string[]): readonly string[] {
  const names = new NameReader(view.language, sites);
  const agents = view.own?.authors ?? [];
  const steps: readonly (() => readonly string[])[] = [
    () =>
      names.all(
        agents.filter((agent) => agent.type === 'Person').map((agent) => agent.name),
        'person',
      ),
    () => names.all(agents.filter((agent) => agent.type !== 'Organization').map((agent) => agent.name)),
    () => names.all(metaAuthors(view)),
    () => names.all(authorLinks(view), 'named'),
    () => names.all(markedAuthors(view), 'loose'),
    () => names.all(writtenBylines(view), 'loose'),
    () => names.all(linksInHead(view), 'loose'),
    () => names.all(bareNames(view), 'loose'),
    () => names.all(signatures(view), 'loose'),
    () => names.all(view.hint.author === undefined ? [] : [view.hint.author]),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return asShown(found, names.all(headerBylines(view), 'loose'));
  }
  return [];
}

/**
 * Of the names a page declares those its byline shows, where the two overlap: structured data also lists editors and helpers,
 * or only the first of several writers.
 */
function asShown(declared: readonly string[], shown: readonly string[]): readonly string[] {
  const keys = new Set(declared.map(keyOf));
  const within = shown.filter((name) => keys.has(keyOf(name)));
  if (within.length === 0) return declared;
  return within.length === shown.length || within.length === declared.length ? shown : declared;
}

/** Lines that name who wrote the text, as the page shows them: for wire credits, which stand there too. */
export function bylineLines(view: PageView): readonly string[] {
  const lines = [
    ...(view.own?.authors ?? []).map((agent) => agent.name),
    ...metaAuthors(view),
    ...authorLinks(view),
    ...markedAuthors(view),
    ...writtenBylines(view),
  ];
  return [
    ...new Set(lines.map((line) => fold(line)).filter((line) => line !== '' && line.length <= LINE_CHARACTERS_MAX)),
  ];
}

/** People named in lines that are bylines already, as a bare-text page has them; else in what the caller said. */
export function namesOfBylines(
  lines: readonly string[],
  language: string | null,
  given: string | null,
): readonly string[] {
  const names = new NameReader(language, []);
  const by = allWords('by');
  const bylines = lines.filter((line) => {
    const lower = line.toLowerCase();
    const words = lower.split(/[\s:：]+/, 3);
    return by.has(words[0]) || by.has(words.slice(0, 2).join(' ')) || /기자|특파원|记者|記者/.test(line);
  });
  const found = names.all(bylines, 'loose');
  return found.length > 0 || given === null ? found : names.all([given]);
}

const LINE_CHARACTERS_MAX = 300;
const CANDIDATES_MAX = 40;

const authorMetas: readonly string[] = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'cxenseparse:author',
  'creator',
  'authors',
  'article.author',
  'citation_author',
  'rbauthors',
  'shareaholic:article_author_name',
  'og:article:author',
  'twitter:data1',
];

function metaAuthors(view: PageView): string[] {
  for (const name of authorMetas) {
    // "Written by" is what the label of a Twitter card says of its first value; others put reading times there.
    const label = metaOf(view.head, 'twitter:label1') ?? '';
    if (name === 'twitter:data1' && !allWords('by').has(label.toLowerCase())) continue;
    const values = (view.head.metas.get(name) ?? [])
      .map(fold)
      .filter((value) => value !== '' && !/^https?:|^\/|@|\.(?:com|html)\b/i.test(value));
    if (values.length > 0) return values;
  }
  return [];
}

/** Texts of the elements whose markup speaks of an author, outermost dropped where a narrower one stands inside. */
function markedAuthors(view: PageView): string[] {
  const { tree, head, page } = view;
  const last = view.kept.length > 0 ? page.blocks[view.kept[view.kept.length - 1]].endNode + AFTER_NODES : tree.count;
  const marked = [...(head.marked.get('author') ?? []), ...(head.marked.get('creator') ?? [])];
  const relevant = (node: number) => node <= last && isByText(view, node);
  const found: string[] = [];
  const inner = head.marked.get('name') ?? [];
  for (const node of marked.slice(0, CANDIDATES_MAX)) {
    if (!relevant(node)) continue;
    const name = inner.find((one) => one > node && one < tree.end[node]);
    const text =
      name === undefined
        ? attribute(tree, node, 'content') || lineOf(tree, node)
        : attribute(tree, name, 'content') || lineOf(tree, name);
    if (text !== '' && text.length <= LINE_CHARACTERS_MAX) found.push(text);
  }
  if (found.length > 0) return found;
  const lines: { readonly node: number; readonly text: string }[] = [];
  for (const node of head.authors) {
    if (lines.length >= CANDIDATES_MAX) break;
    if (!relevant(node)) continue;
    const text = lineOf(tree, node);
    if (text.length >= 2 && text.length <= LINE_CHARACTERS_MAX) lines.push({ node, text });
  }
  return lines.map(({ text }) => text);
}

/** Texts of links to a writer's own page, near the text: the plainest sign of a byline on the web. */
function authorLinks(view: PageView): string[] {
  const { tree, head, page } = view;
  const last = view.kept.length > 0 ? page.blocks[view.kept[view.kept.length - 1]].endNode + AFTER_NODES : tree.count;
  const found: string[] = [];
  for (const node of head.authors) {
    if (found.length >= CANDIDATES_MAX || node > last) break;
    if (tree.tag[node] !== 'a') continue;
    const named = /\bauthor\b/i.test(attribute(tree, node, 'rel')) || authorAddress.test(attribute(tree, node, 'href'));
    if (!named || !isByText(view, node)) continue;
    const text = lineOf(tree, node);
    if (text.length >= 2 && text.length <= NAME_LINE_CHARACTERS_MAX) found.push(text);
  }
  return found;
}

/**
 * Between headline and text, where nothing else names the writer: links whose address alone says that it is a writer's, and
 * what the markup calls a byline in a box that otherwise holds other things.
 */
function linksInHead(view: PageView): string[] {
  const { tree, head, page } = view;
  const start = startOfText(view);
  if (start < 0 || view.headlineBlock < 0) return [];
  const first = page.blocks[start].node;
  const headline = page.blocks[view.headlineBlock].node;
  if (headline > first || first - headline > HEAD_NODES_MAX) return [];
  const marked = new Set(head.authors);
  const found: string[] = [];
  for (let node = Math.max(1, headline - NODES_ABOVE_HEADLINE); node < first && found.length < CANDIDATES_MAX; node++) {
    const addressed = tree.tag[node] === 'a' && authorAddress.test(attribute(tree, node, 'href'));
    if ((!addressed && !marked.has(node)) || inFigure(tree, node)) continue;
    const text = lineOf(tree, node);
    if (text.length >= 2 && text.length <= NAME_LINE_CHARACTERS_MAX) found.push(text);
  }
  return found;
}

/** More between headline and text is a page of several things. */
const HEAD_NODES_MAX = 600;
const NODES_ABOVE_HEADLINE = 20;

const NAME_LINE_CHARACTERS_MAX = 80;
const authorAddress =
  /\/(?:authors?|autor(?:es|en)?|auteurs?|by|people|journalists?|writers?|contributors?|profile|redaktion|redacteur|reporter)\//i;

/** True for a place near the text that is no other story's and no picture's. */
function isByText(view: PageView, node: number): boolean {
  const start = startOfText(view);
  const inside = start >= 0 ? view.page.blocks[start].node : -1;
  return !besideArticle(view.tree, node, inside) && !inFigure(view.tree, node);
}

/** A picture's author is not the text's. */
function inFigure(tree: PageView['tree'], node: number): boolean {
  for (let at = node, steps = 0; at > 0 && steps < FIGURE_DEPTH_MAX; at = tree.parent[at], steps++) {
    if (tree.tag[at] === 'figure' || tree.tag[at] === 'figcaption') return true;
    const type = attribute(tree, at, 'itemtype');
    if (type.endsWith('ImageObject') || type.endsWith('VideoObject')) return true;
  }
  return false;
}

const FIGURE_DEPTH_MAX = 12;
const AFTER_NODES = 150;

/** Short blocks between the headline and the text, or at its end, that begin as a byline does. */
function writtenBylines(view: PageView): readonly string[] {
  const { blocks } = view.page;
  const first = view.kept[0] ?? blocks.length;
  const last = view.kept[view.kept.length - 1] ?? first;
  const above = headerBylines(view);
  return above.length > 0 ? above : bylinesIn(view, Math.max(first, last - 1), Math.min(last + 4, blocks.length));
}

/** The byline of a page and its wire credit both ask for these. */
const headers = new WeakMap<PageView, readonly string[]>();

function headerBylines(view: PageView): readonly string[] {
  let lines = headers.get(view);
  if (lines === undefined) {
    lines = readHeader(view);
    headers.set(view, lines);
  }
  return lines;
}

function readHeader(view: PageView): string[] {
  const { blocks } = view.page;
  const first = view.kept[0] ?? blocks.length;
  const from = Math.max(0, view.headlineBlock >= 0 && view.headlineBlock < first ? view.headlineBlock - 3 : first - 8);
  // A standfirst may be taken for the first paragraph; the byline then stands behind it.
  const second = Math.min(view.kept[1] ?? first, first + STANDFIRST_BLOCKS);
  return bylinesIn(view, from, Math.min(Math.max(first + 2, second), blocks.length));
}

function bylinesIn(view: PageView, start: number, end: number): string[] {
  const { blocks, boxes } = view.page;
  const found: string[] = [];
  for (let at = start; at < end && found.length < CANDIDATES_MAX; at++) {
    if ((boxes[blocks[at].box].around & (Around.figure | Around.caption)) !== 0) continue;
    const { text } = blocks[at];
    if (opensAsByline(text)) {
      found.push(text);
      continue;
    }
    const rest = afterDay(text);
    if (rest !== text && opensAsByline(rest)) found.push(rest);
  }
  return found;
}

/** True for a short line that opens with a word for its writer, or ends with a role or an agency. */
function opensAsByline(text: string): boolean {
  if (text.length > BYLINE_CHARACTERS_MAX) return false;
  const by = allWords('by');
  const lower = text.toLowerCase();
  const label = lower.match(/^[\p{L}\p{M}' ]{1,24}?(?=\s?[:：]|\s)/u)?.[0]?.trim() ?? '';
  return (
    by.has(label) ||
    by.has(lower.split(/[\s:：]+/, 2).join(' ')) ||
    (/[가-힣一-鿿ぁ-ヿ]$/.test(lower) && wideRoles.some((word) => lower.endsWith(word))) ||
    /^By\p{Lu}\p{Ll}/u.test(text) ||
    namesAgency(text)
  );
}

/** What follows the day that a line opens with: "Monday 18 March 2024, by Ann Lee". */
function afterDay(line: string): string {
  if (line.length > BYLINE_CHARACTERS_MAX) return line;
  const day = findDays(line, 'unknown', 1)[0];
  return day === undefined || day.start > DAY_LABEL_CHARACTERS_MAX
    ? line
    : line.slice(day.end).replace(/^[\s,;|–—-]+/, '') || line;
}

/** Longest label or day of the week before a day. */
const DAY_LABEL_CHARACTERS_MAX = 24;

/** Roles written onto a name in scripts without spaces between the two. */
const wideRoles = [...allWords('role')].filter((word) => word.length > 1 && /[가-힣一-鿿ぁ-ヿ]/.test(word));

/** Just below the headline, a line that is nothing but a name, beside a line that is little but a date. */
function bareNames(view: PageView): string[] {
  const { blocks } = view.page;
  const start = startOfText(view);
  const first = start >= 0 ? start : blocks.length;
  if (view.headlineBlock < 0 || view.headlineBlock >= first) return [];
  const found: string[] = [];
  const dated = (at: number) => {
    const text = blocks[at]?.text ?? '';
    return text.length < 60 && findDays(text).length > 0;
  };
  for (let at = view.headlineBlock + 1; at < Math.min(first, view.headlineBlock + BARE_NAME_BLOCKS); at++) {
    const text = blocks[at].text;
    const beside = beforeDay(text);
    if (beside !== null && (capitalName.test(beside) || plainName.test(beside))) found.push(beside);
    if (!capitalName.test(text)) continue;
    if (dated(at - 1) || dated(at + 1) || dated(at + 2)) found.push(text);
  }
  return found;
}

const capitalName = /^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){1,3}$/u;
/** A name in a script without capitals: two to four short words. */
const plainName = /^[\p{Lo}\p{M}.]{2,16}(?: [\p{Lo}\p{M}.]{1,16}){1,3}$/u;

/** What stands before a bar and a day in one line: "Ann Lee | 18 March 2024". */
function beforeDay(line: string): string | null {
  if (line.length > BYLINE_CHARACTERS_MAX) return null;
  const bar = line.match(/^([^|•·]{3,60}?)\s?[|•·]\s/);
  return bar !== null && findDays(line.slice(bar[0].length), 'unknown', 1)[0]?.start === 0 ? bar[1] : null;
}

/** A name alone in bold or at the right edge below the last paragraph: how some papers sign. */
function signatures(view: PageView): string[] {
  const { blocks, boxes } = view.page;
  const last = view.kept[view.kept.length - 1];
  if (last === undefined) return [];
  const found: string[] = [];
  for (let at = last; at <= last + 1 && at < blocks.length; at++) {
    const { text, boldLength, box } = blocks[at];
    const right = /text-align\s?:\s?right/i.test(attribute(view.tree, boxes[box].node, 'style'));
    if (capitalName.test(text) && (right || boldLength >= text.length)) found.push(text);
  }
  return found;
}

const BARE_NAME_BLOCKS = 6;
const STANDFIRST_BLOCKS = 6;

/** "Ann Lee and Bo Roe, AFP": names with an agency behind the comma. */
function namesAgency(text: string): boolean {
  const comma = text.lastIndexOf(',');
  return comma > 4 && text.length <= 90 && /^\p{Lu}/u.test(text) && agencyNamed(text.slice(comma + 1)) !== null;
}

const BYLINE_CHARACTERS_MAX = 140;
