import type { FigureBound } from '../records.ts';

/**
 * The shape of a language: data only, logic is shared. A new language is one file beside this one and one line in
 * `languages.ts`. Every section is optional but for the code and script, so a language can start with what is known of it;
 * each section's interface is documented in the stage's terms and lives in this file, since data is all they share.
 */
export interface Language {
  /** BCP 47 primary tag. */
  readonly code: string;
  /** Its own name, as shown in the desk. */
  readonly name: string;
  /** `spaced` scripts part words by spaces; `unspaced` ones (Chinese, Japanese, Thai) do not. */
  readonly script: 'spaced' | 'unspaced';
  /** For `extract`: the words around a text that are not the text. */
  readonly furniture?: FurnitureWords;
  readonly sentences?: SentenceWords;
  readonly speech?: SpeechWords;
  readonly names?: NameWords;
  readonly figures?: FigureWords;
  /** In place of `figures` where numbers stand with counters: Korean and Chinese. */
  readonly counts?: CountWords;
  /** In place of `speech` where particles mark who speaks and the verb stands last. */
  readonly particleSpeech?: ParticleSpeech;
  /** In place of `speech` where words are not parted by spaces. */
  readonly unspacedSpeech?: UnspacedSpeech;
  readonly dates?: DateWords;
}

/** What `text/sentences.ts` must know to find where a sentence ends. */
export interface SentenceWords {
  /** Words that take a full stop without ending a sentence, lower case, without the stop. */
  readonly abbreviations: readonly string[];
  /** Words that, with a capital, most often begin a sentence: after an abbreviation only they begin a new one. */
  readonly openers: readonly string[];
  /** Ordinals are written with a full stop ("3. Oktober"). */
  readonly ordinalPoint?: boolean;
}

/** What a verb of saying does with what is said: the same words as `Statement.force`; `think` for beliefs and wishes, which are none. */
export type Force =
  | 'say'
  | 'claim'
  | 'warn'
  | 'deny'
  | 'confirm'
  | 'promise'
  | 'threaten'
  | 'ask'
  | 'refuse'
  | 'report'
  | 'think';

/** The forms of a verb, lower case. A form may stand in several lists. */
export interface VerbForms {
  readonly base: readonly string[];
  /** Third person present. */
  readonly present: readonly string[];
  readonly past: readonly string[];
  readonly participle: readonly string[];
  readonly gerund: readonly string[];
}

/** Endings that tell what a word is which stands in no list. */
export interface FormEndings {
  readonly plural: readonly string[];
  /** What ends like a plural and is none. */
  readonly notPlural: readonly string[];
  /** Of adverbs made of adjectives. */
  readonly adverb: readonly string[];
  readonly past: readonly string[];
  readonly gerund: readonly string[];
}

/**
 * A verb of saying. Frames, one letter each, say what can follow it: `c` a clause or a quotation, `b` a clause with "that" or
 * a question word only, `q` a quotation only, `o` a noun phrase, `t` its subject's own infinitive, `x` another's infinitive
 * with that other before it, `d` first the one who is told; `p` that a place may stand before what is said; `r` that it hands on
 * another's words ("cite").
 */
export interface SpeechVerb {
  readonly lemma: string;
  /** A word that must follow ("call for"). */
  readonly particle: string | null;
  readonly force: Force;
  readonly frames: string;
  readonly forms: VerbForms;
}

/**
 * Small words by what they do around what is said; a job a language has no word for is left out. `turn` begins another
 * clause ("but", "so"); `bound` ends a noun phrase read backwards; `contrast` begins another speaker's clause behind a
 * comma; `aside` ends a noun phrase that was said; `none` are negations that negate no verb; `emphatic` auxiliaries
 * that are no modals; `topic` follows who is told ("told her of"), `passiveTopic` a passive ("was asked about").
 */
export interface SmallWords {
  readonly to: readonly string[];
  readonly by: readonly string[];
  readonly as: readonly string[];
  readonly on: readonly string[];
  readonly of: readonly string[];
  readonly about: readonly string[];
  readonly topic: readonly string[];
  readonly passiveTopic: readonly string[];
  readonly with: readonly string[];
  readonly at: readonly string[];
  readonly from: readonly string[];
  readonly for: readonly string[];
  readonly but: readonly string[];
  readonly turn: readonly string[];
  readonly and: readonly string[];
  readonly whether: readonly string[];
  readonly while: readonly string[];
  readonly bound: readonly string[];
  readonly contrast: readonly string[];
  readonly aside: readonly string[];
  readonly nonfinite: readonly string[];
  readonly emphatic: readonly string[];
  readonly none: readonly string[];
  readonly today: readonly string[];
  readonly that: readonly string[];
  readonly those: readonly string[];
  readonly saying: readonly string[];
  readonly whose: readonly string[];
  readonly not: readonly string[];
  readonly interview: readonly string[];
  /** Words that stand for a whole clause behind a verb of saying: "said no", "said the same". */
  readonly clauseStands: readonly string[];
}

