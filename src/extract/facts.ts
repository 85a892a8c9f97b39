import { unitAt } from '../text/units.ts';
import type { Block } from './blocks.ts';

/** What can be counted in the text of one block, in one pass over it. */
export interface BlockFacts {
  /** Length as a reader feels it: a character of an unspaced script weighs as `UNSPACED_WEIGHT` letters. */
  readonly mass: number;
  readonly words: number;
  /** Shares of the text, 0 to 1. */
  readonly linkShare: number;
  readonly boldShare: number;
  readonly italicShare: number;
  readonly upperShare: number;
  readonly digitShare: number;
  /** Share of the words that begin with a small letter: high in sentences, low in headlines and names. */
  readonly lowerWordShare: number;
  /** Ends of sentences inside and at the end. */
  readonly sentences: number;
  readonly endsSentence: boolean;
  readonly endsCut: boolean;
  readonly endsColon: boolean;
  readonly commas: number;
  readonly quotes: number;
  /** Bars, guillemets, bullets and arrows: what menus are parted by. */
  readonly separators: number;
  readonly startsLower: boolean;
  /** Reads as running text: long enough, few links, ends as a sentence does. */
  readonly prose: boolean;
}

const UNSPACED_WEIGHT = 2.5;
/** Counting stops here: the rest of a longer block tells nothing new. */
const COUNTED_CHARACTERS_MAX = 4_000;

/** Counts what there is in the text of a block. */
export function factsOf(block: Block): BlockFacts {
  const text = block.text;
  const length = Math.min(text.length, COUNTED_CHARACTERS_MAX);
  const counts = countCharacters(text, length);
  const { upper, lower, unspaced, spaces, words } = counts;
  const scale = text.length / Math.max(1, length);
  const mass = (length - unspaced + unspaced * UNSPACED_WEIGHT) * scale;
  const wordCount = (words + (unspaced > spaces * 4 ? unspaced * 0.5 : 0)) * scale;
  const share = (count: number, of: number) => (of === 0 ? 0 : Math.min(1, count / of));
  const last = lastLetters(text);
  const endsSentence = /[.!?。！？…؟۔।]$/.test(last) && !/(?:\.\.\.|…)$/.test(last);
  const linkShare = share(block.linkLength, text.length);
  return {
    mass,
    words: wordCount,
    linkShare,
    boldShare: share(block.boldLength, text.length),
    italicShare: share(block.italicLength, text.length),
    upperShare: share(upper, upper + lower),
    digitShare: share(counts.digits, length - spaces),
    // Unspaced and caseless scripts have no small letters: neither high nor low.
    lowerWordShare: unspaced > lower ? 0.6 : share(counts.lowerWords, words),
    sentences: counts.sentences * scale,
    endsSentence,
    endsCut: /(?:\.\.\.|…)\]?$/.test(last),
    endsColon: /[:：]$/.test(last),
    commas: counts.commas * scale,
    quotes: counts.quotes * scale,
    separators: counts.separators,
    startsLower: /^\p{Ll}/u.test(text),
    prose: linkShare < 0.4 && ((mass >= 60 && endsSentence) || (mass >= 140 && linkShare < 0.25)),
  };
}

interface Counts {
  upper: number;
  lower: number;
  digits: number;
  /** Characters of scripts without spaces. */
  unspaced: number;
  spaces: number;
  words: number;
  /** Words that begin with a small letter. */
  lowerWords: number;
  sentences: number;
  commas: number;
  quotes: number;
  separators: number;
}

