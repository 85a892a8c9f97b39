import { resolveAddress, siteOf } from '../formats/address.ts';
import { attribute, parseHtml, textOf } from '../formats/html.ts';
import type { SourceKind } from '../records.ts';
import { plainText } from './item.ts';
import { baseOf, isSameSite } from './listing.ts';

/**
 * Finds the feeds that a web page names: declared in its head, then linked in its text, then those that sites of this kind have
 * at known places. Only the last must be tried before they are believed. Best first, each address once.
 */
export function discoverSources(html: string, address: string): readonly FoundSource[] {
  const tree = parseHtml(html);
  const base = baseOf(tree, address);
  const site = siteOf(address) ?? '';
  const found = new Map<string, FoundSource>();
  const add = (written: string, source: Omit<FoundSource, 'address'>): void => {
    const resolved = resolveAddress(written, base);
    if (resolved !== null && !found.has(resolved) && found.size < FOUND_MAX) {
      found.set(resolved, { address: resolved, ...source });
    }
  };
  const links: number[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.tag[node] === 'a') links.push(node);
    if (tree.tag[node] !== 'link') continue;
    const rel = attribute(tree, node, 'rel').toLowerCase().split(/\s+/);
    const title = plainText(attribute(tree, node, 'title'), 200) || null;
    const href = attribute(tree, node, 'href');
    if (rel.includes('alternate') && FEED_TYPE.test(attribute(tree, node, 'type'))) {
      // Feeds of readers' comments are no news.
      if (!COMMENTS.test(`${href} ${title ?? ''}`)) add(href, { kind: 'feed', title, from: 'declared' });
    }
    if (rel.includes('sitemap')) add(href, { kind: 'sitemap', title, from: 'declared' });
  }
  for (const node of links.slice(0, LINKS_MAX)) {
    const href = attribute(tree, node, 'href');
    // Links to other houses that look like feeds are buttons to share with.
    if (FEED_PATH.test(href) && !COMMENTS.test(href) && isSameSite(resolveAddress(href, base) ?? '', site)) {
      add(href, { kind: 'feed', title: plainText(textOf(tree, node), 200) || null, from: 'linked' });
    }
  }
  for (const [path, kind] of knownPlaces) add(new URL(path, base).href, { kind, title: null, from: 'guessed' });
  return [...found.values()];
}

export interface FoundSource {
  readonly address: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  /** `guessed` ones may not exist. */
  readonly from: 'declared' | 'linked' | 'guessed';
}

const FOUND_MAX = 100;
const LINKS_MAX = 5_000;

/** Whole types only: "application/json+oembed" is no feed, and plain "application/json" most often none either. */
const FEED_TYPE = /^\s{0,9}(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/xml|text\/xml)\s{0,9}(;|$)/i;
const FEED_PATH = /(^|[/.?=_-])(rss|atom|feed|feeds|rdf)([/.?=&_-]|$)|\.(rss|atom|rdf)$/i;
const COMMENTS = /\bcomments?\b/i;

/** What the common publishing systems use, and the news sitemap that search engines ask for. */
const knownPlaces: readonly (readonly [path: string, kind: SourceKind])[] = [
  ['/feed', 'feed'],
  ['/rss', 'feed'],
  ['/rss.xml', 'feed'],
  ['/feed.xml', 'feed'],
  ['/atom.xml', 'feed'],
  ['/index.xml', 'feed'],
  ['/feed.json', 'feed'],
  ['/news-sitemap.xml', 'sitemap'],
  ['/sitemap-news.xml', 'sitemap'],
  ['/sitemap.xml', 'sitemap'],
];
