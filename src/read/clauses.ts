import type { DateWords, Language } from '../languages/language.ts';
import type { Span } from '../records.ts';
import { oncePer } from '../text/once.ts';
import type { Sentence, SplitText } from '../text/sentences.ts';
import { firstStarting } from '../text/spans.ts';
import type { Word } from '../text/words.ts';
import {
  AMOUNT,
  AUXILIARY,
  BORDER,
  clauseWordsOf,
  DETERMINER,
  JOINER,
  OCCASION_NOUN,
  PREPOSED,
  PREPOSITION,
  SPEECH,
  SPEECH_NOUN,
  VERB_FORM,
} from './clause-words.ts';
import { endsAfter, firstVerb, happeningAt, lastVerb, nounBefore, nounWordsMax, strongMarks } from './happening.ts';
import type { KnownWords } from './known-words.ts';

/** The clause a date stands in, as far as word order tells: what happens, who does it, and the words on both sides. */
export interface Clause {
  readonly what: Span | null;
  readonly who: Span | null;
  /** Words of the clause before and after the date, lower case, in order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Of the words before those that tell of this date: behind an earlier date of the clause and the "and" of another verb. */
  readonly own: readonly string[];
  /** The words after the date up to the next quotation or dash, commas passed over. */
  readonly following: readonly string[];
  /** The date stands before its noun: "the March 2 talks". */
  readonly attributive: boolean;
  readonly negated: boolean;
  /** The date only says when somebody spoke. */
  readonly spoken: boolean;
  /** The sentence ends with a verb of saying whose doer stands before the date: a day just over is the day of saying. */
  readonly reported?: boolean;
  /** The clause gives amounts: the date is the period they are of. */
  readonly figures: boolean;
  readonly market: boolean;
}

/** Finds the clause around a date inside its sentence; the date before it ends at `earlierDate`, the one after it begins at `nextDate`. */
export function clauseAround(
  split: SplitText,
  known: KnownWords,
  sentence: Sentence,
  date: Span,
  language: Language | null,
  earlierDate: number,
  nextDate: number,
): Clause {
  const data = language?.dates;
  if (data?.agglutinated === true) return clauseInRun(split.text, sentence, date, data, nextDate);
  const sets = clauseWordsOf(data);
  const { words, text } = split;
  const { clause: marks } = known;
  const first = firstStarting(words, date[0], sentence.firstWord, sentence.lastWord);
  const last = firstStarting(words, date[1], sentence.firstWord, sentence.lastWord);
  let low = first;
  while (low > sentence.firstWord && first - low < clauseWordsMax) {
    // "go before the council next week": without a verb behind it "before" is a preposition and begins no clause.
    const preposed = ((marks[low] | marks[low - 1]) & PREPOSED) !== 0;
    if (endsBefore(words, low, first, marks) && !(preposed && firstVerb(words, low, first, marks) === -1)) break;
    low--;
  }
  // "two launches -- in August": the noun before the dash is what the date is of.
  let apposition = low;
  while (apposition < first && (marks[apposition] & PREPOSITION) !== 0) apposition++;
  const apposed = first > low && apposition === first;
  if (apposed && low - 1 > sentence.firstWord && isDash(words[low - 1])) {
    let end = low - 1;
    while (end > sentence.firstWord && isDash(words[end - 1])) end--;
    const noun = nounBefore(words, end, sentence.firstWord, marks);
    if (noun !== null) return apposedClause(words, noun, low, first, last, sentence);
  }
  let high = last;
  while (high < sentence.lastWord && high - last < clauseWordsMax && !endsAfter(words, high, last, marks)) high++;
  const before = plainWords(words, low, first, sentence.firstWord);
  const after = plainWords(words, last, high, sentence.firstWord);
  const attributive = isAttributive(words, first, last, sentence, marks);
  const knowsLight = sets.light.size > 0;
  const { what, who } = happeningAt({ words, sentence, low, high, first, last, marks, knowsLight }, attributive);
  return {
    what: what === null ? null : trimmed(text, what),
    who: who === null ? null : trimmed(text, who),
    before,
    after,
    own: before.slice(ownStart(words, low, first, earlierDate, marks) - low),
    following: followingWords(words, last, sentence),
    attributive,
    negated: hasAny(before, sets.negations) || hasAny(after.slice(0, 4), sets.negations),
    spoken: attributive ? sets.speechNouns.has(after[0] ?? '') : isSpoken(words, low, first, last, sentence, marks),
    figures: hasFigures(low, high, marks),
    market: hasAny(before, sets.market) || hasAny(after, sets.market),
  };
}

