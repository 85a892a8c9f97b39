import {
  ADV,
  AUX,
  BE,
  CC,
  DET,
  FINITE,
  type Frame,
  HAVE,
  type Lexicon,
  MODAL,
  NEG,
  NOUN_CUE,
  NOUN_FORM,
  OBJ,
  POSS,
  PREP,
  REL,
  ROLE,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VBASE,
  VING,
  VPART,
  VPAST,
  VS,
  WH,
} from './lexicon.ts';
import type { Token } from './tokens.ts';

const NOUNISH = NOUN_CUE | NOUN_FORM;

/** A run of tokens, `from` up to, not with, `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A verb of saying where it stands, with who is its subject. */
export interface Cue {
  /** The verb with its auxiliaries and negation, and its particle. */
  readonly from: number;
  readonly to: number;
  /** The verb itself. */
  readonly verb: number;
  readonly frames: readonly Frame[];
  readonly mood: 'finite' | 'gerund' | 'infinitive' | 'passive';
  readonly negated: boolean;
  readonly subject: Run | null;
  /** The subject stands directly before the verb, in the same stretch between commas. */
  readonly near: boolean;
  /** The subject is that of an earlier verb ("…, adding", "and said"). */
  readonly shared: boolean;
  /** Under a modal ("could threaten") or a purpose ("to urge"): said of a possibility, unless a clause follows. */
  readonly possible: boolean;
  /** Its clause begins the sentence or stands behind a mark or "and": it is not inside what another said. */
  readonly opens: boolean;
}

/** All verbs of saying of a sentence in order. */
export function findCues(tokens: readonly Token[], titled: boolean, lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token.entry?.frames == null) continue;
    // A capital inside a sentence is a name: "the State Department".
    if (token.capital && at > 0 && !titled && tokens[at - 1].kind === 'word') continue;
    const cue = cueAt(tokens, at, cues, lexicon);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

function cueAt(tokens: readonly Token[], at: number, earlier: readonly Cue[], lexicon: Lexicon): Cue | null {
  const token = tokens[at];
  const all = token.entry!.frames!;
  const frames = framesAt(tokens, at, all);
  if (frames.length === 0) return null;
  const particle = frames[0].particle;
  const to = at + 1 + (particle === null ? 0 : particle.length);
  const group = verbGroup(tokens, at);
  const tags = token.tags;
  const before = at > 0 ? tokens[at - 1] : null;
  if (before !== null && before.kind === 'mark' && before.lower === '-') return null;

  if (group.passive)
    return {
      from: group.from,
      to,
      verb: at,
      frames,
      mood: 'passive',
      negated: group.negated,
      subject: null,
      near: false,
      shared: false,
      possible: group.modal,
      opens: false,
    };
  if (group.infinitive) {
    const governor = governorOf(tokens, group.from, lexicon);
    return {
      from: group.from,
      to,
      verb: at,
      frames,
      mood: 'infinitive',
      negated: group.negated || governor.negated,
      subject: governor.subject,
      near: false,
      shared: true,
      possible: !governor.governs,
      opens: false,
    };
  }
  const isGerund = (tags & VING) !== 0 && !group.auxiliary;
  if (isGerund) {
    if (
      before !== null &&
      ((before.tags & (DET | POSS) && !(before.tags & SUBJ)) ||
        (before.kind === 'clitic' && !(before.tags & BE && isPronounBefore(tokens, at - 1))))
    )
      return null;
    const subject = gerundSubject(tokens, at, earlier);
    if (at === 0 && subject === null) return null;
    return {
      from: group.from,
      to,
      verb: at,
      frames,
      mood: 'gerund',
      negated: group.negated,
      subject,
      near: false,
      shared: true,
      possible: false,
      opens: false,
    };
  }
  if (!group.auxiliary && !isFiniteHere(tokens, at, lexicon)) return null;
  const found = subjectOf(tokens, group.from);
  // "denied that a change is coming, and added": who denied added, not what is coming.
  const subject = found.shared ? (mainSubject(earlier) ?? found.subject) : found.subject;
  if (!group.auxiliary && found.subject === null && (tags & (VBASE | NOUNISH)) !== 0 && (tags & VPAST) === 0)
    return null;
  return {
    from: group.from,
    to,
    verb: at,
    frames,
    mood: 'finite',
    negated: group.negated,
    subject,
    near: found.near,
    shared: found.shared,
    possible: group.modal && !group.negated,
    opens: opensClause(tokens, subject),
  };
}

