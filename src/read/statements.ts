import type { Language } from '../languages/language.ts';
import type { Span, Statement, Trace } from '../records.ts';
import { recordId } from '../text/hash.ts';
import type { SplitText } from '../text/sentences.ts';
import { draftsOf } from './contents.ts';
import { type Cue, findCues } from './cues.ts';
import type { FoundDate } from './dates.ts';
import type { Draft } from './drafts.ts';
import { formOf } from './forms-of-statement.ts';
import { DET, type Lexicon, lexiconOf, THAT, TIME } from './lexicon.ts';
import type { NameMention } from './mentions.ts';
import { readParticleStatements } from './particles.ts';
import { isFiniteVerb, isQuotedWord, type Run } from './phrases.ts';
import { plainRecords } from './plain-records.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { Speakers } from './speakers.ts';
import { type Clause, clausesOf, type Token } from './tokens.ts';
import { announced } from './uncued.ts';
import { readUnspacedStatements } from './unspaced.ts';
import { venueIn } from './venue.ts';

/** What statements are read from. */
export interface StatementInput {
  readonly articleId: string;
  readonly split: SplitText;
  readonly language: Language | null;
  readonly mentions: readonly NameMention[];
  readonly dates: readonly FoundDate[];
}

/** Which rule found each statement, and which were beliefs and left out. */
function explain(found: readonly Found[], trace: Trace[]): void {
  for (const { draft, cue, content } of found) {
    const kept = draft.frame.force !== 'think';
    trace.push({
      step: 'statements',
      reason: kept ? draft.step : 'a belief or wish, nothing said',
      span: kept ? cue : content[0],
      kept,
    });
  }
}

/**
 * Hands place and day on to what the same speaker goes on with: ", adding that …" in the sentence, or "he added" in the next
 * paragraph at the latest.
 */
function handOn(found: readonly Found[], records: Statement[], continuing: readonly string[]): Statement[] {
  for (let at = 1; at < records.length; at++) {
    const record = records[at];
    const before = records[at - 1];
    if (record.speaker.name === null || record.speaker.name !== before.speaker.name) continue;
    const sameSentence = found[at].clause === found[at - 1].clause;
    const goesOn =
      record.verb !== null && continuing.includes(record.verb) && found[at].paragraph - found[at - 1].paragraph <= 1;
    if (!sameSentence && !goesOn) continue;
    records[at] = { ...record, venue: record.venue ?? before.venue, saidOn: record.saidOn ?? before.saidOn };
  }
  return records;
}

/** A statement while it is put together: spans instead of tokens. */
interface Found {
  content: Span[];
  readonly cue: Span;
  readonly draft: Draft;
  readonly clause: Clause;
  quoted: boolean;
  /** The last quotation of it, and its paragraph: the next may go on with it. */
  quote: Quote | null;
  paragraph: number;
}

/** Who said what to whom: all statements of a text, in order. */
export function readStatements(input: StatementInput, trace: Trace[] | null): Statement[] {
  const { language } = input;
  if (language?.particleSpeech !== undefined)
    return plainRecords(
      input,
      readParticleStatements(input.split, language.particleSpeech).slice(0, statementsMax),
      language.particleSpeech,
    );
  if (language?.unspacedSpeech !== undefined)
    return plainRecords(
      input,
      readUnspacedStatements(input.split, language.unspacedSpeech).slice(0, statementsMax),
      language.unspacedSpeech,
    );
  const speech = language?.speech;
  if (speech === undefined) return [];
  const lexicon = lexiconOf(speech);
  const { split } = input;
  const quotes = findQuotes(split.text, split.words);
  const clauses = clausesOf(split, quotes, lexicon);
  const found = collect(split.text, clauses, lexicon);
  const speakers = new Speakers(split, input.mentions, lexicon, input.language?.names);
  if (trace !== null) explain(found, trace);
  const said = found.filter((one) => one.draft.frame.force !== 'think').slice(0, statementsMax);
  return handOn(
    said,
    said.map((one) => recordOf(input, one, quotes, speakers)),
    speech.continuing,
  );
}

