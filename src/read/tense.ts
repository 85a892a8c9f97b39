import type { DateWords } from '../languages/language.ts';
import type { Sentence, SplitText } from '../text/sentences.ts';
import { firstStarting } from '../text/spans.ts';
import type { Word } from '../text/words.ts';
import { tenseOfVerb } from './hangul.ts';
import type { KnownWords } from './known-words.ts';

/** The words and endings by which a language tells what was from what is to come. */
export interface TenseWords {
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  /** First words of the pairs in `future` ("plan+to"). */
  readonly pairHeads: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
  readonly futureEndings: readonly string[];
  readonly notPast: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  readonly awaited: ReadonlySet<string>;
  readonly ahead: ReadonlySet<string>;
  readonly infinitive: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly compared: ReadonlySet<string>;
  readonly agglutinated: boolean;
  /** Its verbs are Korean ones, whose endings tell the tense. */
  readonly hangul: boolean;
  readonly perfect: ReadonlySet<string>;
  readonly adverbEndings: readonly string[];
}

/** The tense words of a language, ready to be looked up. */
export function tenseWordsOf(data: DateWords): TenseWords {
  return {
    future: new Set(data.future),
    past: new Set(data.past),
    pairHeads: new Set(data.future.filter((word) => word.includes('+')).map((word) => word.split('+', 1)[0])),
    pastEndings: data.pastEndings ?? [],
    futureEndings: data.futureEndings ?? [],
    notPast: new Set(data.notPast ?? []),
    passive: new Set(data.passive ?? []),
    awaited: new Set(data.awaited ?? (data.agglutinated === true ? data.events?.awaited : [])),
    ahead: new Set(data.ahead ?? []),
    infinitive: new Set(data.infinitive ?? []),
    compared: new Set(data.events?.compared ?? []),
    determiners: new Set(data.events?.determiners ?? []),
    agglutinated: data.agglutinated === true,
    hangul: data.hangul === true,
    perfect: new Set(data.perfect ?? []),
    adverbEndings: data.events?.adverbEndings ?? [],
  };
}

/**
 * Whether what a time expression stands with happened (-1) or is to come (1); 0 when the words near do not tell. The nearest
 * tense word in the sentence decides; one before the expression counts for more than one after it, and a clause border weighs.
 */
export function directionAt(
  split: SplitText,
  known: KnownWords,
  bounds: Sentence,
  start: number,
  end: number,
  tense: TenseWords,
): -1 | 0 | 1 {
  if (tense.agglutinated) return directionInRun(split.text, bounds, start, end, tense);
  const { words } = split;
  const at = firstStarting(words, start, bounds.firstWord, bounds.lastWord);
  let score = putAhead(words, at, bounds.firstWord, tense) ? aheadWeight : 0;
  let weight = 1;
  // "Until Thursday, they had not": at the head of a sentence it only bounds what its verb tells.
  const from = at - 1 === bounds.firstWord && tense.ahead.has(words[at - 1].text.toLowerCase()) ? at - 2 : at - 1;
  // Sentences are short; the limit keeps a text without stops linear.
  for (let back = from, seen = 0; back >= bounds.firstWord && seen < tenseWordsSeenMax; back--, seen++) {
    const sign = tenseOf(words, known, back, bounds.firstWord, tense);
    if (sign === 0) {
      if (words[back].kind === 'mark') weight *= borderWeight;
      continue;
    }
    score += sign * weight;
    weight *= fadeWeight;
  }
  // What comes after decides only where nothing before did.
  weight = Math.abs(score) > decidedMin ? afterWeight * 0.4 : afterWeight;
  for (let ahead = at, seen = 0; ahead < bounds.lastWord && seen < tenseWordsSeenMax; ahead++, seen++) {
    if (words[ahead].start < end) continue;
    const sign = tenseOf(words, known, ahead, bounds.firstWord, tense);
    if (words[ahead].kind === 'mark') weight *= borderWeight;
    if (sign === 0) continue;
    score += sign * weight;
    weight *= fadeWeight;
  }
  return score > 0.05 ? 1 : score < -0.05 ? -1 : 0;
}

/** Where verbs close the sentence, what is nearest behind the date decides; what is quoted behind it does not. */
function directionInRun(text: string, bounds: Sentence, start: number, end: number, tense: TenseWords): -1 | 0 | 1 {
  const part = unquoted(text.slice(end, Math.min(bounds.end, end + runLengthMax)));
  const nearest = (list: ReadonlySet<string>) => {
    let best = Number.POSITIVE_INFINITY;
    for (const word of list) {
      const at = part.indexOf(word);
      if (at !== -1 && at < best) best = at;
    }
    return best;
  };
  const around = text.slice(Math.max(bounds.start, end - runLengthMax), Math.min(bounds.end, end + runLengthMax));
  // "originally planned for October" looks back as much as ahead.
  for (const word of tense.awaited) if (around.includes(word)) return 0;
  // "将于周五": where no verb closes the sentence, what is to come is said before the date.
  if (!tense.hangul) {
    const before =
      text
        .slice(Math.max(bounds.start, start - runLengthMax), start)
        .split(/[，。；、,]/)
        .at(-1) ?? '';
    for (const word of tense.future) if (before.includes(word)) return 1;
  }
  const ahead = nearest(tense.future);
  const past = nearest(tense.past);
  const verb = tense.hangul ? nearestVerb(part) : null;
  if (verb !== null && verb.at < Math.min(ahead, past)) return verb.sign;
  return ahead === past ? 0 : ahead < past ? 1 : -1;
}

