import { characterClass, classAt } from './scripts.ts';
import { foldWord } from './words.ts';

/**
 * Calls `visit` with each term of a text in order and where it stands. A term is a run of letters and digits, folded; in
 * scripts written without spaces every sign is a term, so that a word there is a run of terms and is found as written inside
 * longer ones. Watches, search and the words of a query are all cut here, so that they agree. Linear.
 */
export function visitTerms(text: string, visit: (term: string, start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at);
    if (kind === characterClass.separator) {
      at++;
      continue;
    }
    const start = at;
    let units = 0;
    do units |= text.charCodeAt(at++);
    while (kind === characterClass.letter && at < text.length && classAt(text, at) === characterClass.letter);
    const term = text.slice(start, at);
    // Most words of most texts are plain ASCII: only the others need the tables of Unicode.
    visit(units < 0x80 ? term.toLowerCase() : foldWord(term), start, at);
  }
}

/** The terms of a text in order. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  visitTerms(text, (term) => terms.push(term));
  return terms;
}
