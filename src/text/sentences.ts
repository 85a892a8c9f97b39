import type { Language } from '../languages/language.ts';
import { splitWords, type Word } from './words.ts';

/** A sentence with the words and marks in it: `words[firstWord]` up to, not with, `words[lastWord]`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
  /** True when it begins inside a quotation opened in an earlier sentence of the paragraph. */
  readonly insideQuote: boolean;
}

/** A text cut once into words and sentences, for every step that reads it. */
export interface SplitText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
}

/** Cuts a text into words and sentences, each with its offsets. */
export function splitText(text: string, language: Language | null): SplitText {
  const words = splitWords(text);
  return { text, words, sentences: splitSentences(text, words, language) };
}

/**
 * Sentences of a text whose words are known. A full stop ends no sentence after an abbreviation or an initial unless the next
 * word can only begin one; closing quote marks belong to the sentence they close; a blank line always ends one.
 */
function splitSentences(text: string, words: readonly Word[], language: Language | null): Sentence[] {
  const sentences: Sentence[] = [];
  const rules = rulesOf(language);
  let first = 0;
  let paragraph = 0;
  let inQuote = false;
  let insideQuote = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word.kind === 'mark') inQuote = quoteAfter(text, word, inQuote);
    const next = words[at + 1];
    const gap = next === undefined ? PARAGRAPH : gapBetween(text, word.end, next.start);
    const last =
      gap === PARAGRAPH || (gap === LINE && !beginsLower(next)) || endsSentence(words, first, at, gap, rules);
    if (!last) continue;
    sentences.push({
      start: words[first].start,
      end: word.end,
      firstWord: first,
      lastWord: at + 1,
      paragraph,
      insideQuote,
    });
    first = at + 1;
    if (gap === PARAGRAPH) {
      paragraph++;
      inQuote = false;
    }
    insideQuote = inQuote;
  }
  return sentences;
}

interface Rules {
  readonly abbreviations: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly ordinalPoint: boolean;
}

const rulesByLanguage = new Map<Language | null, Rules>();

function rulesOf(language: Language | null): Rules {
  let rules = rulesByLanguage.get(language);
  if (rules === undefined) {
    const data = language?.sentences;
    rules = {
      abbreviations: new Set(data?.abbreviations ?? []),
      openers: new Set(data?.openers ?? []),
      ordinalPoint: data?.ordinalPoint ?? false,
    };
    rulesByLanguage.set(language, rules);
  }
  return rules;
}

const JOINED = 0;
const SPACED = 1;
const LINE = 2;
const PARAGRAPH = 3;

function gapBetween(text: string, from: number, to: number): number {
  if (from === to) return JOINED;
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x2029) lines += code === 0x0a ? 1 : 2;
  }
  return lines === 0 ? SPACED : lines === 1 ? LINE : PARAGRAPH;
}

/** What a mark can be for the end of a sentence, by its code unit. */
const STOP = 1;
/** Stops of scripts without spaces end a sentence whatever follows. */
const WIDE_STOP = 2;
const CLOSER = 4;
const markKinds = new Uint8Array(0x10000);
for (const mark of '.!?…‼⁇⁈⁉') markKinds[mark.charCodeAt(0)] |= STOP;
for (const mark of '。！？｡．') markKinds[mark.charCodeAt(0)] |= WIDE_STOP;
for (const mark of '"\'”’»«“)]」』）】›＂') markKinds[mark.charCodeAt(0)] |= CLOSER;

function markKind(word: Word): number {
  return word.kind === 'mark' ? markKinds[word.text.charCodeAt(0)] : 0;
}

/** Closing marks that may stand behind a stop: more are noise, and walking over them all would not be linear. */
const closersMax = 8;

/** True when a sentence ends with the word at `at`: a stop, and what closes after it, stands there. */
function endsSentence(words: readonly Word[], first: number, at: number, gap: number, rules: Rules): boolean {
  let stop = at;
  // Walk back over the closing marks joined to the stop.
  while (stop > first && at - stop < closersMax && (markKind(words[stop]) & CLOSER) !== 0) {
    if (words[stop - 1].end !== words[stop].start) return false;
    stop--;
  }
  const word = words[stop];
  const next = words[at + 1];
  const kind = markKind(word);
  if ((kind & WIDE_STOP) !== 0) {
    if (next.start !== words[at].end) return true;
    const nextKind = markKind(next);
    return !(((nextKind & CLOSER) !== 0 && next.text !== '“') || (nextKind & WIDE_STOP) !== 0);
  }
  if (gap === JOINED) return false;
  if (word.kind === 'word' && word.text.charCodeAt(word.text.length - 1) === 0x2e) {
    // "U.S.", "p.m.": the point is the word's own and may be the sentence's as well.
    return opensSentence(next, rules);
  }
  if ((kind & STOP) === 0) return false;
  if (beginsLower(next)) return false;
  const before = words[stop - 1];
  if (word.text !== '.' || before === undefined || before.end !== word.start || stop !== at) return true;
  if (before.kind === 'word') {
    const initial = before.text.length === 1 && isUpper(before.text);
    if (initial || rules.abbreviations.has(before.text.toLowerCase())) return opensSentence(next, rules);
  }
  if (rules.ordinalPoint && before.kind === 'number' && before.text.length <= 2) return opensSentence(next, rules);
  return true;
}

function opensSentence(next: Word, rules: Rules): boolean {
  return next.kind === 'word' && rules.openers.has(next.text);
}

function beginsLower(word: Word): boolean {
  const first = word.text[0];
  return word.kind === 'word' && first !== first.toUpperCase() && first === first.toLowerCase();
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

/** Whether a quotation is open after a mark. A straight quote mark turns the state; a typographic one says which it is. */
function quoteAfter(text: string, mark: Word, inQuote: boolean): boolean {
  switch (mark.text) {
    case '"':
    case '＂': {
      // One that stands after a space and before a letter can only open, whatever was left open before.
      const spaceBefore = mark.start === 0 || /[\s([]/.test(text[mark.start - 1]);
      const spaceAfter = mark.end >= text.length || /\s/.test(text[mark.end]);
      if (spaceBefore && !spaceAfter) return true;
      if (spaceAfter && !spaceBefore) return false;
      return !inQuote;
    }
    case '“':
      // German closes with the mark that English opens with.
      return !(inQuote && mark.start > 0 && /[\p{L}\p{P}]/u.test(text[mark.start - 1]));
    case '„':
    case '「':
    case '『':
    case '‟':
      return true;
    case '”':
    case '」':
    case '』':
      return false;
    case '«':
    case '»': {
      const outward = mark.start === 0 || /\s/.test(text[mark.start - 1]);
      return outward;
    }
    case '`':
      return true;
    case "'":
      // Wire copy closes ``so'' with two apostrophes.
      return inQuote && text[mark.start - 1] !== "'";
    default:
      return inQuote;
  }
}
