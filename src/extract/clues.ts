import type { BlockPage } from './blocks.ts';
import type { BlockFacts } from './facts.ts';
import type { PageClues } from './features.ts';

/** Gathers what the page says of itself into one number a block: its titles, its claimed text, its furniture lines. */
export function pageClues(page: BlockPage, facts: readonly BlockFacts[], said: PageSaid): PageClues {
  const count = page.blocks.length;
  const titles = said.titles.map(letters).filter((title) => title.length >= TITLE_LETTERS_MIN);
  const titleLikeness = new Float32Array(count);
  let titleBlock = -1;
  let titleWeight = 0;
  for (let at = 0; at < count; at++) {
    const text = page.blocks[at].text;
    if (text.length > TITLE_CHARACTERS_MAX) continue;
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
    const weight = titleLikeness[at] + (box.tag === 'h1' ? 1.5 : box.tag === 'h2' ? 0.5 : 0) - facts[at].linkShare;
    if (titleLikeness[at] > 0 && weight > titleWeight) {
      titleWeight = weight;
      titleBlock = at;
    }
  }
  return {
    furniture: said.furniture(page),
    titleLikeness,
    titleBlock,
    ...claimedBlocks(page, facts, said.articleBody),
  };
}

/** What the head of the page and its structured data say. */
export interface PageSaid {
  readonly titles: readonly string[];
  readonly articleBody: string | null;
  furniture(page: BlockPage): Float32Array;
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

/** Letters and digits only, small: what two printings of one text share. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
