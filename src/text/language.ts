import { frequentWords, tellingLetters } from '../languages/frequent.ts';

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
  const scores = scoreOf(sample.toLowerCase(), candidates);
  let best: string | null = null;
  let bestScore = 0;
  let second = 0;
  for (const code of candidates) {
    const score = scores.get(code) ?? 0;
    if (score > bestScore) {
      second = bestScore;
      best = code;
      bestScore = score;
    } else if (score > second) second = score;
  }
  const here = expected !== null && candidates.includes(expected) ? expected : null;
  if (here !== null && here !== best) {
    const against = bestScore - (scores.get(here) ?? 0);
    return against >= CONTRADICTION_MIN ? best : here;
  }
  if (best === null) return null;
  return bestScore >= EVIDENCE_MIN && bestScore > second ? best : here;
}

/** The writing system most of a text's letters belong to; null for a text without letters. */
function scriptOf(text: string): Script | null {
  const counts = new Map<Script, number>();
  for (let at = 0; at < text.length && at < CHARACTERS_MAX; at++) {
    const script = scriptOfUnit(text.charCodeAt(at));
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const count = (script: Script) => counts.get(script) ?? 0;
  // A syllable block or ideograph says as much as two or three letters.
  const hangul = count('hangul') * 2;
  const kana = count('kana');
  const han = count('han') * 2;
  let best: Script | null = null;
  let most = 0;
  for (const [script, number] of counts) {
    const weight = script === 'hangul' ? hangul : script === 'kana' || script === 'han' ? kana + han : number;
    if (weight > most) {
      most = weight;
      best = script;
    }
  }
  // Japanese mixes kana with ideographs; a single kana sign in a long Chinese text is decoration.
  if (best === 'han' || best === 'kana') return kana * 12 >= count('han') ? 'kana' : 'han';
  return best;
}

export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'arabic'
  | 'devanagari'
  | 'thai'
  | 'hangul'
  | 'kana'
  | 'han'
  | 'other';

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

const languagesByWord = new Map<string, string[]>();
for (const [code, list] of Object.entries(frequentWords)) {
  for (const word of new Set(list)) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), code]);
}
const languagesByLetter = new Map<string, Set<string>>();
for (const { letters, codes } of tellingLetters) {
  for (const letter of letters)
    languagesByLetter.set(letter, new Set([...(languagesByLetter.get(letter) ?? []), ...codes]));
}

function scoreOf(text: string, candidates: readonly string[]): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (codes: Iterable<string>, weight: number) => {
    for (const code of codes) scores.set(code, (scores.get(code) ?? 0) + weight);
  };
  let tokens = 0;
  for (const [token] of text.matchAll(/[\p{L}\p{M}]+['’]?[\p{L}\p{M}]*/gu)) {
    if (++tokens > TOKENS_MAX) break;
    const plain = token.replace('’', "'");
    const split = plain.indexOf("'");
    // "l'année": the article before the apostrophe is a word of its own in French and Italian.
    const codes =
      languagesByWord.get(plain) ?? (split > 0 ? languagesByWord.get(plain.slice(0, split + 1)) : undefined);
    if (codes !== undefined) add(codes, 1 / Math.sqrt(codes.length));
  }
  const seen = new Set<string>();
  for (const letter of text) {
    if (letter < '\u0080' || seen.has(letter)) continue;
    const codes = languagesByLetter.get(letter);
    if (codes === undefined) continue;
    seen.add(letter);
    add(codes, 0.9 / Math.sqrt(codes.size));
  }
  for (const code of scores.keys()) if (!candidates.includes(code)) scores.delete(code);
  return scores;
}

function scriptOfUnit(unit: number): Script | null {
  if (unit < 0x41) return null;
  if (unit <= 0x7a) return unit <= 0x5a || unit >= 0x61 ? 'latin' : null;
  if (unit < 0xc0) return null;
  if (unit < 0x250) return 'latin';
  if (unit >= 0x370 && unit < 0x400) return 'greek';
  if (unit >= 0x400 && unit < 0x530) return 'cyrillic';
  if (unit >= 0x590 && unit < 0x600) return 'hebrew';
  if ((unit >= 0x600 && unit < 0x780) || (unit >= 0xfb50 && unit < 0xff00)) return 'arabic';
  if (unit >= 0x900 && unit < 0x980) return 'devanagari';
  if (unit >= 0xe00 && unit < 0xe80) return 'thai';
  if (unit >= 0x1e00 && unit < 0x1f00) return 'latin';
  if (unit >= 0x1f00 && unit < 0x2000) return 'greek';
  if ((unit >= 0x1100 && unit < 0x1200) || (unit >= 0xac00 && unit < 0xd7b0)) return 'hangul';
  if (unit >= 0x3040 && unit < 0x3100) return 'kana';
  if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xf900 && unit < 0xfb00)) return 'han';
  if ((unit >= 0x530 && unit < 0x590) || (unit >= 0x980 && unit < 0xe00) || (unit >= 0xe80 && unit < 0x1100))
    return 'other';
  return null;
}
