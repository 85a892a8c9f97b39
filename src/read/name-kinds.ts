import { companyForms } from '../languages/company-forms.ts';
import { adjectives, places, placeWordsMax } from '../languages/places.ts';
import type { Mention } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { isCapital, type Word } from '../text/words.ts';
import { GIVEN, hasOrganisationWord, type KnownWords, MALE, NATIONAL, ORGANISATION, PLACE } from './known-words.ts';
import {
  AUX,
  DET,
  GENITIVE,
  MEDIA,
  PLURAL_END,
  POSS,
  PREP,
  REL,
  ROLE,
  SUBJ,
  singularEntryOf,
  TIME,
  TITLE,
} from './lexicon.ts';
import type { Named } from './mentions.ts';
import type { Finder } from './name-words.ts';

/** What a run of words names, without the titles and articles before it; null when it is no name. */
export function classify(
  split: SplitText,
  known: KnownWords,
  from: number,
  end: number,
  sentence: number,
  finder: Finder,
): NameRun | null {
  const { words, text } = split;
  let last = end;
  while (last > from && words[last - 1].kind === 'mark') last--;
  if (isCompanyForm(known.lower[last - 1]) && words[last]?.text === '.' && words[last].start === words[last - 1].end)
    last++;
  const behind = behindTitles(words, known, from, last, finder);
  if (behind === null) return null;
  let first = behindArticles(known, behind.first, last);
  if (first >= last) return null;
  if (isSite(words, known, last)) return siteRun(split, last - 1, sentence);
  first = behindOfficeOf(known, first, last);
  const span = text.slice(words[first].start, words[last - 1].end);
  const kind = kindOf(split, known, first, last, span, behind.titled, finder);
  if (kind === 'none') return null;
  const given = kind === 'given' ? ((known.names[first] & MALE) !== 0 ? 'male' : 'female') : null;
  const named: string[] = [];
  let key = '';
  for (let at = first; at < last; at++) {
    if (words[at].kind !== 'word') continue;
    named.push(words[at].text);
    key = key === '' ? words[at].text : `${key} ${words[at].text}`;
  }
  return {
    start: words[first].start,
    end: words[last - 1].end,
    words: named,
    kind: kind === 'given' ? 'person' : kind === 'open' ? null : kind,
    gender: given ?? behind.gender,
    sentence,
    firstWord: first,
    lastWord: last,
    titled: behind.titled,
    name: named.length > 1 ? span.replace(/\s+/g, ' ') : span,
    key: key.toLowerCase(),
  };
}

/** "Director of the Harbour Bureau": where the name of the body begins. */
function behindOfficeOf(known: KnownWords, first: number, last: number): number {
  if (!(known.tags[first] & ROLE) || first + 2 >= last || !(known.tags[first + 1] & GENITIVE)) return first;
  const behind = behindArticles(known, first + 2, last);
  return hasOrganisationWord(known, behind, last) && !hasOrganisationWord(known, first, first + 1) ? behind : first;
}

/** "Lakeboard.com": a site, by the ending of its address right behind the name. */
function isSite(words: readonly Word[], known: KnownWords, last: number): boolean {
  const dot = words[last];
  const ending = words[last + 1];
  return (
    ending !== undefined &&
    dot.text === '.' &&
    dot.start === words[last - 1].end &&
    ending.start === dot.end &&
    siteEndings.has(known.lower[last + 1])
  );
}

/** Endings of addresses by which outlets and companies are called. */
const siteEndings: ReadonlySet<string> = new Set([
  'com',
  'org',
  'net',
  'gov',
  'edu',
  'info',
  'tv',
  'io',
  'ru',
  'de',
  'fr',
  'es',
]);

function siteRun({ words, text }: SplitText, name: number, sentence: number): NameRun {
  const start = words[name].start;
  const end = words[name + 2].end;
  const span = text.slice(start, end);
  return {
    start,
    end,
    words: [span],
    kind: 'organisation',
    gender: null,
    sentence,
    firstWord: name,
    lastWord: name + 3,
    titled: false,
    name: span,
    key: span.toLowerCase(),
  };
}

/** A company's legal form, whose full stop is of the name: "Inc.". */
function isCompanyForm(low: string): boolean {
  return companyForms.has(low) || companyForms.has(`${low}.`);
}

/** A run of capitalised words that names something, not yet tied to anything. */
export interface NameRun {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  readonly kind: Mention['kind'] | null;
  readonly gender: Named['gender'];
  readonly sentence: number;
  /** Index of its first and behind its last word. */
  readonly firstWord: number;
  readonly lastWord: number;
  /** A title stood before it ("Mr.", "President"). */
  readonly titled: boolean;
  /** The text calls it a company or another body. */
  readonly called?: true;
  /** As written, with single spaces; and its words in lower case. */
  readonly name: string;
  readonly key: string;
}

