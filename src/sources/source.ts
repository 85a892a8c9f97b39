import { asFailure, Failure } from '../failures.ts';
import { decode } from '../formats/decode.ts';
import { gunzipBytes, isGzip } from '../formats/inflate.ts';
import type { Instant, PageHint, Problem, Result, SourceKind } from '../records.ts';
import { feedReader } from './feed.ts';
import { listingReader } from './listing.ts';
import { sitemapReader } from './sitemap.ts';

/**
 * Reads what a source's address gave into the pages it points to. The content decides what it is: a sitemap kept as a feed is
 * read as a sitemap. A web page is a list of links only when the source is kept as one. Never throws: what cannot be read is a
 * `Failure` in the value, to be shown on the source.
 */
export function readSource(kind: SourceKind, received: ReceivedSource): Result<Listing | Failure> {
  const problems: Problem[] = [];
  try {
    const bytes = isGzip(received.content) ? gunzipBytes(received.content, UNPACKED_BYTES_MAX) : received.content;
    if (bytes.length === 0) return { value: empty(), problems };
    const decoded = decode(bytes, received.contentType);
    problems.push(...decoded.problems);
    const input: SourceText = { text: decoded.value.text, address: received.address, received: received.received };
    const reader = readers.find((candidate) => candidate.detect(input.text, kind));
    if (reader === undefined) return { value: unreadable(input.text), problems };
    const read = reader.read(input);
    return { value: read.value, problems: [...problems, ...read.problems] };
  } catch (thrown) {
    // Unpacking throws failures; the parsers of others may throw anything on what they did not expect.
    const failure = asFailure(thrown);
    return { value: failure.code === 'bug' ? broken(failure.message) : failure, problems };
  }
}

export interface ReceivedSource {
  /** The address that answered: links are read against it. */
  readonly address: string;
  readonly content: Uint8Array;
  readonly contentType: string | null;
  readonly received: Instant;
}

/** What a source lists at one time. */
export interface Listing {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap' | 'sitemap-index' | 'page';
  readonly title: string | null;
  /** The site's own page, when the source names it. */
  readonly home: string | null;
  readonly language: string | null;
  /** In the order of the source, each address once. */
  readonly items: readonly FoundPage[];
  /** Further lists to read in the same poll, newest first: the parts of a sitemap index. */
  readonly more: readonly string[];
  /** How often the source itself says it should be asked; null when it does not. */
  readonly freshSeconds: number | null;
}

/** A page that a source points to, with what the source says about it. */
export interface FoundPage {
  readonly url: string;
  readonly hint: PageHint;
}

export interface SourceText {
  readonly text: string;
  readonly address: string;
  readonly received: Instant;
}

/** The shape of a kind of source: a new one is one file and one line in `readers`. */
export interface SourceReader {
  /** Told by the first characters alone. */
  readonly detect: (text: string, kind: SourceKind) => boolean;
  readonly read: (input: SourceText) => Result<Listing | Failure>;
}

/** Asked in this order; the page of links last, since any HTML will do for it. */
const readers: readonly SourceReader[] = [sitemapReader, feedReader, listingReader];

const UNPACKED_BYTES_MAX = 64 * 1024 * 1024;

function empty(): Failure {
  return new Failure('source-empty', 'the answer was empty', {
    retry: 'later',
    advice: 'It is asked again. If it stays so, look at the address in a browser.',
  });
}

function unreadable(text: string): Failure {
  if (/^\s{0,999}(?:<!doctype\s{1,9}html|<html|<head|<!--)/i.test(text) || /<html[\s>]/i.test(text.slice(0, 4_096))) {
    return new Failure('source-is-web-page', 'the address gives a web page, no feed', {
      retry: 'later',
      advice: 'Add the address again so that its feeds are looked for, or keep it as a section page (kind "listing").',
    });
  }
  return new Failure('source-unknown-form', 'the answer is neither a feed nor a sitemap', {
    retry: 'later',
    advice: 'Look at the address in a browser: it should show RSS, Atom, JSON Feed or a sitemap.',
  });
}

/** A failure for content that its parser could not make sense of. */
export function broken(what: string): Failure {
  return new Failure('source-broken', `the answer could not be read: ${what.slice(0, 200)}`, {
    retry: 'later',
    advice: 'It is asked again: feeds are often broken for an hour only. If it stays so, tell the outlet.',
  });
}
