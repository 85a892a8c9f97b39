import { attribute, type HtmlTree, isBare } from '../formats/html.ts';

/** What the elements around the links of a page say of them, as bits of `Place`; each element is asked once. */
export class LinkPlaces {
  readonly #tree: HtmlTree;
  /** By node what the elements up to it say; -1 where nobody asked. */
  readonly #places: Int16Array;
  readonly #ofNames = new Map<string, number>();

  constructor(tree: HtmlTree) {
    this.#tree = tree;
    this.#places = new Int16Array(tree.count).fill(-1);
  }

  /** The bits of all elements around a node, itself included. */
  of(node: number): number {
    if (this.#places[node] >= 0) return this.#places[node];
    const chain: number[] = [];
    let above = 0;
    for (let at = node; at > 0; at = this.#tree.parent[at]) {
      if (this.#places[at] >= 0) {
        above = this.#places[at];
        break;
      }
      chain.push(at);
    }
    for (let index = chain.length - 1; index >= 0; index--) {
      above |= this.#ofElement(chain[index]);
      this.#places[chain[index]] = above;
    }
    return above;
  }

  #ofElement(node: number): number {
    const tree = this.#tree;
    const tag = tree.tag[node];
    let place = tag === 'nav' ? Place.menu : tag === 'footer' ? Place.foot : tag === 'aside' ? Place.aside : 0;
    if (isBare(tree, node) || tag === 'body' || tag === 'html') return place;
    const role = attribute(tree, node, 'role');
    if (role === 'navigation' || role === 'menu') place |= Place.menu;
    const className = attribute(tree, node, 'class');
    const id = attribute(tree, node, 'id');
    if (className.length + id.length >= NAMES_CHARACTERS_MAX) return place;
    return place | this.#ofName(className) | this.#ofName(id);
  }

  #ofName(name: string): number {
    if (name.length < 2) return 0;
    let named = this.#ofNames.get(name);
    if (named === undefined) {
      named = 0;
      for (const [bit, words] of placeWords) if (words.test(name)) named |= bit;
      this.#ofNames.set(name, named);
    }
    return named;
  }
}

/** Longer names are generated. */
const NAMES_CHARACTERS_MAX = 500;

/** Kinds of place a link can stand in, one bit each. */
export const Place = {
  menu: 1,
  related: 2,
  foot: 4,
  tags: 8,
  promotion: 16,
  comment: 32,
  writer: 64,
  aside: 128,
  share: 256,
} as const;

const placeWords: readonly (readonly [number, RegExp])[] = [
  [
    Place.menu,
    /(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|dropdown|drop-down|breadcrumbs?|megamenu|mega|toolbar|topbar|masthead|offcanvas|hamburger|site-?header|subnav|mainnav|header-?(?:nav|menu|links)|langs?|language)(?:$|[\s_-])/i,
  ],
  [
    Place.related,
    /relat|recirc|recommend|most-?(?:read|popular|viewed|recent|shared|discussed|commented)|popular|trending|latest|more-?(?:from|on|in|stories|news|articles|like)|read-?(?:more|next|also)|next-?(?:up|post|article)|prev|ticker|headlines|also|suggest|similar|top-?(?:stories|news)|recent|list|carousel|feed|rail|river|teaser|card|zergnet|partner|picks|interest|verwandt|meist|mehr|weitere|lesen|ver-?mas|mas-?leid|noticias|aussi|lire|stories|posts|articles|widget/i,
  ],
  [Place.foot, /(?:^|[\s_-])(?:footer|foot|bottom-?(?:nav|links)|copyright|legal|site-?footer)(?:$|[\s_-])/i],
  [
    Place.tags,
    /(?:^|\s)(?:[a-z]{1,12}-)?(?:tags?|tag-?list|tag-?cloud|topics?|keywords?|schlagwort\w*|themen|etiquetas)(?:-?(?:list|wrap|container))?(?:$|\s)/i,
  ],
  [
    Place.promotion,
    /sponsor|outbrain|taboola|advert|(?:^|[\s_-])ads?(?:$|[\s_-])|promoted|native-?ad|affiliate|shopping|commerce|deals?(?:$|[\s_-])|coupon|newsletter|subscri|paywall|classified|job-?(?:s|list)|revcontent|mgid|dianomi|plista|ligatus|anzeige/i,
  ],
  [Place.comment, /(?:^|[\s_-])(?:comments?|disqus|replies|respond|kommentare?)(?:$|[\s_-]|-list)/i],
  [
    Place.writer,
    /(?:^|\s)(?:[a-z]{1,12}-)?(?:byline|authors?|author-?(?:bio|box|info)|bio|autor|contributor)(?:$|\s)/i,
  ],
  [Place.share, /(?:^|[\s_-])(?:share|sharing|social|follow|sharedaddy)(?:$|[\s_-])/i],
];
