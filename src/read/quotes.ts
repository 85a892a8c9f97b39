import type { Word } from '../text/words.ts';

/** A quotation as it stands: `start` and `end` hold its marks, `inner` the words between them. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly inner: readonly [start: number, end: number];
  /** Index of the first word inside and of the first word behind the closing mark. */
  readonly firstWord: number;
  readonly lastWord: number;
  /** True for 'single' marks, which English headlines and British papers use for quotations as well. */
  readonly single: boolean;
  /** The next paragraph goes on with an opening mark: this one has no closing mark of its own. */
  readonly continued: boolean;
  /** Ends in a comma or a stop inside its marks: a whole utterance, no word in quotes. `asks` for a question or exclamation mark. */
  readonly stops: boolean;
  readonly asks: boolean;
}

/** All quotations of a text in order, none inside another: the outermost marks count. */
export function findQuotes(text: string, words: readonly Word[], titleMarks = false): Quote[] {
  const quotes: Quote[] = [];
  const marks = readMarks(text, words, titleMarks);
  const singleClosers = nextSingleClosers(marks);
  let open: Mark | null = null;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at];
    if (open !== null && mark.paragraphStart > open.paragraphStart && mark.paragraphStart > open.end) {
      // The paragraph ended while the quotation was open.
      const goesOn = mark.start === mark.paragraphStart && mark.opens && mark.family === open.family;
      if (goesOn || open.start === open.paragraphStart) quotes.push(quoteOf(text, words, open, null, goesOn));
      open = null;
    }
    if (open === null) {
      if (!mark.opens) continue;
      if (mark.single && singleClosers[at] === -1) continue;
      open = mark;
      if (mark.single) {
        const closer = marks[singleClosers[at]];
        quotes.push(quoteOf(text, words, open, closer, false));
        at = singleClosers[at];
        open = null;
      }
      continue;
    }
    if (
      !mark.single &&
      mark.closes &&
      (mark.family === open.family || (mark.straight && open.latin) || (open.straight && mark.latin))
    ) {
      quotes.push(quoteOf(text, words, open, mark, false));
      open = null;
    }
  }
  if (open !== null && open.start === open.paragraphStart) quotes.push(quoteOf(text, words, open, null, false));
  return quotes;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  /** Index of its first word, and of the first word behind it. */
  readonly word: number;
  readonly next: number;
  readonly family: string;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly single: boolean;
  readonly straight: boolean;
  readonly latin: boolean;
  readonly paragraphStart: number;
  /** Where its paragraph ends. */
  readonly paragraphEnd: number;
}

/** What each mark can do. A pair shares its family; `either` marks are told by the space around them. */
const kinds: Record<string, { family: string; side: 'open' | 'close' | 'either' }> = {
  '“': { family: 'curly', side: 'either' },
  '”': { family: 'curly', side: 'close' },
  '„': { family: 'curly', side: 'open' },
  '‟': { family: 'curly', side: 'open' },
  '"': { family: 'straight', side: 'either' },
  '＂': { family: 'straight', side: 'either' },
  '«': { family: 'angle', side: 'either' },
  '»': { family: 'angle', side: 'either' },
  '「': { family: 'corner', side: 'open' },
  '」': { family: 'corner', side: 'close' },
  '『': { family: 'corner2', side: 'open' },
  '』': { family: 'corner2', side: 'close' },
};

/** Code units of all marks that can stand around a quotation: most marks are commas and stops. */
const quoting = new Uint8Array(0x10000);
for (const mark of [...Object.keys(kinds), "'", '`', '‘', '’', '‚', '‹']) quoting[mark.charCodeAt(0)] = 1;

function mayQuote(code: number): boolean {
  return quoting[code] === 1;
}

