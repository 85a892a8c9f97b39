import type { Draft } from './drafts.ts';
import { MEDIA, SUBJ, THAT } from './lexicon.ts';
import { isFiniteVerb, type Run } from './phrases.ts';
import { AS, BY, does, SAYING } from './small-words.ts';
import type { Token } from './tokens.ts';

/**
 * Ties reports of reports together. Words inside a statement with a speaker of their own keep a record of their own, and who
 * reported them is its relay; a report that only hangs on a whole statement ("…, the agency said") is no second statement.
 */
export function tieRelays(tokens: readonly Token[], drafts: readonly Draft[]): Draft[] {
  // One report alone, as in most sentences that have any, hangs on nothing.
  if (drafts.length < 2) return [...drafts];
  const kept: Draft[] = [];
  const folded = new Set<Draft>();
  for (const outer of drafts) {
    if (outer.speaker === null) continue;
    const first = outer.pieces[0];
    // "Smith assured Jones that …, the agency said": what the agency said is that whole statement.
    const hangs = outer.reach.from >= first.to;
    if (hangs) {
      const inner = drafts.find(
        (one) =>
          one !== outer &&
          !folded.has(one) &&
          one.speaker !== null &&
          // What somebody is said to have thought is the words of who says it.
          one.frame.force !== 'think' &&
          ownVoice(tokens, one) &&
          one.reach.from <= first.from + openingTokensMax &&
          one.reach.from >= first.from &&
          one.pieces[0].to <= outer.reach.from &&
          one.step !== 'noun of saying',
      );
      if (inner !== undefined && coversRest(inner, first)) {
        inner.relay.push(outer.speaker, ...outer.relay);
        folded.add(outer);
        continue;
      }
      // "The paper reported …, according to two officials": the officials are the source, the paper passed it on.
      const report = drafts.find(
        (one) =>
          one !== outer &&
          one.speaker !== null &&
          one.frame.force === 'report' &&
          isMedia(tokens, one.speaker) &&
          one.pieces[0].from <= first.to &&
          one.pieces[0].to <= first.to &&
          outer.step === 'according to' &&
          !isMedia(tokens, outer.speaker!),
      );
      if (report !== undefined) {
        outer.pieces = report.pieces;
        outer.relay.push(report.speaker!);
        folded.add(report);
      }
    }
  }
  for (const draft of drafts) if (!folded.has(draft)) kept.push(draft);
  for (const inner of kept) {
    if (inner.relay.length > 0 || inner.speaker === null) continue;
    const outers = kept.filter(
      (one) =>
        one !== inner &&
        one.speaker !== null &&
        one.pieces.some((piece) => piece.from <= inner.cue.from && inner.cue.to <= piece.to),
    );
    // Innermost first.
    outers.sort((a, b) => length(a.pieces) - length(b.pieces));
    for (const outer of outers)
      if (outer.speaker !== null && !sameRun(outer.speaker, inner.speaker)) inner.relay.push(outer.speaker);
  }
  return kept;
}

function ownVoice(tokens: readonly Token[], draft: Draft): boolean {
  const { speaker } = draft;
  if (speaker === null) return false;
  return !(speaker.to - speaker.from === 1 && tokens[speaker.from].tags & SUBJ);
}

/** Whether a statement reaches to the end of the stretch it opens. */
function coversRest(inner: Draft, stretch: Run): boolean {
  return inner.pieces[inner.pieces.length - 1].to >= stretch.to - 1;
}

function length(pieces: readonly Run[]): number {
  return pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
}

function sameRun(a: Run, b: Run): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether a speaker is an outlet. */
export function isMedia(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from; at < run.to; at++) if (tokens[at].tags & MEDIA) return true;
  return false;
}

/** "quoted X as saying", "was quoted by Y as saying": where what was said begins, whom it names and who passed it on. */
export function quotedAs(
  tokens: readonly Token[],
  cueTo: number,
  n: number,
): { at: number; named: Run | null; by: Run | null } | null {
  let as = -1;
  for (let at = cueTo; at < n && at - cueTo < quotedAsMax; at++) {
    if (does(tokens[at], AS) && does(tokens[at + 1], SAYING)) {
      as = at;
      break;
    }
    if (isFiniteVerb(tokens, at)) return null;
  }
  if (as === -1) return null;
  let by: Run | null = null;
  let named: Run | null = null;
  for (let at = cueTo; at < as; at++) {
    if (!does(tokens[at], BY)) continue;
    by = { from: at + 1, to: as };
    break;
  }
  let behind = as + 2;
  if (by === null && does(tokens[behind], BY)) {
    let to = behind + 1;
    while (to < n && tokens[to].kind === 'word' && !(tokens[to].tags & THAT)) to++;
    by = { from: behind + 1, to };
    behind = to;
  }
  if (by === null && as > cueTo) named = { from: cueTo, to: as };
  return { at: behind, named, by };
}

const quotedAsMax = 24;
/** Tokens of an opening phrase that may stand before a reported statement's own speaker. */
const openingTokensMax = 8;
