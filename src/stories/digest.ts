import type { Article, Reading } from '../records.ts';
import { type Anchor, anchorsOf } from './anchors.ts';
import { type Facts, factsOf } from './facts.ts';
import { ownerOf } from './owners.ts';
import { hashWord, type Scan, scan } from './scan.ts';
import { type SketchSpace, sketch } from './sketch.ts';
import type { Arrival } from './stories.ts';
import { type Terms, termsOf } from './terms.ts';

/** All that stories needs of an article, made once when it arrives: placing and restoring both start from it. */
export interface Digest {
  readonly articleId: string;
  readonly url: string | null;
  readonly title: string;
  readonly language: string | null;
  readonly kind: Article['kind'];
  readonly received: number;
  /** Milliseconds since 1970; null when the day of publication is unknown. */
  readonly published: number | null;
  readonly outlet: string | null;
  readonly owner: string | null;
  readonly agency: string | null;
  readonly isAgency: boolean;
  readonly cites: string | null;
  readonly facts: Facts;
  readonly anchors: readonly Anchor[];
  readonly sketch: Uint32Array;
  readonly keys: readonly number[];
  readonly terms: Terms;
}

/** Scratch space for `digestOf`. */
export interface DigestSpace {
  readonly words: Scan;
  readonly sketch: SketchSpace;
}

/** Makes the digest of an arrival. */
export function digestOf({ reading, received, url, source }: Arrival, space: DigestSpace): Digest {
  const { article } = reading;
  const outlet = article.site ?? source?.title ?? source?.id ?? hostOf(url);
  const agency = article.credit?.agency ?? null;
  const title = article.title ?? '';
  // Titles are changed by those who reprint, so they count for a sketch only where there is little else.
  const isShort = article.body.length < shortBodyLength;
  scan(isShort ? `${title}\n${article.body}` : article.body, space.words);
  const sketched = sketch(space.words, space.sketch);
  return {
    articleId: article.id,
    url,
    title,
    language: article.language,
    kind: article.kind,
    received: Date.parse(received),
    published: millisecondsOf(article.published.value),
    outlet: outlet?.toLowerCase() ?? null,
    owner: source?.owner?.toLowerCase() ?? ownerOf(hostOf(url) ?? outlet),
    agency: agency?.toLowerCase() ?? null,
    isAgency: agency !== null && (outlet ?? '').toLowerCase().includes(agency.toLowerCase()),
    cites: citedOf(reading),
    facts: factsOf(reading, space.words),
    anchors: anchorsOf(article.body, space.words),
    sketch: sketched,
    keys: isShort ? keysOf(title, article.body, space.words) : [],
    terms: termsOf(title, article.body, article.language, space.words),
  };
}

/** Characters below which a text is a short item: a title, an address and first words say as much as its sketch. */
export const shortBodyLength = 400;

/** What marks a short item: its title and its first words, where they are long enough to be its own. */
export function keysOf(title: string, body: string, space: Scan): number[] {
  const keys: number[] = [];
  for (const [mark, text] of [
    ['title', title],
    ['lead', body],
  ]) {
    scan(text, space);
    if (space.count < keyWordsMin) continue;
    let hash = hashWord(mark);
    const words = Math.min(space.count, keyWordsMax);
    for (let at = 0; at < words; at++) hash = Math.imul(hash ^ space.hashes[at], 0x01000193);
    keys.push(hash >>> 0);
  }
  return keys;
}

const keyWordsMin = 5;
const keyWordsMax = 12;

/** The outlet a text only cites: everything that is said in it reached it through others. */
function citedOf(reading: Reading): string | null {
  const { statements } = reading;
  if (statements.length < 2 || statements.some((statement) => statement.relay.length === 0)) return null;
  return statements[0].relay.at(-1)!.text.toLowerCase();
}

function millisecondsOf(value: string | null): number | null {
  const milliseconds = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

function hostOf(url: string | null): string | null {
  const match = url === null ? null : /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url);
  return match === null ? null : match[1].toLowerCase();
}
