import type { ParticleSpeech } from '../languages/language.ts';
import type { Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { trimSpan } from '../text/spans.ts';
import { withoutTail } from '../text/tail.ts';
import type { PlainStatement } from './plain.ts';
import { findQuotes, type Quote } from './quotes.ts';

/**
 * Statements of a language whose particles mark who speaks and what is quoted, verb last (Korean):
 * `topic은 … "quotation"라고 verb`. One pass over each sentence, from its verb back.
 */
export function readParticleStatements(split: SplitText, speech: ParticleSpeech): PlainStatement[] {
  const quotes = findQuotes(split.text, split.words);
  const found: PlainStatement[] = [];
  for (const [start, end, paragraph] of outerSentences(split, quotes)) {
    const inside = quotes.filter((quote) => quote.start >= start && quote.end <= end);
    const words = wordsOf(split.text, start, end, inside);
    const one = statementOf(split.text, words, end, inside, speech, paragraph);
    if (one !== null) found.push(one);
  }
  return found;
}

/** A piece between spaces; a quotation counts as the beginning of the piece its closing mark stands in. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quote: Quote | null;
}

/** Sentences of the text, joined where a quotation runs over a full stop. */
export function* outerSentences(
  split: SplitText,
  quotes: readonly Quote[],
): Generator<[start: number, end: number, paragraph: number]> {
  let start = -1;
  let at = 0;
  for (const sentence of split.sentences) {
    if (start === -1) start = sentence.start;
    while (at < quotes.length && quotes[at].end <= sentence.end) at++;
    const open = at < quotes.length && quotes[at].start < sentence.end && quotes[at].end > sentence.end;
    if (open) continue;
    yield [start, sentence.end, sentence.paragraph];
    start = -1;
  }
}

/** Pieces a sentence may have. */
const piecesMax = 400;

function wordsOf(text: string, start: number, end: number, quotes: readonly Quote[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let next = 0;
  while (at < end && pieces.length < piecesMax) {
    while (at < end && /\s/.test(text[at])) at++;
    if (at >= end) break;
    while (next < quotes.length && quotes[next].end <= at) next++;
    const quote = next < quotes.length && quotes[next].start === at ? quotes[next] : null;
    let to = quote === null ? at : quote.end;
    while (to < end && !/\s/.test(text[to]) && !(next < quotes.length && quote === null && quotes[next].start === to))
      to++;
    pieces.push({ start: at, end: to, text: text.slice(quote === null ? at : quote.end, to), quote });
    at = Math.max(to, at + 1);
  }
  return pieces;
}

function statementOf(
  text: string,
  pieces: readonly Piece[],
  end: number,
  quotes: readonly Quote[],
  speech: ParticleSpeech,
  paragraph: number,
): PlainStatement | null {
  const bare = (piece: Piece) => withoutTail(piece.text, /[.,!?…"”’]/);
  // "X에 따르면 …": the rest of the sentence.
  for (let at = 1; at < pieces.length && at < openingPiecesMax; at++) {
    const link = bare(pieces[at]);
    if (!speech.accordingTo.includes(link)) continue;
    const before = pieces[at - 1];
    const ending = speech.accordingParticles.find((particle) => before.text.endsWith(particle));
    if (ending === undefined) continue;
    const speaker: Span = [phraseStart(pieces, at - 1, speech), before.end - ending.length];
    return {
      content: [trimmed(text, [pieces[at].end, sentenceEnd(text, end)])],
      cue: [before.end - ending.length, pieces[at].end],
      verb: null,
      force: 'say',
      negated: false,
      speaker,
      venue: null,
      addressee: null,
      relay: [],
      paragraph,
      nested: false,
    };
  }
  // The verb of saying: the last that stands at the end or before a comma.
  let verbAt = -1;
  let verb: { lemma: string; force: PlainStatement['force'] } | null = null;
  for (let at = pieces.length - 1; at >= 0 && verb === null; at--) {
    for (const one of speech.verbs) {
      if (!one.stems.some((stem) => bare(pieces[at]).startsWith(stem))) continue;
      verbAt = at;
      verb = one;
      break;
    }
  }
  if (verb === null || verbAt < 1) return null;
  const negated = speech.negations.some(
    (word) => bare(pieces[verbAt]).includes(word) || bare(pieces[verbAt - 1]) === word,
  );
  // The piece with the quoting particle ends what was said.
  let last = -1;
  let direct = false;
  for (let at = verbAt - 1; at >= 0; at--) {
    const piece = pieces[at];
    if (
      piece.quote !== null &&
      !isShort(piece.quote) &&
      (piece.text === '' || speech.quoting.some((particle) => bare(piece).startsWith(particle)))
    ) {
      last = at;
      direct = true;
      break;
    }
    if (last === -1 && piece.quote === null && speech.reporting.some((ending) => bare(piece).endsWith(ending))) {
      last = at;
      break;
    }
  }
  if (last === -1) return null;
  const topicAt = topicOf(pieces, 0, last, speech) ?? topicOf(pieces, last + 1, verbAt, speech);
  if (topicAt === null && !direct) return null;
  const named = topicAt === null ? null : pieces[topicAt];
  const particle = named === null ? '' : (speech.topics.find((one) => bare(named).endsWith(one)) ?? '');
  const speaker: Span | null =
    named === null || topicAt === null
      ? null
      : [
          phraseStart(pieces, topicAt, speech),
          named.start +
            (named.quote === null ? 0 : named.quote.end - named.start) +
            bare(named).length -
            particle.length,
        ];
  const content: Span[] = [];
  if (direct) {
    for (const quote of quotes)
      if (quote.end <= pieces[last].end && !isShort(quote)) content.push([quote.start, quote.end]);
  } else if (topicAt !== null) {
    const from = topicAt < last ? afterVenue(pieces, topicAt + 1, last, speech) : 0;
    const ending = speech.reporting.find((one) => bare(pieces[last]).endsWith(one)) ?? '';
    content.push(
      trimmed(text, [
        pieces[from].start,
        pieces[last].start + bare(pieces[last]).length - Math.max(0, ending.length - 1),
      ]),
    );
  }
  if (content.length === 0 || content[0][1] <= content[0][0]) return null;
  let venue: Span | null = null;
  let addressee: Span | null = null;
  for (let at = 0; at < verbAt; at++) {
    const piece = pieces[at];
    if (content.some((span) => span[0] <= piece.start && piece.end <= span[1])) continue;
    const place = speech.venueParticles.find((one) => bare(piece).endsWith(one));
    if (place !== undefined && venue === null) {
      const head = bare(piece).slice(0, -place.length);
      if (speech.venues.some((word) => head.endsWith(word)))
        venue = [
          venueStart(pieces, at, topicAt, speech),
          piece.start + (piece.quote === null ? 0 : piece.quote.end - piece.start) + head.length,
        ];
    }
    const to = speech.addresseeParticles.find((one) => bare(piece).endsWith(one));
    if (to !== undefined && at !== topicAt && addressee === null)
      addressee = [piece.start, piece.start + bare(piece).length - to.length];
  }
  return {
    content,
    cue: [pieces[verbAt].start, pieces[verbAt].start + bare(pieces[verbAt]).length],
    verb: verb.lemma,
    force: verb.force,
    negated,
    speaker,
    venue,
    addressee,
    relay: [],
    paragraph,
    nested: false,
  };
}

/** Pieces an opening "according to" may stand behind. */
const openingPiecesMax = 12;
/** Characters up to which a quotation is a word in quotes. */
const shortQuoteCharacters = 8;

function isShort(quote: Quote): boolean {
  return quote.end - quote.start < shortQuoteCharacters;
}

function topicOf(pieces: readonly Piece[], from: number, to: number, speech: ParticleSpeech): number | null {
  for (let at = from; at < to; at++) {
    const bare = withoutTail(pieces[at].text, /[.,]/);
    if (pieces[at].quote !== null && pieces[at].text.length > 4) continue;
    if (bare.length < 2 || speech.notTopics.includes(bare)) continue;
    if (speech.topics.some((particle) => bare.endsWith(particle) && bare.length > particle.length)) return at;
  }
  return null;
}

/** Where the noun phrase that ends at a piece begins: back to a comma, a topic or a place. */
function phraseStart(pieces: readonly Piece[], at: number, speech: ParticleSpeech): number {
  let from = at;
  while (from > 0 && at - from < phrasePiecesMax) {
    const before = pieces[from - 1];
    if (before.quote !== null || /[,.)\]]$/.test(before.text)) break;
    if (speech.notTopics.includes(before.text)) break;
    if (
      [...speech.venueParticles, ...speech.topics, ...speech.addresseeParticles].some(
        (particle) => before.text.endsWith(particle) && before.text.length > particle.length + 1,
      )
    )
      break;
    if (speech.timeWords.some((word) => before.text.startsWith(word)) || /\d+(일|월|년|시)/.test(before.text)) break;
    from--;
  }
  return pieces[from].start;
}

const phrasePiecesMax = 5;

function venueStart(pieces: readonly Piece[], at: number, topicAt: number | null, speech: ParticleSpeech): number {
  let from = at;
  while (from > 0 && from - 1 !== topicAt && at - from < phrasePiecesMax) {
    const before = pieces[from - 1];
    if (before.quote !== null || /,$/.test(before.text)) break;
    if (speech.timeWords.some((word) => before.text.startsWith(word)) || /\d+(일|월|년|시)/.test(before.text)) break;
    from--;
  }
  return pieces[from].start;
}

/** Behind the speaker, over the place and the day of speaking. */
function afterVenue(pieces: readonly Piece[], from: number, last: number, speech: ParticleSpeech): number {
  for (let at = from; at < last && at - from < phrasePiecesMax; at++) {
    const bare = withoutTail(pieces[at].text, /[.,]/);
    const place = speech.venueParticles.find((one) => bare.endsWith(one));
    if (place !== undefined && speech.venues.some((word) => bare.slice(0, -place.length).endsWith(word))) return at + 1;
    if (speech.addresseeParticles.some((one) => bare.endsWith(one))) return at + 1;
  }
  const isDay = ({ text }: Piece) =>
    speech.timeWords.some((word) => text.startsWith(word)) || /^\d+(일|월|년)/.test(text);
  let at = from;
  for (; at < last && isDay(pieces[at]); at++) {
    if (!speech.dayBounds.some((particle) => pieces[at].text.endsWith(particle))) continue;
    // "5월 30일까지 열겠다고 말했다": a day until which something holds belongs to what is said, month and year with it.
    while (at > from && /^\d+[월년]$/.test(pieces[at - 1].text)) at--;
    break;
  }
  return at;
}

function sentenceEnd(text: string, end: number): number {
  let to = end;
  while (to > 0 && /[.!?。]/.test(text[to - 1])) to--;
  return to;
}

function trimmed(text: string, span: Span): Span {
  return trimSpan(text, span);
}