/** What `read/statements.ts` must know of a language to find who said what. All words lower case. */
export interface SpeechWords {
  readonly verbs: readonly SpeechVerb[];
  readonly small?: Partial<SmallWords>;
  readonly endings?: Partial<FormEndings>;
  /** Common verbs that are none of saying: they show where a clause has its verb. */
  readonly otherVerbs: readonly VerbForms[];
  /** Nouns of saying with their force: "claim/claim". */
  readonly nouns: readonly string[];
  /** Labels before a colon in a headline that name no speaker: "Exclusive: …". */
  readonly notSpeakers: readonly string[];
  /** Verbs whose bare and present forms are as often nouns: "states", "call". */
  readonly nounForms: readonly string[];
  /** Verb forms that hand an infinitive of saying to their subject: "declined to say", "went on to say". */
  readonly governors: readonly string[];
  /** Those of them that deny it. */
  readonly refusals: readonly string[];
  /** Verb forms by which somebody gives out words in writing: in "released a statement saying" it is their subject who says. */
  readonly issuing?: readonly string[];
  /** Pronouns that no bare form follows. */
  readonly singularPronouns: readonly string[];
  /** Plurals without the ending of one. */
  readonly pluralNouns: readonly string[];
  /** What joins such a noun to what is said: "claim that", "call for". */
  readonly nounLinks: readonly string[];
  /** "that". */
  readonly that: readonly string[];
  readonly questionWords: readonly string[];
  /** Phrases that name a source before or behind what is said: "according to". */
  readonly accordingTo: readonly string[];
  /** Such phrases that only stand behind what is said: "so der Minister". */
  readonly accordingToBehind?: readonly string[];
  /** Words for the sentence before, with who said it behind the verb: "Das teilte die Sprecherin mit", "Об этом сообщила …". */
  readonly pointers?: readonly string[];
  /** Parts of a verb that stand at its sentence's end: "fügte sie hinzu". */
  readonly verbPrefixes?: readonly string[];
  /** A subject may be left out: "añadió". */
  readonly dropsSubject?: boolean;
  /** Words are written together: "Regierungssprecherin" is a "Sprecherin". */
  readonly compounds?: boolean;
  /** A comma parts a verb of saying from its clause: "sagte, dass", "заявил, что". */
  readonly clauseComma?: boolean;
  /** Adverbs that report without a source: "reportedly". */
  readonly adverbs: readonly string[];
  readonly negations: readonly string[];
  readonly be: readonly string[];
  readonly have: readonly string[];
  readonly modals: readonly string[];
  readonly determiners: readonly string[];
  readonly possessives: readonly string[];
  /** Pronouns that can be a subject. */
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly prepositions: readonly string[];
  /** Prepositions or articles that join an owner: "of", "del", "der". */
  readonly genitives: readonly string[];
  readonly coordinators: readonly string[];
  readonly subordinators: readonly string[];
  readonly relatives: readonly string[];
  readonly persons: readonly string[];
  /** Words of time that may stand between a verb and what is said. */
  readonly adverbsOfTime: readonly string[];
  readonly adverbsPlain: readonly string[];
  /** Words that mark a name or noun phrase as an outlet. */
  readonly media: readonly string[];
  /** Documents that speak: "the report said". */
  readonly documents: readonly string[];
  /** Head nouns of occasions and media: "a statement", "Twitter". */
  readonly venues: readonly string[];
  /** Occasions among them: "told a press briefing" names where, not whom. */
  readonly occasions: readonly string[];
  /** Prepositions before them. */
  readonly venueLinks: readonly string[];
  /** Head nouns of roles: "spokesman". */
  readonly roles: readonly string[];
  /** A subject and its auxiliary in one word: "they'll". */
  readonly contractions: readonly string[];
  /** Lemmas with which a speaker goes on: "add". */
  readonly continuing: readonly string[];
  /** Words before a noun that say it was named before ("the", "his"), and those that say it was not ("a"). */
  readonly definites?: readonly string[];
  readonly indefinites?: readonly string[];
  /** Roles that may name the same person: the "chief" is the director. */
  readonly roleGroups?: readonly (readonly string[])[];
  /** Roles that often stay without a name: "the official" is not simply who spoke last. */
  readonly unnamedRoles: readonly string[];
  /** Documents that are somebody's own words: "the statement" is by who spoke last. */
  readonly ownDocuments: readonly string[];
  /** Words before a name that are no part of it. */
  readonly titles: readonly string[];
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly plural: readonly string[];
  readonly neuter: readonly string[];
}

