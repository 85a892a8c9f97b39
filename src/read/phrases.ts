import {
  ADV,
  ADVERB_END,
  AUX,
  BE,
  CC,
  DET,
  DOC,
  FINITE,
  HAVE,
  MEDIA,
  MODAL,
  NEG,
  NOUN_CUE,
  NOUN_FORM,
  OBJ,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VENUE,
  VING,
  VPART,
  VPAST,
  VS,
  WH,
} from './lexicon.ts';
import { AS, BOUND, BUT, BY, does, NONFINITE, ON, THAT_WORD, THOSE, TO, TURN } from './small-words.ts';
import type { Token } from './tokens.ts';

export const NOUNISH = NOUN_CUE | NOUN_FORM;

/** A run of tokens, `from` up to, not with, `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Whether a subject pronoun stands right before a token. */
export function isPronounBefore(tokens: readonly Token[], at: number): boolean {
  return at > 0 && (tokens[at - 1].tags & SUBJ) !== 0;
}

/** Whether a word is an adverb, by the lexicon or by its ending. */
export function isAdverb(token: Token): boolean {
  if (token.kind !== 'word') return false;
  if (token.tags & ADV) return true;
  return token.tags === 0 && !token.capital && token.lower.length > 4 && (token.endings & ADVERB_END) !== 0;
}

/** Whether a token can begin what is said, behind a form that may be a verb or a noun. */
export function startsContent(next: Token | undefined): boolean {
  if (next === undefined) return false;
  return next.kind === 'quote' || (next.tags & (THAT | DET | POSS | SUBJ | WH)) !== 0 || next.capital || does(next, TO);
}

/** Words a noun phrase may reach back. */
const nounPhraseMax = 30;

/** The noun phrase that ends before `end`, null when none does. */
export function nounPhraseBack(tokens: readonly Token[], end: number): Run | null {
  let from = end;
  while (from > 0 && end - from < nounPhraseMax) {
    const token = tokens[from - 1];
    if (token.kind === 'quote') {
      if (from === end || !isQuotedWord(token) || from < 2 || tokens[from - 2].kind === 'mark') break;
      from--;
      continue;
    }
    if (token.kind === 'mark') {
      if (
        token.lower === '.' ||
        token.lower === '&' ||
        token.lower === '/' ||
        token.lower === '-' ||
        token.lower === '’' ||
        token.lower === "'" ||
        token.lower === '@' ||
        token.lower === '$' ||
        token.lower === '#' ||
        token.lower === '%'
      ) {
        from--;
        continue;
      }
      if (token.lower === ')' && from < end) {
        const open = openBracket(tokens, from - 1);
        if (open > 0) {
          from = open;
          continue;
        }
      }
      break;
    }
    const { tags } = token;
    if (token.kind === 'number' || token.kind === 'clitic') {
      if (token.kind === 'clitic' && tags & BE && isPronounBefore(tokens, from - 1)) break;
      from--;
      continue;
    }
    if (tags & REL && tags & SUBJ) {
      // "who said": the relative pronoun is the nearest subject; inside a phrase it marks a clause of its own.
      if (from === end) return { from: from - 1, to: end };
      if (!does(token, THAT_WORD | THOSE) && !(tags & DET)) break;
    }
    if (tags & SUBJ && !(tags & (DET | POSS | REL))) {
      if (from === end) return { from: from - 1, to: end };
      break;
    }
    if (tags & (MODAL | BE | HAVE)) break;
    if (tags & (SUB | WH) && !(tags & PREP) && !(tags & DET)) break;
    if (does(token, BOUND)) break;
    if (tags & CC) {
      if (from === end || does(token, TURN)) break;
      if (!joinsNouns(tokens, from - 1)) break;
      from--;
      continue;
    }
    if (tags & PREP && !token.capital) {
      if (from === end) break;
      if (from >= 2 && (isNounLike(tokens[from - 2]) || isShare(tokens[from - 2]))) {
        from--;
        continue;
      }
      break;
    }
    if (tags & PREP && token.capital && from - 1 === 0) break;
    if (tags & OBJ && !(tags & (SUBJ | POSS | DET))) {
      // "half of them", "those close to him"
      if (from !== end || from < 3 || !(tokens[from - 2].tags & PREP) || !isNounLike(tokens[from - 3])) break;
      from--;
      continue;
    }
    if (isFiniteVerb(tokens, from - 1) && !isReduced(tokens, from - 1)) break;
    if (tags & TIME && token.capital && from < end && from - 1 > 0 && does(tokens[from - 2], ON)) break;
    if (isAdverb(token) && !(tags & DET) && !token.capital && tokens[from]?.kind !== 'word') break;
    if (isAdverb(token) && !(tags & DET) && (from === end || from - 1 === 0 || tokens[from - 2].kind === 'mark')) break;
    if (tags & VING && token.capital && from - 1 === 0) break;
    from--;
    if (tags & (DET | POSS)) {
      const more = tokens[from - 1];
      if (more === undefined) break;
      if (more.tags & PREP && from >= 2 && (isNounLike(tokens[from - 2]) || isShare(tokens[from - 2]))) continue;
      // "observers in the valley and around the lake"
      if (more.tags & PREP && from >= 4 && tokens[from - 2].tags & CC && isNounLike(tokens[from - 3])) {
        from -= 2;
        continue;
      }
      if (more.tags & CC && joinsNouns(tokens, from - 1) && !does(more, BUT)) continue;
      if (more.tags & DET) continue;
      break;
    }
  }
  if (from === end) return null;
  // "In an interview Trump said": what follows the opening prepositional phrase is the subject.
  const opener = tokens[from - 1];
  if (
    opener !== undefined &&
    opener.tags & PREP &&
    !does(opener, AS) &&
    (from - 1 === 0 || tokens[from - 2].kind === 'mark' || tokens[from - 2].tags & (CC | SUB | THAT))
  ) {
    const run = lastNames(tokens, from, end);
    if (run !== null) return run;
  }
  while (
    from < end &&
    tokens[from].kind === 'mark' &&
    tokens[from].lower !== '@' &&
    tokens[from].lower !== '#' &&
    tokens[from].lower !== '$'
  )
    from++;
  // "“…” about the plan, said Holt": what a quoted phrase is about.
  if (tokens[from].tags & PREP && !tokens[from].capital && tokens[from - 1]?.kind === 'quote') from++;
  if (from === end) return null;
  if (tokens.slice(from, end).every((token) => (token.tags & TIME && !(token.tags & SUBJ)) || token.tags & PREP))
    return null;
  // "said that people": the conjunction is no part of its subject.
  if (
    tokens[from].tags & THAT &&
    from + 1 < end &&
    (tokens[from + 1].capital || tokens[from + 1].tags & (DET | POSS) || tokens[from + 1].endings & PLURAL_END)
  )
    from++;
  return { from, to: end };
}

