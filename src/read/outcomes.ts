import type { Vocabulary } from './event-words.ts';

/** What became of a plan, where more than one word tells it: "called off", "fällt … aus", "will not take place", "did not reach". */
export type Outcome = 'cancelled' | 'postponed' | 'failed';

/** The outcome that the words around a date tell together; `before` ends at the date, `after` begins behind it. */
export function outcomeIn(before: readonly string[], after: readonly string[], vocabulary: Vocabulary): Outcome | null {
  let words: readonly string[] | null = null;
  let negated = false;
  const { length } = before;
  for (let from = 0; from < length + after.length; from++) {
    const word = from < length ? before[from] : after[from - length];
    negated ||= vocabulary.negations.has(word);
    const phrases = vocabulary.outcomePhrases.get(word);
    if (phrases === undefined) continue;
    words ??= [...before, ...after];
    for (const { outcome, parts } of phrases) {
      const at = phraseEnd(words, from, parts, vocabulary.phraseGap);
      // "ab 1. Juni" is a preposition, and no verb ends with it.
      if (at !== -1 && at !== length - 1 && !isNegated(words, at, vocabulary)) return outcome;
    }
  }
  if (!negated) return null;
  words ??= [...before, ...after];
  // "will not open until March 3": then it does.
  const until = before.slice(-2).some((word) => vocabulary.limits.has(word));
  for (const [at, word] of until ? [] : words.entries()) {
    if (!vocabulary.negations.has(word)) continue;
    const near = nearNegation(words, at, vocabulary);
    if (near.some((other) => vocabulary.holding.has(other))) return 'cancelled';
    if (near.some((other) => vocabulary.managing.has(other))) return 'failed';
  }
  return null;
}

/** True for a word behind a negation: "was not cancelled". */
export function isNegated(words: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  for (let back = at - 1; back >= 0 && at - back <= negationReach; back--)
    if (vocabulary.negations.has(words[back])) return true;
  return false;
}

/** How many words before a participle its negation may stand: "not been cancelled". */
const negationReach = 2;

/** The words a negation speaks of: those behind it, or around it where verbs part ("findet am Montag nicht statt"). */
function nearNegation(words: readonly string[], at: number, vocabulary: Vocabulary): readonly string[] {
  const behind = words.slice(at + 1, at + 1 + negatedReach);
  return vocabulary.phraseGap === 0 ? behind : [...words.slice(Math.max(0, at - vocabulary.phraseGap), at), ...behind];
}

const negatedReach = 3;

/** Where a phrase ends that begins at a word, with at most so many words between two of its words; -1 for nowhere. */
function phraseEnd(words: readonly string[], from: number, parts: readonly string[], gap: number): number {
  let at = from;
  for (let part = 1; part < parts.length && at !== -1; part++) {
    const next = words.indexOf(parts[part], at + 1);
    at = next !== -1 && next - at - 1 <= gap ? next : -1;
  }
  return at;
}