/**
 * How a language writes time. `classes` give words a value by class, lower case:
 * "january jan 1; february feb 2"; `rules` say which rows of words are a time
 * expression and what `read/dates.ts` is to make of them.
 *
 * A rule is `name: pattern`. In a pattern capitals name a class, anything else is the word itself; `?` marks what may be
 * missing, `(…)` a group, `a/b` one word of several. Numbers in digits have the classes of `computedClasses`.
 * The class values: MONTH 1-12; WEEKDAY 1-7 from Monday; UNIT a place in `units`; DIR, DAYWORD and AGO steps from now; YSTEP and MSTEP steps
 * of years and months before a month or day; SHIFT a unit with its step in one word: 100 × (step + 5) + unit;
 * MOD 1 early, 2 mid, 3 late; PART 1-7 (morning, midday, afternoon, evening, night, noon, midnight); SEASON 1-4 from
 * spring; REF 0 now, 1 past, 2 future; QTY an indefinite number; ZONE minutes east of UTC; MERIDIEM 0 or 12 hours.
 */
export interface DateWords {
  readonly classes: Readonly<Record<string, string>>;
  readonly rules: readonly string[];
  /** Month, weekday and season words that are other words too ("may", "march", "sun"): taken with a capital and a reason. */
  readonly ambiguous?: readonly string[];
  /** Endings that make a number an ordinal: "st", "th". */
  readonly ordinalEndings?: readonly string[];
  /** Endings that make a number a decade: "s" (1990s), "er" (1990er). */
  readonly decadeEndings?: readonly string[];
  /** Words are found anywhere in a clause and not only as whole words (Korean, Chinese, Japanese). */
  readonly agglutinated?: boolean;
  /** Particles and endings that may hang on a word without a space (Korean). */
  readonly endings?: readonly string[];
  /** Order of day and month in 3/4/2021. */
  readonly dayFirst?: boolean;
  /** Words after which an event is still to come ("will", "plans"), and words that put it in the past ("was", "said"). */
  readonly future: readonly string[];
  readonly past: readonly string[];
  /** Endings of past and of future forms ("ed"; "rá"). */
  readonly pastEndings?: readonly string[];
  readonly futureEndings?: readonly string[];
  /** Words with such an ending that are no past form ("succeed"). */
  readonly notPast?: readonly string[];
  /** Words that make a past participle after them tell no time of its own ("will be named"). */
  readonly passive?: readonly string[];
  /** Words of the future that "had been" puts in the past ("had been due to expire Friday"). */
  readonly awaited?: readonly string[];
  /** Pairs of words that put what was awaited in the past ("had+been"). */
  readonly perfect?: readonly string[];
  /** Before the base form of a verb: a weak sign of what is to come ("to"). */
  readonly infinitive?: readonly string[];
  /** Words that, right before a date, put it ahead ("by", "until", "soon+as" for two). */
  readonly ahead?: readonly string[];
  /** Words before a lone year that make it one ("in", "since"). */
  readonly beforeYear?: readonly string[];
  /** Verbs tell their tense by Korean endings. */
  readonly hangul?: boolean;
  /** Particles behind who acts ("은", "は"). */
  readonly actorEndings?: readonly string[];
  /** Signs behind the number of a day ("일"). */
  readonly daySigns?: readonly string[];
  /** Nouns are written with a capital (German): a capital makes no name. */
  readonly capitalNouns?: boolean;
  /** Words before a bare hour and minute that make them a time and no ratio. */
  readonly clockOpeners?: readonly string[];
  /** Words before and after "the day" that make it the day the text is about. */
  readonly dayOpeners?: readonly string[];
  readonly dayClosers?: readonly string[];
  /** Words after a number that make it a count and no date. */
  readonly counted?: readonly string[];
  /** Words that settle what a doubtful word or number is. */
  readonly doubts?: Partial<DoubtWords>;
  /** Names of months and days have no capital, unless they are somebody's. */
  readonly smallNames?: boolean;
  /** Words that tie a date to what happens on it; without them a language has dates but no events. */
  readonly events?: EventWords;
}

