import type { Language } from '../languages/language.ts';
import { adjectives, places } from '../languages/places.ts';
import { oncePer } from '../text/once.ts';
import type { SplitText } from '../text/sentences.ts';
import { ownText } from '../text/spans.ts';
import { isCapital, type Word } from '../text/words.ts';
import { type ClauseSets, clauseMarks, clauseWordsOf } from './clause-words.ts';
import { wordMeaning } from './date-items.ts';
import { type DateTables, dateTablesOf } from './date-tables.ts';
import { type FigureTables, figureTablesOf } from './figure-tables.ts';
import { type Entry, endingsOf, entryOf, type Lexicon, lexiconOf } from './lexicon.ts';
import { type Finder, finderOf } from './name-words.ts';
import type { Meaning } from './pattern.ts';
import { tenseMarks } from './tense.ts';
import { mayBegin } from './written-numbers.ts';

/** What a language knows of the words of a text by themselves, whatever stands beside them: by the index of the word. */
export interface KnownWords {
  /** Lower case, with a straight apostrophe: of equal words one and the same string, whose hash is worked out only once. */
  readonly lower: readonly string[];
  readonly entries: readonly (Entry | null)[];
  readonly tags: Int32Array;
  /** What its ending tells: the bits of `lexicon.ts`. */
  readonly endings: Uint8Array;
  /** What it is in a name: the bits below. */
  readonly names: Uint8Array;
  /** What it tells of the tense: the marks of `tense.ts`. */
  readonly tense: Uint8Array;
  /** What it is in a clause around a date: the bits of `clause-words.ts`. */
  readonly clause: Int32Array;
  /** What it can be in a date; for words that the lexicon cuts up, null. */
  readonly meanings: readonly (Meaning | null)[];
}

export const CAPITAL = 1;
export const ORGANISATION = 2;
export const MALE = 4;
const FEMALE = 8;
export const PLACE = 16;
/** Written in capitals throughout: "NATO". */
export const SHOUTED = 32;
/** A number may begin with it. */
export const COUNTS = 64;
/** A nation's adjective: "Japanese". */
export const NATIONAL = 128;
/** A given name, or a title that tells man or woman. */
export const GIVEN = MALE | FEMALE;

/** Looks up the words of a text, once a text however many steps ask. */
export function knownWords(split: SplitText, language: Language): KnownWords {
  const before = known.get(split);
  if (before?.language === language) return before.found;
  const vocabulary = vocabularyOf(language);
  const { words } = split;
  const lower = new Array<string>(words.length);
  const entries = new Array<Entry | null>(words.length);
  const meanings = new Array<Meaning | null>(words.length);
  const tags = new Int32Array(words.length);
  const endings = new Uint8Array(words.length);
  const names = new Uint8Array(words.length);
  const tense = new Uint8Array(words.length);
  const clause = new Int32Array(words.length);
  if (vocabulary.count === wordsMax) forget(vocabulary);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const met = numberOf(vocabulary, word);
    const forms = vocabulary.facts[factsPerWord * met + 1];
    tags[at] = vocabulary.facts[factsPerWord * met];
    clause[at] = vocabulary.facts[factsPerWord * met + 2];
    names[at] = forms;
    tense[at] = forms >> tenseShift;
    endings[at] = forms >> endingsShift;
    lower[at] = vocabulary.lower[met];
    // Most words have neither: the tables of those that do are then not looked at.
    entries[at] = (forms & ENTRY) === 0 ? null : vocabulary.entries[met];
    meanings[at] = (forms & MEANING) === 0 ? null : vocabulary.meanings[met];
  }
  const found = { lower, entries, tags, endings, names, tense, clause, meanings };
  known.set(split, { language, found });
  return found;
}

const known = new WeakMap<SplitText, { readonly language: Language; readonly found: KnownWords }>();

/** Whether one of these words is one that organisations have in their names. */
export function hasOrganisationWord(known: KnownWords, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((known.names[at] & ORGANISATION) !== 0) return true;
  return false;
}

function lowered(kind: Word['kind'], text: string): string {
  if (kind !== 'word' && kind !== 'clitic') return text;
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replace('’', "'") : lower;
}

/** The tables of a language by which words are known, and the words met so far, numbered as they come. */
interface Vocabulary {
  readonly lexicon: Lexicon | null;
  readonly finder: Finder | null;
  readonly dates: DateTables | null;
  readonly figures: FigureTables | null;
  readonly clauses: ClauseSets | null;
  count: number;
  /** Numbers by hash, one more than the number itself; 0 is an empty slot. */
  readonly slots: Uint16Array;
  readonly texts: string[];
  readonly lower: string[];
  /** The tags of each word, its name bits with the marks of tense and of its ending, and its bits in a clause. */
  readonly facts: Int32Array;
  readonly entries: (Entry | null)[];
  readonly meanings: (Meaning | null)[];
}

