import type { Span } from '../records.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import type { ClauseSets } from './clause-words.ts';

/** Where a date stands in its clause, as indexes of words: the clause is `low` to `high`, the date `first` to `last`. */
export interface Place {
  readonly words: readonly Word[];
  readonly sentence: Sentence;
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly last: number;
  readonly sets: ClauseSets;
}

/** What happens and who does it; null for what the clause does not tell. */
export interface Happening {
  readonly what: Span | null;
  readonly who: Span | null;
}

/** What happens on a date and who does it, as far as word order tells. */
export function happeningAt(place: Place, attributive: boolean): Happening {
  if (attributive) return nounAfter(place);
  const { words, first, last, high, sets } = place;
  const low = afterSpeech(place);
  const verb = firstVerb(words, low, first, sets);
  if (verb !== -1) return clauseBefore(place, low, verb);
  // "The two presidents on Friday signed": the date stands between the subject and its verb.
  if (last < high && isVerb(words, last, sets) && first - low > 1) {
    const end = trimEnd(words, low, first, sets);
    const subject = skipOpeners(words, low, end, sets);
    return { what: span(words, last, high), who: span(words, subject, end) };
  }
  return clauseAfter(place);
}

/** "the March 2 talks with Tern", "Monday's debate": the noun after the date with what belongs to it. */
function nounAfter({ words, sentence, low, high, first, last, sets }: Place): Happening {
  const start = words[last]?.kind === 'clitic' ? last + 1 : last;
  let end = start;
  while (end < high && end - start < nounWordsMax) {
    const word = words[end];
    const lower = word.text.toLowerCase();
    if (word.kind === 'mark' && word.text !== '-') break;
    // "an accord signed by" goes on, "the talks failed" does not.
    if (isVerb(words, end, sets) && !sets.agents.has(words[end + 1]?.text.toLowerCase() ?? '')) break;
    // A preposition belongs to the noun when a noun follows it.
    const joins = sets.complements.has(lower) && end > start && end + 1 < high && words[end + 1].kind !== 'mark';
    if (!joins && !sets.determiners.has(lower) && sets.nounEnds.has(lower)) break;
    end++;
  }
  // "a June 1 deadline to file": what falls due is the filing.
  if (
    end > start &&
    sets.deadline.has(words[end - 1].text.toLowerCase()) &&
    sets.infinitive.has(words[end]?.text.toLowerCase() ?? '')
  ) {
    return { what: span(words, end, high), who: subjectOf(words, low, first, sets) };
  }
  const owner = first - 1 >= low && words[first - 1].kind === 'clitic';
  return {
    what: span(words, start, end),
    who: owner ? nounBefore(words, first - 1, Math.max(low, sentence.firstWord), sets) : null,
  };
}

function subjectOf(words: readonly Word[], low: number, first: number, sets: ClauseSets): Span | null {
  const verb = firstVerb(words, low, first, sets);
  return verb > low ? span(words, skipOpeners(words, low, verb, sets), verb) : null;
}

/** Begins behind "said that" when a verb of its own follows there. */
function afterSpeech({ words, low, first, sets }: Place): number {
  for (let at = first - 2; at >= low; at--) {
    if (!sets.speech.has(words[at].text.toLowerCase())) continue;
    return firstVerb(words, at + 1, first, sets) === -1 ? low : at + 1;
  }
  return low;
}

/** The verb stands before the date: from it to the date is what happens, before it stands who does it. */
function clauseBefore({ words, sentence, low, first, last, high, sets }: Place, from: number, verb: number): Happening {
  const begin = nearerVerb(words, verb, first, sets);
  const end = trimEnd(words, begin, first, sets);
  let subjectEnd = verb;
  // "Pike previously spoke": the adverb belongs to the verb.
  while (subjectEnd > from && isAdverb(words[subjectEnd - 1], sets)) subjectEnd--;
  // "The first ended": what is left of a subject must be more than its article.
  if (subjectEnd - 1 === from && sets.articles.has(words[from].text.toLowerCase())) subjectEnd = verb;
  const who = subjectBefore(words, from, low, subjectEnd, sentence, sets);
  const short = end - begin <= shortVerbWords || allLight(words, begin, end, sets);
  // "The talks began", "Registration will run": such a verb says too little without its subject.
  if (short && who !== null && begin === verb && isThing(words, from, subjectEnd, sets)) {
    return { what: [who[0], words[end - 1].end], who: null };
  }
  // "the convention, which will be held in Ost": the noun is what happens.
  if (who !== null && begin === verb && subjectEnd === from && allLight(words, begin, end, sets))
    return { what: who, who: null };
  if (end - begin <= 1 && high > last && words[last].kind !== 'mark' && who === null) {
    return { what: span(words, begin, trimEnd(words, last, high, sets)), who };
  }
  const adverbs = begin === verb ? subjectEnd : begin;
  return { what: span(words, adverbs, end), who };
}

const shortVerbWords = 2;

/** The date comes first: what follows is the clause. */
function clauseAfter({ words, sentence, low, first, last, sets }: Place): Happening {
  let start = last;
  if (start < sentence.lastWord && words[start].text === ',') start++;
  let stop = start;
  while (stop < sentence.lastWord && stop - start < clauseWordsMax && !endsAfter(words, stop, start, sets)) stop++;
  const verb = firstVerb(words, start, stop, sets);
  if (verb > start) return { what: span(words, verb, Math.max(stop, verb + 1)), who: span(words, start, verb) };
  if (stop > start) return { what: span(words, start, stop), who: null };
  return first > low
    ? { what: span(words, low, Math.max(trimEnd(words, low, first, sets), low + 1)), who: null }
    : nothing;
}

const nothing: Happening = { what: null, who: null };