function opensClause(tokens: readonly Token[], subject: Run | null): boolean {
  if (subject === null) return false;
  const before = tokens[subject.from - 1];
  return before === undefined || before.kind === 'mark' || before.kind === 'quote' || (before.tags & CC) !== 0;
}

/** The frames of a verb that fit here: with its particle behind it ("call for"), otherwise those that need none. */
function framesAt(tokens: readonly Token[], at: number, all: readonly Frame[]): Frame[] {
  let plain: Frame[] | null = null;
  let withParticle: Frame[] | null = null;
  for (const frame of all) {
    if (frame.particle === null) {
      plain ??= [];
      plain.push(frame);
    } else if (frame.particle.every((word, k) => tokens[at + 1 + k]?.lower === word)) {
      withParticle ??= [];
      withParticle.push(frame);
    }
  }
  return withParticle ?? plain ?? [];
}

interface VerbGroup {
  readonly from: number;
  readonly auxiliary: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly negated: boolean;
  readonly modal: boolean;
}

/** Words a verb group may reach back: "has not always been said to". */
const verbGroupMax = 7;

/** Reads back from a verb over adverbs, negations and auxiliaries. */
function verbGroup(tokens: readonly Token[], at: number): VerbGroup {
  let from = at;
  let auxiliary = false;
  let negated = false;
  let infinitive = false;
  let be = false;
  let modal = false;
  const verbTags = tokens[at].tags;
  for (let k = at - 1; k >= 0 && at - k <= verbGroupMax; k--) {
    const token = tokens[k];
    if (token.tags & NEG) {
      if (token.lower === 'no' || token.lower === 'nor' || token.lower === 'neither') break;
      negated = true;
      if (token.tags & AUX) {
        auxiliary = true;
        if (token.tags & BE && k === nextBack(tokens, at)) be = true;
      }
      from = k;
    } else if (token.tags & AUX && !(token.kind === 'clitic' && !isPronounBefore(tokens, k))) {
      if (!auxiliary && token.tags & BE && token.kind !== 'clitic') be = true;
      auxiliary = true;
      if (token.tags & MODAL && !/^(do|does|did)$/.test(token.lower)) modal = true;
      from = k;
    } else if (token.lower === 'to' && !auxiliary && verbTags & VBASE && from === k + 1) {
      infinitive = true;
      from = k;
      break;
    } else if (isAdverb(token) && !(token.tags & (DET | SUBJ) && !(token.tags & ADV))) {
      if (k === 0) {
        break;
      }
    } else break;
  }
  const progressive = (verbTags & VING) !== 0;
  const passive = be && !progressive && (verbTags & VPART) !== 0;
  // "Adverb verb": the adverb belongs to the cue's stretch but not to its span.
  return { from, auxiliary, passive, infinitive, negated, modal };
}

function nextBack(tokens: readonly Token[], at: number): number {
  let k = at - 1;
  while (k >= 0 && isAdverb(tokens[k]) && !(tokens[k].tags & NEG)) k--;
  return k;
}

function isPronounBefore(tokens: readonly Token[], at: number): boolean {
  return at > 0 && (tokens[at - 1].tags & SUBJ) !== 0;
}

export function isAdverb(token: Token): boolean {
  if (token.kind !== 'word') return false;
  if (token.tags & ADV) return true;
  return token.tags === 0 && !token.capital && token.lower.length > 4 && token.lower.endsWith('ly');
}