/** "a report published Wednesday": a participle behind its noun, before a day or a preposition. */
export function isReduced(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!(token.tags & VPART) || token.capital || at === 0 || next === undefined) return false;
  // "a statement posted on the site"
  if (token.entry?.frames != null && !(tokens[at - 1].tags & (DOC | VENUE))) return false;
  // "those surveyed say"
  if (next.entry?.frames != null && next.tags & FINITE) return does(tokens[at - 1], THOSE);
  return isNounLike(tokens[at - 1]) && !(tokens[at - 1].tags & SUBJ) && (next.tags & (PREP | TIME)) !== 0;
}

/** The last base noun phrase of a stretch: its last run of capitals, or from its last article. */
function lastNames(tokens: readonly Token[], from: number, end: number): Run | null {
  for (let k = end - 1; k > from; k--) {
    if (tokens[k].tags & (DET | POSS) && !(tokens[k].tags & SUBJ && k === end - 1)) return { from: k, to: end };
    if (tokens[k].tags & PREP) return k + 1 < end ? { from: k + 1, to: end } : null;
    if (tokens[k].tags & TIME && k + 1 < end) return { from: k + 1, to: end };
    if (tokens[k].kind === 'number' && k + 1 < end) return { from: k + 1, to: end };
    if (!tokens[k].capital && k + 1 < end && tokens[k + 1].capital) return { from: k + 1, to: end };
  }
  return null;
}

/** Whether "and" at `at` joins two nouns and not two clauses: no verb stands before it in its stretch. */
function joinsNouns(tokens: readonly Token[], at: number): boolean {
  if (at === 0 || !isNounLike(tokens[at - 1]))
    return at > 0 && tokens[at - 1].lower === ',' && !hasFiniteBefore(tokens, at - 1);
  return !hasFiniteBefore(tokens, at);
}

function hasFiniteBefore(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k < nounPhraseMax; k--) {
    const token = tokens[k];
    if (token.tags & (THAT | SUB) && !(token.tags & PREP) && k > 0) return false;
    if (token.kind === 'mark' && /^[;:,]$/.test(token.lower)) return false;
    if (token.tags & AUX && token.kind !== 'clitic') return true;
    if (isFiniteVerb(tokens, k)) return true;
  }
  return false;
}

