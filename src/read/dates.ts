import type { DateWords, Language } from '../languages/language.ts';
import type { DateExpression, Published } from '../records.ts';
import type { Sentence, SplitText } from '../text/sentences.ts';
import {
  type DateContext,
  type DateForm,
  dayOfValue,
  quarterIndex,
  type ResolvedDate,
  resolveDate,
} from './calendar.ts';
import { formOf } from './forms.ts';
import { readItems } from './numbers.ts';
import { compileGrammar, type Grammar, type Item, matchAt, type PatternMatch } from './pattern.ts';
import { directionAt, type TenseWords, tenseWordsOf } from './tense.ts';

/** A time expression found in a text, resolved, with the form it was resolved from. */
export interface FoundDate extends ResolvedDate {
  readonly start: number;
  readonly end: number;
  readonly form: DateForm;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** Index of its sentence. */
  readonly sentence: number;
  readonly direction: -1 | 0 | 1;
}

/** Finds the time expressions of a text in one pass over its words and resolves each against the day of publication. */
export function findDates(split: SplitText, language: Language | null, published: Published): FoundDate[] {
  const data = language?.dates;
  if (data === undefined) return [];
  const tables = tablesOf(data);
  const items = readItems(split.text, split.words, tables.grammar, data);
  const found: FoundDate[] = [];
  const reader: Reader = {
    split,
    items,
    data,
    tables,
    published: published.precision === 'unknown' ? null : dayOfValue(published.value),
    lastDay: null,
    lastExactDay: null,
    lastQuarter: null,
    quarterCount: 0,
  };
  let at = 0;
  for (const [sentence, bounds] of split.sentences.entries()) {
    let limit = at;
    while (limit < items.length && items[limit].start < bounds.end) limit++;
    readSentence(reader, found, sentence, bounds, at, limit);
    at = limit;
  }
  return found;
}

/** The found dates as records. */
export function dateExpressions(found: readonly FoundDate[]): DateExpression[] {
  return found.map(({ start, end, type, value, from, to }) => ({ start, end, type, value, from, to }));
}

interface Tables {
  readonly grammar: Grammar;
  readonly tense: TenseWords;
  readonly ambiguous: ReadonlySet<string>;
  readonly beforeYear: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly clockOpeners: ReadonlySet<string>;
  readonly dayOpeners: ReadonlySet<string>;
  readonly dayClosers: ReadonlySet<string>;
}

const tablesByData = new Map<DateWords, Tables>();

function tablesOf(data: DateWords): Tables {
  let tables = tablesByData.get(data);
  if (tables === undefined) {
    tables = {
      grammar: compileGrammar(data),
      tense: tenseWordsOf(data),
      ambiguous: new Set(data.ambiguous ?? []),
      beforeYear: new Set(data.beforeYear ?? []),
      counted: new Set(data.counted ?? []),
      clockOpeners: new Set(data.clockOpeners ?? []),
      dayOpeners: new Set(data.dayOpeners ?? []),
      dayClosers: new Set(data.dayClosers ?? []),
    };
    tablesByData.set(data, tables);
  }
  return tables;
}

/** What is carried along the text: where it is, and the dates named last. */
interface Reader {
  readonly split: SplitText;
  readonly items: readonly Item[];
  readonly data: DateWords;
  readonly tables: Tables;
  readonly published: number | null;
  lastDay: number | null;
  lastExactDay: number | null;
  lastQuarter: number | null;
  quarterCount: number;
}

