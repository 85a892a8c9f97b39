import { companyForms } from '../languages/company-forms.ts';
import type { Language } from '../languages/language.ts';
import { adjectives, places } from '../languages/places.ts';
import type { Mention, Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { isCapital } from '../text/words.ts';
import { type KnownWords, knownWords, NATIONAL, ORGANISATION, PLACE } from './known-words.ts';
import { DET, entryOf, lexiconOf, MEDIA } from './lexicon.ts';
import { settleKinds } from './name-contexts.ts';
import type { NameRun } from './name-kinds.ts';
import { roleOf } from './name-roles.ts';
import { findRuns } from './name-runs.ts';
import { type Finder, finderOf } from './name-words.ts';

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
  /** How this form came to that name. */
  readonly link: 'as written' | 'surname' | 'acronym' | 'short form';
  readonly sentence: number;
}

/** People, organisations and places of a text, each mention tied to the fullest name in it. */
export function findMentions(split: SplitText, language: Language | null): NameMention[] {
  if (language?.speech === undefined || language.names === undefined) return [];
  const finder = finderOf(language.names, lexiconOf(language.speech));
  const known = knownWords(split, language);
  return link(split, known, settleKinds(split, known, findRuns(split, known, finder), finder), finder);
}

/** The record of a mention as the reading holds it. */
export function mentionRecord(mention: NameMention): Mention {
  return { span: [mention.start, mention.end], kind: mention.named.kind, name: mention.named.name };
}

/** Ties each run to the fullest name that it is a form of. */
function link(split: SplitText, known: KnownWords, runs: readonly NameRun[], finder: Finder): NameMention[] {
  const names = fullNames(split, known, runs, finder);
  const found = new Map<string, Named>();
  const mentions: NameMention[] = [];
  for (const run of runs) {
    const tied = tie(split, known, run, names, found, finder);
    if (tied !== null) mentions.push({ start: run.start, end: run.end, ...tied, sentence: run.sentence });
  }
  return mentions;
}

/** The full names of a text, and the ways in which a later mention may shorten them. */
interface FullNames {
  readonly people: Map<string, Named>;
  readonly bySurname: Map<string, Named>;
  /** All who share a surname, in the order in which they are named in full. */
  readonly families: Map<string, Named[]>;
  readonly byGiven: Map<string, Named>;
  readonly organisations: Map<string, Named>;
  /** Organisations by each word of their name that tells them apart: "the Times" for "New York Times". */
  readonly shortForms: Map<string, Named>;
  readonly acronyms: Map<string, Named>;
}

/** Full names first, wherever they stand: a surname may come before its full name, in a headline's place. */
function fullNames(split: SplitText, known: KnownWords, runs: readonly NameRun[], finder: Finder): FullNames {
  const names: FullNames = {
    people: new Map(),
    bySurname: new Map(),
    families: new Map(),
    byGiven: new Map(),
    organisations: new Map(),
    shortForms: new Map(),
    acronyms: new Map(),
  };
  /** First names that stand alone: whoever has one is called by it. */
  const givenAlone = new Set<string>();
  for (const run of runs) {
    if (run.words.length === 1 && !run.titled) givenAlone.add(run.key);
    if (run.words.length === 1) continue;
    if (run.kind === 'person') addPerson(split, known, run, finder, names);
    else if (run.kind === 'organisation') addOrganisation(split, known, run, finder, names);
  }
  for (const [surname, family] of names.families) {
    // "Ela" for Ela Gomez leaves "Gomez" to her father.
    const called = family.find((one) => !givenAlone.has(one.name.slice(0, one.name.indexOf(' ')).toLowerCase()));
    if (family.length > 1 && called !== undefined) names.bySurname.set(surname, called);
  }
  joinCompanies(names);
  return names;
}

function addPerson(split: SplitText, known: KnownWords, run: NameRun, finder: Finder, names: FullNames): void {
  const { people, bySurname, families, byGiven } = names;
  let named = people.get(run.key);
  if (named === undefined) {
    const surname = surnameOf(run, finder).toLowerCase();
    const other = bySurname.get(surname);
    if (other !== undefined && compatible(other, run)) named = other;
    else named = { name: run.name, kind: 'person', gender: run.gender, role: null, government: null };
    people.set(run.key, named);
    if (!bySurname.has(surname)) bySurname.set(surname, named);
    const family = families.get(surname);
    if (family === undefined) families.set(surname, [named]);
    else if (!family.includes(named)) family.push(named);
  }
  if (run.name.length > named.name.length && run.words.length <= 4) named.name = run.name;
  if (!byGiven.has(run.words[0].toLowerCase())) byGiven.set(run.words[0].toLowerCase(), named);
  named.gender ??= run.gender;
  named.role ??= roleOf(split, known, run, finder);
}