/** Whether a verb form without auxiliary is a finite verb here and neither noun nor participle. */
function isFiniteHere(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  let k = at - 1;
  while (k >= 0 && isAdverb(tokens[k])) k--;
  const before = k >= 0 ? tokens[k] : null;
  const next = tokens[at + 1];
  if (token.tags & VPAST) {
    if (before !== null && before.tags & (DET | POSS) && !(before.tags & SUBJ)) return false;
    if (before !== null && (before.tags & POSS || before.kind === 'clitic')) return false;
    if (next !== undefined && next.lower === 'by' && token.tags & VPART) return false;
    if (before !== null && before.tags & PREP && !(before.tags & SUBJ)) return false;
    return true;
  }
  if (before === null || before.kind === 'quote') return (token.tags & VS) !== 0 && !(token.tags & NOUNISH);
  if (before.kind === 'number' || before.lower === '%') return (token.tags & VBASE) !== 0 && !(token.tags & NOUNISH);
  if (before.kind === 'clitic' || (before.tags & (DET | POSS) && !(before.tags & SUBJ))) return false;
  if (before.tags & (PREP | CC) && !(before.tags & SUBJ)) {
    return before.tags & CC ? !(token.tags & NOUNISH) || startsContent(next) : false;
  }
  if (before.tags & (FINITE | VING) && !(before.tags & (SUBJ | NOUNISH)) && before.entry?.frames == null) return false;
  if (token.tags & VS) {
    if (token.tags & NOUNISH) {
      if (before.tags & SUBJ || before.kind === 'mark') return true;
      return before.capital ? next !== undefined && next.kind !== 'mark' : startsContent(next);
    }
    return true;
  }
  // Base form: present tense of a plural, or an infinitive, or a noun.
  if (before.tags & SUBJ)
    return !lexicon.singularPronouns.has(before.lower) && !(before.tags & DET && token.tags & NOUNISH);
  if (before.kind === 'mark') return before.lower === ',' && !(token.tags & NOUNISH);
  const plural =
    before.kind === 'word' &&
    (before.lower.endsWith('s') || lexicon.pluralNouns.has(before.lower)) &&
    !before.lower.endsWith('ss');
  if (token.tags & NOUNISH) return plural && startsContent(next) && !before.capital;
  return (
    plural ||
    (token.entry?.frames?.some((frame) => frame.particle === null && frame.frames.includes('c')) === true &&
      startsContent(next) &&
      hasPluralHead(tokens, k + 1, lexicon))
  );
}

/** "People briefed on the case say": the head of the phrase before is a plural, whatever stands last in it. */
function hasPluralHead(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  const run = nounPhraseBack(tokens, end);
  const whole = behindRelative(tokens, run?.from ?? end) ?? run;
  if (whole === null) return false;
  if (tokens.slice(whole.from, whole.to).some((token) => token.lower === 'and')) return true;
  let head = whole.from;
  while (
    head + 1 < whole.to &&
    !(tokens[head + 1].tags & (PREP | REL)) &&
    !(tokens[head + 1].tags & (VPART | VING) && !tokens[head + 1].capital)
  )
    head++;
  const { lower } = tokens[head];
  return (
    tokens[head].kind === 'word' && (lexicon.pluralNouns.has(lower) || (lower.endsWith('s') && !lower.endsWith('ss')))
  );
}

function startsContent(next: Token | undefined): boolean {
  if (next === undefined) return false;
  return (
    next.kind === 'quote' || (next.tags & (THAT | DET | POSS | SUBJ | WH)) !== 0 || next.capital || next.lower === 'to'
  );
}

/** Commas and stretches between them a subject may lie back. */
const stretchesBackMax = 5;

interface Found {
  readonly subject: Run | null;
  readonly near: boolean;
  readonly shared: boolean;
}

const nothing: Found = { subject: null, near: false, shared: false };

/** The subject of the verb group that begins at `group`. */
export function subjectOf(tokens: readonly Token[], group: number, depth = 0): Found {
  let end = group;
  while (
    end > 0 &&
    isAdverb(tokens[end - 1]) &&
    !(tokens[end - 1].tags & DET && (end < 2 || tokens[end - 2].kind !== 'word'))
  )
    end--;
  if (end === 0) return nothing;
  const before = tokens[end - 1];
  // "and said": the subject of the verb before.
  if (before.tags & CC && before.kind === 'word') return sharedSubject(tokens, end - 1, depth);
  if (
    before.kind === 'mark' &&
    (before.lower === ',' || before.lower === '—' || before.lower === '–' || before.lower === '-')
  ) {
    return subjectBehindComma(tokens, end - 1, depth);
  }
  if (before.kind === 'mark' && (before.lower === ')' || before.lower === ']')) {
    const open = openBracket(tokens, end - 1);
    if (open <= 0) return nothing;
    const run = nounPhraseBack(tokens, open);
    return run === null ? nothing : { subject: { from: run.from, to: open }, near: true, shared: false };
  }
  if (before.kind === 'quote') {
    if (end >= 2 && tokens[end - 2].kind !== 'mark' && isQuotedWord(before)) {
      const run = nounPhraseBack(tokens, end);
      if (run !== null && run.to - run.from > 1) return { subject: run, near: true, shared: false };
    }
    return nothing;
  }
  if (before.tags & TIME && !(before.tags & SUBJ) && end >= 2 && before.capital) {
    // "Clinton on Tuesday said", "the ministry Monday said".
    let k = end - 1;
    while (
      k > 0 &&
      (tokens[k - 1].tags & TIME ||
        tokens[k - 1].lower === 'on' ||
        tokens[k - 1].kind === 'number' ||
        tokens[k - 1].tags & DET)
    )
      k--;
    if (k > 0 && tokens[k - 1].kind !== 'mark') {
      const run = nounPhraseBack(tokens, k);
      if (run !== null) return { subject: run, near: true, shared: false };
    }
  }
  const run = nounPhraseBack(tokens, end);
  if (run === null) {
    // "Smith, who is running, on Friday said"
    for (let k = end - 1; k > 0 && end - k < 6; k--)
      if (tokens[k].kind === 'mark' && tokens[k].lower === ',') return subjectBehindComma(tokens, k, depth);
  }
  const antecedent = behindRelative(tokens, run === null ? end : run.from);
  if (antecedent !== null) return { subject: antecedent, near: true, shared: false };
  return run === null ? nothing : { subject: run, near: true, shared: false };
}

