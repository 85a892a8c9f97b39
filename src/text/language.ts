import { frequentWords, tellingLetters } from '../languages/frequent.ts';
import { unitAt } from './units.ts';

/**
 * The language of a text as a BCP 47 primary tag, or `expected` where the text gives too little to tell.
 *
 * The script alone decides Korean, Japanese, Greek, Hebrew, Thai and Hindi, and narrows the rest; frequent words and telling
 * letters decide among languages of one script. `expected` (the language of the page around a headline) wins where it is of
 * the same script and nothing speaks against it, so that a headline of names alone is not guessed at.
 *
 * @param text read up to `CHARACTERS_MAX`
 */
export function languageOfText(text: string, expected: string | null = null): string | null {
  const sample = text.slice(0, CHARACTERS_MAX);
  const script = scriptOf(sample);
  if (script === null) return expected;
  const candidates = scriptLanguages[script];
  if (candidates.length === 1) return candidates[0];
  const scores = scoreOf(sample.toLowerCase());
  const scoreIn = (code: string) => scores[numberOf.get(code) ?? -1] ?? 0;
  let best: string | null = null;
  let bestScore = 0;
  let second = 0;
  for (const code of candidates) {
    const score = scoreIn(code);
    if (score > bestScore) {
      second = bestScore;
      best = code;
      bestScore = score;
    } else if (score > second) second = score;
  }
  const here = expected !== null && candidates.includes(expected) ? expected : null;
  if (here !== null && here !== best) {
    const against = bestScore - scoreIn(here);
    return against >= CONTRADICTION_MIN ? best : here;
  }
  if (best === null) return null;
  return bestScore >= EVIDENCE_MIN && bestScore > second ? best : here;
}

/** The writing system most of a text's letters belong to; null for a text without letters. */
function scriptOf(text: string): Script | null {
  const counts = new Int32Array(scripts.length);
  /** Scripts in the order they were met: of equals the first stays. */
  const met: number[] = [];
  const length = Math.min(text.length, CHARACTERS_MAX);
  for (let at = 0; at < length; at++) {
    const script = scriptOfUnit(unitAt(text, at));
    if (script < 0) continue;
    if (counts[script] === 0) met.push(script);
    counts[script]++;
  }
  // A syllable block or ideograph says as much as two or three letters.
  const kana = counts[KANA];
  const han = counts[HAN] * 2;
  let best: Script | null = null;
  let most = 0;
  for (const script of met) {
    const number = counts[script];
    const weight = script === HANGUL ? number * 2 : script === KANA || script === HAN ? kana + han : number;
    if (weight > most) {
      most = weight;
      best = scripts[script];
    }
  }
  // Japanese mixes kana with ideographs; a single kana sign in a long Chinese text is decoration.
  if (best === 'han' || best === 'kana') return kana * 12 >= counts[HAN] ? 'kana' : 'han';
  return best;
}

const scripts = [
  'latin',
  'cyrillic',
  'greek',
  'hebrew',
  'arabic',
  'devanagari',
  'thai',
  'hangul',
  'kana',
  'han',
  'other',
] as const;
type Script = (typeof scripts)[number];
const [LATIN, CYRILLIC, GREEK, HEBREW, ARABIC, DEVANAGARI, THAI, HANGUL, KANA, HAN, OTHER] = scripts.keys();

/** Read of one text at most; more adds nothing. */
const CHARACTERS_MAX = 2_000;
/** Two frequent words of one language alone. */
const EVIDENCE_MIN = 0.9;
/** What must speak for another language before the expected one gives way. */
const CONTRADICTION_MIN = 1.4;
const TOKENS_MAX = 300;

const scriptLanguages: Readonly<Record<Script, readonly string[]>> = {
  latin: Object.keys(frequentWords).filter((code) => !['ru', 'uk', 'bg', 'sr', 'el', 'ar', 'fa', 'ur'].includes(code)),
  cyrillic: ['ru', 'uk', 'bg', 'sr'],
  greek: ['el'],
  hebrew: ['he'],
  arabic: ['ar', 'fa', 'ur'],
  devanagari: ['hi'],
  thai: ['th'],
  hangul: ['ko'],
  kana: ['ja'],
  han: ['zh'],
  other: [],
};

/** Languages are numbers while they are scored. */
const codes: readonly string[] = [
  ...new Set([...Object.keys(frequentWords), ...tellingLetters.flatMap((telling) => telling.codes)]),
];
const numberOf = new Map(codes.map((code, at) => [code, at]));
/** What a word or letter speaks for, and how much for each. */
interface Evidence {
  readonly languages: number[];
  weight: number;
}
const byWord = new Map<string, Evidence>();
for (const [code, list] of Object.entries(frequentWords)) {
  for (const word of new Set(list)) speak(byWord, word, [code], 1);
}
/** No frequent word is longer. */
const WORD_CHARACTERS_MAX = Math.max(...[...byWord.keys()].map((word) => word.length));
/** Where 1 stands by the hash of a word it may be a frequent one: most others are passed over without a string of them. */
const mayBeFrequent = new Uint8Array(1 << 15);
for (const word of byWord.keys()) mayBeFrequent[hashOf(word, 0, word.length)] = 1;
const byLetter = new Map<string, Evidence>();
for (const { letters, codes: spokenFor } of tellingLetters) {
  for (const letter of letters) speak(byLetter, letter, spokenFor, 0.9);
}
const byUnit = new Map([...byLetter].map(([letter, evidence]) => [letter.charCodeAt(0), evidence]));

