import { adjectives, places } from '../languages/places.ts';
import type { Span } from '../records.ts';
import { slice, spanOf } from '../text/spans.ts';
import { AUX, DET, DOC, GENITIVE, POSS, PREP, REL, ROLE, SUB, SUBJ, VENUE } from './lexicon.ts';
import { type MentionList, wordsOf } from './mention-list.ts';
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
      const known = inRole(phrase, head, list, words) ?? lastOfRole(phrase, head, list, words, spoken);
      if (known !== null) return because(known.named, known.how);
    }
    if (words.organisationNouns.has(noun) && (words.neuter.has(tokens[from].lower) || !(tokens[from].tags & POSS))) {
      const known = organisationOf(phrase, head, list, words, spoken);
      if (known !== null) return because(known, `is ${known.name}`);
    }
  }
  const later = namedLater(phrase, list);
  if (later !== null) return because(later, `is named ${later.name} further on`, span);
  const first = tokens[from];
  const opens = phrase.sentenceStart === first.start && !words.capitalNouns;
  if (to - from === 1 && first.capital && first.entry === null && first.kind === 'word' && !opens) {
    // A single name where all nouns have capitals: it speaks, so it is one.
    const known: Named = { name: phrase.words, kind: 'person', gender: null, role: null, government: null };
    return { named: known, reason: 'as written', role: null };
  }
  return { named: null, reason: `unknown: "${phrase.words}" is not named`, role: null };
}

/** The head noun: the last word before a preposition or a mark. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++)
    if (tokens[k].tags & (GENITIVE | PREP) || tokens[k].kind === 'mark') return Math.max(from, k - 1);
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
  const found = list.lastBefore(span[0], nameCharactersMax, ({ named }) => {
    if (named.kind !== 'person' || named.role === null) return false;
    const written = list.roleWords(named);
    return holdsRole(written, noun, like) && bodies.every((body) => written.includes(body.lower));
  });
  return found === null ? null : { named: found.named, how: `is ${found.named.name}` };
}

/** Whether a role is one of that noun or of one like it: the "actress's publicist" is no actress. */
function holdsRole(written: readonly string[], noun: string, like: ReadonlySet<string> | undefined): boolean {
  const own = written.slice(written.lastIndexOf('s') + 1);
  return own.some((word) => word === noun || like?.has(word) === true);
}

/** "the lawmaker": who spoke last, or was just named, where such people are rarely left unnamed. */
function lastOfRole(
  { tokens, from, span }: Phrase,
  head: number,
  list: MentionList,
  words: SpeakerWords,
  { person }: Spoken,
): { named: Named; how: string } | null {
  if (tokens[from].tags & POSS || words.unnamedRoles.has(tokens[head].lower)) return null;
  // "the FBI chief" is somebody of that body.
  if (tokens.slice(from + 1, head).some((token) => token.capital && !(token.tags & ROLE))) return null;
  if (person === null || span[0] - person.at >= roleCharactersMax) return null;
  // Who is known to be something else is not meant.
  const noun = tokens[head].lower;
  const role = list.roleWords(person.named);
  if (role.length > 0 && !holdsRole(role, noun, words.roleGroups.get(noun))) return null;
  return { named: person.named, how: `after ${person.named.name}` };
}

/** "the company": a body of that kind, or what the sentences before are about. */
function organisationOf(
  { tokens, from, span }: Phrase,
  head: number,
  list: MentionList,
  words: SpeakerWords,
  { organisation }: Spoken,
): Named | null {
  const noun = tokens[head].lower;
  const between = tokens.slice(from + 1, head);
  // "the attorney's office" is no other office; "the Harbour council" has its name in it.
  if (between.some((token) => token.kind === 'clitic')) return null;
  const named = between.filter((token) => token.capital);
  const isBody = ({ named }: NameMention) => named.kind === 'organisation';
  const ofKind = list.lastBefore(
    span[0],
    nameCharactersMax,
    (mention) =>
      isBody(mention) &&
      ([noun, ...named.map((token) => token.lower)].every((word) => holds(mention.named.name, word)) ||
        (named.length === 0 && isCalled(list.text, mention.start, noun))),
  );
  if (ofKind !== null) return ofKind.named;
  const spoken = organisation?.named.kind === 'organisation' ? organisation.named : null;
  // "Iran's foreign ministry said …. The ministry": a body that has no mention of its own.
  if (spoken !== null && holds(spoken.name, noun)) return spoken;
  if (named.length > 0 || !words.companyNouns.has(noun)) return null;
  // "Tern Holdings fell after the shipping company said": what its own sentence begins with.
  const own = list
    .within([tokens[0].start, span[0]])
    .find((mention) => isBody(mention) && !list.isPossessor(mention) && list.depth(mention) < openingCharactersMax);
  if (own?.named.name.includes(' ') === true) return own.named;
  return (
    lastSubject(span[0], tokens[0].start, list) ??
    spoken ??
    list.lastBefore(span[0], nameCharactersMax, (mention) => isBody(mention) && mention.named.name.includes(' '))
      ?.named ??
    null
  );
}

/** "the news agency, NNA", "the airline Bremer Air": the noun stands right before the name. */
function isCalled(text: string, at: number, noun: string): boolean {
  const end = text[at - 1] === ' ' && text[at - 2] === ',' ? at - 2 : at - 1;
  return text.slice(end - noun.length, end) === noun && text[end - noun.length - 1] === ' ';
}

