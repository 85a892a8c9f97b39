import { read } from '../../src/read/read.ts';
import type { Development } from '../../src/records.ts';
import { createStories } from '../../src/stories/stories.ts';
import { type GoldArticle, goldArticles, type WantedDevelopment } from './gold-stories.ts';
import { arrivalOf } from './telling.ts';

export interface GoldScore {
  readonly stories: number;
  readonly articles: number;
  /** Developments told that were wanted, told at all, and wanted at all. Those that may be told or not count nowhere. */
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
  /** Gold stories of which an article went to another's, and articles apart from the story they belong to. */
  readonly mixed: number;
  readonly apart: number;
  readonly faults: readonly string[];
}

/**
 * Stories of our own writing, each with the developments a careful reader would want told. All of them arrive in one index in
 * order of publication, read by the reading stage itself, so that what is counted is what a reader gets.
 */
export function scoreGold(articles: readonly GoldArticle[] = goldArticles()): GoldScore {
  const stories = createStories();
  const faults: string[] = [];
  const storyIds = new Map<string, string[]>();
  let [right, found, wanted] = [0, 0, 0];
  for (const [turn, article] of articles.entries()) {
    const bare = arrivalOf({ ...article, received: article.published }, turn);
    const { reading } = read(bare.reading.article, []).value;
    const { value } = stories.place({ ...bare, reading });
    // A round-up belongs to none of the stories it names: where it goes is not counted.
    if (!article.developments.some(({ kind, isOptional }) => kind === 'first' && isOptional))
      (storyIds.get(article.story) ?? storyIds.set(article.story, []).get(article.story)!).push(
        value.placement.storyId,
      );
    const missing = [...article.developments];
    for (const development of value.developments) {
      const at = missing.findIndex((one) => isMet(one, development));
      if (at === -1) {
        found++;
        faults.push(`${article.story}: ${development.kind} not wanted in “${article.title}”: ${development.summary}`);
      } else {
        const [met] = missing.splice(at, 1);
        if (met.isOptional) continue;
        found++;
        right++;
      }
    }
    wanted += article.developments.filter(({ isOptional }) => !isOptional).length;
    for (const { kind, words, isOptional } of missing)
      if (!isOptional) faults.push(`${article.story}: ${kind} ${words ?? ''} missed in “${article.title}”`);
  }
  const opened = new Map([...storyIds].map(([story, [first]]) => [first, story]));
  const mixings = [...storyIds].flatMap(([story, ids]) => {
    const other = ids.map((id) => opened.get(id) ?? story).find((one) => one !== story);
    return other === undefined ? [] : [`${story}: mixed with ${other}`];
  });
  faults.push(...mixings);
  const mixed = mixings.length;
  const apart = [...storyIds.values()].reduce(
    (sum, [first, ...more]) => sum + more.filter((id) => id !== first).length,
    0,
  );
  return { stories: storyIds.size, articles: articles.length, right, found, wanted, mixed, apart, faults };
}

function isMet({ kind, words }: WantedDevelopment, { kind: told, summary, evidence }: Development): boolean {
  if (kind !== told) return false;
  return words === null || [summary, ...evidence.map(({ quote }) => quote)].some((text) => text.includes(words));
}