/** "was called off on Monday and will be held on June 3": where the words begin that tell of the second date. */
function ownStart(words: readonly Word[], low: number, first: number, earlierDate: number, marks: Int32Array): number {
  for (let at = firstStarting(words, earlierDate, low, first); at > low && at < first; at++)
    if ((marks[at] & JOINER) !== 0 && firstVerb(words, at + 1, first, marks) !== -1) return at + 1;
  return low;
}

function hasAny(words: readonly string[], list: ReadonlySet<string>): boolean {
  for (const word of words) if (list.has(word)) return true;
  return false;
}

/**
 * The clause in a language whose words carry endings or stand without spaces: the vocabulary is looked for as parts of the
 * text between commas, and what the date is of follows it.
 */
function clauseInRun(text: string, sentence: Sentence, date: Span, data: DateWords, nextDate: number): Clause {
  let low = date[0];
  while (low > sentence.start && date[0] - low < runLengthMax && !runBorders.has(text[low - 1])) low--;
  let high = date[1];
  while (high < sentence.end && high - date[1] < runLengthMax && !runBorders.has(text[high])) high++;
  const vocabulary = runVocabularyOf(data);
  // Words of two parts stand with one space in the lists, however many the text has.
  const found = (part: string) => {
    const plain = oneSpaced(part);
    return vocabulary.filter((word) => plain.includes(word));
  };
  const after = text.slice(date[1], high);
  // The particle on the date itself comes first: "까지", "之前", "までに".
  const near = vocabulary.filter((word) => after.startsWith(word));
  const events = data.events;
  const before = found(text.slice(low, date[0]));
  const follows = [...near, ...found(after)];
  const upToNext = oneSpaced(text.slice(date[1], Math.min(high, nextDate)));
  // "9월로 예정됐던 공연은 10월로 연기됐다": the particle of moving counts only where the verb of moving follows.
  const mover = firstOf(upToNext, events?.postponed ?? []);
  const plan = firstOf(upToNext, events?.planned ?? []);
  const moves = mover !== -1 && (plan === -1 || mover < plan);
  const particles = near.filter((word) => moves || events?.moveTo.includes(word) !== true);
  const lead: Span = [low, date[0]];
  const rest = behindDate(text, [date[1], high], data);
  const who = actorIn(text, lead, data);
  // A day until or from which something holds is no day of saying.
  const bounds = near.some((word) => events?.limits.includes(word) === true || events?.since.includes(word) === true);
  const all = [...before, ...particles, ...vocabulary.filter((word) => text.slice(low, date[0]).endsWith(word))];
  return {
    what: rest ?? subjectIn(text, lead, data) ?? nextClause(text, high, sentence.end),
    who: rest === null ? null : who,
    before: all,
    after: follows,
    own: all,
    following: found(text.slice(date[1], Math.min(sentence.end, date[1] + runFollowingMax))),
    attributive: plan !== -1 && plan <= attributiveReach,
    negated: follows.some((word) => events?.negations.includes(word) === true),
    spoken: !bounds && isSpokenInRun(text, date[1], high, Math.min(sentence.end, nextDate), data),
    reported: !bounds && who !== null && firstOf(text.slice(date[1], sentence.end), events?.speech ?? []) !== -1,
    figures: firstOf(text.slice(low, high), events?.amounts ?? []) !== -1,
    market: follows.some((word) => events?.market.includes(word) === true),
  };
}

