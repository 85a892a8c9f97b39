import type { UnspacedSpeech } from '../languages/language.ts';
import type { Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { trimSpan } from '../text/spans.ts';
import { outerSentences } from './particles.ts';
import type { PlainStatement } from './plain.ts';
import { findQuotes, type Quote } from './quotes.ts';

/**
 * Statements of a language without spaces and with the verb of saying between speaker and words (Chinese):
 * `speaker在venue上表示，words`. The stretches between commas are what a clause is elsewhere.
 */
export function readUnspacedStatements(split: SplitText, speech: UnspacedSpeech): PlainStatement[] {
  const { text } = split;
  const quotes = findQuotes(text, split.words);
  const found: PlainStatement[] = [];
  for (const [start, end, paragraph] of outerSentences(split, quotes)) {
    // "“……。”跑友阎立冬说。": a quotation with its own full stop ends a sentence, and who said it stands in the next.
    const isTaken = (quote: Quote) => found.at(-1)?.content.some(([, to]) => to > quote.start) === true;
    const inside = quotes.filter(
      (quote) => quote.end <= end && (quote.start >= start || (quote.end === start && !isTaken(quote))),
    );
    const one = according(text, start, end, speech, paragraph) ?? saying(text, start, end, inside, speech, paragraph);
    if (one !== null) found.push(one);
  }
  return found;
}

/** "据X报道，…": the rest of the sentence. */
function according(
  text: string,
  start: number,
  end: number,
  speech: UnspacedSpeech,
  paragraph: number,
): PlainStatement | null {
  const comma = nextOf(text, start, end, /[，,]/);
  if (comma === -1 || comma - start > speakerCharactersMax) return null;
  const opening = text.slice(start, comma);
  for (const [before, after] of speech.accordingTo) {
    if (
      !opening.startsWith(before) ||
      !(after === '' || opening.endsWith(after)) ||
      opening.length <= before.length + after.length
    )
      continue;
    const speaker = withoutTime(text, [start + before.length, comma - after.length], speech);
    return {
      content: [trimSpan(text, [comma + 1, withoutStop(text, end)])],
      cue: [start, comma],
      verb: null,
      force: 'report',
      negated: false,
      speaker,
      venue: null,
      addressee: null,
      relay: [],
      paragraph,
      nested: false,
    };
  }
  return null;
}

/** Characters a speaker with all that stands between may take. */
const speakerCharactersMax = 60;

function saying(
  text: string,
  start: number,
  end: number,
  quotes: readonly Quote[],
  speech: UnspacedSpeech,
  paragraph: number,
): PlainStatement | null {
  for (let at = start; at < end; at++) {
    const quote = quotes.find((one) => one.start <= at && at < one.end);
    if (quote !== undefined) {
      at = quote.end - 1;
      continue;
    }
    const verb = speech.verbs.find((one) => one.forms.some((form) => text.startsWith(form, at)));
    if (verb === undefined) continue;
    const form = verb.forms.find((one) => text.startsWith(one, at))!;
    if (speech.notVerbs.some((word) => text.startsWith(word, at))) continue;
    const cueEnd = at + form.length;
    const from = stretchStart(text, start, at, quotes);
    if (from >= at) continue;
    const mark = text[cueEnd];
    const opensQuote = quotes.find((one) => one.start >= cueEnd && one.start <= cueEnd + 2);
    const left = quotes.find(
      (one) => one.end <= from && from - one.end <= 2 && one.end - one.start > shortQuoteCharacters,
    );
    const parted = mark === '，' || mark === ',' || mark === '：' || mark === ':';
    if (!parted && opensQuote === undefined && !verb.bare && left === undefined) continue;
    const head = headOf(text, from, at, speech);
    if (head.speaker === null) continue;
    const content: Span[] = [];
    if (left !== undefined) content.push([left.start, left.end]);
    const to = withoutStop(text, end);
    const rest: Span = trimSpan(text, [parted ? cueEnd + 1 : cueEnd, to]);
    if (rest[1] > rest[0]) content.push(rest);
    if (content.length === 0) continue;
    const negated = speech.negations.some((word) => text.slice(from, at).endsWith(word));
    return {
      content,
      cue: [at, cueEnd],
      verb: verb.lemma,
      force: verb.force,
      negated,
      speaker: head.speaker,
      venue: head.venue,
      addressee: head.addressee,
      relay: [],
      paragraph,
      nested: false,
    };
  }
  return null;
}

const shortQuoteCharacters = 4;

/** Where the stretch that holds the speaker begins: behind the last comma or quotation, over stretches that only tell time and place. */
function stretchStart(text: string, start: number, at: number, quotes: readonly Quote[]): number {
  for (let k = at - 1; k >= start; k--) {
    if (quotes.some((quote) => quote.end === k + 1)) return k + 1;
    if (/[，,；;：:。]/.test(text[k])) return k + 1;
  }
  return start;
}

interface Head {
  readonly speaker: Span | null;
  readonly venue: Span | null;
  readonly addressee: Span | null;
}

/** Parts "X周一在Y记者会上对Z" into speaker, venue and addressee. */
function headOf(text: string, from: number, to: number, speech: UnspacedSpeech): Head {
  let end = to;
  let venue: Span | null = null;
  let addressee: Span | null = null;
  for (const adverb of speech.adverbs) if (text.slice(from, end).endsWith(adverb)) end -= adverb.length;
  const at = speech.venueOpeners
    .map((word) => text.slice(from, end).lastIndexOf(word))
    .reduce((best, one) => Math.max(best, one), -1);
  if (at >= 0) {
    const inner = text.slice(from + at + 1, end);
    const closer = speech.venueClosers.find((word) => inner.includes(word));
    const closes = closer === undefined ? -1 : inner.indexOf(closer);
    const head = closes === -1 ? inner : inner.slice(0, closes);
    if (speech.venues.some((word) => head.endsWith(word))) {
      venue = [from + at + 1, from + at + 1 + head.length];
      const behind = closes === -1 ? '' : inner.slice(closes + closer!.length);
      const told = speech.addresseeOpeners.find((word) => behind.startsWith(word));
      if (told !== undefined && behind.length > told.length) addressee = [end - behind.length + told.length, end];
      end = from + at;
    } else if (closes === -1 || closes >= 0) {
      // A place that is no venue: the speaker still ends before it.
      if (at > 1) end = from + at;
    }
  }
  if (addressee === null) {
    for (const word of speech.addresseeOpeners) {
      const k = text.slice(from, end).lastIndexOf(word);
      if (k > 1) {
        addressee = [from + k + word.length, end];
        end = from + k;
        break;
      }
    }
  }
  const speaker = withoutTime(text, [from, end], speech);
  const found = speaker[1] > speaker[0] && speaker[1] - speaker[0] <= speakerCharactersMax ? speaker : null;
  return { speaker: found, venue, addressee };
}

/** Without the day at its end or beginning: "发言人周一" is "发言人". */
function withoutTime(text: string, span: Span, speech: UnspacedSpeech): Span {
  let [start, end] = trimSpan(text, span);
  for (let guard = 0; guard < 4; guard++) {
    const word = speech.timeWords.find((one) => text.slice(start, end).endsWith(one));
    const dated = /\d+(?:年|月|日|时|点)+(?:\d+(?:月|日))?$/.exec(text.slice(Math.max(start, end - 14), end));
    if (word !== undefined) end -= word.length;
    else if (dated !== null) end -= dated[0].length;
    else break;
  }
  for (let guard = 0; guard < 4; guard++) {
    const word = speech.timeWords.find((one) => text.startsWith(one, start) && start + one.length < end);
    if (word === undefined) break;
    start += word.length;
  }
  return trimSpan(text, [start, Math.max(start, end)]);
}

function nextOf(text: string, from: number, to: number, pattern: RegExp): number {
  for (let at = from; at < to; at++) if (pattern.test(text[at])) return at;
  return -1;
}

function withoutStop(text: string, end: number): number {
  let to = end;
  while (to > 0 && /[。！？.!?]/.test(text[to - 1])) to--;
  return to;
}
