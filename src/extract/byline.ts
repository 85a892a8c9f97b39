import { attribute } from '../formats/html.ts';
import { monthByName } from '../languages/months.ts';
import { agencyNamed } from './credit-names.ts';
import { fold, lineOf, metaOf } from './head.ts';
import { isSite, keyOf } from './title.ts';
import { allWords, besideArticle, type PageView, wordSet } from './view.ts';

/**
 * The people who wrote a page's text: names only, in the order of the page. Structured data first, then meta elements, then
 * what the markup or the words near the headline call a byline. Agencies, the site, roles, dates and "staff" are no people.
 */
export function readByline(view: PageView, sites: readonly string[]): readonly string[] {
  const names = new NameReader(view.language, sites);
  const steps: readonly (() => readonly string[])[] = [
    () =>
      names.all((view.own?.authors ?? []).filter((agent) => agent.type !== 'Organization').map((agent) => agent.name)),
    () => names.all(metaAuthors(view)),
    () => names.all(markedAuthors(view), true),
    () => names.all(writtenBylines(view), true),
    () => names.all(view.hint.author === undefined ? [] : [view.hint.author]),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found;
  }
  return [];
}

/** Lines that name who wrote the text, as the page shows them: for wire credits, which stand there too. */
export function bylineLines(view: PageView): readonly string[] {
  const lines = [
    ...(view.own?.authors ?? []).map((agent) => agent.name),
    ...metaAuthors(view),
    ...markedAuthors(view),
    ...writtenBylines(view),
  ];
  return [
    ...new Set(lines.map((line) => fold(line)).filter((line) => line !== '' && line.length <= LINE_CHARACTERS_MAX)),
  ];
}

/** People named in lines that are bylines already, as a bare-text page has them; else in what the caller said. */
export function namesOfBylines(
  lines: readonly string[],
  language: string | null,
  given: string | null,
): readonly string[] {
  const names = new NameReader(language, []);
  const by = allWords('by');
  const bylines = lines.filter((line) => {
    const lower = line.toLowerCase();
    const words = lower.split(/[\s:：]+/, 3);
    return by.has(words[0]) || by.has(words.slice(0, 2).join(' ')) || /기자|특파원|记者|記者/.test(line);
  });
  const found = names.all(bylines, true);
  return found.length > 0 || given === null ? found : names.all([given]);
}

const LINE_CHARACTERS_MAX = 300;
const PEOPLE_MAX = 20;
const NAME_CHARACTERS_MAX = 60;
const CANDIDATES_MAX = 40;

const authorMetas: readonly string[] = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'cxenseparse:author',
  'creator',
  'authors',
  'article.author',
  'citation_author',
  'rbauthors',
  'shareaholic:article_author_name',
  'og:article:author',
  'twitter:data1',
];

function metaAuthors(view: PageView): string[] {
  for (const name of authorMetas) {
    // "Written by" is what the label of a Twitter card says of its first value; others put reading times there.
    if (
      name === 'twitter:data1' &&
      !/^(?:written by|verfasst von|escrito por|écrit par|autor|author|by)$/i.test(
        metaOf(view.head, 'twitter:label1') ?? '',
      )
    ) {
      continue;
    }
    const values = (view.head.metas.get(name) ?? [])
      .map(fold)
      .filter((value) => value !== '' && !/^https?:|^\/|@|\.(?:com|html)\b/i.test(value));
    if (values.length > 0) return values;
  }
  return [];
}

/** Texts of the elements whose markup speaks of an author, outermost dropped where a narrower one stands inside. */
function markedAuthors(view: PageView): string[] {
  const { tree, head, page } = view;
  const last = view.kept.length > 0 ? page.blocks[view.kept[view.kept.length - 1]].endNode + AFTER_NODES : tree.count;
  const marked = [...(head.marked.get('author') ?? []), ...(head.marked.get('creator') ?? [])];
  const relevant = (node: number) => node <= last && !besideArticle(tree, node) && !inFigure(tree, node);
  const found: string[] = [];
  const inner = head.marked.get('name') ?? [];
  for (const node of marked.slice(0, CANDIDATES_MAX)) {
    if (!relevant(node)) continue;
    const name = inner.find((one) => one > node && one < tree.end[node]);
    const text =
      name === undefined
        ? attribute(tree, node, 'content') || lineOf(tree, node)
        : attribute(tree, name, 'content') || lineOf(tree, name);
    if (text.length <= LINE_CHARACTERS_MAX) found.push(text);
  }
  if (found.length > 0) return found;
  const lines: { readonly node: number; readonly text: string }[] = [];
  for (const node of head.authors) {
    if (lines.length >= CANDIDATES_MAX) break;
    if (!relevant(node)) continue;
    const text = lineOf(tree, node);
    if (text.length >= 2 && text.length <= LINE_CHARACTERS_MAX) lines.push({ node, text });
  }
  const links = lines.filter(({ node }) => /\bauthor\b/i.test(attribute(tree, node, 'rel')));
  const chosen = links.length > 0 ? links : lines;
  return chosen.map(({ text }) => text).slice(0, CANDIDATES_MAX);
}

