import { companyForms } from '../languages/company-forms.ts';
import { places } from '../languages/places.ts';
import {
  ADV,
  AUX,
  BE,
  CC,
  DET,
  HAVE,
  type Lexicon,
  MEDIA,
  MODAL,
  NEG,
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
} from './lexicon.ts';
import {
  endsOutletName,
  isAdverb,
  isFiniteVerb,
  isNounLike,
  isPronounBefore,
  isQuotedWord,
  nounPhraseBack,
  openBracket,
  type Run,
} from './phrases.ts';
import { does, EMPHATIC, NONE, ON, THAT_WORD, TO } from './small-words.ts';
import type { Token } from './tokens.ts';

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
export function verbGroup(tokens: readonly Token[], at: number): VerbGroup {
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
      if (does(token, NONE)) break;
      negated = true;
      if (token.tags & AUX) {
        auxiliary = true;
        if (token.tags & BE && k === nextBack(tokens, at)) be = true;
      }
      from = k;
    } else if (token.tags & AUX && !(token.kind === 'clitic' && !isPronounBefore(tokens, k))) {
      if (!auxiliary && token.tags & BE && token.kind !== 'clitic') be = true;
      auxiliary = true;
      if (token.tags & MODAL && !does(token, EMPHATIC)) modal = true;
      from = k;
    } else if (does(token, TO) && !auxiliary && verbTags & VBASE && from === k + 1) {
      infinitive = true;
      from = k;
      break;
    } else if (
      k === 0 ||
      !(isInside(tokens, k) || (isAdverb(token) && !(token.tags & (DET | SUBJ) && !(token.tags & ADV))))
    )
      break;
  }
  const progressive = (verbTags & VING) !== 0;
  const passive = be && !progressive && (verbTags & VPART) !== 0;
  // "Adverb verb": the adverb belongs to the cue's stretch but not to its span.
  return { from, auxiliary, passive, infinitive, negated, modal };
}

/** "has since said": a word between an auxiliary and its participle. */
function isInside(tokens: readonly Token[], at: number): boolean {
  return (tokens[at].tags & SUB) !== 0 && tokens[at].kind === 'word' && (tokens[at - 1].tags & HAVE) !== 0;
}

