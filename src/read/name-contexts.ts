import type { SplitText } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import { CAPITAL, GIVEN, type KnownWords, PLACE, SHOUTED } from './known-words.ts';
import { AUX, DET, POSS, PREP, REL, ROLE, VPAST, VS } from './lexicon.ts';
import type { NameRun } from './name-kinds.ts';
import type { Finder } from './name-words.ts';

/**
 * What the words around a name tell of it where its own words tell nothing: "in Varden", "Varden-based", "Varden, Ore.," and
 * "VARDEN (Norwire)" are places, "the Lakeside Star" is nobody. All mentions of a name are asked, and all get the same kind.
 */
export function settleKinds(split: SplitText, known: KnownWords, runs: readonly NameRun[], finder: Finder): NameRun[] {
  const found = new Map<string, Signs>();
  const surnames = new Set<string>();
  /** Those who are called by one word with a title: "Ms. Falk". */
  const people = new Set<string>();
  for (const run of runs) {
    if (isOpen(run, known)) addSigns(split, known, run, finder, found);
    else if (run.titled && run.words.length === 1) people.add(run.key);
    else if (run.kind === 'person') surnames.add(run.words[run.words.length - 1].toLowerCase());
  }
  if (found.size === 0) return [...runs];
  return runs.map((run) => {
    const signs = isOpen(run, known) ? found.get(run.key) : undefined;
    if (signs === undefined || surnames.has(run.key)) return run;
    if (people.has(run.key) || signs.person > signs.place + signs.body) return { ...run, kind: 'person' };
    if (signs.body > 0 && signs.body >= signs.place) return { ...run, kind: 'organisation', called: true };
    if (signs.place > signs.speaks && (run.kind !== 'organisation' || signs.place >= settling))
      return { ...run, kind: 'place' };
    return run.kind === 'person' && signs.articles === signs.count ? { ...run, kind: 'organisation' } : run;
  });
}

interface Signs {
  place: number;
  /** It is said to be a company or another body. */
  body: number;
  /** It has an age, or is a "who". */
  person: number;
  speaks: number;
  /** How often it is named, and how often with an article before it. */
  count: number;
  articles: number;
}

/** A name that nothing in it tells the kind of: one word, or several that are taken for a person's. */
function isOpen({ kind, words, titled, gender, firstWord }: NameRun, known: KnownWords): boolean {
  if (titled || gender !== null) return false;
  if (words.length === 1) return kind === null || (kind === 'organisation' && (known.names[firstWord] & SHOUTED) !== 0);
  return kind === 'person' && (known.names[firstWord] & GIVEN) === 0;
}

function addSigns(split: SplitText, known: KnownWords, run: NameRun, finder: Finder, found: Map<string, Signs>): void {
  let signs = found.get(run.key);
  if (signs === undefined) {
    signs = { place: 0, body: 0, person: 0, speaks: 0, count: 0, articles: 0 };
    found.set(run.key, signs);
  }
  const { words } = split;
  const before = run.firstWord - 1;
  const { lastWord } = run;
  signs.count++;
  if (before >= 0 && known.tags[before] & DET) signs.articles++;
  signs.place += placeSigns(split, known, run, finder);
  if (isSomebody(split.words, known, run, finder)) signs.person += settling;
  const noun = nounOf(split.words, known, run);
  if (finder.bodies.has(noun)) signs.body += settling;
  else if (finder.placeNouns.has(noun)) signs.place += settling;
  const behind = known.entries[lastWord];
  if (behind?.frames != null && known.tags[lastWord] & (VPAST | VS)) signs.speaks++;
  if (before < 0) return;
  // "said Varden", "the mayor, Varden"
  if (known.entries[before]?.frames != null && known.tags[before] & VPAST) signs.speaks++;
  if (known.tags[before] & ROLE && words[before].end < run.start) signs.speaks++;
}

/** "Falk, 41, works", "Falk, who leads" */
function isSomebody(words: readonly Word[], known: KnownWords, { lastWord }: NameRun, finder: Finder): boolean {
  if (words[lastWord]?.text !== ',' || lastWord + 2 >= words.length) return false;
  if (words[lastWord + 1].kind === 'number')
    return /^[1-9]\d?$/.test(words[lastWord + 1].text) && words[lastWord + 2].text === ',';
  return (known.tags[lastWord + 1] & REL) !== 0 && finder.lexicon.persons.has(known.lower[lastWord + 1]);
}

