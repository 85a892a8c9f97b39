import type { Span } from '../records.ts';
import { type Html, html } from './html.ts';
import { type Desk, told } from './page.ts';

/** A query as it was understood: its parts with their places, the whole in words, and its faults at their characters. */
export interface QueryView {
  readonly text: string;
  readonly parts: readonly { readonly at: Span; readonly kind: 'word' | 'operator' | 'field' | 'not' }[];
  readonly words: string | null;
  readonly problems: readonly { readonly at: Span; readonly what: string; readonly instead: string | null }[];
}

/** The query with its parts coloured and what it means in words, or where its fault is and what to write instead. */
export function queryReading(query: QueryView, desk: Desk): Html | null {
  const { search } = desk.words;
  if (query.text.trim() === '') return null;
  const [problem] = query.problems;
  if (problem !== undefined) {
    const [start, end] = problem.at;
    const until = Math.max(end, Math.min(start + 1, query.text.length));
    return html`<div class="query-fault" role="alert"><p><b>${search.fault}</b>: ${told(problem.what, desk)}${problem.instead !== null && html` ${search.instead} <code>${told(problem.instead, desk)}</code>`}</p><p class="query-text"><code>${query.text.slice(0, start)}<mark class="fault">${until > start ? query.text.slice(start, until) : ' '}</mark>${query.text.slice(until)}</code></p></div>`;
  }
  return html`<div class="query-read"><p class="query-text"><code>${coloured(query)}</code></p>${query.words !== null && html`<p><span class="label">${search.reading}</span> ${query.words}</p>`}</div>`;
}

function coloured(query: QueryView): Html[] {
  const pieces: Html[] = [];
  let at = 0;
  const parts = [...query.parts].sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
  for (const { at: span, kind } of parts) {
    if (span[0] < at || span[1] > query.text.length) continue;
    if (span[0] > at) pieces.push(html`${query.text.slice(at, span[0])}`);
    pieces.push(html`<span class="q-${kind}">${query.text.slice(span[0], span[1])}</span>`);
    at = span[1];
  }
  pieces.push(html`${query.text.slice(at)}`);
  return pieces;
}