function readSentence(
  reader: Reader,
  found: FoundDate[],
  sentence: number,
  bounds: Sentence,
  first: number,
  limit: number,
): void {
  const { items, tables } = reader;
  const forms: { form: DateForm; match: PatternMatch; start: number; end: number }[] = [];
  for (let at = first; at < limit; at++) {
    if (items[at].meaning === null) continue;
    const match = matchAt(tables.grammar, items, at, limit);
    if (match === null || !plausible(reader, match, first, limit)) continue;
    const form = formOf(match);
    // An age or a conjunction is taken whole, so that its parts are not found in its stead.
    if (form === null) {
      if (match.rule === 'age' || match.rule === 'conjunction') at = match.last - 1;
      continue;
    }
    if (match.rule === 'range') forms.push(...bothEnds(match, form));
    else forms.push({ form, match, start: match.start, end: match.end });
    at = match.last - 1;
  }
  // A year written once for two dates ("in June and July 2019") belongs to both.
  for (let at = forms.length - 2; at >= 0; at--) {
    const { form, end } = forms[at];
    const next = forms[at + 1];
    if (form.month === undefined || form.year !== undefined || next.form.month === undefined) continue;
    if (next.form.year === undefined || form.step !== undefined) continue;
    const between = reader.split.text.slice(end, next.start);
    if (between.length <= joinedYearGap) forms[at] = { ...forms[at], form: { ...form, year: next.form.year } };
  }
  for (const { form, match, start, end } of forms) {
    const direction = directionAt(reader.split, bounds, start, end, tables.tense);
    const context: DateContext = {
      published: reader.published,
      direction,
      lastDay: reader.lastDay,
      lastExactDay: reader.lastExactDay,
      lastQuarter: reader.lastQuarter,
    };
    const settled = settle(form, match, reader);
    if (settled === null) continue;
    const resolved = resolveDate(settled, context);
    remember(reader, settled, resolved);
    found.push({ ...resolved, start, end, form: settled, rule: match.rule, sentence, direction });
  }
}

/** Longest text between two dates that share one year. */
const joinedYearGap = 12;

/** "Nov. 22-26" is two expressions with one month. */
function bothEnds(match: PatternMatch, form: DateForm) {
  const days = match.captured.filter((part) => part.key === 'DAY');
  const [from, to] = days;
  if (to === undefined) return [{ form, match, start: match.start, end: match.end }];
  const second: DateForm = { ...form, day: to.value };
  const monthFirst = match.captured[0].key === 'MONTH';
  const digits = (part: { start: number; word: string }) => part.start + part.word.length;
  return monthFirst
    ? [
        { form, match, start: match.start, end: digits(from) },
        { form: second, match, start: to.start, end: match.end },
      ]
    : [
        { form, match, start: from.start, end: digits(from) },
        { form: second, match, start: to.start, end: match.end },
      ];
}

/** Keeps the dates that later words may count from ("the next day", "the year-earlier quarter"). */
function remember(reader: Reader, form: DateForm, resolved: ResolvedDate): void {
  // What was counted from the text is a side glance: the next words count from the same date as it did.
  if (form.anchor === 'text' && form.unit !== 'day') return;
  if (form.kind === 'quarter' && resolved.from !== null) {
    reader.lastQuarter = quarterIndex(dayOfValue(resolved.from) as number);
    reader.quarterCount++;
    return;
  }
  const day = dayOfValue(resolved.from);
  if (day === null) return;
  reader.lastDay = day;
  if (resolved.precision === 'day') reader.lastExactDay = day;
}

/** Last decisions that need the text so far: null drops the expression. */
function settle(form: DateForm, match: PatternMatch, reader: Reader): DateForm | null {
  if (match.rule === 'quarterNow' && form.kind === 'quarter') {
    const period = /period/i.test(reader.split.text.slice(match.start, match.end));
    return period && reader.quarterCount === 0 ? null : form;
  }
  if (match.rule === 'yearAgo' && reader.quarterCount === 0) {
    return { kind: 'shift', unit: 'year', step: -1 };
  }
  return form;
}