function nextBack(tokens: readonly Token[], at: number): number {
  let k = at - 1;
  while (k >= 0 && isAdverb(tokens[k]) && !(tokens[k].tags & NEG)) k--;
  return k;
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
  if (before.tags & TIME && !(before.tags & SUBJ) && end >= 2 && before.capital && !endsOutletName(tokens, end - 1)) {
    // "Clinton on Tuesday said", "the ministry Monday said".
    let k = end - 1;
    while (
      k > 0 &&
      (tokens[k - 1].tags & TIME ||
        does(tokens[k - 1], ON) ||
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
export function behindRelative(tokens: readonly Token[], end: number): Run | null {
  let verb = false;
  for (let k = end - 1; k > 0 && end - k < relativeTokensMax; k--) {
    const token = tokens[k];
    if (token.kind === 'mark' || (token.kind === 'quote' && !isQuotedWord(token))) return null;
    if (token.tags & REL && token.tags & SUBJ && !(token.tags & DET)) return verb ? nounPhraseBack(tokens, k) : null;
    if (token.tags & (SUB | THAT)) return null;
    verb ||= token.tags & AUX ? token.kind === 'word' : isFiniteVerb(tokens, k) || (token.tags & VPAST) !== 0;
  }
  return null;
}

/** "…, a delegate from Vermont, said": the subject stands before its apposition. */
function subjectBehindComma(tokens: readonly Token[], comma: number, depth: number): Found {
  let best: Run | null = null;
  let right = comma;
  /** The stretch behind was the region this one lies in. */
  let town = false;
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
    const region = isRegion(tokens, left, from, right);
    const isModifier =
      (first.tags & (REL | PREP | VING) && !(first.tags & DET && first.tags & SUBJ && !does(first, THAT_WORD))) ||
      first.kind === 'number' ||
      // "Smith, R-Ohio, said"
      (right - from <= 3 && /^[a-z]-/.test(first.lower)) ||
      (first.tags & VPART && !first.capital) ||
      first.tags & SUB ||
      isAdverb(first) ||
      town ||
      region;
    town = region;
    // "Rep. Ana Holt (D-Va.), ranking member of the panel, said"
    const open = tokens[right - 1].lower === ')' ? openBracket(tokens, right - 1) : -1;
    const bracketed = isModifier || open <= from ? null : nounPhraseBack(tokens, open);
    const names = isModifier
      ? null
      : bracketed === null
        ? nounPhraseBack(tokens, right)
        : { from: bracketed.from, to: right };
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
      // "a reporter of the state agency, NNA, said": the agency's name.
      const itsName =
        left > 0 && names.to - names.from === 1 && tokens[left - 1].tags & MEDIA && !tokens[left - 1].capital;
      const apposition = behindNoun && (whole ? lowerStart || owned || itsName : !first.capital);
      if (!apposition) return { subject: names, near: false, shared: false };
      best ??= names;
    }
    if (left < 0 || tokens[left].kind === 'quote' || tokens[left].lower === ';' || tokens[left].lower === ':') break;
    right = left;
  }
  if (best !== null) return { subject: best, near: false, shared: false };
  return sharedSubject(tokens, comma, depth);
}

/** "retired in Varden, Vt., said", "in Portland, Oregon, said": what a town lies in is nobody who speaks. */
function isRegion(tokens: readonly Token[], comma: number, from: number, to: number): boolean {
  if (comma < 2 || tokens[comma].lower !== ',' || from !== comma + 1) return false;
  if (!tokens[from].capital || !tokens[comma - 1].capital) return false;
  const short = to === from + 2 && tokens[from + 1].lower === '.' && !companyForms.has(tokens[from].lower);
  if (!short && !(to === from + 1 && places.has(tokens[from].lower))) return false;
  let before = comma - 1;
  while (before > 0 && tokens[before].capital) before--;
  // "Bremer Lines, Palo Alto, Calif., said", "a Palo Alto, Calif., maker"
  return (tokens[before].tags & (PREP | DET)) !== 0 || (short && before > 0 && tokens[before].lower === ',');
}

function isStretchMark(token: Token): boolean {
  return (
    token.lower === ',' ||
    token.lower === ';' ||
    token.lower === ':' ||
    token.lower === '—' ||
    token.lower === '–' ||
    token.lower === '―' ||
    token.lower === '(' ||
    token.lower === '-'
  );
}

/** Verbs a shared subject may be handed along. */
const sharedDepthMax = 3;

/** The subject of the nearest finite verb before `at`. */
export function sharedSubject(tokens: readonly Token[], at: number, depth: number): Found {
  if (depth >= sharedDepthMax) return nothing;
  for (let k = at - 1; k >= 0; k--) {
    const token = tokens[k];
    if (token.kind === 'mark' && (token.lower === ';' || token.lower === ':')) return nothing;
    const cueVerb = token.entry?.frames != null && token.tags & (VPAST | VS) && isFiniteVerb(tokens, k);
    if (!cueVerb && !isFiniteVerb(tokens, k)) continue;
    const group = token.tags & AUX ? k : verbGroup(tokens, k).from;
    const found = subjectOf(tokens, group, depth + 1);
    if (found.subject !== null) return { subject: found.subject, near: false, shared: true };
    // "was firm when asked about it": the participle has the subject of the verb before.
    if (token.tags & VPART && (tokens[group - 1]?.tags ?? 0) & SUB) continue;
    return nothing;
  }
  return nothing;
}

/** "Speaking to reporters, Miller said": the subject comes after. */
export function subjectAfterComma(tokens: readonly Token[], at: number): Run | null {
  let comma = false;
  for (let k = at + 1; k < tokens.length; k++) {
    comma ||= tokens[k].kind === 'mark' && tokens[k].lower === ',';
    if (comma && (isFiniteVerb(tokens, k) || (tokens[k].entry?.frames != null && tokens[k].tags & VPAST))) {
      const found = subjectOf(tokens, k, sharedDepthMax - 1);
      return found.subject;
    }
  }
  return null;
}

/** "declined to say", "went on to say": the verb that governs an infinitive, and its subject. */
export function governorOf(
  tokens: readonly Token[],
  to: number,
  lexicon: Lexicon,
): { subject: Run | null; negated: boolean; governs: boolean } {
  let k = to - 1;
  while (k >= 0 && isAdverb(tokens[k])) k--;
  if (k < 0) return { subject: null, negated: false, governs: false };
  if (does(tokens[k], ON) && k > 0) k--;
  const { subject } = sharedSubject(tokens, to, 0);
  return {
    subject: subject === null ? null : overRelative(tokens, subject, k),
    negated: lexicon.refusals.has(tokens[k].lower),
    governs: lexicon.governors.has(tokens[k].lower),
  };
}

/** "Holt, who signed the plan, went on to say": whom the pronoun of a clause that ended before `at` means. */
function overRelative(tokens: readonly Token[], subject: Run, at: number): Run {
  const { tags } = tokens[subject.from];
  if (!(tags & REL) || tags & DET || subject.to - subject.from !== 1 || tokens[subject.from - 1]?.lower !== ',')
    return subject;
  for (let k = subject.to; k < at; k++)
    if (tokens[k].kind === 'mark' && tokens[k].lower === ',')
      return nounPhraseBack(tokens, subject.from - 1) ?? subject;
  return subject;
}