/** What `read/plausible.ts` must know to tell dates from words that look like them. All lower case. */
export interface DoubtWords {
  /** Before a name that is no season or month ("Frau Sommer"). */
  readonly titles: readonly string[];
  /** Months that are other words too ("may", "march"), and the words before them that make them months. */
  readonly monthsAndWords: readonly string[];
  readonly monthOpeners: readonly string[];
  /** After a name that is a month's too they make it a person ("May said"), and which names are. */
  readonly personVerbs: readonly string[];
  readonly alsoPeople: readonly string[];
  /** Short forms that are other words too ("mar", "sun"), and what must stand before them. */
  readonly shortNames: readonly string[];
  readonly shortNameOpeners: readonly string[];
  readonly determiners: readonly string[];
  readonly prepositions: readonly string[];
  /** Before a season that is another word too. */
  readonly seasonOpeners: readonly string[];
  /** Before an ordinal that is a day ("on the 2nd"). */
  readonly dayOpeners: readonly string[];
  /** Before a decade of two digits ("the 70s"), and between two of them. */
  readonly decadeOpeners: readonly string[];
  readonly listLinks: readonly string[];
  /** What is numbered ("flight 1988"). */
  readonly numbered: readonly string[];
  readonly addressOpeners: readonly string[];
  /** Before a month they make it one whatever follows ("in"), before a year they tell whose it is ("'s"), behind a quarter a share ("of"). */
  readonly monthAlways: readonly string[];
  readonly genitives: readonly string[];
  readonly shareLinks: readonly string[];
  /** Words that end like a plural and are none. */
  readonly notPlural: readonly string[];
  readonly about: readonly string[];
  /** Before "a year" they make it a rate ("2 million a year"). */
  readonly rateAfter: readonly string[];
  /** After "the week" they tell which one is meant and it is not this. */
  readonly notAfterUnit: readonly string[];
}

/** What `read/events.ts` must know to tell what a date is of and how it stands. All words lower case. */
export interface EventWords {
  /** Words and marks between the ends of a range, and the words before its begin. */
  readonly rangeLinks: readonly string[];
  readonly rangeDashes: readonly string[];
  readonly rangeOpeners: readonly string[];
  /** Those that need no opener ("May 3 through May 6"). */
  readonly through: readonly string[];
  readonly betweens: readonly string[];
  readonly betweenLinks: readonly string[];
  /** What closes a range behind its second date ("사이"). */
  readonly betweenClosers?: readonly string[];
  /** Between a date and its noun, in languages whose words are looked for as parts of the text ("의", "的"). */
  readonly genitives?: readonly string[];
  /** Between dates of one list: "and", ",". */
  readonly listLinks: readonly string[];
  /** Before a length that ends in a deadline ("within 18 months"), and before a stretch that begins now ("over the next week"). */
  readonly withins?: readonly string[];
  readonly overs?: readonly string[];
  /** Behind a length that ends in a deadline ("안에"), and between a day and how long it lasts from there ("for"). */
  readonly withinClosers?: readonly string[];
  readonly lengthLinks?: readonly string[];
  /** Before the day a thing must be done by, and nouns and verbs of such days. */
  readonly limits: readonly string[];
  readonly deadline: readonly string[];
  /** Deadline words that an infinitive makes a plan ("due to speak"). */
  readonly dueTo?: readonly string[];
  readonly planned: readonly string[];
  readonly postponed: readonly string[];
  /** Words of moving that are those only beside an old and a new date ("brought forward"). */
  readonly movers?: readonly string[];
  /** Those of moving that speak of a deadline. */
  readonly extended: readonly string[];
  readonly cancelled: readonly string[];
  readonly failed: readonly string[];
  /** Outcomes told by several words ("called off"), and how many words may stand between two of them ("fällt am Montag aus"). */
  readonly outcomes?: Readonly<Partial<Record<'cancelled' | 'postponed' | 'failed', readonly string[]>>>;
  readonly outcomeGap?: number;
  /** Verbs that a negation makes a cancellation ("will not take place"), and those it makes a failure ("did not reach"). */
  readonly holding?: readonly string[];
  readonly managing?: readonly string[];
  /** What was to come ("due", "scheduled", "original"): with a word of moving, the date is the old one. */
  readonly awaited: readonly string[];
  /** Before the new date of something moved. */
  readonly moveTo: readonly string[];
  /** What, negated, means that a plan was dropped ("press ahead", "go through"). */
  readonly attempt: readonly string[];
  readonly since: readonly string[];
  /** Verbs of what goes on. */
  readonly lasting: readonly string[];
  /** Before "than" they make it a bound and no comparison ("no earlier than Saturday"). */
  readonly boundsOfThan?: readonly string[];
  /** Before a date that is only compared with ("than", "from"). */
  readonly compared: readonly string[];
  /** Signs of an agency behind the day in a date line ("电"). */
  readonly datelineClosers?: readonly string[];
  /** Words of a careful date ("around", "early as"). */
  readonly vague: readonly string[];
  readonly negations: readonly string[];
  /** Words that begin a clause. */
  readonly borders: readonly string[];
  readonly prepositions: readonly string[];
  readonly determiners: readonly string[];
  /** Prepositions that join a noun to the noun after it ("talks with Tern"). */
  readonly complements?: readonly string[];
  /** Of the borders those that are prepositions where no verb follows ("before", "as"). */
  readonly preposed?: readonly string[];
  /** Before the doer of a participle ("signed by"). */
  readonly agents?: readonly string[];
  /** Adverbs between a subject and its verb, and their ending. */
  readonly adverbs?: readonly string[];
  readonly adverbEndings?: readonly string[];
  /** Verbs that say little without their subject ("will take place"). */
  readonly light?: readonly string[];
  readonly pronouns?: readonly string[];
  /** Forms that are verbs, beside those of the past: auxiliaries, frequent presents, "to". */
  readonly verbs: readonly string[];
  /** With an amount word or sign a clause tells figures ("percent", "억"). */
  readonly amounts: readonly string[];
  /** Of the borders those that join two halves of one clause ("and"). */
  readonly joiners?: readonly string[];
  /** Before a decade, or a length that begins now, they make it a time something happens in ("in"). */
  readonly ins?: readonly string[];
  /** Before an infinitive ("to"), and words that put a plan in the past ("had been"). */
  readonly infinitives?: readonly string[];
  readonly pluperfects?: readonly string[];
  /** After a year they make it a name ("the 2016 race"). */
  readonly periodNouns: readonly string[];
  /** Before a participle they make a passive, which says nothing of who spoke. */
  readonly auxiliaries: readonly string[];
  /** With an amount they make a date the period of a figure. */
  readonly market: readonly string[];
  /** Verbs of saying and what is said in: a date beside them is the day of saying. */
  readonly speech: readonly string[];
  readonly speechNouns: readonly string[];
  /** Occasions of speaking that are events themselves ("rally"). */
  readonly occasions?: readonly string[];
}

