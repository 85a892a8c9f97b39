import type { StoredAlert } from '../store/store.ts';
import { matchedTexts, printable } from './bulletin.ts';

/** The first line of a table of alerts (RFC 4180). */
export const alertColumns: string = row([
  'at',
  'watch',
  'state',
  'kinds',
  'summary',
  'title',
  'site',
  'address',
  'published',
  'language',
  'story',
  'pages',
  'outlets',
  'independent',
  'matched',
]);

/** One alert as a line of the table. */
export function alertRow({ alert, state, story, article, developments }: StoredAlert, watchName: string): string {
  return row([
    alert.at,
    watchName,
    state,
    [...new Set(developments.map(({ kind }) => kind))].join(' '),
    alert.summary,
    article.title ?? '',
    article.site ?? '',
    article.url ?? '',
    article.published.value ?? '',
    article.language ?? '',
    story.title,
    String(story.pageCount),
    String(story.outletCount),
    String(story.independentCount),
    matchedTexts(alert).join(' | '),
  ]);
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Spreadsheets run what begins like a formula (OWASP, "CSV injection"): an apostrophe makes it text. */
function cell(text: string): string {
  const plain = printable(text);
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