/** A picture's author is not the text's. */
function inFigure(tree: PageView['tree'], node: number): boolean {
  for (let at = node, steps = 0; at > 0 && steps < FIGURE_DEPTH_MAX; at = tree.parent[at], steps++) {
    if (tree.tag[at] === 'figure' || tree.tag[at] === 'figcaption') return true;
    const type = attribute(tree, at, 'itemtype');
    if (type.endsWith('ImageObject') || type.endsWith('VideoObject')) return true;
  }
  return false;
}

const FIGURE_DEPTH_MAX = 12;
const AFTER_NODES = 150;

/** Short blocks between the headline and the text, or at its end, that begin as a byline does. */
function writtenBylines(view: PageView): string[] {
  const { blocks } = view.page;
  const first = view.kept[0] ?? blocks.length;
  const last = view.kept[view.kept.length - 1] ?? first;
  const from = Math.max(0, view.headlineBlock >= 0 && view.headlineBlock < first ? view.headlineBlock - 3 : first - 8);
  const found: string[] = [];
  const by = allWords('by');
  const role = allWords('role');
  for (const [start, end] of [
    [from, Math.min(first + 2, blocks.length)],
    [Math.max(first, last - 1), Math.min(last + 4, blocks.length)],
  ]) {
    for (let at = start; at < end && found.length < CANDIDATES_MAX; at++) {
      const text = blocks[at].text;
      if (text.length > BYLINE_CHARACTERS_MAX) continue;
      const lower = text.toLowerCase();
      const label = lower.match(/^[\p{L}\p{M}' ]{1,24}?(?=\s?[:：]|\s)/u)?.[0]?.trim() ?? '';
      const two = lower.split(/[\s:：]+/, 2).join(' ');
      const endsInRole = [...role].some(
        (word) => word.length > 1 && lower.endsWith(word) && /[가-힣一-鿿ぁ-ヿ]/.test(word),
      );
      if (by.has(label) || by.has(two) || endsInRole || namesAgency(text)) found.push(text);
    }
    if (found.length > 0) break;
  }
  return found;
}

/** "Ann Lee and Bo Roe, AFP": names with an agency behind the comma. */
function namesAgency(text: string): boolean {
  const comma = text.lastIndexOf(',');
  return comma > 4 && text.length <= 90 && /^\p{Lu}/u.test(text) && agencyNamed(text.slice(comma + 1)) !== null;
}

const BYLINE_CHARACTERS_MAX = 140;

/** Takes names of people out of lines about writers. */
class NameReader {
  readonly #language: string | null;
  readonly #sites: readonly string[];
  readonly #nobody: ReadonlySet<string>;
  readonly #role: readonly string[];
  readonly #by: readonly string[];

  constructor(language: string | null, sites: readonly string[]) {
    this.#language = language;
    this.#sites = sites;
    this.#nobody = allWords('nobody');
    this.#role = [...allWords('role')].sort((a, b) => b.length - a.length);
    this.#by = [...wordSet(language, 'by')].sort((a, b) => b.length - a.length);
  }

  all(lines: readonly string[], loose = false): readonly string[] {
    const names: string[] = [];
    for (const line of lines) {
      for (const name of this.#people(line, loose)) {
        if (names.length >= PEOPLE_MAX) return names;
        const key = keyOf(name);
        // "Ann Lee" beside "Dr Ann Lee", or a name run together with a second one read before.
        if (
          !names.some(
            (other) => keyOf(other) === key || (loose && (keyOf(other).includes(key) || key.includes(keyOf(other)))),
          )
        )
          names.push(name);
      }
    }
    return names;
  }

  #people(line: string, loose: boolean): string[] {
    const text = fold(line)
      .slice(0, LINE_CHARACTERS_MAX)
      .replace(/\S{1,100}@\S{1,100}|https?:\/\/\S{1,200}|@\w{1,30}/g, ' ')
      .replace(/\([^()]{0,80}\)|\[[^\][]{0,80}\]|<[^<>]{0,80}>/g, ' ');
    const names: string[] = [];
    for (const segment of text.split(/\s*[|•·–—\n\t;/／、]\s*|\s+-\s+|\s{2,}/)) {
      let any = false;
      for (const part of this.#withoutBy(segment).split(splitter(this.#language))) {
        const name = this.#name(part, loose);
        if (name !== null) {
          names.push(name);
          any = true;
        } else if (any && loose) break;
      }
      // In a loose line what follows the first names is roles, dates and buttons.
      if (any && loose) break;
    }
    return names;
  }

  #withoutBy(segment: string): string {
    let text = segment.trim().replace(/^by(?=[A-Z])/i, '');
    for (let turns = 0; turns < 2; turns++) {
      const lower = text.toLowerCase();
      const word = this.#by.find(
        (by) => lower.startsWith(by) && /^[\s:：]|^$/.test(text.slice(by.length, by.length + 1)),
      );
      if (word === undefined) return text;
      text = text.slice(word.length).replace(/^[\s:：]+/, '');
    }
    return text;
  }

  #name(part: string, loose: boolean): string | null {
    let text = this.#withoutRole(this.#withoutBy(part))
      .replace(/^[^\p{L}]+|[^\p{L}\p{M}.'’)]+$/gu, '')
      .replace(/[’']s$/, '');
    // A date or a count behind the name: "Ann Lee January 3, 2020", "Ann Lee 12 Comments".
    const digit = text.search(/\p{N}/u);
    if (digit >= 0) {
      const words = text.slice(0, digit).trim().split(' ');
      while (words.length > 0 && monthByName.has(words[words.length - 1].toLowerCase().replace(/[.,]$/, '')))
        words.pop();
      text = words.join(' ').replace(/[^\p{L}\p{M}.]+$/u, '');
      if (text === '' || words.length < 2) return null;
    }
    text = text.replace(/\.$/, (dot) => (/\b(?:jr|sr|\p{L})\.$/iu.test(text) ? dot : ''));
    const words = text.split(' ').filter((word) => word !== '');
    if (text.length < 2 || text.length > NAME_CHARACTERS_MAX || words.length > WORDS_MAX) return null;
    const lower = text.toLowerCase();
    if (
      this.#nobody.has(lower) ||
      this.#role.includes(lower) ||
      allWords('agencies').has(lower) ||
      isSite(text, this.#sites) ||
      agencyNamed(text) !== null
    )
      return null;
    const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
    if (loose) {
      if (wide ? text.length > 14 && !text.includes(' ') : words.length < 2) return null;
      if (words.some((word) => notNameWords.has(word.toLowerCase()))) return null;
      const cased = /\p{Lu}|\p{Ll}/u.test(text);
      // Every word of a name has a capital but for particles.
      if (cased && words.filter((word) => /^\p{Ll}/u.test(word) && !particles.has(word)).length > 0) return null;
    } else if (words.some((word) => organisationWords.has(word.toLowerCase())) && words.length > 1) return null;
    return text;
  }

  #withoutRole(part: string): string {
    let text = part.trim();
    for (let turns = 0; turns < 3; turns++) {
      const lower = text.toLowerCase();
      const role = this.#role.find((word) => {
        const wide = /[가-힣一-鿿ぁ-ヿ]/.test(word);
        if (lower.endsWith(word))
          return lower.length > word.length && (wide || /[\s,]$/.test(lower.slice(0, -word.length)));
        return lower.startsWith(word) && (wide ? word.length > 1 : /^[\s:,]/.test(lower.slice(word.length)));
      });
      if (role === undefined) return text;
      text = (lower.endsWith(role) ? text.slice(0, -role.length) : text.slice(role.length)).replace(
        /^[\s:：,=]+|[\s,=]+$/g,
        '',
      );
    }
    return text;
  }
}

const WORDS_MAX = 5;
const particles = new Set(
  'van von de der den del della di da dos das du la le el al bin ibn zu ten ter y e af av of the d’ o’ und'.split(' '),
);
const notNameWords = new Set(
  'about follow more read share updated published posted comments comment view all articles bio profile email contact subscribe minutes min ago the by for with news team staff senior reporter editor writer correspondent mehr alle artikel zum zur über folgen autor autorin ver más todos follow us via from and our this is has have'.split(
    ' ',
  ),
);
const organisationWords = new Set(
  'staff team news newsroom desk editors editorial redaktion redaction redacción redação agency magazine media press institute university network bureau department office ministry association foundation group inc ltd gmbh llc'.split(
    ' ',
  ),
);

function splitter(language: string | null): RegExp {
  return language === 'ko' || language === 'zh' || language === 'ja' ? wideSplitter : latinSplitter;
}
const latinSplitter =
  /\s*[,&،]\s*|\s+(?:and|und|et|y|e|ed|og|och|en|i|и|και|ve|ja|և|और|dan|và|и др|with|mit)\s+|\s+و(?=\p{L})/iu;
const wideSplitter = /[,，、·&/ ]\s*|\s+(?:and)\s+/u;
