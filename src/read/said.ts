import { closeBracket, prepositionalEnd } from './after.ts';
import { type Break, type Draft, has, type Plan } from './drafts.ts';
import {
  goesOn,
  hasFinite,
  leftContent,
  objectContent,
  quotesBehind,
  rightContent,
  startsClause,
  wholeUtterance,
} from './extent.ts';
import {
  AUX,
  CC,
  DET,
  GENITIVE,
  LINK,
  OBJ,
  OCCASION,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  SUB,
  SUBJ,
  TIME,
  VBASE,
  VENUE,
  VPAST,
} from './lexicon.ts';
import { isAdverb, type Run } from './phrases.ts';
import { quotedAs } from './relay.ts';
import { AS, BY, CLAUSE_STANDS, does, NOT, PASSIVE_TOPIC, TO } from './small-words.ts';
import { byAgent } from './sources.ts';
import { subjectOf } from './subjects.ts';
import type { Token } from './tokens.ts';
import { venueIn } from './venue.ts';

/** What one verb of saying tells, as runs of its sentence; null when it tells nothing. */
export function draftOf(tokens: readonly Token[], plan: Plan, breaks: readonly Break[], n: number): Draft | null {
  const { cue, after, frame } = plan;
  const reach: Run = { from: plan.from, to: Math.max(cue.to, Math.min(after.at, n)) };
  const draft: Draw = (pieces, step) => {
    const kept = pieces.filter((piece) => piece.to > piece.from);
    if (kept.length === 0) return null;
    return {
      cue: { from: cue.from, to: cue.to },
      frame,
      negated: cue.negated,
      speaker:
        cue.mood === 'passive'
          ? byAgent(tokens, cue.to, Math.min(n, kept[0].from >= cue.to ? kept[0].from : n))
          : plan.subject,
      pieces: kept,
      addressee: after.addressee,
      venue: after.venue,
      reach,
      relay: [],
      step,
    };
  };
  const quoted = quotedDraft(tokens, plan, breaks, n, draft);
  if (quoted !== undefined) return quoted;
  // "is likely to find that": nobody has found anything yet.
  if (cue.mood === 'infinitive' && cue.possible && !has(frame, 'cx')) return null;
  if (cue.mood === 'passive') return passiveDraft(tokens, plan, breaks, n, draft);
  if (plan.parenthetical) return aroundDraft(tokens, plan, breaks, n, draft);
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
      if (!has(frame, 'cbqo') || (frame.force === 'report' && !has(frame, 'cqo'))) return null;
      return draft(
        wholeUtterance(tokens, rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan))),
        'quotation behind cue',
      );
    case 'colon':
      return has(frame, 'cbqo') ? draft([{ from: after.at, to: n }], 'colon') : null;
    case 'topic':
      return draft(
        objectContent(tokens, rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan))),
        'what they were told of',
      );
    case 'bare':
      return bareDraft(tokens, plan, breaks, n, draft);
    default:
      return null;
  }
}

/** Makes the draft of a plan from what was said and the way it was found; null when nothing was said. */
type Draw = (pieces: Run[], step: string) => Draft | null;