/** Most statements read of one text: ten times what a day in a parliament fills a page with. */
export const statementsMax = 5_000;

function collect(text: string, clauses: readonly Clause[], lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  let last: Found | null = null;
  for (let at = 0; at < clauses.length && found.length < statementsMax; at++) {
    const clause = withoutDateline(text, clauses[at], lexicon);
    const { tokens } = clause;
    if (isOnlyQuotes(tokens)) {
      const spans = tokens.filter((token) => token.kind === 'quote').map((token): Span => [token.start, token.end]);
      const continues: boolean =
        (last?.quoted ?? false) &&
        last !== null &&
        (last.paragraph === clause.paragraph || continuedInto(last, clause));
      if (continues && last !== null) {
        last.content.push(...spans);
        last.quote = tokens.findLast((token) => token.quote !== null)?.quote ?? null;
        last.paragraph = clause.paragraph;
        continue;
      }
    }
    const cues = findCues(tokens, clause.titled, lexicon);
    const drafts = draftsOf(tokens, cues, lexicon, clause.opens);
    if (drafts.length === 0 && last?.quoted === true && last.paragraph === clause.paragraph && isUtterance(tokens[0])) {
      // "“It is old,” Holt said. “It must go” before the winter": no sentence of quotation alone, and nobody else's.
      last.content.push([tokens[0].start, tokens[0].end]);
      last.quote = tokens[0].quote;
      continue;
    }
    const next = clauses[at + 1];
    if (next !== undefined && tokens[tokens.length - 1].lower === ':' && isOnlyQuotes(next.tokens)) {
      // "Holt continued:", and her words are the next paragraph.
      const draft = announcedBy(tokens, cues, lexicon);
      if (draft !== null) {
        const quoted = next.tokens.filter((token) => token.kind === 'quote');
        last = {
          content: quoted.map((token): Span => [token.start, token.end]),
          cue: spanOf(tokens, draft.cue),
          draft,
          clause,
          quoted: true,
          quote: quoted[quoted.length - 1].quote,
          paragraph: next.paragraph,
        };
        found.push(last);
        at++;
        continue;
      }
    }
    for (const draft of drafts) {
      const one = foundOf(tokens, draft, clause);
      found.push(one);
      if (one.quoted) last = one;
    }
    if (
      !drafts.some((draft) => tokens.some((token, k) => token.kind === 'quote' && inPieces(draft, k))) &&
      drafts.length > 0
    )
      last = null;
  }
  return found;
}

function isUtterance(token: Token): boolean {
  return token.quote !== null && !isQuotedWord(token);
}

/** Who is said to speak by a sentence that ends in a colon: the subject of its last verb of saying. */
function announcedBy(tokens: readonly Token[], cues: readonly Cue[], lexicon: Lexicon): Draft | null {
  const cue = cues.findLast((one) => one.mood === 'finite' && one.subject !== null && !one.possible);
  if (cue === undefined)
    return announced(tokens, tokens.length - 1, [{ from: tokens.length - 1, to: tokens.length }], lexicon);
  return {
    cue: { from: cue.from, to: cue.to },
    frame: cue.frames[0],
    negated: cue.negated,
    speaker: cue.subject,
    pieces: [{ from: tokens.length - 1, to: tokens.length }],
    addressee: null,
    venue: venueIn(tokens, cue.to, tokens.length - 1),
    reach: { from: cue.subject?.from ?? cue.from, to: tokens.length },
    relay: [],
    step: 'colon before the next paragraph',
  };
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

function continuedInto(last: Found, clause: Clause): boolean {
  return clause.paragraph === last.paragraph + 1;
}

function inPieces(draft: Draft, token: number): boolean {
  return draft.pieces.some((piece) => piece.from <= token && token < piece.to);
}

function isOnlyQuotes(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token) => token.kind === 'quote') &&
    tokens.every((token) => token.kind === 'quote' || token.kind === 'mark')
  );
}

