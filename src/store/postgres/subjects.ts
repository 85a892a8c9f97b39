import type { Development, DevelopmentKind } from '../../records.ts';
import { type SubjectRow, subjectOf } from '../rows.ts';
import type { Candidate } from '../searching.ts';
import type { Store } from '../store.ts';
import { placeOf } from './articles.ts';
import type { Database } from './database.ts';

/** Articles as a watch looks at them. */
export function subjectMethods(database: Database): Pick<Store, 'subjectsSince'> {
  return {
    async subjectsSince(since, before, limit) {
      const from = before === null ? null : await placeOf(database, before);
      const rows = await database.all<NumberedRow>(
        `${subjectSql} WHERE article.removed IS NULL AND article.received >= $1
           AND (article.received, article.number) < ($2, $3)
         ORDER BY article.received DESC, article.number DESC LIMIT $4`,
        since,
        from?.received ?? '~',
        from?.number ?? 0,
        limit,
      );
      const brought = await database.all<{ article_number: number; record: string }>(
        'SELECT article_number, record FROM development WHERE article_number = ANY($1::bigint[]) ORDER BY position',
        rows.map((row) => row.number),
      );
      return rows.map((row) => ({
        ...subjectOf(row, row.kinds),
        developments: brought
          .filter((one) => one.article_number === row.number)
          .map((one) => JSON.parse(one.record) as Development),
      }));
    },
  };
}

/** Articles as a search looks at them, by their number. */
export async function subjectsNumbered(
  database: Database,
  numbers: readonly number[],
): Promise<Map<number, Candidate>> {
  const rows = await database.all<NumberedRow>(`${subjectSql} WHERE article.number = ANY($1::bigint[])`, numbers);
  return new Map(
    rows.map((row) => [
      row.number,
      { ...subjectOf(row, row.kinds), storyId: row.story_id, copy: row.copy_of !== null },
    ]),
  );
}

const subjectSql = `
  SELECT article.number, article.reading, article.brief, article.story_id, placement.copy_of, story.record AS story,
    source.record AS source,
    ARRAY(SELECT DISTINCT kind FROM development WHERE article_number = article.number) AS kinds
  FROM article LEFT JOIN placement ON placement.article_number = article.number
  LEFT JOIN story ON story.id = article.story_id LEFT JOIN source ON source.id = article.source_id`;

interface NumberedRow extends SubjectRow {
  readonly number: number;
  readonly story_id: string | null;
  readonly copy_of: string | null;
  readonly kinds: readonly DevelopmentKind[];
}
