import { Failure } from '../failures.ts';
import { canonicalAddress, resolveAddress } from '../formats/address.ts';
import { safeXml, scanXml } from '../formats/xml.ts';
import type { Instant, Problem, Result } from '../records.ts';
import { hintOf } from './item.ts';
import { readFeedDate } from './published.ts';
import type { FoundPage, Listing, SourceReader, SourceText } from './source.ts';

/**
 * Reads sitemaps (sitemaps.org 0.9) with Google's news extension, and sitemap indexes. A sitemap may list a whole archive, so
 * only its newest pages are given: those that say when they appeared or changed, newest first, then the rest in their order.
 */
export const sitemapReader: SourceReader = {
  detect: (text) => SITEMAP_ROOT.test(text.slice(0, DETECT_CHARACTERS)),
  read: readSitemap,
};

const DETECT_CHARACTERS = 8_192;
const SITEMAP_ROOT = /<(?:[\w-]{1,20}:)?(?:urlset|sitemapindex)[\s>]/i;
/** Pages given of one sitemap. */
const PAGES_MAX = 500;
/** Parts of an index read in one poll. */
const PARTS_MAX = 5;
/** Pages older than this are archive, not news, when the sitemap tells their age. */
const RECENT_MILLISECONDS = 7 * 86_400_000;

interface Entry {
  readonly loc: string;
  /** What the news extension and the sitemap say, by element name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly changed: string | null;
}

function readSitemap(input: SourceText): Result<Listing | Failure> {
  const problems: Problem[] = [];
  const text = safeXml(input.text);
  if (text instanceof Failure) return { value: text, problems };
  const { isIndex, entries, isWhole } = scanEntries(text, input.received);
  if (!isWhole) problems.push({ step: 'sitemap', what: `only the first ${entries.length} entries were read` });
  const newestFirst = entries.toSorted((a, b) => instantOf(b.changed) - instantOf(a.changed));
  const shape = { title: null, home: null, language: null, freshSeconds: null };
  if (isIndex) {
    const more = newestFirst
      .map(({ loc }) => resolveAddress(loc, input.address))
      .filter((address) => address !== null && address !== input.address);
    const parts = [...new Set(more)] as string[];
    return { value: { format: 'sitemap-index', ...shape, items: [], more: parts.slice(0, PARTS_MAX) }, problems };
  }
  const oldest = Date.parse(input.received) - RECENT_MILLISECONDS;
  const items = new Map<string, FoundPage>();
  for (const { loc, fields, changed } of newestFirst) {
    if (items.size >= PAGES_MAX) break;
    if (changed !== null && instantOf(changed) < oldest) continue;
    const url = canonicalAddress(resolveAddress(loc, input.address) ?? '');
    if (url === '' || items.has(url)) continue;
    const hint = hintOf(
      // "lastmod" tells a change, not the publication: it serves the order only.
      { title: fields.get('title'), published: [fields.get('publication_date')], links: [] },
      fields.get('language') ?? null,
      input.received,
    );
    items.set(url, { url, hint });
  }
  return { value: { format: 'sitemap', ...shape, items: [...items.values()], more: [] }, problems };
}

function scanEntries(text: string, received: Instant): { isIndex: boolean; entries: Entry[]; isWhole: boolean } {
  const entries: Entry[] = [];
  let isIndex = false;
  let fields: Map<string, string> | null = null;
  let field = '';
  const isWhole = scanXml(text, {
    open(name, _, fullName) {
      if (name === 'sitemapindex') isIndex = true;
      else if (name === 'url' || name === 'sitemap') fields = new Map();
      // An image has a "loc" and a "title" of its own.
      else field = wanted.has(name) && !/^(image|video|xhtml):/.test(fullName) ? name : '';
      return entries.length < ENTRIES_MAX;
    },
    text(data) {
      if (fields !== null && field !== '') fields.set(field, ((fields.get(field) ?? '') + data).slice(0, 4_096));
    },
    close(name) {
      if ((name === 'url' || name === 'sitemap') && fields !== null) {
        const loc = fields.get('loc')?.trim();
        const changed =
          readFeedDate(fields.get('publication_date'), received) ?? readFeedDate(fields.get('lastmod'), received);
        if (loc) entries.push({ loc, fields, changed });
        fields = null;
      }
      field = '';
    },
  });
  return { isIndex, entries, isWhole };
}

/** The standard's own limit. */
const ENTRIES_MAX = 50_000;

const wanted = new Set(['loc', 'lastmod', 'title', 'publication_date', 'language']);

/** Pages without a date come last. */
function instantOf(date: string | null): number {
  return date === null ? 0 : Date.parse(date);
}
