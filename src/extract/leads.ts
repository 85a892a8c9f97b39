import { attribute, type HtmlTree } from '../formats/html.ts';
import type { Lead } from '../records.ts';
import { withoutTail } from '../text/tail.ts';
import { foldWord } from '../text/words.ts';
import { Around, type Block } from './blocks.ts';
import { addressOf, fold } from './head.ts';
import { LeadList } from './lead-list.ts';
import { cleanedTitle, LEAD_MASS_MIN, linkText, opensWithAlso, titleClass, titleIn } from './lead-titles.ts';
import { massOf } from './lines.ts';
import { LinkPlaces, Place } from './link-places.ts';
import { labelKey, PhraseFinder } from './phrase-finder.ts';
import { isListName, isNamedLinks } from './remarks.ts';
import { isAscii, isSite, keyOf } from './title.ts';
import { allWords, type PageView } from './view.ts';

/**
 * The headlines of other stories that a page points to: in lists beside and below the text, in tickers, as previous and next,
 * and in lines set between paragraphs. Links inside a sentence, menus, tags, sections, authors, advertisements and the page's
 * own headline are none. In the order of the page, each once. Linear in the tree but for a bounded look at each link.
 */
export function collectLeads(view: PageView, title: string | null): CollectedLeads {
  const finder = new LeadFinder(view);
  const list = new LeadList(view.language, title);
  for (const found of finder.find()) list.add(found);
  // A text with many lines that are links is a list of links by intent.
  return { leads: list.leads(), insets: finder.insets.size > INSETS_MAX ? new Set() : finder.insets };
}

export interface CollectedLeads {
  readonly leads: readonly Lead[];
  /** Blocks taken for text that are nothing but the headline of another story, set between paragraphs. */
  readonly insets: ReadonlySet<number>;
}

type Found = Pick<Lead, 'title' | 'href' | 'teaser' | 'block'>;

const LINKS_MAX = 5_000;
const TITLE_WORDS_MIN = 3;
const TITLE_CHARACTERS_MAX = 300;
const TEASER_CHARACTERS_MIN = 40;
const TEASER_CHARACTERS_MAX = 600;
const HEADING_BLOCKS_BACK = 40;
const HEADING_CHARACTERS_MAX = 60;
const KEEP_SCORE_MIN = 3;
/** A headline of so many words, which its address repeats, may begin as a button does. */
const STORY_WORDS_MIN = 6;
/** In a list whose heading names it so much is enough. */
const LISTED_SCORE_MIN = 1;

class LeadFinder {
  readonly #view: PageView;
  readonly #tree: HtmlTree;
  readonly #blocks: readonly Block[];
  readonly #places: LinkPlaces;
  readonly #kept: ReadonlySet<number>;
  readonly #ownKey: string;
  readonly #ownIds: string;
  /** Blocks of the text that turned out to be leads. */
  readonly insets = new Set<number>();
  /** First node of the text. */
  readonly #bodyNode: number;

  constructor(view: PageView) {
    this.#view = view;
    this.#tree = view.tree;
    this.#places = new LinkPlaces(view.tree);
    this.#blocks = view.page.blocks;
    this.#kept = new Set(view.kept);
    this.#ownKey = pathKey(view.url ?? '');
    this.#ownIds = idsOf(view.url ?? '');
    this.#bodyNode = view.kept.length > 0 ? view.page.blocks[view.kept[0]].node : 0;
  }

  *find(): Generator<Found> {
    const tree = this.#tree;
    const blocks = this.#blocks;
    let links = 0;
    let block = 0;
    for (let node = 1; node < tree.count && links < LINKS_MAX; node++) {
      if (tree.tag[node] !== 'a') continue;
      const href = attribute(tree, node, 'href');
      if (href === '' || href.startsWith('#')) continue;
      links++;
      while (block < blocks.length && blocks[block].endNode <= node) block++;
      if (block >= blocks.length) break;
      const found = this.#lead(node, href, block);
      if (found !== null) yield found;
    }
  }

