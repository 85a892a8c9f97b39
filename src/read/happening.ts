import type { Span } from '../records.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import {
  ADVERB,
  AGENT,
  ARTICLE,
  BORDER,
  COMPLEMENT,
  DEADLINE,
  DETERMINER,
  INFINITIVE,
  JOINER,
  LIGHT,
  NOUN_END,
  PAST_FORM,
  PREPOSITION,
  PRONOUN,
  SPEECH,
  VERB_FORM,
} from './clause-words.ts';

/** Where a date stands in its clause, as indexes of words: the clause is `low` to `high`, the date `first` to `last`. */
export interface Place {
  readonly words: readonly Word[];
  readonly sentence: Sentence;
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly last: number;
  /** What each word of the text is in a clause: the bits of `clause-words.ts`. */
  readonly marks: Int32Array;
  /** Whether the language tells verbs that say too little alone. */
  readonly knowsLight: boolean;
}

/** What happens and who does it; null for what the clause does not tell. */
export interface Happening {
  readonly what: Span | null;
  readonly who: Span | null;
}

/** What happens on a date and who does it, as far as word order tells. */
export function happeningAt(place: Place, attributive: boolean): Happening {
  if (attributive) return nounAfter(place);
  const { words, first, last, high, marks } = place;
  const low = afterSpeech(place);
  const verb = firstVerb(words, low, first, marks);
  if (verb !== -1) return clauseBefore(place, low, verb);
  // "The two presidents on Friday signed": the date stands between the subject and its verb.
  if (last < high && isVerb(words, last, marks) && first - low > 1) {
    const end = trimEnd(words, low, first, marks);
    const subject = skipOpeners(words, low, end, marks);
    return { what: span(words, last, high), who: span(words, subject, end) };
  }
  return clauseAfter(place);
}

/** "the March 2 talks with Tern", "Monday's debate": the noun after the date with what belongs to it. */
function nounAfter({ words, sentence, low, high, first, last, marks }: Place): Happening {
  const start = words[last]?.kind === 'clitic' ? last + 1 : last;
  let end = start;
  while (end < high && end - start < nounWordsMax) {
    const word = words[end];
    if (word.kind === 'mark' && word.text !== '-') break;
    // "an accord signed by" goes on, "the talks failed" does not.
    if (isVerb(words, end, marks) && !(end + 1 < words.length && (marks[end + 1] & AGENT) !== 0)) break;
    // A preposition belongs to the noun when a noun follows it.
    const joins = (marks[end] & COMPLEMENT) !== 0 && end > start && end + 1 < high && words[end + 1].kind !== 'mark';
    if (!joins && (marks[end] & DETERMINER) === 0 && (marks[end] & NOUN_END) !== 0) break;
    end++;
  }
  // "a June 1 deadline to file": what falls due is the filing.
  if (end > start && (marks[end - 1] & DEADLINE) !== 0 && end < words.length && (marks[end] & INFINITIVE) !== 0) {
    return { what: span(words, end, high), who: subjectOf(words, low, first, marks) };
  }
  const owner = first - 1 >= low && words[first - 1].kind === 'clitic';
  return {
    what: span(words, start, end),
    who: owner ? nounBefore(words, first - 1, Math.max(low, sentence.firstWord), marks) : null,
  };
}

function subjectOf(words: readonly Word[], low: number, first: number, marks: Int32Array): Span | null {
  const verb = firstVerb(words, low, first, marks);
  return verb > low ? span(words, skipOpeners(words, low, verb, marks), verb) : null;
}

/** Begins behind "said that" when a verb of its own follows there. */
function afterSpeech({ words, low, first, marks }: Place): number {
  for (let at = first - 2; at >= low; at--) {
    if ((marks[at] & SPEECH) === 0) continue;
    return firstVerb(words, at + 1, first, marks) === -1 ? low : at + 1;
  }
  return low;
}

/** The verb stands before the date: from it to the date is what happens, before it stands who does it. */
function clauseBefore(
  { words, sentence, low, first, last, high, marks, knowsLight }: Place,
  from: number,
  verb: number,
): Happening {
  const begin = nearerVerb(words, verb, first, marks);
  const end = trimEnd(words, begin, first, marks);
  let subjectEnd = verb;
  // "Pike previously spoke": the adverb belongs to the verb.
  while (subjectEnd > from && (marks[subjectEnd - 1] & ADVERB) !== 0) subjectEnd--;
  // "The first ended": what is left of a subject must be more than its article.
  if (subjectEnd - 1 === from && (marks[from] & ARTICLE) !== 0) subjectEnd = verb;
  const who = subjectBefore(words, from, low, subjectEnd, sentence, marks);
  const short = end - begin <= shortVerbWords || allLight(begin, end, marks);
  // "The talks began", "Registration will run": such a verb says too little without its subject.
  if (short && who !== null && begin === verb && isThing(words, from, subjectEnd, marks, knowsLight)) {
    return { what: [who[0], words[end - 1].end], who: null };
  }
  // "the convention, which will be held in Ost": the noun is what happens.
  if (who !== null && begin === verb && subjectEnd === from && allLight(begin, end, marks))
    return { what: who, who: null };
  if (end - begin <= 1 && high > last && words[last].kind !== 'mark' && who === null) {
    return { what: span(words, begin, trimEnd(words, last, high, marks)), who };
  }
  const adverbs = begin === verb ? subjectEnd : begin;
  return { what: span(words, adverbs, end), who };
}

const shortVerbWords = 2;

