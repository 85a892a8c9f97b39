import {
  type Cue,
  isAdverb,
  isFiniteVerb,
  isNounLike,
  isQuotedWord,
  nounPhraseBack,
  type Run,
  subjectOf,
} from './cues.ts';
import {
  AUX,
  CC,
  DET,
  DOC,
  type Frame,
  type Lexicon,
  LINK,
  NEG,
  NOUN_CUE,
  OBJ,
  POSS,
  PREP,
  REL,
  REPORTEDLY,
  ROLE,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VENUE,
  VERB,
  VING,
  VPART,
  VPAST,
  VS,
  WH,
} from './lexicon.ts';
import { isMedia, quotedAs, tieRelays } from './relay.ts';
import type { Token } from './tokens.ts';

/** A statement as runs of tokens of one sentence; `read/statements.ts` makes records of them. */
export interface Draft {
  readonly cue: Run;
  readonly frame: Frame;
  readonly negated: boolean;
  speaker: Run | null;
  /** Content, in order. */
  pieces: Run[];
  addressee: Run | null;
  venue: Run | null;
  /** Where in the sentence the cue's own words lie: from its subject to what stands between verb and content. */
  readonly reach: Run;
  readonly relay: Run[];
  readonly step: string;
}

/** What stands between a verb of saying and what is said. */
interface After {
  /** First token of the content; the end of the sentence when there is none on this side. */
  readonly at: number;
  readonly kind: 'clause' | 'question' | 'quote' | 'colon' | 'bare' | 'comma' | 'none';
  readonly addressee: Run | null;
  readonly venue: Run | null;
}

/** The statements of one sentence. */
export function draftsOf(tokens: readonly Token[], cues: readonly Cue[], lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = [];
  const n = sentenceEnd(tokens);
  const plans = cues.map((cue) => planOf(tokens, cue, n));
  const sources = accordingTo(tokens, lexicon, n);
  const breaks = breaksOf(tokens, plans, sources);
  const opener = openerEnd(tokens, n);
  if (opener !== -1) breaks.push({ at: opener, resume: tokens.length });
  breaks.sort((a, b) => a.at - b.at);
  for (let k = 0; k < plans.length; k++) {
    const draft = draftOf(tokens, plans[k], breaks, n);
    if (draft !== null) drafts.push(draft);
  }
  for (const source of sources) {
    const draft = sourceDraft(tokens, source, breaks, n);
    if (draft !== null) drafts.push(draft);
  }
  nounDrafts(tokens, lexicon, breaks, n, drafts);
  citing(tokens, drafts);
  if (drafts.length === 0) signature(tokens, n, drafts);
  dropNested(tokens, drafts);
  if (drafts.length === 0) reportedly(tokens, n, drafts);
  const tied = tieRelays(tokens, drafts);
  for (const draft of tied) fillVenue(tokens, draft);
  return tied;
}

interface Plan {
  readonly cue: Cue;
  readonly after: After;
  /** Subject, also when it stands behind the verb ("said Miller"). */
  readonly subject: Run | null;
  readonly inverted: boolean;
  /** Between commas or behind one: what is said stands before it. */
  readonly parenthetical: boolean;
  /** What stands before the cue is a whole quotation. */
  readonly utterance: boolean;
  readonly frame: Frame;
  /** First token of the cue's own clause. */
  readonly from: number;
}

function has(frame: Frame, letters: string): boolean {
  for (const letter of letters) if (frame.frames.includes(letter)) return true;
  return false;
}

function sentenceEnd(tokens: readonly Token[]): number {
  let n = tokens.length;
  while (n > 0 && tokens[n - 1].kind === 'mark' && /^[.!?…;。！？]$/.test(tokens[n - 1].lower)) n--;
  return n;
}

function planOf(tokens: readonly Token[], cue: Cue, n: number): Plan {
  let frame = cue.frames[0];
  let after = readAfter(tokens, cue, frame, n);
  if (cue.frames.length > 1) {
    // The frame that fits what follows.
    const wanted =
      after.kind === 'none' || after.kind === 'comma'
        ? 'q'
        : after.kind === 'bare'
          ? tokens[after.at]?.lower === 'to'
            ? 'tx'
            : 'cox'
          : 'cbq';
    const better = cue.frames.find((candidate) => has(candidate, wanted));
    if (better !== undefined && better !== frame) {
      frame = better;
      after = readAfter(tokens, cue, frame, n);
    }
  }
  let subject = cue.subject;
  let inverted = false;
  const leftMark = tokens[cue.from - 1];
  let back = cue.from - 1;
  while (back >= 0 && isAdverb(tokens[back])) back--;
  const behindQuote =
    back >= 0 && (tokens[back].kind === 'quote' || (tokens[back].lower === ',' && back > 0 && !cue.near));
  if (behindQuote && cue.mood === 'finite' && has(frame, 'cbq') && (cue.subject === null || cue.shared || !cue.near)) {
    const right = invertedSubject(tokens, cue.to, n);
    if (right !== null) {
      const quoteBefore = tokens[back].kind === 'quote' || tokens[back - 1]?.kind === 'quote';
      const rest = tokens[right.to];
      const closes =
        rest === undefined ||
        right.to >= n ||
        rest.kind === 'mark' ||
        rest.kind === 'quote' ||
        (rest.tags & (PREP | TIME | REL | CC | VING)) !== 0 ||
        isAdverb(rest);
      if ((quoteBefore || cue.subject === null) && closes) {
        subject = right;
        inverted = true;
        after = readAfter(tokens, cue, frame, n, right.to);
      }
    }
  }
  void leftMark;
  const from = inverted ? cue.from : subject !== null && !cue.shared ? Math.min(subject.from, cue.from) : cue.from;
  const none = after.kind === 'none' || after.kind === 'comma';
  const before = tokens[from - 1];
  const left =
    from > 0 &&
    before !== undefined &&
    (before.kind === 'quote' ||
      before.lower === ',' ||
      before.lower === '—' ||
      before.lower === '–' ||
      before.lower === '-');
  const quoteAt = !left ? -1 : before.kind === 'quote' ? from - 1 : tokens[from - 2]?.kind === 'quote' ? from - 2 : -1;
  const quoteLeft = quoteAt !== -1;
  // A whole utterance before the cue is what was said, whatever follows: '"Why?" she asked as she left.'
  const utterance =
    quoteLeft &&
    tokens[quoteAt].quote?.stops === true &&
    (quoteAt === 0 || tokens[quoteAt - 1].kind === 'mark') &&
    after.kind !== 'clause';
  const parenthetical =
    left &&
    cue.mood === 'finite' &&
    has(frame, 'cbqd') &&
    (none || utterance || (quoteLeft && after.kind === 'quote') || inverted) &&
    (!cue.shared || inverted);
  return { cue, after, subject, inverted, parenthetical, utterance, frame, from };
}

