import { canonicalAddress, resolveAddress, siteOf } from '../formats/address.ts';
import { attribute, type HtmlTree, parseHtml, textOf } from '../formats/html.ts';
import type { Result } from '../records.ts';
import { plainText } from './item.ts';
import type { FoundPage, Listing, SourceReader, SourceText } from './source.ts';

/**
 * Reads a section page as a list of links to stories. Which of them are new is for the store to say; here each link that looks
 * like a headline counts: to the same site, with words enough or an address that looks like a story's, outside navigation.
 */
export const listingReader: SourceReader = {
  detect: (text, kind) => kind === 'listing' && /<[a-z!]/i.test(text.slice(0, 65_536)),
  read: readListing,
};

const ITEMS_MAX = 200;

function readListing(input: SourceText): Result<Listing> {
  const tree = parseHtml(input.text);
  const base = baseOf(tree, input.address);
  const site = siteOf(input.address) ?? '';
  const items = new Map<string, FoundPage>();
  let insideUntil = 0;
  let title: string | null = null;
  let language: string | null = null;
  for (let node = 0; node < tree.count && items.size < ITEMS_MAX; node++) {
    const tag = tree.tag[node];
    if (tag === 'html') language = attribute(tree, node, 'lang').split(/[-_]/)[0].toLowerCase() || null;
    if (tag === 'title' && title === null) title = plainText(textOf(tree, node), 200) || null;
    if (asideTags.has(tag) || /^(navigation|banner|contentinfo)$/.test(attribute(tree, node, 'role'))) {
      insideUntil = Math.max(insideUntil, tree.end[node]);
    }
    if (tag !== 'a' || node < insideUntil) continue;
    const url = resolveAddress(attribute(tree, node, 'href'), base);
    if (url === null || !isSameSite(url, site)) continue;
    const address = canonicalAddress(url);
    const words = plainText(textOf(tree, node) || attribute(tree, node, 'title'), 400);
    const known = items.get(address);
    // A picture and a headline often lead to one story: the longer words are the headline.
    if (known !== undefined) {
      if (words.length > (known.hint.title ?? '').length) items.set(address, { url: address, hint: { title: words } });
    } else if (looksLikeStory(address, words, input.address)) {
      items.set(address, { url: address, hint: isHeadline(words) ? { title: words } : {} });
    }
  }
  const listing: Listing = {
    format: 'page',
    title,
    home: input.address,
    language: /^[a-z]{2,3}$/.test(language ?? '') ? language : null,
    items: [...items.values()],
    more: [],
    freshSeconds: null,
  };
  const problems = items.size === 0 ? [{ step: 'listing', what: 'no link on this page looks like a story' }] : [];
  return { value: listing, problems };
}

const asideTags = new Set(['nav', 'footer', 'form', 'noscript', 'template']);

/** Where relative links are read from: the page's `base` element, or its own address. */
export function baseOf(tree: HtmlTree, address: string): string {
  const node = tree.tag.indexOf('base');
  return (node === -1 ? null : resolveAddress(attribute(tree, node, 'href'), address)) ?? address;
}

/** The same host or one below or above it: stories often live on a host of their own. */
export function isSameSite(url: string, site: string): boolean {
  const other = siteOf(url) ?? '';
  return other === site || other.endsWith(`.${site}`) || site.endsWith(`.${other}`);
}

function looksLikeStory(url: string, words: string, self: string): boolean {
  const { pathname, search, origin } = new URL(url);
  if (url === canonicalAddress(self) || (pathname === '/' && search === '')) return false;
  if (notPages.test(pathname) || furniturePath.test(pathname)) return false;
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const isDated = /\/(19|20)\d\d[/-]?(0?[1-9]|1[0-2])([/-]|\/?\d)/.test(pathname);
  const isNumbered = /\d{5,}/.test(pathname) || /[?&](id|no|idx|aid|articleid|seq|key|idxno)=\w*\d{3,}/i.test(search);
  const isSlug = last.split(/[-_]/).length >= 4 && last.length >= 20;
  const deep = pathname.split('/').filter(Boolean).length >= 2;
  if (isDated || isNumbered || isSlug) return words === '' || isHeadline(words) || isDated;
  return isHeadline(words) && (deep || origin !== new URL(self).origin) && words.length >= LONG_HEADLINE_CHARACTERS;
}

const LONG_HEADLINE_CHARACTERS = 30;

/** Enough words for a headline; scripts without spaces say more with fewer characters. */
function isHeadline(words: string): boolean {
  const wide = words.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return wide >= 7 || (words.length >= 18 && words.split(' ').length >= 3);
}

const notPages = /\.(jpe?g|png|gif|webp|svg|pdf|mp[34]|m3u8|zip|css|js|ics|xml|rss)$/i;

/** Parts of an address that lead to no story, in words that addresses use in any country. */
const furniturePath =
  /\/(tag|tags|topic|topics|author|authors|category|categories|search|login|signin|signup|register|subscribe|account|privacy|terms|about|contact|newsletter|newsletters|rss|feed|feeds|page|comments|share|print)(\/|$)/i;