const wordsMax = 30_000;
const factsPerWord = 3;
const tenseShift = 8;
/** Marks beside the name bits and those of tense: it has an entry, and a meaning in a date. */
const ENTRY = 1 << 16;
const MEANING = 1 << 17;
const endingsShift = 18;
/** Slots looked at for one word: text made so that its words fall on one slot gains nothing. */
const probesMax = 8;

const vocabularyOf = oncePer((language: Language): Vocabulary => {
  const lexicon = language.speech === undefined ? null : lexiconOf(language.speech);
  return {
    lexicon,
    finder: language.names === undefined || lexicon === null ? null : finderOf(language.names, lexicon),
    dates: language.dates === undefined ? null : dateTablesOf(language.dates),
    figures: language.figures === undefined ? null : figureTablesOf(language.figures),
    clauses: language.dates?.events === undefined ? null : clauseWordsOf(language.dates),
    count: 0,
    slots: new Uint16Array(1 << 16),
    // One slot more in each, for the word that is not kept.
    facts: new Int32Array(factsPerWord * (wordsMax + 1)),
    texts: new Array(wordsMax + 1).fill(''),
    lower: new Array(wordsMax + 1).fill(''),
    entries: new Array(wordsMax + 1).fill(null),
    meanings: new Array(wordsMax + 1).fill(null),
  };
});

/** Begins anew when all numbers are taken, so that the table cannot grow without end. */
function forget(vocabulary: Vocabulary): void {
  vocabulary.count = 0;
  vocabulary.slots.fill(0);
}

/** The number under which a word is known, looked up if it was not met before. */
function numberOf(vocabulary: Vocabulary, word: Word): number {
  const { slots, texts, count } = vocabulary;
  let slot = word.hash;
  for (let probe = 0; probe < probesMax; probe++) {
    const met = slots[slot] - 1;
    if (met === -1) {
      if (count === wordsMax) break;
      slots[slot] = count + 1;
      vocabulary.count++;
      return keep(vocabulary, word, count);
    }
    if (texts[met] === word.text) return met;
    slot = (slot + 1) & (slots.length - 1);
  }
  return keep(vocabulary, word, wordsMax);
}

function keep(vocabulary: Vocabulary, word: Word, as: number): number {
  const { lexicon, finder, dates, figures, clauses } = vocabulary;
  const { kind } = word;
  const text = ownText(word.text);
  const lower = lowered(kind, text);
  const entry = lexicon === null || kind === 'number' ? null : (entryOf(lexicon, lower) ?? null);
  const meaning = dates === null ? null : wordMeaning(text, kind, dates.grammar, dates.data);
  const tense = dates === null ? 0 : tenseMarks(text, dates.tense);
  const endings = lexicon === null || kind !== 'word' ? 0 : endingsOf(lexicon, lower);
  const counts = figures !== null && (mayBegin({ kind, text }, figures) || figures.shares.has(lower)) ? COUNTS : 0;
  vocabulary.texts[as] = text;
  vocabulary.lower[as] = lower;
  vocabulary.facts[factsPerWord * as] = entry === null ? 0 : entry.tags;
  vocabulary.facts[factsPerWord * as + 2] = clauses === null ? 0 : clauseMarks(text, clauses);
  vocabulary.facts[factsPerWord * as + 1] =
    namesOf(kind, text, lower, finder) |
    counts |
    (tense << tenseShift) |
    (endings << endingsShift) |
    (entry === null ? 0 : ENTRY) |
    (meaning === null ? 0 : MEANING);
  vocabulary.entries[as] = entry;
  vocabulary.meanings[as] = meaning;
  return as;
}

function namesOf(kind: Word['kind'], text: string, lower: string, finder: Finder | null): number {
  const capital = (kind === 'word' || kind === 'clitic') && isCapital({ text }) ? CAPITAL : 0;
  if (finder === null) return capital;
  return (
    capital |
    (finder.organisations.has(lower) ? ORGANISATION : 0) |
    (finder.male.has(lower) ? MALE : 0) |
    (finder.female.has(lower) ? FEMALE : 0) |
    (places.has(lower) ? PLACE : 0) |
    (adjectives.has(lower) ? NATIONAL : 0) |
    (capital !== 0 && /^[A-Z]{2,}$/.test(text) ? SHOUTED : 0)
  );
}