/** The date comes first: what follows is the clause. */
function clauseAfter({ words, sentence, low, first, last, marks }: Place): Happening {
  let start = last;
  if (start < sentence.lastWord && words[start].text === ',') start++;
  let stop = start;
  while (stop < sentence.lastWord && stop - start < clauseWordsMax && !endsAfter(words, stop, start, marks)) stop++;
  const verb = firstVerb(words, start, stop, marks);
  if (verb > start) return { what: span(words, verb, Math.max(stop, verb + 1)), who: span(words, start, verb) };
  if (stop > start) return { what: span(words, start, stop), who: null };
  return first > low
    ? { what: span(words, low, Math.max(trimEnd(words, low, first, marks), low + 1)), who: null }
    : nothing;
}

const nothing: Happening = { what: null, who: null };

function span(words: readonly Word[], from: number, to: number): Span | null {
  return to > from ? [words[from].start, words[to - 1].end] : null;
}

function allLight(from: number, to: number, marks: Int32Array): boolean {
  for (let at = from; at < to; at++) {
    if (at > from && (marks[at] & (COMPLEMENT | INFINITIVE)) === COMPLEMENT) return true;
    if ((marks[at] & LIGHT) === 0) return false;
  }
  return true;
}

/** A subject that is no name of a person and no pronoun: it opens with a determiner or has a word in lower case. */
function isThing(words: readonly Word[], from: number, to: number, marks: Int32Array, knowsLight: boolean): boolean {
  const start = skipOpeners(words, from, to, marks);
  if (to - start < 1 || (marks[start] & PRONOUN) !== 0) return false;
  for (let at = start + 1; at < to; at++) if (/^\p{Ll}/u.test(words[at].text)) return true;
  return to - start === 1 && start === from && knowsLight && !/^\p{Lu}\p{Ll}+$/u.test(words[start].text);
}

function skipOpeners(words: readonly Word[], from: number, to: number, marks: Int32Array): number {
  let start = from;
  while (start < to && (words[start].kind === 'mark' || (marks[start] & BORDER) !== 0)) start++;
  return start;
}

function subjectBefore(
  words: readonly Word[],
  from: number,
  low: number,
  verb: number,
  sentence: Sentence,
  marks: Int32Array,
): Span | null {
  const start = skipOpeners(words, from, verb, marks);
  if (start < verb) return span(words, start, Math.max(trimEnd(words, start, verb, marks), start + 1));
  // "Ritter, who arrived": the subject is the name before the relative word.
  let end = low - 1;
  while (end > sentence.firstWord && (words[end - 1].kind === 'mark' || (marks[end - 1] & BORDER) !== 0)) end--;
  return end > sentence.firstWord
    ? nounBefore(words, end, Math.max(sentence.firstWord, end - nounWordsMax), marks)
    : null;
}

/** Most words of a noun beside a date, and of a clause after it. */
export const nounWordsMax = 9;
const clauseWordsMax = 40;

/** The name or noun before a position: back to a mark, a verb or a preposition. */
export function nounBefore(words: readonly Word[], end: number, low: number, marks: Int32Array): Span | null {
  let start = end;
  while (start > low && end - start < nounWordsMax) {
    const word = words[start - 1];
    if (word.kind === 'mark' || (marks[start - 1] & NOUN_END) !== 0) break;
    start--;
  }
  return start === end || words[end - 1].kind === 'number' ? null : [words[start].start, words[end - 1].end];
}

/** Leaves off the prepositions and marks at the end of a stretch. */
function trimEnd(words: readonly Word[], from: number, to: number, marks: Int32Array): number {
  let end = to;
  while (end > from + 1 && (words[end - 1].kind === 'mark' || (marks[end - 1] & PREPOSITION) !== 0)) end--;
  return end;
}

/** Of a long clause only the part after the last comma that has a verb of its own. */
function nearerVerb(words: readonly Word[], verb: number, first: number, marks: Int32Array): number {
  const long = first - verb > longClauseWords;
  for (let at = first - 1; at > verb; at--) {
    if (words[at].text !== ',') continue;
    const nearer = firstVerb(words, at + 1, first, marks);
    // In a short clause only an auxiliary shows that a new predicate begins ("struck on Monday, will meet again").
    if (nearer !== -1 && (long || (marks[nearer] & VERB_FORM) !== 0)) return nearer;
  }
  return verb;
}

const longClauseWords = 14;

/** The verb nearest before a position. */
export function lastVerb(words: readonly Word[], from: number, to: number, marks: Int32Array): number {
  for (let at = to - 1; at >= from; at--) if (isVerb(words, at, marks)) return at;
  return -1;
}

/** The first verb of a stretch; -1 when it has none. */
export function firstVerb(words: readonly Word[], from: number, to: number, marks: Int32Array): number {
  for (let at = from; at < to; at++) if (isVerb(words, at, marks)) return at;
  return -1;
}

function isVerb(words: readonly Word[], at: number, marks: Int32Array): boolean {
  const own = marks[at];
  if ((own & (VERB_FORM | PAST_FORM)) === 0) return false;
  const before = at > 0 ? marks[at - 1] : 0;
  // "the vote" is no verb.
  if ((own & VERB_FORM) !== 0) return (before & ARTICLE) === 0 || words[at - 1].kind !== 'word';
  return (before & DETERMINER) === 0;
}

/** Marks that end a clause whatever stands beside them. */
export const strongMarks = new Set([';', ':', '—', '–', '"', '“', '”', '(', ')', '`', '_']);

/** True when a clause ends with the word at `at`. */
export function endsAfter(words: readonly Word[], at: number, from: number, marks: Int32Array): boolean {
  const word = words[at];
  if (word.kind === 'mark') {
    if (strongMarks.has(word.text) || (word.text === '.' && at > from)) return true;
    return word.text === ',' && at > from;
  }
  return (marks[at] & (BORDER | JOINER)) === BORDER;
}
