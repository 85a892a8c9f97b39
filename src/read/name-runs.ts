import type { SplitText } from '../text/sentences.ts';
import { isCapital, type Word } from '../text/words.ts';
import {
  CAPITAL,
  COUNTS,
  GIVEN,
  hasOrganisationWord,
  type KnownWords,
  ORGANISATION,
  PLACE,
  SHOUTED,
} from './known-words.ts';
import {
  ADV,
  ADVERB_END,
  AUX,
  CC,
  DET,
  type Entry,
  entryOf,
  FINITE,
  GENITIVE,
  GERUND_END,
  MEDIA,
  PAST_END,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  ROLE,
  SUB,
  SUBJ,
  singularEntryOf,
  TIME,
  TITLE,
  VPART,
  VPAST,
  VS,
} from './lexicon.ts';
import { classify, type NameRun } from './name-kinds.ts';
import type { Finder } from './name-words.ts';

/** The runs of capitalised words of a text that name something, in order. */
export function findRuns(split: SplitText, known: KnownWords, finder: Finder): NameRun[] {
  const { words, sentences } = split;
  const lower = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    // What the lexicon knows needs no second witness.
    if (known.entries[at] === null && words[at].kind === 'word' && (known.names[at] & CAPITAL) === 0)
      lower.add(known.lower[at]);
  }
  /** Words with a capital inside a sentence: names, wherever they stand. */
  const inside = new Set<string>();
  for (const { firstWord, lastWord } of sentences) {
    for (let at = firstWord + 1; at < lastWord; at++)
      if ((known.names[at] & CAPITAL) !== 0 && words[at].kind === 'word' && !isOpener(words[at - 1]))
        inside.add(words[at].text);
  }
  const runs: NameRun[] = [];
  for (let index = 0; index < sentences.length; index++) {
    const { firstWord, lastWord } = sentences[index];
    // Where every noun has a capital, so has many a sentence's most words.
    const headline = finder.lexicon.words.compounds !== true && isHeadline(words, known, firstWord, lastWord);
    for (let at = firstWord; at < lastWord; ) {
      const word = words[at];
      if ((known.names[at] & CAPITAL) === 0 || word.kind !== 'word') {
        at++;
        continue;
      }
      const initial =
        at === firstWord || (words[at - 1].kind === 'mark' && at - 1 === firstWord) || isOpener(words[at - 1]);
      if (initial && !inside.has(word.text) && standsAlone(words, known, at, lastWord)) {
        at++;
        continue;
      }
      const opensBody =
        hasOrganisationWord(known, at + 1, Math.min(at + 4, lastWord)) &&
        words[at + 1]?.kind === 'word' &&
        isCapital(words[at + 1]) &&
        (known.tags[at] & (VPAST | VPART)) !== 0;
      if (initial && !opensBody && isOrdinary(known, at, lower, words[at + 1], isOffice(known, at, lastWord), finder)) {
        at++;
        continue;
      }
      if (headline && (known.names[at] & GIVEN) === 0) {
        at++;
        continue;
      }
      const end = headline ? Math.min(at + 2, lastWord) : endOfRun(split, known, at, lastWord, finder);
      const run = classify(split, known, at, end, index, finder);
      if (run !== null) runs.push(run);
      at = end;
    }
  }
  return withSurnames(split, runs, known);
}

/** "Billy King …. King said": a surname that is a title or another word too, where somebody of that name is in the text. */
function withSurnames(split: SplitText, runs: NameRun[], known: KnownWords): NameRun[] {
  const surnames = new Set<string>();
  for (const { kind, words, lastWord } of runs) {
    if (kind !== 'person' || words.length === 1) continue;
    let last = lastWord - 1;
    while (split.words[last].kind !== 'word') last--;
    if (known.entries[last] !== null && !(known.tags[last] & SMALL_WORD)) surnames.add(split.words[last].text);
  }
  if (surnames.size === 0) return runs;
  const { words, sentences } = split;
  const all: NameRun[] = [];
  let next = 0;
  for (let index = 0; index < sentences.length; index++) {
    for (let at = sentences[index].firstWord; at < sentences[index].lastWord; at++) {
      while (next < runs.length && runs[next].lastWord <= at) all.push(runs[next++]);
      if ((known.names[at] & CAPITAL) === 0) continue;
      const word = words[at];
      if (!surnames.has(word.text) || (next < runs.length && runs[next].firstWord <= at)) continue;
      const joined = at > 0 && known.tags[at - 1] & (DET | POSS) && words[at - 1].end < word.start;
      if (joined || (at + 1 < words.length && (known.names[at + 1] & CAPITAL) !== 0)) continue;
      const { start, end, text } = word;
      const key = text.toLowerCase();
      all.push({
        start,
        end,
        words: [text],
        kind: null,
        gender: null,
        sentence: index,
        firstWord: at,
        lastWord: at + 1,
        titled: true,
        name: text,
        key,
      });
    }
  }
  while (next < runs.length) all.push(runs[next++]);
  return all;
}