/** Tokens a relative clause inside a subject may have. */
const relativeTokensMax = 12;

/** "An official who asked not to be named said": the phrase before the relative clause that ends at `end`. */
function behindRelative(tokens: readonly Token[], end: number): Run | null {
  let verb = false;
  for (let k = end - 1; k > 0 && end - k < relativeTokensMax; k--) {
    const token = tokens[k];
    if (token.kind === 'mark') return null;
    if (token.tags & REL && token.tags & SUBJ && !(token.tags & DET)) return verb ? nounPhraseBack(tokens, k) : null;
    if (token.tags & (SUB | THAT)) return null;
    verb ||= token.tags & AUX ? token.kind === 'word' : isFiniteVerb(tokens, k) || (token.tags & VPAST) !== 0;
  }
  return null;
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
      if (token.lower !== 'that' && token.lower !== 'those' && !(tags & DET)) break;
    }
    if (tags & SUBJ && !(tags & (DET | POSS | REL))) {
      if (from === end) return { from: from - 1, to: end };
      break;
    }
    if (tags & (MODAL | BE | HAVE)) break;
    if (tags & (SUB | WH) && !(tags & PREP) && !(tags & DET)) break;
    if (
      token.lower === 'as' ||
      token.lower === 'after' ||
      token.lower === 'before' ||
      token.lower === 'since' ||
      token.lower === 'until'
    )
      break;
    if (tags & CC) {
      if (from === end || token.lower === 'but' || token.lower === 'so' || token.lower === 'yet') break;
      if (!joinsNouns(tokens, from - 1)) break;
      from--;
      continue;
    }
    if (tags & PREP && !token.capital) {
      if (from === end) break;
      if (from >= 2 && isNounLike(tokens[from - 2])) {
        from--;
        continue;
      }
      break;
    }
    if (tags & PREP && token.capital && from - 1 === 0) break;
    if (tags & OBJ && !(tags & (SUBJ | POSS | DET))) break;
    if (isFiniteVerb(tokens, from - 1) && !isReduced(tokens, from - 1)) break;
    if (tags & TIME && token.capital && from < end && from - 1 > 0 && tokens[from - 2].lower === 'on') break;
    if (isAdverb(token) && !(tags & DET) && !token.capital && tokens[from]?.kind !== 'word') break;
    if (isAdverb(token) && !(tags & DET) && (from === end || from - 1 === 0 || tokens[from - 2].kind === 'mark')) break;
    if (tags & VING && token.capital && from - 1 === 0) break;
    from--;
    if (tags & (DET | POSS)) {
      const more = tokens[from - 1];
      if (more === undefined) break;
      if (more.tags & PREP && from >= 2 && isNounLike(tokens[from - 2])) {
        continue;
      }
      if (more.tags & CC && joinsNouns(tokens, from - 1) && more.lower !== 'but') continue;
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
  if (from === end) return null;
  if (tokens.slice(from, end).every((token) => (token.tags & TIME && !(token.tags & SUBJ)) || token.tags & PREP))
    return null;
  // "said that people": the conjunction is no part of its subject.
  if (
    tokens[from].tags & THAT &&
    from + 1 < end &&
    (tokens[from + 1].capital || tokens[from + 1].tags & (DET | POSS) || tokens[from + 1].lower.endsWith('s'))
  )
    from++;
  return { from, to: end };
}

