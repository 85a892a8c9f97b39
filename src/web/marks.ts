import type { DevelopmentKind } from '../records.ts';
import { type Html, html } from './html.ts';

/**
 * The drawn mark of a kind of development, with its name for those who do not see it; without a name where the name stands
 * beside it. 16 px, drawn in the text's colour; the lines stand once in a page (`markSheet`).
 */
export function mark(kind: DevelopmentKind, name: string | null): Html {
  if (name === null)
    return html`<svg class="mark mark-${kind}" width="16" height="16" aria-hidden="true">${drawing(kind)}</svg>`;
  return html`<svg class="mark mark-${kind}" width="16" height="16" role="img" aria-label="${name}"><title>${name}</title>${drawing(kind)}</svg>`;
}

/** A mark alone, to be put into a chart. */
export function drawing(kind: DevelopmentKind): Html {
  return html`<use href="#m-${kind}"/>`;
}

/** True for markup that shows marks, whose page needs the sheet. */
export function showsMarks({ markup }: Html): boolean {
  return markup.includes('<use href="#m-');
}

/** The lines of all marks, once a page. */
export function markSheet(): Html {
  return html`<svg class="sheet-of-marks" aria-hidden="true">${Object.entries(drawings).map(([kind, lines]) => html`<symbol id="m-${kind}" viewBox="0 0 16 16" width="16" height="16">${lines}</symbol>`)}</svg>`;
}

/** One drawing per kind, told apart by shape: no colour is needed to read them. */
const drawings: Readonly<Record<DevelopmentKind, Html>> = {
  // A flag planted: the first report.
  first: html`<path d="M4 14.5V1.5M4 2.5h8.5l-2.2 3 2.2 3H4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/>`,
  // A speech bubble: somebody said.
  statement: html`<path d="M2 3h12v8H7.5L4.5 14v-3H2z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>`,
  // A bar that moved along its line.
  date: html`<path d="M1.5 13.5h13M2 8.5h4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-dasharray="1.5 2"/><path d="M8 8.5h6M11.5 5.8 14.2 8.5l-2.7 2.7" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/><path d="M2 2.5v3M8 2.5v3" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`,
  // Two columns, one higher: a number changed.
  figure: html`<path d="M3 14V8.5h3.5V14M9.5 14V3H13v11M1.5 14h13" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/>`,
  // A word struck out and one put over it.
  correction: html`<path d="M1.5 11h13" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/><path d="M3 13.5c1.5-5 8.5-5 10 0M8 6.5 8 2M5.8 4.2 8 2l2.2 2.2" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`,
  // Two sheets, the second cut at the corner: altered in copying.
  alteration: html`<path d="M2 1.8h7v3M2 1.8v9h2.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/><path d="M6.5 5.8h4l3 3v5.7h-7zM10.5 5.8v3h3" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>`,
  // Rings going outward: wider coverage.
  coverage: html`<circle cx="8" cy="8" r="1.8" fill="currentColor"/><path d="M4.6 11.4a4.8 4.8 0 0 1 0-6.8M11.4 4.6a4.8 4.8 0 0 1 0 6.8M2.3 13.7a8 8 0 0 1 0-11.4M13.7 2.3a8 8 0 0 1 0 11.4" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"/>`,
};
