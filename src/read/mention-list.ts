import type { Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { firstEndingBehind, firstStarting, slice } from '../text/spans.ts';
import type { Named, NameMention } from './mentions.ts';

/** The mentions of a text in order, with what is asked of them when a speaker is looked for. */
export class MentionList {
  readonly text: string;
  readonly all: readonly NameMention[];
  private readonly sentences: SplitText['sentences'];
  private readonly roles = new Map<Named, readonly string[]>();

  constructor(split: SplitText, mentions: readonly NameMention[]) {
    this.text = split.text;
    this.sentences = split.sentences;
    this.all = mentions;
  }

  /** Index of the first mention that begins at `start` or behind it. */
  firstAt(start: number): number {
    return firstStarting(this.all, start);
  }

  /** Those that lie in a stretch. */
  within([start, end]: Span): NameMention[] {
    const found: NameMention[] = [];
    for (let at = this.firstAt(start); at < this.all.length && this.all[at].end <= end; at++) found.push(this.all[at]);
    return found;
  }

  /** The last before `at` that fits, not farther back than `charactersMax`. */
  lastBefore(at: number, charactersMax: number, fits: (mention: NameMention) => boolean): NameMention | null {
    for (let k = this.firstAt(at) - 1, seen = 0; k >= 0 && seen < mentionsBackMax; k--, seen++) {
      const mention = this.all[k];
      if (at - mention.start > charactersMax) return null;
      if (fits(mention)) return mention;
    }
    return null;
  }

  /** Those of the sentence that holds a place in the text. */
  inSentenceOf(at: number): NameMention[] {
    const sentence = this.sentences[firstEndingBehind(this.sentences, at)];
    return sentence === undefined ? [] : this.within([sentence.start, sentence.end]);
  }

  /** The words of somebody's role in lower case. */
  roleWords(named: Named): readonly string[] {
    let words = this.roles.get(named);
    if (words === undefined) {
      // "U.S." is one word, and its "s" owns nothing.
      words = named.role === null ? [] : wordsOf(slice(this.text, named.role).replace(/(\p{Lu})\./gu, '$1'));
      this.roles.set(named, words);
    }
    return words;
  }

  /** "Holt's": an owner, and not who acts. */
  isPossessor(mention: NameMention): boolean {
    return /^['’]s/.test(this.text.slice(mention.end, mention.end + 2));
  }

  /** "SKARHOLM (Norlund Wire) --": neither place nor wire is what the text is about. */
  isDateline(mention: NameMention): boolean {
    const written = slice(this.text, [mention.start, mention.end]);
    if (this.text[mention.start - 1] === '(' || /^ ?(\(|[–—]|--? )/.test(this.text.slice(mention.end, mention.end + 4)))
      return true;
    return written.length > 5 && written === written.toUpperCase();
  }

  /** Whether one of them is known to be of a gender in a stretch. */
  namesGender(from: number, to: number, gender: Named['gender']): boolean {
    for (let k = this.firstAt(from); k < this.all.length && this.all[k].end <= to; k++)
      if (this.all[k].named.gender === gender) return true;
    return false;
  }

  /** Characters between the beginning of a mention's sentence and the mention. */
  depth(mention: NameMention): number {
    return mention.start - this.sentences[mention.sentence].start;
  }
}

/** Names back that are looked through. */
const mentionsBackMax = 60;

/** The words of a phrase in lower case; an owner's "'s" stands as a word of its own. */
export function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