/** Whether the token is a finite verb, as far as its neighbours tell. */
export function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token.kind === 'quote' || token.kind === 'mark') return false;
  const { tags } = token;
  if (tags & MODAL) return true;
  if (tags & (BE | HAVE)) return token.kind !== 'clitic' ? !does(token, NONFINITE) : isPronounBefore(tokens, at);
  if (!(tags & FINITE)) return false;
  if (token.capital && at > 0 && !(tags & VPAST && !(tags & VPART))) {
    // Only in a headline is a verb written with a capital.
    return tokens[at - 1].capital && (tokens[at + 1]?.capital ?? false) && tokens.length < headlineTokensMax;
  }
  let k = at - 1;
  while (k >= 0 && isAdverb(tokens[k])) k--;
  if (k < 0) return false;
  const before = tokens[k];
  if (before.tags & (DET | POSS | PREP) && !(before.tags & SUBJ)) return false;
  if (before.kind === 'clitic') return false;
  if (before.tags & SUBJ) return !(before.tags & DET) || (tags & (VPAST | VS)) !== 0;
  if (before.tags & AUX) return false;
  const next = tokens[at + 1];
  if (tags & VPAST) {
    if (tags & VPART) {
      if (next !== undefined && (does(next, BY) || next.kind === 'mark')) return false;
      if (before.kind === 'mark') return false;
      // "“…,” retired general Ana Holt said"
      if (before.kind === 'quote' && token.entry?.frames == null) return false;
      // "the man arrested in May": a participle before a preposition is taken for one unless its subject is a name.
      if (next !== undefined && next.tags & PREP && !before.capital && token.entry === null) return false;
      if (
        !before.capital &&
        next !== undefined &&
        !next.capital &&
        next.tags === 0 &&
        before.tags === 0 &&
        token.entry === null
      )
        return isNounLike(before);
    }
    return true;
  }
  if (tags & VS) {
    if (!isNounLike(before)) return false;
    if (tags & NOUNISH) return startsContent(next);
    if (before.endings & PLURAL_END && !before.capital) return false;
    return (
      next !== undefined &&
      (next.kind === 'quote' ||
        next.capital ||
        (next.tags & (DET | POSS | PREP | SUBJ | OBJ | THAT | ADV | WH)) !== 0 ||
        does(next, TO))
    );
  }
  // Base form behind a plural.
  return (
    before.kind === 'word' &&
    !before.capital &&
    (before.endings & PLURAL_END) !== 0 &&
    !(tags & NOUNISH) &&
    next !== undefined &&
    next.kind !== 'mark' &&
    (next.tags & (DET | POSS | THAT | PREP | OBJ)) !== 0
  );
}

/** A word or two in quotation marks inside a phrase: "the 'birther' movement". */
export function isQuotedWord(token: Token): boolean {
  return token.quote !== null && !token.quote.stops && token.end - token.start < quotedWordCharactersMax;
}

const quotedWordCharactersMax = 40;

/** Tokens a headline may have. */
const headlineTokensMax = 14;

/** "The Lakeside Sun": whether a token ends the name of an outlet, though the word may be a day's as well. */
export function endsOutletName(tokens: readonly Token[], at: number): boolean {
  return (tokens[at].tags & MEDIA) !== 0 && at > 0 && tokens[at - 1].capital && (tokens[at - 1].tags & DET) === 0;
}

/** "one in four", "most of them": a word for a number that stands alone. */
function isShare({ tags, kind }: Token): boolean {
  return kind === 'word' && (tags & DET) !== 0 && (tags & SUBJ) !== 0 && !(tags & (REL | POSS | THAT));
}

/** Whether a token can end a noun phrase. */
export function isNounLike(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'clitic') return false;
  if (token.kind === 'quote') return isQuotedWord(token);
  if (token.kind === 'mark') return token.lower === ')' || token.lower === '.' || token.lower === '%';
  if (token.capital) return !(token.tags & (PREP | CC | SUB));
  return (
    (token.tags & (PREP | CC | SUB | AUX | NEG | DET | POSS | WH | THAT)) === 0 &&
    !(isAdverb(token) && !(token.tags & SUBJ)) &&
    !(token.tags & VPAST && !(token.tags & VPART))
  );
}

/** The bracket that opens the one closing at `close`; -1 when none is near. */
export function openBracket(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k >= 0 && close - k < 12; k--) {
    if (tokens[k].lower === '(' || tokens[k].lower === '[') return k;
  }
  return -1;
}