function addOrganisation(split: SplitText, known: KnownWords, run: NameRun, finder: Finder, names: FullNames): void {
  const { organisations, shortForms } = names;
  if (organisations.has(run.key)) return;
  const named: Named = { name: run.name, kind: 'organisation', gender: null, role: null, government: null };
  organisations.set(run.key, named);
  // "the Rolf Tern" may be a make of the company Rolf: only a name that says of what kind it is has short forms.
  if (run.called === true || run.words.length > 2 || saysKind(known, run)) {
    for (const word of run.words) {
      const low = word.toLowerCase();
      const common = finder.organisations.has(low) && !isMediaWord(low, finder);
      if (word.length > 3 && !places.has(low) && !adjectives.has(low) && !shortForms.has(low) && !common)
        shortForms.set(low, named);
    }
  }
  addAcronyms(split, known, run, named, names.acronyms);
}

/** Whether a name has a word by which it is an organisation's. */
function saysKind({ names, tags, lower }: KnownWords, { firstWord, lastWord }: NameRun): boolean {
  for (let at = firstWord; at < lastWord; at++) if (names[at] & (ORGANISATION | NATIONAL | PLACE)) return true;
  return (tags[lastWord - 1] & MEDIA) !== 0 || companyForms.has(lower[lastWord - 1]) || lower[lastWord - 1] === '.';
}

/** "HBI" for Harbour Bureau of Inspection, "TLR" for The Lakeside Reporter. */
function addAcronyms(
  { words }: SplitText,
  known: KnownWords,
  run: NameRun,
  named: Named,
  acronyms: Map<string, Named>,
): void {
  const capitals = run.words.filter((text) => isCapital({ text }));
  const article = run.firstWord - 1;
  const opened = article >= 0 && known.tags[article] & DET && isCapital(words[article]) ? words[article].text[0] : null;
  for (const from of [0, firstOfBody(run.words)]) {
    const initials = capitals
      .slice(from)
      .map((word) => word[0])
      .join('');
    if (initials.length < 2) continue;
    if (!acronyms.has(initials)) acronyms.set(initials, named);
    if (opened !== null && !acronyms.has(opened + initials)) acronyms.set(opened + initials, named);
  }
}

/** "Institut Varden" beside "Institut Varden S.A." is a company, though it looks like a person. */
function joinCompanies({ people, bySurname, organisations }: FullNames): void {
  for (const [key, named] of [...organisations]) {
    const space = key.lastIndexOf(' ');
    const short = key.slice(0, space);
    const person = people.get(short);
    if (person === undefined || !companyForms.has(key.slice(space + 1))) continue;
    organisations.set(short, named);
    const surname = short.slice(short.lastIndexOf(' ') + 1);
    if (bySurname.get(surname) === person) bySurname.set(surname, named);
  }
  for (const key of organisations.keys()) {
    const longer = longerName(key, organisations);
    if (longer !== null) organisations.set(key, longer);
  }
}

/** Words before a body's own name that its short form leaves out: the country. */
function firstOfBody(words: readonly string[]): number {
  const first = words[0].toLowerCase();
  const two = `${first} ${words[1].toLowerCase()}`;
  if (/^\p{L}$/u.test(words[0]) && words.length > 3) return words.findIndex((word) => word.length > 1);
  if (words.length > 3 && places.has(two)) return 2;
  return places.has(first) || adjectives.has(first) ? 1 : 0;
}

/** Bodies of one article that are compared with each other: beyond these names stay as they are written. */
const organisationsComparedMax = 60;

/** "Institut Varden" is "Institut Varden S.A.", "the Harbour Council" the "U.N. Harbour Council" named in the same text. */
function longerName(key: string, organisations: ReadonlyMap<string, Named>): Named | null {
  if (organisations.size > organisationsComparedMax) return null;
  for (const [other, named] of organisations) {
    if (other.length <= key.length) continue;
    if (other.startsWith(`${key} `) && companyForms.has(other.slice(key.length + 1))) return named;
    if (!other.endsWith(` ${key}`)) continue;
    const before = other.slice(0, -key.length - 1);
    if (places.has(before) || adjectives.has(before) || /^(?:[A-Z]\.)+ |^[A-Z]{2,5} /.test(named.name)) return named;
  }
  return null;
}

