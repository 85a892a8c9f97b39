import { isHangulSyllable } from '../text/scripts.ts';

/** What Korean words tell by the sound that closes a syllable, which its code point holds: the tense of a verb, which particle may follow. */

/** -1 past, 1 present or to come (news tells what is to come in the present), 0 for a word that is no verb at a clause's end. */
export function tenseOfVerb(word: string): -1 | 0 | 1 {
  const ending = /^(.*)(?:다|다고|다며|다는|다가|지만|으며|으나|고)$/u.exec(word);
  const stem = ending?.[1] ?? '';
  const last = stem.at(-1);
  if (last === undefined) return 0;
  const final = finalOf(last);
  if (final === doubleS) return last === '겠' ? 1 : last === '있' ? 0 : -1;
  // "만난다", "짓는다": the present of a verb; before "고" the same sound is a noun's.
  return word.endsWith('고') && !word.endsWith('다고') ? 0 : final === nieun && stem.length > 1 ? 1 : 0;
}

/** Whether a particle may follow a syllable: "이" follows a closing consonant and "가" a vowel, so that "농가" ends in no particle. */
export function followsSound(syllable: string, particle: string): boolean {
  const final = finalOf(syllable);
  if (particle === '로') return final === 0 || final === rieul;
  if (particle === '으로') return final !== 0 && final !== rieul;
  if (afterConsonant.has(particle)) return final !== 0;
  return !afterVowel.has(particle) || final === 0;
}

const afterConsonant = new Set(['은', '이', '을', '과', '이나', '이며', '이고', '이라고']);
const afterVowel = new Set(['는', '가', '를', '와', '나']);

/** Index of the sound that closes a syllable; 0 for none and for what is no Korean syllable. */
function finalOf(syllable: string): number {
  const code = syllable.charCodeAt(0);
  return isHangulSyllable(code) ? (code - firstSyllable) % finalCount : 0;
}

const firstSyllable = 0xac00;
const finalCount = 28;
const nieun = 4;
const rieul = 8;
const doubleS = 20;