/** Units of time in the order that UNIT values count, from 1. */
export const units = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
  'weekend',
] as const;

/** A unit of time, as the patterns of dates number them. */
export type TimeUnit = (typeof units)[number];

/** What `read/figures.ts` must know of numbers and what they count, where words stand apart. Keys lower case. */
export interface FigureWords {
  /** Number words below a thousand; two words joined by a hyphen may be one key ("quatre-vingt"). */
  readonly numbers: Readonly<Record<string, number>>;
  /** Hundred, thousand, million; those of one letter hold only beside their number ("5m") or behind a sign of money. */
  readonly scales: Readonly<Record<string, number>>;
  /** Scales that need no article or number before them: "mil personas". */
  readonly bareScales: readonly string[];
  /** Words for a number of their own behind an article or a number: "a dozen", "une vingtaine". */
  readonly collectives: Readonly<Record<string, number>>;
  /** Articles that make one of a scale or collective, and words that make a part of it. */
  readonly ones: readonly string[];
  readonly fractions: Readonly<Record<string, number>>;
  /** Fractions of what follows: "two thirds of the members"; and those that need no number before them: "half of". */
  readonly shares: Readonly<Record<string, number>>;
  readonly halves: readonly string[];
  /** Words before a fraction that make it a stretch of time or a side: "the second half". */
  readonly ranks: readonly string[];
  /** The whole follows without a link: "треть лодок". */
  readonly wholesFollow?: true;
  readonly conjunctions: readonly string[];
  /** Words between the parts of a number, behind hundreds and behind tens: "two hundred and fifty", "treinta y cinco". */
  readonly joiners: { readonly hundreds: readonly string[]; readonly tens: readonly string[] };
  /** Number words are written as one, with this word between ("zweiundzwanzig"). */
  readonly writtenAsOne?: string;
  readonly percents: readonly string[];
  /** Signs and words of money with their ISO 4217 code, or the name of a money that several countries have. */
  readonly currencies: Readonly<Record<string, string>>;
  /** Beginnings of adjectives of countries, with the country whose money it then is. */
  readonly moneyOf: Readonly<Record<string, string>>;
  /** Nouns and participles that tell the unit of those counted: "wounded" counts `injured`. */
  readonly counted: Readonly<Record<string, string>>;
  /** What may be counted one at a time: with other nouns "one" is no number. */
  readonly single: readonly string[];
  readonly units: Readonly<Record<string, string>>;
  /** Words beside a number that say what befell those counted: "killing 12", "12 people were killed". */
  readonly fates: Readonly<Record<string, string>>;
  /** Words that may stand between those counted and what befell them, and how many words it may be away. */
  readonly auxiliaries: readonly string[];
  readonly fateReach: number;
  /** Between a share, a sum, or a number of thousands and what it is of, and articles behind them. */
  readonly links: readonly string[];
  readonly sumLinks: readonly string[];
  readonly determiners: readonly string[];
  /** Words passed over behind a number: "12 more people". */
  readonly fillers: readonly string[];
  /** Words at which the counted phrase ends, and endings of verbs, where it ends as well. */
  readonly stops: readonly string[];
  readonly verbEndings: readonly string[];
  readonly nouns: CountedNouns;
  /** Nouns that are counted but make no figure: times, ways, sides. */
  readonly uncounted: readonly string[];
  /** Words before a number that is a name: "page 4", "Route 66". */
  readonly labels: readonly string[];
  /** Words before and behind a number that limit it. */
  readonly bounds: Readonly<Record<FigureBound, readonly string[]>>;
  readonly boundsBehind: Readonly<Partial<Record<FigureBound, readonly string[]>>>;
  /** Words that open a range of numbers, and those between its ends. */
  readonly ranges: { readonly openers: readonly string[]; readonly links: readonly string[] };
  /** Verbs of how much something is, costs or changes, nouns of such a change, and words before the value they lead to. */
  readonly measures: readonly string[];
  readonly changes: readonly string[];
  readonly towards: readonly string[];
  /** "the number of injured", "die Zahl der Verletzten": what such a noun is of is counted. */
  readonly quantities: readonly string[];
  /** 1.000,5 for a thousand and a half; `either` where some countries write the comma for thousands. */
  readonly decimalComma?: true | 'either';
  /** 12 000 for twelve thousand. */
  readonly spacedThousands?: boolean;
}

