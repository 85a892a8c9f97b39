import type { Cue } from './cues.ts';
import { type After, has } from './drafts.ts';
import {
  AUX,
  CC,
  DET,
  DOC,
  type Frame,
  GENITIVE,
  NEG,
  OBJ,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  ROLE,
  SUB,
  SUBJ,
  THAT,
  TIME,
  TITLE,
  VENUE,
  VERB,
  VING,
  VPART,
  WH,
} from './lexicon.ts';
import { endsOutletName, isAdverb, isFiniteVerb, isQuotedWord, type Run } from './phrases.ts';
import { ABOUT, BY, does, FOR, FROM, OF, TO, TODAY, TOPIC, WHETHER, WHILE } from './small-words.ts';
import type { Token } from './tokens.ts';
import { venueIn } from './venue.ts';

/** "said Miller, the spokesperson": the subject behind the verb. */
export function invertedSubject(tokens: readonly Token[], at: number, n: number, utterance: boolean): Run | null {
  const first = tokens[at];
  if (first === undefined || at >= n || first.kind !== 'word' || (first.tags & TIME && !(first.tags & (DET | SUBJ))))
    return null;
  if (first.tags & SUBJ && !(first.tags & DET)) return first.tags & (REL | THAT | WH) ? null : { from: at, to: at + 1 };
  if (!first.capital && !(first.tags & (DET | POSS | ROLE | TITLE)) && !(utterance && leadsToName(tokens, at, n)))
    return null;
  if (first.tags & (PREP | WH | THAT | SUB) && !first.capital) return null;
  let named = !(first.tags & POSS) || first.capital;
  let to = at;
  while (to < n && to - at < 14) {
    const token = tokens[to];
    if (token.kind === 'mark') {
      if (token.lower === '.' || token.lower === '-' || token.lower === '&' || token.lower === '@') {
        to++;
        continue;
      }
      break;
    }
    if (token.kind === 'quote') break;
    if (token.tags & TIME && token.capital) break;
    if (token.tags & PREP && !token.capital && !(token.tags & GENITIVE)) break;
    if (token.tags & (REL | SUB | WH | THAT) && to > at) break;
    if (token.tags & CC && !(tokens[to + 1]?.capital ?? false)) break;
    if (token.tags & AUX && token.kind !== 'clitic') return null;
    // "says a source involved in the plan": a participle, no verb of its own.
    if (to > at && token.tags & VPART && !token.capital && (tokens[to + 1]?.tags ?? 0) & PREP) break;
    if (to > at && token.tags & VERB && !token.capital && isFiniteVerb(tokens, to)) return null;
    if (to > at && token.tags & SUBJ && !(token.tags & DET)) return null;
    if (isAdverb(token) && to > at) break;
    named ||= token.capital || (token.tags & ROLE) !== 0;
    to++;
  }
  // "said their speeches, full of promises, …" is what they said.
  return to > at && (named || utterance) ? { from: at, to } : null;
}

/** "retired general Ana Holt", "longtime aide Tim Wold": ordinary words up to a name or role, with no verb between. */
function leadsToName(tokens: readonly Token[], at: number, n: number): boolean {
  for (let k = at; k < n && k - at < wordsBeforeNameMax; k++) {
    const { kind, tags, capital } = tokens[k];
    if (kind === 'mark' && tokens[k].lower === '-') continue;
    if (kind !== 'word' && kind !== 'number') return false;
    if (k > at && (capital || tags & ROLE)) return true;
    if (tags & (PREP | WH | THAT | SUB | CC | SUBJ | OBJ | TIME | NEG | AUX | VING) || isAdverb(tokens[k]))
      return false;
  }
  return false;
}

/** Words that may stand before the name of who is introduced behind the verb. */
const wordsBeforeNameMax = 5;

/** Tokens an aside between two commas or dashes may have. */
const asideTokensMax = 12;

/** Words looked through between a verb and what is said. */
const afterMax = 40;

