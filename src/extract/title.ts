import type { HtmlTree } from '../formats/html.ts';
import { plainLetters } from '../text/letters.ts';
import { unitAt } from '../text/units.ts';
import type { BlockPage } from './blocks.ts';
import { fold, type Head, lineOf, metaOf } from './head.ts';
import type { Structured, StructuredArticle } from './structured.ts';
import { besideArticle } from './view.ts';

/**
 * The headline as a reader sees it, without the site's name. What the page declares (Open Graph, JSON-LD, title element) says
 * which heading is meant; the heading says how it is written. Without a heading that fits, the declared title is cleaned.
 */
export function chooseTitle(
  tree: HtmlTree,
  head: Head,
  page: BlockPage,
  own: StructuredArticle | null,
  sites: readonly string[],
  firstKept: number,
): string | null {
  const headings = headingsOf(tree, head, sites);
  const declared = [
    metaOf(head, 'og:title'),
    own?.headline ?? null,
    metaOf(head, 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'title'),
    head.titleTag,
  ]
    .filter((text): text is string => text !== null)
    .map((text) => fold(text).slice(0, TITLE_CHARACTERS_MAX))
    .filter((text) => !isSite(text, sites));
  const clean = declared.map((text) => withoutSite(text, sites, headings));
  let best: string | null = null;
  let bestScore = 0;
  for (const heading of headings) {
    for (const [at, text] of clean.entries()) {
      const score = likeness(heading, text) - at * 0.02;
      if (score > bestScore + 0.001) {
        bestScore = score;
        best = heading;
      }
    }
  }
  if (best !== null && bestScore >= LIKENESS_MIN) return withoutKicker(best, clean);
  const shown = clean.find((text) => wordsIn(text) >= 2 && page.blocks.some((block) => sameWords(block.text, text)));
  if (shown !== undefined) return shown;
  // A lone heading just above the text is its headline, whatever search engines are told.
  const above = headings.length === 1 && wordsIn(headings[0]) >= 3 ? blockOfTitle(page, headings[0], firstKept) : -1;
  if (above >= 0 && firstKept - above <= HEADING_DISTANCE_BLOCKS) return headings[0];
  return clean[0] ?? headings[0] ?? null;
}

/** The block a title stands in: the last one before the body, else the first anywhere; -1 when it is not shown. */
export function blockOfTitle(page: BlockPage, title: string, firstKept: number): number {
  const words = keyOf(title);
  if (words === '') return -1;
  let found = -1;
  for (let at = 0; at < page.blocks.length; at++) {
    if (found >= 0 && at > firstKept) break;
    const text = page.blocks[at].text;
    if (text.length > title.length * 2 + 60 || text.length < title.length * 0.6) continue;
    const key = keyOf(text);
    if (key === words || (words.length > 24 && key.includes(words))) found = at;
  }
  return found;
}

/** Names the page gives its site, and the names in its address, for taking them off titles and bylines. */
export function siteNames(
  head: Head,
  structured: Structured,
  own: StructuredArticle | null,
  url: string | null,
): readonly string[] {
  const names = [
    metaOf(head, 'og:site_name'),
    metaOf(head, 'application-name'),
    metaOf(head, 'apple-mobile-web-app-title'),
    metaOf(head, 'al:ios:app_name'),
    own?.publisher?.name ?? null,
    metaOf(head, 'publisher', 'dc.publisher', 'copyright'),
  ].filter((name): name is string => name !== null && name.length <= 60);
  for (const node of structured.nodes) {
    const type = node['@type'];
    if ((type === 'WebSite' || type === 'NewsMediaOrganization') && typeof node.name === 'string')
      names.push(fold(node.name));
  }
  // "Headline | Site" and "Headline_Site": the short part at the end of the title element.
  const parts = head.titleTag?.split(/\s[|–—\-»·]\s|[|_｜]|-(?=[^-]{2,12}$)/) ?? [];
  const last = parts.length > 1 ? fold(parts[parts.length - 1]) : '';
  if (last.length >= 2 && last.length <= 30) names.push(last);
  const host = url?.match(/^https?:\/\/(?:www\.|m\.|amp\.)?([^/:]{1,255})/)?.[1];
  if (host !== undefined) names.push(host);
  return [...new Set(names)].slice(0, 12);
}

