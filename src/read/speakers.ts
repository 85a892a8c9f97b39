import type { NameWords } from '../languages/language.ts';
import type { Span, Speaker } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { slice } from '../text/spans.ts';
import { DET, DOC, GENITIVE, type Lexicon, MEDIA, POSS, PREP, REL, ROLE, VENUE } from './lexicon.ts';
import type { Named, NameMention } from './mentions.ts';
import { nounsOf, type SpeakerWords, speakerWordsOf } from './speaker-words.ts';
import type { Token } from './tokens.ts';

/** Whom words name, why, and what role stands with them. */
interface Resolved {
  readonly named: Named | null;
  readonly reason: string;
  readonly role: Span | null;
}

/** Remembers who spoke and who was named, and says who a pronoun or "the spokesman" is. */
export class Speakers {
  private readonly text: string;
  private readonly sentences: SplitText['sentences'];
  private readonly mentions: readonly NameMention[];
  private readonly sets: SpeakerWords;
  private readonly organisationNouns: ReadonlySet<string>;
  private readonly persons: ReadonlySet<string>;
  private readonly coordinators: ReadonlySet<string>;
  private lastPerson: { named: Named; at: number } | null = null;
  private lastOrganisation: { named: Named; at: number } | null = null;

  constructor(split: SplitText, mentions: readonly NameMention[], lexicon: Lexicon, names: NameWords | undefined) {
    this.text = split.text;
    this.sentences = split.sentences;
    this.mentions = mentions;
    this.sets = speakerWordsOf(lexicon.words);
    this.organisationNouns = nounsOf(names);
    this.persons = this.sets.persons;
    this.coordinators = this.sets.coordinators;
  }

  /** The speaker of words at a run of tokens. */
  resolve(tokens: readonly Token[], from: number, to: number, sentenceStart: number, remembers: boolean): Speaker {
    const span: Span = [tokens[from].start, tokens[to - 1].end];
    const found = this.find(tokens, from, to, span, sentenceStart);
    // Who is only quoted inside another's words is not who "he" is in the next sentence.
    if (!remembers) return this.record(span, found);
    if (found.named?.kind === 'person') this.lastPerson = { named: found.named, at: span[0] };
    else if (found.named !== null) this.lastOrganisation = { named: found.named, at: span[0] };
    return this.record(span, found);
  }

  /** Somebody whose name is left out: who spoke last. */
  dropped(): Speaker {
    const named = this.lastPerson?.named ?? null;
    return {
      span: null,
      name: named?.name ?? null,
      reason: named === null ? 'unknown: no source is named' : `left out, after ${named.name}`,
      role: named?.role == null ? null : slice(this.text, named.role),
      roleSpan: named?.role ?? null,
    };
  }

  private record(span: Span, found: Resolved): Speaker {
    const role = found.role ?? found.named?.role ?? null;
    return {
      span,
      name: found.named?.name ?? null,
      reason: found.reason,
      role: role === null ? null : slice(this.text, role),
      roleSpan: role,
    };
  }

  private find(tokens: readonly Token[], from: number, to: number, span: Span, sentenceStart: number): Resolved {
    const first = tokens[from];
    if (to - from === 1 && first.kind === 'word') {
      // "a-t-il": the pronoun hangs on the verb.
      const lower = first.lower.slice(first.lower.lastIndexOf('-') + 1);
      if (this.sets.female.has(lower)) return this.pronoun('female', span[0], sentenceStart, lower);
      if (this.sets.male.has(lower)) return this.pronoun('male', span[0], sentenceStart, lower);
      if (this.sets.plural.has(lower)) return { named: null, reason: `unknown: "${lower}" are several`, role: null };
      if (this.sets.neuter.has(lower)) return this.neuter(span[0], lower);
      if (first.tags & REL) return this.relative(tokens, from, lower);
    }
    const author = this.authorOf(tokens, from, to, span);
    if (author !== null) return author;
    const own = this.within(span, tokens, from, to);
    if (own !== null) return own;
    const apposed = this.apposed(tokens, to);
    if (apposed !== null) return { named: apposed, reason: `named behind the comma`, role: span };
    return this.description(tokens, from, to, span);
  }

