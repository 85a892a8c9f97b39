import type { Article, PageHint, Result } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { languageOfText } from '../text/language.ts';
import { type Extracted, extractVersion } from './extract.ts';

/** What a caller that has an article's text already knows of it. */
export interface GivenText {
  readonly pageId: string;
  readonly url: string | null;
  readonly hint: PageHint;
}

/**
 * An article from a text that is one already: the body is that text, unchanged to the character, so that offsets made by the
 * caller fit it. Only what the caller gave is known of it, and the language its words tell.
 */
export function articleOfText(body: string, { pageId, url, hint }: GivenText): Result<Extracted> {
  const { published = null } = hint;
  const day = published !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(published);
  const article: Article = {
    id: recordId('article', pageId),
    pageId,
    version: extractVersion,
    kind: body.trim() === '' ? 'none' : 'article',
    title: hint.title ?? null,
    standfirst: null,
    byline: hint.author === undefined ? [] : [hint.author],
    published: {
      value: published,
      precision: published === null ? 'unknown' : day ? 'day' : 'instant',
      from: published === null ? 'none' : 'given',
    },
    modified: null,
    credit: null,
    language: hint.language ?? languageOfText(body),
    site: null,
    section: null,
    canonical: url,
    image: null,
    partial: false,
    body,
    notes: [],
  };
  return { value: { article, leads: [], trace: [] }, problems: [] };
}
