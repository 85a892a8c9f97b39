import type { Article } from '../src/records.ts';

/** An article whose body is a text as it stands: what the benches read. */
export function articleOfText(
  document: { readonly id: string; readonly text: string; readonly date?: string; readonly published?: string | null },
  language: string,
): Article {
  const published = document.published ?? document.date ?? null;
  return {
    id: document.id,
    pageId: document.id,
    version: 1,
    kind: 'article',
    title: null,
    standfirst: null,
    byline: [],
    published: {
      value: published,
      precision: published === null ? 'unknown' : 'day',
      from: published === null ? 'none' : 'given',
    },
    modified: null,
    credit: null,
    language,
    site: null,
    section: null,
    canonical: null,
    image: null,
    partial: false,
    body: document.text,
    notes: [],
  };
}