/** "a report published Wednesday": a participle behind its noun, before a day or a preposition. */
function isReduced(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!(token.tags & VPART) || token.capital || token.entry?.frames != null || at === 0 || next === undefined)
    return false;
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
    if (token.kind === 'mark' && (token.lower === ';' || token.lower === ':')) return false;
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
  if (tags & (BE | HAVE))
    return token.kind !== 'clitic' ? !/^(be|been|being|having)$/.test(token.lower) : isPronounBefore(tokens, at);
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
      if (next !== undefined && (next.lower === 'by' || next.kind === 'mark')) return false;
      if (before.kind === 'mark') return false;
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
    if (before.lower.endsWith('s') && !before.capital) return false;
    return (
      next !== undefined &&
      (next.kind === 'quote' ||
        next.capital ||
        (next.tags & (DET | POSS | PREP | SUBJ | OBJ | THAT | ADV | WH)) !== 0 ||
        next.lower === 'to')
    );
  }
  // Base form behind a plural.
  return (
    before.kind === 'word' &&
    !before.capital &&
    before.lower.endsWith('s') &&
    !before.lower.endsWith('ss') &&
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

export function isNounLike(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'clitic') return false;
  if (token.kind === 'quote') return isQuotedWord(token);
  if (token.kind === 'mark') return token.lower === ')' || token.lower === '.' || token.lower === '%';
  if (token.capital) return !(token.tags & (PREP | CC | SUB)) || token.lower === 'us';
  return (
    (token.tags & (PREP | CC | SUB | AUX | NEG | DET | POSS | WH | THAT)) === 0 &&
    !(isAdverb(token) && !(token.tags & SUBJ)) &&
    !(token.tags & VPAST && !(token.tags & VPART))
  );
}

/** "…, a delegate from Vermont, said": the subject stands before its apposition. */
function subjectBehindComma(tokens: readonly Token[], comma: number, depth: number): Found {
  let best: Run | null = null;
  let right = comma;
  for (let stretch = 0; stretch < stretchesBackMax; stretch++) {
    let left = right - 1;
    while (
      left >= 0 &&
      !(tokens[left].kind === 'mark' && isStretchMark(tokens[left])) &&
      !(tokens[left].kind === 'quote' && !isQuotedWord(tokens[left]))
    ) {
      if (tokens[left].kind === 'mark' && tokens[left].lower === ')') {
        const open = openBracket(tokens, left);
        if (open > 0) left = open;
      }
      left--;
    }
    let from = left + 1;
    while (
      from < right &&
      (tokens[from].tags & (CC | THAT) || (isAdverb(tokens[from]) && tokens[from].kind === 'word')) &&
      !(tokens[from].tags & DET)
    )
      from++;
    if (from >= right) {
      if (left < 0) break;
      right = left;
      continue;
    }
    const first = tokens[from];
    const isModifier =
      (first.tags & (REL | PREP | VING) && !(first.tags & DET && first.tags & SUBJ && first.lower !== 'that')) ||
      first.kind === 'number' ||
      // "Smith, R-Ohio, said"
      (right - from <= 3 && /^[a-z]-/.test(first.lower)) ||
      (first.tags & VPART && !first.capital) ||
      first.tags & SUB ||
      isAdverb(first);
    const names = isModifier ? null : nounPhraseBack(tokens, right);
    const whole = names !== null && names.from <= from;
    if (names !== null) {
      const lowerStart = !tokens[names.from].capital || tokens[names.from].tags & DET;
      const behindNoun =
        left > 0 && tokens[left].kind === 'mark' && tokens[left].lower === ',' && isNounLike(tokens[left - 1]);
      // "Smith, a delegate from Ohio, said"; "Smith, the winner after beating Jones, said".
      const owned =
        whole &&
        tokens.slice(names.from, names.to).some((token) => token.tags & ROLE) &&
        tokens.slice(names.from, names.to).some((token) => token.kind === 'clitic');
      const apposition = behindNoun && (whole ? lowerStart || owned : !first.capital);
      if (!apposition) return { subject: names, near: false, shared: false };
      best ??= names;
    }
    if (left < 0 || tokens[left].kind === 'quote' || tokens[left].lower === ';' || tokens[left].lower === ':') break;
    right = left;
  }
  if (best !== null) return { subject: best, near: false, shared: false };
  return sharedSubject(tokens, comma, depth);
}