/** Tells a time expression from other words that look like one. */
function plausible(reader: Reader, match: PatternMatch, first: number, limit: number): boolean {
  const { items, tables } = reader;
  const before = match.first > first ? items[match.first - 1] : null;
  const after = match.last < limit ? items[match.last] : null;
  const firstItem = items[match.first];
  const single = match.last === match.first + 1;
  const beforeWord = before?.text.toLowerCase() ?? '';
  const afterWord = after?.text.toLowerCase() ?? '';
  const joinedAfter = after !== null && after.start === match.end;
  const joinedBefore = before !== null && before.end === match.start;
  switch (match.rule) {
    case 'date':
    case 'weekday': {
      const name = match.captured.find((part) => part.key === 'MONTH' || part.key === 'WEEKDAY');
      const numbers = match.captured.some((part) => part.key === 'DAY' || part.key === 'YEAR' || part.key === 'MON');
      if (name === undefined) return numbers;
      if (!tables.ambiguous.has(name.word.toLowerCase()) || firstItem.text.toLowerCase() !== name.word.toLowerCase()) {
        return true;
      }
      return ambiguousName(name.word, numbers, beforeWord, afterWord, match.first === first, after);
    }
    case 'year': {
      if (match.captured[0].key !== 'YEAR' || !single) {
        // '99 with an apostrophe: only where nothing else stands around it.
        return firstItem.text !== "'" && firstItem.text !== '’' ? true : !joinedAfter || !/[\w]/.test(afterWord);
      }
      return plausibleYear(firstItem, beforeWord, afterWord, joinedBefore, joinedAfter, before, after, tables);
    }
    case 'season': {
      const name = match.captured.find((part) => part.key === 'SEASON');
      if (name === undefined) return false;
      const named = match.captured.some((part) => part.key === 'YEAR' || part.key === 'DIR' || part.key === 'MOD');
      if (!tables.ambiguous.has(name.word.toLowerCase())) return true;
      return (
        named ||
        (beforeWord !== '' && /^(in|the|since|until|by|during|each|every)$/.test(beforeWord) && !single) ||
        (beforeWord === 'in' && single)
      );
    }
    case 'duration':
    case 'span':
      return plausibleLength(match, reader.data.capitalNouns === true, beforeWord, afterWord, joinedBefore, before);
    case 'clock': {
      // "6.43" is a time only with a.m., p.m. or a zone.
      const bare = match.captured[0].key === 'CLOCK' && /[.,]/.test(firstItem.text);
      const ratio =
        match.captured.length === 2 && match.captured[0].key === 'HOUR' && match.captured[1].key === 'MINUTE';
      if (ratio && tables.clockOpeners.size > 0 && !tables.clockOpeners.has(beforeWord)) return false;
      if (bare && !match.captured.some((part) => part.key === 'MER' || part.key === 'ZONE')) return false;
      return !(joinedBefore && /[:\d/.-]/.test(beforeWord)) && !(joinedAfter && /^[:/]$/.test(afterWord));
    }
    case 'dayWord':
      // "USA Today" is a name.
      return (
        match.first === first ||
        firstItem.text[0] === firstItem.text[0].toLowerCase() ||
        !/^\p{Lu}/u.test(before?.text ?? '')
      );
    case 'dayOnly':
      // "the 2nd floor" is none; "on the 2nd," is.
      return (
        firstItem.text.toLowerCase() !== 'the' ||
        ((tables.tense.ahead.has(beforeWord) || beforeWord === 'on') && after?.kind !== 'word')
      );
    case 'ref':
      return firstItem.text !== 'soon' || beforeWord !== 'as';
    case 'decade':
      // "the 70s and 80s" are decades, "in his 70s" is an age.
      return (
        !/^\d\ds$/.test(firstItem.text) ||
        beforeWord === 'the' ||
        (/^(and|or|to)$/.test(beforeWord) && decadeBefore(items, match.first))
      );
    case 'slash':
    case 'iso':
    case 'dotted':
      return !joinedBefore || !/[\d/.\-\w]/.test(beforeWord.slice(-1));
    case 'theDay':
      return (
        tables.dayOpeners.has(beforeWord) &&
        (after === null || after.kind !== 'word' || tables.dayClosers.has(afterWord))
      );
    case 'the':
    case 'that':
      return afterWord !== 'of' && !(after?.kind === 'word' && joinedAfter);
    default:
      return true;
  }
}

