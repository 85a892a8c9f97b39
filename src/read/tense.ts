import type { DateWords } from '../languages/language.ts';
import type { Sentence, SplitText } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';

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
  };
}

/**
 * Whether what a time expression stands with happened (-1) or is to come (1); 0 when the words near do not tell. The nearest
 * tense word in the sentence decides; one before the expression counts for more than one after it, and a clause border weighs.
 */
export function directionAt(
  split: SplitText,
  bounds: Sentence,
  start: number,
  end: number,
  tense: TenseWords,
): -1 | 0 | 1 {
  if (tense.agglutinated) return directionInRun(split.text, bounds, end, tense);
  const { words } = split;
  // Sentences are short; the limit keeps a text without stops linear.
  let low = bounds.firstWord;
  let high = bounds.lastWord;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle].start < start) low = middle + 1;
    else high = middle;
  }
  const at = low;
  let score = putAhead(words, at, bounds.firstWord, tense) ? aheadWeight : 0;
  let weight = 1;
  for (let back = at - 1, seen = 0; back >= bounds.firstWord && seen < tenseWordsSeenMax; back--, seen++) {
    const sign = tenseOf(words, back, bounds.firstWord, tense);
    if (words[back].kind === 'mark') weight *= borderWeight;
    if (sign === 0) continue;
    score += sign * weight;
    weight *= fadeWeight;
  }
  // What comes after decides only where nothing before did.
  weight = Math.abs(score) > decidedMin ? afterWeight * 0.4 : afterWeight;
  for (let ahead = at, seen = 0; ahead < bounds.lastWord && seen < tenseWordsSeenMax; ahead++, seen++) {
    if (words[ahead].start < end) continue;
    const sign = tenseOf(words, ahead, bounds.firstWord, tense);
    if (words[ahead].kind === 'mark') weight *= borderWeight;
    if (sign === 0) continue;
    score += sign * weight;
    weight *= fadeWeight;
  }
  return score > 0.05 ? 1 : score < -0.05 ? -1 : 0;
}

/** Where verbs close the sentence, what is nearest behind the date decides. */
function directionInRun(text: string, bounds: Sentence, end: number, tense: TenseWords): -1 | 0 | 1 {
  const part = text.slice(end, Math.min(bounds.end, end + runLengthMax));
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
  if ([...tense.awaited].some((word) => around.includes(word))) return 0;
  const ahead = nearest(tense.future);
  const past = nearest(tense.past);
  return ahead === past ? 0 : ahead < past ? 1 : -1;
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
  if (at <= first) return false;
  const word = words[at - 1].text.toLowerCase();
  return tense.ahead.has(word) || (at - 2 >= first && tense.ahead.has(`${words[at - 2].text.toLowerCase()}+${word}`));
}
const lookBackWords = 4;

function tenseOf(words: readonly Word[], at: number, first: number, tense: TenseWords): number {
  const lower = words[at].text.toLowerCase();
  // "May" and "Will" amid a sentence are a month and a name.
  if (at > first && lower.length <= 4 && words[at].text[0] !== lower[0]) return 0;
  if (tense.pairHeads.has(lower) && tense.future.has(`${lower}+${words[at + 1]?.text.toLowerCase()}`)) return 1;
  if (tense.future.has(lower)) {
    // "had been due" looks back at what was to come.
    if (!tense.awaited.has(lower)) return 1;
    // "the planned trip", "a hastily planned trip" tell no time.
    const before = words[at - 1]?.text.toLowerCase() ?? '';
    if (lower.endsWith('ed') && at > first && (tense.determiners.has(before) || before.endsWith('ly'))) return 0;
    for (let back = at - 1; back > first && at - back <= lookBackWords; back--) {
      if (words[back].text === 'been' && words[back - 1].text === 'had') return -1;
    }
    return 1;
  }
  if (lower.length > 4 && !tense.notPast.has(lower) && tense.futureEndings.some((ending) => lower.endsWith(ending)))
    return 1;
  const past =
    tense.past.has(lower) ||
    (lower.length > 4 && !tense.notPast.has(lower) && tense.pastEndings.some((ending) => lower.endsWith(ending)));
  if (!past) {
    return tense.infinitive.has(lower) &&
      !tense.determiners.has(words[at + 1]?.text.toLowerCase() ?? '') &&
      /^\p{Ll}/u.test(words[at + 1]?.text ?? '')
      ? infinitiveWeight
      : 0;
  }
  // "no earlier than" is a bound and no past.
  if (tense.compared.has(words[at + 1]?.text.toLowerCase() ?? '')) return 0;
  // After "be" a participle has no tense of its own.
  return at > first && tense.passive.has(words[at - 1].text.toLowerCase()) ? 0 : -1;
}
