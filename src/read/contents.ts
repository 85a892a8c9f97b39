import { invertedSubject, readAfter } from './after.ts';
import type { Cue } from './cues.ts';
import { type Break, type Draft, has, type Plan, sentenceEnd } from './drafts.ts';
import {
  breaksOf,
  goesOn,
  hasFinite,
  leftContent,
  objectContent,
  openerEnd,
  quotesBehind,
  rightContent,
  startsClause,
} from './extent.ts';
import { AUX, CC, DET, type Lexicon, POSS, PREP, REL, SUBJ, TIME, VBASE, VING, VPAST } from './lexicon.ts';
import { labelled, nounDrafts, reportedly, signature } from './nouns.ts';
import { isAdverb, type Run } from './phrases.ts';
import { quotedAs, tieRelays } from './relay.ts';
import { accordingTo, byAgent, hasVerbBetween, sourceDraft } from './sources.ts';
import { subjectOf } from './subjects.ts';
import type { Token } from './tokens.ts';
import { fillVenue } from './venue.ts';

/** The statements of one sentence. */
export function draftsOf(tokens: readonly Token[], cues: readonly Cue[], lexicon: Lexicon, opens = false): Draft[] {
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
  if (drafts.length === 0 && opens) labelled(tokens, n, lexicon, drafts);
  dropNested(tokens, drafts);
  if (drafts.length === 0) reportedly(tokens, n, drafts);
  const tied = tieRelays(tokens, drafts);
  for (const draft of tied) fillVenue(tokens, draft);
  return tied;
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
  let back = cue.from - 1;
  while (back >= 0 && isAdverb(tokens[back])) back--;
  const behindQuote =
    back >= 0 && (quoteBehind(tokens, back + 1) !== -1 || (tokens[back].lower === ',' && back > 0 && !cue.near));
  if (behindQuote && cue.mood === 'finite' && has(frame, 'cbq') && (cue.subject === null || cue.shared || !cue.near)) {
    const right = invertedSubject(tokens, cue.to, n);
    if (right !== null) {
      const quoteBefore = quoteBehind(tokens, back + 1) !== -1;
      const rest = tokens[right.to];
      const closes =
        rest === undefined ||
        (quoteBefore && (tokens[right.from].tags & (SUBJ | DET)) === SUBJ) ||
        right.to >= n ||
        rest.kind === 'mark' ||
        rest.kind === 'quote' ||
        (rest.tags & (PREP | TIME | REL | CC | VING)) !== 0 ||
        isAdverb(rest);
      const ends = rest === undefined || right.to >= n || rest.kind === 'mark';
      if (
        closes &&
        (quoteBefore ||
          cue.subject === null ||
          (!cue.near && ends && has(frame, 'c') && hasVerbBetween(tokens, 0, cue.from)))
      ) {
        subject = right;
        inverted = true;
        after = readAfter(tokens, cue, frame, n, right.to);
      }
    }
  }
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
  const quoteAt = left ? quoteBehind(tokens, from) : -1;
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

/** The quotation that ends before `at`, over commas and dashes: `«…», — заявил`; -1 when none does. */
function quoteBehind(tokens: readonly Token[], at: number): number {
  for (let k = at - 1; k >= 0 && at - k <= quoteMarksMax; k--) {
    if (tokens[k].kind === 'quote') return k;
    if (tokens[k].kind !== 'mark' || !/^[,—–:-]$/.test(tokens[k].lower)) return -1;
  }
  return -1;
}

const quoteMarksMax = 4;

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
      const passive = cue.mood === 'passive';
      const named = passive ? subjectOf(tokens, cue.from).subject : as.named;
      const edge = passive && named !== null ? named.from : plan.from;
      const left = edge > 0 && tokens[edge - 1].kind !== 'word' ? leftContent(tokens, edge, breaks) : null;
      const right = from < n ? rightContent(tokens, from, breaks, n, false) : [];
      const made = draft(right.length > 0 ? right : left === null ? [] : [left], 'quoted as saying');
      if (made === null) return null;
      made.speaker = named;
      const relay = passive ? as.by : plan.subject;
      if (relay !== null) made.relay.push(relay);
      return made;
    }
  }
  // "is likely to find that": nobody has found anything yet.
  if (cue.mood === 'infinitive' && cue.possible && !has(frame, 'cx')) return null;
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
    case 'topic':
      return draft(
        objectContent(tokens, rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan))),
        'what they were told of',
      );
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
  const isClause =
    right.length > 0 && (has(frame, 'ox') ? startsClause(tokens, right[0]) : hasFinite(tokens, right[0]));
  // A verb that takes nothing but a clause has one, though its own verb may not be known for one.
  const mustBe =
    clause &&
    !has(frame, 'otx') &&
    cue.near &&
    right.length > 0 &&
    right[0].to - right[0].from >= clauseTokensMin &&
    mayHoldVerb(tokens, right[0]);
  if ((isClause || mustBe || has(frame, 'k')) && (clause || has(frame, 'd'))) return draft(right, 'clause');
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
  if (has(frame, 'o')) return draft(objectContent(tokens, right), 'object');
  return null;
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

