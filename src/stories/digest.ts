import type { Article, Reading } from '../records.ts';
import { type Anchor, anchorsOf } from './anchors.ts';
import { type Bridges, bridgesOf } from './bridges.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Account } from './independent.ts';
import type { OwnerOf } from './owners.ts';
import { createScan, type Scan, scan } from './scan.ts';
import { shortBodyLength } from './short-items.ts';
import { createSketchSpace, type SketchSpace, sketch } from './sketch.ts';
import type { Arrival } from './stories.ts';
import { countWords, createWordCounter, mostTelling, type Terms, type WordCounter } from './terms.ts';

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
  readonly bridges: Bridges;
  readonly anchors: readonly Anchor[];
  readonly sketch: Uint32Array;
  /** Too short for a sketch: title and words decide what it is a copy of. */
  readonly isShort: boolean;
  readonly terms: Terms;
}

/** Scratch space for `digestOf`. */
export interface DigestSpace {
  readonly words: Scan;
  readonly sketch: SketchSpace;
  readonly counter: WordCounter;
}

export function createDigestSpace(): DigestSpace {
  return { words: createScan(), sketch: createSketchSpace(), counter: createWordCounter() };
}

/** Makes the digest of an arrival. */
export function digestOf({ reading, received, url, source }: Arrival, space: DigestSpace, ownerOf: OwnerOf): Digest {
  const { article } = reading;
  const told = tellerOf({ reading, url, source }, ownerOf);
  const title = article.title ?? '';
  const isShort = title !== '' && article.body.length < shortBodyLength;
  scan(article.body, space.words);
  // All that needs the words of the body comes before the title is scanned into the same space.
  const sketched = isShort ? new Uint32Array(0) : sketch(space.words, space.sketch);
  const anchors = anchorsOf(article.body, space.words);
  const { counter } = space;
  counter.words.clear();
  countWords(article.body, article.language, space.words, counter, false);
  scan(title, space.words);
  countWords(title, article.language, space.words, counter, true);
  return {
    articleId: article.id,
    url,
    title,
    language: article.language,
    kind: article.kind,
    received: Date.parse(received),
    published: millisecondsOf(article.published.value),
    ...told,
    isAgency: told.agency !== null && (told.outlet ?? '').includes(told.agency),
    facts: factsOf(reading, space.words),
    bridges: bridgesOf(reading),
    anchors,
    sketch: sketched,
    isShort,
    terms: mostTelling(counter, article.language),
  };
}

/** Who tells an article: what decides whether it is independent of another. */
export function tellerOf(
  { reading, url, source }: Pick<Arrival, 'reading' | 'url' | 'source'>,
  ownerOf: OwnerOf,
): Pick<Account, 'outlet' | 'owner' | 'agency' | 'cites'> {
  const { article } = reading;
  return {
    ...publisherOf({ site: article.site, url, source }, ownerOf),
    agency: article.credit?.agency.toLowerCase() ?? null,
    cites: citedOf(reading),
  };
}

/** On which outlet a text stands and who owns it, in lower case; null where that is not known. */
export function publisherOf(
  { site, url, source }: Pick<Arrival, 'url' | 'source'> & { readonly site: string | null },
  ownerOf: OwnerOf,
): Pick<Account, 'outlet' | 'owner'> {
  const outlet = site ?? source?.title ?? source?.id ?? hostOf(url);
  return {
    outlet: outlet?.toLowerCase() ?? null,
    owner: source?.owner?.toLowerCase() ?? ownerOf(hostOf(url) ?? outlet),
  };
}

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