/** Where a name begins behind titles and roles, which are no part of it; null for a run that ends in one. */
function behindTitles(
  words: readonly Word[],
  known: KnownWords,
  first: number,
  last: number,
  finder: Finder,
): { first: number; titled: boolean; gender: Named['gender'] } | null {
  let gender: Named['gender'] = null;
  const organisation = hasOrganisationWord(known, first, last);
  let roleAt = -1;
  // "Secretary of State Smith" has a title, "General Motors" and "Justice Department" have none.
  for (let at = first; at < last && !(organisation && (known.names[last - 1] & ORGANISATION) !== 0); at++) {
    if (words[at].kind !== 'word') continue;
    const low = known.lower[at];
    const tags =
      known.tags[at] | (known.endings[at] & PLURAL_END ? (singularEntryOf(finder.lexicon, low)?.tags ?? 0) : 0);
    if (tags & (TITLE | ROLE) && !(tags & MEDIA) && at + 1 < last) {
      roleAt = at;
      if (finder.names.maleTitles.includes(low)) gender = 'male';
      if (finder.names.femaleTitles.includes(low)) gender = 'female';
    } else if (tags & (TITLE | ROLE) && !(tags & MEDIA) && at + 1 === last && at > first) {
      // "Billy King": a surname.
      if ((known.names[at - 1] & GIVEN) === 0) return null;
    }
  }
  if (roleAt !== -1) {
    let behind = roleAt + 1;
    while (behind < last && words[behind].kind === 'mark') behind++;
    if (behind < last && known.tags[behind] & GENITIVE) behind = behindOffice(words, known, behind, last);
    if (behind < last && isCapital(words[behind])) {
      return { first: behind, titled: true, gender };
    }
  }
  return { first, titled: false, gender };
}

/** "Secretary of State Ana Holt": where the name begins behind what the office is of; `of` itself where none is told apart. */
function behindOffice(words: readonly Word[], known: KnownWords, of: number, last: number): number {
  for (let at = of + 2; at < last - 1; at++) {
    if (words[at].kind !== 'word' || !isCapital(words[at])) continue;
    if ((known.names[at] & GIVEN) !== 0) return at;
  }
  // One word for the office, two for the name.
  return last - of === 4 && words.slice(of + 1, last).every(isCapital) ? of + 2 : of;
}

/** Where a name begins behind an article, a pronoun or a preposition. */
function behindArticles(known: KnownWords, from: number, last: number): number {
  let first = from;
  while (first < last - 1) {
    // "A. Barry Wold": an initial.
    if (known.lower[first + 1] === '.' && known.lower[first].length === 1) break;
    const tags = known.tags[first];
    const names = known.names[first];
    if (tags & (DET | POSS | PREP | SUBJ | REL) && (names & (PLACE | GIVEN)) === 0) first++;
    else break;
  }
  return first;
}

/** What a run names: `given` is a person by the given name, `open` a single word that others must decide, `none` no name. */
function kindOf(
  split: SplitText,
  known: KnownWords,
  first: number,
  last: number,
  span: string,
  titled: boolean,
  finder: Finder,
): Mention['kind'] | 'given' | 'open' | 'none' {
  const { words, text } = split;
  const single = last - first === 1;
  if (single) {
    const tags = known.tags[first];
    const names = known.names[first];
    if (tags & (DET | POSS | PREP | SUBJ | AUX | TIME | TITLE | REL)) {
      if ((names & (GIVEN | PLACE)) === 0) return 'none';
      if (tags & (TIME | TITLE)) return 'none';
    }
    // "die Sprecherin", "der Polizei": a noun like any other.
    if (finder.lexicon.words.compounds === true && (tags & ROLE || finder.bodyNouns.has(known.lower[first])))
      return 'none';
    if ((names & PLACE) !== 0) return 'place';
    if ((names & NATIONAL) !== 0) return 'none';
  } else {
    // "(R-TX)": party and state behind a lawmaker's name.
    if (/^[A-Z]-[A-Z]/.test(span)) return 'none';
    const low = span.toLowerCase();
    if (places.has(low)) return 'place';
    if (adjectives.has(low)) return 'none';
  }
  if (single && /^[A-Z][A-Z0-9]{1,5}$/.test(span)) return 'organisation';
  const hasBody = hasOrganisationWord(known, first, last);
  const bodyBehind = hasBody && hasOrganisationWord(known, first + 1, last);
  if (!single && !bodyBehind && (known.names[first] & GIVEN) !== 0) {
    return 'given';
  }
  if (hasBody || (!single && (known.tags[last - 1] & MEDIA || companyForms.has(known.lower[last - 1]))))
    return 'organisation';
  if (titled) return 'person';
  // A nation's adjective before something: "Japanese Coast" is no person.
  if (
    (known.names[first] & NATIONAL) !== 0 ||
    (!single && adjectives.has(`${known.lower[first]} ${known.lower[first + 1]}`))
  )
    return single ? 'none' : 'organisation';
  if (single) return 'open';
  for (let size = Math.min(placeWordsMax, last - first - 1); size > 0; size--) {
    const head = text.slice(words[first].start, words[first + size - 1].end).toLowerCase();
    if (places.has(head)) return 'organisation';
  }
  return last - first <= 4 ||
    words.slice(first, last).every((word) => word.kind === 'word' || word.text === '.' || word.text === '-')
    ? 'person'
    : 'organisation';
}