/** "said Miller, the spokesperson": the subject behind the verb. */
function invertedSubject(tokens: readonly Token[], at: number, n: number): Run | null {
  const first = tokens[at];
  if (first === undefined || at >= n || first.kind !== 'word') return null;
  if (first.tags & SUBJ && !(first.tags & DET))
    return /^(i|he|she|they|we|it|you)$/.test(first.lower) ? { from: at, to: at + 1 } : null;
  if (!first.capital && !(first.tags & (DET | POSS | ROLE))) return null;
  if (first.tags & (PREP | WH | THAT | SUB) && !first.capital) return null;
  let to = at;
  let names = false;
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
    if (token.tags & PREP && !token.capital && token.lower !== 'of' && token.lower !== 'for' && token.lower !== 'from')
      break;
    if (token.tags & PREP && !token.capital && names && token.lower !== 'of' && token.lower !== 'for') break;
    if (token.tags & (REL | SUB | WH | THAT) && to > at) break;
    if (token.tags & CC && !(tokens[to + 1]?.capital ?? false)) break;
    if (token.tags & AUX) return null;
    if (to > at && token.tags & VERB && !token.capital && isFiniteVerb(tokens, to)) return null;
    if (to > at && token.tags & SUBJ && !(token.tags & DET)) return null;
    if (isAdverb(token) && to > at) break;
    names ||= token.capital;
    to++;
  }
  return to > at ? { from: at, to } : null;
}

/** Words looked through between a verb and what is said. */
const afterMax = 40;

/** Reads over whom it was told, when, and where it was said, up to what was said. */
function readAfter(tokens: readonly Token[], cue: Cue, frame: Frame, n: number, from = cue.to): After {
  let at = from;
  let addressee: Run | null = null;
  let venue: Run | null = null;
  const done = (kind: After['kind'], where = at): After => ({ at: where, kind, addressee, venue });
  const passive = cue.mood === 'passive';
  if (has(frame, 'd') && !passive && at < n) {
    const run = objectAfter(tokens, at, n);
    if (run !== null) {
      addressee = run;
      at = run.to;
    }
  } else if (at < n && tokens[at].lower === 'to' && has(frame, 'cq')) {
    const run = objectAfter(tokens, at + 1, n);
    if (run !== null && !(tokens[at + 1].tags & VERB && !tokens[at + 1].capital)) {
      addressee = run;
      at = run.to;
    }
  }
  for (let guard = 0; guard < afterMax && at < n; guard++) {
    const token = tokens[at];
    if (token.kind === 'quote') return done('quote');
    if (
      token.tags & THAT &&
      !(isNounLike(tokens[at + 1] ?? token) && token.lower === 'that' && isVerbAfterThat(tokens, at, n))
    )
      return done('clause', at);
    if (token.kind === 'mark') {
      if (token.lower === ':') return tokens[at + 1]?.kind === 'quote' ? done('quote', at + 1) : done('colon', at + 1);
      if (token.lower === ',') {
        if (tokens[at + 1]?.kind === 'quote') return done('quote', at + 1);
        // "said in a statement, adding" and "said, in a statement, that": only the latter goes on.
        const close = nextComma(tokens, at + 1, n);
        if (close !== -1 && close - at < 12 && (tokens[close + 1]?.tags ?? 0) & THAT) {
          venue ??= venueIn(tokens, at + 1, close);
          at = close + 1;
          continue;
        }
        if (close !== -1 && close - at < 12 && tokens[close + 1]?.kind === 'quote' && from === at)
          return done('quote', close + 1);
        return done('comma');
      }
      if (token.lower === '(') {
        const close = closeBracket(tokens, at, n);
        if (close === -1) return done('none', n);
        at = close + 1;
        continue;
      }
      if (token.lower === '-' || token.lower === '—' || token.lower === '–')
        return tokens[at + 1]?.kind === 'quote' ? done('quote', at + 1) : done('comma');
      return done('none', n);
    }
    if (token.tags & WH && (has(frame, 'cb') || frame.force === 'ask') && !(token.tags & PREP)) {
      if (
        (token.lower === 'when' || token.lower === 'where' || token.lower === 'while') &&
        !has(frame, 'b') &&
        frame.force !== 'ask'
      )
        return done('none', n);
      return done('question', at);
    }
    if (token.tags & TIME && !isNounOf(tokens, at)) {
      at++;
      continue;
    }
    if (isAdverb(token) && at === from) {
      at++;
      continue;
    }
    if (token.tags & PREP && token.lower !== 'to') {
      const end = prepositionalEnd(tokens, at, n);
      const stops =
        end >= n ||
        tokens[end].kind !== 'word' ||
        (tokens[end].tags & (THAT | PREP | TIME | CC | SUB | REL)) !== 0 ||
        (tokens[end].tags & SUBJ) !== 0 ||
        isAdverb(tokens[end]) ||
        end > at + 1;
      if (!stops) return done('bare');
      const clauseLike =
        frame.lemma !== 'say' && frame.lemma !== 'tell' && frame.lemma !== 'write' && frame.lemma !== 'add';
      if (clauseLike && !has(frame, 'c')) return done('bare');
      venue ??= venueIn(tokens, at, end);
      at = end;
      continue;
    }
    if (token.tags & (SUB | CC) && !(token.tags & (DET | SUBJ | PREP))) {
      if (token.lower === 'if' || token.lower === 'whether') return done('question', at);
      return done('none', n);
    }
    return done('bare');
  }
  return done('none', n);
}

