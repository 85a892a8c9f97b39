import { parseFeed as parseBrokenFeed } from '@rowanmanning/feed-parser';
import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { asFailure, Failure } from '../failures.ts';
import { canonicalAddress, resolveAddress } from '../formats/address.ts';
import { safeXml, type XmlLimits } from '../formats/xml.ts';
import type { PageHint, Problem, Result } from '../records.ts';
import { hintOf, type RawItem } from './item.ts';
import { broken, type FoundPage, type Listing, type SourceReader, type SourceText } from './source.ts';

/** Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom and JSON Feed; what the first parser cannot read goes to one made for broken feeds. */
export const feedReader: SourceReader = {
  detect: (text) => FEED_ROOT.test(text.slice(0, DETECT_CHARACTERS)) || isJsonFeed(text),
  read: readFeed,
};

const DETECT_CHARACTERS = 16_384;
const FEED_ROOT = /<(?:[\w-]{1,20}:)?(?:rss|rdf|feed)[\s>]/i;
const ITEMS_MAX = 1_000;
/** Feeds are read into a tree, so they may be less large than what is only scanned. */
const feedLimits: XmlLimits = { charactersMax: 16_000_000, elementsMax: 200_000, depthMax: 100 };

function isJsonFeed(text: string): boolean {
  const start = text
    .slice(0, DETECT_CHARACTERS)
    .trimStart()
    .replace(/^\ufeff/, '');
  return start.startsWith('{') && /jsonfeed\.org|"items"/.test(start);
}

function readFeed(input: SourceText): Result<Listing | Failure> {
  const problems: Problem[] = [];
  const isJson = isJsonFeed(input.text);
  const text = isJson ? input.text : safeXml(input.text, feedLimits);
  if (text instanceof Failure) return { value: text, problems };

  const first = attempt(() => readWell(text));
  // A feed without items is rare, and most often one whose items the parser did not find.
  if (first instanceof Failure || first.items.length === 0) {
    const rescued = isJson ? first : rescue(text);
    if (!(rescued instanceof Failure) && (first instanceof Failure || rescued.items.length > 0)) {
      const why = first instanceof Failure ? first.message : 'no items found';
      problems.push({ step: 'feed', what: `broken feed, read with the forgiving parser: ${why.slice(0, 200)}` });
      return { value: listed(rescued, input, problems), problems };
    }
  }
  return { value: first instanceof Failure ? first : listed(first, input, problems), problems };
}

/** The forgiving parser, and if the text is cut off inside a comment or CDATA, the same with what came whole. */
function rescue(text: string): RawFeed | Failure {
  const whole = attempt(() => readBroken(text));
  if (!(whole instanceof Failure)) return whole;
  const end = Math.max(text.lastIndexOf('</item>') + 7, text.lastIndexOf('</entry>') + 8);
  return end < 8 ? whole : attempt(() => readBroken(text.slice(0, end)));
}

function attempt(parse: () => RawFeed): RawFeed | Failure {
  try {
    return parse();
  } catch (thrown) {
    // Both parsers throw errors of many kinds on broken input; any of them means "not readable".
    return broken(asFailure(thrown).message);
  }
}

/** What both parsers are brought to: everything as written in the feed. */
interface RawFeed {
  readonly format: Listing['format'];
  readonly title?: string;
  readonly home?: string;
  /** What relative links are read against, when the feed says so (`xml:base`). */
  readonly base?: string;
  readonly language?: string;
  readonly freshSeconds: number | null;
  readonly items: readonly RawItem[];
}

function listed(feed: RawFeed, input: SourceText, problems: Problem[]): Listing {
  const base = resolveAddress(feed.base ?? '', input.address) ?? input.address;
  const items = new Map<string, FoundPage>();
  let homeless = 0;
  for (const item of feed.items) {
    const found = item.links.map((link) => resolveAddress(link ?? '', base)).find((link) => link !== null);
    const url = canonicalAddress(found ?? '');
    if (url === '') homeless++;
    else if (!items.has(url)) items.set(url, { url, hint: hintOf(item, feed.language ?? null, input.received) });
  }
  if (homeless > 0) problems.push({ step: 'feed', what: `${homeless} items point to no page` });
  const titled: PageHint = hintOf({ title: feed.title, links: [] }, null, input.received);
  return {
    format: feed.format,
    title: titled.title ?? null,
    home: resolveAddress(feed.home ?? '', base),
    language: feed.language?.split(/[-_]/)[0].toLowerCase() || null,
    items: [...items.values()],
    more: [],
    freshSeconds: feed.freshSeconds,
  };
}

function readWell(text: string): RawFeed {
  const parsed = parseFeed(text, { maxItems: ITEMS_MAX });
  switch (parsed.format) {
    case 'rss':
      return rssFeed(parsed.feed);
    case 'rdf':
      return rdfFeed(parsed.feed);
    case 'atom':
      return atomFeed(parsed.feed);
    case 'json':
      return jsonFeed(parsed.feed);
  }
}

