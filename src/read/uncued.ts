import { invertedSubject } from './after.ts';
import type { Draft } from './drafts.ts';
import {
  AUX,
  CC,
  DOC,
  type Lexicon,
  PREP,
  REL,
  ROLE,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VENUE,
  VING,
  VPART,
  VPAST,
  WH,
} from './lexicon.ts';
import { isAdverb, isFiniteVerb, isQuotedWord, type Run } from './phrases.ts';
import { subjectOf, verbGroup } from './subjects.ts';
import type { Token } from './tokens.ts';

/**
 * Words whose speaker no verb of saying names: "Mayor: the dam is safe", "She had one answer: “…”", '"…," beamed Holt',
 * '"…" — Jane Smith'. Asked only where no other rule has found a speaker for them.
 */
export function uncuedDrafts(
  tokens: readonly Token[],
  n: number,
  lexicon: Lexicon,
  opens: boolean,
  drafts: Draft[],
): void {
  introduced(tokens, n, lexicon, drafts);
  if (drafts.length > 0) return;
  unknownVerb(tokens, n, drafts);
  if (drafts.length === 0) signature(tokens, n, drafts);
  if (drafts.length === 0 && opens) labelled(tokens, n, lexicon, drafts);
}

/** A draft of words said without a verb of saying. */
function uncued(cue: Run, speaker: Run, pieces: Run[], reach: Run, step: string): Draft {
  return {
    cue,
    frame: { lemma: '', particle: null, force: 'say', frames: 'cq' },
    negated: false,
    speaker,
    pieces,
    addressee: null,
    venue: null,
    reach,
    relay: [],
    step,
  };
}

/** "Holt had one answer: “…”", "More from Holt: “…”": a whole quotation behind a colon, with who says it before. */
function introduced(tokens: readonly Token[], n: number, lexicon: Lexicon, drafts: Draft[]): void {
  let colon = n - 2;
  while (colon > 0 && !(tokens[colon].lower === ':' && isUtterance(tokens[colon + 1]))) colon--;
  if (colon <= 0) return;
  const quote = colon + 1;
  if (drafts.some((draft) => draft.pieces.some((piece) => piece.from <= quote && quote < piece.to))) return;
  const draft = announced(tokens, colon, [{ from: quote, to: quote + 1 }], lexicon);
  if (draft !== null) drafts.push(draft);
}

/** Who is announced by the words before a colon: the doer of their verb, or the source they name. */
export function announced(tokens: readonly Token[], colon: number, pieces: Run[], lexicon: Lexicon): Draft | null {
  const label = labelBefore(tokens, colon);
  const verb = label === null ? lastVerb(tokens, colon) : -1;
  const speaker = label ?? (verb === -1 ? null : doerOf(tokens, verb, lexicon));
  if (speaker === null) return null;
  const cue: Run = verb === -1 ? { from: colon, to: colon + 1 } : { from: verb, to: verb + 1 };
  const reach: Run = { from: Math.min(speaker.from, cue.from), to: colon + 1 };
  return uncued(cue, speaker, pieces, reach, 'quotation behind a colon');
}

/** "Holt shook her head.": whose the quotation behind such a sentence is; null when its subject is nobody. */
export function narrated(tokens: readonly Token[], lexicon: Lexicon): Draft | null {
  let verb = 1;
  while (verb < tokens.length && !isFiniteVerb(tokens, verb)) verb++;
  if (verb >= tokens.length) return null;
  const speaker = doerOf(tokens, verb, lexicon);
  if (speaker === null) return null;
  const cue: Run = { from: verb, to: verb + 1 };
  return uncued(cue, speaker, [], { from: speaker.from, to: verb + 1 }, 'quotation behind what its speaker does');
}

/** Whether a quotation is a whole utterance and no word or title in marks. */
function isUtterance(token: Token | undefined): boolean {
  return (
    token !== undefined && token.quote !== null && token.quote.lastWord - token.quote.firstWord > utteranceWordsMin
  );
}

/** Words and marks from which a quotation behind a colon is no title or term. */
const utteranceWordsMin = 4;

function lastVerb(tokens: readonly Token[], end: number): number {
  for (let at = end - 1; at > 0; at--) {
    if (tokens[at].kind === 'quote' && !isQuotedWord(tokens[at])) return -1;
    if (tokens[at].kind === 'word' && tokens[at].tags & VPAST && !(tokens[at].tags & VPART) && !tokens[at].capital)
      return at;
    if (isFiniteVerb(tokens, at)) return at;
  }
  return tokens[0].tags & VPAST && tokens[1]?.capital === true ? 0 : -1;
}

/** The subject of a verb when it is somebody: a pronoun, a name or a role. */
function doerOf(tokens: readonly Token[], verb: number, lexicon: Lexicon): Run | null {
  const found = subjectOf(tokens, verbGroup(tokens, verb).from).subject;
  // "Stated Holt: “…”"
  const subject = found === null && verb === 0 ? invertedSubject(tokens, 1, tokens.length, false) : found;
  if (subject === null) return null;
  if (subject.to - subject.from === 1 && tokens[subject.from].tags & SUBJ)
    return lexicon.persons.has(tokens[subject.from].lower) ? subject : null;
  for (let at = subject.from; at < subject.to; at++) {
    const { tags, capital } = tokens[at];
    if (tags & ROLE || (capital && at > 0)) return subject;
    if (at === subject.from && capital && tags === 0) return subject;
  }
  return null;
}