/** "was quoted by the paper as saying", "cited him as saying"; undefined when nothing is quoted so. */
function quotedDraft(
  tokens: readonly Token[],
  plan: Plan,
  breaks: readonly Break[],
  n: number,
  draft: Draw,
): Draft | null | undefined {
  const { cue, frame } = plan;
  if (!has(frame, 'r')) return undefined;
  const as = quotedAs(tokens, cue.to, n);
  if (as === null) return undefined;
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

/** "However", "And yet": words that open a sentence and are no part of what is said. */
function isOpening(tokens: readonly Token[], run: Run): boolean {
  if (run.to > openingTokensMax) return false;
  for (let at = run.from; at < run.to; at++) if (!(tokens[at].tags & CC) && !isAdverb(tokens[at])) return false;
  return true;
}

const openingTokensMax = 3;

/** What is said stands around its verb, or before it: '"…," she said, "…"'. */
function aroundDraft(
  tokens: readonly Token[],
  plan: Plan,
  breaks: readonly Break[],
  n: number,
  draft: Draw,
): Draft | null {
  const { after } = plan;
  const before = behindColon(tokens, plan, leftContent(tokens, plan.from, breaks));
  // "And yet, Holt said, …": what is said only begins behind her.
  const left = before !== null && isOpening(tokens, before) ? null : before;
  const pieces = left === null ? [] : [left];
  if (plan.utterance) pieces.push(...quotesBehind(tokens, Math.min(after.at, n), n));
  else if (after.kind === 'quote') pieces.push(...rightContent(tokens, after.at, breaks, n, false));
  else if (
    after.kind === 'comma' &&
    (left !== null || plan.from <= openingTokensMax) &&
    !plan.inverted &&
    after.at + 1 < n &&
    goesOn(tokens, after.at + 1)
  )
    pieces.push(...rightContent(tokens, after.at + 1, breaks, n, false));
  return draft(pieces, 'cue behind or between what is said');
}

/** 'Holt was brief: "…," she said': only the quotation is said. */
function behindColon(tokens: readonly Token[], plan: Plan, left: Run | null): Run | null {
  const { quoteAt } = plan;
  if (left === null || !plan.utterance || quoteAt <= left.from || !/^[:—–―-]$/.test(tokens[quoteAt - 1].lower))
    return left;
  return { from: quoteAt, to: quoteAt + 1 };
}

/** What stands behind its verb with no word between them: a clause, an infinitive or an object. */
function bareDraft(
  tokens: readonly Token[],
  plan: Plan,
  breaks: readonly Break[],
  n: number,
  draft: Draw,
): Draft | null {
  const { cue, after, frame } = plan;
  const clause = has(frame, 'c');
  const first = tokens[after.at];
  if (does(first, TO)) {
    if (has(frame, 't') || (has(frame, 'x') && after.addressee !== null))
      return draft(rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan)), 'infinitive');
    return null;
  }
  const stand = clause && !has(frame, 'otx') ? standingForClause(tokens, after.at, n) : null;
  if (stand !== null) return draft([stand], 'word for a clause');
  if (cue.mood === 'infinitive' && !clause && !has(frame, 'ox')) return null;
  if (cue.possible && cue.mood === 'infinitive' && !clause) return null;
  const right = rightContent(tokens, after.at, breaks, n, isRelative(tokens, plan));
  const isClause =
    right.length > 0 && (has(frame, 'ox') ? startsClause(tokens, right[0]) : hasFinite(tokens, right[0]));
  // A verb that takes nothing but a clause has one, though its own verb may not be known for one.
  const onlyClause = frame.force === 'say' && !has(frame, 'bqodk');
  const mustBe =
    clause &&
    !has(frame, 'otx') &&
    (cue.near || (onlyClause && cue.subject !== null && !cue.shared)) &&
    right.length > 0 &&
    right[0].to - right[0].from >= (opensPronoun(first) ? 2 : onlyClause ? shortClauseTokensMin : clauseTokensMin) &&
    (mayHoldVerb(tokens, right[0]) || (onlyClause && opensClause(first)));
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
  return has(frame, 'o') ? objectDraft(tokens, objectContent(tokens, right), draft) : null;
}

/** "said no", "said the same of Holt", "said yes to the plan": up to the next mark; null where it opens a clause. */
function standingForClause(tokens: readonly Token[], at: number, n: number): Run | null {
  const word = tokens[at].tags & DET && !does(tokens[at], CLAUSE_STANDS) ? at + 1 : at;
  if (word >= n || !does(tokens[word], CLAUSE_STANDS)) return null;
  const next = tokens[word + 1];
  if (word + 1 < n && next.kind !== 'mark' && !(next.tags & PREP)) return null;
  let to = word + 1;
  while (to < n && tokens[to].kind !== 'mark') to++;
  return hasFinite(tokens, { from: word + 1, to }) ? null : { from: at, to };
}

/** "joked about the storm on Twitter": what the words end in is where they were said. */
function objectDraft(tokens: readonly Token[], pieces: Run[], draft: Draw): Draft | null {
  const last = pieces[pieces.length - 1];
  if (last === undefined) return null;
  for (let at = last.to - 2; at > last.from && last.to - at < venueTailTokensMax; at--) {
    if (!(tokens[at].tags & LINK) || !(tokens[at].tags & PREP) || tokens[at].tags & GENITIVE) continue;
    const venue = venueIn(tokens, at, last.to);
    if (venue === null || venue.from > at + 1 || venue.to < last.to || !isMedium(tokens, venue)) break;
    const made = draft([...pieces.slice(0, -1), { from: last.from, to: at }], 'object');
    if (made !== null) made.venue ??= venue;
    return made;
  }
  return draft(pieces, 'object');
}

/** Words the place of saying may have at the end of what was said. */
const venueTailTokensMax = 8;

/** A network or document, where "the meeting" may be what was spoken of. */
function isMedium(tokens: readonly Token[], run: Run): boolean {
  const head = tokens.slice(run.from, run.to).find((token) => token.tags & VENUE);
  return head !== undefined && !(head.tags & OCCASION);
}