/** How a counted noun is known behind its number: by its capital, by the endings of plurals, or by standing there. */
export interface CountedNouns {
  readonly known: 'capital' | 'plural' | 'plural-run' | 'next';
  readonly plurals: readonly string[];
  /** Plurals without such an ending. */
  readonly others: readonly string[];
  /** Endings of the adjectives before the noun. */
  readonly adjectives: readonly string[];
}

/** What `read/counts.ts` must know of numbers and what they count: Korean and Chinese. */
export interface CountWords {
  /** Signs and native words of numbers below a hundred, and of scales. */
  readonly numerals: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  /** Right before a number they make it vague ("수십", "几十") or an ordinal ("제", "第"): it is no figure. */
  readonly vague: readonly string[];
  readonly percents: readonly string[];
  /** Before a number that is a share of a hundred ("百分之"). */
  readonly percentBefore: readonly string[];
  /** Between the lower and the upper number of a fraction ("三分之二", "3분의 2"), and words for a half. */
  readonly fractionLinks: readonly string[];
  readonly halves: readonly string[];
  readonly currencies: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  /** What stands behind a number when it counts ("명", "辆"). */
  readonly counters: readonly string[];
  /** Counters that are what is counted: "두 사람의 관계" counts no relation. */
  readonly nounCounters: readonly string[];
  /** Behind a number that counts nothing: years, days, ranks. */
  readonly notCounters: readonly string[];
  /** Beginnings of words that say what befell those counted, and how many characters behind a number they may stand. */
  readonly fates: Readonly<Record<string, string>>;
  readonly fateReach: number;
  /** Particles behind a noun, those of a subject, and those that lead to a value ("으로"). */
  readonly particles: readonly string[];
  readonly subjects: readonly string[];
  readonly towards: readonly string[];
  /** Between a counter and its noun ("의", "的"). */
  readonly genitives: readonly string[];
  /** Words, or signs, that are no part of what is counted; words that are passed over before a number. */
  readonly stops: readonly string[];
  readonly passed: readonly string[];
  /** Nouns that would be cut wrongly: they end like a particle, or begin like a verb. */
  readonly nouns: readonly string[];
  readonly verbEndings: readonly string[];
  /** Verbs of how much something is or changes, and signs behind which their subject begins. */
  readonly measures: readonly string[];
  readonly subjectOpeners: readonly string[];
  /**
   * The language is Korean: the noun stands before the number ("주민 12명") as well as behind the counter ("12명의 주민"), particles
   * hang on it, its own numbers add up ("열두"), and a scale alone is no number. Else it is Chinese.
   */
  readonly hangul: boolean;
  readonly bounds: Readonly<Partial<Record<FigureBound, readonly string[]>>>;
  readonly boundsBehind: Readonly<Partial<Record<FigureBound, readonly string[]>>>;
  readonly rangeLinks: readonly string[];
}