function readMarks(text: string, words: readonly Word[], titleMarks: boolean): Mark[] {
  const marks: Mark[] = [];
  let paragraphStart = words.length > 0 ? words[0].start : 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    // Two line ends part paragraphs: most words stand nearer.
    if (at > 0 && word.start - words[at - 1].end > 1 && partsParagraphs(text, words[at - 1].end, word.start))
      paragraphStart = word.start;
    if (word.kind !== 'mark' || !mayQuote(word.text.charCodeAt(0))) continue;
    const next = words[at + 1];
    const doubled =
      (word.text === "'" || word.text === '`') &&
      next !== undefined &&
      next.text === word.text &&
      next.start === word.end &&
      !closesInner(words, at);
    const end = doubled ? next.end : word.end;
    const kind = doubled ? { family: 'wire', side: 'either' as const } : kinds[word.text];
    const spaceBefore = word.start === paragraphStart || opensBefore(text, word.start - 1);
    const spaceAfter = end >= text.length || closesAfter(text, end);
    const base = { start: word.start, end, word: at, next: doubled ? at + 2 : at + 1, paragraphStart, paragraphEnd: 0 };
    if (kind !== undefined) {
      let opens = kind.side !== 'close';
      let closes = kind.side !== 'open';
      if (kind.side === 'either') {
        if (word.text === '`') closes = false;
        else if (spaceBefore !== spaceAfter) {
          opens = spaceBefore;
          closes = spaceAfter;
        } else if (word.text === '“') closes = false;
        else if (word.text === '«') closes = !spaceBefore;
        else if (word.text === '»') opens = spaceBefore && !spaceAfter;
      }
      const latin = kind.family === 'curly' || kind.family === 'wire';
      marks.push({
        ...base,
        family: kind.family,
        opens,
        closes,
        single: false,
        straight: kind.family === 'straight',
        latin,
      });
      if (doubled) at++;
      continue;
    }
    if (
      word.text === "'" ||
      word.text === '‘' ||
      word.text === '’' ||
      word.text === '‚' ||
      (titleMarks && word.text === '‹')
    ) {
      const family = word.text === "'" ? 'single' : 'curly-single';
      const opens = word.text !== '’' && spaceBefore && !spaceAfter;
      const closes = word.text !== '‚' && !spaceBefore && spaceAfter;
      if (opens || closes) marks.push({ ...base, family, opens, closes, single: true, straight: false, latin: true });
    }
  }
  return marks;
}

/** The first of three single marks in a row behind a word: it closes the inner quotation, the two behind it the outer one. */
function closesInner(words: readonly Word[], at: number): boolean {
  const third = words[at + 2];
  if (third === undefined || third.text !== words[at].text || third.start !== words[at + 1].end) return false;
  const behind = words[at + 3];
  return at > 0 && words[at - 1].end === words[at].start && (behind === undefined || behind.start > third.end);
}

/** For each single opening mark the index of the mark that closes it in the same paragraph, read from the end: linear. */
function nextSingleClosers(marks: readonly Mark[]): Int32Array {
  const closers = new Int32Array(marks.length).fill(-1);
  let next = -1;
  for (let at = marks.length - 1; at >= 0; at--) {
    const mark = marks[at];
    if (next !== -1 && marks[next].paragraphStart !== mark.paragraphStart) next = -1;
    if (!mark.single) {
      // Single marks around a double quotation are not told from apostrophes.
      if (mark.closes && !mark.opens) next = -1;
      continue;
    }
    if (mark.opens) closers[at] = next;
    if (mark.closes) next = at;
  }
  return closers;
}

function quoteOf(text: string, words: readonly Word[], open: Mark, close: Mark | null, continued: boolean): Quote {
  let lastWord = close === null ? open.next : close.next;
  if (close === null) {
    while (lastWord < words.length && !partsParagraphs(text, words[lastWord - 1].end, words[lastWord].start))
      lastWord++;
  }
  const end = words[lastWord - 1].end;
  const innerEnd = close === null ? end : close.start;
  // The last character inside, over a space and the mark of a quotation within: “… ‘Why?’”.
  let lastAt = innerEnd - 1;
  if (text[lastAt] === ' ') lastAt--;
  if (text[lastAt] === '’' || text[lastAt] === "'") lastAt--;
  const last = text[lastAt];
  return {
    start: open.start,
    end,
    inner: [open.end, innerEnd],
    firstWord: open.next,
    lastWord,
    single: open.single,
    continued,
    stops: '.,?!…;'.includes(last),
    asks: last === '?' || last === '!',
  };
}

function partsParagraphs(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x0a && ++lines === 2) return true;
  return false;
}

function opensBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Space, brackets, dashes.
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2d ||
    code === 0x3000 ||
    code === 0x202f
  );
}

function closesAfter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= 0x21 || code === 0xa0 || code === 0x202f || code === 0x3000) return true;
  // . , ; : ? ) ] and dashes
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x3f ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2d
  );
}
