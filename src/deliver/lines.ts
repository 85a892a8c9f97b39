import {
  addsWords,
  fromLine,
  insteadOf,
  matchedTexts,
  type Notice,
  placeAddress,
  printable,
  quoted,
  storedAddress,
  storyLine,
} from './bulletin.ts';
import type { Parcel } from './channel.ts';

/** A notice as the short lines every message is made of. All but its links is from pages and without markup: escape it for the format. */
export interface NoticeLines {
  /** What is new. */
  readonly headline: string;
  /** The further developments of the same article. */
  readonly further: readonly string[];
  /** The words it rests on, in quotation marks; null where the headline says them. */
  readonly quote: string | null;
  readonly insteadOf: string | null;
  /** Title and outlet, and whose text it is. */
  readonly from: string;
  /** The story and its counts. */
  readonly count: string;
  /** Words of the article that the query matched. */
  readonly matched: string | null;
  /** The same one by one, to be marked where they stand. */
  readonly matchedWords: readonly string[];
  /** The reader at the exact place. */
  readonly link: string;
  /** The page as it was received. */
  readonly storedLink: string;
}

export function linesOf(notice: Notice, desk: string): NoticeLines {
  const { alert, story, article, developments } = notice;
  const [first, ...rest] = developments;
  const headline = line(first?.summary ?? alert.summary, headlineCharactersMax);
  const quote = first?.evidence.find((one) => addsWords(one.quote, headline))?.quote ?? null;
  const instead = first === undefined ? null : insteadOf(first);
  const matched = matchedTexts(alert)
    .slice(0, matchedMax)
    .map((text) => line(text, 60));
  return {
    headline,
    further: rest.slice(0, furtherMax).map((one) => line(one.summary, headlineCharactersMax)),
    quote: quote === null ? null : quoted(line(quote, quoteCharactersMax)),
    insteadOf: instead === null ? null : line(instead, headlineCharactersMax),
    from: line(fromLine(article), 300),
    count: line(storyLine(story, article.title), 300),
    matched: matched.length === 0 ? null : matched.join(', '),
    matchedWords: matched,
    link: placeAddress(desk, notice),
    storedLink: storedAddress(desk, alert.articleId),
  };
}

/** All of a notice but its headline and links. */
export function about({ further, quote, insteadOf, from, count, matched }: NoticeLines): string[] {
  return [
    ...further,
    ...(quote === null ? [] : [quote]),
    ...(insteadOf === null ? [] : [`instead of: ${insteadOf}`]),
    from,
    matched === null ? count : `${count} · matched: ${matched}`,
  ];
}

/** A notice whole but for its links. What the title of a message with one alert has said, whole, is not said again. */
export function bodyOf(notice: NoticeLines, parcel: Parcel, titleCharactersMax = Number.POSITIVE_INFINITY): string[] {
  const isSaid = parcel.notices.length === 1 && titleOf(parcel).length <= titleCharactersMax;
  return isSaid ? about(notice) : [notice.headline, ...about(notice)];
}

/** The title of a message: what is new, or how many things are. */
export function titleOf({ notices, watch }: Parcel): string {
  const name = line(watch.name, 80);
  if (notices.length === 0) return `Watchfloor: a trial message`;
  if (notices.length === 1) {
    const [{ alert, developments }] = notices;
    return `${name}: ${line(developments[0]?.summary ?? alert.summary, headlineCharactersMax)}`;
  }
  const stories = new Set(notices.map(({ alert }) => alert.storyId)).size;
  return `${name}: ${notices.length} alerts in ${stories === 1 ? 'one story' : `${stories} stories`}`;
}

/** What a message of many says of itself; null for one that carries a single alert or all of few. */
export function foldedLine({ notices }: Parcel, shown: number): string | null {
  if (notices.length < 2) return null;
  const left = notices.length - shown;
  return `${notices.length} alerts in one message: they came close together, or while it was quiet${left > 0 ? `. ${left} more are in the inbox` : ''}.`;
}

/** What a trial message says. */
export const trialText = 'This channel works. Alerts of the watches that name it will come here.';

/**
 * Text of a page on one line: no control characters, no line ends, and none of the signs that turn the direction of what
 * follows (Unicode Standard Annex 9), with which a page could make a message read otherwise than it is.
 */
export function line(text: string, charactersMax: number): string {
  const flat = printable(text.slice(0, charactersMax * 4))
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim();
  return flat.length <= charactersMax
    ? flat
    : `${flat
        .slice(0, charactersMax - 1)
        .toWellFormed()
        .trimEnd()}…`.replace('\ufffd…', '…');
}

const headlineCharactersMax = 240;
const quoteCharactersMax = 400;
const furtherMax = 4;
const matchedMax = 8;

/** Alerts shown in full in one message; the rest is counted. */
export const shownMax = 10;