/** What `read/particles.ts` must know: Korean. */
export interface ParticleSpeech {
  /** Verbs of saying by the beginnings of their forms. */
  readonly verbs: readonly {
    readonly lemma: string;
    readonly force: Exclude<Force, 'think'>;
    readonly stems: readonly string[];
  }[];
  /** Particles behind who speaks. */
  readonly topics: readonly string[];
  /** Words that only look as if they ended in one. */
  readonly notTopics: readonly string[];
  /** Particles behind a quotation. */
  readonly quoting: readonly string[];
  /** Endings of words reported without marks. */
  readonly reporting: readonly string[];
  readonly accordingTo: readonly string[];
  readonly accordingParticles: readonly string[];
  readonly venueParticles: readonly string[];
  readonly addresseeParticles: readonly string[];
  readonly venues: readonly string[];
  /** Behind a day they tell that something holds until or from it, so that it is no day of saying ("까지"). */
  readonly dayBounds: readonly string[];
  readonly timeWords: readonly string[];
  readonly negations: readonly string[];
  readonly pronouns: readonly string[];
  /** How somebody without a name begins or ends: "이 ", "관계자". */
  readonly unnamed: readonly string[];
  /** Endings of what is a body and no name. */
  readonly bodies: readonly string[];
  /** Documents that speak for whom they name, longest first. */
  readonly documents: readonly string[];
  /** What stands behind a name: "대변인". */
  readonly titles: readonly string[];
}

/** What `read/unspaced.ts` must know: Chinese. */
export interface UnspacedSpeech {
  /** `bare`: what is said may follow without a comma or colon. */
  readonly verbs: readonly {
    readonly lemma: string;
    readonly force: Exclude<Force, 'think'>;
    readonly bare: boolean;
    readonly forms: readonly string[];
  }[];
  /** Words that begin like a verb of saying and are none: 说法. */
  readonly notVerbs: readonly string[];
  /** What stands before and behind a source at a sentence's opening: 据…报道. */
  readonly accordingTo: readonly (readonly [before: string, after: string])[];
  readonly adverbs: readonly string[];
  readonly venueOpeners: readonly string[];
  readonly venueClosers: readonly string[];
  readonly venues: readonly string[];
  readonly addresseeOpeners: readonly string[];
  readonly timeWords: readonly string[];
  readonly negations: readonly string[];
  readonly pronouns: readonly string[];
  /** How somebody without a name begins or ends: 该, 人士. */
  readonly unnamed: readonly string[];
  /** What stands before a name: 发言人. */
  /** Endings of what is a body and no name. */
  readonly bodies: readonly string[];
  /** Documents that speak for whom they name, longest first. */
  readonly documents: readonly string[];
  readonly titles: readonly string[];
}

/** What `read/mentions.ts` must know to tell people, organisations and places apart. All words lower case. */
export interface NameWords {
  /** Words in a name that make it an organisation's. */
  readonly organisations: readonly string[];
  /** Small words inside a name: "of", "van", "bin". */
  readonly particles: readonly string[];
  /** Those of them that more often stand between two names. */
  readonly weak: readonly string[];
  /** Given names of men and of women, for pronouns. */
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly maleTitles: readonly string[];
  readonly femaleTitles: readonly string[];
  /** Titles that are no role ("Mr."). */
  readonly honorifics?: readonly string[];
  /** What joins the parts of one body's name: "and"; what it is of: "of"; bodies whose name may hold an "and". */
  readonly joints?: readonly string[];
  readonly owners?: readonly string[];
  readonly joinedBodies?: readonly string[];
  /** Days, which end a name. */
  readonly weekdays?: readonly string[];
  /** Short words that take a full stop before or behind a name ("St.", "Jr."), and those of them behind one. */
  readonly shortTitles?: readonly string[];
  readonly generations?: readonly string[];
  /** Last words of the names of places ("Gulf", "Street"), and first ones ("Lake", "Mount"). */
  readonly placeNouns?: readonly string[];
  readonly placeOpeners?: readonly string[];
  /** Before a name they tell that it is a place's: "in", "near"; and behind a hyphen: "based". */
  readonly placePrepositions?: readonly string[];
  readonly based?: readonly string[];
  /** Short forms of regions that stand behind a town: "Portland, Ore.". */
  readonly regions?: readonly string[];
  /** Family names that stand first. */
  readonly surnameFirst: readonly string[];
  /** Common nouns that take up an organisation: "the company". */
  readonly organisationNouns: readonly string[];
  /** Those of them that take up any body and not only one with that word in its name: "the company", where "the court" is a court. */
  readonly companyNouns?: readonly string[];
  /** Bodies that their country names: "Iran's foreign ministry", "Cuban state television". */
  readonly placeBodies?: readonly string[];
}

/** A list of words written as one string, so that language files stay readable. */
export function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** Words with their number as one string: "two 2; a pair 2"; words of one number are parted by spaces. */
export function numberTable(list: string): Record<string, number> {
  const table: Record<string, number> = {};
  for (const row of list.split(';')) {
    const parts = words(row);
    for (const word of parts.slice(0, -1)) table[word] = Number(parts.at(-1));
  }
  return table;
}

