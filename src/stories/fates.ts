import type { EventWords } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { calledOff } from '../languages/planning.ts';
import { anyWordOf } from './word-patterns.ts';

/** What a text says became of what was planned. */
export type Fate = 'cancelled' | 'failed';

/** What became of the planned thing that a text speaks of, by its words alone; null when it does not say so, or denies it. */
export function fateIn(text: string, language: string | null): Fate | null {
  const words = fateWordsOf(language);
  if (words === null) return null;
  for (const fate of ['cancelled', 'failed'] as const) {
    for (const { index, 0: word } of text.matchAll(words[fate])) {
      const around = text.slice(Math.max(0, index - negationReach), index + word.length + negationReach);
      if (!words.negated.test(around)) return fate;
    }
  }
  return null;
}

/** Characters before and behind a word in which a negation turns it round. */
const negationReach = 12;

interface FateWords extends Readonly<Record<Fate, RegExp>> {
  readonly negated: RegExp;
}

const known = new Map<string, FateWords>();

function fateWordsOf(code: string | null): FateWords | null {
  const language = languageOf(code);
  const events = language?.dates?.events;
  if (language === null || events === undefined) return null;
  const made = known.get(language.code) ?? wordsOf(events, language.code);
  known.set(language.code, made);
  return made;
}

function wordsOf(events: EventWords, code: string): FateWords {
  return {
    cancelled: new RegExp(anyWordOf([...events.cancelled, ...(calledOff[code] ?? [])]), 'giu'),
    failed: new RegExp(anyWordOf(events.failed), 'giu'),
    negated: new RegExp(anyWordOf(events.negations), 'iu'),
  };
}
