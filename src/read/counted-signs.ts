import type { Span } from '../records.ts';
import { isHangulSyllable } from '../text/scripts.ts';
import type { CountTables } from './count-tables.ts';
import type { Place } from './counts.ts';
import { followsSound } from './hangul.ts';
import { afterSpaces, isDigit } from './numerals.ts';

/** Where a number and its counter stand: the number ends at `to`, its counter at `counterTo`, a word of its limit at `next`. */
export interface Counting {
  readonly at: number;
  readonly to: number;
  readonly counterTo: number;
  readonly next: number;
  readonly counted: boolean;
}

/** What a number of Korean or Chinese counts, and what befell those counted. */
export function nounOf(place: Place, counting: Counting): { readonly of: Span | null; readonly fate: string | null } {
  const { tables } = place;
  const fate = counting.counted ? fateAround(place, counting) : null;
  const of = tables.hangul ? koreanNoun(place, counting) : chineseNoun(place, counting);
  if (of !== null || !counting.counted) return { of, fate };
  // Nothing else is named: the counter itself says of what kind it is ("명", "人").
  const from = afterSpaces(place.text, counting.to);
  return { of: counting.counterTo > from ? counterIn(place, from, counting.counterTo) : null, fate };
}

function counterIn({ text, tables }: Place, from: number, to: number): Span | null {
  let start = from;
  while (start < to && tables.boundBehind.has(text[start])) start++;
  start = afterSpaces(text, start);
  return start < to ? [start, to] : null;
}

/** The nearest word of what befell them: behind the number in its clause, or before it with no other number between. */
function fateAround({ text, start, end, tables }: Place, { at, counterTo }: Counting): string | null {
  const stop = Math.min(end, counterTo + tables.data.fateReach);
  let behind = counterTo;
  while (behind < stop && !isDigit(text.charCodeAt(behind)) && !/[,，。；;.、]/.test(text[behind])) {
    for (const word of tables.fateWords) if (text.startsWith(word, behind)) return tables.fates.get(word) ?? null;
    behind++;
  }
  let from = at;
  while (from > start && at - from < fateBeforeMax && !/[\d,，。；;、]/.test(text[from - 1])) from--;
  const lead = text.slice(from, at);
  let best: { index: number; unit: string } | null = null;
  for (const [word, unit] of tables.fates) {
    const index = lead.lastIndexOf(word);
    if (index !== -1 && (best === null || index > best.index)) best = { index, unit };
  }
  return best?.unit ?? null;
}

const fateBeforeMax = 12;

/** "12명의 군인", "주민 12명", "사망자가 43명으로", "유권자의 60%". */
function koreanNoun(place: Place, counting: Counting): Span | null {
  const { text, end, tables } = place;
  const { data } = tables;
  const counter = text.slice(counting.to, counting.counterTo).trim();
  const noun = data.nounCounters.includes(counter);
  const genitive = data.genitives.find((word) => text.startsWith(word, counting.next));
  if (genitive !== undefined && !noun) {
    let from = counting.next + genitive.length;
    while (from < end && text[from] === ' ') from++;
    let to = from;
    while (to < end && isHangulSyllable(text.charCodeAt(to))) to++;
    if (to > from) return [from, withoutParticle(text, from, to, tables)];
  }
  const word = wordBefore(place, counting.at);
  if (word === null) return null;
  const [from, to] = word;
  const written = text.slice(from, to);
  if (tables.stops.has(written)) return null;
  if (data.nouns.includes(written)) return word;
  if (data.verbEndings.some((ending) => written.endsWith(ending))) return null;
  const stem = withoutParticle(text, from, to, tables);
  if (stem === to) return written.length > 1 || counting.counted ? word : null;
  const particle = text.slice(stem, to);
  // "투표율은 60%", "사망자가 43명으로 늘었다": the subject is what the value is of.
  const leads = !counting.counted || data.towards.some((ending) => text.startsWith(ending, counting.next));
  const subject = data.subjects.includes(particle) || (!counting.counted && data.genitives.includes(particle));
  return subject && leads && stem - from > 1 ? [from, stem] : null;
}

/** The word before a number, words of its limit and of a sum passed over ("약", "총", "모두"). */
function wordBefore({ text, start, tables }: Place, at: number): Span | null {
  let to = at;
  for (let guard = 0; guard < leadWordsMax; guard++) {
    while (to > start && text[to - 1] === ' ') to--;
    let from = to;
    while (from > start && to - from < nounCharactersMax && isHangulSyllable(text.charCodeAt(from - 1))) from--;
    if (from === to) return null;
    const word = text.slice(from, to);
    if (!tables.passed.has(word)) return [from, to];
    to = from;
  }
  return null;
}

const leadWordsMax = 3;
const nounCharactersMax = 16;

function withoutParticle(text: string, from: number, to: number, tables: CountTables): number {
  const word = text.slice(from, to);
  if (tables.data.nouns.includes(word)) return to;
  for (const particle of tables.particles) {
    if (to - from <= particle.length || !word.endsWith(particle)) continue;
    if (!followsSound(word[word.length - particle.length - 1], particle)) continue;
    return to - particle.length;
  }
  return to;
}

/** "12名士兵", "60%的选民", "死亡人数升至43人", "票价从4克朗涨到6克朗". */
function chineseNoun(place: Place, counting: Counting): Span | null {
  const { text, end, tables } = place;
  const { data } = tables;
  let from = counting.next;
  const genitive = data.genitives.find((word) => text.startsWith(word, from));
  if (genitive !== undefined) from += genitive.length;
  if (counting.counted || genitive !== undefined) {
    const to = runEnd(place, from, end);
    if (to > from) return [from, to];
  }
  return measured(place, counting.at);
}

/** Where a noun without spaces ends: at a word that is no part of one; a known noun is taken whole. */
function runEnd({ text, tables }: Place, from: number, end: number): number {
  const known = tables.data.nouns.find((noun) => text.startsWith(noun, from));
  if (known !== undefined) return from + known.length;
  let to = from;
  while (to < end && to - from < runCharactersMax && isHan(text.charCodeAt(to)) && !tables.stops.has(text[to])) {
    // A known noun begins here: what stands before it belongs to it.
    const noun = to > from ? tables.data.nouns.find((word) => text.startsWith(word, to)) : undefined;
    if (noun !== undefined) return to + noun.length;
    to++;
  }
  return to;
}

/** Characters of the longest noun without spaces. */
const runCharactersMax = 6;

/** The subject of a verb of measure before a value. */
function measured({ text, start, tables }: Place, at: number): Span | null {
  let from = at;
  while (from > start && at - from < measureReach && !/[,，。；;：:、“”]/.test(text[from - 1])) from--;
  const clause = text.slice(from, at);
  let verb = -1;
  for (const word of tables.data.measures) {
    const index = clause.indexOf(word);
    if (index > 0 && (verb === -1 || index < verb)) verb = index;
  }
  if (verb === -1) return null;
  let begin = from;
  const lead = text.slice(from, from + verb);
  // Only what stands behind the last sign of a place or a time.
  const cut = Math.max(...tables.data.subjectOpeners.map((sign) => lead.lastIndexOf(sign)));
  if (cut !== -1 && cut + 1 < verb) begin = from + cut + 1;
  const to = from + verb;
  return to - begin > 1 && to - begin <= subjectCharactersMax ? [begin, to] : null;
}

const measureReach = 24;
const subjectCharactersMax = 10;

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
