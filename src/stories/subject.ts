import { wordsBeforeVerbs } from '../languages/planning.ts';
import { type EventFact, stemOf, tellingWords } from './facts.ts';

/**
 * What a planned thing is called in a word or two: "Launch window", "Ferry line". A word that the texts share, written small (a
 * capital is a name or a place) and as a noun; words of the headline come before others. Without one, the kind of date says it.
 */
export function subjectOf(event: EventFact, other: EventFact, title: string): string {
  const label =
    sharedNoun(event, other, title) ??
    sharedRun(event.quote, [title, other.quote]) ??
    sharedRun(event.quote, [other.quote]);
  const kind = event.kind === 'window' ? 'window' : event.kind === 'deadline' ? 'deadline' : null;
  if (label === null) return capitalised(kind ?? 'date');
  return capitalised(kind === null || label.endsWith(kind) ? label : `${label} ${kind}`);
}

export function capitalised(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}

interface Token {
  readonly text: string;
  readonly stem: number;
  readonly start: number;
  /** Could be a noun: written small, and not where a verb stands. */
  readonly isNoun: boolean;
  readonly isVerb: boolean;
}

function sharedNoun(event: EventFact, other: EventFact, title: string): string | null {
  const isFirst = event === other;
  const texts = [event.quote, ...(isFirst ? [] : [other.quote])].map(tokensOf);
  const headline = new Set(tokensOf(title).map(({ stem }) => stem));
  const named = new Set(tellingWords(event.topic).filter((stem) => other.topic.includes(stem)));
  const inBoth = (stem: number) =>
    isFirst ? headline.has(stem) : texts.every((tokens) => tokens.some((token) => token.stem === stem));
  // A word that is a noun here and a verb there is the happening itself: "the launch", "was launched".
  const happening = new Set(texts.flat().flatMap(({ stem, isVerb }) => (isVerb ? [stem] : [])));
  const nouns = new Map<number, { times: number; text: string }>();
  for (const { stem, text, isNoun } of texts.flat()) {
    if (!isNoun || !inBoth(stem)) continue;
    const known = nouns.get(stem);
    if (known === undefined) nouns.set(stem, { times: 1, text });
    else {
      known.times++;
      // The shortest form is the plainest: the singular, or the word without its particle.
      if (text.length < known.text.length) known.text = text;
    }
  }
  const weightOf = (stem: number, times: number) =>
    (headline.has(stem) ? headlineWeight : 0) +
    (named.has(stem) ? namedWeight : 0) +
    (happening.has(stem) ? happeningWeight : 0) +
    Math.min(times, timesMax);
  let best: { stem: number; weight: number; text: string } | null = null;
  for (const [stem, { times, text }] of nouns) {
    const weight = weightOf(stem, times);
    if (best === null || weight > best.weight) best = { stem, weight, text };
  }
  return best === null ? null : (compound(best.stem, nouns, texts.flat(), [event.quote, other.quote]) ?? best.text);
}

/** Two nouns that stand side by side in both texts are one name for the thing: "ferry line". */
function compound(
  stem: number,
  nouns: ReadonlyMap<number, unknown>,
  tokens: readonly Token[],
  quotes: readonly string[],
): string | null {
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (next === undefined || next.start !== token.start + token.text.length + 1 || token.stem === next.stem) continue;
    if ((token.stem !== stem && next.stem !== stem) || !nouns.has(token.stem) || !nouns.has(next.stem)) continue;
    const pair = `${token.text} ${next.text}`;
    if (token.isNoun && next.isNoun && quotes.every((quote) => quote.includes(pair))) return pair;
  }
  return null;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before = '';
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)) {
    const [word] = match;
    const stem = stemOf(word);
    const isSmall = word[0] === word[0].toLowerCase() && !/^\p{N}|^\p{Script=Han}/u.test(word);
    const isVerb = beforeVerbs.has(before) || /ed$/.test(word);
    const isLong = word.length >= (/^\p{Script=Hangul}/u.test(word) ? 2 : lettersMin);
    const isNoun = isSmall && isLong && !isVerb && tellingWords([stem]).length > 0;
    tokens.push({ text: word, stem, start: match.index, isNoun, isVerb });
    before = word.toLowerCase();
  }
  return tokens;
}

/** The longest run of Chinese characters that stands in other texts too: an unspaced script has no words to choose from. */
function sharedRun(text: string, others: readonly string[]): string | null {
  let best = '';
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let from = 0; from + best.length < run.length; from++) {
      for (let to = from + best.length + 1; to <= run.length; to++) {
        const part = run.slice(from, to);
        if (!others.every((other) => other.includes(part))) break;
        best = part;
      }
    }
  }
  return best.length < 2 || best.length > runLengthMax ? null : best;
}

const beforeVerbs: ReadonlySet<string> = new Set(Object.values(wordsBeforeVerbs).flatMap((list) => list.split(/\s+/)));
const headlineWeight = 4;
const namedWeight = 3;
const happeningWeight = 3;
const timesMax = 4;
const lettersMin = 4;
const runLengthMax = 12;