function isVerbAfterThat(_tokens: readonly Token[], _at: number, _n: number): boolean {
  return false;
}

function isNounOf(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && next.lower === 'of';
}

/** The noun phrase from `at`: whom something is told. */
function objectAfter(tokens: readonly Token[], at: number, n: number): Run | null {
  const first = tokens[at];
  if (first === undefined || at >= n || first.kind !== 'word') return null;
  if (first.tags & OBJ) return { from: at, to: at + 1 };
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
      if (token.tags & PREP && !token.capital && token.lower !== 'of') break;
      if (
        token.tags & TIME &&
        (token.capital || token.lower === 'today' || token.lower === 'yesterday') &&
        !tokens[to + 1]?.capital
      )
        break;
      if (token.tags & AUX) break;
      if (isAdverb(token)) break;
      if (token.lower === 'to') break;
      if (token.tags & NEG) break;
      // "told AFP Trump would": two names side by side part where a verb follows.
      if (
        token.capital &&
        isFollowedByVerb(tokens, to, n) &&
        !tokens[to - 1].capital === false &&
        to - at >= 1 &&
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

function nextComma(tokens: readonly Token[], from: number, n: number): number {
  for (let at = from; at < n; at++) if (tokens[at].kind === 'mark' && tokens[at].lower === ',') return at;
  return -1;
}

function closeBracket(tokens: readonly Token[], open: number, n: number): number {
  for (let at = open + 1; at < n && at - open < 30; at++) if (tokens[at].lower === ')') return at;
  return -1;
}

/** End of the prepositional phrase that begins at `at`: before a subject, a verb, "that", a mark or another preposition. */
function prepositionalEnd(tokens: readonly Token[], at: number, n: number): number {
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
    if (token.kind === 'mark' && token.lower !== '.' && token.lower !== '-' && token.lower !== '&') return to;
    if (token.tags & THAT && to > at + 1) return to;
    if (token.tags & THAT && isFiniteVerb(tokens, to + 1)) return to;
    if (token.tags & (WH | SUB) && !(token.tags & PREP) && to > at + 1) return to;
    if (token.tags & SUBJ && !(token.tags & (DET | POSS | REL))) return to;
    if (to > at + 1) {
      if (token.tags & PREP && !token.capital) return to;
      if (token.tags & (DET | POSS) && !(tokens[to - 1].tags & (DET | CC | PREP))) return to;
      if (token.tags & AUX && token.kind !== 'clitic') return subjectStart(tokens, at + 1, to);
      if (isFiniteVerb(tokens, to) && !token.capital) return subjectStart(tokens, at + 1, to);
      if (token.tags & VING && token.entry?.frames != null) return to;
    }
    to++;
  }
  return n;
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

/** The venue named in a stretch: from the article to the end of a phrase whose head is an occasion or medium. */
function venueIn(tokens: readonly Token[], from: number, to: number): Run | null {
  for (let at = from; at < to; at++) {
    const link = tokens[at];
    if (!(link.tags & LINK) && at !== from) continue;
    for (let k = at; k < to && k - at < 12; k++) {
      const token = tokens[k];
      if (k > at && token.tags & PREP && !token.capital) break;
      if (!(token.tags & VENUE) || token.kind !== 'word') continue;
      let start = at + (link.tags & PREP && !link.capital ? 1 : 0);
      if (start > k) start = k;
      return { from: start, to: venueEnd(tokens, k + 1, to) };
    }
  }
  return null;
}

/** "an interview with The Telegraph", "a statement issued after the talks". */
function venueEnd(tokens: readonly Token[], at: number, to: number): number {
  let end = at;
  while (end < to && (tokens[end].tags & VENUE || (tokens[end].capital && !(tokens[end].tags & TIME)))) end++;
  const link = tokens[end];
  if (
    link !== undefined &&
    end < to &&
    (link.lower === 'with' || link.lower === 'of' || link.lower === 'by' || link.lower === 'to')
  ) {
    let k = end + 1;
    while (
      k < to &&
      tokens[k].kind !== 'mark' &&
      tokens[k].kind !== 'quote' &&
      !(tokens[k].tags & PREP && !tokens[k].capital) &&
      !(tokens[k].tags & TIME)
    )
      k++;
    if (k > end + 1) end = k;
  }
  return end;
}

interface Source {
  readonly from: number;
  readonly to: number;
  readonly speaker: Run;
  readonly relay: Run | null;
}

/** "according to X" wherever it stands. */
function accordingTo(tokens: readonly Token[], lexicon: Lexicon, n: number): Source[] {
  const sources: Source[] = [];
  for (let at = 0; at < n; at++) {
    for (const phrase of lexicon.accordingTo) {
      if (tokens[at].lower !== phrase[0] || !phrase.every((word, k) => tokens[at + k]?.lower === word)) continue;
      if (
        phrase.length === 1 &&
        (at === 0 ||
          !(tokens[at - 1].kind === 'mark' || tokens[at - 1].kind === 'quote') ||
          !(tokens[at + 1]?.capital || (tokens[at + 1]?.tags ?? 0) & DET))
      )
        continue;
      const from = at + phrase.length;
      const to = sourceEnd(tokens, from, n, at === 0);
      if (to > from) sources.push({ from: at, to, speaker: { from, to: headEnd(tokens, from, to) }, relay: null });
    }
  }
  return sources;
}

/** Where the words naming a source end: at the comma behind them, over appositions when the sentence began with them. */
function sourceEnd(tokens: readonly Token[], from: number, n: number, _opens: boolean): number {
  let to = from;
  while (to < n) {
    const token = tokens[to];
    if (token.kind === 'quote') {
      if (to > from && isQuotedWord(token)) {
        to++;
        continue;
      }
      break;
    }
    if (token.kind === 'mark') {
      if (
        token.lower === '.' ||
        token.lower === '-' ||
        token.lower === '&' ||
        token.lower === '/' ||
        token.lower === "'" ||
        token.lower === '’'
      ) {
        to++;
        continue;
      }
      if (token.lower === '(') {
        const close = closeBracket(tokens, to, n);
        if (close !== -1) {
          to = close + 1;
          continue;
        }
      }
      break;
    }
    if (to > from && token.tags & CC && token.lower === 'but') break;
    if (to > from && token.tags & CC && hasVerbBetween(tokens, to + 1, Math.min(n, to + 8)) && !tokens[to + 1]?.capital)
      break;
    to++;
  }
  return to;
}

function hasVerbBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteVerb(tokens, at)) return true;
  return false;
}

