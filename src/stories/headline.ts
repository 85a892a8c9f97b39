import type { Digest } from './digest.ts';

/** The line that names a story or its first report: the title, else the first words that were told. */
export function headlineOf(digest: Digest): string {
  if (digest.title !== '') return digest.title;
  const [statement] = digest.facts.statements;
  return statement === undefined ? 'Untitled' : statement.quote;
}
