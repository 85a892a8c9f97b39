import type { DateWords } from '../languages/language.ts';
import { isHangulSyllable } from '../text/scripts.ts';
import type { SplitText } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import type { KnownWords } from './known-words.ts';
import type { Grammar, Item, Items, Meaning } from './pattern.ts';

/**
 * Words as the patterns see them: numbers get the classes their shape allows ("22" may be a day, an hour, a count), number
 * words are joined ("twenty-four", "nineteen ninety-six", 二十二), and words of scripts without spaces or with endings are cut
 * out of their run.
 */
export function readItems({ text, words }: SplitText, known: KnownWords, grammar: Grammar, data: DateWords): Items {
  let whole = 0;
  while (whole < words.length && !isCut(words[whole])) whole++;
  // Where words stand apart and carry no endings, as in most texts, they are the items.
  if (whole === words.length) return joinNumberWords({ list: words, meanings: known.meanings }, grammar);
  const items: Cut = { list: words.slice(0, whole), meanings: known.meanings.slice(0, whole) };
  for (let at = whole; at < words.length; at++) {
    const word = words[at];
    if (word.kind === 'character') at += pushCharacters(items, text, words, at, grammar) - 1;
    else if (isCut(word)) pushWithEndings(items, word, grammar, data);
    else push(items, word, known.meanings[at]);
  }
  return joinNumberWords(items, grammar);
}

/** Whether a word is cut out of its run, or into parts, by the words of dates. */
function isCut(word: Word): boolean {
  return word.kind === 'character' || isHangulSyllable(word.text.charCodeAt(0));
}

/** Items while they are gathered. */
interface Cut {
  readonly list: Item[];
  readonly meanings: (Meaning | null)[];
}

function push(items: Cut, item: Item, meaning: Meaning | null): void {
  items.list.push(item);
  items.meanings.push(meaning);
}

/** An item that is no word of the text. Of the shape of a word: the patterns meet both. */
function itemOf(start: number, end: number, kind: Word['kind'], text: string): Item {
  return { start, end, kind, text, hash: 0 };
}

/** What a word can be in a date, before its neighbours are looked at; null for one that is cut up by the lexicon. */
export function wordMeaning(text: string, kind: Word['kind'], grammar: Grammar, data: DateWords): Meaning | null {
  const code = text.charCodeAt(0);
  if (kind === 'character' || isHangulSyllable(code)) return null;
  if (kind === 'number' || (code >= 0x30 && code <= 0x39)) return numberMeaning(text, grammar, data);
  const lower = text.toLowerCase();
  return grammar.lexicon.get(kind === 'clitic' ? lower.replace('’', "'") : lower) ?? null;
}

/** What a number in digits can be, by its shape. */
function numberMeaning(text: string, grammar: Grammar, data: DateWords): Meaning | null {
  const keys: number[] = [];
  const values: number[] = [];
  const add = (name: string, value: number): void => {
    const key = grammar.keyOf.get(name);
    if (key === undefined) return;
    keys.push(key);
    values.push(value);
  };
  const digits = digitsAtStart(text);
  const value = Number(text.slice(0, digits));
  if (digits === text.length) {
    if (digits > 9) return null;
    add('NUM', value);
    if (digits <= 2) {
      add('TWO', value);
      if (value >= 1 && value <= 31) add('DAY', value);
      if (value <= 24) add('HOUR', value);
      if (value >= 1 && value <= 12) add('MON', value);
      if (digits === 2 && value < 60) add('MINUTE', value);
    }
    if (digits === 4 && value >= yearMin && value <= yearMax) add('YEAR', value);
    return { keys, values };
  }
  const rest = text.slice(digits);
  if (rest[0] === '.' || rest[0] === ',') {
    const parts = text.split('.');
    // 22.11.2023 and 2023.11.22 are one number for the word splitter and a date for us.
    if (parts.length === 3 && parts.every((part) => /^\d{1,4}$/.test(part))) {
      const [first, second, third] = parts.map(Number);
      const yearLength = parts[2].length;
      // Two digits of a year are enough only where such dates are usual: elsewhere it is a version.
      const yearWritten = yearLength === 4 || (yearLength === 2 && data.dayFirst === true && parts[0].length === 2);
      if (yearWritten && first <= 31 && second <= 12 && first * second > 0) {
        add('DMY', (third < 100 ? centuryOf(third) : third) * 10_000 + second * 100 + first);
      } else if (parts[0].length === 4 && second <= 12 && third <= 31 && second * third > 0) {
        add('DMY', first * 10_000 + second * 100 + third);
      }
    } else if (/^\d{1,3}(,\d{3})+$/.test(text)) add('NUM', Number(text.replaceAll(',', '')));
    else if (/^\d{1,4}[.,]\d{1,2}$/.test(text)) {
      add('NUM', Number(text.replace(',', '.')));
      const [hour, minute] = text.split(/[.,]/);
      if (Number(hour) <= 24 && minute.length === 2 && Number(minute) < 60)
        add('CLOCK', Number(hour) * 60 + Number(minute));
      // 22.11. in a date without its year.
      if (Number(hour) >= 1 && Number(hour) <= 31 && Number(minute) >= 1 && Number(minute) <= 12) {
        add('DM', Number(minute) * 100 + Number(hour));
      }
    }
    return keys.length === 0 ? null : { keys, values };
  }
  const ending = rest.toLowerCase();
  if (data.decadeEndings?.includes(ending) && (digits === 4 || digits === 2) && value % 10 === 0) {
    add('DECADE', digits === 4 ? value : 1900 + value);
  } else if (data.ordinalEndings?.includes(ending) && digits <= 2) {
    add('ORD', value);
    add('TH', value);
    if (value >= 1 && value <= 31) add('DAY', value);
  } else if ((ending === 'am' || ending === 'pm') && digits <= 2 && value <= 12) {
    add('CLOCK', ((value % 12) + (ending === 'pm' ? 12 : 0)) * 60);
  } else {
    const clock = /^(\d{1,2})[hH](\d{2})?$/.exec(text);
    if (clock !== null && Number(clock[1]) <= 24) add('CLOCK', Number(clock[1]) * 60 + Number(clock[2] ?? 0));
  }
  return keys.length === 0 ? null : { keys, values };
}

