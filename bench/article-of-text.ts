import type { Article } from '../src/records.ts';
import { plainArticle, publishedOn } from '../test/made.ts';

/** An article whose body is a text as it stands: what the benches read. */
export function articleOfText(
  document: { readonly id: string; readonly text: string; readonly date?: string; readonly published?: string | null },
  language: string,
): Article {
  const published = document.published ?? document.date ?? null;
  const { id } = document;
  return plainArticle(document.text, { id, pageId: id, published: publishedOn(published), language });
}
