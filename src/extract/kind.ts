import { attribute, type HtmlTree, isBare } from '../formats/html.ts';
import type { ArticleKind } from '../records.ts';
import { Around, type BlockPage } from './blocks.ts';
import type { BlockFacts } from './facts.ts';
import { labelKey, PhraseFinder } from './phrase-finder.ts';
import { isOffer } from './remarks.ts';
import type { Structured, StructuredArticle } from './structured.ts';
import { teaserRows } from './teasers.ts';
import { allWords } from './view.ts';

/**
 * Says what kind of page this is, from what was chosen of it and what it says of itself. A section page, a search, a hub of
 * videos or an error page is no article: better no body than a wrong one.
 */
export function kindOf(input: KindInput): Kind {
  const { page, kept, facts } = input;
  let mass = 0;
  let prose = 0;
  for (const at of kept) {
    mass += facts[at].mass * (1 - facts[at].linkShare);
    if (facts[at].prose) prose += facts[at].mass;
  }
  if (isLive(input))
    return { kind: 'live', partial: false, reason: 'posts with times, or structured data that says so' };
  if (mass < NONE_MASS_MAX || (mass < THIN_MASS_MAX && (isErrorTitle(input.title) || isErrorText(page, kept)))) {
    return {
      kind: headlineMass(page, facts) > LIST_MASS_MIN ? 'list' : 'none',
      partial: false,
      reason: 'no text',
    };
  }
  const listed = headlineMass(page, facts);
  if (isTeaserPage(input)) return { kind: 'list', partial: false, reason: 'rows of teasers and no text beside them' };
  if (isList(input, mass, prose, listed))
    return { kind: 'list', partial: false, reason: 'headlines outweigh the text' };
  const stub = stubReason(input, mass);
  if (stub !== null) return { kind: 'stub', partial: true, reason: stub };
  return { kind: 'article', partial: false, reason: 'running text' };
}

export interface KindInput {
  readonly tree: HtmlTree;
  readonly page: BlockPage;
  readonly facts: readonly BlockFacts[];
  readonly kept: readonly number[];
  readonly structured: Structured;
  readonly url: string | null;
  readonly title: string | null;
}

export interface Kind {
  readonly kind: ArticleKind;
  readonly partial: boolean;
  readonly reason: string;
}

const NONE_MASS_MAX = 40;
const THIN_MASS_MAX = 500;
const LIST_MASS_MIN = 300;
/** A section page shows at least this many headlines for each paragraph it has. */
const LIST_RATIO = 4;
const LIST_HEADLINES_MIN = 12;
const LIST_BETWEEN_MIN = 4;
/** Fewer posts than this are no live blog. */
export const POSTS_MIN = 4;
const STUB_MASS_MAX = 2_500;
const STUB_SHARE_MAX = 0.6;
/** Characters a word of the declared count stands for. */
const WORD_CHARACTERS = 6;

function isLive({ tree, page, structured, url, kept }: KindInput): boolean {
  if (
    structured.articles.some((article) => article.types.includes('LiveBlogPosting') && article.liveUpdates.length > 0)
  ) {
    return true;
  }
  return kept.length > 0 && livePosts(tree, page, url).length >= POSTS_MIN;
}

