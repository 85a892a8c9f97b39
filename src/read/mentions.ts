import type { Language, NameWords } from '../languages/language.ts';
import { adjectives, places, placeWordsMax } from '../languages/places.ts';
import type { Mention, Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import {
  ADV,
  AUX,
  CC,
  DET,
  entryOf,
  FINITE,
  type KnownWords,
  knownWords,
  type Lexicon,
  lexiconOf,
  MEDIA,
  POSS,
  PREP,
  REL,
  ROLE,
  SUBJ,
  TIME,
  TITLE,
  VPART,
  VPAST,
} from './lexicon.ts';

/** Someone or something with a name: all its mentions share one record, with the fullest form. */
export interface Named {
  /** Fullest form in the article, without titles. */
  name: string;
  kind: Mention['kind'];
  gender: 'female' | 'male' | null;
  /** What they are, as written beside the name. */
  role: Span | null;
  /** For places: the country, and whether the name can stand for its government. */
  readonly government: string | null;
}

/** One mention, in order of the text. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly named: Named;
  /** How this form came to that name: `as written`, `surname`, `acronym`. */
  readonly link: 'as written' | 'surname' | 'acronym' | 'short form';
  readonly sentence: number;
}

/** People, organisations and places of a text, each mention tied to the fullest name in it. */
export function findMentions(split: SplitText, language: Language | null): NameMention[] {
  if (language?.speech === undefined || language.names === undefined) return [];
  const finder = finderOf(language.names, lexiconOf(language.speech));
  const runs = finder.runs(split);
  return link(split, runs, finder);
}

/** The record of a mention as the reading holds it. */
export function mentionRecord(mention: NameMention): Mention {
  return { span: [mention.start, mention.end], kind: mention.named.kind, name: mention.named.name };
}

/** A run of capitalised words that names something, not yet tied to anything. */
interface NameRun {
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
  /** As written, with single spaces; and its words in lower case. */
  readonly name: string;
  readonly key: string;
}

interface Finder {
  readonly names: NameWords;
  readonly lexicon: Lexicon;
  readonly organisations: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly male: ReadonlySet<string>;
  readonly female: ReadonlySet<string>;
  readonly surnameFirst: ReadonlySet<string>;
  runs(split: SplitText): NameRun[];
}

const finders = new Map<NameWords, Finder>();

function finderOf(names: NameWords, lexicon: Lexicon): Finder {
  let finder = finders.get(names);
  if (finder === undefined) {
    finder = {
      names,
      lexicon,
      organisations: new Set(names.organisations),
      particles: new Set(names.particles),
      weak: new Set(names.weak),
      male: new Set([...names.male, ...names.maleTitles]),
      female: new Set([...names.female, ...names.femaleTitles]),
      surnameFirst: new Set(names.surnameFirst),
      runs(split) {
        return findRuns(split, this);
      },
    };
    finders.set(names, finder);
  }
  return finder;
}

/** Words a name may have. */
const nameWordsMax = 10;
/** Share of the words of a sentence with a capital from which it is a headline, whose capitals tell nothing. */
const headlineShareMin = 0.7;

function findRuns(split: SplitText, finder: Finder): NameRun[] {
  const { words, sentences } = split;
  const known = knownWords(split, finder.lexicon);
  const lower = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    // What the lexicon knows needs no second witness.
    if (known.entries[at] === null && words[at].kind === 'word' && known.capitals[at] === 0) lower.add(known.lower[at]);
  }
  /** Words with a capital inside a sentence: names, wherever they stand. */
  const inside = new Set<string>();
  for (const { firstWord, lastWord } of sentences) {
    for (let at = firstWord + 1; at < lastWord; at++)
      if (known.capitals[at] === 1 && words[at].kind === 'word' && !isOpener(words[at - 1])) inside.add(words[at].text);
  }
  const runs: NameRun[] = [];
  for (let index = 0; index < sentences.length; index++) {
    const { firstWord, lastWord } = sentences[index];
    const headline = isHeadline(words, known, firstWord, lastWord);
    for (let at = firstWord; at < lastWord; ) {
      const word = words[at];
      if (known.capitals[at] === 0 || word.kind !== 'word') {
        at++;
        continue;
      }
      const initial =
        at === firstWord || (words[at - 1].kind === 'mark' && at - 1 === firstWord) || isOpener(words[at - 1]);
      const low = known.lower[at];
      if (initial && !inside.has(word.text) && standsAlone(words, known, at, lastWord, finder)) {
        at++;
        continue;
      }
      const opensBody =
        hasOrganisationWord(known, at + 1, Math.min(at + 4, lastWord), finder) &&
        words[at + 1]?.kind === 'word' &&
        isCapital(words[at + 1]) &&
        (known.tags[at] & (VPAST | VPART)) !== 0;
      if (initial && !opensBody && isOrdinary(low, finder, lower, words[at + 1], /^[A-Z]{2,}$/.test(word.text))) {
        at++;
        continue;
      }
      if (headline && !(finder.male.has(low) || finder.female.has(low))) {
        at++;
        continue;
      }
      const end = headline ? Math.min(at + 2, lastWord) : endOfRun(split, at, lastWord, finder);
      const run = classify(split, at, end, index, finder);
      if (run !== null) runs.push(run);
      at = end;
    }
  }
  return runs;
}