/** Reads over whom it was told, when, and where it was said, up to what was said. */
export function readAfter(tokens: readonly Token[], cue: Cue, frame: Frame, n: number, from = cue.to): After {
  let at = from;
  let addressee: Run | null = null;
  let venue: Run | null = null;
  const done = (kind: After['kind'], where = at): After => ({ at: where, kind, addressee, venue });
  const passive = cue.mood === 'passive';
  if (has(frame, 'd') && !passive && at < n) {
    const run = objectAfter(tokens, at, n, has(frame, 'f') || frame.force === 'ask');
    if (run !== null) {
      addressee = run;
      at = run.to;
      // "asked the state for help", "asked Holt about the dam"
      if (frame.force === 'ask' && at + 1 < n && does(tokens[at], FOR | ABOUT)) return done('topic', at + 1);
    }
  } else if (at < n && does(tokens[at], TO) && has(frame, 'cq')) {
    const run = isInfinitive(tokens, at + 1, frame) ? null : objectAfter(tokens, at + 1, n);
    if (run !== null) {
      addressee = run;
      at = run.to;
    }
  }
  const topic = tokens[at];
  if (addressee !== null && at < n && has(frame, 'f') && does(topic, TOPIC)) {
    const close = nextComma(tokens, at + 1, n);
    // "told Ana Holt of Lakeside News, “…”": where she works.
    if (close === -1 || tokens[close + 1]?.kind !== 'quote' || close - at > topicTokensMax)
      return done('topic', at + 1);
    addressee = { from: addressee.from, to: close };
    at = close;
  }
  for (let guard = 0; guard < afterMax && at < n; guard++) {
    const token = tokens[at];
    if (token.kind === 'quote') return done('quote');
    if (token.tags & THAT) return done('clause', at);
    if (token.kind === 'mark') {
      if (token.lower === ':') return tokens[at + 1]?.kind === 'quote' ? done('quote', at + 1) : done('colon', at + 1);
      if (token.lower === ',') {
        if (tokens[at + 1]?.kind === 'quote') return done('quote', at + 1);
        if (has(frame, 'k')) {
          const next = tokens[at + 1];
          if (
            next !== undefined &&
            at + 1 < n &&
            next.kind === 'word' &&
            !(next.tags & REL && !(next.tags & (THAT | DET)))
          ) {
            if (next.tags & THAT) return done('clause', at + 1);
            if (next.tags & WH) return done('question', at + 1);
            if (has(frame, 'c')) return done('bare', at + 1);
          }
          return done('comma');
        }
        // "said in a statement, adding" and "said, in a statement, that": only the latter goes on.
        const close = nextComma(tokens, at + 1, n);
        if (close !== -1 && close - at < asideTokensMax && (tokens[close + 1]?.tags ?? 0) & THAT) {
          venue ??= venueIn(tokens, at + 1, close, close);
          at = close + 1;
          continue;
        }
        if (
          close !== -1 &&
          close - at < asideTokensMax &&
          tokens[close + 1]?.kind === 'quote' &&
          from === at &&
          !holdsAnother(tokens, at + 1, close)
        )
          return done('quote', close + 1);
        const colon = colonBefore(tokens, at + 1, n);
        return colon === -1 ? done('comma') : done('quote', colon + 1);
      }
      if (token.lower === '(') {
        const close = closeBracket(tokens, at, n);
        if (close === -1) return done('none', n);
        at = close + 1;
        continue;
      }
      if (token.lower === '-' || token.lower === '—' || token.lower === '–') {
        // "said - on the radio, of all places - that …"
        const close = nextMark(tokens, at + 1, n, token.lower);
        if (close !== -1 && close - at < asideTokensMax && (tokens[close + 1]?.tags ?? 0) & THAT) {
          venue ??= venueIn(tokens, at + 1, close, close);
          at = close + 1;
          continue;
        }
        return tokens[at + 1]?.kind === 'quote' ? done('quote', at + 1) : done('comma');
      }
      // "calls for $2 billion", "thanked @holt"
      return /^[$€£#@]$/.test(token.lower) ? done('bare') : done('none', n);
    }
    if (token.tags & WH && (has(frame, 'cb') || frame.force === 'ask') && !(token.tags & PREP)) {
      if (does(token, WHILE) && !has(frame, 'b') && !cue.negated && frame.force !== 'ask') return done('none', n);
      return done('question', at);
    }
    if (token.tags & TIME && !isNounOf(tokens, at)) {
      at++;
      continue;
    }
    if (
      isAdverb(token) &&
      !(token.tags & DET) &&
      (at === from || tokens[at + 1]?.lower === ',' || tokens[at + 1]?.kind === 'quote')
    ) {
      at++;
      continue;
    }
    if (
      token.tags & PREP &&
      at + 1 < n &&
      tokens[at + 1].tags & THAT &&
      !(tokens[at + 1].tags & DET) &&
      has(frame, 'cb')
    )
      return done('clause', at + 1);
    // "said as she left", "wrote before the talks began": when it was said.
    if (token.tags & SUB && token.tags & PREP && isClauseOfTime(tokens, at + 1, n)) {
      const close = nextComma(tokens, at + 1, n);
      return close !== -1 && tokens[close + 1]?.kind === 'quote' ? done('quote', close + 1) : done('none', n);
    }
    if (token.tags & PREP && !does(token, TO)) {
      const end = prepositionalEnd(tokens, at, n);
      const stops =
        end >= n ||
        tokens[end].kind !== 'word' ||
        (tokens[end].tags & (THAT | PREP | TIME | CC | SUB | REL)) !== 0 ||
        (tokens[end].tags & SUBJ) !== 0 ||
        isAdverb(tokens[end]) ||
        end > at + 1;
      if (!stops) return done('bare');
      if (!has(frame, 'p') && !has(frame, 'c')) return done('bare');
      if (!(passive && does(token, BY))) venue ??= venueIn(tokens, at, end, n);
      at = venue !== null && venue.from > at ? Math.max(end, venue.to) : end;
      continue;
    }
    if (token.tags & (SUB | CC) && !(token.tags & (DET | SUBJ | PREP))) {
      if (does(token, WHETHER)) return done('question', at);
      return done('none', n);
    }
    return done('bare');
  }
  return done('none', n);
}

/** "pledged to act": a verb behind "to", where no list need know it for one, and nobody who was told. */
function isInfinitive(tokens: readonly Token[], at: number, frame: Frame): boolean {
  const first = tokens[at];
  if (first === undefined || first.capital) return false;
  if (first.tags & (VERB | AUX)) return true;
  return has(frame, 't') && !(first.tags & (DET | POSS | OBJ | ROLE)) && !(first.endings & PLURAL_END);
}

/** Whether one noun phrase and its verb stand at `at`: behind "as" or "after" a clause, and no phrase before what is said. */
function isClauseOfTime(tokens: readonly Token[], at: number, n: number): boolean {
  for (let k = at; k < n && k - at < clauseSubjectTokensMax; k++) {
    const { kind, tags, lower } = tokens[k];
    if (kind === 'mark' && lower !== '.' && lower !== '-') return false;
    if (k > at && kind !== 'clitic' && (tags & AUX || isFiniteVerb(tokens, k))) return true;
    if (k > at && tags & (DET | POSS | SUBJ | PREP | THAT)) return false;
  }
  return false;
}

/** Words the subject of a clause of time may have. */
const clauseSubjectTokensMax = 6;

function isNounOf(tokens: readonly Token[], at: number): boolean {
  return does(tokens[at + 1], OF);
}

/** The noun phrase from `at`: whom something is told. */
function objectAfter(tokens: readonly Token[], at: number, n: number, topic = false): Run | null {
  const first = tokens[at];
  if (first === undefined || at >= n || first.kind !== 'word') return null;
  if (first.tags & NEG) return null;
  if (
    first.tags & OBJ &&
    !(first.tags & POSS && at + 1 < n && tokens[at + 1].kind === 'word' && tokens[at + 1].tags === 0)
  )
    return { from: at, to: at + 1 };
  if (first.tags & (THAT | WH) || (first.tags & SUBJ && !(first.tags & DET))) return null;
  if (first.tags & PREP && !first.capital) return null;
  let to = at;
  while (to < n && to - at < 16) {
    const token = tokens[to];
    if (token.kind === 'quote') {
      if (
        to > at &&
        token.end - token.start < 40 &&
        tokens[to - 1].kind !== 'mark' &&
        tokens[to + 1]?.kind !== 'mark' &&
        to + 1 < n &&
        !tokens[at].capital
      ) {
        to++;
        continue;
      }
      break;
    }
    if (token.kind === 'mark') {
      if (token.lower === '.' || token.lower === '-' || token.lower === '&') {
        to++;
        continue;
      }
      break;
    }
    if (to > at) {
      if (token.tags & (THAT | WH | SUB) && !(token.tags & PREP)) break;
      if (token.tags & SUBJ && !(token.tags & DET && token.tags & POSS)) break;
      if (token.tags & (DET | POSS) && !(tokens[to - 1].tags & (PREP | CC | DET))) break;
      if (
        token.tags & PREP &&
        !token.capital &&
        (!(token.tags & GENITIVE) || (topic && !hasTopicBehind(tokens, to, n)) || does(token, FROM | FOR))
      )
        break;
      const isTime = token.tags & TIME && !endsOutletName(tokens, to);
      if (isTime && (token.capital || does(token, TODAY)) && !tokens[to + 1]?.capital) break;
      if (token.tags & AUX && token.kind === 'word') break;
      if (isAdverb(token)) break;
      if (does(token, TO)) break;
      if (token.tags & NEG) break;
      // "told AFP Trump would": two names side by side part where a verb follows.
      if (
        token.capital &&
        isFollowedByVerb(tokens, to, n) &&
        tokens[to - 1].capital &&
        !(tokens[to - 1].tags & (DET | PREP))
      )
        break;
    }
    to++;
  }
  return to > at ? { from: at, to } : null;
}

function isFollowedByVerb(tokens: readonly Token[], at: number, n: number): boolean {
  const next = at + 1 < n ? tokens[at + 1] : undefined;
  return next !== undefined && next.kind === 'word' && (next.tags & AUX) !== 0;
}

/** ", adding later, “…”": an aside with a verb of saying of its own, whose words the quotation is. */
function holdsAnother(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at].entry?.frames != null && tokens[at].tags & VING) return true;
  return false;
}

