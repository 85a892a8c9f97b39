import type { SplitText } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import { CAPITAL, type KnownWords } from './known-words.ts';
import {
  ADV,
  ADVERB_END,
  AUX,
  CC,
  type Entry,
  endingsOf,
  entryOf,
  type Lexicon,
  OBJ,
  PAST_END,
  PREP,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VBASE,
  VPART,
  VPAST,
  WH,
} from './lexicon.ts';
import type { Quote } from './quotes.ts';

/** One unit of a sentence as the parser sees it: a word, a mark, or a whole quotation as one. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'clitic' | 'mark' | 'quote';
  readonly tags: number;
  readonly jobs: number;
  /** What its ending tells: the bits of `lexicon.ts`. */
  readonly endings: number;
  readonly entry: Entry | null;
  readonly capital: boolean;
  readonly quote: Quote | null;
}

/** A sentence with every quotation in it as one token, so that a full stop inside a quotation does not end it. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** First of its paragraph. */
  readonly opens: boolean;
  /** Nearly all its words have a capital: a headline. */
  readonly titled: boolean;
}

/** Tokens a clause may hold: longer runs are cut, which keeps the work linear on text without full stops. */
const clauseTokensMax = 240;

/** Cuts a text into sentences of tokens. */
export function clausesOf(split: SplitText, known: KnownWords, quotes: readonly Quote[], lexicon: Lexicon): Clause[] {
  const clauses: Clause[] = [];
  const { text, words, sentences } = split;
  // Filled again and again, so that the tokens of a sentence are laid in a list of just their number.
  const gathered: Token[] = [];
  let count = 0;
  let quoteAt = 0;
  let paragraph = -1;
  let opens = true;
  const flush = () => {
    if (count > 0) {
      const tokens = gathered.slice(0, count);
      clauses.push({
        tokens,
        start: tokens[0].start,
        end: tokens[tokens.length - 1].end,
        paragraph,
        opens,
        titled: isTitled(tokens),
      });
      opens = false;
    }
    count = 0;
  };
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence.paragraph !== paragraph) {
      flush();
      paragraph = sentence.paragraph;
      opens = true;
    }
    for (let at = sentence.firstWord; at < sentence.lastWord; ) {
      const word = words[at];
      while (quoteAt < quotes.length && quotes[quoteAt].end <= word.start) quoteAt++;
      const quote = quoteAt < quotes.length && quotes[quoteAt].start <= word.start ? quotes[quoteAt] : null;
      if (quote !== null) {
        if (count === 0 || gathered[count - 1].quote !== quote) gathered[count++] = quoteToken(quote);
        // The quotation may end in a later sentence: the words of it there are passed over as well.
        while (at < sentence.lastWord && words[at].start < quote.end) at++;
        continue;
      }
      let end = at + 1;
      // "mid-June", "co-founder": one token.
      while (end + 1 < sentence.lastWord && isHyphen(words[end]) && joined(words, end)) end += 2;
      gathered[count++] = wordToken(text, words, at, end, lexicon, known);
      at = end;
      if (count >= clauseTokensMax) flush();
    }
    const last = count === 0 ? undefined : gathered[count - 1];
    const stillQuoted = last?.quote != null && last.end > sentence.end;
    const goesOn = sentences[index + 1]?.paragraph === paragraph;
    if (stillQuoted || (goesOn && last?.quote?.asks === true && namesSpeaker(words, sentence.lastWord, lexicon)))
      continue;
    // '"…" — Jane Smith'
    if (last?.quote != null && sentence.lastWord < words.length && /^[—–―-]$/.test(words[sentence.lastWord].text))
      continue;
    flush();
  }
  flush();
  return clauses;
}

/** Share of the longer words of a headline that have a capital. */
const titledShareMin = 0.75;

function isTitled(tokens: readonly Token[]): boolean {
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.end - token.start < 5) continue;
    long++;
    if (token.capital) capital++;
  }
  return long >= 3 && capital >= long * titledShareMin;
}

/** Words within which a sentence behind "…?" must have its verb of saying to belong to the quotation. */
const speakerWordsMax = 8;