function decadeBefore(items: readonly Item[], at: number): boolean {
  return /^(\d\d)?\d\ds$/.test(items[at - 2]?.text ?? '') && /^(the|'|’)$/i.test(items[at - 3]?.text ?? '');
}

/** "May 3", "in March", "next May" are months; "may", "march on", "May said" are not. */
function ambiguousName(
  word: string,
  numbers: boolean,
  beforeWord: string,
  afterWord: string,
  opens: boolean,
  after: Item | null,
): boolean {
  const lower = word.toLowerCase();
  const capital = word[0] !== lower[0];
  if (!capital) return false;
  if (numbers) return true;
  if (lower === 'may' || lower === 'march') {
    if (
      /^(in|since|until|till|by|from|last|next|this|early|late|mid|of|and|to|through|during|between|before|after|for|or|-|–)$/.test(
        beforeWord,
      )
    ) {
      // "and May said" names a person; a month is not followed by a verb of its own.
      return (
        !/^(said|says|told|told|was|is|has|had|will|would|did|also|wrote|added)$/.test(afterWord) || beforeWord === 'in'
      );
    }
    if (/^(a|an|the|its|his|her|their|'s|’s)$/.test(beforeWord)) {
      return (
        after?.kind === 'word' &&
        /^\p{Ll}/u.test(after.text) &&
        !/^(on|in|to|of|for|from|by|at|against)$/.test(afterWord)
      );
    }
    return !opens && lower === 'march' && after !== null && /^[,.;]$/.test(afterWord);
  }
  if (lower === 'august') return !opens || /^[,.]$/.test(afterWord);
  if (lower.length <= 3)
    return /^(on|in|last|next|this|since|by)$/.test(beforeWord) && lower !== 'sun' && lower !== 'jan';
  return true;
}

/** A lone number of four digits is a year when the words around allow nothing else. */
function plausibleYear(
  item: Item,
  beforeWord: string,
  afterWord: string,
  joinedBefore: boolean,
  joinedAfter: boolean,
  before: Item | null,
  after: Item | null,
  tables: Tables,
): boolean {
  if (item.kind === 'number' && !/^\d/.test(item.text)) return true;
  const value = Number(item.text);
  if (before?.kind === 'number') return false;
  if (joinedBefore && !/^[([“"'‘/–-]$/.test(beforeWord)) return false;
  if (joinedAfter && /^[%:°]$/.test(afterWord)) return false;
  if (/^(\$|€|£|¥|#|no|nos|number|flight|route|room|page|section|figure)$/.test(beforeWord)) return false;
  if (tables.counted.has(afterWord)) return false;
  // "at 1990 Harbour Road" is an address.
  if (beforeWord === 'at' && /^\p{Lu}/u.test(after?.text ?? '')) return false;
  if (tables.beforeYear.has(beforeWord)) return true;
  if (!(value >= 1800 && value <= 2100)) return false;
  // "1990 workers" counts; "the 1990 budget", "(1990)" and "1990." do not.
  const counts =
    after?.kind === 'word' &&
    /[^s]s$/.test(afterWord) &&
    afterWord !== 'has' &&
    afterWord !== 'was' &&
    afterWord !== 'is';
  if (!counts || beforeWord === 'the' || beforeWord === "'s") return true;
  // Counts of four digits are written with a comma in most papers, and are round or "about" so many.
  return value % 100 !== 0 && value >= 1900 && !/^(about|some|nearly|over|than|almost|around|to)$/.test(beforeWord);
}

function plausibleLength(
  match: PatternMatch,
  capitalNouns: boolean,
  beforeWord: string,
  afterWord: string,
  joinedBefore: boolean,
  before: Item | null,
): boolean {
  if (before?.kind === 'mark' && joinedBefore && /[.$:/]/.test(beforeWord)) return false;
  const number = match.captured.find((part) => part.key === 'NUM');
  const unit = match.captured.find((part) => part.key === 'UNIT' || part.key === 'UNITS');
  if (unit === undefined) return false;
  const word = unit.word.toLowerCase();
  // "two seconds" is a time; "one second" and "a second" are most often an order.
  // A unit with a capital amid a sentence is part of a name ("60 Minutes").
  if (!capitalNouns && (match.captured.length > 1 || before !== null) && unit.word[0] !== unit.word[0].toLowerCase())
    return false;
  if (
    match.captured[0].key === 'A' &&
    (word === 'quarter' || /^(million|billion|trillion|percent|%|dollars|times)$/.test(beforeWord))
  )
    return false;
  if (word === 'second') return number !== undefined && afterWord !== 'time';
  // "three quarters" is a fraction unless it says which.
  if (word === 'quarters' && number?.value === 3 && match.captured.length === 2 && match.rule === 'duration')
    return false;
  if (word === 'quarter' || word === 'quarters') return number === undefined || number.value > 1 || afterWord !== 'of';
  return true;
}
