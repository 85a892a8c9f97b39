import { unitAt } from './units.ts';

/**
 * A text without the characters at its end that `isTail`, an expression for one character, tells. Written as a loop because
 * `/[…]+$/` begins anew at every character of a run that does not reach the end: a square of the run's length.
 */
export function withoutTail(text: string, isTail: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const unit = unitAt(text, end - 1);
    const low = unit >= 0xdc00 && unit <= 0xdfff;
    const start = end - (low && end > 1 && (unitAt(text, end - 2) & 0xfc00) === 0xd800 ? 2 : 1);
    if (!isTail.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}