function holds(name: string, word: string): boolean {
  return wordsOf(name).includes(word);
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
export function apposed({ tokens, from, to }: Phrase, list: MentionList): Named | null {
  const comma = tokens[to];
  if (comma === undefined || comma.lower !== ',' || tokens[to + 1] === undefined) return null;
  const mention = list.all[list.firstAt(tokens[to + 1].start)];
  if (mention === undefined || mention.named.kind === 'place') return null;
  // "its operator, Bremer Lines": a body right behind the comma; "a reporter of the agency, NNA" is somebody else.
  if (mention.named.kind === 'organisation') {
    const somebody = tokens.slice(from, to).some(({ tags }) => tags & PREP);
    if (somebody || mention.start !== tokens[to + 1].start) return null;
  }
  // "the candidate, local engineer Tim Wold, said": only ordinary words before the name.
  let before = to + 1;
  while (before < tokens.length && tokens[before].start < mention.start && isApposed(tokens[before])) before++;
  if ((tokens[before]?.start ?? 0) < mention.start || before - to > apposedWordsMax) return null;
  const after = tokens.find((token) => token.start >= mention.end);
  return after === undefined || after.kind === 'mark' ? mention.named : null;
}

function isApposed({ kind, tags, lower }: Token): boolean {
  return (kind === 'word' && !(tags & (AUX | PREP | SUB | REL | SUBJ))) || lower === '.' || lower === '-';
}

/** Words between a comma and the name of who stands before it. */
const apposedWordsMax = 5;

/** "A statement by the ministry", "the Kremlin statement": a document speaks for whom it names, or for who spoke last. */
export function authorOf(phrase: Phrase, list: MentionList, words: SpeakerWords, spoken: Spoken): Resolved | null {
  const { tokens, from, to, span } = phrase;
  let head = -1;
  for (let k = from; k < to && head === -1 && !(k > from && tokens[k].tags & PREP); k++)
    if (tokens[k].tags & (VENUE | DOC) && !tokens[k].capital && words.ownDocuments.has(tokens[k].lower)) head = k;
  if (head === -1) return null;
  const because = (named: Named): Resolved => ({
    named,
    reason: `"${phrase.words}" is by ${named.name}`,
    role: null,
  });
  for (const { named, end } of list.within(span)) {
    // "circulated by a Harbour Board analyst": nobody's name.
    const ofBody = tokens.find((token) => token.start >= end && token.end <= span[1]);
    if (ofBody !== undefined && ofBody.tags & ROLE && !ofBody.capital) continue;
    if (named.kind !== 'place' || named.government !== null) return because(named);
  }
  const bare =
    head === to - 1 &&
    head === from + 1 &&
    (tokens[from].tags & (DET | POSS)) !== 0 &&
    !words.indefinites.has(tokens[from].lower);
  if (!bare) return null;
  const issuer = issuerOf(tokens[head].lower, span[0], list, words);
  if (issuer !== null) return because(issuer);
  const last = [spoken.person, spoken.organisation].filter((one) => one !== null).sort((a, b) => b.at - a.at)[0];
  return last === undefined || span[0] - last.at > authorCharactersMax ? null : because(last.named);
}

/** "Bremer Inc. issued a statement. … The statement said": whoever the sentence that first tells of it is about. */
function issuerOf(noun: string, at: number, list: MentionList, words: SpeakerWords): Named | null {
  const before = list.text.slice(Math.max(0, at - issuedCharactersMax), at);
  const found = before.toLowerCase().lastIndexOf(` ${noun}`);
  if (found === -1) return null;
  const article = wordsOf(before.slice(Math.max(0, found - articleCharactersMax), found)).some((word) =>
    words.indefinites.has(word),
  );
  if (!article) return null;
  const where = at - before.length + found;
  const mentions = list.inSentenceOf(where).filter(({ named }) => named.kind !== 'place' || named.government !== null);
  // "a statement from the ministry" is nearer than the sentence's subject.
  const behind = mentions.find(
    (mention) => mention.start >= where + noun.length && mention.start - where - noun.length < issuerCharactersMax,
  );
  const first = mentions.find((mention) => mention.end <= where && !list.isPossessor(mention));
  return behind?.named ?? first?.named ?? null;
}

/** "Iran's foreign ministry", "Norlund state radio": a body by its country, with no name of its own beside it. */
export function placeBodyOf({ tokens, from, to }: Phrase, list: MentionList, words: SpeakerWords): Named | null {
  const first = words.definites.has(tokens[from].lower) ? from + 1 : from;
  if (!(tokens[first]?.capital ?? false) || !words.placeBodies.has(tokens[to - 1].lower) || to - first < 2) return null;
  for (let k = first + 1; k < to; k++)
    if (tokens[k].tags & (PREP | ROLE | DET) || tokens[k].kind === 'mark') return null;
  const opens = tokens[first].lower;
  if (!places.has(opens) && !adjectives.has(opens)) return null;
  const name = slice(list.text, spanOf(tokens, { from: first, to }));
  return { name, kind: 'organisation', gender: null, role: null, government: null };
}

/** Characters back a document may look for who wrote it. */
const authorCharactersMax = 1_600;
/** Characters before a document in which its article stands, and behind it in which stands whom it is from. */
const articleCharactersMax = 30;
const issuerCharactersMax = 16;
/** Characters back in which a document was given out. */
const issuedCharactersMax = 1_200;
/** Characters back a role or a kind of body may look for its name. */
const nameCharactersMax = 20_000;
/** Characters from a sentence's beginning within which the body it begins with is named. */
const openingCharactersMax = 24;
/** Characters ahead in which somebody unnamed may be named. */
const namedLaterCharactersMax = 500;
/** Characters back "the lawmaker" may look for who spoke last. */
const roleCharactersMax = 700;
