import { REL } from './lexicon.ts';
import type { MentionList } from './mention-list.ts';
import type { Named, NameMention } from './mentions.ts';
import type { Phrase, Resolved, Spoken } from './speaker-parts.ts';
import type { SpeakerWords } from './speaker-words.ts';

/** Whom a pronoun means; null when the phrase is none. */
export function pronounOf(phrase: Phrase, list: MentionList, words: SpeakerWords, spoken: Spoken): Resolved | null {
  const { tokens, from, to } = phrase;
  const first = tokens[from];
  if (to - from !== 1 || first.kind !== 'word') return null;
  // "a-t-il": the pronoun hangs on the verb.
  const lower = first.lower.slice(first.lower.lastIndexOf('-') + 1);
  if (words.female.has(lower)) return gendered('female', phrase, lower, list, spoken);
  if (words.male.has(lower)) return gendered('male', phrase, lower, list, spoken);
  if (words.plural.has(lower)) return { named: null, reason: `unknown: "${lower}" are several`, role: null };
  if (words.neuter.has(lower)) return neuter(phrase, lower, list, spoken);
  return first.tags & REL ? relative(phrase, lower, list, words) : null;
}

function gendered(
  gender: 'female' | 'male',
  { span: [at], sentenceStart }: Phrase,
  word: string,
  list: MentionList,
  { person }: Spoken,
): Resolved {
  const fits = (named: Named) => named.kind === 'person' && (named.gender === null || named.gender === gender);
  const because = (named: Named): Resolved => ({ named, reason: `pronoun "${word}" after ${named.name}`, role: null });
  const near = person !== null && at - person.at < speakerCharactersMax;
  if (near && person.named.gender === gender && !list.namesGender(sentenceStart, at, gender))
    return because(person.named);
  // First the subject of the same sentence, then who spoke last, then who was named last.
  for (let k = list.firstAt(sentenceStart); k < list.all.length && list.all[k].end <= at; k++) {
    const mention = list.all[k];
    if (fits(mention.named) && !list.isPossessor(mention) && mention.start - sentenceStart < subjectCharactersMax)
      return because(mention.named);
  }
  // Somebody of that gender whom a sentence since is about comes before a speaker of whom nothing is known.
  const known = list.lastBefore(
    at,
    near ? at - person.at : speakerCharactersMax,
    (mention) =>
      mention.named.kind === 'person' &&
      mention.named.gender === gender &&
      list.depth(mention) < openingCharactersMax &&
      !list.isPossessor(mention),
  );
  if (known !== null && !(near && person.named.gender === gender)) return because(known.named);
  if (near && fits(person.named)) return because(person.named);
  const last = list.lastBefore(at, speakerCharactersMax, (mention) => fits(mention.named));
  return last === null
    ? { named: null, reason: `unknown: no one before "${word}" fits`, role: null }
    : because(last.named);
}

function neuter({ span: [at], sentenceStart }: Phrase, word: string, list: MentionList, spoken: Spoken): Resolved {
  const because = (named: Named): Resolved => ({ named, reason: `pronoun "${word}" after ${named.name}`, role: null });
  const isBody = (mention: NameMention) => mention.named.kind === 'organisation' && !list.isPossessor(mention);
  // "The Harbour Board will close the port, it told the crews.": the subject of the same sentence.
  const own = list.within([sentenceStart, at]).find(isBody);
  if (own !== undefined && own.start - sentenceStart < subjectCharactersMax && !list.isDateline(own))
    return because(own.named);
  const { organisation } = spoken;
  if (organisation !== null && at - organisation.at < speakerCharactersMax) return because(organisation.named);
  const last = list.lastBefore(
    sentenceStart,
    bodyCharactersMax,
    (mention) => isBody(mention) && list.depth(mention) < openingCharactersMax && !list.isDateline(mention),
  );
  return last === null
    ? { named: null, reason: `unknown: nothing before "${word}" fits`, role: null }
    : because(last.named);
}

/** "who said": the name before it. */
function relative({ tokens, from }: Phrase, word: string, list: MentionList, words: SpeakerWords): Resolved {
  const at = tokens[from].start;
  const k = list.firstAt(at) - 1;
  const mention = list.all[k];
  if (mention === undefined) return { named: null, reason: `unknown: no name before "${word}"`, role: null };
  // "members of the council who said": no body is a "who", and two people are not the last of them.
  const body = mention.named.kind !== 'person' && mention.named.name.includes(' ');
  const before = list.all[k - 1];
  const several =
    before !== undefined &&
    before.sentence === mention.sentence &&
    words.coordinators.has(list.text.slice(before.end, mention.start).trim().toLowerCase());
  if (several || (body && words.persons.has(word)))
    return { named: null, reason: `unknown: no one name before "${word}"`, role: null };
  const adjacent = mention.end <= at && at - mention.end < 4;
  const behind =
    mention.named.kind === 'person' && at - mention.end < relativeCharactersMax && mention.start >= tokens[0].start;
  return adjacent || behind
    ? { named: mention.named, reason: `"${word}" after ${mention.named.name}`, role: null }
    : { named: null, reason: `unknown: no name before "${word}"`, role: null };
}

/** Characters from a sentence's beginning within which a name is taken for its subject. */
const subjectCharactersMax = 60;
/** Characters from a sentence's beginning within which it is about the one it begins with. */
const openingCharactersMax = 16;
/** Characters back a pronoun may look for whom it means. */
const speakerCharactersMax = 1_600;
/** Characters back a sentence may be about the body that "it" is. */
const bodyCharactersMax = 400;
/** Characters between a name and a "who" that means it. */
const relativeCharactersMax = 90;