function isHeadline(words: readonly Word[], known: KnownWords, from: number, to: number): boolean {
  let long = 0;
  let capital = 0;
  for (let at = from; at < to; at++) {
    if (words[at].kind !== 'word' || words[at].text.length < 5) continue;
    long++;
    capital += known.capitals[at];
  }
  return long >= 4 && capital > long * headlineShareMin;
}

function isOpener(before: Word | undefined): boolean {
  return before !== undefined && before.kind === 'mark' && openers.has(before.text);
}

/** Marks behind which an ordinary word may have a capital. */
const openers = new Set(['"', '“', '‘', '«', '„', "'", '`', ':']);

/** Whether a lone capital opens a sentence before an ordinary noun: "Local media", where "Holt said" is a name. */
function standsAlone(words: readonly Word[], known: KnownWords, at: number, end: number, finder: Finder): boolean {
  const next = words[at + 1];
  if (next === undefined || at + 1 >= end || next.kind !== 'word' || known.capitals[at + 1] === 1) return false;
  const low = known.lower[at];
  if (places.has(low) || finder.male.has(low) || finder.female.has(low) || /^[A-Z]{2,}$/.test(words[at].text))
    return false;
  const tags = known.tags[at + 1];
  return (
    (tags & (FINITE | AUX | PREP | ADV | CC | REL)) === 0 && !next.text.endsWith('ed') && !next.text.endsWith('ly')
  );
}

/** Whether a capitalised word at a sentence's beginning is an ordinary word there. */
function isOrdinary(
  low: string,
  finder: Finder,
  lower: ReadonlySet<string>,
  next: Word | undefined,
  allCaps: boolean,
): boolean {
  const entry = entryOf(finder.lexicon, low);
  const nextCapital = next !== undefined && next.kind === 'word' && isCapital(next);
  if (allCaps) return false;
  if (entry !== undefined) {
    if (entry.tags === MEDIA && !lower.has(low)) return false;
    if (entry.tags & (TITLE | ROLE) && nextCapital) return false;
    if (finder.organisations.has(low) && nextCapital) return false;
    if (finder.male.has(low) || finder.female.has(low)) return !nextCapital && lower.has(low);
    return true;
  }
  if (lower.has(low)) return true;
  if (nextCapital || places.has(low) || finder.male.has(low) || finder.female.has(low)) return false;
  return (low.endsWith('ly') && next?.text === ',') || low.endsWith('ing');
}

function isCapital(word: Word): boolean {
  const code = word.text.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const first = word.text[0];
  return first !== first.toLowerCase();
}

