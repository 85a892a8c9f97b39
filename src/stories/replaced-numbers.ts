import { replacedNumbers } from '../languages/contrasts.ts';
import { anyWordOf } from './word-patterns.ts';

/** Numbers that a sentence gives as old ones: "212,000 people, not 85,000", "340에서", "au lieu de 340". */
export function replacedNumbersIn(sentence: string): number[] {
  return Array.from(sentence.matchAll(pattern), ({ groups }) => digitsOf(groups?.before ?? groups?.behind ?? ''));
}

const number = '\\d{1,3}(?:[.,\\u00a0\\u202f ]\\d{3})+|\\d{1,9}';

/** Of all languages at once: their words for it are nobody else's before a number. */
const pattern = new RegExp(
  `${anyWordOf(listed('before'))}\\s*(?<before>${number})(?![.,]?\\d)|(?<![\\d.,])(?<behind>${number})[^\\d\\s,.]{0,3}${anyWordOf(listed('behind'))}`,
  'giu',
);

function listed(side: 'before' | 'behind'): string[] {
  return Object.values(replacedNumbers).flatMap((words) => words[side].split(', ').filter((word) => word !== ''));
}

function digitsOf(written: string): number {
  return Number(written.replace(/[^\d]/g, ''));
}