/** What a name is said to be: "Rolf Tern, a Skarholm-based shipping company", "the airline Brisk Air"; '' where nothing says so. */
function nounOf(words: readonly Word[], known: KnownWords, { firstWord, lastWord }: NameRun): string {
  const before = firstWord - 1;
  if (before > 0 && words[before].kind === 'word' && known.tags[before - 1] & (DET | POSS)) return known.lower[before];
  if (words[lastWord]?.text !== ',' || !((known.tags[lastWord + 1] ?? 0) & DET)) return '';
  let at = lastWord + 2;
  while (
    at < words.length &&
    at - lastWord < apposedWordsMax &&
    (words[at].kind === 'word' || words[at].text === '-')
  ) {
    if (known.tags[at] & (PREP | REL | AUX | DET)) break;
    at++;
  }
  return known.lower[at - 1];
}

/** Words what somebody is may have behind the comma. */
const apposedWordsMax = 9;

/** How surely a mention is a place's: its noun or abbreviation settles it, the words beside it speak for it. */
function placeSigns({ words, text }: SplitText, known: KnownWords, run: NameRun, finder: Finder): number {
  const { firstWord, lastWord, end } = run;
  const { lower } = known;
  const before = lower[firstWord - 1];
  const behind = words[lastWord];
  if (run.words.length > 1) {
    if (finder.placeNouns.has(lower[lastWord - 1]) || finder.placeOpeners.has(lower[firstWord])) return settling;
    // "the Strait of Orm"
    if (finder.placeNouns.has(lower[firstWord]) && finder.owners.has(lower[firstWord + 1])) return settling;
  } else if (before === ',' && isAbbreviation(words, known, firstWord, finder)) return settling;
  if (behind !== undefined) {
    if (behind.text === '-' && behind.start === end && finder.based.has(lower[lastWord + 1])) return settling;
    if (behind.kind === 'clitic') return 0;
    if (behind.text === ',' && isAbbreviation(words, known, lastWord + 1, finder)) return settling;
  }
  if (isDateline(text, words, known, run)) return settling;
  // "in Lakeside Science" may be a journal.
  if (before === undefined || !finder.placePrepositions.has(before)) return 0;
  if (run.words.length > 1) return 0;
  return behind?.text === ',' && lastWord + 1 < words.length && (known.names[lastWord + 1] & PLACE) !== 0
    ? settling
    : 1;
}

/** What outweighs that somebody of that name speaks once or twice. */
const settling = 4;

/** "Ore." behind a comma. */
function isAbbreviation(words: readonly Word[], known: KnownWords, at: number, finder: Finder): boolean {
  return finder.regions.has(known.lower[at]) && words[at + 1]?.text === '.' && words[at + 1].start === words[at].end;
}

/** "VARDEN (Norwire) -", "VARDEN, Norlund, May 3 -": in capitals where a paragraph begins, with a dash behind names and numbers. */
function isDateline(text: string, words: readonly Word[], known: KnownWords, run: NameRun): boolean {
  const { firstWord, lastWord, start, end } = run;
  if (firstWord > 0 && !text.slice(words[firstWord - 1].end, start).includes('\n')) return false;
  const written = text.slice(start, end);
  if (written.length < datelineLettersMin || written !== written.toUpperCase()) return false;
  for (let at = lastWord; at < words.length && at - lastWord < datelineWordsMax; at++) {
    const { kind, text: mark } = words[at];
    if (mark === '-' || mark === '–' || mark === '—') return words[at].start > words[at - 1].end;
    if (kind === 'number' || (known.names[at] & CAPITAL) !== 0) continue;
    if (kind !== 'mark' || !/^[(),./]$/.test(mark)) return false;
  }
  return false;
}

/** Letters from which a name in capitals at a paragraph's beginning is a place and no abbreviation. */
const datelineLettersMin = 4;
/** Words of a dateline behind its place: country, wire and day. */
const datelineWordsMax = 12;