/** What is never a surname. */
const SMALL_WORD = DET | POSS | PREP | SUBJ | AUX | CC | SUB | TIME;

/** Words a name may have. */
const nameWordsMax = 10;
/** Share of the words of a sentence with a capital from which it is a headline, whose capitals tell nothing. */
const headlineShareMin = 0.7;
/** Words and marks a headline may have: beyond them it is a sentence of many names. */
const headlineWordsMax = 30;

/** Whether a stretch is written as headlines are, most words with a capital. */
function isHeadline(words: readonly Word[], known: KnownWords, from: number, to: number): boolean {
  if (to - from > headlineWordsMax) return false;
  let long = 0;
  let capital = 0;
  for (let at = from; at < to; at++) {
    if (words[at].kind !== 'word' || words[at].text.length < 5) continue;
    long++;
    if ((known.names[at] & CAPITAL) !== 0) capital++;
  }
  if (long < 4 || capital <= long * headlineShareMin) return false;
  // A headline of capitals has them in its verbs as well, and no full stop: "The board of Bremer Lines met Rolf Tern in Skarholm."
  const stops = words[to - 1].text === '.';
  for (let at = from; at < to; at++) {
    if ((known.names[at] & CAPITAL) !== 0) continue;
    const tags = known.tags[at];
    if (tags & (AUX | VPAST) && (stops || !(tags & VPART))) return false;
    if (stops && (tags & VS || (known.entries[at] === null && known.endings[at] & PAST_END))) return false;
  }
  return true;
}

function isOpener(before: Word | undefined): boolean {
  return before !== undefined && before.kind === 'mark' && openers.has(before.text);
}

/** Marks behind which an ordinary word may have a capital. */
const openers = new Set(['"', '“', '‘', '«', '„', "'", '`', ':']);

/** Whether a lone capital opens a sentence before an ordinary noun: "Local media", where "Holt said" is a name. */
function standsAlone(words: readonly Word[], known: KnownWords, at: number, end: number): boolean {
  const next = words[at + 1];
  if (next === undefined || at + 1 >= end || next.kind !== 'word' || (known.names[at + 1] & CAPITAL) !== 0)
    return false;
  if ((known.names[at] & (PLACE | GIVEN | SHOUTED)) !== 0) return false;
  const tags = known.tags[at + 1];
  return (tags & (FINITE | AUX | PREP | ADV | CC | REL)) === 0 && !(known.endings[at + 1] & (PAST_END | ADVERB_END));
}

/** Whether a capitalised word at a sentence's beginning is an ordinary word there. */
function isOrdinary(
  known: KnownWords,
  at: number,
  lower: ReadonlySet<string>,
  next: Word | undefined,
  ofOffice: boolean,
  finder: Finder,
): boolean {
  const low = known.lower[at];
  const entry = known.entries[at];
  const names = known.names[at];
  const endings = known.endings[at];
  if ((names & SHOUTED) !== 0) return false;
  const nextCapital = next !== undefined && next.kind === 'word' && isCapital(next);
  if (entry !== null) {
    if (entry.tags === MEDIA && !lower.has(low)) return false;
    if (entry.tags & (TITLE | ROLE) && (nextCapital || ofOffice)) return false;
    if ((names & ORGANISATION) !== 0 && nextCapital) return false;
    if ((names & GIVEN) !== 0) return !nextCapital && lower.has(low);
    return true;
  }
  if (lower.has(low)) return true;
  // "Analysts at Tern", "Flight 210"
  if ((names & COUNTS) !== 0 && !nextCapital) return true;
  if (!nextCapital && (endings & PLURAL_END ? isRole(singularEntryOf(finder.lexicon, low)) : next?.kind === 'number'))
    return true;
  // "Party leader Jonas Berg"
  if (
    !nextCapital &&
    (names & ORGANISATION) !== 0 &&
    next?.kind === 'word' &&
    isRole(finder.lexicon.entries.get(next.text))
  )
    return true;
  if (nextCapital || (names & (PLACE | GIVEN)) !== 0) return false;
  return ((endings & ADVERB_END) !== 0 && next?.text === ',') || (endings & GERUND_END) !== 0;
}

