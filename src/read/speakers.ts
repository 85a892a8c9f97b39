import type { NameWords } from '../languages/language.ts';
import type { Span, Speaker } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { slice, spanOf } from '../text/spans.ts';
import { apposed, authorOf, descriptionOf, placeBodyOf } from './descriptions.ts';
import { CC, DET, GENITIVE, type Lexicon, MEDIA, PLURAL_END, PREP, ROLE } from './lexicon.ts';
import { MentionList } from './mention-list.ts';
import type { Named, NameMention } from './mentions.ts';
import { pronounOf } from './pronouns.ts';
import type { Phrase, Resolved, Spoken } from './speaker-parts.ts';
import { type SpeakerWords, speakerWordsOf } from './speaker-words.ts';
import type { Token } from './tokens.ts';

/** Remembers who spoke and who was named, and says who a pronoun or "the spokesman" is. */
export class Speakers {
  private readonly list: MentionList;
  private readonly words: SpeakerWords;
  private spoken: Spoken = { person: null, organisation: null };
  /** Bodies that only their country names, each once. */
  private readonly placeBodies = new Map<string, Named>();

  constructor(split: SplitText, mentions: readonly NameMention[], lexicon: Lexicon, names: NameWords | undefined) {
    this.list = new MentionList(split, mentions);
    this.words = speakerWordsOf(lexicon.words, names);
  }

  /** The speaker of words at a run of tokens. */
  resolve(tokens: readonly Token[], from: number, to: number, sentenceStart: number, remembers: boolean): Speaker {
    const span = spanOf(tokens, { from, to });
    const phrase: Phrase = { tokens, from, to, span, words: slice(this.list.text, span), sentenceStart };
    const found = this.find(phrase);
    // Who is only quoted inside another's words is not who "he" is in the next sentence.
    if (remembers && found.named !== null) {
      const spoke = { named: found.named, at: span[0] };
      this.spoken =
        found.named.kind === 'person' ? { ...this.spoken, person: spoke } : { ...this.spoken, organisation: spoke };
    }
    return this.record(span, found);
  }

  /** Somebody whose name is left out: who spoke last. */
  dropped(): Speaker {
    const named = this.spoken.person?.named ?? null;
    return {
      span: null,
      name: named?.name ?? null,
      reason: named === null ? 'unknown: no source is named' : `left out, after ${named.name}`,
      role: named?.role == null ? null : slice(this.list.text, named.role),
      roleSpan: named?.role ?? null,
    };
  }

  private record(span: Span, found: Resolved): Speaker {
    const role = found.role ?? found.named?.role ?? null;
    return {
      span,
      name: found.named?.name ?? null,
      reason: found.reason,
      role: role === null ? null : slice(this.list.text, role),
      roleSpan: role,
    };
  }

  /** The first way of naming that fits: a pronoun, a document, a name, one behind the comma, a country's body, a description. */
  private find(phrase: Phrase): Resolved {
    const { list, words, spoken } = this;
    const pronoun = pronounOf(phrase, list, words, spoken);
    if (pronoun !== null) return pronoun;
    const author = authorOf(phrase, list, words, spoken);
    if (author !== null) return author;
    const body = this.placeBody(phrase);
    if (body !== null) return { named: body, reason: 'as written', role: null };
    const own = namedWithin(phrase, list);
    if (own !== null) return own;
    const behind = apposed(phrase, list);
    if (behind !== null) return { named: behind, reason: 'named behind the comma', role: phrase.span };
    return descriptionOf(phrase, list, words, spoken);
  }

  private placeBody(phrase: Phrase): Named | null {
    const made = placeBodyOf(phrase, this.list, this.words);
    if (made === null) return null;
    const known = this.placeBodies.get(made.name.toLowerCase());
    if (known !== undefined) return known;
    this.placeBodies.set(made.name.toLowerCase(), made);
    return made;
  }
}

/** The name inside the words, if they name one: not a possessor ("Smith's lawyer") and not what follows "of" or "for". */
function namedWithin({ tokens, from, to, span }: Phrase, list: MentionList): Resolved | null {
  const groups = list.within(span);
  if (groups.length === 0) return null;
  const phrase = tokens.slice(from, to);
  const heads = groups.filter((mention) => isHead(tokens, from, span, mention, list));
  const [firstHead] = heads;
  const lastHead = heads[heads.length - 1];
  const coordinated =
    heads.length > 1 &&
    phrase.some(
      (token) => token.tags & CC && token.kind === 'word' && token.start > firstHead.end && token.end <= lastHead.start,
    );
  if (coordinated) return null;
  const comma =
    phrase.find((token) => token.kind === 'mark' && token.lower === ',' && token.start >= firstHead?.end)?.start ??
    span[1];
  const people = heads.filter((mention) => mention.named.kind === 'person' && mention.start < comma);
  // "Stein spokeswoman Jane Roe": the last name before a comma is the head.
  const chosen = people[people.length - 1] ?? lastHead;
  if (chosen === undefined) return null;
  const behind = phrase.find((token) => token.start >= chosen.end);
  if (
    behind !== undefined &&
    behind.kind === 'word' &&
    !behind.capital &&
    (behind.tags & ROLE || behind.endings & PLURAL_END) &&
    !(behind.tags & MEDIA)
  )
    return null;
  if (chosen.named.kind !== 'person') {
    // "Iranian officials", "a Pentagon spokesman": the words name a person of that body, not the body.
    if (phrase.some((token) => token.tags & ROLE && token.start >= chosen.end)) return null;
    const last = tokens[to - 1];
    if (last.end > chosen.end && last.kind === 'word' && !last.capital && !(last.tags & MEDIA)) return null;
  }
  return { named: chosen.named, reason: reasonOf(chosen), role: null };
}

/** Whether a name can be what its phrase is about: no owner, not behind "of" or "for", nor an apposition to what is. */
function isHead(tokens: readonly Token[], from: number, span: Span, mention: NameMention, list: MentionList): boolean {
  const after = list.text.slice(mention.end, mention.end + 2);
  if (/^['’]s?/.test(after) && !(mention.end >= span[1])) return false;
  const at = tokens.findIndex((token) => token.end > mention.start);
  let k = at - 1;
  // "a study in the journal Lakes": what it stands in.
  if (k > from && tokens[k].tags & MEDIA && !tokens[k].capital) k--;
  if (k > from && tokens[k].tags & DET && !(tokens[k].tags & GENITIVE)) k--;
  if (k > from && tokens[k].tags & (PREP | GENITIVE)) return false;
  if (mention.named.kind === 'person' || tokens[k]?.lower !== ',') return true;
  // "a reporter of the news agency, NNA": the agency's name.
  const role = tokens.findIndex((token, i) => i >= from && i < k && (token.tags & ROLE) !== 0);
  return role === -1 || !tokens.slice(role, k).some((token) => token.tags & PREP && !token.capital);
}

function reasonOf({ named, link }: NameMention): string {
  if (named.government !== null && named.name !== named.government)
    return `as written, stands for the government of ${named.government}`;
  return link === 'as written' ? 'as written' : `${link} of ${named.name}`;
}
