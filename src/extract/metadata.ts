import { attribute, type HtmlTree } from '../formats/html.ts';
import { languageOfText } from '../text/language.ts';
import { Around, type BlockPage } from './blocks.ts';
import { readByline } from './byline.ts';
import type { ExtractInput } from './extract.ts';
import { addressOf, fold, type Head, metaOf, readHead } from './head.ts';
import type { Structured, StructuredArticle } from './structured.ts';
import { blockOfTitle, chooseTitle, isSite, keyOf, siteNames } from './title.ts';
import { allWords, type PageView } from './view.ts';

/**
 * What is known of an article beside its text: title, standfirst, the people who wrote it, site, section, canonical address,
 * lead image with its credit, language of the body. Gives the view of the page that the steps after this one read too.
 */
export function readMetadata(
  tree: HtmlTree,
  page: BlockPage,
  kept: readonly number[],
  structured: Structured,
  input: Pick<ExtractInput, 'url' | 'hint'>,
): { readonly metadata: Metadata; readonly view: PageView } {
  const head = readHead(tree);
  const canonical = canonicalOf(head, input.url);
  const own = ownArticle(structured, canonical ?? input.url, head);
  // A canonical address on another site is that site's; the names of this one come from where the page was found.
  const sites = siteNames(head, structured, own, input.url ?? canonical);
  const firstKept = kept[0] ?? page.blocks.length;
  const title = chooseTitle(tree, head, page, own, sites, firstKept) ?? input.hint.title ?? null;
  const language = languageOfPage(head, own, page, kept, title, input.hint.language ?? null);
  const view: PageView = {
    tree,
    head,
    structured,
    page,
    kept,
    url: input.url ?? canonical,
    canonical,
    hint: input.hint,
    language,
    headlineBlock: title === null ? -1 : blockOfTitle(page, title, firstKept),
    own,
    sites,
  };
  const metadata: Metadata = {
    title,
    standfirst: standfirstOf(view),
    byline: readByline(view, sites),
    site: siteOf(head, own, sites),
    section:
      metaOf(head, 'article:section', 'parsely-section', 'section', 'og:article:section') ?? own?.section ?? null,
    canonical,
    image: imageOf(view),
    language,
  };
  return { metadata, view };
}

export interface Metadata {
  readonly title: string | null;
  readonly standfirst: string | null;
  readonly byline: readonly string[];
  readonly site: string | null;
  readonly section: string | null;
  readonly canonical: string | null;
  readonly image: { readonly address: string; readonly credit: string | null } | null;
  readonly language: string | null;
}

const STANDFIRST_CHARACTERS_MAX = 1_000;
const STANDFIRST_CHARACTERS_MIN = 30;
const SAMPLE_BLOCKS = 12;
const SAMPLE_CHARACTERS = 3_000;
const CAPTION_CHARACTERS_MAX = 600;
const CREDIT_CHARACTERS_MAX = 120;

/** The page's own address: the one it declares, unless that is the front page or another site's. */
function canonicalOf(head: Head, url: string | null): string | null {
  const base = head.base === null ? url : (addressOf(head.base, url) ?? url);
  for (const written of [head.canonical, metaOf(head, 'og:url')]) {
    if (written === null) continue;
    const address = addressOf(written, base);
    if (address === null) continue;
    const front = /^https?:\/\/[^/]{1,255}\/?$/.test(address);
    if (!(front && url !== null && !/^https?:\/\/[^/]{1,255}\/?$/.test(url))) return address;
  }
  return null;
}