/** "As the paper noted, …": what is said follows the comma. */
function opensWithAs(tokens: readonly Token[], plan: Plan): boolean {
  return (
    plan.subject !== null &&
    does(tokens[plan.subject.from - 1], AS) &&
    (plan.subject.from === 1 || (tokens[plan.subject.from - 2].tags & CC) !== 0) &&
    plan.cue.mood === 'finite'
  );
}

/** Whether the subject is a relative pronoun: "…, who said". */
function isRelative(tokens: readonly Token[], plan: Plan): boolean {
  const { subject } = plan;
  if (subject === null || subject.to - subject.from !== 1) return false;
  return (tokens[subject.from].tags & REL) !== 0 && tokens[subject.from - 1]?.lower === ',';
}

/** The infinitive behind an object: the "to" of "urged Congress to act"; -1 when there is none. */
function infinitiveAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to && at - from < objectTokensMax; at++) {
    if (tokens[at].lower === '(') {
      const close = closeBracket(tokens, at, to);
      if (close !== -1) at = close + 1;
      if (at >= to) return -1;
    }
    if (tokens[at].kind === 'mark' && tokens[at].lower !== '.' && tokens[at].lower !== ',' && tokens[at].lower !== '-')
      return -1;
    if (does(tokens[at], TO) || (does(tokens[at], NOT) && does(tokens[at + 1], TO))) return at;
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
  draft: Draw,
): Draft | null {
  const { cue, after, frame } = plan;
  if (after.kind === 'clause' || after.kind === 'question')
    return draft(rightContent(tokens, after.at, breaks, n, false), 'passive with clause');
  if (does(tokens[cue.to], BY) && has(frame, 'o') && !cue.negated && !cue.possible) {
    // "The plan was rejected by the council": what is spoken of; a pronoun alone tells nothing.
    const { subject } = subjectOf(tokens, cue.from);
    if (subject !== null && !(subject.to - subject.from === 1 && tokens[subject.from].tags & SUBJ))
      return draft([subject], 'passive with who said it');
  }
  let at = cue.to;
  while (at < n && tokens[at].tags & TIME) at++;
  // "Holt, when asked to confirm it, left": what was asked ends at the comma.
  const inside = ((tokens[cue.from - 1]?.tags ?? 0) & SUB) !== 0;
  // "was asked by a reporter to": behind who did.
  if (does(tokens[at], BY) && at < n) at = prepositionalEnd(tokens, at, n);
  const next = tokens[at];
  if (next === undefined || at >= n) return null;
  if (does(next, TO) && frame.force !== 'ask') {
    // "is said to be": who it is said of belongs to what is said.
    return draft(rightContent(tokens, at, breaks, n, false), 'passive with infinitive');
  }
  if (does(next, TO | PASSIVE_TOPIC))
    return draft(rightContent(tokens, at + (does(next, TO) ? 0 : 1), breaks, n, inside), 'passive');
  // "was asked about the dam"
  if (frame.particle !== null && frame.force === 'ask' && at === cue.to)
    return draft(objectContent(tokens, rightContent(tokens, at, breaks, n, false)), 'passive');
  return null;
}

/** Tokens from which what follows a verb of saying is taken for a clause. */
const clauseTokensMin = 5;
/** The same behind "said", which takes no object. */
const shortClauseTokensMin = 3;
/** Longest object before an infinitive. */
const objectTokensMax = 14;

/** "said officers still scrutinize": with a word that begins a noun phrase, where "said of the course" and "wrote a letter" have none. */
function opensClause(first: Token): boolean {
  if (first.kind !== 'word' || first.tags & DET) return false;
  return (first.tags & SUBJ) !== 0 || first.capital || (first.tags === 0 && (first.endings & PLURAL_END) !== 0);
}

/** "said she admires it": a pronoun and a verb, however short. */
function opensPronoun({ kind, tags, capital }: Token): boolean {
  return kind === 'word' && !capital && (tags & SUBJ) !== 0 && !(tags & (DET | OBJ | POSS));
}

/** Whether a word of a run may be a verb that no list knows for one. */
function mayHoldVerb(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from + 1; at < run.to; at++) {
    const { tags, capital } = tokens[at];
    if (capital) continue;
    if (tags & (VPAST | AUX) && tokens[at].kind === 'word') return true;
    if (tags & VBASE && tokens[at - 1].kind === 'word' && tokens[at - 1].endings & PLURAL_END) return true;
  }
  return false;
}
