import { adjectives, places } from '../languages/places.ts';
import type { Span } from '../records.ts';
import { slice } from '../text/spans.ts';
import { DET, DOC, GENITIVE, POSS, PREP, ROLE, VENUE } from './lexicon.ts';
import type { MentionList } from './mention-list.ts';
import type { Named, NameMention } from './mentions.ts';
import type { Phrase, Resolved, Spoken } from './speaker-parts.ts';
import type { SpeakerWords } from './speaker-words.ts';
import type { Token } from './tokens.ts';

/** Whom words mean that name nobody: "the spokesman", "the company", "a lawmaker", who is named elsewhere. */
export function descriptionOf(phrase: Phrase, list: MentionList, words: SpeakerWords, spoken: Spoken): Resolved {
  const { tokens, from, to, span } = phrase;
  const because = (named: Named, how: string, role: Span | null = null): Resolved => ({
    named,
    reason: `"${phrase.words}" ${how}`,
    role,
  });
  const head = headOf(tokens, from, to);
  const noun = tokens[head]?.lower ?? '';
  if (words.definites.has(tokens[from].lower)) {
    if ((tokens[head]?.tags ?? 0) & ROLE) {
      const known = inRole(phrase, head, list, words) ?? lastOfRole(phrase, head, words, spoken);
      if (known !== null) return because(known.named, known.how);
    }
    if (words.organisationNouns.has(noun) && (words.neuter.has(tokens[from].lower) || !(tokens[from].tags & POSS))) {
      const known = organisationOf(phrase, head, list, spoken);
      if (known !== null) return because(known, `is ${known.name}`);
    }
  }
  const later = namedLater(phrase, list);
  if (later !== null) return because(later, `is named ${later.name} further on`, span);
  const [first] = tokens.slice(from, from + 1);
  if (to - from === 1 && first.capital && first.entry === null && first.kind === 'word') {
    // A single name where all nouns have capitals: it speaks, so it is one.
    const known: Named = { name: phrase.words, kind: 'person', gender: null, role: null, government: null };
    return { named: known, reason: 'as written', role: null };
  }
  return { named: null, reason: `unknown: "${phrase.words}" is not named`, role: null };
}

/** The head noun: the last word before "of", "for" or a mark. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++)
    if (tokens[k].tags & GENITIVE || tokens[k].kind === 'mark') return Math.max(from, k - 1);
  return to - 1;
}

/** "the spokesman", "the FBI chief": the last whose role has that noun, or one like it, and the names before it. */
function inRole(
  { tokens, from, span }: Phrase,
  head: number,
  list: MentionList,
  words: SpeakerWords,
): { named: Named; how: string } | null {
  const noun = tokens[head].lower;
  const like = words.roleGroups.get(noun);
  const bodies = tokens.slice(from + 1, head).filter((token) => token.capital && !(token.tags & ROLE));
  const found = list.lastBefore(span[0], documentCharactersMax, ({ named }) => {
    if (named.kind !== 'person' || named.role === null) return false;
    const role = slice(list.text, named.role).toLowerCase();
    const written = role.split(/[^\p{L}]+/u);
    const fits = role.includes(noun) || (like !== undefined && written.some((word) => like.has(word)));
    return fits && bodies.every((body) => written.includes(body.lower));
  });
  return found === null ? null : { named: found.named, how: `is ${found.named.name}` };
}

/** "the lawmaker": who spoke last, or was just named, where such people are rarely left unnamed. */
function lastOfRole(
  { tokens, from, span }: Phrase,
  head: number,
  words: SpeakerWords,
  { person }: Spoken,
): { named: Named; how: string } | null {
  if (tokens[from].tags & POSS || words.unnamedRoles.has(tokens[head].lower)) return null;
  // "the FBI chief" is somebody of that body.
  if (tokens.slice(from + 1, head).some((token) => token.capital && !(token.tags & ROLE))) return null;
  if (person === null || span[0] - person.at >= roleCharactersMax) return null;
  return { named: person.named, how: `after ${person.named.name}` };
}

/** "the company": a body of that kind, or what the sentences before are about. */
function organisationOf(
  { tokens, span }: Phrase,
  head: number,
  list: MentionList,
  { organisation }: Spoken,
): Named | null {
  const noun = tokens[head].lower;
  const isBody = ({ named }: NameMention) => named.kind === 'organisation';
  const ofKind = list.lastBefore(
    span[0],
    documentCharactersMax,
    (mention) => isBody(mention) && mention.named.name.toLowerCase().includes(noun),
  );
  if (ofKind !== null) return ofKind.named;
  const spoken = organisation?.named.kind === 'organisation' ? organisation.named : null;
  return (
    lastSubject(span[0], tokens[0].start, list) ??
    spoken ??
    list.lastBefore(span[0], documentCharactersMax, (mention) => isBody(mention) && mention.named.name.includes(' '))
      ?.named ??
    null
  );
}

