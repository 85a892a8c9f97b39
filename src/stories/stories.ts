import type { Development, Instant, Placement, Reading, Result, Source, Story } from '../records.ts';
import { createDigestSpace, digestOf } from './digest.ts';
import { decodeDigest, encodeDigest } from './memory.ts';
import { type OwnerOf, ownerOf } from './owners.ts';
import { type BorderPair, createStoryWindow, type Decision, type SecondLook } from './window.ts';

export { originTailWindows, windowArticlesMin } from './window.ts';

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
  /** Independent accounts that its story had before it. */
  readonly accountsBefore: number;
  /** What to remember, for `restore` after a start: bytes of the article's digest, and of what `place` answered. */
  readonly memory: { readonly article: Uint8Array; readonly story: Uint8Array };
}

/**
 * Decides copies, stories and developments, online. Holds an index of the open window in memory; the same arrivals give the
 * same answers, and `place` of an article already placed gives what it gave before (a crashed job is run again).
 */
export interface Stories {
  place(arrival: Arrival): Result<Placed>;
  /**
   * Rebuilds the index from what `place` asked to be remembered; in order of arrival. `decided` is what a person decided
   * about the article: it stands against every later look.
   */
  restore(articleId: string, storyId: string, memory: Placed['memory'], decided?: Placement | null): void;
  /** Puts an article that was placed where a person decided, as `restore` does; that stands against every later look. */
  decide(decided: Placement): void;
  /** Where an article stands now; null when it is not known. */
  placementOf(articleId: string): Placement | null;
  /**
   * Looks again at the open window as a whole and puts apart or together what arrival by arrival got wrong. Gives the
   * placements and stories that changed; story ids stay those of the largest part, and nothing is told again.
   */
  lookAgain(): SecondLook;
  /**
   * Pairs of stories that the last second look found nearly one, the likest first: words alone do not say. For something that
   * knows more than words, such as an embedding model.
   */
  borders(): readonly BorderPair[];
  /** Makes such pairs one story, the older of the two. Nothing is told again, and later looks leave them so. */
  join(pairs: readonly BorderPair[]): SecondLook;
}

export interface StoriesOptions {
  readonly windowDays: number;
  /** Independent accounts at which a story's wider coverage is a development of its own. */
  readonly coverageMin: number;
  /** Who owns an outlet, by its host; asked for each arrival whose source has no owner of its own. */
  readonly ownerOf: OwnerOf;
}

const defaults: StoriesOptions = { windowDays: 30, coverageMin: 5, ownerOf };

/** An empty index. */
export function createStories(options: Partial<StoriesOptions> = {}): Stories {
  const { windowDays, coverageMin, ownerOf: owner } = { ...defaults, ...options };
  const space = createDigestSpace();
  const window = createStoryWindow(coverageMin, space);
  const windowMs = windowDays * dayMs;
  /** What `place` answered, as it is remembered: held as bytes, since answers quote pages. */
  const answers = new Map<string, Uint8Array>();

  function remember(articleId: string, answer: Uint8Array): void {
    answers.set(articleId, answer);
    if (answers.size > answersKeptMax) answers.delete(answers.keys().next().value!);
  }

  /** What was answered for an article placed before, with its bytes as they are remembered; null when it is new. */
  function known(articleId: string, bytesOf: () => Uint8Array): Placed | null {
    const found = window.find(articleId);
    if (found === null) return null;
    const answer = answers.get(articleId);
    const article = bytesOf();
    if (answer !== undefined) {
      return { ...decisionIn(answer), memory: { article, story: answer } };
    }
    // Placed so long ago that the answer is no longer kept: it stands where it stands, and is no news.
    const { placement, story } = found;
    return {
      placement,
      story,
      developments: [],
      revised: [],
      accountsBefore: story.independentCount,
      memory: { article, story: new Uint8Array(0) },
    };
  }

  return {
    place(arrival) {
      const { id } = arrival.reading.article;
      const before = known(id, () => encodeDigest(digestOf(arrival, space, owner)));
      if (before !== null) return { value: before, problems: [] };
      const digest = digestOf(arrival, space, owner);
      window.shed(digest.received - windowMs);
      const article = encodeDigest(digest);
      const decision = window.take(digest, article, null);
      window.tie(id, replacedBy(decision));
      const story = encoder.encode(JSON.stringify(decision));
      remember(id, story);
      return { value: { ...decision, memory: { article, story } }, problems: [] };
    },
    restore(articleId, storyId, memory, decided = null) {
      const digest = decodeDigest(memory.article);
      if (digest === null || window.find(articleId) !== null) return;
      window.shed(digest.received - windowMs);
      window.take(digest, memory.article, storyId, decided);
      if (memory.story.length === 0) return;
      remember(articleId, memory.story);
      window.tie(articleId, replacedBy(decisionIn(memory.story)));
    },
    decide: (decided) => window.decide(decided),
    placementOf: (articleId) => window.find(articleId)?.placement ?? null,
    lookAgain: () => window.lookAgain(),
    borders: () => window.borders(),
    join: (pairs) => window.join(pairs),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What `place` wrote as the story's memory. */
function decisionIn(story: Uint8Array): Decision {
  return JSON.parse(decoder.decode(story)) as Decision;
}

/** The articles that told what developments of another take the place of. */
function replacedBy({ developments }: Pick<Decision, 'developments'>): string[] {
  return developments.flatMap(({ replaces }) => (replaces?.evidence ?? []).map(({ articleId }) => articleId));
}

const dayMs = 86_400_000;
/** Answers kept for jobs that are run again. */
const answersKeptMax = 2_000;