function foundOf(tokens: readonly Token[], draft: Draft, clause: Clause): Found {
  const content = draft.pieces.map((piece) => spanOf(tokens, withoutThat(tokens, piece)));
  const quoted = draft.pieces.some((piece) =>
    tokens.slice(piece.from, piece.to).some((token) => token.kind === 'quote'),
  );
  const quote = tokens.findLast((token) => token.quote !== null)?.quote ?? null;
  return { content, cue: spanOf(tokens, draft.cue), draft, clause, quoted, quote, paragraph: clause.paragraph };
}

function withoutThat(tokens: readonly Token[], piece: Run): Run {
  return tokens[piece.from].tags & THAT &&
    piece.to > piece.from + 1 &&
    !(tokens[piece.from].tags & DET && tokens[piece.from].lower !== 'that')
    ? { from: piece.from + 1, to: piece.to }
    : piece;
}

function spanOf(tokens: readonly Token[], run: Run): Span {
  return [tokens[run.from].start, tokens[run.to - 1].end];
}

function recordOf(input: StatementInput, found: Found, quotes: readonly Quote[], speakers: Speakers): Statement {
  const { draft, clause, content } = found;
  const { tokens } = clause;
  const text = input.split.text;
  const speaker =
    draft.speaker === null && input.language?.speech?.dropsSubject === true && draft.frame.lemma !== ''
      ? speakers.dropped()
      : draft.speaker === null
        ? { span: null, name: null, reason: 'unknown: no source is named', role: null, roleSpan: null }
        : speakers.resolve(tokens, draft.speaker.from, draft.speaker.to, clause.start, !isInside(found));
  const part = (run: Run | null) => {
    if (run === null) return null;
    const span = spanOf(tokens, run);
    return { span, text: text.slice(span[0], span[1]) };
  };
  return {
    id: recordId('statement', input.articleId, content[0][0], content[content.length - 1][1], found.cue[0]),
    content,
    cue: found.cue,
    form: formOf(content, quotes),
    verb: draft.frame.lemma === '' ? null : draft.frame.lemma,
    force: draft.frame.force === 'think' ? 'say' : draft.frame.force,
    negated: draft.negated,
    speaker,
    venue: part(draft.venue),
    addressee: part(draft.addressee),
    saidOn: saidOn(input.dates, found),
    relay: draft.relay.map((run) => part(run)!),
  };
}

/** Whether a statement stands inside another of its sentence. */
function isInside(found: Found): boolean {
  return found.draft.relay.length > 0 || found.draft.step === 'noun of saying';
}

/** The day it was said: a date among the cue's own words, or in the opening of its sentence. */
function saidOn(dates: readonly FoundDate[], found: Found): string | null {
  const { clause, draft, content } = found;
  const { tokens } = clause;
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle].start < clause.start) low = middle + 1;
    else high = middle;
  }
  const last = Math.min(tokens.length, draft.reach.to + saidOnTokensMax) - 1;
  for (let at = low; at < dates.length && dates[at].start < clause.end; at++) {
    const date = dates[at];
    if (date.type === 'DURATION' || date.type === 'SET' || date.from === null || date.from !== date.to) continue;
    if (content.some(([start, end]) => start < date.end && date.start < end)) continue;
    // "a person at Monday's meeting says": the day of the meeting.
    const inSpeaker = draft.speaker !== null && tokens[draft.speaker.from].start < date.start;
    if (inSpeaker && draft.speaker !== null && date.end < tokens[draft.speaker.to - 1].start) continue;
    if (date.start >= tokens[draft.reach.from].start && date.end <= tokens[last].end) return date.from;
    if (date.end <= tokens[draft.reach.from].start && isOpening(clause, date.end, draft)) return date.from;
  }
  return null;
}

/** Tokens behind the cue's own words in which its day may stand. */
const saidOnTokensMax = 8;

function isOpening(clause: Clause, end: number, draft: Draft): boolean {
  const { tokens } = clause;
  for (let at = 0; at < draft.reach.from; at++) {
    if (isFiniteVerb(tokens, at)) return false;
  }
  return end <= tokens[draft.reach.from].start;
}