/** The body with which one of the sentences just before begins: what they are about. */
function lastSubject(at: number, sentenceStart: number, list: MentionList): Named | null {
  let subject: NameMention | null = null;
  for (let k = list.firstAt(sentenceStart) - 1; k >= 0 && at - list.all[k].start < roleCharactersMax; k--) {
    const mention = list.all[k];
    // The first of its sentence: "Rolf Inc. sued Bremer Inc." is about Rolf.
    if (subject !== null && mention.sentence !== subject.sentence) break;
    const begins = list.depth(mention) < openingCharactersMax;
    if (mention.named.kind !== 'organisation' || !begins || list.isPossessor(mention)) continue;
    if (!list.isDateline(mention)) subject = mention;
  }
  return subject?.named ?? null;
}

/** "A Harbour Board spokesman said …. Spokesman Tim Wold said …": somebody first named within a few sentences, in the same role. */
function namedLater({ tokens, from, to, span }: Phrase, list: MentionList): Named | null {
  const roles = tokens.slice(from, to).filter((token) => token.tags & ROLE && token.kind === 'word');
  if (roles.length === 0 || tokens[to - 1] !== roles[roles.length - 1]) return null;
  const role = roles[roles.length - 1].lower;
  const bodies = tokens.slice(from, to - 1).filter((token) => token.capital && !(token.tags & (ROLE | DET)));
  for (let k = list.firstAt(span[1]); k < list.all.length; k++) {
    const { named, start } = list.all[k];
    if (start - span[1] > namedLaterCharactersMax) return null;
    if (named.kind !== 'person' || named.role === null || named.role[0] < span[1]) continue;
    const written = slice(list.text, named.role).split(/[^\p{L}]+/u);
    if (!written.some((word) => word.toLowerCase() === role)) continue;
    // Of another body, or another's: somebody else.
    const others = written.filter((word) => /^\p{Lu}/u.test(word) && word.toLowerCase() !== role);
    if (others.length > 0 && !bodies.some((body) => others.some((word) => word.toLowerCase() === body.lower)))
      return null;
    return named;
  }
  return null;
}

/** "A Pentagon spokesman, Jane Roe, said": the name stands behind the comma. */
export function apposed({ tokens, to }: Phrase, list: MentionList): Named | null {
  const comma = tokens[to];
  if (comma === undefined || comma.lower !== ',' || !(tokens[to + 1]?.capital ?? false)) return null;
  const mention = list.all[list.firstAt(tokens[to + 1].start)];
  if (mention === undefined || mention.named.kind !== 'person' || mention.start - tokens[to + 1].start > 12)
    return null;
  const after = tokens.find((token) => token.start >= mention.end);
  return after === undefined || after.kind === 'mark' ? mention.named : null;
}

/** "A statement by the ministry", "the Kremlin statement": a document speaks for whom it names, or for who spoke last. */
export function authorOf(phrase: Phrase, list: MentionList, words: SpeakerWords, spoken: Spoken): Resolved | null {
  const { tokens, from, to, span } = phrase;
  let head = -1;
  for (let k = from; k < to && head === -1; k++)
    if (tokens[k].tags & (VENUE | DOC) && !tokens[k].capital && words.ownDocuments.has(tokens[k].lower)) head = k;
  if (head === -1) return null;
  const because = (named: Named): Resolved => ({
    named,
    reason: `"${phrase.words}" is by ${named.name}`,
    role: null,
  });
  for (const { named } of list.within(span))
    if (named.kind !== 'place' || named.government !== null) return because(named);
  const bare =
    head === to - 1 && (tokens[from].tags & (DET | POSS)) !== 0 && !words.indefinites.has(tokens[from].lower);
  if (!bare) return null;
  const last = [spoken.person, spoken.organisation].filter((one) => one !== null).sort((a, b) => b.at - a.at)[0];
  return last === undefined || span[0] - last.at > speakerCharactersMax ? null : because(last.named);
}

/** "Iran's foreign ministry", "Norlund state radio": a body by its country, with no name of its own beside it. */
export function placeBodyOf({ tokens, from, to }: Phrase, list: MentionList, words: SpeakerWords): Named | null {
  const first = words.definites.has(tokens[from].lower) ? from + 1 : from;
  if (!(tokens[first]?.capital ?? false) || !words.placeBodies.has(tokens[to - 1].lower) || to - first < 2) return null;
  for (let k = first + 1; k < to; k++)
    if (tokens[k].tags & (PREP | ROLE | DET) || tokens[k].kind === 'mark') return null;
  const opens = tokens[first].lower;
  if (!places.has(opens) && !adjectives.has(opens)) return null;
  const name = slice(list.text, [tokens[first].start, tokens[to - 1].end]);
  return { name, kind: 'organisation', gender: null, role: null, government: null };
}

/** Characters back a document may look for who wrote it. */
const speakerCharactersMax = 1_600;
/** Characters back a role or a kind of body may look for its name. */
const documentCharactersMax = 20_000;
/** Characters from a sentence's beginning within which the body it begins with is named. */
const openingCharactersMax = 24;
/** Characters ahead in which somebody unnamed may be named. */
const namedLaterCharactersMax = 500;
/** Characters back "the lawmaker" may look for who spoke last. */
const roleCharactersMax = 700;