/** The first Korean verb that closes a clause. */
function nearestVerb(part: string): { at: number; sign: -1 | 1 } | null {
  for (const match of part.matchAll(/[가-힣]+/g)) {
    const sign = tenseOfVerb(match[0]);
    if (sign !== 0) return { at: match.index, sign };
  }
  return null;
}

/** A text with what stands in quotation marks blanked. */
function unquoted(part: string): string {
  return part.replace(/["“][^"”]*["”]?/g, (quoted) => ' '.repeat(quoted.length));
}

const runLengthMax = 80;
const tenseWordsSeenMax = 25;
const borderWeight = 0.6;
const fadeWeight = 0.3;
const afterWeight = 0.5;
const decidedMin = 0.2;

const aheadWeight = 0.4;
const infinitiveWeight = 0.25;

/** "by Monday", "as soon as Monday". */
function putAhead(words: readonly Word[], at: number, first: number, tense: TenseWords): boolean {
  if (at - 1 <= first) return false;
  const word = words[at - 1].text.toLowerCase();
  return tense.ahead.has(word) || (at - 2 >= first && tense.ahead.has(`${words[at - 2].text.toLowerCase()}+${word}`));
}
const lookBackWords = 4;

/** What a word can be by itself, whatever stands beside it: the marks below, summed. */
export function tenseMarks(word: string, tense: TenseWords): number {
  const lower = word.toLowerCase();
  const ends = (endings: readonly string[]) =>
    lower.length > 4 && !tense.notPast.has(lower) && endings.some((ending) => lower.endsWith(ending));
  let marks = 0;
  if (tense.pairHeads.has(lower)) marks |= PAIR;
  if (tense.future.has(lower)) marks |= FUTURE;
  if (ends(tense.futureEndings)) marks |= FUTURE_ENDING;
  if (tense.past.has(lower) || ends(tense.pastEndings)) marks |= PAST;
  if (tense.infinitive.has(lower)) marks |= INFINITIVE;
  if (word.length <= shortWord && word[0] !== lower[0]) marks |= CAPITAL;
  return marks;
}

const PAIR = 1;
const FUTURE = 2;
const FUTURE_ENDING = 4;
const PAST = 8;
const INFINITIVE = 16;
const CAPITAL = 32;
const shortWord = 4;

function tenseOf(words: readonly Word[], known: KnownWords, at: number, first: number, tense: TenseWords): number {
  const marks = known.tense[at];
  // Most words tell nothing; "May" and "Will" amid a sentence are a month and a name.
  if (marks === 0 || marks === CAPITAL || (at > first && (marks & CAPITAL) !== 0)) return 0;
  const lower = words[at].text.toLowerCase();
  const next = words[at + 1]?.text ?? '';
  if ((marks & PAIR) !== 0 && tense.future.has(`${lower}+${words[at + 1]?.text.toLowerCase() ?? ''}`)) return 1;
  if ((marks & FUTURE) !== 0) return tense.awaited.has(lower) ? awaitedTense(words, at, first, lower, tense) : 1;
  if ((marks & FUTURE_ENDING) !== 0) return 1;
  if ((marks & PAST) === 0) {
    const verbFollows = (marks & INFINITIVE) !== 0 && /^\p{Ll}/u.test(next) && !tense.determiners.has(next);
    return verbFollows ? infinitiveWeight : 0;
  }
  // "no earlier than" is a bound and no past.
  if (tense.compared.has(words[at + 1]?.text.toLowerCase() ?? '')) return 0;
  // After "be" a participle has no tense of its own.
  return at > first && tense.passive.has(words[at - 1].text.toLowerCase()) ? 0 : -1;
}

/** "due", "planned": to come, unless "had been" puts them in the past or they only describe ("the planned trip"). */
function awaitedTense(words: readonly Word[], at: number, first: number, lower: string, tense: TenseWords): number {
  const before = at > first ? words[at - 1].text.toLowerCase() : '';
  const participle = tense.pastEndings.some((ending) => lower.endsWith(ending));
  if (participle && (tense.determiners.has(before) || tense.adverbEndings.some((ending) => before.endsWith(ending)))) {
    return 0;
  }
  for (let back = at - 1; back > first && at - back <= lookBackWords; back--) {
    if (tense.perfect.has(`${words[back - 1].text}+${words[back].text}`)) return -1;
  }
  return 1;
}