/** Of several articles in the structured data the one at this address, else the one with this page's title, else the first. */
function ownArticle(structured: Structured, url: string | null, head: Head): StructuredArticle | null {
  const { articles } = structured;
  if (articles.length <= 1) return articles[0] ?? null;
  const path = (address: string) =>
    address
      .replace(/^https?:\/\/[^/]{0,255}/, '')
      .replace(/[?#].{0,2000}$/, '')
      .replace(/\/$/, '');
  const here = url === null ? '' : path(url);
  const titles = [metaOf(head, 'og:title'), head.titleTag].filter((text): text is string => text !== null).map(keyOf);
  const score = (article: StructuredArticle): number => {
    const headline = keyOf(article.headline ?? '');
    return (
      (here !== '' && article.url !== null && path(article.url) === here ? 4 : 0) +
      (headline !== '' && titles.some((title) => title.startsWith(headline) || headline.startsWith(title)) ? 3 : 0) +
      (article.datePublished !== null ? 1 : 0) +
      (article.authors.length > 0 ? 1 : 0)
    );
  };
  let best = articles[0];
  for (const article of articles) if (score(article) > score(best)) best = article;
  return best;
}

/** Language of the body by its words; the page's own word for it breaks ties and stands where there is no body. */
function languageOfPage(
  head: Head,
  own: StructuredArticle | null,
  page: BlockPage,
  kept: readonly number[],
  title: string | null,
  hint: string | null,
): string | null {
  const declared = [
    head.language,
    metaOf(head, 'og:locale', 'content-language', 'dc.language', 'language'),
    own?.language ?? null,
    hint,
  ]
    .map((tag) => tag?.toLowerCase().match(/^[a-z]{2,3}(?=[-_]|$)/)?.[0] ?? null)
    .find((tag) => tag !== null);
  let sample = '';
  for (const block of kept.slice(0, SAMPLE_BLOCKS)) {
    sample += `${page.blocks[block].text}\n`;
    if (sample.length > SAMPLE_CHARACTERS) break;
  }
  return languageOfText(sample === '' ? (title ?? '') : sample, declared ?? null);
}

function siteOf(head: Head, own: StructuredArticle | null, sites: readonly string[]): string | null {
  const named = metaOf(head, 'og:site_name') ?? own?.publisher?.name ?? metaOf(head, 'application-name');
  if (named !== null) return named;
  const last = head.titleTag?.split(/\s[|–—\-»·]\s/).at(-1);
  return last !== undefined && isSite(last, sites) ? last : null;
}

/** The lines between headline and text that sum it up, as shown; else the page's description where it is not the text's start. */
function standfirstOf(view: PageView): string | null {
  const { head, page, own, kept } = view;
  const first = kept[0] ?? page.blocks.length;
  const described = [metaOf(head, 'og:description'), metaOf(head, 'description'), own?.description ?? null]
    .filter((text): text is string => text !== null)
    .map((text) => fold(text).slice(0, STANDFIRST_CHARACTERS_MAX));
  const starts = described.map((text) => keyOf(text).slice(0, 30)).filter((key) => key.length >= 12);
  const from = view.headlineBlock >= 0 ? view.headlineBlock + 1 : Math.max(0, first - 6);
  for (let at = from; at < first; at++) {
    const block = page.blocks[at];
    if (block.text.length < STANDFIRST_CHARACTERS_MIN || block.text.length > STANDFIRST_CHARACTERS_MAX) continue;
    if (block.linkLength * 2 > block.text.length) continue;
    const key = keyOf(block.text);
    const names = `${attribute(view.tree, page.boxes[block.box].node, 'class')} ${attribute(view.tree, page.boxes[block.box].node, 'itemprop')}`;
    if (starts.some((start) => key.startsWith(start)) || standfirstClass.test(names)) return block.text;
  }
  const bodyStart = keyOf(
    kept
      .slice(0, 3)
      .map((block) => page.blocks[block].text)
      .join(' '),
  );
  return (
    described.find(
      (text, at) =>
        text.length >= STANDFIRST_CHARACTERS_MIN && !(starts[at] !== undefined && bodyStart.includes(starts[at])),
    ) ?? null
  );
}

const standfirstClass =
  /standfirst|sub-?(?:title|head)|deck\b|\bdek\b|summary|entradilla|bajada|chapo|chapeau|lead\b|intro\b|excerpt|description|abstract|vorspann|teaser-?text|synopsis/i;

/** The picture the page gives as its own, with the credit line that stands by the first picture near the text. */
function imageOf(view: PageView): Metadata['image'] {
  const written =
    metaOf(view.head, 'og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ??
    view.own?.images[0] ??
    null;
  const address = written === null ? null : addressOf(written, view.url);
  return address === null ? null : { address, credit: imageCredit(view) };
}

function imageCredit(view: PageView): string | null {
  const { page } = view;
  const first = view.kept[0] ?? page.blocks.length;
  const from = Math.max(0, view.headlineBlock, first - 12);
  for (let at = from; at < Math.min(page.blocks.length, first + 12); at++) {
    const block = page.blocks[at];
    const box = page.boxes[block.box];
    if ((box.around & (Around.figure | Around.caption)) === 0 || block.text.length > CAPTION_CHARACTERS_MAX) continue;
    const credit = creditInCaption(block.text);
    if (credit !== null) return credit;
  }
  return null;
}

/** Who took a picture, from its caption: what follows "Photo:", "Foto:", "사진" or a copyright sign, or stands in the last brackets. */
function creditInCaption(caption: string): string | null {
  const text = fold(caption);
  const photo = allWords('photo');
  const labelled = text.match(
    /(?:^|[\s(.[|])([\p{L}\p{M}]{2,20}(?: (?:credit|by|courtesy|source))?)\s?(?:[:：=]|\bby\b|\bvon\b|\/)\s?([^()[\]]{2,120})[)\]]?$/iu,
  );
  if (labelled !== null && photo.has(labelled[1].toLowerCase()))
    return labelled[2].trim().slice(0, CREDIT_CHARACTERS_MAX);
  const copyright = text.match(/(?:©|\(c\)|copyright)\s{0,3}([^()[\]©]{2,120})$/iu);
  if (copyright !== null) return copyright[1].trim();
  const bracket = text.match(/[([]([^()[\]]{2,120})[)\]]\.?$/);
  if (bracket !== null && /\/|photo|foto|picture|image|getty|via |ap\b|afp|reuters/i.test(bracket[1]))
    return bracket[1].trim();
  return null;
}