/** "7일 성명에서 “…”", "7日在记者会上表示": nothing else is done on the date before the word of saying. */
function isSpokenInRun(text: string, from: number, high: number, end: number, data: DateWords): boolean {
  const { events } = data;
  if (events === undefined) return false;
  const clause = oneSpaced(text.slice(from, Math.min(high, end)));
  const others = [events.planned, events.postponed, events.cancelled, events.failed, events.deadline].flat();
  const speech = firstOf(clause, events.speech);
  const other = firstOf(clause, others);
  if (speech !== -1 && (other === -1 || speech < other)) return data.hangul !== true || other === -1;
  const opensQuote = /["“「]/.test(text[high] ?? '');
  return opensQuote && other === -1 && firstOf(text.slice(high, end), events.speech) !== -1;
}

function oneSpaced(part: string): string {
  return part.includes('  ') ? part.replace(/ {2,}/g, ' ') : part;
}

/** Where the first of some words stands in a text; -1 for none. */
function firstOf(text: string, list: readonly string[]): number {
  let first = -1;
  for (const word of list) {
    const at = text.indexOf(word);
    if (at !== -1 && (first === -1 || at < first)) first = at;
  }
  return first;
}

/** What follows a date, the particles that hang on the date left off; null when nothing does. */
function behindDate(text: string, [from, to]: Span, data: DateWords): Span | null {
  const { events } = data;
  const particles = [
    ...(events?.limits ?? []),
    ...(events?.betweenClosers ?? []),
    ...(events?.withinClosers ?? []),
    ...(events?.prepositions ?? []),
    ...(events?.vague ?? []),
    ...(events?.rangeLinks ?? []),
    ...(data.endings ?? []),
  ];
  let start = from;
  for (let guard = 0; guard < particlesMax; guard++) {
    while (start < to && text[start] === ' ') start++;
    const particle = longestAt(text, start, particles, data.endings !== undefined);
    if (particle === '') break;
    start += particle.length;
  }
  let end = to;
  while (end > start && /[.\s]/.test(text[end - 1])) end--;
  return trimmed(text, [start, end]);
}

/** The longest of some words that stands at an offset; where words are parted by spaces, it must end there. */
function longestAt(text: string, at: number, list: readonly string[], spaced: boolean): string {
  let longest = '';
  for (const word of list) {
    if (word.length <= longest.length || !text.startsWith(word, at)) continue;
    if (spaced && /[\p{L}\p{N}]/u.test(text[at + word.length] ?? ' ')) continue;
    longest = word;
  }
  return longest;
}

/** Who acts: what stands before the date without the particles and words of planning at its end. */
function actorIn(text: string, [from, to]: Span, data: DateWords): Span | null {
  const { events } = data;
  const tails = [
    ...(events?.planned ?? []),
    ...(events?.awaited ?? []),
    ...(events?.prepositions ?? []),
    ...(events?.rangeOpeners ?? []),
  ];
  let [, end] = withoutTails(text, [from, to], tails, data);
  const part = text.slice(from, end);
  const particle = data.actorEndings?.find((ending) => part.endsWith(ending)) ?? '';
  end -= particle.length;
  return trimmed(text, [from, end]);
}

/** A stretch without some words at its end. */
function withoutTails(text: string, [from, to]: Span, tails: readonly string[], data: DateWords): Span {
  let end = to;
  for (let guard = 0; guard < particlesMax; guard++) {
    while (end > from && text[end - 1] === ' ') end--;
    const part = text.slice(from, end);
    const whole = tails.filter((word) => part.endsWith(word) && startsWord(part, part.length - word.length, data));
    const tail = whole.reduce((best, word) => (word.length > best.length ? word : best), '');
    if (tail === '') break;
    end -= tail.length;
  }
  return [from, end];
}

/** What a date at the end of its clause is of: "发射窗口为14日". */
function subjectIn(text: string, [from, to]: Span, data: DateWords): Span | null {
  const { events } = data;
  const tails = [events?.prepositions ?? [], events?.moveTo ?? [], events?.rangeOpeners ?? []].flat();
  return trimmed(text, withoutTails(text, [from, to], tails, data));
}

/** The clause behind a date that stands alone: "九月三日，火箭升空". */
function nextClause(text: string, high: number, end: number): Span | null {
  let from = high;
  while (from < end && (runBorders.has(text[from]) || text[from] === ' ')) from++;
  let to = from;
  while (to < end && to - from < runLengthMax && !runBorders.has(text[to])) to++;
  return trimmed(text, [from, to]);
}

/** Where words are parted by spaces, only a whole word is left off. */
function startsWord(part: string, at: number, data: DateWords): boolean {
  return data.endings === undefined || at === 0 || part[at - 1] === ' ';
}

/** Most particles and words of planning that hang on one date or actor. */
const particlesMax = 4;

const runLengthMax = 120;
/** "20일로 예정된 회의": so near behind a date a word of planning makes it stand before its noun. */
const attributiveReach = 4;
/** How far after a date a word of moving or cancelling may stand, in characters. */
const runFollowingMax = 40;
const runBorders = new Set(['，', '。', '；', '：', '、', ',', ';', '“', '”', '「', '」', '"', '(', ')', '（', '）']);

/** Every word of the event lists, longest first. */
const runVocabularyOf = oncePer((data: DateWords): readonly string[] => {
  const lists = Object.values(data.events ?? {}).filter((list) => Array.isArray(list));
  return [...new Set<string>(lists.flat())].sort((a, b) => b.length - a.length);
});

/** The words of a stretch in lower case, as `plain` has them behind the first of a sentence. */
function plainWords(words: readonly Word[], from: number, to: number, firstOfSentence: number): string[] {
  const list: string[] = [];
  for (let at = from; at < to; at++)
    list.push(at > firstOfSentence ? plain(words[at].text) : words[at].text.toLowerCase());
  return list;
}

/** Lower case, but for short words with a capital amid a sentence: "May" is no "may". */
function plain(word: string): string {
  const lower = word.toLowerCase();
  return word.length <= 4 && word[0] !== lower[0] ? word : lower;
}

function isDash(word: Word): boolean {
  return word.text === '-' || word.text === '–' || word.text === '—' || word.text === '(' || word.text === ':';
}

function apposedClause(
  words: readonly Word[],
  noun: Span,
  low: number,
  first: number,
  last: number,
  sentence: Sentence,
): Clause {
  const before = words.slice(Math.max(sentence.firstWord, low - nounWordsMax), first);
  const own = before.filter((word) => word.start >= noun[0]).map((word) => word.text.toLowerCase());
  return {
    what: noun,
    who: null,
    before: own,
    after: [],
    own,
    following: followingWords(words, last, sentence),
    attributive: false,
    negated: false,
    spoken: false,
    figures: false,
    market: false,
  };
}

function followingWords(words: readonly Word[], last: number, sentence: Sentence): string[] {
  const following: string[] = [];
  for (let at = last; at < sentence.lastWord && at - last < followingWordsMax; at++) {
    if (words[at].kind === 'mark' && strongMarks.has(words[at].text)) break;
    following.push(words[at].text.toLowerCase());
  }
  return following;
}

/** How far after a date a word of moving or cancelling may stand. */
const followingWordsMax = 14;

/** Most words looked at on one side of a date, and most words of a noun after it. */
const clauseWordsMax = 40;

function endsBefore(words: readonly Word[], at: number, date: number, marks: Int32Array): boolean {
  const word = words[at - 1];
  if (word.kind === 'mark') {
    if (strongMarks.has(word.text)) return true;
    if (word.text === '-' && words[at - 2]?.text === '-') return true;
    return word.text === ',' && (marks[at] & BORDER) !== 0;
  }
  // "until" and "since" right before a date are its prepositions and begin no clause.
  if (at === date) return false;
  return (marks[at - 1] & (BORDER | JOINER)) === BORDER;
}

/** "the March 2 talks", "Obama's June 15 event": a determiner before and a noun after. */
function isAttributive(
  words: readonly Word[],
  first: number,
  last: number,
  sentence: Sentence,
  marks: Int32Array,
): boolean {
  if (first - 1 < sentence.firstWord || last >= sentence.lastWord) return false;
  const before = words[first - 1];
  const after = words[last];
  const opened = before.kind === 'clitic' || ((marks[first - 1] | marks[first]) & DETERMINER) !== 0;
  const genitive = after.kind === 'clitic';
  if (genitive) return true;
  if (!opened || after.kind === 'mark') return false;
  return (marks[last] & (PREPOSITION | BORDER | VERB_FORM)) === 0;
}

/** "said Friday", "told reporters on Monday", "in a statement Tuesday". */
function isSpoken(
  words: readonly Word[],
  low: number,
  first: number,
  last: number,
  sentence: Sentence,
  marks: Int32Array,
): boolean {
  const verb = lastVerb(words, low, first, marks);
  const passive = verb > sentence.firstWord && (marks[verb - 1] & AUXILIARY) !== 0;
  if (verb !== -1 && first - verb <= spokenReach && (marks[verb] & SPEECH) !== 0 && !passive) {
    // "said at a rally on Friday": the rally is what happened.
    for (let at = verb; at < first; at++) if ((marks[at] & OCCASION_NOUN) !== 0) return false;
    return true;
  }
  for (let at = Math.max(sentence.firstWord, first - 2); at < first; at++) {
    if ((marks[at] & SPEECH_NOUN) !== 0) return true;
  }
  // "On Friday he said": the date opens and the verb of saying follows.
  if (first - low > 2) return false;
  for (let at = last; at < Math.min(sentence.lastWord, last + spokenReach); at++) {
    if ((marks[at] & SPEECH) !== 0) return verb === -1 || first - verb > spokenReach;
    if (words[at].kind === 'mark' && (at > last || words[at].text !== ',')) return false;
  }
  return false;
}

/** How near to a verb of saying a date must stand to be the day of saying. */
const spokenReach = 8;

function hasFigures(from: number, to: number, marks: Int32Array): boolean {
  for (let at = from; at < to; at++) if ((marks[at] & AMOUNT) !== 0) return true;
  return false;
}

function trimmed(text: string, span: Span): Span | null {
  let [start, end] = span;
  while (start < end && /[\s,;:"'“”‘’`(]/.test(text[start])) start++;
  while (end > start && /[\s,;:"“‘`(]/.test(text[end - 1])) end--;
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? [start, end] : null;
}
