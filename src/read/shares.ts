import type { Word } from '../text/words.ts';
import { lowerOf } from './counted.ts';
import type { FigureTables } from './figure-tables.ts';

/** A share as it stands: "two thirds of", from its first word up to its link. */
export interface Share {
  readonly from: number;
  readonly to: number;
  /** In hundredths of the whole, with one decimal. */
  readonly percent: number;
}

/**
 * The share whose fraction stands at a word: "a third of the boats", "two-thirds of", "half of"; null where no link to a whole
 * follows ("the second half", "a third boat") or a number does ("a quarter of a million").
 */
export function shareAt(
  words: readonly Word[],
  at: number,
  first: number,
  end: number,
  tables: FigureTables,
): Share | null {
  const part = tables.shares.get(lowerOf(words[at]));
  if (part === undefined || !leadsToWhole(words, at + 1, end, tables)) return null;
  let before = at - 1;
  if (before > first && words[before].text === '-' && words[before].end === words[at].start) before--;
  const low = before >= first ? lowerOf(words[before]) : '';
  const count = tables.ones.has(low) ? 1 : (tables.numbers.get(low) ?? (/^[2-9]$/.test(low) ? Number(low) : null));
  const alone = tables.halves.has(lowerOf(words[at]));
  if (count === null ? !alone || tables.ranks.has(low) : count * part >= 1) return null;
  const percent = Math.round((count ?? 1) * part * 1000) / 10;
  return { from: count === null ? at : before, to: at + 1, percent };
}

/** "of the boats", "der Boote", "лодок"; not "of a million", nor a mark or a verb. */
function leadsToWhole(words: readonly Word[], at: number, end: number, tables: FigureTables): boolean {
  if (at >= end || words[at].kind !== 'word') return false;
  const linked = tables.links.has(lowerOf(words[at]));
  if (!linked && !(tables.wholesFollow && !tables.stops.has(lowerOf(words[at])))) return false;
  const scaled =
    linked && at + 2 < end && tables.ones.has(lowerOf(words[at + 1])) && tables.scales.has(lowerOf(words[at + 2]));
  return !scaled;
}
