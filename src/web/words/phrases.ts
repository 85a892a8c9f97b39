import { particle } from './ko-particles.ts';

/**
 * Sentences that other parts of Watchfloor make in English (failures, faults of a query, why an article was placed where it is)
 * are told in the reader's language by a book of phrases: the English sentence with `{}` for what varies, and beside it the
 * same with `{1}`, `{2}` in their places. What varies is told by the book too where it holds it, else it stays as it is.
 */
export type Phrases = readonly (readonly [english: string, own: string])[];

/**
 * A sentence in the words of a book; one that the book does not hold stays as it is. `other` tells what varies and is not in
 * the book: days, lists.
 */
export function phrase(text: string, book: Phrases, other: (varying: string) => string | null = () => null): string {
  return book.length === 0 || text.length > charactersMax ? text : (told(text, bookOf(book), other, 0) ?? text);
}

/** A sentence longer than this is somebody else's text, not one of ours. */
const charactersMax = 2_000;
/** A phrase within a phrase within a phrase: "X answered 403: it refuses to answer". */
const depthMax = 4;
const holesMax = 12;

interface Entry {
  /** What stands between the holes. */
  readonly fixed: readonly string[];
  readonly own: string;
  readonly weight: number;
}

/** Books are few and never change, so each is taken apart once. */
const books = new WeakMap<Phrases, { whole: Map<string, string>; open: Entry[] }>();

function bookOf(book: Phrases) {
  const known = books.get(book);
  if (known !== undefined) return known;
  const made = { whole: new Map<string, string>(), open: [] as Entry[] };
  for (const [english, own] of book) {
    const fixed = english.split('{}');
    if (fixed.length === 1) made.whole.set(english, own);
    else made.open.push({ fixed, own, weight: english.length });
  }
  // The phrase with most words of its own is the surest.
  made.open.sort((a, b) => b.weight - a.weight);
  books.set(book, made);
  return made;
}

function told(
  text: string,
  book: ReturnType<typeof bookOf>,
  other: (varying: string) => string | null,
  depth: number,
): string | null {
  const whole = book.whole.get(text);
  if (whole !== undefined) return whole;
  if (depth >= depthMax) return null;
  for (const { fixed, own } of book.open) {
    const holes = holesOf(text, fixed);
    if (holes === null) continue;
    return filled(
      own,
      holes.map((hole) => told(hole, book, other, depth + 1) ?? other(hole) ?? hole),
    );
  }
  return null;
}

/** What stands in the holes, when the text has all that is fixed in its order; null when it has not. */
function holesOf(text: string, fixed: readonly string[]): string[] | null {
  const last = fixed[fixed.length - 1];
  if (!text.startsWith(fixed[0]) || !text.endsWith(last)) return null;
  const holes: string[] = [];
  const stop = text.length - last.length;
  let at = fixed[0].length;
  for (const part of fixed.slice(1, -1)) {
    const next = text.indexOf(part, at);
    if (next === -1 || next > stop || holes.length >= holesMax) return null;
    holes.push(text.slice(at, next));
    at = next + part.length;
  }
  return at > stop ? null : [...holes, text.slice(at, stop)];
}

/** `{1}` is what stood in the first hole; `{을/를}` the particle that fits the sound before it. */
function filled(own: string, holes: readonly string[]): string {
  let text = '';
  for (const part of own.split(/(\{[^}]{1,9}\})/)) {
    const number = /^\{(\d)\}$/.exec(part)?.[1];
    const [closed, open] = /^\{(.+)\/(.+)\}$/.exec(part)?.slice(1) ?? [];
    if (number !== undefined) text += holes[Number(number) - 1] ?? '';
    else if (closed !== undefined) text += particle(text, closed, open);
    else text += part;
  }
  return text;
}
