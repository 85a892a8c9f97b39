import type {
  DatedEvent,
  Development,
  DevelopmentKind,
  FailureRecord,
  Page,
  Placement,
  Reading,
  Source,
  Statement,
  StoredAt,
  Story,
  Subject,
} from '../records.ts';
import { unpack, unpackBytes } from './packed.ts';
import type {
  ArticleBrief,
  ClaimedFetch,
  FetchRequest,
  Store,
  StoredArticle,
  StoredDevelopment,
  StoredEvent,
  StoredMemory,
  StoredStatement,
  StoryDates,
} from './store.ts';

// Rows as every store's statements give them, and the records they are.

/** An article with all that is given beside it. */
export interface ArticleRow {
  readonly reading: Uint8Array;
  readonly problems: string;
  readonly page: string;
  readonly placement: string | null;
  readonly source: string | null;
}

/** The article of such a row. */
export function articleOf(row: ArticleRow): StoredArticle {
  return {
    reading: unpack<Reading>(row.reading),
    page: JSON.parse(row.page) as Page,
    placement: row.placement === null ? null : (JSON.parse(row.placement) as Placement),
    problems: JSON.parse(row.problems) as StoredArticle['problems'],
    source: row.source === null ? null : (JSON.parse(row.source) as Source),
  };
}

/** An article as a watch looks at it. */
export interface SubjectRow {
  readonly reading: Uint8Array;
  readonly brief: string;
  readonly story: string | null;
  readonly source: string | null;
}

/** The subject of such a row, with the kinds of development that the article brought. */
export function subjectOf(
  row: SubjectRow,
  kinds: readonly DevelopmentKind[],
): { subject: Subject; article: ArticleBrief } {
  const source = row.source === null ? null : (JSON.parse(row.source) as Source);
  return {
    subject: {
      reading: unpack<Reading>(row.reading),
      source: source === null ? null : { id: source.id, title: source.title, owner: source.owner },
      story: row.story === null ? null : (JSON.parse(row.story) as Story),
      kinds,
    },
    article: JSON.parse(row.brief) as ArticleBrief,
  };
}

/** A statement with its article. */
export interface StatementRow {
  readonly record: string;
  readonly quote: string;
  readonly brief: string;
  readonly story_id: string | null;
}

/** The statement of such a row. */
export function statementOf(row: StatementRow): StoredStatement {
  return {
    statement: JSON.parse(row.record) as Statement,
    quote: row.quote,
    article: JSON.parse(row.brief) as ArticleBrief,
    storyId: row.story_id,
  };
}

/** A dated event with its article. */
export interface EventRow {
  readonly record: string;
  readonly brief: string;
  readonly story_id: string | null;
}

/** The event of such a row. */
export function eventOf(row: EventRow): StoredEvent {
  return {
    ...(JSON.parse(row.record) as { event: DatedEvent; what: string | null; who: string | null; expression: string }),
    article: JSON.parse(row.brief) as ArticleBrief,
    storyId: row.story_id,
  };
}

/** A development with its story and its article. */
export interface DevelopmentRow {
  readonly record: string;
  readonly story: string;
  readonly brief: string;
}

/** The development of such a row, with the watches that told of it. */
export function developmentOf(row: DevelopmentRow, watchIds: readonly string[]): StoredDevelopment {
  return {
    development: JSON.parse(row.record) as Development,
    story: JSON.parse(row.story) as Story,
    article: JSON.parse(row.brief) as ArticleBrief,
    watchIds,
  };
}

/** A development of the kind `date`, by its story. */
export interface DatesRow {
  readonly story_id: string;
  readonly record: string;
}

/** Stories in which a date took the place of another. */
export function movedIn(rows: readonly DatesRow[]): string[] {
  const moved = rows.filter(({ record }) => (JSON.parse(record) as Development).replaces !== null);
  return [...new Set(moved.map((row) => row.story_id))];
}

/** What each story tells of its dates: events of stories that no date moved in are none. */
export function datesOf(
  stories: readonly { readonly record: string }[],
  rows: readonly DatesRow[],
  events: readonly StoredEvent[],
): StoryDates[] {
  const rowsOf = Map.groupBy(rows, (row) => row.story_id);
  const eventsOf = Map.groupBy(events, (one) => one.storyId);
  return stories.map(({ record }) => {
    const story = JSON.parse(record) as Story;
    return {
      story,
      developments: (rowsOf.get(story.id) ?? []).map((row) => JSON.parse(row.record) as Development),
      events: eventsOf.get(story.id) ?? [],
    };
  });
}

/** An address that was claimed. */
export interface FetchRow {
  readonly id: string;
  readonly url: string;
  readonly source_id: string | null;
  readonly hint: string;
  readonly due: string;
}

/** The claim of such a row. */
export function claimedFetchOf(row: FetchRow, tries: number): ClaimedFetch {
  return {
    id: row.id,
    url: row.url,
    sourceId: row.source_id,
    hint: JSON.parse(row.hint) as FetchRequest['hint'],
    due: row.due,
    tries,
  };
}

/** What failed for good or waits to be tried again. */
export interface FailureRow {
  readonly page_id: string | null;
  readonly source_id: string | null;
  readonly name: string;
  readonly failure: string;
}

/** The failure of such a row. */
export function failureOf(row: FailureRow): Awaited<ReturnType<Store['listFailures']>>[number] {
  return {
    pageId: row.page_id,
    sourceId: row.source_id,
    name: row.name,
    failure: JSON.parse(row.failure) as FailureRecord,
  };
}

/** Where the bytes of pages that were deleted lie. */
export function storedOf(pages: readonly Page[]): StoredAt[] {
  return pages.map((page) => page.stored).filter((stored): stored is StoredAt => stored !== null);
}

/** Polls remembered of one source: a month of hourly ones. */
export const pollNotesMax = 720;
/** Newest alerts of a watch whose stories its calendar shows. */
export const toldMax = 1_000;
/** Most developments, statements and events given of one story. */
export const storyRowsMax = 2_000;
/** Most names of people and of tags given. */
export const labelsMax = 50;
/** Fewest letters of a cut title by which its whole is looked for. */
export const completionLettersMin = 8;

/** Pages of one source that may wait ahead of others' later ones: what comes beyond them goes behind all others. */
export const sourcePagesAhead = 500;

/** What `stories` asked to be remembered of an article, as both stores select it. */
export interface MemoryRow {
  readonly article_number: number;
  readonly id: string;
  readonly story_id: string;
  readonly at: string;
  readonly article: Uint8Array;
  readonly story: Uint8Array;
  /** The placement, where a person decided it. */
  readonly decided: string | null;
}

/** The memory of such a row, unpacked. */
export function memoryOf({ id, story_id, at, article, story, decided }: MemoryRow): StoredMemory {
  return {
    articleId: id,
    storyId: story_id,
    at,
    article: unpackBytes(article),
    story: unpackBytes(story),
    decided: decided === null ? null : (JSON.parse(decided) as Placement),
  };
}
