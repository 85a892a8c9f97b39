import { invertedSubject, readAfter } from './after.ts';
import type { Cue } from './cues.ts';
import { type After, has, type Plan } from './drafts.ts';
import { CC, DET, type Frame, type Lexicon, PREP, REL, ROLE, SUBJ, TIME, VING, VPART, VPAST, VS } from './lexicon.ts';
import { isAdverb, isFiniteVerb, type Run } from './phrases.ts';
import { AS, does, TO } from './small-words.ts';
import { hasVerbBetween } from './sources.ts';
import type { Token } from './tokens.ts';

/** How a verb of saying is to be read: which of its frames fits, what stands behind it, who its subject is and where what it tells stands. */
export function planOf(tokens: readonly Token[], cue: Cue, n: number, lexicon: Lexicon): Plan {
  const { frame, after: behind } = fittingFrame(tokens, cue, n);
  const right = subjectBehind(tokens, cue, frame, n, lexicon);
  const inverted = right !== null;
  const subject = right ?? cue.subject;
  const after = right === null ? behind : readAfter(tokens, cue, frame, n, right.to);
  let from = inverted ? cue.from : subject !== null && !cue.shared ? Math.min(subject.from, cue.from) : cue.from;
  // "The dam, as Holt said, is old."
  if (from > 1 && does(tokens[from - 1], AS) && tokens[from - 2].lower === ',') from--;
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
  const utterance = quoteLeft && isUtterance(tokens, quoteAt);
  const parenthetical =
    left &&
    cue.mood === 'finite' &&
    has(frame, 'cbqd') &&
    (none || utterance || ((quoteLeft || tokens[0].kind === 'quote') && after.kind === 'quote') || inverted) &&
    (!cue.shared || inverted);
  return { cue, after, subject, inverted, parenthetical, utterance, quoteAt, frame, from };
}

/** The frame of a verb that fits what follows it; its first when none fits better. */
function fittingFrame(tokens: readonly Token[], cue: Cue, n: number): { frame: Frame; after: After } {
  const frame = cue.frames[0];
  const after = readAfter(tokens, cue, frame, n);
  if (cue.frames.length === 1) return { frame, after };
  const wanted =
    after.kind === 'none' || after.kind === 'comma'
      ? 'q'
      : after.kind === 'bare'
        ? does(tokens[after.at], TO)
          ? 'tx'
          : 'cox'
        : 'cbq';
  const better = cue.frames.find((candidate) => has(candidate, wanted));
  if (better === undefined || better === frame) return { frame, after };
  return { frame: better, after: readAfter(tokens, cue, better, n) };
}

/** The subject that stands behind its verb: '"…," said Miller', "…, said Miller, who …"; null when it stands before it. */
function subjectBehind(tokens: readonly Token[], cue: Cue, frame: Frame, n: number, lexicon: Lexicon): Run | null {
  let back = cue.from - 1;
  while (back >= 0 && isAdverb(tokens[back])) back--;
  if (back < 0) return openingSubject(tokens, cue, frame, n);
  const quoteAt = quoteBehind(tokens, back + 1);
  const quoteBefore = quoteAt !== -1;
  if (!quoteBefore && (tokens[back].lower !== ',' || back === 0 || cue.near)) return null;
  if (cue.mood !== 'finite' || !has(frame, 'cbq') || (cue.subject !== null && !cue.shared && cue.near)) return null;
  // "…, an official, who asked not to be named, told Lakeside News": "told" is never turned round behind a comma.
  if (!quoteBefore && has(frame, 'd')) return null;
  const right = invertedSubject(tokens, cue.to, n, !quoteBefore || isUtterance(tokens, quoteAt));
  if (right === null) return null;
  const rest = tokens[right.to];
  // "…, said he fully supports it": what he does belongs to what is said.
  if (!quoteBefore && right.to - right.from === 1 && tokens[right.from].tags & SUBJ && startsClause(tokens, right, n))
    return null;
  // "fügte sie hinzu": the rest of the verb.
  const prefix = rest !== undefined && right.to === n - 1 && lexicon.verbPrefixes.has(rest.lower);
  const ends = rest === undefined || right.to >= n || rest.kind === 'mark' || prefix;
  const closes =
    ends ||
    (quoteBefore && (tokens[right.from].tags & (SUBJ | DET)) === SUBJ) ||
    rest.kind === 'quote' ||
    (rest.tags & (PREP | TIME | REL | CC | VING | VPART)) !== 0 ||
    isAdverb(rest);
  if (!closes) return null;
  // ", said one council source in the room"
  const named = tokens.slice(right.from, right.to).some((token) => token.capital || token.tags & ROLE);
  const place = named && rest !== undefined && (rest.tags & PREP) !== 0 && n - right.to <= closingTokensMax;
  const closed = ends || (place && !hasVerbBetween(tokens, right.to, n));
  const isFree = cue.subject === null || (!cue.near && closed && has(frame, 'c') && holdsClause(tokens, cue.from));
  return quoteBefore || isFree ? right : null;
}

/** Whether a clause, or a quotation that holds one, stands before `to`. */
function holdsClause(tokens: readonly Token[], to: number): boolean {
  for (let at = 0; at < to; at++) if (tokens[at].kind === 'quote') return true;
  return hasVerbBetween(tokens, 0, to);
}

function startsClause(tokens: readonly Token[], subject: Run, n: number): boolean {
  let at = subject.to;
  while (at < n && isAdverb(tokens[at])) at++;
  return at < n && (isFiniteVerb(tokens, at) || (tokens[at].tags & VS) !== 0);
}

/** Tokens of a phrase behind who said it, up to the sentence's end. */
const closingTokensMax = 8;

/** "Said Holt, “…”", "Wrote the mayor: “…”": a verb that opens its sentence, and who said it behind. */
function openingSubject(tokens: readonly Token[], cue: Cue, frame: Frame, n: number): Run | null {
  if (cue.mood !== 'finite' || cue.subject !== null || !has(frame, 'cq') || !(tokens[cue.verb].tags & (VPAST | VS)))
    return null;
  const right = invertedSubject(tokens, cue.to, n, true);
  if (right === null) return null;
  const mark = tokens[right.to];
  if (mark?.lower === ':') return right;
  return mark?.lower === ',' && tokens[right.to + 1]?.kind === 'quote' ? right : null;
}

/** A quotation that stands by itself with its own comma or stop. */
function isUtterance(tokens: readonly Token[], at: number): boolean {
  return tokens[at].quote?.stops === true && (at === 0 || tokens[at - 1].kind === 'mark');
}

/** The quotation that ends before `at`, over commas and dashes: `«…», — заявил`; -1 when none does. */
function quoteBehind(tokens: readonly Token[], at: number): number {
  for (let k = at - 1; k >= 0 && at - k <= quoteMarksMax; k--) {
    if (tokens[k].kind === 'quote') return k;
    if (tokens[k].kind !== 'mark' || !/^[,—–:-]$/.test(tokens[k].lower)) return -1;
  }
  return -1;
}

/** Marks that may stand between a quotation and its verb. */
const quoteMarksMax = 4;
