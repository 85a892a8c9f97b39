import type { Development, Instant, Placement, Reading, Result, Source, Story } from '../records.ts';
import { recordId } from '../text/hash.ts';

/** Version of this stage: raised when its results change. */
export const storiesVersion = 1;

/** What arrives: an article as read, when, and from whom. */
export interface Arrival {
  readonly reading: Reading;
  readonly received: Instant;
  /** Address of the page, when it has one: the same address with new text is an edit, not a copy. */
  readonly url: string | null;
  readonly source: Pick<Source, 'id' | 'title' | 'owner'> | null;
}

export interface Placed {
  readonly placement: Placement;
  readonly story: Story;
  readonly developments: readonly Development[];
  /** Earlier articles whose placement this arrival changed: a late origin took over, a copy was re-hung. */
  readonly revised: readonly Placement[];
  /** What to remember, for `restore` after a start: bytes of the article's signature and of the story's facts. */
  readonly memory: { readonly article: Uint8Array; readonly story: Uint8Array };
}

/**
 * Decides copies, stories and developments, online. Holds an index of the open window in memory; the same arrivals give the
 * same answers, and `place` of an article already placed gives what it gave before (a crashed job is run again).
 */
export interface Stories {
  place(arrival: Arrival): Result<Placed>;
  /** Rebuilds the index from what `place` asked to be remembered; in order of arrival. */
  restore(articleId: string, storyId: string, memory: Placed['memory']): void;
}

export interface StoriesOptions {
  readonly windowDays: number;
}

/** An empty index. */
export function createStories(_options: Partial<StoriesOptions> = {}): Stories {
  return {
    place({ reading, received }) {
      const { article } = reading;
      const storyId = recordId('story', article.id);
      const placement: Placement = {
        articleId: article.id,
        storyId,
        copyOf: null,
        originId: article.id,
        share: null,
        reason: 'first of its story',
        byHand: false,
      };
      const story: Story = {
        id: storyId,
        title: article.title ?? '',
        language: article.language,
        opened: received,
        latest: received,
        pageCount: 1,
        outletCount: 1,
        independentCount: 1,
      };
      const first: Development = {
        id: recordId('development', storyId, article.id, 'first'),
        storyId,
        articleId: article.id,
        kind: 'first',
        at: received,
        summary: article.title ?? '',
        evidence: [],
        replaces: null,
        statementId: null,
        eventId: null,
      };
      const empty = new Uint8Array(0);
      return {
        value: { placement, story, developments: [first], revised: [], memory: { article: empty, story: empty } },
        problems: [],
      };
    },
    restore() {
      // An empty index remembers nothing.
    },
  };
}