/** The first comma at an index or behind it; -1 for none. */
export function nextComma(tokens: readonly Token[], from: number, n: number): number {
  return nextMark(tokens, from, n, ',');
}

function nextMark(tokens: readonly Token[], from: number, n: number, mark: string): number {
  for (let at = from; at < n; at++) if (tokens[at].kind === 'mark' && tokens[at].lower === mark) return at;
  return -1;
}

/** "asked, with a smile: “…”": the colon before a quotation, with no verb on the way to it; -1 when there is none. */
function colonBefore(tokens: readonly Token[], from: number, n: number): number {
  for (let at = from; at < n && at - from < colonTokensMax; at++) {
    if (tokens[at].lower === ':') return tokens[at + 1]?.kind === 'quote' ? at : -1;
    if (tokens[at].kind === 'quote' || isFiniteVerb(tokens, at)) return -1;
  }
  return -1;
}

/** Tokens an aside may have between a verb and its colon. */
const colonTokensMax = 10;

/** The bracket that closes the one at `open`; -1 when none is near. */
export function closeBracket(tokens: readonly Token[], open: number, n: number): number {
  for (let at = open + 1; at < n && at - open < 30; at++) if (tokens[at].lower === ')') return at;
  return -1;
}

/** End of the prepositional phrase that begins at `at`: before a subject, a verb, "that", a mark or another preposition. */
export function prepositionalEnd(tokens: readonly Token[], at: number, n: number): number {
  let to = at + 1;
  while (to < n) {
    const token = tokens[to];
    if (token.kind === 'quote') {
      if (isQuotedWord(token) && to > at + 1) {
        to++;
        continue;
      }
      return to;
    }
    if (token.kind === 'mark' && !/^[.&'’-]$/.test(token.lower)) return to;
    if (token.tags & THAT && to > at + 1) return to;
    if (token.tags & THAT && isFiniteVerb(tokens, to + 1)) return to;
    if (token.tags & (WH | SUB) && !(token.tags & PREP) && to > at + 1) return to;
    if (token.tags & SUBJ && !(token.tags & (DET | POSS | REL))) return to;
    if (to > at + 1) {
      if (token.tags & PREP && !token.capital) return to;
      if (token.tags & (DET | POSS) && !(tokens[to - 1].tags & (DET | CC | PREP))) return to;
      if (token.tags & AUX && token.kind !== 'clitic') return subjectStart(tokens, at + 1, to);
      // "in a letter delivered Tuesday": a participle behind what it is of, and no verb.
      if (isReducedDocument(tokens, to)) return to;
      if (isFiniteVerb(tokens, to) && !token.capital) return subjectStart(tokens, at + 1, to);
      if (token.tags & VING && token.entry?.frames != null) return to;
    }
    to++;
  }
  return n;
}

/** "a letter delivered", "an interview first posted": a document with its participle, up to which its phrase reaches. */
function isReducedDocument(tokens: readonly Token[], at: number): boolean {
  const { tags, capital } = tokens[at];
  if (!(tags & VPART) || capital) return false;
  let noun = at - 1;
  if (isAdverb(tokens[noun])) noun--;
  return noun > 0 && (tokens[noun].tags & (VENUE | DOC)) !== 0 && (tokens[noun - 1].tags & DET) !== 0;
}

/** Where the subject of the verb at `verb` begins, not before `from`. */
function subjectStart(tokens: readonly Token[], from: number, verb: number): number {
  let at = verb;
  while (at > from && isAdverb(tokens[at - 1])) at--;
  while (at > from + 1 && tokens[at - 1].kind !== 'mark' && !(tokens[at - 1].tags & TIME)) {
    at--;
    if (tokens[at].tags & (DET | POSS)) break;
    if (tokens[at].capital && !tokens[at - 1].capital) break;
  }
  return at;
}

/** "the port of Hallen of a plan": the first "of" belongs to who is told. */
function hasTopicBehind(tokens: readonly Token[], at: number, n: number): boolean {
  for (let k = at + 1; k < n && k - at < topicTokensMax; k++) {
    if (tokens[k].kind === 'mark') return false;
    if (does(tokens[k], OF | ABOUT)) return k - at < topicTokensMax - 1 && tokens[k - 1].capital;
  }
  return false;
}

const topicTokensMax = 5;