/** Words with what they stand for as one string: "deaths: dead killed; injured: hurt"; words of several parts are joined by `_`. */
export function wordTable(list: string): Record<string, string> {
  const table: Record<string, string> = {};
  for (const row of list.split(';')) {
    const at = row.indexOf(':');
    if (at === -1) continue;
    for (const word of words(row.slice(at + 1))) table[word.replaceAll('_', ' ')] = row.slice(0, at).trim();
  }
  return table;
}

/** A list of phrases written as one string, parted by commas. */
export function phrases(list: string): readonly string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** Month names written as one string: months parted by commas, the forms of one month by strokes. */
export function monthNames(list: string): readonly (readonly string[])[] {
  return phrases(list).map((month) => month.split('/'));
}

/**
 * The words around a text that are no part of it: labels, list headings, marks of bylines and dates. All in lower case;
 * the logic compares whole labels, never parts of words.
 */
export interface FurnitureWords {
  /** Names and short names of the twelve months, January first, in the forms a date line uses. */
  readonly months: readonly (readonly string[])[];
  /** What stands before a writer's name: "by", "von", "글". */
  readonly by: readonly string[];
  /** What a writer is called before or after the name: "staff writer", "기자". */
  readonly role: readonly string[];
  /** Bylines that name no person: "staff", "redaktion". */
  readonly nobody: readonly string[];
  /** Labels of a source line: "source", "quelle", "来源". */
  readonly source: readonly string[];
  /** Labels of the line naming who edited: "责任编辑". */
  readonly editor: readonly string[];
  /** Links to the rest of a text, no headline: "read more", "详细". */
  readonly more: readonly string[];
  /** Labels before one headline of another story: "read also", "lesen sie auch". */
  readonly also: readonly string[];
  /** Headings over lists of other stories: "most read", "많이 본 뉴스". */
  readonly lists: readonly string[];
  /** Labels before the time of publication. */
  readonly published: readonly string[];
  /** Labels before the time of the last change. */
  readonly updated: readonly string[];
  /** Labels of a picture's credit. */
  readonly photo: readonly string[];
  /** Agencies without a name: "wire services", "agenturen". */
  readonly agencies: readonly string[];
  /** Words that make a credit a share beside the site's own work: "with inputs from". */
  readonly contributed: readonly string[];
  /** Words that name the house a text was taken from: "originally appeared on". */
  readonly republished: readonly string[];
  /** What a text is called where it is spoken of, and the words that point at it: "article", "story"; "this", "the". */
  readonly writings?: readonly string[];
  readonly pointers?: readonly string[];
  /** Words in brackets behind a text that name nobody: "ends", "laughter". */
  readonly endings?: readonly string[];
  /** What a writer is called behind the sign of an agency, beside `role`: "AP Staff Writer". */
  readonly signRoles?: readonly string[];
  /** Names of days, which are no houses and no part of a name. */
  readonly weekdays?: readonly string[];
  /** Words that run on behind a writer's name, beside `weekdays`: short names of days, "last". */
  readonly trails?: readonly string[];
  /** Words, one each, that make what stands in a byline a post and no name: "officer", "founder". */
  readonly offices?: readonly string[];
  /** Words, one each, that stand near writers and in no name: "follow", "minutes", "über". */
  readonly notNames?: readonly string[];
  /** Buttons and marks around a text, as whole lines: "share", "print", "advertisement". */
  readonly tools: readonly string[];
  /** What lines about rights hold: "all rights reserved". */
  readonly rights: readonly string[];
  /** How lines begin that ask the reader for something: "follow us", "sign up for our". */
  readonly calls: readonly string[];
  /** What lines hold that keep the rest of a text for those who pay: "subscribe to continue". */
  readonly paywall: readonly string[];
  /** Headings over what readers wrote, without their number: "comments". */
  readonly comments: readonly string[];
  /** Labels before the topics a text is filed under: "tags". */
  readonly tags: readonly string[];
  /** How links begin that do something and tell no story: "sign up", "log in". */
  readonly actions?: readonly string[];
  /** What links to a site's pages about itself hold: "privacy", "terms". */
  readonly ownPages?: readonly string[];
  /** How long ago or how long to read, as it stands behind a headline; `#` is the number: "# hours ago", "vor # Stunden". */
  readonly ages?: readonly string[];
  /** Words, one each, that make what stands in a byline a house and no person: "newspaper", "universität", "편집국". */
  readonly organisations?: readonly string[];
  /** What the titles and texts of error pages hold: "page not found". */
  readonly missing: readonly string[];
}