function isRole(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.tags & ROLE) !== 0;
}

/** "Secretary of State Ana Holt": a title with what it is of. */
function isOffice(known: KnownWords, at: number, end: number): boolean {
  return at + 2 < end && (known.tags[at + 1] & GENITIVE) !== 0 && (known.names[at + 2] & CAPITAL) !== 0;
}

/** "Academy of Motion Arts and Sciences": what one body is of, and no second name. */
function ofSeveral(
  words: readonly Word[],
  known: KnownWords,
  from: number,
  and: number,
  lastWord: number,
  finder: Finder,
): boolean {
  let of = from + 1;
  while (of < and && !finder.owners.has(words[of].text)) of++;
  if (of === and || !hasOrganisationWord(known, from, of)) return false;
  if ((known.names[and + 1] & (PLACE | GIVEN)) !== 0 || (known.names[and - 1] & PLACE) !== 0) return false;
  return and + 2 >= lastWord || (known.names[and + 2] & CAPITAL) === 0;
}

/** Where a run of words that begins a name ends. */
function endOfRun(
  { words, text }: SplitText,
  known: KnownWords,
  from: number,
  lastWord: number,
  finder: Finder,
): number {
  let at = from + 1;
  while (at < lastWord && at - from < nameWordsMax) {
    const word = words[at];
    const gap = word.start - words[at - 1].end;
    if (word.kind === 'word' && (known.names[at] & CAPITAL) !== 0 && gap <= 2 && text[words[at - 1].end] !== '\n') {
      const tags = known.tags[at];
      if (tags & TIME && finder.weekdays.has(word.text.toLowerCase())) break;
      at++;
      continue;
    }
    if (word.kind === 'number' && gap === 0) {
      at++;
      continue;
    }
    const next = words[at + 1];
    if (next === undefined || at + 1 >= lastWord) break;
    const nextIsName = next.kind === 'word' && (known.names[at + 1] & CAPITAL) !== 0;
    if (word.kind === 'mark') {
      const abbreviation =
        word.text === '.' &&
        gap === 0 &&
        words[at - 1].text.length <= 4 &&
        nextIsName &&
        next.start > word.end &&
        isShort(words[at - 1].text, finder);
      const joint =
        (word.text === '-' || word.text === '&' || word.text === '’' || word.text === "'") &&
        nextIsName &&
        (word.text === '&' || gap === 0);
      if (!abbreviation && !joint) break;
      at++;
      continue;
    }
    if (word.kind === 'word' && finder.particles.has(word.text)) {
      // "Immigration and Naturalization Service", "Department of Health and Human Services"
      const bodyBehind =
        finder.joints.has(word.text) &&
        nextIsName &&
        hasOrganisationWord(known, at + 2, Math.min(at + 4, lastWord)) &&
        isCapital(words[at + 2]) &&
        (known.names[from] & GIVEN) === 0;
      if (finder.weak.has(word.text) && !hasOrganisationWord(known, from, at) && !bodyBehind) break;
      if (
        finder.joints.has(word.text) &&
        !bodyBehind &&
        !ofSeveral(words, known, from, at, lastWord, finder) &&
        !finder.joinedBodies.has(words[from].text.toLowerCase())
      )
        break;
      if (nextIsName) {
        if (
          finder.owners.has(word.text) &&
          !hasOrganisationWord(known, from, at) &&
          (known.tags[at - 1] & (ROLE | TITLE)) === 0 &&
          !finder.placeNouns.has(known.lower[at - 1])
        )
          break;
        at++;
        continue;
      }
      const third = words[at + 2];
      if (
        third !== undefined &&
        at + 2 < lastWord &&
        finder.particles.has(next.text) &&
        third.kind === 'word' &&
        isCapital(third) &&
        !finder.joints.has(word.text) &&
        !(
          finder.owners.has(word.text) &&
          (known.names[from] & GIVEN) === 0 &&
          !hasOrganisationWord(known, from, at) &&
          at - from > 1
        )
      ) {
        at += 2;
        continue;
      }
    }
    break;
  }
  return at;
}

/** Whether a full stop behind a word may be of the word: initials and short titles. */
function isShort(text: string, finder: Finder): boolean {
  if (text.length === 1) return true;
  const tags = entryOf(finder.lexicon, text.toLowerCase())?.tags ?? 0;
  return (tags & TITLE) !== 0 || finder.shortTitles.has(text.toLowerCase());
}
