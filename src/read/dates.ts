import type { Language } from '../languages/language.ts';
import type { DateExpression, Published, Trace } from '../records.ts';
import type { Sentence, SplitText } from '../text/sentences.ts';
import { type DateContext, type DateForm, type ResolvedDate, resolveDate } from './calendar.ts';
import { dayOfValue, quarterIndex } from './civil.ts';
import { readItems } from './date-items.ts';
import { type DateTables, dateTablesOf } from './date-tables.ts';
import { formOf } from './forms.ts';
import { type KnownWords, knownWords } from './known-words.ts';
import { createSearch, type Item, matchAt, type PatternMatch, type Search } from './pattern.ts';
import { plausible } from './plausible.ts';
import { afterFirst, bothEnds, inThisMonth, isRangeRule, linkText, type Piece, shareParts } from './ranges.ts';
import { directionAt } from './tense.ts';

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
  if (language === null || data === undefined) return [];
  const known = knownWords(split, language);
  const tables = dateTablesOf(data);
  const items = readItems(split, known, tables.grammar, data);
  const found: FoundDate[] = [];
  const reader: Reader = {
    split,
    known,
    items: items.list,
    search: createSearch(tables.grammar, items),
    tables,
    published: published.precision === 'unknown' ? null : dayOfValue(published.value),
    lastDay: null,
    lastExactDay: null,
    lastQuarter: null,
    quarterCount: 0,
    yearOf: new Map(),
  };
  let at = 0;
  for (const [sentence, bounds] of split.sentences.entries()) {
    let limit = at;
    while (limit < items.list.length && items.list[limit].start < bounds.end) limit++;
    readSentence(reader, found, sentence, bounds, at, limit);
    if (found.length >= datesMax) return found.slice(0, datesMax);
    at = limit;
  }
  return found;
}

/** Most dates kept of one text: beyond that it is a table of dates, and no article has so many. */
export const datesMax = 10_000;

/** Why each date was read as it was: its rule, which way the words around it look, and what stays open. */
export function traceDates(found: readonly FoundDate[], text: string): Trace[] {
  return found.map(({ start, end, rule, direction, value, open }) => {
    const looks = direction > 0 ? 'looks ahead' : direction < 0 ? 'looks back' : 'no tense near';
    const reason = `rule ${rule}, ${looks}, ${value}${open === null ? '' : `, open: ${open}`}`;
    return { step: 'dates', reason, text: text.slice(start, end), span: [start, end] };
  });
}

/** The found dates as records. */
export function dateExpressions(found: readonly FoundDate[]): DateExpression[] {
  return found.map(({ start, end, type, value, from, to }) => ({ start, end, type, value, from, to }));
}

/** What is carried along the text: where it is, and the dates named last. */
interface Reader {
  readonly split: SplitText;
  readonly known: KnownWords;
  readonly items: readonly Item[];
  readonly search: Search;
  readonly tables: DateTables;
  readonly published: number | null;
  lastDay: number | null;
  lastExactDay: number | null;
  lastQuarter: number | null;
  quarterCount: number;
  /** Year that a month and day (100 × month + day) was resolved to. */
  readonly yearOf: Map<number, number>;
}

function readSentence(
  reader: Reader,
  found: FoundDate[],
  sentence: number,
  bounds: Sentence,
  first: number,
  limit: number,
): void {
  const { items, search, tables } = reader;
  const forms: Piece[] = [];
  for (let at = first; at < limit && forms.length < datesMax; at++) {
    const match = matchAt(search, at, limit);
    if (match === null || !plausible(items, match, first, limit, tables)) continue;
    const form = formOf(match);
    // An age or a conjunction is taken whole, so that its parts are not found in its stead.
    if (form === null) {
      if (match.rule === 'age' || match.rule === 'conjunction') at = match.last - 1;
      continue;
    }
    if (isRangeRule(match.rule)) forms.push(...bothEnds(match, form, items, tables.daySigns));
    else forms.push({ form, match, start: match.start, end: match.end });
    at = match.last - 1;
  }
  if (forms.length === 0) return;
  shareParts(forms, reader.split.text);
  for (const { form, match, start, end } of forms) {
    const direction = directionAt(reader.split, reader.known, bounds, start, end, tables.tense);
    const context: DateContext = {
      published: reader.published,
      direction,
      lastDay: reader.lastDay,
      lastExactDay: reader.lastExactDay,
      lastQuarter: reader.lastQuarter,
    };
    const day = tables.tense.agglutinated ? inThisMonth(form, reader.published) : form;
    const settled = sameYear(settle(day, match, reader), reader);
    if (settled === null) continue;
    const before = found.at(-1);
    const linked =
      before?.sentence === sentence && tables.rangeLinks.has(linkText(reader.split.text, before.end, start));
    const alone = resolveDate(settled, context);
    const resolved = linked ? afterFirst(settled, alone, before, context) : alone;
    remember(reader, settled, resolved);
    found.push({ ...resolved, start, end, form: settled, rule: match.rule, sentence, direction });
  }
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
  if (form.month !== undefined && form.day !== undefined) {
    reader.yearOf.set(form.month * 100 + form.day, Number(resolved.value.slice(0, 4)));
  }
  reader.lastDay = day;
  if (resolved.precision === 'day') reader.lastExactDay = day;
}

/** A day of a month that the text named before is the same day again: two mentions of one date do not differ in year. */
function sameYear(form: DateForm | null, reader: Reader): DateForm | null {
  if (form?.month === undefined || form.day === undefined || form.year !== undefined || form.weekday !== undefined)
    return form;
  const year = reader.yearOf.get(form.month * 100 + form.day);
  return year === undefined ? form : { ...form, year };
}

/** Last decisions that need the text so far: null drops the expression. */
function settle(form: DateForm, match: PatternMatch, reader: Reader): DateForm | null {
  // "the period" is a quarter only where one was named before.
  if (match.rule === 'periodNow' && reader.quarterCount === 0) return null;
  if (match.rule === 'yearAgo' && reader.quarterCount === 0) {
    return { kind: 'shift', unit: 'year', step: -1 };
  }
  return form;
}
