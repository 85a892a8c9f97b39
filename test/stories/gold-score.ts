import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../../src/read/read.ts';
import type { DevelopmentKind } from '../../src/records.ts';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf, type Told } from './telling.ts';

export interface GoldScore {
  readonly stories: number;
  readonly articles: number;
  /** Developments told that were wanted, told at all, and wanted at all. */
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
  /** Gold stories of which an article went to another's. */
  readonly mixed: number;
  readonly faults: readonly string[];
}

/**
 * Stories of our own writing, each with the developments a careful reader would want told. All of them arrive in one index in
 * order of publication, read by the reading stage itself, so that what is counted is what a reader gets.
 */
export function scoreGold(): GoldScore {
  const told = Object.entries(gold)
    .flatMap(([story, articles]) => articles.map((article, turn) => ({ story, article, turn })))
    .sort((a, b) =>
      a.article.published < b.article.published ? -1 : a.article.published > b.article.published ? 1 : a.turn - b.turn,
    );
  const stories = createStories();
  const [faults, storyIds] = [[] as string[], new Map<string, Set<string>>()];
  let [right, found, wanted] = [0, 0, 0];
  for (const [turn, { story, article }] of told.entries()) {
    const bare = arrivalOf({ ...article, received: `${article.published}T12:00:00.000Z` }, turn);
    const { reading } = read(bare.reading.article, []).value;
    const { value } = stories.place({ ...bare, reading });
    (storyIds.get(story) ?? storyIds.set(story, new Set()).get(story)!).add(value.placement.storyId);
    const missing = [...article.developments];
    for (const { kind, summary } of value.developments) {
      found++;
      const at = missing.indexOf(kind);
      if (at === -1) faults.push(`${story}: ${kind} not wanted: ${summary}`);
      else {
        missing.splice(at, 1);
        right++;
      }
    }
    wanted += article.developments.length;
    for (const kind of missing) faults.push(`${story}: ${kind} missed in “${article.title}”`);
  }
  const all = [...storyIds.values()].flatMap((ids) => [...ids]);
  const mixed = all.length - new Set(all).size;
  return { stories: storyIds.size, articles: told.length, right, found, wanted, mixed, faults };
}

interface GoldArticle extends Told {
  readonly published: string;
  readonly developments: readonly DevelopmentKind[];
}

const gold = JSON.parse(readFileSync(join(import.meta.dirname, 'gold/stories.json'), 'utf8')) as Record<
  string,
  GoldArticle[]
>;
