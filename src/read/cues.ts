import {
  BE,
  CC,
  DET,
  FINITE,
  type Frame,
  type Lexicon,
  MEDIA,
  NOUN_CUE,
  OBJ,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VBASE,
  VENUE,
  VING,
  VPART,
  VPAST,
  VS,
  WH,
} from './lexicon.ts';
import {
  isAdverb,
  isNounLike,
  isPronounBefore,
  isReduced,
  NOUNISH,
  nounPhraseBack,
  type Run,
  startsContent,
} from './phrases.ts';
import { AND, BY, does, PASSIVE_TOPIC, TO } from './small-words.ts';
import { behindRelative, governorOf, sharedSubject, subjectAfterComma, subjectOf, verbGroup } from './subjects.ts';
import type { Token } from './tokens.ts';

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
  // "self-reported", where " - told" closes a phrase between dashes.
  if (before !== null && before.kind === 'mark' && before.lower === '-' && before.end === token.start) return null;

  if (group.passive || isOpeningParticiple(tokens, at, frames))
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
    const subject = gerundSubject(tokens, at, earlier, lexicon);
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

/** "Asked about the dam, …", "when asked to resign": a participle of asking that opens its stretch, and whoever is asked comes behind. */
function isOpeningParticiple(tokens: readonly Token[], at: number, frames: readonly Frame[]): boolean {
  if (!(tokens[at].tags & VPART) || frames[0].force !== 'ask' || !frames[0].frames.match(/[do]/)) return false;
  const before = tokens[at - 1];
  if (before !== undefined && !((before.tags & SUB) !== 0 && before.kind === 'word')) return false;
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    (does(next, TO | BY | PASSIVE_TOPIC) || (next.tags & (WH | TIME | SUB)) !== 0 || frames[0].particle !== null)
  );
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

/** Whether a verb form without auxiliary is a finite verb here and neither noun nor participle. */
function isFiniteHere(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  let k = at - 1;
  while (k >= 0 && isAdverb(tokens[k])) k--;
  const before = k >= 0 ? tokens[k] : null;
  const next = tokens[at + 1];
  if (token.tags & VPAST) {
    // "Two in three said they …", where "the reported cases" has no subject.
    // "Another tweeted, …"
    const alone = k <= 0 || tokens[k - 1].kind === 'mark';
    if (alone && before !== null && before.tags & DET && before.capital && next?.kind === 'mark') return true;
    if (
      before !== null &&
      before.tags & (DET | POSS) &&
      !(before.tags & SUBJ) &&
      !(before.tags & DET && next !== undefined && next.tags & (SUBJ | THAT | DET | POSS))
    )
      return false;
    if (before !== null && (before.tags & POSS || before.kind === 'clitic')) return false;
    if (does(next, BY) && token.tags & VPART && !((tokens[at + 2]?.tags ?? 0) & (VING | VENUE))) return false;
    if (before !== null && before.tags & PREP && !(before.tags & SUBJ)) return false;
    return true;
  }
  if (before === null || before.kind === 'quote') return (token.tags & VS) !== 0 && !(token.tags & NOUNISH);
  if (before.kind === 'number' || before.lower === '%') return (token.tags & VBASE) !== 0 && !(token.tags & NOUNISH);
  if (before.kind === 'clitic') return false;
  if (before.tags & (DET | POSS) && !(before.tags & SUBJ)) {
    // "Majorities in all five say they …"
    const clauseBehind = next !== undefined && (next.tags & (SUBJ | THAT)) !== 0 && !(token.tags & NOUNISH);
    // "another says there are ten"
    if (clauseBehind && token.tags & VS) return true;
    return clauseBehind && (token.tags & VBASE) !== 0 && k > 0 && hasPluralHead(tokens, k + 1, lexicon);
  }
  if (before.tags & (PREP | CC) && !(before.tags & SUBJ)) {
    return before.tags & CC ? !(token.tags & NOUNISH) || startsContent(next) : false;
  }
  // "a body of work suggests": behind a preposition or article it is no verb.
  const nounBefore =
    k > 0 &&
    (tokens[k - 1].kind === 'clitic' ||
      (tokens[k - 1].tags & DET) !== 0 ||
      ((tokens[k - 1].tags & (PREP | POSS)) !== 0 && !(tokens[k - 1].tags & SUBJ)));
  if (
    before.tags & (FINITE | VING) &&
    !(before.tags & (SUBJ | NOUNISH)) &&
    before.entry?.frames == null &&
    !nounBefore &&
    !isReduced(tokens, k)
  )
    return false;
  if (token.tags & VS) {
    if (token.tags & NOUNISH) {
      if (before.tags & SUBJ || before.kind === 'mark') return true;
      if (tokens[0].quote?.stops === true && (next === undefined || next.kind === 'mark')) return true;
      if (!before.capital) return startsContent(next);
      // "The vote was close, The Lakeside Journal reports."
      return next !== undefined && next.kind !== 'mark' ? true : isBehindComma(tokens, at);
    }
    return true;
  }
  // Base form: present tense of a plural, or an infinitive, or a noun.
  if (before.tags & SUBJ)
    return !lexicon.singularPronouns.has(before.lower) && !(before.tags & DET && token.tags & NOUNISH);
  // "Holt, the mayor, say"; "Democrats - and some others - say"
  if (before.kind === 'mark') return /^[,—–―-]$/.test(before.lower) && !(token.tags & NOUNISH);
  const plural =
    before.kind === 'word' && ((before.endings & PLURAL_END) !== 0 || lexicon.pluralNouns.has(before.lower));
  if (token.tags & NOUNISH) return plural && startsContent(next) && !before.capital;
  return (
    plural ||
    (token.entry?.frames?.some((frame) => frame.particle === null && frame.frames.includes('c')) === true &&
      (startsContent(next) || next?.kind === 'word') &&
      hasPluralHead(tokens, k + 1, lexicon))
  );
}