/** Whom one run names, with how its form came to that name; null when it names nobody. `found` keeps the names met so far. */
function tie(
  split: SplitText,
  known: KnownWords,
  run: NameRun,
  names: FullNames,
  found: Map<string, Named>,
  finder: Finder,
): Pick<NameMention, 'named' | 'link'> | null {
  const { people, bySurname, byGiven, organisations, shortForms, acronyms } = names;
  const { key } = run;
  const company = run.kind === 'person' && !run.titled ? organisations.get(key) : undefined;
  if (company !== undefined) return { named: company, link: 'short form' };
  if (run.kind === 'person' && run.words.length > 1) {
    const named = people.get(key)!;
    return { named, link: named.name === run.name ? 'as written' : 'short form' };
  }
  if (run.kind === 'organisation' && run.words.length > 1) {
    return { named: organisations.get(key)!, link: 'as written' };
  }
  if (run.kind === 'place') {
    const place = places.get(split.text.slice(run.start, run.end).toLowerCase());
    // "Washington said" may be a person of that name: one of the article's people comes first.
    const person = bySurname.get(key);
    if (person !== undefined && !split.text.slice(run.start, run.end).includes(' ') && run.titled) {
      return { named: person, link: 'surname' };
    }
    return {
      named: nameUnder(found, `place ${key}`, {
        name: split.text.slice(run.start, run.end),
        kind: 'place',
        gender: null,
        role: null,
        government: place === undefined || place.kind === 'city' ? null : place.country,
      }),
      link: 'as written',
    };
  }
  // "Mr. Gomez" where a woman of that name comes first.
  const person =
    (run.gender === null ? undefined : names.families.get(key)?.find((one) => one.gender === run.gender)) ??
    bySurname.get(key);
  if (person !== undefined && run.kind !== 'organisation') {
    if (run.gender !== null && person.gender === null) person.gender = run.gender;
    person.role ??= roleOf(split, known, run, finder);
    return { named: person, link: 'surname' };
  }
  const longer =
    run.words.length === 1 && person === undefined ? shortForms.get(run.words[0].toLowerCase()) : undefined;
  if (longer !== undefined && run.kind !== 'person') {
    return { named: longer, link: 'short form' };
  }
  if ((run.kind === null || run.titled) && run.words.length === 1) {
    const given = byGiven.get(key);
    if (given !== undefined) {
      return { named: given, link: 'short form' };
    }
  }
  const spelled = acronyms.get(run.words.join(''));
  if (spelled !== undefined && run.words.length === 1) {
    return { named: spelled, link: 'acronym' };
  }
  // Where every noun has a capital, a single one says nothing.
  if (run.kind === null && finder.lexicon.words.compounds === true && !run.titled) return null;
  const kind = run.kind ?? (run.titled || finder.male.has(key) || finder.female.has(key) ? 'person' : 'organisation');
  const one = nameUnder(found, `${kind} ${key}`, {
    name: run.name,
    kind,
    gender: run.gender,
    role: null,
    government: null,
  });
  one.gender ??= run.gender;
  if (kind === 'person') one.role ??= roleOf(split, known, run, finder);
  return { named: one, link: 'as written' };
}

function isMediaWord(low: string, finder: Finder): boolean {
  return ((entryOf(finder.lexicon, low)?.tags ?? 0) & MEDIA) !== 0;
}

/** The name kept under a key; `fresh` where there is none yet. A dateline's capitals give way to the name as it is written. */
function nameUnder(found: Map<string, Named>, key: string, fresh: Named): Named {
  const known = found.get(key);
  if (known !== undefined) {
    if (known.kind === 'place' && known.name.length > 3 && known.name === known.name.toUpperCase())
      known.name = fresh.name;
    return known;
  }
  found.set(key, fresh);
  return fresh;
}

/** The word by which somebody is called again: the last, or the first where family names stand first. */
function surnameOf(run: NameRun, finder: Finder): string {
  const [first] = run.words;
  if (finder.surnameFirst.has(first.toLowerCase()) && !finder.male.has(run.words[1].toLowerCase())) {
    const short = run.words.slice(1).every((word) => word.length <= 5 || word.includes('-'));
    if (short && run.words.length <= 4) return first;
  }
  const last = run.words[run.words.length - 1];
  return finder.generations.has(last.toLowerCase()) && run.words.length > 2 ? run.words[run.words.length - 2] : last;
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