function span(words: readonly Word[], from: number, to: number): Span | null {
  return to > from ? [words[from].start, words[to - 1].end] : null;
}

function isAdverb(word: Word, sets: ClauseSets): boolean {
  const lower = word.text.toLowerCase();
  return (
    sets.adverbs.has(lower) ||
    sets.adverbEndings.some((ending) => lower.endsWith(ending) && lower.length > 4 && word.text === lower)
  );
}

function allLight(words: readonly Word[], from: number, to: number, sets: ClauseSets): boolean {
  for (let at = from; at < to; at++) {
    const lower = words[at].text.toLowerCase();
    if (at > from && sets.complements.has(lower) && !sets.infinitive.has(lower)) return true;
    if (!sets.light.has(lower)) return false;
  }
  return true;
}

/** A subject that is no name of a person and no pronoun: it opens with a determiner or has a word in lower case. */
function isThing(words: readonly Word[], from: number, to: number, sets: ClauseSets): boolean {
  const start = skipOpeners(words, from, to, sets);
  if (to - start < 1 || sets.pronouns.has(words[start].text.toLowerCase())) return false;
  for (let at = start + 1; at < to; at++) if (/^\p{Ll}/u.test(words[at].text)) return true;
  return to - start === 1 && start === from && sets.light.size > 0 && !/^\p{Lu}\p{Ll}+$/u.test(words[start].text);
}

function skipOpeners(words: readonly Word[], from: number, to: number, sets: ClauseSets): number {
  let start = from;
  while (start < to && (words[start].kind === 'mark' || sets.borders.has(words[start].text.toLowerCase()))) start++;
  return start;
}

function subjectBefore(
  words: readonly Word[],
  from: number,
  low: number,
  verb: number,
  sentence: Sentence,
  sets: ClauseSets,
): Span | null {
  const start = skipOpeners(words, from, verb, sets);
  if (start < verb) return span(words, start, Math.max(trimEnd(words, start, verb, sets), start + 1));
  // "Ritter, who arrived": the subject is the name before the relative word.
  let end = low - 1;
  while (
    end > sentence.firstWord &&
    (words[end - 1].kind === 'mark' || sets.borders.has(words[end - 1].text.toLowerCase()))
  )
    end--;
  return end > sentence.firstWord
    ? nounBefore(words, end, Math.max(sentence.firstWord, end - nounWordsMax), sets)
    : null;
}

/** Most words of a noun beside a date, and of a clause after it. */
export const nounWordsMax = 9;
const clauseWordsMax = 40;

/** The name or noun before a position: back to a mark, a verb or a preposition. */
export function nounBefore(words: readonly Word[], end: number, low: number, sets: ClauseSets): Span | null {
  let start = end;
  while (start > low && end - start < nounWordsMax) {
    const word = words[start - 1];
    if (word.kind === 'mark' || sets.nounEnds.has(word.text.toLowerCase())) break;
    start--;
  }
  return start === end || words[end - 1].kind === 'number' ? null : [words[start].start, words[end - 1].end];
}

/** Leaves off the prepositions and marks at the end of a stretch. */
function trimEnd(words: readonly Word[], from: number, to: number, sets: ClauseSets): number {
  let end = to;
  while (end > from + 1 && (words[end - 1].kind === 'mark' || sets.prepositions.has(words[end - 1].text.toLowerCase())))
    end--;
  return end;
}

/** Of a long clause only the part after the last comma that has a verb of its own. */
function nearerVerb(words: readonly Word[], verb: number, first: number, sets: ClauseSets): number {
  const long = first - verb > longClauseWords;
  for (let at = first - 1; at > verb; at--) {
    if (words[at].text !== ',') continue;
    const nearer = firstVerb(words, at + 1, first, sets);
    // In a short clause only an auxiliary shows that a new predicate begins ("struck on Monday, will meet again").
    if (nearer !== -1 && (long || sets.verbs.has(words[nearer].text.toLowerCase()))) return nearer;
  }
  return verb;
}

const longClauseWords = 14;

/** The verb nearest before a position. */
export function lastVerb(words: readonly Word[], from: number, to: number, sets: ClauseSets): number {
  for (let at = to - 1; at >= from; at--) if (isVerb(words, at, sets)) return at;
  return -1;
}

/** The first verb of a stretch; -1 when it has none. */
export function firstVerb(words: readonly Word[], from: number, to: number, sets: ClauseSets): number {
  for (let at = from; at < to; at++) if (isVerb(words, at, sets)) return at;
  return -1;
}

function isVerb(words: readonly Word[], at: number, sets: ClauseSets): boolean {
  const lower = words[at].text.toLowerCase();
  // "the vote" is no verb.
  const article = at > 0 && words[at - 1].kind === 'word' && sets.articles.has(words[at - 1].text.toLowerCase());
  if (sets.verbs.has(lower)) return !article;
  if (lower.length <= 4 || words[at].text[0] !== lower[0] || sets.notPast.has(lower)) return false;
  return (
    sets.pastEndings.some((ending) => lower.endsWith(ending)) &&
    !sets.determiners.has(words[at - 1]?.text.toLowerCase() ?? '')
  );
}

/** Marks that end a clause whatever stands beside them. */
export const strongMarks = new Set([';', ':', '—', '–', '"', '“', '”', '(', ')', '`', '_']);

/** True when a clause ends with the word at `at`. */
export function endsAfter(words: readonly Word[], at: number, from: number, sets: ClauseSets): boolean {
  const word = words[at];
  if (word.kind === 'mark') {
    if (strongMarks.has(word.text) || (word.text === '.' && at > from)) return true;
    return word.text === ',' && at > from;
  }
  return sets.borders.has(word.text.toLowerCase()) && !sets.joiners.has(word.text.toLowerCase());
}
