import type { Span } from '../records.ts';
import { spanOf } from '../text/spans.ts';
import { draftsOf } from './contents.ts';
import { type Cue, findCues } from './cues.ts';
import { type Draft, has, sentenceEnd } from './drafts.ts';
import { DET, type Lexicon, REL, THAT, TIME } from './lexicon.ts';
import { isQuotedWord, type Run } from './phrases.ts';
import type { Quote } from './quotes.ts';
import { does, THAT_WORD } from './small-words.ts';
import type { Clause, Token } from './tokens.ts';
import { announced, narrated } from './uncued.ts';
import { venueIn } from './venue.ts';

/** A statement while it is put together: spans instead of tokens. */
export interface Found {
  content: Span[];
  readonly cue: Span;
  readonly draft: Draft;
  readonly clause: Clause;
  quoted: boolean;
  /** The last quotation of it, and its paragraph: the next may go on with it. */
  quote: Quote | null;
  paragraph: number;
}

/** Most statements read of one text: ten times what a day in a parliament fills a page with. */
export const statementsMax = 5_000;

/** The statements of all sentences in order, with the quotations that go on from one sentence or paragraph to the next. */
export function collect(text: string, clauses: readonly Clause[], lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  /** The last statement with a quotation, while the next sentence may go on with it. */
  let last: Found | null = null;
  /** The sentence before, when it only tells what somebody did. */
  let before: Clause | null = null;
  /** What the sentence before ended in, when nothing of it was in quotation marks. */
  let told: Found | null = null;
  for (let at = 0; at < clauses.length && found.length < statementsMax; at++) {
    const clause = withoutDateline(text, clauses[at], lexicon);
    const { tokens } = clause;
    if (isOnlyQuotes(tokens)) {
      const one: Found | null =
        doneBefore(before, clause, lexicon) ?? (last === null ? goesOnAfter(told, clause) : goesOn(last, clause));
      const isNew = one !== last && one !== told;
      before = null;
      told = null;
      if (one !== null) {
        if (isNew) found.push(one);
        last = one;
        continue;
      }
    }
    const cues = findCues(tokens, clause.titled, lexicon);
    const drafts = draftsOf(tokens, cues, lexicon, clause.opens);
    before = null;
    told = null;
    if (drafts.length === 0 && last?.quoted === true && last.paragraph === clause.paragraph && isUtterance(tokens[0])) {
      // "“It is old,” Holt said. “It must go” before the winter": no sentence of quotation alone, and nobody else's.
      last.content.push([tokens[0].start, tokens[0].end]);
      last.quote = tokens[0].quote;
      continue;
    }
    const next = announcedBy(clause, clauses[at + 1], cues, lexicon);
    if (next !== null) {
      found.push(next);
      last = next;
      at++;
      continue;
    }
    if (drafts.length === 0 && !tokens.some((token) => token.kind === 'quote')) before = clause;
    for (const draft of drafts) {
      const one = pointingBack(foundOf(tokens, draft, clause), clauses[at - 1], lexicon);
      found.push(one);
      // '"…," said Holt, who noted that it was "old". "…"' goes on with what Holt said.
      if (one.quoted && !(last?.clause === clause && isRelative(tokens, draft.speaker))) last = one;
      if (endsSentence(one, clause)) told = one;
    }
    if (drafts.length > 0 && !drafts.some((draft) => holdsQuote(tokens, draft))) last = null;
  }
  return found;
}

/** "Die Brücke ist gesperrt. Das teilte die Sprecherin mit.": what she said is the sentence before. */
function pointingBack(found: Found, before: Clause | undefined, lexicon: Lexicon): Found {
  const { draft, clause } = found;
  const { speaker, pieces } = draft;
  if (lexicon.pointers.size === 0 || before === undefined || before.paragraph !== clause.paragraph) return found;
  if (speaker === null || speaker.to - speaker.from !== 1 || pieces.length !== 1) return found;
  const { tokens } = clause;
  if (!lexicon.pointers.has(tokens[speaker.from].lower) || speaker.from > pointerTokensMax) return found;
  const [piece] = pieces;
  let to = piece.to;
  while (to > piece.from + 1 && lexicon.verbPrefixes.has(tokens[to - 1].lower)) to--;
  const end = sentenceEnd(before.tokens);
  if (end === 0) return found;
  const named: Draft = { ...draft, speaker: { from: piece.from, to }, step: 'sentence before' };
  return { ...found, draft: named, content: [[before.tokens[0].start, before.tokens[end - 1].end]] };
}

/** Words before such a word: "Об этом". */
const pointerTokensMax = 1;

/** "Holt shook her head. “It will never work.”": a quotation alone behind what somebody did is that person's. */
function doneBefore(before: Clause | null, clause: Clause, lexicon: Lexicon): Found | null {
  if (before === null || before.paragraph !== clause.paragraph) return null;
  const draft = narrated(before.tokens, lexicon);
  return draft === null ? null : quotedBy(draft, before, clause);
}

/** 'Holt said the dam was old. "It must go."': a quotation alone goes on with what the sentence before told of her words. */
function goesOnAfter(told: Found | null, clause: Clause): Found | null {
  if (told === null || told.paragraph !== clause.paragraph || told.draft.speaker === null) return null;
  told.content.push(...quoteSpans(clause.tokens));
  told.quoted = true;
  told.quote = lastQuote(clause.tokens);
  return told;
}

/** Whether nothing of what was said is in quotation marks, and its sentence ends with it. */
function endsSentence({ quoted, content, draft }: Found, clause: Clause): boolean {
  if (quoted || draft.frame.force === 'think' || !has(draft.frame, 'cb')) return false;
  return clause.end - content[content.length - 1][1] <= stopCharactersMax;
}

