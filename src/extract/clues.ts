import { attribute, elementsOf, type HtmlTree, textOf } from '../formats/html.ts';
import { plainLetters } from '../text/letters.ts';
import { unitAt } from '../text/units.ts';
import { Around, type BlockPage } from './blocks.ts';
import type { BlockFacts } from './facts.ts';
import type { PageClues } from './features.ts';
import { furnitureKind } from './furniture.ts';
import type { Structured } from './structured.ts';

/** Gathers what the page says of itself into one number a block: its titles, its claimed text, its furniture lines. */
export function pageClues(page: BlockPage, facts: readonly BlockFacts[], said: PageSaid): PageClues {
  return {
    furniture: furnitureKinds(page),
    ...titleClues(page, facts, said.titles),
    ...claimedBlocks(page, facts, said.articleBody),
  };
}

/** What the head of the page and its structured data say. */
export interface PageSaid {
  readonly titles: readonly string[];
  readonly articleBody: string | null;
}

/** Which blocks are like a title of the page, and which of them is the title itself. */
function titleClues(
  page: BlockPage,
  facts: readonly BlockFacts[],
  given: readonly string[],
): Pick<PageClues, 'titleLikeness' | 'titleBlock'> {
  const count = page.blocks.length;
  const titles = given.map(letters).filter((title) => title.length >= TITLE_LETTERS_MIN);
  const titleLikeness = new Float32Array(count);
  let titleBlock = -1;
  let titleWeight = 0;
  for (let at = 0; at < count; at++) {
    const text = page.blocks[at].text;
    if (text.length > TITLE_CHARACTERS_MAX || text.length < TITLE_LETTERS_MIN) continue;
    // Likeness begins at the first letter: few blocks get past it.
    const start = firstLetter(text);
    if (!titles.some((title) => title.startsWith(start))) continue;
    const own = letters(text);
    if (own.length < TITLE_LETTERS_MIN) continue;
    for (const title of titles) {
      if (own === title) titleLikeness[at] = 2;
      else if (
        titleLikeness[at] < 1 &&
        own.length * 2 > title.length &&
        (title.startsWith(own) || own.startsWith(title))
      ) {
        titleLikeness[at] = 1;
      }
    }
    const box = page.boxes[page.blocks[at].box];
    const heading = box.tag === 'h1' ? 1.5 : (box.around & Around.heading) !== 0 ? 0.5 : 0;
    const weight = titleLikeness[at] + heading - facts[at].linkShare;
    if (titleLikeness[at] > 0 && weight > titleWeight) {
      titleWeight = weight;
      titleBlock = at;
    }
  }
  return { titleLikeness, titleBlock };
}

/** Reads the titles a page gives itself (headline, og:title, title) and the text its structured data claim. */
export function pageSaid(tree: HtmlTree, structured: Structured): PageSaid {
  const titles = new Set<string>();
  let articleBody: string | null = null;
  for (const article of structured.articles) {
    if (article.headline !== null) titles.add(article.headline);
    // The longest claim is the page's own text; the others belong to teasers.
    if (article.articleBody !== null && article.articleBody.length > (articleBody?.length ?? 0)) {
      articleBody = article.articleBody;
    }
  }
  for (const node of elementsOf(tree, ['meta', 'title'], HEAD_TAGS_MAX)) {
    if (tree.tag[node] === 'meta') {
      const name = attribute(tree, node, 'property') || attribute(tree, node, 'name');
      if (name === 'og:title' || name === 'twitter:title') titles.add(attribute(tree, node, 'content'));
    } else {
      const title = textOf(tree, node);
      titles.add(title);
      // "Headline | Site" and "Headline - Site": the longer side.
      const parts = title.split(/\s[|–—-]\s|\s?[|｜]\s?/);
      titles.add(parts.reduce((longest, part) => (part.length > longest.length ? part : longest), ''));
    }
  }
  return { titles: [...titles], articleBody };
}

const HEAD_TAGS_MAX = 400;

function furnitureKinds(page: BlockPage): Float32Array {
  const kinds = new Float32Array(page.blocks.length);
  for (let at = 0; at < kinds.length; at++) kinds[at] = furnitureKind(page.blocks[at].text);
  return kinds;
}

const TITLE_LETTERS_MIN = 8;
const TITLE_CHARACTERS_MAX = 300;
/** Letters compared at the start of a block against the claimed text. */
const CLAIM_LETTERS = 48;
const CLAIMED_CHARACTERS_MAX = 400_000;

function claimedBlocks(page: BlockPage, facts: readonly BlockFacts[], articleBody: string | null) {
  const claimed = new Float32Array(page.blocks.length);
  const text = articleBody === null ? '' : letters(articleBody.slice(0, CLAIMED_CHARACTERS_MAX));
  if (text.length < 200) return { claimed: claimed.fill(-1), claimedShare: 0 };
  let prose = 0;
  for (let at = 0; at < page.blocks.length; at++) {
    if (facts[at].prose) prose += facts[at].mass;
    const own = letters(page.blocks[at].text.slice(0, CLAIM_LETTERS * 2));
    claimed[at] = own.length > 3 && text.includes(own.slice(0, CLAIM_LETTERS)) ? 1 : 0;
  }
  return { claimed, claimedShare: Math.min(3, text.length / Math.max(1, prose)) };
}

function firstLetter(text: string): string {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const unit = unitAt(text, at) | 32;
    if (unit > 127) break;
    if ((unit >= 97 && unit <= 122) || (text[at] >= '0' && text[at] <= '9')) return text[at].toLowerCase();
  }
  return /[\p{L}\p{N}]/u.exec(text)?.[0].toLowerCase() ?? ' ';
}

/** Letters and digits only, small: what two printings of one text share. */
export function letters(text: string): string {
  return plainLetters(text) ?? text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
