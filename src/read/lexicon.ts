import type { Force, SmallWords, SpeechWords, VerbForms } from '../languages/language.ts';
import { oncePer } from '../text/once.ts';
import { jobBits } from './small-words.ts';

/** What a word can be, one bit each: a word can be several things, the parser asks for what it needs. */
export const DET = 1 << 0;
export const POSS = 1 << 1;
export const SUBJ = 1 << 2;
export const OBJ = 1 << 3;
export const PREP = 1 << 4;
export const CC = 1 << 5;
export const SUB = 1 << 6;
export const REL = 1 << 7;
export const BE = 1 << 8;
export const HAVE = 1 << 9;
export const MODAL = 1 << 10;
export const NEG = 1 << 11;
export const ADV = 1 << 12;
export const TIME = 1 << 13;
export const THAT = 1 << 14;
export const WH = 1 << 15;
export const VBASE = 1 << 16;
export const VS = 1 << 17;
export const VPAST = 1 << 18;
export const VPART = 1 << 19;
export const VING = 1 << 20;
export const TITLE = 1 << 21;
export const ROLE = 1 << 22;
export const VENUE = 1 << 23;
export const MEDIA = 1 << 24;
export const NOUN_CUE = 1 << 25;
export const DOC = 1 << 26;
export const LINK = 1 << 27;
export const REPORTEDLY = 1 << 28;
/** Its bare or present form is as often a noun. */
export const NOUN_FORM = 1 << 29;
/** Joins an owner to what is owned: "of", "del", "der". */
export const GENITIVE = 1 << 31;
/** A venue that is an occasion and no document or medium. */
export const OCCASION = 1 << 30;

export const AUX = BE | HAVE | MODAL;
export const FINITE = VS | VPAST | VBASE;
export const VERB = FINITE | VPART | VING;

/** A verb of saying as one of its frames: which lemma, which particle, what may follow. */
export interface Frame {
  readonly lemma: string;
  readonly particle: readonly string[] | null;
  readonly force: Force;
  /** As in `SpeechVerb`; `k` that a comma parts verb and clause, `f` that "of" or "about" follows who is told. */
  readonly frames: string;
}

/** All that one word can be. */
export interface Entry {
  tags: number;
  /** What small words do, bits of `read/small-words.ts`. */
  jobs: number;
  frames: Frame[] | null;
  /** Force of a noun of saying. */
  nounForce: Force | null;
}

/** What the ending of a word tells of it, one bit each: for words that no list has. */
export const PLURAL_END = 1 << 0;
export const ADVERB_END = 1 << 1;
export const PAST_END = 1 << 2;
export const GERUND_END = 1 << 3;

/** The bits of a word's ending; a language without such endings has none. */
export function endingsOf({ words: { endings } }: Lexicon, lower: string): number {
  if (endings === undefined) return 0;
  const ends = (list: readonly string[] | undefined, bit: number) =>
    list?.some((ending) => lower.endsWith(ending)) === true ? bit : 0;
  const plural = ends(endings.notPlural, PLURAL_END) === 0 ? ends(endings.plural, PLURAL_END) : 0;
  return plural | ends(endings.adverb, ADVERB_END) | ends(endings.past, PAST_END) | ends(endings.gerund, GERUND_END);
}