function headEnd(_tokens: readonly Token[], _from: number, to: number): number {
  return to;
}

/** The comma at which an opening clause or phrase ends and the main clause begins: "Asked about it, she said". */
function openerEnd(tokens: readonly Token[], n: number): number {
  const first = tokens[0];
  if (first === undefined || first.kind !== 'word') return -1;
  const opens = (first.tags & (SUB | WH | VING | VPART | PREP)) !== 0 && !(first.tags & DET);
  if (!opens) return -1;
  for (let at = 1; at < n; at++) {
    if (tokens[at].kind !== 'mark' || tokens[at].lower !== ',') continue;
    let k = at + 1;
    while (k < n && isAdverb(tokens[k])) k++;
    const next = tokens[k];
    if (next === undefined || next.kind !== 'word') continue;
    if (next.tags & (CC | REL | SUB | VING) && !(next.tags & (DET | SUBJ))) continue;
    if (next.tags & PREP && !next.capital) continue;
    if (next.tags & REL && next.tags & SUBJ && !(next.tags & DET)) continue;
    for (let v = k + 1; v < n && v - k < 14; v++) {
      if (tokens[v].kind === 'mark' && tokens[v].lower !== '.' && tokens[v].lower !== '-') break;
      if (isFiniteVerb(tokens, v) || (tokens[v].entry?.frames != null && tokens[v].tags & VPAST)) return at;
    }
  }
  return -1;
}

interface Break {
  readonly at: number;
  /** Where the content may go on; the sentence's end when it does not. */
  readonly resume: number;
}

/** Places where the clause of another source begins, so that content of an earlier one ends. */
function breaksOf(tokens: readonly Token[], plans: readonly Plan[], sources: readonly Source[]): Break[] {
  const breaks: Break[] = [];
  for (const plan of plans) {
    const { cue } = plan;
    if (plan.parenthetical) {
      const end =
        plan.after.kind === 'comma' ? plan.after.at : plan.after.kind === 'quote' ? plan.after.at : tokens.length;
      let at = plan.from;
      while (at > 0 && tokens[at - 1].kind === 'mark' && tokens[at - 1].lower !== ')') at--;
      breaks.push({ at, resume: Math.min(tokens.length, plan.after.kind === 'comma' ? end + 1 : end) });
      continue;
    }
    const before = tokens[cue.from - 1];
    if (cue.mood === 'gerund' && before?.lower === ',') breaks.push({ at: cue.from - 1, resume: tokens.length });
    else if (cue.shared && cue.mood === 'finite' && before !== undefined) {
      let at = cue.from - 1;
      while (at > 0 && isAdverb(tokens[at])) at--;
      if (tokens[at].tags & CC) {
        if (at > 0 && tokens[at - 1].lower === ',') at--;
        breaks.push({ at, resume: tokens.length });
      }
    } else if (cue.mood === 'finite' && plan.subject !== null) {
      let at = plan.subject.from - 1;
      while (at > 0 && isAdverb(tokens[at])) at--;
      if (
        at > 0 &&
        (tokens[at].tags & CC ||
          (tokens[at].tags & SUB && /^(while|although|though|as|when|whereas|after|but)$/.test(tokens[at].lower))) &&
        tokens[at - 1].lower === ','
      )
        breaks.push({ at: at - 1, resume: tokens.length });
    }
  }
  for (const source of sources) {
    if (source.from === 0) continue;
    let at = source.from;
    while (at > 0 && tokens[at - 1].kind === 'mark') at--;
    breaks.push({ at, resume: Math.min(tokens.length, source.to + 1) });
  }
  return breaks.sort((a, b) => a.at - b.at);
}