/** Boxes that are posts of a live blog: alike in class, named so by the page, and each with a time. */
export function livePosts(tree: HtmlTree, page: BlockPage, url: string | null): readonly number[] {
  const posts: number[] = [];
  /** By class names: 1 where they speak of it, -1 where nobody asked yet. */
  const asked = new Int8Array(page.names.length).fill(-1);
  const speaksOfLive = (names: number): boolean => {
    if (asked[names] < 0) {
      asked[names] = /live|ticker/i.test(page.names[names]) ? 1 : 0;
    }
    return asked[names] === 1;
  };
  const liveAddress = url !== null && /[/-]live(?:[/-]|blog|$)/i.test(url);
  let end = -1;
  for (let index = 0; index < page.boxes.length; index++) {
    const box = page.boxes[index];
    if (box.first < end || box.end - box.first < 2 || box.end - box.first > POST_BLOCKS_MAX) continue;
    if (isBare(tree, box.node)) continue;
    const named =
      speaksOfLive(box.names) &&
      livePostName.test(`${attribute(tree, box.node, 'class')} ${attribute(tree, box.node, 'id')}`);
    const posting = liveAddress && attribute(tree, box.node, 'itemtype').endsWith('BlogPosting');
    if (!named && !posting && attribute(tree, box.node, 'itemprop') !== 'liveBlogUpdate') continue;
    if (!hasTime(tree, box.node)) continue;
    posts.push(index);
    end = box.end;
  }
  return posts;
}

const POST_BLOCKS_MAX = 200;
const TIME_NODES_MAX = 600;
const livePostName =
  /live-?(?:blog-?|event-?|update-?)?(?:post|entry|item|update|card)\b|liveblog__|ticker-?(?:entry|item|post)\b|post--live/i;

function hasTime(tree: HtmlTree, node: number): boolean {
  const end = Math.min(tree.end[node], node + TIME_NODES_MAX);
  for (let at = node; at < end; at++) {
    if (tree.tag[at] === 'time') return true;
    if (tree.tag[at] === '' && /^\s*\d{1,2}[:.h]\d{2}\b/.test(tree.text[at])) return true;
  }
  return false;
}

function isErrorTitle(title: string | null): boolean {
  return title !== null && missing.isIn(labelKey(title));
}

/** Few short paragraphs that say that there is no such page. */
function isErrorText(page: BlockPage, kept: readonly number[]): boolean {
  return kept.length <= ERROR_BLOCKS_MAX && kept.some((at) => missing.isIn(labelKey(page.blocks[at].text)));
}

const ERROR_BLOCKS_MAX = 3;
const missing = new PhraseFinder(allWords('missing'));

/** Mass of what looks like headlines of other pages: links of a headline's length. */
function headlineMass(page: BlockPage, facts: readonly BlockFacts[]): number {
  let mass = 0;
  for (let at = 0; at < page.blocks.length; at++) if (isHeadline(page, facts, at)) mass += facts[at].mass;
  return mass;
}

function isHeadline(page: BlockPage, facts: readonly BlockFacts[], at: number): boolean {
  const fact = facts[at];
  const linked = fact.linkShare > 0.8 || (page.boxes[page.blocks[at].box].around & Around.link) !== 0;
  return linked && fact.mass >= 28 && fact.mass <= 220 && fact.words >= 4;
}