function endOfRun(split: SplitText, from: number, lastWord: number, finder: Finder): number {
  const { words, text } = split;
  const known = knownWords(split, finder.lexicon);
  let at = from + 1;
  while (at < lastWord && at - from < nameWordsMax) {
    const word = words[at];
    const gap = word.start - words[at - 1].end;
    if (word.kind === 'word' && known.capitals[at] === 1 && gap <= 2 && text[words[at - 1].end] !== '\n') {
      const tags = known.tags[at];
      if (tags & TIME && /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(word.text)) break;
      at++;
      continue;
    }
    if (word.kind === 'number' && gap === 0) {
      at++;
      continue;
    }
    const next = words[at + 1];
    if (next === undefined || at + 1 >= lastWord) break;
    const nextIsName = next.kind === 'word' && known.capitals[at + 1] === 1;
    if (word.kind === 'mark') {
      const abbreviation =
        word.text === '.' &&
        gap === 0 &&
        words[at - 1].text.length <= 4 &&
        nextIsName &&
        next.start > word.end &&
        isShort(words[at - 1].text, finder);
      const joint =
        (word.text === '-' || word.text === '&' || word.text === '’' || word.text === "'") &&
        nextIsName &&
        (word.text === '&' || gap === 0);
      if (!abbreviation && !joint) break;
      at++;
      continue;
    }
    if (word.kind === 'word' && finder.particles.has(word.text)) {
      // "Immigration and Naturalization Service", "Department of Health and Human Services"
      const bodyBehind =
        word.text === 'and' &&
        nextIsName &&
        hasOrganisationWord(known, at + 2, Math.min(at + 4, lastWord), finder) &&
        isCapital(words[at + 2]) &&
        !finder.male.has(known.lower[from]) &&
        !finder.female.has(known.lower[from]);
      if (finder.weak.has(word.text) && !hasOrganisationWord(known, from, at, finder) && !bodyBehind) break;
      if (
        word.text === 'and' &&
        !bodyBehind &&
        !/^(department|ministry|bureau|office|committee|commission)$/i.test(words[from].text)
      )
        break;
      if (nextIsName) {
        if (
          word.text === 'of' &&
          !hasOrganisationWord(known, from, at, finder) &&
          !isRoleWord(words[at - 1].text, finder)
        )
          break;
        at++;
        continue;
      }
      const third = words[at + 2];
      if (
        third !== undefined &&
        at + 2 < lastWord &&
        finder.particles.has(next.text) &&
        third.kind === 'word' &&
        isCapital(third) &&
        word.text !== 'and'
      ) {
        at += 2;
        continue;
      }
    }
    break;
  }
  return at;
}

function isShort(text: string, finder: Finder): boolean {
  if (text.length === 1) return true;
  const tags = entryOf(finder.lexicon, text.toLowerCase())?.tags ?? 0;
  return (tags & TITLE) !== 0 || text === 'St' || text === 'Jr' || text === 'Lt' || text === 'Gen';
}

function isRoleWord(text: string, finder: Finder): boolean {
  return ((entryOf(finder.lexicon, text.toLowerCase())?.tags ?? 0) & (ROLE | TITLE)) !== 0;
}

function hasOrganisationWord(known: KnownWords, from: number, to: number, finder: Finder): boolean {
  for (let at = from; at < to; at++) if (finder.organisations.has(known.lower[at])) return true;
  return false;
}