function countCharacters(text: string, length: number): Counts {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let spaces = 0;
  let lowerWords = 0;
  let words = 0;
  let sentences = 0;
  let commas = 0;
  let quotes = 0;
  let separators = 0;
  const others = { upper: 0, lower: 0, unspaced: 0, sentences: 0, commas: 0, quotes: 0, separators: 0 };
  let wordStart = true;
  for (let at = 0; at < length; at++) {
    const code = unitAt(text, at);
    if (code === 32) {
      spaces++;
      wordStart = true;
      continue;
    }
    if (wordStart) {
      words++;
      if (code >= 97 && code <= 122) lowerWords++;
      else if (code > 127 && isLowerBeyondAscii(code)) lowerWords++;
      wordStart = false;
    }
    if (code >= 128) countOther(code, others);
    else if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code >= 48 && code <= 57) digits++;
    else if (code === 46 || code === 33 || code === 63) {
      if (at + 1 >= length || isBreakAfterStop(unitAt(text, at + 1))) sentences++;
    } else if (code === 44) commas++;
    else if (code === 34) quotes++;
    else if (code === 124 || code === 62) separators++;
  }
  return {
    upper: upper + others.upper,
    lower: lower + others.lower,
    digits,
    unspaced: others.unspaced,
    spaces,
    words,
    lowerWords,
    sentences: sentences + others.sentences,
    commas: commas + others.commas,
    quotes: quotes + others.quotes,
    separators: separators + others.separators,
  };
}

/** Counts one character that is not of ASCII. */
function countOther(code: number, counts: Omit<Counts, 'digits' | 'spaces' | 'words' | 'lowerWords'>): void {
  if (code >= 0x0e00) {
    if (code >= 0x2e80 && code < 0xfb00) {
      if (code === 0x3002) counts.sentences++;
      else if (code === 0x3001) counts.commas++;
      counts.unspaced++;
    } else if (code <= 0x0eff) counts.unspaced++;
    else if (code === 0xff01 || code === 0xff1f || code === 0xff61) counts.sentences++;
    else if (code === 0xff0c) counts.commas++;
    else if (code === 0x201c || code === 0x201d || code === 0x201e) counts.quotes++;
    else if (code === 0x2022 || code === 0x203a || code === 0x2192 || code === 0x25b8 || code === 0x25ba)
      counts.separators++;
    else if (code !== 0x2026) counts.lower++;
  } else if (code === 0x0964 || code === 0x061f || code === 0x06d4) counts.sentences++;
  else if (code === 0x060c) counts.commas++;
  else if (code === 0xab || code === 0xbb) counts.quotes++;
  else if (code === 0xb7) counts.separators++;
  else if (isUpperBeyondAscii(code)) counts.upper++;
  else counts.lower++;
}

/** The end of a text without closing quotes and brackets, which may follow the stop. */
function lastLetters(text: string): string {
  return text.slice(-8).replace(/["'”’»)\]」』）\s]+$/, '');
}

/** After a stop that ends a sentence stands a space, a quote, a bracket or nothing. */
function isBreakAfterStop(code: number): boolean {
  return (
    code === 32 || code === 34 || code === 41 || code === 39 || code === 0x201d || code === 0x2019 || code === 0xbb
  );
}

function isUpperBeyondAscii(code: number): boolean {
  return (
    (code >= 0xc0 && code <= 0xde) ||
    (code >= 0x391 && code <= 0x3a9) ||
    (code >= 0x400 && code <= 0x42f) ||
    code === 0x130
  );
}

/** Letters of caseless scripts count as small: they say nothing of headline style. */
function isLowerBeyondAscii(code: number): boolean {
  return !isUpperBeyondAscii(code) && code >= 0xdf && !(code >= 0x2000 && code <= 0x206f);
}

/** A logarithm made of exact steps: bits of the whole part and a linear rest, the same on every machine. */
export function logOf(value: number): number {
  if (value <= 0) return 0;
  const whole = Math.floor(value) + 1;
  const bits = 31 - Math.clz32(whole);
  const power = powersOfTwo[bits + 1];
  return bits + (whole - power) / power;
}

/** From one half on: a power is too dear to be asked for each number. */
const powersOfTwo = Float64Array.from({ length: 33 }, (_, at) => 2 ** (at - 1));
