import type { Span } from '../records.ts';

/** A fault in a query: where, what, and what to write instead. */
export interface QueryProblem {
  readonly at: Span;
  readonly what: string;
  readonly instead: string | null;
}

/** A token of the query language; `text` is what it stands for, `at` where it was written. */
export type Token = { readonly at: Span; readonly text: string } & (
  | { readonly type: 'AND' | 'OR' | 'NOT' | '(' | ')' }
  | { readonly type: 'word'; readonly exact: boolean }
  | { readonly type: 'phrase'; readonly exact: boolean }
  | { readonly type: 'near'; readonly within: number | 'sentence' | 'paragraph'; readonly ordered: boolean }
  | { readonly type: 'atleast'; readonly count: number }
  | { readonly type: 'field'; readonly name: string }
);

export function isProblem(token: Token | QueryProblem): token is QueryProblem {
  return 'what' in token;
}

/**
 * Splits a query into tokens, left to right, each character seen once. Operators are upper case: `and` is a word.
 * Curly quotes count as straight ones, since queries are pasted from documents. Stops at the first fault, as its last entry.
 */
export function lex(text: string): (Token | QueryProblem)[] {
  const tokens: (Token | QueryProblem)[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (/\s/.test(character)) at++;
    else if (character === '(' || character === ')') {
      tokens.push({ type: character, at: [at, at + 1], text: character });
      at++;
    } else if (isQuote(character) || (character === '=' && isQuote(text[at + 1]))) {
      const start = at;
      const exact = character === '=';
      const open = exact ? at + 1 : at;
      let close = open + 1;
      while (close < text.length && !isQuote(text[close])) close++;
      if (close >= text.length) {
        tokens.push({
          at: [open, open + 1],
          what: 'this quotation mark is never closed',
          instead: 'write " where the phrase ends',
        });
        return tokens;
      }
      const words = text.slice(open + 1, close);
      if (!/[\p{L}\p{N}]/u.test(words)) {
        tokens.push({
          at: [start, close + 1],
          what: 'nothing to search for between the quotation marks',
          instead: 'write a word between them, or take them out',
        });
        return tokens;
      }
      tokens.push({ type: 'phrase', at: [start, close + 1], text: words, exact });
      at = close + 1;
    } else {
      let end = at + 1;
      while (end < text.length && !/[\s()]/.test(text[end]) && !isQuote(text[end])) end++;
      const run = text.slice(at, end);
      const read = readRun(run, at);
      tokens.push(...read);
      if (read.some(isProblem)) return tokens;
      at = end;
    }
  }
  return tokens;
}

function isQuote(character: string | undefined): boolean {
  return character !== undefined && '"“”„‟«»'.includes(character);
}

/** Reads a run without spaces, brackets or quotes: operator, field and value, or word. */
function readRun(run: string, at: number): (Token | QueryProblem)[] {
  const end = at + run.length;
  if (run === 'AND' || run === 'OR' || run === 'NOT') return [{ type: run, at: [at, end], text: run }];
  const near = /^(NEAR|BEFORE|W)(?:\/(\w+))?$/.exec(run);
  if (near !== null && (near[2] !== undefined || near[1] !== 'W')) return [proximity(run, near[1], near[2], at)];
  const atLeast = /^atleast(\d{1,6})$/i.exec(run);
  if (atLeast !== null) return [{ type: 'atleast', count: Number(atLeast[1]), at: [at, end], text: run }];
  if (run.length > 1 && run[0] === '-')
    return [{ type: 'NOT', at: [at, at + 1], text: 'NOT' }, ...readRun(run.slice(1), at + 1)];
  const field = /^([A-Za-z]{2,20}):/.exec(run);
  // `https://…` and the like are words: an address is looked for as written.
  if (field !== null && !run.startsWith('//', field[0].length)) {
    const name: Token = { type: 'field', name: field[1], at: [at, at + field[0].length], text: field[0] };
    const rest = run.slice(field[0].length);
    return rest === '' ? [name] : [name, ...readRun(rest, at + field[0].length)];
  }
  const exact = run[0] === '=' && run.length > 1;
  const text = exact ? run.slice(1) : run;
  if (!/[\p{L}\p{N}]/u.test(text) && !text.includes('..')) {
    return [
      {
        at: [at, end],
        what: `${run} has no letter or digit to search for`,
        instead: 'take it out, or put it in quotes with a word',
      },
    ];
  }
  return [{ type: 'word', at: [at, end], text, exact }];
}

function proximity(run: string, name: string, distance: string | undefined, at: number): Token | QueryProblem {
  const span: Span = [at, at + run.length];
  const ordered = name === 'BEFORE';
  if (name === 'W' || distance === 'S' || distance === 'P') {
    if (distance === 'S') return { type: 'near', within: 'sentence', ordered, at: span, text: run };
    if (distance === 'P') return { type: 'near', within: 'paragraph', ordered, at: span, text: run };
    const counted = distance !== undefined && /^\d{1,6}$/.test(distance);
    return {
      at: span,
      what: `${run} is no distance`,
      instead: counted
        ? `NEAR/${distance} for words, W/S for the same sentence, W/P for the same paragraph`
        : 'W/S for the same sentence, W/P for the same paragraph',
    };
  }
  if (distance === undefined || !/^\d{1,6}$/.test(distance)) {
    return { at: span, what: `${name} needs a number of words`, instead: `${name}/5` };
  }
  return { type: 'near', within: Number(distance), ordered, at: span, text: run };
}