function classify(split: SplitText, from: number, end: number, sentence: number, finder: Finder): NameRun | null {
  const { words, text } = split;
  const known = knownWords(split, finder.lexicon);
  let first = from;
  let last = end;
  while (last > first && words[last - 1].kind === 'mark') last--;
  if (
    /^(Co|Corp|Inc|Ltd|Bros|S.A)$/.test(words[last - 1].text) &&
    words[last]?.text === '.' &&
    words[last].start === words[last - 1].end
  )
    last++;
  // Articles, adjectives of nations, titles and roles before a name are no part of it.
  let gender: Named['gender'] = null;
  let titled = false;
  const organisation = hasOrganisationWord(known, first, last, finder);
  let roleAt = -1;
  // "Secretary of State Smith" has a title, "General Motors" and "Justice Department" have none.
  for (
    let at = first;
    at < last && !(organisation && finder.organisations.has(words[last - 1].text.toLowerCase()));
    at++
  ) {
    if (words[at].kind !== 'word') continue;
    const low = known.lower[at];
    const tags = known.tags[at] | (low.endsWith('s') ? (finder.lexicon.entries.get(low.slice(0, -1))?.tags ?? 0) : 0);
    if (tags & (TITLE | ROLE) && !(tags & MEDIA) && at + 1 < last) {
      roleAt = at;
      if (finder.names.maleTitles.includes(low)) gender = 'male';
      if (finder.names.femaleTitles.includes(low)) gender = 'female';
    } else if (tags & (TITLE | ROLE) && !(tags & MEDIA) && at + 1 === last && at > first) return null;
  }
  if (roleAt !== -1) {
    let behind = roleAt + 1;
    while (behind < last && words[behind].kind === 'mark') behind++;
    if (behind < last && isCapital(words[behind])) {
      first = behind;
      titled = true;
    }
  }
  while (first < last - 1) {
    const low = known.lower[first];
    const tags = known.tags[first];
    if (
      tags & (DET | POSS | PREP | SUBJ | REL) &&
      !places.has(low) &&
      !(finder.male.has(low) || finder.female.has(low))
    )
      first++;
    else break;
  }
  if (first >= last) return null;
  const span = text.slice(words[first].start, words[last - 1].end);
  const low = span.toLowerCase();
  const make = (kind: NameRun['kind']): NameRun => {
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
      kind,
      gender,
      sentence,
      firstWord: first,
      lastWord: last,
      titled,
      name: named.length > 1 ? span.replace(/\s+/g, ' ') : span,
      key: key.toLowerCase(),
    };
  };
  const single = last - first === 1;
  const entry = entryOf(finder.lexicon, low);
  if (single && entry !== undefined && entry.tags & (DET | POSS | PREP | SUBJ | AUX | TIME | TITLE | REL)) {
    if (!(finder.male.has(low) || finder.female.has(low)) && !places.has(low)) return null;
    if (entry.tags & (TIME | TITLE)) return null;
  }
  // "(R-TX)": party and state behind a lawmaker's name.
  if (/^[A-Z]-[A-Z]/.test(span)) return null;
  if (single && entry !== undefined && entry.tags & ROLE && finder.lexicon.words.compounds === true) return null;
  if (places.has(low)) return make('place');
  if (adjectives.has(low)) return null;
  if (single && /^[A-Z][A-Z0-9]{1,5}$/.test(span)) return make('organisation');
  const given = known.lower[first];
  const hasBody = hasOrganisationWord(known, first, last, finder);
  const bodyBehind = hasBody && hasOrganisationWord(known, first + 1, last, finder);
  if (!single && !bodyBehind && (finder.male.has(given) || finder.female.has(given))) {
    gender = finder.male.has(given) ? 'male' : 'female';
    return make('person');
  }
  if (hasBody || (!single && known.tags[last - 1] & MEDIA)) return make('organisation');
  if (titled) return make('person');
  // A nation's adjective before something: "Japanese Coast" is no person.
  if (adjectives.has(given) || (!single && adjectives.has(`${known.lower[first]} ${known.lower[first + 1]}`)))
    return single ? null : make('organisation');
  if (single) return make(null);
  for (let size = Math.min(placeWordsMax, last - first - 1); size > 0; size--) {
    const head = text.slice(words[first].start, words[first + size - 1].end).toLowerCase();
    if (places.has(head)) return make('organisation');
  }
  return last - first <= 4 ||
    words.slice(first, last).every((word) => word.kind === 'word' || word.text === '.' || word.text === '-')
    ? make('person')
    : make('organisation');
}