function draftOf(tokens: readonly Token[], plan: Plan, breaks: readonly Break[], n: number): Draft | null {
  const { cue, after, frame } = plan;
  const reach: Run = { from: plan.from, to: Math.max(cue.to, Math.min(after.at, n)) };
  const draft = (pieces: Run[], step: string): Draft | null => {
    const kept = pieces.filter((piece) => piece.to > piece.from);
    if (kept.length === 0) return null;
    return {
      cue: { from: cue.from, to: cue.to },
      frame,
      negated: cue.negated,
      speaker: cue.mood === 'passive' ? byAgent(tokens, cue.to, n) : plan.subject,
      pieces: kept,
      addressee: after.addressee,
      venue: after.venue,
      reach,
      relay: [],
      step,
    };
  };
  if (frame.lemma === 'quote' || frame.lemma === 'cite') {
    const as = quotedAs(tokens, cue.to, n);
    if (as !== null) {
      let from = as.at;
      while (from < n && (tokens[from].kind === 'mark' || tokens[from].tags & TIME)) from++;
      const left =
        plan.from > 0 && tokens[plan.from - 1].kind !== 'word' ? leftContent(tokens, plan.from, breaks) : null;
      const right = from < n ? rightContent(tokens, from, breaks, n, false) : [];
      const made = draft(right.length > 0 ? right : left === null ? [] : [left], 'quoted as saying');
      if (made === null) return null;
      const passive = cue.mood === 'passive';
      made.speaker = passive ? subjectOf(tokens, cue.from).subject : as.named;
      const relay = passive ? as.by : plan.subject;
      if (relay !== null) made.relay.push(relay);
      return made;
    }
  }
  if (cue.mood === 'passive') return passiveDraft(tokens, plan, breaks, n, draft);
  if (plan.parenthetical) {
    const left = leftContent(tokens, plan.from, breaks);
    const pieces = left === null ? [] : [left];
    if (plan.utterance) pieces.push(...quotesBehind(tokens, Math.min(after.at, n), n));
    else if (after.kind === 'quote') pieces.push(...rightContent(tokens, after.at, breaks, n, false));
    else if (
      after.kind === 'comma' &&
      left !== null &&
      !plan.inverted &&
      after.at + 1 < n &&
      goesOn(tokens, after.at + 1)
    )
      pieces.push(...rightContent(tokens, after.at + 1, breaks, n, false));
    return draft(pieces, 'cue behind or between what is said');
  }
  const clause = has(frame, 'c');
  if (after.kind === 'comma' && clause && opensWithAs(tokens, plan) && after.at + 1 < n)
    return draft(rightContent(tokens, after.at + 1, breaks, n, false), 'as-clause before what is said');
  switch (after.kind) {
    case 'clause':
      if (!has(frame, 'cb') && !has(frame, 'd'))
        return has(frame, 'o')
          ? draft(rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan)), 'object')
          : null;
      return draft(rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan)), 'that-clause');
    case 'question':
      return has(frame, 'cb') || frame.force === 'ask'
        ? draft(rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan)), 'question clause')
        : null;
    case 'quote':
      if (!has(frame, 'cbqo')) return null;
      return draft(rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan)), 'quotation behind cue');
    case 'colon':
      return has(frame, 'cbqo') ? draft([{ from: after.at, to: n }], 'colon') : null;
    case 'bare':
      break;
    default:
      return null;
  }
  const first = tokens[after.at];
  if (first.lower === 'to') {
    if (has(frame, 't') || (has(frame, 'x') && after.addressee !== null))
      return draft(rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan)), 'infinitive');
    return null;
  }
  if (cue.mood === 'infinitive' && !clause && !has(frame, 'ox')) return null;
  if (cue.possible && cue.mood === 'infinitive' && !clause) return null;
  const right = rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan));
  const isClause = right.length > 0 && hasFinite(tokens, right[0]);
  if (isClause && (clause || has(frame, 'd'))) return draft(right, 'clause');
  if (cue.possible) return null;
  if (has(frame, 'x')) {
    // "urged Congress to act": object and infinitive.
    const to = infinitiveAfter(tokens, after.at, right.length > 0 ? right[0].to : n);
    if (to !== -1) {
      const object: Run = { from: after.at, to };
      const made = draft(right, 'object and infinitive');
      if (made !== null) made.addressee = object;
      return made;
    }
  }
  if (has(frame, 'o')) return draft(objectContent(tokens, right, after.at), 'object');
  return null;
}

/** Quotations that go on behind a cue, up to the next verb of saying. */
function quotesBehind(tokens: readonly Token[], from: number, n: number): Run[] {
  const pieces: Run[] = [];
  for (let at = from; at < n; at++) {
    const token = tokens[at];
    if (token.kind === 'quote' && (at === from || tokens[at - 1].kind === 'mark') && !isQuotedWord(token))
      pieces.push({ from: at, to: at + 1 });
    else if (token.entry?.frames != null && token.tags & (VPAST | VS | VING)) break;
  }
  return pieces;
}

/** "As the paper noted, …": what is said follows the comma. */
function opensWithAs(tokens: readonly Token[], plan: Plan): boolean {
  return plan.subject !== null && plan.subject.from === 1 && tokens[0].lower === 'as' && plan.cue.mood === 'finite';
}

function isRelative(tokens: readonly Token[], plan: Plan): boolean {
  const { subject } = plan;
  if (subject === null || subject.to - subject.from !== 1) return false;
  return (tokens[subject.from].tags & REL) !== 0 && tokens[subject.from - 1]?.lower === ',';
}

function infinitiveAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to && at - from < 14; at++) {
    if (tokens[at].kind === 'mark' && tokens[at].lower !== '.' && tokens[at].lower !== ',' && tokens[at].lower !== '-')
      return -1;
    if (tokens[at].lower === 'to' || (tokens[at].lower === 'not' && tokens[at + 1]?.lower === 'to')) return at;
    if (tokens[at].tags & AUX) return -1;
  }
  return -1;
}

function hasFinite(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    if (isFiniteVerb(tokens, at)) return true;
    if (tokens[at].kind === 'quote') return true;
  }
  return false;
}

/** A noun phrase as content ends where a subordinate clause or a new stretch begins. */
function objectContent(tokens: readonly Token[], right: readonly Run[], _at: number): Run[] {
  if (right.length === 0) return [];
  const { from, to } = right[0];
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (
      token.kind === 'mark' &&
      (token.lower === ',' || token.lower === ';' || token.lower === '—' || token.lower === '(')
    ) {
      const next = tokens[at + 1];
      if (next === undefined || next.capital || next.tags & (DET | POSS) || token.lower === '(') continue;
      return [{ from, to: at }];
    }
    if (
      at > from + 1 &&
      token.tags & CC &&
      token.kind === 'word' &&
      tokens[at + 1] !== undefined &&
      tokens[at + 1].kind === 'word' &&
      !tokens[at + 1].capital &&
      (tokens[at + 1].tags & (VS | VPAST | VING | AUX)) !== 0
    )
      return [{ from, to: at }];
    if (token.tags & SUB && /^(while|because|although|though|when|after|before|since|until|if)$/.test(token.lower))
      return [{ from, to: at }];
  }
  return [{ from, to }];
}

/** What stands before a cue between or behind commas: back to the sentence's beginning or the last break. */
function leftContent(tokens: readonly Token[], cueFrom: number, breaks: readonly Break[]): Run | null {
  let to = cueFrom;
  while (to > 0 && tokens[to - 1].kind === 'mark' && tokens[to - 1].lower !== ')' && tokens[to - 1].lower !== '%') to--;
  let from = 0;
  for (const { at, resume } of breaks) if (at < to && resume <= to && resume > from) from = resume;
  while (from < to && (tokens[from].kind === 'mark' || (tokens[from].tags & CC && tokens[from].kind === 'word')))
    from++;
  if (from >= to) return null;
  return { from, to };
}

/** What stands behind a cue: up to the sentence's end or where another source's clause begins. */
function rightContent(
  tokens: readonly Token[],
  at: number,
  breaks: readonly Break[],
  n: number,
  relative: boolean,
): Run[] {
  let from = at;
  if (tokens[from]?.tags & THAT && tokens[from].lower === 'that') from += 0;
  let to = n;
  let resume = n;
  for (const one of breaks) {
    if (one.at > from && one.at < to) {
      to = one.at;
      resume = one.resume;
      break;
    }
  }
  if (relative) {
    for (let k = from + 1; k < to; k++) {
      if (
        tokens[k].lower === ',' &&
        tokens[k].kind === 'mark' &&
        tokens[k + 1] !== undefined &&
        (tokens[k + 1].tags & (AUX | VPAST) || isFiniteVerb(tokens, k + 1))
      ) {
        to = k;
        resume = n;
        break;
      }
    }
  }
  while (
    to > from &&
    tokens[to - 1].kind === 'mark' &&
    tokens[to - 1].lower !== ')' &&
    tokens[to - 1].lower !== '%' &&
    tokens[to - 1].lower !== '.'
  )
    to--;
  const pieces: Run[] = to > from ? [{ from, to }] : [];
  if (resume < n && goesOn(tokens, resume)) {
    const rest = rightContent(
      tokens,
      resume,
      breaks.filter((one) => one.at > resume),
      n,
      false,
    );
    pieces.push(...rest);
  }
  return pieces;
}

/** Whether content goes on behind a cue between commas: not with another verb of the cue's own subject. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined) return false;
  if (first.kind === 'quote') return true;
  if (first.tags & (REL | CC | VING) && !(first.tags & DET))
    return first.lower === 'that' || ((first.tags & CC) !== 0 && !(tokens[at + 1]?.entry?.frames != null));
  if (first.tags & VPAST && first.entry?.frames != null) return false;
  return true;
}

/** "by NP" behind a passive. */
function byAgent(tokens: readonly Token[], at: number, n: number): Run | null {
  for (let k = at; k < n && k - at < 10; k++) {
    if (tokens[k].kind === 'mark' && tokens[k].lower === ',') return null;
    if (tokens[k].lower !== 'by') continue;
    const to = prepositionalEnd(tokens, k, n);
    return to > k + 1 ? { from: k + 1, to } : null;
  }
  return null;
}

/** "was quoted as saying", "was told that", "was asked about", "it was announced that", "is accused of". */
function passiveDraft(
  tokens: readonly Token[],
  plan: Plan,
  breaks: readonly Break[],
  n: number,
  draft: (pieces: Run[], step: string) => Draft | null,
): Draft | null {
  const { cue, after, frame } = plan;
  if (after.kind === 'clause' || after.kind === 'question')
    return draft(rightContent(tokens, after.at, breaks, n, false), 'passive with clause');
  const next = tokens[cue.to];
  if (next === undefined || cue.to >= n) return null;
  if (next.lower === 'to' && frame.force !== 'ask') {
    // "is said to be": who it is said of belongs to what is said.
    const right = rightContent(tokens, cue.to, breaks, n, false);
    return draft(right, 'passive with infinitive');
  }
  if (next.lower === 'to' || next.lower === 'of' || next.lower === 'about' || next.lower === 'for')
    return draft(rightContent(tokens, cue.to + (next.lower === 'to' ? 0 : 1), breaks, n, false), 'passive');
  return null;
}