/** Four digits are taken for a year between these; outside, they are a count. */
const yearMin = 1400;
const yearMax = 2199;

/** The year two digits mean, by the usual window of XPG ("70" is 1970, "69" is 2069). */
export function centuryOf(twoDigits: number): number {
  return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
}

function digitsAtStart(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  return at;
}

/** The longest word of the lexicon at a character of a script without spaces. Returns how many words it took. */
function pushCharacters(items: Cut, text: string, words: readonly Word[], at: number, grammar: Grammar): number {
  const { start } = words[at];
  const before = items.list.length - 1;
  const behindNumber =
    before >= 0 && items.list[before].end === start && hasKey(items.meanings[before], grammar.keyOf.get('NUM'));
  for (const entry of grammar.byFirst.get(words[at].text) ?? []) {
    if (!text.startsWith(entry, start)) continue;
    // "14日前": behind a number the first sign belongs to the date, and no word of two signs takes it away.
    if (entry.length > 1 && behindNumber && onlyNames(grammar, entry)) continue;
    let taken = 0;
    while (at + taken < words.length && words[at + taken].end <= start + entry.length) taken++;
    if (taken === 0 || words[at + taken - 1].end !== start + entry.length) continue;
    push(items, itemOf(start, start + entry.length, 'character', entry), grammar.lexicon.get(entry) ?? null);
    return taken;
  }
  push(items, words[at], null);
  return 1;
}

/** Whether a word is nothing but a part of a month or year ("月底") or a vague time ("日前"). */
function onlyNames(grammar: Grammar, entry: string): boolean {
  const keys = grammar.lexicon.get(entry)?.keys ?? [];
  return keys.every((key) => vagueClasses.has(grammar.keyNames[key]));
}

const vagueClasses = new Set(['MOD', 'REF', 'AGO', 'LATER']);

function hasKey(meaning: Meaning | null, key: number | undefined): boolean {
  return meaning !== null && key !== undefined && meaning.keys.includes(key);
}

/** Cuts a word that carries endings into lexicon words: 일에 is 일 with a particle, 지난달말 is 지난달 and 말. */
function pushWithEndings(items: Cut, word: Word, grammar: Grammar, data: DateWords): void {
  let at = 0;
  while (at < word.text.length) {
    const rest = word.text.slice(at);
    const entry = (grammar.byFirst.get(rest[0]) ?? []).find((candidate) => {
      if (!rest.startsWith(candidate)) return false;
      const after = rest.slice(candidate.length);
      return after === '' || (data.endings ?? []).includes(after) || startsWithEntry(after, grammar);
    });
    const end = entry === undefined ? word.text.length : at + entry.length;
    const meaning = entry === undefined ? null : (grammar.lexicon.get(entry) ?? null);
    const part = word.text.slice(at, end);
    push(items, itemOf(word.start + at, word.start + end, 'word', part), meaning);
    at = end;
  }
}

