import { hashOf, NameTable } from '../formats/name-table.ts';
import { unitAt } from '../text/units.ts';

/**
 * What the class and id words of an element say about its content, as one bit a category. The words are those that sites and
 * content systems share; none belongs to one site.
 */
export function classFlags(names: string, cuts: ClassCuts = cutNames(names)): number {
  let flags = 0;
  for (const index of knownClassWords(names, flagWords, cuts)) flags |= wordFlags[index];
  return flags;
}

/**
 * The words of class and id names that a table knows, as indexes into it, each once: those of `classWords`, without a string of
 * each. Names that several tables are asked about are cut once.
 */
export function knownClassWords(names: string, table: NameTable, cuts: ClassCuts = cutNames(names)): readonly number[] {
  if (cuts === null) {
    return classWords(names)
      .map((word) => indexOfWord(table, word))
      .filter((index) => index >= 0);
  }
  let known: number[] | null = null;
  for (let at = 0; at < cuts.length; at += 3) {
    const index = table.indexOf(names, cuts[at], cuts[at + 1], cuts[at + 2]);
    if (index < 0) continue;
    if (known === null) known = [index];
    else if (!known.includes(index)) known.push(index);
  }
  return known ?? noWords;
}

const noWords: readonly number[] = [];

/** Where each class word begins and ends among the names, and its hash: three numbers a word. Null for names not of ASCII. */
export type ClassCuts = readonly number[] | null;

/** Cuts class and id names into the words of `classWords`, in one pass. */
export function cutNames(names: string): ClassCuts {
  const cuts: number[] = [];
  const length = Math.min(names.length, NAMES_CHARACTERS_MAX);
  let from = -1;
  let whole = 0;
  let start = -1;
  let part = 0;
  let before = OTHER;
  for (let at = 0; at <= length; at++) {
    const code = at === length ? 32 : unitAt(names, at);
    // Other alphabets have other small letters: few pages name their classes so.
    if (code > 127) return null;
    const kind = kindOfLetter(code);
    const space = code === 32 || (code >= 9 && code <= 13);
    if (start >= 0 && (kind === OTHER || (kind === UPPER && before === LOWER))) {
      if (at - start > 1 && !(start === from && space)) cuts.push(start, at, part);
      start = -1;
    }
    if (space) {
      if (from >= 0) cuts.push(from, at, whole);
      from = -1;
    } else {
      if (from < 0) {
        from = at;
        whole = 0;
      }
      whole = hashOf(whole, code);
      if (kind !== OTHER) {
        if (start < 0) {
          start = at;
          part = 0;
        }
        part = hashOf(part, code);
      }
    }
    before = kind;
  }
  return cuts;
}

function indexOfWord(table: NameTable, word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashOf(hash, word.charCodeAt(at));
  return table.indexOf(word, 0, word.length, hash);
}

/** Words of class and id names, small, each once: the names whole, and their parts (`storyBody__text-wrap2`: story, body, text, wrap). */
export function classWords(names: string): readonly string[] {
  const words: string[] = [];
  for (const name of names.slice(0, NAMES_CHARACTERS_MAX).split(/\s+/)) {
    if (name === '') continue;
    add(words, name.toLowerCase());
    let start = -1;
    let before = OTHER;
    for (let at = 0; at <= name.length; at++) {
      const kind = kindOfLetter(name.charCodeAt(at));
      // A part ends before a capital that follows a small letter, and wherever letters end.
      if (start >= 0 && (kind === OTHER || (kind === UPPER && before === LOWER))) {
        if (at - start > 1 && at - start < name.length) add(words, name.slice(start, at).toLowerCase());
        start = -1;
      }
      if (start < 0 && kind !== OTHER) start = at;
      before = kind;
    }
  }
  return words;
}

function add(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word);
}

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;

/** Past the end of a name the code is NaN: no letter. */
function kindOfLetter(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  return code >= 65 && code <= 90 ? UPPER : OTHER;
}