/** What is known of a plural's singular ("senators"); undefined for what is no plural or unknown. */
export function singularEntryOf({ words, entries }: Lexicon, lower: string): Entry | undefined {
  for (const ending of words.endings?.plural ?? []) {
    const found = lower.endsWith(ending) ? entries.get(lower.slice(0, -ending.length)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of a language by which statements and names are read. */
export interface Lexicon {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly accordingTo: readonly (readonly string[])[];
  readonly accordingToBehind: readonly (readonly string[])[];
  /** First words of both. */
  readonly sourceOpeners: ReadonlySet<string>;
  readonly nounLinks: ReadonlySet<string>;
  readonly notSpeakers: ReadonlySet<string>;
  readonly governors: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
  readonly issuing: ReadonlySet<string>;
  readonly pointers: ReadonlySet<string>;
  readonly verbPrefixes: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  readonly singularPronouns: ReadonlySet<string>;
  readonly pluralNouns: ReadonlySet<string>;
  readonly words: SpeechWords;
}

/** The entry of a word; for languages that write words together that of its last part, when that names a role or a body. */
export function entryOf(lexicon: Lexicon, lower: string): Entry | undefined {
  const found = lexicon.entries.get(lower);
  if (found !== undefined || lexicon.words.compounds !== true || lower.length < compoundLettersMin) return found;
  for (let at = 3; at <= lower.length - partLettersMin; at++) {
    const part = lexicon.entries.get(lower.slice(at));
    if (part !== undefined && part.tags & (ROLE | MEDIA | VENUE)) return part;
  }
  return undefined;
}

/** Letters from which a word may be two written as one, and that its last part must have. */
const compoundLettersMin = 9;
const partLettersMin = 4;

/** The words of a language laid out for one look-up a word; made once a language. */
export const lexiconOf = oncePer(compile);

function compile(speech: SpeechWords): Lexicon {
  const entries = new Map<string, Entry>();
  const entry = (word: string): Entry => {
    let found = entries.get(word);
    if (found === undefined) {
      found = { tags: 0, jobs: 0, frames: null, nounForce: null };
      entries.set(word, found);
    }
    return found;
  };
  const tag = (list: readonly string[], bit: number) => {
    for (const word of list) entry(word).tags |= bit;
  };
  const forms = (verb: VerbForms) => {
    tag(verb.base, VBASE);
    tag(verb.present, VS);
    tag(verb.past, VPAST);
    tag(verb.participle, VPART);
    tag(verb.gerund, VING);
  };
  for (const verb of speech.otherVerbs) forms(verb);
  for (const verb of speech.verbs) {
    forms(verb.forms);
    const { lemma, particle, force } = verb;
    const frames = speech.clauseComma === true && /[cb]/.test(verb.frames) ? `${verb.frames}k` : verb.frames;
    const frame: Frame = { lemma, particle: particle === null ? null : particle.split(' '), force, frames };
    const all = new Set(Object.values(verb.forms).flat());
    for (const form of all) {
      const found = entry(form);
      found.frames ??= [];
      found.frames.push(frame);
    }
  }
  for (const noun of speech.nouns) {
    const [word, force] = noun.split('/');
    for (const form of [word, `${word}s`]) {
      const found = entry(form);
      found.tags |= NOUN_CUE;
      found.nounForce = force as Force;
    }
  }
  const nounForms = new Set(speech.nounForms);
  for (const verb of [...speech.otherVerbs, ...speech.verbs.map((one) => one.forms)]) {
    if (verb.base.some((form) => nounForms.has(form))) tag([...verb.base, ...verb.present], NOUN_FORM);
  }
  tag(speech.determiners, DET);
  tag(speech.possessives, POSS);
  tag(speech.subjects, SUBJ);
  tag(speech.contractions, SUBJ | MODAL);
  tag(speech.objects, OBJ);
  tag(speech.prepositions, PREP);
  tag(speech.genitives, GENITIVE);
  tag(speech.coordinators, CC);
  tag(speech.subordinators, SUB);
  tag(speech.relatives, REL);
  tag(speech.be, BE);
  tag(speech.have, HAVE);
  tag(speech.modals, MODAL);
  tag(speech.negations, NEG);
  tag(speech.adverbsPlain, ADV);
  tag(speech.adverbsOfTime, TIME);
  tag(speech.that, THAT);
  tag(speech.questionWords, WH);
  tag(speech.titles, TITLE);
  tag(speech.roles, ROLE);
  tag(speech.venues, VENUE);
  tag(speech.occasions, VENUE | OCCASION);
  tag(speech.media, MEDIA);
  tag(speech.documents, DOC);
  tag(speech.venueLinks, LINK);
  tag(speech.adverbs, REPORTEDLY);
  for (const [job, list] of Object.entries(speech.small ?? {}))
    for (const word of list) entry(word).jobs |= jobBits[job as keyof SmallWords];
  return {
    entries,
    accordingTo: speech.accordingTo.map((phrase) => phrase.split(' ')),
    accordingToBehind: (speech.accordingToBehind ?? []).map((phrase) => phrase.split(' ')),
    sourceOpeners: new Set(
      [...speech.accordingTo, ...(speech.accordingToBehind ?? [])].map((phrase) => phrase.split(' ')[0]),
    ),
    nounLinks: new Set(speech.nounLinks),
    notSpeakers: new Set(speech.notSpeakers),
    governors: new Set(speech.governors),
    refusals: new Set(speech.refusals),
    issuing: new Set(speech.issuing ?? []),
    pointers: new Set(speech.pointers ?? []),
    verbPrefixes: new Set(speech.verbPrefixes ?? []),
    persons: new Set(speech.persons),
    singularPronouns: new Set(speech.singularPronouns),
    pluralNouns: new Set(speech.pluralNouns),
    words: speech,
  };
}