/** Whether a stretch that ends in a verb in the present is a name behind a comma: ", The Lakeside Journal reports." */
function isBehindComma(tokens: readonly Token[], at: number): boolean {
  const run = nounPhraseBack(tokens, at);
  return (
    run !== null &&
    run.from > 1 &&
    (tokens[run.from - 1].lower === ',' || tokens[run.from - 1].quote?.stops === true) &&
    (tokens[run.from].capital || tokens.slice(run.from, run.to).some((token) => token.tags & MEDIA))
  );
}

/** "People briefed on the case say": the head of the phrase before is a plural, whatever stands last in it. */
function hasPluralHead(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  const run = nounPhraseBack(tokens, end);
  const whole = behindRelative(tokens, run?.from ?? end) ?? run;
  if (whole === null) return false;
  if (tokens.slice(whole.from, whole.to).some((token) => does(token, AND))) return true;
  let head = whole.from;
  while (
    head + 1 < whole.to &&
    !(tokens[head + 1].tags & (PREP | REL)) &&
    !(tokens[head + 1].tags & (VPART | VING) && !tokens[head + 1].capital)
  )
    head++;
  // "sources close to the mayor": the noun, and not the adjective behind it.
  for (let at = Math.max(whole.from, head - 1); at <= head; at++) {
    const { lower, kind, endings } = tokens[at];
    if (kind === 'word' && (lexicon.pluralNouns.has(lower) || endings & PLURAL_END)) return true;
  }
  return false;
}

/** ", adding …": whose verb stands before the comma; "a letter saying …": the noun before. */
function gerundSubject(tokens: readonly Token[], at: number, earlier: readonly Cue[], lexicon: Lexicon): Run | null {
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
        (tokens[run.to - 1].tags & OBJ || tokens[run.from].tags & PREP)
      )
        return governor.subject;
      return issuerOf(tokens, run, lexicon) ?? run;
    }
  }
  // "telling them …, and questioning how": who told them.
  const last = earlier[earlier.length - 1];
  if (before.tags & CC && last?.mood === 'gerund' && last.subject !== null) return last.subject;
  const main = mainSubject(earlier) ?? sharedSubject(tokens, k, 0).subject;
  return main === null ? issuerBefore(tokens, k, lexicon) : withoutRelative(tokens, main, k);
}

/** "Ana Holt, his mother, issued a statement Thursday, saying": whoever gave something out before the comma. */
function issuerBefore(tokens: readonly Token[], at: number, lexicon: Lexicon): Run | null {
  for (let verb = at - 1; verb > 0 && at - verb < issuedTokensMax; verb--)
    if (lexicon.issuing.has(tokens[verb].lower) && tokens[verb].tags & VPAST) return subjectOf(tokens, verb).subject;
  return null;
}

/** Tokens between such a verb and the participle. */
const issuedTokensMax = 8;

/** "Holt released a statement saying": whoever gave out what the words are written in. */
function issuerOf(tokens: readonly Token[], document: Run, lexicon: Lexicon): Run | null {
  let verb = document.from - 1;
  while (verb > 0 && (isAdverb(tokens[verb]) || tokens[verb].tags & PREP)) verb--;
  if (verb < 1 || !lexicon.issuing.has(tokens[verb].lower)) return null;
  if (!(tokens[document.from].tags & (DET | POSS)) && document.to - document.from > 1) return null;
  const group = verbGroup(tokens, verb);
  if (group.passive) return null;
  return subjectOf(tokens, group.from).subject;
}

/** "Holt, who was there, …, saying": whom a relative pronoun means; behind no comma, the main clause's subject. */
function withoutRelative(tokens: readonly Token[], subject: Run | null, gerund: number): Run | null {
  if (subject === null || subject.to - subject.from !== 1 || subject.from < 2) return subject;
  const { tags } = tokens[subject.from];
  if (!(tags & REL) || tags & DET || tokens[gerund - 1].lower !== ',') return subject;
  if (tokens[subject.from - 1].lower === ',') return nounPhraseBack(tokens, subject.from - 1) ?? subject;
  return sharedSubject(tokens, subject.from, 0).subject ?? subject;
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
