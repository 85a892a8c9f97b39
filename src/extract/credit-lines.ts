import { attribute } from '../formats/html.ts';
import { Around } from './blocks.ts';
import { bylineLines } from './byline.ts';
import { fold } from './head.ts';
import { besideArticle, type PageView } from './view.ts';

/** The places of a page where a credit can stand, as plain lines: what a page of HTML and a bare text have in common. */
export interface CreditLines {
  readonly bylines: readonly string[];
  /** Short lines between the headline and the text. */
  readonly above: readonly string[];
  /** First paragraphs. */
  readonly first: readonly string[];
  /** Last paragraphs. */
  readonly last: readonly string[];
  /** Lines below the text, nearest first. */
  readonly below: readonly string[];
  /** Providers and sources named in structured data and meta elements. */
  readonly metadata: readonly string[];
  /** Alternative texts of pictures above the text. */
  readonly logos: readonly string[];
  /** Names of the site itself, which credit nobody. */
  readonly sites: readonly string[];
}

/** The lines of a page of HTML. */
export function creditLines(view: PageView): CreditLines {
  const { page, kept, own } = view;
  const { blocks, boxes } = page;
  const first = kept[0] ?? blocks.length;
  const last = kept[kept.length - 1] ?? first;
  const readable = (at: number) => {
    const around = boxes[blocks[at].box].around;
    return (
      (around & (Around.figure | Around.caption | Around.nav | Around.hidden)) === 0 &&
      !nearPicture(view, boxes[blocks[at].box].node)
    );
  };
  const above: string[] = [];
  const headline =
    view.headlineBlock >= 0 && view.headlineBlock < first ? view.headlineBlock + 1 : first - ABOVE_BLOCKS;
  // A standfirst may be taken for the first paragraph; the byline then stands behind it.
  const second = Math.min(kept[1] ?? first, first + STANDFIRST_BLOCKS);
  for (let at = Math.max(0, headline, first - ABOVE_BLOCKS_MAX); at < Math.max(first, second); at++) {
    if (at !== first && readable(at) && blocks[at].text.length <= LINE_CHARACTERS_MAX) above.push(withNext(view, at));
  }
  const keptSet = new Set(kept);
  const below: string[] = [];
  const lastNode = last < blocks.length ? blocks[last].node : -1;
  for (let at = Math.max(first, last - 6); at < Math.min(blocks.length, last + 1 + BELOW_BLOCKS); at++) {
    if (keptSet.has(at) || !readable(at) || blocks[at].text.length > LINE_CHARACTERS_MAX * 2) continue;
    if (blocks[at].linkLength * 10 > blocks[at].text.length * 9 && blocks[at].text.length > 30) continue;
    if (!besideArticle(view.tree, blocks[at].node, lastNode)) below.push(withNext(view, at));
  }
  const agents = [own?.provider, own?.sourceOrganization, own?.copyrightHolder].map((agent) => agent?.name ?? null);
  const elsewhere = hostOf(view.canonical) === hostOf(view.url) ? null : hostOf(view.canonical);
  return {
    bylines: bylineLines(view),
    above,
    first: kept.slice(0, FIRST_PARAGRAPHS).map((block) => blocks[block].text),
    last: kept.slice(-LAST_PARAGRAPHS).map((block) => blocks[block].text),
    below,
    metadata: [
      ...agents,
      own?.creditText ?? null,
      own?.publisher?.name ?? null,
      elsewhere,
      ...sourceMetas.map((name) => view.head.metas.get(name)?.[0] ?? null),
    ].filter((name): name is string => name !== null),
    logos: logosOf(view, first < blocks.length ? blocks[first].node : 0),
    sites: view.sites,
  };
}

/** Longest line that may be about the text rather than of it. */
export const LINE_CHARACTERS_MAX = 220;
/** Longest text of a picture, and longest piece taken of the block behind a label. */
const PIECE_CHARACTERS_MAX = 60;
/** Blocks above the text in which a credit can stand, where no headline tells where its head begins. */
const ABOVE_BLOCKS = 12;
/** The same with a headline. */
const ABOVE_BLOCKS_MAX = 20;
/** Blocks that a standfirst taken for the first paragraph may stand before the text. */
const STANDFIRST_BLOCKS = 6;
const BELOW_BLOCKS = 8;
const FIRST_PARAGRAPHS = 3;
const LAST_PARAGRAPHS = 3;
/** Nodes before the text in which pictures are looked for. */
const LOGO_NODES = 1_500;
/** Meta elements that name a source. */
const sourceMetas = [
  'article:source',
  'source',
  'dc.source',
  'dcterms.source',
  'syndication-source',
  'original-source',
  'news_source',
  'byl-source',
];

/** The main word of an address's host: "example" of `www.example.co.uk`. */
function hostOf(url: string | null): string | null {
  return (
    url
      ?.match(/^https?:\/\/([^/:]{1,255})/)?.[1]
      .replace(/\.(?:co\.|com\.|org\.)?[a-z]{2,8}$/, '')
      .replace(/^.*\./, '') ?? null
  );
}

/** True when an element just around a node is a picture's: its agency took the picture. */
function nearPicture(view: PageView, node: number): boolean {
  for (let at = node, steps = 0; at > 0 && steps < PICTURE_DEPTH; at = view.tree.parent[at], steps++) {
    if (pictureClass.test(attribute(view.tree, at, 'class'))) return true;
  }
  return false;
}

const PICTURE_DEPTH = 3;
const pictureClass = /caption|photo|image|picture|figure|galler|galer|legend|img|carousel|lightbox|slide/i;

/** A label that stands alone, with the block after it. */
function withNext(view: PageView, at: number): string {
  const { blocks } = view.page;
  const text = blocks[at].text;
  return text.length <= 30 && /[:：]$/.test(text) && at + 1 < blocks.length
    ? `${text} ${blocks[at + 1].text.slice(0, PIECE_CHARACTERS_MAX)}`
    : text;
}

function logosOf(view: PageView, firstNode: number): string[] {
  const { tree } = view;
  const from = view.headlineBlock >= 0 ? view.page.blocks[view.headlineBlock].node : firstNode - LOGO_NODES;
  const alts: string[] = [];
  for (let node = Math.max(1, from - 60, firstNode - LOGO_NODES); node < firstNode; node++) {
    if (tree.tag[node] !== 'img') continue;
    const alt = fold(attribute(tree, node, 'alt'));
    if (alt !== '' && alt.length <= PIECE_CHARACTERS_MAX) alts.push(alt);
  }
  return alts;
}
