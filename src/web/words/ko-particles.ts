/**
 * The Korean particle after a word: the first form after a closing consonant, the second after a vowel; `으로` is `로` after ㄹ
 * too. Digits are read aloud; of other scripts the sound is not known, so both are written.
 */
export function particle(before: string, closed: string, open: string): string {
  const sign = /([\p{L}\p{N}])[^\p{L}\p{N}]*$/u.exec(before.slice(-12))?.[1] ?? '';
  const code = sign.charCodeAt(0);
  const isHangul = code >= 0xac00 && code <= 0xd7a3;
  const final = isHangul ? (code - 0xac00) % 28 : /\d/.test(sign) ? finalOfDigit[Number(sign)] : null;
  if (final === null) return `${closed}(${open})`;
  return final === 0 || (closed === '으로' && final === rieul) ? open : closed;
}

const rieul = 8;
/** The final consonants of 영 일 이 삼 사 오 육 칠 팔 구 in the order of Unicode; 0 for none. */
const finalOfDigit = [21, rieul, 0, 16, 0, 0, 1, rieul, rieul, 0];