function startsWithEntry(text: string, grammar: Grammar): boolean {
  return (grammar.byFirst.get(text[0]) ?? []).some((candidate) => candidate.length > 1 && text.startsWith(candidate));
}

/** Joins neighbouring number words into one item with their value. */
function joinNumberWords(items: Items, grammar: Grammar): Items {
  const numberKey = grammar.keyOf.get('NUM') as number;
  let first = 0;
  while (first < items.list.length && spelledValue(items, first, numberKey) === -1) first++;
  if (first === items.list.length) return items;
  const yearKey = grammar.keyOf.get('YEAR') as number;
  const dayKey = grammar.keyOf.get('DAY') as number;
  const monthKey = grammar.keyOf.get('MON') as number;
  // What is joined only shortens the list: it is written over the beginning of a copy.
  const joined: Cut = { list: items.list.slice(), meanings: items.meanings.slice() };
  let kept = first;
  for (let at = first; at < items.list.length; at++) {
    const item = items.list[at];
    const value = spelledValue(items, at, numberKey);
    if (value === -1) {
      joined.list[kept] = item;
      joined.meanings[kept++] = items.meanings[at];
      continue;
    }
    let total = 0;
    let current = value >= 100 ? 0 : value;
    let last = at;
    let pair = false;
    if (value >= 1000) total = value;
    else if (value === 100) current = 100;
    let next = at;
    while (!pair && last - at < numberWordsMax) {
      next = last + 1;
      if (items.list[next]?.kind === 'mark' && items.list[next].text === '-') next++;
      const more = next < items.list.length ? spelledValue(items, next, numberKey) : -1;
      if (more === -1) break;
      const tens = current >= 20 && current < 100 && current % 10 === 0;
      if (more === 1000 || more === 10_000) {
        total += Math.max(current, 1) * more;
        current = 0;
      } else if (more === 100) current = Math.max(current, 1) * 100;
      else if (item.kind === 'character' && more === 10 && current % 100 < 10) {
        current += Math.max(current % 10, 1) * 10 - (current % 10);
      } else if (item.kind === 'character' && current % 10 === 0 && more < 10) current += more;
      else if (tens && more < 10) current += more;
      else if (current % 100 === 0 && more < 100 && (current > 0 || total > 0)) current += more;
      else if (
        current >= 10 &&
        current <= 20 &&
        more >= 10 &&
        item.kind === 'word' &&
        !behindHyphen(items, at, numberKey)
      ) {
        current = current * 100 + more;
        // "nineteen ninety-six": a unit may follow the tens.
        const unitAt = items.list[next + 1]?.text === '-' ? next + 2 : next + 1;
        const unit = unitAt < items.list.length && more % 10 === 0 ? spelledValue(items, unitAt, numberKey) : -1;
        if (unit > 0 && unit < 10) {
          current += unit;
          next = unitAt;
        }
        pair = true;
      } else break;
      last = next;
    }
    const sum = total + current;
    if (last === at && item.kind !== 'character') {
      joined.list[kept] = item;
      joined.meanings[kept++] = items.meanings[at];
      continue;
    }
    const keys = [numberKey];
    const values = [sum];
    if (sum >= yearMin && sum <= yearMax) {
      keys.push(yearKey);
      values.push(sum);
    }
    if (item.kind === 'character' && sum >= 1 && sum <= 31) {
      keys.push(dayKey);
      values.push(sum);
      if (sum <= 12) {
        keys.push(monthKey);
        values.push(sum);
      }
    }
    const kind = item.kind === 'character' ? 'character' : 'number';
    joined.list[kept] = itemOf(item.start, items.list[last].end, kind, item.text);
    joined.meanings[kept++] = { keys, values };
    at = last;
  }
  joined.list.length = kept;
  joined.meanings.length = kept;
  return joined;
}

/** Most number words joined into one number. */
const numberWordsMax = 8;

/** "quatre-vingt-dix": what begins behind a hyphen and a number is no year. */
function behindHyphen(items: Items, at: number, numberKey: number): boolean {
  return at > 1 && items.list[at - 1].text === '-' && spelledValue(items, at - 2, numberKey) !== -1;
}

/** The value of a number word; -1 for anything else, digits included. */
function spelledValue({ list, meanings }: Items, at: number, numberKey: number): number {
  const meaning = meanings[at];
  if (meaning === null || list[at].kind === 'number') return -1;
  const key = meaning.keys.indexOf(numberKey);
  if (key === -1) return -1;
  const code = list[at].text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 ? -1 : meaning.values[key];
}