function speak(to: Map<string, Evidence>, sign: string, spokenFor: readonly string[], whole: number): void {
  const evidence = to.get(sign) ?? { languages: [], weight: 0 };
  for (const code of spokenFor) {
    const number = numberOf.get(code);
    if (number !== undefined && !evidence.languages.includes(number)) evidence.languages.push(number);
  }
  evidence.weight = whole / Math.sqrt(evidence.languages.length);
  to.set(sign, evidence);
}

/** How much a text speaks for each language, by its number. */
function scoreOf(text: string): Float64Array {
  const scores = new Float64Array(codes.length);
  const add = ({ languages, weight }: Evidence) => {
    for (const language of languages) scores[language] += weight;
  };
  let tokens = 0;
  const { length } = text;
  for (let at = 0; at < length && tokens < TOKENS_MAX; ) {
    const letters = lettersAt(text, at, length);
    if (letters === at) {
      at++;
      continue;
    }
    tokens++;
    const code = letters < length ? unitAt(text, letters) : 0;
    const mark = code === 0x27 || code === 0x2019 ? letters + 1 : letters;
    const end = mark > letters ? lettersAt(text, mark, length) : letters;
    if (mark === letters) {
      const known = end - at <= WORD_CHARACTERS_MAX && mayBeFrequent[hashOf(text, at, end)] === 1;
      const evidence = known ? byWord.get(text.slice(at, end)) : undefined;
      if (evidence !== undefined) add(evidence);
    } else {
      // "l'année": the article before the apostrophe is a word of its own in French and Italian.
      const opened = `${text.slice(at, letters)}'`;
      const evidence = byWord.get(opened + text.slice(mark, end)) ?? byWord.get(opened);
      if (evidence !== undefined) add(evidence);
    }
    at = end;
  }
  const seen = new Set<Evidence>();
  for (let at = 0; at < length; at++) {
    const unit = unitAt(text, at);
    if (unit < 0x80) continue;
    const evidence = byUnit.get(unit);
    if (evidence === undefined || seen.has(evidence)) continue;
    seen.add(evidence);
    add(evidence);
  }
  return scores;
}

/** A hash of the letters from one place to another, as a place in `mayBeFrequent`. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + unitAt(text, at)) | 0;
  return (hash ^ (hash >>> 15)) & 0x7fff;
}

/** Behind the letters that begin at a place; the place itself when there are none. */
function lettersAt(text: string, from: number, length: number): number {
  let at = from;
  while (at < length) {
    const code = unitAt(text, at);
    if (code < 128) {
      if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90))) return at;
      at++;
    } else {
      const point = text.codePointAt(at)!;
      if (!isLetter(point)) return at;
      at += point > 0xffff ? 2 : 1;
    }
  }
  return at;
}

function isLetter(point: number): boolean {
  const known = point < knownLetters.length ? knownLetters[point] : UNASKED;
  if (known !== UNASKED) return known === 1;
  const letter = /^[\p{L}\p{M}]/u.test(String.fromCodePoint(point));
  if (point < knownLetters.length) knownLetters[point] = letter ? 1 : 0;
  return letter;
}

const UNASKED = 2;
/** A pure table, filled on first use: which signs are letters or marks on them. */
const knownLetters = new Uint8Array(0x10000).fill(UNASKED);

/** Number of the script a unit belongs to; -1 for signs, digits and spaces. */
function scriptOfUnit(unit: number): number {
  if (unit < 0x41) return -1;
  if (unit <= 0x7a) return unit <= 0x5a || unit >= 0x61 ? LATIN : -1;
  if (unit < 0xc0) return -1;
  if (unit < 0x250) return LATIN;
  if (unit >= 0x370 && unit < 0x400) return GREEK;
  if (unit >= 0x400 && unit < 0x530) return CYRILLIC;
  if (unit >= 0x590 && unit < 0x600) return HEBREW;
  if ((unit >= 0x600 && unit < 0x780) || (unit >= 0xfb50 && unit < 0xff00)) return ARABIC;
  if (unit >= 0x900 && unit < 0x980) return DEVANAGARI;
  if (unit >= 0xe00 && unit < 0xe80) return THAI;
  if (unit >= 0x1e00 && unit < 0x1f00) return LATIN;
  if (unit >= 0x1f00 && unit < 0x2000) return GREEK;
  if ((unit >= 0x1100 && unit < 0x1200) || (unit >= 0xac00 && unit < 0xd7b0)) return HANGUL;
  if (unit >= 0x3040 && unit < 0x3100) return KANA;
  if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xf900 && unit < 0xfb00)) return HAN;
  if ((unit >= 0x530 && unit < 0x590) || (unit >= 0x980 && unit < 0xe00) || (unit >= 0xe80 && unit < 0x1100))
    return OTHER;
  return -1;
}
