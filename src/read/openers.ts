import { CC, DET, HAVE, PREP, REL, SUB, SUBJ, TIME, VING, VPART, VPAST, WH } from './lexicon.ts';
import { isAdverb, isFiniteVerb } from './phrases.ts';
import { ASIDE, CONTRAST, does } from './small-words.ts';
import type { Token } from './tokens.ts';

/**
 * The places at which clauses and phrases before a main clause end: "Asked about it, she said", "She left, and when Holt said it
 * was over, the crowd went home". One at the beginning, and one for each subordinate clause that opens a later stretch.
 */
export function openerEnds(tokens: readonly Token[], n: number): number[] {
  const ends: number[] = [];
  for (let at = 0; at < n && ends.length < openersMax; at++) {
    const token = tokens[at];
    if ((at > 1 && !(token.tags & SUB)) || token.kind !== 'word') continue;
    if (!opensSentence(tokens, at) && !opensStretch(tokens, at)) continue;
    const end = mainClauseAfter(tokens, at, n);
    if (end === -1) continue;
    ends.push(end);
    at = end;
  }
  return ends;
}

/** Clauses before a main clause that one sentence is looked through for. */
const openersMax = 4;

/** "Asked about it", "In an interview", "And in explaining why": over a conjunction only a participle behind it. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  const { tags } = tokens[at];
  if (at === 0) return (tags & (SUB | WH | VING | VPART | PREP | HAVE)) !== 0 && !(tags & DET);
  return at === 1 && (tokens[0].tags & CC) !== 0 && (tags & PREP) !== 0 && ((tokens[2]?.tags ?? 0) & VING) !== 0;
}

/** "but when", "hours after", "…, and even as": a conjunction at the beginning of a sentence or of its second half. */
function opensStretch(tokens: readonly Token[], at: number): boolean {
  const { tags } = tokens[at];
  if (!(tags & SUB) || tags & (DET | SUBJ) || !does(tokens[at], ASIDE | CONTRAST)) return false;
  let before = at - 1;
  while (before >= 0 && (isAdverb(tokens[before]) || tokens[before].tags & TIME || tokens[before].kind === 'number'))
    before--;
  // "One month after"
  if (before === 0 && tokens[0].tags & DET) return true;
  return before < 0 || (tokens[before].kind === 'word' && (tokens[before].tags & CC) !== 0);
}

/** The comma, or the quotation with a comma in it, behind which the main clause begins; -1 when none does. */
function mainClauseAfter(tokens: readonly Token[], opener: number, n: number): number {
  for (let at = opener + 1; at < n; at++) {
    const closes = tokens[at].kind === 'mark' ? tokens[at].lower === ',' : tokens[at].quote?.stops === true;
    if (!closes) continue;
    let k = at + 1;
    while (k < n && isAdverb(tokens[k]) && !(tokens[k].tags & DET)) k++;
    const next = tokens[k];
    if (next === undefined || (next.kind !== 'word' && next.kind !== 'number')) continue;
    if (next.tags & (CC | REL | SUB | VING) && !(next.tags & (DET | SUBJ))) continue;
    if (next.tags & PREP && !next.capital) continue;
    if (next.tags & REL && next.tags & SUBJ && !(next.tags & DET)) continue;
    for (let v = k + 1; v < n && v - k < mainSubjectTokensMax; v++) {
      if (tokens[v].kind === 'mark' && tokens[v].lower !== '.' && tokens[v].lower !== '-') break;
      const last = v === n - 1 && (tokens[v].tags & VPAST) !== 0;
      if (last || isFiniteVerb(tokens, v) || (tokens[v].entry?.frames != null && tokens[v].tags & VPAST))
        return tokens[at].kind === 'quote' ? at + 1 : at;
    }
  }
  return -1;
}

/** Tokens the subject of a main clause may have. */
const mainSubjectTokensMax = 14;
