import type { DateTables } from './date-tables.ts';
import type { Item, PatternMatch } from './pattern.ts';

/** Tells a time expression from other words that look like one, by the words beside it. */
export function plausible(
  items: readonly Item[],
  match: PatternMatch,
  first: number,
  limit: number,
  tables: DateTables,
): boolean {
  const check = checks[match.rule];
  return check === undefined || check(besideOf(items, match, first, limit), match, tables);
}

/** The words beside a match inside its sentence. */
interface Beside {
  readonly items: readonly Item[];
  readonly opens: boolean;
  readonly firstItem: Item;
  readonly before: Item | null;
  readonly after: Item | null;
  readonly beforeWord: string;
  readonly afterWord: string;
  readonly joinedBefore: boolean;
  readonly joinedAfter: boolean;
}

function besideOf(items: readonly Item[], match: PatternMatch, first: number, limit: number): Beside {
  const before = match.first > first ? items[match.first - 1] : null;
  const after = match.last < limit ? items[match.last] : null;
  return {
    items,
    opens: match.first === first,
    firstItem: items[match.first],
    before,
    after,
    beforeWord: before?.text.toLowerCase() ?? '',
    afterWord: after?.text.toLowerCase() ?? '',
    joinedBefore: before !== null && before.end === match.start,
    joinedAfter: after !== null && after.start === match.end,
  };
}

type Check = (beside: Beside, match: PatternMatch, tables: DateTables) => boolean;

const named: Check = (beside, match, tables) => {
  const name = match.captured.find((part) => part.key === 'MONTH' || part.key === 'WEEKDAY');
  const numbers = has(match, 'DAY') || has(match, 'YEAR') || has(match, 'MON');
  if (name === undefined) return numbers;
  const lower = name.word.toLowerCase();
  // "Domingo Abril", "Frau März": somebody's name.
  if (!numbers && tables.doubts.titles.has(beside.beforeWord)) return false;
  if (!numbers && tables.smallNames && !beside.opens && name.word[0] !== lower[0]) return false;
  if (
    !tables.ambiguous.has(lower) ||
    has(match, 'DIR') ||
    has(match, 'MOD') ||
    has(match, 'MODPART') ||
    has(match, 'PART')
  )
    return true;
  // "May" with a capital where months have one; elsewhere only the number beside it tells.
  const capital = name.word[0] !== lower[0];
  if (!tables.doubts.monthsAndWords.has(lower) && !tables.doubts.shortNames.has(lower)) return numbers;
  return capital && (numbers || ambiguousName(lower, beside, tables));
};

const numeric: Check = ({ joinedBefore, beforeWord }) => !joinedBefore || !/[\d/.\-\w]/.test(beforeWord.slice(-1));

const length: Check = (beside, match, tables) => {
  const { before, beforeWord, afterWord, joinedBefore } = beside;
  if (before?.kind === 'mark' && joinedBefore && /[.$:/]/.test(beforeWord)) return false;
  const number = match.captured.find((part) => part.key === 'NUM');
  const unit = match.captured.find((part) => part.key === 'UNIT' || part.key === 'UNITS');
  if (unit === undefined) return false;
  // A unit with a capital amid a sentence is part of a name ("60 Minutes").
  const capital = unit.word[0] !== unit.word[0].toLowerCase();
  if (!tables.capitalNouns && capital && (match.captured.length > 1 || before !== null)) return false;
  if (match.captured[0].key === 'A' && tables.doubts.rateAfter.has(beforeWord)) return false;
  if (unit.value === secondUnit) return number !== undefined || unit.key === 'UNITS';
  if (unit.value !== quarterUnit) return true;
  // "a quarter of" and "three quarters" are fractions; "two quarters" and "three straight quarters" are not.
  if (has(match, 'ADJ')) return true;
  return number !== undefined && number.value !== 3 && (number.value > 1 || !tables.doubts.shareLinks.has(afterWord));
};

const undetermined: Check = ({ after, afterWord, joinedAfter }, _match, tables) =>
  !tables.doubts.notAfterUnit.has(afterWord) && !(after?.kind === 'word' && joinedAfter);