/** Longer lists of names are generated; what counts stands first. */
const NAMES_CHARACTERS_MAX = 300;

/** The categories in the order of their bits. */
export const classCategories = [
  'content',
  'story',
  'related',
  'teaser',
  'share',
  'navigation',
  'promotion',
  'newsletter',
  'byline',
  'caption',
  'footer',
  'sidebar',
  'embed',
  'comment',
  'tags',
  'list',
  'notice',
  'summary',
  'title',
  'hidden',
  'author',
  'correction',
] as const;

export type ClassCategory = (typeof classCategories)[number];

/** The bit of a category. */
export function classBit(category: ClassCategory): number {
  return 1 << classCategories.indexOf(category);
}

const wordsOfCategory: Readonly<Record<ClassCategory, string>> = {
  content: 'content contents body bodytext text texte texto main maincontent richtext prose paragraph copy inhalt',
  story: 'article articles story post entry news artikel articulo nota single page hentry articlebody storybody blog',
  related:
    'related recommended recommendations recommendation recirc recirculation more popular trending mostread readmore read ' +
    'next further also similar outbrain taboola zergnet latest relatedposts seealso readalso interlink inlink nrelate yarpp ' +
    'zusammenhang mehr verwandte weitere recommend suggested suggestions recent',
  teaser:
    'teaser teasers card cards tile tiles promo promos item items headline headlines kicker carousel slider grid feed',
  share:
    'share sharing social facebook twitter whatsapp linkedin pinterest email mail print follow buttons addthis sharedaddy ' +
    'jp shares sns tools toolbar toolbox bookmark like likes',
  navigation:
    'nav navigation menu breadcrumb breadcrumbs pagination pager navbar submenu topbar sitemap skip masthead tabs tab search header',
  promotion:
    'ad ads advert advertisement advertising adsense sponsor sponsored sponsors dfp gpt banner promotion commercial affiliate ' +
    'shopping anzeige werbung publicidad partner deal deals product products shop offer offers donate donation',
  newsletter:
    'newsletter newsletters subscribe subscription subscriptions signup paywall register registration login signin optin cta ' +
    'abo membership premium meter regwall piano',
  byline:
    'byline dateline date time timestamp published meta metadata info pubdate posted modified updated publish datum',
  caption:
    'caption captions credit credits photo photos image images img gallery figure media picture slideshow video videos player ' +
    'audio lightbox wp thumbnail thumb bildunterschrift copyright',
  footer: 'footer foot bottom colophon copyright legal disclaimer imprint fineprint',
  sidebar: 'sidebar aside rail right widget widgets secondary complementary side marginal module infobox factbox box',
  embed: 'embed embedded tweet instagram blockquote quote pullquote pull iframe oembed fb tiktok youtube',
  comment:
    'comment comments commentlist disqus respond reply replies discussion livefyre kommentare comentarios kommentar',
  tags: 'tag tags topic topics category categories keyword keywords label labels hashtag taxonomy cat section',
  list: 'list listing archive results river stream index lists loop',
  notice:
    'cookie cookies gdpr consent modal popup overlay banner alert notice warning message tooltip privacy toast dialog noscript',
  summary:
    'summary standfirst subtitle subheadline deck dek lead lede intro excerpt subhead subheading sapo vorspann chapo abstract',
  title: 'title titles heading hed headline titulo',
  hidden: 'hidden hide visually sr screen invisible collapsed offscreen',
  author: 'author authors bio contributor writer profile avatar biography autor verfasser vcard',
  correction: 'correction corrections clarification editor note footnote footnotes disclosure tagline endnote',
};

const flagOfWord = new Map<string, number>();
for (const category of classCategories) {
  for (const word of wordsOfCategory[category].split(' ')) {
    flagOfWord.set(word, (flagOfWord.get(word) ?? 0) | classBit(category));
  }
}
const flagWords = new NameTable(flagOfWord.keys());
const wordFlags = flagWords.names.map((word) => flagOfWord.get(word)!);