/** "according to X": the rest of its sentence. */
function sourceDraft(tokens: readonly Token[], source: Source, breaks: readonly Break[], n: number): Draft | null {
  let pieces: Run[] = [];
  if (source.from === 0) {
    const from = tokens[source.to]?.lower === ',' ? source.to + 1 : source.to;
    pieces = rightContent(tokens, from, breaks, n, false);
  } else {
    const left = leftContent(
      tokens,
      source.from,
      breaks.filter((one) => one.at !== source.from && one.resume < source.from),
    );
    if (left !== null) pieces.push(left);
    if (source.to + 1 < n && tokens[source.to]?.lower === ',' && goesOn(tokens, source.to + 1))
      pieces.push(...rightContent(tokens, source.to + 1, breaks, n, false));
  }
  pieces = pieces.filter((piece) => piece.to > piece.from);
  if (pieces.length === 0) return null;
  return {
    cue: { from: source.from, to: source.speaker.from },
    frame: accordingFrame,
    negated: false,
    speaker: source.speaker,
    pieces,
    addressee: null,
    venue: null,
    reach: { from: source.from, to: source.to },
    relay: [],
    step: 'according to',
  };
}

const accordingFrame: Frame = { lemma: '', particle: null, force: 'say', frames: 'c' };

/** "X's claim that …", "the warning against …", "remarks in an interview, that …". */
function nounDrafts(
  tokens: readonly Token[],
  lexicon: Lexicon,
  breaks: readonly Break[],
  n: number,
  drafts: Draft[],
): void {
  for (let at = 0; at < n; at++) {
    const token = tokens[at];
    if (!(token.tags & NOUN_CUE) || token.kind !== 'word' || token.entry === null) continue;
    if (drafts.some((draft) => draft.cue.from <= at && at < draft.cue.to)) continue;
    const run = nounPhraseBack(tokens, at);
    const owner = ownerOf(tokens, at);
    const determined = run !== null || owner !== null;
    let k = at + 1;
    let venue: Run | null = null;
    let speaker = owner;
    if (tokens[k]?.lower === 'by') {
      const to = prepositionalEnd(tokens, k, n);
      if (speaker === null && to > k + 1) speaker = { from: k + 1, to };
      k = to;
    }
    // "remarks in an interview with a daily, a British one, that …".
    for (let guard = 0; guard < 4 && k < n; guard++) {
      const link = tokens[k];
      if (link.tags & LINK && link.lower !== 'for') {
        const to = prepositionalEnd(tokens, k, n);
        if (venue === null) {
          venue = venueIn(tokens, k, to);
          if (venue !== null) {
            const longer = withTail(tokens, venue, n);
            venue = longer;
            k = Math.max(to, longer.to);
            continue;
          }
        }
        k = to;
      } else if (link.lower === ',' && link.kind === 'mark') {
        const close = nextComma(tokens, k + 1, n);
        if (close !== -1 && close - k < 10 && (tokens[close + 1]?.tags ?? 0) & THAT) k = close + 1;
        else if ((tokens[k + 1]?.tags ?? 0) & THAT && venue !== null) k++;
        else break;
      } else if (link.tags & TIME) k++;
      else break;
    }
    const link = tokens[k];
    if (link === undefined || k >= n || !lexicon.nounLinks.has(link.lower)) continue;
    const moved = k > at + 1 && venue === null && speaker === null;
    if (moved) continue;
    if (!(link.tags & THAT) && speaker === null && !(link.tags & THAT)) {
      if (!determined && !token.lower.endsWith('s')) continue;
      if (link.lower !== 'that') continue;
    }
    if (link.tags & THAT && isFiniteVerb(tokens, k + 1)) continue;
    const from = link.tags & THAT || link.lower === 'to' ? k : k + 1;
    let pieces = rightContent(tokens, from, breaks, n, false);
    if (!(link.tags & THAT)) pieces = objectContent(tokens, pieces, from);
    else pieces = nounClause(tokens, pieces);
    pieces = pieces.filter((piece) => piece.to > piece.from);
    if (pieces.length === 0) continue;
    drafts.push({
      cue: { from: at, to: link.tags & THAT ? at + 1 : at + 1 },
      frame: { lemma: '', particle: null, force: token.entry.nounForce ?? 'say', frames: 'n' },
      negated: false,
      speaker,
      pieces,
      addressee: null,
      venue,
      reach: { from: at, to: k },
      relay: [],
      step: 'noun of saying',
    });
  }
}

function withTail(tokens: readonly Token[], venue: Run, n: number): Run {
  const link = tokens[venue.to];
  if (link === undefined || venue.to >= n || !(link.lower === 'with' || link.lower === 'to' || link.lower === 'on'))
    return venue;
  const to = prepositionalEnd(tokens, venue.to, n);
  return { from: venue.from, to };
}

function nounClause(tokens: readonly Token[], pieces: readonly Run[]): Run[] {
  if (pieces.length === 0) return [];
  const { from, to } = pieces[0];
  for (let at = from + 2; at < to; at++) {
    if (
      tokens[at].lower === ',' &&
      tokens[at].kind === 'mark' &&
      tokens[at + 1] !== undefined &&
      (tokens[at + 1].tags & (AUX | VING) || isFiniteVerb(tokens, at + 1))
    )
      return [{ from, to: at }];
  }
  return [{ from, to }];
}