/** One check a rule name; a rule without one is always believed. */
const checks: Record<string, Check> = {
  date: named,
  weekday: named,
  duration: length,
  span: length,
  slash: numeric,
  slashDayFirst: numeric,
  iso: numeric,
  dotted: numeric,
  the: undetermined,
  that: undetermined,
  year: (beside, match, tables) => {
    const single = match.last === match.first + 1;
    if (match.captured[0].key === 'YEAR' && single) return plausibleYear(beside, tables);
    // '99 with an apostrophe: only where nothing else hangs on it.
    const { firstItem, beforeWord, joinedBefore, joinedAfter, afterWord } = beside;
    if (!/^['’]$/.test(firstItem.text)) return true;
    // The second half of a quotation mark is no apostrophe: ''60 Minutes''.
    return !(joinedBefore && /^['’`]$/.test(beforeWord)) && !(joinedAfter && /\w/.test(afterWord));
  },
  season: ({ beforeWord }, match, tables) => {
    const name = match.captured.find((part) => part.key === 'SEASON');
    if (name === undefined || tables.doubts.titles.has(beforeWord)) return false;
    if (!tables.ambiguous.has(name.word.toLowerCase())) return true;
    return has(match, 'YEAR') || has(match, 'DIR') || has(match, 'MOD') || tables.doubts.seasonOpeners.has(beforeWord);
  },
  clock: ({ firstItem, beforeWord, afterWord, joinedBefore, joinedAfter }, match, tables) => {
    const [head, next] = match.captured;
    // "6.43" is a time only with a.m., p.m. or a zone, "3:10" only after "at" and the like.
    const decimal = head.key === 'CLOCK' && /[.,]/.test(firstItem.text);
    if (decimal && !has(match, 'MER') && !has(match, 'ZONE')) return false;
    const ratio = match.captured.length === 2 && head.key === 'HOUR' && next.key === 'MINUTE';
    if (ratio && tables.clockOpeners.size > 0 && !tables.clockOpeners.has(beforeWord)) return false;
    return !(joinedBefore && /[:\d/.-]/.test(beforeWord)) && !(joinedAfter && /^[:/]$/.test(afterWord));
  },
  // "the Daily Gazette" and "a Tern Island daily," are papers.
  setWord: ({ opens, firstItem, before, after }) => {
    const capital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '');
    if (!opens && capital(firstItem.text) && capital(after?.text)) return false;
    return !(capital(before?.text) && before?.kind === 'word' && after?.kind === 'mark');
  },
  // "This Week" with two capitals amid a sentence is a programme's name.
  shift: ({ opens, items }, match) =>
    opens ||
    match.last - match.first < 2 ||
    !items.slice(match.first, match.last).every(({ text }) => /^\p{Lu}/u.test(text)),
  // "USA Today" is a name.
  dayWord: ({ opens, firstItem, before }) =>
    opens || firstItem.text[0] === firstItem.text[0].toLowerCase() || !/^\p{Lu}/u.test(before?.text ?? ''),
  // "the 2nd floor" is none; "on the 2nd," is.
  dayOnly: ({ after, beforeWord }, match, tables) =>
    !has(match, 'TH') || (tables.doubts.dayOpeners.has(beforeWord) && after?.kind !== 'word'),
  // "the 70s and 80s" are decades, "in his 70s" is an age.
  decade: ({ items, firstItem, beforeWord }, match, tables) =>
    !/^\d\ds$/.test(firstItem.text) ||
    tables.doubts.decadeOpeners.has(beforeWord) ||
    (tables.doubts.listLinks.has(beforeWord) &&
      /^(\d\d)?\d\ds$/.test(items[match.first - 2]?.text ?? '') &&
      tables.doubts.decadeOpeners.has(items[match.first - 3]?.text.toLowerCase() ?? '')),
  theDay: ({ after, beforeWord, afterWord }, _match, tables) =>
    tables.dayOpeners.has(beforeWord) && (after?.kind !== 'word' || tables.dayClosers.has(afterWord)),
};

const secondUnit = 1;
const quarterUnit = 7;

function has(match: PatternMatch, key: string): boolean {
  return match.captured.some((part) => part.key === key);
}

/** "in March", "next May", "a March speech" are months; "may", "march on", "May said" are not. */
function ambiguousName(
  lower: string,
  { opens, after, beforeWord, afterWord }: Beside,
  { doubts }: DateTables,
): boolean {
  if (doubts.shortNames.has(lower)) return doubts.shortNameOpeners.has(beforeWord);
  if (!doubts.monthsAndWords.has(lower)) return true;
  // "and May said" names a person: a month has no verb of its own.
  if (doubts.monthOpeners.has(beforeWord))
    return !doubts.personVerbs.has(afterWord) || doubts.monthAlways.has(beforeWord);
  if (doubts.determiners.has(beforeWord)) {
    return after?.kind === 'word' && /^\p{Ll}/u.test(after.text) && !doubts.prepositions.has(afterWord);
  }
  return !opens && !doubts.alsoPeople.has(lower) && after !== null && /^[,.;]$/.test(afterWord);
}

/** A lone number of four digits is a year when the words around allow nothing else. */
function plausibleYear(beside: Beside, tables: DateTables): boolean {
  const { firstItem, before, after, beforeWord, afterWord, joinedBefore, joinedAfter } = beside;
  const { doubts } = tables;
  // A year in words ("nineteen ninety-six") can be nothing else.
  if (!/^\d/.test(firstItem.text)) return true;
  const value = Number(firstItem.text);
  if (before?.kind === 'number') return false;
  if (joinedBefore && !/^[([“"'‘/–-]$/.test(beforeWord)) return false;
  if (joinedAfter && /^[%:°]$/.test(afterWord)) return false;
  if (/^[$€£¥#]$/.test(beforeWord) || doubts.numbered.has(beforeWord) || tables.counted.has(afterWord)) return false;
  // "at 1990 Harbour Road" is an address.
  if (doubts.addressOpeners.has(beforeWord) && /^\p{Lu}/u.test(after?.text ?? '')) return false;
  if (tables.beforeYear.has(beforeWord)) return true;
  if (!(value >= loneYearMin && value <= loneYearMax)) return false;
  // "1900 workers" are counted; "the 1900 budget", "(1900)" and "1900." are not.
  const counts = after?.kind === 'word' && /[^s]s$/.test(afterWord) && !doubts.notPlural.has(afterWord);
  if (!counts || doubts.decadeOpeners.has(beforeWord) || doubts.genitives.has(beforeWord)) return true;
  // Counts of four digits mostly have a comma, and are round or "about" so many.
  return value % 100 !== 0 && value >= 1900 && !doubts.about.has(beforeWord);
}

/** A number without a word before it that makes it a year is one only between these. */
const loneYearMin = 1800;
const loneYearMax = 2100;