/** A page of headlines: no article claimed, little prose, and prose and headlines take turns. */
function isList(
  { page, facts, kept, structured, url, tree }: KindInput,
  mass: number,
  prose: number,
  listed: number,
): boolean {
  const claims = structured.articles.some((article) => article.headline !== null && article.datePublished !== null);
  if (claims || prose > LIST_PROSE_MAX) return false;
  let headlines = 0;
  for (let at = 0; at < page.blocks.length; at++) if (isHeadline(page, facts, at)) headlines++;
  if (headlines < LIST_HEADLINES_MIN) return false;
  // The text of a short article stands together; teasers stand between headlines.
  let between = 0;
  for (let at = kept[0]; at < kept[kept.length - 1]; at++) if (isHeadline(page, facts, at)) between++;
  if (between < LIST_BETWEEN_MIN) return false;
  const front = url !== null && /^https?:\/\/[^/]+\/?(?:[?#].*)?$/.test(url);
  const type = ogType(tree);
  if (type === 'article') return false;
  return listed > mass * (front ? 1 : LIST_RATIO);
}

/** Nearly all that was chosen are teasers of other stories. */
function isTeaserPage({ tree, page, facts, kept, structured, url }: KindInput): boolean {
  if (structured.articles.some((article) => article.headline !== null && article.datePublished !== null)) return false;
  const teasers = teaserRows(tree, page, facts, url);
  let inside = 0;
  let outside = 0;
  let headlines = 0;
  for (const at of kept) {
    if (teasers[at] === 1) inside += facts[at].mass;
    else if (facts[at].mass > DATE_MASS_MAX) outside += facts[at].mass;
  }
  for (let at = 0; at < teasers.length; at++) if (teasers[at] === 1 && isHeadline(page, facts, at)) headlines++;
  return headlines >= TEASERS_MIN && inside > outside * TEASER_RATIO;
}

const TEASERS_MIN = 6;
const TEASER_RATIO = 4;
/** Dates and labels beside headlines are no text. */
const DATE_MASS_MAX = 40;

const LIST_PROSE_MAX = 1_500;

function ogType(tree: HtmlTree): string {
  for (let node = 1, seen = 0; node < tree.count && seen < 300; node++) {
    if (tree.tag[node] !== 'meta') continue;
    seen++;
    if (attribute(tree, node, 'property') === 'og:type') return attribute(tree, node, 'content').toLowerCase();
  }
  return '';
}

/** Why a text is only the beginning of one; null when nothing says so. */
function stubReason({ tree, page, facts, kept, structured }: KindInput, mass: number): string | null {
  const last = kept[kept.length - 1];
  const own = longestClaim(structured.articles);
  if (mass < STUB_MASS_MAX / 2 && !facts[last].endsSentence && offerAfter(page, last))
    return 'breaks off before an offer';
  const locked = structured.articles.some((article) => article.isAccessibleForFree === false);
  const words = own?.wordCount ?? 0;
  if (locked && words > 150 && mass < words * WORD_CHARACTERS * STUB_SHARE_MAX * 0.8)
    return 'shorter than the declared word count';
  if (mass > STUB_MASS_MAX) return null;
  if (locked && !facts[last].endsSentence) return 'declared not free, and breaks off';
  if (locked && mass < STUB_MASS_MAX / 2 && paywallAfter(tree, page, last)) return 'declared not free, and short';
  if (facts[last].endsCut && mass < STUB_MASS_MAX / 2 && paywallAfter(tree, page, last))
    return 'cut off before a paywall';
  if (mass < STUB_MASS_MAX / 2 && paywallAfter(tree, page, last) && !facts[last].endsSentence)
    return 'breaks off before a paywall';
  return null;
}

function longestClaim(articles: readonly StructuredArticle[]): StructuredArticle | null {
  let longest: StructuredArticle | null = null;
  for (const article of articles) if ((article.wordCount ?? 0) > (longest?.wordCount ?? 0)) longest = article;
  return longest;
}

/** True when a line below the text keeps the rest of it for those who pay. */
function offerAfter(page: BlockPage, last: number): boolean {
  for (let at = last + 1; at < Math.min(page.blocks.length, last + 1 + OFFER_BLOCKS); at++)
    if (isOffer(page.blocks[at].text)) return true;
  return false;
}

const OFFER_BLOCKS = 8;

const paywallNames =
  /pay-?wall|piano|reg-?wall|meter(?:ed|ing)|subscriber-?only|premium-?(?:content|box|offer)|tp-container|abo-?(?:box|wall)|offer-?page/i;
const PAYWALL_NODES = 400;

/** True when an element named as a paywall follows the text or holds its last lines. */
function paywallAfter(tree: HtmlTree, page: BlockPage, last: number): boolean {
  const from = Math.max(1, page.blocks[last].node - 60);
  const to = Math.min(tree.count, page.blocks[last].endNode + PAYWALL_NODES);
  for (let node = from; node < to; node++) {
    if (isBare(tree, node)) continue;
    if (paywallNames.test(`${attribute(tree, node, 'class')} ${attribute(tree, node, 'id')}`)) return true;
  }
  return false;
}