/** "Yoon's", "his", "the government's recent": whose claim it is. */
function ownerOf(tokens: readonly Token[], at: number): Run | null {
  for (let k = at - 1; k >= 0 && at - k < 5; k--) {
    const token = tokens[k];
    if (token.kind === 'clitic' || (token.kind === 'mark' && (token.lower === "'" || token.lower === '’'))) {
      const run = nounPhraseBack(tokens, k);
      return run === null ? null : { from: run.from, to: k };
    }
    if (token.tags & POSS) return token.lower === 'whose' ? null : { from: k, to: k + 1 };
    if (token.kind !== 'word' || token.tags & (DET | PREP | CC | AUX)) return null;
  }
  return null;
}

/** "The paper reported …, citing two officials": the officials are the source, the paper passed it on. */
function citing(tokens: readonly Token[], drafts: Draft[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const cite = drafts[k];
    if (cite.frame.lemma !== 'cite' && cite.frame.lemma !== 'quote') continue;
    if (cite.step !== 'object' || !(tokens[cite.cue.from].tags & VING) || tokens[cite.cue.from - 1]?.lower !== ',')
      continue;
    const report = drafts.find(
      (one) => one !== cite && one.speaker !== null && one.cue.to <= cite.cue.from && one.pieces[0].to <= cite.cue.from,
    );
    if (report === undefined || report.speaker === null) continue;
    report.relay.push(report.speaker);
    report.speaker = cite.pieces[0];
    drafts.splice(k, 1);
    return;
  }
}

/** Where it was said, from the sentence's opening ("In a statement, …") or from the speaker itself ("the statement said"). */
function fillVenue(tokens: readonly Token[], draft: Draft): void {
  const { speaker } = draft;
  if (draft.venue === null && speaker !== null && draft.reach.from > 1 && draft.step !== 'noun of saying') {
    let to = Math.min(draft.reach.from, draft.pieces[0].from);
    if (speaker.from < to) to = speaker.from;
    let verb = false;
    for (let at = 0; at < to && !verb; at++) verb = isFiniteVerb(tokens, at);
    if (!verb && to > 1) draft.venue = venueIn(tokens, 0, to);
  }
  if (draft.venue === null && speaker !== null && !isMedia(tokens, speaker)) {
    for (let at = speaker.from; at < speaker.to; at++) {
      if (at > speaker.from && tokens[at].tags & PREP) break;
      if (tokens[at].tags & (VENUE | DOC) && !tokens[at].capital && !(tokens[at].tags & ROLE)) {
        const next = tokens[at + 1];
        if (next !== undefined && at + 1 < speaker.to && !(next.tags & PREP) && next.kind === 'word') continue;
        draft.venue = speaker;
        break;
      }
    }
  }
  const { venue } = draft;
  if (venue !== null && draft.addressee === null) {
    for (let at = venue.from + 1; at < venue.to - 1; at++) {
      if (tokens[at].lower === 'with' && tokens[at - 1].lower.startsWith('interview'))
        draft.addressee = { from: at + 1, to: venue.to };
    }
  }
}

/** A quotation with its source behind a dash: '"…" — Jane Smith'. */
function signature(tokens: readonly Token[], n: number, drafts: Draft[]): void {
  const dash = tokens[1];
  if (tokens[0].kind !== 'quote' || dash === undefined || dash.kind !== 'mark' || !/^[-–—―]$/.test(dash.lower)) return;
  const from = tokens[2]?.lower === dash.lower ? 3 : 2;
  if (!(tokens[from]?.capital ?? false) || n - from > signatureTokensMax) return;
  for (let at = from; at < n; at++) if (tokens[at].tags & (AUX | SUBJ) && !tokens[at].capital) return;
  drafts.push({
    cue: { from: 1, to: from },
    frame: { lemma: '', particle: null, force: 'say', frames: 'q' },
    negated: false,
    speaker: { from, to: n },
    pieces: [{ from: 0, to: 1 }],
    addressee: null,
    venue: null,
    reach: { from: 1, to: n },
    relay: [],
    step: 'source behind a dash',
  });
}

const signatureTokensMax = 14;

/** A statement inside another is kept when it has a speaker of its own and a clause or quotation of its own. */
function dropNested(tokens: readonly Token[], drafts: Draft[]): void {
  const kept = drafts.filter((inner) => {
    const outer = drafts.find(
      (one) => one !== inner && one.pieces.some((piece) => piece.from <= inner.cue.from && inner.cue.to <= piece.to),
    );
    if (outer === undefined) return true;
    if (inner.speaker === null || !has(inner.frame, 'cbd') || inner.step === 'object') return false;
    return !(tokens[inner.speaker.from].tags & SUBJ && inner.speaker.to - inner.speaker.from === 1);
  });
  drafts.length = 0;
  drafts.push(...kept);
}

/** "reportedly": its clause, from no one in particular. */
function reportedly(tokens: readonly Token[], n: number, drafts: Draft[]): void {
  for (let at = 0; at < n; at++) {
    if (!(tokens[at].tags & REPORTEDLY)) continue;
    const left: Run = { from: 0, to: at };
    const right: Run = { from: at + 1, to: n };
    drafts.push({
      cue: { from: at, to: at + 1 },
      frame: { lemma: '', particle: null, force: 'report', frames: 'c' },
      negated: false,
      speaker: null,
      pieces: [left, right].filter((run) => run.to > run.from),
      addressee: null,
      venue: null,
      reach: { from: at, to: at + 1 },
      relay: [],
      step: 'adverb of reporting',
    });
    return;
  }
}
