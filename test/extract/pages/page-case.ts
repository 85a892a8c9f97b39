import type { ArticleKind } from '../../../src/records.ts';

/**
 * A page with the answer marked in it: `⟨title⟩`, `⟦paragraph of the body⟧`, `⟪headline of another story⟫`. The marks are taken
 * out before the page is read. Places, people and papers are made up; agencies are real, being data.
 */
export interface PageCase {
  /** How the page is built. */
  readonly build: string;
  readonly page: string;
  readonly url: string;
  readonly byline: readonly string[];
  /** An instant with its offset where the page gives one, else a day. */
  readonly published: string | null;
  readonly credit: string | null;
  /** `article` unless said. */
  readonly kind?: ArticleKind;
}
