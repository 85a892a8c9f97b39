/**
 * HTML as a value: a template whose holes are escaped unless they hold HTML already. The only way to make markup in the desk,
 * so that text from a page can never become markup.
 *
 * Holes stand between tags or inside quoted attributes, nowhere else; a hole in an unquoted attribute is a fault of ours.
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let markup = strings[0];
  for (let index = 0; index < holes.length; index++) {
    if (markup.endsWith('=')) throw new Error(`an attribute without quotes: ${markup.slice(-40)}`);
    markup += filled(holes[index]) + strings[index + 1];
  }
  return new Html(markup);
}

/** Markup that needs no more escaping. Made by `html` alone. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** What a hole may hold; nothing is printed for null, undefined, false and true, so that `condition && html` reads well. */
export type Hole = Html | string | number | boolean | null | undefined | readonly Hole[];

/** Text made safe between tags and inside quoted attributes. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entityOf[sign]) : text;
}

/** An address fit for a link: http and https only, else null (`javascript:` and `data:` never become a link). */
export function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^\s]/i.test(address) && URL.canParse(address) ? address : null;
}

/** A path with its query, empty values left out. */
export function pathWith(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const tail = parameters.toString();
  return tail === '' ? path : `${path}?${tail}`;
}

const entityOf: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function filled(hole: Hole): string {
  if (hole instanceof Html) return hole.markup;
  if (typeof hole === 'string') return escaped(hole);
  if (typeof hole === 'number') return String(hole);
  if (Array.isArray(hole)) return hole.map(filled).join('');
  return '';
}