function link(split: SplitText, runs: readonly NameRun[], finder: Finder): NameMention[] {
  const people = new Map<string, Named>();
  const bySurname = new Map<string, Named>();
  const organisations = new Map<string, Named>();
  const acronyms = new Map<string, Named>();
  const found = new Map<string, Named>();
  /** Organisations by each word of their name that tells them apart: "the Times" for "New York Times". */
  const shortForms = new Map<string, Named>();
  const byGiven = new Map<string, Named>();
  // Full names first, wherever they stand: a surname may come before its full name, in a headline's place.
  for (const run of runs) {
    if (run.kind === 'person' && run.words.length > 1) {
      const { key } = run;
      let named = people.get(key);
      const surname = surnameOf(run, finder).toLowerCase();
      if (named === undefined) {
        const known = bySurname.get(surname);
        if (known !== undefined && compatible(known, run)) named = known;
        else named = { name: run.name, kind: 'person', gender: run.gender, role: null, government: null };
        people.set(key, named);
        if (!bySurname.has(surname)) bySurname.set(surname, named);
      }
      if (run.name.length > named.name.length && run.words.length <= 4) named.name = run.name;
      if (!byGiven.has(run.words[0].toLowerCase())) byGiven.set(run.words[0].toLowerCase(), named);
      named.gender ??= run.gender;
      named.role ??= roleOf(split, run, finder);
    } else if (run.kind === 'organisation' && run.words.length > 1) {
      const { key } = run;
      if (!organisations.has(key)) {
        const named: Named = {
          name: run.name,
          kind: 'organisation',
          gender: null,
          role: null,
          government: null,
        };
        organisations.set(key, named);
        for (const word of run.words) {
          const low = word.toLowerCase();
          if (
            word.length > 3 &&
            !places.has(low) &&
            !adjectives.has(low) &&
            !shortForms.has(low) &&
            (!finder.organisations.has(low) || isMediaWord(low, finder))
          )
            shortForms.set(low, named);
        }
        const initials = run.words
          .filter((word) => isUpperStart(word))
          .map((word) => word[0])
          .join('');
        if (initials.length > 1 && !acronyms.has(initials)) acronyms.set(initials, named);
      }
    }
  }
  const mentions: NameMention[] = [];
  for (const run of runs) {
    const add = (named: Named, how: NameMention['link']) =>
      mentions.push({ start: run.start, end: run.end, named, link: how, sentence: run.sentence });
    const { key } = run;
    if (run.kind === 'person' && run.words.length > 1) {
      const named = people.get(key)!;
      add(named, named.name === run.name ? 'as written' : 'short form');
      continue;
    }
    if (run.kind === 'organisation' && run.words.length > 1) {
      add(organisations.get(key)!, 'as written');
      continue;
    }
    if (run.kind === 'place') {
      const place = places.get(split.text.slice(run.start, run.end).toLowerCase());
      // "Washington said" may be a person of that name: one of the article's people comes first.
      const person = bySurname.get(key);
      if (person !== undefined && !split.text.slice(run.start, run.end).includes(' ') && run.titled) {
        add(person, 'surname');
        continue;
      }
      add(
        named(found, `place ${key}`, {
          name: split.text.slice(run.start, run.end),
          kind: 'place',
          gender: null,
          role: null,
          government: place === undefined || place.kind === 'city' ? null : place.country,
        }),
        'as written',
      );
      continue;
    }
    const person = bySurname.get(key);
    if (person !== undefined && run.kind !== 'organisation') {
      if (run.gender !== null && person.gender === null) person.gender = run.gender;
      person.role ??= roleOf(split, run, finder);
      add(person, 'surname');
      continue;
    }
    const longer =
      run.words.length === 1 && person === undefined ? shortForms.get(run.words[0].toLowerCase()) : undefined;
    if (longer !== undefined && run.kind !== 'person') {
      add(longer, 'short form');
      continue;
    }
    if (run.kind === null && run.words.length === 1) {
      const given = byGiven.get(key);
      if (given !== undefined) {
        add(given, 'short form');
        continue;
      }
    }
    const spelled = acronyms.get(run.words.join(''));
    if (spelled !== undefined && run.words.length === 1) {
      add(spelled, 'acronym');
      continue;
    }
    // Where every noun has a capital, a single one says nothing.
    if (run.kind === null && finder.lexicon.words.compounds === true && !run.titled) continue;
    const kind = run.kind ?? (run.titled || finder.male.has(key) || finder.female.has(key) ? 'person' : 'organisation');
    const one = named(found, `${kind} ${key}`, {
      name: run.name,
      kind,
      gender: run.gender,
      role: null,
      government: null,
    });
    one.gender ??= run.gender;
    if (kind === 'person') one.role ??= roleOf(split, run, finder);
    add(one, 'as written');
  }
  return mentions;
}

function isMediaWord(low: string, finder: Finder): boolean {
  return ((entryOf(finder.lexicon, low)?.tags ?? 0) & MEDIA) !== 0;
}

function named(found: Map<string, Named>, key: string, fresh: Named): Named {
  const known = found.get(key);
  if (known !== undefined) return known;
  found.set(key, fresh);
  return fresh;
}

function isUpperStart(word: string): boolean {
  return word[0] !== word[0].toLowerCase();
}

