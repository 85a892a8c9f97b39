import { closeBracket, nextComma, prepositionalEnd } from './after.ts';
import type { Break, Draft } from './drafts.ts';
import { goesOn, leftContent, rightContent, wholeUtterance } from './extent.ts';
import { AUX, CC, DET, FINITE, type Frame, type Lexicon, POSS, ROLE } from './lexicon.ts';
import { isFiniteVerb, isQuotedWord, type Run } from './phrases.ts';
import { BUT, BY, does } from './small-words.ts';
import type { Token } from './tokens.ts';

/** "according to X" from its first word, with the words that name X. */
export interface Source {
  readonly from: number;
  readonly to: number;
  readonly speaker: Run;
}

/** "according to X" wherever it stands. */
export function accordingTo(tokens: readonly Token[], lexicon: Lexicon, n: number): Source[] {
  const sources: Source[] = [];
  for (let at = 0; at < n; at++) {
    if (!lexicon.sourceOpeners.has(tokens[at].lower)) continue;
    const behind = at > 0 && (tokens[at - 1].kind === 'mark' || tokens[at - 1].kind === 'quote');
    const from =
      phraseEnd(tokens, at, lexicon.accordingTo, behind || at === 0) ??
      (behind ? phraseEnd(tokens, at, lexicon.accordingToBehind, true) : null);
    if (from === null) continue;
    const to = sourceEnd(tokens, from, n, at === 0 && lexicon.words.clauseComma === true);
    if (to > from) sources.push({ from: at, to, speaker: { from, to } });
  }
  return sources;
}

/** Where one of the phrases that begins at `at` ends. A phrase of one word must stand at an edge and before a name. */
function phraseEnd(
  tokens: readonly Token[],
  at: number,
  phrases: readonly (readonly string[])[],
  edge: boolean,
): number | null {
  for (const phrase of phrases) {
    if (tokens[at].lower !== phrase[0] || !phrase.every((word, k) => tokens[at + k]?.lower === word)) continue;
    const next = tokens[at + phrase.length];
    if (next === undefined) continue;
    if (phrase.length === 1 && (!edge || !(next.capital || next.tags & DET))) continue;
    return at + phrase.length;
  }
  return null;
}

/** Where the words naming a source end: at the comma behind them, over appositions when the sentence began with them. */
function sourceEnd(tokens: readonly Token[], from: number, n: number, beforeVerb: boolean): number {
  let to = from;
  while (to < n) {
    const token = tokens[to];
    // "Laut Polizei wurden …": no comma, the verb ends it.
    if (beforeVerb && to > from && isFiniteVerb(tokens, to)) break;
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
    if (to > from && token.tags & CC && does(token, BUT)) break;
    if (to > from && token.tags & CC && hasVerbBetween(tokens, to + 1, Math.min(n, to + 8)) && !tokens[to + 1]?.capital)
      break;
    to++;
  }
  return to;
}

/** Whether a finite verb stands in a stretch. */
export function hasVerbBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteVerb(tokens, at)) return true;
  return false;
}

/** "by NP" behind a passive. */
export function byAgent(tokens: readonly Token[], at: number, n: number): Run | null {
  for (let k = at; k < n && k - at < 10; k++) {
    if (tokens[k].kind === 'mark' && tokens[k].lower === ',') return null;
    if (!does(tokens[k], BY)) continue;
    const to = prepositionalEnd(tokens, k, n);
    return to > k + 1 ? { from: k + 1, to } : null;
  }
  return null;
}

/** "according to X": the rest of its sentence. */
export function sourceDraft(
  tokens: readonly Token[],
  source: Source,
  breaks: readonly Break[],
  n: number,
): Draft | null {
  let pieces: Run[] = [];
  if (source.from === 0) {
    let from = tokens[source.to]?.lower === ',' ? source.to + 1 : source.to;
    // "According to Ana Holt, the mayor, …": the apposition belongs to the source.
    const close = nextComma(tokens, from, n);
    if (
      close !== -1 &&
      close - from < appositionTokensMax &&
      (tokens[from]?.tags ?? 0) & (DET | POSS | ROLE) &&
      !hasVerbBetween(tokens, from, close) &&
      tokens.slice(close + 1, n).some((token) => token.tags & (FINITE | AUX))
    )
      from = close + 1;
    pieces = wholeUtterance(tokens, rightContent(tokens, from, breaks, n, false));
  } else {
    // "…, her spokesman said, according to X": what X passed on ends before the spokesman.
    const before = breaks.find(
      (one) => one.inserted && one.at < source.from - 1 && Math.abs(one.resume - source.from) <= 1,
    );
    const left = leftContent(
      tokens,
      before?.at ?? source.from,
      breaks.filter((one) => one.at !== source.from && one.resume < source.from && one !== before),
    );
    if (left !== null) pieces.push(left);
    const behind = tokens[source.to]?.lower === ',' ? behindApposition(tokens, source.to + 1, n) : n;
    if (behind < n && goesOn(tokens, behind)) pieces.push(...rightContent(tokens, behind, breaks, n, false));
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

/** ", a former envoy, was a decision": over what the source is, behind its comma. */
function behindApposition(tokens: readonly Token[], from: number, n: number): number {
  const close = nextComma(tokens, from, n);
  const to = close === -1 ? n : close;
  // "its operator, Bremer Lines": a name to the sentence's end.
  const named = close === -1 && tokens.slice(from, n).every((token) => token.capital || token.kind === 'mark');
  if (from >= n || !(named || tokens[from].tags & (DET | POSS | ROLE))) return from;
  if (to - from >= appositionTokensMax || hasVerbBetween(tokens, from, to)) return from;
  return close === -1 ? n : close + 1;
}

const accordingFrame: Frame = { lemma: '', particle: null, force: 'say', frames: 'c' };

const appositionTokensMax = 14;