/** Letters and digits alone, lower case: what two ways of writing one title share. */
export function keyOf(text: string): string {
  const plain = plainLetters(text);
  if (plain !== null) return plain;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Texts of plain letters need no folding of forms, and most texts on many pages are such. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** True when a text is the name of the site, its address, or a part of that address of four letters or more. */
export function isSite(text: string, sites: readonly string[]): boolean {
  const key = keyOf(text);
  if (key === '') return false;
  const bare = key.startsWith('the') ? key.slice(3) : key;
  const host = key.startsWith('www') ? key.slice(3) : key;
  return siteKeys(sites).some(
    ({ name, plain, label }) =>
      name === key ||
      plain === bare ||
      (label !== '' && (label === key || (key.length >= 4 && label.endsWith(key)) || name === host)),
  );
}

interface SiteKey {
  readonly name: string;
  /** Without "the". */
  readonly plain: string;
  /** An address without its last part; '' for a name that is none. */
  readonly label: string;
}

function siteKeys(sites: readonly string[]): readonly SiteKey[] {
  let keys = keysOfSites.get(sites);
  if (keys === undefined) {
    keys = sites.map((site) => {
      const name = keyOf(site);
      const label = site.includes('.') && !site.includes(' ') ? keyOf(site.replace(/\.[a-z.]{2,8}$/, '')) : '';
      return { name, plain: name.replace(/^the/, ''), label };
    });
    keysOfSites.set(sites, keys);
  }
  return keys;
}

/** The same names are asked about for every heading, link and writer of a page. */
const keysOfSites = new WeakMap<readonly string[], readonly SiteKey[]>();

const TITLE_CHARACTERS_MAX = 400;
/** Words a heading and a declared title must share, as a part of the shorter and of the longer. */
const LIKENESS_MIN = 0.5;
const HEADING_DISTANCE_BLOCKS = 12;
const HEADINGS_MAX = 40;

function headingsOf(tree: HtmlTree, head: Head, sites: readonly string[]): string[] {
  const found: string[] = [];
  const marked = head.marked.get('headline') ?? [];
  for (const node of [...head.headings, ...marked].slice(0, HEADINGS_MAX)) {
    const text = lineOf(tree, node);
    if (text === '' || text.length > TITLE_CHARACTERS_MAX || isSite(text, sites)) continue;
    if (tree.tag[node] !== 'h1' && besideArticle(tree, node)) continue;
    if (!found.includes(text)) found.push(text);
  }
  return found;
}

const separator = /\s+[|–—\-»·•:/]\s+|\s*[|｜_»]\s*|\s+::\s+|-(?=[^-]{1,20}$)(?=[\p{Script=Han}\p{Script=Hangul}])/u;

/** A declared title without the names of the site and its sections at either end. */
function withoutSite(text: string, sites: readonly string[], headings: readonly string[]): string {
  const whole = headings.find((heading) => sameWords(heading, text));
  if (whole !== undefined) return text;
  const parts = text.split(separator);
  if (parts.length < 2) return text;
  let start = 0;
  let end = parts.length;
  const join = () => cut(text, parts, start, end);
  while (end - start > 1) {
    const joined = join();
    if (headings.some((heading) => sameWords(heading, joined))) return joined;
    if (isSite(parts[end - 1], sites)) end--;
    else if (isSite(parts[start], sites)) start++;
    else break;
  }
  const joined = join();
  // One part alone may be the heading: what else stands there is sections and the site under other names.
  const heading = parts.find((part) => wordsIn(part) >= 3 && headings.some((one) => sameWords(one, part)));
  return heading ?? joined;
}

/** The text from one part to another with the separators between them as written. */
function cut(text: string, parts: readonly string[], start: number, end: number): string {
  let from = 0;
  for (let at = 0; at < start; at++) from = text.indexOf(parts[at], from) + parts[at].length;
  from = text.indexOf(parts[start], from);
  let to = from;
  for (let at = start; at < end; at++) to = text.indexOf(parts[at], to) + parts[at].length;
  return text.slice(from, to).trim();
}

/** "Local News | Headline" becomes "Headline" where a declared title is just that. */
function withoutKicker(heading: string, declared: readonly string[]): string {
  const key = keyOf(heading);
  for (const text of declared) {
    const short = keyOf(text);
    if (wordsIn(text) >= 3 && short !== key && key.endsWith(short) && /[|:·•–—]/.test(heading)) return text;
  }
  return heading;
}

function sameWords(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) < 40 && mayBeginAlike(a, b) && keyOf(a) === keyOf(b);
}

/** False where the first letters or digits differ: most texts are told apart by them, and need not be folded whole. */
function mayBeginAlike(a: string, b: string): boolean {
  const first = firstSign(a);
  const second = firstSign(b);
  return first === second || first === 0 || second === 0;
}

/** Code of the first plain letter, in lower case, or digit; 0 where a sign before or right behind it may fold otherwise. */
function firstSign(text: string): number {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = unitAt(text, at);
    if (code > 127) return 0;
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    const counts = (lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57);
    if (counts) return at + 1 < length && unitAt(text, at + 1) > 127 ? 0 : lower;
  }
  return 0;
}

function wordsIn(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return Math.max(words, Math.floor(wide / 2));
}

/** Shared words over those of the shorter and of the longer, averaged; signs of unspaced scripts count as words. */
function likeness(a: string, b: string): number {
  const setA = tokensOf(a);
  const setB = tokensOf(b);
  if (setA.size === 0 || setB.size === 0) return 0;
  let shared = 0;
  for (const token of setA) if (setB.has(token)) shared++;
  return (shared / Math.min(setA.size, setB.size) + shared / Math.max(setA.size, setB.size)) / 2;
}

function tokensOf(text: string): Set<string> {
  const folded = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  return new Set(folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []);
}