/** Whether words from `at` only say who asked or cried: `"Why?" Smith asked.` */
function namesSpeaker(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  for (let k = at; k < words.length && k < at + speakerWordsMax; k++) {
    const word = words[k];
    if (word.kind === 'mark' && word.text !== '.') return false;
    const entry = lexicon.entries.get(word.text.toLowerCase());
    if (entry === undefined) continue;
    if (entry.frames?.some((frame) => frame.particle === null && /[cq]/.test(frame.frames)) !== true) {
      if (entry.tags & (AUX | THAT)) return false;
      continue;
    }
    const next = words[k + 1];
    if (k === at && entry.tags & VBASE) return false;
    if (next === undefined || next.text === '.' || next.text === ',' || closesAfterVerb(next, lexicon)) return true;
    // "told Ana Holt in an interview", "asked the mayor"
    const told = entry.frames.some((frame) => frame.force === 'ask' || frame.frames.includes('d'));
    return told && closesWithAsked(words, k + 1, lexicon);
  }
  return false;
}

/** `"Why?" Smith asked the mayor.`: nothing but who is asked, and where, up to the full stop. */
function closesWithAsked(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  for (let k = at; k < words.length && k < at + speakerWordsMax; k++) {
    if (words[k].text === '.') return true;
    const tags = lexicon.entries.get(words[k].text.toLowerCase())?.tags ?? 0;
    if (words[k].kind === 'mark' || (words[k].kind !== 'clitic' && tags & (AUX | THAT | WH | SUB))) return false;
  }
  return false;
}

function closesAfterVerb(next: Word, lexicon: Lexicon): boolean {
  const lower = next.text.toLowerCase();
  const tags = lexicon.entries.get(lower)?.tags ?? 0;
  return (tags & (PREP | TIME | ADV | OBJ | CC | SUB)) !== 0 || (endingsOf(lexicon, lower) & ADVERB_END) !== 0;
}

function quoteToken(quote: Quote): Token {
  return {
    start: quote.start,
    end: quote.end,
    lower: '"',
    kind: 'quote',
    tags: 0,
    jobs: 0,
    endings: 0,
    entry: null,
    capital: false,
    quote,
  };
}

function wordToken(
  text: string,
  words: readonly Word[],
  at: number,
  end: number,
  lexicon: Lexicon,
  known: KnownWords,
): Token {
  const first = words[at];
  const last = words[end - 1];
  const single = end === at + 1;
  const raw = single ? first.text : text.slice(first.start, last.end);
  const lower = single ? known.lower[at] : raw.toLowerCase();
  const kind = first.kind === 'character' ? 'word' : first.kind;
  const endings = single ? known.endings[at] : endingsOf(lexicon, lower);
  let entry = single ? known.entries[at] : (entryOf(lexicon, lower) ?? null);
  let tags = entry?.tags ?? 0;
  if (entry === null && kind === 'word') {
    if (end > at + 1) {
      entry = known.entries[end - 1];
      tags = entry?.tags ?? 0;
      if (entry?.frames != null) entry = null;
    } else if (lower.length > 4 && endings & PAST_END) tags = VPAST | VPART;
  }
  if (entry !== null && raw.length > 1 && (tags & (SUBJ | OBJ)) !== 0 && raw === raw.toUpperCase()) {
    // "US", "IT", "WHO" are names, no pronouns.
    entry = null;
    tags = 0;
  }
  if (
    entry !== null &&
    raw.length === 1 &&
    raw !== 'I' &&
    (known.names[at] & CAPITAL) !== 0 &&
    text[last.end] === '.'
  ) {
    // "Tim A. Wold": an initial.
    entry = null;
    tags = 0;
  }
  const jobs = single ? (entry?.jobs ?? 0) : 0;
  const capital = kind === 'word' && (known.names[at] & CAPITAL) !== 0;
  return { start: first.start, end: last.end, lower, kind, tags, jobs, endings, entry, capital, quote: null };
}

function isHyphen(word: Word): boolean {
  return word.kind === 'mark' && (word.text === '-' || word.text === '‑');
}

function joined(words: readonly Word[], at: number): boolean {
  return (
    words[at - 1].end === words[at].start && words[at + 1].start === words[at].end && words[at + 1].kind !== 'mark'
  );
}