/** "More from Holt", "From the report", "- Jane Smith": the words naming a source between a dash or the beginning and a colon. */
function labelBefore(tokens: readonly Token[], colon: number): Run | null {
  let from = colon;
  while (from > 0 && colon - from < labelWordsMax) {
    const { kind, lower } = tokens[from - 1];
    if (kind === 'quote' || (kind === 'mark' && lower !== '.' && lower !== '’')) break;
    from--;
  }
  const edge = tokens[from - 1];
  if (edge !== undefined && !/^[-–—]$/.test(edge.lower)) return null;
  let source = from;
  while (source < colon && !(tokens[source].tags & PREP)) source++;
  const first = source < colon && source - from <= 1 ? source + 1 : from;
  if (first >= colon) return null;
  let named = false;
  for (let at = first; at < colon; at++) {
    const { tags, kind, capital } = tokens[at];
    if (tags & (AUX | SUB | WH) || kind === 'number' || isFiniteVerb(tokens, at)) return null;
    if (tags & VPAST && !(tags & VPART)) return null;
    named ||= capital ? at > 0 && tags === 0 : (tags & (ROLE | DOC | VENUE)) !== 0 && first > from;
  }
  return named ? { from: first, to: colon } : null;
}

/** '"…," beamed Holt', '"…," Holt beamed': a verb that is not known for one of saying, beside a whole utterance. */
function unknownVerb(tokens: readonly Token[], n: number, drafts: Draft[]): void {
  if (tokens[0].quote?.stops !== true || isQuotedWord(tokens[0]) || n < 3) return;
  const quote: Run = { from: 0, to: 1 };
  const verb = tokens[1];
  if (verb.kind === 'word' && verb.tags & VPAST && !verb.capital) {
    const right = invertedSubject(tokens, 2, n, false);
    if (right === null || !closes(tokens, right.to, n)) return;
    drafts.push(uncued({ from: 1, to: 2 }, right, [quote], { from: 1, to: right.to }, 'verb beside a quotation'));
    return;
  }
  if (tokens[0].quote.asks) return;
  for (let at = 2; at < n && at < doerTokensMax; at++) {
    const { tags, kind, capital } = tokens[at];
    if (kind !== 'word' || tags & (AUX | PREP | THAT | WH | REL)) return;
    if (capital || !(tags & VPAST)) continue;
    if (!closes(tokens, at + 1, n)) return;
    const { subject } = subjectOf(tokens, at);
    if (subject === null || subject.from !== 1) return;
    drafts.push(uncued({ from: at, to: at + 1 }, subject, [quote], { from: 1, to: at + 1 }, 'verb beside a quotation'));
    return;
  }
}

/** Words within which who did it and the verb stand behind a quotation. */
const doerTokensMax = 8;

function closes(tokens: readonly Token[], at: number, n: number): boolean {
  const next = tokens[at];
  if (at >= n || next.kind === 'mark') return true;
  return (next.tags & (PREP | TIME | SUB | CC | REL | VING)) !== 0 || isAdverb(next);
}

/** A quotation with its source behind a dash: '"…" — Jane Smith'. */
function signature(tokens: readonly Token[], n: number, drafts: Draft[]): void {
  const dash = tokens[1];
  if (tokens[0].kind !== 'quote' || dash === undefined || dash.kind !== 'mark' || !/^[-–—―]$/.test(dash.lower)) return;
  const from = tokens[2]?.lower === dash.lower ? 3 : 2;
  if (!(tokens[from]?.capital ?? false) || n - from > signatureTokensMax) return;
  for (let at = from; at < n; at++) if (tokens[at].tags & (AUX | SUBJ) && !tokens[at].capital) return;
  drafts.push(
    uncued({ from: 1, to: from }, { from, to: n }, [{ from: 0, to: 1 }], { from: 1, to: n }, 'source behind a dash'),
  );
}

const signatureTokensMax = 14;

function isSentence(tokens: readonly Token[], from: number, n: number): boolean {
  for (let at = from; at < n; at++) {
    const { kind, tags } = tokens[at];
    if (kind === 'quote' || tags & (AUX | VPAST) || isFiniteVerb(tokens, at)) return true;
  }
  return false;
}

/** Words a speaker before a headline's colon may have. */
const labelWordsMax = 6;

/** "Mayor: the dam is safe": a headline whose words before the colon name who says what follows. */
function labelled(tokens: readonly Token[], n: number, lexicon: Lexicon, drafts: Draft[]): void {
  let colon = 1;
  while (colon < n && colon <= labelWordsMax && !(tokens[colon].kind === 'mark' && tokens[colon].lower === ':'))
    colon++;
  if (colon >= n - 1 || colon > labelWordsMax || tokens[colon].lower !== ':' || !tokens[0].capital) return;
  for (let at = 0; at < colon; at++) {
    const token = tokens[at];
    if (
      token.kind === 'number' ||
      lexicon.notSpeakers.has(token.lower) ||
      (token.kind === 'mark' && token.lower !== '.' && token.lower !== '-')
    )
      return;
    if (token.tags & (AUX | SUBJ | SUB | WH) || isFiniteVerb(tokens, at)) return;
  }
  if (n - colon < 4 && tokens[colon + 1].kind !== 'quote') return;
  // "Opening hours: Monday to Friday": what is said has a verb.
  if (!isSentence(tokens, colon + 1, n)) return;
  drafts.push(
    uncued(
      { from: colon, to: colon + 1 },
      { from: 0, to: colon },
      [{ from: colon + 1, to: n }],
      { from: 0, to: colon + 1 },
      'speaker before a colon',
    ),
  );
}
