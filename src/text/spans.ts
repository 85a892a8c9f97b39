import type { Span } from '../records.ts';

/** The words at a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

/** Narrows a span so that it neither begins nor ends in white space. */
export function trimSpan(text: string, span: Span): Span {
  let [start, end] = span;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return [start, end];
}

/** True when two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** What lies somewhere in a text. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** The characters from one of some words or tokens up to another, not with it; there must be one at least. */
export function spanOf(items: readonly Placed[], { from, to }: { readonly from: number; readonly to: number }): Span {
  return [items[from].start, items[to - 1].end];
}

/** Index of the first that begins at an offset or behind it, of things in order or of those from `from` to `to`; `to` for none. */
export function firstStarting(items: readonly Placed[], offset: number, from = 0, to = items.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first that ends behind an offset, of things in order of which none holds another; their number for none. */
export function firstEndingBehind(items: readonly Placed[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Characters from which a piece cut out of a text is no copy but points into it. */
const pointingLengthMin = 13;

/** A piece of a text as a string of its own: what is kept beyond the text must not hold on to the whole of it. */
export function ownText(piece: string): string {
  return piece.length < pointingLengthMin ? piece : ` ${piece}`.slice(1);
}
