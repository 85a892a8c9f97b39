import { decodeHTML } from 'entities';
import type { Instant, PageHint } from '../records.ts';
import { readFeedDate } from './published.ts';

/** An item as its list has it: every text may be HTML, every date any format. */
export interface RawItem {
  readonly title?: string;
  /** Candidates for its address, best first. */
  readonly links: readonly (string | undefined)[];
  /** Candidates for its date of publication, best first. */
  readonly published?: readonly (string | undefined)[];
  readonly author?: string;
  readonly summary?: string;
  readonly language?: string;
}

/** Turns what a list says of an item into a hint: plain texts, a readable date, nothing that is empty. */
export function hintOf(item: RawItem, language: string | null, received: Instant): PageHint {
  const title = plainText(item.title, TITLE_CHARACTERS_MAX);
  const author = plainText(item.author, TITLE_CHARACTERS_MAX).replace(
    /^\S{1,100}@\S{1,100}\s{1,9}\((.{1,200})\)$/,
    '$1',
  );
  const summary = plainText(item.summary, SUMMARY_CHARACTERS_MAX);
  const published = (item.published ?? []).map((text) => readFeedDate(text, received)).find((date) => date !== null);
  const tag = (item.language ?? language ?? '').trim().split(/[-_]/)[0].toLowerCase();
  return {
    ...(title === '' ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(author === '' || author.includes('@') ? {} : { author }),
    ...(summary === '' ? {} : { summary }),
    ...(/^[a-z]{2,3}$/.test(tag) ? { language: tag } : {}),
  };
}

/** The words of a text that may hold HTML, once or twice escaped, cut at a word. */
export function plainText(text: string | undefined, charactersMax: number): string {
  // Cut before the work: a description may be a whole article with its pictures inside.
  let plain = (text ?? '').slice(0, charactersMax * 8);
  for (let round = 0; round < 2; round++) {
    plain = plain
      .replace(/<(script|style)\b[^<]{0,4096}<\/\1>/gi, ' ')
      .replace(/<!--[^>]{0,4096}>/g, ' ')
      .replace(/<(?:br|p|div|li|h\d|td)\b[^<>]{0,1024}>/gi, ' ')
      .replace(/<\/?[a-z][^<>]{0,4096}>/gi, '');
    if (!plain.includes('&')) break;
    plain = decodeHTML(plain);
  }
  plain = plain.replace(/[\s\u0000-\u001f\u007f\u00a0\u200b\ufeff]+/g, ' ').trim();
  if (plain.length <= charactersMax) return plain;
  const cut = plain.slice(0, charactersMax).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > charactersMax / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

const TITLE_CHARACTERS_MAX = 400;
const SUMMARY_CHARACTERS_MAX = 600;
