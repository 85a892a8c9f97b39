import type { Lead } from '../records.ts';
import { languageOfText } from '../text/language.ts';
import { isCutOff, isStartOf } from './cut-off.ts';
import { isAscii } from './title.ts';

/** Gathers headlines so that each is kept once: at its first place, with its fullest form, counted. */
export class LeadList {
  readonly #language: string | null;
  readonly #own: string;
  readonly #byKey = new Map<string, Draft>();
  readonly #byHref = new Map<string, Draft>();
  readonly #drafts: Draft[] = [];

  /**
   * @param language of the page's text, leant on for headlines that tell nothing
   * @param title of the page itself, which is no lead
   */
  constructor(language: string | null, title: string | null) {
    this.#language = language;
    this.#own = title === null ? '' : leadKey(title);
  }

  add({ title, href, teaser, block }: Pick<Lead, 'title' | 'href' | 'teaser' | 'block'>): void {
    const text = title.slice(0, TITLE_CHARACTERS_MAX);
    const key = leadKey(text);
    if (key === '' || key === this.#own) return;
    const known = this.#byKey.get(key) ?? (href === null ? undefined : this.#byHref.get(href));
    if (known !== undefined) {
      known.count++;
      known.teaser ??= teaser;
      known.block ??= block;
      known.href ??= href;
      // A rank or a kicker stood before the first form.
      if (key.length >= SUFFIX_CHARACTERS_MIN && leadKey(known.title).endsWith(` ${key}`)) known.title = text;
      // Of two forms of one headline the longer is the whole one, unless it ran together with something else.
      if (text.length > known.title.length && leadKey(text).startsWith(leadKey(known.title).slice(0, 12)))
        known.title = text;
      this.#byKey.set(key, known);
      return;
    }
    if (this.#drafts.length >= LEADS_MAX) return;
    const draft: Draft = {
      title: text,
      href,
      teaser: teaser?.slice(0, TEASER_CHARACTERS_MAX) ?? null,
      block,
      count: 1,
    };
    this.#drafts.push(draft);
    this.#byKey.set(key, draft);
    if (href !== null) this.#byHref.set(href, draft);
  }

  leads(): readonly Lead[] {
    const keys = this.#drafts.map((draft) => leadKey(draft.title));
    const sorted = [...keys].sort();
    return this.#drafts.map((draft, at) => ({
      ...draft,
      language: languageOfText(draft.title, this.#language),
      cutOff: isCutOff(draft.title) || startsAnother(keys[at], sorted),
    }));
  }
}

type Draft = { -readonly [K in 'title' | 'href' | 'teaser' | 'block' | 'count']: Lead[K] };

/** Leads kept of one page at most; a page with more is an index of its own. */
const LEADS_MAX = 1_000;
const TITLE_CHARACTERS_MAX = 400;
const TEASER_CHARACTERS_MAX = 600;
const SUFFIX_CHARACTERS_MIN = 20;

/** One key for the ways one headline is written: case, spaces, quotes and closing dots folded. */
function leadKey(title: string): string {
  if (isAscii(title)) {
    return title
      .toLowerCase()
      .replace(/[\s!-/:-@[-`{-~]+/g, ' ')
      .trim();
  }
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}

/** In sorted order a key's longer forms stand right behind it. */
function startsAnother(key: string, sorted: readonly string[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && isStartOf(key, sorted[low]);
}