  /** @param first the first block that ends after the link begins */
  #lead(link: number, href: string, first: number): Found | null {
    const tree = this.#tree;
    const blocks = this.#blocks;
    const end = tree.end[link];
    let last = first;
    while (last + 1 < blocks.length && blocks[last + 1].node < end) last++;
    if (blocks[first].node >= end) return null;
    // Most links of a page are a word long.
    if (
      last === first &&
      massOf(blocks[first].text) < LEAD_MASS_MIN &&
      !allWords('more').has(blocks[first].text.toLowerCase())
    )
      return null;
    const place = this.#places.of(link);
    // Menus unfold above the text; what is called a menu below it is a list. Inside the text nothing is left out by its box.
    const menu = link < this.#bodyNode ? Place.menu : 0;
    if ((place & (menu | Place.promotion | Place.comment | Place.share)) !== 0 && !this.#kept.has(first)) return null;
    const address = addressOf(href, this.#view.url) ?? (this.#view.url === null && /^\/[^/]/.test(href) ? href : null);
    if (address === null || notStory.test(address) || this.#isOwnPage(address)) return null;
    const inside = blocks[first].node < link ? first : -1;
    const chosen = last > first || inside < 0 ? this.#titleBlock(first, last) : first;
    const block = blocks[chosen];
    const text =
      last > first || (inside < 0 && block.endNode <= end)
        ? block.text
        : fold(titleIn(tree, link) ?? linkText(tree, link));
    let title = cleanedTitle(text);
    // "Read more" under a headline that is no link itself.
    if (allWords('more').has(title.toLowerCase())) {
      const heading = this.#headingOfItem(first);
      if (heading < 0) return null;
      title = cleanedTitle(blocks[heading].text);
      if (massOf(title) < LEAD_MASS_MIN || slugWords(address) < 3) return null;
      return { title, href: address, teaser: this.#teaser(heading, first, title), block: this.#heading(heading) };
    }
    const score = this.#score(title, block, chosen, address, place, link);
    if (
      score < KEEP_SCORE_MIN &&
      !(score >= LISTED_SCORE_MIN && this.#isListed(chosen, place) && !ownPages.isIn(labelKey(title)))
    )
      return null;
    if (this.#kept.has(chosen) && this.#isInset(block, title, address)) this.insets.add(chosen);
    return { title, href: address, teaser: this.#teaser(chosen, last, title), block: this.#heading(chosen) };
  }

  /** One script may show every story of a site by the number in its query. */
  #isOwnPage(address: string): boolean {
    if (pathKey(address) !== this.#ownKey) return false;
    const ids = idsOf(address);
    return ids === '' || ids === this.#ownIds;
  }

  /** True below a heading that names a list of stories: there a short headline is one too. */
  #isListed(at: number, place: number): boolean {
    const { boxes } = this.#view.page;
    const foot = (place & Place.foot) !== 0 || (boxes[this.#blocks[at].box].around & Around.footer) !== 0;
    if (foot) return false;
    const heading = this.#heading(at);
    return (heading !== null && isListName(heading)) || isNamedLinks(this.#blocks[at]);
  }

  /** Of the blocks of one card the headline: a heading, a block classed as title, else the first long enough. */
  #titleBlock(first: number, last: number): number {
    const { boxes } = this.#view.page;
    let best = first;
    let bestScore = -1;
    for (let at = first; at <= last && at < first + CARD_BLOCKS_MAX; at++) {
      const block = this.#blocks[at];
      const box = boxes[block.box];
      const text = block.text;
      const heading = (box.around & Around.heading) !== 0;
      const named = titleClass.test(attribute(this.#tree, box.node, 'class'));
      const fits = massOf(text) >= LEAD_MASS_MIN && text.length <= TITLE_CHARACTERS_MAX;
      const score = (heading ? 4 : 0) + (named ? 3 : 0) + (fits ? 2 : 0) - (at - first) * 0.1;
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    }
    return best;
  }

  /** The heading without a link of its own just above a block, in the same item; -1 when there is none. */
  #headingOfItem(at: number): number {
    const { boxes } = this.#view.page;
    for (let back = at - 1; back >= 0 && back >= at - ITEM_BLOCKS_MAX; back--) {
      if (this.#kept.has(back)) return -1;
      const block = this.#blocks[back];
      if ((boxes[block.box].around & Around.heading) !== 0) return block.linkCount === 0 ? back : -1;
      if (block.linkCount > 0) return -1;
    }
    return -1;
  }

  /** How much speaks for a headline of another story; `KEEP_SCORE_MIN` and more is one. */
  #score(title: string, block: Block, at: number, address: string, place: number, link: number): number {
    const mass = massOf(title);
    const words = title.split(' ').length;
    if (mass < LEAD_MASS_MIN || title.length > TITLE_CHARACTERS_MAX) return 0;
    const wide = mass > title.length * 1.8;
    if (!wide && words < TITLE_WORDS_MIN) return 0;
    const lower = title.toLowerCase();
    if (allWords('more').has(lower) || allWords('lists').has(lower) || isSite(title, this.#view.sites)) return 0;
    const box = this.#view.page.boxes[block.box];
    const share = block.linkLength / Math.max(1, block.text.length);
    const kept = this.#kept.has(at);
    // A link inside a sentence is no lead; a whole line that is one link is, between paragraphs too.
    if (share < (kept ? 0.8 : 0.5) && !opensWithAlso(block.text)) return 0;
    const label = opensWithAlso(block.text) ? 2 : 0;
    const slug = slugWords(address);
    let score = label;
    const length = wide ? mass * 2.2 : mass;
    score += length >= 60 || words >= 7 ? 2.5 : length >= 40 || words >= 5 ? 1.5 : length >= 28 ? 0.5 : -0.5;
    score += slug >= 6 ? 2.2 : slug >= 4 ? 1.5 : slug >= 2 ? 0.8 : /\d{4,}/.test(address) ? 0.8 : -1.5;
    if ((box.around & Around.heading) !== 0 || titleClass.test(attribute(this.#tree, box.node, 'class'))) score += 1;
    if ((place & Place.related) !== 0) score += 0.7;
    if ((box.around & (Around.nav | Around.header)) !== 0 || (place & Place.menu) !== 0)
      score -= link < this.#bodyNode ? 3 : 1;
    const foot = (place & Place.foot) !== 0 || (box.around & Around.footer) !== 0;
    if (foot) score -= slug >= 5 ? 0 : 1;
    const key = labelKey(title);
    if (slug < 5 && ownPages.isIn(key)) score -= 2;
    if ((place & Place.tags) !== 0) score -= 2;
    if ((place & Place.writer) !== 0) score -= 2;
    if (kept && label === 0) score -= 0.7;
    const repeated = titleShare(title, slug, address) > 0.4;
    if (repeated) score += 1;
    if (/^(?:prev|next)/i.test(attribute(this.#tree, link, 'rel'))) score += 2;
    if (/\bsponsored\b/.test(attribute(this.#tree, link, 'rel'))) score -= 4;
    // "About 40 whales stranded on the north coast" is a story: it is long, and its address says so too.
    if (!(repeated && words >= STORY_WORDS_MIN) && actions.startOf(key) > 0) score -= 2;
    return score;
  }

  /** A line of the text that is one link to a story whose address repeats its words. */
  #isInset(block: Block, title: string, address: string): boolean {
    if (block.text.length > INSET_CHARACTERS_MAX || block.linkLength < block.text.length * 0.75 || block.linkCount > 1)
      return false;
    const slug = slugWords(address);
    return (
      opensWithAlso(block.text) || (!/[.!?]["”’]?$/.test(title) && slug >= 3 && titleShare(title, slug, address) >= 0.3)
    );
  }

  /** Running text below the headline in the same item. */
  #teaser(at: number, last: number, title: string): string | null {
    const { boxes } = this.#view.page;
    const box = boxes[this.#blocks[at].box];
    const item = boxes[box.parent] ?? box;
    for (let next = at + 1; next < this.#blocks.length && next <= Math.max(last, at + 3); next++) {
      const block = this.#blocks[next];
      if (block.node >= this.#tree.end[item.node] && next > last) return null;
      if (this.#kept.has(next)) return null;
      if ((boxes[block.box].around & Around.heading) !== 0) return null;
      const text = block.text;
      if (text.length < TEASER_CHARACTERS_MIN || text.length > TEASER_CHARACTERS_MAX) continue;
      if (next > last && block.linkLength * 2 > text.length) return null;
      if (keyOf(text) === keyOf(title)) continue;
      return text;
    }
    return null;
  }

  /** The heading of the list a headline stands in. */
  #heading(at: number): string | null {
    const { boxes } = this.#view.page;
    for (let back = at - 1; back >= 0 && back > at - HEADING_BLOCKS_BACK; back--) {
      const block = this.#blocks[back];
      if (this.#kept.has(back)) return null;
      if (block.text.length > HEADING_CHARACTERS_MAX) continue;
      const bare = withoutTail(block.text.toLowerCase(), /[:：\s]/);
      if (allWords('lists').has(bare)) return withoutTail(block.text, /[:：\s]/);
      const heading = (boxes[block.box].around & Around.heading) !== 0;
      if (heading && block.linkLength * 2 <= block.text.length && massOf(block.text) < 36) return block.text;
    }
    return null;
  }
}

const CARD_BLOCKS_MAX = 12;
const INSETS_MAX = 4;
const INSET_CHARACTERS_MAX = 200;
const ITEM_BLOCKS_MAX = 4;
/** Addresses that are no stories: sharing, accounts, shops of apps, files, searches. */
const notStory =
  /facebook\.com|twitter\.com|(?:^|\.|\/\/)x\.com\/|instagram\.com|pinterest\.|linkedin\.com|whatsapp|t\.me\/|reddit\.com|youtube\.com\/(?:channel|user|c\/|@)|play\.google|apps\.apple|itunes\.apple|\/(?:tags?|topics?|category|categories|author|authors|autor|auteur|people|profile|search|login|signin|register|subscribe|newsletters?|account|privacy|terms|contact|about)(?:\/|\?|$)|[?&](?:share|replytocom)=|\.(?:jpe?g|png|gif|pdf|mp3|mp4|zip)(?:$|\?)|utm_source=(?:taboola|outbrain)|doubleclick|googleadservices|amazon\.[a-z]{2,3}|amzn\.to/i;

const actions = new PhraseFinder(allWords('actions'));
const ownPages = new PhraseFinder(allWords('ownPages'));

/** Words in the last part of an address: stories have a headline there, sections a word. */
function slugWords(address: string): number {
  const path = address.replace(/^https?:\/\/[^/]{0,255}/, '').replace(/[?#].{0,4000}$/, '');
  let most = 0;
  for (const part of path.split('/').slice(-4)) {
    const words = part.split(/[-_+]|%20/).filter((word) => /\p{L}{2,}/u.test(word)).length;
    if (words > most) most = words;
  }
  return most;
}

/** Share of a headline's longer words that its address repeats; addresses leave marks on letters out. */
function titleShare(title: string, slug: number, address: string): number {
  if (slug < 3) return 0;
  const lower = address.toLowerCase();
  const words =
    withoutMarks(title.toLowerCase())
      .match(/[\p{L}\p{N}]{4,}/gu)
      ?.slice(0, 12) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
}

/** "không", "źródło", "año" as an address writes them. Letters of scripts without Latin ones stay as they are. */
function withoutMarks(text: string): string {
  return isAscii(text) || !/[a-z]/.test(text) ? text : foldWord(text);
}

/** Numbers in the query of an address that say which story it shows. */
function idsOf(address: string): string {
  const query = address.slice(0, 4_000).match(/\?([^#]*)/)?.[1] ?? '';
  return (query.match(/(?:^|&)[a-z_]{1,20}=?\d{2,20}(?=&|$)/gi) ?? []).join('&');
}

/** An address without scheme, host, query and closing slash. */
function pathKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].{0,4000}$/, '')
    .replace(/\/$/, '');
}
