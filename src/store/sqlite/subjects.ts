import type { Development, DevelopmentKind, Reading, Source, Story, Subject } from '../../records.ts';
import { unpack } from '../packed.ts';
import type { Candidate } from '../searching.ts';
import type { ArticleBrief, Store } from '../store.ts';
import type { Database } from './database.ts';

/** Articles as a watch looks at them. */
export function subjectMethods(database: Database): Pick<Store, 'subjectsSince'> {
  return {
    async subjectsSince(since, before, limit) {
      const from =
        before === null
          ? null
          : database.get<{ number: number; received: string }>(
              'SELECT number, received FROM article WHERE id = ?',
              before,
            );
      return database
        .all<SubjectRow>(
          `${subjectSql} WHERE article.removed IS NULL AND article.received >= ?
             AND (article.received, article.number) < (?, ?)
           ORDER BY article.received DESC, article.number DESC LIMIT ?`,
          since,
          from?.received ?? '~',
          from?.number ?? 0,
          limit,
        )
        .map((row) => ({ ...storedSubjectOf(row), developments: developmentsOf(database, row.number) }));
    },
  };
}

/** One article as a search looks at it; null when there is none. */
export function subjectNumbered(database: Database, number: number): Candidate | null {
  const row = database.get<SubjectRow>(`${subjectSql} WHERE article.number = ?`, number);
  if (row === null) return null;
  return { ...storedSubjectOf(row), storyId: row.story_id, copy: row.copy_of !== null };
}

const subjectSql = `
  SELECT article.number, article.reading, article.brief, article.story_id, placement.copy_of, story.record AS story,
    source.record AS source,
    (SELECT json_group_array(DISTINCT kind) FROM development WHERE article_number = article.number) AS kinds
  FROM article LEFT JOIN placement ON placement.article_number = article.number
  LEFT JOIN story ON story.id = article.story_id LEFT JOIN source ON source.id = article.source_id`;

interface SubjectRow {
  readonly number: number;
  readonly reading: Uint8Array;
  readonly brief: string;
  readonly story_id: string | null;
  readonly copy_of: string | null;
  readonly story: string | null;
  readonly source: string | null;
  readonly kinds: string;
}

function storedSubjectOf(row: SubjectRow): { subject: Subject; article: ArticleBrief } {
  const source = row.source === null ? null : (JSON.parse(row.source) as Source);
  return {
    subject: {
      reading: unpack<Reading>(row.reading),
      source: source === null ? null : { id: source.id, title: source.title, owner: source.owner },
      story: row.story === null ? null : (JSON.parse(row.story) as Story),
      kinds: JSON.parse(row.kinds) as DevelopmentKind[],
    },
    article: JSON.parse(row.brief) as ArticleBrief,
  };
}

function developmentsOf(database: Database, number: number): Development[] {
  return database
    .all<{ record: string }>('SELECT record FROM development WHERE article_number = ? ORDER BY position', number)
    .map((row) => JSON.parse(row.record) as Development);
}