function isStretchMark(token: Token): boolean {
  return (
    token.lower === ',' ||
    token.lower === ';' ||
    token.lower === ':' ||
    token.lower === '—' ||
    token.lower === '–' ||
    token.lower === '(' ||
    token.lower === '-'
  );
}

/** Verbs a shared subject may be handed along. */
const sharedDepthMax = 3;

/** The subject of the nearest finite verb before `at`. */
function sharedSubject(tokens: readonly Token[], at: number, depth: number): Found {
  if (depth >= sharedDepthMax) return nothing;
  for (let k = at - 1; k >= 0; k--) {
    const token = tokens[k];
    if (token.kind === 'mark' && (token.lower === ';' || token.lower === ':')) return nothing;
    const cueVerb = token.entry?.frames != null && token.tags & (VPAST | VS) && isFiniteVerb(tokens, k);
    if (!cueVerb && !isFiniteVerb(tokens, k)) continue;
    const group = token.tags & AUX ? k : verbGroup(tokens, k).from;
    const found = subjectOf(tokens, group, depth + 1);
    if (found.subject !== null) return { subject: found.subject, near: false, shared: true };
    return nothing;
  }
  return nothing;
}

/** ", adding …": whose verb stands before the comma; "a letter saying …": the noun before. */
function gerundSubject(tokens: readonly Token[], at: number, earlier: readonly Cue[]): Run | null {
  let k = at;
  while (k > 0 && isAdverb(tokens[k - 1])) k--;
  const before = k > 0 ? tokens[k - 1] : null;
  if (before === null) return subjectAfterComma(tokens, at);
  if (
    before.kind === 'word' &&
    isNounLike(before) &&
    !(before.tags & (TIME | VPAST)) &&
    !(before.tags & VPART && !before.capital && !(before.tags & NOUN_CUE))
  ) {
    // "a statement saying", "lawyers arguing".
    const run = nounPhraseBack(tokens, k);
    if (run !== null) {
      const governor = earlier.length > 0 ? earlier[earlier.length - 1] : null;
      if (
        governor !== null &&
        governor.subject !== null &&
        governor.to >= run.from - 1 &&
        tokens[run.to - 1].tags & OBJ
      )
        return governor.subject;
      return run;
    }
  }
  return mainSubject(earlier) ?? sharedSubject(tokens, k, 0).subject;
}

/** The subject of the last verb of saying that is not inside another's words. */
function mainSubject(earlier: readonly Cue[]): Run | null {
  let main: Run | null = null;
  for (const cue of earlier) {
    if (cue.mood !== 'finite' || cue.subject === null) continue;
    if (main === null || cue.opens) main = cue.subject;
  }
  return main;
}

/** "Speaking to reporters, Miller said": the subject comes after. */
function subjectAfterComma(tokens: readonly Token[], at: number): Run | null {
  let comma = false;
  for (let k = at + 1; k < tokens.length; k++) {
    comma ||= tokens[k].kind === 'mark' && tokens[k].lower === ',';
    if (comma && isFiniteVerb(tokens, k)) {
      const found = subjectOf(tokens, k, sharedDepthMax - 1);
      return found.subject;
    }
  }
  return null;
}

/** "declined to say", "went on to say": the verb that governs an infinitive, and its subject. */
function governorOf(
  tokens: readonly Token[],
  to: number,
  lexicon: Lexicon,
): { subject: Run | null; negated: boolean; governs: boolean } {
  let k = to - 1;
  while (k >= 0 && isAdverb(tokens[k])) k--;
  if (k < 0) return { subject: null, negated: false, governs: false };
  if (tokens[k].lower === 'on' && k > 0) k--;
  const found = sharedSubject(tokens, to, 0);
  return {
    subject: found.subject,
    negated: lexicon.refusals.has(tokens[k].lower),
    governs: lexicon.governors.has(tokens[k].lower),
  };
}

/** The bracket that opens the one closing at `close`; -1 when none is near. */
function openBracket(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k >= 0 && close - k < 12; k--) {
    if (tokens[k].lower === '(' || tokens[k].lower === '[') return k;
  }
  return -1;
}
