import { blockText } from './blocks.ts';
import { letters } from './clues.ts';
import type { Structured, StructuredArticle, StructuredUpdate } from './structured.ts';

/**
 * The text a page claims in its structured data, as paragraphs, when the page itself shows much less of it: pages drawn by
 * scripts, posts of a live blog not yet loaded. Null when what the page shows is to be preferred, which is nearly always:
 * claimed texts are often cut short or only a teaser.
 */
export function claimedText(
  structured: Structured,
  titles: readonly string[],
  shown: readonly string[],
): readonly string[] | null {
  const shownMass = massOf(shown);
  const live = structured.articles.find((article) => article.liveUpdates.length > 0);
  if (live !== undefined) {
    const posts = live.liveUpdates.flatMap(postOf);
    // The introduction is on the page; the posts that are not follow it.
    if (massOf(posts) * SHOWN_SHARE_MIN > shownMass)
      return [...shown, ...posts.filter((line) => !shown.includes(line))];
  }
  const own = ownClaim(structured.articles, titles);
  if (own === null) return null;
  const paragraphs = paragraphsOf(own.articleBody);
  const mass = massOf(paragraphs);
  return mass >= CLAIM_MASS_MIN && shownMass < mass * SHOWN_SHARE_MIN ? paragraphs : null;
}

/** A claim shorter than this is a teaser. */
const CLAIM_MASS_MIN = 500;
/** The page's own text is preferred when it is at least this share of the claimed one. */
const SHOWN_SHARE_MIN = 0.4;
const PARAGRAPHS_MAX = 5_000;

/** The article that claims a text and is this page's: the only one, or the one with the page's title. */
function ownClaim(articles: readonly StructuredArticle[], titles: readonly string[]): StructuredArticle | null {
  const claiming = articles.filter((article) => article.articleBody !== null);
  if (claiming.length === 1) return claiming[0];
  const keys = titles.map(letters);
  return claiming.find((article) => article.headline !== null && keys.includes(letters(article.headline))) ?? null;
}

/** One post of a live blog: its time, its headline, its text. */
function postOf(update: StructuredUpdate): string[] {
  const head = [update.datePublished, update.headline].filter((line): line is string => line !== null).map(blockText);
  return [...head, ...paragraphsOf(update.articleBody)];
}

function paragraphsOf(text: string | null): string[] {
  if (text === null) return [];
  return text
    .split(/\r?\n/, PARAGRAPHS_MAX)
    .map(blockText)
    .filter((paragraph) => paragraph !== '');
}

function massOf(paragraphs: readonly string[]): number {
  let mass = 0;
  for (const paragraph of paragraphs) mass += paragraph.length;
  return mass;
}
