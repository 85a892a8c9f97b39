import { nextComma, prepositionalEnd } from './after.ts';
import type { Break, Draft } from './drafts.ts';
import { objectContent, rightContent } from './extent.ts';
import {
  AUX,
  CC,
  DET,
  type Lexicon,
  LINK,
  NEG,
  NOUN_CUE,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  REPORTEDLY,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VING,
  WH,
} from './lexicon.ts';
import { isFiniteVerb, nounPhraseBack, type Run } from './phrases.ts';
import { BY, does, FOR, OF, THAT_WORD, TO, WHOSE } from './small-words.ts';
import { hasVerbBetween } from './sources.ts';
import type { Token } from './tokens.ts';
import { venueIn } from './venue.ts';

/** "X's claim that …", "the warning against …", "remarks in an interview, that …". */
export function nounDrafts(
  tokens: readonly Token[],
  lexicon: Lexicon,
  breaks: readonly Break[],
  n: number,
  drafts: Draft[],
): void {
  for (let at = 0; at < n; at++) {
    const token = tokens[at];
    if (!(token.tags & NOUN_CUE) || token.kind !== 'word' || token.entry === null) continue;
    // "said in a statement that": the noun belongs to the verb's own words.
    if (isReached(drafts, at)) continue;
    const run = nounPhraseBack(tokens, at);
    const owner = ownerOf(tokens, at);
    const determined = run !== null || owner !== null;
    let k = at + 1;
    let venue: Run | null = null;
    let speaker = owner;
    if (does(tokens[k], BY)) {
      const to = prepositionalEnd(tokens, k, n);
      if (speaker === null && to > k + 1) speaker = { from: k + 1, to };
      k = to;
    }
    // "remarks in an interview with a daily, a British one, that …".
    for (let guard = 0; guard < 4 && k < n; guard++) {
      const link = tokens[k];
      if (link.tags & LINK && !does(link, FOR)) {
        const to = prepositionalEnd(tokens, k, n);
        if (venue === null) {
          venue = venueIn(tokens, k, to, n);
          if (venue !== null) {
            k = Math.max(to, venue.to);
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
    if (!(link.tags & THAT) && speaker === null) {
      if (!determined && !(token.endings & PLURAL_END)) continue;
      if (!does(link, THAT_WORD)) continue;
    }
    if (link.tags & THAT && isFiniteVerb(tokens, k + 1)) continue;
    const from = link.tags & THAT || does(link, TO) ? k : k + 1;
    let pieces = rightContent(tokens, from, breaks, n, false);
    if (!(link.tags & THAT)) pieces = objectContent(tokens, pieces);
    else pieces = nounClause(tokens, pieces, !hasVerbBetween(tokens, 0, at));
    pieces = pieces.filter((piece) => piece.to > piece.from);
    if (pieces.length === 0) continue;
    drafts.push({
      cue: { from: at, to: at + 1 },
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

function nounClause(tokens: readonly Token[], pieces: readonly Run[], subject: boolean): Run[] {
  if (pieces.length === 0) return [];
  const { from, to } = pieces[0];
  let relative = false;
  let verbs = 0;
  for (let at = from + 1; at < to; at++) {
    if (isFiniteVerb(tokens, at)) {
      // "the claim that it was safe was disputed": the second verb is the sentence's own.
      if (verbs === 1 && subject && tokens[at].tags & AUX && !(tokens[at - 1].tags & (AUX | SUBJ | REL | NEG | CC)))
        return [{ from, to: at }];
      if (!(tokens[at - 1].tags & AUX)) verbs++;
    } else if (tokens[at].tags & (THAT | REL | SUB | CC | WH) || tokens[at].kind === 'mark') verbs = 2;
    if (tokens[at].lower === ',' && tokens[at + 1] !== undefined && tokens[at + 1].tags & REL) relative = true;
    if (
      !relative &&
      tokens[at].lower === ',' &&
      tokens[at].kind === 'mark' &&
      tokens[at + 1] !== undefined &&
      (tokens[at + 1].tags & (AUX | VING) || isFiniteVerb(tokens, at + 1))
    )
      return [{ from, to: at }];
  }
  return [{ from, to }];
}

/** Whether a token is among the own words of a verb of saying. */
function isReached(drafts: readonly Draft[], at: number): boolean {
  return drafts.some((draft) => draft.reach.from <= at && at < Math.max(draft.cue.to, draft.reach.to));
}

/** "Yoon's", "his", "the government's recent": whose claim it is. */
function ownerOf(tokens: readonly Token[], at: number): Run | null {
  for (let k = at - 1; k >= 0 && at - k < 5; k--) {
    const token = tokens[k];
    if (token.kind === 'clitic' || (token.kind === 'mark' && (token.lower === "'" || token.lower === '’'))) {
      const run = nounPhraseBack(tokens, k);
      return run === null ? null : { from: ownerStart(tokens, run, k), to: k };
    }
    if (token.tags & POSS) return does(token, WHOSE) ? null : { from: k, to: k + 1 };
    if (token.kind !== 'word' || token.tags & (DET | PREP | CC | AUX)) return null;
  }
  return null;
}

/** Only the last base phrase owns: "comment on Smith's remarks" is Smith, but "the Department of State's" is one name. */
function ownerStart(tokens: readonly Token[], run: Run, to: number): number {
  for (let at = to - 1; at > run.from; at--) {
    const token = tokens[at];
    if (token.tags & PREP && !token.capital && !(does(token, OF) && tokens[at - 1].capital)) return at + 1;
  }
  return run.from;
}

/** "reportedly": its clause, from no one in particular. */
export function reportedly(tokens: readonly Token[], n: number, drafts: Draft[]): void {
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