/** The word by which somebody is called again: the last, or the first where family names stand first. */
function surnameOf(run: NameRun, finder: Finder): string {
  const [first] = run.words;
  if (finder.surnameFirst.has(first.toLowerCase()) && !finder.male.has(run.words[1].toLowerCase())) {
    const short = run.words.slice(1).every((word) => word.length <= 5 || word.includes('-'));
    if (short && run.words.length <= 4) return first;
  }
  const last = run.words[run.words.length - 1];
  return /^(Jr|Sr|II|III|IV)$/.test(last) && run.words.length > 2 ? run.words[run.words.length - 2] : last;
}

/** Whether a second full name can be the same person: one holds the other's words. */
function compatible(known: Named, run: NameRun): boolean {
  const have = new Set(known.name.toLowerCase().split(/[\s.-]+/));
  const first = run.words[0].toLowerCase();
  return (
    have.has(first) ||
    [...have].some((word) => word.length > 2 && first.length > 2 && (word.startsWith(first) || first.startsWith(word)))
  );
}

/** Words a role may have. */
const roleWordsMax = 14;

/** What somebody is, beside the name: ", the department's spokesperson," or "campaign spokesman" before it. */
function roleOf(split: SplitText, run: NameRun, finder: Finder): Span | null {
  return roleBehind(split, run, finder) ?? roleBefore(split, run, finder);
}

function roleBehind(split: SplitText, run: NameRun, finder: Finder): Span | null {
  const { words } = split;
  const comma = words[run.lastWord];
  if (comma === undefined || comma.text !== ',') return null;
  let role = false;
  let at = run.lastWord + 1;
  const from = at;
  while (at < words.length && at - from < roleWordsMax) {
    const word = words[at];
    if (word.kind === 'mark' && word.text !== '-' && word.text !== '’' && word.text !== '&') break;
    const tags = tagsOf(word, finder);
    if (tags & REL && !(tags & DET)) break;
    if (tags & AUX && word.kind !== 'clitic') break;
    if (tags & FINITE && !(tags & ROLE) && role && entryOf(finder.lexicon, word.text.toLowerCase())?.frames != null)
      break;
    if (tags & ROLE) role = true;
    if (at === from && tags & PREP) return null;
    if (at === from && !(tags & (DET | POSS | ROLE | TITLE)) && !isCapital(word) && word.kind !== 'word') return null;
    if (tags & SUBJ && !(tags & (DET | POSS))) break;
    at++;
  }
  if (!role || at === from) return null;
  const closer = words[at];
  if (closer !== undefined && closer.kind === 'word' && at - from >= roleWordsMax) return null;
  return [words[from].start, words[at - 1].end];
}

function roleBefore(split: SplitText, run: NameRun, finder: Finder): Span | null {
  const { words } = split;
  let at = run.firstWord - 1;
  const sentence = split.sentences[run.sentence];
  if (at < sentence.firstWord) return null;
  let comma = false;
  if (words[at].text === ',' && at > sentence.firstWord) {
    comma = true;
    at--;
  }
  if (words[at].text === '.' && at > sentence.firstWord) at--;
  const head = words[at];
  if (!(tagsOf(head, finder) & (ROLE | TITLE)) || /^(mr|mrs|ms|dr|miss)$/i.test(head.text)) return null;
  const end = head.end;
  let from = at;
  while (from > sentence.firstWord && at - from < roleWordsMax) {
    const word = words[from - 1];
    const tags = tagsOf(word, finder);
    if (word.kind === 'mark' && word.text !== '-') break;
    if (word.kind === 'clitic') {
      from--;
      continue;
    }
    if (tags & (AUX | PREP | REL) && !(isCapital(word) && from - 1 > sentence.firstWord)) break;
    if (tags & SUBJ && !(tags & (DET | POSS))) break;
    if (tags & FINITE && !(tags & (ROLE | TITLE)) && !isCapital(word)) break;
    if (word.kind === 'word' && ['and', 'that', 'when', 'as', 'but'].includes(word.text.toLowerCase())) break;
    from--;
    if (tags & (DET | POSS)) break;
  }
  if (comma && !(tagsOf(words[from], finder) & (DET | POSS)) && words[from + 1]?.kind !== 'clitic') return null;
  return [words[from].start, end];
}

function tagsOf(word: Word, finder: Finder): number {
  return entryOf(finder.lexicon, word.text.toLowerCase())?.tags ?? 0;
}