  /** The name inside the words, if they name one: not a possessor ("Smith's lawyer") and not what follows "of" or "for". */
  private within(
    span: Span,
    tokens: readonly Token[],
    from: number,
    to: number,
  ): { named: Named; reason: string; role: Span | null } | null {
    let at = this.firstAt(span[0]);
    const groups: NameMention[] = [];
    for (; at < this.mentions.length && this.mentions[at].start < span[1]; at++) {
      const mention = this.mentions[at];
      if (mention.end > span[1]) break;
      groups.push(mention);
    }
    if (groups.length === 0) return null;
    const heads = groups.filter((mention) => {
      const after = this.text.slice(mention.end, mention.end + 2);
      if (/^['’]s?/.test(after) && !(mention.end >= span[1])) return false;
      const at = tokens.findIndex((token) => token.end > mention.start);
      let k = at - 1;
      if (k > from && tokens[k].tags & DET && !(tokens[k].tags & GENITIVE)) k--;
      return !(k > from && tokens[k].tags & (PREP | GENITIVE));
    });
    const coordinated =
      heads.length > 1 &&
      tokens
        .slice(from, to)
        .some(
          (token) => token.lower === 'and' && token.start > heads[0].end && token.end <= heads[heads.length - 1].start,
        );
    if (coordinated) return null;
    const comma =
      tokens
        .slice(from, to)
        .find((token) => token.kind === 'mark' && token.lower === ',' && token.start >= heads[0]?.end)?.start ??
      span[1];
    const people = heads.filter((mention) => mention.named.kind === 'person' && mention.start < comma);
    // "Stein spokeswoman Jane Roe": the last name before a comma is the head.
    const chosen = people[people.length - 1] ?? heads[heads.length - 1];
    if (chosen === undefined) return null;
    const lastToken = tokens[to - 1];
    const behind = tokens.slice(from, to).find((token) => token.start >= chosen.end);
    if (
      behind !== undefined &&
      behind.kind === 'word' &&
      !behind.capital &&
      (behind.tags & ROLE || behind.lower.endsWith('s')) &&
      !(behind.tags & MEDIA)
    )
      return null;
    if (chosen.named.kind !== 'person') {
      // "Iranian officials", "a Pentagon spokesman": the words name a person of that body, not the body.
      const roleHead = tokens.slice(from, to).some((token) => token.tags & ROLE && token.start >= chosen.end);
      if (roleHead) return null;
      if (lastToken.end > chosen.end && lastToken.kind === 'word' && !lastToken.capital && !(lastToken.tags & MEDIA))
        return null;
    }
    const reason =
      chosen.named.government !== null && chosen.named.name !== chosen.named.government
        ? `as written, stands for the government of ${chosen.named.government}`
        : chosen.link === 'as written'
          ? 'as written'
          : `${chosen.link} of ${chosen.named.name}`;
    return { named: chosen.named, reason, role: null };
  }

  /** "A statement by the ministry", "the Kremlin statement": a document speaks for whom it names, or for who spoke last. */
  private authorOf(tokens: readonly Token[], from: number, to: number, span: Span): Resolved | null {
    let head = -1;
    for (let k = from; k < to && head === -1; k++)
      if (tokens[k].tags & (VENUE | DOC) && !tokens[k].capital && this.sets.ownDocuments.has(tokens[k].lower)) head = k;
    if (head === -1) return null;
    const because = (named: Named): Resolved => ({
      named,
      reason: `"${slice(this.text, span)}" is by ${named.name}`,
      role: null,
    });
    for (let at = this.firstAt(span[0]); at < this.mentions.length && this.mentions[at].end <= span[1]; at++) {
      const { named } = this.mentions[at];
      if (named.kind !== 'place' || named.government !== null) return because(named);
    }
    if (head !== to - 1 || !(tokens[from].tags & (DET | POSS)) || tokens[from].lower === 'a') return null;
    const last = [this.lastPerson, this.lastOrganisation].filter((one) => one !== null).sort((a, b) => b.at - a.at)[0];
    return last === undefined || span[0] - last.at > speakerCharactersMax ? null : because(last.named);
  }

  /** "A Pentagon spokesman, Jane Roe, said": the name stands behind the comma. */
  private apposed(tokens: readonly Token[], to: number): Named | null {
    const comma = tokens[to];
    if (comma === undefined || comma.lower !== ',' || !(tokens[to + 1]?.capital ?? false)) return null;
    const mention = this.mentions[this.firstAt(tokens[to + 1].start)];
    if (mention === undefined || mention.named.kind !== 'person' || mention.start - tokens[to + 1].start > 12)
      return null;
    const after = tokens.find((token) => token.start >= mention.end);
    return after === undefined || after.kind === 'mark' ? mention.named : null;
  }

  private firstAt(start: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle].start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private pronoun(gender: 'female' | 'male', at: number, sentenceStart: number, word: string): Resolved {
    const fits = (named: Named) => named.kind === 'person' && (named.gender === null || named.gender === gender);
    const because = (named: Named) => ({ named, reason: `pronoun "${word}" after ${named.name}`, role: null });
    const last = this.lastPerson;
    if (
      last !== null &&
      last.named.gender === gender &&
      at - last.at < speakerCharactersMax &&
      !this.namesGender(sentenceStart, at, gender)
    )
      return because(last.named);
    // First the subject of the same sentence, then who spoke last, then who was named last.
    const start = this.firstAt(sentenceStart);
    for (let k = start; k < this.mentions.length && this.mentions[k].end <= at; k++) {
      const mention = this.mentions[k];
      if (fits(mention.named) && !this.isPossessor(mention) && mention.start - sentenceStart < subjectCharactersMax)
        return because(mention.named);
    }
    if (this.lastPerson !== null && fits(this.lastPerson.named) && at - this.lastPerson.at < speakerCharactersMax) {
      return because(this.lastPerson.named);
    }
    for (let k = this.firstAt(at) - 1, seen = 0; k >= 0 && seen < mentionsBackMax; k--, seen++) {
      const mention = this.mentions[k];
      if (at - mention.start > speakerCharactersMax) break;
      if (fits(mention.named)) return because(mention.named);
    }
    return { named: null, reason: `unknown: no one before "${word}" fits`, role: null };
  }

  /** Whether somebody known to be of that gender is named in a stretch. */
  private namesGender(from: number, to: number, gender: 'female' | 'male'): boolean {
    for (let k = this.firstAt(from); k < this.mentions.length && this.mentions[k].end <= to; k++)
      if (this.mentions[k].named.gender === gender) return true;
    return false;
  }

  private isPossessor(mention: NameMention): boolean {
    return /^['’]s/.test(this.text.slice(mention.end, mention.end + 2));
  }

  private neuter(at: number, word: string): Resolved {
    if (this.lastOrganisation !== null && at - this.lastOrganisation.at < speakerCharactersMax)
      return {
        named: this.lastOrganisation.named,
        reason: `pronoun "${word}" after ${this.lastOrganisation.named.name}`,
        role: null,
      };
    return { named: null, reason: `unknown: nothing before "${word}" fits`, role: null };
  }

  /** "who said": the name before it. */
  private relative(tokens: readonly Token[], from: number, word: string): Resolved {
    const at = tokens[from].start;
    const k = this.firstAt(at) - 1;
    const mention = this.mentions[k];
    const before = this.mentions[k - 1];
    // "members of the council who said": no body is a "who", and two people are not the last of them.
    const several =
      before !== undefined && before.sentence === mention.sentence && this.joins(before.end, mention.start);
    const body = mention !== undefined && mention.named.kind !== 'person' && mention.named.name.includes(' ');
    if (several || (body && this.persons.has(word)))
      return { named: null, reason: `unknown: no one name before "${word}"`, role: null };
    if (mention !== undefined && mention.end <= at && at - mention.end < 4) {
      return { named: mention.named, reason: `"${word}" after ${mention.named.name}`, role: null };
    }
    if (
      mention !== undefined &&
      mention.named.kind === 'person' &&
      at - mention.end < relativeCharactersMax &&
      mention.start >= tokens[0].start
    )
      return { named: mention.named, reason: `"${word}" after ${mention.named.name}`, role: null };
    return { named: null, reason: `unknown: no name before "${word}"`, role: null };
  }

  /** Whether nothing but "and" stands between two names. */
  private joins(from: number, to: number): boolean {
    return this.coordinators.has(slice(this.text, [from, to]).trim().toLowerCase());
  }

  /** "the spokesman", "the company": who was last introduced as one. */
  private description(tokens: readonly Token[], from: number, to: number, span: Span): Resolved {
    const words = slice(this.text, span);
    const first = tokens[from];
    const definite =
      (first.tags & (DET | POSS) && first.lower !== 'a' && first.lower !== 'an') || tokens[from + 1]?.kind === 'clitic';
    let head = to - 1;
    for (let k = from; k < to; k++) {
      if (tokens[k].lower === 'of' || tokens[k].lower === 'for' || tokens[k].kind === 'mark') {
        head = k - 1;
        break;
      }
    }
    const noun = tokens[Math.max(from, head)]?.lower ?? '';
    if (definite && /^(the|this|that|his|her|its|their)$/.test(first.lower)) {
      if ((tokens[head]?.tags ?? 0) & ROLE) {
        const known = this.lastWith(
          span[0],
          (named) =>
            named.kind === 'person' && named.role !== null && slice(this.text, named.role).toLowerCase().includes(noun),
        );
        if (known !== null) return { named: known, reason: `"${words}" is ${known.name}`, role: null };
        // "the lawmaker": who spoke last, where such people are rarely left unnamed.
        const last = this.lastPerson;
        if (
          last !== null &&
          first.lower === 'the' &&
          // "the FBI chief" is somebody of that body.
          !tokens.slice(from + 1, head).some((token) => token.capital) &&
          !this.sets.unnamedRoles.has(noun) &&
          span[0] - last.at < roleCharactersMax
        ) {
          return { named: last.named, reason: `"${words}" after ${last.named.name}`, role: null };
        }
      }
      if (this.organisationNouns.has(noun) && !/^(his|her|their)$/.test(first.lower)) {
        const known =
          this.lastWith(span[0], (named) => named.kind === 'organisation' && named.name.toLowerCase().includes(noun)) ??
          this.lastSubject(span[0], tokens[0].start) ??
          this.lastOrganisation?.named ??
          this.lastWith(span[0], (named) => named.kind === 'organisation' && named.name.includes(' '));
        if (known !== null) return { named: known, reason: `"${words}" is ${known.name}`, role: null };
      }
    }
    const later = this.namedLater(tokens, from, to, span);
    if (later !== null) return { named: later, reason: `"${words}" is named ${later.name} further on`, role: span };
    if (to - from === 1 && first.capital && first.entry === null && first.kind === 'word') {
      // A single name where all nouns have capitals: it speaks, so it is one.
      const known: Named = { name: words, kind: 'person', gender: null, role: null, government: null };
      return { named: known, reason: 'as written', role: null };
    }
    return { named: null, reason: `unknown: "${words}" is not named`, role: null };
  }

  /** The body with which one of the sentences just before begins: what they are about. */
  private lastSubject(at: number, sentenceStart: number): Named | null {
    let subject: NameMention | null = null;
    for (let k = this.firstAt(sentenceStart) - 1; k >= 0 && at - this.mentions[k].start < roleCharactersMax; k--) {
      const mention = this.mentions[k];
      // The first of its sentence: "Rolf Inc. sued Bremer Inc." is about Rolf.
      if (subject !== null && mention.sentence !== subject.sentence) break;
      const begins = mention.start - this.sentences[mention.sentence].start < openingCharactersMax;
      if (mention.named.kind !== 'organisation' || !begins || this.isPossessor(mention)) continue;
      if (!this.isDateline(mention)) subject = mention;
    }
    return subject?.named ?? null;
  }

  /** "SKARHOLM (Norlund Wire) --": neither place nor wire is what the text is about. */
  private isDateline(mention: NameMention): boolean {
    const written = slice(this.text, [mention.start, mention.end]);
    if (this.text[mention.start - 1] === '(' || /^ ?(\(|[–—]|--? )/.test(this.text.slice(mention.end, mention.end + 4)))
      return true;
    return written.length > 5 && written === written.toUpperCase();
  }

  /** "A Harbour Board spokesman said …. Spokesman Tim Wold said …": somebody first named within a few sentences, in the same role. */
  private namedLater(tokens: readonly Token[], from: number, to: number, span: Span): Named | null {
    const roles = tokens.slice(from, to).filter((token) => token.tags & ROLE && token.kind === 'word');
    if (roles.length === 0 || tokens[to - 1] !== roles[roles.length - 1]) return null;
    const role = roles[roles.length - 1].lower;
    const bodies = tokens.slice(from, to - 1).filter((token) => token.capital && !(token.tags & (ROLE | DET)));
    for (let k = this.firstAt(span[1]); k < this.mentions.length; k++) {
      const { named, start } = this.mentions[k];
      if (start - span[1] > namedLaterCharactersMax) return null;
      if (named.kind !== 'person' || named.role === null || named.role[0] < span[1]) continue;
      const written = slice(this.text, named.role);
      if (
        !written
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .includes(role)
      )
        continue;
      // Of another body, or another's: somebody else.
      const others = written.split(/[^\p{L}]+/u).filter((word) => /^\p{Lu}/u.test(word) && word.toLowerCase() !== role);
      if (others.length > 0 && !bodies.some((body) => others.some((word) => word.toLowerCase() === body.lower)))
        return null;
      return named;
    }
    return null;
  }

  private lastWith(at: number, fits: (named: Named) => boolean): Named | null {
    for (let k = this.firstAt(at) - 1, seen = 0; k >= 0 && seen < mentionsBackMax; k--, seen++)
      if (fits(this.mentions[k].named)) return this.mentions[k].named;
    return null;
  }
}

/** Characters from a sentence's beginning within which a name is taken for its subject. */
const subjectCharactersMax = 60;
/** Characters back a pronoun may look for whom it means. */
const speakerCharactersMax = 1_600;
/** Characters from a sentence's beginning within which the body it begins with is named. */
const openingCharactersMax = 24;
/** Characters ahead in which somebody unnamed may be named. */
const namedLaterCharactersMax = 500;
/** Characters back "the lawmaker" may look for who spoke last. */
const roleCharactersMax = 700;
/** Names back it may look through. */
const mentionsBackMax = 60;
/** Characters between a name and a "who" that means it. */
const relativeCharactersMax = 90;
