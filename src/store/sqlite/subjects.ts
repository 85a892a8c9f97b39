import type { Development, DevelopmentKind } from '../../records.ts';
import { type SubjectRow, subjectOf } from '../rows.ts';
import type { Candidate } from '../searching.ts';
import type { Store } from '../store.ts';
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
        .all<NumberedRow>(
          `${subjectSql} WHERE article.removed IS NULL AND article.received >= ?
             AND (article.received, article.number) < (?, ?)
           ORDER BY article.received DESC, article.number DESC LIMIT ?`,
          since,
          from?.received ?? '~',
          from?.number ?? 0,
          limit,
        )
        .map((row) => ({
          ...subjectOf(row, JSON.parse(row.kinds) as DevelopmentKind[]),
          developments: developmentsOf(database, row.number),
        }));
    },
  };
}

/** One article as a search looks at it; null when there is none. */
export function subjectNumbered(database: Database, number: number): Candidate | null {
  const row = database.get<NumberedRow>(`${subjectSql} WHERE article.number = ?`, number);
  if (row === null) return null;
  return {
    ...subjectOf(row, JSON.parse(row.kinds) as DevelopmentKind[]),
    storyId: row.story_id,
    copy: row.copy_of !== null,
  };
}

const subjectSql = `
  SELECT article.number, article.reading, article.brief, article.story_id, placement.copy_of, story.record AS story,
    source.record AS source,
    (SELECT json_group_array(DISTINCT kind) FROM development WHERE article_number = article.number) AS kinds
  FROM article LEFT JOIN placement ON placement.article_number = article.number
  LEFT JOIN story ON story.id = article.story_id LEFT JOIN source ON source.id = article.source_id`;

interface NumberedRow extends SubjectRow {
  readonly number: number;
  readonly story_id: string | null;
  readonly copy_of: string | null;
  readonly kinds: string;
}

function developmentsOf(database: Database, number: number): Development[] {
  return database
    .all<{ record: string }>('SELECT record FROM development WHERE article_number = ? ORDER BY position', number)
    .map((row) => JSON.parse(row.record) as Development);
}
