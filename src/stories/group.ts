import type { Article, DevelopmentKind, Reading } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { createStories, type StoriesOptions } from './stories.ts';

/** A text to be grouped; all but its id may be missing. */
export interface GroupItem {
  readonly id: string;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly published?: string | null;
  readonly source?: string | null;
  readonly lang?: string | null;
  readonly url?: string | null;
  /** What was read from the text, when it was; without it no statements, dates or figures are compared. */
  readonly reading?: Reading | null;
}

/** Where a text belongs when all have arrived. Ids are the caller's. */
export interface Grouped {
  readonly id: string;
  /** Label of the story: the id of the text that opened it. */
  readonly story: string;
  readonly copyOf: string | null;
  readonly origin: string;
  readonly developments: readonly { readonly kind: DevelopmentKind; readonly summary: string }[];
}

/** Takes texts in order of arrival and tells at the end where each belongs. */
export interface Grouper {
  add(item: GroupItem): void;
  finish(): Grouped[];
}

/** Groups texts into copies and stories: what `watchfloor group --batch` does. */
export function createGrouper(options: Partial<StoriesOptions> = {}): Grouper {
  const stories = createStories(options);
  const ids: string[] = [];
  const developments: Grouped['developments'][] = [];
  const callersIds = new Map<string, string>();
  let clock = 0;

  return {
    add(item) {
      const articleId = recordId('article', item.id);
      if (callersIds.has(articleId)) return;
      // Without times all texts are of one moment; a text with none between others takes the time of the one before it.
      const published = item.published ? Date.parse(item.published) : Number.NaN;
      if (!Number.isNaN(published)) clock = Math.max(clock, published);
      const received = new Date(clock).toISOString();
      const reading = item.reading ? withId(item.reading, articleId) : bareReading(item, articleId);
      const source = item.source ? { id: item.source, title: item.source, owner: null } : null;
      const { value } = stories.place({ reading, received, url: item.url ?? null, source });
      callersIds.set(articleId, item.id);
      ids.push(item.id);
      developments.push(value.developments.map(({ kind, summary }) => ({ kind, summary })));
    },
    finish() {
      stories.lookAgain();
      // A story is named after its first text in order of arrival.
      const firstOf = new Map<string, string>();
      return ids.map((id, turn) => {
        const placement = stories.placementOf(recordId('article', id))!;
        if (!firstOf.has(placement.storyId)) firstOf.set(placement.storyId, id);
        return {
          id,
          story: firstOf.get(placement.storyId)!,
          copyOf: placement.copyOf === null ? null : callersIds.get(placement.copyOf)!,
          origin: callersIds.get(placement.originId)!,
          developments: developments[turn],
        };
      });
    },
  };
}

function withId(reading: Reading, id: string): Reading {
  return { ...reading, article: { ...reading.article, id } };
}

function bareReading(item: GroupItem, id: string): Reading {
  const article: Article = {
    id,
    pageId: id,
    version: 0,
    kind: 'article',
    title: item.title ? item.title : null,
    standfirst: null,
    byline: [],
    published: {
      value: item.published ? item.published : null,
      precision: 'unknown',
      from: item.published ? 'given' : 'none',
    },
    modified: null,
    credit: null,
    language: item.lang ? item.lang : null,
    site: item.source ? item.source : null,
    section: null,
    canonical: null,
    image: null,
    partial: false,
    body: item.text ?? '',
    notes: [],
  };
  return { article, leads: [], statements: [], events: [], dates: [], figures: [], mentions: [] };
}
