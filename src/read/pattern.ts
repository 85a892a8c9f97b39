import type { DateWords } from '../languages/language.ts';
import type { Word } from '../text/words.ts';

/**
 * Patterns over words, as language files write them, and the one walk that matches them.
 *
 * A language gives classes of words ("MONTH": june → 6) and rules ("date: MONTH DAY (,? YEAR)?"). All rules are one tree of
 * word classes, walked once from each word that can begin a rule, so the cost does not grow with the number of rules.
 */

/** What a rule took from the text: the value of each class it met, in order of the words. */
export interface Captured {
  readonly key: string;
  readonly value: number;
  readonly word: string;
  readonly start: number;
}

/** Where the rule of a language fits the words of a text, with what its classes captured. */
export interface PatternMatch {
  readonly rule: string;
  /** Indexes of the first item and the one after the last. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly captured: readonly Captured[];
}

/** What one word can stand for: keys of the tree with the value it has as each. */
export interface Meaning {
  readonly keys: readonly number[];
  readonly values: readonly number[];
}

/** A word as the patterns see it: one of the text, a part of one, or several joined. Only `hash` may be another's. */
export type Item = Word;

/** The items of a text, and what each can stand for, null for one no rule speaks of. */
export interface Items {
  readonly list: readonly Item[];
  readonly meanings: readonly (Meaning | null)[];
}

interface Node {
  readonly next: Map<number, Node>;
  rule: string | null;
  /** Place of the rule in the list: of two rules with the same words the earlier wins. */
  order: number;
}

/** The patterns of dates of a language as a tree, with what each word can be in them. */
export interface Grammar {
  readonly root: Node;
  readonly keyNames: readonly string[];
  /** Whether a key is a class, whose word is captured, and no word that stands for itself. */
  readonly isClass: readonly boolean[];
  readonly keyOf: ReadonlyMap<string, number>;
  readonly lexicon: ReadonlyMap<string, Meaning>;
  /** For scripts without spaces and words with endings: entries by their first character, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
}

/** Most words one expression may have: bounds the walk on hostile text. */
const matchWordsMax = 16;

/** Builds the tree of a language's rules. Done once a language. */
export function compileGrammar(data: DateWords): Grammar {
  const keyNames: string[] = [];
  const keyOf = new Map<string, number>();
  const keyFor = (name: string): number => {
    let key = keyOf.get(name);
    if (key === undefined) {
      key = keyNames.length;
      keyNames.push(name);
      keyOf.set(name, key);
    }
    return key;
  };
  for (const name of computedClasses) keyFor(name);
  const root: Node = { next: new Map(), rule: null, order: 0 };
  for (const [order, line] of data.rules.entries()) {
    const colon = line.indexOf(':');
    const rule = line.slice(0, colon);
    for (const sequence of expand(line.slice(colon + 1))) {
      let node = root;
      for (const element of sequence) {
        const key = keyFor(element);
        let child = node.next.get(key);
        if (child === undefined) {
          child = { next: new Map(), rule: null, order: 0 };
          node.next.set(key, child);
        }
        node = child;
      }
      if (node !== root && node.rule === null) {
        node.rule = rule;
        node.order = order;
      }
    }
  }
  const building = new Map<string, { keys: number[]; values: number[] }>();
  const add = (word: string, key: number, value: number): void => {
    const meaning = building.get(word) ?? { keys: [], values: [] };
    meaning.keys.push(key);
    meaning.values.push(value);
    building.set(word, meaning);
  };
  for (const [name, entries] of Object.entries(data.classes)) {
    const key = keyOf.get(name);
    // A class no rule speaks of would only slow the walk.
    if (key === undefined) continue;
    for (const group of entries.split(';')) {
      const members = group.trim().split(/\s+/);
      const value = Number(members.pop());
      for (const word of members) add(word, key, value);
    }
  }
  for (const [name, key] of keyOf) if (name === name.toLowerCase()) add(name, key, 0);
  const byFirst = new Map<string, string[]>();
  for (const word of building.keys()) {
    const list = byFirst.get(word[0]) ?? [];
    list.push(word);
    byFirst.set(word[0], list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  const isClass = keyNames.map((name) => name !== name.toLowerCase());
  return { root, keyNames, isClass, keyOf, lexicon: building, byFirst };
}

/** Classes worked out from the shape of a number; no language lists them. */
const computedClasses = ['NUM', 'DAY', 'YEAR', 'TWO', 'HOUR', 'MINUTE', 'MON', 'DECADE', 'ORD', 'CLOCK'] as const;

/** The longest rule that matches from an item on, before `limit`, which the first item behind its sentence has; null when none does. */
export function matchAt(search: Search, first: number, limit: number): PatternMatch | null {
  const { grammar, items } = search;
  if (items.meanings[first] === null) return null;
  search.limit = limit;
  search.best = null;
  walk(search, grammar.root, first, 0);
  const { best, bestLast } = search as { readonly best: Node | null; readonly bestLast: number };
  if (best === null) return null;
  return {
    rule: best.rule as string,
    first,
    last: bestLast,
    start: items.list[first].start,
    end: items.list[bestLast - 1].end,
    captured: capturedOf(search),
  };
}

/** A search for rules in the items of one text, which keeps its places from one item to the next: most items begin no rule. */
export interface Search {
  readonly grammar: Grammar;
  readonly items: Items;
  /** Index of the first item after the sentence. */
  limit: number;
  /** The way down the tree: by depth the item, and which of the keys of its meaning was followed. */
  readonly path: Int32Array;
  best: Node | null;
  readonly bestPath: Int32Array;
  bestDepth: number;
  bestLast: number;
}

/** A search that has found nothing yet. */
export function createSearch(grammar: Grammar, items: Items): Search {
  const [path, bestPath] = [new Int32Array(pathLength), new Int32Array(pathLength)];
  return { grammar, items, limit: 0, path, best: null, bestPath, bestDepth: 0, bestLast: 0 };
}

const pathLength = 2 * (matchWordsMax + 1);

function walk(search: Search, node: Node, at: number, depth: number): void {
  const { items, path } = search;
  if (at >= search.limit || depth > matchWordsMax) return;
  const meaning = items.meanings[at];
  if (meaning === null) return;
  const { keys } = meaning;
  path[2 * depth] = at;
  for (let index = 0; index < keys.length; index++) {
    const child = node.next.get(keys[index]);
    if (child === undefined) continue;
    path[2 * depth + 1] = index;
    if (child.rule !== null && better(search, child, at + 1)) {
      search.best = child;
      search.bestLast = at + 1;
      search.bestDepth = depth;
      for (let step = 0; step <= 2 * depth + 1; step++) search.bestPath[step] = path[step];
    }
    if (child.next.size > 0) {
      const next = following(items, at);
      if (next !== -1) walk(search, child, next, depth + 1);
    }
  }
}

function capturedOf({ grammar, items, bestPath, bestDepth }: Search): Captured[] {
  const captured: Captured[] = [];
  for (let step = 0; step <= bestDepth; step++) {
    const at = bestPath[2 * step];
    const index = bestPath[2 * step + 1];
    const { keys, values } = items.meanings[at] as Meaning;
    if (!grammar.isClass[keys[index]]) continue;
    const { text, start } = items.list[at];
    captured.push({ key: grammar.keyNames[keys[index]], value: values[index], word: text, start });
  }
  return captured;
}

function better(search: Search, node: Node, last: number): boolean {
  if (search.best === null || last > search.bestLast) return true;
  return last === search.bestLast && node.order < search.best.order;
}

/** The item a rule goes on with: hyphens inside a compound and the stop of an abbreviation are passed over. */
function following({ list, meanings }: Items, at: number): number {
  if (at + 1 >= list.length) return -1;
  if (at + 2 >= list.length) return at + 1;
  const item = list[at];
  const next = list[at + 1];
  const after = list[at + 2];
  if (next.kind !== 'mark' || next.start !== item.end) return at + 1;
  if ((next.text === '-' || next.text === '\u2010' || next.text === '\u2011') && next.end === after.start) {
    // Between two numbers a hyphen means something ("2021-11-03", "22-26").
    return item.kind === 'number' && after.kind === 'number' ? at + 1 : at + 2;
  }
  if (next.text === '.' && item.kind === 'word' && item.text.length <= 5 && meanings[at + 2] !== null) return at + 2;
  return at + 1;
}

/** All sequences of elements a rule stands for: `A? (B C|D)?` gives "", "A", "B C", … */
function expand(pattern: string): string[][] {
  const tokens = pattern.match(/[()|?]|[^\s()|?]+/g) ?? [];
  let at = 0;
  const alternatives = (): string[][] => {
    const all: string[][] = [];
    do {
      all.push(...series());
    } while (tokens[at] === '|' && ++at);
    return all;
  };
  const series = (): string[][] => {
    let sequences: string[][] = [[]];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      let part: string[][];
      if (tokens[at] === '(') {
        at++;
        part = alternatives();
        at++;
      } else part = tokens[at++].split('/').map((element) => [element === '' ? '/' : element]);
      if (tokens[at] === '?') {
        at++;
        part = [...part, []];
      }
      sequences = sequences.flatMap((before) => part.map((after) => [...before, ...after]));
    }
    return sequences;
  };
  return alternatives();
}
