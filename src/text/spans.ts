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

/** Characters from which a piece cut out of a text is no copy but points into it. */
const pointingLengthMin = 13;

/** A piece of a text as a string of its own: what is kept beyond the text must not hold on to the whole of it. */
export function ownText(piece: string): string {
  return piece.length < pointingLengthMin ? piece : ` ${piece}`.slice(1);
}