function rssFeed(feed: RssFeed.Feed<string>): RawFeed {
  return {
    format: 'rss',
    title: feed.title,
    home: feed.link,
    language: feed.language ?? feed.dc?.languages?.[0],
    freshSeconds: feed.ttl === undefined ? syndicationSeconds(feed.sy) : feed.ttl * 60,
    items: (feed.items ?? []).map((item) => ({
      title: item.title ?? item.dc?.titles?.[0],
      // A guid is an address unless it says that it is not.
      links: [
        item.link,
        ...pageLinks(item.atom?.links),
        item.guid?.isPermaLink === false ? undefined : addressIn(item.guid?.value),
      ],
      published: [item.pubDate, ...(item.dc?.dates ?? []), item.dcterms?.issued?.[0], item.atom?.published],
      author: item.authors?.map(({ name, email }) => name ?? email).find(Boolean) ?? item.dc?.creators?.[0],
      summary: item.description,
      language: item.dc?.languages?.[0],
    })),
  };
}

function rdfFeed(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    format: 'rdf',
    title: feed.title,
    home: feed.link,
    language: feed.dc?.languages?.[0],
    freshSeconds: syndicationSeconds(feed.sy),
    items: (feed.items ?? []).map((item) => ({
      title: item.title,
      links: [item.link, addressIn(item.rdf?.about)],
      published: [...(item.dc?.dates ?? []), item.dcterms?.issued?.[0]],
      author: item.dc?.creators?.[0],
      summary: item.description,
      language: item.dc?.languages?.[0],
    })),
  };
}

function atomFeed(feed: AtomFeed.Feed<string>): RawFeed {
  return {
    format: 'atom',
    title: feed.title?.value,
    home: pageLinks(feed.links)[0],
    base: feed.xml?.base,
    language: feed.xml?.lang,
    freshSeconds: syndicationSeconds(feed.sy),
    items: (feed.entries ?? []).map((entry) => ({
      title: entry.title?.value,
      links: [...pageLinks(entry.links), entry.content?.src, addressIn(entry.id)],
      published: [entry.published, entry.dc?.dates?.[0], entry.updated],
      author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
      summary: entry.summary?.value,
      language: entry.xml?.lang,
    })),
  };
}

function jsonFeed(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    format: 'json',
    title: feed.title,
    home: feed.home_page_url,
    language: feed.language,
    freshSeconds: null,
    items: (feed.items ?? []).map((item) => ({
      title: item.title,
      links: [item.url, item.external_url, addressIn(item.id)],
      published: [item.date_published],
      author: item.authors?.[0]?.name,
      summary: item.summary ?? item.content_text,
      language: item.language,
    })),
  };
}

/** An id serves as an address only when it is a whole one: "1234" is not a page beside the feed. */
function addressIn(id: string | null | undefined): string | undefined {
  return id != null && /^\s{0,20}https?:\/\//i.test(id) ? id : undefined;
}

/** Links that lead to the page itself, pages before all else that calls itself one. */
function pageLinks(links: readonly { href?: string; rel?: string; type?: string }[] | undefined): string[] {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === '' || rel === 'alternate');
  const isHtml = ({ type }: { type?: string }) => type === undefined || /html/.test(type);
  return [...pages.filter(isHtml), ...pages.filter((link) => !isHtml(link))].map(({ href }) => href ?? '');
}

/** The syndication module of RSS 1.0: so often in such a time. */
function syndicationSeconds(sy: { updatePeriod?: string; updateFrequency?: number } | undefined): number | null {
  const period = periodSeconds.get(sy?.updatePeriod?.trim().toLowerCase() ?? '');
  return period === undefined ? null : Math.round(period / Math.max(1, sy?.updateFrequency ?? 1));
}

const periodSeconds: ReadonlyMap<string, number> = new Map([
  ['hourly', 3_600],
  ['daily', 86_400],
  ['weekly', 604_800],
  ['monthly', 2_592_000],
  ['yearly', 31_536_000],
]);

function readBroken(text: string): RawFeed {
  const feed = parseBrokenFeed(text);
  return {
    format: feed.meta.type === 'atom' ? 'atom' : 'rss',
    title: feed.title ?? undefined,
    home: feed.url ?? undefined,
    language: feed.language ?? undefined,
    freshSeconds: null,
    items: feed.items.slice(0, ITEMS_MAX).map((item) => ({
      title: item.title ?? undefined,
      links: [item.url ?? undefined, addressIn(item.id)],
      // The parser's own dates take the machine's zone where none is told; the words do not.
      published: ['pubdate', 'published', 'date', 'updated'].map(
        (name) => item.element.findElementWithName(name)?.textContentNormalized ?? undefined,
      ),
      author: item.authors[0]?.name ?? undefined,
      summary: item.description ?? undefined,
    })),
  };
}