/** "The paper reported …, citing two officials": the officials are the source, the paper passed it on. */
function citing(tokens: readonly Token[], drafts: Draft[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const cite = drafts[k];
    if (cite.frame.lemma !== 'cite' && cite.frame.lemma !== 'quote') continue;
    if (
      cite.step !== 'object' ||
      !(tokens[cite.cue.from].tags & VING) ||
      !(tokens[cite.cue.from - 1]?.lower === ',' || tokens[cite.cue.from - 1]?.quote?.stops === true)
    )
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

/** A statement inside another is kept when it has a speaker of its own and a clause or quotation of its own. */
function dropNested(tokens: readonly Token[], drafts: Draft[]): void {
  const quoted = drafts.some((one) => one.step === 'quoted as saying');
  for (let k = drafts.length - 1; k >= 0; k--) {
    // "declined to say whether": one statement, refused.
    const refused =
      drafts[k].frame.force === 'refuse'
        ? drafts.find((one) => one !== drafts[k] && one.cue.from === drafts[k].pieces[0].from && one.negated)
        : undefined;
    if (refused === undefined) continue;
    drafts[drafts.indexOf(refused)] = {
      ...refused,
      frame: { ...refused.frame, force: 'refuse' },
      cue: { from: drafts[k].cue.from, to: refused.cue.to },
    };
    drafts.splice(k, 1);
  }
  const kept = drafts.filter((inner) => {
    // The "saying" of "was quoted as saying" is no cue of its own.
    if (quoted && tokens[inner.cue.from - 1]?.lower === 'as' && tokens[inner.cue.from].tags & VING) return false;
    const outer = drafts.find(
      (one) => one !== inner && one.pieces.some((piece) => piece.from <= inner.cue.from && inner.cue.to <= piece.to),
    );
    if (outer === undefined) return true;
    if (inner.speaker === null || inner.step === 'object') return false;
    if (!has(inner.frame, 'cbd') && inner.step !== 'noun of saying') return false;
    return !(tokens[inner.speaker.from].tags & (SUBJ | POSS) && inner.speaker.to - inner.speaker.from === 1);
  });
  drafts.length = 0;
  drafts.push(...kept);
}

/** Tokens from which what follows a verb of saying is taken for a clause. */
const clauseTokensMin = 5;

function mayHoldVerb(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from + 1; at < run.to; at++) {
    const { tags, capital } = tokens[at];
    if (capital) continue;
    if (tags & (VPAST | AUX) && tokens[at].kind === 'word') return true;
    if (tags & VBASE && tokens[at - 1].kind === 'word' && tokens[at - 1].lower.endsWith('s')) return true;
  }
  return false;
}