/** A full stop and what may stand behind it. */
const stopCharactersMax = 3;

/** A quotation alone that goes on with the last; null when it cannot. */
function goesOn(last: Found, clause: Clause): Found | null {
  if (!last.quoted || !(last.paragraph === clause.paragraph || clause.paragraph === last.paragraph + 1)) return null;
  if (last.paragraph !== clause.paragraph && !endsInUtterance(last)) {
    // Another paragraph goes on with a whole quotation; after a clause with a few quoted words it says something new.
    return { ...quotedBy(last.draft, last.clause, clause), cue: last.cue };
  }
  last.content.push(...quoteSpans(clause.tokens));
  last.quote = lastQuote(clause.tokens);
  last.paragraph = clause.paragraph;
  return last;
}

/** "Holt continued:", and her words are the next paragraph. */
function announcedBy(clause: Clause, next: Clause | undefined, cues: readonly Cue[], lexicon: Lexicon): Found | null {
  const { tokens } = clause;
  const colon = tokens.length - 1;
  if (next === undefined || tokens[colon].lower !== ':' || !isOnlyQuotes(next.tokens)) return null;
  const cue = cues.findLast((one) => one.mood === 'finite' && one.subject !== null && !one.possible);
  const pieces: Run[] = [{ from: colon, to: tokens.length }];
  const draft: Draft | null =
    cue === undefined
      ? announced(tokens, colon, pieces, lexicon)
      : {
          cue: { from: cue.from, to: cue.to },
          frame: cue.frames[0],
          negated: cue.negated,
          speaker: cue.subject,
          pieces,
          addressee: null,
          venue: venueIn(tokens, cue.to, colon),
          reach: { from: cue.subject?.from ?? cue.from, to: tokens.length },
          relay: [],
          step: 'colon before the next paragraph',
        };
  return draft === null ? null : quotedBy(draft, clause, next);
}

/** The quotations of one sentence as the words of who is named in another. */
function quotedBy(draft: Draft, clause: Clause, quoted: Clause): Found {
  return {
    content: quoteSpans(quoted.tokens),
    cue: spanOf(clause.tokens, draft.cue),
    draft,
    clause,
    quoted: true,
    quote: lastQuote(quoted.tokens),
    paragraph: quoted.paragraph,
  };
}

function quoteSpans(tokens: readonly Token[]): Span[] {
  return tokens.filter((token) => token.kind === 'quote').map((token): Span => [token.start, token.end]);
}

function lastQuote(tokens: readonly Token[]): Quote | null {
  return tokens.findLast((token) => token.quote !== null)?.quote ?? null;
}

function isUtterance(token: Token): boolean {
  return token.quote !== null && !isQuotedWord(token);
}

/** Whether the last piece of a statement is a whole quotation. */
function endsInUtterance({ quote, content }: Found): boolean {
  return quote !== null && content.some(([start, end]) => start === quote.start && quote.end <= end);
}

function isRelative(tokens: readonly Token[], run: Run | null): boolean {
  return run !== null && run.to - run.from === 1 && (tokens[run.from].tags & REL) !== 0;
}

function holdsQuote(tokens: readonly Token[], draft: Draft): boolean {
  return draft.pieces.some((piece) => tokens.slice(piece.from, piece.to).some((token) => token.kind === 'quote'));
}

function isOnlyQuotes(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token) => token.kind === 'quote') &&
    tokens.every((token) => token.kind === 'quote' || token.kind === 'mark')
  );
}

function foundOf(tokens: readonly Token[], draft: Draft, clause: Clause): Found {
  const content = draft.pieces.map((piece) => spanOf(tokens, withoutThat(tokens, piece)));
  return {
    content,
    cue: spanOf(tokens, draft.cue),
    draft,
    clause,
    quoted: holdsQuote(tokens, draft),
    quote: lastQuote(tokens),
    paragraph: clause.paragraph,
  };
}

function withoutThat(tokens: readonly Token[], piece: Run): Run {
  return tokens[piece.from].tags & THAT &&
    piece.to > piece.from + 1 &&
    !(tokens[piece.from].tags & DET && !does(tokens[piece.from], THAT_WORD))
    ? { from: piece.from + 1, to: piece.to }
    : piece;
}

/** "SKARHOLM (Norlund Wire) -- Two ships left": place and wire before the dash are no part of what is said. */
function withoutDateline(text: string, clause: Clause, lexicon: Lexicon): Clause {
  const { tokens } = clause;
  if (!clause.opens || tokens[0].kind !== 'word' || !tokens[0].capital || lexicon.words.compounds === true)
    return clause;
  let bracket = false;
  let inside = false;
  for (let at = 1; at < tokens.length && at <= datelineTokensMax; at++) {
    const { kind, lower, capital, tags } = tokens[at];
    if (lower === '(') {
      bracket = true;
      inside = true;
    } else if (lower === ')') inside = false;
    else if (kind === 'mark' && /^[-–—]$/.test(lower) && tokens[at].start > tokens[at - 1].end) {
      let to = at + 1;
      while (to < tokens.length && tokens[to].lower === lower) to++;
      if (inside || to >= tokens.length || !(bracket || isShouted(text, tokens[0]))) return clause;
      return { ...clause, tokens: tokens.slice(to), start: tokens[to].start };
    } else if (inside || (kind === 'mark' && /^[,./]$/.test(lower)) || kind === 'number' || capital) continue;
    else if (!(tags & TIME)) return clause;
  }
  return clause;
}

function isShouted(text: string, token: Token): boolean {
  const written = text.slice(token.start, token.end);
  return written.length > 2 && written === written.toUpperCase() && !written.includes('.');
}

/** Tokens a dateline may have: place, country, wire and day. */
const datelineTokensMax = 14;
